"""The demo data: everything that can be seen is there, and hangs together."""

import asyncio
import email
import re
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from backend import clock, database
from backend.demo import seed
from backend.demo.acts import person
from backend.models.order import AdministratorRequestState, Audience, OrderStatus
from backend.models.organization import OrganizationStatus, OrganizationType
from backend.models.service import ServiceState
from backend.provisioning import dossier, links
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import Match, Question, match
from backend.provisioning.finder.ranking import Flag
from backend.provisioning.journey import turn
from backend.provisioning.order_lists import OrderSort, list_orders
from backend.settings import settings
from tests.postgres import Postgres

pytestmark = pytest.mark.slow
LENA = person("lena.vogt@halden.example")


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def seeded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a database with the demo data: of each kind in turn."""
    if request.param == "sqlite":
        template: Path = request.getfixturevalue("migrated_sqlite")
        path = shutil.copy(template, tmp_path_factory.mktemp("demo") / "demo.db")
        asyncio.run(seed_at(f"sqlite://{path}"))
        yield f"sqlite://{path}"
        return
    server: Postgres = request.getfixturevalue("pg")
    name = server.create(request.getfixturevalue("migrated_postgres"))
    asyncio.run(seed_at(server.url(name)))
    yield server.url(name)
    server.drop(name)


async def seed_at(url: str) -> None:
    await database.connect(url)
    try:
        await seed(settings())
    finally:
        await database.disconnect()


@pytest.fixture
async def demo(seeded: str) -> AsyncIterator[str]:
    """Connected to the demo data."""
    await database.connect(seeded)
    yield seeded
    await database.disconnect()


async def values_of(column: str, table: str) -> set[str]:
    return {row["value"] for row in await database.rows(f"SELECT DISTINCT {column} AS value FROM {table}")}


async def order_id(number: str) -> int:
    row = await database.row("SELECT id FROM orders WHERE order_number = $1", [number])
    assert row
    return int(row["id"])


async def found_for(address: str, slot: OrganizationType, audience: Audience) -> Match:
    question = Question(email=address, slot=slot, audience=audience, development=True)
    return await match(question, clock.now())


async def test_every_state_can_be_seen(demo: str) -> None:
    assert await values_of("status", "orders") == set(OrderStatus)
    assert await values_of("state", "service") == set(ServiceState)
    assert await values_of("state", "administrator_request") == set(AdministratorRequestState)
    assert await values_of("status", "organization") == set(OrganizationStatus)
    assert await values_of("state", "email_message") == {"SENT", "FAILED", "DEFERRED"}


async def test_there_are_organizations_of_every_kind(demo: str) -> None:
    figures = await database.row(
        "SELECT count(*) AS number, sum(CASE WHEN is_partner THEN 1 ELSE 0 END) AS partners,"
        " sum(CASE WHEN is_customer AND is_partner THEN 1 ELSE 0 END) AS of_both FROM organization"
    )
    assert figures
    assert figures["number"] >= 40
    assert figures["partners"] >= 10
    assert figures["of_both"] >= 1
    assert await database.row("SELECT 1 AS one FROM organization_domain WHERE name = 'xn--mller-feinkost-gsb.example'")


async def test_a_partner_sees_what_waits_for_her_and_what_is_done(demo: str) -> None:
    listed = await list_orders(LENA, sort=OrderSort.UPDATED_NEWEST, first=100)
    orders = listed.page.rows
    turns = {order.order_number: turn(order) for order in orders}
    hers = {number for number, whose in turns.items() if whose is not None and whose.email == LENA.email}
    waiting = [order.company_name for order in orders if order.order_number in hers]
    assert waiting == [
        "Brandt Logistik GmbH",
        "Weber & Söhne Bau GmbH",
        "Orchard Dental Group",
        "Fjordline Rederi AS",
    ]
    others = {order.company_name: order.status for order in orders if order.order_number not in hers}
    assert others["Lindqvist Arkitekter AB"] is OrderStatus.SETTING_UP
    assert others["Museum für Naturkunde"] is OrderStatus.MAPPED
    assert others["Tessier Optique SAS"] is others["Fjordline Rederi AS"] is OrderStatus.COMPLETED


async def test_what_failed_says_why(demo: str) -> None:
    order = await dossier.read(await order_id("UK-4500119"))
    assert order
    assert [service.failure for service in order.services if service.state is ServiceState.FAILED] == [
        "This location name is already in use there: Head office"
    ]


async def test_the_partner_finds_four_candidates_and_the_right_one_is_recommended(demo: str) -> None:
    found = await found_for(LENA.email, OrganizationType.PARTNER, Audience.CUSTOMER)
    assert found.outcome is Outcome.CANDIDATES
    names = [candidate.organization.display_name for candidate in found.candidates]
    assert names == ["Halden Networks GmbH", "Halden Networks Austria", "Halden Training", "Halden Trial"]
    assert [candidate.recommended for candidate in found.candidates] == [True, False, False, False]
    assert [Flag.LIKELY_WRONG in candidate.flags for candidate in found.candidates] == [False, False, False, True]
    assert [candidate.organization.active_users for candidate in found.candidates] == [1200, 86, 14, 0]
    first = found.candidates[0].organization
    assert first.latest_activity_on == (datetime.now(UTC) - timedelta(days=3)).date()


async def test_one_contact_has_an_organization_already_and_one_has_none(demo: str) -> None:
    own = await found_for("k.sato@aoki-tea.example", OrganizationType.CUSTOMER, Audience.OWN_COMPANY)
    assert own.outcome is Outcome.EXACT
    none = await found_for("info@yogahaus-lindau.example", OrganizationType.CUSTOMER, Audience.OWN_COMPANY)
    assert none.outcome is Outcome.NONE


@pytest.mark.parametrize("number", ["DE-4500131", "JP-77155", "DE-4500133"])
async def test_a_newcomer_finds_a_fresh_mail_whose_link_opens(demo: str, number: str) -> None:
    row = await database.row(
        "SELECT m.* FROM email_message m JOIN orders o ON o.id = m.order_id"
        " WHERE o.order_number = $1 AND o.status = 'AWAITING_CONTACT' AND m.kind = 'SETUP'",
        [number],
    )
    assert row
    assert row["state"] == "SENT"
    message: Any = email.message_from_bytes(row["mime"], _class=EmailMessage, policy=default)
    assert message["Subject"] == f"Provisioning information required for order {number}"
    token = re.search(r"/setup#([\w-]+)", message.get_body(("plain",)).get_content())
    assert token
    found = await links.find(token[1])
    links.check_alive(found, await dossier.read(await order_id(number)), clock.now())


async def test_only_the_mails_that_are_meant_to_did_not_arrive(demo: str) -> None:
    lost = await database.rows("SELECT DISTINCT recipient, state FROM email_message WHERE state <> 'SENT'")
    assert {(row["recipient"], row["state"]) for row in lost} == {
        ("l.vogt@halden.example", "FAILED"),
        ("j.crane@holliscrane.example", "FAILED"),
        ("it@brandt-logistik.example", "DEFERRED"),
    }


async def test_every_timeline_runs_forward_and_ends_before_now(demo: str) -> None:
    latest: dict[int, datetime] = {}
    for row in await database.rows("SELECT order_id, at FROM order_event ORDER BY id"):
        at = database.instant(row["at"])
        assert latest.get(row["order_id"], at) <= at <= clock.now()
        latest[row["order_id"]] = at
    assert min(latest.values()) < clock.now() - timedelta(days=20)


async def test_the_support_person_can_sign_in(demo: str) -> None:
    assert await values_of("email_key", "support_person") == {"support@controlhub.example"}


async def test_seeding_again_changes_nothing(demo: str) -> None:
    tables = ("organization", "orders", "order_event", "email_message")
    before = [await database.row(f"SELECT count(*) AS number FROM {table}") for table in tables]
    await seed(settings())
    assert [await database.row(f"SELECT count(*) AS number FROM {table}") for table in tables] == before
