"""A name that the other side refused: what is due is another name, and trying again only where that can succeed."""

import json
from typing import Any

import pytest

from tests.product import LICENSES, Product, location, service
from tests.worker.test_outcomes import webex
from tests.worker.test_provisioning import submitted


def due(order: Any, kind: str = "MEETINGS") -> tuple[str, list[str]]:
    """The mutation and field that a failed service waits for."""
    assert service(order, kind)["state"] == "FAILED"
    [found] = [entry for entry in order["requirements"]["currentlyDue"] if entry["mutation"] != "setUpNow"]
    return found["mutation"], found["field"]


async def test_a_site_whose_name_was_refused_waits_for_another_name_of_this_site(product: Product) -> None:
    contact, id, meetings = await submitted(product, "acme-one", "taken-two")
    await product.provision()
    order = await contact.order(id)
    assert due(order) == ("saveMeetingSites", ["sites", "1", "siteName"])
    assert {"retryService", "saveMeetingSites"} <= set(order["allowedMutations"])  # others may have freed the name
    await contact.do("retryService", serviceId=meetings)
    await product.provision()
    assert due(await contact.order(id)) == ("saveMeetingSites", ["sites", "1", "siteName"])


@pytest.mark.parametrize("name", ["fail-two", "fail-once-two", "slow-fail-two"])
async def test_a_site_that_failed_for_another_reason_is_tried_again(product: Product, name: str) -> None:
    contact, id, _ = await submitted(product, name)
    await product.provision()
    assert due(await contact.order(id)) == ("retryService", [])


async def test_a_location_whose_name_was_refused_waits_for_another_name_and_is_set_up_with_it(product: Product) -> None:
    contact, order = await product.mapped(licenses=LICENSES[1:])
    calling = service(order, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location("Taken-Head office"))
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    assert due(await contact.order(order["id"]), "CALLING") == ("saveCallingLocation", ["name"])
    await contact.do("saveCallingLocation", serviceId=calling, **location("Headquarters"))
    assert not (await contact.do("submitService", serviceId=calling)).refused
    await product.provision()
    assert service(await contact.order(order["id"]), "CALLING")["state"] == "PROVISIONED"


REFUSALS = [
    (400, "Site URL acme-one.webex.com is already in use", "saveMeetingSites"),
    (400, "siteUrl: must be unique", "saveMeetingSites"),
    (422, "Location name already exists.", "saveMeetingSites"),
    (400, "ACME-ONE cannot be used", "saveMeetingSites"),
    (400, "The time zone is not supported", "retryService"),
    (400, "Your username may not do this", "retryService"),
    (400, "", "retryService"),
    (401, "The token of acme-one has expired", "retryService"),
    (403, "Site name: forbidden", "retryService"),
    (500, "Name service failed", "retryService"),
]


@pytest.mark.parametrize(("status", "message", "mutation"), REFUSALS)
async def test_an_answer_of_webex_refuses_the_name_only_where_it_says_so(
    product: Product, status: int, message: str, mutation: str
) -> None:
    contact, id, _ = await submitted(product, "acme-one")
    body = json.dumps({"message": message}).encode()
    head = f"HTTP/1.1 {status} No\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    async with webex(product, head.encode() + body):
        await product.provision()
    assert due(await contact.order(id))[0] == mutation
