"""Activity: folded, swept and reconciled, exact for any day."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend import database
from backend.models.organization import Organization, OrganizationUser, UserStatus
from backend.provisioning.finder import activity
from backend.provisioning.finder.index import refresh
from tests.provisioning.finder.world import AT, World

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


async def test_reconciliation_mends_what_drifted() -> None:
    await acme()
    assert await activity.reconcile(AT) == 0
    await OrganizationUser.filter(email_key="user0@acme.com").update(status=UserStatus.DELETED)
    assert await activity.reconcile(AT) == 1
    assert await figures() == (1, days_ago(29))
    assert await activity.reconcile(AT) == 0


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 60)), max_size=12), st.integers(0, 40))
async def test_figures_are_those_of_the_users_for_any_order_of_touches(
    touches: list[tuple[int, int]], later: int
) -> None:
    await acme()
    for user, days in touches:
        await activity.touch(f"user{user}@acme.com", AT.date() - timedelta(days))
    await activity.fold(AT)
    await activity.sweep(AT)
    await activity.sweep(AT + timedelta(later))
    assert await activity.reconcile(AT + timedelta(later)) == 0
    users = await OrganizationUser.filter(status=UserStatus.ACTIVE)
    last_days = [user.last_active_on for user in users if user.last_active_on]
    today = AT.date() + timedelta(later)
    assert await figures() == (sum((today - day).days < 30 for day in last_days), max(last_days))
    assert await refresh([1], AT + timedelta(later)) == 0
