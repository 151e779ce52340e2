"""Lists of orders: what the caller may see, filtered, sorted, by keyset."""

from collections.abc import Sequence
from typing import Any

from backend.provisioning import access, dossier
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import EDITABLE, UNSUBMITTED, ProvisioningStatus
from backend.resolvers.paging import Instant, RowNumber, read_cursor, size, write_cursor
from backend.schema.enums import OrderSort
from backend.schema.ids import BadId, number_of
from backend.schema.inputs import OrderFilter
from backend.schema.order import Order, OrderConnection, OrderEdge
from backend.schema.paging import PageInfo

_FAR = "9999-12-31 00:00:00+00:00"
_COLUMNS = {
    OrderSort.PLACED_NEWEST: ("placed_at", True),
    OrderSort.PLACED_OLDEST: ("placed_at", False),
    OrderSort.UPDATED_NEWEST: ("updated_at", True),
    OrderSort.DEADLINE_FIRST: ("deadline", False),
}


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
_EDITABLE = _HAS.format(test=f"IN ({_list(sorted(EDITABLE))}) AND v.kind <> 'MESSAGING'")
_SETUP = "o.status IN ('MAPPED', 'SETTING_UP')"
_DISPUTED = "EXISTS (SELECT 1 FROM dispute d WHERE d.order_id = o.id AND d.decided_at IS NULL)"
_REJECTED = (
    "EXISTS (SELECT 1 FROM dispute d WHERE d.order_id = o.id AND d.upheld"
    " AND d.organization_id = o.customer_organization_id)"
)
_OPEN_SETUP = f"{_SETUP} AND {_EDITABLE} AND NOT {_DISPUTED} AND NOT {_REJECTED}"
_MINE = "SELECT organization_id FROM organization_user WHERE email_key = {key} AND administrator AND status = 'ACTIVE'"


class _Where:
    """A condition that grows, with its values; `$1` is the viewer."""

    def __init__(self, actor: Actor) -> None:
        self.values: list[Any] = []
        self.parts: list[str] = []
        condition, values = access.visible(actor, 2)
        self.parts.append(condition)
        self.values += values

    def add(self, condition: str, *values: Any) -> None:
        """Demand a condition; its `{}` are filled with the places of its values."""
        first = len(self.values) + 2
        places = [f"${first + number}" for number in range(len(values))]
        self.parts.append(condition.format(*places))
        self.values += values

    def fully(self, actor: Actor) -> None:
        """Demand that the actor sees more than where the order stands: what he asks for may not tell him the rest."""
        condition, values = access.visible(actor, len(self.values) + 2, status_only=False)
        self.parts.append(condition)
        self.values += values


async def list_orders(
    actor: Actor,
    chosen: OrderFilter | None = None,
    sort: OrderSort = OrderSort.PLACED_NEWEST,
    *,
    first: int | None = None,
    after: str | None = None,
    last: int | None = None,
    before: str | None = None,
) -> OrderConnection:
    """A page of the orders that the actor may see: forward with first/after, backward with last/before."""
    where = _Where(actor)
    if chosen is not None:
        _filter(where, actor, chosen)
    column, newest = _COLUMNS[sort]
    backward = last is not None or before is not None
    limit = size(last if backward else first)
    descending = newest != backward
    key = f"COALESCE(o.{column}, '{_FAR}')"
    for cursor, comparison in ((after, "<" if newest else ">"), (before, ">" if newest else "<")):
        if cursor is not None:
            at, number = read_cursor(cursor, tuple[Instant, RowNumber])
            where.add(f"({key}, o.id) {comparison} ({{}}, {{}})", at, number)
    direction = "DESC" if descending else "ASC"
    tail = f"ORDER BY {key} {direction}, o.id {direction} LIMIT {limit + 1}"
    found = await dossier.read_where(" AND ".join(where.parts), where.values, actor.email_key, tail)
    more = len(found) > limit
    page = list(reversed(found[:limit])) if backward else found[:limit]
    edges = [OrderEdge(node=Order.of(order, actor), cursor=_cursor(order, column)) for order in page]
    return OrderConnection(
        edges=edges,
        page_info=PageInfo.of(
            [edge.cursor for edge in edges],
            more=bool(before) if backward else more,
            before=more if backward else bool(after),
        ),
    )


def _cursor(order: Dossier, column: str) -> str:
    value = getattr(order, column)
    return write_cursor(value.isoformat() if value else _FAR.replace(" ", "T"), order.id)


def _filter(where: _Where, actor: Actor, chosen: OrderFilter) -> None:
    if chosen.status is not None:
        where.add(f"o.status IN ({_list([status.value for status in chosen.status])})" if chosen.status else "1 = 0")
    if chosen.provisioning_status is not None:
        words = [_STATUS[status] for status in chosen.provisioning_status]
        where.add(f"({' OR '.join(words)})" if words else "1 = 0")
    if chosen.organization_id is not None:
        try:
            number = number_of("Organization", chosen.organization_id)
        except BadId:
            number = 0
        where.add("{0} IN (o.partner_organization_id, o.customer_organization_id)", number)
        where.fully(actor)
    if chosen.my_turn is not None:
        where.add(my_turn(actor, chosen.my_turn, "{0}", "{1}"), actor.email_key, actor.email_key)
    if chosen.placed_after is not None:
        where.add("o.placed_at >= {}", chosen.placed_after)
    if chosen.placed_before is not None:
        where.add("o.placed_at < {}", chosen.placed_before)
    if chosen.text is not None and chosen.text.strip():
        _search(where, chosen.text.strip())
        where.fully(actor)


def my_turn(actor: Actor, mine: bool, contact: str, administrator: str) -> str:
    """The condition that an order waits for the actor (or does not)."""
    waiting = (
        "(o.status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')"
        f" OR ({_OPEN_SETUP} AND NOT o.customer_sets_up_services))"
    )
    customer = (
        f"{_OPEN_SETUP} AND o.customer_sets_up_services "
        f"AND o.contact_key <> {administrator}"
        f" AND o.customer_organization_id IN ({_MINE.format(key=administrator)})"
    )
    turn = f"((o.contact_key = {contact} AND {waiting}) OR ({customer})"
    turn += f" OR ({_SETUP} AND {_DISPUTED}))" if actor.support else ")"
    return turn if mine else f"NOT {turn}"


def _search(where: _Where, text: str) -> None:
    """Exact on what is a number or an address, from its beginning on what is a name."""
    lower = text.lower()
    prefix = lower.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    site = lower.removesuffix(".webex.com")
    where.add(
        "(LOWER(o.order_number) = {0} OR o.external_id = {1} OR o.contact_key = {0} OR o.customer_domain = {0}"
        " OR LOWER(o.company_name) LIKE {2} ESCAPE '\\' OR LOWER(o.order_number) LIKE {2} ESCAPE '\\'"
        " OR o.id IN (SELECT v.order_id FROM site s JOIN service v ON v.id = s.service_id WHERE s.name = {3})"
        " OR o.id IN (SELECT e.order_id FROM order_event e WHERE e.correlation_id = {1})"
        " OR o.id IN (SELECT m.order_id FROM email_message m WHERE m.order_id IS NOT NULL AND LOWER(m.recipient) = {0})"
        " OR EXISTS (SELECT 1 FROM organization x WHERE x.id IN (o.partner_organization_id, o.customer_organization_id)"
        " AND LOWER(x.display_name) LIKE {2} ESCAPE '\\'))",
        lower,
        text,
        prefix,
        site,
    )
