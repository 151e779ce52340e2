"""Activity: folded, swept and reconciled, exact for any day."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tortoise.expressions import Q

from backend import database
from backend.models.organization import Organization, OrganizationUser, UserStatus
from backend.provisioning.finder import activity
from backend.provisioning.finder.directory import make_administrator
from backend.provisioning.finder.index import refresh
from backend.provisioning.finder.transfer import export_organizations
from backend.timeouts import HOUSEKEEPING_TIMEOUT, statement_timeout
from tests.provisioning.finder.world import AT, World, load_rows

pytestmark = pytest.mark.usefixtures("db")


def days_ago(days: int) -> object:
    """A day as seen from the tests' instant."""
    return AT.date() - timedelta(days)


async def figures() -> tuple[int, object]:
    """Active users and latest activity of the one organization."""
    organization = await Organization.get(external_id="Acme")
    return organization.active_users, organization.latest_activity_on


async def acme() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"], created=900)
    for number, seen in enumerate([2, 29, 30, 400, None]):
        world.user("Acme", f"user{number}@acme.com", seen=seen)
    world.user("Acme", "gone@acme.com", seen=0, status="deleted")
    await world.load()


async def test_enabled_users_of_the_last_thirty_days_are_active() -> None:
    await acme()
    assert await figures() == (2, days_ago(2))


async def test_a_touch_counts_once_it_is_folded_and_an_earlier_one_changes_nothing() -> None:
    await acme()
    await activity.touch("user4@acme.com", AT.date())
    await activity.touch("user4@acme.com", AT.date() - timedelta(3))
    await activity.touch("user4@acme.com", AT.date())
    assert await figures() == (2, days_ago(2))
    assert await activity.fold(AT) == 1
    assert await figures() == (3, days_ago(0))
    assert await activity.fold(AT) == 0


async def test_a_sweep_lets_users_drop_out_and_organizations_fall_asleep() -> None:
    await acme()
    await activity.sweep(AT)
    later = AT + timedelta(1)
    assert await activity.sweep(later) == 1
    assert (await figures())[0] == 1
    assert await activity.sweep(later) == 0
    awake = await database.rows("SELECT rank FROM finder_entry")
    assert await activity.sweep(AT + timedelta(400)) == 1
    asleep = await database.rows("SELECT rank FROM finder_entry")
    assert (await figures())[0] == 0
    assert asleep[0]["rank"] > awake[0]["rank"]


