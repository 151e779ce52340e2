"""Lists of orders: what the caller may see, filtered, sorted, by keyset.

A list reads rows of `listed_order` by its indexes: for each viewer that the caller is, and each state that is there and
asked for, no more than a page. Where few orders come into question, as when somebody searches, those are looked at.
The orders of a page are read by a statement of their own, the same for all lists: to plan it takes longer than to read
them, and so PostgreSQL plans it once for each connection.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, StrEnum
from typing import Any

from backend import clock, database
from backend.models.order import OrderStatus
from backend.provisioning import access, dossier, order_search, put_aside
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import BEFORE_MAPPED, OrderStanding, ProvisioningStatus
from backend.provisioning.listed_orders import REAL, Mail, TurnOf, is_one_of
from backend.provisioning.order_search import RARE
from backend.provisioning.paging import Instant, Page, RowNumber, read_cursor, size, write_cursor
from backend.provisioning.survivors import administered, all_of, everything_of
from backend.sql import among, first_of_each, listed, rows_of_each

MOST_COUNTED = 1_000  # orders; counting stops there
WEEK = timedelta(days=7)


class OrderSort(Enum):
    """How a list of orders is sorted."""

    PLACED_NEWEST = "PLACED_NEWEST"
    PLACED_OLDEST = "PLACED_OLDEST"
    UPDATED_NEWEST = "UPDATED_NEWEST"
    DEADLINE_FIRST = "DEADLINE_FIRST"
    WAITING_LONGEST = "WAITING_LONGEST"
    COMPANY = "COMPANY"
    NUMBER = "NUMBER"


class OrderBucket(StrEnum):
    """What orders of a list have in common, as the overview counts them."""

    FAILED = "FAILED"
    UNDELIVERED = "UNDELIVERED"
    DISPUTED = "DISPUTED"
    DUE_THIS_WEEK = "DUE_THIS_WEEK"
    MY_TURN = "MY_TURN"
    WAITING_FOR_OTHERS = "WAITING_FOR_OTHERS"
    PROVISIONING = "PROVISIONING"
    DONE = "DONE"
    PUT_ASIDE = "PUT_ASIDE"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCriteria:
    """Which orders a list has; all that is given must hold."""

    status: Sequence[OrderStatus] | None = None
    provisioning_status: Sequence[ProvisioningStatus] | None = None
    bucket: OrderBucket | None = None
    organization_id: int | None = None
    my_turn: bool | None = None
    text: str | None = None
    placed_after: datetime | None = None
    placed_before: datetime | None = None


EVERYTHING = OrderCriteria()


@dataclass(frozen=True, slots=True)
class OrderPage:
    """A page of orders, and what counts the whole list."""

    page: Page[Dossier]
    whole: "_Selection"

    async def count(self) -> int:
        """How many orders the whole list has, not only this page: `MOST_COUNTED` at most."""
        of_viewers = (await _count_by_viewers([self.whole]))[0]
        return of_viewers if of_viewers is not None else (await _count([self.whole]))[0]


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What a list is sorted by: a column, its value of an order, and the type of that in a cursor."""

    column: str
    newest: bool = False
    walked: bool = False  # an index has it without the state, too

    def cursor(self, row: Mapping[str, Any]) -> str:
        """The cursor of a row in a list that is sorted so."""
        key = row[self.column]
        return write_cursor(key if self._is_text else database.instant(key).isoformat(), row["order_id"])

    def read(self, cursor: str) -> tuple[Any, int]:
        """The sort key in a cursor. Raises InvalidPage."""
        if self._is_text:
            return read_cursor(cursor, tuple[str, RowNumber])
        return read_cursor(cursor, tuple[Instant, RowNumber])

    @property
    def _is_text(self) -> bool:
        return self.column in {"company", "number"}


