"""A customer ends what a partner may do in their organization; the partner asks for it again, and the customer decides.

Ended is ended at once, as every right is read from the order: see `journey.partner_has_access`. Orders that were to be
set up by the partner's side are the customer's turn from then on; what was submitted goes on.
"""

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from typing import Any

from backend import database
from backend.database import Row
from backend.limits.rates import hit
from backend.models.order import AdministratorRole, EventKind
from backend.models.organization import OrganizationEventKind
from backend.models.outbox import MailTopic
from backend.models.person import LinkEnd
from backend.provisioning import (
    dossier,
    history,
    journey,
    links,
    notices,
    organizations,
    partner_access,
    service_delegates,
    typed_steps,
    undelivered,
)
from backend.provisioning.access import Actor
from backend.provisioning.act import MAX_REASON_LENGTH, Act, by_system
from backend.provisioning.dossier import Dossier, OrganizationRecord
from backend.provisioning.finder import directory, index
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.partner_access import PartnerRight
from backend.provisioning.survivors import all_of
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused
from backend.sql import among, listed

REQUEST_LIFETIME = timedelta(days=14)
MAX_REQUESTS = 3  # in the days below, and one a day: people who ended an access are not to be pressed
REQUESTS_WINDOW = timedelta(days=30)

_ORDERS = f"""
SELECT id FROM orders WHERE customer_organization_id IN ({all_of("$1")}) AND mapped_at IS NOT NULL
  AND partner_organization_id IN ({all_of("$2")}) AND audience = 'CUSTOMER' ORDER BY id
"""
_WITHDRAW = """
UPDATE administrator_request SET state = 'DENIED', decided_at = $1
WHERE order_id = $2 AND state IN ('PENDING', 'APPROVED')
"""
_REQUEST = """
INSERT INTO partner_access_request
  (partner_organization_id, customer_organization_id, requested_by, requested_at, expires_at, reason)
VALUES ($1, $2, $3, $4, $5, $6)
"""
_OPEN = f"""
SELECT 1 AS one FROM partner_access_request WHERE partner_organization_id IN ({all_of("$1")})
  AND customer_organization_id IN ({all_of("$2")}) AND approved IS NULL AND expires_at > $3
"""
_ANSWERED = "UPDATE partner_access_request SET approved = $1, decided_by = $2, decided_at = $3 WHERE id = $4"
# A request of a partner that has its access again, or whose access ended once more, is no question any more.
_CLOSE = f"""
UPDATE partner_access_request SET approved = false, decided_by = $3, decided_at = $4
WHERE partner_organization_id IN ({all_of("$1")}) AND customer_organization_id IN ({all_of("$2")}) AND approved IS NULL
"""


_Sides = tuple[OrganizationRecord, OrganizationRecord]  # the customer and its partner


class Asked(Row, frozen=True, kw_only=True):
    """A request for access, with the survivors of both sides."""

    id: int
    partner: int
    customer: int
    requested_by: str
    expires_at: datetime
    approved: bool | None


_ASKED = """
SELECT q.id, COALESCE(p.survivor_id, p.id) AS partner, COALESCE(c.survivor_id, c.id) AS customer, q.requested_by,
  q.expires_at, q.approved
FROM partner_access_request q JOIN organization p ON p.id = q.partner_organization_id
JOIN organization c ON c.id = q.customer_organization_id WHERE q.id = $1
"""


async def asked(request_id: int) -> Asked | None:
    """A request by its number."""
    return await database.record(Asked, _ASKED, [request_id])


