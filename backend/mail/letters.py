"""Every mail that exists: the letter of each kind and topic."""

from collections.abc import Callable

from backend.mail import invitations, notices, organization_notices
from backend.mail.letter import Letter, MailData
from backend.models.outbox import EmailKind, MailTopic

LETTERS: dict[tuple[EmailKind, MailTopic | None], Callable[[str, MailData], Letter]] = {
    (EmailKind.SETUP, None): invitations.setup,
    (EmailKind.SETUP, MailTopic.DELEGATED): invitations.delegated,
    (EmailKind.REMINDER, None): invitations.reminder,
    (EmailKind.REMINDER, MailTopic.HAND_OVER): invitations.hand_over_reminder,
    (EmailKind.SIGN_IN_CODE, None): invitations.sign_in_code,
    (EmailKind.SIGN_IN_CODE, MailTopic.LINK): invitations.link_code,
    (EmailKind.SIGN_IN_CODE, MailTopic.SIGN_IN_LINK): invitations.sign_in_link,
    (EmailKind.HAND_OVER, None): invitations.hand_over,
    (EmailKind.SUBSCRIPTION_ADDED, None): invitations.subscription_added,
    (EmailKind.COMPLETION, None): invitations.completion,
    (EmailKind.ADMINISTRATOR_REQUEST, None): invitations.administrator_request,
    (EmailKind.SERVICE_DELEGATION, None): invitations.service_delegated,
    (EmailKind.DELEGATION_NOTICE, MailTopic.FORMER_CONTACT): notices.handed_over,
    (EmailKind.DELEGATION_NOTICE, MailTopic.SELLER): notices.handed_over_seller,
    (EmailKind.NOTICE, MailTopic.TAKEN_BACK): notices.taken_back,
    (EmailKind.NOTICE, MailTopic.TAKEN_BACK_SELLER): notices.taken_back_seller,
    (EmailKind.NOTICE, MailTopic.CANCELLED): notices.cancelled,
    (EmailKind.NOTICE, MailTopic.CLOSED): notices.closed,
    (EmailKind.NOTICE, MailTopic.MAPPING_UNDONE): notices.mapping_undone,
    (EmailKind.NOTICE, MailTopic.SETUP_TAKEN_BACK): notices.setup_taken_back,
    (EmailKind.NOTICE, MailTopic.SERVICE_TAKEN_BACK): notices.service_taken_back,
    (EmailKind.NOTICE, MailTopic.DISPUTE_OPENED): notices.dispute_opened,
    (EmailKind.NOTICE, MailTopic.DISPUTE_UPHELD): notices.dispute_upheld,
    (EmailKind.NOTICE, MailTopic.DISPUTE_ENDS_SETUP): notices.dispute_ends_setup,
    (EmailKind.NOTICE, MailTopic.DISPUTE_DISMISSED): notices.dispute_dismissed,
    (EmailKind.NOTICE, MailTopic.REQUEST_APPROVED): notices.request_approved,
    (EmailKind.NOTICE, MailTopic.REQUEST_DENIED): notices.request_denied,
    (EmailKind.NOTICE, MailTopic.REQUEST_EXPIRED): notices.request_expired,
    (EmailKind.NOTICE, MailTopic.PROVISIONING_FAILED): notices.provisioning_failed,
    (EmailKind.NOTICE, MailTopic.MAIL_FAILED): notices.mail_failed,
    (EmailKind.NOTICE, MailTopic.HAND_OVER_FAILED): notices.hand_over_failed,
    (EmailKind.NOTICE, MailTopic.REQUEST_FAILED): notices.request_failed,
    (EmailKind.NOTICE, MailTopic.MANY_MAILS): notices.many_mails,
    (EmailKind.NOTICE, MailTopic.DOMAIN_VERIFIED): organization_notices.domain_verified,
    (EmailKind.NOTICE, MailTopic.DOMAIN_NOT_VERIFIED): organization_notices.domain_not_verified,
    (EmailKind.NOTICE, MailTopic.DOMAIN_VERIFIED_BY_OTHERS): organization_notices.domain_verified_by_others,
    (EmailKind.NOTICE, MailTopic.DOMAIN_REMOVED): organization_notices.domain_removed,
    (EmailKind.NOTICE, MailTopic.ORGANIZATIONS_MERGED): organization_notices.merged,
    (EmailKind.NOTICE, MailTopic.MERGE_UNDONE): organization_notices.merge_undone,
}
