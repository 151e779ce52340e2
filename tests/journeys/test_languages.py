"""Every page in languages that nobody speaks: long words are not cut off, nothing stays untranslated, lines turn."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import TIMEOUT, Visitor
from tests.journeys.inspection import ALL, AXE, RUN_AXE, resize
from tests.journeys.serving import Site, developing
from tests.journeys.walker import Walker
from tests.product import location, service, sites

Visit = Callable[..., Visitor]
LONG, TURNED = "en-XA", "ar-XB"
WIDTHS = (1280, 320)
CONTACT = "pseudo@halden.example"

# Texts and fields that stick out of their box or of the window, and texts that lie on each other.
CUT_OFF = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !element.closest('.unseen, .skip-link, [inert]');
  const hidden = (element) => element !== document.body && (element.clientWidth === 1 || hidden(element.parentElement));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [], boxes = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.parentElement, text = node.textContent.trim();
    if (!text || !seen(element) || hidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.left < -1 || line.right > innerWidth + 1) found.push(`beyond the window: ${text}`);
      if (line.width > 1) boxes.push({ line, text, element });
    }
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      const isOver = box.clientWidth > 1 && box.scrollWidth > box.clientWidth + 1;
      if (overflowX !== 'visible' && isOver) found.push(`cut off: ${text}`);
    }
  }
  for (const field of document.querySelectorAll('input[type=text], input[type=search], select, textarea')) {
    const box = field.getBoundingClientRect(), around = field.closest('section, main').getBoundingClientRect();
    const isOut = box.right > around.right + 1 || box.left < around.left - 1;
    if (seen(field) && isOut) found.push(`a field sticks out of its part of the page: ${field.outerHTML.slice(0, 80)}`);
  }
  boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => {
    const wide = Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
    const high = Math.min(one.line.bottom, other.line.bottom) - Math.max(one.line.top, other.line.top);
    if (wide > 3 && high > 8) found.push(`on each other: ${one.text} | ${other.text}`);
  }));
  const wider = document.documentElement.scrollWidth - innerWidth;
  const sticksOut = (element) => element.getBoundingClientRect().right > innerWidth;
  const widest = [...document.body.querySelectorAll('*')].filter(sticksOut);
  if (wider > 0) found.push(`the page is ${wider} px too wide: ${widest.at(-1)?.outerHTML.slice(0, 200)}`);
  return [...new Set(found)];
}"""
TEXTS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
  while (walk.nextNode()) {
    const { parentElement, textContent } = walk.currentNode;
    const isOurs = parentElement.closest('[lang]') === document.documentElement;
    if (parentElement.closest('noscript, code, [inert]')) continue;
    if (isOurs && !/^\\[|~|\\]$/.test(textContent.trim())) found.add(textContent.trim());
  }
  return [...found];
}"""
# What the API said in English, which is nothing that the application has to translate.
KEEP_ANSWERS = """window.answers = "";
const ask = window.fetch;
window.fetch = async (...request) => {
  const response = await ask(...request);
  const text = await response.clone().text();
  window.answers += text;
  return response;
};"""
# What Intl says, and names that are the same in every language.
SAME = re.compile(
    r"\W*((\d+|UTC|now|minutes?|hours?|days?|ago|(Jan|Febr)uary|March|April|May|June|July|August|(Septem|Octo|Novem|Decem)ber"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|German(y)?|Control Hub|GraphiQL|webex\.com|[A-Z]{1,2})\W*)*"
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, developers_build: Path, site: Site) -> Iterator[str]:
    """The address of the application as developers serve it, in front of the running product."""
    with developing(tmp_path_factory.mktemp("languages"), developers_build, site.url) as url:
        yield url


class Reader:
    """Reads pages in one pseudo-language and keeps what is wrong."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.found: list[str] = []
        page.add_init_script(KEEP_ANSWERS)

    def read(self, path: str, until: str = "h1") -> None:
        """Open a page and look at it in all widths."""
        self.page.goto(path)
        expect(self.page.locator(until).first).to_be_visible()
        expect(self.page.locator(".skeleton, [aria-busy=true]")).to_have_count(0)
        self.page.wait_for_load_state("networkidle")
        for width in WIDTHS:
            resize(self.page, width, 800)
            self.found += [f"{path}, {width} px, {wrong}" for wrong in self.page.evaluate(CUT_OFF)]
        answers = self.page.evaluate("window.answers").casefold()
        for text in self.page.evaluate(TEXTS):
            # What the API said may be put together: a postal code and a city, a company and its order, several facts.
            parts = re.split(r"(?<=\d) |, |: | · | → |\. |\.$", text)
            if not all(part.casefold() in answers or SAME.fullmatch(part) for part in parts):
                self.found.append(f"{path}, not translated: {text}")


