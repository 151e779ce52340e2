"""The organization finder in the browser: what it says for and against an organization, and every way past it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])
# Of the server's words, how they begin.
MAPPED = {"en": "Based on your email address, we mapped", "de": "Anhand Ihrer E-Mail-Adresse haben wir"}
CLAIMED = {"en": "Claimed ", "de": "beansprucht"}
FOUND = {"en": "1 organization for kestrel.example", "de": "1 Organisation für kestrel.example"}
NO_DOMAIN = {"en": "neither a domain nor", "de": "weder eine Domäne noch"}
NAMED = {"en": "The order names weber-soehne.example.", "de": "Die Bestellung nennt weber-soehne.example."}
VERIFIED = {"en": "Verified weber-soehne.example", "de": "weber-soehne.example"}
FREE_MAIL = {"en": "hotmail.dk is a free email service", "de": "hotmail.dk ist ein"}
NOTHING = {"en": "No matching organization", "de": "Keine passende Organisation"}


def card(walker: Walker, name: str) -> Locator:
    """An organization to choose."""
    return walker.page.locator(".radio-card").filter(has_text=re.compile(f"^{name}"))


def search(walker: Walker, text: str) -> None:
    """Search by Enter, which doesn't send the page."""
    walker.page.get_by_role("searchbox").or_(walker.page.locator("[name=domain]")).first.fill(text)
    walker.page.keyboard.press("Enter")


def is_announced(walker: Walker, words: str) -> None:
    """Who can't see the result hears it."""
    expect(walker.page.locator("[aria-live=polite], [role=status]").filter(has_text=words).first).to_be_attached()


def choose_again(walker: Walker) -> None:
    """Go back to the choice that was made."""
    walker.page.go_back()
    walker.page.wait_for_url("**/customer-organization*")
    walker.page.goto(walker.page.url.partition("?")[0])


@LANGUAGES
def test_another_organization_than_the_exact_match_is_searched_and_chosen(
    visit: Visit, site: Site, language: str
) -> None:
    contact = f"user{['en', 'de'].index(language)}.4@orchard.example"
    number = site.place(contact, language=language, companyName="Kestrel Aviation", customerDomain=None)
    walker = Walker(visit(language).page, language)
    page = walker.page
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for my company")
    walker.arrive("customer-organization")
    expect(page.locator("main")).to_contain_text(MAPPED[language])
    expect(page.get_by_text("Orchard Dental Group").first).to_be_visible()
    walker.press("This isn’t the right organization")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.get_by_text("Orchard Dental Group")).to_have_count(0)
    walker.press("Search")
    expect(page.get_by_text(walker.words("Enter a domain or an email address"))).to_be_visible()
    # Nothing can be chosen yet: the primary button is what can succeed.
    expect(page.get_by_role("button", name=walker.words("Next"))).to_have_count(0)
    create = page.get_by_role("button", name=walker.words("Create new organization"))
    expect(create).to_have_attribute("data-variant", "primary")
    search(walker, "kestrel.example")
    is_announced(walker, FOUND[language])
    walker.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(card(walker, "Kestrel Aviation")).to_contain_text(walker.words("Not in use."))
    expect(card(walker, "Kestrel Aviation")).to_contain_text(CLAIMED[language])
    related = walker.words("Its domain is related to the one you searched for.")
    expect(card(walker, "Kestrel Europe")).to_contain_text(related)
    expect(card(walker, "Kestre1 Aviation")).to_contain_text(walker.words("Look-alike domain."))
    walker.choose("Kestrel Europe")
    walker.press("Next")
    walker.arrive("review-organizations")
    expect(page.get_by_text("Kestrel Europe").first).to_be_visible()
    choose_again(walker)
    expect(card(walker, "Kestrel Europe")).to_contain_text(walker.words("Your choice so far"))
    walker.choose("Orchard Dental Group")
    walker.press("Next")
    walker.arrive("review-organizations")
    expect(page.get_by_text("Orchard Dental Group").first).to_be_visible()


