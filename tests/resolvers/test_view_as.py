"""Support looks at an order as somebody else sees it."""

from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from tests.api import ROOTS, Caller
from tests.product import Product

PAT = "pat@acme.example"
SEEN = """{
  viewerRole allowedMutations nextStep provisioningContactEmail people { email role }
  customerOrganization { allowedMutations viewerRole orders { edges { node { viewerRole } } } }
  timeline(first: 50) { edges { node { kind } } } emails { to } }"""
OWN = f"query ($id: ID!) {{ order(id: $id) {SEEN} }}"
GIVEN = "query ($id: ID!, $email: String!, $reason: String!)"
AS = f"{GIVEN} {{ orderAs(id: $id, email: $email, reason: $reason) {SEEN} }}"
TIMELINE = "query ($id: ID!) { order(id: $id) { timeline(first: 50) { edges { node { id kind } } } } }"
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


VIEW = f"{GIVEN} {{ orderAs(id: $id, email: $email, reason: $reason) {{ viewedAs {{ id until }} }} }}"
ALL = """query ($id: ID!, $orders: Int) {
  viewer { email roles scopes onlyOrderId organizations { id } apiTokens { prefix } administratorRequests { id }
    viewedAs { orderNumber email reason } }
  order(id: $id) { viewerRole allowedMutations emails { kind to text links } viewedAs { email }
    organizationMatch(slot: CUSTOMER) { candidates { recommended } } timeline(first: 50) { edges { node { actor } } } }
  possibleDuplicates(orderId: $id, companyName: "Acme", country: "DE") { recommended }
  orders(first: $orders) { edges { node { id } } }
  nodes(ids: [$id]) { id } }"""


def of_view(view: str) -> Any:
    """The header that names a view."""
    return {"View-As": view}


async def looked(support: Caller, id: str, email: str = PAT, reason: str = "They see no button") -> str:
    """A view of the order as this person, for the header View-As."""
    return str((await support.ask(VIEW, id=id, email=email, reason=reason))["orderAs"]["viewedAs"]["id"])


async def test_in_a_view_every_query_is_answered_as_to_a_session_of_the_orders_link(product: Product) -> None:
    order = await product.place(provisioningContactEmail=PAT)
    contact = await product.opened(PAT)
    await contact.do("chooseAudience", orderId=order["id"], audience="OWN_COMPANY")
    support = await product.support()
    view = await looked(support, order["id"])
    seen = (await support.send(ALL, {"id": order["id"]}, **of_view(view))).data
    assert seen["viewer"].pop("viewedAs") == {
        "orderNumber": order["orderNumber"],
        "email": PAT,
        "reason": "They see no button",
    }
    assert seen["order"].pop("viewedAs") == {"email": PAT}
    own = await contact.ask(ALL, id=order["id"])
    assert own["viewer"].pop("viewedAs") is None
    assert own["order"].pop("viewedAs") is None
    assert seen == own
    assert seen["viewer"]["roles"] == ["PROVISIONING_CONTACT"]
    assert (await support.ask("{ viewer { email } }"))["viewer"]["email"] == "help@controlhub.example"


