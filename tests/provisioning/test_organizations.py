"""Mapping an order to its partner and customer organization."""

from datetime import date, timedelta
from typing import Any

import pytest

from backend import database
from backend.models.order import PartnerRelation, ProvisioningAdministrator
from backend.models.organization import Organization, OrganizationStatus
from tests.api import Caller
from tests.product import LICENSES, Product, choose, create, location, search, service, sites
from tests.provisioning.finder.world import load_rows, suspend

ADMIN = "admin@globex.example"
MATCH = """query ($id: ID!, $slot: OrganizationType!) { order(id: $id) { organizationMatch(slot: $slot) {
  outcome message basedOn reason organization { organization { id displayName } }
  candidates { organization { id displayName } recommended flags evidence { code message } }
} } }"""


async def match(caller: Caller, id: str, slot: str) -> Any:
    return (await caller.ask(MATCH, id=id, slot=slot))["order"]["organizationMatch"]


async def test_the_address_of_a_partners_user_maps_to_his_organization(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    found = await match(contact, id, "PARTNER")
    assert found["outcome"] == "EXACT"
    assert found["message"] == "Based on your email address, we mapped your order to your organization."
    assert found["basedOn"] == "user@north.example"
    assert found["organization"]["organization"]["displayName"] == "North"


async def test_the_domain_of_a_partner_yields_candidates(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing("new@north.example")
    found = await match(contact, id, "PARTNER")
    assert found["outcome"] == "CANDIDATES"
    assert found["message"] == "We found matching organizations based on your email address."
    assert [candidate["organization"]["displayName"] for candidate in found["candidates"]] == ["North"]


async def test_nothing_matches_a_free_mail_address(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing("someone@gmail.com")
    found = await match(contact, id, "PARTNER")
    assert (found["outcome"], found["reason"]) == ("NONE", "FREE_MAIL")
    assert found["message"] == "No matching organization found."


async def test_there_is_no_match_before_the_audience_is_chosen_nor_of_a_partner_for_ones_own_company(
    product: Product,
) -> None:
    await product.directory()
    id = (await product.place(provisioningContactEmail="user@north.example"))["id"]
    contact = await product.opened("user@north.example")
    assert await match(contact, id, "PARTNER") is None
    await contact.do("chooseAudience", orderId=id, audience="OWN_COMPANY")
    assert await match(contact, id, "PARTNER") is None
    assert (await match(contact, id, "CUSTOMER"))["outcome"] == "EXACT"


async def test_only_the_contacts_side_sees_the_match(product: Product) -> None:
    await product.directory()
    seller = await product.integrator("cloud-sales")
    _, id = await product.choosing()
    assert await match(seller, id, "PARTNER") is None
    assert await match(await product.support(), id, "PARTNER") is None


async def test_only_an_organization_that_was_found_for_this_order_and_slot_can_be_chosen(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    other, other_id = await product.choosing("user@south.example")
    [globex] = await search(other, other_id, "CUSTOMER", "globex.example")
    input = {"orderId": id, "organizationId": globex["id"]}
    assert (await contact.do("chooseOrganization", slot="CUSTOMER", **input)).fields == {
        "organizationId": "NOT_ELIGIBLE"
    }
    [found] = await search(contact, id, "CUSTOMER", "globex.example")
    assert found["id"] == globex["id"]
    assert (await contact.do("chooseOrganization", slot="PARTNER", **input)).refused == ["NOT_ELIGIBLE"]
    order = (await contact.do("chooseOrganization", slot="CUSTOMER", **input)).order
    assert order["customerOrganization"]["displayName"] == "Globex"


async def test_what_the_match_shows_can_be_chosen_without_a_search(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    north = (await match(contact, id, "PARTNER"))["organization"]["organization"]["id"]
    order = (await contact.do("chooseOrganization", orderId=id, slot="PARTNER", organizationId=north)).order
    assert (order["partnerOrganization"]["displayName"], order["nextStep"]) == ("North", "CUSTOMER_ORGANIZATION")


async def test_a_created_organization_is_found_by_others_only_once_the_mapping_is_confirmed(product: Product) -> None:
    contact, id = await product.choosing()
    await create(contact, id, "PARTNER", "Pied Piper")
    order = await create(contact, id, "CUSTOMER", "Hooli")
    assert (order["customerOrganization"]["status"], order["partnerRole"]) == ("PROVISIONAL", "FULL_ADMINISTRATOR")
    stranger = await product.integrator("reader", "organizations:read")
    status = "query ($id: ID!) { node(id: $id) { ... on Organization { status } } }"
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    assert (order["status"], order["nextStep"]) == ("MAPPED", "SERVICES")
    for slot in ("partnerOrganization", "customerOrganization"):
        assert (await stranger.ask(status, id=order[slot]["id"]))["node"] == {"status": "ACTIVE"}


async def test_a_provisional_organization_does_not_exist_for_others(product: Product) -> None:
    contact, id = await product.choosing()
    hooli = (await create(contact, id, "CUSTOMER", "Hooli"))["customerOrganization"]["id"]
    other, _ = await product.choosing("user@south.example")
    node = "query ($id: ID!) { node(id: $id) { id } }"
    assert (await other.ask(node, id=hooli))["node"] is None


async def test_a_created_organization_is_deleted_when_another_one_is_chosen(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await create(contact, id, "CUSTOMER", "Hooli")
    await choose(contact, id, "CUSTOMER", "globex.example")
    assert not await Organization.filter(display_name="Hooli").exists()


async def test_everything_that_is_wrong_with_a_new_organization_is_told_at_once(product: Product) -> None:
    contact, id = await product.choosing()
    wrong = {"companyName": " ", "businessVertical": "MAGIC", "country": "Atlantis"}
    answer = await contact.do("createOrganization", orderId=id, slot="CUSTOMER", **wrong)
    assert answer.fields == {"companyName": "REQUIRED", "businessVertical": "INVALID", "country": "INVALID"}


async def test_an_order_is_not_confirmed_before_both_organizations_are_there(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    answer = await contact.do("confirmOrganizations", orderId=id)
    assert answer.refused == ["MAPPING_INCOMPLETE"]
    assert answer.payload["order"]["status"] == "FINDING_ORGANIZATIONS"
    assert "confirmOrganizations" not in answer.payload["order"]["allowedMutations"]


async def test_services_cannot_be_set_up_before_the_order_is_mapped(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    meetings = service(await contact.order(id), "MEETINGS")["id"]
    for answer in (
        await contact.do("setUpNow", serviceId=meetings),
        await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex")),
        await contact.do("submitService", serviceId=meetings),
    ):
        assert answer.refused == ["MAPPING_INCOMPLETE"]


async def test_confirming_makes_the_contact_provisioning_administrator_and_tells_the_customer(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    assert (order["status"], order["partnerRole"]) == ("MAPPED", "PROVISIONING_ADMINISTRATOR")
    [mail] = await product.mails(to=ADMIN)
    assert mail["kind"] == "SUBSCRIPTION_ADDED"
    assert await product.mails(to="user@globex.example") == []
    customer = await product.opened(ADMIN)
    seen = await customer.order(order["id"])
    assert seen["viewerRole"] == "CUSTOMER_ADMINISTRATOR"
    assert "disputeMapping" in seen["allowedMutations"]
    assert contact.http.cookies["session"]


async def test_the_creator_of_ones_own_company_administers_it(product: Product) -> None:
    contact, order = await product.mapped()
    assert order["partnerRole"] is None
    company = "query ($id: ID!) { organization(id: $id) { viewerRole administrators } }"
    person = await product.signed_in("pat@acme.example")
    found = (await person.ask(company, id=order["customerOrganization"]["id"]))["organization"]
    assert found == {"viewerRole": "FULL_ADMINISTRATOR", "administrators": ["pat@acme.example"]}
    assert contact.http.cookies["session"]


async def test_an_organization_that_was_suspended_since_is_told_and_not_confirmed(product: Product) -> None:
    await product.directory()
    contact, id = await product.reviewing()
    globex = await Organization.get(display_name="Globex")
    await suspend(globex.id)
    order = await contact.order(id)
    assert [error["code"] for error in order["requirements"]["errors"]] == ["NOT_ELIGIBLE"]
    assert (await contact.do("confirmOrganizations", orderId=id)).refused == ["NOT_ELIGIBLE"]


async def test_undoing_the_mapping_keeps_the_choices_and_takes_the_rights_back(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    customer = await product.opened(ADMIN)
    order = (await contact.do("undoMapping", orderId=order["id"])).order
    assert (order["status"], order["nextStep"]) == ("FINDING_ORGANIZATIONS", "REVIEW_ORGANIZATIONS")
    answer = await customer.send("query ($id: ID!) { order(id: $id) { id } }", {"id": order["id"]})
    assert answer.refused == ["NOT_FOUND"]
    assert (await customer.ask("{ orders { edges { node { id } } } }"))["orders"]["edges"] == []
    again = (await contact.do("confirmOrganizations", orderId=order["id"])).order
    assert again["status"] == "MAPPED"


@pytest.mark.parametrize("partners", [True, False])
async def test_only_who_was_told_of_a_mapping_hears_that_it_was_undone(product: Product, partners: bool) -> None:
    await product.directory()
    if partners:
        contact, order = await product.partnered()
    else:
        placed = await product.place(provisioningContactEmail="user@globex.example")
        contact = await product.opened("user@globex.example")
        await contact.do("chooseAudience", orderId=placed["id"], audience="OWN_COMPANY")
        await choose(contact, placed["id"], "CUSTOMER", "globex.example")
        order = (await contact.do("confirmOrganizations", orderId=placed["id"])).order
    assert len(await product.mails(ADMIN)) == int(partners)
    await contact.do("undoMapping", orderId=order["id"])
    assert len(await product.mails(ADMIN)) == 2 * int(partners)


async def test_undoing_makes_created_organizations_provisional_again(product: Product) -> None:
    contact, order = await product.mapped()
    order = (await contact.do("undoMapping", orderId=order["id"])).order
    assert order["customerOrganization"]["status"] == OrganizationStatus.PROVISIONAL


async def test_nothing_is_undone_once_a_service_was_submitted(product: Product) -> None:
    contact, order = await product.mapped()
    meetings = service(order, "MEETINGS")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-hq"))
    await contact.do("submitService", serviceId=meetings)
    assert (await contact.do("undoMapping", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]
    assert (await contact.do("chooseAudience", orderId=order["id"], audience="CUSTOMER")).refused == [
        "STEP_NOT_ALLOWED"
    ]


async def test_a_dispute_stops_service_setup_until_support_dismisses_it(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    customer = await product.opened(ADMIN)
    order = (await customer.do("disputeMapping", orderId=id, reason="This wasn't us")).order
    assert (order["dispute"], order["waitingFor"]["role"]) == (
        {"open": True, "upheld": None, "endsSetup": False},
        "SUPPORT",
    )
    saving = {"serviceId": meetings, "sites": sites("globex-one")}
    assert (await contact.do("saveMeetingSites", **saving)).refused == ["DISPUTED"]
    assert (await contact.do("handOverToCustomer", orderId=id)).refused == ["DISPUTED"]
    assert not {"saveMeetingSites", "handOverToCustomer"} & {*(await contact.order(id))["allowedMutations"]}
    support = await product.support()
    assert (await contact.do("resolveDispute", orderId=id, uphold=False, reason="no")).refused == ["FORBIDDEN"]
    assert (await support.do("resolveDispute", orderId=id, uphold=False, reason=" ")).fields == {"reason": "REQUIRED"}
    order = (await support.do("resolveDispute", orderId=id, uphold=False, reason="It was them.")).order
    assert order["dispute"] == {"open": False, "upheld": False, "endsSetup": False}
    assert not (await contact.do("saveMeetingSites", **saving)).refused


async def test_an_upheld_dispute_undoes_the_mapping(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    customer = await product.opened(ADMIN)
    await customer.do("disputeMapping", orderId=order["id"])
    support = await product.support()
    order = (await support.do("resolveDispute", orderId=order["id"], uphold=True, reason="Wrong one.")).order
    assert (order["status"], order["customerOrganization"]) == ("FINDING_ORGANIZATIONS", None)
    assert (await contact.order(order["id"]))["nextStep"] == "CUSTOMER_ORGANIZATION"


async def closed_and_disputed(product: Product) -> tuple[Caller, str]:
    """A partner's order whose Meetings were closed and whose customer then disputes it, before the worker came."""
    await product.directory()
    contact, order = await product.partnered()
    id, meetings = order["id"], service(order, "MEETINGS")["id"]
    customer = await product.signed_in(ADMIN)
    await contact.do("handOverToCustomer", orderId=id)
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex-one"))
    await contact.do("submitService", serviceId=meetings)
    await product.worker.provision_one()
    disputed = (await customer.do("disputeMapping", orderId=id)).order
    assert (disputed["status"], disputed["waitingFor"]["role"]) == ("SETTING_UP", "SUPPORT")
    assert disputed["requirements"]["currentlyDue"] == []
    await product.provision()
    return contact, id


async def test_a_dispute_after_the_first_close_halts_provisioning_until_it_is_dismissed(product: Product) -> None:
    contact, id = await closed_and_disputed(product)
    calling = service(await contact.order(id), "CALLING")["id"]
    assert (await contact.do("saveCallingLocation", serviceId=calling, **location())).refused == ["DISPUTED"]
    steps = service(await contact.order(id), "MEETINGS")["steps"]
    assert [step["state"] for step in steps] == ["PROVISIONED", "NOT_STARTED"]
    await (await product.support()).do("resolveDispute", orderId=id, uphold=False, reason="It is theirs.")
    await product.provision()
    order = await contact.order(id)
    assert (order["dispute"]["endsSetup"], service(order, "MEETINGS")["state"]) == (False, "PROVISIONED")
    assert not (await contact.do("saveCallingLocation", serviceId=calling, **location())).refused


async def test_a_dispute_upheld_after_the_first_close_ends_setup_and_the_partners_rights(product: Product) -> None:
    _, id = await closed_and_disputed(product)
    support = await product.support()
    order = (await support.do("resolveDispute", orderId=id, uphold=True, reason="Not theirs.")).order
    assert (order["status"], order["customerOrganization"]["displayName"]) == ("SETTING_UP", "Globex")
    assert order["dispute"] == {"open": False, "upheld": True, "endsSetup": True}
    product.later(days=8)
    await product.worker.run_due_transitions()
    await product.provision()
    for caller in (await product.signed_in("user@north.example"), await product.signed_in(ADMIN)):
        order = await caller.order(id)
        assert (order["waitingFor"], order["partnerRole"], order["requirements"]["currentlyDue"]) == (None, None, [])
        assert [step["attempts"] for step in service(order, "MEETINGS")["steps"]] == [1, 0]
        assert not {"saveCallingLocation", "submitService", "disputeMapping"} & set(order["allowedMutations"])
        mine = "{ orders(filter: { myTurn: true }) { edges { node { id } } } }"
        assert (await caller.ask(mine))["orders"]["edges"] == []
        later = await caller.do("setUpLater", serviceId=service(order, "CALLING")["id"])
        assert later.refused == ["DISPUTED"]
    assert not await PartnerRelation.exists()
    assert not await ProvisioningAdministrator.exists()
    assert await product.mails(kind="REMINDER") == []
    [notice] = await product.mails(to=ADMIN, kind="NOTICE")
    assert "Nothing more will be set up" in " ".join(notice["text"].split())


async def test_a_request_that_was_approved_ends_with_an_upheld_dispute(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered(licenses=LICENSES[2:])
    id = order["id"]
    await contact.do("submitService", serviceId=service(order, "MESSAGING")["id"])
    await product.provision()
    asked = (await contact.do("requestFullAdministrator", orderId=id)).order["administratorRequest"]["id"]
    customer = await product.signed_in(ADMIN)
    await customer.do("decideAdministratorRequest", requestId=asked, approve=True)
    partner, globex = await product.signed_in("user@north.example"), order["customerOrganization"]["id"]
    company = "query ($id: ID!) { organization(id: $id) { viewerRole administrators } }"
    assert (await partner.ask(company, id=globex))["organization"]["viewerRole"] == "FULL_ADMINISTRATOR"
    await customer.do("disputeMapping", orderId=id)
    decided = await (await product.support()).do("resolveDispute", orderId=id, uphold=True, reason="Not theirs.")
    assert (decided.order["status"], decided.order["administratorRequest"]["state"]) == ("COMPLETED", "DENIED")
    assert (await partner.ask(company, id=globex))["organization"] == {"viewerRole": None, "administrators": []}
    assert (await partner.do("requestFullAdministrator", orderId=id)).refused == ["STEP_NOT_ALLOWED"]


async def test_only_support_undoes_a_disputed_mapping_and_settles_the_dispute(product: Product) -> None:
    await product.directory()
    contact, order = await product.partnered()
    await (await product.opened(ADMIN)).do("disputeMapping", orderId=order["id"])
    assert (await contact.do("undoMapping", orderId=order["id"])).refused == ["DISPUTED"]
    assert "undoMapping" not in (await contact.order(order["id"]))["allowedMutations"]
    support = await product.support()
    assert "undoMapping" in (await support.order(order["id"]))["allowedMutations"]
    order = (await support.do("undoMapping", orderId=order["id"], reason="Not theirs.")).order
    assert order["dispute"] == {"open": False, "upheld": True, "endsSetup": False}
    assert (order["status"], order["customerOrganization"]) == ("FINDING_ORGANIZATIONS", None)


async def test_an_organization_that_was_created_with_the_order_has_nothing_to_dispute(product: Product) -> None:
    contact, order = await product.mapped()
    assert "disputeMapping" not in order["allowedMutations"]
    assert (await contact.do("disputeMapping", orderId=order["id"])).refused == ["STEP_NOT_ALLOWED"]


async def test_a_partner_that_the_order_names_finds_the_organizations_too(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing("pat@elsewhere.example", partnerOrganizationExternalId="North")
    partner = await product.signed_in("admin@north.example")
    assert (await partner.order(id))["viewerRole"] == "PARTNER_ADMINISTRATOR"
    await choose(partner, id, "PARTNER", "north.example")
    await choose(partner, id, "CUSTOMER", "globex.example")
    assert (await partner.do("confirmOrganizations", orderId=id)).order["status"] == "MAPPED"
    other = await product.signed_in("admin@south.example")
    assert (await other.send("query ($id: ID!) { order(id: $id) { id } }", {"id": id})).refused == ["NOT_FOUND"]
    assert (await contact.order(id))["viewerRole"] == "PROVISIONING_CONTACT"


async def test_a_search_is_told_on_the_timeline_and_limited_for_a_person(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    for _ in range(30):
        await search(contact, id, "CUSTOMER", "globex.example")
    query = 'query ($id: ID!) { searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "a.example") { message } }'
    answer = await contact.send(query, {"id": id})
    assert answer.refused == ["RATE_LIMITED"]
    timeline = "query ($id: ID!) { order(id: $id) { timeline(first: 1) { edges { node { kind summary } } } } }"
    [edge] = (await contact.ask(timeline, id=id))["order"]["timeline"]["edges"]
    assert edge["node"]["kind"] == "organizations_searched"


HIT = """query ($id: ID!, $domain: String!, $after: String) {
  searchOrganizations(orderId: $id, slot: CUSTOMER, domain: $domain, first: 1, after: $after) {
    message pageInfo { hasNextPage endCursor }
    edges { node { flags organization {
      displayName country types createdAt activeUsers latestActivityAt viewerRole administrators
      domains { name state } sites { siteName } locations { name } orders { edges { cursor } }
    } } }
  }
}"""


async def test_a_person_and_an_internet_address_may_search_only_so_often(product: Product) -> None:
    await product.directory()
    orders = [await product.choosing() for _ in range(3)]
    for contact, id in orders[:2]:
        for _ in range(30):
            await search(contact, id, "CUSTOMER", "globex.example")
    (contact, id), sent = orders[2], {"domain": "globex.example"}
    assert (await contact.send(HIT, {"id": id, **sent})).refused == ["RATE_LIMITED"]
    product.later(hours=1)
    assert not (await contact.send(HIT, {"id": id, **sent})).errors
    await database.execute("UPDATE rate_counter SET hits = 300 WHERE name = 'finder-address'")
    other, id = await product.choosing("user@south.example")
    assert (await other.send(HIT, {"id": id, **sent})).refused == ["RATE_LIMITED"]


async def test_a_search_shows_no_more_than_strangers_may_see(product: Product) -> None:
    await product.directory()
    day = (product.now.date() - date(1970, 1, 1)).days
    people = [
        {"type": "user", "org": "Globex", "email": f"p{number}@globex.example", "status": "active", "admin": False}
        | {"last_active_day": day - 3}
        for number in range(121)
    ]
    pending: dict[str, object] = {
        "type": "domain",
        "org": "Globex",
        "domain": "globex-secret.example",
        "state": "pending",
    }
    await load_rows([pending, *people], product.now)
    contact, id = await product.choosing()
    page = (await contact.ask(HIT, id=id, domain="someone@globex.example"))["searchOrganizations"]
    [edge] = page["edges"]
    created = (product.now - timedelta(days=400)).date().replace(day=1)
    assert edge["node"] == {
        "flags": [],
        "organization": {
            "displayName": "Globex", "country": "DE", "types": ["CUSTOMER"], "createdAt": f"{created}T00:00:00+00:00",
            "activeUsers": 120, "latestActivityAt": (product.now - timedelta(days=1)).date().isoformat(),
            "viewerRole": None, "administrators": [], "domains": [{"name": "globex.example", "state": "CLAIMED"}],
            "sites": [], "locations": [], "orders": {"edges": []},
        },
    }  # fmt: skip
    assert not page["pageInfo"]["hasNextPage"]


async def test_possible_duplicates_warn_beside_the_form(product: Product) -> None:
    await product.directory()
    contact, id = await product.choosing()
    query = """query ($id: ID!) { possibleDuplicates(orderId: $id, companyName: "GLOBEX GmbH", country: "DE") {
      organization { displayName } } }"""
    found = (await contact.ask(query, id=id))["possibleDuplicates"]
    assert [candidate["organization"]["displayName"] for candidate in found] == ["Globex"]


async def test_the_match_is_explained_to_support_and_readers_only(product: Product) -> None:
    await product.directory()
    query = 'query { explainOrganizationMatch(input: { email: "user@north.example", slot: PARTNER }) { outcome } }'
    reader = await product.integrator("reader", "organizations:read")
    assert (await reader.ask(query))["explainOrganizationMatch"]["outcome"] == "EXACT"
    assert (await (await product.support()).ask(query))["explainOrganizationMatch"]["outcome"] == "EXACT"
    assert (await (await product.integrator("cloud-sales")).send(query)).refused == ["FORBIDDEN"]
    assert (await product.browser().send(query)).refused == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("cursor", ["x", "", "\u00fc", "W10", "bm9uZQ", "e30", "WzEsMl0", "A" * 5000])
async def test_a_cursor_of_a_search_that_no_answer_had_is_refused_in_words(product: Product, cursor: str) -> None:
    await product.directory()
    contact, id = await product.choosing()
    answer = await contact.send(HIT, {"id": id, "domain": "globex.example", "after": cursor})
    assert cursor == "" or (answer.refused, answer.errors[0]["message"]) == (["BAD_USER_INPUT"], "Invalid cursor.")
