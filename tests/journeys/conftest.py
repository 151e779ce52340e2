"""A server started as a newcomer starts it, and a real browser that tolerates no error on the console."""

import json
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.journeys.page_report import seen
from tests.journeys.serving import ARGUMENTS, Site, build_for_developers, serving
from tests.make import chromium
from tests.once import made_once

TIMEOUT = 60_000  # milliseconds; a busy machine is slow, and a page that never comes still fails
LOOK_EVERY = 100  # milliseconds
expect.set_options(timeout=TIMEOUT)


def until(page: Page, holds: Callable[[], object], otherwise: str) -> None:
    """Wait until something holds that no locator tells of; what happens on the page is heard meanwhile."""
    for _ in range(TIMEOUT // LOOK_EVERY):
        if holds():
            return
        page.wait_for_timeout(LOOK_EVERY)
    raise AssertionError(otherwise)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that fails tells what stood on its open pages."""
    report = yield
    browser = getattr(item, "funcargs", {}).get("browser")
    if report.failed and browser is not None and (pages := seen(browser)):
        report.sections.append(("Open pages", pages))
    return report


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """The product on a database of its own, with a few organizations, served by its command."""
    folder = tmp_path_factory.mktemp("journeys")
    commands = ("import-organizations", str(organizations(folder))), ("add-support", "support@controlhub.example")
    with serving(folder, *commands, migrated=migrated_sqlite) as site:
        yield site


@pytest.fixture(scope="session")
def developers_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The application with what only developers see, built once for all processes of these tests."""
    return made_once(tmp_path_factory, "built-for-developers", build_for_developers)


def organizations(folder: Path) -> Path:
    """A partner with a duplicate, a customer, a company that buys for itself; one with a relative and an impostor.

    Another partner, whose people administer 30 customers; a company that is none of them; a shop with free mail only;
    a partner and a customer whose names run from right to left.
    """
    today = int(time.time() // 86400)
    rows: list[dict[str, Any]] = []

    def org(number: int, name: str, role: str, domain: str, *, state: str | None, idle: int, users: int) -> None:
        created = today - 1500
        rows.append(
            {"type": "org", "id": number, "name": name, "country": "DE", "roles": [role], "status": "active"}
            | {"merged_into": None, "consumer_pool": False, "created_day": created}
        )
        if state:
            rows.append({"type": "domain", "org": number, "domain": domain, "state": state})
        for person in range(users):
            email = f"user{person}.{number}@{domain}"
            active = {"status": "active", "admin": person == 0, "last_active_day": today - idle}
            rows.append({"type": "user", "org": number, "email": email} | active)

    org(1, "Halden Networks GmbH", "partner", "halden.example", state="claimed", idle=3, users=12)
    org(2, "Halden Trial", "partner", "halden.example", state=None, idle=800, users=2)
    org(3, "Brandt Logistik GmbH", "customer", "brandt.example", state="verified", idle=2, users=8)
    org(4, "Orchard Dental Group", "customer", "orchard.example", state="claimed", idle=1, users=5)
    org(5, "Kestrel Aviation", "customer", "kestrel.example", state="claimed", idle=500, users=3)
    org(6, "Kestrel Europe", "customer", "eu.kestrel.example", state="verified", idle=4, users=2)
    org(7, "Kestre1 Aviation", "customer", "kestre1.example", state="verified", idle=1, users=1)
    org(8, "Nordwind Systemhaus", "partner", "nordwind.example", state="claimed", idle=2, users=3)
    org(9, "Weber & Söhne Bau GmbH", "customer", "weber-soehne.example", state="verified", idle=3, users=4)
    org(10, "Strandgaard Blomster", "customer", "hotmail.dk", state=None, idle=1, users=1)
    org(11, "חברת הדקל בע״מ 100", "partner", "dekel.example", state="claimed", idle=2, users=3)
    org(12, "شركة النخيل (١٢)", "customer", "nakheel.example", state="verified", idle=2, users=3)
    for number in range(100, 130):
        org(number, f"Kunde {number}", "customer", f"kunde-{number}.example", state="verified", idle=number, users=1)
        administers = {"org": number, "status": "active", "admin": True, "last_active_day": None, "for_partner": True}
        rows.extend({"type": "user", "email": f"{name}@nordwind.example"} | administers for name in ("anna", "anja"))
    path = folder / "organizations.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


@pytest.fixture(scope="package")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """Chromium, with a window if the tests were started with `--headed`."""
    path = chromium()
    assert path, "There is no browser to test with; `python -m tests.make` installs one."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path,
            args=ARGUMENTS,
            headless=not pytestconfig.getoption("--headed"),
            slow_mo=pytestconfig.getoption("--slowmo"),
        )
        yield launched
        launched.close()


# Complains on the console of what is for programs: INFORMATION_TECHNOLOGY, Europe/Berlin, words of the sandbox.
NO_CODES = r"""(() => {
  if (/^\/(graphiql|dev)/.test(location.pathname)) return;
  const zone = /\b(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z]\w+/;
  const codes = [zone, /\b[A-Z]{3,}(_[A-Z]{2,})+\b/, /[Ss]andbox/];
  // What may be one of them, also where it is hidden or stands beside other words: to ask for the text as it is seen
  // lays out the whole page each time, which took an eighth of all that these tests take.
  const hint = /(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z]|[A-Z]_[A-Z]|sandbox/i;
  const told = new Set();
  let waiting = 0;
  const look = () => {
    waiting = 0;
    if (!hint.test(document.body?.textContent ?? "")) return;
    // Examples of programs stand in <pre>: what they say is meant for programs.
    const examples = [...document.querySelectorAll("pre")].map((one) => one.innerText);
    const text = examples.reduce((rest, one) => rest.replace(one, ""), document.body?.innerText ?? "");
    for (const code of codes) {
      const found = code.exec(text)?.[0];
      if (found && !told.has(found)) console.error(`a code stands on the page: ${found}`);
      if (found) told.add(found);
    }
  };
  const later = () => { waiting ||= setTimeout(look, 250); };
  new MutationObserver(later).observe(document, { childList: true, subtree: true, characterData: true });
})()"""


@dataclass
class Visitor:
    """A person with a browser of their own. `complaints` are errors on the console and requests to elsewhere."""

    page: Page
    context: BrowserContext
    complaints: list[str]


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Any]:
    """Opens browsers, each with its language; the test fails if one of them complains."""
    with opening(browser, site) as open_browser:
        yield open_browser


