"""What a mail's link asks, before it is opened: one question, open, decided or expired."""

import re
from typing import Any

import pytest

from backend import database
from tests.api import Caller
from tests.desk import LICENSES, Desk, service

ADMIN = "admin@globex.example"
PAT = "pat@partner.example"
ASKED = """query ($token: String!) { setupLink(token: $token) {
  purpose state answer answeredAt answeredBy orderId orderNumber organizationName partnerName contactEmail requestedBy
} }"""


async def token(desk: Desk, to: str, kind: str) -> str:
    """The token of the link in the newest mail of a kind."""
    [mail, *_] = await desk.mails(to, kind)
    return str(next(link for link in mail["links"] if "/setup#" in link)).partition("#")[2]


async def asked(browser: Caller, of: str) -> Any:
    """What the link's page would say in this browser."""
    return (await browser.ask(ASKED, token=of))["setupLink"]


async def stands(desk: Desk, of: str) -> tuple[str, str, str | None]:
    """What the link asks, whether that is open, and how it was decided."""
    found = await asked(desk.browser(), of)
    return found["purpose"], found["state"], found["answer"]


async def test_each_mail_of_one_act_carries_a_link_for_its_own_question(desk: Desk) -> None:
    await desk.directory()
    contact, id = await desk.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    links = {kind: await token(desk, ADMIN, kind) for kind in ("SUBSCRIPTION_ADDED", "HAND_OVER")}
    assert await stands(desk, links["SUBSCRIPTION_ADDED"]) == ("DISPUTE", "OPEN", None)
    assert await stands(desk, links["HAND_OVER"]) == ("HAND_OVER", "OPEN", None)
    for link in links.values():
        assert not (await desk.browser().do("openSetupLink", token=link)).refused
    asks = await asked(contact, await token(desk, "user@north.example", "SETUP"))
    assert (asks["purpose"], asks["state"]) == ("SET_UP", "OPEN")


async def test_a_dispute_is_open_then_waits_for_support_then_is_decided(desk: Desk) -> None:
    await desk.directory()
    _, order = await desk.partnered()
    link = await token(desk, ADMIN, "SUBSCRIPTION_ADDED")
    browser = desk.browser()
    asks = await asked(browser, link)
    assert (asks["state"], asks["organizationName"], asks["partnerName"]) == ("OPEN", "Globex", "North")
    assert (asks["contactEmail"], asks["orderId"]) == ("user@north.example", order["id"])
    assert not (await browser.do("openSetupLink", token=link)).refused
    await browser.do("disputeMapping", orderId=order["id"], reason="Not ours.")
    asks = await asked(browser, link)
    assert (asks["state"], asks["answer"], asks["answeredBy"]) == ("DECIDED", "DISPUTED", ADMIN)
    assert asks["answeredAt"]
    support = await desk.support()
    await support.do("resolveDispute", orderId=order["id"], uphold=False, reason="They know each other.")
    assert (await stands(desk, link))[1:] == ("DECIDED", "DISMISSED")


@pytest.mark.parametrize("uphold", [True, False])
async def test_a_mapping_that_is_undone_leaves_nothing_to_object_to(desk: Desk, uphold: bool) -> None:
    await desk.directory()
    contact, order = await desk.partnered()
    link = await token(desk, ADMIN, "SUBSCRIPTION_ADDED")
    if uphold:
        customer = desk.browser()
        await customer.do("openSetupLink", token=link)
        await customer.do("disputeMapping", orderId=order["id"])
        support = await desk.support()
        await support.do("resolveDispute", orderId=order["id"], uphold=True, reason="A mistake.")
    else:
        await contact.do("undoMapping", orderId=order["id"])
    assert await stands(desk, link) == ("DISPUTE", "DECIDED", "UPHELD" if uphold else "UNDONE")


async def test_a_link_that_ran_out_is_expired_and_a_new_one_asks_the_same(desk: Desk) -> None:
    await desk.directory()
    await desk.partnered()
    link = await token(desk, ADMIN, "SUBSCRIPTION_ADDED")
    desk.later(days=31)
    assert await stands(desk, link) == ("DISPUTE", "EXPIRED", None)
    assert (await desk.browser().do("requestNewSetupLink", token=link)).payload["accepted"]
    newer = await token(desk, ADMIN, "SUBSCRIPTION_ADDED")
    assert newer != link
    assert await stands(desk, newer) == ("DISPUTE", "OPEN", None)


