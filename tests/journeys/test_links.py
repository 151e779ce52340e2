"""Links in mails and what becomes of them: scanners, a second browser, dead links, a mail that never came."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, expect

from tests.journeys.conftest import Visitor
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
STATE = "query ($number: String!) { orderByNumber(orderNumber: $number) { id version updatedAt } }"
RESEND = "mutation ($input: OrderReasonInput!) { resendSetupEmail(input: $input) { userErrors { code } } }"
SENT = "If this link still belongs to an order, a new one arrives within a minute."


def state(site: Site, number: str) -> dict[str, object]:
    """What the seller sees of an order, without what mail adds to it."""
    found: dict[str, object] = site.sell(STATE, number=number)["orderByNumber"]
    return found


def sent_by(page: Page) -> list[str]:
    """What the page sends from now on."""
    found: list[str] = []

    def asked(request: Request) -> None:
        found.append(request.post_data or "")

    page.on("request", asked)
    return found


def test_a_scanner_that_runs_the_page_changes_nothing_and_the_person_still_comes_in(visit: Visit, site: Site) -> None:
    contact = "scanned@halden.example"
    number = site.place(contact)
    link = site.link(contact, number)
    before = state(site, number)
    for _ in range(3):
        scanner = visit("en", user_agent="Mozilla/5.0 (compatible; MailScanner/1.0)")
        sent = sent_by(scanner.page)
        assert scanner.page.request.head(link).ok
        scanner.page.goto(link)
        expect(scanner.page.get_by_role("button", name="Next")).to_be_visible()
        scanner.page.wait_for_load_state("networkidle")
        scanner.page.mouse.wheel(0, 600)
        scanner.page.reload()
        scanner.page.wait_for_load_state("networkidle")
        assert [body for body in sent if "mutation" in body] == []
        # Which browser it is; nobody is signed in.
        assert {cookie.get("name") for cookie in scanner.context.cookies()} <= {"browser"}
    assert state(site, number) == before
    person = Walker(visit("en").page, "en")
    person.open_link(link)
    person.arrive("audience")


def paste(page: Page, text: str) -> None:
    """Paste into the field that has the focus."""
    page.keyboard.insert_text(text)


def test_a_second_browser_needs_the_code_from_the_mailbox(visit: Visit, site: Site) -> None:
    contact = "shared@halden.example"
    link = site.link(contact, site.place(contact, language="de"))
    Walker(visit("de").page, "de").open_link(link)
    second = Walker(visit("de").page, "de")
    second.open_link(link)
    code, page = second.field("Code"), second.page
    expect(code).to_be_focused()
    expect(code).to_have_attribute("autocomplete", "one-time-code")
    right = site.code(contact)
    code.fill(f"{(int(right) + 1) % 1_000_000:06}")
    second.press("Next")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator(".field-error")).to_be_visible()
    code.press("Control+A")
    page.keyboard.type("12 3")
    expect(code).to_be_focused()  # the summary takes focus once, not with each key
    expect(code).to_have_value("123")
    expect(page.locator(".field-error")).to_have_count(0)
    page.locator(".card-help").get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text(second.words("A new code is on its way"))
    code.fill("")
    again = site.code(contact)
    code.focus()
    paste(page, f" Code: {again[:3]} {again[3:]} ")
    expect(code).to_have_value(again)
    page.keyboard.press("Enter")
    second.arrive("audience")


def test_a_dead_link_says_why_and_a_new_one_goes_to_the_registered_mailbox(visit: Visit, site: Site) -> None:
    contact = "replaced@halden.example"
    number = site.place(contact)
    replaced = site.link(contact, number)
    site.read.add(site.mail(contact, "SETUP", number)["id"])
    site.sell(RESEND, input={"orderId": state(site, number)["id"]})
    site.read.add(site.mail(contact, "SETUP", number)["id"])
    anybody = Walker(visit("en").page, "en")
    anybody.open_link(replaced)
    main = anybody.page.locator("main")
    expect(main).to_contain_text("This link was replaced")
    expect(main).to_contain_text("Nordlicht IT-Handel")
    reference = main.locator(".reference [translate]").inner_text()
    assert "Refused: LINK_REPLACED" in [line["message"] for line in site.logged(reference)]
    anybody.press("Send me a new link")
    expect(anybody.page.get_by_text(SENT)).to_be_visible()
    anybody.open_link(site.link(contact, number))  # in the same tab
    anybody.arrive("audience")


TOKEN = "x" * 43
WAYS = {
    "/setup": "A part of this link is missing",
    f"/setup#{TOKEN[:40]}": "A part of this link is missing",
    f"/setup#{TOKEN}": "This link does not work",
}


@pytest.mark.parametrize("address", WAYS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_link_that_was_cut_off_or_never_existed_leads_to_the_code_and_promises_no_mail(
    visit: Visit, address: str, language: str
) -> None:
    walker = Walker(visit(language).page, language)
    walker.page.goto(address)
    if TOKEN in address:
        walker.press("Next")
    expect(walker.page.get_by_role("heading", level=1, name=walker.words(WAYS[address]))).to_be_visible()
    expect(walker.page.get_by_text(re.compile("^Referen(ce|z): [0-9a-f]{32}$"))).to_have_count(int(TOKEN in address))
    expect(walker.page.get_by_text(walker.words("Send me a new link"))).to_have_count(0)
    walker.press("Sign in with a code by email")
    walker.page.wait_for_url("**/sign-in")


@pytest.mark.parametrize(
    "mangled",
    [
        "/setup#{}.",
        "/setup#{})",
        "/setup#{}>",
        "/setup#{}%20",
        "/setup#{}&data=05%7C02",
        "/setup%23{}",
        "/setup/%2523{}.",
    ],
)
def test_what_mail_programs_do_to_a_link_does_no_harm(visit: Visit, site: Site, mangled: str) -> None:
    contact = f"mangled{len(mangled)}.{ord(mangled[-1])}@halden.example"
    token = site.link(contact, site.place(contact)).partition("#")[2]
    walker = Walker(visit("en").page, "en")
    walker.open_link(mangled.format(token))
    walker.arrive("audience")


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_handed_an_order_over_is_told_to_whom_a_new_link_goes(visit: Visit, site: Site, language: str) -> None:
    contact, delegate = f"handed.{language}@halden.example", f"mia.{language}@münchen.example"
    number = site.place(contact, language=language)
    link = site.link(contact, number)
    walker = Walker(visit(language).page, language)
    walker.open_link(link)
    walker.arrive("audience")
    walker.choose(walker.words("I want someone else to complete this order"))
    walker.page.locator("input[type=email]").fill(delegate)
    walker.press("Next")
    # Whoever typed the address sees it whole and in its own letters.
    expect(walker.page.get_by_text(delegate).first).to_be_visible()
    dead = Walker(visit(language).page, language)
    dead.page.goto(link)
    dead.press("Next")
    told = f"m•••@{delegate.partition('@')[2]}"
    send = dead.words("Send {handedTo} a new link").format(handedTo=told)
    site.read.add(site.mail(f"mia.{language}@xn--mnchen-3ya.example", "SETUP", number)["id"])
    dead.page.get_by_role("button", name=send).click()
    asked = dead.words("We requested a new link for {handedTo}.").format(handedTo=told)
    expect(dead.page.locator("main").get_by_text(asked)).to_be_visible()
    site.mail(f"mia.{language}@xn--mnchen-3ya.example", "SETUP", number)


def test_the_page_about_a_lost_mail_names_the_seller_to_whoever_is_signed_in(visit: Visit, site: Site) -> None:
    contact = "lost@halden.example"
    number = site.place(contact, language="de")
    walker = Walker(visit("de").page, "de")
    walker.page.goto("/lost-mail")
    expect(
        walker.page.get_by_text(walker.words("Contact the salesperson with whom you placed the order."))
    ).to_be_visible()
    expect(walker.page.get_by_text("Nordlicht")).to_have_count(0)
    walker.open_link(site.link(contact, number))
    walker.arrive("audience")
    walker.page.goto("/lost-mail")
    expect(walker.page.get_by_text(re.compile("Nordlicht IT-Handel"))).to_be_visible()
    expect(walker.page.get_by_text(number)).to_be_visible()
