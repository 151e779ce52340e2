"""What a person finds on the steps: the way through them, what they know already, what they say before and after."""

import re
from collections.abc import Callable
from itertools import count

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
NUMBERS = count(1)
PROVISIONED_TIMEOUT = 120_000  # milliseconds


def begin(visit: Visit, site: Site, *, confirm: bool = True, **options: str) -> Walker:
    """A contact with an order for their own new company, at its services or before its audience is chosen."""
    company = f"Steps {next(NUMBERS)}"
    contact = f"kim@{company.lower().replace(' ', '-')}.example"
    number = site.place(contact, companyName=company, customerDomain=None)
    walker = Walker(visit(**options).page, "en")
    link = site.link(contact, number)
    if confirm:
        id = walker.enter(link)
        walker.act("chooseAudience", orderId=id, audience="OWN_COMPANY")
        entry = {"companyName": company, "businessVertical": "OTHER", "country": "DE"}
        walker.act("createOrganization", orderId=id, slot="CUSTOMER", **entry)
        walker.act("confirmOrganizations", orderId=id)
        walker.page.goto(f"/setup/{id}/services")
        walker.arrive("services")
    else:
        walker.open_link(link)
        walker.arrive("audience")
    return walker


def test_an_address_ahead_leads_to_the_first_open_step_and_back_forward_and_reload_keep_answers(
    visit: Visit, site: Site
) -> None:
    walker = begin(visit, site, confirm=False)
    page = walker.page
    page.goto(f"/setup/{walker.order_id}/meetings-review")
    walker.arrive("audience")
    expect(page.get_by_text("Do this first.")).to_be_visible()
    walker.say_audience("This order is for my company")
    walker.arrive("customer-organization")
    walker.press("Create new organization")
    walker.fill("Company name", "Kept GmbH")
    page.reload()
    expect(walker.field("Company name")).to_have_value("Kept GmbH")
    page.go_back()
    page.go_back()
    walker.arrive("audience")
    expect(page.get_by_role("radio", checked=True)).to_have_accessible_name(re.compile("^This order is for my company"))
    page.go_forward()
    page.go_forward()
    expect(walker.field("Company name")).to_have_value("Kept GmbH")


def test_sites_are_checked_while_one_types_and_know_the_time_zone(visit: Visit, site: Site) -> None:
    walker = begin(visit, site)
    page = walker.page
    walker.press("Set up now")
    walker.arrive("meetings-sites")
    expect(page.get_by_role("combobox", name="Time zone")).to_have_value("Berlin, Germany")
    expect(page.get_by_text("You can’t change this after provisioning.")).to_be_visible()
    walker.fill("Webex URL name", "https://Meet.webex.com/")
    expect(page.get_by_role("status")).to_have_text("meet.webex.com is reserved. These are free:")
    free = page.locator(".chip").first
    name = free.inner_text()
    free.click()
    expect(walker.field("Webex URL name")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text(f"{name}.webex.com is available")
    page.get_by_role("combobox", name="Time zone").fill("united kingdom +0:00")
    page.get_by_role("option", name="London, United Kingdom UTC+00:00", exact=True).click()
    page.get_by_role("combobox", name="Time zone").click()
    expect(page.get_by_role("option", selected=True)).to_have_text(re.compile("^London"))
    page.keyboard.press("Escape")
    walker.tick("I need additional URLs")
    page.get_by_role("button", name="Remove site 2").click()
    page.get_by_role("button", name="Undo").click()
    walker.fill("Webex URL name", name, nth=1)
    walker.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    page.locator(".error-summary").get_by_role("link").first.click()
    expect(walker.field("Webex URL name", nth=1)).to_be_focused()
    expect(walker.field("Webex URL name", nth=1)).to_have_attribute("aria-invalid", "true")


def test_licenses_are_counted_while_they_are_split_and_too_many_are_named(visit: Visit, site: Site) -> None:
    walker = begin(visit, site)
    page = walker.page
    name = f"steps-{next(NUMBERS)}"
    walker.press("Set up now")
    walker.arrive("meetings-sites")
    walker.fill("Webex URL name", f"{name}-a")
    walker.tick("I need additional URLs")
    walker.fill("Webex URL name", f"{name}-b", nth=1)
    page.get_by_role("button", name="Next", exact=True).dblclick()
    walker.arrive("meetings-licenses")
    walker.split_evenly()
    expect(page.get_by_text("All distributed")).to_be_visible()
    first = page.get_by_role("textbox", name=f"Webex Meetings for {name}-a")
    first.fill("122")
    expect(page.get_by_text("3 of 250 left")).to_be_visible()
    first.fill("400")
    expect(page.get_by_text("275 too many")).to_be_visible()
    walker.press("Next")
    expect(page.locator(".error-summary")).to_contain_text("Webex Meetings")
    walker.split_evenly()
    walker.press("Next")
    walker.arrive("meetings-review")
    page.get_by_role("link", name=f"Change time zone of {name}-b").click()
    walker.arrive("meetings-sites")
    page.get_by_role("combobox", name="Time zone").nth(1).fill("lond")
    page.keyboard.press("Enter")
    walker.press("Next")
    walker.arrive("meetings-review")
    expect(page.get_by_text("London")).to_be_visible()


def test_the_headquarters_asks_what_its_country_needs_and_nothing_that_is_known(visit: Visit, site: Site) -> None:
    walker = begin(visit, site)
    page = walker.page
    walker.press("Set up now")
    page.goto(f"/setup/{walker.order_id}/calling-location")
    walker.arrive("calling-location")
    expect(walker.field("Location name")).to_have_value(re.compile("^Steps"))
    country = page.get_by_role("combobox", name="Country or region")
    expect(country).to_have_value("Germany")
    expect(page.get_by_text("Where most of your users are")).to_be_visible()
    tokens = {"Street address": "address-line1", "Postal code": "postal-code", "City": "address-level2"}
    for label, token in tokens.items():
        expect(page.get_by_label(label)).to_have_attribute("autocomplete", token)
    walker.pick("Country or region", "United States")
    expect(page.get_by_role("combobox", name="State")).to_be_visible()
    expect(page.get_by_label("ZIP code")).to_be_visible()
    walker.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(country).to_have_value("United States")


def test_provisioning_is_watched_and_tried_again_after_a_failure(visit: Visit, site: Site) -> None:
    walker = begin(visit, site)
    page = walker.page
    name = f"slow-fail-once-{next(NUMBERS)}"
    walker.press("Set up now")
    walker.set_up_meetings(name)
    walker.arrive("done")
    expect(page.get_by_role("heading", level=1, name="Setting up Meetings")).to_be_visible()
    expect(page.get_by_text(f"Create {name}.webex.com")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    expect(page.get_by_role("heading", level=1, name="Meetings could not be set up")).to_be_visible()
    expect(page.get_by_text("Nothing you entered is lost.")).to_be_visible()
    expect(page.get_by_role("link", name="Change entries")).to_be_visible()
    again.click()
    expect(page.get_by_role("heading", level=1, name="Meetings is set up")).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    walker.press("Set up now")
    walker.set_up_calling(f"Headquarters {name}")
    expect(page.get_by_role("heading", level=1, name="Everything is set up")).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    expect(page.get_by_text("We sent the order summary to")).to_be_visible()
    expect(page.get_by_role("link", name=f"{name}.webex.com").first).to_be_visible()  # what comes next leads there too
    expect(page.get_by_role("link", name="Open Control Hub")).to_be_visible()
