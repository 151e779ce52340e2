"""The enums of the API, which are those of the rules, with their descriptions."""

from enum import Enum

from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, LicenseScope, OrderStatus
from backend.models.organization import DomainFinding, DomainState, MailDomainKind, OrganizationType
from backend.models.outbox import EmailKind, EmailState
from backend.models.person import LinkAnswer, LinkPurpose, LinkState
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.finder.ranking import Basis as MatchBasis
from backend.provisioning.finder.ranking import Flag as CandidateFlag
from backend.provisioning.finder.ranking import Outcome as MatchOutcome
from backend.provisioning.finder.ranking import Reason as MatchReason
from backend.provisioning.journey import OrderRole, OrderStanding, ProvisioningStatus, WizardStep
from backend.provisioning.order_lists import OrderSort
from backend.refusals import ErrorCode
from backend.schema.describe import enum


class OrganizationStatus(Enum):
    """Whether an organization can be used."""

    PROVISIONAL = "PROVISIONAL"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"


enum(
    OrderStatus,
    """Where an order stands in its life.

    SCHEDULED: The requested start date lies ahead; nobody was asked yet.
    AWAITING_CONTACT: The provisioning contact has the welcome email and has not said for whom the order is.
    FINDING_ORGANIZATIONS: The partner and customer organization are being found.
    MAPPED: The organizations are confirmed; no service was submitted yet.
    SETTING_UP: At least one service was submitted.
    COMPLETED: Every service is provisioned.
    CLOSED: The deadline passed before the order was mapped; the seller can reopen it.
    CANCELLED: The seller cancelled the order. Final.
    """,
)
enum(
    ProvisioningStatus,
    """The status word for people; an order shows the most important one of its services.

    AWAITING_PROVISIONING_DETAILS: Something has to be entered.
    PROVISIONING: A worker is setting services up.
    PROVISIONED: Everything is set up.
    CANNOT_PROVISION: A service failed; correct it or try again.
    """,
)
enum(
    OrderStanding,
    """Where an order stands as a whole; lists, pages and headings say the same.

    SCHEDULED: The requested start date lies ahead.
    AWAITING_PROVISIONING_DETAILS: Something has to be entered, by the contact or, after a hand-over, by the customer.
    DISPUTED: The customer said "This wasn't us"; nothing goes on until support has decided.
    CANNOT_PROVISION: A service failed; correct it or try again.
    PROVISIONING: Services are being set up.
    PROVISIONED: Everything is set up.
    ENDED: A dispute was upheld after the first Close: what was set up stays, nothing more follows.
    CLOSED: The deadline passed before the order was mapped; the seller can reopen it.
    CANCELLED: The seller cancelled the order.
    """,
)
enum(
    Audience,
    """For whom the contact sets up the order.

    CUSTOMER: For a customer: the order is mapped to a partner and a customer organization.
    OWN_COMPANY: For the contact's own company: the order is mapped to one organization.
    """,
)
enum(
    WizardStep,
    """A page of the wizard. The server decides which one is next.

    START: The page behind the setup link, before a session exists.
    AUDIENCE: For whom is the order?
    PARTNER_ORGANIZATION: Which one is the partner organization?
    CUSTOMER_ORGANIZATION: Which one is the customer organization?
    REVIEW_ORGANIZATIONS: Review and confirm the organizations.
    SERVICES: The services, each to be set up now or later.
    MEETINGS_SITES: Names, time zones and release schedule of the Webex sites.
    MEETINGS_LICENSES: Distribute the licenses across several sites.
    MEETINGS_REVIEW: Review Meetings and close.
    CALLING_LOCATION: The headquarters location.
    CALLING_REVIEW: Review Calling and close.
    DONE: Nothing is left to do.
    """,
)
enum(
    OrderRole,
    """What a viewer is to an order. The first that holds is their role; their rights are the union of all that hold.

    PROVISIONING_CONTACT: The person whom the order asks for provisioning information.
    CUSTOMER_ADMINISTRATOR: A full administrator of the customer organization.
    PARTNER_ADMINISTRATOR: A full administrator of the partner organization.
    PROVISIONING_ADMINISTRATOR: A person of the partner who may work on this order in an existing customer organization.
    SELLER: The commerce system that placed the order.
    SUPPORT: A support person.
    FORMER_CONTACT: A person who was the contact before; sees only where the order stands.
    """,
)
enum(
    AdministratorRole,
    """What a person or partner may do in an organization.

    PROVISIONING_ADMINISTRATOR: Set up the services of one order.
    FULL_ADMINISTRATOR: Administer the organization.
    """,
)
enum(
    AdministratorRequestState,
    """Where a request for full administrator rights stands.

    PENDING: A full administrator of the customer has to decide.
    APPROVED: The partner has full administrator rights.
    DENIED: The customer said no.
    EXPIRED: Nobody decided within 14 days.
    """,
)
enum(
    LicenseScope,
    """Where units of a license are used.

    PER_SITE: The units are split over the Webex sites.
    ORGANIZATION_WIDE: The units belong to the whole organization.
    """,
)
enum(
    ServiceKind,
    """The services of a Webex Suite subscription.

    MEETINGS: Webex Meetings, with sites.
    CALLING: Webex Calling, with locations.
    MESSAGING: Messaging; needs no input and starts with the first service that is closed.
    """,
)
enum(
    ServiceState,
    """Where a service, a site, a location or a provisioning step stands.

    NOT_STARTED: Nothing was entered yet.
    DRAFT: Something was entered, something is missing.
    READY_FOR_REVIEW: Everything is entered; Close submits it.
    DEFERRED: Set up later. Nothing is provisioned, nothing is lost.
    PROVISIONING: A worker is setting it up.
    PROVISIONED: It is set up.
    FAILED: It could not be set up; correct it or try again.
    """,
)
enum(
    EmailKind,
    """What a mail is about.

    SETUP: The welcome mail with the setup link.
    SIGN_IN_CODE: A six-digit code, or the link that stands in for one after too many wrong codes.
    DELEGATION_NOTICE: Tells the former contact and the seller that the order was handed to somebody else.
    HAND_OVER: Asks the customer's administrator to set up the services.
    SUBSCRIPTION_ADDED: Tells the customer's administrators that a subscription was added to their organization.
    REMINDER: Reminds of the deadline, or of a hand-over.
    COMPLETION: Everything is provisioned; the order summary is attached.
    ADMINISTRATOR_REQUEST: A partner asks for full administrator rights.
    NOTICE: Anything else that somebody should know.
    """,
)
enum(
    EmailState,
    """What became of a mail.

    QUEUED: It will be sent at once.
    SENT: The mail server accepted it.
    DEFERRED: The mail server could not take it yet; it is tried again.
    FAILED: The mail server refused it for good.
    """,
)
enum(
    OrganizationType,
    """The two sides of an order; an organization may be both.

    PARTNER: Sells to and supports customers.
    CUSTOMER: Uses the services.
    """,
)
enum(
    DomainFinding,
    """What looking up the TXT record of a domain came to.

    NO_SUCH_DOMAIN: The domain itself does not exist in DNS.
    NO_RECORD: There is no TXT record at the name.
    OTHER_VALUE: There is one, with another value.
    TIMEOUT: No name server answered in time.
    REFUSED: The name servers answered with an error, or what they said can't be relied on.
    VERIFIED_ELSEWHERE: The record is there; other organizations have verified the domain too.
    FOUND: The record is there.
    """,
)
enum(
    DomainState,
    """How well an organization has proved a domain.

    PENDING: Entered, not proved.
    VERIFIED: Proved by a DNS record; several organizations may have verified a domain.
    CLAIMED: Proved and exclusive.
    """,
)
enum(
    OrganizationStatus,
    """Whether an organization can be used.

    PROVISIONAL: Created for one order and not confirmed yet; nobody else finds it.
    ACTIVE: In use.
    SUSPENDED: Can't be used at present.
    """,
)
enum(
    MatchOutcome,
    """What the organization finder answers.

    EXACT: The address belongs to exactly one organization.
    CANDIDATES: Organizations that may be the right one; none is preselected.
    NONE: No matching organization.
    """,
    name="MatchOutcome",
)
enum(
    MatchReason,
    """Why no organization matches.

    NO_MATCH: No organization has the address or its domain.
    FREE_MAIL: The domain is of a free mail provider and says nothing about a company.
    DISPOSABLE: The domain is of a provider of throw-away addresses.
    PUBLIC_SUFFIX: The domain is one under which anybody can register names.
    WRONG_TYPE: The organization that has the address is of the other type.
    INVALID_ADDRESS: This is no valid address or domain.
    UNKNOWN_SUFFIX: The domain has an ending that does not exist, as in acme.con.
    SHARED_DOMAIN: Users of four or more organizations have the domain and none proved it, so it leads to none of them.
    SUSPENDED: The organization exists but is suspended; the message says whom to ask.
    """,
    name="MatchReason",
)
enum(
    MailDomainKind,
    """Whose a mail domain is.

    COMPANY: One company's, unless a proof says whose.
    FREE_MAIL: Of a mail or access provider where anybody gets an address.
    DISPOSABLE: Of a provider of throw-away addresses.
    SHARED: Of many organizations: only who proved it is found.
    """,
    name="MailDomainKind",
)
enum(
    MatchBasis,
    """What led to a candidate: the first of these that did.

    NAMED_BY_ORDER: The order names the organization: it renews a subscription.
    ORDER_DOMAIN: The order names the domain, or an administrator at the domain.
    ORDER_NAME: It has the order's company name and country.
    CONTACT_ADDRESS: The contact's address, or the same mailbox without its tag, is one of its users.
    CONTACT_DOMAIN: The domain of the contact's address, or the one that was searched for.
    ADMINISTERED: The contact administers it for a partner.
    """,
    name="MatchBasis",
)
enum(
    CandidateFlag,
    """What speaks against a candidate.

    DORMANT: No user activity for more than a year.
    LIKELY_WRONG: Dormant and without any verified or claimed domain: probably not the right organization.
    RELATED_DOMAIN: Its domain is only related to the one that was searched.
    LOOK_ALIKE_DOMAIN: Its domain only looks like the one that was searched.
    MIXED_SCRIPT: The domain mixes letters of several scripts.
    """,
    name="CandidateFlag",
)
enum(
    LinkPurpose,
    """What a setup link asks of the person who opens it.

    SET_UP: Set up the order's services, as its provisioning contact.
    HAND_OVER: Set up the services that the partner handed over to the customer.
    DISPUTE: Say "This wasn't us" if the subscription was mapped to the organization by mistake.
    ADMINISTRATOR_REQUEST: Approve or deny full administrator rights for the partner.
    """,
)
enum(
    LinkState,
    """Whether what a setup link asks can still be answered.

    OPEN: It can.
    DECIDED: It was answered, or something else happened that leaves nothing to answer.
    EXPIRED: The link no longer works and nothing was decided: its time ran out, or a newer link replaced it.
    """,
)
enum(
    LinkAnswer,
    """How the question of a setup link was decided.

    DISPUTED: Somebody said "This wasn't us"; support decides.
    UPHELD: Support agreed that the order does not belong to the organization.
    DISMISSED: Support found that it does.
    UNDONE: The mapping was undone.
    APPROVED: The partner got full administrator rights.
    DENIED: The partner did not get them.
    TAKEN_BACK: The partner sets up the services after all.
    DONE: All services are set up.
    CANCELLED: The order was cancelled.
    """,
)
enum(
    OrderSort,
    """How a list of orders is sorted.

    PLACED_NEWEST: Newest first.
    PLACED_OLDEST: Oldest first.
    UPDATED_NEWEST: Last changed first.
    DEADLINE_FIRST: Earliest deadline first; orders without one, or whose deadline no longer runs because they are
        mapped or over, come last.
    """,
)
enum(
    ErrorCode,
    """Why an input was refused.

    REQUIRED: It is missing, empty or only white space.
    INVALID: It is not of the expected form, or not one of the allowed values.
    TOO_LONG: It is longer than allowed.
    NOT_ELIGIBLE: This organization was not found for this order and slot, or can't be used for it.
    MAPPING_INCOMPLETE: The organizations have to be chosen and confirmed first.
    STEP_NOT_ALLOWED: The order's state does not allow this, or it is not this person's turn.
    VERSION_CONFLICT: Somebody changed the same thing since it was read. Nothing was written.
    SITE_NAME_TAKEN: Somebody holds or owns this site name.
    SITE_NAME_RESERVED: This site name is reserved.
    LICENSE_SUM_MISMATCH: The units of a license do not sum to its total.
    ORDER_CONFLICT: The order number was placed before with other content.
    SAME_ADDRESS: This is the address that is there already.
    TOO_MANY_ATTEMPTS: Too often for this order, mailbox or code.
    EXPIRED: The link, code, hold or request has expired.
    CODE_REQUIRED: The link was opened in another browser before; enter the code that was mailed.
    CODE_INVALID: The code is not right.
    IDEMPOTENCY_KEY_REUSED: The Idempotency-Key came with another request before.
    LOCATION_NAME_TAKEN: The organization has a location of this name.
    DISPUTED: The customer disputes the mapping; support decides first.
    LINK_UNKNOWN: There is no such link.
    LINK_REPLACED: A newer link replaced this one.
    LINK_HANDED_OVER: The order was handed to somebody else.
    ORDER_CLOSED: The order is closed or cancelled.
    """,
    name="UserErrorCode",
)
