"""Orders as they stand in people's lists: a row for each order and each of its viewers, which lists read by indexes.

What lists filter and sort by is computed here, by the functions of the journey, and written in the transaction of the
change. `migrate` fills the table, and the worker compares all of it once a day. Who asks for a list goes by several
viewers (see `access.viewers`): they are a contact, were one, and administer organizations.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from backend import database
from backend.database import Change, Row
from backend.models.order import MAX_SORTED_LENGTH, NEVER, OrderStatus
from backend.provisioning import dossier, journey, order_words
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import BEFORE_MAPPED, OrderRole, OrderStanding, ProvisioningStatus
from backend.provisioning.order_words import parts
from backend.sql import among, inserting, listed

EVERYBODY = "support"  # the viewer who has all orders
OF_STATUS_ONLY = ("former", "salesperson", "delegate")  # viewers who see only where an order stands, or one service
_BATCH = 50  # orders whose rows are read or written at once
_NEVER = datetime.fromisoformat(NEVER)
_COLUMNS = ("order_id", "viewer", "state", "placed_at", "updated_at", "due", "since", "company", "number")

_STORED = f"SELECT {', '.join(_COLUMNS)} FROM listed_order WHERE order_id {{among}}"
_FORMER = "SELECT order_id, former_key FROM delegation WHERE order_id {among}"


class TurnOf(StrEnum):
    """Whose turn it is, as a viewer sees it."""

    MINE = "MINE"
    OTHERS = "OTHERS"
    NOBODY = "NOBODY"


class Mail(StrEnum):
    """Whether the mail arrived that an order waits for."""

    FINE = "FINE"
    UNDELIVERED = "UNDELIVERED"
    KEPT = "KEPT"  # of a test order


REAL = (Mail.FINE, Mail.UNDELIVERED)  # orders that are no tests

# The letters of a row's `state`, in this order; stored, so what a letter means stays.
_LETTERS: dict[type[StrEnum], dict[StrEnum, str]] = {
    OrderStatus: dict(zip(OrderStatus, "SAFMUCLX", strict=True)),
    ProvisioningStatus: dict(zip(ProvisioningStatus, "APDF", strict=True)),
    OrderStanding: dict(zip(OrderStanding, "SAXFPDELC", strict=True)),
    TurnOf: dict(zip(TurnOf, "MON", strict=True)),
    Mail: dict(zip(Mail, "-UT", strict=True)),
}


def is_one_of(values: Sequence[StrEnum], row: str = "l") -> str:
    """SQL: the state of a row has one of these values, which are of one kind; of no values it has none."""
    if not values:
        return "1 = 0"
    kind = type(values[0])
    letters = ", ".join(f"'{_LETTERS[kind][value]}'" for value in dict.fromkeys(values))
    return f"substr({row}.state, {list(_LETTERS).index(kind) + 1}, 1) IN ({letters})"


class _Row(Row, frozen=True, kw_only=True):
    """A row of the table."""

    order_id: int
    viewer: str
    state: str
    placed_at: datetime
    updated_at: datetime
    due: datetime
    since: datetime
    company: str
    number: str

    def values(self) -> tuple[int | str, ...]:
        """As they are written, in the order of `_COLUMNS`."""
        found = (getattr(self, name) for name in _COLUMNS)
        return tuple(one.isoformat(" ") if isinstance(one, datetime) else one for one in found)


class _Listed(Row, frozen=True, kw_only=True):
    """How an order stands in everybody's lists: its row, and its state for those viewers for whom it differs."""

    row: _Row
    others: dict[str, str]

    def seen_by(self, viewer: str) -> _Row:
        """The row of a viewer."""
        return replace(self.row, viewer=viewer, state=self.others.get(viewer, self.row.state))


def company_key(order: Dossier) -> str:
    """How lists sort by company: folded, without blanks and punctuation."""
    return _folded(order.company_name)


@lru_cache(maxsize=256)  # it is asked for before a change and after it
def _folded(name: str) -> str:
    return "".join(parts(name))[:MAX_SORTED_LENGTH]


