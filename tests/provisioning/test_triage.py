"""The support desk begins with what needs it."""

from typing import Any

from tests.api import Caller
from tests.product import Product, location, service, sites
from tests.provisioning.test_handover import completed
from tests.provisioning.test_undelivered import REFUSED, Post, deliver, post

__all__ = ["post"]
NEEDS = """query ($kind: SupportNeedKind, $first: Int, $after: String) {
  supportNeeds(kind: $kind, first: $first, after: $after) {
    edges { node { kind order { id } since until mutation } } pageInfo { hasNextPage endCursor }
    counts { kind count } } }"""


async def needs(support: Caller, **asked: Any) -> list[tuple[str, str, str | None]]:
    """Kind, order and next act of all that needs support, asked for page by page."""
    found, after = [], None
    while True:
        page = (await support.ask(NEEDS, after=after, **asked))["supportNeeds"]
        found += [(n["kind"], n["order"]["id"], n["mutation"]) for n in (edge["node"] for edge in page["edges"])]
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def test_what_needs_support_comes_oldest_first_each_with_its_next_act(product: Product, post: Post) -> None:
    support = await product.integrator("desk", "support")
    assert await needs(support) == []
    await product.directory()
    asked = await completed(product)
    await (await product.signed_in("user@north.example")).do("requestFullAdministrator", orderId=asked)
    product.later(days=10)
    contact, failing = await product.mapped("fay@acme.example")
    await contact.do("saveCallingLocation", serviceId=service(failing, "CALLING")["id"], **location("fail-here"))
    await contact.do("submitService", serviceId=service(failing, "CALLING")["id"])
    await product.provision()
    product.later(minutes=5)
    contact, slow = await product.mapped("sam@acme.example")
    await contact.do("saveMeetingSites", serviceId=service(slow, "MEETINGS")["id"], sites=sites("stuck"))
    await contact.do("submitService", serviceId=service(slow, "MEETINGS")["id"])
    product.later(minutes=30)
    contact, disputed = await product.partnered()
    await contact.do("handOverToCustomer", orderId=disputed["id"])
    await (await product.signed_in("admin@globex.example")).do("disputeMapping", orderId=disputed["id"], reason="No")
    product.later(minutes=20)
    post.answers["una@acme.example"] = REFUSED
    seller = await product.integrator("cloud-sales")
    lost = await product.place(seller, provisioningContactEmail="una@acme.example")
    await product.place(seller, provisioningContactEmail="una@acme.example", test=True)
    await deliver(product)

    expected: list[tuple[str, str, str | None]] = [
        ("FAILED", failing["id"], "retryService"),
        ("DISPUTE", disputed["id"], "resolveDispute"),
        ("UNDELIVERED", lost["id"], "changeProvisioningContact"),
    ]
    assert await needs(support) == expected  # the request has four days, and an hour has not passed
    product.later(minutes=15)
    expected.insert(1, ("STUCK", slow["id"], None))
    assert await needs(support) == expected
    product.later(days=1, hours=1)
    expected.insert(0, ("EXPIRING", asked, None))
    assert await needs(support) == expected
    assert await needs(support, first=1) == await needs(support, first=2) == expected
    for need in expected:
        assert await needs(support, kind=need[0]) == [need]
    page = (await support.ask(NEEDS))["supportNeeds"]
    assert {one["kind"]: one["count"] for one in page["counts"]} == {need[0]: 1 for need in expected}
    assert [edge["node"]["until"] is not None for edge in page["edges"]] == [True, False, False, False, False]
    since = [edge["node"]["since"] for edge in page["edges"]]
    assert since == sorted(since)
    await support.do("resolveDispute", orderId=disputed["id"], uphold=False, reason="It was them")
    assert [kind for kind, _, _ in await needs(support)] == [need[0] for need in expected if need[0] != "DISPUTE"]


async def test_nobody_else_learns_what_needs_support(product: Product) -> None:
    contact, _ = await product.mapped()
    desk = await product.integrator("desk", "support")
    for caller, code in (
        (contact, "FORBIDDEN"),
        (await product.integrator("cloud-sales"), "FORBIDDEN"),
        (product.browser(), "UNAUTHENTICATED"),
    ):
        assert (await caller.send(NEEDS)).refused == [code]
    assert await needs(desk) == []
    assert (await desk.send(NEEDS, {"after": "x"})).refused == ["BAD_USER_INPUT"]


async def test_what_is_tried_again_is_not_stuck_until_that_takes_an_hour(product: Product) -> None:
    support = await product.integrator("desk", "support")
    contact, order = await product.mapped("fay@acme.example")
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location("fail-here"))
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    product.later(hours=2)
    assert [kind for kind, _, _ in await needs(support)] == ["FAILED"]
    assert not (await contact.do("retryService", serviceId=calling)).refused
    assert await needs(support) == []
    product.later(hours=1, minutes=1)
    assert await needs(support) == [("STUCK", order["id"], None)]
