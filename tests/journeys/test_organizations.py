"""Organizations become right: administrators prove domains by real DNS, support merges duplicates and undoes that."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import dialog, signed_in
from tests.journeys.test_hub import SUPPORT, completed, rows, search
from tests.journeys.walker import Walker

VIEWER = "{ viewer { scopes } }"
Visit = Callable[..., Visitor]
# The server's words.
MERGED = {"en": "Merged the duplicate organization {} into {}", "de": "Doppelte Organisation {} mit {} zusammengeführt"}
UNDONE = {"en": "a separate organization again", "de": "wieder eine eigene Organisation"}


def domain(page: Page, name: str) -> Locator:
    """What the page says of a domain."""
    return page.locator(".domain").filter(has=page.get_by_role("heading", name=name, exact=True))


def at_its_organization(visit: Visit, site: Site, contact: str, company: str, language: str) -> Walker:
    """An administrator, signed in, on the page of their organization, to which they came from their order."""
    completed(visit, site, contact, company, language)
    walker = signed_in(visit, site, contact, language)
    walker.page.goto("/")
    walker.press("Organizations")
    # The start page, which stays until the next one is there, has a link of this name to the order.
    walker.page.locator('a[href*="/organizations/"]').filter(has_text=company).first.click()
    expect(walker.page.get_by_role("heading", level=1, name=company)).to_be_visible()
    return walker


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_administrator_adds_a_domain_reads_why_not_yet_and_proves_it(
    visit: Visit, site: Site, language: str
) -> None:
    name = f"lindqvist-{language}.example"
    walker = at_its_organization(visit, site, f"eva.{language}@freelance.example", f"Lindqvist{language}", language)
    page, inspection = walker.page, Inspection(walker.page, language)
    walker.press("Add a domain")
    field = page.locator('[name="domain"]')
    expect(field).to_be_focused()
    walker.press("Add")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("a domain, refused")
    field.fill("gmail.com")
    walker.press("Add")
    expect(page.locator(".field-error")).to_contain_text("gmail.com")
    field.fill(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=name)).to_be_focused()
    of_it = domain(page, name)
    record, value = of_it.locator("code").all_inner_texts()
    assert record == f"_controlhub-challenge.{name}"

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    of_it.get_by_role("button", name=re.compile(walker.words("Value"))).click()
    expect(page.get_by_role("status").get_by_text(walker.words("Value copied"))).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == value

    check = of_it.get_by_role("button", name=re.compile(f"^{walker.words('Check now')}"))
    check.click()
    expect(of_it.locator(".domain-finding")).to_contain_text(name)
    site.dns.zone(name)
    check.click()
    expect(of_it.locator(".domain-finding")).to_contain_text("ns1.dns.example")
    site.dns.records[record] = ['TXT "something else"']
    check.click()
    expect(of_it.locator(".domain-finding")).to_contain_text("something else")
    inspection.look("a domain that is not verified yet")
    site.dns.records[record] = [f'TXT "{value}"']
    check.click()
    expect(of_it).to_contain_text(walker.words("Verified"))
    of_it.get_by_role("button", name=re.compile("^(Claim|Beanspruchen)")).click()
    expect(of_it).to_contain_text(walker.words("Claimed"))
    expect(page.locator(".timeline > li").first).to_contain_text(name)
    expect(page.locator(".timeline > li").first).to_contain_text(f"eva.{language}@freelance.example")
    inspection.look("a claimed domain")
    of_it.get_by_role("button", name=re.compile("^(Remove|Entfernen)")).click()
    expect(dialog(walker)).to_be_visible()
    inspection.look("to remove a domain")
    dialog(walker).get_by_role("button", name=walker.words("Remove"), exact=True).click()
    expect(of_it).to_have_count(0)
    assert inspection.found == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_administrator_makes_a_token_copies_it_once_and_revokes_it(visit: Visit, site: Site, language: str) -> None:
    company, contact = f"Tokenmaker{language}", f"tom.{language}@tokenmaker.example"
    walker = at_its_organization(visit, site, contact, company, language)
    page, inspection = walker.page, Inspection(walker.page, language)
    walker.press("Open API access")
    expect(page.get_by_role("heading", level=1, name=walker.words("API access"))).to_be_visible()
    inspection.look("no tokens yet")
    walker.press("Make a token")
    expect(page.locator('[name="name"]')).to_be_focused()
    walker.press("Make the token")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("a token without a name")
    page.locator('[name="name"]').fill("Donaudampfschifffahrtsgesellschaftskapitaensverwaltung-ERP")
    page.get_by_text(walker.words("See the organization")).click()
    page.locator('[name="name"]').press("Enter")
    secret = page.locator(".domain-record code")
    expect(secret).to_have_text(re.compile("^chub_.{43}$"))
    token = secret.inner_text()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=re.compile("^(Copy|Kopieren)")).click()
    expect(page.get_by_role("status").get_by_text(walker.words("Token copied"))).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()") == token
    inspection.look("a token that is shown once")
    walker.press("I have copied it")
    expect(secret).to_have_count(0)
    expect(page.get_by_role("button", name=walker.words("Make a token"))).to_be_focused()
    expect(page.locator(".table-row")).to_contain_text(token[:13])
    called = page.request.post("/graphql", headers={"Authorization": f"Bearer {token}"}, data={"query": VIEWER})
    assert called.json()["data"]["viewer"]["scopes"] == ["orders:write", "organizations:read"]
    site.mail(contact, "NOTICE", token[:13])
    inspection.look("one token")
    page.get_by_role("button", name=re.compile("^(Revoke|Widerrufen)")).click()
    expect(dialog(walker)).to_be_visible()
    inspection.look("to revoke a token")
    dialog(walker).get_by_role("button", name=walker.words("Revoke"), exact=True).click()
    expect(page.locator(".table-row")).to_contain_text(re.compile("Revoked|Widerrufen:"))
    refused = page.request.post("/graphql", headers={"Authorization": f"Bearer {token}"}, data={"query": VIEWER})
    assert refused.status == 401
    assert inspection.found == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_support_merges_a_duplicate_reads_what_moves_and_undoes_it(visit: Visit, site: Site, language: str) -> None:
    survivor, duplicate = f"Hollin{language}", f"Hollin{language}group"
    contacts = f"anna@hollin-{language}.example", f"ben@hollin-{language}-group.example"
    completed(visit, site, contacts[0], survivor)
    again = completed(visit, site, contacts[1], duplicate, "de")
    support = signed_in(visit, site, SUPPORT, language)
    page, inspection = support.page, Inspection(support.page, language)
    page.goto("/")
    search(support, contacts[0])
    expect(rows(support)).to_have_count(1)
    rows(support).get_by_role("link").first.click()
    page.get_by_role("link", name=survivor, exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name=survivor)).to_be_visible()
    support.press("Merge a duplicate")
    support.choose(duplicate)
    expect(page.locator(".moves").first).to_contain_text(f"b•••@hollin-{language}-group.example")
    inspection.look("a merge to confirm")
    support.press("Merge …")
    merge = dialog(support).get_by_role("button", name=support.words("Merge"), exact=True)
    merge.click()
    expect(dialog(support).locator(".field-error")).to_have_count(1)
    inspection.look("a merge without a reason")
    dialog(support).get_by_role("textbox").fill("The same company.")
    merge.click()
    page.wait_for_url(re.compile("/organizations/[^/]+$"))
    expect(page.locator(".merges")).to_contain_text("The same company.")
    expect(page.locator(".timeline > li").first).to_contain_text(MERGED[language].format(duplicate, survivor))
    expect(page.locator(".timeline > li").first).to_contain_text(SUPPORT)
    inspection.look("a merged organization")
    for contact in contacts:
        site.mail(contact, "NOTICE", "The same company.")
    again.page.reload()
    expect(again.page.get_by_role("link", name=survivor, exact=True).first).to_be_visible()

    page.get_by_role("button", name=re.compile("^(Undo|Rückgängig)")).click()
    dialog(support).get_by_role("textbox").fill("They are two.")
    inspection.look("a merge to undo")
    support.press("Undo the merge")
    expect(dialog(support)).to_contain_text(UNDONE[language])
    support.press("Done")
    expect(page.locator(".merges li")).to_have_count(0)
    expect(page.locator(".timeline > li").first).to_contain_text("They are two.")
    again.page.reload()
    expect(again.page.get_by_role("link", name=duplicate).first).to_be_visible()
    assert inspection.found == []
