"""The match through the database, beyond the worked examples."""

import pytest

from backend.models.order import Audience
from backend.models.organization import DomainState, MailDomainKind, MailDomainOverride, OrganizationType
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import match, possible_duplicates
from backend.provisioning.finder.ranking import Evidence, EvidenceCode
from tests.provisioning.finder.world import AT, CUSTOMER, PARTNER, World, names, question_for

pytestmark = pytest.mark.usefixtures("db")


async def test_a_user_of_two_organizations_chooses_and_none_is_preselected() -> None:
    world = World()
    world.organization("Bystander", claimed=["acme.com"])
    for name in ("One", "Two"):
        world.organization(name, verified=["acme.com"])
        world.user(name, "bob@acme.com")
    await world.load()
    found = await match(question_for("bob@acme.com"), AT)
    assert found.outcome is Outcome.CANDIDATES
    assert names(found) == ["One", "Two", "Bystander"]
    assert not any(candidate.recommended for candidate in found.candidates)
    assert found.based_on == "bob@acme.com"


async def test_an_address_with_a_tag_is_the_first_candidate_but_never_exact_even_on_free_mail() -> None:
    world = World()
    world.organization("Pizzeria")
    world.user("Pizzeria", "bob@gmail.com")
    await world.load()
    found = await match(question_for("bob+order@gmail.com"), AT)
    assert found.outcome is Outcome.CANDIDATES
    assert names(found) == ["Pizzeria"]
    assert found.candidates[0].evidence[0].code is EvidenceCode.SAME_MAILBOX
    assert not found.candidates[0].recommended


@pytest.mark.parametrize("status", ["inactive", "deleted"])
async def test_a_user_who_is_not_active_proves_nothing(status: str) -> None:
    world = World()
    world.organization("Acme")
    world.user("Acme", "bob@acme.com", status=status)
    await world.load()
    assert (await match(question_for("bob@acme.com"), AT)).outcome is Outcome.NONE


async def test_a_merged_organization_stands_for_the_survivor_of_its_survivor() -> None:
    world = World()
    world.organization("Oldest", verified=["oldest.com"], status="merged", merged_into="Old")
    world.organization("Old", claimed=["old.com"], status="merged", merged_into="New")
    world.organization("New", claimed=["new.com", "old.com"], users=1, at="new.com", seen=9)
    world.user("Oldest", "ann@oldest.com", seen=2)
    await world.load()
    exact = await match(question_for("ann@oldest.com"), AT)
    assert exact.organization
    assert exact.organization.organization.external_id == "New"
    assert exact.organization.organization.active_users == 2
    found = await match(question_for("bob@oldest.com"), AT)
    assert names(found) == ["New"]
    assert dict(found.candidates[0].organization.domains) == {
        "new.com": DomainState.CLAIMED, "old.com": DomainState.CLAIMED, "oldest.com": DomainState.VERIFIED,
    }  # fmt: skip


async def test_a_resellers_people_in_customer_organizations_make_no_match_where_the_reseller_proved_its_domain() -> (
    None
):
    world = World()
    world.organization("Customer", users=4, at="reseller.com", seen=1)
    world.organization("Pending", pending=["reseller.com"])
    await world.load()
    assert names(await match(question_for("bob@reseller.com"), AT)) == ["Customer", "Pending"]
    world.organization("Reseller", verified=["reseller.com"], roles=["partner"])
    await world.load()
    assert names(await match(question_for("bob@reseller.com"), AT)) == ["Pending"]
    assert names(await match(question_for("bob@reseller.com", PARTNER), AT)) == ["Reseller"]
    own = await match(question_for("bob@reseller.com", audience=Audience.OWN_COMPANY), AT)
    assert names(own) == ["Reseller", "Pending"]


async def test_users_of_a_domain_count_from_half_of_the_enabled_ones() -> None:
    world = World()
    world.organization("Half", users=2, at="acme.com", seen=1)
    world.organization("Less", users=2, at="acme.com", seen=1)
    for name, count in (("Half", 2), ("Less", 3)):
        for number in range(count):
            world.user(name, f"guest{number}@{name.lower()}.com", seen=None)
    world.user("Half", "gone@half.com", status="inactive")
    await world.load()
    assert names(await match(question_for("bob@acme.com"), AT)) == ["Half"]


async def test_the_consumer_pool_is_nobodys_organization() -> None:
    world = World()
    world.organization("Pool", pending=["acme.com"], pool=True)
    world.user("Pool", "bob@acme.com")
    await world.load()
    assert (await match(question_for("bob@acme.com"), AT)).outcome is Outcome.NONE


async def test_the_orders_partner_is_not_its_customer() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"], roles=["partner", "customer"])
    world.user("Acme", "bob@acme.com")
    await world.load()
    exact = await match(question_for("bob@acme.com", PARTNER), AT)
    assert exact.organization
    excluded = exact.organization.organization.id
    assert (await match(question_for("bob@acme.com", excluded_organization_id=excluded), AT)).outcome is Outcome.NONE


async def test_my_company_takes_partners_and_customers() -> None:
    world = World()
    world.organization("Partner", verified=["acme.com"], roles=["partner"])
    world.organization("Customer", claimed=["acme.com"])
    await world.load()
    assert names(await match(question_for("bob@acme.com", audience=Audience.OWN_COMPANY), AT)) == [
        "Customer",
        "Partner",
    ]


