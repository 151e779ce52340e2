"""Webhooks on the page of an organization's API access: added, tried, rotated, switched off and removed, by clicks."""

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect
from standardwebhooks import Webhook

from tests.journeys.conftest import Visitor, until
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import dialog
from tests.journeys.test_organizations import at_its_organization

Visit = Callable[..., Visitor]
ACTS = {
    "Send a test event": "Testereignis senden",
    "Delivery log": "Zustellprotokoll",
    "Send again": "Erneut senden",
    "Switch": "Ausschalten|Einschalten",
    "New secret": "Neues Secret",
}


class Receiver(ThreadingHTTPServer):
    """A receiver that keeps what comes, and answers with the next of `answers`, or 200."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Take)
        self.received: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []


class Take(BaseHTTPRequestHandler):
    """Takes one request."""

    server: Receiver

    def do_POST(self) -> None:
        """Keep it and answer."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.received.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.server.answers.pop(0) if self.server.answers else 200)
        self.end_headers()
        self.wfile.write(b"Thanks")

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver on this machine."""
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def press(page: Page, language: str, act: str) -> None:
    """Press a button of a webhook, whose name says also which one."""
    words = act if language == "en" else ACTS[act]
    page.get_by_role("button", name=re.compile(f"^({words})")).first.click()


@pytest.mark.parametrize("language", ["en", "de"])
def test_an_administrator_adds_a_webhook_tries_it_and_removes_it(
    visit: Visit, site: Site, receiver: Receiver, language: str
) -> None:
    company, contact = f"Hooker{language}", f"hal.{language}@hooker.example"
    walker = at_its_organization(visit, site, contact, company, language)
    page, inspection = walker.page, Inspection(walker.page, language)
    walker.press("Open API access")
    walker.press("Add a webhook")
    expect(page.locator('[name="url"]')).to_be_focused()
    walker.press("Add the webhook")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("a webhook without an address")
    url = f"http://localhost:{receiver.server_port}/{'donaudampfschifffahrt' * 4}"
    page.locator('[name="url"]').fill(url)
    page.locator('[name="query"]').fill("query($order: ID!) { order(id: $order) { nothing } }")
    page.locator('[name="url"]').press("Enter")
    expect(page.locator(".error-summary")).to_contain_text("nothing")
    page.locator('[name="query"]').fill("query($order: ID!) { order(id: $order) { orderNumber } }")
    page.locator('[name="url"]').press("Enter")
    secret = page.locator(".domain-record code")
    expect(secret).to_have_text(re.compile("^whsec_.{44}$"))
    first = secret.inner_text()
    inspection.look("a secret that is shown once")
    walker.press("I have copied it")
    expect(page.locator(".webhook h3")).to_have_text(url)

    receiver.answers = [500]
    press(page, language, "Send a test event")
    expect(page.locator(".webhook .table-row")).to_contain_text("500")
    page.locator(".webhook summary").click()
    inspection.look("a test event that failed")
    press(page, language, "Send again")
    until(page, lambda: len(receiver.received) == 2, "nothing was sent again")
    expect(page.locator(".webhook .table-row")).to_contain_text(walker.words("Delivered"))
    for headers, body in receiver.received:
        assert Webhook(first).verify(body, headers)["type"] == "TEST"

    press(page, language, "New secret")
    expect(dialog(walker)).to_be_visible()
    inspection.look("a new secret to confirm")
    dialog(walker).get_by_role("button", name=walker.words("Make a new secret"), exact=True).click()
    expect(secret).to_have_text(re.compile("^whsec_.{44}$"))
    assert secret.inner_text() != first
    walker.press("I have copied it")
    press(page, language, "Switch")
    expect(page.locator(".webhook .domain-head .status")).to_have_text(walker.words("Off"))
    page.get_by_role("button", name=re.compile("Remove|Entfernen")).last.click()
    dialog(walker).get_by_role("button", name=walker.words("Remove"), exact=True).click()
    expect(page.locator(".webhook")).to_have_count(0)
    assert inspection.found == []
