"""What a mail's link asks, before it is opened: one question, open, decided or expired."""

import re
from typing import Any

import pytest

from backend import database
from tests.api import Caller
from tests.product import LICENSES, Product, service

ADMIN = "admin@globex.example"
PAT = "pat@partner.example"
ASKED = """query ($token: String!) { setupLink(token: $token) {
  purpose state answer answeredAt answeredBy orderId orderNumber organizationName partnerName contactEmail requestedBy
} }"""


async def token(product: Product, to: str, kind: str) -> str:
    """The token of the link in the newest mail of a kind."""
    [mail, *_] = await product.mails(to, kind)
    return str(next(link for link in mail["links"] if "/setup#" in link)).partition("#")[2]


async def asked(browser: Caller, of: str) -> Any:
    """What the link's page would say in this browser."""
    return (await browser.ask(ASKED, token=of))["setupLink"]


async def stands(product: Product, of: str) -> tuple[str, str, str | None]:
    """What the link asks, whether that is open, and how it was decided."""
    found = await asked(product.browser(), of)
    return found["purpose"], found["state"], found["answer"]


async def test_each_mail_of_one_act_carries_a_link_for_its_own_question(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    links = {kind: await token(product, ADMIN, kind) for kind in ("SUBSCRIPTION_ADDED", "HAND_OVER")}
    assert await stands(product, links["SUBSCRIPTION_ADDED"]) == ("DISPUTE", "OPEN", None)
    assert await stands(product, links["HAND_OVER"]) == ("HAND_OVER", "OPEN", None)
    for link in links.values():
        assert not (await product.browser().do("openSetupLink", token=link)).refused
    asks = await asked(contact, await token(product, "user@north.example", "SETUP"))
    assert (asks["purpose"], asks["state"]) == ("SET_UP", "OPEN")


async def test_a_dispute_is_open_then_waits_for_support_then_is_decided(product: Product) -> None:
    await product.directory()
    _, order = await product.partnered()
    link = await token(product, ADMIN, "SUBSCRIPTION_ADDED")
    browser = product.browser()
    asks = await asked(browser, link)
    assert (asks["state"], asks["organizationName"], asks["partnerName"]) == ("OPEN", "Globex", "North")
    assert (asks["contactEmail"], asks["orderId"]) == ("user@north.example", order["id"])
    assert not (await browser.do("openSetupLink", token=link)).refused
    await browser.do("disputeMapping", orderId=order["id"], reason="Not ours.")
    asks = await asked(browser, link)
    assert (asks["state"], asks["answer"], asks["answeredBy"]) == ("DECIDED", "DISPUTED", ADMIN)
    assert asks["answeredAt"]
    support = await product.support()
    await support.do("resolveDispute", orderId=order["id"], uphold=False, reason="They know each other.")
    assert (await stands(product, link))[1:] == ("DECIDED", "DISMISSED")


@pytest.mark.parametrize("uphold", [True, False])
async def test_a_mapping_that_is_undone_leaves_nothing_to_object_to(product: Product, uphold: bool) -> None:
    await product.directory()
    contact, order = await product.partnered()
    link = await token(product, ADMIN, "SUBSCRIPTION_ADDED")
    if uphold:
        customer = product.browser()
        await customer.do("openSetupLink", token=link)
        await customer.do("disputeMapping", orderId=order["id"])
        support = await product.support()
        await support.do("resolveDispute", orderId=order["id"], uphold=True, reason="A mistake.")
    else:
        await contact.do("undoMapping", orderId=order["id"])
    assert await stands(product, link) == ("DISPUTE", "DECIDED", "UPHELD" if uphold else "UNDONE")


async def test_a_link_that_ran_out_is_expired_and_a_new_one_asks_the_same(product: Product) -> None:
    await product.directory()
    await product.partnered()
    link = await token(product, ADMIN, "SUBSCRIPTION_ADDED")
    product.later(days=31)
    assert await stands(product, link) == ("DISPUTE", "EXPIRED", None)
    assert (await product.browser().do("requestNewSetupLink", token=link)).payload["accepted"]
    newer = await token(product, ADMIN, "SUBSCRIPTION_ADDED")
    assert newer != link
    assert await stands(product, newer) == ("DISPUTE", "OPEN", None)


@pytest.mark.parametrize(("approve", "answer"), [(True, "APPROVED"), (False, "DENIED"), (None, None)])
async def test_a_request_for_rights_is_open_until_it_is_decided_or_runs_out(
    product: Product, approve: bool | None, answer: str | None
) -> None:
    await product.directory()
    contact, order = await product.partnered(licenses=LICENSES[2:])
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await product.provision()
    requested = await contact.do("requestFullAdministrator", orderId=order["id"])
    link = await token(product, ADMIN, "ADMINISTRATOR_REQUEST")
    browser = product.browser()
    asks = await asked(browser, link)
    assert (asks["purpose"], asks["state"], asks["requestedBy"]) == (
        "ADMINISTRATOR_REQUEST",
        "OPEN",
        "user@north.example",
    )
    if approve is None:
        product.later(days=15)
        await product.worker.run_due_transitions()
        assert (await stands(product, link))[1:] == ("EXPIRED", None)
        return
    await browser.do("openSetupLink", token=link)
    request = requested.order["administratorRequest"]["id"]
    await browser.do("decideAdministratorRequest", requestId=request, approve=approve)
    asks = await asked(browser, link)
    assert (asks["state"], asks["answer"], asks["answeredBy"]) == ("DECIDED", answer, ADMIN)


async def test_a_hand_over_is_open_until_it_is_taken_back(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    link = await token(product, ADMIN, "HAND_OVER")
    await contact.do("takeBackServiceSetup", orderId=id)
    assert await stands(product, link) == ("HAND_OVER", "DECIDED", "TAKEN_BACK")
    assert not (await product.browser().do("openSetupLink", token=link)).refused  # the administrator keeps the access


async def test_whoever_would_be_asked_for_a_code_learns_the_question_but_no_name(product: Product) -> None:
    await product.directory()
    await product.partnered()
    link = await token(product, ADMIN, "SUBSCRIPTION_ADDED")
    first = product.browser()
    await first.do("openSetupLink", token=link)
    assert (await asked(first, link))["partnerName"] == "North"
    stranger = await asked(product.browser(), link)
    names = ("orderNumber", "organizationName", "partnerName", "contactEmail", "requestedBy", "answeredBy")
    assert {name: stranger[name] for name in names} == dict.fromkeys(names)
    assert (stranger["purpose"], stranger["state"]) == ("DISPUTE", "OPEN")


async def test_reading_what_a_link_asks_changes_nothing_and_an_unknown_one_asks_nothing(product: Product) -> None:
    await product.place()
    link = await token(product, PAT, "SETUP")
    tables = ("setup_link", "session", "order_event", "orders", "sign_in_code")
    before = [await database.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables]
    browser = product.browser()
    assert (await asked(browser, link))["purpose"] == "SET_UP"
    assert await asked(browser, "x" * 43) is None
    assert set(browser.http.cookies) == {"browser"}  # which one it is; nobody is signed in
    assert [await database.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables] == before
    assert not (await product.browser().do("openSetupLink", token=link)).refused


@pytest.mark.parametrize("cancelled", [True, False])
async def test_a_dead_link_tells_when_and_how_the_order_ended_not_its_link(product: Product, cancelled: bool) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    old = await product.link(PAT)
    product.later(days=3)
    await seller.do("resendSetupEmail", orderId=id)  # the old link ends here
    product.later(days=2 if cancelled else 40)
    ended = product.now
    if cancelled:
        await seller.do("cancelOrder", orderId=id)
    else:
        await product.worker.run_due_transitions()
    query = """mutation ($input: OpenSetupLinkInput!) { openSetupLink(input: $input) {
      userErrors { code ... on LinkRefused { at orderStatus } } } }"""
    [error] = (await product.browser().ask(query, input={"token": old}))["openSetupLink"]["userErrors"]
    assert (error["code"], error["orderStatus"]) == ("ORDER_CLOSED", "CANCELLED" if cancelled else "CLOSED")
    assert error["at"][:16] == ended.isoformat()[:16]


async def test_mails_name_the_deadline_until_the_order_is_mapped_and_then_no_more(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    product.later(days=8)
    await product.worker.run_due_transitions()
    mails = await product.mails()
    assert {mail["kind"] for mail in mails} >= {"SETUP", "SUBSCRIPTION_ADDED", "HAND_OVER", "REMINDER"}
    for mail in mails:
        assert ("Due" in mail["text"]) is (mail["kind"] == "SETUP"), mail["text"]
        assert f"/orders/{id}" in mail["text"]
    [reminder] = [mail for mail in mails if mail["kind"] == "REMINDER"]
    assert re.search(r"On \d+ \w+ \d{4} \(UTC\), North\s+asked", reminder["text"])
