"""Whose order it is: the order says who the customer is, a partner's person is nobody's customer, proof beats lists."""

from pathlib import Path
from typing import Any

import pytest

from backend.models.order import Audience
from backend.models.organization import MailDomainKind, Organization
from backend.provisioning.finder import activity, directory, mail_domains, suffixes
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import Match, match
from backend.provisioning.finder.ranking import Basis
from backend.provisioning.finder.search import search
from tests.provisioning.finder.world import AT, CUSTOMER, PARTNER, World, names, question_for, suspend

pytestmark = pytest.mark.usefixtures("db")


def bases(found: Match) -> list[tuple[str, str]]:
    """The candidates with what led to them."""
    return [(one.organization.external_id, one.basis.value) for one in found.candidates]


async def partnered(customers: int = 3) -> None:
    """A partner whose person is administrator of customers; Weber is one that the order may name."""
    world = World()
    world.organization("Nord", claimed=["nord.com"], users=2, at="nord.com", roles=["partner"])
    world.organization("Weber & Söhne GmbH", claimed=["weber.de"], users=3, at="weber.de", seen=3)
    for number in range(customers):
        world.organization(f"Customer {number}", created=number)
    await world.load()
    for number in range(customers):
        row = await Organization.get(external_id=f"Customer {number}")
        await directory.make_administrator(row.id, "pat@nord.com", AT, for_partner=True)


async def test_a_partners_person_is_nobodys_customer() -> None:
    await partnered(1)
    found = await match(question_for("pat@nord.com"), AT)
    assert (found.outcome, bases(found)) == (Outcome.CANDIDATES, [("Customer 0", "ADMINISTERED")])
    row = await Organization.get(external_id="Customer 0")
    assert (row.enabled_users, row.active_users, row.latest_activity_on) == (0, 0, None)
    await activity.touch("pat@nord.com", AT.date())
    await activity.fold(AT)
    assert await activity.reconcile(AT) == 0
    row = await Organization.get(external_id="Customer 0")
    assert (row.active_users, row.latest_activity_on) == (0, None)


async def test_who_is_a_user_already_stays_one_when_a_partner_makes_them_administrator() -> None:
    world = World()
    world.organization("Acme")
    world.user("Acme", "ann@acme.com")
    await world.load()
    row = await Organization.get(external_id="Acme")
    await directory.make_administrator(row.id, "ann@acme.com", AT, for_partner=True)
    assert (await match(question_for("ann@acme.com"), AT)).outcome is Outcome.EXACT


async def test_the_domain_that_the_order_names_leads_and_administered_customers_come_last() -> None:
    await partnered()
    found = await match(
        question_for("pat@nord.com", customer_domain="weber.de", company_name="Other", country="FR"), AT
    )
    assert found.lead is Basis.ORDER_DOMAIN
    assert (found.based_on, found.candidates[0].recommended) == ("weber.de", True)
    assert bases(found) == [
        ("Weber & Söhne GmbH", "ORDER_DOMAIN"),
        ("Customer 2", "ADMINISTERED"),
        ("Customer 1", "ADMINISTERED"),
        ("Customer 0", "ADMINISTERED"),
    ]


@pytest.mark.parametrize(("customers", "listed", "left_out"), [(3, 3, 0), (20, 20, 0), (30, 20, 10)])
async def test_a_partner_with_many_customers_is_told_how_many_are_not_listed(
    customers: int, listed: int, left_out: int
) -> None:
    await partnered(customers)
    found = await match(question_for("pat@nord.com"), AT)
    assert (len(found.candidates), found.left_out) == (listed, left_out)


@pytest.mark.parametrize(
    ("order", "basis"),
    [
        ({"customer_domain": "https://www.weber.de/kontakt"}, "ORDER_DOMAIN"),
        ({"customer_domain": "mail.weber.de"}, "ORDER_DOMAIN"),
        ({"customer_administrator": "Eva <eva@weber.de>"}, "ORDER_DOMAIN"),
        ({"company_name": "Weber und Soehne", "country": "DE"}, "ORDER_NAME"),
        ({"previous_organization_external_id": "Weber & Söhne GmbH"}, "NAMED_BY_ORDER"),
    ],
)
async def test_each_thing_that_the_order_says_leads_to_its_customer(order: dict[str, Any], basis: str) -> None:
    await partnered(1)
    found = await match(question_for("pat@nord.com", **order), AT)
    assert bases(found) == [("Weber & Söhne GmbH", basis), ("Customer 0", "ADMINISTERED")]


