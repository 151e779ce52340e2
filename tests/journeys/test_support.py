"""The support desk: GraphiQL changes nothing until it is told why, and its queries are found by topic."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.inspection import ALL, AXE, RUN_AXE, SETTLED
from tests.journeys.serving import Site
from tests.journeys.test_customer import dialog, signed_in
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
SUPPORT = "support@controlhub.example"


def order_id(walker: Walker, number: str) -> str:
    """The id of an order, which support finds by its number."""
    query = "query ($number: String!) { orderByNumber(orderNumber: $number) { id } }"
    answer = walker.page.request.post("/graphql", data={"query": query, "variables": {"number": number}}).json()
    return str(answer["data"]["orderByNumber"]["id"])


def forgive(visitor: Visitor, count: int) -> None:
    """A request that is refused with 403 is an error on the console."""
    refused = [complaint for complaint in visitor.complaints if "403" in complaint]
    assert len(refused) == count
    visitor.complaints[:] = [complaint for complaint in visitor.complaints if complaint not in refused]


def execute(page: Page, answer: str) -> None:
    """Run the query of GraphiQL, once both of its editors are there, and wait for what it answers."""
    expect(page.locator(".result-window .monaco-editor")).to_be_visible()
    expect(page.locator(".graphiql-query-editor .view-line").first).to_have_text(re.compile(r"\w"))
    page.get_by_role("button", name=re.compile("^Execute query")).click()
    expect(page.locator(".result-window")).to_contain_text(answer)


@pytest.mark.parametrize("language", ["en", "de"])
def test_graphiql_changes_nothing_until_it_is_told_why_and_never_for_long(
    visit: Visit, site: Site, language: str
) -> None:
    number = site.place("editor@desk.example", companyName="Editorco")
    visitor = visit(language)
    walker = signed_in(lambda _language: visitor, site, SUPPORT, language)
    page, words = walker.page, walker.words
    id = order_id(walker, number)
    mutation = (
        f'mutation {{ cancelOrder(input: {{ orderId: "{id}" }}) {{ order {{ status }} userErrors {{ code }} }} }}'
    )
    page.goto(f"/graphiql?query={quote(mutation)}")
    execute(page, "READ_ONLY")
    until(page, lambda: visitor.complaints, "the refusal is an error on the console")
    forgive(visitor, 1)
    walker.press("Allow changes")
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(SETTLED)
        assert page.evaluate(RUN_AXE.replace("axe.run(", "axe.run(['.editor-bar', '.dialog'], "), ALL) == []
    dialog(walker).get_by_role("button", name=words("Allow changes")).click()
    expect(dialog(walker).locator(".field-error")).to_have_text(words("Enter a reason"))
    dialog(walker).get_by_role("textbox").fill("Die Bestellung ist doppelt – ärgerlich")
    dialog(walker).get_by_role("button", name=words("Allow changes")).click()
    stop = page.get_by_role("button", name=words("Stop now"))
    expect(stop).to_be_focused()
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^1[45]:\d\d$"))
    execute(page, '"status": "CANCELLED"')
    stop.click()
    expect(page.get_by_role("button", name=words("Allow changes"))).to_be_focused()
    execute(page, "READ_ONLY")
    until(page, lambda: visitor.complaints, "the refusal is an error on the console")
    forgive(visitor, 1)
    page.get_by_role("link", name="Control Hub").click()
    expect(page.locator(".orders")).to_be_visible()
    page.goto(f"/orders/{id}")
    expect(page.locator(".timeline")).to_contain_text("Die Bestellung ist doppelt – ärgerlich")


def test_a_query_is_found_by_its_topic_and_copied_for_programs(visit: Visit, site: Site) -> None:
    site.place("topic@desk.example", companyName="Topicco")
    visitor = visit("en")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = signed_in(lambda _language: visitor, site, SUPPORT, "en").page
    page.goto("/graphiql")
    page.get_by_role("button", name="Saved queries").click()
    page.get_by_role("link", name="What waits for whom").click()
    expect(page.locator(".graphiql-query-editor")).to_contain_text("WhatWaitsForWhom")
    execute(page, "waitingFor")
    page.get_by_role("button", name="Copy as curl, Python or JavaScript").click()
    page.get_by_role("menuitem", name="Copy as Python").click()
    expect(page.get_by_text("Copied as Python", exact=True).last).to_be_visible()
    script = page.evaluate("navigator.clipboard.readText()")
    environment = os.environ | {"CONTROL_HUB_TOKEN": site.token}
    told = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    answer = json.loads(told.stdout)
    assert "errors" not in answer
    assert answer["data"]["orders"]["edges"]
