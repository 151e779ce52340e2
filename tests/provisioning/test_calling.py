"""Calling: the headquarters before provisioning, more locations after it."""

from typing import Any

import pytest

from backend.models.service import Location
from tests.api import Caller
from tests.product import ADDRESS, LICENSES, Product, location, service

CALLING = LICENSES[1:2]
LOCATIONS = "query ($id: ID!) { organization(id: $id) { locations { name default } } }"


async def calling(product: Product, email: str = "pat@acme.example") -> tuple[Caller, Any, str]:
    """The contact of an order for Calling alone, the order, and the service's id."""
    contact, order = await product.mapped(email, licenses=CALLING)
    return contact, order, service(order, "CALLING")["id"]


async def provisioned(product: Product) -> tuple[Caller, Any, str]:
    contact, order, id = await calling(product)
    await contact.do("saveCallingLocation", serviceId=id, **location())
    await contact.do("submitService", serviceId=id)
    await product.provision()
    return contact, order, id


async def test_the_location_is_saved_and_ready_for_review(product: Product) -> None:
    contact, order, id = await calling(product)
    fields = [entry["field"] for entry in order["requirements"]["currentlyDue"]]
    assert fields == [["name"], ["timeZone"], ["preferredLanguage"], ["announcementLanguage"], ["address"]]
    order = (await contact.do("saveCallingLocation", serviceId=id, **location("Zentrale"))).order
    [found] = service(order, "CALLING")["locations"]
    assert (found["name"], found["default"], found["address"]["city"]) == ("Zentrale", True, "Berlin")
    assert order["nextStep"] == "CALLING_REVIEW"
    order = (await contact.do("saveCallingLocation", serviceId=id, **location("Headquarters"))).order
    assert [found["name"] for found in service(order, "CALLING")["locations"]] == ["Headquarters"]


async def test_everything_that_is_wrong_with_a_location_is_told_at_once(product: Product) -> None:
    contact, _, id = await calling(product)
    wrong = location(
        "x" * 81,
        timeZone="Mars",
        preferredLanguage="tlh",
        announcementLanguage="",
        address={"address1": "", "city": "Berlin", "postalCode": "ABC", "country": "DE"},
    )
    answer = await contact.do("saveCallingLocation", serviceId=id, **wrong)
    assert answer.fields == {
        "name": "TOO_LONG",
        "timeZone": "INVALID",
        "preferredLanguage": "INVALID",
        "announcementLanguage": "REQUIRED",
        "address.address1": "REQUIRED",
        "address.postalCode": "INVALID",
    }
    assert service(answer.payload["order"], "CALLING")["locations"] == []


async def test_an_address_in_the_united_states_takes_the_two_letter_code_of_the_state(product: Product) -> None:
    contact, _, id = await calling(product)
    address = {"address1": "1 Main St", "city": "San Jose", "state": "CA", "postalCode": "95134", "country": "US"}
    wrong = await contact.do(
        "saveCallingLocation", serviceId=id, **location(address=address | {"state": "Kalifornien"})
    )
    assert wrong.fields == {"address.state": "INVALID"}
    order = (await contact.do("saveCallingLocation", serviceId=id, **location(address=address))).order
    assert service(order, "CALLING")["locations"][0]["address"]["state"] == "CA"


async def test_provisioning_makes_the_headquarters_the_default_location(product: Product) -> None:
    contact, order, _ = await provisioned(product)
    order = await contact.order(order["id"])
    found = service(order, "CALLING")
    assert (order["status"], found["state"], found["progress"]) == ("COMPLETED", "PROVISIONED", 1.0)
    assert [step["attempts"] for step in found["steps"]] == [1, 1]
    assert len({step["name"] for step in found["steps"]}) == 2
    person = await product.signed_in("pat@acme.example")
    seen = await person.ask(LOCATIONS, id=order["customerOrganization"]["id"])
    assert seen["organization"]["locations"] == [{"name": "Headquarters", "default": True}]


async def test_locations_are_added_and_changed_only_after_provisioning(product: Product) -> None:
    contact, order, id = await calling(product)
    order = (await contact.do("saveCallingLocation", serviceId=id, **location())).order
    assert (await contact.do("addLocation", serviceId=id, **location("Munich"))).refused == ["STEP_NOT_ALLOWED"]
    headquarters = service(order, "CALLING")["locations"][0]["id"]
    assert (await contact.do("updateLocation", locationId=headquarters, **location())).refused == ["STEP_NOT_ALLOWED"]


async def test_a_location_is_added_after_provisioning_and_created_by_the_worker(product: Product) -> None:
    contact, order, id = await provisioned(product)
    assert {"addLocation", "updateLocation"} <= set((await contact.order(order["id"]))["allowedMutations"])
    assert (await contact.do("addLocation", serviceId=id, **location("HEADquarters"))).fields == {
        "name": "LOCATION_NAME_TAKEN"
    }
    order = (await contact.do("addLocation", serviceId=id, **location("Munich"))).order
    assert [found["state"] for found in service(order, "CALLING")["locations"]] == ["PROVISIONED", "PROVISIONING"]
    await product.provision()
    order = await contact.order(order["id"])
    assert [(f["name"], f["state"], f["default"]) for f in service(order, "CALLING")["locations"]] == [
        ("Headquarters", "PROVISIONED", True),
        ("Munich", "PROVISIONED", False),
    ]
    assert order["status"] == "COMPLETED"


async def test_a_location_is_changed_after_provisioning(product: Product) -> None:
    contact, order, _ = await provisioned(product)
    [found] = service(await contact.order(order["id"]), "CALLING")["locations"]
    moved = location("Main office", address=ADDRESS | {"city": "Hamburg"})
    assert not (await contact.do("updateLocation", locationId=found["id"], **moved)).refused
    await product.provision()
    [found] = service(await contact.order(order["id"]), "CALLING")["locations"]
    assert (found["name"], found["state"], found["address"]["city"]) == ("Main office", "PROVISIONED", "Hamburg")


async def test_a_location_that_failed_is_corrected_and_created(product: Product) -> None:
    contact, order, id = await provisioned(product)
    await contact.do("addLocation", serviceId=id, **location("fail-annex"))
    await product.provision()
    order = await contact.order(order["id"])
    assert service(order, "CALLING")["state"] == "PROVISIONED"
    failed = service(order, "CALLING")["locations"][1]
    assert failed["state"] == "FAILED"
    assert failed["failure"]
    await contact.do("updateLocation", locationId=failed["id"], **location("Annex"))
    await product.provision()
    found = service(await contact.order(order["id"]), "CALLING")
    annex = found["locations"][1]
    assert (annex["name"], annex["state"], annex["failure"]) == ("Annex", "PROVISIONED", None)
    assert (found["progress"], {step["state"] for step in found["steps"]}) == (1.0, {"PROVISIONED"})


@pytest.mark.parametrize("name", ["Headquarters", "HEADQUARTERS"])
async def test_a_location_name_is_unique_in_the_organization(product: Product, name: str) -> None:
    await product.directory()
    orders = []
    for typed in ("Headquarters", name):
        contact, order = await product.partnered(licenses=CALLING)
        id = service(order, "CALLING")["id"]
        await contact.do("saveCallingLocation", serviceId=id, **location(typed))
        orders.append((contact, id))
    answers = [await contact.do("submitService", serviceId=id) for contact, id in orders]
    assert [answer.refused for answer in answers] == [[], ["LOCATION_NAME_TAKEN"]]
    assert await Location.filter(organization_id__not_isnull=True).count() == 1
