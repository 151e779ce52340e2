"""What pages promise before an act, and that heading, alarm and button say the same, as a person meets them."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.test_customer import ADMINISTRATOR, CUSTOMER, PARTNER, answer, dialog, mapped, signed_in
from tests.journeys.test_fields import begin
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])
NUMBERS = count(1)
PROVISIONED_TIMEOUT = 120_000  # milliseconds


@LANGUAGES
def test_each_act_says_what_follows_who_is_told_and_what_cannot_be_undone(
    visit: Visit, site: Site, language: str
) -> None:
    walker, _ = mapped(visit, site, f"says.{language}@halden.example", language)
    page, says = walker.page, walker.words
    later = page.locator(".act-brief")
    for told in (
        "Set up later: the service is not provisioned, and the order stays open.",
        "Nobody gets an email.",
        "Everything you entered is kept; you can continue at any time.",
    ):
        expect(later).to_contain_text(says(told))
    undo = [
        "The organizations are chosen again. What was entered for the services is kept.",
        "The customer’s administrators are told, and their links stop working.",
        "The order can be mapped again afterwards.",
    ]
    # The wizard and the order's page say the same of the same act.
    for place in (f"/setup/{walker.order_id}/services", f"/orders/{walker.order_id}"):
        page.goto(place)
        walker.press("Undo mapping")
        expect(dialog(walker).locator(".act-follows > li")).to_have_text([says(words) for words in undo])
        walker.press("Not now")
        expect(dialog(walker)).to_have_count(0)
    walker.press("Undo mapping")
    answer(walker, "Undo mapping")
    page.goto(f"/setup/{walker.order_id}/audience")
    walker.choose(says("I want someone else to complete this order"))
    expect(page.locator(".radio-card .act-follows > li")).to_have_count(3)
    walker.choose(says("This order is for my company"))
    walker.press("Next")
    expect(dialog(walker)).to_contain_text(PARTNER)
    expect(dialog(walker)).to_contain_text(says("Nobody gets an email."))
    answer(walker, "Change")
    walker.arrive("customer-organization")


@LANGUAGES
def test_a_welcome_mail_that_bounces_is_an_alarm_until_another_contact_is_asked(
    visit: Visit, site: Site, language: str
) -> None:
    lost, found = f"typo.{language}@halden.example", f"typed.{language}@halden.example"
    number = site.place(lost, language=language, companyName=f"Alarm {language}")
    site.bounce(lost, "SETUP", number)
    told = site.mail("petersen@nordlicht.example", "NOTICE", lost)
    support = signed_in(visit, site, "support@controlhub.example", language)
    page, says = support.page, support.words
    # A cut address names no page: the first one is shown.
    page.goto(f"/orders?q={number}&after=nonsense")
    expect(page.locator(".orders-alarm")).to_have_text(says("Email not delivered"))
    assert "after" not in page.url
    page.goto(next(link for link in told["links"] if "/orders/" in link))
    alarm = page.get_by_role("alert")
    expect(alarm).to_contain_text("t•••@halden.example")
    expect(alarm).to_contain_text(says("The order is waiting for a reply to it."))
    alarm.get_by_role("button", name=says("Change contact")).click()
    support.fill("Email address", found)
    support.fill("Reason", "Typo")
    answer(support, "Change contact")
    expect(alarm).to_have_count(0)
    page.goto(f"/orders?q={number}")
    expect(page.locator(".orders .table-row")).to_have_count(1)
    expect(page.locator(".orders-alarm")).to_have_count(0)
    assert site.link(found, number)


@pytest.mark.parametrize("width", [320, 640, 1000])
def test_the_wizard_shows_at_every_width_which_order_and_customer_it_is_about(
    visit: Visit, site: Site, width: int
) -> None:
    contact = f"narrow.{width}@halden.example"
    company = "Donaudampfschifffahrtsgesellschaft Oberösterreich und Niederbayern GmbH"
    number = site.place(contact, companyName=company)
    walker = Walker(visit("en", viewport={"width": width, "height": 720}).page, "en")
    walker.open_link(site.link(contact, number))
    walker.arrive("audience")
    about = walker.page.get_by_text(f"{company} · {number}").filter(visible=True)
    expect(about).to_be_in_viewport()
    assert walker.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_no_page_offers_a_provisioning_administrator_a_way_back_to_itself(visit: Visit, site: Site) -> None:
    """Who administers nothing but one order sees what an organization page may show, or a way that leads on."""
    contact = "letter.six@halden.example"
    partner, _ = mapped(visit, site, contact, "en")
    walker = signed_in(visit, site, contact, "en")
    page = walker.page
    page.goto(f"/orders/{partner.order_id}")
    page.get_by_role("link", name=CUSTOMER, exact=True).click()
    page.wait_for_url("**/organizations/*")
    expect(page.get_by_role("heading", level=1, name=CUSTOMER)).to_be_visible()
    expect(page.get_by_text("You came by the link")).to_have_count(0)
    here = page.url
    for link in page.locator("main a[href]").all():
        href = str(link.get_attribute("href"))
        assert "/sign-in" not in href
        assert not here.endswith(href.split("?", maxsplit=1)[0])


def test_the_summary_and_the_title_lose_their_error_once_the_licenses_are_right(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-licenses", sites=2)
    page = walker.page
    walker.split_evenly()
    first = page.get_by_role("textbox", name=re.compile("^Webex Meetings for .*-0$"))
    expect(first).to_have_value(re.compile("[1-9]"))
    right = first.input_value()
    first.fill("400")
    walker.press("Next")
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page).to_have_title(re.compile("^Error: "))
    first.fill(right)
    expect(page.locator(".error-summary")).to_have_count(0)
    expect(page).not_to_have_title(re.compile("Error"))


def test_calling_speaks_of_the_customer_by_name_and_proposes_the_language_of_their_country(
    visit: Visit, site: Site
) -> None:
    customer = {"companyName": "Kunde 102", "customerDomain": "kunde-102.example"}  # with an English browser
    walker, _ = mapped(visit, site, "proposes@halden.example", "en", "Kunde 102", **customer)
    page = walker.page
    page.get_by_role("listitem").filter(has_text="Calling").get_by_role("button", name="Set up now").click()
    walker.arrive("calling-location")
    expect(page.get_by_role("heading", level=1)).to_have_text("Where is the headquarters of Kunde 102?")
    expect(page.get_by_role("combobox", name="Country or region")).to_have_value("Germany")
    for language in ("Preferred language", "Announcement language"):
        expect(page.get_by_role("combobox", name=language)).to_have_value("German (Germany)")
    expect(page.get_by_text("your headquarters")).to_have_count(0)


def test_a_name_that_provisioning_refused_is_changed_in_its_field_from_every_page(visit: Visit, site: Site) -> None:
    walker = begin(visit, site, "meetings-sites")
    page, id = walker.page, walker.order_id
    walker.fill("Webex URL name", f"taken-{next(NUMBERS)}-promises")
    walker.press("Next")
    walker.arrive("meetings-review")
    walker.press("Close")
    walker.arrive("done")
    change = page.get_by_role("link", name="Change the name")
    expect(change).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    expect(page.locator(".act-brief").first).to_contain_text("Try again continues with the step that failed")
    for place in (f"/setup/{id}/done", f"/setup/{id}/services", f"/orders/{id}", "/"):
        page.goto(place)
        change.first.click()
        walker.arrive("meetings-sites")
        expect(walker.field("Webex URL name")).to_be_focused()


def test_who_lost_their_part_in_an_order_hears_what_happened_and_where_to_go_on(visit: Visit, site: Site) -> None:
    contact, delegate = "lender@halden.example", "helper@elsewhere.example"
    number = site.place(contact)
    owner = Walker(visit("en").page, "en")
    owner.open_link(site.link(contact, number))
    owner.arrive("audience")
    owner.choose("I want someone else to complete this order")
    owner.page.locator("input[type=email]").fill(delegate)
    owner.press("Next")
    owner.page.wait_for_url("**/orders/*")
    helper = signed_in(visit, site, delegate, "en")
    site.link(delegate, number)
    # Signing in ended the way back; support gives the order to its contact again.
    helper.page.goto(f"/setup/{owner.order_id}/audience")
    helper.arrive("audience")
    support = signed_in(visit, site, "support@controlhub.example", "en")
    support.page.goto(f"/orders/{owner.order_id}")
    support.press("Change contact")
    support.fill("Email address", contact)
    dialog(support).get_by_label("Reason").fill("Asked by phone")
    answer(support, "Change contact")
    site.place("nobody@elsewhere.example")
    stranger = signed_in(visit, site, "nobody@elsewhere.example", "en")
    stranger.page.goto(f"/orders/{owner.order_id}")
    expect(stranger.page.get_by_role("heading", level=1)).to_have_text("You have no part in this order")
    expect(stranger.page.get_by_text("You are signed in as nobody@elsewhere.example")).to_be_visible()
    stranger.press("Your orders")
    stranger.page.wait_for_url(re.compile("/$"))
    # The same on a page left open, without a click.
    partner, _ = mapped(visit, site, "undoes@halden.example", "en")
    customer = signed_in(visit, site, ADMINISTRATOR, "en")
    customer.page.goto(f"/orders/{partner.order_id}")
    expect(customer.page.get_by_role("heading", level=1)).to_contain_text(CUSTOMER)
    partner.press("Undo mapping")
    answer(partner, "Undo mapping")
    expect(customer.page.get_by_role("heading", level=1)).to_have_text("You no longer have a part in this order")
    # What the helper had open drops to where the order stands, as they are its former contact now.
    helper.page.wait_for_url("**/orders/*")
    expect(helper.page.locator(".former-contact")).to_be_visible()
