"""Every list in pages answers alike to page sizes that ask for nothing, too much or nonsense."""

from typing import Any

import pytest

from tests.product import Product
from tests.resolvers.test_statements import FOR_SUPPORT, PAT, World, objects

# How each connection of the schema is come by; PAGE stands for what is asked of the page.
WAYS = {
    "Query.orders": "{ orders(PAGE) CONNECTION }",
    "Query.findOrderEvents": "query ($order: ID!) { findOrderEvents(orderId: $order, PAGE) CONNECTION }",
    "Query.supportNeeds": "{ supportNeeds(PAGE) CONNECTION }",
    "Query.searchOrganizations": (
        "query ($unmapped: ID!) "
        '{ searchOrganizations(orderId: $unmapped, slot: CUSTOMER, domain: "globex.example", PAGE) CONNECTION }'
    ),
    "Viewer.orders": "{ viewer { orders(PAGE) CONNECTION } }",
    "Batch.rows": "{ viewer { batches { rows(PAGE) CONNECTION } } }",
    "Order.timeline": "query ($order: ID!) { order(id: $order) { timeline(PAGE) CONNECTION } }",
    "Organization.orders": "query ($organization: ID!) { organization(id: $organization) { orders(PAGE) CONNECTION } }",
    "WebhookEndpoint.deliveries": (
        "query ($organization: ID!) "
        "{ organization(id: $organization) { webhookEndpoints { deliveries(PAGE) CONNECTION } } }"
    ),
}
CONNECTION = "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"


def connection_of(data: Any) -> Any:
    """The connection that an answer leads to."""
    while "pageInfo" not in data:
        [data] = data if isinstance(data, list) else data.values()
    return data


def test_every_connection_of_the_schema_is_asked() -> None:
    fields = {f"{kind.name}.{name}": str(field.type) for kind in objects() for name, field in kind.fields.items()}
    assert {place for place, kind in fields.items() if kind.rstrip("!").endswith("Connection")} == set(WAYS)


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)  # pages are cut by the same code on both
async def test_a_page_of_none_tells_what_is_left_and_others_are_refused(product: Product) -> None:
    await product.directory()
    world = World(product)
    await world.grow()
    _, world.given["unmapped"] = await product.choosing(PAT)
    pat, support = await product.signed_in(PAT), await product.support()
    start = "mutation ($input: BatchInput!) { startBatch(input: $input) { userErrors { code } } }"
    batch = {"act": "PUT_ASIDE", "orderIds": [world.given["order"]]}
    assert (await pat.ask(start, input=batch))["startBatch"]["userErrors"] == []

    async def ask(place: str, page: str) -> Any:
        text = WAYS[place].replace("PAGE", page).replace("CONNECTION", CONNECTION)
        given = {name: value for name, value in world.given.items() if f"${name}" in text}
        asking = support if place.removeprefix("Query.") in FOR_SUPPORT else pat
        return await asking.send(text, given)

    for place in WAYS:
        whole = connection_of((await ask(place, "first: 20")).data)
        assert whole["edges"], place
        none = connection_of((await ask(place, "first: 0")).data)
        info = {"hasNextPage": True, "hasPreviousPage": False, "startCursor": None, "endCursor": None}
        assert none == {"edges": [], "pageInfo": info}, place
        end = whole["pageInfo"]["endCursor"]
        after = connection_of((await ask(place, f'first: 0, after: "{end}"')).data)
        assert after["pageInfo"]["hasNextPage"] == whole["pageInfo"]["hasNextPage"], place
        for page in ("first: -1", "first: 101", "first: 2147483647", 'after: "nonsense"', 'first: 0, after: "WyJhIl0"'):
            refused = (await ask(place, page)).refused
            assert refused in (["BAD_USER_INPUT"], ["QUERY_TOO_COMPLEX"]), (place, page)
