"""Sites after setup: an administrator adds one, moves licenses there and back, and removes it, all by clicks."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import PROVISIONED_TIMEOUT, dialog
from tests.journeys.test_organizations import at_its_organization
from tests.journeys.walker import Walker


def row(page: Page, name: str) -> Locator:
    """What the page says of a site."""
    return page.locator(".table-row").filter(has_text=f"{name}.webex.com")


def answer(walker: Walker, english: str) -> None:
    """Press the verb of the dialog."""
    dialog(walker).get_by_role("button", name=walker.words(english), exact=True).click()


def move(walker: Walker, units: dict[str, int]) -> None:
    """Split the licenses over sites and wait until each has them."""
    walker.press("Move licenses")
    for name, number in units.items():
        walker.page.get_by_role("textbox", name=f"{name}.webex.com").fill(str(number))
    walker.page.locator(".move-form").get_by_role("button", name=walker.words("Move licenses"), exact=True).click()
    steps = walker.page.locator(".move-steps > li")
    # A pattern tells capitals from small letters: a step that is under way says “Wird bereitgestellt” in German.
    done = re.compile(rf": {re.escape(walker.words('Provisioned'))}")
    expect(steps.filter(has_text=done)).to_have_count(len(units) + 1, timeout=PROVISIONED_TIMEOUT)
    walker.press("Back to the sites")


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_administrator_adds_a_site_moves_licenses_there_and_back_and_removes_it(
    visit: Callable[..., Visitor], site: Site, language: str
) -> None:
    company = f"Ostwind{language}"
    walker = at_its_organization(visit, site, f"ina.{language}@freelance.example", company, language)
    page, inspection = walker.page, Inspection(walker.page, language)
    first, second = company.lower(), f"{company.lower()}-zwei"
    expect(row(page, first)).to_contain_text(walker.words("Provisioned"))
    walker.press("Add a site")
    name = dialog(walker).get_by_label(walker.words("Webex URL name"))
    expect(name).to_be_focused()
    name.fill(first)
    dialog(walker).get_by_role("combobox").fill("Berlin")
    page.get_by_role("option").first.click()
    answer(walker, "Add")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("a site that the organization has already")
    name.fill(second)
    answer(walker, "Add")
    expect(row(page, second)).to_contain_text(walker.words("Provisioned"), timeout=PROVISIONED_TIMEOUT)
    inspection.look("the sites")

    row(page, second).get_by_role("button").first.click()
    dialog(walker).get_by_role("combobox").fill("Tok")
    page.get_by_role("option").first.click()
    inspection.look("another time zone")
    answer(walker, "Change")
    expect(row(page, second)).to_contain_text("UTC+09:00", timeout=PROVISIONED_TIMEOUT)

    walker.press("Move licenses")
    page.get_by_role("textbox", name=f"{second}.webex.com").fill("140")
    expect(page.locator(".move-sum")).to_contain_text("390")
    inspection.look("more licenses than there are")
    page.locator(".move-form").get_by_role("button", name=walker.words("Cancel"), exact=True).click()
    move(walker, {first: 110, second: 140})
    row(page, second).get_by_role("button").last.click()
    answer(walker, "Remove")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("a site with licenses")
    answer(walker, "Not now")
    move(walker, {first: 250, second: 0})
    row(page, second).get_by_role("button").last.click()
    answer(walker, "Remove")
    expect(row(page, second)).to_have_count(0, timeout=PROVISIONED_TIMEOUT)
    expect(page.locator(".timeline > li").first).to_contain_text(f"{second}.webex.com")
    assert inspection.found == []
