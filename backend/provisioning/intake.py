"""Intake: the seller places an order; reschedules, cancels or reopens it; changes its contact; sends the mail again."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec

from backend import database
from backend.language import primary
from backend.limits.rates import hit
from backend.models.order import EventKind, LicenseScope, Order, OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning import audience, dossier, links, listed_orders, order_words, organizations, reminders
from backend.provisioning.access import Actor
from backend.provisioning.act import Act, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused

DEFAULT_DAYS = 30
DAYS_OF_OFFER = {"Webex Suite Express": 7}  # until the deadline, where an offer has its own
MAX_CONTACT_CHANGES = 5  # a day and order
EARLIEST_START = timedelta(days=5 * 366)  # before today; a day in the past means at once
FARTHEST_START = timedelta(days=2 * 366)  # from the day on which the date is set
_LICENSE = "INSERT INTO license (order_id, position, name, service, scope, total_units) VALUES ($1, $2, $3, $4, $5, $6)"
_SERVICE = "INSERT INTO service (order_id, kind, state) VALUES ($1, $2, $3)"


class SoldLicense(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A license as sold."""

    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int


class NewOrder(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """An order as a seller's system sends it: the fields of PlaceOrderInput."""

    order_number: str
    offer: str
    company_name: str
    provisioning_contact_email: str
    requested_start_date: date
    seller_name: str
    term_months: int
    licenses: list[SoldLicense]
    external_id: str | None = None
    country: str | None = None
    customer_domain: str | None = None
    customer_admin_email: str | None = None
    seller_email: str | None = None
    language: str | None = None
    previous_organization_external_id: str | None = None
    partner_organization_external_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """The order's fields, checked."""

    columns: dict[str, Any]
    licenses: list[SoldLicense]


async def place_order(new: NewOrder, seller: str, at: datetime) -> Dossier:
    """Place an order, once: the same order again is answered with the one that exists.

    Raises Refused for bad input, Refused ORDER_CONFLICT if the number exists with other content, and IntegrityError
    if somebody places the same number this moment: a second try finds it.
    """
    body = sha256(msgspec.json.encode(new)).hexdigest()
    if existing := await _placed(seller, new.order_number, body):
        return existing
    read = _read(new, at.date())
    order = await _insert(read, seller, body, at)
    placed = await dossier.read(order.id)
    if placed is None:  # pragma: no cover - it was just written
        raise RuntimeError("the order is gone")
    async with by_system(placed, at, Actor(token=seller)) as act:
        act.record_event(EventKind.ORDER_PLACED, number=placed.order_number)
    await order_words.save(placed, None, ())
    await listed_orders.add(placed)
    if placed.requested_start_date <= at.date():
        async with by_system(placed, at) as act:
            await start(act)
    return act.outcome or placed


async def _placed(seller: str, number: str, body: str) -> Dossier | None:
    row = await database.row(
        "SELECT id, placed_body FROM orders WHERE seller = $1 AND order_number = $2", [seller, " ".join(number.split())]
    )
    if row is None:
        return None
    if row["placed_body"] != body:
        raise Refused(
            ErrorCode.ORDER_CONFLICT,
            "An order with this number was placed before, with different content.",
            ("orderNumber",),
        )
    return await dossier.read(row["id"])


async def _insert(read: _Read, seller: str, body: str, at: datetime) -> Order:
    order = await Order.create(
        **read.columns,
        seller=seller,
        placed_body=body,
        placed_at=at,
        updated_at=at,
        turn_since=at,
        status=OrderStatus.SCHEDULED,
        subscription_number=f"Sub{secrets.randbelow(9 * 10**9) + 10**9}",
    )
    for position, sold in enumerate(read.licenses):
        await database.execute(
            _LICENSE, [order.id, position, sold.name, sold.service.value, sold.scope.value, sold.total_units]
        )
    for kind in ServiceKind:
        if any(sold.service is kind for sold in read.licenses):
            await database.execute(_SERVICE, [order.id, kind.value, ServiceState.NOT_STARTED.value])
    return order


def _read(new: NewOrder, today: date) -> _Read:
    entries = Entries()
    contact, contact_key = entries.email(new.provisioning_contact_email, "provisioningContactEmail")
    salesperson, salesperson_key = entries.email(new.seller_email, "sellerEmail", required=False)
    columns: dict[str, Any] = {
        "order_number": entries.number(new.order_number, "orderNumber", most=64),
        "external_id": entries.number(new.external_id, "externalId", most=128, required=False) or None,
        "offer": entries.text(new.offer, "offer", most=200),
        "company_name": entries.text(new.company_name, "companyName", most=200),
        "country": entries.country(new.country, "country", required=False) or None,
        "customer_domain": entries.domain(new.customer_domain, "customerDomain"),
        "customer_admin_email": entries.email(new.customer_admin_email, "customerAdminEmail", required=False)[0]
        or None,
        "contact_email": contact,
        "contact_key": contact_key,
        "requested_start_date": new.requested_start_date,
        "seller_name": entries.text(new.seller_name, "sellerName", most=200),
        "seller_email": salesperson or None,
        "seller_key": salesperson_key or None,
        "term_months": new.term_months,
        "language": primary(new.language),
        "previous_organization": entries.text(
            new.previous_organization_external_id, "previousOrganizationExternalId", most=128, required=False
        )
        or None,
        "named_partner": entries.text(
            new.partner_organization_external_id, "partnerOrganizationExternalId", most=128, required=False
        )
        or None,
        "deadline_days": DAYS_OF_OFFER.get(new.offer.strip(), DEFAULT_DAYS),
    }
    if new.requested_start_date > today + FARTHEST_START:
        entries.refuse(ErrorCode.INVALID, "Choose a day within the next two years.", "requestedStartDate")
    if new.requested_start_date < today - EARLIEST_START:
        entries.refuse(ErrorCode.INVALID, "Choose a day of the last five years, or a later one.", "requestedStartDate")
    if not 1 <= new.term_months <= 120:
        entries.refuse(ErrorCode.INVALID, "Enter a term between 1 and 120 months.", "termMonths")
    licenses = _read_licenses(new.licenses, entries)
    entries.check()
    return _Read(columns, licenses)


def _read_licenses(licenses: list[SoldLicense], entries: Entries) -> list[SoldLicense]:
    if not licenses:
        entries.refuse(ErrorCode.REQUIRED, "An order needs at least one license.", "licenses")
    if len(licenses) > 50:
        entries.refuse(ErrorCode.TOO_LONG, "An order can have at most {most} licenses.", "licenses", most=50)
        return []
    read = []
    for number, sold in enumerate(licenses):
        path = ("licenses", str(number))
        name = entries.text(sold.name, *path, "name", most=120)
        if not 1 <= sold.total_units <= 10_000_000:
            entries.refuse(ErrorCode.INVALID, "Enter a number of units between 1 and 10,000,000.", *path, "totalUnits")
        if sold.scope is LicenseScope.PER_SITE and sold.service is not ServiceKind.MEETINGS:
            entries.refuse(ErrorCode.INVALID, "Only licenses of Meetings are split over sites.", *path, "scope")
        read.append(SoldLicense(name, sold.service, sold.scope, sold.total_units))
    if len({sold.name for sold in read}) < len(read):
        entries.refuse(ErrorCode.INVALID, "Give each license a name of its own.", "licenses")
    return read


async def start(act: Act) -> None:
    """The requested start date has come: the contact gets the welcome email and the deadline begins to run."""
    await _begin(act, OrderStatus.AWAITING_CONTACT)
    act.record_event(EventKind.ORDER_STARTED)


async def _begin(act: Act, status: OrderStatus) -> None:
    """The contact's turn begins: the deadline and the reminders run from now, and the welcome email goes out."""
    deadline = act.at + timedelta(days=act.order.deadline_days)
    remind_at = reminders.next_reminder(act.at, deadline, act.at)
    act.set(status=status, issued_at=act.at, deadline=deadline, turn_since=act.at, remind_at=remind_at)
    await links.send_setup_mail(act)


async def reschedule(act: Act, day: date) -> None:
    """Move the requested start date of an order that has not started."""
    if day < act.at.date():
        raise Refused(ErrorCode.INVALID, "Choose today or a later day.", ("requestedStartDate",))
    if day > act.at.date() + FARTHEST_START:
        raise Refused(ErrorCode.INVALID, "Choose a day within the next two years.", ("requestedStartDate",))
    act.set(requested_start_date=day)
    act.record_event(EventKind.ORDER_RESCHEDULED, day=day.isoformat())
    if day == act.at.date():
        await _begin(act, OrderStatus.AWAITING_CONTACT)


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
    if order.issued_at is not None:
        await act.mail(EmailKind.NOTICE, order.contact_email, topic=MailTopic.CANCELLED, reason=act.reason)


async def reopen(act: Act) -> None:
    """Open a closed order again where it was; the deadline runs anew and the contact gets a new link."""
    act.set(closed_from=None)
    act.record_event(EventKind.ORDER_REOPENED)
    await _begin(act, act.order.closed_from or OrderStatus.AWAITING_CONTACT)


async def close_overdue(act: Act) -> None:
    """The deadline has passed: the order is closed, drafts stay, held site names are free again."""
    order = act.order
    act.set(status=OrderStatus.CLOSED, closed_from=order.status, turn_since=act.at)
    act.record_event(EventKind.ORDER_CLOSED)
    await release_holds(order)
    await links.end(order.id, LinkEnd.ORDER_CLOSED, act.at)
    ended = order.deadline.date() if order.deadline else None
    await act.mail(
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
    await links.send_setup_mail(act)