async def test_a_mismatch_of_types_is_told_apart() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"])
    world.user("Acme", "bob@acme.com")
    await world.load()
    found = await match(question_for("bob@acme.com", PARTNER), AT)
    assert (found.outcome, found.reason) == (Outcome.NONE, Reason.WRONG_TYPE)
    assert found.mismatch
    assert found.mismatch.types == (OrganizationType.CUSTOMER,)


async def test_the_named_organization_is_a_candidate_also_on_free_mail_but_never_exact() -> None:
    world = World()
    world.organization("Renewed", users=1, at="renewed.de", seen=200)
    await world.load()
    found = await match(question_for("bob@gmail.com", previous_organization_external_id="Renewed"), AT)
    assert found.outcome is Outcome.CANDIDATES
    assert names(found) == ["Renewed"]
    assert found.candidates[0].recommended
    assert (
        await match(question_for("bob@gmail.com", PARTNER, previous_organization_external_id="Renewed"), AT)
    ).reason is (Reason.FREE_MAIL)


async def test_company_name_then_country_decide_among_equals() -> None:
    world = World()
    for name, country in (("Acme DE", "DE"), ("Acme US", "US"), ("Acme FR", "FR")):
        world.organization(name, verified=["acme.com"], country=country)
    await world.load()
    by_country = await match(question_for("bob@acme.com", country="us"), AT)
    assert names(by_country)[0] == "Acme US"
    by_name = await match(question_for("bob@acme.com", country="US", company_name="ACME-FR, Inc."), AT)
    assert names(by_name)[:2] == ["Acme FR", "Acme US"]


async def test_an_operator_overrules_the_shipped_lists() -> None:
    world = World()
    world.organization("Provider", claimed=["gmx.de"])
    world.organization("Acme", claimed=["acme.com"])
    await world.load()
    await MailDomainOverride.create(domain="gmx.de", kind=MailDomainKind.COMPANY)
    await MailDomainOverride.create(domain="acme.com", kind=MailDomainKind.DISPOSABLE)
    assert names(await match(question_for("bob@gmx.de"), AT)) == ["Provider"]
    assert (await match(question_for("bob@acme.com"), AT)).reason is Reason.DISPOSABLE


async def test_only_what_strangers_may_see_is_shown() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.com"], pending=["acme.de"], users=123, at="acme.com", seen=3, created=400)
    await world.load()
    candidate = (await match(question_for("bob@acme.com"), AT)).candidates[0]
    assert candidate.organization.domains == (("acme.com", DomainState.CLAIMED),)
    assert candidate.organization.active_users == 120
    assert candidate.organization.created_on.day == 1
    assert candidate.evidence == (
        Evidence(EvidenceCode.DOMAIN_CLAIMED, domain="acme.com"),
        Evidence(EvidenceCode.ACTIVE_USERS, count=120),
        Evidence(EvidenceCode.LATEST_ACTIVITY, days=3),
    )


async def test_twenty_candidates_are_shown_at_most() -> None:
    world = World()
    for number in range(30):
        world.organization(f"Acme {number}", verified=["acme.com"], users=1, at="acme.com", seen=number)
    await world.load()
    assert names(await match(question_for("bob@acme.com"), AT)) == [f"Acme {number}" for number in range(20)]


@pytest.mark.parametrize("email", ["", "no-at-sign", "a@localhost", "a\u200b@acme.com"])
async def test_what_is_no_address_matches_nothing(email: str) -> None:
    found = await match(question_for(email), AT)
    assert (found.outcome, found.reason) == (Outcome.NONE, Reason.INVALID_ADDRESS)


async def test_demo_domains_match_in_development_only() -> None:
    world = World()
    world.organization("Acme", claimed=["acme.example"])
    await world.load()
    assert names(await match(question_for("bob@acme.example", development=True), AT)) == ["Acme"]
    assert (await match(question_for("bob@acme.example"), AT)).reason is Reason.UNKNOWN_SUFFIX


async def test_a_new_organization_is_compared_by_domain_then_by_name_and_country() -> None:
    world = World()
    world.organization("Acme", country="US")
    world.organization("ACME GmbH", country="DE")
    world.organization("Acme Services", roles=["partner"])
    world.organization("Acme AG", status="suspended")
    world.organization("Zenith", country="US", verified=["acme.de"])
    await world.load()

    async def warned_of(slot: OrganizationType = CUSTOMER, domain: str | None = None, **more: str) -> list[str]:
        question = question_for("bob@gmx.de", slot, **({"company_name": "acme, Inc.", "country": "DE"} | more))
        found = await possible_duplicates(question, AT, domain)
        assert not any(candidate.recommended for candidate in found)
        return [candidate.organization.external_id for candidate in found]

    assert await warned_of() == ["ACME GmbH"]
    assert await warned_of(domain="mail.acme.de") == ["Zenith", "ACME GmbH"]
    assert await warned_of(domain="acme.de", company_name="Zenith", country="US") == ["Zenith"]
    assert await warned_of(domain="gmail.com") == ["ACME GmbH"]
    assert await warned_of(PARTNER, domain="acme.de", company_name="Acme") == []
    assert await warned_of(company_name="") == []
