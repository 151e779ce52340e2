"""What a query is said to cost is what comes, also where a list is as long as it may be."""

import json
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    FragmentDefinitionNode,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
    parse,
)

from backend.graphql_server.http_requests import MAX_BODY
from backend.graphql_server.pricing import MAX_COST, Price
from backend.resolvers.schema import schema
from tests.api import Caller
from tests.product import LICENSES, Product, location, service

SCHEMA = schema._schema
FRONTEND = Path(__file__).parents[2] / "frontend" / "src"
MOST = 50  # sites and licenses of an order


def order(fields: str) -> str:
    return f"query ($id: ID!) {{ order(id: $id) {{ {fields} }} }}"


def meetings(fields: str) -> str:
    return order(f"services {{ ... on MeetingsService {{ {fields} }} }}")


QUERIES = {
    "Query.countries": "{ countries { code } }",
    "Query.businessVerticals": "{ businessVerticals { code } }",
    "Query.timeZones": "{ timeZones { name } }",
    "Query.languages": "{ languages { code } }",
    "Query.cities": '{ cities(search: "san") { name } }',
    "Query.nodes": "query ($id: ID!) { nodes(ids: [$id, $id]) { id } }",
    "Query.possibleDuplicates": (
        'query ($id: ID!) { possibleDuplicates(orderId: $id, companyName: "Acme", country: "DE") { recommended } }'
    ),
    "AddressFormat.fields": '{ addressFormat(country: "JP") { fields { name } } }',
    "Order.services": order("services { id }"),
    "Order.people": order("people { email }"),
    "Order.followUps": order("followUps { kind }"),
    "Order.typedSteps": order("typedSteps { entries }"),
    "Order.emails": order("emails { id }"),
    "EmailMessage.tries": order("emails { tries { reply } }"),
    "Subscription.licenses": order("subscription { licenses { id } }"),
    "Requirements.currentlyDue": order("requirements { currentlyDue { step } }"),
    "Requirements.eventuallyDue": order("requirements { eventuallyDue { step } }"),
    "Requirements.errors": order("requirements { errors { code } }"),
    "OrderEventConnection.edges": order("timeline(first: 100) { edges { cursor node { id } } }"),
    "FoundEventConnection.edges": (
        "query ($id: ID!) { findOrderEvents(orderId: $id, first: 100) { edges { cursor } actors } }"
    ),
    "OrderEvent.changes": order("timeline(first: 100) { edges { node { changes { field } } } }"),
    "OrderConnection.edges": "{ orders(first: 100) { edges { cursor } } }",
    "MeetingsService.sites": meetings("sites { id }"),
    "MeetingsService.licenses": meetings("licenses { id }"),
    "Site.allocations": meetings("sites { allocations { units license { name } } }"),
    "MeetingsService.steps": meetings("steps { name }"),
    "MeetingsService.existingSites": meetings("existingSites { id }"),
    "CallingService.existingLocations": order("services { ... on CallingService { existingLocations { id } } }"),
    "MeetingsService.plan": meetings("plan { message }"),
    "CallingService.locations": order("services { ... on CallingService { locations { address { city } } } }"),
    "Organization.domains": order("customerOrganization { domains { name } }"),
    "Organization.merges": order("customerOrganization { merges { duplicateName } }"),
    "Organization.history": order("customerOrganization { history { summary } }"),
    "Organization.webhookEndpoints": order("customerOrganization { webhookEndpoints { url } }"),
    "Viewer.webhookEndpoints": "{ viewer { webhookEndpoints { url } } }",
    "WebhookDeliveryConnection.edges": order(
        "customerOrganization { webhookEndpoints { deliveries(first: 20) { edges { node { payload } } } } }"
    ),
    "WebhookDelivery.attempts": order(
        "customerOrganization { webhookEndpoints { deliveries(first: 20) { edges { node { attempts { status } } } } } }"
    ),
    "Organization.sites": order("customerOrganization { sites { id } }"),
    "Organization.locations": order("customerOrganization { locations { id } }"),
    "Organization.apiTokens": order("customerOrganization { apiTokens { id } }"),
    "Order.access": order("access { who message }"),
    "Organization.partnerAccess": order("customerOrganization { partnerAccess { since } }"),
    "Organization.endedAccess": order("customerOrganization { endedAccess { since } }"),
    "PartnerAccess.people": order("customerOrganization { partnerAccess { people { email } } }"),
    "PartnerAccess.orders": order("customerOrganization { partnerAccess { orders { id } } }"),
    "Viewer.apiTokens": "{ viewer { apiTokens { id } } }",
    "Viewer.organizations": "{ viewer { organizations { id } } }",
    "Viewer.orderViews": "{ viewer { orderViews { name } } }",
    "Viewer.batches": "{ viewer { batches { id } } }",
    "BatchRowConnection.edges": "{ viewer { batches { rows(first: 20) { edges { cursor } } } } }",
    "Viewer.administratorRequests": "{ viewer { administratorRequests { id } } }",
    "OrganizationMatch.candidates": order("organizationMatch(slot: CUSTOMER) { candidates { recommended } }"),
    "OrganizationCandidate.evidence": order("organizationMatch(slot: CUSTOMER) { candidates { evidence { code } } }"),
    "OrganizationCandidateConnection.edges": (
        'query ($id: ID!) { searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "globex.example", first: 20)'
        " { edges { cursor } } }"
    ),
}
# What an interface has in common with types that are asked, what support alone may ask, 20 at most, and what sellers
# are told of an order that is not placed yet.
ELSEWHERE = {"CallingService.steps", "IncludedService.steps", "CallingService.plan", "IncludedService.plan"}
ELSEWHERE |= {"Query.findOrganizations", "OrderCheck.userErrors", "OrderCheck.findings"}
ELSEWHERE |= {"SupportNeedConnection.edges", "SupportNeedConnection.counts"}