def due_key(order: Dossier) -> datetime:
    """How lists sort by deadline: orders whose deadline does not run, or no longer, come last."""
    runs = order.deadline if order.status in BEFORE_MAPPED else None
    return runs or _NEVER


def since_key(order: Dossier) -> datetime:
    """How lists sort by the time that an order has waited: who waits for nobody comes last."""
    return _since(journey.turn(order))


def _since(turn: journey.Turn | None) -> datetime:
    return turn.since if turn else _NEVER


def _listed(order: Dossier, viewers: dict[str, OrderRole]) -> _Listed:
    turn = journey.turn(order)
    mail = Mail.KEPT if order.test else Mail.UNDELIVERED if journey.alarms(order) else Mail.FINE
    services = journey.provisioning_status(service.state for service in order.services)
    standing = journey.standing(order)

    def state(of: TurnOf) -> str:
        values = (order.status, services, standing, of, mail)
        return "".join(letters[value] for letters, value in zip(_LETTERS.values(), values, strict=True))

    row = _Row(
        order_id=order.id,
        viewer="",
        state=state(TurnOf.OTHERS if turn else TurnOf.NOBODY),
        placed_at=order.placed_at,
        updated_at=order.updated_at,
        due=due_key(order),
        since=_since(turn),
        company=company_key(order),
        number=order.order_number,
    )
    whose = next(([viewer] for viewer, role in viewers.items() if turn and turn.role is role), [])
    return _Listed(row=row, others={**dict.fromkeys(whose, state(TurnOf.MINE)), **_delegates_states(order, state)})


def _delegates_states(order: Dossier, state: Callable[[TurnOf], str]) -> dict[str, str]:
    """The states for who was asked to set up a service; nothing tells them that the order waits for another one."""
    found = {}
    for key in _delegates(order):
        turn = journey.delegates_turn(order, key)
        mine = turn is not None and turn.role is OrderRole.SERVICE_DELEGATE
        found[f"delegate:{key}"] = state(TurnOf.MINE if mine else TurnOf.OTHERS if turn else TurnOf.NOBODY)
    return found


def _delegates(order: Dossier) -> set[str]:
    return {one.delegate_key for one in order.services if order.mapped_at is not None and one.delegate_key is not None}


def _viewers(order: Dossier) -> dict[str, OrderRole]:
    """The viewers of an order but former contacts, and what each is to it.

    Of merged organizations the one that was chosen: readers look for all that an organization stands for.
    """
    found = {
        EVERYBODY: OrderRole.SUPPORT,
        f"seller:{order.seller}": OrderRole.SELLER,
    }
    if invited := journey.partner_has_access(order):
        found[f"contact:{order.contact_key}"] = OrderRole.PROVISIONING_CONTACT
        people = order.administrators
        found |= {f"administrator:{one.email_key}": OrderRole.PROVISIONING_ADMINISTRATOR for one in people}
    if order.seller_key is not None:
        found[f"salesperson:{order.seller_key}"] = OrderRole.SALESPERSON
    found |= {f"delegate:{key}": OrderRole.SERVICE_DELEGATE for key in _delegates(order)}
    if order.mapped_at is not None and order.chosen_customer_id is not None:
        found[f"customer:{order.chosen_customer_id}"] = OrderRole.CUSTOMER_ADMINISTRATOR
    if invited and order.mapped_at is not None and order.chosen_partner_id is not None:
        found[f"partner:{order.chosen_partner_id}"] = OrderRole.PARTNER_ADMINISTRATOR
    if invited and order.named_partner is not None and not order.test:
        found[f"named:{order.named_partner}"] = OrderRole.PARTNER_ADMINISTRATOR
    return found


