"""People leave and come back: on another browser, after a restart, days later, after the order was closed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, organizations
from tests.journeys.serving import Site, serving
from tests.journeys.test_customer import ADMINISTRATOR, answer, heading, mapped
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
PROVISIONED_TIMEOUT = 120_000  # milliseconds
REOPEN = "mutation ($input: OrderInput!) { reopenOrder(input: $input) { userErrors { code } } }"
SERVICES = "query ($number: String!) { orderByNumber(orderNumber: $number) { services { id kind } } }"
ELSE = "I want someone else to complete this order"
EMAIL = "Email address of the person who will complete the order"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[Site]:
    """A product of its own, which these stories restart."""
    folder = tmp_path_factory.mktemp("leaving")
    commands = [("import-organizations", str(organizations(folder)))]
    with serving(folder, *commands, migrated=migrated_sqlite) as site:
        yield site


def began(visit: Visit, site: Site, contact: str, language: str, *, confirm: bool) -> tuple[Walker, str]:
    """A contact who created their own company for an order; and the order's number."""
    number = site.place(contact, language=language, companyName=contact, customerDomain=None)
    walker = Walker(visit(language).page, language)
    id = walker.enter(site.link(contact, number))
    walker.act("chooseAudience", orderId=id, audience="OWN_COMPANY")
    company = {"companyName": f"Company of {contact}", "businessVertical": "OTHER", "country": "DE"}
    walker.act("createOrganization", orderId=id, slot="CUSTOMER", **company)
    if confirm:
        walker.act("confirmOrganizations", orderId=id)
    walker.page.goto(f"/setup/{id}/{'services' if confirm else 'review-organizations'}")
    return walker, number


def come_back(visit: Visit, site: Site, contact: str, language: str, path: str = "/") -> Walker:
    """Sign in by code in another browser, to come to a page."""
    walker = Walker(visit(language).page, language)
    walker.page.goto(path)
    walker.page.get_by_role("textbox").first.fill(contact)
    walker.page.keyboard.press("Enter")
    code = walker.page.get_by_label(walker.words("Code"))
    code.fill(site.code(contact))
    walker.page.keyboard.press("Enter")
    expect(code).to_have_count(0)
    return walker


def test_drafts_wait_for_whoever_comes_back_and_calling_is_finished_before_meetings(visit: Visit, site: Site) -> None:
    contact = "later@leaving.example"
    walker, _ = began(visit, site, contact, "de", confirm=True)
    walker.press("Set up now")
    walker.arrive("meetings-sites")
    walker.fill("Webex URL name", "leaving-one")
    walker.tick("I need additional URLs")
    walker.fill("Webex URL name", "leaving-two", nth=1)
    walker.press("Next")
    walker.arrive("meetings-licenses")
    walker.page.close()
    site.server.restart()

    back = come_back(visit, site, contact, "de")
    back.press("Continue")
    back.arrive("meetings-licenses")
    back.press("Back")
    back.arrive("meetings-sites")
    expect(back.field("Webex URL name", nth=1)).to_have_value("leaving-two")
    back.press("Set up later")
    back.arrive("services")
    expect(back.page.get_by_text(back.words("Set aside for later"))).to_be_visible()
    back.page.goto(f"/setup/{back.order_id}/calling-location")
    back.set_up_calling("Zentrale")
    back.arrive("done")
    finished = back.page.get_by_text(back.words("Provisioned"), exact=True).first
    expect(finished).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    back.press("Set up now")
    back.arrive("meetings-licenses")


def test_the_sixth_hand_over_of_a_day_is_refused_at_the_field(visit: Visit, site: Site) -> None:
    site.server.restart(RATE_LIMIT_FACTOR="1")
    contact = "often@leaving.example"
    walker = Walker(visit("en").page, "en")
    walker.open_link(site.link(contact, site.place(contact)))
    walker.arrive("audience")
    id = walker.order_id
    for number in range(5):
        walker.act("delegateOrder", orderId=id, email=f"helper-{number}@leaving.example")
        walker.act("takeBackOrder", orderId=id)
    walker.page.goto(f"/setup/{id}/audience")
    walker.choose(ELSE)
    walker.fill(EMAIL, "helper-6@leaving.example")
    walker.press("Next")
    refused = "This order was handed over 5 times today."
    expect(walker.page.locator(".error-summary")).to_contain_text(refused)
    expect(walker.page.locator(".radio-card .field-error")).to_contain_text(refused)


