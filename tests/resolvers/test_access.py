"""Who may see and do what: the whole schema against every role, after the table of the specification."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from graphql import (
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_non_null_type,
)

from backend.models.order import ProvisioningAdministrator
from backend.resolvers.schema import schema
from tests.api import Caller, document
from tests.desk import LICENSES, Desk, location, service, sites

TYPES = schema._schema.type_map
PERSONAL = {"signIn", "requestSignIn", "openSetupLink", "requestNewSetupLink", "signOut", "placeOrder"}  # name no order
WORKERS = {"contact", "partner", "provisioner", "customer"}
PARTNERS = {"contact", "partner", "provisioner"}
ALLOWED = {
    "cancelOrder": {"seller", "support"},
    "rescheduleOrder": {"seller"},
    "reopenOrder": {"seller"},
    "changeProvisioningContact": {"seller", "partner", "support"},
    "resendSetupEmail": {"seller", "partner", "support"},
    "chooseAudience": {"contact", "partner"},
    "delegateOrder": {"contact"},
    "takeBackOrder": {"former"},
    "chooseOrganization": {"contact", "partner"},
    "createOrganization": {"contact", "partner"},
    "confirmOrganizations": {"contact", "partner"},
    "undoMapping": {"contact", "partner", "provisioner", "support"},
    "handOverToCustomer": PARTNERS,
    "takeBackServiceSetup": PARTNERS,
    "disputeMapping": {"customer"},
    "resolveDispute": {"support"},
    "setUpNow": WORKERS,
    "setUpLater": WORKERS,
    "saveMeetingSites": WORKERS,
    "distributeLicenses": WORKERS,
    "saveCallingLocation": WORKERS,
    "submitService": WORKERS,
    "retryService": WORKERS | {"support"},
    "addLocation": WORKERS,
    "updateLocation": WORKERS,
    "requestFullAdministrator": PARTNERS,
}
STRANGERS = ["nobody", "other contact", "other partner", "other customer", "customer's user", "other seller"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A mapped order with drafts and a hand-over, everybody who has to do with it, and some who have not."""

    order: Any
    callers: dict[str, Caller]
    ids: dict[str, list[str]]


@pytest.fixture
async def stage(desk: Desk) -> Stage:
    await desk.directory()
    seller = await desk.integrator("cloud-sales")
    placed = await desk.place(
        seller, provisioningContactEmail="first@north.example", partnerOrganizationExternalId="North"
    )
    id = placed["id"]
    former = await desk.opened("first@north.example")
    await former.do("delegateOrder", orderId=id, email="user@north.example")
    contact = await desk.opened("user@north.example")
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    for slot, domain in (("PARTNER", "north.example"), ("CUSTOMER", "globex.example")):
        query = """query ($id: ID!, $slot: OrganizationType!, $domain: String!) {
          searchOrganizations(orderId: $id, slot: $slot, domain: $domain) {
            edges { node { organization { id } } } } }"""
        found = await contact.ask(query, id=id, slot=slot, domain=domain)
        organization = found["searchOrganizations"]["edges"][0]["node"]["organization"]["id"]
        await contact.do("chooseOrganization", orderId=id, slot=slot, organizationId=organization)
    await contact.do("confirmOrganizations", orderId=id)
    order = (await contact.do("handOverToCustomer", orderId=id)).order
    meetings, calling = service(order, "MEETINGS")["id"], service(order, "CALLING")["id"]
    await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("globex-hq"))
    order = (await contact.do("saveCallingLocation", serviceId=calling, **location())).order
    number = (await ProvisioningAdministrator.all().first().values("order_id"))["order_id"]
    await ProvisioningAdministrator.create(
        order_id=number, email="eve@north.example", email_key="eve@north.example", since=desk.now
    )
    await desk.place(provisioningContactEmail="user@south.example")
    callers = {
        "seller": seller,
        "contact": contact,
        "former": former,
        "partner": await desk.signed_in("admin@north.example"),
        "provisioner": await desk.signed_in("eve@north.example"),
        "customer": await desk.signed_in("admin@globex.example"),
        "support": await desk.support(),
        "reader": await desk.integrator("cloud-sales", "orders:read"),
        "nobody": desk.browser(),
        "other contact": await desk.opened("user@south.example"),
        "other partner": await desk.signed_in("admin@south.example"),
        "other customer": await desk.signed_in("admin@initech.example"),
        "customer's user": await desk.signed_in("user@globex.example"),
        "other seller": await desk.integrator("other-sales"),
    }
    parts = """query ($id: ID!) { order(id: $id) { subscription { id licenses { id } } emails { id }
      timeline { edges { node { id } } } } }"""
    found = await seller.ask(parts, id=id)
    text = json.dumps([order["services"], found])
    nodes = set(re.findall(r'"id": "([^"]+)"', text))
    return Stage(order, callers, {"parts": sorted(nodes), "organizations": [order["customerOrganization"]["id"]]})


