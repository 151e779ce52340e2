"""Domains of an organization: added by an administrator, proved by a record in real DNS, claimed, removed."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from backend import clock, database
from backend.models.organization import DomainFinding, DomainVerification, MailDomainKind
from backend.provisioning import domains
from backend.provisioning.access import SYSTEM
from backend.settings import settings
from backend.txt_records import Answer
from tests.api import Caller
from tests.name_server import NameServer, name_server
from tests.product import Product
from tests.provisioning.finder.world import load_rows

HISTORY = "query ($id: ID!) { organization(id: $id) { history { summary actor correlationId } } }"
ADMINISTERED = "{ viewer { organizations { id displayName } } }"
EXPLAIN = """query ($input: ExplainOrganizationMatchInput!) {
  explainOrganizationMatch(input: $input) { outcome candidates { organization { displayName } evidence { code } } } }"""


@pytest.fixture(scope="module")
def running() -> Iterator[NameServer]:
    """A name server for all tests here."""
    with name_server() as server:
        yield server


@pytest.fixture
def dns(running: NameServer, monkeypatch: pytest.MonkeyPatch, environment: None) -> Iterator[NameServer]:
    """The name server that the product asks."""
    running.clear()
    running.zone("acme.example")
    monkeypatch.setenv("DNS_SERVERS", f"127.0.0.1:{running.port}")
    settings.cache_clear()
    yield running
    settings.cache_clear()


@pytest.fixture
async def hub(dns: NameServer, product: Product) -> Product:
    """The product with two partners and two customers."""
    await product.directory()
    return product


async def company(caller: Caller, name: str = "") -> str:
    """The organization that somebody belongs to."""
    found = (await caller.ask(ADMINISTERED))["viewer"]["organizations"]
    return str(next(one["id"] for one in found if name in one["displayName"]))


def domain(answer: Any, name: str = "acme.example") -> Any:
    """What an answer says of a domain; None: it is not there."""
    assert answer.payload, answer.errors
    found = answer.payload["organization"]["domains"]
    return next((one for one in found if one["name"] == name), None)


async def added(
    hub: Product, name: str = "acme.example", email: str = "admin@globex.example"
) -> tuple[Caller, str, Any]:
    admin = await hub.signed_in(email)
    id = await company(admin)
    answer = await admin.do("addDomain", organizationId=id, domain=name)
    assert not answer.refused
    return admin, id, domain(answer, name)


async def found_by(hub: Product, email: str, slot: str = "CUSTOMER") -> list[str]:
    """Whom the finder shows to an address."""
    reader = await hub.integrator("directory", "organizations:read")
    answer = (await reader.ask(EXPLAIN, input={"email": email, "slot": slot}))["explainOrganizationMatch"]
    return [one["organization"]["displayName"] for one in answer["candidates"]]


def test_every_kind_of_domain_that_is_no_company_s_has_its_words() -> None:
    assert domains._KINDS.keys() == set(MailDomainKind) - {MailDomainKind.COMPANY}


def publish(dns: NameServer, told: Any) -> None:
    """Set the record that an administrator was told to set."""
    dns.records[told["verification"]["recordName"]] = [f'TXT "{told["verification"]["recordValue"]}"']


async def test_a_created_organization_becomes_recognizable_once_its_record_is_set(
    dns: NameServer, product: Product
) -> None:
    await product.mapped("pat@freelancer.example")
    pat = await product.signed_in("pat@freelancer.example")
    id = await company(pat, "Acme")
    told = domain(await pat.do("addDomain", organizationId=id, domain="ACME.example."))
    assert told["state"] == "PENDING"
    assert told["verification"]["recordName"] == "_controlhub-challenge.acme.example"
    assert told["verification"]["recordValue"].startswith("controlhub-domain-verification=")
    assert await found_by(product, "bob@acme.example") == []  # what was merely entered proves nothing
    not_yet = domain(await pat.do("checkDomain", organizationId=id, domain="acme.example"))["verification"]
    assert not_yet["finding"] == "NO_RECORD"
    assert "no TXT record at _controlhub-challenge.acme.example" in not_yet["message"]
    assert "ns1.dns.example, ns2.dns.example" in not_yet["message"]
    assert "127.0.0.1" in not_yet["message"]
    publish(dns, told)
    verified = domain(await pat.do("checkDomain", organizationId=id, domain="acme.example"))
    assert verified["state"] == "VERIFIED"
    assert verified["verification"]["finding"] == "FOUND"
    assert verified["verification"]["nextCheckAt"] is None
    assert await found_by(product, "bob@acme.example") == ["Acme"]
    claimed = domain(await pat.do("claimDomain", organizationId=id, domain="acme.example"))
    assert claimed["state"] == "CLAIMED"
    happened = (await pat.ask(HISTORY, id=id))["organization"]["history"]
    assert [(event["summary"], event["actor"], event["correlationId"]) for event in happened] == [
        ("Claimed the domain acme.example", "pat@freelancer.example", None),
        ("The domain acme.example is verified", "pat@freelancer.example", None),
        ("Added the domain acme.example", "pat@freelancer.example", None),
    ]
    for support_sees in (await (await product.support()).ask(HISTORY, id=id))["organization"]["history"]:
        assert (support_sees["actor"], bool(support_sees["correlationId"])) == ("p•••@freelancer.example", True)


async def test_the_worker_looks_again_by_itself_and_writes_when_it_is_there(dns: NameServer, hub: Product) -> None:
    _, _, told = await added(hub)
    assert not await hub.worker.verify_one()  # a record takes a moment to be set
    hub.later(minutes=2)
    assert await hub.worker.verify_one()
    assert not await hub.worker.verify_one()
    publish(dns, told)
    hub.later(minutes=3)
    assert await hub.worker.verify_one()
    assert await found_by(hub, "bob@acme.example") == ["Globex"]
    mails = await hub.mails("admin@globex.example", "NOTICE")
    assert [mail["subject"] for mail in mails] == ["Domäne verifiziert: acme.example"]
    assert not await hub.worker.verify_one()


async def test_it_is_looked_up_for_two_weeks_at_growing_distances_then_said_and_begun_anew_on_demand(
    dns: NameServer, hub: Product
) -> None:
    admin, id, told = await added(hub)
    looked = 0
    for _ in range(14 * 24 + 24):
        hub.later(hours=1)
        while await hub.worker.verify_one():
            looked += 1
    assert 50 <= looked <= 90
    admin = await hub.signed_in("admin@globex.example")
    after = await admin.ask(
        """query ($id: ID!) { organization(id: $id) { domains { name verification { nextCheckAt message } } } }""",
        id=id,
    )
    ended = next(one for one in after["organization"]["domains"] if one["name"] == "acme.example")["verification"]
    assert ended["nextCheckAt"] is None
    assert "stopped" in ended["message"]
    mails = await hub.mails("admin@globex.example", "NOTICE")
    assert [mail["subject"] for mail in mails] == ["Domäne nicht verifiziert: acme.example"]
    again = domain(await admin.do("checkDomain", organizationId=id, domain="acme.example"))["verification"]
    assert again["nextCheckAt"] is not None
    publish(dns, told)  # the value is still good
    hub.later(hours=1)
    assert await hub.worker.verify_one()
    assert await found_by(hub, "bob@acme.example") == ["Globex"]


@pytest.mark.parametrize("attempts", [0, 3, 9, 500])
def test_the_next_look_up_lies_ahead_and_never_behind_the_end(attempts: int) -> None:
    at = clock.now()
    ends = at + timedelta(hours=2)
    due = domains.next_check(attempts, ends, at, Random(attempts))
    assert due is not None
    assert at < due <= ends
    assert domains.next_check(attempts, ends, ends, Random(attempts)) is None


REFUSED = [
    ("", "REQUIRED", "Enter a domain"),
    ("not a domain", "INVALID", "such as"),
    ("co.uk", "NOT_ELIGIBLE", "Anyone can register"),
    ("github.io", "NOT_ELIGIBLE", "Anyone can register"),
    ("onmicrosoft.com", "NOT_ELIGIBLE", "Anyone can register"),
    ("gmail.com", "NOT_ELIGIBLE", "a public email provider"),
    ("GMX.de", "NOT_ELIGIBLE", "a public email provider"),
    ("mailinator.com", "NOT_ELIGIBLE", "disposable mailboxes"),
    ("acme.con", "NOT_ELIGIBLE", "The ending of "),
    ("printer.local", "NOT_ELIGIBLE", "The ending of "),
    ("127.0.0.1", "INVALID", "such as"),
    ("a.b\u200bc.com", "INVALID", "such as"),
    (f"{'a' * 60}.{'b' * 60}.{'c' * 60}.{'d' * 50}.com", "TOO_LONG", "too long"),
]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_what_is_no_company_s_domain_is_refused_in_plain_words(dns: NameServer, hub: Product) -> None:
    admin, id, _ = await added(hub)
    for text, code, words in REFUSED:
        answer = await admin.do("addDomain", organizationId=id, domain=text)
        assert answer.fields == {"domain": code}, text
        assert words in answer.payload["userErrors"][0]["message"], text
        assert len(answer.payload["organization"]["domains"]) == 2


PASTED = [
    ("https://www.acme.example/about?x=1", "acme.example"),
    ("Bob <bob@mail.acme.example>", "mail.acme.example"),
    ("@acme.example", "acme.example"),
    ("ACME.Example.", "acme.example"),
    ("bücher.example", "xn--bcher-kva.example"),
    ("  ａｃｍｅ.example ", "acme.example"),
    ("team.telekom.de", "team.telekom.de"),
]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_domain_may_be_pasted_as_people_have_it_at_hand(dns: NameServer, hub: Product) -> None:
    admin = await hub.signed_in("admin@globex.example")
    id = await company(admin)
    for text, name in PASTED:
        answer = await admin.do("addDomain", organizationId=id, domain=text)
        assert not answer.refused, text
        assert domain(answer, name)["verification"]["recordName"] == f"_controlhub-challenge.{name}", text


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_domains_of_examples_are_refused_outside_development(
    dns: NameServer, hub: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = await hub.signed_in("admin@globex.example")
    id = await company(admin)
    monkeypatch.setenv("ENVIRONMENT", "production")
    monkeypatch.setenv("PUBLIC_URL", "http://127.0.0.1")
    monkeypatch.setenv("SMTP_URL", "smtps://mail.example")
    settings.cache_clear()
    answer = await admin.do("addDomain", organizationId=id, domain="acme.example")
    assert "reserved for examples" in answer.payload["userErrors"][0]["message"]


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_support_s_word_on_a_domain_wins_over_the_lists(dns: NameServer, hub: Product) -> None:
    admin, id, _ = await added(hub)
    insert = "INSERT INTO mail_domain_override (domain, kind) VALUES ($1, 'COMPANY')"
    for name in ("rub.de", "gmx.de"):
        assert (await admin.do("addDomain", organizationId=id, domain=name)).refused
        await database.execute(insert, [name])
        assert domain(await admin.do("addDomain", organizationId=id, domain=name), name)["state"] == "PENDING"


async def test_nobody_claims_what_others_have_verified_and_both_are_told(dns: NameServer, hub: Product) -> None:
    globex, globex_id, told = await added(hub)
    initech, initech_id, other = await added(hub, email="admin@initech.example")
    assert told["verification"]["recordValue"] != other["verification"]["recordValue"]
    dns.records[told["verification"]["recordName"]] = [
        f'TXT "{one["verification"]["recordValue"]}"' for one in (told, other)
    ]
    early = await globex.do("claimDomain", organizationId=globex_id, domain="acme.example")
    assert early.fields == {"domain": "STEP_NOT_ALLOWED"}
    await globex.do("checkDomain", organizationId=globex_id, domain="acme.example")
    second = domain(await initech.do("checkDomain", organizationId=initech_id, domain="acme.example"))
    assert second["state"] == "VERIFIED"
    assert second["verification"]["finding"] == "VERIFIED_ELSEWHERE"
    assert "Globex has verified it too" in second["verification"]["message"]
    mails = await hub.mails("admin@globex.example", "NOTICE")
    assert mails[0]["subject"] == "Domäne von einer anderen Organisation verifiziert: acme.example"
    for caller, id in ((globex, globex_id), (initech, initech_id)):
        refused = await caller.do("claimDomain", organizationId=id, domain="acme.example")
        assert refused.fields == {"domain": "NOT_ELIGIBLE"}
        assert "support" in refused.payload["userErrors"][0]["message"]
    await initech.do("removeDomain", organizationId=initech_id, domain="acme.example")
    claimed = domain(await globex.do("claimDomain", organizationId=globex_id, domain="acme.example"))
    assert claimed["state"] == "CLAIMED"
    late = domain(await initech.do("addDomain", organizationId=initech_id, domain="acme.example"))
    publish(dns, late)
    assert (
        domain(await initech.do("checkDomain", organizationId=initech_id, domain="acme.example"))["state"] == "VERIFIED"
    )
    assert (await initech.do("claimDomain", organizationId=initech_id, domain="acme.example")).refused


async def test_of_two_who_claim_at_once_one_gets_it(dns: NameServer, hub: Product) -> None:
    globex, globex_id, told = await added(hub)
    publish(dns, told)
    answers = await asyncio.gather(
        *(globex.do("checkDomain", organizationId=globex_id, domain="acme.example") for _ in range(3)),
        *(globex.do("addDomain", organizationId=globex_id, domain="acme.example") for _ in range(3)),
    )
    assert {domain(answer)["state"] for answer in answers} <= {"PENDING", "VERIFIED"}
    answers = await asyncio.gather(
        *(globex.do("claimDomain", organizationId=globex_id, domain="acme.example") for _ in range(4))
    )
    assert [answer.refused for answer in answers] == [[]] * 4
    assert await DomainVerification.all().count() == 1


async def test_a_removed_domain_leads_to_nobody_and_is_proved_anew(dns: NameServer, hub: Product) -> None:
    admin, id, told = await added(hub)
    publish(dns, told)
    await admin.do("checkDomain", organizationId=id, domain="acme.example")
    await admin.do("claimDomain", organizationId=id, domain="acme.example")
    gone = await admin.do("removeDomain", organizationId=id, domain="acme.example")
    assert domain(gone) is None
    assert await found_by(hub, "bob@acme.example") == []
    assert (await admin.do("removeDomain", organizationId=id, domain="acme.example")).fields == {"domain": "INVALID"}
    again = domain(await admin.do("addDomain", organizationId=id, domain="acme.example"))
    assert again["verification"]["recordValue"] != told["verification"]["recordValue"]
    checked = domain(await admin.do("checkDomain", organizationId=id, domain="acme.example"))["verification"]
    assert checked["finding"] == "OTHER_VALUE"
    assert told["verification"]["recordValue"] in checked["message"]


async def test_a_domain_of_the_directory_is_proved_the_same_way(dns: NameServer, hub: Product) -> None:
    await load_rows([{"type": "domain", "org": "Globex", "domain": "acme.example", "state": "pending"}], clock.now())
    assert await found_by(hub, "bob@acme.example") == ["Globex"]
    _, _, told = await added(hub)
    assert await found_by(hub, "bob@acme.example") == ["Globex"]  # the directory's word still counts
    publish(dns, told)
    hub.later(minutes=2)
    assert await hub.worker.verify_one()


async def test_only_who_administers_it_fully_changes_an_organization_s_domains(dns: NameServer, hub: Product) -> None:
    _, id, _ = await added(hub)
    await hub.partnered()
    others = {
        "user@globex.example": "FORBIDDEN",
        "user@north.example": "FORBIDDEN",
        "admin@initech.example": "NOT_FOUND",
        "admin@south.example": "NOT_FOUND",
    }
    callers = {email: await hub.signed_in(email) for email in others}
    callers["support"], others["support"] = await hub.support(), "FORBIDDEN"
    callers["nobody"], others["nobody"] = hub.browser(), "UNAUTHENTICATED"
    for who, code in others.items():
        for mutation in ("addDomain", "checkDomain", "claimDomain", "removeDomain"):
            answer = await callers[who].do(mutation, organizationId=id, domain="acme.example")
            assert answer.refused == [code], (who, mutation)
    colleague = await callers["user@globex.example"].ask(
        "query ($id: ID!) { organization(id: $id) { domains { name verification { recordValue } } } }", id=id
    )
    assert all(one["verification"] is None for one in colleague["organization"]["domains"])


async def test_a_partner_with_full_rights_proves_the_domains_of_its_customer(dns: NameServer, hub: Product) -> None:
    await hub.partnered()
    await database.execute("UPDATE partner_relation SET role = 'FULL_ADMINISTRATOR'")
    north = await hub.signed_in("admin@north.example")
    globex = await hub.signed_in("admin@globex.example")
    id = await company(globex)
    told = domain(await north.do("addDomain", organizationId=id, domain="acme.example"))
    assert told["verification"]["recordValue"]
    publish(dns, told)
    assert domain(await north.do("checkDomain", organizationId=id, domain="acme.example"))["state"] == "VERIFIED"
    [mail] = await hub.mails("admin@globex.example", "NOTICE")
    assert mail["subject"] == "Domain verified: acme.example"  # in the language of its newest order


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_too_many_unproved_domains_and_look_ups_are_refused(dns: NameServer, hub: Product) -> None:
    admin, id, _ = await added(hub)
    for number in range(domains.MAX_UNPROVED - 1):
        assert not (await admin.do("addDomain", organizationId=id, domain=f"d{number}.acme.example")).refused
    full = await admin.do("addDomain", organizationId=id, domain="one-too-many.example")
    assert full.fields == {"domain": "TOO_MANY_ATTEMPTS"}
    publish(dns, {"verification": {"recordName": "_controlhub-challenge.acme.example", "recordValue": "no"}})
    answers = [await admin.do("checkDomain", organizationId=id, domain="acme.example") for _ in range(61)]
    assert answers[-2].refused == []
    assert answers[-1].refused == ["RATE_LIMITED"]


async def test_a_domain_that_is_removed_while_it_is_looked_up_is_gone(dns: NameServer, hub: Product) -> None:
    admin, id, told = await added(hub)
    publish(dns, told)
    wanted = await domains.due_lookup((await DomainVerification.get()).id)
    assert wanted is not None
    await admin.do("removeDomain", organizationId=id, domain="acme.example")
    async with database.transaction():
        await domains.record_result(wanted, Answer(DomainFinding.FOUND), SYSTEM, clock.now(), Random(1))
    assert await found_by(hub, "bob@acme.example") == []
