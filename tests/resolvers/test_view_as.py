"""Support looks at an order as somebody else sees it."""

import pytest

from tests.product import Product

PAT = "pat@acme.example"
SEEN = """{
  viewerRole allowedMutations nextStep provisioningContactEmail people { email role }
  customerOrganization { allowedMutations viewerRole orders { edges { node { viewerRole } } } }
  timeline(first: 50) { edges { node { kind } } } emails { to } }"""
OWN = f"query ($id: ID!) {{ order(id: $id) {SEEN} }}"
GIVEN = "query ($id: ID!, $email: String!, $reason: String!)"
AS = f"{GIVEN} {{ orderAs(id: $id, email: $email, reason: $reason) {SEEN} }}"
TOLD = """query ($id: ID!) { order(id: $id) {
  version timeline(first: 50) { edges { node { kind actor summary reason } } } } }"""


async def test_support_sees_an_order_as_its_contact_does_and_the_timeline_tells_why(product: Product) -> None:
    contact, order = await product.mapped(PAT)
    support = await product.support()
    id = order["id"]
    asked = {"id": id, "email": " Pat@ACME.example ", "reason": "They see no button"}
    seen = (await support.ask(AS, **asked))["orderAs"]
    assert seen == (await contact.ask(OWN, id=id))["order"]
    assert (seen["viewerRole"], seen["provisioningContactEmail"]) == ("PROVISIONING_CONTACT", PAT)
    product.later(minutes=29)
    await support.ask(AS, **asked)
    events = [edge["node"] for edge in (await support.ask(TOLD, id=id))["order"]["timeline"]["edges"]]
    [told] = [event for event in events if event["kind"] == "viewed_as"]
    assert told["summary"] == "Looked at the order as p•••@acme.example sees it"
    assert told["reason"] == "They see no button"
    product.later(minutes=2)
    await support.ask(AS, **asked)
    events = [edge["node"]["kind"] for edge in (await support.ask(TOLD, id=id))["order"]["timeline"]["edges"]]
    assert events.count("viewed_as") == 2
    # It is no change of the order, and the person's own list does not move.
    assert (await contact.ask(TOLD, id=id))["order"]["version"] == order["version"]


async def test_nobody_else_may_and_who_has_no_part_cannot_be_looked_as(product: Product) -> None:
    contact, order = await product.mapped(PAT)
    seller = await product.integrator("cloud-sales")
    support = await product.support()
    asked = {"id": order["id"], "email": PAT, "reason": "Why"}
    for caller, code in ((contact, "FORBIDDEN"), (seller, "FORBIDDEN"), (product.browser(), "UNAUTHENTICATED")):
        assert (await caller.send(AS, asked)).refused == [code]
    for change, code in (
        ({"email": "eve@stranger.example"}, "NOT_FOUND"),
        ({"email": "nobody"}, "BAD_USER_INPUT"),
        ({"reason": " "}, "BAD_USER_INPUT"),
        ({"reason": "x" * 1001}, "BAD_USER_INPUT"),
    ):
        assert (await support.send(AS, asked | change)).refused == [code], change
    kinds = [edge["node"]["kind"] for edge in (await support.ask(TOLD, id=order["id"]))["order"]["timeline"]["edges"]]
    assert "viewed_as" not in kinds


@pytest.mark.parametrize(
    "asked",
    [
        "orderAs(id: $id, email: $email, reason: $reason) { id } order(id: $id) { id }",
        "a: orderAs(id: $id, email: $email, reason: $reason) { id } viewer { email }",
        "... on Query { orderAs(id: $id, email: $email, reason: $reason) { id } viewer { email } }",
    ],
)
async def test_nothing_else_of_the_operation_is_read_in_the_persons_name(product: Product, asked: str) -> None:
    _, order = await product.mapped(PAT)
    answer = await (await product.support()).send(
        f"{GIVEN} {{ {asked} }}", {"id": order["id"], "email": PAT, "reason": "Why"}
    )
    assert "BAD_USER_INPUT" in answer.refused


async def test_a_person_sees_their_other_orders_no_more_than_by_this_orders_link(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered("admin@north.example")
    other = await product.place(companyName="Globex")
    await contact.do("chooseAudience", orderId=other["id"], audience="CUSTOMER")
    support = await product.support()
    document = """query ($id: ID!) { orderAs(id: $id, email: "admin@north.example", reason: "Why") {
      partnerOrganization { orders { edges { node { id } } } } } }"""
    found = (await support.ask(document, id=order["id"]))["orderAs"]["partnerOrganization"]["orders"]["edges"]
    assert [edge["node"]["id"] for edge in found] in ([], [order["id"]])
