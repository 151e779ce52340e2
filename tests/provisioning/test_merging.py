"""Support merges a duplicate into the organization that survives: it stands for it everywhere, and may be undone."""

import asyncio
from typing import Any

import pytest

from backend import clock, database
from backend.models.order import PartnerRelation
from backend.models.organization import Organization, OrganizationDomain, OrganizationUser
from backend.models.service import Location, Site
from backend.schema.ids import global_id
from tests.api import Answer, Caller
from tests.product import Product, choose, location, search, service, sites
from tests.provisioning.finder.world import load_rows

SUPPORT = "help@controlhub.example"
WHY = "The same company, entered twice."
EXPLAIN = """query ($input: ExplainOrganizationMatchInput!) {
  explainOrganizationMatch(input: $input) { outcome organization { organization { displayName } }
    candidates { organization { displayName } } } }"""
MINE = """query ($id: ID!) { organization(id: $id) {
  id displayName viewerRole administrators domains { name state } sites { siteName } locations { name }
  orders { edges { node { id } } } } }"""
TIMELINE = "query ($id: ID!) { order(id: $id) { timeline(first: 3) { edges { node { summary reason kind } } } } }"


async def company(name: str) -> str:
    """The id of an organization, whatever became of it."""
    return global_id("Organization", (await Organization.get(external_id=name)).id)


async def both(duplicate: str = "Initech", survivor: str = "Globex") -> dict[str, str]:
    """The input of a merge."""
    return {"duplicateId": await company(duplicate), "survivorId": await company(survivor), "reason": WHY}


async def merged(hub: Product, duplicate: str = "Initech", survivor: str = "Globex") -> tuple[Caller, Answer]:
    """Support merges; support, and the answer."""
    support = await hub.support()
    answer = await support.do("mergeOrganizations", **await both(duplicate, survivor))
    assert answer.refused == [], answer.payload
    return support, answer


def kinds(moves: list[dict[str, str]]) -> dict[str, list[str]]:
    """What an answer lists, by kind."""
    found: dict[str, list[str]] = {}
    for move in moves:
        found.setdefault(move["kind"], []).append(move["name"])
    return found


async def rows() -> dict[str, Any]:
    """Everything that a merge could touch, as the tables have it; timelines only grow."""
    tables = {
        "organization": "id, status, merged_into_id, survivor_id, enabled_users, active_users, has_proven_domain",
        "organization_domain": "organization_id, name, state, released",
        "organization_user": "organization_id, email_key, status, administrator",
        "finder_entry": "organization_id, slot, domain, proof, rank",
        "finder_presence": "organization_id, domain, canonical_name",
        "orders": "id, partner_organization_id, customer_organization_id, status, version",
        "partner_relation": "order_id, partner_organization_id, customer_organization_id, role",
        "site": "id, organization_id, held_name",
        "location": "id, organization_id, name",
        "provisioning_administrator": "order_id, email_key",
    }
    return {
        table: [tuple(row.values()) for row in await database.rows(f"SELECT {columns} FROM {table} ORDER BY {columns}")]
        for table, columns in tables.items()
    }


@pytest.fixture
async def hub(product: Product) -> Product:
    """The product with two partners and two customers."""
    await product.directory()
    return product


async def for_initech(hub: Product, email: str = "user@north.example", **changes: Any) -> tuple[Caller, Any]:
    """A partner's order for Initech, ready for service setup; its contact and the order."""
    contact, id = await hub.choosing(email, **changes)
    await choose(contact, id, "PARTNER", "north.example")
    await choose(contact, id, "CUSTOMER", "initech.example")
    return contact, (await contact.do("confirmOrganizations", orderId=id)).order


async def closed(contact: Caller, order: Any, name: str) -> Any:
    """Sites and a location of the order are submitted; the order."""
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(name))
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    await contact.do("submitService", serviceId=meetings)
    return (await contact.do("submitService", serviceId=calling)).order


