"""Lists of orders: what the caller may see, filtered, sorted, by keyset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from backend import database
from backend.models.order import NEVER, OrderStatus, deadline_key
from backend.provisioning import access, dossier, order_search
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import BEFORE_MAPPED, EDITABLE, UNSUBMITTED, ProvisioningStatus
from backend.provisioning.paging import Instant, Page, RowNumber, read_cursor, size, write_cursor
from backend.provisioning.survivors import administered, all_of


class OrderSort(Enum):
    """How a list of orders is sorted."""

    PLACED_NEWEST = "PLACED_NEWEST"
    PLACED_OLDEST = "PLACED_OLDEST"
    UPDATED_NEWEST = "UPDATED_NEWEST"
    DEADLINE_FIRST = "DEADLINE_FIRST"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCriteria:
    """Which orders a list has; all that is given must hold."""

    status: Sequence[OrderStatus] | None = None
    provisioning_status: Sequence[ProvisioningStatus] | None = None
    organization_id: int | None = None
    my_turn: bool | None = None
    text: str | None = None
    placed_after: datetime | None = None
    placed_before: datetime | None = None


EVERYTHING = OrderCriteria()


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A page of orders, and the condition of the whole list, for counting it."""

    page: Page[Dossier]
    actor: Actor
    condition: str
    values: Sequence[Any]

    async def count(self) -> int:
        """How many orders the whole list has, not only this page."""
        # `$1` is the viewer, whom not every condition names.
        sql = f"SELECT count(*) AS orders FROM orders o WHERE CAST($1 AS VARCHAR) IS NOT NULL AND {self.condition}"
        row = await database.row(sql, [self.actor.email_key, *self.values])
        return int(row["orders"]) if row else 0


_COLUMNS = {
    OrderSort.PLACED_NEWEST: ("placed_at", True),
    OrderSort.PLACED_OLDEST: ("placed_at", False),
    OrderSort.UPDATED_NEWEST: ("updated_at", True),
    OrderSort.DEADLINE_FIRST: ("deadline", False),
}
# What an index holds in this order, so that a page reads no more than its rows.
_KEYS = {"deadline": f"({deadline_key('o.')})"}