def value(type_: Any, name: str, stage: Stage) -> Any:
    """A value of this type for the field of an input; whatever passes the checks of access is refused after them."""
    if not is_non_null_type(type_):
        return {"reason": "x" * 1001, "expectedVersion": 0}.get(name)
    named = get_named_type(type_)
    if name == "sites":
        return sites("globex-two")
    if name == "allocations":
        return []
    if isinstance(named, GraphQLInputObjectType):
        return location()["address"]
    values: dict[str, Any] = {
        "orderId": stage.order["id"],
        "serviceId": service(stage.order, "MEETINGS")["id"],
        "locationId": service(stage.order, "CALLING")["locations"][0]["id"],
        "organizationId": stage.order["customerOrganization"]["id"],
        "requestedStartDate": "2090-01-01",
        "audience": "OWN_COMPANY",
        "slot": "CUSTOMER",
        "uphold": True,
        "reason": "x" * 1001,
        "email": "somebody@else.example",
    }
    return values.get(name, "DE")


async def test_every_mutation_is_open_to_the_roles_of_the_table_and_to_nobody_else(stage: Stage) -> None:
    root = TYPES["Mutation"]
    assert isinstance(root, GraphQLObjectType)
    assert set(root.fields) - PERSONAL - {"decideAdministratorRequest"} == set(ALLOWED)
    wrong = []
    for mutation, allowed in ALLOWED.items():
        document(mutation)
        input_type = get_named_type(root.fields[mutation].args["input"].type)
        assert isinstance(input_type, GraphQLInputObjectType)
        input = {name: value(field.type, name, stage) for name, field in input_type.fields.items()}
        input = {name: given for name, given in input.items() if given is not None}
        for role, caller in stage.callers.items():
            answer = await caller.do(mutation, **input)
            expected = "NOT_FOUND" if role in STRANGERS else "FORBIDDEN"
            expected = "UNAUTHENTICATED" if role == "nobody" else expected
            assert answer.refused, (mutation, role, "nothing was to happen")
            closed = answer.refused == [expected]
            if closed == (role in allowed):
                wrong.append((mutation, role, answer.refused))
    assert wrong == []


async def test_for_strangers_neither_the_order_nor_anything_on_it_exists(stage: Stage) -> None:
    for role in STRANGERS:
        caller, id = stage.callers[role], stage.order["id"]
        refused = ["UNAUTHENTICATED"] if role == "nobody" else ["NOT_FOUND"]
        for query in (
            "query ($id: ID!) { order(id: $id) { id } }",
            'query ($id: ID!) { searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "a.example") { basedOn } }',
            'query ($id: ID!) { possibleDuplicates(orderId: $id, companyName: "A", country: "DE") { recommended } }',
        ):
            assert (await caller.send(query, {"id": id})).refused == refused
        number = "query ($id: String!) { orderByNumber(orderNumber: $id) { id } }"
        assert (await caller.send(number, {"id": stage.order["orderNumber"]})).refused == refused
        ids = [id, *stage.ids["parts"]]
        found = await caller.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
        assert found["nodes"] == [None] * len(ids)
        if role != "nobody":
            listed = await caller.ask(
                "{ orders { edges { node { id } } } viewer { orders { edges { node { id } } } } }"
            )
            assert id not in str(listed)
        for path in ("summary.pdf", "timeline.jsonl"):
            response = await caller.get(f"/orders/{id}/{path}")
            assert response.status_code == (401 if role == "nobody" else 404)


