"""The guide: read from the first chapter to the last, and opened where it tells of the page at hand."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.walker import Walker
from tests.journeys.words import say

Visit = Callable[..., Visitor]

REACHABLE = "a, button, input, select, textarea, summary, [tabindex], [contenteditable]"


@pytest.mark.parametrize("language", ["en", "de"])
def test_one_chapter_leads_to_the_next_and_none_shuts_anybody_out(visit: Visit, language: str) -> None:
    page = visit(language, reduced_motion="reduce").page
    inspection = Inspection(page, language)
    page.goto("/help")
    chapters = page.locator(".guide-list a")
    expect(chapters.first).to_be_visible()
    inspection.look("contents")
    titles = chapters.all_inner_texts()
    chapters.first.click()
    for title, following in zip(titles, [*titles[1:], None], strict=True):
        expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_focused()
        expect(page.locator("[aria-current=page]")).to_have_text(title)
        pictures = page.locator("figure:has(> [inert]:first-child)")
        expect(pictures.locator("figcaption").first).to_have_text(re.compile(r"\w"))
        expect(pictures.locator(REACHABLE)).to_have_count(0)
        inspection.look(title)
        forward = page.get_by_role("navigation", name=say(language, "Chapters before and after")).locator("[rel=next]")
        if following is None:
            expect(forward).to_have_count(0)
        else:
            forward.click()
    page.get_by_role("link", name=say(language, "Guide: contents")).click()
    page.wait_for_url("**/help")
    assert inspection.found == []


def test_the_guide_opens_beside_the_wizard_and_what_was_typed_stays(visit: Visit, site: Site) -> None:
    contact = "gudrun@halden.example"
    walker = Walker(visit().page, "en")
    walker.open_link(site.link(contact, site.place(contact)))
    walker.arrive("audience")
    walker.choose("I want someone else to complete this order")
    walker.fill("Email address of the person who will complete the order", "kim@halden.example")
    with walker.page.expect_popup() as popup:
        walker.page.get_by_role("link", name="Guide (opens in a new tab)").click()
    expect(popup.value.get_by_role("heading", level=1, name="Who the order is for")).to_be_visible()
    expect(walker.field("Email address of the person who will complete the order")).to_have_value("kim@halden.example")


def test_a_dead_link_has_its_chapter_and_a_wrong_address_has_none(visit: Visit) -> None:
    page = visit().page
    page.goto(f"/setup#{'x' * 43}")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", level=1, name="This link does not work")).to_be_visible()
    page.get_by_role("link", name="Guide", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="The welcome email and its link")).to_be_focused()
    page.goto("/help/nowhere")
    expect(page.get_by_role("heading", level=1, name="This page does not exist")).to_be_visible()