def opened(browser: Browser, source: str, language: str) -> Page:
    """A browser whose person chose this language before."""
    context = browser.new_context(base_url=source, locale="en-GB", timezone_id="Europe/Berlin", reduced_motion="reduce")
    context.set_default_timeout(TIMEOUT)
    context.add_cookies([{"name": "language", "value": language, "url": source}])
    return context.new_page()


@pytest.mark.parametrize("language", [LONG, TURNED])
def test_no_page_cuts_off_or_forgets_words(browser: Browser, site: Site, source: str, language: str) -> None:
    contact = CONTACT.replace("@", f".{language.lower()}@")
    number = site.place(contact)
    page = opened(browser, source, language)
    reader, walker = Reader(page, language), Walker(page, "en")
    for path in ("/sign-in", "/lost-mail", "/help"):
        reader.read(path)
    if language == LONG:  # what turns their lines is in the other pages too
        for path in page.locator(".guide-list a").evaluate_all("all => all.map(link => link.getAttribute('href'))"):
            reader.read(path)
    link = site.link(contact, number)
    reader.read(link.removeprefix(site.url), ".button")
    page.locator(".button[data-variant=primary]").click()
    walker.arrive("audience")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == TURNED else "ltr")
    at = f"/setup/{walker.order_id}"
    reader.read(f"{at}/audience")
    id = walker.order_id
    walker.act("chooseAudience", orderId=id, audience="CUSTOMER")
    reader.read(f"{at}/partner-organization")
    company = {"businessVertical": "OTHER", "country": "DE"}
    walker.act("createOrganization", orderId=id, slot="PARTNER", companyName=f"Partner {language}", **company)
    reader.read(f"{at}/customer-organization")
    walker.act("createOrganization", orderId=id, slot="CUSTOMER", companyName=f"Customer {language}", **company)
    reader.read(f"{at}/review-organizations")
    order = walker.act("confirmOrganizations", orderId=id)
    meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
    reader.read(f"{at}/services")
    reader.read(f"{at}/meetings-sites", "input")
    names = [f"pseudo-{language}-{part}".lower() for part in ("one", "two")]
    saved = walker.act("saveMeetingSites", serviceId=meetings, sites=sites(*names))
    reader.read(f"{at}/meetings-licenses", "input")
    license = service(saved, "MEETINGS")["licenses"][0]
    split = [{"siteName": name, "licenseId": license["id"], "units": license["totalUnits"] // 2} for name in names]
    walker.act("distributeLicenses", serviceId=meetings, allocations=split)
    reader.read(f"{at}/meetings-review")
    walker.act("submitService", serviceId=meetings)
    reader.read(f"{at}/calling-location", "input")
    walker.act("saveCallingLocation", serviceId=calling, **location())
    reader.read(f"{at}/calling-review")
    walker.act("submitService", serviceId=calling)
    reader.read(f"{at}/done")
    for path in ("/", "/orders?q=nothing", f"/orders/{id}", "/organizations", "/settings", "/nowhere"):
        reader.read(path)
    if language == TURNED:
        page.evaluate(AXE)
        reader.found += page.evaluate(RUN_AXE, ALL)
    page.context.close()
    assert reader.found == []
