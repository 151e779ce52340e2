"""Pages that the browser translates while a person uses them: nothing breaks, and what changes is seen."""

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, organizations
from tests.journeys.serving import Site, serving
from tests.journeys.translating import LOOSE, TRANSLATE
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
NUMBERS = count(1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """A product of its own, whose customers have no sites yet."""
    folder = tmp_path_factory.mktemp("own")
    commands = [("import-organizations", str(organizations(folder)))]
    with serving(folder, *commands, migrated=migrated_sqlite) as site:
        yield site


class Reader(Walker):
    """Reads every page in another language; the walker's words stand between brackets then."""

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        expect(self.page.locator("h1 font")).not_to_have_count(0)
        assert self.page.evaluate(LOOSE) == []

    def press(self, english: str) -> None:
        name = re.compile(f"^\u27e6?{re.escape(self.words(english))}\u27e7?$")
        button = self.page.get_by_role("button", name=name)
        button.or_(self.page.get_by_role("link", name=name)).first.click()

    def choose(self, name: str) -> None:
        self.page.get_by_role("radio", name=re.compile(f"^\u27e6?{re.escape(name)}")).check(force=True)

    def field(self, english: str, *, nth: int = 0):  # type: ignore[no-untyped-def]
        return self.page.get_by_label(f"\u27e6{self.words(english)}\u27e7", exact=True).nth(nth)


def test_the_wizard_goes_on_while_the_browser_translates_it(visit: Visit, site: Site) -> None:
    contact = f"yuki{next(NUMBERS)}@halden.example"
    number = site.place(contact)
    visitor = visit("en")
    visitor.page.add_init_script(f"({TRANSLATE})()")
    reader = Reader(visitor.page, "en")
    page = reader.page
    reader.open_link(site.link(contact, number))
    reader.arrive("audience")
    for card in ("This order is for my company", "I want someone else", "This order is for a customer"):
        reader.choose(card)
    reader.press("Next")
    reader.arrive("partner-organization")
    reader.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    reader.choose("Halden Networks GmbH")
    reader.press("Next")
    reader.arrive("customer-organization")
    reader.choose("Brandt Logistik GmbH")
    reader.press("Next")
    reader.arrive("review-organizations")
    reader.press("Next")
    reader.arrive("services")
    reader.press("Set up now")
    name = f"translated-{next(NUMBERS)}"
    name_two_sites(reader, name)
    split_licenses(reader, name)
    reader.arrive("meetings-review")
    reader.press("Close")
    reader.arrive("done")
    expect(page.get_by_role("heading", level=1, name=re.compile("Meetings is set up"))).to_be_visible(timeout=120_000)
    reader.press("Set up now")
    reader.arrive("calling-location")
    country = page.get_by_role("combobox", name=re.compile("Country or region"))
    for typed, chosen in (("usa", "United States"), ("DE", "Germany")):
        country.fill(typed)
        page.keyboard.press("Tab")
        expect(country).to_have_value(chosen)
    page.get_by_label(re.compile("Street address")).fill("Speicherstadt 7")
    page.get_by_label(re.compile("Postal code")).fill("20457")
    page.get_by_label(re.compile("City")).fill("Hamburg")
    reader.press("Next")
    reader.arrive("calling-review")
    reader.press("Close")
    expect(page.get_by_role("heading", level=1, name=re.compile("Everything is set up"))).to_be_visible(timeout=120_000)


def name_two_sites(reader: Reader, name: str) -> None:
    page = reader.page
    reader.arrive("meetings-sites")
    reader.fill("Webex URL name", "meet")
    expect(page.locator(".field-note")).to_contain_text("meet.webex.com is reserved")
    reader.fill("Webex URL name", name)
    expect(page.locator(".field-note")).to_contain_text(f"{name}.webex.com is available")
    page.get_by_text(re.compile("I need additional URLs")).first.click()
    reader.fill("Webex URL name", f"{name}-two", nth=1)
    reader.press("Next")


def split_licenses(reader: Reader, name: str) -> None:
    """The counter beside the fields tells each change."""
    page = reader.page
    reader.arrive("meetings-licenses")
    first = page.get_by_role("textbox", name=re.compile(f"Webex Meetings for {name}")).first
    for units, left in (("100", "150 of 250 left"), ("90", "160 of 250 left"), ("400", "150 too many")):
        first.fill(units)
        expect(page.locator(".remainder p")).to_contain_text(left)
    page.get_by_role("button", name=re.compile("Split evenly")).first.click()
    expect(page.locator(".remainder p")).to_contain_text("All distributed")
    reader.press("Next")


def test_control_hub_goes_on_while_the_browser_translates_it(visit: Visit, site: Site) -> None:
    contact = f"min{next(NUMBERS)}@halden.example"
    number = site.place(contact)
    visitor = visit("en")
    page = visitor.page
    page.add_init_script(f"({TRANSLATE})()")
    page.goto("/sign-in")
    page.get_by_label(re.compile("Email")).fill(contact)
    page.get_by_role("button", name=re.compile("Send")).click()
    page.get_by_label(re.compile("Code")).fill(site.code(contact))
    page.get_by_role("button", name=re.compile("Sign in")).click()
    page.wait_for_url(re.compile("/(orders)?$"))
    for path in (f"/orders?text={number}", "/organizations", "/settings", "/"):
        page.goto(path)
        expect(page.locator("h1 font")).not_to_have_count(0)
        assert page.evaluate(LOOSE) == []
