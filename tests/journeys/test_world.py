"""Names that run from right to left, and readers far from UTC: a page and a mail say the same, in its order."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
COMPANY = "شركة النخيل (١٢)"
PARTNER = "חברת הדקל בע״מ 100"
LICENSE = "רישיון לפגישות"
PLACE = "סניף 7, חיפה"

# Texts from right to left that nothing isolates: what stands beside them could change its place.
UNISOLATED = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (/[\u0590-\u08ff]/.test(data) && !data.includes('\u2068') && !parentElement.closest('bdi, textarea'))
      found.push(parentElement.outerHTML.slice(0, 200));
  }
  return found;
}"""
# How far right of the first text the second one begins, in pixels, where both stand in one line.
RIGHT_OF = r"""([first, second]) => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (!node.data.includes(first) || !node.data.includes(second)) continue;
    const [left, right] = [first, second].map((text) => {
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(text));
      range.setEnd(node, node.data.indexOf(text) + text.length);
      return range.getBoundingClientRect();
    });
    return right.left - left.right;
  }
  return null;
}"""


class Reader(Walker):
    """Reads on every page whether names keep to themselves."""

    def arrive(self, slug: str) -> None:
        super().arrive(slug)
        expect(self.page.locator(".skeleton")).to_have_count(0)
        self.look(slug)

    def look(self, place: str) -> None:
        """Find no name that could turn what stands around it."""
        assert self.page.evaluate(UNISOLATED) == [], place


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_name_from_right_to_left_turns_nothing_around_it(visit: Visit, site: Site, language: str) -> None:
    contact = f"noa.{language}@dekel.example"
    licenses = [
        {"name": LICENSE, "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 100},
        {"name": f"{LICENSE} (2)", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 30},
        {"name": "שיחות", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 12},
    ]
    names = {"companyName": COMPANY, "customerDomain": "nakheel.example", "sellerName": "נועה כהן (מכירות)"}
    number = site.place(contact, language=language, country="IL", licenses=licenses, **names)
    reader = Reader(visit(language).page, language)
    page = reader.page
    page.goto(site.link(contact, number))
    expect(page.get_by_role("button", name=reader.words("Next"))).to_be_visible()
    reader.look("link")
    reader.press("Next")
    reader.say_audience("This order is for a customer")
    for slug, name in (("partner-organization", PARTNER), ("customer-organization", COMPANY)):
        reader.arrive(slug)
        reader.choose(name)
        reader.press("Next")
    reader.arrive("review-organizations")
    reader.press("Next")
    reader.arrive("services")
    reader.press("Set up now")
    set_up_meetings(reader, f"dekel-{language}")
    set_up_calling(reader, f"{PLACE} ({language})")
    order = reader.order_id
    for place in (f"/orders/{order}", "/orders", "/"):
        page.goto(place)
        expect(page.locator(".skeleton")).to_have_count(0)
        expect(page.locator("main").get_by_text(COMPANY).first).to_be_visible()
        reader.look(place)
    page.goto(f"/orders/{order}")
    expect(page).to_have_title(re.compile(f"\u2068{re.escape(COMPANY)}\u2069"))


def set_up_meetings(reader: Reader, name: str) -> None:
    page = reader.page
    reader.arrive("meetings-sites")
    reader.wants_new_sites()
    reader.fill("Webex URL name", name)
    reader.press("Next")
    reader.arrive("meetings-review")
    assert page.evaluate(RIGHT_OF, [LICENSE, "100"]) > 0, "the number stands after its license"
    reader.press("Close")
    reader.arrive("done")
    reader.press("Set up now")


def set_up_calling(reader: Reader, name: str) -> None:
    page = reader.page
    reader.arrive("calling-location")
    reader.wants_new_location()
    reader.fill("Location name", name)
    assert field_direction(page, reader.words("Location name")) == "rtl"
    reader.pick("Country or region", "Israel")
    address = {"address1": "שדרות הנשיא 100", "postalCode": "3463100", "city": "חיפה"}
    for part, value in address.items():
        page.locator(f'[name="address.{part}"]').fill(value)
    reader.press("Next")
    reader.arrive("calling-review")
    expect(page.locator("main").get_by_text("3463100")).to_be_visible()
    reader.press("Close")
    reader.arrive("done")


def field_direction(page: Page, label: str) -> str:
    """The direction in which what is typed into a field runs."""
    direction: str = page.get_by_label(label, exact=True).evaluate("(field) => getComputedStyle(field).direction")
    return direction


@pytest.mark.parametrize(
    ("language", "zone", "named"),
    [
        ("en", "Pacific/Kiritimati", r"GMT\+14"),
        ("de", "America/Los_Angeles", r"GMT-[78]"),
        ("de", "Europe/Berlin", "ME[S]?Z"),
    ],
)
def test_page_and_mail_name_the_zone_of_every_day(
    visit: Visit, site: Site, language: str, zone: str, named: str
) -> None:
    contact = f"far.{language}.{zone[:3].lower()}@zones.example"
    number = site.place(contact, language=language)
    mailed = re.search(r"\d{1,2}\.? \w+ \d{4} \(UTC\)", site.mail(contact, "SETUP", number)["text"])
    assert mailed
    reader = Walker(visit(language, timezone_id=zone).page, language)
    page = reader.page
    reader.open_link(site.link(contact, number))
    reader.arrive("audience")
    expect(page.locator(".rail").get_by_text(mailed[0], exact=True)).to_be_visible()
    page.goto(f"/orders/{reader.order_id}")
    expect(page.locator("main").get_by_text(mailed[0]).first).to_be_visible()
    texts = page.locator("main").inner_text()
    times = re.findall(r"\d\d:\d\d.{0,8}", texts)
    assert times
    assert [time for time in times if not re.match(rf"\d\d:\d\d {named}\b", time)] == []