def changes(order: Dossier, before: Dossier) -> list[Change] | None:
    """What writes how an order stands that was changed. None: others see it now, so that its rows are to be written
    anew, when all else of the change is.
    """
    viewers, earlier = _viewers(order), _viewers(before)
    if viewers.keys() != earlier.keys() or order.delegation != before.delegation:
        return None
    shown, was = _listed(order, viewers), _listed(before, earlier)
    # Only what differs: SQLite writes all indexes of the columns that it is told to set.
    values, pairs = list[Any]([order.id]), list[str]()
    if (shown.row.state, shown.others) != (was.row.state, was.others):
        cases = ""
        for viewer, state in shown.others.items():
            values += [viewer, state]
            cases += f" WHEN viewer = ${len(values) - 1} THEN ${len(values)}"
        values.append(shown.row.state)
        pairs.append(f"state = CASE{cases} ELSE ${len(values)} END" if cases else f"state = ${len(values)}")
    for name in ("updated_at", "due", "since"):
        if (value := getattr(shown.row, name)) != getattr(was.row, name):
            values.append(value)
            pairs.append(f"{name} = ${len(values)}")
    return [(f"UPDATE listed_order SET {', '.join(pairs)} WHERE order_id = $1", values)] if pairs else []


def touching(order_ids: Sequence[int], at: datetime) -> list[Change]:
    """What writes that something happened to orders which changes nothing else: one after the other, or at once where
    the orders are locked.
    """
    given = [listed(order_ids), at]
    return [
        (f"UPDATE orders SET updated_at = $2 WHERE id {among(1)}", given),
        (f"UPDATE listed_order SET updated_at = $2 WHERE order_id {among(1)}", given),
    ]


def adding(order: Dossier) -> Change:
    """What writes the rows of an order that was placed."""
    viewers = _viewers(order)
    shown = _listed(order, viewers)
    return _inserting(shown.seen_by(viewer) for viewer in viewers)


async def rewrite(ids: Sequence[int]) -> int:
    """Make the rows of these orders what they should be; how many orders' were not. In the caller's transaction."""
    wrong = await _find_stale(ids)
    if wrong:
        await database.execute(f"DELETE FROM listed_order WHERE order_id {among(1)}", [listed(wrong)])
        await database.execute(*_inserting(row for rows in wrong.values() for row in rows))
    return len(wrong)


def _inserting(rows: Iterable[_Row]) -> Change:
    return inserting("listed_order", _COLUMNS, sorted(row.values() for row in rows))


async def _find_stale(ids: Sequence[int]) -> dict[int, set[_Row]]:
    """Those of the orders whose rows are not what they should be, with what they should be."""
    orders = await dossier.read_where(f"o.id {among(2)}", [listed(ids)], "")
    stored: dict[int, set[_Row]] = {order.id: set() for order in orders}
    for found in await database.records(_Row, _STORED.format(among=among(1)), [listed(ids)]):
        stored[found.order_id].add(found)
    now = {order.id: _viewers(order) for order in orders}
    viewers = {number: set(of_order) for number, of_order in now.items()}
    invited = [order.id for order in orders if journey.partner_has_access(order)]
    for delegation in await database.rows(_FORMER.format(among=among(1)), [listed(invited)]):
        viewers[delegation["order_id"]].add(f"former:{delegation['former_key']}")
    wrong = {}
    for order in orders:
        shown = _listed(order, now[order.id])
        wanted = {shown.seen_by(viewer) for viewer in viewers[order.id]}
        if wanted != stored[order.id]:
            wrong[order.id] = wanted
    return wrong


async def rewrite_of_organizations(organization_ids: list[int]) -> None:
    """Write the rows of the orders of these organizations, or of what was merged into them, anew."""
    found = await order_words.orders_of(organization_ids)
    for start in range(0, len(found), _BATCH):
        await rewrite(found[start : start + _BATCH])


async def repair(*, missing: bool = False) -> int:
    """Look through all orders and mend rows that are not what they should be; how many orders' were not.

    Opens its own transactions, only for what is wrong, and may be killed and run again. With `missing` it only fills
    orders that have no rows yet.
    """
    without = "NOT EXISTS (SELECT 1 FROM listed_order l WHERE l.order_id = o.id)" if missing else "1 = 1"
    sql = f"SELECT o.id FROM orders o WHERE o.id > $1 AND {without} ORDER BY o.id LIMIT {_BATCH}"
    last, mended = 0, 0
    while found := [row["id"] for row in await database.rows(sql, [last])]:
        if wrong := sorted(found if missing else await _find_stale(found)):
            async with database.transaction():
                await dossier.lock(*wrong)
                mended += await rewrite(wrong)
        last = found[-1]
    return mended