async def test_an_organization_exists_only_for_who_has_to_do_with_it(stage: Stage) -> None:
    for role in ("nobody", "other contact", "other partner", "other customer", "other seller"):
        [globex] = stage.ids["organizations"]
        node = "query ($id: ID!) { node(id: $id) { id } }"
        assert (await stage.callers[role].ask(node, id=globex))["node"] is None
        assert (await stage.callers["customer's user"].ask(node, id=globex))["node"] is not None


async def test_administrators_sites_and_locations_are_for_who_belongs_to_the_organization(stage: Stage) -> None:
    for role in ("contact", "partner", "provisioner", "seller", "support"):
        [globex] = stage.ids["organizations"]
        query = """query ($id: ID!) { organization(id: $id) {
          displayName administrators sites { id } locations { id } orders { edges { node { id } } } } }"""
        found = (await stage.callers[role].ask(query, id=globex))["organization"]
        assert (found["administrators"], found["sites"], found["locations"]) == ([], [], [])
        assert [edge["node"]["id"] for edge in found["orders"]["edges"]] == [stage.order["id"]]
        own = (await stage.callers["customer"].ask(query, id=globex))["organization"]
        assert own["administrators"] == ["admin@globex.example"]


def selection(type_: GraphQLNamedType, depth: int) -> str:
    """All fields of a type that need no arguments, some levels deep."""
    if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
        kinds: list[GraphQLObjectType] = []
        if isinstance(type_, GraphQLInterfaceType) and depth > 1:
            kinds = list(schema._schema.get_implementations(type_).objects)
        told = [f"... on {kind.name} {{ {selection(kind, depth)} }}" for kind in kinds]
        for name, field in type_.fields.items():
            if any(is_non_null_type(argument.type) for argument in field.args.values()):
                continue
            inner = get_named_type(field.type)
            composite = isinstance(inner, GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType)
            if composite and depth and inner.name not in {"Order", "OrderConnection"}:
                told.append(f"{name} {{ {selection(inner, depth - 1)} }}")
            elif not composite:
                told.append(name)
        return " ".join(told) or "__typename"
    return "__typename"


async def dump(caller: Caller, id: str) -> dict[str, Any]:
    """Everything that a caller can read of an order, field by field."""
    order, seen = TYPES["Order"], {}
    assert isinstance(order, GraphQLObjectType)
    for name, field in order.fields.items():
        inner = get_named_type(field.type)
        slot = "(slot: CUSTOMER)" if name == "organizationMatch" else ""
        inside = selection(inner, 2)
        braces = f"{{ {inside} }}" if isinstance(inner, GraphQLObjectType | GraphQLInterfaceType) else ""
        seen[name] = (await caller.ask(f"query ($id: ID!) {{ order(id: $id) {{ {name}{slot} {braces} }} }}", id=id))[
            "order"
        ][name]
    return seen


ADDRESS = re.compile(r"[\w.•-]+@[\w.-]+")


