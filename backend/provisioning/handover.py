"""Hand-over: the customer sets up their own services. The partner loses nothing; both may work."""

from datetime import datetime, timedelta

from backend import database
from backend.limits.rates import hit
from backend.models.order import AdministratorRequest, AdministratorRequestState, Audience, EventKind
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd, LinkPurpose
from backend.provisioning import journey, links, reminder_digests, service_delegates, undelivered
from backend.provisioning.act import Act
from backend.provisioning.administrators import list_administrators
from backend.provisioning.dossier import Dossier, RequestRecord
from backend.provisioning.finder import directory
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.reminder_rhythm import Delivery, open_person
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused

REQUEST_LIFETIME = timedelta(days=14)
REMIND_AFTER = timedelta(days=7)
MAX_HAND_OVERS = 5  # a day and order
_INVITED = """
SELECT DISTINCT o.customer_organization_id AS organization_id, o.customer_contact AS email FROM setup_link l
JOIN orders o ON o.id = l.order_id AND o.customer_contact = l.email AND o.mapped_at IS NOT NULL
WHERE l.email_key = $1 AND (CAST($2 AS BIGINT) IS NULL OR o.id = $2) AND NOT EXISTS (
  SELECT 1 FROM organization_user u WHERE u.organization_id = o.customer_organization_id AND u.email_key = $1
)
ORDER BY organization_id
"""


async def hand_over(act: Act, customer_admin_email: str | None) -> None:
    """Every full administrator of the customer gets a mail; a new customer's administrator is the address given."""
    order = act.order
    if order.audience is not Audience.CUSTOMER or order.customer is None:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "Only an order for a customer can be handed over.")
    if order.customer_sets_up_services and not await _replaces(order, customer_admin_email):
        return
    recipients = await _recipients(act, customer_admin_email)
    if await hit("hand-overs", str(order.id), MAX_HAND_OVERS, timedelta(days=1), act.at):
        text = "This order was handed over {count} times today."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, values={"count": MAX_HAND_OVERS})
    act.set(customer_sets_up_services=True, turn_since=act.at, hand_over_remind_at=act.at + REMIND_AFTER)
    undelivered.forget_alarm(act)
    await service_delegates.end_all(act)
    act.record_event(EventKind.HANDED_OVER, customer=order.customer.display_name)
    for email, key in recipients:
        await mail_customer(act, EmailKind.HAND_OVER, email, key)


async def mail_customer(act: Act, kind: EmailKind, email: str, key: str, *, topic: MailTopic | None = None) -> None:
    """Mail an administrator of the customer, with their link unless it only tells them something.

    At most one of a kind a day: people who never asked for this order are not flooded with mail about it.
    """
    of_a_kind = links.hash_secret(f"{act.order.id}:{kind}:{topic}:{key}")
    if await hit("customer-mails", of_a_kind, 1, timedelta(days=1), act.at):
        return
    link = None
    if kind is not EmailKind.NOTICE:
        purpose = links.purpose_of(kind)
        link = await links.issue(act.order.id, email, key, act.at + links.LIFETIME, act.at, purpose=purpose)
    act.mail(kind, email, topic=topic, link=link)


async def _replaces(order: Dossier, customer_admin_email: str | None) -> bool:
    """Whether the address is another one than the invited person's, who has not come yet."""
    if not (customer_admin_email and order.customer_contact and order.customer):
        return False
    address, key = Entries().email(customer_admin_email, "customerAdminEmail")
    return address != order.customer_contact and not await _has_signed_in(order, _key_of(order.customer_contact), key)


async def _has_signed_in(order: Dossier, *keys: str) -> bool:
    administrators = await list_administrators(order.customer_organization_id or 0)
    return any(key in keys for _, key in administrators)


def _key_of(email: str) -> str:
    return read_address(email).key


async def _recipients(act: Act, customer_admin_email: str | None) -> list[tuple[str, str]]:
    order = act.order
    if order.customer is None:  # pragma: no cover - asked before
        return []
    if not journey.needs_customer_administrator(order):
        found = await list_administrators(order.customer.id)
        if not found:
            # Nobody here may make a stranger the administrator of an organization that was there before.
            text = "{organization} has no administrator we could ask. Set up the services yourself."
            raise Refused(ErrorCode.NOT_ELIGIBLE, text, values={"organization": order.customer.display_name})
        return found
    entries = Entries()
    email, key = entries.email(customer_admin_email, "customerAdminEmail")
    entries.check()
    invited = order.customer_contact
    if (
        invited
        and _key_of(invited) not in {key, order.contact_key}
        and not await _has_signed_in(order, _key_of(invited))
    ):
        await links.end(order.id, LinkEnd.REPLACED, act.at, email_key=_key_of(invited))
    act.set(customer_contact=email)
    return [(email, key)]


async def make_invited_administrator(email_key: str, at: datetime, order_id: int | None = None) -> None:
    """Whoever was asked to set up a new customer and comes in becomes its full administrator.

    They come by the link of one order, or (without `order_id`) by a code for everything of their mailbox. In the
    caller's transaction, which locks the organizations in the order of their ids, as everybody does.
    """
    for row in await database.rows(_INVITED, [email_key, order_id]):
        await directory.make_administrator(row["organization_id"], row["email"], at)


async def _customers(order: Dossier) -> list[tuple[str, str]]:
    """The customer's full administrators, and who was asked to become one."""
    found = await list_administrators(order.customer_organization_id or 0)
    invited = [(order.customer_contact, _key_of(order.customer_contact))] if order.customer_contact else []
    asked = {key: email for email, key in [*invited, *found]}
    return [(email, key) for key, email in asked.items() if key != order.contact_key]


