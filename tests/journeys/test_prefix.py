"""Below a path of a host, such as /hub: every page, file and socket, behind proxies of both kinds."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import opening, organizations
from tests.journeys.proxy import stripping
from tests.journeys.serving import Site, serving
from tests.journeys.walker import Walker

CONTACT = "lena@halden.example"


@pytest.fixture(scope="module", params=["passes the path on", "takes the path off"])
def below(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path
) -> Iterator[Site]:
    """The product at /hub; with what no proxy changes, programs reach it at its root too."""
    folder: Path = tmp_path_factory.mktemp("prefix")
    with ExitStack() as stack:
        commands = [("import-organizations", str(organizations(folder))), ("add-support", "support@controlhub.example")]
        site = stack.enter_context(serving(folder, *commands, migrated=migrated_sqlite))
        strips = request.param == "takes the path off"
        port = stack.enter_context(stripping("/hub", site.server.port)) if strips else site.server.port
        url = f"http://127.0.0.1:{port}/hub"
        site.server.restart(PUBLIC_URL=url)
        yield replace(site, url=url)


def test_the_way_from_the_mailbox_to_the_summary_stays_below_the_prefix(browser: Browser, below: Site) -> None:
    number = below.place(CONTACT)
    below.mail(CONTACT, "SETUP", number)
    with opening(browser, below) as open_browser:
        visitor = open_browser()
        page = visitor.page
        sockets: list[str] = []
        page.on("websocket", lambda socket: sockets.append(socket.url))
        page.goto(f"{below.url}/dev/mailbox")
        mail = page.get_by_role("link", name=re.compile(f"Provisioning information required for order {number}")).first
        assert str(mail.get_attribute("href")).startswith("/hub/dev/mailbox/")
        page.goto(below.link(CONTACT, number))
        walker = Walker(page, "en")
        walker.press("Next")
        walker.arrive("audience")
        assert {cookie["path"] for cookie in visitor.context.cookies()} == {"/hub/"}
        page.reload()  # a deep address
        walker.say_audience("This order is for a customer")
        walker.arrive("partner-organization")
        with page.expect_websocket():
            page.goto(f"{below.url}/orders/{walker.order_id}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        link = page.get_by_role("link", name=re.compile("PDF")).first
        assert str(link.get_attribute("href")).startswith("/hub/orders/")
        summary = page.request.get(below.url.removesuffix("/hub") + str(link.get_attribute("href")))
        assert summary.body().startswith(b"%PDF-")
        timeline = page.get_by_role("link", name="Export", exact=True)
        assert str(timeline.get_attribute("href")).startswith("/hub/orders/")
        assert sockets
        assert {url.partition("?")[0] for url in sockets} == {below.url.replace("http", "ws", 1) + "/graphql"}


def test_sign_in_guide_and_editor_lie_below_the_prefix(browser: Browser, below: Site) -> None:
    below.place(CONTACT)
    with opening(browser, below) as open_browser:
        page = open_browser().page
        page.goto(below.url)
        page.wait_for_url(f"{below.url}/sign-in*")
        walker = Walker(page, "en")
        walker.fill("Email address", CONTACT)
        walker.press("Send me a code")
        walker.fill("Code", below.code(CONTACT))
        walker.press("Sign in")
        page.wait_for_url(re.compile(re.escape(below.url) + "/?(orders)?$"))
        page.goto(f"{below.url}/help")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.goto(f"{below.url}/graphiql")
        expect(page.get_by_role("button", name=re.compile("Execute query")).first).to_be_visible()
