"""The header Change-Reason says why a mutation of an order is sent, where its input doesn't."""

from typing import Any
from urllib.parse import quote

from tests.api import Caller, document
from tests.product import Product

TOLD = "query ($id: ID!) { order(id: $id) { status timeline(first: 50) { edges { node { kind reason } } } } }"
WHY = "Ihr Administrator ist weg – 日本 🌱"


async def told(support: Caller, id: str) -> list[str]:
    """The reasons on the timeline of an order, the latest first."""
    events = [edge["node"] for edge in (await support.ask(TOLD, id=id))["order"]["timeline"]["edges"]]
    return [event["reason"] for event in events if event["reason"]]


async def cancel(support: Caller, id: str, header: str, **input: Any) -> Any:
    answer = await support.send(
        document("cancelOrder"), {"input": {"orderId": id, **input}}, **{"Change-Reason": header}
    )
    return answer.data["cancelOrder"]


async def test_the_timeline_shows_the_header_where_the_input_says_nothing(product: Product) -> None:
    support = await product.support()
    order = await product.place()
    assert (await cancel(support, order["id"], quote(WHY)))["order"]["status"] == "CANCELLED"
    assert await told(support, order["id"]) == [WHY]
    order = await product.place()
    assert not (await cancel(support, order["id"], quote(WHY), reason="They asked"))["userErrors"]
    assert await told(support, order["id"]) == ["They asked"]


async def test_a_mutation_without_a_field_for_a_reason_takes_the_header(product: Product) -> None:
    order = await product.place(provisioningContactEmail="pat@acme.example")
    contact = await product.opened("pat@acme.example")
    input = {"orderId": order["id"], "audience": "OWN_COMPANY"}
    answer = await contact.send(document("chooseAudience"), {"input": input}, **{"Change-Reason": "By%20phone"})
    assert answer.data["chooseAudience"]["userErrors"] == []
    assert await told(await product.support(), order["id"]) == ["By phone"]


async def test_a_header_that_is_no_reason_is_refused_and_changes_nothing(product: Product) -> None:
    support = await product.support()
    order = await product.place()
    for header, code in (("", "REQUIRED"), ("%20", "REQUIRED"), ("%00", "INVALID"), ("a" * 1001, "TOO_LONG")):
        payload = await cancel(support, order["id"], header)
        assert [error["code"] for error in payload["userErrors"]] == [code], header
    for header in ("%E4", "%", "%zz", quote("\N{RIGHT-TO-LEFT OVERRIDE}x")):  # is answered, whatever it says
        await cancel(support, order["id"], header)
    assert all(len(reason) <= 1000 for reason in await told(support, order["id"]))
