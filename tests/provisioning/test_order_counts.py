"""Counts and pages of orders are exact for whoever is several viewers at once, and end where they say."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend import clock, database
from backend.models.organization import Organization
from backend.provisioning import order_lists
from backend.provisioning.access import Actor
from backend.provisioning.finder.directory import make_administrator
from backend.provisioning.intake import place_order
from backend.provisioning.order_lists import OrderBucket as B
from backend.provisioning.order_lists import OrderCriteria, list_orders, overview
from backend.provisioning.order_lists import OrderSort as S
from benchmarks.orders import new_order
from tests.provisioning.finder.world import AT, World

pytestmark = pytest.mark.usefixtures("db")
ME = Actor(email="me@acme.com", email_key="me@acme.com", support=True)
ORDERS, MOST = 6, 4
KINDS = ("contact", "former", "salesperson", "delegate")
STATES = ("AAAO-", "AAAM-", "FAAMU", "MAAO-", "UFFMU", "UFFO-", "MAXN-", "UPPN-", "CDDN-", "AAAMT", "SASO-")
LETTERS = {B.FAILED: "F", B.DISPUTED: "X", B.PROVISIONING: "P", B.DONE: "D"}
Rows = dict[str, tuple[str, int]]  # by viewer: the state, and in how many days it is due


async def begun() -> tuple[list[str], list[int]]:
    """What the actor is to orders, and the ids of some, which the first example places."""
    own = [f"{kind}:{ME.email_key}" for kind in KINDS]
    if (acme := await Organization.get_or_none(external_id="Acme")) is not None:
        rows = await database.rows("SELECT id FROM orders ORDER BY id")
        return [*own, f"customer:{acme.id}", f"partner:{acme.id}", "named:Acme", "support"], [row["id"] for row in rows]
    world = World()
    world.organization("Acme", claimed=["acme.com"])
    world.user("Acme", ME.email)
    await world.load()
    async with database.transaction():
        await make_administrator((await Organization.get(external_id="Acme")).id, ME.email, AT)
        for number in range(ORDERS):
            await place_order(new_order(f"N-{number}", "x@y.example"), "s", clock.now())
    return await begun()


async def stand(ids: list[int], viewers: list[str], orders: list[Rows], aside: set[int], now: datetime) -> None:
    """Let orders stand so in the lists of viewers, by their numbers."""
    await database.execute("DELETE FROM listed_order")
    await database.execute("DELETE FROM put_aside")
    for number, rows in enumerate(orders):
        for viewer, (state, days) in rows.items():
            await database.execute(
                "INSERT INTO listed_order (order_id, viewer, state, placed_at, updated_at, due, since, company, number)"
                " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                [ids[number], viewers[int(viewer)], state, *keys(number, days, now)],
            )
    for number in aside:
        await database.execute(
            "INSERT INTO put_aside (email_key, order_id, version, turn_since, at)"
            " SELECT $1, id, version, turn_since, $3 FROM orders WHERE id = $2",
            [ME.email_key, ids[number], now],
        )


def keys(number: int, days: int, now: datetime) -> tuple[datetime, datetime, datetime, datetime, str, str]:
    """What an order is sorted by: some have the same."""
    placed, updated, since = (now - timedelta(days=number * step % ORDERS) for step in (4, 5, 3))
    return placed, updated, now + timedelta(days=days), since, f"c{number * 2 % ORDERS}", f"n{number * 5 % ORDERS}"


def in_bucket(bucket: B, rows: dict[str, tuple[str, int]], *, aside: bool) -> bool:
    """The same, by looking at the order's rows."""
    shown = [(viewer, state, days) for viewer, (state, days) in rows.items() if state[4] != "T"]
    as_contact = any(viewer.startswith("contact:") and state[3] == "O" for viewer, (state, _) in rows.items())
    mine = any(state[3] == "M" for state, _ in rows.values())
    match bucket:
        case B.UNDELIVERED:
            return any(state[4] == "U" for v, state, _ in shown if not v.startswith(("former:", "delegate:")))
        case B.DUE_THIS_WEEK:
            return any(state[0] in "AF" and days < 7 for _, state, days in shown)
        case B.MY_TURN:
            return any(state[3] == "M" for _, state, _ in shown) and not as_contact and not aside
        case B.WAITING_FOR_OTHERS:
            return any(state[3] == "O" for _, state, _ in shown) and (not mine or as_contact)
        case B.PUT_ASIDE:
            return bool(shown) and aside
    return any(state[2] == LETTERS[bucket] and not v.startswith("delegate:") for v, state, _ in shown)


