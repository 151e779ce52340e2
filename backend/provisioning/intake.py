"""Intake: the seller places an order; reschedules, cancels or reopens it; changes its contact; sends the mail again."""

import json
import secrets
from datetime import date, datetime, timedelta

from backend import database
from backend.limits.rates import hit
from backend.models.order import EventKind, OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd
from backend.models.service import ServiceState
from backend.provisioning import audience, dossier, links, organizations, reminders
from backend.provisioning.access import SYSTEM, Actor
from backend.provisioning.act import Act, by_system
from backend.provisioning.dossier import Dossier, LicenseRecord, ServiceRecord
from backend.provisioning.journey import contact_addressed
from backend.provisioning.new_order import COLUMNS, FARTHEST_START, NewOrder, SoldOrder, body_of, find_placed, read
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused
from backend.sql import listed, new_numbers

MAX_CONTACT_CHANGES = 5  # a day and order
_NUMBERS = """
SELECT {order} AS orders, {licenses} AS licenses, {services} AS services, (
  SELECT n.id FROM organization n0 JOIN organization n ON n.id = COALESCE(n0.survivor_id, n0.id)
  WHERE n0.external_id = $4 AND n0.status IN ('ACTIVE', 'MERGED') AND n.status = 'ACTIVE'
) AS named_partner_id
"""


async def place_order(new: NewOrder, seller: str, at: datetime) -> Dossier:
    """Place an order, once: the same order again is answered with the one that exists.

    In the caller's transaction, with few statements; nobody else has the order yet, so nothing is locked or read again.

    Raises Refused for bad input, Refused ORDER_CONFLICT if the number exists with other content, and IntegrityError
    if somebody places the same number this moment: a second try finds it.
    """
    if existing := await find_placed(new, seller):
        placed = await dossier.read(existing)
        if placed is None:  # pragma: no cover - it was just found
            raise LookupError(existing)
        return placed
    sold = read(new, at.date())
    sold.check()
    order = await _as_placed(sold, seller, body_of(new), at)
    async with by_system(order, at, Actor(token=seller), is_new=True) as act:
        act.record_event(EventKind.ORDER_PLACED, number=order.order_number)
        if order.requested_start_date <= at.date():
            act.actor = SYSTEM
            await start(act)
    return act.outcome or order


async def _as_placed(sold: SoldOrder, seller: str, body: str, at: datetime) -> Dossier:
    """The order with its licenses and services, as it is going to be written."""
    sold_as = {name: getattr(sold, name) for name in COLUMNS}
    of_order, of_licenses, of_services, named_partner_id = await _numbers(sold)
    return Dossier(
        **sold_as,
        id=of_order,
        seller=seller,
        placed_body=body,
        subscription_number=f"Sub{secrets.randbelow(9 * 10**9) + 10**9}",
        placed_at=at,
        updated_at=at,
        turn_since=at,
        version=1,
        generation=0,
        status=OrderStatus.SCHEDULED,
        audience=None,
        audience_confirmed=False,
        partner_organization_id=None,
        customer_organization_id=None,
        mapped_at=None,
        customer_sets_up_services=False,
        customer_contact=None,
        issued_at=None,
        deadline=None,
        remind_at=None,
        hand_over_remind_at=None,
        closed_from=None,
        licenses=[
            LicenseRecord(id=number, name=one.name, service=one.service, scope=one.scope, total_units=one.total_units)
            for number, one in zip(of_licenses, sold.licenses, strict=True)
        ],
        services=[
            ServiceRecord(
                id=number,
                kind=kind,
                state=ServiceState.NOT_STARTED,
                saved_at=None,
                saved_by=None,
                submitted_at=None,
                failure=None,
            )
            for number, kind in zip(of_services, sold.services, strict=True)
        ],
        sites=[],
        locations=[],
        steps=[],
        partner=None,
        customer=None,
        delegation=None,
        dispute=None,
        request=None,
        administrators=[],
        viewer_key="",
        viewer_is_former=False,
        viewer_administers=[],
        named_partner_id=named_partner_id,
    )


async def _numbers(sold: SoldOrder) -> tuple[int, list[int], list[int], int | None]:
    """Numbers for the order, its licenses and its services, and that of the partner organization that it names."""
    sql = _NUMBERS.format(
        order=new_numbers("orders", 1), licenses=new_numbers("license", 2), services=new_numbers("service", 3)
    )
    wanted = [listed(range(1, many + 1)) for many in (1, len(sold.licenses), len(sold.services))]
    found = await database.row(sql, [*wanted, None if sold.test else sold.named_partner])
    if found is None:  # pragma: no cover - it is a row of its own
        raise LookupError
    [of_order], *others = (sorted(json.loads(found[table])) for table in ("orders", "licenses", "services"))
    return of_order, *others, found["named_partner_id"]


