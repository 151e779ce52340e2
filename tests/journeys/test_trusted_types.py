"""The browser itself refuses to turn text into markup or scripts, on our pages and on the editor's."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.serving import Site

Visit = Callable[..., Visitor]

HTML = "document.createElement('div').innerHTML = text"
ATTEMPTS = {
    "markup": (HTML, "<em>plain</em>"),
    "markup that runs": (HTML, "<img src=x onerror=alert(1)>"),
    "markup in place": ("document.body.insertAdjacentHTML('beforeend', text)", "<em>plain</em>"),
    "a whole document": ("new DOMParser().parseFromString(text, 'text/html')", "<em>plain</em>"),
    "a script's address": ("document.createElement('script').src = text", "https://evil.example/a.js"),
    "a script's text": ("document.createElement('script').textContent = text", "alert(1)"),
    "a worker": ("new Worker(text)", "https://evil.example/a.js"),
    "a frame's document": ("document.createElement('iframe').srcdoc = text", "<script>alert(1)</script>"),
    "another policy": ("trustedTypes.createPolicy(text, { createHTML: (html) => html })", "mine"),
    "the same policy again": ("trustedTypes.createPolicy('default', { createHTML: (html) => html })", ""),
}
PLAIN = {"markup", "markup in place", "a whole document"}


def refused(page: Page, attempt: str, text: str) -> Any:
    """What the browser answers to the attempt: the name of the error, or None."""
    return page.evaluate(
        f"(text) => {{ try {{ {attempt}; return null }} catch (error) {{ return error.name }} }}", text
    )


def complaints_of_policies(visitor: Visitor) -> int:
    """How many errors of the console are about what policies forbid."""
    return sum(bool(re.search("Trusted|trusted|Content Security", complaint)) for complaint in visitor.complaints)


@pytest.mark.parametrize("place", ["/sign-in", "/graphiql"])
def test_no_text_becomes_markup_or_a_script(visit: Visit, place: str) -> None:
    visitor = visit()
    page = visitor.page
    page.goto(place)
    expect(page.get_by_role("button").first).to_be_visible()
    assert visitor.complaints == []
    editor = place == "/graphiql"
    for name, (attempt, text) in ATTEMPTS.items():
        passes = editor and name in PLAIN  # descriptions of the schema are shown as Markdown
        assert refused(page, attempt, text) == (None if passes else "TypeError"), name
    assert refused(page, HTML, "") is None
    # Each refusal is an error on the console, by which any other test would have failed.
    expected = len(ATTEMPTS) - (len(PLAIN) if editor else 0)
    until(page, lambda: complaints_of_policies(visitor) >= expected, "not every refusal is an error on the console")
    visitor.complaints.clear()


def test_the_editor_completes_checks_and_describes_without_a_complaint(visit: Visit, site: Site) -> None:
    page = visit().page
    page.goto("/graphiql")
    editor = page.locator(".graphiql-query-editor .monaco-editor").first
    page.get_by_role("button", name="Show Documentation Explorer").click()
    expect(page.get_by_role("link", name="Query", exact=True)).to_be_visible()  # the schema is there
    editor.click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("{ viewer { ")
    suggested = page.locator(".suggest-widget .monaco-list-row").first

    def suggests() -> bool:
        """What completes may learn of the schema later than the page, and suggests nothing until it is asked again."""
        if not suggested.is_visible():
            page.keyboard.press("ControlOrMeta+Space")
        return suggested.is_visible()

    until(page, suggests, "nothing is suggested")
    page.keyboard.press("Escape")
    page.keyboard.type("nothing")
    expect(page.locator(".squiggly-error").first).to_be_visible()
    page.get_by_role("link", name="Query", exact=True).click()
    expect(page.locator(".graphiql-markdown-description p").first).to_be_visible()
