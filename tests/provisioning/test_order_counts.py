"""Counts of orders are exact for whoever is several viewers at once, and end where they say."""

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
from backend.provisioning.order_lists import overview
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
                " VALUES ($1, $2, $3, $4, $5, $6, $7, '', '')",
                [ids[number], viewers[int(viewer)], state, now, now, now + timedelta(days=days), now],
            )
    for number in aside:
        await database.execute(
            "INSERT INTO put_aside (email_key, order_id, version, turn_since, at)"
            " SELECT $1, id, version, turn_since, $3 FROM orders WHERE id = $2",
            [ME.email_key, ids[number], now],
        )


def counted(orders: list[dict[str, tuple[str, int]]], aside: set[int]) -> dict[B, int]:
    """The same, by looking at every order."""
    found = dict.fromkeys(B, 0)
    for number, rows in enumerate(orders):
        shown = [(viewer, state, days) for viewer, (state, days) in rows.items() if state[4] != "T"]
        as_contact = any(viewer.startswith("contact:") and state[3] == "O" for viewer, (state, _) in rows.items())
        mine = any(state[3] == "M" for state, _ in rows.values())
        for bucket, letter in LETTERS.items():
            found[bucket] += any(s[2] == letter and not v.startswith("delegate:") for v, s, _ in shown)
        told = [s for v, s, _ in shown if not v.startswith(("former:", "delegate:"))]
        found[B.UNDELIVERED] += any(state[4] == "U" for state in told)
        found[B.DUE_THIS_WEEK] += any(state[0] in "AF" and days < 7 for _, state, days in shown)
        found[B.MY_TURN] += any(s[3] == "M" for _, s, _ in shown) and not as_contact and number not in aside
        found[B.WAITING_FOR_OTHERS] += any(s[3] == "O" for _, s, _ in shown) and (not mine or as_contact)
        found[B.PUT_ASIDE] += bool(shown) and number in aside
    return {bucket: min(count, MOST) for bucket, count in found.items()}


VIEWERS = st.sampled_from([str(number) for number in range(len(KINDS) + 4)])
ROWS = st.dictionaries(VIEWERS, st.tuples(st.sampled_from(STATES), st.sampled_from([3, 30])), max_size=4)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(ROWS, max_size=ORDERS), st.sets(st.integers(0, ORDERS - 1), max_size=2))
async def test_the_overview_counts_each_order_once(orders: list[Rows], aside: set[int]) -> None:
    viewers, ids = await begun()
    await stand(ids, viewers, orders, aside, clock.now())
    named = [{viewers[int(viewer)]: row for viewer, row in rows.items()} for rows in orders]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(order_lists, "MOST_COUNTED", MOST)
        assert await overview(ME) == counted(named, aside)