def _list(values: Sequence[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_OPEN = _list(sorted(UNSUBMITTED))
_HAS = "EXISTS (SELECT 1 FROM service v WHERE v.order_id = o.id AND v.state {test})"
_FAILED, _AWAITING, _RUNNING = (
    _HAS.format(test="= 'FAILED'"),
    _HAS.format(test=f"IN ({_OPEN})"),
    _HAS.format(test="= 'PROVISIONING'"),
)
_STATUS = {
    ProvisioningStatus.CANNOT_PROVISION: _FAILED,
    ProvisioningStatus.AWAITING_PROVISIONING_DETAILS: f"(NOT {_FAILED} AND {_AWAITING})",
    ProvisioningStatus.PROVISIONING: f"(NOT {_FAILED} AND NOT {_AWAITING} AND {_RUNNING})",
    ProvisioningStatus.PROVISIONED: f"(NOT {_FAILED} AND NOT {_AWAITING} AND NOT {_RUNNING})",
}
_EDITABLE = _HAS.format(test=f"IN ({_list(sorted(EDITABLE))}) AND (v.kind <> 'MESSAGING' OR v.state = 'NOT_STARTED')")
_SETUP = "o.status IN ('MAPPED', 'SETTING_UP')"
_MAPPED = "o.status IN ('MAPPED', 'SETTING_UP', 'COMPLETED')"
_MAPPED_TO = "(o.partner_organization_id IN ({company}) OR o.customer_organization_id IN ({company}))"
_DISPUTED = "EXISTS (SELECT 1 FROM dispute d WHERE d.order_id = o.id AND d.decided_at IS NULL)"
_REJECTED = (
    "EXISTS (SELECT 1 FROM dispute d WHERE d.order_id = o.id AND d.upheld"
    " AND d.organization_id = o.customer_organization_id)"
)
_OPEN_SETUP = f"{_SETUP} AND {_EDITABLE} AND NOT {_DISPUTED} AND NOT {_REJECTED}"


_REQUESTS = f"""
o.id IN (SELECT r.order_id FROM administrator_request r
WHERE r.state = 'PENDING' AND r.expires_at > $2 AND r.organization_id IN ({administered("$1")}))
"""


class _Where:
    """A condition that grows, with its values; `$1` is the viewer."""

    def __init__(self, actor: Actor, *, searching: bool) -> None:
        self.values: list[Any] = []
        self.parts: list[str] = []
        condition, values = access.visible(actor, 2, searching=searching)
        self.parts.append(condition)
        self.values += values

    def add(self, condition: str, *values: Any) -> None:
        """Demand a condition; its `{}` are filled with the places of its values."""
        first = len(self.values) + 2
        places = [f"${first + number}" for number in range(len(values))]
        self.parts.append(condition.format(*places))
        self.values += values

    def fully(self, actor: Actor, otherwise: order_search.Part | None = None) -> None:
        """Demand that the actor sees more than where the order stands, or a condition: what they ask for may not tell
        them the rest.
        """
        condition, values = access.visible(actor, len(self.values) + 2, status_only=False)
        self.values += values
        self.add(condition if otherwise is None else f"({condition} OR ({otherwise[0]}))", *(otherwise or ("", []))[1])


async def list_orders(
    actor: Actor,
    criteria: OrderCriteria = EVERYTHING,
    sort: OrderSort = OrderSort.PLACED_NEWEST,
    *,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> OrderPage:
    """A page of the orders that the actor may see: forward with first/after, backward with last/before.

    Raises InvalidPage.
    """
    where = _Where(actor, searching=bool(criteria.text))
    await _filter(where, actor, criteria)
    whole = " AND ".join(where.parts), list(where.values)
    column, newest = _COLUMNS[sort]
    backward = last is not None or before is not None
    limit = size(last if backward else first)
    descending = newest != backward
    key = _KEYS.get(column, f"o.{column}")
    for cursor, comparison in ((after, "<" if newest else ">"), (before, ">" if newest else "<")):
        if cursor is not None:
            at, number = read_cursor(cursor, tuple[Instant, RowNumber])
            where.add(f"({key}, o.id) {comparison} ({{}}, {{}})", at, number)
    direction = "DESC" if descending else "ASC"
    sorting = f"ORDER BY {key} {direction}, o.id {direction}"
    # First which orders, then what is on them: SQLite would gather all of that before it sorts.
    page = f"SELECT o.id FROM orders o WHERE {' AND '.join(where.parts)} {sorting} LIMIT {limit + 1}"
    found = await dossier.read_where(f"o.id IN ({page})", where.values, actor.email_key, sorting)
    more = len(found) > limit
    shown = list(reversed(found[:limit])) if backward else found[:limit]
    return OrderPage(
        Page(
            shown,
            [_cursor(order, column) for order in shown],
            more=bool(before) if backward else more,
            before=more if backward else bool(after),
        ),
        actor,
        *whole,
    )


async def list_of_organizations(
    actor: Actor, organization_ids: Sequence[int], first: int | None, after: str | None
) -> Mapping[int, OrderPage]:
    """The first orders of each organization that the actor may see, newest first, in one statement. Raises InvalidPage.

    Each list is a select of its own, which reads no more than its page; the orders come together.
    """
    if len(organization_ids) == 1:
        chosen = OrderCriteria(organization_id=organization_ids[0])
        return {organization_ids[0]: await list_orders(actor, chosen, first=first, after=after)}
    limit, sorting = size(first), "ORDER BY o.placed_at DESC, o.id DESC"
    wholes: dict[int, tuple[str, list[Any]]] = {}
    where = _Where(actor, searching=False)
    where.fully(actor)
    if after is not None:
        where.add("(o.placed_at, o.id) < ({}, {})", *read_cursor(after, tuple[Instant, RowNumber]))
    selects, values, shared = [], list(where.values), " AND ".join(where.parts)
    for number in organization_ids:
        of_it = _Where(actor, searching=False)
        await _filter(of_it, actor, OrderCriteria(organization_id=number))
        wholes[number] = " AND ".join(of_it.parts), of_it.values
        values.append(number)
        mapped = _MAPPED_TO.format(company=all_of(f"${len(values) + 1}"))
        page = f"SELECT o.id FROM orders o WHERE {shared} AND {mapped} {sorting} LIMIT {limit + 1}"
        selects.append(f"SELECT id FROM ({page}) p{len(values)}")
    found = await dossier.read_where(f"o.id IN ({' UNION ALL '.join(selects)})", values, actor.email_key, sorting)
    pages = {}
    for number in organization_ids:
        own = [o for o in found if number in {o.partner_organization_id, o.customer_organization_id}]
        shown = own[:limit]
        cursors = [_cursor(order, "placed_at") for order in shown]
        pages[number] = OrderPage(Page(shown, cursors, len(own) > limit, bool(after)), actor, *wholes[number])
    return pages


async def with_requests(actor: Actor, at: datetime) -> list[Dossier]:
    """The orders with a pending request for full administrator rights that the actor can decide, 50 at most."""
    if not actor.email_key:
        return []
    found = await dossier.read_where(_REQUESTS, [at], actor.email_key, "ORDER BY o.id LIMIT 50")
    return [order for order in found if access.roles(order, actor) and order.request]


def _cursor(order: Dossier, column: str) -> str:
    runs = column != "deadline" or order.status in BEFORE_MAPPED
    value = getattr(order, column) if runs else None
    return write_cursor(value.isoformat() if value else NEVER.replace(" ", "T"), order.id)


async def _filter(where: _Where, actor: Actor, chosen: OrderCriteria) -> None:
    if chosen.status is not None:
        where.add(f"o.status IN ({_list([status.value for status in chosen.status])})" if chosen.status else "1 = 0")
    if chosen.provisioning_status is not None:
        words = [_STATUS[status] for status in chosen.provisioning_status]
        where.add(f"({' OR '.join(words)})" if words else "1 = 0")
    if chosen.organization_id is not None:
        where.add(_MAPPED_TO.format(company=all_of("{0}")), chosen.organization_id)
        where.fully(actor)
    if chosen.my_turn is not None:
        where.add(my_turn(actor, chosen.my_turn, "{0}", "{1}"), actor.email_key, actor.email_key)
    if chosen.placed_after is not None:
        where.add("o.placed_at >= {}", chosen.placed_after)
    if chosen.placed_before is not None:
        where.add("o.placed_at < {}", chosen.placed_before)
    if chosen.text is not None and chosen.text.strip():
        await _search(where, actor, chosen.text)


async def _search(where: _Where, actor: Actor, text: str) -> None:
    for condition, values in await order_search.conditions(actor, text):
        where.add(condition, *values)
    if (shown := order_search.status_only(actor, text)) is not None:
        where.fully(actor, otherwise=shown)


def my_turn(actor: Actor, mine: bool, contact: str, administrator: str) -> str:
    """The condition that an order waits for the actor (or does not)."""
    waiting = (
        "(o.status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')"
        f" OR ({_OPEN_SETUP} AND NOT o.customer_sets_up_services))"
    )
    customer = (
        f"{_OPEN_SETUP} AND o.customer_sets_up_services "
        f"AND o.contact_key <> {administrator}"
        f" AND o.customer_organization_id IN ({administered(administrator)})"
    )
    turn = f"((o.contact_key = {contact} AND {waiting}) OR ({customer})"
    turn += f" OR ({_MAPPED} AND {_DISPUTED}))" if actor.support else ")"
    return turn if mine else f"NOT {turn}"
