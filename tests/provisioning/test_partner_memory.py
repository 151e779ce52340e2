"""The partner organization of a contact's last order comes first in their next one, and is said to."""

from typing import Any

import pytest

from backend.models.organization import Organization
from backend.schema.ids import global_id
from tests.api import Caller
from tests.product import Product, choose
from tests.provisioning.finder.world import suspend

KAI = "kai@nowhere.example"
MATCH = """query ($id: ID!) { order(id: $id) { organizationMatch(slot: PARTNER) {
  outcome message basedOn
  organization { organization { displayName } evidence { code } }
  candidates { organization { displayName } basis recommended evidence { code message } }
} } }"""


@pytest.fixture
async def hub(product: Product) -> Product:
    """The product with two partners and two customers."""
    await product.directory()
    return product


async def mapped(hub: Product, email: str = KAI, partner: str = "south.example") -> tuple[Caller, str]:
    """An order that its contact mapped to a partner and to Globex."""
    contact, id = await hub.choosing(email)
    await choose(contact, id, "PARTNER", partner)
    await choose(contact, id, "CUSTOMER", "globex.example")
    assert not (await contact.do("confirmOrganizations", orderId=id)).refused
    return contact, id


async def match(caller: Caller, id: str) -> Any:
    """What the finder says of the partner."""
    return (await caller.ask(MATCH, id=id))["order"]["organizationMatch"]


def found(answer: Any) -> list[tuple[str, str, bool]]:
    """The candidates in their order: what they are called, what led to them, whether that is their last order."""
    return [
        (
            candidate["organization"]["displayName"],
            candidate["basis"],
            "LAST_ORDER" in [one["code"] for one in candidate["evidence"]],
        )
        for candidate in answer["candidates"]
    ]


async def test_the_partner_of_the_last_order_is_found_where_nothing_else_leads_to_it(hub: Product) -> None:
    first, id = await hub.choosing(KAI)
    assert (await match(first, id))["outcome"] == "NONE"
    await mapped(hub, partner="north.example")
    await mapped(hub)
    contact, id = await hub.choosing(KAI)
    answer = await match(contact, id)
    assert found(answer) == [("South", "LAST_ORDER", True)]
    assert answer["message"] == "In your last order your partner organization was South."
    assert answer["candidates"][0]["recommended"] is False
    assert answer["candidates"][0]["evidence"][0]["message"] == "as in your last order"
    chosen = await choose(contact, id, "PARTNER", "south.example")
    assert chosen["partnerOrganization"]["displayName"] == "South"


async def test_it_comes_before_what_the_address_leads_to_and_after_what_the_order_names(hub: Product) -> None:
    await mapped(hub, "new@north.example")
    contact, id = await hub.choosing("new@north.example")
    answer = await match(contact, id)
    assert found(answer) == [("South", "LAST_ORDER", True), ("North", "CONTACT_DOMAIN", False)]
    assert [candidate["recommended"] for candidate in answer["candidates"]] == [False, False]
    contact, id = await hub.choosing("new@north.example", partnerOrganizationExternalId="North")
    answer = await match(contact, id)
    assert found(answer) == [("North", "NAMED_BY_ORDER", False), ("South", "LAST_ORDER", True)]
    assert answer["candidates"][0]["recommended"] is True


async def test_an_account_settles_it_whatever_the_last_order_says(hub: Product) -> None:
    await mapped(hub, "user@north.example")
    contact, id = await hub.choosing("user@north.example")
    answer = await match(contact, id)
    assert (answer["outcome"], answer["organization"]["organization"]["displayName"]) == ("EXACT", "North")
    assert "LAST_ORDER" not in [one["code"] for one in answer["organization"]["evidence"]]


async def test_only_the_contact_is_told(hub: Product) -> None:
    await mapped(hub)
    contact, id = await hub.choosing(KAI, partnerOrganizationExternalId="North")
    assert ("South", "LAST_ORDER", True) in found(await match(contact, id))
    partner = await hub.signed_in("admin@north.example")
    assert found(await match(partner, id)) == [("North", "NAMED_BY_ORDER", False)]


async def test_a_mapping_that_was_undone_is_forgotten_and_nobody_else_remembers_it(hub: Product) -> None:
    earlier, other = await mapped(hub)
    contact, id = await hub.choosing(KAI)
    assert len(found(await match(contact, id))) == 1
    other_person, its = await hub.choosing("lea@nowhere.example")
    assert found(await match(other_person, its)) == []
    assert not (await earlier.do("undoMapping", orderId=other, reason="wrong partner")).refused
    assert found(await match(contact, id)) == []


async def test_a_duplicate_stands_for_its_survivor_and_a_suspended_partner_is_not_named(hub: Product) -> None:
    await mapped(hub)
    contact, id = await hub.choosing(KAI)
    support = await hub.support()
    north, south = await Organization.get(external_id="North"), await Organization.get(external_id="South")
    both = {
        "duplicateId": global_id("Organization", south.id),
        "survivorId": global_id("Organization", north.id),
        "reason": "The same company, entered twice.",
    }
    assert not (await support.do("mergeOrganizations", **both)).refused
    assert found(await match(contact, id)) == [("North", "LAST_ORDER", True)]
    await suspend(north.id)
    answer = await match(contact, id)
    assert (answer["outcome"], answer["candidates"]) == ("NONE", [])
    assert "North" not in answer["message"]