async def test_of_a_test_order_the_person_is_who_came_by_its_link(product: Product) -> None:
    seller, support = await product.integrator("cloud-sales"), await product.support()
    id = (await product.place(seller, provisioningContactEmail=PAT, test=True))["id"]
    await product.deliver()
    [mail] = (await seller.ask("query ($id: ID!) { order(id: $id) { emails { links } } }", id=id))["order"]["emails"]
    token = next(link.partition("#")[2] for link in mail["links"] if "/setup#" in link)
    contact = product.browser()
    assert not (await contact.do("openSetupLink", token=token)).refused
    assert not (await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")).refused
    own = await contact.ask(OWN, id=id)
    assert "audience_chosen" in str(own["order"]["timeline"])
    assert (await support.ask(AS, id=id, email=PAT, reason="Why"))["orderAs"] == own["order"]
    headers = of_view(await looked(support, id, reason="Why"))
    assert (await support.send(OWN, {"id": id}, **headers)).data == own


async def test_in_a_view_nothing_is_changed_and_nothing_stands_in_the_persons_name(product: Product) -> None:
    contact, order = await product.mapped(PAT)
    support = await product.support()
    headers = of_view(await looked(support, order["id"]))
    before = await contact.ask(OWN, id=order["id"])
    for name, field in ROOTS.mutation_type.fields.items():  # type: ignore[union-attr]
        given = {arg: value(argument.type) for arg, argument in field.args.items()}
        arguments = ", ".join(f"{arg}: {written}" for arg, written in given.items())
        told = "" if is_leaf_type(get_named_type(field.type)) else "{ __typename }"
        answer = await support.send(f"mutation {{ {name}{f'({arguments})' if arguments else ''} {told} }}", **headers)
        assert [error["extensions"]["code"] for error in answer.errors] == ["READ_ONLY"], (name, answer)
    assert await contact.ask(OWN, id=order["id"]) == before
    fresh = await product.place(provisioningContactEmail="new@acme.example")
    await (await product.opened("new@acme.example")).do("chooseAudience", orderId=fresh["id"], audience="OWN_COMPANY")
    headers = of_view(await looked(support, fresh["id"], "new@acme.example"))
    asked = 'query ($id: ID!) { searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "a.example") { basedOn } }'
    assert (await support.send(asked, {"id": fresh["id"]}, **headers)).refused == ["READ_ONLY"]
    asked = 'query ($id: ID!) { orderAs(id: $id, email: "new@acme.example", reason: "Again") { id } }'
    assert (await support.send(asked, {"id": fresh["id"]}, **headers)).refused == ["FORBIDDEN"]


async def test_a_view_ends_after_half_an_hour_and_is_nobody_elses(product: Product) -> None:
    contact, order = await product.mapped(PAT)
    support, other = await product.support(), await product.support("other@controlhub.example")
    view = await looked(support, order["id"])
    events = (await support.ask(TIMELINE, id=order["id"]))["order"]["timeline"]["edges"]
    placed = next(edge["node"]["id"] for edge in events if edge["node"]["kind"] == "order_placed")
    wrong = [(contact, view), (other, view), (support, placed), (support, order["id"]), (support, "x")]
    wrong.append((await product.integrator("cloud-sales"), view))
    for caller, named in wrong:
        answer = await caller.send("{ viewer { email } }", **of_view(named))
        assert (answer.status, answer.refused) == (403, ["VIEW_ENDED"]), named
    assert (await product.browser().send("{ viewer { email } }", **of_view(view))).data == {"viewer": None}
    product.later(minutes=29)
    assert (await support.send("{ viewer { email } }", **of_view(view))).data["viewer"]["email"] == PAT
    told = await support.get(f"/orders/{order['id']}/timeline.jsonl?as={view}")
    assert "p•••@" not in told.text
    assert PAT in told.text
    product.later(minutes=2)
    assert (await support.send("{ viewer { email } }", **of_view(view))).refused == ["VIEW_ENDED"]
    ended = await support.get(f"/orders/{order['id']}/timeline.jsonl?as={view}", Accept="text/html")
    assert ended.status_code == 403
    assert "This view of the order has ended." in ended.text


async def test_the_person_is_named_as_the_orders_people_show_them(product: Product) -> None:
    contact, order = await product.mapped(PAT)
    support = await product.support()
    shown = (await support.ask("query ($id: ID!) { order(id: $id) { people { email } } }", id=order["id"]))["order"]
    assert shown["people"][0]["email"] == "p•••@acme.example"
    view = await looked(support, order["id"], "p•••@acme.example")
    assert view == await looked(support, order["id"], PAT)
    assert view != await looked(support, order["id"], PAT, "Another call")
    await contact.do("delegateService", serviceId=order["services"][0]["id"], email="paul@acme.example")
    answer = await support.send(AS, {"id": order["id"], "email": "p•••@acme.example", "reason": "Why"})
    assert answer.refused == ["BAD_USER_INPUT"]
    assert "Several people" in answer.errors[0]["message"]


def value(type_: Any) -> str:
    """Any value of an input's type, as GraphQL writes it."""
    if not is_non_null_type(type_):
        return "null"
    inner = type_.of_type
    if isinstance(inner, GraphQLInputObjectType):
        needed = ((name, field) for name, field in inner.fields.items() if is_non_null_type(field.type))
        return "{" + ", ".join(f"{name}: {value(field.type)}" for name, field in needed) + "}"
    if is_list_type(inner):
        return "[]"
    if isinstance(inner, GraphQLEnumType):
        return str(next(iter(inner.values)))
    known = {
        "Int": "1",
        "Float": "1.0",
        "Boolean": "true",
        "Date": '"2026-12-01"',
        "DateTime": '"2026-12-01T00:00:00Z"',
    }
    return str(known.get(inner.name, '"x"'))
