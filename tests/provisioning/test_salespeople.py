"""Salespeople: who is named as `sellerEmail` signs in by code, sees where orders stand, and helps with their mail."""

import re
from typing import Any

from backend.mail.transport import DeliveryResult, MailboxTransport, Outcome
from backend.settings import settings
from backend.worker.loop import Worker
from tests.api import Caller
from tests.product import Product, service, sites

SALLY, PAT, EVE = "orders@seller.example", "pat@partner.example", "eve@partner.example"
ORDERS = "{ viewer { roles orders(first: 50) { edges { node { id viewerRole } } } } }"
SEEN = """query ($id: ID!) { order(id: $id) {
  viewerRole standing allowedMutations provisioningContactEmail undeliveredTo seller { contactEmail }
  people { email role } emails { kind to state lastReply } services { id } subscription { id } summaryUrl
  partnerOrganization { id } customerOrganization { id }
  timeline(first: 50) { edges { node { kind summary reason actor } } } } }"""
NO_SUCH_USER = "550 5.1.1 <pat@partner.example>: Recipient address rejected: User unknown"


class Refusing(MailboxTransport):
    """A mail server that does not know Pat."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        if recipient == PAT:
            return DeliveryResult(Outcome.FAILED, NO_SUCH_USER)
        return await super().deliver(sender, recipient, mime)


async def seen(caller: Caller, id: str) -> Any:
    """The order as somebody sees it."""
    return (await caller.ask(SEEN, id=id))["order"]


async def orders_of(caller: Caller) -> set[str]:
    """The orders that somebody sees as their salesperson."""
    edges = (await caller.ask(ORDERS))["viewer"]["orders"]["edges"]
    return {edge["node"]["id"] for edge in edges if edge["node"]["viewerRole"] == "SALESPERSON"}


async def test_a_salesperson_reads_why_the_mail_did_not_arrive_and_names_another_contact_with_a_reason(
    product: Product,
) -> None:
    await product.place(provisioningContactEmail=EVE)
    sally = await product.signed_in(SALLY)
    product.worker = Worker(settings(), transport=Refusing())
    id = (await product.place())["id"]
    await _deliver(product)
    order = await seen(sally, id)
    assert (order["viewerRole"], order["provisioningContactEmail"], order["undeliveredTo"]) == ("SALESPERSON", PAT, PAT)
    assert order["allowedMutations"] == ["changeProvisioningContact", "resendSetupEmail"]
    [setup] = [mail for mail in order["emails"] if mail["kind"] == "SETUP"]
    assert (setup["to"], setup["state"], setup["lastReply"]) == (PAT, "FAILED", NO_SUCH_USER)
    assert {(one["email"], one["role"]) for one in order["people"]} == {
        (PAT, "PROVISIONING_CONTACT"), (SALLY, "SALESPERSON"),
    }  # fmt: skip
    for mutation, input in (("resendSetupEmail", {}), ("changeProvisioningContact", {"email": EVE})):
        assert (await sally.do(mutation, orderId=id, **input)).refused == ["REQUIRED"]
        assert not (await sally.do(mutation, orderId=id, **input, reason="Pat left; call pat@partner.example")).refused
    order = await seen(sally, id)
    assert (order["provisioningContactEmail"], order["undeliveredTo"]) == (EVE, None)
    told = [edge["node"] for edge in order["timeline"]["edges"] if edge["node"]["actor"] == SALLY]
    assert [event["kind"] for event in told] == ["contact_changed", "setup_mail_resent"]
    assert told[0]["reason"] == "Pat left; call p•••@partner.example"  # no contact any more
    assert told[0]["summary"] == "Changed the contact from p•••@partner.example to eve@partner.example"
    await _deliver(product)
    assert (EVE, "SENT") in {(mail["to"], mail["state"]) for mail in (await seen(sally, id))["emails"]}


async def _deliver(product: Product) -> None:
    while await product.worker.deliver_one():
        pass


async def test_a_salesperson_sees_no_more_than_where_the_order_stands_however_far_it_goes(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered(PAT)
    meetings = service(order, "MEETINGS")["id"]
    assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("secret-site"))).refused
    sally = await product.signed_in(SALLY)
    told = await seen(sally, order["id"])
    assert (told["services"], told["subscription"], told["summaryUrl"]) == ([], None, None)
    assert told["allowedMutations"] == []
    assert told["partnerOrganization"] is told["customerOrganization"] is None
    said = " ".join(edge["node"]["summary"] for edge in told["timeline"]["edges"])
    assert "secret-site" not in said
    assert "Globex" not in said.replace("A subscription was added to Globex", "")  # as the seller hears of the mail
    for text, found in ((order["orderNumber"], 1), ("secret-site", 0), ("Globex", 0), (PAT, 0)):
        query = "query ($text: String!) { orders(filter: { text: $text }) { totalCount } }"
        assert (await sally.ask(query, text=text))["orders"]["totalCount"] == found, text
    company = order["customerOrganization"]["id"]
    listed = await sally.ask("query ($id: ID!) { orders(filter: { organizationId: $id }) { totalCount } }", id=company)
    assert listed["orders"]["totalCount"] == 0
    assert (await sally.get(f"/orders/{order['id']}/summary.pdf")).status_code == 404


async def test_whoever_is_named_sees_their_orders_and_no_others(product: Product) -> None:
    seller, other = await product.integrator("cloud-sales"), await product.integrator("other-sales")
    mine = (await product.place(seller, sellerEmail=SALLY))["id"]
    named_by_others = (await product.place(other, sellerEmail="Orders@SELLER.example"))["id"]
    await product.place(seller, sellerEmail="sam@seller.example")
    await product.place(seller, sellerEmail=None)
    sally = await product.signed_in(SALLY)
    assert await orders_of(sally) == {mine, named_by_others}
    assert (await sally.ask(ORDERS))["viewer"]["roles"] == ["SALESPERSON"]


async def test_an_address_is_the_same_however_it_is_written(product: Product) -> None:
    spelled = {
        "Bärbel@Bücher.example": "bärbel@xn--bcher-kva.example",
        "Jürgen.Groß@XN--BCHER-KVA.example": "jürgen.groß@bücher.example",
        "SALES＠nordlicht.example.": "sales@Nordlicht.example",
    }
    for written, typed in spelled.items():
        id = (await product.place(sellerEmail=written))["id"]
        browser = product.browser()
        await browser.do("requestSignIn", email=typed)
        [code] = re.findall(r"\b\d{6}\b", (await product.mails(kind="SIGN_IN_CODE"))[0]["text"])
        assert not (await browser.do("signIn", email=typed, code=code)).refused
        assert await orders_of(browser) == {id}


async def test_who_is_contact_and_salesperson_works_as_the_contact_and_owes_reasons_as_the_salesperson(
    product: Product,
) -> None:
    id = (await product.place(provisioningContactEmail=SALLY))["id"]
    sally = await product.signed_in(SALLY)
    told = await seen(sally, id)
    assert told["viewerRole"] == "PROVISIONING_CONTACT"
    assert {"chooseAudience", "changeProvisioningContact"} <= set(told["allowedMutations"])
    assert (await sally.do("changeProvisioningContact", orderId=id, email=PAT)).refused == ["REQUIRED"]
    answer = await sally.do("changeProvisioningContact", orderId=id, email=PAT, reason="Not for me")
    assert (answer.refused, answer.order["viewerRole"]) == ([], "SALESPERSON")
