"""A server started as a newcomer starts it, and a real browser that tolerates no error on the console."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.journeys.serving import ARGUMENTS, CHROMIUM, Site, serving

PATIENCE = 20_000  # milliseconds; a busy machine is slow, and a page that never comes still fails
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The product on a database of its own, with a few organizations, served by its command."""
    folder = tmp_path_factory.mktemp("journeys")
    commands = ("import-organizations", str(organizations(folder))), ("add-support", "support@controlhub.example")
    with serving(folder, *commands) as site:
        yield site


def organizations(folder: Path) -> Path:
    """A partner with a duplicate, a customer, a company that buys for itself; one with a relative and an impostor."""
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
    path = folder / "organizations.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", "utf-8")
    return path


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@dataclass
class Visitor:
    """A person with a browser of his own. `complaints` are errors on the console and requests to elsewhere."""

    page: Page
    context: BrowserContext
    complaints: list[str]


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Any]:
    """Opens browsers, each with its language; the test fails if one of them complains."""
    visitors: list[Visitor] = []

    def open_browser(language: str = "en", **options: Any) -> Visitor:
        locale = {"en": "en-GB", "de": "de-DE"}[language]
        context = browser.new_context(base_url=site.url, locale=locale, timezone_id="Europe/Berlin", **options)
        context.set_default_timeout(PATIENCE)
        visitor = Visitor(context.new_page(), context, [])
        visitors.append(visitor)

        def told(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                visitor.complaints.append(f"{message.type}: {message.text}")

        visitor.page.on("console", told)
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(f"uncaught: {error}"))
        visitor.page.on("request", lambda request: _elsewhere(request.url, site.url, visitor.complaints))
        return visitor

    yield open_browser
    complaints = [complaint for visitor in visitors for complaint in visitor.complaints]
    for visitor in visitors:
        visitor.context.close()
    assert complaints == []


def _elsewhere(url: str, ours: str, complaints: list[str]) -> None:
    if not url.startswith((ours, "data:", "blob:", ours.replace("http", "ws", 1))):
        complaints.append(f"asked elsewhere: {url}")