_SORTS = {
    OrderSort.PLACED_NEWEST: _Sorted("placed_at", newest=True, walked=True),
    OrderSort.PLACED_OLDEST: _Sorted("placed_at", walked=True),
    OrderSort.UPDATED_NEWEST: _Sorted("updated_at", newest=True),
    OrderSort.DEADLINE_FIRST: _Sorted("due", walked=True),
    OrderSort.WAITING_LONGEST: _Sorted("since"),
    OrderSort.COMPANY: _Sorted("company"),
    OrderSort.NUMBER: _Sorted("number"),
}
# The states that each viewer has, each found by one look into the index.
_PRESENT = """WITH RECURSIVE asks(mailbox) AS (SELECT CAST($1 AS VARCHAR)), viewers AS ({viewers}),
present(viewer, state) AS (
SELECT v.viewer, (SELECT min(l.state) FROM listed_order l WHERE l.viewer = v.viewer) FROM viewers v
UNION ALL
SELECT p.viewer, (SELECT min(l.state) FROM listed_order l WHERE l.viewer = p.viewer AND l.state > p.state)
FROM present p WHERE p.state IS NOT NULL)"""
_MAPPED_TO = (
    "l.order_id IN (SELECT o.id FROM orders o WHERE o.id = l.order_id"
    " AND (o.partner_organization_id IN ({company}) OR o.customer_organization_id IN ({company})))"
)
# Ranges of one value each and their order leave PostgreSQL no other way than the index: where there are few partners,
# it would else read all orders to find those of one.
_OF_SIDE = f"WHERE {{side}} >= m.id AND {{side}} <= m.id ORDER BY {{side}} LIMIT {RARE + 1}"
# Whose turn it is as the contact, nobody is asked as a customer's administrator. What is looked up for each order
# comes behind what `present` tells at once: for most people there is nothing to look up.
_CONTACT = "(SELECT 'contact:' || mailbox FROM asks)"
_AS_CONTACT = (
    f"(EXISTS (SELECT 1 FROM present c WHERE c.viewer = {_CONTACT} AND {is_one_of([TurnOf.OTHERS], 'c')})"
    " AND EXISTS (SELECT 1 FROM listed_order c WHERE c.order_id = l.order_id"
    f" AND c.viewer = {_CONTACT} AND {is_one_of([TurnOf.OTHERS], 'c')}))"
)
_MINE = (
    "(l.viewer IN (SELECT b.viewer FROM present b JOIN present m ON m.viewer <> b.viewer"
    f" WHERE {is_one_of([TurnOf.MINE], 'm')}) AND EXISTS (SELECT 1 FROM listed_order m WHERE m.order_id = l.order_id"
    f" AND m.viewer IN (SELECT viewer FROM viewers) AND {is_one_of([TurnOf.MINE], 'm')}))"
)
# No plan may look for it among all rows of a viewer: in an index that holds all that is asked for, PostgreSQL would.
_SAME_ROW = "{0}.order_id = {1}.order_id AND {0}.viewer || '' = {1}.viewer"
_STANDINGS = {
    OrderBucket.FAILED: OrderStanding.CANNOT_PROVISION,
    OrderBucket.DISPUTED: OrderStanding.DISPUTED,
    OrderBucket.PROVISIONING: OrderStanding.PROVISIONING,
    OrderBucket.DONE: OrderStanding.PROVISIONED,
}
_REQUESTS = f"""
o.id IN (SELECT r.order_id FROM administrator_request r
WHERE r.state = 'PENDING' AND r.expires_at > $2 AND r.organization_id IN ({administered("$1")}))
"""