VIEWERS = st.sampled_from([str(number) for number in range(len(KINDS) + 4)])
ROWS = st.dictionaries(VIEWERS, st.tuples(st.sampled_from(STATES), st.sampled_from([3, 30])), max_size=4)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ROWS, max_size=ORDERS), st.sets(st.integers(0, ORDERS - 1), max_size=2))
async def test_the_overview_counts_each_order_once(orders: list[Rows], aside: set[int]) -> None:
    viewers, ids = await begun()
    await stand(ids, viewers, orders, aside, clock.now())
    named = [{viewers[int(viewer)]: row for viewer, row in rows.items()} for rows in orders]
    counted = {
        bucket: sum(in_bucket(bucket, rows, aside=number in aside) for number, rows in enumerate(named)) for bucket in B
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_lists, "MOST_COUNTED", MOST)
        assert await overview(ME) == {bucket: min(count, MOST) for bucket, count in counted.items()}


SORTED = {S.PLACED_NEWEST: 0, S.PLACED_OLDEST: 0, S.UPDATED_NEWEST: 1, S.DEADLINE_FIRST: 2, S.WAITING_LONGEST: 3,
          S.COMPANY: 4, S.NUMBER: 5}  # fmt: skip
DUE = st.lists(st.sampled_from([3, 4, 30]), min_size=ORDERS, max_size=ORDERS)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    orders=st.lists(ROWS, max_size=ORDERS),
    due=DUE,
    aside=st.sets(st.integers(0, ORDERS - 1), max_size=2),
    bucket=st.sampled_from([None, None, *[B.DUE_THIS_WEEK] * 5, *B]),
    placed_within=st.sampled_from([None, 1, 4]),
    rare=st.integers(0, 4),
    size=st.integers(1, 3),
)
async def test_pages_have_each_order_once_as_they_are_sorted(
    *,
    orders: list[Rows],
    due: list[int],
    aside: set[int],
    bucket: B | None,
    placed_within: int | None,
    rare: int,
    size: int,
) -> None:
    viewers, ids = await begun()
    now = clock.now()
    same = [{viewer: (state, due[number]) for viewer, (state, _) in rows.items()} for number, rows in enumerate(orders)]
    await stand(ids, viewers, same, aside, now)
    since = None if placed_within is None else now - timedelta(days=placed_within)
    wanted = []
    for number, rows in enumerate(same):
        named = {viewers[int(viewer)]: row for viewer, row in rows.items()}
        is_in = bool(rows) if bucket is None else in_bucket(bucket, named, aside=number in aside)
        if is_in and (since is None or keys(number, 0, now)[0] >= since):
            wanted.append(number)
    criteria = OrderCriteria(bucket=bucket, placed_after=since)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_lists, "RARE", rare)
        for sort, column in SORTED.items():
            newest = sort in {S.PLACED_NEWEST, S.UPDATED_NEWEST}
            wanted.sort(key=lambda number: (keys(number, due[number], now)[column], number), reverse=newest)
            assert await paged(criteria, sort, size) == [ids[number] for number in wanted]
            assert await paged(criteria, sort, size, backward=True) == [ids[number] for number in wanted]


async def paged(criteria: OrderCriteria, sort: S, size: int, *, backward: bool = False) -> list[int]:
    """The orders of all pages, in their order."""
    found, at = list[int](), None
    while True:
        if backward:
            page = (await list_orders(ME, criteria, sort, last=size, before=at)).page
            found = [order.id for order in page.rows] + found
        else:
            page = (await list_orders(ME, criteria, sort, first=size, after=at)).page
            found += [order.id for order in page.rows]
        assert len(found) <= ORDERS
        if not (page.before if backward else page.more):
            return found
        at = page.cursors[0 if backward else -1]
