"""The whole wizard without a mouse."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, organizations
from tests.journeys.keyboard import Keyboard
from tests.journeys.serving import Site, serving
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """A product of its own, whose customers have no sites yet."""
    folder = tmp_path_factory.mktemp("own")
    commands = [("import-organizations", str(organizations(folder)))]
    with serving(folder, *commands, migrated=migrated_sqlite) as site:
        yield site


def test_the_whole_wizard_is_walked_with_the_keyboard_alone(visit: Visit, site: Site) -> None:
    number = site.place("keys@halden.example")
    keys = Keyboard(visit().page)
    keys.page.goto(site.link("keys@halden.example", number))
    expect(keys.page.get_by_role("button", name="Next")).to_be_visible()
    keys.press("Next")
    find_organizations(keys)
    set_up_meetings(keys)
    set_up_calling(keys)
    assert keys.found == []


def arrive(keys: Keyboard, slug: str) -> None:
    """Be on a page, with the focus on its question."""
    Walker(keys.page, "en").arrive(slug)
    expect(keys.page.locator("h1")).to_be_focused()


def find_organizations(keys: Keyboard) -> None:
    page = keys.page
    arrive(keys, "audience")
    keys.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    keys.press("Choose who this order is for")
    expect(page.get_by_role("radio").first).to_be_focused()
    keys.choose("This order is for a customer")
    keys.press("Next")
    arrive(keys, "partner-organization")
    keys.choose("Halden Networks GmbH")
    keys.press("Next")
    arrive(keys, "customer-organization")
    keys.choose("Brandt Logistik GmbH")
    keys.write("Not listed? Search by domain or email address", "kestrel.example")
    keys.press("Search")
    expect(page.get_by_role("status")).to_have_text("1 organization for kestrel.example, 2 related or similar")
    keys.press("Next")
    arrive(keys, "review-organizations")
    keys.press("Next")


def set_up_meetings(keys: Keyboard) -> None:
    arrive(keys, "services")
    keys.press("Set up now")
    arrive(keys, "meetings-sites")
    keys.write("Webex URL name", "keys-hq")
    choose_a_time_zone(keys)
    keys.to("I need additional URLs")
    keys.page.keyboard.press("Space")
    keys.write("Webex URL name", "keys-lab", by="Shift+Tab")
    keys.press("Next")
    arrive(keys, "meetings-licenses")
    keys.press("Split evenly")
    keys.press("Next")
    arrive(keys, "meetings-review")
    keys.press("Close")


def choose_a_time_zone(keys: Keyboard) -> None:
    """Escape goes back to what was chosen; Enter takes the line that is active, Tab the first match."""
    page = keys.page
    zone = page.get_by_role("combobox", name="Time zone")
    keys.write("Time zone", "lond")
    expect(page.get_by_role("option", name="London")).to_be_visible()
    page.keyboard.press("Escape")
    expect(zone).to_have_value("Berlin, Germany")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("option")).to_have_count(0)
    expect(zone).not_to_have_value("Berlin, Germany")
    page.keyboard.type("india +5:30")
    page.keyboard.press("Tab")
    expect(zone).to_have_value("Kolkata, India")


def set_up_calling(keys: Keyboard) -> None:
    arrive(keys, "done")
    keys.press("Set up now")
    arrive(keys, "calling-location")
    keys.write("Location name", "Speicherstadt")
    keys.write("Street address", "Speicherstadt 7")
    keys.write("Postal code", "20457")
    keys.write("City", "Hamburg")
    keys.press("Next")
    arrive(keys, "calling-review")
    keys.press("Close")
    arrive(keys, "done")
