"""What is left to do after setup, which people tick off for each other."""

import asyncio
from typing import Any

import pytest

from backend import database
from backend.schema.ids import number_of
from tests.api import Caller
from tests.product import LICENSES, Product, location, service, sites

SEEN = """query ($id: ID!) { order(id: $id) { version allowedMutations followUps { kind done }
  timeline(first: 3) { edges { node { actor summary } } } } }"""
ONE_DATABASE = pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
FOR_ALL = ["ASSIGN_PEOPLE", "INVITE_ADMINISTRATOR"]


async def seen(caller: Caller, id: str) -> Any:
    return (await caller.ask(SEEN, id=id))["order"]


async def ticks(caller: Caller, id: str) -> dict[str, bool]:
    """What is on the list, and whether it is done."""
    return {one["kind"]: one["done"] for one in (await seen(caller, id))["followUps"]}


async def completed(product: Product, *services: str) -> tuple[Caller, str]:
    """An order with these services, all set up, and its contact."""
    licenses = [license for license in LICENSES if license["service"] in services]
    contact, order = await product.mapped(licenses=licenses)
    if "MEETINGS" in services:
        await contact.do("saveMeetingSites", serviceId=service(order, "MEETINGS")["id"], sites=sites("acme-after"))
    if "CALLING" in services:
        await contact.do("saveCallingLocation", serviceId=service(order, "CALLING")["id"], **location())
    id = str(order["id"])
    assert await ticks(contact, id) == {}
    early = await contact.do("tickFollowUp", orderId=id, followUp="ASSIGN_PEOPLE", done=True)
    assert early.refused == ["STEP_NOT_ALLOWED"]
    for one in order["services"]:
        if one["kind"] != "MESSAGING" or services == ("MESSAGING",):
            assert not (await contact.do("submitService", serviceId=one["id"])).refused
    await product.provision()
    return contact, id


@ONE_DATABASE
async def test_the_list_follows_from_what_was_sold_and_is_there_once_all_is_set_up(product: Product) -> None:
    contact, id = await completed(product, "MESSAGING")
    assert await ticks(contact, id) == dict.fromkeys(FOR_ALL, False)
    for kind in ("CHECK_NUMBERS", "JOIN_TEST_MEETING"):
        answer = await contact.do("tickFollowUp", orderId=id, followUp=kind, done=True)
        assert (answer.refused, answer.payload["userErrors"][0]["field"]) == (["INVALID"], ["followUp"])
    assert await ticks(contact, id) == dict.fromkeys(FOR_ALL, False)


@ONE_DATABASE
async def test_a_tick_is_kept_told_once_and_can_be_taken_back(product: Product) -> None:
    contact, id = await completed(product, "MEETINGS", "CALLING", "MESSAGING")
    everything = ["ASSIGN_PEOPLE", "CHECK_NUMBERS", "JOIN_TEST_MEETING", "INVITE_ADMINISTRATOR"]
    assert list(await ticks(contact, id)) == everything
    mails = len(await product.mails())
    for _ in range(2):  # the second changes nothing
        assert not (await contact.do("tickFollowUp", orderId=id, followUp="CHECK_NUMBERS", done=True)).refused
    german = product.browser(language="de")
    german.http.cookies = contact.http.cookies
    told = await seen(german, id)
    assert [one["kind"] for one in told["followUps"] if one["done"]] == ["CHECK_NUMBERS"]
    summaries = [edge["node"]["summary"] for edge in told["timeline"]["edges"]]
    assert summaries[0] == "Abgehakt: Rufnummern prüfen"
    assert not summaries[1].startswith("Abgehakt")
    await contact.do("tickFollowUp", orderId=id, followUp="CHECK_NUMBERS", done=False)
    after = await seen(contact, id)
    assert not any(one["done"] for one in after["followUps"])
    assert after["timeline"]["edges"][0]["node"]["summary"] == "Took the tick back: Check numbers"
    assert after["version"] == told["version"] + 1
    assert len(await product.mails()) == mails


async def test_two_who_tick_at_once_both_have_their_tick(product: Product) -> None:
    contact, id = await completed(product, "MEETINGS", "MESSAGING")
    kinds = list(await ticks(contact, id))
    version = (await seen(contact, id))["version"]
    one_by_one = (contact.do("tickFollowUp", orderId=id, followUp=kind, done=True) for kind in kinds for _ in range(2))
    assert [answer.refused for answer in await asyncio.gather(*one_by_one)] == [[]] * 2 * len(kinds)
    told = await seen(contact, id)
    assert all(one["done"] for one in told["followUps"])
    assert told["version"] == version + len(kinds)
    stale = await contact.do("tickFollowUp", orderId=id, followUp=kinds[0], done=False, expectedVersion=version)
    assert stale.refused == ["VERSION_CONFLICT"]


@ONE_DATABASE
async def test_what_a_newer_version_ticked_off_stays(product: Product) -> None:
    contact, id = await completed(product, "MESSAGING")
    sql = "UPDATE orders SET follow_ups_done = $2 WHERE id = $1"
    await database.execute(sql, [number_of("Order", id), "ORDER_PHONES ASSIGN_PEOPLE"])
    await contact.do("tickFollowUp", orderId=id, followUp="ASSIGN_PEOPLE", done=False)
    row = await database.row("SELECT follow_ups_done FROM orders WHERE id = $1", [number_of("Order", id)])
    assert row == {"follow_ups_done": "ORDER_PHONES"}
    assert await ticks(contact, id) == dict.fromkeys(FOR_ALL, False)


@ONE_DATABASE
async def test_while_the_customer_disputes_the_order_nothing_follows_from_it(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered(licenses=LICENSES[2:])
    id = str(order["id"])
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await product.provision()
    customer = await product.signed_in("admin@globex.example")
    assert not (await customer.do("tickFollowUp", orderId=id, followUp="ASSIGN_PEOPLE", done=True)).refused
    assert await ticks(contact, id) == {"ASSIGN_PEOPLE": True, "INVITE_ADMINISTRATOR": False}
    await customer.do("disputeMapping", orderId=id, reason="Not ours")
    assert await ticks(contact, id) == {}
    refused = await contact.do("tickFollowUp", orderId=id, followUp="ASSIGN_PEOPLE", done=False)
    assert refused.refused == ["DISPUTED"]
    support = await product.support()
    assert not (await support.do("resolveDispute", orderId=id, uphold=False, reason="It is theirs.")).refused
    assert await ticks(contact, id) == {"ASSIGN_PEOPLE": True, "INVITE_ADMINISTRATOR": False}
