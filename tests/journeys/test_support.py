"""The support desk: GraphiQL changes nothing until it is told why, and an order is seen as somebody else sees it."""

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
from tests.journeys.inspection import ALL, AXE, NARROW, RUN_AXE, SETTLED, WIDE, Inspection, resize
from tests.journeys.serving import Site
from tests.journeys.test_customer import dialog, signed_in
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
SUPPORT = "support@controlhub.example"
# The class of Monaco's editors in each scheme.
EDITOR_COLOURS = {"light": re.compile(r"\bvs\b(?!-)"), "dark": re.compile(r"\bvs-dark\b")}
# How far the text of the query moves when the panes around it are scrolled by 200 pixels.
SCROLLS_ALONG = """() => {
  const top = () => document.querySelector('.graphiql-query-editor .view-lines').getBoundingClientRect().top;
  const before = top();
  document.querySelector('.graphiql-main').scrollTop = 200;
  return before - top();
}"""


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
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^1[0-5]:\d\d$"))
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
    page.get_by_role("button", name="Copy as curl, Python, JavaScript or link").click()
    page.get_by_role("menuitem", name="Copy as Python").click()
    expect(page.get_by_text("Copied as Python", exact=True).last).to_be_visible()
    script = page.evaluate("navigator.clipboard.readText()")
    environment = os.environ | {"CONTROL_HUB_TOKEN": site.token}
    told = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
    answer = json.loads(told.stdout)
    assert "errors" not in answer
    assert answer["data"]["orders"]["edges"]


def look_as(walker: Walker, inspection: Inspection, name: str) -> None:
    """Ask to see the order as this person of it, after what is refused."""
    walker.press("View as …")
    dialog(walker).get_by_role("button", name="View the order").click()
    expect(dialog(walker).locator(".field-error")).to_have_text("Enter a reason")
    dialog(walker).get_by_text("Someone else").click()
    walker.fill("Email address", "nobody@view.example")
    walker.fill("Reason", "They see no button")
    dialog(walker).get_by_role("button", name="View the order").click()
    expect(dialog(walker).locator(".field-error")).to_have_text("This person can’t see the order")
    inspection.look("whose view")
    dialog(walker).get_by_text(name).click()
    dialog(walker).get_by_role("button", name="View the order").click()


def test_support_sees_an_order_and_its_wizard_as_its_contact_does_and_changes_nothing(visit: Visit, site: Site) -> None:
    contact = "seen@view.example"
    number = site.place(contact, companyName="Viewco", customerDomain=None)
    person, visitor = visit("en"), visit("en")
    own = Walker(person.page, "en")
    own.open_link(site.link(contact, number))
    walker = signed_in(lambda _language: visitor, site, SUPPORT, "en")
    page, id = walker.page, order_id(walker, number)
    inspection = Inspection(page, "en")
    banner = page.get_by_role("complementary", name="View of someone else")
    page.goto(f"/orders/{id}")
    look_as(walker, inspection, "s•••@view.example")
    expect(banner).to_contain_text(f"You see order {number} as {contact} does.")
    expect(banner).to_contain_text("Nothing can be changed. This view ends in 30 minutes.")
    expect(page.locator(".people")).to_contain_text(contact)  # whom support sees masked
    expect(page.get_by_role("button", name="View as …")).to_have_count(0)
    viewed = page.url
    inspection.look("order, seen as its contact")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export").click()
    assert "order_placed" not in download.value.path().read_text()  # the seller's act, which the contact is not told
    walker.press("Hand over")
    expect(dialog(walker).get_by_role("button", name="Hand over")).to_have_attribute("aria-disabled", "true")
    walker.press("Not now")
    page.get_by_role("link", name="Continue").first.click()
    page.wait_for_url(re.compile(f"/as/[^/]+/setup/{id}/audience"))
    expect(banner).to_be_visible()
    expect(page.get_by_role("button", name="Next")).to_have_attribute("title", "View only: nothing can be changed")
    inspection.look("wizard, seen as its contact")

    # What the person does meanwhile is seen at once; a reload, the way back and another tab keep to the view.
    own.say_audience("This order is for my company")
    expect(page.get_by_role("radio", name=re.compile("^This order is for my company"))).to_be_checked()
    page.reload()
    expect(banner).to_contain_text(contact)
    page.go_back()
    expect(page.locator(".people")).to_contain_text(contact)
    tab = visitor.context.new_page()
    tab.goto(viewed)
    expect(tab.get_by_role("complementary", name="View of someone else")).to_contain_text(contact)
    tab.close()
    banner.get_by_role("link", name="Stop").click()
    expect(page.locator(".people")).to_contain_text("s•••@view.example")
    expect(banner).to_have_count(0)
    assert contact not in page.content()
    expect(page.locator(".timeline")).to_contain_text("Looked at the order as s•••@view.example sees it")
    expect(page.locator(".timeline")).to_contain_text("They see no button")
    assert inspection.found == []
    # Nobody else sees anything by its address.
    own.page.goto(viewed)
    expect(own.page.get_by_role("heading", name="This view has ended.")).to_be_visible()
    person.complaints.clear()  # requests that are refused with 403 are errors on the console