async def test_the_survivor_stands_for_the_duplicate_everywhere(hub: Product) -> None:
    contact, order = await for_initech(hub)
    await closed(contact, order, "initech-main")
    await hub.program("Initech")
    support, answer = await merged(hub)
    moves = kinds(answer.payload["moves"])
    assert moves["TOKEN"] == ["Sync"]
    assert moves["DOMAIN"] == ["initech.example"]
    assert moves["USERS"] == ["2"]
    assert moves["ADMINISTRATOR"] == ["a•••@initech.example"]
    assert moves["ORDER"] == [order["orderNumber"]]
    assert moves["SITE"] == ["initech-main"]
    assert moves["LOCATION"] == ["Headquarters"]
    assert moves["PARTNER"] == ["North"]
    assert answer.payload["survivor"]["displayName"] == "Globex"
    conflicts = kinds(answer.payload["conflicts"])
    assert conflicts["OPEN_ORDER"] == [order["orderNumber"]]
    assert sorted(conflicts["RIGHTS"]) == ["a•••@globex.example", "a•••@initech.example"]

    for email in ("admin@initech.example", "admin@globex.example"):
        admin = await hub.signed_in(email)
        mine = (await admin.ask("{ viewer { organizations { id displayName viewerRole } } }"))["viewer"]
        assert [(one["displayName"], one["viewerRole"]) for one in mine["organizations"]] == [
            ("Globex", "FULL_ADMINISTRATOR")
        ]
        for name in ("Initech", "Globex"):  # an address that was kept leads to the survivor
            seen = (await admin.ask(MINE, id=await company(name)))["organization"]
            assert seen["displayName"] == "Globex"
            assert seen["administrators"] == ["admin@globex.example", "admin@initech.example"]
            assert [one["name"] for one in seen["domains"]] == ["globex.example", "initech.example"]
            assert [one["siteName"] for one in seen["sites"]] == ["initech-main"]
            assert [one["name"] for one in seen["locations"]] == ["Headquarters"]
            assert [edge["node"]["id"] for edge in seen["orders"]["edges"]] == [order["id"]]
        seen = await admin.order(order["id"])
        assert seen["viewerRole"] == "CUSTOMER_ADMINISTRATOR"
        assert seen["customerOrganization"]["displayName"] == "Globex"
        found = await admin.ask('{ orders(filter: { text: "Globex" }) { edges { node { id } } } }')
        assert [edge["node"]["id"] for edge in found["orders"]["edges"]] == [order["id"]]
    for email, exact in (("user@initech.example", True), ("new@initech.example", False)):
        asked = {"email": email, "slot": "CUSTOMER"}
        match = (await support.ask(EXPLAIN, input=asked))["explainOrganizationMatch"]
        named = [match["organization"]] if exact else match["candidates"]
        assert [one["organization"]["displayName"] for one in named] == ["Globex"]
    [told, *_] = (await support.ask(TIMELINE, id=order["id"]))["order"]["timeline"]["edges"]
    assert told["node"]["summary"] == "Merged the duplicate organization Initech into Globex"
    assert told["node"]["reason"] == WHY
    for email in ("admin@initech.example", "admin@globex.example"):
        [mail] = [mail for mail in await hub.mails(email, "NOTICE") if "merged" in mail["subject"]]
        assert "Initech" in mail["text"]
        assert WHY in mail["text"]


async def test_work_goes_on_with_the_survivor_and_goes_back_when_it_is_undone(hub: Product) -> None:
    contact, order = await for_initech(hub)
    support, _ = await merged(hub)
    contact = await hub.signed_in("user@north.example")
    order = await contact.order(order["id"])
    done = await closed(contact, order, "initech-later")
    assert {one["state"] for one in done["services"]} == {"PROVISIONING"}
    await hub.provision()
    initech = await Organization.get(external_id="Initech")
    assert await Site.filter(organization_id=initech.id).count() == 1  # what is the order's goes with the order
    assert await Location.filter(organization_id=initech.id).count() == 1
    answer = await support.do("undoMerge", duplicateId=await company("Initech"), reason="They are two companies.")
    assert kinds(answer.payload["conflicts"]) == {"SITE": ["1"], "LOCATION": ["1"]}
    seen = await (await hub.signed_in("admin@initech.example")).order(order["id"])
    assert seen["customerOrganization"]["displayName"] == "Initech"
    other = await hub.signed_in("admin@globex.example")
    gone = await other.send("query ($id: ID!) { order(id: $id) { id } }", {"id": order["id"]})
    assert gone.errors[0]["extensions"]["code"] == "NOT_FOUND"


