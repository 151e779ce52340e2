"""A person in the wizard: says what they do in the words of the pages, and waits for each page as a person would."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.api import document
from tests.journeys.words import say
from tests.product import location, service, sites


class Walker:
    """Walks through the wizard in one language."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language

    def words(self, english: str) -> str:
        """The page's words."""
        return say(self.language, english)

    def act(self, mutation: str, **input: Any) -> Any:
        """Send a mutation in this browser's session, to come quickly to where a story begins; the order."""
        body = {"query": document(mutation), "variables": {"input": input}}
        payload = self.page.request.post("/graphql", data=body).json()["data"][mutation]
        assert payload["userErrors"] == []
        return payload["order"]

    def set_up(self, order: Any, name: str) -> None:
        """Have both services of a mapped order set up without a page, its site under this name."""
        meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
        self.act("saveMeetingSites", serviceId=meetings, sites=sites(name))
        self.act("submitService", serviceId=meetings)
        self.act("saveCallingLocation", serviceId=calling, **location(f"Headquarters of {name}"))
        self.act("submitService", serviceId=calling)

    @property
    def order_id(self) -> str:
        """The order of the page."""
        found = re.search("/(?:setup|orders)/([^/?]+)", self.page.url)
        assert found
        return found[1]

    def arrive(self, slug: str) -> None:
        """Be on this page of the wizard and see its question, which is the one heading of the first level."""
        self.page.wait_for_url(re.compile(rf"/setup/[^/]+/{slug}$"))
        # What is hidden has no role: the page before stays so while the next one is fetched.
        expect(self.page.get_by_role("heading", level=1)).to_have_count(1)
        expect(self.page.locator("h1")).to_have_count(1)

    def press(self, english: str) -> None:
        """Press a button, or a link that looks like one; of several the first."""
        name = self.words(english)
        button = self.page.get_by_role("button", name=name, exact=True)
        button.or_(self.page.get_by_role("link", name=name, exact=True)).first.click()

    def choose(self, name: str) -> None:
        """Choose a card by what it begins with."""
        self.page.get_by_role("radio", name=re.compile("^" + re.escape(name))).check(force=True)

    def tick(self, english: str) -> None:
        """Tick a box, as people do: by its words."""
        self.page.get_by_text(self.words(english)).first.click()

    def fill(self, english: str, value: str, *, nth: int = 0) -> None:
        """Write into a field."""
        self.field(english, nth=nth).fill(value)

    def field(self, english: str, *, nth: int = 0) -> Locator:
        """The field with this label."""
        return self.page.get_by_label(self.words(english), exact=True).nth(nth)

    def pick(self, english: str, value: str) -> None:
        """Write into a combobox and take the option that says the same."""
        self.page.get_by_role("combobox", name=self.words(english)).fill(value)
        self.page.get_by_role("option", name=value, exact=True).click()

    def open_link(self, link: str) -> None:
        """Open the link of a mail and click Next."""
        self.page.goto(link)
        self.press("Next")

    def enter(self, link: str) -> str:
        """Open the link of a mail without a page, to come quickly to where a story begins; the order's id."""
        return str(self.act("openSetupLink", token=link.partition("#")[2])["id"])

    def say_audience(self, english: str) -> None:
        """Answer the first question."""
        self.arrive("audience")
        self.choose(self.words(english))
        self.press("Next")

    def create_organization(self, slug: str, name: str) -> None:
        """Create an organization where none matches, and check it."""
        self.arrive(slug)
        self.press("Create new organization")
        self.fill("Company name", name)
        self.select("Business vertical")
        if slug == "partner-organization":  # the customer's form proposes the partner's country
            self.pick("Country or region", {"en": "Austria", "de": "Österreich"}[self.language])
        self.press("Next")
        expect(self.page.locator("main").get_by_text(name).first).to_be_visible()
        self.press("Next")

    def select(self, english: str) -> None:
        """Open a list and take its first entry."""
        self.page.get_by_role("button", name=self.words(english)).click()
        self.page.get_by_role("option").first.click()

    def set_up_meetings(self, *names: str) -> None:
        """Name the sites, split the licenses if there are several, review, close."""
        self.arrive("meetings-sites")
        adds = self.wants_new_sites()
        for number, name in enumerate(names):
            if number > 0 and adds:
                self.press("Add a new site")
            elif number == 1:
                self.tick("I need additional URLs")
            self.fill("Webex URL name", name, nth=number)
        self.press("Next")
        if len(names) > 1:
            self.arrive("meetings-licenses")
            self.split_evenly()
            self.press("Next")
        self.arrive("meetings-review")
        expect(self.page.get_by_role("heading", name=self.words("What Close does"))).to_be_visible()
        for name in names:
            expect(self.page.locator(".plan li").filter(has_text=f"{name}.webex.com")).to_have_count(2)
        self.press("Close")

    def wants_new_sites(self) -> bool:
        """Take a new site in place of those that the organization has; False: it has none."""
        add = self.page.get_by_role("button", name=self.words("Add a new site"), exact=True)
        expect(add.or_(self.field("Webex URL name")).first).to_be_visible()
        if not add.is_visible():
            return False
        for used in self.page.get_by_role("checkbox", checked=True).all():
            used.uncheck(force=True)
        add.click()
        return True

    def wants_new_location(self) -> None:
        """Take a new location in place of those that the organization has."""
        another = self.page.get_by_role("radio", name=self.words("Add a new location"))
        expect(another.or_(self.field("Location name")).first).to_be_attached()
        if another.count():
            another.check(force=True)

    def split_evenly(self) -> None:
        """Give every site its share of every license."""
        evenly = self.words("Split evenly <0>{license}</0>").partition("<")[0].strip()
        buttons = self.page.get_by_role("button", name=re.compile(f"^{evenly}"))
        expect(buttons.first).to_be_visible()
        for button in buttons.all():
            button.click()

    def set_up_calling(self, name: str) -> None:
        """Enter the headquarters in Germany, review, close."""
        self.arrive("calling-location")
        self.wants_new_location()
        self.fill("Location name", name)
        self.page.locator('[name="address.address1"]').fill("Speicherstadt 7")
        self.page.locator('[name="address.postalCode"]').fill("20457")
        self.page.locator('[name="address.city"]').fill("Hamburg")
        self.press("Next")
        self.arrive("calling-review")
        expect(self.page.get_by_text("Speicherstadt 7").first).to_be_visible()
        self.press("Close")