def test_who_forgot_an_order_is_reminded_and_a_closed_one_goes_on_where_it_was(visit: Visit, site: Site) -> None:
    contact = "forgot@leaving.example"
    walker, number = began(visit, site, contact, "de", confirm=False)
    id, first_link = walker.order_id, site.link(contact, number)
    left_open = walker.page.url
    walker.page.goto("about:blank")
    site.server.restart(CLOCK_OFFSET="+3d")
    reminder = site.mail(contact, "REMINDER", number)
    last_link = next(link for link in reminder["links"] if "/setup#" in link)
    walker.page.goto(left_open)  # three days are longer than a session
    walker.page.wait_for_url("**/sign-in?next=*")
    walker.page.goto(first_link)
    walker.press("Next")
    expect(walker.page.get_by_role("heading", name=walker.words("This link was replaced"))).to_be_visible()

    walker.page.goto("about:blank")
    site.server.restart(CLOCK_OFFSET="+31d")
    site.mail(contact, "NOTICE", number)
    walker.page.goto(last_link)
    walker.press("Next")
    expect(walker.page.get_by_role("heading", name=walker.words("This order is closed"))).to_be_visible()
    expect(walker.page.get_by_text("Nordlicht IT-Handel")).to_be_visible()
    back = come_back(visit, site, contact, "de", f"/setup/{id}/review-organizations")
    back.arrive("done")
    expect(back.page.get_by_role("heading", level=1, name=back.words("This order is closed"))).to_be_visible()
    expect(back.page.get_by_text(back.words("Do this first."))).to_have_count(0)

    assert site.sell(REOPEN, input={"orderId": id})["reopenOrder"]["userErrors"] == []
    back.arrive("review-organizations")  # the open page goes on by itself
    expect(back.page.get_by_role("definition").get_by_text(f"Company of {contact}")).to_be_visible()
    back.press("Next")
    back.arrive("services")


def test_a_request_that_nobody_decided_expires_and_may_be_asked_again(visit: Visit, site: Site) -> None:
    contact = "asking@halden.example"
    partner, number = mapped(visit, site, contact, "de")
    id = partner.order_id
    partner.page.goto(f"/orders/{id}")
    partner.set_up(site.sell(SERVICES, number=number)["orderByNumber"], "asked-for-rights")
    walker_sees = partner.page.locator(".hub-title")
    expect(walker_sees).to_contain_text(partner.words("Provisioned"), timeout=PROVISIONED_TIMEOUT)
    partner.act("requestFullAdministrator", orderId=id)
    asked = site.mail(ADMINISTRATOR, "ADMINISTRATOR_REQUEST", number)
    partner.page.goto("about:blank")
    site.server.restart(CLOCK_OFFSET="+46d")
    site.mail(contact, "NOTICE", number)
    customer = Walker(visit("de").page, "de")
    customer.page.goto(next(link for link in asked["links"] if "/setup#" in link))
    heading(customer, "This request has expired")
    expect(customer.page.get_by_text(customer.words("Sign in to see the order"))).to_be_visible()
    again = come_back(visit, site, contact, "de", f"/orders/{id}")
    expired = again.words("Nobody decided: the request expired on {expires}.").partition("{")[0]
    expect(again.page.get_by_text(expired)).to_be_visible()
    again.press("Ask for privileges")
    answer(again, "Ask for privileges")
    expect(again.page.get_by_text(expired)).to_have_count(0)
    assert site.mail(ADMINISTRATOR, "ADMINISTRATOR_REQUEST", number)["links"] != asked["links"]
