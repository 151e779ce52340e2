"""Webhooks by the API: who may, what is refused, what is told once, and that the log is its owner's alone."""

import asyncio
from typing import Any

import pytest

from backend import clock
from backend.models.organization import OrganizationUser
from backend.models.webhook import WebhookDelivery, WebhookEndpoint
from backend.provisioning import tokens, webhooks
from backend.schema.ids import number_of
from backend.settings import settings
from tests.api import Caller
from tests.product import Product

URL = "https://hooks.example/controlhub"
OWN = "{ viewer { organizations { id } webhookEndpoints { id url } } }"
MINE = "query ($id: ID!) { organization(id: $id) { webhookEndpoints { url deliveries { edges { node { id } } } } } }"
NODE = "query ($id: ID!) { node(id: $id) { __typename } }"
GOOD = "query($order: ID!) { order(id: $order) { orderNumber services { kind state } } }"


@pytest.fixture
async def hub(product: Product) -> Product:
    """The product with two partners and two customers."""
    await product.directory()
    return product


async def company(caller: Caller) -> str:
    """The organization that somebody belongs to."""
    return str((await caller.ask(OWN))["viewer"]["organizations"][0]["id"])


async def made(caller: Caller, **given: Any) -> str:
    """The id of a new webhook."""
    answer = await caller.do("createWebhookEndpoint", **({"url": URL, "events": ["ORDER_PLACED"]} | given))
    assert not answer.refused, (answer.errors, answer.payload)
    return str(answer.payload["webhookEndpoint"]["id"])


async def test_only_its_owner_sees_and_changes_a_webhook(hub: Product) -> None:
    seller = await hub.integrator("cloud-sales")
    admin = await hub.signed_in("admin@globex.example")
    organization = await company(admin)
    number = number_of("Organization", organization)

    async def token(*scopes: str, of: int = number) -> Caller:
        return hub.browser(token=await tokens.create("erp", list(scopes), clock.now(), organization_id=of))

    program = await token("orders:read", "orders:write", "organizations:read")
    partners = "for@north.example"
    await OrganizationUser.create(
        organization_id=number, email=partners, email_key=partners, domain="north.example",
        status="ACTIVE", administrator=True, for_partner=True,
    )  # fmt: skip
    others = {
        "a partner's person": await hub.signed_in(partners),
        "another seller": await hub.integrator("rival"),
        "another administrator": await hub.signed_in("admin@initech.example"),
        "a user": await hub.signed_in("user@globex.example"),
        "support": await hub.support(),
        "support's program": await hub.integrator("desk", "support"),
        "a reader": await hub.integrator("reader", "organizations:read"),
    }
    sellers, companies = await made(seller), await made(admin, organizationId=organization)
    await made(program)
    assert len((await admin.ask(MINE, id=organization))["organization"]["webhookEndpoints"]) == 2
    assert len((await program.ask(OWN))["viewer"]["webhookEndpoints"]) == 2
    assert [one["id"] for one in (await seller.ask(OWN))["viewer"]["webhookEndpoints"]] == [sellers]
    delivery = (await admin.do("sendTestWebhook", webhookId=companies)).payload["delivery"]["id"]
    for id, owner in ((sellers, seller), (companies, admin), (delivery, admin), (companies, program)):
        assert (await owner.ask(NODE, id=id))["node"]
    changes: list[tuple[str, dict[str, Any]]] = [
        ("updateWebhookEndpoint", {"description": "mine"}),
        ("rotateWebhookSecret", {}),
        ("sendTestWebhook", {}),
        ("deleteWebhookEndpoint", {}),
    ]
    for who, caller in {**others, "the seller": seller, "the admin": admin}.items():
        for id in {sellers, companies} - {sellers if caller is seller else companies if caller is admin else ""}:
            assert (await caller.ask(NODE, id=id))["node"] is None, who
            for mutation, more in changes:
                assert (await caller.do(mutation, webhookId=id, **more)).refused == ["NOT_FOUND"], who
        if caller is not admin:
            assert (await caller.do("retryWebhookDelivery", deliveryId=delivery)).refused == ["NOT_FOUND"], who
            assert (await caller.ask(NODE, id=delivery))["node"] is None, who
            told = await caller.do("createWebhookEndpoint", organizationId=organization, url=URL, events=["TEST"])
            assert told.refused in (["NOT_FOUND"], ["FORBIDDEN"]), who
            seen = (await caller.send(MINE, {"id": organization})).data["organization"]
            assert not seen or seen["webhookEndpoints"] == [], who
    # Tokens that only read, see it and change nothing; without orders they don't even see it.
    reader = await token("orders:read", "organizations:read")
    assert (await reader.do("deleteWebhookEndpoint", webhookId=companies)).refused == ["FORBIDDEN"]
    assert (await reader.do("createWebhookEndpoint", url=URL, events=["TEST"])).refused == ["FORBIDDEN"]
    assert (await (await token("organizations:read")).ask(NODE, id=companies))["node"] is None
    stranger = hub.browser()
    assert (await stranger.do("deleteWebhookEndpoint", webhookId=companies)).refused == ["UNAUTHENTICATED"]
    assert (await stranger.ask(NODE, id=companies))["node"] is None
    for mutation, more in changes:
        for id, caller in ((sellers, seller), (companies, admin)):
            assert not (await caller.do(mutation, webhookId=id, **more)).refused
    assert await WebhookDelivery.all().count() == 0
    history = "query ($id: ID!) { organization(id: $id) { history { kind summary } } }"
    told_of = [one["kind"] for one in (await admin.ask(history, id=organization))["organization"]["history"]]
    assert told_of[::-1] == [
        *("webhook_added", "webhook_added", "webhook_changed", "webhook_secret_rotated", "webhook_removed")
    ]