@LANGUAGES
def test_who_finds_none_is_warned_of_a_duplicate_and_may_create_all_the_same(
    visit: Visit, site: Site, language: str
) -> None:
    contact = f"none.{language}@halden.example"
    number = site.place(contact, language=language, companyName="Neumann Verpackung", customerDomain=None)
    walker = Walker(visit(language).page, language)
    page = walker.page
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    expect(card(walker, "Halden Networks GmbH")).to_contain_text(CLAIMED[language])
    reason = walker.words("No verified domains and no user activity in the last year.")
    expect(card(walker, "Halden Trial")).to_contain_text(reason)
    walker.choose("Halden Networks GmbH")
    walker.press("Next")
    walker.arrive("customer-organization")
    for text, told in (("no domain at all", NO_DOMAIN), ("nobody.example", NOTHING)):
        search(walker, text)
        expect(page.locator(".organization-search, .organization-results").last).to_contain_text(told[language])
    walker.press("Create new organization")
    walker.fill("Company name", "BRANDT Logistik")
    walker.select("Business vertical")
    walker.press("Next")
    warning = page.get_by_text(walker.words("This organization may exist already."))
    expect(warning).to_be_visible()
    expect(page.locator(".organization-duplicates")).to_contain_text("Brandt Logistik GmbH")
    page.get_by_role("link", name=walker.words("Search for it by its domain")).click()
    expect(warning).to_have_count(0)
    page.go_back()
    expect(warning).to_be_visible()
    walker.press("Next")
    walker.arrive("review-organizations")
    expect(page.get_by_text("BRANDT Logistik").first).to_be_visible()
    choose_again(walker)
    expect(card(walker, "BRANDT Logistik")).to_contain_text(walker.words("New, your choice so far"))
    walker.choose(walker.words("None of these"))
    walker.press("Next")
    expect(walker.field("Company name")).to_have_value("BRANDT Logistik")


@LANGUAGES
def test_the_order_names_the_customer_before_the_thirty_whom_the_partner_administers(
    visit: Visit, site: Site, language: str
) -> None:
    contact = {"en": "anna", "de": "anja"}[language] + "@nordwind.example"
    company, domain = "Weber & Söhne Bau GmbH", "weber-soehne.example"
    number = site.place(contact, language=language, companyName=company, customerDomain=domain)
    walker = Walker(visit(language).page, language)
    page, radios = walker.page, walker.page.get_by_role("radio")
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for a customer")
    walker.arrive("partner-organization")
    walker.choose("Nordwind Systemhaus")
    walker.press("Next")
    walker.arrive("customer-organization")
    expect(page.locator("main")).to_contain_text(NAMED[language])
    expect(page.locator(".radio-card").first).to_contain_text(company)
    expect(card(walker, company)).to_contain_text(VERIFIED[language])
    expect(card(walker, company)).to_contain_text(walker.words("Recommended"))
    expect(radios).to_have_count(2)  # and none of these
    walker.press("Show the other customers that you administer")
    expect(radios).to_have_count(21)
    expect(page.locator(".organization-unlisted")).to_contain_text("11 ")
    # What is found moves out of the fold; what stands above already is named, not offered twice.
    search(walker, "kunde-100.example")
    expect(page.locator(".organization-results").get_by_text("Kunde 100")).to_be_visible()
    expect(card(walker, "Kunde 100")).to_have_count(1)
    walker.press("Hide the other customers that you administer")
    expect(radios).to_have_count(3)
    search(walker, domain)
    expect(page.locator(".organization-results")).to_contain_text(walker.words("Listed above already: {names}")[:10])
    expect(card(walker, company)).to_have_count(1)
    walker.choose(company)
    walker.press("Next")
    walker.arrive("review-organizations")
    expect(page.locator("main")).to_contain_text(company)


@LANGUAGES
def test_a_stranger_with_free_mail_is_offered_nobody_who_has_it_too(visit: Visit, site: Site, language: str) -> None:
    contact = f"stranger.{language}@hotmail.dk"
    number = site.place(contact, language=language, companyName="Havfruen ApS", country="DK", customerDomain=None)
    walker = Walker(visit(language).page, language)
    walker.open_link(site.link(contact, number))
    walker.say_audience("This order is for my company")
    walker.arrive("customer-organization")
    main = walker.page.locator("main")
    expect(main).to_contain_text(NOTHING[language])
    expect(main).to_contain_text(FREE_MAIL[language])
    search(walker, "hotmail.dk")
    expect(walker.page.locator(".organization-results")).to_contain_text(FREE_MAIL[language])
    expect(walker.page.get_by_role("radio")).to_have_count(0)
    expect(main).not_to_contain_text("Strandgaard")
    expect(walker.page.get_by_role("button", name=walker.words("Create new organization"))).to_be_visible()
