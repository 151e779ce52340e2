"""The customer of a partner's order: told of it, objecting, asked to set up services, asked for privileges."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
ADMINISTRATOR = "user0.3@brandt.example"
PARTNER = "Halden Networks GmbH"
CUSTOMER = "Brandt Logistik GmbH"
PROVISIONED_TIMEOUT = 120_000  # milliseconds


def mapped(
    visit: Visit, site: Site, contact: str, language: str, customer: str = CUSTOMER, **changes: str
) -> tuple[Walker, str]:
    """A partner's contact who has mapped an order to an existing customer, and its number."""
    number = site.place(contact, language=language, **changes)
    walker = Walker(visit(language).page, language)
    id = walker.enter(site.link(contact, number))
    walker.act("chooseAudience", orderId=id, audience="CUSTOMER")
    walker.page.goto(f"/setup/{id}/partner-organization")
    walker.arrive("partner-organization")
    walker.choose(PARTNER)
    walker.press("Next")
    walker.arrive("customer-organization")
    walker.choose(customer)
    walker.press("Next")
    walker.arrive("review-organizations")
    walker.press("Next")
    walker.arrive("services")
    return walker, number


def asked(visit: Visit, site: Site, kind: str, number: str, language: str) -> Walker:
    """The customer's administrator opens the link of a mail, whose page asks what the mail is about."""
    walker = Walker(visit(language).page, language)
    walker.page.goto(link_of(site, kind, number))
    return walker


def link_of(site: Site, kind: str, number: str) -> str:
    """The personal link in a mail to the customer's administrator."""
    links: list[str] = site.mail(ADMINISTRATOR, kind, number)["links"]
    return next(link for link in links if "/setup#" in link)


def heading(walker: Walker, english: str) -> None:
    """The page's question, or what became of it."""
    expect(walker.page.get_by_role("heading", level=1, name=walker.words(english))).to_be_visible()


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
    """Do what the dialog asks; it says before what follows, who is told, and what can't be undone."""
    expect(dialog(walker).locator(".act-follows > li")).to_have_text([re.compile(r"\w.*\.$")] * 3)
    dialog(walker).get_by_role("button", name=walker.words(verb)).click()
    expect(dialog(walker)).to_have_count(0)


def test_a_customer_objects_and_support_decides_that_setup_goes_on(visit: Visit, site: Site) -> None:
    partner, number = mapped(visit, site, "objected@halden.example", "de")
    id = partner.order_id
    customer = asked(visit, site, "SUBSCRIPTION_ADDED", number, "de")
    heading(customer, "Was this subscription added by mistake?")
    expect(customer.page.get_by_text(CUSTOMER).first).to_be_visible()
    customer.page.get_by_role("textbox").fill("Kennen wir nicht.")
    customer.press("This wasn’t us")
    customer.page.wait_for_url(f"**/orders/{id}")
    expect(customer.page.get_by_text(customer.words("The customer disputes this mapping."))).to_be_visible()
    customer.page.goto(link_of(site, "SUBSCRIPTION_ADDED", number))
    heading(customer, "This mapping is already disputed")
    customer.press("Open order")
    customer.page.wait_for_url(f"**/orders/{id}")
    # The partner's open page says so by itself, and offers nothing that would be refused.
    waits = partner.words("Setup is on hold until support decides")
    expect(partner.page.get_by_role("heading", level=1, name=waits)).to_be_visible()
    expect(partner.page.get_by_role("button", name=partner.words("Set up now"))).to_have_count(0)
    expect(customer.page.locator(".hub-title .pill")).to_have_text(customer.words("Disputed"))

    support = signed_in(visit, site, "support@controlhub.example", "en")
    support.page.goto(f"/orders/{id}")
    support.press("Decide")
    dialog(support).get_by_role("button", name="Decide").click()
    expect(dialog(support).locator(".field-error")).to_have_count(2)
    support.choose("No, continue setup")
    expect(dialog(support).locator(".field-error")).to_have_count(1)
    dialog(support).get_by_role("textbox").fill("They know each other.")
    answer(support, "Decide")
    expect(partner.page.get_by_role("button", name=partner.words("Set up now")).first).to_be_visible()


