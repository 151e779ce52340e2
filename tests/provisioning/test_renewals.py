"""Renewals and expansions: a later order uses what its organization has, and adds to it."""

import asyncio
from typing import Any

from backend import database
from backend.schema.ids import global_id
from tests.api import Caller
from tests.product import Product, choose, location, service, sites

OFFERED = """query ($id: ID!) { order(id: $id) { services {
  ... on MeetingsService { existingSites { id siteName primary } }
  ... on CallingService { existingLocations { id name default } } } } }"""
OWNED = """query ($id: ID!) { order(id: $id) { customerOrganization {
  sites { siteName primary existingSiteId } locations { name default } } } }"""


async def offered(caller: Caller, order: Any) -> dict[str, Any]:
    """What an order may use, by names."""
    found = (await caller.ask(OFFERED, id=order["id"]))["order"]["services"]
    return {
        one.get("siteName") or one["name"]: one
        for part in found
        for one in [*part.get("existingSites", []), *part.get("existingLocations", [])]
    }


async def first_order(product: Product) -> Any:
    """An order for Globex that set up a site and its headquarters."""
    await product.directory()
    contact, order = await product.partnered()
    meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex", early=True))
    await contact.do("submitService", serviceId=meetings)
    await contact.do("saveCallingLocation", serviceId=calling, **location("Berlin"))
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    return order


async def split(caller: Caller, order: Any, *units: int) -> Any:
    """Distribute the one license in the order of the sites."""
    meetings = service(order, "MEETINGS")
    [license] = meetings["licenses"]
    shares = zip(meetings["sites"], units, strict=True)
    allocations = [{"siteName": s["siteName"], "licenseId": license["id"], "units": u} for s, u in shares]
    answer = await caller.do("distributeLicenses", serviceId=meetings["id"], allocations=allocations)
    assert not answer.refused
    return answer.order


async def owned(product: Product, order: Any) -> Any:
    """What the organization has, as its administrator sees it: primary and other sites, default and other locations."""
    admin = await product.signed_in("admin@globex.example")
    found = (await admin.ask(OWNED, id=order["id"]))["order"]["customerOrganization"]
    assert [site["existingSiteId"] for site in found["sites"]] == [None] * len(found["sites"])
    return (
        [site["siteName"] for site in found["sites"] if site["primary"]],
        [site["siteName"] for site in found["sites"] if not site["primary"]],
        [place["name"] for place in found["locations"] if place["default"]],
        [place["name"] for place in found["locations"] if not place["default"]],
    )


async def test_a_renewal_uses_what_is_there_and_adds_to_it(product: Product) -> None:
    first = await first_order(product)
    contact, order = await product.partnered()
    there = await offered(contact, order)
    assert {name: one.get("primary", one.get("default")) for name, one in there.items()} == {
        "globex": True,
        "Berlin": True,
    }
    meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
    chosen = {"siteName": "", "timeZone": "", "earlyRelease": False, "existingSiteId": there["globex"]["id"]}
    order = (await contact.do("saveMeetingSites", serviceId=meetings, sites=[chosen, *sites("globex-two")])).order
    seen = service(order, "MEETINGS")["sites"]
    assert [(one["siteName"], one["earlyRelease"], one["primary"]) for one in seen] == [
        ("globex", True, True),
        ("globex-two", False, False),
    ]
    order = await split(contact, order, 60, 40)
    plan = "query ($id: ID!) { order(id: $id) { services { plan { kind subject } } } }"
    told = (await contact.ask(plan, id=order["id"]))["order"]["services"][0]["plan"]
    about = [(step["kind"], step["subject"]) for step in told if step["subject"].endswith(".webex.com")]
    assert about == [
        ("ASSIGN_LICENSES", "globex.webex.com"),
        ("CREATE_SITE", "globex-two.webex.com"),
        ("ASSIGN_LICENSES", "globex-two.webex.com"),
        ("KEEP", "globex.webex.com"),
    ]
    await contact.do("submitService", serviceId=meetings)
    kept = {"existingLocationId": there["Berlin"]["id"]}
    order = (await contact.do("saveCallingLocation", serviceId=calling, **location(""), **kept)).order
    assert service(order, "CALLING")["locations"][0]["name"] == "Berlin"
    await contact.do("submitService", serviceId=calling)
    await product.provision()
    order = await contact.order(order["id"])
    assert order["status"] == "COMPLETED"
    assert [step["name"] for step in service(order, "CALLING")["steps"]] == ["Enable Calling"]
    assert {site["state"] for site in service(order, "MEETINGS")["sites"]} == {"PROVISIONED"}
    assert await owned(product, first) == (["globex"], ["globex-two"], ["Berlin"], [])
    changed = await contact.do(
        "updateLocation", locationId=service(order, "CALLING")["locations"][0]["id"], **location()
    )
    assert changed.refused == ["STEP_NOT_ALLOWED"]


