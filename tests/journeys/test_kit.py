"""The page of all tokens and components, which only developers see: as good as every page that is made of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bundle import FRONTEND
from tests.journeys.inspection import Inspection
from tests.journeys.serving import developing

UI = FRONTEND / "src" / "ui"
KIT = FRONTEND / "src" / "pages" / "kit"
FRAMES = {
    "brand",
    "card-page",
    "field",
    "hub-page",
    "icon",
    "live-region",
    "no-order",
    "step-page",
    "top-bar",
    "unloaded-page",
}  # of whole pages


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory, developers_build: Path) -> Iterator[str]:
    """The address of the page, as developers serve it."""
    with developing(tmp_path_factory.mktemp("kit"), developers_build) as url:
        yield f"{url}/kit"


@pytest.fixture
def page(browser: Browser, kit: str) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    page.goto(kit)
    expect(page.get_by_role("heading", level=1, name="Components")).to_be_visible()
    expect(page.locator(".skeleton").first).to_be_visible()
    yield page
    context.close()


def test_every_component_stands_on_the_page() -> None:
    drawn = "".join(path.read_text("utf-8") for path in KIT.glob("*.tsx"))
    assert [
        path.stem
        for path in UI.glob("*.tsx")
        if ".test" not in path.name
        and path.stem != "testing"
        and f'/ui/{path.stem}"' not in drawn
        and path.stem not in FRAMES
    ] == []


def test_all_states_of_all_components_can_be_seen_and_used(page: Page) -> None:
    inspection = Inspection(page, "en")
    inspection.look("kit")
    page.get_by_role("combobox", name="Time zone").click()
    inspection.look("open list")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Dialog", exact=True).click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    inspection.look("question")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toast", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Removed site 2")
    inspection.look("toast")
    assert inspection.found == []