class _Selection:
    """Which orders a list has, as conditions on rows `l` of `listed_order` with their values; `$1` is the mailbox.

    What is demanded of the viewer of a row and of its state stands apart, as it tells which rows to read at all.
    """

    def __init__(self, actor: Actor) -> None:
        viewers, values = access.viewers(actor, 2)
        self.actor = actor
        self.values: list[Any] = values
        self.present = _PRESENT.format(viewers=viewers)
        self.states: list[Sequence[StrEnum]] = []
        self.viewers: list[str] = []  # conditions on `{row}`
        self.parts: list[str] = []
        self.ends: list[str] = []  # between which ends of the list a page is
        self.known: set[int] | None = None  # no others come into question
        self.within: str | None = None  # SQL: the same, of orders that are few
        self.along: _Sorted | None = None  # a range of what this sorts by is demanded:
        self.range: list[str] = []  # conditions on `{}`, the column
        self.seldom = False  # what else is demanded may hold for hardly any order of some state
        if actor.order_id is not None:
            self.among({actor.order_id})

    def alone(self) -> "_Selection":
        """The same, for a statement of its own."""
        other = copy(self)
        other.values, other.parts, other.viewers = list(self.values), list(self.parts), list(self.viewers)
        other.ends, other.range = list(self.ends), list(self.range)
        return other

    def beside(self) -> "_Selection":
        """A selection for the same statement, of the same actor's orders, that demands nothing yet."""
        other = copy(self)
        other.states, other.viewers, other.parts, other.ends, other.range = [], [], [], [], []
        other.along = other.within = None
        return other

    def place(self, value: Any) -> str:
        """The place of a value in the statement."""
        self.values.append(value)
        return f"${len(self.values) + 1}"

    def add(self, condition: str, *values: Any) -> None:
        """Demand a condition; its `{}` are filled with the places of its values."""
        self.parts.append(condition.format(*map(self.place, values)))

    def between(self, sort: OrderSort, comparison: str, value: datetime) -> None:
        """Demand that what a list is sorted by begins or ends at a value. The last such sort is gone along."""
        along = _SORTS[sort]
        if self.along is not None and self.along is not along:
            self.parts += self._in_range(along)
            self.range.clear()
        self.along = along
        self.range.append(f"{{}} {comparison} {self.place(value)}")

    def among(self, order_ids: Iterable[int]) -> None:
        """Let no others come into question."""
        self.known = set(order_ids) if self.known is None else self.known.intersection(order_ids)

    def whose_turn(self, *turns: TurnOf) -> None:
        """Demand that it is somebody's turn, as the actor sees it."""
        self.states.append(turns)
        if self.actor.seller and not self.actor.may("support"):
            return  # it is never a seller's turn
        if TurnOf.MINE in turns:
            self.parts.append(f"NOT {_AS_CONTACT}")
        else:
            self.parts.append(f"(NOT {_MINE} OR {_AS_CONTACT})")

    def my_turn(self) -> None:
        """Demand that it is the actor's turn, and that they did not put the order aside."""
        self.whose_turn(TurnOf.MINE)
        self.add(f"l.order_id NOT IN ({put_aside.ORDERS})", clock.now())

    def services(self, values: Sequence[StrEnum]) -> None:
        """Demand how all services of the order stand, which who was asked to set up one of them does not see."""
        self.states.append(values)
        self.viewers.append("{row}.viewer NOT LIKE 'delegate:%'")

    def bucket(self, chosen: OrderBucket) -> None:
        """Demand what the orders of a bucket have in common; there are no test orders in any."""
        if chosen is not OrderBucket.UNDELIVERED:
            self.states.append(REAL)
        match chosen:
            case OrderBucket.MY_TURN:
                self.my_turn()
            case OrderBucket.PUT_ASIDE:
                self.within = put_aside.ORDERS.format(self.place(clock.now()))
            case OrderBucket.WAITING_FOR_OTHERS:
                self.whose_turn(TurnOf.OTHERS)
            case OrderBucket.DUE_THIS_WEEK:
                self.states.append(sorted(BEFORE_MAPPED))
                self.between(OrderSort.DEADLINE_FIRST, "<", clock.now() + WEEK)
            case OrderBucket.UNDELIVERED:
                self.states.append([Mail.UNDELIVERED])
                # To these an order does not say that its mail was not delivered.
                self.viewers += [f"{{row}}.viewer NOT LIKE '{kind}:%'" for kind in ("former", "delegate")]
            case _:
                self.services([_STANDINGS[chosen]])

    def of_organization(self, organization_id: int, order_ids: set[int] | None) -> None:
        """Demand orders of an organization of which the actor sees all; `order_ids` are its orders, if they are few."""
        self.viewers.append(access.sees_more("{row}"))
        if order_ids is not None:
            self.among(order_ids)
        else:
            self.parts.append(_MAPPED_TO.format(company=all_of(self.place(organization_id))))
            self.seldom = True

    def go_on(self, by: "_Sorted", comparison: str, key: tuple[Any, int]) -> None:
        """Let a page of a list that is sorted so begin or end at a row with this key: before `<` or after `>` it."""
        self.ends.append(f"(l.{by.column}, l.order_id) {comparison} ({self.place(key[0])}, {self.place(key[1])})")

    async def read(self, by: "_Sorted", limit: int, *, descending: bool) -> list[dict[str, Any]]:
        """The first rows, sorted: `order_id` and what they are sorted by."""
        if self.known is not None and not self.known:
            return []
        return await _read(self, self._select(by, limit, descending=descending))

    def page(self, by: "_Sorted", limit: int, *, descending: bool) -> str:
        """SQL: the same, as a table."""
        return f"({self.present} {self._select(by, limit, descending=descending)})"

    @property
    def is_few(self) -> bool:
        """Whether only some orders come into question, which are looked at one by one."""
        return self.known is not None or self.within is not None

    def count(self) -> str:
        """SQL, after `present`: how many orders these are, `MOST_COUNTED` at most."""
        by = self._counted_by
        return f"SELECT count(*) FROM ({self._select(by, MOST_COUNTED, descending=by.newest, sort=False)}) found"

    def count_of_viewer(self) -> str:
        """SQL: how many of them a viewer `v` has, `MOST_COUNTED` at most, each of its rows being another order."""
        source = self._unsorted(self._counted_by, MOST_COUNTED, "p.viewer = v.viewer")
        return f"SELECT count(*) FROM (SELECT 1 FROM {source} LIMIT {MOST_COUNTED}) found"

    def _unsorted(self, by: "_Sorted", most: int, *which: str) -> str:
        """SQL: rows of them by the index of what they could be sorted by, `most` of each; of viewers `p` who are so."""
        order = f"ORDER BY l.{by.column}, l.order_id LIMIT {most}"
        parts = [*self._in_range(by), *self.parts]
        if self._walks(by):
            wanted = self._wanted("l", "l.viewer = p.viewer", *parts)
            source = rows_of_each("viewers p", "listed_order", "l", wanted, order)
            return f"{source} WHERE {' AND '.join(which)}" if which else source
        wanted = " AND ".join(["l.viewer = p.viewer", "l.state = p.state", *parts])
        source = rows_of_each("present p", "listed_order", "l", wanted, order)
        return f"{source} WHERE {self._wanted('p', 'p.state IS NOT NULL', *which)}"

    def _in_range(self, by: "_Sorted | None" = None) -> list[str]:
        """SQL: conditions on `l` that it is in the range, if rows are read by the index of this or by their order.

        What that index does not hold is looked up. If it were asked of the row, PostgreSQL might take any index and
        sort, as to its averages a viewer has few rows.
        """
        if self.along is None:
            return []
        column = f"l.{self.along.column}"
        if by is not None and by.column != self.along.column:
            column = f"(SELECT x.{self.along.column} FROM listed_order x WHERE {_SAME_ROW.format('x', 'l')})"
        return [one.format(column) for one in self.range]

    @property
    def _counted_by(self) -> "_Sorted":
        return self.along or _SORTS[OrderSort.PLACED_NEWEST]

    def _walks(self, by: "_Sorted") -> bool:
        """Whether a viewer's rows are read as they are sorted, whatever their state."""
        return by.walked and (self.seldom or not self.states)

    def _wanted(self, row: str, *others: str) -> str:
        """SQL: the viewer and the state of a row are as demanded, and so are others."""
        states = [is_one_of(values, row) for values in self.states]
        return " AND ".join([*others, *states, *(one.format(row=row) for one in self.viewers)])

    def _select(self, by: "_Sorted", limit: int, *, descending: bool = False, sort: bool = True) -> str:
        direction = "DESC" if descending else "ASC"
        first = f"ORDER BY l.{by.column} {direction}, l.order_id {direction} LIMIT {limit}"
        if self.is_few:
            known = [f"l.order_id {among(self.place(listed(sorted(self.known))))}"] if self.known is not None else []
            known += [f"l.order_id IN ({self.within})"] if self.within is not None else []
            own = "l.viewer || '' IN (SELECT viewer FROM viewers)"  # no plan may begin with all rows of a viewer
            wanted = self._wanted("l", *known, own, *self._in_range(), *self.parts, *self.ends)
            source = f"listed_order l WHERE {wanted}"
        elif self.along is not None and self.along.column != by.column:
            source = self._looked_at_or_walked(self.along, by, first)
        else:
            source = self._first(by, first)
        return f"SELECT DISTINCT l.order_id, l.{by.column} FROM {source} {first if sort else f'LIMIT {limit}'}"

    def _first(self, by: "_Sorted", first: str, *which: str) -> str:
        """SQL: rows `l` by the index of what they are sorted by, the first ones of each viewer or state."""
        parts = [*self._in_range(by), *self.parts, *self.ends]
        if self._walks(by):
            wanted = self._wanted("l", "l.viewer = p.viewer", *parts)
            source = first_of_each("viewers p", "listed_order", "l", f"WHERE {wanted} {first}")
            return f"{source} WHERE {' AND '.join(which)}" if which else source
        wanted = " AND ".join(["l.viewer = p.viewer", "l.state = p.state", *parts])
        source = first_of_each("present p", "listed_order", "l", f"WHERE {wanted} {first}")
        return f"{source} WHERE {self._wanted('p', 'p.state IS NOT NULL', *which)}"

    def _looked_at_or_walked(self, along: "_Sorted", by: "_Sorted", first: str) -> str:
        """SQL: rows `l` of a range along something else than what they are sorted by.

        If there are few, as the index of the range tells, all of them; else the list is walked in its order.
        """
        ranged = f"SELECT l.order_id, l.viewer FROM {self._unsorted(along, RARE + 1)} LIMIT {RARE + 1}"
        few = rows_of_each("ranged r", "listed_order", "l", _SAME_ROW.format("l", "r"), "LIMIT 1")
        few += f" WHERE {' AND '.join([f'(SELECT count(*) FROM ranged) <= {RARE}', *self.ends])}"
        many = self._first(by, first, f"(SELECT count(*) FROM ranged) > {RARE}")
        return (
            f"(WITH ranged AS MATERIALIZED ({ranged}) SELECT l.order_id, l.{by.column} FROM {few}"
            f" UNION ALL SELECT l.order_id, l.{by.column} FROM {many}) l"
        )


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
    by, backward = _SORTS[sort], last is not None or before is not None
    limit = size(last if backward else first)
    ends = [
        (comparison, by.read(cursor))
        for cursor, comparison in ((after, "<" if by.newest else ">"), (before, ">" if by.newest else "<"))
        if cursor is not None
    ]
    selection = await _selected(actor, criteria)
    whole = selection.alone()
    for comparison, key in ends:
        selection.go_on(by, comparison, key)
    found = await selection.read(by, limit + 1, descending=by.newest != backward)
    more = len(found) > limit
    shown = list(reversed(found[:limit])) if backward else found[:limit]
    orders = await access.see_each([row["order_id"] for row in shown], actor)
    ahead, behind = (bool(before), more) if backward else (more, bool(after))
    return _page(shown, orders, by, whole, more=ahead, before=behind)