async def start(act: Act) -> None:
    """The requested start date has come: the contact gets the welcome email and the deadline begins to run."""
    _begin(act, OrderStatus.AWAITING_CONTACT)
    act.record_event(EventKind.ORDER_STARTED)


def _begin(act: Act, status: OrderStatus) -> None:
    """The contact's turn begins: the deadline and the reminders run from now, and the welcome email goes out."""
    deadline = act.at + timedelta(days=act.order.deadline_days)
    remind_at = reminders.next_reminder(act.at, deadline, act.at)
    act.set(status=status, issued_at=act.at, deadline=deadline, turn_since=act.at, remind_at=remind_at)
    links.send_setup_mail(act)
    act.outcome = act.order


async def reschedule(act: Act, day: date) -> None:
    """Move the requested start date of an order that has not started."""
    if day < act.at.date():
        raise Refused(ErrorCode.INVALID, "Choose today or a later day.", ("requestedStartDate",))
    if day > act.at.date() + FARTHEST_START:
        raise Refused(ErrorCode.INVALID, "Choose a day within the next two years.", ("requestedStartDate",))
    act.set(requested_start_date=day)
    act.record_event(EventKind.ORDER_RESCHEDULED, day=day.isoformat())
    if day == act.at.date():
        _begin(act, OrderStatus.AWAITING_CONTACT)


async def cancel(act: Act) -> None:
    """Cancel an order before any service is submitted. Held site names are free again, created organizations go."""
    order = act.order
    act.set(status=OrderStatus.CANCELLED, turn_since=act.at)
    act.record_event(EventKind.ORDER_CANCELLED)
    await release_holds(order)
    if order.status is OrderStatus.MAPPED:
        await organizations.unmap(act)
    await organizations.drop_created(act)
    await links.end(order.id, LinkEnd.ORDER_CLOSED, act.at)
    if order.issued_at is not None and (contact := contact_addressed(order)):
        act.mail(EmailKind.NOTICE, contact, topic=MailTopic.CANCELLED, reason=act.reason)


async def reopen(act: Act) -> None:
    """Open a closed order again where it was; the deadline runs anew and the contact gets a new link."""
    act.set(closed_from=None)
    act.record_event(EventKind.ORDER_REOPENED)
    _begin(act, act.order.closed_from or OrderStatus.AWAITING_CONTACT)


async def close_overdue(act: Act) -> None:
    """The deadline has passed: the order is closed, drafts stay, held site names are free again."""
    order = act.order
    act.set(status=OrderStatus.CLOSED, closed_from=order.status, turn_since=act.at)
    act.record_event(EventKind.ORDER_CLOSED)
    await release_holds(order)
    await links.end(order.id, LinkEnd.ORDER_CLOSED, act.at)
    ended = order.deadline.date() if order.deadline else None
    act.mail(
        EmailKind.NOTICE, order.contact_email, topic=MailTopic.CLOSED, key=f"closed:{order.generation}", deadline=ended
    )


async def release_holds(order: Dossier) -> None:
    """Let go of the site names that this order only holds."""
    held = [site.id for site in order.sites if site.held_name and site.organization_id is None]
    for site_id in held:
        await database.execute("UPDATE site SET held_name = NULL, held_at = NULL WHERE id = $1", [site_id])


async def change_contact(act: Act, email: str) -> None:
    """Give the order another provisioning contact. Drafts stay, the former contact's links are dead."""
    entries = Entries()
    address, key = entries.email(email, "email")
    entries.check()
    if await hit("contact-changes", str(act.order.id), MAX_CONTACT_CHANGES, timedelta(days=1), act.at):
        text = "The contact was already changed {count} times today."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, ("email",), values={"count": MAX_CONTACT_CHANGES})
    await audience.hand_to(act, address, key, by_contact=False)


async def resend(act: Act) -> None:
    """Send the welcome email again, with a new link."""
    if await hit("link-renewal", str(act.order.id), links.MAX_RENEWALS, timedelta(hours=1), act.at):
        text = "The welcome email was already sent {count} times this hour. Try again later."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, values={"count": links.MAX_RENEWALS})
    act.record_event(EventKind.SETUP_MAIL_RESENT, to=act.order.contact_email)
    links.send_setup_mail(act)
