"""The enums of the API, which are those of the rules, with their descriptions."""

from enum import Enum

from backend.models.batch import BatchAct, BatchRowState
from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, LicenseScope, OrderStatus
from backend.models.organization import DomainFinding, DomainState, MailDomainKind, OrganizationType
from backend.models.outbox import EmailKind, EmailState
from backend.models.person import LinkAnswer, LinkPurpose, LinkState, ReminderRhythm
from backend.models.service import ServiceKind, ServiceState
from backend.models.webhook import WebhookDeliveryState, WebhookEventType
from backend.provisioning.finder.case import Reason as MatchReason
from backend.provisioning.finder.deciding import Outcome as MatchOutcome
from backend.provisioning.finder.ranking import Basis as MatchBasis
from backend.provisioning.finder.ranking import Flag as CandidateFlag
from backend.provisioning.journey import FollowUpKind, OrderRole, OrderStanding, ProvisioningStatus, WizardStep
from backend.provisioning.order_check import FindingSeverity
from backend.provisioning.order_events import EventTopic
from backend.provisioning.order_lists import OrderBucket, OrderSort
from backend.provisioning.partner_access import PartnerRight
from backend.provisioning.triage import SupportNeedKind
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
    FINDING_ORGANIZATIONS: The partner and customer organization are being found, until they are confirmed.
    MAPPED: The organizations are confirmed; no service was submitted yet.
    SETTING_UP: At least one service was submitted, and not every one is provisioned.
    COMPLETED: Every service of the order is provisioned.
    CLOSED: The deadline passed before the order was mapped; the seller can reopen it.
    CANCELLED: The seller or support cancelled the order, for good.
    """,
)
enum(
    ProvisioningStatus,
    """The status word of services; an order shows the most important one of its services.

    AWAITING_PROVISIONING_DETAILS: A service is not submitted yet: something has to be entered, or it was put aside.
    PROVISIONING: A worker is setting services up.
    PROVISIONED: Every service is set up.
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
    PROVISIONING: Services are being set up, and all are submitted.
    PROVISIONED: Every service is set up.
    ENDED: A dispute was upheld after the first Close: what was set up stays, nothing more follows.
    CLOSED: The deadline passed before the order was mapped; the seller can reopen it.
    CANCELLED: The seller or support cancelled the order, for good.
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
    AUDIENCE: The page that asks for whom the order is.
    PARTNER_ORGANIZATION: The page that asks which one is the partner organization.
    CUSTOMER_ORGANIZATION: The page that asks which one is the customer organization.
    REVIEW_ORGANIZATIONS: The page on which the organizations are reviewed and confirmed.
    SERVICES: The page of all services, each to be set up now or later.
    MEETINGS_SITES: The page for names, time zones and release schedule of the Webex sites.
    MEETINGS_LICENSES: The page on which the licenses are distributed across several sites.
    MEETINGS_REVIEW: The page on which Meetings is reviewed and submitted.
    CALLING_LOCATION: The page for the headquarters location of Calling.
    CALLING_REVIEW: The page on which Calling is reviewed and submitted.
    DONE: No page: nothing is left to do.
    """,
)
enum(
    FollowUpKind,
    """What people do once everything is set up.

    ASSIGN_PEOPLE: Assign the licenses to people; every order has it.
    CHECK_NUMBERS: Call from and to the location; where Calling was sold.
    JOIN_TEST_MEETING: Meet on the primary site; where Meetings was sold.
    INVITE_ADMINISTRATOR: Let another person administer the customer organization; every order has it.
    """,
)
enum(
    OrderRole,
    """What a viewer is to an order. The first that holds is their role; their rights are the union of all that hold.

    PROVISIONING_CONTACT: The person whom the order asks for provisioning information.
    CUSTOMER_ADMINISTRATOR: A full administrator of the customer organization, once the order is mapped.
    PARTNER_ADMINISTRATOR: A full administrator of the partner organization, once the order is mapped, or of the one
        that the order names.
    PROVISIONING_ADMINISTRATOR: A person of the partner who may work on this order in an existing customer organization.
    SELLER: The commerce system that placed the order, by its API token.
    SUPPORT: A person of support, or a token with the scope support.
    SERVICE_DELEGATE: A person who was asked to set up one service. Sees that service and its licenses, the contact and
        who asked them, and nothing else of the order.
    SALESPERSON: The person whom the seller named with `sellerEmail`, signed in by their mailbox. Sees where the order
        stands and all its mails, and no organizations, services or licenses; may have the welcome email sent again and
        change the contact, with a reason.
    FORMER_CONTACT: A person who was the contact before; sees only where the order stands.
    """,
)
enum(
    AdministratorRole,
    """What a person or partner may do in an organization.

    PROVISIONING_ADMINISTRATOR: Set up the services of one order.
    FULL_ADMINISTRATOR: Administer the organization, with all privileges there.
    """,
)
enum(
    PartnerRight,
    """What somebody of a partner's side may do in a customer organization.

    FULL_ADMINISTRATOR: Administer the organization, with all privileges there but its API tokens and webhooks.
    PROVISIONING_ADMINISTRATOR: See the orders because of which they have access, and set up their services.
    SERVICE_DELEGATE: Set up single services of these orders, and see nothing else of them.
    READER: See these orders and change nothing: support upheld a dispute after the first Close.
    """,
)
enum(
    AdministratorRequestState,
    """Where a partner's request stands, for full administrator privileges or for access that was ended.

    PENDING: A full administrator of the customer has to decide.
    APPROVED: The partner got what it asked for.
    DENIED: The customer denied it, disputed the mapping later and was right, or ended the access.
    EXPIRED: Nobody decided within 14 days.
    """,
)
enum(
    LicenseScope,
    """Where units of a license are used.

    PER_SITE: The units are split over the Webex sites; licenses of Meetings only.
    ORGANIZATION_WIDE: The units belong to the whole organization.
    """,
)
enum(
    ServiceKind,
    """The services of a Webex Suite subscription.

    MEETINGS: Webex Meetings, which is set up with sites.
    CALLING: Webex Calling, which is set up with locations.
    MESSAGING: Messaging, which needs no input and starts with the first service that is submitted.
    """,
)
enum(
    ServiceState,
    """Where a service, a site, a location or a provisioning step stands.

    NOT_STARTED: Nothing was entered or done yet.
    DRAFT: Something was entered, something is missing; for a site or location: not submitted yet.
    READY_FOR_REVIEW: Everything is entered; Close submits it.
    DEFERRED: Put aside to be set up later. Nothing is provisioned, nothing is lost.
    PROVISIONING: A worker is setting it up.
    PROVISIONED: It is set up completely.
    FAILED: It could not be set up; correct it or try again.
    """,
)
enum(
    EmailKind,
    """What a mail is about.

    SETUP: The welcome email with the setup link, to the contact.
    SIGN_IN_CODE: A six-digit code, or the link that stands in for one after too many wrong codes.
    DELEGATION_NOTICE: Tells the former contact and the seller that the order was handed to somebody else.
    HAND_OVER: Asks the customer's administrators to set up the services.
    SUBSCRIPTION_ADDED: Tells the customer's administrators that a subscription was added to their organization.
    REMINDER: Reminds the contact of the deadline, or the customer of a hand-over; or tells of all orders that wait.
    COMPLETION: Tells the contact that everything is provisioned; the order summary is attached.
    ADMINISTRATOR_REQUEST: Tells the customer's administrators that a partner asks for full administrator privileges.
    SERVICE_DELEGATION: Asks somebody to set up one service.
    NOTICE: Tells anything else that somebody should know.
    """,
)
enum(
    EmailState,
    """What became of a mail.

    QUEUED: It waits to be sent at once.
    SENT: The mail server accepted it.
    DEFERRED: It could not be handed over yet; it is tried again for 72 hours at least.
    FAILED: It was refused for good, given up, or came back undelivered.
    KEPT: It is about a test order: it is written, to be read here, and never sent.
    """,
)
enum(
    OrganizationType,
    """The two sides of an order; an organization may be both.

    PARTNER: Sells to customers and supports them.
    CUSTOMER: Uses the services that were sold.
    """,
)
enum(
    DomainFinding,
    """What looking up the TXT record of a domain came to.

    NO_SUCH_DOMAIN: The domain itself does not exist in DNS.
    NO_RECORD: There is no TXT record at the name.
    OTHER_VALUE: There is a TXT record, with another value.
    TIMEOUT: No name server answered in time.
    REFUSED: The name servers answered with an error, or what they said can't be relied on.
    VERIFIED_ELSEWHERE: The record is there; other organizations have verified the domain too.
    FOUND: The record is there, and the domain is verified.
    """,
)
enum(
    DomainState,
    """How well an organization has proved a domain.

    PENDING: The domain was entered, and is not proved.
    VERIFIED: Proved by a DNS record; several organizations may have verified a domain.
    CLAIMED: Proved, and claimed by this organization alone.
    """,
)
enum(
    OrganizationStatus,
    """Whether an organization can be used.

    PROVISIONAL: Created for one order and not confirmed yet; nobody else finds it.
    ACTIVE: The organization is in use.
    SUSPENDED: The organization can't be used at present.
    """,
)
enum(
    MatchOutcome,
    """What the organization finder answers.

    EXACT: The address belongs to exactly one organization.
    CANDIDATES: Organizations that may be the right one; none is preselected.
    NONE: No organization matches the address or the order.
    """,
    name="MatchOutcome",
)
enum(
    MatchReason,
    """Why no organization matches the address.

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

    COMPANY: It is one company's; so is each that is not listed.
    FREE_MAIL: Of a mail or access provider where anybody gets an address.
    DISPOSABLE: Of a provider of throw-away addresses.
    SHARED: Of many organizations: only who proved it is found.
    """,
    name="MailDomainKind",
)
enum(
    MatchBasis,
    """What led to a candidate: the first of these that did.

    NAMED_BY_ORDER: The order names the organization: as its partner, or as the customer of the earlier subscription.
    ORDER_DOMAIN: The order names the domain, or an administrator at the domain.
    ORDER_NAME: It has the order's company name and country.
    CONTACT_ADDRESS: The contact's address, or the same mailbox without its tag, is one of its users.
    CONTACT_DOMAIN: The domain of the contact's address, or the one that was searched for.
    LAST_ORDER: It was the partner of the contact's last order that was mapped. Only the contact is told.
    ADMINISTERED: The contact administers it for a partner.
    """,
    name="MatchBasis",
)
enum(
    BatchAct,
    """What is done with each order of a batch; each as the mutation of that name, by whoever may call it; putting aside
    by whoever sees the order.

    RESEND: Send the contact the welcome email again: resendSetupEmail.
    DELEGATE: Let somebody else complete the order: delegateOrder by its contact, else changeProvisioningContact.
    HAND_OVER: Ask the customer's administrators to set up the services: handOverToCustomer, unless they have to be
        named.
    CANCEL: Cancel the order, for good: cancelOrder.
    PUT_ASIDE: Leave the order out of the caller's own bucket MY_TURN until a day, or until something changes on it. The
        order and everybody else's lists stay as they are.
    TAKE_UP: List what was put aside among those of the caller's turn again.
    """,
)
enum(
    BatchRowState,
    """What came of one order of a batch.

    WAITING: Its turn has not come yet.
    DONE: It was done with the order.
    REFUSED: It was refused; `message` says why. The order is as it was.
    STOPPED: The batch was stopped before its turn.
    """,
)
enum(
    CandidateFlag,
    """What speaks against a candidate.

    DORMANT: It was created, and its users were last active, more than 365 days ago.
    LIKELY_WRONG: Dormant and without any verified or claimed domain: probably not the right organization.
    RELATED_DOMAIN: Its domain is only related to the one that was searched.
    LOOK_ALIKE_DOMAIN: Its domain only looks like the one that was searched.
    MIXED_SCRIPT: The domain that was searched mixes letters of several scripts.
    """,
    name="CandidateFlag",
)
enum(
    LinkPurpose,
    """What a setup link asks of the person who opens it.

    SET_UP: Set up the order's services, as its provisioning contact.
    HAND_OVER: Set up the services that the partner handed over to the customer.
    DISPUTE: Say "This wasn't us" if the subscription was mapped to the organization by mistake.
    ADMINISTRATOR_REQUEST: Approve or deny full administrator privileges for the partner.
    SERVICE: Set up one service of the order.
    """,
)
enum(
    LinkState,
    """Whether what a setup link asks can still be answered.

    OPEN: What it asks can be answered.
    DECIDED: It was answered, or something else happened that leaves nothing to answer.
    EXPIRED: The link no longer works and nothing was decided: its time ran out, or a newer link replaced it.
    """,
)
enum(
    LinkAnswer,
    """How the question of a setup link was decided.

    DISPUTED: Somebody said "This wasn't us"; support decides.
    UPHELD: Support agreed that the order does not belong to the organization.
    DISMISSED: Support found that the order belongs to the organization.
    UNDONE: The mapping to the organization was undone.
    APPROVED: The partner got full administrator privileges.
    DENIED: The partner did not get full administrator privileges.
    TAKEN_BACK: The setup of the services, or of the one service, was taken back.
    DONE: All services, or the one service, are set up.
    CANCELLED: The order itself was cancelled.
    """,
)
enum(
    EventTopic,
    """What an event of a timeline is about.

    EMAILS: Mails and reminders about the order.
    ORGANIZATIONS: The partner and customer organization, the mapping, who sets services up, and privileges.
    SERVICES: Services with their sites, locations and licenses.
    ORDER: Everything else: the order itself.
    """,
)
enum(
    OrderSort,
    """How a list of orders is sorted.

    PLACED_NEWEST: The order that was placed last comes first.
    PLACED_OLDEST: The order that was placed first comes first.
    UPDATED_NEWEST: The order that changed last comes first.
    DEADLINE_FIRST: Earliest deadline first; orders without one, or whose deadline no longer runs because they are
        mapped or over, come last.
    WAITING_LONGEST: By how long they have waited, longest first; orders that wait for nobody come last.
    COMPANY: By companyName, A to Z, without regard to case, accents, blanks and punctuation.
    NUMBER: By orderNumber, character by character: digits, then capital letters, then small ones.
    """,
)
enum(
    ReminderRhythm,
    """How often somebody is reminded of the orders that wait for them.

    EACH: By an email for each order: 3 and 7 days after it began to wait, and 2 days before its deadline; as a
        customer’s administrator once, 7 days after the hand-over.
    DAILY: By one email with all orders that wait for them, on days on which at least one of them is to be reminded of.
    WEEKLY: The same, at most every 7 days. What would be closed before the next of them is reminded of by itself.
    OWN_TURN: Only of orders that wait for them as the contact, once: 2 days before the deadline. One click on
        “unsubscribe” chooses this.
    """,
)
enum(
    OrderBucket,
    """What orders have in common that the overview counts together. An order may be in several.

    FAILED: A service could not be provisioned: standing is CANNOT_PROVISION.
    UNDELIVERED: It waits for somebody whom its mail did not reach: undeliveredTo is not null.
    DISPUTED: The customer disputes the mapping, and support has not decided: standing is DISPUTED.
    DUE_THIS_WEEK: Its deadline is running and ends within the next 7 × 24 hours.
    MY_TURN: It waits for the viewer, as with myTurn, and they did not put it aside.
    WAITING_FOR_OTHERS: It waits for somebody else: waitingFor is not null, and it is not the viewer's turn.
    PROVISIONING: Services are being provisioned, and nothing is left to enter: standing is PROVISIONING.
    DONE: Everything is provisioned: standing is PROVISIONED.
    PUT_ASIDE: The viewer put it aside, its day has not come, and nothing changed on it since.
    """,
)
enum(
    SupportNeedKind,
    """Why an order needs support.

    DISPUTE: The customer disputes the mapping, and support has not decided: bucket DISPUTED.
    UNDELIVERED: It waits for somebody whom its mail did not reach: bucket UNDELIVERED.
    FAILED: A service could not be provisioned: bucket FAILED.
    STUCK: A service has been provisioned for more than an hour, which takes minutes.
    EXPIRING: A request for full administrator privileges ends within 3 days, and nobody has decided.
    """,
)
enum(
    ErrorCode,
    """Why an input was refused, and what to do about it.

    REQUIRED: It is missing, empty or only white space. Remedy: enter it.
    INVALID: It is not of the expected form, or not one of the allowed values. Remedy: correct it as the message says.
    TOO_LONG: It is longer than allowed, or there are too many of it. Remedy: shorten it; the message says by how much.
    NOT_ELIGIBLE: The organization or domain can't be used for this; an organization may not have been found for the
        order. Remedy: choose one that the match or a search of this order shows.
    MAPPING_INCOMPLETE: The organizations have to be chosen and confirmed first. Remedy: do what `requirements` of the
        order says is due.
    STEP_NOT_ALLOWED: What it is about is in a state that does not allow this, or it is not this person's turn. Remedy:
        read `allowedMutations` and `requirements` again.
    VERSION_CONFLICT: Somebody changed the same thing since it was read. Nothing was written. Remedy: read the order,
        compare, and send it with the current version.
    SITE_NAME_TAKEN: Somebody holds or owns this site name. Remedy: take one of the `suggestions`.
    SITE_NAME_RESERVED: This site name is reserved. Remedy: take one of the `suggestions`.
    LICENSE_SUM_MISMATCH: The units of a license do not sum to its total. Remedy: distribute all of its `totalUnits`.
    ORDER_CONFLICT: The order number was placed before with other content. Remedy: use another number, or change that
        order.
    SAME_ADDRESS: This is the address that is there already. Remedy: enter another person's.
    TOO_MANY_ATTEMPTS: It was done too often for this order, organization, mailbox or code. Remedy: come back when the
        message says.
    EXPIRED: The link, code, hold, request or time for it has expired. Remedy: ask for a new one.
    CODE_REQUIRED: The link was opened in another browser before. Remedy: enter the code that was mailed.
    CODE_INVALID: The code is not right. Remedy: enter the newest code, or ask for another one.
    IDEMPOTENCY_KEY_REUSED: The Idempotency-Key came with another request before. Remedy: send a new key with each new
        request.
    LOCATION_NAME_TAKEN: The organization has a location of this name. Remedy: enter another name, or use that location.
    DISPUTED: The customer disputes the mapping, or support agreed to that; service setup rests or has ended. Remedy:
        wait for support's decision, or ask them.
    LINK_UNKNOWN: There is no such link. Remedy: use the link of the newest mail.
    LINK_REPLACED: A newer link replaced this one, or nothing is asked of its person any more. Remedy: use the link of
        the newest mail, or ask for a new one.
    LINK_HANDED_OVER: The order was handed to somebody else. Remedy: ask them, or the seller.
    ORDER_CLOSED: The order is closed or cancelled. Remedy: ask the seller, who can reopen a closed order.
    """,
    name="UserErrorCode",
)
enum(
    FindingSeverity,
    """How much a finding of checkOrder weighs.

    INFO: Good to know; nothing has to be done.
    WARNING: Probably a mistake, or something that will hold the order up.
    BLOCKS: The order would be refused.
    """,
)
enum(
    WebhookEventType,
    """What a webhook tells of. The payload of each has orderId, orderNumber, externalId and the order's status.

    ORDER_PLACED: An order was placed.
    ORDER_MAPPED: The organizations of an order were confirmed.
    ORDER_STATUS_CHANGED: The status of an order changed; `previousStatus` is the one before.
    SERVICE_STATE_CHANGED: The state of a service changed; `service` has its id, kind, state and previousState.
    ORDER_COMPLETED: Every service of an order is provisioned.
    ORDER_CLOSED: An order was closed at its deadline.
    ORDER_CANCELLED: An order was cancelled.
    ORDER_DISPUTED: The customer said "This wasn't us".
    EMAIL_FAILED: A mail about an order was not delivered, for good; `emailId` is its global id.
    TEST: Somebody called sendTestWebhook; the payload has webhookId and no order.
    """,
)
enum(
    WebhookDeliveryState,
    """What became of a delivery.

    PENDING: It is still to be sent, or sent again.
    DELIVERED: The receiver accepted it with a status from 200 to 299.
    FAILED: It was given up after three days, as the receiver was gone, or as the webhook was switched off.
    """,
)