@contextmanager
def opening(browser: Browser, site: Site) -> Iterator[Any]:
    """What opens browsers for a running product; in the end none of their pages may have complained."""
    visitors: list[Visitor] = []

    def open_browser(language: str = "en", **options: Any) -> Visitor:
        locale = {"en": "en-GB", "de": "de-DE"}[language]
        options = {"timezone_id": "Europe/Berlin"} | options
        context = browser.new_context(base_url=site.url, locale=locale, **options)
        context.set_default_timeout(TIMEOUT)
        context.add_init_script(NO_CODES)
        complaints: list[str] = []
        context.on("page", lambda page: _listen(page, site.url, complaints))
        visitor = Visitor(context.new_page(), context, complaints)
        visitors.append(visitor)
        return visitor

    yield open_browser
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    assert complaints == []


def _listen(page: Page, ours: str, complaints: list[str]) -> None:
    """Note what a page complains of; a click may open more pages than the first."""

    def told(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.type}: {message.text}")

    page.on("console", told)
    page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))
    page.on("request", lambda request: _elsewhere(request.url, ours, complaints))


def _elsewhere(url: str, ours: str, complaints: list[str]) -> None:
    if not url.startswith((ours, "data:", "blob:", ours.replace("http", "ws", 1))):
        complaints.append(f"asked elsewhere: {url}")
