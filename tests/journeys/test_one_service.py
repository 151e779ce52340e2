"""A voice administrator is asked to set up Calling of an order, by mail over SMTP, and sees nothing else of it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from queue import Queue

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, organizations
from tests.journeys.inspection import Inspection
from tests.journeys.serving import ARRIVE_TIMEOUT, Site, serving
from tests.journeys.test_customer import answer, dialog, heading, mapped
from tests.journeys.walker import Walker
from tests.ports import free_port

Visit = Callable[..., Visitor]
VERA, WALT = "vera@stimme.example", "walt@stimme.example"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """A product of its own, which is restarted."""
    folder = tmp_path_factory.mktemp("one-service")
    commands = [("import-organizations", str(organizations(folder)))]
    with serving(folder, *commands, migrated=migrated_sqlite) as site:
        yield site


class Inbox:
    """The texts that a mail server gets, by recipient, in whatever order they come."""

    def __init__(self) -> None:
        self.messages: defaultdict[str, Queue[str]] = defaultdict(Queue)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 – aiosmtpd
        message = message_from_bytes(envelope.original_content or b"", policy=default)
        assert isinstance(message, EmailMessage)
        if body := message.get_body(("plain",)):
            self.messages[envelope.rcpt_tos[0]].put(str(body.get_content()))
        return "250 2.0.0 Accepted"

    def text_to(self, recipient: str) -> str:
        """The text of the next message to somebody; waits for it."""
        return self.messages[recipient].get(timeout=ARRIVE_TIMEOUT)


@contextmanager
def mail_server(site: Site) -> Iterator[Inbox]:
    """The product delivers to a mail server from now on."""
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port(), enable_SMTPUTF8=True)
    controller.start()
    site.server.restart(SMTP_URL=f"smtp://127.0.0.1:{controller.port}")
    try:
        yield inbox
    finally:
        controller.stop()


def ask(walker: Walker, service: str, email: str) -> None:
    """Ask somebody to set up a service, by the act on the page of the services."""
    name = walker.words("Ask somebody else to set up {name}").format(name=service)
    walker.page.get_by_role("button", name=name).click()
    dialog(walker).get_by_role("button", name=walker.words("Ask"), exact=True).click()
    expect(dialog(walker).locator(".field-error")).to_have_count(1)
    dialog(walker).get_by_role("textbox").fill(email)
    answer(walker, "Ask")
    expect(walker.page.get_by_text(email)).to_be_visible()


def test_a_voice_administrator_sets_up_calling_alone_and_a_service_is_taken_back(visit: Visit, site: Site) -> None:
    walker, _ = mapped(visit, site, "voice@halden.example", "de")
    services = walker.page.url
    walker.page.goto("about:blank")
    with mail_server(site) as inbox:
        walker.page.goto(services)
        ask(walker, "Calling", VERA)
        ask(walker, "Meetings", WALT)
        inspection = Inspection(walker.page, "de")
        inspection.look("services, asked")
        [link] = re.findall(r"http\S+/setup#\S+", inbox.text_to(VERA))[:1]
        assert "Meetings" in inbox.text_to(WALT)

        vera = Walker(visit("de").page, "de")
        vera.page.goto(link)
        heading(vera, "Set up your part of this order")
        look = Inspection(vera.page, "de")
        look.look("link")
        vera.press("Next")
        vera.arrive("services")
        rail = vera.page.locator(".rail")
        expect(rail.get_by_text(vera.words("Organization finder"))).to_have_count(0)
        expect(rail.locator(".rail-item")).to_have_count(1)
        expect(vera.page.get_by_text("Meetings")).to_have_count(0)
        expect(vera.page.get_by_text("Halden Networks GmbH")).to_have_count(0)
        look.look("services of the delegate")
        vera.page.goto(f"{site.url}/")
        expect(vera.page.get_by_role("heading", level=1)).to_have_text("Eine Bestellung wartet auf Sie")
        look.look("start page of the delegate")
        vera.page.get_by_role("link", name="Fortfahren").click()
        vera.arrive("services")
        vera.press("Set up now")
        vera.set_up_calling("Telefonzentrale")
        vera.arrive("done")
        expect(vera.page.get_by_text("Telefonzentrale").first).to_be_visible()

        # The order's page says who was asked, and takes back too.
        walker.page.goto(walker.page.url.replace("/setup/", "/orders/").removesuffix("/services"))
        asked = walker.page.locator(".task").get_by_text(WALT)
        expect(asked).to_be_visible()
        inspection.look("order, asked")
        walker.page.get_by_role("button", name=walker.words("Take {name} back").format(name="Meetings")).click()
        answer(walker, "Take back")
        expect(asked).to_have_count(0)
        expect(walker.page.get_by_role("heading", level=1)).to_be_focused()
        assert "Meetings" in inbox.text_to(WALT)
        assert inspection.found == look.found == []
