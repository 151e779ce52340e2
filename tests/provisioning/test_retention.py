"""What is deleted once it is old enough, and what stays: alike on both databases."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from backend import database
from backend.models.organization import Organization
from backend.models.outbox import EmailMessage
from backend.provisioning import listed_orders, order_words, retention
from backend.schema.ids import number_of
from backend.settings import settings
from backend.worker import schedule
from tests.api import Caller
from tests.product import Product, create, location, service, sites
from tests.provisioning.finder.statements import recorded
from tests.provisioning.test_handover import completed
from tests.provisioning.test_order_check import whole_database

ORDER = """query ($id: ID!) { order(id: $id) { status emails { kind to }
  timeline(first: 50) { edges { node { kind summary actor } } } } }"""
LISTED = "query ($text: String) { orders(filter: { text: $text }) { edges { node { id } } } }"
ELSEWHERE = {"IdempotencyKey", "RateCounter", "CostBucket", "SignInCode", "ActivitySweep", "Session"}


def old(product: Product, days: int = 40) -> Any:
    """The time before which something is old."""
    return product.now - timedelta(days=days)


async def count_rows() -> dict[str, int]:
    """How many rows each table has, but for those that have an end of their own."""
    return {name: len(rows) for name, rows in (await whole_database()).items() if name not in ELSEWHERE}


async def happened(caller: Caller, id: str) -> list[str]:
    """The timeline, oldest first."""
    edges = (await caller.ask(ORDER, id=id))["order"]["timeline"]["edges"]
    return [edge["node"]["kind"] for edge in reversed(edges)]


async def found(caller: Caller, text: str | None = None) -> set[str]:
    """The orders of a list or search."""
    return {edge["node"]["id"] for edge in (await caller.ask(LISTED, text=text))["orders"]["edges"]}


async def repaired() -> int:
    """How many orders the worker finds wrong in what it compares each day."""
    return await order_words.repair() + await listed_orders.repair()


async def closed(product: Product) -> str:
    """An order that its deadline closed; its contact had created an organization and saved sites before."""
    contact, order = await product.mapped()
    await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme-hq"))
    assert not (await contact.do("undoMapping", orderId=order["id"])).refused
    product.later(days=31)
    await product.worker.run_due_transitions()
    await product.deliver()
    return str(order["id"])


async def cancelled(product: Product, seller: Caller) -> str:
    """An order that was cancelled while its organizations, which it had created, were confirmed."""
    _, order = await product.mapped("eve@globex.example")
    assert (await seller.do("cancelOrder", orderId=order["id"])).order["status"] == "CANCELLED"
    await product.deliver()
    return str(order["id"])


async def test_orders_that_were_closed_or_cancelled_go_with_everything_on_them_and_nothing_else(
    product: Product,
) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    kept = await completed(product)
    await product.deliver()
    before = await count_rows()
    gone = [await closed(product), await cancelled(product, seller)]
    assert await found(seller, "Acme") == {kept, *gone}
    product.later(days=39)
    assert await retention.remove_orders(old(product), product.now) == 0
    product.later(days=2)
    assert await retention.remove_orders(old(product), product.now) == 2
    assert await count_rows() == before
    assert await found(seller) == await found(seller, "Acme") == {kept}
    assert await repaired() == 0
    for id in gone:
        assert (await seller.send(ORDER, {"id": id})).data == {"order": None}
        assert (await seller.do("reopenOrder", orderId=id)).refused == ["NOT_FOUND"]


async def test_a_pass_goes_on_where_its_last_batch_ended(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_BATCH", 1)
    seller = await product.integrator("cloud-sales")
    gone = [number_of("Order", await closed(product)), number_of("Order", await cancelled(product, seller))]
    product.later(days=41)
    with recorded() as statements:
        assert await retention.remove_orders(old(product), product.now) == 2
    begun = [values[1:] for sql, values in statements if "ORDER BY updated_at" in sql]
    assert [at[-1:] for at in begun] == [[], gone[:1], gone[1:]]


async def test_a_number_of_a_removed_order_is_placed_anew_and_its_old_link_leads_nowhere(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    input = product.order_input()
    first = (await seller.do("placeOrder", **input)).order
    link = await product.link("pat@partner.example")
    await seller.do("cancelOrder", orderId=first["id"])
    product.later(days=41)
    assert await retention.remove_orders(old(product), product.now) == 1
    assert (await product.browser().do("openSetupLink", token=link)).refused == ["LINK_UNKNOWN"]
    again = (await seller.do("placeOrder", **input)).order
    assert again["status"] == "AWAITING_CONTACT"
    assert again["id"] != first["id"]


async def test_an_order_whose_sites_or_locations_an_organization_owns_is_never_removed(product: Product) -> None:
    await product.directory()
    id = number_of("Order", await completed(product))
    product.later(days=400)
    for status in ("COMPLETED", "CLOSED", "CANCELLED"):
        await database.execute("UPDATE orders SET status = $1 WHERE id = $2", [status, id])
        before = await whole_database()
        assert await retention.remove_orders(old(product), product.now) == 0
        assert await whole_database() == before


async def test_an_organization_that_a_removed_order_made_and_others_use_stays(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    contact, id = await product.choosing("pat@partner.example")
    await create(contact, id, "PARTNER", "Partner")
    await create(contact, id, "CUSTOMER", "Acme")
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    made = {row.id for row in await Organization.filter(created_for_order_id=number_of("Order", id))}
    assert len(made) == 2
    await database.execute("UPDATE orders SET status = 'CANCELLED' WHERE id = $1", [number_of("Order", id)])
    product.later(days=41)
    assert await retention.remove_orders(old(product), product.now) == 1
    assert {(row.id, row.status.value, row.created_for_order_id) for row in await Organization.filter(id__in=made)} == {
        (one, "ACTIVE", None) for one in made
    }
    assert await found(seller) == set()


async def test_the_timeline_of_an_order_that_ended_says_that_it_was_deleted(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    id, open_order = await completed(product), (await product.place(seller))["id"]
    await product.deliver()
    whole, other = await happened(seller, id), await happened(seller, open_order)
    order = await seller.order(id)
    product.later(days=39)
    assert await retention.delete_timelines(old(product), product.now) == 0
    assert await happened(seller, id) == whole
    product.later(days=2)
    assert await retention.delete_timelines(old(product), product.now) == 1
    for reader in (seller, await product.support()):
        [edge] = (await reader.ask(ORDER, id=id))["order"]["timeline"]["edges"]
        assert edge["node"]["kind"] == "history_deleted"
        assert edge["node"]["summary"] == "Deleted what happened before: the order ended long ago"
    assert await seller.order(id) == order
    assert await happened(seller, open_order) == other
    assert await repaired() == 0
    with pytest.raises(Exception, match="append-only"):
        await database.execute("DELETE FROM order_event WHERE order_id = $1", [number_of("Order", id)])
    with pytest.raises(Exception, match="append-only"):
        await database.execute(
            "UPDATE order_event SET actor = 'somebody' WHERE order_id = $1", [number_of("Order", id)]
        )


async def test_a_timeline_that_went_on_is_deleted_again_when_that_is_old(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    id = await completed(product)
    await product.deliver()
    calling = service(await seller.order(id), "CALLING")["id"]
    product.later(days=41)
    assert await retention.delete_timelines(old(product), product.now) == 1
    contact = await product.signed_in("user@north.example")
    version = (await seller.order(id))["version"]
    added = await contact.do("addLocation", serviceId=calling, expectedVersion=1, **location("Branch"))
    assert added.order["version"] == version + 1
    await product.provision()
    product.later(days=41)
    young = await happened(seller, id)
    assert young[:2] == ["history_deleted", "location_added"]
    assert await retention.delete_timelines(old(product, 50), product.now) == 0
    assert await retention.delete_timelines(old(product), product.now) == 1
    assert await retention.delete_timelines(old(product), product.now) == 0
    assert await happened(seller, id) == ["history_deleted"]


async def test_mails_that_were_sent_or_failed_go_and_who_got_them_finds_no_order_by_them(product: Product) -> None:
    seller, support = await product.integrator("cloud-sales"), await product.integrator("desk", "support")
    id = (await product.place(seller))["id"]
    await product.deliver()
    await seller.do("changeProvisioningContact", orderId=id, email="eve@partner.example")
    await product.deliver()
    [first, *_] = await EmailMessage.filter(order_id=number_of("Order", id)).order_by("id")
    await EmailMessage.filter(id=first.id).update(recipient="olga@partner.example")
    await order_words.rewrite([number_of("Order", id)])
    assert await found(support, "olga@partner.example") == {id}
    before = len(await EmailMessage.all())
    product.later(days=41)
    await seller.do("resendSetupEmail", orderId=id)  # waits to be sent
    assert await retention.delete_mails(old(product)) == before
    assert [mail.state for mail in await EmailMessage.all()] == ["QUEUED"]
    assert await found(support, "olga@partner.example") == set()
    assert await repaired() == 0
    assert len((await seller.ask(ORDER, id=id))["order"]["emails"]) == 1
    await product.deliver()
    assert await retention.delete_mails(old(product)) == 0


async def test_a_mail_of_an_alarm_stays_and_one_that_others_were_sent_with_goes_after_them(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    id = (await product.place(seller))["id"]
    await product.deliver()
    [mail] = await EmailMessage.filter(order_id=number_of("Order", id))
    alarm = "UPDATE orders SET undelivered_to = $2 WHERE id = $1"
    await database.execute(alarm, [number_of("Order", id), mail.recipient])
    product.later(days=41)
    assert await retention.delete_mails(old(product)) == 0
    await database.execute(alarm, [number_of("Order", id), None])
    await product.place(seller)
    await product.deliver()
    [young] = await EmailMessage.filter(id__gt=mail.id)
    await EmailMessage.filter(id=young.id).update(sent_with=mail.id)
    assert await retention.delete_mails(old(product)) == 0
    product.later(days=41)
    assert [await retention.delete_mails(old(product)) for _ in range(3)] == [1, 1, 0]


async def test_the_worker_deletes_what_the_settings_say_and_nothing_without_them(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    seller = await product.integrator("cloud-sales")
    gone = await cancelled(product, seller)
    await product.place(seller)
    await product.deliver()
    product.later(days=300)
    before = await count_rows()
    await schedule.housekeeping()
    assert await count_rows() == before

    changed = []
    for days in ({"keep_mails": 301}, {"keep_mails": 300}, {"keep_events": 300}, {"keep_closed_orders": 300}):
        product.later(hours=1)
        monkeypatch.setattr(retention, "settings", partial(replace, settings(), **days))
        await schedule.housekeeping()
        after = await count_rows()
        changed.append({name for name, rows in after.items() if rows != before[name]})
        before = after
    assert changed[:3] == [set(), {"EmailMessage"}, {"OrderEvent"}]
    assert {"Order", "OrderEvent", "Service", "SetupLink"} <= changed[3]
    assert gone not in await found(seller)