async def test_undoing_restores_every_row_exactly(hub: Product) -> None:
    contact, order = await for_initech(hub)
    await closed(contact, order, "initech-main")
    await hub.provision()
    await hub.choosing("user@south.example")
    before = await rows()
    support, _ = await merged(hub)
    assert await rows() != before
    hub.later(hours=23)
    support = await hub.support()
    answer = await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")
    assert answer.refused == []
    assert answer.payload["conflicts"] == []
    assert kinds(answer.payload["moves"])["ORDER"] == [order["orderNumber"]]
    assert await rows() == before
    for email in ("admin@initech.example", "admin@globex.example"):
        assert [mail for mail in await hub.mails(email, "NOTICE") if "rückgängig" in mail["subject"]]
    again = await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")
    assert again.refused == ["STEP_NOT_ALLOWED"]


async def test_what_changed_since_is_said_and_stays(hub: Product) -> None:
    await for_initech(hub)
    await merged(hub)
    globex = await hub.signed_in("admin@globex.example")
    id = await company("Globex")
    assert not (await globex.do("removeDomain", organizationId=id, domain="initech.example")).refused
    _, later = await hub.partnered("user@north.example")
    support = await hub.support()
    answer = await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")
    assert kinds(answer.payload["conflicts"]) == {"DOMAIN": ["initech.example"], "ORDER": [later["orderNumber"]]}
    initech = await Organization.get(external_id="Initech")
    assert await OrganizationDomain.filter(organization_id=initech.id).count() == 0
    assert (await (await hub.signed_in("user@north.example")).order(later["id"]))["customerOrganization"][
        "displayName"
    ] == "Globex"


async def test_a_merge_is_undone_for_a_day_only(hub: Product) -> None:
    await merged(hub)
    hub.later(hours=24, minutes=1)
    support = await hub.support()
    late = await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")
    assert late.refused == ["EXPIRED"]
    page = await support.ask(
        "query ($id: ID!) { organization(id: $id) { merges { duplicateName undoableUntil } } }",
        id=await company("Globex"),
    )
    assert page["organization"]["merges"] == [{"duplicateName": "Initech", "undoableUntil": None}]


async def test_a_preview_writes_nothing_and_names_what_forbids_it(hub: Product) -> None:
    support = await hub.support()
    _, order = await for_initech(hub)
    before = await rows()
    fine = await support.do("previewMerge", **(await both() | {"reason": ""}))
    assert fine.refused == []
    assert kinds(fine.payload["moves"])["ORDER"] == [order["orderNumber"]]
    own_partner = await support.do("previewMerge", **await both("Initech", "North"))
    assert own_partner.refused == ["NOT_ELIGIBLE", "NOT_ELIGIBLE"]
    assert order["orderNumber"] in own_partner.payload["userErrors"][1]["message"]
    itself = await support.do("previewMerge", **await both("Globex", "Globex"))
    assert itself.fields == {"survivorId": "INVALID"}
    assert (await support.do("mergeOrganizations", **await both("Initech", "North"))).refused == own_partner.refused
    assert (await support.do("mergeOrganizations", **(await both() | {"reason": " "}))).fields == {"reason": "REQUIRED"}
    assert await rows() == before


@pytest.mark.parametrize("status", ["SUSPENDED", "PROVISIONAL", "MERGED", "DELETED"])
async def test_what_is_not_in_use_is_not_merged(hub: Product, status: str) -> None:
    support = await hub.support()
    await Organization.filter(external_id="Initech").update(status=status)
    one, other = await both(), await both("Globex", "Initech")
    for input in (one, other):
        refused = (await support.do("mergeOrganizations", **input)).refused
        assert refused == [{"MERGED": "STEP_NOT_ALLOWED", "DELETED": "NOT_FOUND"}.get(status, "NOT_ELIGIBLE")]


async def test_an_organization_that_disputed_an_order_does_not_get_it_by_a_merge(hub: Product) -> None:
    contact, order = await hub.partnered()
    globex = await hub.signed_in("admin@globex.example")
    await globex.do("disputeMapping", orderId=order["id"], reason="Not ours")
    support = await hub.support()
    await support.do("resolveDispute", orderId=order["id"], uphold=True, reason="True")
    await choose(contact, order["id"], "CUSTOMER", "initech.example")
    refused = await support.do("mergeOrganizations", **await both())
    assert refused.refused == ["NOT_ELIGIBLE"]
    assert order["orderNumber"] in refused.payload["userErrors"][0]["message"]