def test_the_page_of_an_order_asks_who_administers_a_new_customer(visit: Visit, site: Site) -> None:
    contact, administrator = "first@new-partner.example", "it@new-customer.example"
    number = site.place(contact, language="de", customerDomain=None, companyName="New Customer")
    walker = Walker(visit("de").page, "de")
    walker.open_link(site.link(contact, number))
    walker.arrive("audience")
    id = walker.order_id
    walker.act("chooseAudience", orderId=id, audience="CUSTOMER")
    for slot, name in (("PARTNER", "New Partner"), ("CUSTOMER", "New Customer")):
        company = {"companyName": name, "businessVertical": "OTHER", "country": "DE"}
        walker.act("createOrganization", orderId=id, slot=slot, **company)
    walker.act("confirmOrganizations", orderId=id)
    walker.page.goto(f"/orders/{id}")
    walker.press("Let the customer set up")
    dialog(walker).get_by_role("button", name=walker.words("Hand over")).click()
    expect(dialog(walker).locator(".field-error")).to_have_count(1)
    walker.fill("Email address of the customer’s administrator", administrator)
    answer(walker, "Hand over")
    expect(walker.page.get_by_text(walker.words("The customer sets up their own services.")).first).to_be_visible()
    assert site.mail(administrator, "HAND_OVER", number)["links"]


def test_a_customer_sets_up_what_the_partner_hands_over_and_decides_about_privileges(visit: Visit, site: Site) -> None:
    partner, number = mapped(visit, site, "handing@halden.example", "en")
    id = partner.order_id
    partner.press("My customer will set up their own services")
    answer(partner, "Hand over")
    expect(partner.page.get_by_role("heading", level=1, name="Your customer sets up the services")).to_be_visible()
    customer = asked(visit, site, "HAND_OVER", number, "en")
    customer.press("Next")
    customer.arrive("services")
    expect(customer.page.get_by_role("link", name="This wasn’t us")).to_be_visible()
    partner.press("Take back service setup")
    answer(partner, "Take back")
    expect(partner.page.get_by_role("heading", level=1, name="Which service do you want")).to_be_visible()

    # On the order's page it is the same hand-over: who administers the customer is known, so nobody is asked for.
    partner.page.goto(f"/orders/{id}")
    partner.press("Let the customer set up")
    expect(dialog(partner).get_by_role("textbox")).to_have_count(0)
    answer(partner, "Hand over")

    # Both sides work on it all the same.
    customer.press("Set up now")
    customer.set_up_meetings("handed-over")
    customer.arrive("done")
    partner.page.goto(f"/setup/{id}/calling-location")
    partner.set_up_calling("Hamburg")
    partner.arrive("done")
    done = partner.page.get_by_role("heading", level=1, name="Everything is set up")
    expect(done).to_be_visible(timeout=PROVISIONED_TIMEOUT)
    partner.page.get_by_role("button", name="Ask their administrators").click()
    answer(partner, "Ask for privileges")
    expect(partner.page.get_by_text("their administrators decide")).to_be_visible()

    decider = asked(visit, site, "ADMINISTRATOR_REQUEST", number, "en")
    heading(decider, "Grant full administrator privileges?")
    decider.press("Approve")
    decider.page.wait_for_url(f"**/orders/{id}")
    expect(decider.page.get_by_text(f"{PARTNER} has full administrator privileges")).to_be_visible()
    # Another administrator's browser, or the same a day later: the question is decided, and a code lets in.
    late = asked(visit, site, "ADMINISTRATOR_REQUEST", number, "en")
    heading(late, "This request was approved")
    expect(late.page.get_by_text(PARTNER)).to_have_count(0)
    late.press("Open order")
    late.field("Code").fill(site.code(ADMINISTRATOR))
    late.press("Open order")
    late.page.wait_for_url(f"**/orders/{id}")
    partner.page.goto(f"/orders/{id}")
    expect(partner.page.get_by_text(f"{PARTNER} has full administrator privileges")).to_be_visible()
