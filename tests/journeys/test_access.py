"""Who has access: a customer's administrator sees it in one picture and ends it, and the partner asks for it again."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import answer, dialog, mapped, signed_in

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_customer_sees_who_has_access_and_ends_it_and_the_partner_asks_again(
    visit: Visit, site: Site, language: str
) -> None:
    number, contact = {"en": 120, "de": 121}[language], f"access.{language}@halden.example"
    company, partner = f"Kunde {number}", "Halden Networks GmbH"
    sold = {"companyName": company, "customerDomain": f"kunde-{number}.example"}
    worker, order = mapped(visit, site, contact, language, company, **sold)
    admin = signed_in(visit, site, f"user0.{number}@kunde-{number}.example", language)
    page, inspection = admin.page, Inspection(admin.page, language)
    page.goto("/organizations")
    page.get_by_role("link", name=company).first.click()
    admin.press("Show who has access")
    of_partner = page.locator(".hub-section").filter(has=page.get_by_role("heading", name=partner))
    line = of_partner.locator(".access-line").filter(has_text=contact)
    expect(line).to_contain_text(admin.words("Sees and sets up these orders"))
    expect(line.get_by_role("link", name=order)).to_be_visible()
    of_directory = page.locator(".hub-section").filter(has=page.get_by_role("heading", name="Nordwind Systemhaus"))
    expect(of_directory).to_contain_text("anna@nordwind.example")
    inspection.look("who has access")
    of_partner.get_by_role("button", name=re.compile(f"^{admin.words('End access')}")).click()
    expect(dialog(admin)).to_contain_text(order)
    inspection.look("to end an access")
    dialog(admin).locator('[name="reason"]').fill("We changed partners")
    answer(admin, "End access")
    expect(of_partner.locator(".access-line")).to_have_count(0)

    # The partner's open page loses the order, and the mail leads to where they ask for it again.
    worker.page.reload()
    expect(worker.page.locator("main")).not_to_contain_text(company)
    boss = "user0.1@halden.example"
    link = next(one for one in site.mail(boss, "NOTICE", company)["links"] if one.endswith("/access"))
    asking = signed_in(visit, site, boss, language)
    asking.page.goto(link)
    row = asking.page.locator(".table-row").filter(has_text=company)
    row.get_by_role("button").click()
    dialog(asking).locator('[name="reason"]').fill("Two sites are left")
    answer(asking, "Ask for access")
    expect(row.get_by_role("button")).to_have_count(0)
    Inspection(asking.page, language).look("an access that was ended")

    page.reload()
    expect(of_partner).to_contain_text("Two sites are left")
    inspection.look("a partner asks for access")
    admin.press("Give access again")
    answer(admin, "Give access again")
    expect(line.get_by_role("link", name=order)).to_be_visible()
    assert inspection.found == []
