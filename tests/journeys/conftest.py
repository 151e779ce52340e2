"""A server started as a newcomer starts it, its mailbox, and a real browser that tolerates no error on the console."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_WITHIN = 30.0  # seconds
ARRIVE_WITHIN = 15.0  # seconds
PLACE = """mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { order { id orderNumber } userErrors { code field message } } }"""


@dataclass
class Site:
    """The running product and a seller's token."""

    url: str
    token: str
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 10_000)))

    def place(self, contact: str, **changes: Any) -> str:
        """Place an order as a seller's system does; its number."""
        number = f"J-{next(self.numbers)}"
        order = {
            "orderNumber": number,
            "offer": "Webex Suite",
            "companyName": "Brandt Logistik GmbH",
            "country": "DE",
            "customerDomain": "brandt.example",
            "provisioningContactEmail": contact,
            "requestedStartDate": "2026-01-01",
            "sellerName": "Nordlicht IT-Handel",
            "sellerEmail": "petersen@nordlicht.example",
            "termMonths": 36,
            "licenses": [
                {"name": "Webex Meetings", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 250},
                {"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 250},
                {"name": "Webex App", "service": "MESSAGING", "scope": "ORGANIZATION_WIDE", "totalUnits": 250},
            ],
        } | changes
        body = json.dumps({"query": PLACE, "variables": {"input": order}}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        with urlopen(Request(f"{self.url}/graphql", body, headers)) as response:
            answer = json.load(response)
        assert answer["data"]["placeOrder"]["userErrors"] == []
        return number

    def mail(self, to: str, kind: str, containing: str = "") -> dict[str, Any]:
        """The newest mail of this kind to an address; waits until it has arrived."""
        end = time.monotonic() + ARRIVE_WITHIN
        while time.monotonic() < end:
            with urlopen(f"{self.url}/dev/mailbox/messages.json") as response:
                for mail in json.load(response):
                    if (
                        mail["to"] == to
                        and mail["kind"] == kind
                        and mail["state"] == "SENT"
                        and containing in mail["text"]
                    ):
                        found: dict[str, Any] = mail
                        return found
        raise AssertionError(f"no {kind} mail to {to}")

    def link(self, to: str, order_number: str) -> str:
        """The setup link in the mail of an order."""
        links = self.mail(to, "SETUP", order_number)["links"]
        return next(str(link) for link in links if "/setup#" in link)

    def code(self, to: str) -> str:
        """The sign-in code in the newest mail."""
        found = re.search(r"\b\d{6}\b", self.mail(to, "SIGN_IN_CODE")["text"])
        assert found
        return found[0]


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The product on a database of its own, with a few organizations, served by its command."""
    folder = tmp_path_factory.mktemp("journeys")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite://{folder}/journeys.db",
        "PUBLIC_URL": url,
        "SECRET_KEY": "j" * 32,
        "RATE_LIMIT_FACTOR": "100",
        "ENVIRONMENT": "development",
        "SMTP_URL": "",
    }
    _run(environment, "migrate")
    _run(environment, "import-organizations", str(_organizations(folder)))
    token = _run(environment, "create-token", "nordlicht", "--scope", "orders:write", "--scope", "orders:read").split()[
        -1
    ]
    with (folder / "server.log").open("wb") as log, _serving(environment, port, log):
        yield Site(url, token)


def _run(environment: dict[str, str], *command: str) -> str:
    arguments = [sys.executable, "-m", "backend", *command]
    return subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


@contextmanager
def _serving(environment: dict[str, str], port: int, log: Any) -> Iterator[None]:
    command = [sys.executable, "-m", "backend", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        _wait(port)
        yield
    finally:
        process.terminate()
        process.wait(15)


def _wait(port: int) -> None:
    end = time.monotonic() + START_WITHIN
    while time.monotonic() < end:
        try:
            with urlopen(f"http://127.0.0.1:{port}/readyz"):
                return
        except OSError:
            continue
    raise AssertionError("the server did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _organizations(folder: Path) -> Path:
    """A partner with a duplicate, a customer, and a company that buys for itself."""
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
        context.set_default_timeout(15_000)
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