async def test_ones_own_site_is_used_by_its_name_and_that_of_others_is_not(product: Product) -> None:
    await first_order(product)
    contact, order = await product.partnered()
    meetings = service(order, "MEETINGS")["id"]
    query = "query ($n: String!, $s: ID!) { siteNameAvailability(siteName: $n, serviceId: $s) { available reason } }"
    answer = await contact.ask(query, n="Globex", s=meetings)
    assert answer["siteNameAvailability"] == {"available": True, "reason": None}
    order = (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))).order
    [site] = service(order, "MEETINGS")["sites"]
    assert (site["primary"], site["earlyRelease"], service(order, "MEETINGS")["state"]) == (
        True,
        True,
        "READY_FOR_REVIEW",
    )
    stranger, other = await product.mapped("mia@acme.example")
    theirs = service(other, "MEETINGS")["id"]
    assert (await stranger.ask(query, n="globex", s=theirs))["siteNameAvailability"]["reason"] == "SITE_NAME_TAKEN"
    assert await offered(stranger, other) == {}
    taken = await stranger.do("saveMeetingSites", serviceId=theirs, sites=sites("globex"))
    assert taken.refused == ["SITE_NAME_TAKEN"]
    [row] = await database.rows("SELECT id FROM site WHERE name = 'globex' AND organization_id IS NOT NULL")
    for wrong in (global_id("Site", row["id"]), global_id("Site", 10**9), meetings, "?"):
        asked = [sites("acme")[0] | {"existingSiteId": wrong}]
        refused = await stranger.do("saveMeetingSites", serviceId=theirs, sites=asked)
        assert refused.fields == {"sites.0.existingSiteId": "INVALID"}
    place = {"existingLocationId": global_id("Location", 1)}
    theirs = service(other, "CALLING")["id"]
    refused = await stranger.do("saveCallingLocation", serviceId=theirs, **location(), **place)
    assert refused.fields == {"existingLocationId": "INVALID"}


async def test_nobody_sees_what_an_organization_has_before_the_order_is_mapped_to_it(product: Product) -> None:
    await first_order(product)
    contact, id = await product.reviewing()
    assert await offered(contact, {"id": id}) == {}
    seller = await product.integrator("cloud-sales")
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    assert set(await offered(contact, {"id": id})) == {"globex", "Berlin"}
    assert await offered(seller, {"id": id}) == {}
    assert await offered(await product.support(), {"id": id}) == {}


async def test_of_two_orders_at_once_one_makes_the_primary_site_and_the_other_is_told(product: Product) -> None:
    await product.directory()
    callers, orders = [], []
    for email in ("user@north.example", "zoe@north.example"):
        contact, order = await product.partnered(email)
        callers.append(contact)
        orders.append(order)
        meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
        name = email.partition("@")[0]
        order = (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(f"globex-{name}"))).order
        assert service(order, "MEETINGS")["sites"][0]["primary"]
        order = (await contact.do("saveCallingLocation", serviceId=calling, **location(f"Place of {name}"))).order
        assert service(order, "CALLING")["locations"][0]["default"]
    for kind, mutation, field in (
        ("MEETINGS", "saveMeetingSites", "sites.0.siteName"),
        ("CALLING", "saveCallingLocation", "name"),
    ):
        numbers = [service(order, kind)["id"] for order in orders]
        closed = await asyncio.gather(
            *(caller.do("submitService", serviceId=n) for caller, n in zip(callers, numbers, strict=True))
        )
        assert sorted(answer.refused for answer in closed) == [[], ["STEP_NOT_ALLOWED"]]
        late = next(number for number, answer in enumerate(closed) if answer.refused)
        caller, order = callers[late], closed[late].payload["order"]
        assert closed[late].fields == {field: "STEP_NOT_ALLOWED"}
        assert [error["code"] for error in order["requirements"]["errors"]] == ["STEP_NOT_ALLOWED"]
        entered = service(order, kind)
        if kind == "MEETINGS":
            again: dict[str, Any] = {"sites": sites(entered["sites"][0]["siteName"])}
        else:
            again = location(entered["locations"][0]["name"])
        order = (await caller.do(mutation, serviceId=entered["id"], **again)).order
        assert order["requirements"]["errors"] == []
        assert not (await caller.do("submitService", serviceId=entered["id"])).refused
    await product.provision()
    primary, more, default, further = await owned(product, orders[0])
    assert [len(primary), len(more), len(default), len(further)] == [1, 1, 1, 1]
    assert {order["status"] for order in [await c.order(o["id"]) for c, o in zip(callers, orders, strict=True)]} == {
        "COMPLETED"
    }