async def end(customer_id: int, partner_id: int, actor: Actor, at: datetime, reason: str | None) -> list[int]:
    """End what a partner may do in a customer organization, in the caller's transaction; the orders that it lost.

    Nothing happens where it has nothing left. Who acts is an own full administrator of the customer.
    """
    why = _read_reason(reason)
    orders = [order for order in await _locked(customer_id, partner_id) if journey.partner_has_access(order)]
    shown = {one.partner: one for one in (await partner_access.of_customers([customer_id], at)).get(customer_id, [])}
    people = shown[partner_id].people if partner_id in shown else ()
    lost = {one.email_key: one.email for one in people if one.right is not PartnerRight.SERVICE_DELEGATE}
    if not orders and not lost:
        return []
    customer, partner = await _sides(customer_id, partner_id)
    for order in orders:
        async with by_system(order, at, actor) as act:
            act.reason = why
            act.record_event(EventKind.PARTNER_ACCESS_ENDED, partner=partner.display_name)
            await _end_of_order(act, lost)
    await _dismiss(customer_id, orders, lost, at)
    await database.execute(_CLOSE, [partner_id, customer_id, actor.name, at])
    await _note(OrganizationEventKind.PARTNER_ACCESS_ENDED, (customer, partner), actor, at, why)
    told: dict[str, Any] = {
        "actor": actor.name,
        "customer_name": customer.display_name,
        "partner_name": partner.display_name,
        "reason": why,
    }
    key = f"access:{partner_id}:{customer_id}:{at.timestamp()}"
    await notices.mail_administrators(
        partner_id,
        MailTopic.PARTNER_ACCESS_ENDED,
        key,
        at,
        page="access",
        administrators=[(email, email_key) for email_key, email in lost.items()],
        **told,
    )
    await notices.mail_administrators(
        customer_id,
        MailTopic.PARTNER_ACCESS_ENDED_BY_US,
        key,
        at,
        but=actor.email_key,
        page="access",
        **told,
    )
    return [order.id for order in orders]


async def request(partner_id: int, customer_id: int, actor: Actor, at: datetime, reason: str | None) -> None:
    """A partner whose access was ended asks for it again: the customer's full administrators are mailed."""
    why = _read_reason(reason)
    await index.lock([customer_id])
    ended = [order for order in await _orders(customer_id, partner_id) if not journey.partner_has_access(order)]
    if not ended:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This customer has not ended your organization’s access.")
    customer, partner = await _sides(customer_id, partner_id)
    if await database.row(_OPEN, [partner_id, customer_id, at]):
        text = "Your organization has already asked. {customer} has 14 days to decide."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, values={"customer": customer.display_name})
    pair = f"{partner_id}:{customer_id}"
    if await hit("access-requests-of-a-day", pair, 1, timedelta(days=1), at) or await hit(
        "access-requests", pair, MAX_REQUESTS, REQUESTS_WINDOW, at
    ):
        text = "You can ask once a day and three times in 30 days. Try again later, or call the customer."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text)
    expires_at = at + REQUEST_LIFETIME
    await database.execute(_REQUEST, [partner_id, customer_id, actor.email, at, expires_at, why])
    await _note(OrganizationEventKind.PARTNER_ACCESS_REQUESTED, (customer, partner), actor, at, why)
    await notices.mail_administrators(
        customer_id,
        MailTopic.PARTNER_ACCESS_REQUESTED,
        f"access-request:{pair}:{at.timestamp()}",
        at,
        page="access",
        actor=actor.name,
        partner_name=partner.display_name,
        customer_name=customer.display_name,
        reason=why,
        expires_at=expires_at,
    )