async def test_a_query_is_set_and_sent_elsewhere_only_by_tokens_that_may_read_what_it_reads(hub: Product) -> None:
    program, writer = await hub.program("Globex"), await hub.program("Globex", "orders:read", "orders:write")
    asking: dict[str, Any] = {"url": URL, "events": ["TEST"], "query": GOOD}
    assert (await writer.do("createWebhookEndpoint", **asking)).refused == ["FORBIDDEN"]
    query, plain = await made(program, **asking), await made(writer)
    assert (await writer.do("updateWebhookEndpoint", webhookId=query, url=f"{URL}/2")).refused == ["FORBIDDEN"]
    assert (await writer.do("updateWebhookEndpoint", webhookId=plain, query=GOOD)).refused == ["FORBIDDEN"]
    for id in (query, plain):
        assert not (await writer.do("updateWebhookEndpoint", webhookId=id, enabled=False)).refused


async def test_what_is_entered_is_checked_all_at_once(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    answer = await seller.do("createWebhookEndpoint", url="ftp://x", events=[], description="x" * 201, query="x" * 4001)
    assert answer.fields == {"url": "INVALID", "events": "REQUIRED", "description": "TOO_LONG", "query": "TOO_LONG"}
    assert (await seller.do("createWebhookEndpoint", url=" ", events=["TEST"])).fields == {"url": "REQUIRED"}
    await product.place()
    person = await product.signed_in("pat@partner.example")
    assert (await person.do("createWebhookEndpoint", url=URL, events=["TEST"])).fields == {"organizationId": "REQUIRED"}
    id = await made(seller, description="  ours ", query=f"  {GOOD} ", events=["TEST", "ORDER_PLACED", "TEST"])
    same = await seller.do("updateWebhookEndpoint", webhookId=id)
    assert same.payload["webhookEndpoint"] == {
        "id": id,
        "url": URL,
        "events": ["ORDER_PLACED", "TEST"],
        "query": GOOD,
        "description": "ours",
        "enabled": True,
        "disabledReason": None,
    }
    changed = await seller.do(
        "updateWebhookEndpoint", webhookId=id, url=None, events=None, enabled=False, query=None, description=None
    )
    told = changed.payload["webhookEndpoint"]
    assert (told["url"], told["query"], told["description"], told["enabled"]) == (URL, None, None, False)
    assert (await seller.do("updateWebhookEndpoint", webhookId=id, url="https://10.0.0.1/")).fields == {
        "url": "INVALID"
    }
    assert (await seller.do("sendTestWebhook", webhookId=id)).refused == ["NOT_ELIGIBLE"]
    for _ in range(webhooks.MAX_ENDPOINTS - 1):
        await made(seller)
    assert (await seller.do("createWebhookEndpoint", url=URL, events=["TEST"])).refused == ["NOT_ELIGIBLE"]


async def test_the_administrators_hear_that_their_orders_are_told_to_another_system(hub: Product) -> None:
    admin = await hub.signed_in("admin@globex.example")
    id = await made(admin, organizationId=await company(admin))

    async def heard() -> list[str]:
        mails = await hub.mails("admin@globex.example", "NOTICE")
        return [mail["subject"] for mail in mails if "ebhook" in mail["subject"]]

    assert await heard() == ["Neuer Webhook: Globex"]
    await admin.do("updateWebhookEndpoint", webhookId=id, description="ours", url=f"{URL}/other")
    assert len(await heard()) == 1
    await admin.do("updateWebhookEndpoint", webhookId=id, url="https://elsewhere.example/hooks")
    assert (await heard())[0] == "Webhook hat eine neue Adresse: Globex"
    [newest, *_] = await hub.mails("admin@globex.example", "NOTICE")
    assert "elsewhere.example" in newest["text"]
    assert "elsewhere.example/hooks" not in newest["text"]  # a path may hold a key
    assert any(link.endswith("/api-access") for link in newest["links"])


async def test_the_limit_of_webhooks_holds_when_many_are_made_at_once(hub: Product) -> None:
    seller = await hub.integrator("cloud-sales")
    admin = await hub.signed_in("admin@globex.example")
    of_seller: dict[str, Any] = {"url": URL, "events": ["ORDER_PLACED"]}
    of_company = of_seller | {"organizationId": await company(admin)}
    for owner, wanted in ((seller, of_seller), (admin, of_company)):
        answers = await asyncio.gather(
            *(owner.do("createWebhookEndpoint", **wanted) for _ in range(webhooks.MAX_ENDPOINTS + 3))
        )
        assert [answer.refused for answer in answers].count([]) == webhooks.MAX_ENDPOINTS


async def test_production_takes_no_plain_http_and_no_address_of_this_machine(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await product.integrator("cloud-sales")
    with monkeypatch.context() as patch:
        for name, value in (
            ("ENVIRONMENT", "production"),
            ("SMTP_URL", "smtp://x"),
            ("PUBLIC_URL", "https://h.example"),
        ):
            patch.setenv(name, value)
        settings.cache_clear()
        for url in ("http://hooks.example/", "https://localhost/", "https://hooks.example:8443/", "https://127.0.0.1/"):
            assert (await seller.do("createWebhookEndpoint", url=url, events=["TEST"])).fields == {"url": "INVALID"}, (
                url
            )
    settings.cache_clear()
    await made(seller, url="http://localhost:9000/")


BAD_QUERIES = {
    "nonsense": "can’t be run",
    "query($order: ID!) { nothing }": "can’t be run",
    "query($order: ID!) { viewer { email } }": "can’t be run",
    "query($order: ID!) { order(id: $order) { ...F } } fragment F on Order { ...F }": "can’t be run",
    "query A($order: ID!) { order(id: $order) { id } } query B { viewer { email } }": "can’t be run",
    "{ viewer { email } }": "has to begin",
    "query($id: ID!) { order(id: $id) { id } }": "has to begin",
    'query($order: ID) { viewer { email @skip(if: false) } node(id: "x") { id } }': "can’t be run",
    "query($order: ID!, $first: Int) { order(id: $order) { timeline(first: $first) { edges { cursor } } } }": "begin",
    "mutation($order: ID!) { cancelOrder(input: {orderId: $order}) { order { id } } }": "one query",
    "subscription($order: ID!) { orderChanged(orderId: $order) { id } }": "one query",
    "query($order: ID!) { order(id: $order) { id } a: orders(first: 100) { edges { cursor } }"
    " b: orders(first: 100) { edges { cursor } } }": "costs 20",
}


async def test_a_query_that_can_not_be_run_for_each_event_is_refused(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = await made(seller)
    for query, why in BAD_QUERIES.items():
        answer = await seller.do("createWebhookEndpoint", url=URL, events=["ORDER_PLACED"], query=query)
        assert answer.fields == {"query": "INVALID"}, query
        assert why in answer.payload["userErrors"][0]["message"]
        assert (await seller.do("updateWebhookEndpoint", webhookId=id, query=query)).fields == {"query": "INVALID"}
    assert await WebhookEndpoint.all().count() == 1


async def test_a_secret_is_told_once_and_a_mutation_sent_again_makes_nothing_more(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    given: dict[str, Any] = {"url": URL, "events": ["ORDER_PLACED"]}
    first = await seller.do("createWebhookEndpoint", key="a", **given)
    again = await seller.do("createWebhookEndpoint", key="a", **given)
    id = first.payload["webhookEndpoint"]["id"]
    assert first.payload["secret"].startswith("whsec_")
    assert (again.payload["webhookEndpoint"]["id"], again.payload["secret"]) == (id, None)
    other = await seller.do("createWebhookEndpoint", key="a", **(given | {"events": ["TEST"]}))
    assert other.refused == ["IDEMPOTENCY_KEY_REUSED"]
    rotated = await seller.do("rotateWebhookSecret", key="b", webhookId=id)
    await seller.do("rotateWebhookSecret", key="b", webhookId=id)
    kept = await WebhookEndpoint.get()
    assert (kept.secret, kept.previous_secret) == (rotated.payload["secret"], first.payload["secret"])
    sent = [await seller.do("sendTestWebhook", key="c", webhookId=id) for _ in range(2)]
    assert sent[0].payload["delivery"]["id"] == sent[1].payload["delivery"]["id"]
    for _ in range(2):
        gone = await seller.do("deleteWebhookEndpoint", key="d", webhookId=id)
        assert (gone.payload["webhookEndpoint"], gone.refused) == (None, [])


async def test_the_log_is_read_page_by_page_and_by_state(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = await made(seller)
    number = number_of("WebhookEndpoint", id)
    for state in ("FAILED", "DELIVERED", "FAILED", "PENDING"):
        await WebhookDelivery.create(
            endpoint_id=number, event="TEST", state=state, payload="{}", created_at=product.now, tried_since=product.now
        )
    query = """query ($id: ID!, $first: Int, $after: String, $state: WebhookDeliveryState) { node(id: $id) {
      ... on WebhookEndpoint { deliveries(first: $first, after: $after, state: $state) {
        edges { node { id state } } pageInfo { hasNextPage endCursor } } } } }"""

    async def page(**given: Any) -> tuple[list[str], Any]:
        found = (await seller.ask(query, id=id, **given))["node"]["deliveries"]
        return [edge["node"]["state"] for edge in found["edges"]], found["pageInfo"]

    states, info = await page(first=3)
    assert (states, info["hasNextPage"]) == (["PENDING", "FAILED", "DELIVERED"], True)
    assert (await page(first=3, after=info["endCursor"]))[0] == ["FAILED"]
    assert (await page(state="FAILED"))[0] == ["FAILED", "FAILED"]
    wrong = await seller.send(query, {"id": id, "after": "nonsense"})
    assert wrong.errors[0]["extensions"]["code"] == "BAD_USER_INPUT"