async def list_of_organizations(
    actor: Actor, organization_ids: Sequence[int], first: int | None, after: str | None
) -> Mapping[int, OrderPage]:
    """The first orders of each organization that the actor may see, newest first: of all of them at once, when it is
    known which have few. Raises InvalidPage.
    """
    by, limit = _SORTS[OrderSort.PLACED_NEWEST], size(first)
    key = by.read(after) if after is not None else None
    few = await _orders_of(organization_ids)
    selection = _Selection(actor)
    wholes, pages = {}, []
    for number in organization_ids:
        alone = _Selection(actor)
        alone.of_organization(number, few[number])
        wholes[number] = alone
        of_it = selection.beside()
        of_it.of_organization(number, few[number])
        if key is not None:
            of_it.go_on(by, "<", key)
        page = of_it.page(by, limit + 1, descending=True)
        which = f"CAST({of_it.place(number)} AS BIGINT)"
        pages.append(f"SELECT {which} AS organization, p.order_id, p.placed_at FROM {page} p")
    found = await database.rows(" UNION ALL ".join(pages), [actor.viewer_key, *selection.values])
    found.sort(key=lambda row: (row["placed_at"], row["order_id"]), reverse=True)
    orders = await access.see_each(sorted({row["order_id"] for row in found}), actor)
    lists = {}
    for number in organization_ids:
        own = [row for row in found if row["organization"] == number]
        lists[number] = _page(own[:limit], orders, by, wholes[number], more=len(own) > limit, before=bool(after))
    return lists