@pytest.mark.parametrize("role", ["support", "former"])
async def test_support_and_former_contacts_read_no_address_of_a_person_anywhere(
    desk: Desk, stage: Stage, role: str
) -> None:
    await desk.deliver()
    await stage.callers["contact"].do("undoMapping", orderId=stage.order["id"])
    seen = await dump(stage.callers[role], stage.order["id"])
    seen["seller"] = None  # whom to ask is for everybody
    seen["timeline.jsonl"] = (await stage.callers[role].get(f"/orders/{stage.order['id']}/timeline.jsonl")).text
    found = {name: ADDRESS.findall(json.dumps(part, ensure_ascii=False)) for name, part in seen.items()}
    assert any(found.values())
    assert [(name, one) for name, all_ in found.items() for one in all_ if "•••" not in one] == []


async def test_a_former_contact_reads_nothing_of_services_people_and_mail(stage: Stage) -> None:
    seen = await dump(stage.callers["former"], stage.order["id"])
    for name in ("subscription", "summaryUrl", "partnerOrganization", "customerOrganization", "dispute", "partnerRole"):
        assert seen[name] is None, name
    for name in ("services", "people", "emails"):
        assert seen[name] == [], name
    assert seen["requirements"]["currentlyDue"] == []
    assert (await stage.callers["former"].get(f"/orders/{stage.order['id']}/summary.pdf")).status_code == 404


async def test_what_is_allowed_is_listed_and_nothing_else(stage: Stage) -> None:
    names = {
        "seller": "SELLER",
        "contact": "PROVISIONING_CONTACT",
        "partner": "PARTNER_ADMINISTRATOR",
        "provisioner": "PROVISIONING_ADMINISTRATOR",
        "customer": "CUSTOMER_ADMINISTRATOR",
        "support": "SUPPORT",
    }
    for role, name in names.items():
        order = await stage.callers[role].order(stage.order["id"])
        assert order["viewerRole"] == name
        allowed = set(order["allowedMutations"])
        assert allowed
        assert allowed <= {mutation for mutation, roles in ALLOWED.items() if role in roles}


async def test_a_contact_sees_his_own_acts_and_the_systems_on_the_timeline(desk: Desk) -> None:
    seller = await desk.integrator("cloud-sales")
    id = (await desk.place(seller))["id"]
    await seller.do("resendSetupEmail", orderId=id)
    contact = await desk.opened("pat@partner.example")
    await contact.do("chooseAudience", orderId=id, audience="CUSTOMER")
    query = "query ($id: ID!) { order(id: $id) { timeline { edges { node { kind actor } } } } }"
    seen = (await contact.ask(query, id=id))["order"]["timeline"]["edges"]
    assert {edge["node"]["actor"] for edge in seen} == {"pat@partner.example", "Control Hub"}


async def test_the_timeline_is_complete_for_the_seller_and_masked_for_others(stage: Stage) -> None:
    query = "query ($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { kind actor summary } } } } }"

    async def told(role: str) -> list[Any]:
        found = await stage.callers[role].ask(query, id=stage.order["id"])
        return [edge["node"] for edge in found["order"]["timeline"]["edges"]]

    kinds = [event["kind"] for event in await told("seller") if not event["kind"].startswith("mail_")]
    assert kinds[::-1] == [
        "order_placed",
        "order_started",
        "contact_changed",
        "audience_chosen",
        "organizations_searched",
        "organization_chosen",
        "organizations_searched",
        "organization_chosen",
        "organizations_confirmed",
        "handed_over",
        "sites_saved",
        "location_saved",
    ]
    assert {event["actor"] for event in await told("former")} == {"f•••@north.example"}
    assert all(event["summary"] for event in await told("support"))


async def test_an_order_session_does_not_outlive_its_reason(desk: Desk) -> None:
    await desk.directory()
    contact, order = await desk.partnered(licenses=LICENSES[1:2])
    customer = await desk.opened("admin@globex.example")
    await contact.do("undoMapping", orderId=order["id"])
    listed = await customer.ask("{ orders { edges { node { id } } } viewer { orders { edges { node { id } } } } }")
    assert listed == {"orders": {"edges": []}, "viewer": {"orders": {"edges": []}}}