async def take_back(act: Act) -> None:
    """The partner sets up the services after all; the customer's administrators keep their access."""
    order = act.order
    act.set(customer_sets_up_services=False, turn_since=act.at, hand_over_remind_at=None)
    undelivered.forget_alarm(act)
    act.record_event(EventKind.HAND_OVER_TAKEN_BACK)
    await service_delegates.end_all(act)
    for email, key in await _customers(order):
        await mail_customer(act, EmailKind.NOTICE, email, key, topic=MailTopic.SETUP_TAKEN_BACK)


async def request_full_administrator(act: Act) -> None:
    """After setup the partner asks the customer's full administrators for full administrator rights."""
    order = act.order
    if order.customer is None:  # pragma: no cover - the journey asked
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "There is no customer organization.")
    if await hit("administrator-requests", str(order.id), 1, timedelta(days=1), act.at):
        text = "Full administrator privileges were already requested today. Try again tomorrow."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text)
    request = await AdministratorRequest.create(
        order_id=order.id,
        organization_id=order.chosen_customer_id or order.customer.id,
        requested_by=act.actor.email or order.contact_email,  # a program asks for the order's own contact
        requested_at=act.at,
        expires_at=act.at + REQUEST_LIFETIME,
        state=AdministratorRequestState.PENDING,
    )
    act.record_event(EventKind.ADMINISTRATOR_REQUESTED, organization=order.customer.display_name)
    for email, key in await list_administrators(order.customer.id):
        purpose = LinkPurpose.ADMINISTRATOR_REQUEST
        link = await links.issue(order.id, email, key, request.expires_at, act.at, purpose=purpose)
        act.mail(EmailKind.ADMINISTRATOR_REQUEST, email, link=link, expires_at=request.expires_at, requested_at=act.at)


async def decide_request(act: Act, request_id: int, *, approve: bool) -> None:
    """A full administrator of the customer approves or denies the request."""
    order, request = act.order, act.order.request
    if request is None or request.id != request_id:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This request was already decided.")
    if request.expires_at <= act.at:
        raise Refused(ErrorCode.EXPIRED, "This request has expired.", ("requestId",))
    state = AdministratorRequestState.APPROVED if approve else AdministratorRequestState.DENIED
    await database.execute(
        "UPDATE administrator_request SET state = $1, decided_by = $2, decided_at = $3 WHERE id = $4",
        [state.value, act.actor.name, act.at, request_id],
    )
    undelivered.forget_alarm(act)
    act.record_event(EventKind.REQUEST_APPROVED if approve else EventKind.REQUEST_DENIED)
    if approve:
        await database.execute(
            "UPDATE partner_relation SET role = 'FULL_ADMINISTRATOR' WHERE order_id = $1", [order.id]
        )
        await directory.make_administrator(request.organization_id, request.requested_by, act.at, for_partner=True)
    topic = MailTopic.REQUEST_APPROVED if approve else MailTopic.REQUEST_DENIED
    act.mail(EmailKind.NOTICE, request.requested_by, topic=topic, reason=act.reason)


async def withdraw(act: Act, request: RequestRecord) -> None:
    """The customer's dispute was upheld: rights that they had given by a request end, an open request is denied."""
    if request.state is AdministratorRequestState.APPROVED:
        await directory.dismiss_user(request.organization_id, _key_of(request.requested_by), act.at)
    await database.execute(
        "UPDATE administrator_request SET state = 'DENIED', decided_at = $1 WHERE id = $2 AND state <> 'EXPIRED'",
        [act.at, request.id],
    )


async def remind(act: Act) -> None:
    """A week after the hand-over: every administrator of the customer is reminded, once, as they want it."""
    order = act.order
    act.set(hand_over_remind_at=None)
    customers = sorted(await _customers(order), key=lambda one: one[1])  # in one order for all: each is locked
    alone = [one for one in customers if order.test or await _is_reminded_alone(act, *one)]
    if alone:
        act.record_event(EventKind.CUSTOMER_REMINDED)
    for email, key in alone:
        act.mail(
            EmailKind.REMINDER,
            email,
            topic=MailTopic.HAND_OVER,
            link=await links.issue(
                order.id, email, key, act.at + links.LIFETIME, act.at, purpose=LinkPurpose.HAND_OVER
            ),
            key=f"hand-over:{order.generation}:{order.turn_since.isoformat()}",
            requested_at=order.turn_since,
        )


async def _is_reminded_alone(act: Act, email: str, key: str) -> bool:
    """Whether an administrator is sent a reminder of this order; else it joins their digest, or they want none."""
    person = await open_person(email, key, act.at)
    delivery = await reminder_digests.delivery_to(person, act.order, act.at, last=False)
    if delivery is Delivery.DIGEST:
        await reminder_digests.join(person, act.order, act.at)
    return delivery is Delivery.ALONE


async def expire_request(act: Act) -> None:
    """Nobody decided within the request's lifetime."""
    request = act.order.request
    if request is None or request.state is not AdministratorRequestState.PENDING:
        return  # somebody decided this moment
    await database.execute("UPDATE administrator_request SET state = 'EXPIRED' WHERE id = $1", [request.id])
    undelivered.forget_alarm(act)
    act.record_event(EventKind.REQUEST_EXPIRED)
    act.mail(EmailKind.NOTICE, request.requested_by, topic=MailTopic.REQUEST_EXPIRED, key=f"request:{request.id}")