async def with_requests(actor: Actor, at: datetime) -> list[Dossier]:
    """The orders with a pending request for full administrator rights that the actor can decide, 50 at most."""
    if not actor.viewer_key:
        return []
    found = await dossier.read_where(_REQUESTS, [at], actor.viewer_key, "ORDER BY o.id LIMIT 50")
    return [order for order in found if access.roles(order, actor) and order.request]


async def overview(actor: Actor, buckets: Iterable[OrderBucket] = OrderBucket) -> dict[OrderBucket, int]:
    """How many of the actor's orders are in each of the buckets, `MOST_COUNTED` at most; one statement."""
    buckets = list(buckets)
    counts = dict(zip(buckets, await _count_by_viewers(_in_buckets(actor, buckets)), strict=True))
    if unsure := [bucket for bucket in buckets if counts[bucket] is None]:
        counts |= zip(unsure, await _count(_in_buckets(actor, unsure)), strict=True)
    return {bucket: count or 0 for bucket, count in counts.items()}


def _in_buckets(actor: Actor, buckets: Iterable[OrderBucket]) -> list[_Selection]:
    """Selections for one statement."""
    all_orders, found = _Selection(actor), []
    for bucket in buckets:
        of_it = all_orders.beside()
        of_it.bucket(bucket)
        found.append(of_it)
    return found


