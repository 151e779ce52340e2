"""Many orders at once: chosen by mouse and keyboard, looked at before, carried out row by row, and downloaded."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.journeys.inspection import Inspection
from tests.journeys.serving import Site
from tests.journeys.walker import Walker

Visit = Callable[..., Visitor]
KIM = "kim@batches.example"


def test_a_salesperson_sends_the_mail_of_all_matching_orders_again(visit: Visit, site: Site) -> None:
    for number in range(23):
        site.place(f"pat{number}@batches.example", sellerEmail=KIM, companyName=f"Batchco {number}")
    last = site.place("pat@batches.example", sellerEmail=KIM, companyName="Batchco without a Mail")
    visitor = visit("en")
    visitor.context.add_cookies(
        [{"name": name, "value": value, "url": site.url} for name, value in site.sign_in(KIM).items()]
    )
    walker = Walker(visitor.page, "en")
    page, inspection = walker.page, Inspection(walker.page, "en")
    page.goto("/orders?sort=NUMBER&q=batchco")
    boxes = page.get_by_role("checkbox", name=re.compile("^Choose Batchco"))
    expect(boxes).to_have_count(20)
    boxes.nth(1).click()
    boxes.nth(3).focus()
    page.keyboard.press("Shift+Space")
    expect(page.get_by_text("3 orders chosen")).to_be_visible()
    inspection.look("orders chosen")
    page.get_by_label("3 orders chosen").check()
    page.get_by_role("button", name="Choose all 24 that match").click()
    expect(page.get_by_text("24 orders chosen")).to_be_visible()
    page.get_by_role("button", name="Resend the email").click()
    dialog = page.get_by_role("alertdialog")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog).to_contain_text("24 orders: left out")
    expect(dialog.get_by_role("button", name=re.compile("^Do it"))).to_have_count(0)
    dialog.get_by_role("button", name="Back").click()
    dialog.get_by_role("textbox", name="Reason").fill("They asked for it.")
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog).to_contain_text("24 orders: will be done")
    inspection.look("preview")
    dialog.get_by_role("button", name="Do it with 24 orders").click()
    page.wait_for_url(re.compile("/batches/"))
    expect(page.locator(".batch-progress")).to_contain_text("24 done")
    inspection.look("batch")
    expect(page.get_by_role("row")).to_have_count(25)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the result as CSV").click()
    assert last in download.value.path().read_text("utf-8-sig")
    assert inspection.found == []


def test_what_somebody_puts_aside_waits_for_them_no_more(visit: Visit, site: Site) -> None:
    for name in ("Asideco", "Otherco"):
        site.place("pia@aside.example", companyName=name)
    visitor = visit("de")
    visitor.context.add_cookies(
        [{"name": name, "value": value, "url": site.url} for name, value in site.sign_in("pia@aside.example").items()]
    )
    walker = Walker(visitor.page, "de")
    page, inspection = walker.page, Inspection(walker.page, "de")
    page.goto("/orders?show=waiting")
    page.get_by_role("checkbox", name=re.compile("Asideco")).check()
    walker.press("Put aside")
    inspection.look("put aside")
    walker.press("Preview")
    page.get_by_role("button", name="Für 1 Bestellung ausführen").click()
    expect(page.locator(".batch-progress")).to_contain_text("1 erledigt")
    page.goto("/orders?show=waiting")
    expect(page.get_by_role("link", name="Otherco")).to_be_visible()
    expect(page.get_by_role("link", name="Asideco")).to_have_count(0)
    page.get_by_role("link", name=walker.words("Put aside by you")).click()
    page.get_by_role("checkbox", name=re.compile("Asideco")).check()
    expect(page.get_by_role("button", name=walker.words("Take up again"))).to_be_visible()
    assert inspection.found == []
