"""The customer of a partner's order: told of it, objecting, asked to set up services, asked for privileges."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
ADMINISTRATOR = "user0.3@brandt.example"
PARTNER = "Halden Networks GmbH"
CUSTOMER = "Brandt Logistik GmbH"
PROVISIONED_WITHIN = 30_000  # milliseconds


def mapped(visit: Visit, site: Site, contact: str, language: str) -> tuple[Walker, str]:
    """A partner's contact who has mapped an order to an existing customer, and its number."""
    number = site.place(contact, language=language)
    walker = Walker(visit(language).page, language)
    walker.open_link(site.link(contact, number))
    walker.arrive("audience")
    walker.act("chooseAudience", orderId=walker.order_id, audience="CUSTOMER")
    walker.page.reload()
    walker.arrive("audience")
    walker.press("Next")
    walker.arrive("partner-organization")
    walker.choose(PARTNER)
    walker.press("Next")
    walker.arrive("customer-organization")
    walker.press("Search")
    walker.choose(CUSTOMER)
    walker.press("Next")
    walker.arrive("review-organizations")
    walker.press("Next")
    walker.arrive("services")
    return walker, number


def enter(visit: Visit, site: Site, kind: str, number: str, language: str) -> Walker:
    """The customer's administrator clicks what a mail offers."""
    walker = Walker(visit(language).page, language)
    walker.open_link(next(link for link in site.mail(ADMINISTRATOR, kind, number)["links"] if "/setup#" in link))
    return walker


def signed_in(visit: Visit, site: Site, email: str, language: str) -> Walker:
    """Somebody who signed in by code."""
    visitor = visit(language)
    cookies = site.sign_in(email).items()
    visitor.context.add_cookies([{"name": name, "value": value, "url": site.url} for name, value in cookies])
    return Walker(visitor.page, language)


def dialog(walker: Walker) -> Locator:
    """The question over the page."""
    return walker.page.get_by_role("alertdialog")


def answer(walker: Walker, verb: str) -> None:
    """Do what the dialog asks."""
    dialog(walker).get_by_role("button", name=walker.words(verb)).click()
    expect(dialog(walker)).to_have_count(0)


def test_a_customer_objects_and_support_decides_that_setup_goes_on(visit: Visit, site: Site) -> None:
    partner, number = mapped(visit, site, "objected@halden.example", "de")
    id = partner.order_id
    customer = enter(visit, site, "SUBSCRIPTION_ADDED", number, "de")
    customer.page.wait_for_url(f"**/orders/{id}?ask=disputeMapping")
    expect(dialog(customer)).to_contain_text(customer.words("Dispute this mapping?"))
    dialog(customer).get_by_role("textbox").fill("Kennen wir nicht.")
    answer(customer, "This wasn’t us")
    expect(customer.page.get_by_text(customer.words("The customer disputes this mapping."))).to_be_visible()
    # The partner's open page says so by itself, and offers nothing that would be refused.
    expect(partner.page.get_by_text(partner.words("The customer disputes the mapping."))).to_be_visible()
    expect(partner.page.get_by_role("button", name=partner.words("Set up now"))).to_have_count(0)

    support = signed_in(visit, site, "support@controlhub.example", "en")
    support.page.goto(f"/orders/{id}")
    support.press("Decide")
    dialog(support).get_by_role("button", name="Decide").click()
    expect(dialog(support).locator(".field-error")).to_have_count(2)
    support.choose("No, go on with setup")
    expect(dialog(support).locator(".field-error")).to_have_count(1)
    dialog(support).get_by_role("textbox").fill("They know each other.")
    answer(support, "Decide")
    expect(partner.page.get_by_role("button", name=partner.words("Set up now")).first).to_be_visible()


def test_a_customer_sets_up_what_the_partner_hands_over_and_decides_about_privileges(visit: Visit, site: Site) -> None:
    partner, number = mapped(visit, site, "handing@halden.example", "en")
    id = partner.order_id
    partner.press("My customer will set up their own services")
    answer(partner, "Hand over")
    expect(partner.page.get_by_text("Your customer sets up the services.")).to_be_visible()
    customer = enter(visit, site, "HAND_OVER", number, "en")
    customer.arrive("services")
    expect(customer.page.get_by_role("link", name="This wasn’t us")).to_be_visible()
    partner.press("Take back service setup")
    expect(partner.page.get_by_text("Your customer sets up the services.")).to_have_count(0)

    # Both sides work on it all the same.
    customer.press("Set up now")
    customer.set_up_meetings("handed-over")
    customer.arrive("done")
    partner.page.goto(f"/setup/{id}/calling-location")
    partner.set_up_calling("Hamburg")
    partner.arrive("done")
    heading = partner.page.get_by_role("heading", level=1, name="Everything is set up")
    expect(heading).to_be_visible(timeout=PROVISIONED_WITHIN)
    partner.page.get_by_role("button", name="Ask their administrators").click()
    expect(partner.page.get_by_text("their administrators decide")).to_be_visible()

    decider = enter(visit, site, "ADMINISTRATOR_REQUEST", number, "en")
    decider.page.wait_for_url(f"{site.url}/")
    decider.press("Approve")
    answer(decider, "Approve")
    expect(decider.page.get_by_role("heading", level=1, name="Nothing is waiting for you")).to_be_visible()
    partner.page.goto(f"/orders/{id}")
    expect(partner.page.get_by_text(f"{PARTNER} has full administrator privileges")).to_be_visible()
