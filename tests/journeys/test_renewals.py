"""A renewal: the next order of a customer uses the site and the location that are there, and adds a site."""

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import PROVISIONED_TIMEOUT, mapped
from tests.journeys.test_returning import SERVICES

NUMBERS = count(1)


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_renewal_offers_what_is_there(visit: Callable[..., Visitor], site: Site, language: str) -> None:
    name = f"renewed-{language}-{next(NUMBERS)}"
    sold = {"companyName": "Kunde 101", "customerDomain": "kunde-101.example"}
    first, number = mapped(visit, site, f"{name}@halden.example", language, "Kunde 101", **sold)
    first.set_up(site.sell(SERVICES, number=number)["orderByNumber"], name)
    first.page.goto(f"/setup/{first.order_id}/done")
    done = first.page.get_by_role("heading", level=1, name=first.words("Everything is set up"))
    expect(done).to_be_visible(timeout=PROVISIONED_TIMEOUT)

    again, _ = mapped(visit, site, f"again-{name}@halden.example", language, "Kunde 101", **sold)
    page = again.page
    inspection = Inspection(page, language)
    again.press("Set up now")
    again.arrive("meetings-sites")
    page.get_by_role("checkbox", name=f"{name}.webex.com").check(force=True)
    again.press("Add a new site")
    expect(again.field("Webex URL name")).to_be_focused()
    page.keyboard.type(f"{name}-more")
    inspection.look("the sites that are there")
    again.press("Next")
    again.arrive("meetings-licenses")
    again.split_evenly()
    again.press("Next")
    again.arrive("meetings-review")
    expect(page.locator(".plan ol > li").filter(has_text=f"{name}.webex.com")).to_have_count(1)
    expect(page.locator(".plan ol > li").filter(has_text=f"{name}-more.webex.com")).to_have_count(2)
    again.press("Close")
    again.arrive("done")
    again.press("Set up now")
    again.arrive("calling-location")
    page.get_by_role("radio", name=f"Headquarters of {name}").check(force=True)
    inspection.look("the locations that are there")
    assert inspection.found == []
    again.press("Next")
    again.arrive("calling-review")
    expect(page.get_by_role("heading", name=f"Headquarters of {name}")).to_be_visible()
    again.press("Close")
    done = page.get_by_role("heading", level=1, name=again.words("Everything is set up"))
    expect(done).to_be_visible(timeout=PROVISIONED_TIMEOUT)