async def test_merges_in_a_row_end_at_the_last_survivor_and_are_undone_one_by_one(hub: Product) -> None:
    hooli: list[dict[str, object]] = [
        {"type": "org", "id": "Hooli", "name": "Hooli", "country": "DE", "roles": ["customer"], "status": "active"}
        | {"merged_into": None, "consumer_pool": False, "created_day": 20000},
        {"type": "domain", "org": "Hooli", "domain": "hooli.example", "state": "verified"},
        {"type": "user", "org": "Hooli", "email": "admin@hooli.example", "status": "active", "admin": True}
        | {"last_active_day": None},
    ]
    await load_rows(hooli, clock.now())
    before = await rows()
    support, _ = await merged(hub, "Hooli", "Initech")
    between = await rows()
    _, answer = await merged(hub, "Initech", "Globex")
    assert kinds(answer.payload["moves"])["ORGANIZATION"] == ["Hooli"]
    admin = await hub.signed_in("admin@hooli.example")
    assert (await admin.ask(MINE, id=await company("Hooli")))["organization"]["displayName"] == "Globex"
    chained = await support.do("mergeOrganizations", **await both("Hooli", "Globex"))
    assert chained.refused == ["STEP_NOT_ALLOWED"]
    await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")
    assert await rows() == between
    assert (await admin.ask(MINE, id=await company("Hooli")))["organization"]["displayName"] == "Initech"
    await support.do("undoMerge", duplicateId=await company("Hooli"), reason="Wrong.")
    assert await rows() == before


async def test_what_was_shown_before_a_merge_is_chosen_as_its_survivor(hub: Product) -> None:
    contact, id = await hub.choosing()
    await choose(contact, id, "PARTNER", "north.example")
    [shown] = await search(contact, id, "CUSTOMER", "initech.example")
    await merged(hub)
    order = (await contact.do("chooseOrganization", orderId=id, slot="CUSTOMER", organizationId=shown["id"])).order
    assert order["customerOrganization"]["displayName"] == "Globex"
    order = (await contact.do("confirmOrganizations", orderId=id)).order
    relation = await PartnerRelation.get()
    assert relation.customer_organization_id == (await Organization.get(external_id="Globex")).id


async def test_a_partner_s_duplicate_keeps_its_orders_customers_and_named_orders(hub: Product) -> None:
    _, order = await hub.partnered()
    named = await hub.place(partnerOrganizationExternalId="North", provisioningContactEmail="someone@else.example")
    await merged(hub, "North", "South")
    south = await hub.signed_in("admin@south.example")
    for id in (order["id"], named["id"]):
        assert (await south.order(id))["viewerRole"] == "PARTNER_ADMINISTRATOR"
    assert (await south.order(order["id"]))["partnerOrganization"]["displayName"] == "South"
    listed = await south.ask("{ orders { edges { node { id } } } }")
    assert {edge["node"]["id"] for edge in listed["orders"]["edges"]} == {order["id"], named["id"]}


async def test_orders_that_come_in_while_it_is_merged_are_with_one_of_them_and_never_with_both(hub: Product) -> None:
    support = await hub.support()
    orders = []
    for number in range(3):
        contact, id = await hub.choosing(f"p{number}@north.example")
        await choose(contact, id, "PARTNER", "north.example")
        [shown] = await search(contact, id, "CUSTOMER", "initech.example")
        orders.append((contact, id, shown["id"]))
    answers = await asyncio.gather(
        support.do("mergeOrganizations", **await both()),
        *(
            contact.do("chooseOrganization", orderId=id, slot="CUSTOMER", organizationId=shown)
            for contact, id, shown in orders
        ),
    )
    assert [answer.refused for answer in answers] == [[]] * 4
    for contact, id, _ in orders:
        assert (await contact.order(id))["customerOrganization"]["displayName"] == "Globex"


async def test_support_finds_organizations_by_id_domain_and_name(hub: Product) -> None:
    query = "query ($text: String!) { findOrganizations(text: $text) { displayName allowedMutations } }"
    support = await hub.support()
    for text, names in (
        ("Globex", ["Globex"]),
        ("globex.example", ["Globex"]),
        ("someone@initech.example", ["Initech"]),
        ("GLO", ["Globex"]),
        ("Globex GmbH", ["Globex"]),
        ("%", []),
        ("", []),
    ):
        found = (await support.ask(query, text=text))["findOrganizations"]
        assert [one["displayName"] for one in found] == names, text
        assert all("mergeOrganizations" in one["allowedMutations"] for one in found)
    for caller, code in (
        (await hub.signed_in("admin@globex.example"), "FORBIDDEN"),
        (hub.browser(), "UNAUTHENTICATED"),
    ):
        assert (await caller.send(query, {"text": "Globex"})).errors[0]["extensions"]["code"] == code