@pytest.mark.parametrize(("approve", "answer"), [(True, "APPROVED"), (False, "DENIED"), (None, None)])
async def test_a_request_for_rights_is_open_until_it_is_decided_or_runs_out(
    desk: Desk, approve: bool | None, answer: str | None
) -> None:
    await desk.directory()
    contact, order = await desk.partnered(licenses=LICENSES[2:])
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await desk.provision()
    requested = await contact.do("requestFullAdministrator", orderId=order["id"])
    link = await token(desk, ADMIN, "ADMINISTRATOR_REQUEST")
    browser = desk.browser()
    asks = await asked(browser, link)
    assert (asks["purpose"], asks["state"], asks["requestedBy"]) == (
        "ADMINISTRATOR_REQUEST",
        "OPEN",
        "user@north.example",
    )
    if approve is None:
        desk.later(days=15)
        await desk.worker.run_due_transitions()
        assert (await stands(desk, link))[1:] == ("EXPIRED", None)
        return
    await browser.do("openSetupLink", token=link)
    request = requested.order["administratorRequest"]["id"]
    await browser.do("decideAdministratorRequest", requestId=request, approve=approve)
    asks = await asked(browser, link)
    assert (asks["state"], asks["answer"], asks["answeredBy"]) == ("DECIDED", answer, ADMIN)


async def test_a_hand_over_is_open_until_it_is_taken_back(desk: Desk) -> None:
    await desk.directory()
    contact, id = await desk.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    link = await token(desk, ADMIN, "HAND_OVER")
    await contact.do("takeBackServiceSetup", orderId=id)
    assert await stands(desk, link) == ("HAND_OVER", "DECIDED", "TAKEN_BACK")
    assert not (await desk.browser().do("openSetupLink", token=link)).refused  # the administrator keeps the access


async def test_whoever_would_be_asked_for_a_code_learns_the_question_but_no_name(desk: Desk) -> None:
    await desk.directory()
    await desk.partnered()
    link = await token(desk, ADMIN, "SUBSCRIPTION_ADDED")
    first = desk.browser()
    await first.do("openSetupLink", token=link)
    assert (await asked(first, link))["partnerName"] == "North"
    stranger = await asked(desk.browser(), link)
    names = ("orderNumber", "organizationName", "partnerName", "contactEmail", "requestedBy", "answeredBy")
    assert {name: stranger[name] for name in names} == dict.fromkeys(names)
    assert (stranger["purpose"], stranger["state"]) == ("DISPUTE", "OPEN")


async def test_reading_what_a_link_asks_changes_nothing_and_an_unknown_one_asks_nothing(desk: Desk) -> None:
    await desk.place()
    link = await token(desk, PAT, "SETUP")
    tables = ("setup_link", "session", "order_event", "orders", "sign_in_code")
    before = [await database.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables]
    browser = desk.browser()
    assert (await asked(browser, link))["purpose"] == "SET_UP"
    assert await asked(browser, "x" * 43) is None
    assert set(browser.http.cookies) == {"browser"}  # which one it is; nobody is signed in
    assert [await database.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables] == before
    assert not (await desk.browser().do("openSetupLink", token=link)).refused


@pytest.mark.parametrize("cancelled", [True, False])
async def test_a_dead_link_tells_when_and_how_the_order_ended_not_its_link(desk: Desk, cancelled: bool) -> None:
    seller = await desk.integrator("cloud-sales")
    id = (await desk.place(seller))["id"]
    old = await desk.link(PAT)
    desk.later(days=3)
    await seller.do("resendSetupEmail", orderId=id)  # the old link ends here
    desk.later(days=2 if cancelled else 40)
    ended = desk.now
    if cancelled:
        await seller.do("cancelOrder", orderId=id)
    else:
        await desk.worker.run_due_transitions()
    query = """mutation ($input: OpenSetupLinkInput!) { openSetupLink(input: $input) {
      userErrors { code ... on LinkRefused { at orderStatus } } } }"""
    [error] = (await desk.browser().ask(query, input={"token": old}))["openSetupLink"]["userErrors"]
    assert (error["code"], error["orderStatus"]) == ("ORDER_CLOSED", "CANCELLED" if cancelled else "CLOSED")
    assert error["at"][:16] == ended.isoformat()[:16]


async def test_mails_name_the_deadline_until_the_order_is_mapped_and_then_no_more(desk: Desk) -> None:
    await desk.directory()
    contact, id = await desk.reviewing()
    await contact.do("confirmOrganizations", orderId=id, customerSetsUpServices=True)
    desk.later(days=8)
    await desk.worker.run_due_transitions()
    mails = await desk.mails()
    assert {mail["kind"] for mail in mails} >= {"SETUP", "SUBSCRIPTION_ADDED", "HAND_OVER", "REMINDER"}
    for mail in mails:
        assert ("Due" in mail["text"]) is (mail["kind"] == "SETUP"), mail["text"]
        assert f"/orders/{id}" in mail["text"]
    [reminder] = [mail for mail in mails if mail["kind"] == "REMINDER"]
    assert re.search(r"On \d+ \w+ \d{4} \(UTC\), North\s+asked", reminder["text"])