async def test_a_site_that_could_not_be_made_leaves_its_place_to_the_one_instead_of_it(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("taken-globex"))
    await contact.do("submitService", serviceId=meetings)
    await product.provision()
    later, second = await product.partnered("zoe@north.example")
    assert await offered(later, second) == {}
    order = (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))).order
    assert service(order, "MEETINGS")["sites"][0]["primary"]
    assert not (await contact.do("submitService", serviceId=meetings)).refused
    await product.provision()
    assert (await owned(product, order))[0] == ["globex"]


async def test_another_mapping_makes_what_was_chosen_wrong_and_says_so(product: Product) -> None:
    await first_order(product)
    contact, order = await product.partnered()
    meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))
    place = {"existingLocationId": (await offered(contact, order))["Berlin"]["id"]}
    await contact.do("saveCallingLocation", serviceId=calling, **location(), **place)
    await contact.do("undoMapping", orderId=order["id"])
    await choose(contact, order["id"], "PARTNER", "north.example")
    await choose(contact, order["id"], "CUSTOMER", "initech.example")
    order = (await contact.do("confirmOrganizations", orderId=order["id"])).order
    assert [error["message"] for error in order["requirements"]["errors"]] == [
        "globex.webex.com does not belong to Initech. Choose the sites again.",
        "Berlin does not belong to Initech. Choose the location again.",
    ]
    for number in (meetings, calling):
        assert (await contact.do("submitService", serviceId=number)).refused == ["INVALID"]
    assert (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex"))).refused == [
        "SITE_NAME_TAKEN"
    ]
    assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("initech"))).refused
    order = (await contact.do("saveCallingLocation", serviceId=calling, **location("Hamburg"))).order
    assert order["requirements"]["errors"] == []
    assert service(order, "CALLING")["locations"][0]["default"]


async def test_of_merged_organizations_the_primary_site_of_the_survivor_counts_and_both_are_offered(
    product: Product,
) -> None:
    first = await first_order(product)
    contact, id = await product.choosing("zoe@north.example")
    await choose(contact, id, "PARTNER", "north.example")
    second = await choose(contact, id, "CUSTOMER", "initech.example")
    second = (await contact.do("confirmOrganizations", orderId=id)).order
    for kind, mutation, entered in (
        ("MEETINGS", "saveMeetingSites", {"sites": sites("a-initech")}),
        ("CALLING", "saveCallingLocation", location("Aachen")),
    ):
        number = service(second, kind)["id"]
        await contact.do(mutation, serviceId=number, **entered)
        await contact.do("submitService", serviceId=number)
    await product.provision()
    survivor, duplicate = (order["customerOrganization"]["id"] for order in (first, second))
    support, why = await product.support(), "The same company."
    merged = await support.do("mergeOrganizations", duplicateId=duplicate, survivorId=survivor, reason=why)
    told = [move["name"] for move in merged.payload["conflicts"] if move["kind"] in {"SITE", "LOCATION"}]
    assert told == ["a-initech", "Aachen"]
    assert await owned(product, first) == (["globex"], ["a-initech"], ["Berlin"], ["Aachen"])
    assert not service(await contact.order(id), "MEETINGS")["sites"][0]["primary"]
    later, order = await product.partnered()
    assert set(await offered(later, order)) == {"globex", "a-initech", "Berlin", "Aachen"}
    await support.do("undoMerge", duplicateId=duplicate, reason=why)
    assert service(await contact.order(id), "MEETINGS")["sites"][0]["primary"]
