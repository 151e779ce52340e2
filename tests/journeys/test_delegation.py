"""Handing an order to somebody else, as the person who does it, the one who gets it and open pages see it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
EMAIL = "Email address of the person who will complete the order"
ELSE = "I want someone else to complete this order"


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_contact_hands_over_takes_back_and_hands_over_for_good(visit: Visit, site: Site, language: str) -> None:
    contact, delegate = f"anna.{language}@halden.example", f"ben.{language}@halden.example"
    number = site.place(contact, language=language)
    first_link = site.link(contact, number)
    walker = Walker(visit(language).page, language)
    walker.open_link(first_link)
    walker.arrive("audience")
    id, page = walker.order_id, walker.page
    left_open = Walker(page.context.new_page(), language)
    left_open.page.goto(page.url)
    choose_someone_else(left_open, "half typ")

    for entered in ("no address", contact.upper()):
        choose_someone_else(walker, entered)
        walker.press("Next")
        said = page.locator(".error-summary a")
        expect(page.locator(".error-summary")).to_be_focused()
        expect(page.locator(".radio-card .field-error")).to_have_text(said.inner_text())
        said.click()
        expect(walker.field(EMAIL)).to_be_focused()

    hand_over(walker, delegate)
    # The page that they left open drops to where the order stands by itself, without asking about what was typed.
    left_open.page.wait_for_url(f"**/orders/{id}")
    expect(left_open.page.get_by_role("button", name=left_open.words("Take back"))).to_be_visible()
    told = site.mail(contact, "DELEGATION_NOTICE", number)
    assert f"{site.url}/orders/{id}" in told["links"]

    stranger = Walker(visit(language).page, language)
    stranger.open_link(first_link)
    expect(stranger.page.locator("main")).to_contain_text(re.compile(r"b•••@halden\.example"))
    send = stranger.words("Send {handedTo} a new link").format(handedTo="b•••@halden.example")
    stranger.page.get_by_role("button", name=send).click()
    expect(stranger.page.locator(".setup-sent")).to_be_visible()

    walker.press("Take back")
    page.get_by_role("alertdialog").get_by_role("button", name=walker.words("Take back")).click()
    expect(page.locator(".former-contact")).to_have_count(0)
    page.goto(f"/setup/{id}/audience")
    hand_over(walker, delegate)
    helper = Walker(visit(language).page, language)
    helper.open_link(site.link(delegate, number))
    helper.arrive("audience")
    note = walker.words("The other person is working on it now, so you can no longer take it back.")
    expect(page.get_by_text(note)).to_be_visible()  # told by itself too
    expect(page.get_by_role("button", name=walker.words("Take back"))).to_have_count(0)


def choose_someone_else(walker: Walker, email: str) -> None:
    walker.choose(walker.words(ELSE))
    walker.fill(EMAIL, email)


def hand_over(walker: Walker, email: str) -> None:
    """Hand the order over; its page says where it stands."""
    walker.arrive("audience")
    choose_someone_else(walker, email)
    walker.press("Next")
    walker.page.wait_for_url("**/orders/*")
    expect(walker.page.locator(".former-contact")).to_be_visible()
