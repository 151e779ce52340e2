"""Control Hub after the wizard: the list of orders, an order's page, an organization's, and the support desk."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import answer, dialog, signed_in
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
SUPPORT = "support@controlhub.example"
PROVISIONED_TIMEOUT = 120_000  # milliseconds
A_PAGE = 20  # orders


def completed(visit: Visit, site: Site, contact: str, company: str, language: str = "en") -> Walker:
    """A contact whose order for their own company is provisioned, on the page of the order."""
    number = site.place(contact, language=language, companyName=company, customerDomain=None)
    walker = Walker(visit(language).page, language)
    id = walker.enter(site.link(contact, number))
    walker.act("chooseAudience", orderId=id, audience="OWN_COMPANY")
    walker.act(
        "createOrganization", orderId=id, slot="CUSTOMER", companyName=company, businessVertical="OTHER", country="DE"
    )
    walker.set_up(walker.act("confirmOrganizations", orderId=id), company.lower())
    walker.page.goto(f"/orders/{id}")
    expect(walker.page.locator(".hub-title")).to_contain_text(walker.words("Provisioned"), timeout=PROVISIONED_TIMEOUT)
    return walker


def rows(walker: Walker) -> Locator:
    """The orders of the list."""
    return walker.page.locator(".orders .table-row")


def search(walker: Walker, text: str) -> None:
    """Search the orders for it."""
    walker.page.get_by_role("searchbox").fill(text)
    walker.page.keyboard.press("Enter")
    walker.page.wait_for_url("**q=**")


def test_the_list_of_orders_is_filtered_sorted_searched_and_paged_in_its_address(visit: Visit, site: Site) -> None:
    contact = "many@hub.example"
    numbers = [site.place(contact, companyName=f"Many {count:02}") for count in range(A_PAGE + 2)]
    walker = signed_in(visit, site, contact, "en")
    page = walker.page
    page.goto("/orders")
    expect(rows(walker)).to_have_count(A_PAGE)
    page.get_by_label("Sort").select_option("Oldest first")
    expect(rows(walker).first).to_contain_text(numbers[0])
    walker.press("Next page")
    expect(rows(walker)).to_have_count(2)
    expect(rows(walker).last).to_contain_text(numbers[-1])
    page.reload()
    expect(rows(walker).last).to_contain_text(numbers[-1])
    walker.press("Previous page")
    expect(rows(walker).first).to_contain_text(numbers[0])
    page.get_by_role("link", name="Done").click()
    expect(page.get_by_text("No matching orders")).to_be_visible()
    page.go_back()
    expect(rows(walker)).to_have_count(A_PAGE)
    page.get_by_role("link", name=f"Waiting for you {A_PAGE + 2}").click()
    page.wait_for_url("**show=waiting**")
    page.get_by_role("button", name="Company").click()
    expect(page.get_by_role("columnheader", name="Company")).to_have_attribute("aria-sort", "ascending")
    expect(rows(walker).first).to_contain_text("Many 00")
    expect(rows(walker).first).to_contain_text("Calling: Awaiting provisioning details")
    walker.press("Save this view")
    page.get_by_label("Name").fill("By company")
    walker.press("Save")
    saved = page.get_by_role("navigation", name="Saved views").get_by_role("link", name="By company")
    expect(saved).to_have_attribute("aria-current", "page")
    with page.expect_download() as export:
        page.get_by_role("link", name="Download as CSV").click()
    assert export.value.path().read_text("utf-8-sig").count("Many ") == A_PAGE + 2
    page.get_by_role("searchbox").fill(numbers[7])  # without Enter
    expect(rows(walker)).to_have_count(1)
    expect(page.get_by_role("status").get_by_text("One order found")).to_be_attached()
    rows(walker).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1, name="Many 07")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value(numbers[7])
    saved.click()
    page.wait_for_url("**show=waiting&sort=COMPANY")
    expect(rows(walker)).to_have_count(A_PAGE)
    walker.press("Remove")
    expect(saved).to_have_count(0)
    walker.press("Undo")
    expect(saved).to_have_attribute("aria-current", "page")


def test_the_start_page_counts_what_waits_and_shows_no_order_twice(visit: Visit, site: Site) -> None:
    contact = "counted@hub.example"
    names = ["Österreichische Post AG", *(f"Counted {count}" for count in range(6))]
    for name in names:
        site.place(contact, companyName=name)
    walker = signed_in(visit, site, contact, "en")
    page = walker.page
    page.goto("/")
    expect(page.get_by_role("heading", level=1, name="7 orders are waiting for you")).to_be_visible()
    tasks = page.locator(".task-list .task-title")
    expect(tasks).to_have_count(5)
    expect(rows(walker)).to_have_count(0)
    page.get_by_role("link", name="All 7 orders that are waiting for you").click()
    expect(rows(walker)).to_have_count(7)
    expect(page.get_by_role("columnheader", name="Due")).to_be_visible()
    search(walker, "POST österreichische")
    expect(rows(walker)).to_have_count(1)
    expect(rows(walker)).to_contain_text("Österreichische Post AG")


def test_the_page_of_an_order_tells_all_of_it(visit: Visit, site: Site) -> None:
    page = completed(visit, site, "told@hub.example", "Toldco").page
    for told in (
        "toldco.webex.com",
        "Headquarters of toldco, Hauptstr. 1",
        "Kept in the built-in mailbox",
        "Placed the order",
    ):
        found = page.get_by_text(told)
        if told == "Placed the order":  # the first of more events than the page begins with
            page.get_by_role("button", name="Show older events").click()
        elif told.startswith("Headquarters"):
            found = page.locator(".service-parts").filter(has_text="Hauptstr. 1")
        expect(found.first).to_be_visible()
    page.locator(".timeline details").evaluate_all("all => all.forEach(details => { details.open = true })")
    changes = page.locator(".timeline details div")
    expect(changes.filter(has_text="Setting up services").first).to_be_visible()
    assert [text for text in changes.all_inner_texts() if re.search("[a-z][A-Z]|[A-Z]_[A-Z]", text)] == []
    with page.expect_download() as export:
        page.get_by_role("link", name="Export").click()
    assert export.value.suggested_filename == "timeline.jsonl"
    assert "Placed the order" in export.value.path().read_text("utf-8")
    with page.expect_download() as summary:
        page.get_by_role("link", name="Download order summary (PDF)").click()
    assert summary.value.path().read_bytes().startswith(b"%PDF")


def test_after_provisioning_locations_are_changed_and_added(visit: Visit, site: Site) -> None:
    contact = "located@hub.example"
    by_link = completed(visit, site, contact, "Locatedco", "de")
    by_link.page.get_by_role("link", name="Locatedco", exact=True).click()  # not the link to its site
    expect(by_link.page.get_by_role("heading", name=by_link.words("Sites and locations"))).to_be_visible()
    walker = signed_in(visit, site, contact, "de")
    page = walker.page
    page.goto(by_link.page.url)
    expect(page.get_by_role("row").filter(has_text="locatedco.webex.com")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Ändern")).click()
    name = walker.field("Location name")
    expect(name).to_be_focused()
    name.fill("")
    walker.press("Save")
    expect(page.locator(".error-summary")).to_be_focused()
    name.fill("Zentrale Berlin")
    walker.press("Save")
    expect(page.get_by_role("row").filter(has_text="Zentrale Berlin")).to_be_visible()
    expect(page.get_by_role("button", name="Ändern Zentrale Berlin")).to_be_focused()

    walker.press("Add a location")
    walker.pick("Country or region", "Vereinigte Staaten")
    walker.fill("Location name", "Boston")
    page.locator('[name="address.address1"]').fill("1 Main St")
    page.locator('[name="address.city"]').fill("Boston")
    page.get_by_role("combobox", name="Bundesstaat").fill("Massachusetts")
    page.get_by_role("option", name="Massachusetts").click()
    page.locator('[name="address.postalCode"]').fill("02108")
    page.get_by_role("combobox", name="Zeitzone").fill("New York")
    page.get_by_role("option", name="New York").click()
    walker.press("Save")
    expect(page.get_by_role("row").filter(has_text="Boston")).to_contain_text("02108 Boston, MA, Vereinigte Staaten")
    page.get_by_role("link", name="Diensteinstellungen").click()
    expect(page.locator(".summary-row").filter(has_text="Zentrale Berlin")).to_be_visible()


def test_support_finds_an_order_by_all_it_has_sees_no_address_and_gives_reasons(visit: Visit, site: Site) -> None:
    contact = "sought@hub.example"
    seeker = completed(visit, site, contact, "Soughtco")
    order = seeker.order_id
    waiting = site.place("resend@hub.example", companyName="Resendco", customerDomain="resend.example")
    support = signed_in(visit, site, SUPPORT, "en")
    page = support.page
    page.goto("/")
    for text in (contact, "soughtco.webex.com", "Soughtc"):
        search(support, text)
        expect(rows(support)).to_have_count(1)
        expect(rows(support)).to_contain_text("Soughtco")
    rows(support).get_by_role("link").first.click()
    expect(page.get_by_text("s•••@hub.example").first).to_be_visible()
    assert contact not in page.content()
    page.locator(".timeline summary").first.click()
    correlation_id = page.locator(".timeline details[open] dd").get_by_text(re.compile("^[0-9a-f]{32}$")).inner_text()
    page.goto("/")
    search(support, correlation_id)
    expect(rows(support)).to_have_count(1)
    expect(rows(support)).to_contain_text("Soughtco")

    search(support, "resend.example")
    rows(support).get_by_role("link", name="Resendco").click()
    support.press("Resend")
    answer_with_reason(support, "Resend", "The first one was lost.")
    expect(page.locator(".timeline")).to_contain_text("The first one was lost.")
    assert site.mail("resend@hub.example", "SETUP", waiting)
    page.goto(f"/orders/{order}")
    page.get_by_role("link", name="Open this order in GraphiQL").click()
    expect(page.locator(".graphiql-query-editor")).to_contain_text("orderByNumber")
    page.get_by_role("button", name=re.compile("^Execute query")).click()
    expect(page.locator(".result-window")).to_contain_text('"status": "COMPLETED"')


def answer_with_reason(support: Walker, verb: str, reason: str) -> None:
    """Support is asked for a reason first."""
    dialog(support).get_by_role("button", name=verb).click()
    expect(dialog(support).locator(".field-error")).to_have_count(1)
    dialog(support).get_by_role("textbox").fill(reason)
    answer(support, verb)


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_page_of_control_hub_shuts_anybody_out(visit: Visit, site: Site, language: str) -> None:
    company = f"Axe{language}"
    walker = completed(visit, site, f"axe.{language}@hub.example", company, language)
    page, order = walker.page, walker.order_id
    inspection = Inspection(page, language)
    expect(page.locator(".timeline")).to_be_visible()
    inspection.look("order")
    page.get_by_role("link", name=company, exact=True).first.click()  # not the link to its site
    page.wait_for_url("**/organizations/*")
    cookies = site.sign_in(f"axe.{language}@hub.example").items()
    page.context.add_cookies([{"name": name, "value": value, "url": site.url} for name, value in cookies])
    page.reload()
    walker.press("Add a location")
    expect(walker.field("Location name")).to_be_focused()
    walker.press("Save")
    expect(page.locator(".error-summary")).to_be_focused()
    inspection.look("location, refused")
    page.on("dialog", lambda asked: asked.accept())
    for path in ("/", "/orders?q=nothing", "/organizations", "/settings", "/nowhere"):
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".skeleton")).to_have_count(0)
        inspection.look(path)
    support = signed_in(visit, site, SUPPORT, language)
    support_page = Inspection(support.page, language)
    support.page.goto("/")
    expect(rows(support).first).to_be_visible()
    support_page.look("support")
    support.page.goto(f"/orders/{order}")
    expect(support.page.locator(".timeline")).to_be_visible()
    support_page.look("order, support")
    assert inspection.found + support_page.found == []