async def decide(wanted: Asked, actor: Actor, at: datetime, *, approve: bool) -> list[int]:
    """The customer gives a partner its access again, or does not; the orders that it sees again.

    It gets the orders that it had, to set them up, and no more: full privileges are asked for anew.
    """
    customer, partner = await _sides(wanted.customer, wanted.partner)
    orders = [
        order for order in await _locked(wanted.customer, wanted.partner) if not journey.partner_has_access(order)
    ]
    found = await asked(wanted.id)
    if found is None or found.approved is not None:
        if found is not None and found.approved is approve:
            return []  # somebody answered the same a moment ago
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This request was already decided.", ("requestId",))
    if found.expires_at <= at:
        raise Refused(ErrorCode.EXPIRED, "This request has expired.", ("requestId",))
    await database.execute(_ANSWERED, [approve, actor.name, at, wanted.id])
    kind = OrganizationEventKind.PARTNER_ACCESS_GRANTED if approve else OrganizationEventKind.PARTNER_ACCESS_DECLINED
    topic = MailTopic.PARTNER_ACCESS_GRANTED if approve else MailTopic.PARTNER_ACCESS_DECLINED
    for order in orders if approve else ():
        async with by_system(order, at, actor) as act:
            act.set(partner_access_ended_at=None)
            act.record_event(EventKind.PARTNER_ACCESS_GRANTED, partner=partner.display_name)
            await organizations.begin_relation(order, AdministratorRole.PROVISIONING_ADMINISTRATOR, at)
    await _note(kind, (customer, partner), actor, at)
    await notices.mail_administrators(
        wanted.partner,
        topic,
        f"access-request:{wanted.id}",
        at,
        page="access",
        also=(wanted.requested_by, read_address(wanted.requested_by).key),
        actor=actor.name,
        customer_name=customer.display_name,
        partner_name=partner.display_name,
    )
    return [order.id for order in orders] if approve else []


def _read_reason(reason: str | None) -> str | None:
    entries = Entries()
    read = entries.text(reason, "reason", most=MAX_REASON_LENGTH, required=False)
    entries.check()
    return read or None


async def _sides(customer_id: int, partner_id: int) -> _Sides:
    found = await dossier.read_organizations([customer_id, partner_id])
    if not {customer_id, partner_id} <= found.keys():
        raise Refused(ErrorCode.NOT_ELIGIBLE, "This organization can’t be used at present. Ask support.")
    return found[customer_id], found[partner_id]


async def _ids(customer_id: int, partner_id: int) -> list[int]:
    return [row["id"] for row in await database.rows(_ORDERS, [customer_id, partner_id])]


async def _orders(customer_id: int, partner_id: int) -> list[Dossier]:
    return await dossier.read_where(f"o.id {among(2)}", [listed(await _ids(customer_id, partner_id))], "")


async def _locked(customer_id: int, partner_id: int) -> list[Dossier]:
    """The orders of both, locked: first they, then the organization, as everybody does."""
    await dossier.lock(*await _ids(customer_id, partner_id))
    await index.lock([customer_id])
    orders = await _orders(customer_id, partner_id)
    return sorted(orders, key=lambda order: order.id)


async def _end_of_order(act: Act, lost: Iterable[str]) -> None:
    order, at = act.order, act.at
    act.set(partner_access_ended_at=at)
    await service_delegates.end_all(act)
    await organizations.end_relation(order)
    await database.execute(_WITHDRAW, [at, order.id])
    for email_key in lost:
        await links.end(order.id, LinkEnd.HANDED_OVER, at, email_key=email_key)
    act.also.append(typed_steps.ending(order.id, lost))
    undelivered.forget_alarm(act)
    if order.status in journey.SETUP and not order.customer_sets_up_services:
        act.set(customer_sets_up_services=True, turn_since=at)
    act.set(hand_over_remind_at=None)


async def _dismiss(customer_id: int, orders: Iterable[Dossier], lost: Container[str], at: datetime) -> None:
    """Take the partner's people out of the customer organization, which is then no single order's any more."""
    for order in orders:
        if journey.needs_customer_administrator(order):
            await directory.keep(customer_id, at)
    for organization_id, email_key in await partner_access.persons_for_partner(customer_id):
        if email_key in lost:
            await directory.dismiss_user(organization_id, email_key, at)


async def _note(
    kind: OrganizationEventKind, sides: _Sides, actor: Actor, at: datetime, reason: str | None = None
) -> None:
    """Tell it in the history of both organizations."""
    customer, partner = sides
    told = {"partner": partner.display_name, "customer": customer.display_name} | ({"reason": reason} if reason else {})
    for organization in sides:
        await history.record_event(organization.id, kind, actor, at, **told)
