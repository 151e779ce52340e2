"""What the README tells a newcomer to do, done by clicks only, on the data that `make run` brings."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import opening
from tests.journeys.inspection import NARROW, Inspection, resize
from tests.journeys.serving import Site, serving
from tests.journeys.test_customer import dialog, signed_in
from tests.journeys.walker import Walker

SUPPORT = "support@controlhub.example"
PERSON = "lena.vogt@halden.example"
PROVISIONED_TIMEOUT = 120_000  # milliseconds
# Words that go on in the next line.
BROKEN_WORDS = r"""all => all.flatMap(({ firstChild: text }) => [...text.data.matchAll(/\S+/g)].filter(word => {
  const range = document.createRange();
  range.setStart(text, word.index);
  range.setEnd(text, word.index + word[0].length);
  return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
}).map(([word]) => word))"""
MAILBOX = {
    "en": ("Mailbox", "Email address", "Search", "ago$"),
    "de": ("Postfach", "E-Mail-Adresse", "Suchen", "^vor "),
}


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Site]:
    """The product as `make run` starts it: with demo data."""
    with serving(tmp_path, ("seed-demo",)) as site:
        yield site


def open_newest_mail(page: Page, language: str) -> None:
    """Open the mailbox and in it the newest mail to the person of the README."""
    title, address, search, ago = MAILBOX[language]
    page.goto("/dev/mailbox")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    mails = page.get_by_role("listitem")
    expect(mails).to_have_count(50)
    page.get_by_label(re.compile(address)).fill(PERSON)
    page.get_by_role("button", name=search).click()
    expect(mails.filter(has_not_text=PERSON)).to_have_count(0)
    expect(mails.first.get_by_role("time")).to_have_text(re.compile(ago))
    mails.first.get_by_role("link").click()


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_way_of_the_readme_leads_from_the_mailbox_to_the_order_summary(
    browser: Browser, fresh: Site, language: str
) -> None:
    with opening(browser, fresh) as visit:
        visitor = visit(language)
        open_newest_mail(visitor.page, language)
        with visitor.context.expect_page() as opened:
            visitor.page.frame_locator("iframe").get_by_role("link", name="Set Up Your Service").click()
        walker = Walker(opened.value, language)
        walk_to_the_end(walker)
        with walker.page.expect_download() as download:
            walker.press("Download order summary (PDF)")
        assert download.value.path().read_bytes().startswith(b"%PDF-")
        support = signed_in(visit, fresh, SUPPORT, language)
        decide_what_waits(support)
        ask_as_whom(support)


def decide_what_waits(support: Walker) -> None:
    """Begin with what needs support, as its first page shows it, each with its next act."""
    page, words = support.page, support.words
    page.goto("/")
    expect(page.get_by_role("heading", level=2, name=words("Needs support"))).to_be_visible()
    inspection = Inspection(page, support.language)
    inspection.look("triage")
    assert inspection.found == []
    every = page.locator(".triage .task")
    expect(every).not_to_have_count(1)
    page.get_by_role("button", name=words("Disputes")).click()
    expect(every).to_have_count(1)
    support.press("Decide")
    expect(dialog(support)).to_contain_text(words("Is the dispute justified?"))


def ask_as_whom(support: Walker) -> None:
    """The roles to choose from, in a narrow window, break between words only."""
    page = support.page
    query = {"query": "{ orders(first: 100) { edges { node { id people { role } } } } }"}
    found = page.request.post("/graphql", data=query).json()["data"]["orders"]["edges"]
    role = {"role": "PROVISIONING_ADMINISTRATOR"}
    page.goto(f"/orders/{next(edge['node']['id'] for edge in found if role in edge['node']['people'])}")
    resize(page, NARROW)
    support.press("View as …")
    roles = dialog(support).locator(".radio-card-title > .small")
    expect(roles.filter(has_text=support.words("Provisioning administrator"))).to_have_count(1)
    assert roles.evaluate_all(BROKEN_WORDS) == []


def walk_to_the_end(walker: Walker) -> None:
    """Do what each page asks, by what it shows."""
    walker.press("Next")
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.arrive("customer-organization")
    walker.press("Search")
    walker.choose("Weber & Söhne Bau GmbH")
    walker.press("Next")
    walker.arrive("review-organizations")
    walker.press("Next")
    walker.arrive("services")
    walker.press("Set up now")
    walker.set_up_meetings("weber-soehne-bau")
    walker.arrive("done")
    walker.press("Set up now")
    walker.set_up_calling("Hamburg")
    walker.arrive("done")
    heading = walker.page.get_by_role("heading", level=1, name=walker.words("Everything is set up"))
    expect(heading).to_be_visible(timeout=PROVISIONED_TIMEOUT)
