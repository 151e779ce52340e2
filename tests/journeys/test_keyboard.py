"""The whole wizard without a mouse."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.keyboard import Keyboard
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]


def test_the_whole_wizard_is_walked_with_the_keyboard_alone(visit: Visit, site: Site) -> None:
    number = site.place("keys@halden.example")
    page = visit().page
    keys, walker = Keyboard(page), Walker(page, "en")

    def arrive(slug: str) -> None:
        walker.arrive(slug)
        expect(page.locator("h1")).to_be_focused()

    page.goto(site.link("keys@halden.example", number))
    expect(page.get_by_role("button", name="Next")).to_be_visible()
    keys.press("Next")
    arrive("audience")
    keys.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").first).to_be_focused()
    keys.choose("This order is for a customer")
    keys.press("Next")
    arrive("partner-organization")
    keys.choose("Halden Networks GmbH")
    keys.press("Next")
    arrive("customer-organization")
    keys.press("Search")
    expect(page.get_by_role("status")).to_have_text("1 organization for brandt.example")
    keys.choose("Brandt Logistik GmbH")
    keys.press("Next")
    arrive("review-organizations")
    keys.press("Next")
    arrive("services")
    keys.press("Set up now")
    arrive("meetings-sites")
    keys.write("Webex URL name", "keys-hq")
    keys.write("Time zone", "lond")
    expect(page.get_by_role("option", name="London")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Time zone")).to_have_value("Berlin, Germany")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Time zone")).to_have_value("Berlin, Germany")
    page.keyboard.type("lond")
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Time zone")).to_have_value("London, United Kingdom")
    keys.to("I need additional URLs")
    page.keyboard.press("Space")
    keys.write("Webex URL name", "keys-lab", by="Shift+Tab")
    keys.press("Next")
    arrive("meetings-licenses")
    keys.press("Split evenly")
    keys.press("Next")
    arrive("meetings-review")
    keys.press("Close")
    arrive("done")
    keys.press("Set up now")
    arrive("calling-location")
    keys.write("Location name", "Speicherstadt")
    keys.write("Street address", "Speicherstadt 7")
    keys.write("Postal code", "20457")
    keys.write("City", "Hamburg")
    keys.press("Next")
    arrive("calling-review")
    keys.press("Close")
    arrive("done")
    assert keys.found == []
