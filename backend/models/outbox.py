"""The outbox: every mail is a row first, written in the transaction of the change that causes it."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class EmailKind(StrEnum):
    """What a mail is about."""

    SETUP = "SETUP"
    SIGN_IN_CODE = "SIGN_IN_CODE"
    DELEGATION_NOTICE = "DELEGATION_NOTICE"
    HAND_OVER = "HAND_OVER"
    SUBSCRIPTION_ADDED = "SUBSCRIPTION_ADDED"
    REMINDER = "REMINDER"
    COMPLETION = "COMPLETION"
    ADMINISTRATOR_REQUEST = "ADMINISTRATOR_REQUEST"
    SERVICE_DELEGATION = "SERVICE_DELEGATION"
    NOTICE = "NOTICE"


class MailTopic(StrEnum):
    """Which letter of its kind a mail is, where a kind has several; `mail/letters.py` has the letter of each."""

    DELEGATED = "DELEGATED"
    HAND_OVER = "HAND_OVER"
    LINK = "LINK"
    SIGN_IN_LINK = "WAY_BACK"  # as mails that are queued have it
    FORMER_CONTACT = "FORMER_CONTACT"
    SELLER = "SELLER"
    TAKEN_BACK = "TAKEN_BACK"
    TAKEN_BACK_SELLER = "TAKEN_BACK_SELLER"
    CANCELLED = "CANCELLED"
    CLOSED = "CLOSED"
    MAPPING_UNDONE = "MAPPING_UNDONE"
    SETUP_TAKEN_BACK = "SETUP_TAKEN_BACK"
    SERVICE_TAKEN_BACK = "SERVICE_TAKEN_BACK"
    DISPUTE_OPENED = "DISPUTE_OPENED"
    DISPUTE_UPHELD = "DISPUTE_UPHELD"
    DISPUTE_ENDS_SETUP = "DISPUTE_ENDS_SETUP"
    DISPUTE_DISMISSED = "DISPUTE_DISMISSED"
    REQUEST_APPROVED = "REQUEST_APPROVED"
    REQUEST_DENIED = "REQUEST_DENIED"
    REQUEST_EXPIRED = "REQUEST_EXPIRED"
    PROVISIONING_FAILED = "PROVISIONING_FAILED"
    MAIL_FAILED = "MAIL_FAILED"
    HAND_OVER_FAILED = "HAND_OVER_FAILED"
    REQUEST_FAILED = "REQUEST_FAILED"
    MANY_MAILS = "MANY_MAILS"
    DOMAIN_VERIFIED = "DOMAIN_VERIFIED"
    DOMAIN_NOT_VERIFIED = "DOMAIN_NOT_VERIFIED"
    DOMAIN_VERIFIED_BY_OTHERS = "DOMAIN_VERIFIED_BY_OTHERS"
    DOMAIN_REMOVED = "DOMAIN_REMOVED"
    SITE_ADDED = "SITE_ADDED"
    SITE_ZONE_CHANGED = "SITE_ZONE_CHANGED"
    SITE_REMOVED = "SITE_REMOVED"
    SITE_CHANGE_FAILED = "SITE_CHANGE_FAILED"
    LICENSES_MOVED = "LICENSES_MOVED"
    LICENSES_NOT_MOVED = "LICENSES_NOT_MOVED"
    ORGANIZATIONS_MERGED = "ORGANIZATIONS_MERGED"
    MERGE_UNDONE = "MERGE_UNDONE"
    WEBHOOK_ADDED = "WEBHOOK_ADDED"
    WEBHOOK_REDIRECTED = "WEBHOOK_REDIRECTED"
    WEBHOOK_GONE = "WEBHOOK_GONE"
    WEBHOOK_FAILING = "WEBHOOK_FAILING"
    TOKEN_CREATED = "TOKEN_CREATED"  # noqa: S105 – a word, no secret
    TOKEN_REVOKED = "TOKEN_REVOKED"  # noqa: S105
    DIGEST = "DIGEST"
    PARTNER_ACCESS_ENDED = "PARTNER_ACCESS_ENDED"
    PARTNER_ACCESS_ENDED_BY_US = "PARTNER_ACCESS_ENDED_BY_US"
    PARTNER_ACCESS_REQUESTED = "PARTNER_ACCESS_REQUESTED"
    PARTNER_ACCESS_GRANTED = "PARTNER_ACCESS_GRANTED"
    PARTNER_ACCESS_DECLINED = "PARTNER_ACCESS_DECLINED"


# A code is waited for at the screen, a welcome email by whoever sold; the rest tells what happened.
PRIORITIES = {EmailKind.SIGN_IN_CODE: 0, EmailKind.SETUP: 1, EmailKind.HAND_OVER: 1, EmailKind.SERVICE_DELEGATION: 1}
LOWEST_PRIORITY = 2

DUE_INDEX = "CREATE INDEX ix_email_message_due ON email_message (priority, due_at, id) WHERE due_at IS NOT NULL"


CROWD_INDEX = "CREATE INDEX ix_email_message_crowd ON email_message (crowd, id) WHERE crowd IS NOT NULL"
SENT_WITH_INDEX = "CREATE INDEX ix_email_message_sent_with ON email_message (sent_with) WHERE sent_with IS NOT NULL"


class EmailState(StrEnum):
    """What became of a mail: the server's word, not ours."""

    QUEUED = "QUEUED"
    SENT = "SENT"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"
    KEPT = "KEPT"  # of a test order: it is read by its seller and never sent


KEPT_INDEX = "CREATE INDEX ix_email_message_kept ON email_message (attempts, id) WHERE state = 'KEPT' AND mime IS NULL"


class EmailMessage(Model):
    """One mail to one address. `data` holds the link and is erased, like the MIME bytes, once the mail was accepted.

    An attempt is counted before it is made. `pauses` are those that said nothing about the mail, as no server could be
    reached. `unsettled` counts how often the row was taken without its outcome being written. Mails that wait to be
    sent as one have the same `crowd` (a digest's key); `sent_with` is the digest, whose outcome this one has too.
    """

    id = fields.BigIntField(primary_key=True)
    unique_key = fields.CharField(max_length=400, unique=True)
    order_id = fields.BigIntField(null=True)
    kind = fields.CharEnumField(EmailKind, max_length=24)
    recipient = fields.CharField(max_length=254)
    language = fields.CharField(max_length=8)
    subject = fields.CharField(max_length=250)
    data = fields.JSONField[dict[str, object] | None](null=True)
    mime = fields.BinaryField(null=True)
    message_id = fields.CharField(max_length=120)
    state = fields.CharEnumField(EmailState, max_length=12)
    attempts = fields.IntField(default=0)
    pauses = fields.IntField(db_default=0)
    unsettled = fields.IntField(db_default=0)
    priority = fields.SmallIntField(db_default=LOWEST_PRIORITY)  # 0 goes first
    destination = fields.CharField(max_length=254, db_default="")  # the domain of the recipient
    crowd = fields.CharField(max_length=64, null=True)
    sent_with = fields.BigIntField(null=True)
    last_reply = fields.TextField(null=True)
    queued_at = fields.DatetimeField()
    due_at = fields.DatetimeField(null=True, db_index=True)  # null: nothing more to do
    leased_until = fields.DatetimeField(null=True)
    sent_at = fields.DatetimeField(null=True)
    bounced_at = fields.DatetimeField(null=True)  # when a report came back that it was not delivered after all
    traceparent = fields.CharField(max_length=55, null=True)  # of who asked for it, whose trace goes on

    class Meta:
        table = "email_message"
        indexes = (("order_id", "id"),)
