"""Webhooks, from a change to a real receiver: what is told, to whom, how often, and what a bad receiver costs."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError
from starlette.applications import Starlette

from backend import clock, database
from backend.models.organization import Organization
from backend.models.outbox import EmailMessage
from backend.models.person import ApiToken
from backend.models.webhook import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from backend.provisioning import undelivered, webhooks
from backend.resolvers import webhook_queries
from backend.schema.ids import global_id, number_of
from backend.settings import settings
from backend.webhook_addresses import read_url
from backend.worker import webhooks as worker_webhooks
from backend.worker.loop import Worker
from backend.worker.webhooks import _BEGIN, _ENDPOINT, Places, _compose, _Endpoint
from tests.api import Caller
from tests.product import Product, location, service
from tests.receiver import Received, Receiver, receiver, silent

EVENTS = [
    *("ORDER_PLACED", "ORDER_MAPPED", "ORDER_STATUS_CHANGED", "SERVICE_STATE_CHANGED", "ORDER_COMPLETED"),
    *("ORDER_CLOSED", "ORDER_CANCELLED", "ORDER_DISPUTED", "EMAIL_FAILED"),
]
LOG = """query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { enabled disabledReason
  deliveries(first: 100) { edges { node { id event state nextAttemptAt attempts { status error response } } } } } } }"""
QUERY = "query($order: ID!) { order(id: $order) { orderNumber status provisioningContactEmail } }"


@pytest.fixture
async def shop(fresh_sqlite: str, application: Starlette, the_clock: None) -> AsyncIterator[Product]:
    """The product on one kind of database: what is tried here does not depend on it."""
    await database.connect(fresh_sqlite)
    async with Product(application) as product:
        yield product
    await database.disconnect()


@pytest.fixture
async def other() -> AsyncIterator[Receiver]:
    """A receiver."""
    async with receiver() as running:
        yield running


async def endpoint(seller: Caller, url: str, **given: Any) -> tuple[str, str]:
    """A new webhook of the seller's; its id and its secret."""
    answer = await seller.do("createWebhookEndpoint", url=url, **({"events": EVENTS} | given))
    assert not answer.refused, answer.payload
    return answer.payload["webhookEndpoint"]["id"], answer.payload["secret"]


async def told(product: Product) -> None:
    """Let everything be sent that is due, by a worker that remembers no failure."""
    product.worker.webhooks.places = Places()
    while await product.worker.deliver_webhook():
        pass


async def log(caller: Caller, id: str) -> list[Any]:
    """What the delivery log says, oldest first."""
    found = (await caller.ask(LOG, id=id))["node"]["deliveries"]["edges"]
    return [edge["node"] for edge in reversed(found)]


def opened(got: Received, secret: str) -> Any:
    """The payload of a request, whose signature is verified by the published library."""
    return Webhook(secret).verify(got.body, got.headers)