def lists() -> set[str]:
    """The fields of the schema that return lists of objects."""
    return {
        f"{name}.{field_name}"
        for name, type_ in SCHEMA.type_map.items()
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__")
        for field_name, field in type_.fields.items()
        if is_list_type(get_nullable_type(field.type)) and is_composite_type(get_named_type(field.type))
    }


def test_every_list_of_the_schema_is_asked_below() -> None:
    answers = {name for name in lists() if name.partition(".")[0].endswith("Payload")}
    assert lists() - answers - ELSEWHERE == set(QUERIES)


async def bill(caller: Caller, query: str, id: str) -> dict[str, Any]:
    """The cost that the answer tells."""
    variables = {"id": id} if "$id" in query else {}
    response = await caller.http.post("/graphql", json={"query": query, "variables": variables})
    answer = response.json()
    assert "errors" not in answer, answer
    found: dict[str, Any] = answer["extensions"]["cost"] | {"length": len(response.content)}
    return found


@pytest.fixture
async def full(product: Product) -> tuple[Caller, str]:
    """The contact of an order with as many sites and licenses as it may have, all provisioned."""
    licenses = [
        {"name": f"Webex Meetings {one}", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": MOST}
        for one in range(MOST - 2)
    ]
    contact, placed = await product.mapped(licenses=[*licenses, *LICENSES[1:]])
    number = service(placed, "MEETINGS")["id"]
    names = [{"siteName": f"acme-{one}", "timeZone": "Europe/Berlin", "earlyRelease": False} for one in range(MOST)]
    saved = (await contact.do("saveMeetingSites", serviceId=number, sites=names)).order
    await contact.do("distributeLicenses", serviceId=number, allocations=whole(saved))
    calling = service(placed, "CALLING")["id"]
    await contact.do("saveCallingLocation", serviceId=calling, **location())
    for kind in (number, calling):
        assert not (await contact.do("submitService", serviceId=kind)).refused
    await product.provision()
    await product.deliver()
    return contact, str(placed["id"])


def whole(saved: Any) -> list[dict[str, Any]]:
    """One unit of each license for each site."""
    sites = service(saved, "MEETINGS")["sites"]
    licenses = [one for one in service(saved, "MEETINGS")["licenses"] if one["scope"] == "PER_SITE"]
    return [{"siteName": site["siteName"], "licenseId": one["id"], "units": 1} for site in sites for one in licenses]


async def test_no_list_costs_more_than_was_said_before(full: tuple[Caller, str]) -> None:
    contact, id = full
    bills = {name: await bill(contact, query, id) for name, query in QUERIES.items()}
    beyond = {name: one for name, one in bills.items() if one["actual"] > one["requested"]}
    assert beyond == {}
    # The lists are as long as meant: 100 steps at a fiftieth, 418 time zones at a half, and three services.
    assert bills["MeetingsService.steps"]["actual"] >= 2 + 3
    assert bills["Site.allocations"]["actual"] >= 5 + 1 + 3
    assert bills["Query.timeZones"]["actual"] > 200
    # A row costs the same, whatever is asked of it.
    bare = await bill(contact, order("timeline(first: 5) { edges { cursor } }"), id)
    nodes = await bill(contact, order("timeline(first: 5) { edges { cursor node { kind } again: node { id } } }"), id)
    assert (bare["requested"], bare["actual"]) == (6, 6)
    assert (nodes["requested"], nodes["actual"]) == (6, 6)


def test_every_document_of_the_application_stays_well_below_the_limit() -> None:
    documents = [parse(path.read_text("utf-8")) for path in sorted(FRONTEND.rglob("*.graphql"))]
    parts = [part for document in documents for part in document.definitions]
    fragments = {part.name.value: part for part in parts if isinstance(part, FragmentDefinitionNode)}
    operations = [part for part in parts if isinstance(part, OperationDefinitionNode)]
    costs = {one.name.value: Price(SCHEMA, one, fragments).of({"first": 50}) for one in operations if one.name}
    assert len(costs) > 30
    assert max(costs.values()) < MAX_COST * 0.75


async def test_what_a_stranger_gets_for_a_full_request_is_bounded(product: Product) -> None:
    stranger = product.browser()
    twenty = " ".join(f"a{number}: timeZones {{ name label searchNames }}" for number in range(20))
    response = await stranger.http.post("/graphql", json={"query": f"{{ {twenty} }}"})
    assert response.json()["errors"][0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"


async def test_the_largest_distribution_of_licenses_can_be_sent(product: Product) -> None:
    licenses = [
        {"name": f"Webex Meetings {one}", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": MOST}
        for one in range(MOST)
    ]
    contact, placed = await product.mapped(licenses=licenses)
    number = service(placed, "MEETINGS")["id"]
    names = [{"siteName": f"acme-{one}", "timeZone": "Europe/Berlin", "earlyRelease": False} for one in range(MOST)]
    saved = (await contact.do("saveMeetingSites", serviceId=number, sites=names)).order
    allocations = whole(saved)
    assert len(allocations) == MOST * MOST
    assert len(json.dumps(allocations)) > MAX_BODY
    answer = await contact.do("distributeLicenses", serviceId=number, allocations=allocations)
    assert not answer.refused
    assert all(len(site["allocations"]) == MOST for site in service(answer.order, "MEETINGS")["sites"])