def test_a_query_is_built_by_ticking_and_rows_of_an_order_lead_to_theirs(visit: Visit, site: Site) -> None:
    number = site.place("ticked@desk.example", companyName="Tickedco")
    site.mail("ticked@desk.example", "SETUP", number)
    visitor = visit("de")
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walker = signed_in(lambda _language: visitor, site, SUPPORT, "de")
    page = walker.page
    page.goto("/graphiql")
    variables = page.locator(".graphiql-editor-tool .view-lines").first
    expect(variables).to_contain_text("DE-4500127")
    expect(page.locator(".graphiql-query-editor .view-line").first).to_have_text(re.compile(r"\w"))
    page.get_by_role("button", name="New tab").click()
    page.get_by_role("button", name="Show Explorer").click()
    page.get_by_role("searchbox").fill("orderByN")
    page.get_by_role("treeitem", name="orderByNumber Order").click()
    expect(variables).to_contain_text('"orderNumber": ""')
    # On by keys: open it, and tick its second field below the number that it requires.
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_role("treeitem", name="orderNumber String!", exact=True)).to_be_checked()
    page.get_by_role("treeitem", name="companyName String!").click()
    page.get_by_role("treeitem", name="id ID!", exact=True).click()
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(SETTLED)
        # The editors follow, and the explorer stays open.
        expect(page.locator(".graphiql-query-editor .monaco-editor").first).to_have_class(EDITOR_COLOURS[scheme])
        assert page.evaluate(RUN_AXE.replace("axe.run(", "axe.run(['.explorer'], "), ALL) == []
    # On a phone the panes stand one below the other, and what is in them scrolls along.
    resize(page, NARROW)
    assert page.evaluate(SCROLLS_ALONG) == 200
    resize(page, WIDE)
    # Between the quotes.
    variables.locator(".view-line").nth(1).click()
    for key in ("End", "ArrowLeft"):
        page.keyboard.press(key)
    page.keyboard.type(number)
    expect(variables).to_contain_text(number)
    execute(page, '"companyName": "Tickedco"')
    expect(page.locator(".result-window")).not_to_contain_text('"id"')
    page.get_by_role("button", name="Als curl, Python, JavaScript oder Link kopieren").click()
    page.get_by_role("menuitem", name="Link kopieren").click()
    expect(page.get_by_text("Link kopiert", exact=True).last).to_be_visible()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    execute(page, '"companyName": "Tickedco"')

    page.goto(f"/orders/{order_id(walker, number)}")
    expect(page.locator(".timeline")).to_contain_text("Control Hub GraphiQL")
    page.get_by_role("link", name="Diese E-Mail in GraphiQL").first.click()
    execute(page, '"kind": "SETUP"')
    expect(page.locator(".result-window")).to_contain_text(number)
    page.go_back()
    page.get_by_role("link", name="Dieses Ereignis in GraphiQL").last.click()
    execute(page, '"kind": "order_placed"')
    expect(page.locator(".result-window")).to_contain_text("Tickedco")


@pytest.mark.parametrize("language", ["en", "de"])
def test_support_filters_a_timeline_by_keyboard_and_takes_the_search_for_the_log_along(
    visit: Visit, site: Site, language: str
) -> None:
    number = site.place(f"filter@{language}.example", companyName="Filterco")
    visitor = visit(language)
    visitor.context.grant_permissions(["clipboard-read", "clipboard-write"])
    walker = signed_in(lambda _language: visitor, site, SUPPORT, language)
    page, words = walker.page, walker.words
    page.goto(f"/orders/{order_id(walker, number)}")
    toggle = page.get_by_role("button", name=words("Filter"), exact=True)
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    search = page.get_by_role("searchbox", name=words("Search"), exact=True)
    events = page.locator(".timeline > li")
    expect(events).not_to_have_count(0)
    expect(page.locator(".timeline [role=status], .timeline .spinner")).to_have_count(0)
    whole = events.count()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(search).to_be_focused()
    inspection = Inspection(page, language)
    inspection.look("timeline, filtered")
    assert inspection.found == []
    page.keyboard.type("zzz")
    expect(page.get_by_text(words("No matching events."))).to_be_visible()
    search.fill("")
    expect(events).to_have_count(whole)
    page.get_by_label(words("About")).select_option(words("Emails"))
    expect(events).not_to_have_count(whole)
    events.first.locator("summary").click()
    line = events.first.locator("code")
    expect(line).to_have_text(re.compile(r"""^grep '"correlationId":"[0-9a-f]{16,32}"'$"""))
    events.first.get_by_role("button", name=words("Copy"), exact=True).click()
    expect(page.get_by_text(words("Log search copied")).last).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == line.text_content()