@pytest.mark.parametrize(
    "more",
    [
        {"slot": PARTNER, "customer_domain": "weber.de"},
        {"audience": Audience.OWN_COMPANY, "customer_domain": "weber.de"},
        {"customer_domain": "gmx.de", "customer_administrator": "eva@gmx.de"},
        {"customer_domain": "no domain"},
    ],
)
async def test_what_says_nothing_of_a_customer_leads_to_nobody(more: dict[str, object]) -> None:
    await partnered(0)
    found = await match(question_for("pat@stranger.com", **more), AT)  # type: ignore[arg-type]
    assert found.outcome is Outcome.NONE


async def contradictable() -> None:
    world = World()
    world.organization("Brixton Tools", verified=["brixton.com"])
    world.user("Brixton Tools", "pat@nord.com")
    world.organization("Zephyr Bakery", country="FR", claimed=["zephyr.fr"])
    await world.load()


@pytest.mark.parametrize(
    ("order", "exact"),
    [
        ({}, True),
        ({"company_name": "Zephyr Bakery"}, True),
        ({"customer_domain": "brixton.com", "company_name": "Zephyr Bakery"}, True),
        ({"customer_domain": "mail.brixton.com", "company_name": "Zephyr Bakery"}, True),
        ({"customer_domain": "zephyr.fr", "company_name": "Brixton Tools Ltd."}, True),
        ({"customer_domain": "zephyr.fr", "company_name": "Zephyr Bakery"}, False),
        ({"customer_domain": "nobody.fr", "company_name": "Zephyr Bakery"}, False),
        ({"customer_domain": "zephyr.fr"}, False),
    ],
)
async def test_nothing_is_exact_that_the_order_contradicts(order: dict[str, Any], exact: bool) -> None:
    await contradictable()
    found = await match(question_for("pat@nord.com", **order), AT)
    assert (found.outcome is Outcome.EXACT) == exact
    if order.get("customer_domain") == "zephyr.fr" and not exact:
        assert bases(found) == [("Zephyr Bakery", "ORDER_DOMAIN"), ("Brixton Tools", "CONTACT_ADDRESS")]


async def test_a_contact_at_the_customer_is_asked_by_rule_7_not_by_the_name() -> None:
    world = World()
    world.organization("Acme Holding", claimed=["acme.com"], users=2, at="acme.com", seen=3)
    world.organization("Acme", users=2, at="acme.com", seen=3)
    await world.load()
    found = await match(question_for("bob@acme.com", company_name="Acme GmbH", country="DE"), AT)
    assert bases(found) == [("Acme Holding", "CONTACT_DOMAIN"), ("Acme", "ORDER_NAME")]
    assert (found.lead, found.based_on) == (Basis.CONTACT_DOMAIN, "acme.com")


@pytest.mark.parametrize(("shops", "shown"), [(3, 3), (4, 0), (40, 0)])
async def test_a_domain_seen_everywhere_is_nobodys(shops: int, shown: int) -> None:
    world = World()
    for number in range(shops):
        world.organization(f"Shop {number}", users=2, at="access.com", seen=1)
    await world.load()
    found = await match(question_for("stranger@access.com"), AT)
    assert len(found.candidates) == shown
    assert found.reason is (None if shown else Reason.SHARED_DOMAIN)
    page = await search(question_for("stranger@access.com"), "access.com", AT)
    assert len(page.candidates) == shown
    assert page.reason is (None if shown else Reason.SHARED_DOMAIN)
    below = await search(question_for("stranger@access.com"), "mail.access.com", AT)
    assert len(below.candidates) == shown


async def test_organizations_of_one_name_are_not_everywhere_and_few_users_are_enough() -> None:
    world = World()
    for number in range(6):
        world.organization(f"Acme {['GmbH', 'Ltd', 'Inc', 'AG', 'KG', 'SA'][number]}", users=2, at="acme.com", seen=1)
        world.organization(f"Shop {number}", users=3, at=f"shop{number}.com", seen=1)
        world.user(f"Shop {number}", f"one{number}@access.com")
    world.organization("Trader", users=2, at="access.com", seen=1)
    await world.load()
    assert len((await match(question_for("bob@acme.com"), AT)).candidates) == 6
    assert (await match(question_for("bob@access.com"), AT)).reason is Reason.SHARED_DOMAIN


