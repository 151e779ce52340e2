"""From the mail about all orders that wait to how often it comes: without signing in, and by the account menu."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site, serving
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
PAT = "pat@reminders.example"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """A site of its own, whose clock goes on."""
    with serving(tmp_path_factory.mktemp("reminders"), migrated=migrated_sqlite) as found:
        yield found


@pytest.mark.slow
def test_from_the_mailbox_to_how_often_reminders_come(visit: Visit, site: Site) -> None:
    names = ["Kestrel Aviation Ltd", "Brandt Logistik GmbH", "Å" * 60, "Donaudampfschifffahrtsgesellschaft"]
    for name in names:
        site.place(PAT, companyName=name)
    site.mail(PAT, "SETUP")
    site.server.restart(CLOCK_OFFSET="+3d")
    mail = site.mail(PAT, "REMINDER")
    walker = Walker(visit("de").page, "de")
    page, inspection = walker.page, Inspection(walker.page, "de")

    page.goto("/dev/mailbox")
    page.get_by_role("link", name=mail["subject"]).first.click()
    letter = page.frame_locator("iframe")
    for name in names:
        expect(letter.get_by_text(name)).to_be_visible()
    [way] = [link for link in mail["links"] if "/reminders/" in link]
    expect(letter.locator(f'a[href="{way}"]')).to_be_visible()
    page.goto(way)
    expect(page.get_by_text("p•••@reminders.example")).to_be_visible()
    inspection.look("reminders by the link")
    walker.choose(walker.words("One email a week"))
    walker.press("Save")
    expect(page.locator(".banner")).to_contain_text(walker.words("Saved."))
    inspection.look("reminders chosen")

    page.goto("/sign-in")
    walker.fill("Email address", PAT)
    walker.press("Send me a code")
    walker.fill("Code", site.code(PAT))
    walker.press("Sign in")
    page.locator("button.avatar").click()
    page.get_by_role("link", name=walker.words("Reminders")).click()
    page.wait_for_url("**/reminders")
    expect(page.locator("#account-menu")).to_be_hidden()
    expect(page.get_by_role("radio", name=re.compile(walker.words("One email a week")))).to_be_checked()
    inspection.look("own reminders")
    walker.choose(walker.words("Only the last one"))
    walker.press("Save")
    expect(page.locator(".banner")).to_contain_text(walker.words("Only the last reminder still comes."))
    assert inspection.found == []
