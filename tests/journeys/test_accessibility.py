"""Every page of the wizard, as it opens and as it refuses, inspected in both languages and themes."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
NUMBERS = count(1)


class Inspector(Walker):
    """Walks as everybody does and looks at each page, also at its errors."""

    def __init__(self, visitor: Visitor, language: str) -> None:
        super().__init__(visitor.page, language)
        self.inspection = Inspection(visitor.page, language)

    def look(self, slug: str, *, refused: bool = False) -> None:
        """Inspect a page that was reached, then what it says when its Next is pressed too early."""
        self.arrive(slug)
        expect(self.page.locator(".skeleton")).to_have_count(0)
        expect(self.page.locator("h1")).to_be_focused()
        self.inspection.look(slug)
        if refused:
            self.refuse(slug)

    def refuse(self, place: str) -> None:
        """Press Next too early: the summary of errors has the focus, and the title says so first."""
        self.press("Next")
        expect(self.page.locator(".error-summary")).to_be_focused()
        expect(self.page).to_have_title(re.compile("^" + re.escape(self.words("Error:"))))
        self.inspection.look(f"{place}, refused")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_page_of_the_wizard_shuts_anybody_out(visit: Visit, site: Site, language: str) -> None:
    contact = f"anna.{language}@halden.example"
    customer = {"en": 105, "de": 106}[language]  # one that has no sites yet
    sold = {"companyName": f"Kunde {customer}", "customerDomain": f"kunde-{customer}.example"}
    number = site.place(contact, language=language, **sold)
    walker = Inspector(visit(language, reduced_motion="reduce"), language)
    walker.page.goto(site.link(contact, number))
    expect(walker.page.get_by_role("button", name=walker.words("Next"))).to_be_visible()
    walker.inspection.look("link")
    walker.press("Next")
    walker.look("audience", refused=True)
    walker.choose(walker.words("I want someone else to complete this order"))
    walker.refuse("audience, someone else")
    walker.say_audience("This order is for a customer")
    walker.look("partner-organization", refused=True)
    look_at_a_new_organization(walker)
    find_organizations(walker, f"Kunde {customer}")
    name = f"inspected-{next(NUMBERS)}"
    look_at_meetings(walker, name)
    walker.look("done")
    walker.press("Set up now")
    walker.look("calling-location", refused=True)
    walker.set_up_calling(f"Hamburg {name}")
    walker.look("done")
    assert walker.inspection.found == []


def look_at_a_new_organization(walker: Inspector) -> None:
    page = walker.page
    walker.choose(walker.words("None of these"))
    walker.press("Next")
    expect(page.get_by_role("heading", level=1, name=walker.words("Create new organization"))).to_be_focused()
    walker.inspection.look("new organization")
    walker.refuse("new organization")
    walker.fill("Company name", "Halden Neu GmbH")
    walker.select("Business vertical")
    page.get_by_role("combobox", name=walker.words("Country or region")).fill("g")
    expect(page.get_by_role("listbox")).to_be_visible()
    walker.inspection.look("open list")
    page.keyboard.press("Escape")
    walker.press("Next")
    expect(page.get_by_text("Halden Neu GmbH")).to_be_visible()
    walker.inspection.look("check of a new organization")
    page.go_back()
    page.go_back()


def find_organizations(walker: Inspector, customer: str) -> None:
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.look("customer-organization", refused=True)
    walker.fill("Not listed? Search by domain or email address", "kestrel.example")
    walker.press("Search")
    expect(walker.page.get_by_role("radio", name=re.compile("^Kestrel Aviation"))).to_be_attached()
    walker.inspection.look("found organizations")
    walker.choose(customer)
    walker.press("Next")
    walker.look("review-organizations")
    walker.press("Next")
    walker.look("services")
    walker.press("Set up now")


def look_at_meetings(walker: Inspector, name: str) -> None:
    walker.look("meetings-sites", refused=True)
    walker.fill("Webex URL name", name)
    walker.tick("I need additional URLs")
    walker.fill("Webex URL name", name, nth=1)
    walker.refuse("two sites of one name")
    walker.fill("Webex URL name", f"slow-{name}", nth=1)
    walker.press("Next")
    walker.look("meetings-licenses", refused=True)
    walker.split_evenly()
    walker.press("Next")
    walker.look("meetings-review")
    walker.press("Close")
