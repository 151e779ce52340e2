"""A failed test of the browser tells in words what stood on its pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.page_report import TEXT_AT_MOST, seen


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_a_page_is_told_by_address_headings_focus_text_and_complaints(browser: Browser, page: Page) -> None:
    page.set_content(
        f"""<header>Control Hub</header><main><h1>Order placed</h1><p>{"Thank you. " * 500}</p>
        <button>Set up now</button></main><dialog open>Are you sure?</dialog>"""
    )
    page.get_by_role("button").focus()
    with page.expect_event("pageerror"):
        page.evaluate("console.error('no picture'); setTimeout(() => { throw new Error('broken'); })")
    told = seen(browser)
    for part in (
        "about:blank",
        "console error: no picture",
        "uncaught: broken",
        "headings ['Order placed']",
        "dialog 'Are you sure?'",
        "focus <button>Set up now</button>",
        "    Thank you.",
    ):
        assert part in told
    assert len(told) < TEXT_AT_MOST * 2


def test_a_page_that_does_not_answer_keeps_nobody_waiting(browser: Browser, page: Page) -> None:
    with page.expect_console_message():
        page.evaluate("setTimeout(() => { console.log('from here on it is busy'); for (;;); })")
    assert "cannot be looked at" in seen(browser, within=500)
