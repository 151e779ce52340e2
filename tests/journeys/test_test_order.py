"""A test order: its seller reads the email, and whoever walks through it is told on every page that nothing is real."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor, until
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.test_customer import signed_in
from tests.journeys.walker import Walker

MAILS = "query ($id: ID!) { order(id: $id) { emails { links subject } } }"


def test_a_test_order_is_marked_on_every_page_and_its_mail_is_read_by_its_seller(
    visit: Callable[..., Visitor], site: Site
) -> None:
    number = site.place("tina@trial.example", test=True, companyName="Trialco")
    id = site.sell("query ($n: String!) { orderByNumber(orderNumber: $n) { id } }", n=number)["orderByNumber"]["id"]
    walker = Walker(visit("de").page, "de")
    page, inspection = walker.page, Inspection(walker.page, "de")
    mails: list[Any] = []

    def written() -> bool:
        mails[:] = site.sell(MAILS, id=id)["order"]["emails"]
        return bool(mails and mails[0]["links"])

    until(page, written, "the email is never written")
    assert mails[0]["subject"].startswith("[Test] ")
    walker.open_link(next(link for link in mails[0]["links"] if "/setup#" in link))
    expect(page.locator(".rail")).to_contain_text(walker.words("Test order"))
    inspection.look("wizard")

    support = signed_in(visit, site, "support@controlhub.example", "de")
    support.page.goto("/orders?q=Trialco")
    expect(support.page.get_by_role("row", name="Trialco")).to_contain_text(support.words("Test order"))
    looked = Inspection(support.page, "de")
    looked.look("list")
    support.page.get_by_role("link", name="Trialco").click()
    expect(support.page.locator(".hub-title")).to_contain_text(support.words("Test order"))
    expect(support.page.get_by_role("row", name="[Test]")).to_contain_text(support.words("Kept, not sent"))
    looked.look("order")
    assert inspection.found + looked.found == []
