"""Three journeys through the whole wizard, each in English and German."""

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])
NUMBERS = count(1)
PROVISIONED_TIMEOUT = 120_000  # milliseconds


def is_provisioned(walker: Walker) -> None:
    """The last page tells that everything is set up, without being asked again."""
    walker.arrive("done")
    heading = walker.page.get_by_role("heading", level=1, name=walker.words("Everything is set up"))
    expect(heading).to_be_visible(timeout=PROVISIONED_TIMEOUT)


def download_summary(walker: Walker) -> bytes:
    """The PDF behind the link."""
    link = walker.page.get_by_role("link", name=walker.words("Download order summary (PDF)")).first
    response = walker.page.request.get(str(link.get_attribute("href")))
    assert response.headers["content-type"] == "application/pdf"
    return response.body()


@LANGUAGES
def test_a_partner_sets_up_an_existing_customer(visit: Visit, site: Site, language: str) -> None:
    contact = f"lena.{language}@halden.example"
    number = site.place(contact, language=language)
    walker = Walker(visit(language).page, language)
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    expect(walker.page.get_by_role("radio", checked=True)).to_have_count(0)
    expect(walker.page.get_by_text(walker.words("Recommended"), exact=True)).to_be_visible()
    expect(walker.page.get_by_text(walker.words("Probably not the right organization."))).to_be_visible()
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.arrive("customer-organization")
    walker.choose("Brandt Logistik GmbH")
    walker.press("Next")
    walker.arrive("review-organizations")
    expect(walker.page.get_by_text(walker.words("Provisioning administrator")).first).to_be_visible()
    walker.press("Next")
    walker.arrive("services")
    walker.press("Set up now")
    name = f"journey-{next(NUMBERS)}"
    walker.set_up_meetings(f"{name}-hq", f"{name}-lab")
    walker.arrive("done")
    walker.press("Set up now")
    walker.set_up_calling(f"Hamburg {name}")
    is_provisioned(walker)
    assert download_summary(walker).startswith(b"%PDF-")
    told = site.mail("user0.3@brandt.example", "SUBSCRIPTION_ADDED", number)
    assert told["links"]


@LANGUAGES
def test_a_partner_creates_both_organizations_and_hands_over(visit: Visit, site: Site, language: str) -> None:
    contact = f"new.{language}@partner-{language}.example"
    administrator = f"it.{language}@harbour.example"
    number = site.place(contact, language=language, customerDomain=None, companyName=f"Harbour {language}")
    walker = Walker(visit(language).page, language)
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for a customer")
    walker.create_organization("partner-organization", f"Partner {language}")
    walker.create_organization("customer-organization", f"Harbour {language}")
    walker.arrive("review-organizations")
    walker.tick("My customer will set up their own services")
    walker.press("Next")
    expect(walker.page.get_by_role("alert").or_(walker.page.locator(".error-summary")).first).to_be_visible()
    walker.fill("Email address of the customer’s administrator", administrator)
    walker.press("Next")
    walker.arrive("services")
    mail = site.mail(administrator, "HAND_OVER", number)
    customer = Walker(visit(language).page, language)
    customer.open_link(next(link for link in mail["links"] if "/setup#" in link))
    customer.arrive("services")
    customer.press("Set up now")
    customer.set_up_meetings(f"journey-{next(NUMBERS)}")
    customer.arrive("done")


@LANGUAGES
def test_a_company_sets_up_later_signs_in_again_and_finishes(visit: Visit, site: Site, language: str) -> None:
    contact = f"user{['en', 'de'].index(language)}.4@orchard.example"
    number = site.place(contact, language=language, companyName="Orchard Dental Group", customerDomain=None)
    walker = Walker(visit(language).page, language)
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for my company")
    walker.arrive("customer-organization")
    expect(walker.page.locator("main").get_by_text("Orchard Dental Group").first).to_be_visible()
    walker.press("Next")
    walker.arrive("review-organizations")
    walker.press("Next")
    walker.arrive("services")
    walker.press("Set up later")
    expect(walker.page.get_by_text(walker.words("Your order stays open.")).first).to_be_visible()

    later = Walker(visit(language).page, language)
    later.page.goto("/sign-in")
    later.page.get_by_role("textbox").first.fill(contact)
    later.page.keyboard.press("Enter")
    later.page.get_by_label(later.words("Code")).fill(site.code(contact))
    later.page.keyboard.press("Enter")
    later.page.wait_for_url("**/")
    later.page.get_by_role("link").filter(has_text="Orchard Dental Group").first.click()
    later.press("Set up now")
    later.set_up_meetings(f"journey-{next(NUMBERS)}")
    later.arrive("done")
    later.press("Set up now")
    later.set_up_calling(f"Praxis {next(NUMBERS)}")
    is_provisioned(later)
    test_meeting = later.words("Join a test meeting")
    later.tick("Join a test meeting")
    expect(later.page.get_by_role("checkbox", name=test_meeting)).to_be_checked()
    expect(later.page.get_by_role("checkbox", checked=True)).to_have_count(1)
    walker.page.goto(f"/orders/{later.order_id}")  # on another device
    expect(walker.page.get_by_role("checkbox", name=test_meeting)).to_be_checked()
    expect(walker.page.get_by_role("checkbox", checked=True)).to_have_count(1)