@pytest.mark.parametrize("swept", [0, 1, 3])
async def test_a_sweep_that_was_killed_on_its_way_is_finished_by_the_next(
    swept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    for number in range(6):
        world.organization(f"Org {number}", claimed=[f"org{number}.com"], created=900)
        world.user(f"Org {number}", f"user@org{number}.com", seen=25)
    await world.load()
    await activity.sweep(AT)
    later = AT + timedelta(10)
    monkeypatch.setattr(activity, "_BATCH", 1)  # a transaction each, to be killed between two
    killed = asyncio.create_task(activity.sweep(later))
    while await Organization.filter(active_users=0).count() < swept:
        pass
    killed.cancel()
    await asyncio.wait([killed])
    await activity.sweep(later)
    assert [one.active_users for one in await Organization.all()] == [0] * 6
    assert await activity.sweep(later) == 0
    await in_order(later)


async def test_reconciliation_mends_what_drifted() -> None:
    await acme()
    assert await activity.reconcile(AT) == 0
    await OrganizationUser.filter(email_key="user0@acme.com").update(status=UserStatus.DELETED)
    assert await activity.reconcile(AT) == 1
    assert await figures() == (1, days_ago(29))
    assert await activity.reconcile(AT) == 0


USERS = st.integers(0, 3)
EVENTS = st.one_of(
    st.tuples(st.just("touch"), USERS, st.integers(-1, 60)),
    st.tuples(st.just("status"), USERS, st.sampled_from(["active", "inactive", "deleted"])),
    st.tuples(st.just("move"), USERS, st.sampled_from([("Acme", "Beta"), ("Beta", "Acme")])),
    st.tuples(st.just("merge"), USERS, st.booleans()),
    st.tuples(st.just("pass"), st.integers(1, 40), st.none()),
    st.just(("fold", 0, None)),
)


TABLES = (
    "activity_delta", "activity_sweep", "organization_activity", "finder_entry", "organization_user",
    "organization_domain", "organization",
)  # fmt: skip


class Directory:
    """Two organizations, of which Beta may be merged into Acme; what happens to their users, in the public format."""

    def __init__(self) -> None:
        self.world, self.at = World(), AT

    async def begin(self) -> None:
        for table in TABLES:  # the last example's
            await database.execute(f"DELETE FROM {table}")
        for name in ("Acme", "Beta"):
            self.world.organization(name, claimed=[f"{name.lower()}.com"], created=900)
        for number, seen in enumerate([2, 29, 400, None]):
            self.world.user("Acme" if number % 2 else "Beta", f"user{number}@acme.com", seen=seen)
        await self.world.load()

    async def happen(self, event: str, number: int, value: object) -> None:
        email = f"user{number}@acme.com"
        match event, value:
            case "touch", int(days):
                await activity.touch(email, self.at.date() - timedelta(days))
            case "status", status:
                users = await self._rows(email)
                await load_rows([row | {"status": status} for row in users], self.at)
            case "move", (str(source), str(target)):
                moved = [row for row in await self._rows(email) if row["org"] == source]
                gone = [row | {"status": "deleted"} for row in moved]
                await load_rows([*gone, *(row | {"org": target} for row in moved)], self.at)
            case "merge", merged:
                changed = {"status": "merged", "merged_into": "Acme"} if merged else {}
                beta = next(row for row in self.world.rows if row.get("id") == "Beta")
                await load_rows([beta | changed], self.at)
            case "pass", _:
                self.at += timedelta(number)
                await activity.sweep(self.at)
            case _:
                await activity.fold(self.at)

    async def _rows(self, email: str) -> list[dict[str, object]]:
        rows = [json.loads(line) async for line in export_organizations()]
        return [row for row in rows if row["type"] == "user" and row["email"] == email]


async def recounted(at: datetime) -> dict[str, tuple[int, int, object]]:
    """Enabled users, active users and the latest activity of each organization, as the users themselves tell."""
    figures: dict[str, tuple[int, int, object]] = {}
    for organization in await Organization.all():
        members = await Organization.filter(Q(id=organization.id, survivor_id=None) | Q(survivor_id=organization.id))
        users = await OrganizationUser.filter(organization_id__in=[one.id for one in members], status="ACTIVE")
        seen = [user.last_active_on for user in users if user.last_active_on]
        active = sum((at.date() - day).days < 30 for day in seen)
        figures[organization.external_id] = (len(users), active, max(seen, default=None))
    return figures


async def kept() -> dict[str, tuple[int, int, object]]:
    """The same, as it is kept."""
    found = await Organization.all()
    return {one.external_id: (one.enabled_users, one.active_users, one.latest_activity_on) for one in found}


async def in_order(at: datetime) -> None:
    """Everything that is kept is what the users and the other rows tell, and nothing has drifted."""
    while await activity.fold(at):
        pass
    assert await kept() == await recounted(at)
    assert await activity.reconcile(at) == 0
    assert await refresh([one.id for one in await Organization.all()], at) == 0


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(EVENTS, max_size=10))
async def test_figures_are_those_of_the_users_whatever_happens_in_whatever_order(
    events: list[tuple[str, int, object]],
) -> None:
    directory = Directory()
    await directory.begin()
    for event in events:
        await directory.happen(*event)
        assert await activity.reconcile(directory.at) == 0
    await in_order(directory.at)


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_what_happens_at_the_same_time_is_counted_once() -> None:
    directory = Directory()
    await directory.begin()
    people = [{"type": "user", "org": "Acme", "email": f"p{n}@acme.com", "status": "active", "admin": False}
              | {"last_active_day": None} for n in range(20)]  # fmt: skip
    await load_rows(people)
    acme = await Organization.get(external_id="Acme")

    async def together(work: Callable[[], Awaitable[object]]) -> None:
        async with database.transaction():
            await work()

    works: list[Callable[[], Awaitable[object]]] = []
    for number in range(20):
        email = f"p{number}@acme.com"
        works += [partial(activity.touch, email, AT.date() - timedelta(days)) for days in (number, 0)]
        works += [partial(activity.fold, AT), partial(make_administrator, acme.id, f"p{number % 5}@acme.com", AT)]
    works += [partial(activity.recount, [acme.id]), partial(load_rows, [people[3] | {"status": "deleted"}])] * 3
    with statement_timeout(HOUSEKEEPING_TIMEOUT):  # the last of 86 waits for all others
        await asyncio.gather(*map(together, works))
    await in_order(AT)
    assert (await kept())["Acme"][:2] == (21, 20)
