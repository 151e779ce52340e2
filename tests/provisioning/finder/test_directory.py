"""Changes of organizations by orders, and what the finder makes of them at once."""

import asyncio

import pytest

from backend import database
from backend.models.organization import Organization, OrganizationStatus, OrganizationUser, UserStatus
from backend.provisioning.finder import directory
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.index import refresh
from backend.provisioning.finder.matching import match
from tests.provisioning.finder.world import AT, CUSTOMER, PARTNER, World, names, question_for, suspend

pytestmark = pytest.mark.usefixtures("db")


async def created() -> Organization:
    """A provisional organization of order 7."""
    return await directory.create_provisional(
        "Acme GmbH", country="DE", business_vertical="RETAIL", slot=PARTNER, order_id=7, at=AT
    )


async def test_a_provisional_organization_is_found_by_nobody_until_it_is_activated() -> None:
    organization = await created()
    await directory.make_administrator(organization.id, "Ann@Acme.com", AT)
    assert (await match(question_for("ann@acme.com", PARTNER), AT)).outcome is Outcome.NONE
    await directory.activate(organization.id, AT)
    assert (await match(question_for("ann@acme.com", PARTNER), AT)).outcome is Outcome.EXACT
    assert (await match(question_for("bob@acme.com", PARTNER), AT)).outcome is Outcome.CANDIDATES
    assert (await match(question_for("bob@acme.com", CUSTOMER), AT)).outcome is Outcome.NONE
    await directory.make_provisional(organization.id, AT)
    assert (await match(question_for("ann@acme.com", PARTNER), AT)).outcome is Outcome.NONE


async def test_a_dropped_provisional_organization_is_gone_and_an_active_one_stays() -> None:
    dropped, kept = await created(), await created()
    await directory.make_administrator(dropped.id, "ann@acme.com", AT)
    await directory.activate(kept.id, AT)
    for organization in (dropped, kept):
        await directory.delete_provisional(organization.id)
    assert await Organization.all().values_list("id", flat=True) == [kept.id]
    assert await OrganizationUser.all().count() == 0


async def test_a_suspended_organization_disappears_and_comes_back() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"], users=3, at="acme.com", seen=1)
    await world.load()
    organization = await Organization.get(external_id="Acme")
    await suspend(organization.id)
    assert (await match(question_for("bob@acme.com"), AT)).outcome is Outcome.NONE
    await directory.activate(organization.id, AT)
    assert names(await match(question_for("bob@acme.com"), AT)) == ["Acme"]


async def test_an_administrator_is_promoted_not_doubled() -> None:
    organization = await created()
    first = await directory.make_administrator(organization.id, "ann@acme.com", AT)
    await OrganizationUser.filter(id=first.id).update(administrator=False, status=UserStatus.INACTIVE)
    again = await directory.make_administrator(organization.id, "ANN@ACME.COM", AT)
    assert again.id == first.id
    user = await OrganizationUser.get(id=first.id)
    assert (user.administrator, user.status) == (True, UserStatus.ACTIVE)
    assert (await Organization.get(id=organization.id)).status is OrganizationStatus.PROVISIONAL


async def test_changes_at_the_same_time_leave_the_index_right() -> None:
    organization = await created()
    await directory.activate(organization.id, AT)

    async def join(number: int) -> None:
        async with database.transaction():
            await directory.make_administrator(organization.id, f"user{number}@acme{number % 2}.com", AT)

    await asyncio.gather(*(join(number) for number in range(8)))
    assert (await Organization.get(id=organization.id)).enabled_users == 8
    assert await refresh([organization.id], AT) == 0
    assert names(await match(question_for("bob@acme1.com", PARTNER), AT)) == [organization.external_id]