async def test_a_proof_makes_a_shared_domain_somebodys_and_its_end_makes_it_nobodys_again() -> None:
    world = World()
    for number in range(5):
        world.organization(f"Shop {number}", users=2, at="access.com", seen=1)
    world.organization("Access", verified=["access.com"], seen=1)
    await world.load()
    found = await match(question_for("bob@access.com"), AT)
    assert names(found)[0] == "Access"
    row = await Organization.get(external_id="Access")
    await suspend(row.id)
    assert (await match(question_for("bob@access.com"), AT)).reason is Reason.SUSPENDED
    for number in range(2):
        shop = await Organization.get(external_id=f"Shop {number}")
        await suspend(shop.id)
    assert len((await match(question_for("bob@access.com"), AT)).candidates) == 3


@pytest.mark.parametrize(
    ("domain", "asked_for", "found"),
    [
        ("rub.de", "rub.de", True), ("gov.in", "gov.in", True), ("team.telstra.com", "team.telstra.com", True),
        ("cable.comcast.com", "cable.comcast.com", True), ("rub.de", "physik.rub.de", False),
        ("team.telstra.com", "a.team.telstra.com", False), ("telstra.com", "telstra.com", False),
        ("gmail.com", "gmail.com", False), ("easypost.com", "easypost.com", True), ("clerk.com", "clerk.com", True),
        ("name.com", "name.com", True), ("mailinblack.com", "mailinblack.com", True),
        ("nus.edu.sg", "nus.edu.sg", True), ("unican.es", "unican.es", True), ("nus.edu.sg", "u.nus.edu.sg", True),
        ("acme.con", "acme.con", False),
    ],
)  # fmt: skip
@pytest.mark.parametrize("state", ["claimed", "verified", "pending"])
async def test_proof_beats_lists(domain: str, asked_for: str, found: bool, state: str) -> None:
    world = World()
    world.organization("Owner", **{state: [domain]}, users=2, at=domain, seen=1)  # type: ignore[arg-type]
    await world.load()
    registrable = suffixes.registrable(domain)
    listed = not registrable or mail_domains.kind([domain, registrable], {}) is not MailDomainKind.COMPANY
    expected = found and (state != "pending" or (not listed and domain == asked_for))
    answer = await match(question_for(f"stranger@{asked_for}"), AT)
    assert names(answer) == (["Owner"] if expected else [])
    page = await search(question_for("x@y.com"), asked_for, AT)
    assert [one.organization.external_id for one in page.candidates if not one.flags] == names(answer)


def providers() -> list[str]:
    return (Path(__file__).parent / "mail-providers.txt").read_text("utf-8").split()


async def test_a_stranger_at_a_mail_provider_is_shown_no_shop_that_is_there() -> None:
    world = World()
    for domain in providers():
        world.organization(f"Shop at {domain}", pending=[domain], users=1, at=domain, seen=1)
    await world.load()
    shown = [domain for domain in providers() if (await match(question_for(f"stranger@{domain}"), AT)).candidates]
    assert len(providers()) >= 148
    assert shown == []


@pytest.mark.parametrize("slot", [CUSTOMER, PARTNER])
async def test_who_would_match_a_suspended_organization_reads_that_it_exists(slot: object) -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"], status="suspended", roles=["customer", "partner"])
    world.user("Acme", "ann@acme.com")
    world.user("Acme", "ann@other.com")
    await world.load()
    for email in ("ann@acme.com", "bob@acme.com", "bob@mail.acme.com", "ann@other.com"):
        found = await match(question_for(email, slot), AT)  # type: ignore[arg-type]
        assert (found.outcome, found.reason) == (Outcome.NONE, Reason.SUSPENDED)
        assert found.suspended is not None
        assert found.suspended.display_name == "Acme"
    assert (await match(question_for("bob@other.com"), AT)).reason is Reason.NO_MATCH
    page = await search(question_for("x@y.com"), "acme.com", AT)
    assert (page.candidates, page.reason, page.suspended) == ((), Reason.SUSPENDED, "Acme")
    ordered = await match(question_for("x@y.com", customer_domain="acme.com"), AT)
    assert ordered.reason is Reason.SUSPENDED