async def test_what_happens_to_an_order_is_told_to_its_seller_in_order(product: Product, other: Receiver) -> None:
    seller, rival = await product.integrator("cloud-sales"), await product.integrator("rival")
    id, secret = await endpoint(seller, other.url("/mine?key=1"))
    await endpoint(rival, other.url("/rival"))
    await endpoint(seller, other.url("/placed"), events=["ORDER_PLACED"])
    _contact, order = await product.mapped()
    await told(product)
    for_us = [got for got in other.received if got.path == "/mine?key=1"]
    payloads = [json.loads(got.body) for got in for_us]
    assert [(one["type"], one["data"]["status"]) for one in payloads] == [
        ("ORDER_PLACED", "SCHEDULED"),
        ("ORDER_STATUS_CHANGED", "AWAITING_CONTACT"),
        ("ORDER_STATUS_CHANGED", "FINDING_ORGANIZATIONS"),
        ("ORDER_STATUS_CHANGED", "MAPPED"),
        ("ORDER_MAPPED", "MAPPED"),
    ]
    assert {one["data"]["orderId"] for one in payloads} == {order["id"]}
    assert [got.path for got in other.received if got not in for_us] == ["/placed"]
    assert len({got.headers["webhook-id"] for got in other.received}) == len(other.received)
    assert opened(for_us[-1], secret)["data"]["orderNumber"] == order["orderNumber"]
    with pytest.raises(WebhookVerificationError):
        opened(for_us[-1], webhooks.new_secret())
    first = (await log(seller, id))[0]
    assert (first["event"], first["state"], first["nextAttemptAt"]) == ("ORDER_PLACED", "DELIVERED", None)
    assert first["attempts"] == [{"status": 204, "error": None, "response": None}]
    assert not (await seller.do("cancelOrder", orderId=order["id"])).refused
    await told(product)
    assert [json.loads(got.body)["type"] for got in other.received[-2:]] == ["ORDER_STATUS_CHANGED", "ORDER_CANCELLED"]
    assert json.loads(other.received[-1].body)["data"]["status"] == "CANCELLED"


async def test_each_service_and_each_mail_that_failed_is_told(product: Product, other: Receiver) -> None:
    seller = await product.integrator("cloud-sales")
    await endpoint(seller, other.url(), events=["SERVICE_STATE_CHANGED", "ORDER_COMPLETED", "EMAIL_FAILED"])
    contact, order = await product.mapped()
    calling = service(order, "CALLING")
    assert not (await contact.do("saveCallingLocation", serviceId=calling["id"], **location())).refused
    assert not (await contact.do("submitService", serviceId=calling["id"])).refused
    await product.provision()
    mail = await EmailMessage.filter(order_id=number_of("Order", order["id"])).first()
    assert mail is not None
    async with database.transaction():
        await undelivered.record_return(mail.id, "550 No such user", product.now)
    await told(product)
    payloads = [json.loads(got.body) for got in other.received]
    states = [(one["data"]["service"]["previousState"], one["data"]["service"]["state"]) for one in payloads[:-1]]
    assert states[0] == ("NOT_STARTED", "READY_FOR_REVIEW")
    assert states.count(("PROVISIONING", "PROVISIONED")) == 2
    assert payloads[0]["data"]["service"]["id"] == calling["id"]
    assert payloads[-1]["type"] == "EMAIL_FAILED"
    assert payloads[-1]["data"]["emailId"] == global_id("EmailMessage", mail.id)
    assert "@" not in json.dumps(payloads)


async def test_an_organization_is_told_of_orders_that_it_sees_and_of_losing_one(
    product: Product, other: Receiver
) -> None:
    await product.directory()
    for local in ("north", "globex", "initech"):
        admin = await product.signed_in(f"admin@{local}.example")
        [own] = (await admin.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"]
        await endpoint(admin, other.url(f"/{local}"), organizationId=own["id"])
    contact, order = await product.partnered()
    await told(product)
    assert sorted((got.path, json.loads(got.body)["type"]) for got in other.received) == [
        (path, event) for path in ("/globex", "/north") for event in ("ORDER_MAPPED", "ORDER_STATUS_CHANGED")
    ]
    other.received.clear()
    assert not (await contact.do("undoMapping", orderId=order["id"], reason="Wrong")).refused
    await told(product)
    assert sorted((got.path, json.loads(got.body)["data"]["status"]) for got in other.received) == [
        ("/globex", "FINDING_ORGANIZATIONS"),
        ("/north", "FINDING_ORGANIZATIONS"),
    ]
    assert not (await contact.do("confirmOrganizations", orderId=order["id"])).refused


async def test_the_answer_to_the_endpoints_own_query_is_sent_and_stays_as_it_was_first_sent(
    product: Product, other: Receiver
) -> None:
    seller = await product.integrator("cloud-sales")
    _, secret = await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=QUERY)
    other.answers = [500]
    order = await product.place(seller)
    await told(product)
    expected = {"order": {"orderNumber": order["orderNumber"], "status": "AWAITING_CONTACT"}}
    expected["order"]["provisioningContactEmail"] = "pat@partner.example"
    assert opened(other.received[0], secret)["data"] == expected
    assert not (await seller.do("cancelOrder", orderId=order["id"])).refused
    product.later(hours=1)
    await told(product)
    assert other.received[1].body == other.received[0].body
    assert other.received[1].headers["webhook-id"] == other.received[0].headers["webhook-id"]


