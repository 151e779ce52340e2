"""Lists of orders, and how many statements they take."""

from datetime import timedelta
from typing import Any

import pytest

from tests.api import ORDER, Caller
from tests.product import Product, service, sites
from tests.statements import sent

PAGE = """query ($first: Int, $after: String, $last: Int, $before: String, $sort: OrderSort, $filter: OrderFilter) {
  orders(first: $first, after: $after, last: $last, before: $before, sort: $sort, filter: $filter) {
    edges { cursor node { orderNumber } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""


async def numbers(caller: Caller, **variables: Any) -> list[str]:
    page = (await caller.ask(PAGE, **variables))["orders"]
    return [edge["node"]["orderNumber"][-1] for edge in page["edges"]]


@pytest.mark.parametrize("sort", ["PLACED_NEWEST", "PLACED_OLDEST", "UPDATED_NEWEST", "DEADLINE_FIRST"])
async def test_pages_forward_and_backward_show_each_order_once(product: Product, sort: str) -> None:
    seller = await product.integrator("cloud-sales")
    later = (product.now + timedelta(days=5)).date().isoformat()
    for number in range(7):
        await product.place(seller, **({"requestedStartDate": later} if number % 3 == 0 else {}))
        product.later(minutes=1)
    whole = await numbers(seller, sort=sort, first=100)
    assert sorted(whole) == list("1234567")
    if sort.startswith("PLACED"):
        assert whole == sorted(whole, reverse=sort == "PLACED_NEWEST")
    forward: list[str] = []
    after = None
    while True:
        page = (await seller.ask(PAGE, sort=sort, first=3, after=after))["orders"]
        forward += [edge["node"]["orderNumber"][-1] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert forward == whole
    assert await numbers(seller, sort=sort, last=3, before=after) == whole[-4:-1]
    assert await numbers(seller, sort=sort, last=2) == whole[-2:]


async def test_a_page_has_a_hundred_rows_at_most_and_cursors_are_ours(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    for variables in ({"first": 101}, {"first": -1}, {"last": 101}, {"after": "nonsense"}, {"after": "WzFd"}):
        answer = await seller.send(PAGE, variables)
        assert answer.refused in (["BAD_USER_INPUT"], ["QUERY_TOO_COMPLEX"]), variables
    assert await numbers(seller, first=0) == []


async def test_filters_find_what_they_say(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    await product.place(seller, companyName="Umbrella", externalId="EXT-77", customerDomain="umbrella.example")
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    company = order["customerOrganization"]["id"]

    async def found(**filter: Any) -> list[str]:
        return await numbers(seller, filter=filter)

    assert await found(status=["MAPPED"]) == ["2"]
    assert await found(status=[]) == []
    assert await found(provisioningStatus=["AWAITING_PROVISIONING_DETAILS"]) == ["2", "1"]
    assert await found(provisioningStatus=["PROVISIONED"]) == []
    assert await found(organizationId=company) == ["2"]
    assert await found(placedAfter=(product.now + timedelta(hours=1)).isoformat()) == []
    assert await found(placedBefore=(product.now + timedelta(hours=1)).isoformat()) == ["2", "1"]
    for text, expected in {
        "w-0001": ["1"],
        "EXT-77": ["1"],
        "pat@partner.example": ["1"],
        "Umbr": ["1"],
        "umbrella.example": ["1"],
        "acme-hq.webex.com": ["2"],
        "100%": [],
        "_": [],
    }.items():
        assert await found(text=text) == expected, text


async def test_my_turn_lists_what_waits_for_the_viewer(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    partner, customer = await product.signed_in("user@north.example"), await product.signed_in("admin@globex.example")
    mine, not_mine = {"filter": {"myTurn": True}}, {"filter": {"myTurn": False}}
    assert (await numbers(partner, **mine), await numbers(customer, **mine)) == (["1"], [])
    await contact.do("handOverToCustomer", orderId=order["id"])
    assert (await numbers(partner, **mine), await numbers(customer, **mine)) == ([], ["1"])
    assert (await numbers(partner, **not_mine), await numbers(customer, **not_mine)) == (["1"], [])


async def test_an_order_is_found_by_its_number(product: Product) -> None:
    input = product.order_input()
    one, other = await product.integrator("cloud-sales"), await product.integrator("other-sales")
    mine = (await one.do("placeOrder", **input)).order["id"]
    theirs = (await other.do("placeOrder", **input)).order["id"]
    query = "query ($n: String!, $s: String) { orderByNumber(orderNumber: $n, seller: $s) { id } }"
    number = input["orderNumber"]
    assert (await one.ask(query, n=number))["orderByNumber"]["id"] == mine
    support = await product.support()
    assert (await support.ask(query, n=number))["orderByNumber"]["id"] == theirs  # the newest
    assert (await support.ask(query, n=number, s="cloud-sales"))["orderByNumber"]["id"] == mine
    assert (await one.send(query, {"n": "nothing"})).refused == ["NOT_FOUND"]


async def test_an_order_with_everything_on_it_takes_few_statements(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact, order = await product.mapped()
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme-1", "acme-2"))
    await contact.order(order["id"])
    with sent(monkeypatch) as statements:
        await contact.order(order["id"])
    assert len(statements) == 2, statements  # the session and the order


async def test_a_list_of_orders_takes_as_many_statements_as_one_order(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await product.integrator("cloud-sales")
    query = f"query {{ orders(first: 5) {{ edges {{ node {{ ...O }} }} }} }} {ORDER}"
    counts = []
    for _ in range(2):
        for _ in range(4):
            await product.place(seller)
        await seller.ask(query)
        with sent(monkeypatch) as statements:
            await seller.ask(query)
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 3
