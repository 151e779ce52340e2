"""One act on many orders: what a preview foresees, what each row comes to, and what happens to it in between."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from backend import clock, database
from backend.provisioning import act, batches
from backend.schema.ids import global_id
from tests.api import Answer, Caller
from tests.product import Product

SELLERS = "orders@seller.example"
PREVIEW = """mutation ($input: BatchInput!) { previewBatch(input: $input) {
  rows { orderId orderNumber companyName code message } userErrors { code field message } } }"""
FIELDS = """id act email reason stopped total done refused waiting finishedAt resultUrl
  rows(first: 100) { edges { cursor node { orderId orderNumber state code message } } pageInfo { hasNextPage } }"""
START = f"""mutation ($input: BatchInput!) {{ startBatch(input: $input) {{
  batch {{ {FIELDS} }} userErrors {{ code field message }} }} }}"""
STOP = f"""mutation ($input: BatchIdInput!) {{ stopBatch(input: $input) {{
  batch {{ {FIELDS} }} userErrors {{ code }} }} }}"""
READ = f"query ($id: ID!) {{ node(id: $id) {{ id ... on Batch {{ {FIELDS} }} }} }}"


async def placed(product: Product, count: int, **changes: Any) -> list[str]:
    """Orders of one salesperson, each of a contact of its own."""
    seller = await product.integrator("cloud-sales")
    orders = [
        await product.place(seller, provisioningContactEmail=f"pat{number}@partner.example", **changes)
        for number in range(count)
    ]
    return [order["id"] for order in orders]


async def send(caller: Caller, query: str, /, *, key: str | None = None, **input: Any) -> Any:
    """What a mutation of batches answers."""
    answer: Answer = await caller.send(query, {"input": input}, key=key)
    assert answer.errors == [], answer.errors
    return next(iter(answer.data.values()))


async def read(caller: Caller, id: str) -> Any:
    """A batch as it is now."""
    return (await caller.ask(READ, id=id))["node"]


def states(batch: Any) -> list[str]:
    """What came of each row: its state and why."""
    return [" ".join(filter(None, (edge["node"]["state"], edge["node"]["code"]))) for edge in batch["rows"]["edges"]]


async def numbers() -> list[int]:
    """The numbers of all batches."""
    return [int(row["id"]) for row in await database.rows("SELECT id FROM batch ORDER BY id")]


async def carried_out(product: Product) -> None:
    """Let the worker do all that is due."""
    while await product.worker.carry_on_one():
        pass


async def test_a_preview_says_of_each_order_what_its_row_will_come_to(product: Product) -> None:
    first, second, third = await placed(product, 3)
    seller = await product.integrator("cloud-sales")
    await seller.do("cancelOrder", orderId=second)
    sales = await product.signed_in(SELLERS)
    chosen: dict[str, Any] = {
        "act": "RESEND",
        "orderIds": [first, second, third, "bm9wZTox"],
        "reason": "They asked for it.",
    }
    rows = (await send(sales, PREVIEW, **chosen))["rows"]
    assert [(row["orderId"], row["code"]) for row in rows] == [
        (first, None),
        (second, "STEP_NOT_ALLOWED"),
        (third, None),
    ]
    assert rows[1]["message"] == "This step is not possible now."
    started = (await send(sales, START, **chosen))["batch"]
    assert (started["total"], started["waiting"], states(started)) == (3, 3, ["WAITING"] * 3)
    await carried_out(product)
    batch = await read(sales, started["id"])
    assert states(batch) == ["DONE", "REFUSED STEP_NOT_ALLOWED", "DONE"]
    assert (batch["done"], batch["refused"], batch["waiting"], batch["stopped"]) == (2, 1, 0, False)
    assert batch["finishedAt"]
    assert len(await product.mails("pat0@partner.example", "SETUP")) == 2
    assert len(await product.mails("pat1@partner.example", "SETUP")) == 1


async def test_who_owes_a_reason_is_told_before_and_each_timeline_has_it(product: Product) -> None:
    [id] = await placed(product, 1)
    sales = await product.signed_in(SELLERS)
    [row] = (await send(sales, PREVIEW, act="RESEND", orderIds=[id]))["rows"]
    assert row["code"] == "REQUIRED"
    await send(sales, START, act="DELEGATE", orderIds=[id], email="lea@partner.example", reason="Pat has left.")
    await carried_out(product)
    support = await product.support()
    asked = "query ($id: ID!) { order(id: $id) { timeline(first: 5) { edges { node { kind actor reason } } } } }"
    events = [edge["node"] for edge in (await support.ask(asked, id=id))["order"]["timeline"]["edges"]]
    assert [one["reason"] for one in events if one["kind"] == "contact_changed"] == ["Pat has left."]


async def test_what_can_be_no_batch_is_refused_as_a_whole(product: Product) -> None:
    [id] = await placed(product, 1)
    sales = await product.signed_in(SELLERS)

    async def refused(**input: Any) -> list[tuple[str, list[str]]]:
        answers = [await send(sales, query, **input) for query in (PREVIEW, START)]
        assert answers[0]["userErrors"] == answers[1]["userErrors"]
        return [(error["code"], error["field"]) for error in answers[0]["userErrors"]]

    assert await refused(act="DELEGATE", orderIds=[id], email="nobody") == [("INVALID", ["email"])]
    assert await refused(act="DELEGATE", orderIds=[id]) == [("REQUIRED", ["email"])]
    assert await refused(act="RESEND") == [("INVALID", ["orderIds"])]
    assert await refused(act="RESEND", orderIds=[id], filter={}) == [("INVALID", ["orderIds"])]
    assert await refused(act="RESEND", orderIds=[]) == [("REQUIRED", ["orderIds"])]
    assert await refused(act="RESEND", orderIds=[global_id("Order", number) for number in range(1_001)]) == [
        ("TOO_LONG", ["orderIds"])
    ]
    assert await refused(act="RESEND", filter={"text": "nothing of the kind"}) == [("REQUIRED", ["filter"])]
    assert await refused(act="RESEND", orderIds=[id], reason="x" * 1_001) == [("TOO_LONG", ["reason"])]


async def test_all_that_match_are_those_that_the_list_has(product: Product) -> None:
    await placed(product, 3, companyName="Acme")
    await placed(product, 2, companyName="Globex")
    sales = await product.signed_in(SELLERS)
    rows = (await send(sales, PREVIEW, act="CANCEL", filter={"text": "globex"}))["rows"]
    assert [row["companyName"] for row in rows] == ["Globex"] * 2
    assert {row["code"] for row in rows} == {"NOT_ELIGIBLE"}
    support = await product.support()
    rows = (await send(support, PREVIEW, act="CANCEL", filter={"text": "globex"}, reason="Sold twice."))["rows"]
    assert {row["code"] for row in rows} == {None}


async def test_only_people_have_batches_and_each_only_their_own(product: Product) -> None:
    [id] = await placed(product, 1)
    await product.place(provisioningContactEmail="eve@south.example", sellerEmail=None)
    sales, seller = await product.signed_in(SELLERS), await product.integrator("cloud-sales")
    started = (await send(sales, START, act="RESEND", orderIds=[id], reason="They asked for it."))["batch"]
    for caller, code in ((seller, "FORBIDDEN"), (product.browser(), "UNAUTHENTICATED")):
        for query in (PREVIEW, START):
            answer = await caller.send(query, {"input": {"act": "RESEND", "orderIds": [id]}})
            assert [error["extensions"]["code"] for error in answer.errors] == [code]
    stranger, support = await product.signed_in("eve@south.example"), await product.support()
    for caller in (stranger, support):
        assert await read(caller, started["id"]) is None
        answer = await caller.send(STOP, {"input": {"batchId": started["id"]}})
        assert [error["extensions"]["code"] for error in answer.errors] == ["NOT_FOUND"]
        assert (await caller.ask("{ viewer { batches { id } } }"))["viewer"]["batches"] == []
    assert (await send(stranger, PREVIEW, act="RESEND", orderIds=[id]))["rows"] == []
    assert (await sales.ask("{ viewer { batches { id } } }"))["viewer"]["batches"] == [{"id": started["id"]}]


async def test_a_row_asks_for_the_rights_and_the_order_of_its_own_moment(product: Product) -> None:
    first, second = await placed(product, 2)
    support = await product.support()
    chosen: dict[str, Any] = {"act": "CANCEL", "orderIds": [first, second], "reason": "Sold twice."}
    started = (await send(support, START, **chosen))["batch"]
    seller = await product.integrator("cloud-sales")
    await seller.do("cancelOrder", orderId=first)
    await carried_out(product)
    assert states(await read(support, started["id"])) == ["REFUSED STEP_NOT_ALLOWED", "DONE"]
    third, fourth = await placed(product, 2)
    started = (await send(support, START, **chosen | {"orderIds": [third, fourth]}))["batch"]
    await database.execute("DELETE FROM support_person")
    await carried_out(product)
    batch = await read(support, started["id"])
    assert states(batch) == ["REFUSED NOT_ELIGIBLE"] * 2
    assert batch["rows"]["edges"][0]["node"]["message"] == "You don’t see this order any more."
    assert (await seller.order(third))["status"] == "AWAITING_CONTACT"


async def test_a_batch_that_is_stopped_begins_nothing_more(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = await placed(product, 3)
    sales = await product.signed_in(SELLERS)
    started = (await send(sales, START, act="RESEND", orderIds=ids, reason="They asked for it."))["batch"]
    monkeypatch.setattr("backend.worker.batches.ROWS", 1)
    assert await product.worker.carry_on_one()
    stopped = (await send(sales, STOP, batchId=started["id"]))["batch"]
    assert (stopped["stopped"], stopped["waiting"], states(stopped)) == (True, 0, ["DONE", "STOPPED", "STOPPED"])
    assert not await product.worker.carry_on_one()
    again = (await send(sales, STOP, batchId=started["id"]))["batch"]
    assert again["finishedAt"] == stopped["finishedAt"]


async def test_two_workers_and_a_kill_in_the_middle_do_each_row_once(product: Product) -> None:
    ids = await placed(product, 6)
    sales = await product.signed_in(SELLERS)
    started = (await send(sales, START, act="RESEND", orderIds=ids, reason="They asked for it."))["batch"]
    [number] = await numbers()
    killed = asyncio.create_task(batches.carry_on(number, 10))
    while not await database.row("SELECT 1 AS one FROM batch_row WHERE state = 'DONE'"):  # noqa: ASYNC110
        await asyncio.sleep(0)
    killed.cancel()
    await asyncio.gather(killed, return_exceptions=True)
    await asyncio.gather(*(batches.carry_on(number, 10) for _ in range(2)))
    assert states(await read(sales, started["id"])) == ["DONE"] * 6
    for place in range(6):
        assert len(await product.mails(f"pat{place}@partner.example", "SETUP")) == 2


async def test_two_batches_at_once_are_two_tries_of_each_order(product: Product) -> None:
    ids = await placed(product, 4)
    support = await product.support()
    chosen: dict[str, Any] = {"act": "CANCEL", "orderIds": ids, "reason": "Sold twice."}
    both = [(await send(support, START, **chosen))["batch"]["id"] for _ in range(2)]
    await asyncio.gather(*(batches.carry_on(number, 10) for number in await numbers()))
    one, other = [states(await read(support, id)) for id in both]
    pairs = [{*pair} for pair in zip(one, other, strict=True)]
    assert pairs == [{"DONE", "REFUSED STEP_NOT_ALLOWED"}] * 4


async def test_a_batch_that_is_sent_again_is_started_once_and_only_five_run_at_once(product: Product) -> None:
    ids = await placed(product, 1)
    sales = await product.signed_in(SELLERS)
    chosen: dict[str, Any] = {"act": "RESEND", "orderIds": ids, "reason": "They asked for it."}
    first, again = [(await send(sales, START, key="once", **chosen))["batch"]["id"] for _ in range(2)]
    assert first == again
    for _ in range(4):
        assert (await send(sales, START, **chosen))["userErrors"] == []
    refused = await send(sales, START, **chosen)
    assert (refused["batch"], [error["code"] for error in refused["userErrors"]]) == (None, ["TOO_MANY_ATTEMPTS"])


async def test_what_nobody_can_carry_out_is_refused_at_last_and_the_others_go_on(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = await placed(product, 2)
    sales = await product.signed_in(SELLERS)
    started = (await send(sales, START, act="RESEND", orderIds=ids, reason="They asked for it."))["batch"]
    whole = act.perform

    async def broken(order_id: int, *args: Any, **more: Any) -> Any:
        if order_id == min(orders):
            raise RuntimeError("broken")
        return await whole(order_id, *args, **more)

    orders = [int(row["order_id"]) for row in await database.rows("SELECT order_id FROM batch_row")]
    monkeypatch.setattr(batches, "perform", broken)
    for _ in range(30):
        try:
            if not await product.worker.carry_on_one():
                product.later(hours=1)
        except RuntimeError:
            product.later(hours=1)
    sales = await product.signed_in(SELLERS)
    assert states(await read(sales, started["id"])) == ["REFUSED INVALID", "DONE"]


async def test_old_batches_are_deleted_with_their_rows(product: Product) -> None:
    ids = await placed(product, 2)
    sales = await product.signed_in(SELLERS)
    await send(sales, START, act="RESEND", orderIds=ids, reason="They asked for it.")
    await carried_out(product)
    product.later(days=31)
    await batches.delete_expired(clock.now())
    assert await database.rows("SELECT id FROM batch") == []
    assert await database.rows("SELECT id FROM batch_row") == []


OVERVIEW = "{ viewer { orderOverview { myTurn putAside } } }"
TURN = """query ($filter: OrderFilter) { orders(filter: $filter) { totalCount edges { node { id } } } }"""


async def test_what_is_put_aside_comes_back_on_its_day_or_when_something_changes(product: Product) -> None:
    seller = await product.integrator("cloud-sales")
    pat = {"provisioningContactEmail": "pat@acme.example"}
    ids = [(await product.place(seller, **pat))["id"] for _ in range(4)]
    contact = await product.signed_in("pat@acme.example")

    async def turn(who: Caller) -> list[int]:
        counts = (await who.ask(OVERVIEW))["viewer"]["orderOverview"]
        for filter, count in (
            ({"bucket": "MY_TURN"}, counts["myTurn"]),
            ({"myTurn": True}, counts["myTurn"]),
            ({"bucket": "PUT_ASIDE"}, counts["putAside"]),
        ):
            found = (await who.ask(TURN, filter=filter))["orders"]
            assert (found["totalCount"], len(found["edges"])) == (count, count)
        return [counts["myTurn"], counts["putAside"]]

    async def carry_out(**input: Any) -> None:
        assert (await send(contact, START, **input))["userErrors"] == []
        await carried_out(product)

    assert await turn(contact) == [4, 0]
    tomorrow, today = (product.now + timedelta(days=1)).date().isoformat(), product.now.date().isoformat()
    refused = await send(contact, PREVIEW, act="PUT_ASIDE", orderIds=ids, until=today)
    assert [(error["code"], error["field"]) for error in refused["userErrors"]] == [("INVALID", ["until"])]
    await carry_out(act="PUT_ASIDE", orderIds=ids[:1], until=tomorrow)
    await carry_out(act="PUT_ASIDE", filter={"myTurn": True})
    assert await turn(contact) == [0, 4]
    assert (await contact.order(ids[0]))["version"] == 1
    assert (await (await product.support()).ask(OVERVIEW))["viewer"]["orderOverview"]["putAside"] == 0
    await carry_out(act="TAKE_UP", orderIds=ids[1:2])
    await contact.do("chooseAudience", orderId=ids[2], audience="OWN_COMPANY")
    assert await turn(contact) == [2, 2]
    product.later(days=1)
    contact = await product.signed_in("pat@acme.example")
    assert await turn(contact) == [3, 1]
    await carry_out(act="PUT_ASIDE", orderIds=ids)
    assert await turn(contact) == [0, 4]


async def test_two_that_come_at_once_with_one_key_start_one_batch(product: Product) -> None:
    contact, order = await product.mapped()
    chosen = {"act": "RESEND", "orderIds": [order["id"]]}
    answers = await asyncio.gather(*(send(contact, START, key="once", **chosen) for _ in range(3)))
    assert len({answer["batch"]["id"] for answer in answers}) == 1