async def _count_by_viewers(chosen: Sequence[_Selection]) -> list[int | None]:
    """How many orders each of the selections of one statement has, `MOST_COUNTED` at most; None: it is not known.

    What one viewer has is counted without a look at the rows of others. That tells it, unless several of the viewers
    that the actor is have some and none has enough: then it matters which orders are the same.
    """
    alone = [one.alone() for one in chosen]
    for one in alone:
        one.values = alone[0].values
    columns = [f"({one.count() if one.is_few else one.count_of_viewer()}) AS n{at}" for at, one in enumerate(alone)]
    found = await _read(alone[0], f"SELECT {', '.join(columns)} FROM viewers v")
    counts = list[int | None]()
    for at, one in enumerate(alone):
        of_viewers = [int(row[f"n{at}"]) for row in found]
        most = max(of_viewers, default=0)
        counts.append(most if one.is_few or most in (MOST_COUNTED, sum(of_viewers)) else None)
    return counts


async def _count(chosen: Sequence[_Selection]) -> list[int]:
    """The same by looking at the orders of all viewers together."""
    alone = [one.alone() for one in chosen]
    columns = [f"({one.count()}) AS n{at}" for at, one in enumerate(alone)]
    row = (await _read(alone[0], f"SELECT {', '.join(columns)}"))[0]
    return [int(row[f"n{at}"]) for at in range(len(alone))]


async def _read(of: _Selection, sql: str) -> list[dict[str, Any]]:
    return await database.rows(f"{of.present} {sql}", [of.actor.viewer_key, *of.values])


def _page(
    shown: list[dict[str, Any]],
    orders: Mapping[int, Dossier],
    by: _Sorted,
    whole: _Selection,
    *,
    more: bool,
    before: bool,
) -> OrderPage:
    # What a row of a list says was asked again of the order itself: nobody may see more than their role.
    seen = [row for row in shown if row["order_id"] in orders]
    page = Page([orders[row["order_id"]] for row in seen], [by.cursor(row) for row in seen], more, before)
    return OrderPage(page, whole)


async def _selected(actor: Actor, chosen: OrderCriteria) -> _Selection:
    selection = _Selection(actor)
    if chosen.status is not None:
        selection.states.append(chosen.status)
    if chosen.provisioning_status is not None:
        selection.services(chosen.provisioning_status)
    if chosen.my_turn:
        selection.my_turn()
    elif chosen.my_turn is not None:
        selection.whose_turn(TurnOf.OTHERS, TurnOf.NOBODY)
    if chosen.bucket is not None:
        selection.bucket(chosen.bucket)
    for value, comparison in ((chosen.placed_after, ">="), (chosen.placed_before, "<")):
        if value is not None:
            selection.between(OrderSort.PLACED_NEWEST, comparison, value)
    if chosen.organization_id is not None:
        known = await _orders_of([chosen.organization_id])
        selection.of_organization(chosen.organization_id, known[chosen.organization_id])
    if chosen.text is not None and chosen.text.strip():
        await _search(selection, chosen.text)
    return selection


async def _search(selection: _Selection, text: str) -> None:
    found = await order_search.search(selection.actor, text)
    if found.known is not None:
        selection.among(found.known)
    else:
        selection.seldom = True
    for condition, values in found.parts:
        selection.add(condition, *values)
    if (shown := order_search.status_only(selection.actor, text)) is not None:
        selection.add(f"({access.sees_more('l')} OR ({shown[0]}))", *shown[1])


async def _orders_of(organization_ids: Sequence[int]) -> dict[int, set[int] | None]:
    """The orders of each organization and of what it stands for; None for all if together they are too many to know."""
    members, both = f"{everything_of(1)} m", list[str]()
    for side in ("o.partner_organization_id", "o.customer_organization_id"):
        source = first_of_each(members, "orders", "o", _OF_SIDE.format(side=side))
        both.append(f"SELECT m.stands, o.id FROM {source}")
    rows = await database.rows(f"{' UNION '.join(both)} LIMIT {RARE + 1}", [listed(organization_ids)])
    if len(rows) > RARE:
        return dict.fromkeys(organization_ids)
    found: dict[int, set[int] | None] = {number: set() for number in organization_ids}
    for row in rows:
        found[row["stands"]] = (found[row["stands"]] or set()) | {row["id"]}
    return found
