"""The salesperson who is asked for a mail: from the page of the lost mail to what became of it, and to a new one."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import answer, dialog
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
SALLY = "sally@bücher.example"


def test_a_salesperson_finds_the_mail_sends_it_again_and_names_another_contact(visit: Visit, site: Site) -> None:
    contact, successor = "lost@sales.example", "found@sales.example"
    number = site.place(contact, sellerEmail=SALLY, companyName="Lostco")
    assert site.link(contact, number)
    walker = Walker(visit("de").page, "de")
    page, inspection = walker.page, Inspection(walker.page, "de")
    page.goto("/lost-mail")
    inspection.look("lost mail")
    walker.press("See the orders you sold")
    walker.fill("Email address", SALLY)
    walker.press("Send me a code")
    walker.fill("Code", site.code(SALLY.replace("bücher", "xn--bcher-kva")))
    walker.press("Sign in")
    page.wait_for_url("**/orders")
    expect(page.get_by_role("columnheader", name=walker.words("Services"))).to_have_count(0)
    page.get_by_role("link", name="Lostco").click()
    expect(page.get_by_role("row", name=contact).first).to_contain_text(walker.words("Accepted"))
    expect(page.get_by_role("heading", name=walker.words("Services"))).to_have_count(0)
    inspection.look("order")

    walker.press("Resend")
    dialog(walker).get_by_role("button", name=walker.words("Resend")).click()
    expect(dialog(walker).locator(".field-error")).to_have_count(1)
    dialog(walker).get_by_role("textbox").fill("Im Spam gelandet")
    answer(walker, "Resend")
    expect(page.locator(".timeline")).to_contain_text("Im Spam gelandet")
    expect(page.get_by_role("row", name=contact)).to_have_count(2)
    expect(page.get_by_role("button", name=walker.words("Resend"))).to_be_focused()  # it has moved to the new mail

    walker.press("Change contact")
    dialog(walker).get_by_role("textbox").first.fill(successor)
    dialog(walker).get_by_role("textbox").last.fill("Neue Ansprechpartnerin")
    answer(walker, "Change contact")
    expect(page.locator(".timeline")).to_contain_text("Neue Ansprechpartnerin")
    expect(page.locator(".people")).to_contain_text(successor)
    page.goto(f"/setup/{walker.order_id}/audience")
    page.wait_for_url(f"**/orders/{walker.order_id}")  # the wizard is not theirs
    page.goto("/lost-mail")
    expect(page.get_by_role("link", name=walker.words("See the orders you sold"))).to_have_attribute("href", "/orders")
    assert inspection.found == []