async def test_a_query_that_reads_what_its_owner_may_not_see_gets_errors_and_no_data(
    shop: Product, other: Receiver
) -> None:
    seller, rival = await shop.integrator("cloud-sales"), await shop.integrator("rival")
    order = await shop.place(rival)
    query = QUERY.replace("id: $order", f'id: "{order["id"]}"').replace(
        "{ order(", "{ own: node(id: $order) { id } order(", 1
    )
    await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=query)
    await shop.place(seller)
    await told(shop)
    payload = json.loads(other.received[0].body)
    assert payload["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert not (payload["data"] or {}).get("order")


async def test_nothing_is_sent_while_the_owner_may_not_read_orders(shop: Product, other: Receiver) -> None:
    await shop.directory()
    seller = await shop.integrator("cloud-sales")
    id, _ = await endpoint(seller, other.url("/seller"), events=["ORDER_PLACED"])
    for local in ("north", "south"):
        admin = await shop.signed_in(f"admin@{local}.example")
        [own] = (await admin.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"]
        await endpoint(admin, other.url(f"/{local}"), organizationId=own["id"], events=["ORDER_MAPPED"])
    north = await Organization.get(external_id="North")
    await Organization.filter(external_id="South").update(status="MERGED", survivor_id=north.id)
    contact, order = await shop.partnered()
    await ApiToken.all().update(revoked_at=clock.now())
    await Organization.filter(id=north.id).update(status="SUSPENDED")
    await told(shop)
    assert other.received == []
    seller = await shop.integrator("cloud-sales")
    [waiting] = await log(seller, id)
    assert waiting["state"] == "PENDING"
    assert [one["error"] for one in waiting["attempts"]] == [
        "The webhook’s owner could not use the API at that time, so nothing was sent."
    ]
    # To who is not in use nothing is written either.
    written = await WebhookDelivery.all().count()
    assert not (await contact.do("undoMapping", orderId=order["id"], reason="Wrong")).refused
    assert await WebhookDelivery.all().count() == written
    await Organization.filter(id=north.id).update(status="ACTIVE")
    shop.later(hours=1)
    await told(shop)
    assert sorted(got.path for got in other.received) == ["/north", "/seller", "/south"]


async def test_an_undone_mapping_takes_the_webhooks_of_the_organization_that_it_had_made(
    shop: Product, other: Receiver
) -> None:
    contact, order = await shop.mapped()
    person = await shop.signed_in("pat@acme.example")
    [own] = (await person.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"]
    await endpoint(person, other.url(), organizationId=own["id"], query=QUERY)
    assert not (await contact.do("undoMapping", orderId=order["id"])).refused
    # Whoever confirms it now may be somebody else.
    assert not (await contact.do("confirmOrganizations", orderId=order["id"])).refused
    await told(shop)
    assert other.received == []
    assert await WebhookEndpoint.all().count() == 0


async def test_a_query_that_can_not_be_answered_now_is_answered_later(
    shop: Product, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await shop.integrator("cloud-sales")
    id, _ = await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=QUERY)
    await shop.place(seller)

    async def busy(*_args: object) -> None:
        raise webhook_queries.NotNow

    with monkeypatch.context() as patch:
        patch.setattr(webhook_queries, "answer", busy)
        await told(shop)
    [waiting] = await log(seller, id)
    assert (waiting["state"], len(waiting["attempts"]), other.received) == ("PENDING", 1, [])
    shop.later(hours=1)
    await told(shop)
    assert json.loads(other.received[0].body)["data"]["order"]


async def test_a_worker_that_is_killed_after_sending_sends_the_same_again(
    product: Product, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await product.integrator("cloud-sales")
    id, secret = await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=QUERY)
    await product.place(seller)
    sending = asyncio.create_task(killed_after_sending(product.worker))
    await other.arrived.wait()
    await sending
    assert (await log(seller, id))[0]["state"] == "PENDING"
    product.later(seconds=20)
    product.worker = Worker(settings())
    await told(product)
    first, second = other.received
    assert (first.body, first.headers["webhook-id"]) == (second.body, second.headers["webhook-id"])
    opened(second, secret)
    assert (await log(seller, id))[0]["state"] == "DELIVERED"
    assert await WebhookDelivery.filter(unsettled__gt=0).count() == 0


async def killed_after_sending(worker: Worker) -> None:
    """Send what is due, and write nothing of it: as if the process had ended there."""
    row = await worker.webhooks.next_delivery()
    assert row is not None
    read = await database.record(_Endpoint, _ENDPOINT, [row["endpoint_id"], clock.now()])
    assert read is not None
    body = await _compose(row, read)
    await database.execute(_BEGIN, [body, row["id"]])
    target = read_url(read.url, development=True)
    result = await worker.webhooks.sender.post(
        target, worker.webhooks._headers(row, read, clock.now(), body), body.encode()
    )
    assert result.accepted


async def test_an_orders_next_event_waits_for_an_hour_and_no_other_order_does(
    product: Product, other: Receiver
) -> None:
    seller = await product.integrator("cloud-sales")
    await endpoint(seller, other.url(), events=["ORDER_PLACED", "ORDER_CANCELLED"])
    other.answers = [500]
    first = await product.place(seller)
    await told(product)
    assert not (await seller.do("cancelOrder", orderId=first["id"])).refused
    second = await product.place(seller)
    await told(product)

    def told_of(order: Any) -> list[str]:
        payloads = [json.loads(got.body) for got in other.received]
        return [one["type"] for one in payloads if one["data"]["orderId"] == order["id"]]

    assert told_of(second) == ["ORDER_PLACED"]
    assert told_of(first) == ["ORDER_PLACED"]
    product.later(minutes=2)
    await told(product)
    assert told_of(first) == ["ORDER_PLACED", "ORDER_PLACED", "ORDER_CANCELLED"]
    # What is refused time and again holds the others up for an hour.
    other.answers = [500]
    third = await product.place(seller)
    await told(product)
    await WebhookDelivery.filter(order_id=number_of("Order", third["id"])).update(
        due_at=product.now + timedelta(hours=3)
    )
    assert not (await seller.do("cancelOrder", orderId=third["id"])).refused
    await told(product)
    assert told_of(third) == ["ORDER_PLACED"]
    product.later(minutes=61)
    await told(product)
    assert told_of(third) == ["ORDER_PLACED", "ORDER_CANCELLED"]


async def test_failures_are_retried_over_three_days_then_the_endpoint_is_off_and_its_owner_hears(
    product: Product, other: Receiver
) -> None:
    await product.directory()
    admin = await product.signed_in("admin@globex.example")
    [own] = (await admin.ask("{ viewer { organizations { id } } }"))["viewer"]["organizations"]
    id, _ = await endpoint(admin, other.url(), organizationId=own["id"], events=["ORDER_MAPPED"])
    other.always = 503
    await product.partnered()
    begun = product.now
    while (await log(admin, id))[0]["state"] == "PENDING":
        await told(product)
        product.later(hours=4)
    assert timedelta(hours=60) < product.now - begun < timedelta(hours=84)
    [failed] = await log(admin, id)
    assert (failed["state"], failed["nextAttemptAt"]) == ("FAILED", None)
    assert 11 <= len(failed["attempts"]) <= 20
    assert failed["attempts"][0] == {"status": 503, "error": None, "response": "ok"}
    shown = (await admin.ask(LOG, id=id))["node"]
    assert (shown["enabled"], "three days" in shown["disabledReason"]) == (False, True)
    [mail, _made] = [mail for mail in await product.mails("admin@globex.example") if "Webhook" in mail["subject"]]
    assert "localhost" in mail["text"]
    assert "/hook" not in mail["text"]
    # Switched on again, it is told of what comes; what was missed is sent when asked for.
    other.always = 204
    refused = await admin.do("retryWebhookDelivery", deliveryId=failed["id"])
    assert refused.refused == ["NOT_ELIGIBLE"]
    on = await admin.do("updateWebhookEndpoint", webhookId=id, enabled=True)
    assert (on.payload["webhookEndpoint"]["enabled"], on.payload["webhookEndpoint"]["disabledReason"]) == (True, None)
    assert not (await admin.do("retryWebhookDelivery", deliveryId=failed["id"])).refused
    await told(product)
    assert (await log(admin, id))[0]["state"] == "DELIVERED"


async def test_one_event_that_is_refused_for_ever_switches_nothing_off_while_others_are_taken(
    shop: Product, other: Receiver
) -> None:
    seller = await shop.integrator("cloud-sales")
    id, _ = await endpoint(seller, other.url(), events=["ORDER_PLACED"])
    poisoned = await shop.place(seller)
    delivery = await WebhookDelivery.get()
    for _ in range(20):
        other.answers = [500]
        await WebhookDelivery.filter(id=delivery.id).update(due_at=shop.now)
        await told(shop)
        await shop.place(seller)
        await told(shop)
        if (await WebhookDelivery.get(id=delivery.id)).state == "FAILED":
            break
        shop.later(hours=6)
    states = {one["state"] for one in (await log(seller, id))[1:]}
    assert ((await log(seller, id))[0]["state"], states) == ("FAILED", {"DELIVERED"})
    assert (await WebhookEndpoint.get()).enabled
    assert poisoned["id"]


async def test_gone_switches_an_endpoint_off_at_once_with_all_that_waits(shop: Product, other: Receiver) -> None:
    seller = await shop.integrator("cloud-sales")
    id, _ = await endpoint(seller, other.url(), events=["ORDER_PLACED"])
    other.always = 410
    await shop.place(seller)
    await shop.place(seller)
    await told(shop)
    assert len(other.received) == 1
    assert [one["state"] for one in await log(seller, id)] == ["FAILED", "FAILED"]
    assert "410" in (await seller.ask(LOG, id=id))["node"]["disabledReason"]
    await shop.place(seller)
    assert len(await log(seller, id)) == 2


async def test_a_test_event_is_tried_once_and_retried_when_asked(shop: Product, other: Receiver) -> None:
    seller = await shop.integrator("cloud-sales")
    id, secret = await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=QUERY)
    other.answers = [404]
    sent = await seller.do("sendTestWebhook", webhookId=id)
    assert (sent.payload["delivery"]["event"], sent.payload["delivery"]["state"]) == ("TEST", "PENDING")
    await told(shop)
    [failed] = await log(seller, id)
    assert (failed["state"], failed["attempts"][0]["status"]) == ("FAILED", 404)
    assert not (await seller.do("retryWebhookDelivery", deliveryId=failed["id"])).refused
    await told(shop)
    assert opened(other.received[1], secret) == opened(other.received[0], secret)
    assert opened(other.received[1], secret)["data"] == {"webhookId": id}
    [delivered] = await log(seller, id)
    assert [one["status"] for one in delivered["attempts"]] == [404, 204]


async def test_after_rotation_both_secrets_are_good_for_a_day(shop: Product, other: Receiver) -> None:
    seller = await shop.integrator("cloud-sales")
    id, first = await endpoint(seller, other.url(), events=["ORDER_PLACED"])
    second = (await seller.do("rotateWebhookSecret", webhookId=id)).payload["secret"]
    assert second != first
    await shop.place(seller)
    await told(shop)
    for secret in (first, second):
        opened(other.received[0], secret)
    shop.later(hours=25)
    await shop.place(seller)
    await told(shop)
    assert other.received[1].headers["webhook-signature"].count("v1,") == 1
    assert len({received.headers["traceparent"] for received in other.received}) == 2
    with pytest.raises(WebhookVerificationError):
        Webhook(first).verify(other.received[1].body, other.received[1].headers)


async def test_bad_receivers_delay_nobody_else(shop: Product) -> None:
    seller = await shop.integrator("cloud-sales")
    assert shop.worker.webhooks.sender.timeout >= 10
    async with receiver() as bad, receiver() as good:
        bad.always = silent
        for number in range(9):
            await endpoint(seller, bad.url(f"/{number}"), events=["ORDER_PLACED"])
        await endpoint(seller, good.url(), events=["ORDER_PLACED"])
        orders = [await shop.place(seller) for _ in range(8)]
        running = asyncio.create_task(shop.worker.run())
        for count in range(1, len(orders) + 1):
            while len(good.received) < count:
                good.arrived.clear()
                await asyncio.wait_for(good.arrived.wait(), 60)
        shop.worker.stop()
        await running
        assert bad.most <= 9
    payloads = [json.loads(got.body) for got in good.received]
    assert {one["data"]["orderId"] for one in payloads} == {order["id"] for order in orders}


async def test_who_answers_well_has_places_of_their_own_and_others_one_each() -> None:
    places = Places()
    assert places.next_of([1, 2]) == [1, 2]
    for one in (1, 2):
        places.took(one)
    now = worker_webhooks._now()
    for delivery in range(worker_webhooks.CONCURRENCY_PER_ENDPOINT):
        assert 1 in places.next_of([1])
        places._under_way[delivery] = (1, now)
    assert places.next_of([1, 2]) == [2]
    for delivery in range(100, 100 + worker_webhooks.SLOW_CONCURRENCY):
        assert places.next_of([delivery]) == [delivery]
        places._under_way[delivery] = (delivery, now)
    assert places.next_of([1, 2, 100, 999]) == [2]
    places._under_way.clear()
    places.failed(1)
    assert places.next_of([1, 2]) == [2]
    places._until.clear()
    places._under_way[1] = (1, now)
    assert places.next_of([1, 2]) == [2]


async def test_a_huge_answer_to_a_query_is_not_sent(
    shop: Product, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_webhooks, "MAX_PAYLOAD", 100)
    seller = await shop.integrator("cloud-sales")
    await endpoint(seller, other.url(), events=["ORDER_PLACED"], query=QUERY)
    await shop.place(seller)
    await told(shop)
    payload = json.loads(other.received[0].body)
    assert (payload["data"], payload["errors"][0]["extensions"]["code"]) == (None, "TOO_LONG")


async def test_no_secret_is_logged_and_old_deliveries_go(
    product: Product, other: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    seller = await product.integrator("cloud-sales")
    with caplog.at_level("INFO"):
        id, secret = await endpoint(seller, other.url("/hook?token=secret-of-theirs"), events=["ORDER_PLACED"])
        other.always = 410
        await product.place(seller)
        await told(product)
    assert secret not in caplog.text
    assert "secret-of-theirs" not in caplog.text
    assert await WebhookAttempt.all().count() == 1
    product.later(days=29)
    await webhooks.delete_expired(product.now)
    assert await WebhookAttempt.all().count() == 1
    product.later(days=2)
    await webhooks.delete_expired(product.now)
    assert (await log(seller, id), await WebhookAttempt.all().count()) == ([], 0)