async def test_only_support_merges(hub: Product) -> None:
    callers = {
        "FORBIDDEN": [
            await hub.signed_in("admin@globex.example"),
            await hub.signed_in("admin@initech.example"),
            await hub.integrator("cloud-sales"),
            await hub.integrator("directory", "organizations:read"),
        ],
        "UNAUTHENTICATED": [hub.browser()],
    }
    undo = {"duplicateId": await company("Initech"), "reason": WHY}
    for code, those in callers.items():
        for caller in those:
            for mutation, input in (
                ("previewMerge", await both()),
                ("mergeOrganizations", await both()),
                ("undoMerge", undo),
            ):
                assert (await caller.do(mutation, **input)).refused == [code], mutation
    program = await hub.integrator("help", "support")
    assert (await program.do("mergeOrganizations", **await both())).refused == []
    assert (await program.do("undoMerge", **undo)).refused == []


async def test_the_history_of_both_tells_of_a_merge_once_and_not_who_of_support_did_it(hub: Product) -> None:
    query = "query ($id: ID!) { organization(id: $id) { history { kind summary reason actor } } }"
    support, input = await hub.support(), await both()
    administrator = await hub.signed_in("admin@globex.example")

    async def told(caller: Caller, id: str) -> list[tuple[str, str | None]]:
        events = (await caller.ask(query, id=id))["organization"]["history"]
        assert all(event["reason"] == WHY for event in events)
        return [(event["summary"], event["actor"]) for event in events]

    await support.do("mergeOrganizations", **input)
    merged = "Merged the duplicate organization Initech into Globex"
    assert await told(support, input["survivorId"]) == [(merged, SUPPORT)]
    assert await told(administrator, input["survivorId"]) == [(merged, None)]
    await support.do("undoMerge", duplicateId=input["duplicateId"], reason=WHY)
    undone = "Undid the merge: Initech is a separate organization again"
    for id in (input["survivorId"], input["duplicateId"]):
        assert await told(support, id) == [(undone, SUPPORT), (merged, SUPPORT)]
    assert await told(await hub.signed_in("user@globex.example"), input["survivorId"]) == []


async def test_a_merge_sent_again_with_its_key_happens_once(hub: Product) -> None:
    support, input = await hub.support(), await both()
    answers = await asyncio.gather(*(support.do("mergeOrganizations", key="one", **input) for _ in range(3)))
    assert [answer.refused for answer in answers] == [[]] * 3
    assert answers[0].payload == answers[1].payload == answers[2].payload
    assert (await support.do("mergeOrganizations", **input)).refused == ["STEP_NOT_ALLOWED"]


async def test_the_next_import_of_the_directory_keeps_what_support_merged(hub: Product) -> None:
    await merged(hub)
    await hub.directory()
    initech = await Organization.get(external_id="Initech")
    assert (initech.status, initech.survivor_id) == ("MERGED", (await Organization.get(external_id="Globex")).id)
    support = await hub.support()
    assert (await support.do("undoMerge", duplicateId=await company("Initech"), reason="Wrong.")).refused == []
    assert (await OrganizationDomain.get(name="initech.example")).state == "CLAIMED"
    assert not (await OrganizationDomain.get(name="initech.example")).released


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_merge_touches_no_person_however_many_there_are(hub: Product) -> None:
    initech = await Organization.get(external_id="Initech")
    people = [
        (
            initech.id,
            f"p{number}@initech.example",
            f"p{number}@initech.example",
            "initech.example",
            "ACTIVE",
            False,
            False,
        )
        for number in range(3_000)
    ]
    columns = ("organization_id", "email", "email_key", "domain", "status", "administrator", "for_partner")
    await database.insert("organization_user", people, columns)
    _, answer = await merged(hub)
    assert kinds(answer.payload["moves"])["USERS"] == ["3002"]
    assert await OrganizationUser.filter(organization_id=initech.id).count() == 3_002
