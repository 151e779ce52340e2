"""The matrix of rights: every object type, field and mutation, for every role, in every stage of an order."""

import json
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from inspect import isawaitable
from typing import Any, cast

import pytest
from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLObjectType,
    get_named_type,
    is_introspection_type,
    is_non_null_type,
    parse,
)
from graphql import subscribe as subscribed

from backend import clock
from backend.pdf.produce import etag
from backend.provisioning import changed_orders, dossier, sign_in, tokens
from backend.provisioning.access import NOBODY
from backend.provisioning.journey import TRANSITIONS, Mutation, Scope
from backend.resolvers.context import Context
from backend.schema.ids import number_of, read_id
from backend.summaries import summary_of
from tests.api import Answer, Caller
from tests.product import location, sites
from tests.resolvers.reading import SCHEMA, Findings, judge, viewers, whole_orders
from tests.resolvers.rights import (
    ALWAYS,
    FIELDS,
    IF_NAMED,
    MASKED,
    MUTATIONS,
    OF_ACCESS,
    OF_BATCHES,
    OF_CUSTOMER,
    OF_DOMAINS,
    OF_MERGES,
    OF_PARTNER,
    OF_REMINDERS,
    OF_SALE,
    OF_SITES,
    OF_TOKENS,
    OF_TYPING,
    OF_VIEWS,
    OF_WEBHOOKS,
    ONCE_MAPPED,
    PARTLY,
    WITHOUT_ORDER,
)
from tests.resolvers.stages import DELEGATED, EVE, FIRST, MAPPED, PAT, SALLY, STAGES, VERA, World

ONE = """query ($id: ID!, $number: String!, $parts: [ID!]!) {
  order(id: $id) { id } orderByNumber(orderNumber: $number) { id } nodes(ids: $parts) { id }
}"""
FIND = """query ($id: ID!) { searchOrganizations(orderId: $id, slot: CUSTOMER, domain: "globex.example") { basedOn }
  possibleDuplicates(orderId: $id, companyName: "A", country: "DE") { recommended } }"""
AS = """query ($id: ID!, $email: String!) { orderAs(id: $id, email: $email, reason: "Matrix") { id } }"""
LISTED = """query ($number: String!, $site: String!) {
  byNumber: orders(first: 100, filter: { text: $number }) { edges { node { id } } }
  bySite: orders(first: 100, filter: { text: $site }) { edges { node { id } } }
}"""
LISTS = """{ orders(first: 100) { edges { node { id } } } viewer { orders(first: 100) { edges { node { id } } } } }"""
COMPANY = "query ($id: ID!) { node(id: $id) { id } }"
FREE = {"countries", "businessVerticals", "timeZones", "cities", "languages", "addressFormat"}
ELSEWHERE = {
    "reminderChoice",
    "findOrganizations",
    "siteNameAvailability",
    "siteNameProposals",
    "explainOrganizationMatch",
    "setupLink",
    "mailDomain",
    "checkOrder",
    "supportNeeds",
    "findOrderEvents",
}  # tested beside the finder, the sites, the links, placing, the triage and the timeline
ASKED = {"node", "nodes", "viewer", "order", "orderByNumber", "orders", "organization", "searchOrganizations"}
ASKED |= {"possibleDuplicates", "orderAs"}

INSIDE = {PAT, FIRST, EVE, VERA, "orders@seller.example", "boss@globex.example", "admin@globex.example"}
# Every address that a role reads anywhere, in full.
ADDRESSES = {
    "seller": INSIDE,
    "reader": INSIDE,
    "contact": INSIDE,
    "partner": INSIDE | {"admin@north.example"},
    "partner's program": INSIDE | {"admin@north.example"},
    "partner's reader": INSIDE | {"admin@north.example"},
    "provisioner": INSIDE,
    "customer": INSIDE | {"admin@north.example"},  # they see who of the partner has access
    "customer's program": INSIDE,
    "salesperson": {PAT, SALLY},
    "delegate": {PAT, VERA},
    "former": {FIRST, PAT},  # the one that they entered
    "support": {"help@controlhub.example"},
    "stranger": {"user@south.example", "admin@south.example"},
    "other partner": {"admin@south.example"},
    "other customer": {"admin@initech.example"},
    "customer's user": {"user@globex.example", "admin@globex.example"},
}


def sees(role: str, stage: str) -> bool:
    """Whether an order in this stage exists for the role."""
    named = role in OF_PARTNER and stage == "finding"
    if role == "delegate":
        return stage in DELEGATED
    return role in ALWAYS or (role in ONCE_MAPPED and stage in MAPPED) or named


def finds(role: str, stage: str) -> bool:
    """Whether the role sees which organizations are found for the order."""
    return role == "contact" or (role in OF_PARTNER and stage == "finding")


def test_every_field_and_every_mutation_stands_in_the_matrix() -> None:
    objects = [type_ for type_ in SCHEMA.type_map.values() if isinstance(type_, GraphQLObjectType)]
    roots = {"Query", "Mutation", "SubscriptionRoot"}
    fields = {
        f"{type_.name}.{name}"
        for type_ in objects
        if not is_introspection_type(type_) and type_.name not in roots
        for name in type_.fields
    }
    assert fields == set(FIELDS)
    assert SCHEMA.mutation_type is not None
    others = OF_DOMAINS | OF_SITES | OF_TOKENS | OF_MERGES | OF_BATCHES | OF_WEBHOOKS | OF_VIEWS | OF_REMINDERS
    others |= OF_TYPING | OF_ACCESS
    assert set(SCHEMA.mutation_type.fields) == MUTATIONS.keys() | WITHOUT_ORDER | others
    assert SCHEMA.query_type is not None
    assert set(SCHEMA.query_type.fields) == ASKED | FREE | ELSEWHERE


@pytest.mark.slow
async def test_nobody_reads_or_does_what_is_not_his(world: World, db: str, record_property: Any) -> None:
    found = Findings()
    parts = await ids_of_parts(world)
    for role, caller in world.callers.items():
        await read(world, found, role, caller)
        await read_elsewhere(world, found, role, caller, parts)
        await watch_and_download(world, found, role, caller)
    assert found.leaks == []
    assert {role: seen for role, seen in found.addresses.items() if seen} == ADDRESSES
    # For whom the order does not exist, nor where its rows come from, no stage makes a difference: two are enough.
    done = await act(world, found, "handed over", set(world.callers))
    if db.startswith("sqlite"):
        done += await act(world, found, "delegated", set(world.callers))
        for stage in set(STAGES) - {"handed over", "delegated"}:
            done += await act(world, found, stage, {role for role in world.callers if sees(role, stage)})
    assert found.leaks == []
    record_property("cells", f"{len(found.seen)} read, {done} of mutations")
    print(f"{len(found.seen)} cells read and {done} of mutations, no leak")


async def ids_of_parts(world: World) -> dict[str, dict[str, tuple[str, str]]]:
    """The ids of everything on an order, by stage, each with what it is; those of events with who acted."""
    query = """query ($id: ID!) { order(id: $id) {
      subscription { id licenses { id service } } emails { id } administratorRequest { id }
      services { id kind ... on MeetingsService { sites { id } } ... on CallingService { locations { id } } } } }"""
    events = "query ($id: ID!) { order(id: $id) { timeline(first: 100) { edges { node { id kind actor } } } } }"
    found, seller = {}, world.callers["seller"]
    for stage, order in world.orders.items():
        seen = await seller.ask(query, id=order["id"])
        told, calling = json.dumps(seen), json.dumps(of_calling(seen["order"]))
        edges = (await seller.ask(events, id=order["id"]))["order"]["timeline"]["edges"]
        parts = {id: (read_id(id)[0], "") for id in re.findall(r'"id": "([^"]+)"', told)}
        parts |= dict.fromkeys(re.findall(r'"id": "([^"]+)"', calling), ("CALLING", ""))
        happened = [edge["node"] for edge in edges]
        found[stage] = parts | {event["id"]: (event["kind"], event["actor"]) for event in happened}
    return found


def of_calling(order: Any) -> list[Any]:
    """What belongs to Calling, which Vera was asked to set up."""
    licenses = [one for one in order["subscription"]["licenses"] if one["service"] == "CALLING"]
    return [*licenses, *(one for one in order["services"] if one["kind"] == "CALLING")]


def reads(role: str, stage: str, kind: str, actor: str) -> bool:
    """Whether a part of an order of this kind exists for the role; `actor`: who did it, if it is an event."""
    if role == "salesperson":
        return kind == "EmailMessage" or kind in OF_SALE
    if role == "delegate":
        return sees(role, stage) and kind == "CALLING"
    if role == "former":
        return actor == FIRST
    if role == "contact" and actor and stage not in MAPPED:
        return actor in {PAT, "Control Hub"}
    return sees(role, stage)


async def read(world: World, found: Findings, role: str, caller: Caller) -> None:
    """Read all orders as one role, in every way there is."""
    for document in whole_orders():
        for stages in (STAGES[:3], STAGES[3:6], STAGES[6:8], STAGES[8:]):  # more at once costs too much
            answer = await caller.ask(document, ids=[world.orders[stage]["id"] for stage in stages])
            for stage, node in zip(stages, answer["nodes"], strict=True):
                found.seen.add((role, stage, "Query.nodes"))
                if (node is not None) != sees(role, stage):
                    found.leak(role, stage, "Query.nodes")
                judge(found, role, stage, node, side=finds(role, stage))


def refusal(role: str, stage: str) -> list[str]:
    """How a query of one order is refused to a role for which it does not exist."""
    return [] if sees(role, stage) else ["UNAUTHENTICATED" if role == "nobody" else "NOT_FOUND"]


async def read_elsewhere(
    world: World, found: Findings, role: str, caller: Caller, parts: dict[str, dict[str, tuple[str, str]]]
) -> None:
    """Every other way to an order or a part of it, and every list in which it may stand."""
    for stage, order in world.orders.items():
        variables = {"id": order["id"], "number": order["orderNumber"], "parts": list(parts[stage])}
        answer = await caller.send(ONE, variables)
        for what in ("order", "orderByNumber"):
            codes = [error["extensions"]["code"] for error in answer.errors if error["path"] == [what]]
            expect(found, (role, stage, f"Query.{what}"), codes, refusal(role, stage))
        seen = {node["id"] for node in answer.data["nodes"] if node}
        right = {id for id, what in parts[stage].items() if reads(role, stage, *what)}
        expect(found, (role, stage, "Query.node"), seen, right)
        answer = await caller.send(FIND, {"id": order["id"]})
        codes = [error["extensions"]["code"] for error in answer.errors][:1]
        closed = refusal(role, stage) or ([] if finds(role, stage) and role != "partner's reader" else ["FORBIDDEN"])
        expect(found, (role, stage, "Query.searchOrganizations"), codes, closed)
        answer = await caller.send(AS, {"id": order["id"], "email": order["provisioningContactEmail"]})
        codes = [error["extensions"]["code"] for error in answer.errors]
        may = role in {"support", "support's program"}
        closed = [] if may else ["UNAUTHENTICATED" if role == "nobody" else "FORBIDDEN"]
        expect(found, (role, stage, "Query.orderAs"), codes, closed)
        if role != "nobody":
            site = f"globex-{stage.replace(' ', '-')}"
            lists = await caller.ask(LISTED, number=order["orderNumber"], site=site)
            inside = sees(role, stage) and role not in PARTLY
            # The page of a former contact, salesperson or delegate shows the number, and no site of Meetings.
            expect(found, (role, stage, "Query.orders"), bool(lists["byNumber"]["edges"]), sees(role, stage))
            if not inside:
                expect(found, (role, stage, "Query.orders"), lists["bySite"]["edges"], [])
    if role != "nobody":
        lists, everything = await caller.ask(LISTS), {order["id"] for order in world.orders.values()}
        right = {world.orders[stage]["id"] for stage in STAGES if sees(role, stage)}
        for whose in (lists, lists["viewer"]):
            listed = {edge["node"]["id"] for edge in whose["orders"]["edges"]}
            expect(found, (role, "every", "Viewer.orders"), listed & everything, right)
        for document in viewers():
            judge(found, role, "every", (await caller.ask(document))["viewer"], side=False)
    globex = world.orders["mapped"]["customerOrganization"]["id"]
    company = (await caller.ask(COMPANY, id=globex))["node"]
    right_here = (ALWAYS | ONCE_MAPPED | {"customer's user", "directory reader"}) - PARTLY
    expect(found, (role, "every", "Query.organization"), company is not None, role in right_here)


def expect(found: Findings, cell: tuple[str, str, str], seen: object, right: object) -> None:
    """Note a cell (role, stage and what is read), and a leak if it is not as it should be."""
    found.seen.add(cell)
    if seen != right:
        found.leak(*cell, (seen, right))


async def watch_and_download(world: World, found: Findings, role: str, caller: Caller) -> None:
    """The subscription, the order summary and the timeline of each order."""
    context = await context_of(caller)
    for stage, order in world.orders.items():
        watched = await first_of(context, order["id"])
        expect(found, (role, stage, "SubscriptionRoot.orderChanged"), watched is not None, sees(role, stage))
        found.text(role, stage, "SubscriptionRoot.orderChanged", json.dumps(watched, ensure_ascii=False))
        refused = 401 if role == "nobody" else 404
        record = await dossier.read(number_of("Order", order["id"]))
        assert record is not None
        tag = etag(summary_of(record, mask=role in MASKED), "en")
        answer = await caller.get(f"/orders/{order['id']}/summary.pdf", **{"If-None-Match": tag})
        inside = sees(role, stage) and role not in PARTLY
        expect(found, (role, stage, "summary.pdf"), answer.status_code, 304 if inside else refused)
        answer = await caller.get(f"/orders/{order['id']}/summary.json")
        expect(found, (role, stage, "summary.json"), answer.status_code, 200 if inside else refused)
        found.text(role, stage, "summary.json", answer.text)
        answer = await caller.get(f"/orders/{order['id']}/timeline.jsonl")
        expect(found, (role, stage, "timeline.jsonl"), answer.status_code, 200 if sees(role, stage) else refused)
        found.text(role, stage, "timeline.jsonl", answer.text)
    if role != "nobody":
        ids = {number_of("Order", order["id"]): stage for stage, order in world.orders.items()}
        listed = await changed_orders.of_interest(list(ids), context.actor)
        heard = {ids[order.id] for order in await changed_orders.seen(listed, context.actor)}
        for stage in world.orders:
            expect(found, (role, stage, "SubscriptionRoot.orderChanged of all"), stage in heard, sees(role, stage))


async def context_of(caller: Caller) -> Context:
    """The caller as the server knows them."""
    context = Context("test", address="127.0.0.1", language="en")
    if caller.token:
        context.bearer = caller.token
        context.set_actor(await tokens.find(caller.token, clock.now()) or NOBODY, None)
    elif session := caller.http.cookies.get("session"):
        context.session = session
        known = await sign_in.find(session, clock.now())
        context.set_actor(known.actor if known else NOBODY, None)
    return context


async def first_of(context: Context, id: str) -> Any:
    """The first that a subscription sends; None: it is refused."""
    document = parse("""subscription ($id: ID!) { orderChanged(orderId: $id) {
      provisioningContactEmail emails { to subject } people { email } dispute { by } services { savedBy } } }""")
    source = subscribed(SCHEMA, document, context_value=context, variable_values={"id": id})
    source = await source if isawaitable(source) else source
    if isinstance(source, ExecutionResult):
        return None
    async with aclosing(cast("AsyncGenerator[ExecutionResult, None]", source)) as results:
        try:
            return (await anext(results)).data
        except GraphQLError:
            return None


# ---------------------------------------------------------------- mutations


async def act(world: World, found: Findings, stage: str, roles: set[str]) -> int:
    """Call every mutation of orders as everybody, with an input that is refused after rights and state; how many."""
    order, done = world.orders[stage], 0
    offered = {}
    for role in roles:
        if sees(role, stage):
            seen = await world.callers[role].order(order["id"])
            expect(found, (role, stage, "Order.viewerRole"), seen["viewerRole"], VIEWER[role])
            offered[role] = seen["allowedMutations"]
    for mutation, allowed in MUTATIONS.items():
        if mutation == "decideAdministratorRequest" and stage != "completed":
            continue  # its input names a request, which no other order has
        if mutation == "updateLocation" and not locations(order):
            continue
        input = input_of(mutation, order)
        for role in sorted(roles):
            answer = await world.callers[role].send(slim(mutation), {"input": input})
            done += 1
            refused = Answer(answer.status, answer.data, answer.errors, (answer.data or {}).get(mutation)).refused
            named = role not in OF_PARTNER or stage == "finding" or mutation not in IF_NAMED
            closed = refusal(role, stage) or ([] if role in allowed and named else ["FORBIDDEN"])
            if role == "delegate" and not closed and kind_of(order, input) != "CALLING":
                closed = ["NOT_FOUND"]
            assert refused, (role, stage, mutation)  # nothing was to happen
            right = refused == closed if closed else consistent(mutation, refused, offered=mutation in offered[role])
            if not right:
                found.leak(role, stage, mutation, refused)
            found.text(role, stage, mutation, json.dumps(answer.data, ensure_ascii=False))
    assert (await world.order(stage))["version"] == order["version"]
    return done


def consistent(mutation: str, refused: list[str], *, offered: bool) -> bool:
    """What is offered is possible; what is not is refused for the order's state, or, later, for one service's."""
    for_state = bool(set(refused) & STATE)
    return not (offered and for_state) and (
        offered or for_state or TRANSITIONS[Mutation(mutation)].scope is Scope.SERVICE
    )


def slim(mutation: str) -> str:
    """The document of a mutation that tells no more than who is named where."""
    assert SCHEMA.mutation_type is not None
    input_type = SCHEMA.mutation_type.fields[mutation].args["input"].type
    told = "order { provisioningContactEmail } userErrors { code message ... on VersionConflict { changedBy } }"
    return f"mutation ($input: {input_type}) {{ {mutation}(input: $input) {{ {told} }} }}"


VIEWER = {
    "seller": "SELLER",
    "reader": "SELLER",
    "contact": "PROVISIONING_CONTACT",
    "salesperson": "SALESPERSON",
    "delegate": "SERVICE_DELEGATE",
    "former": "FORMER_CONTACT",
    **dict.fromkeys(OF_PARTNER, "PARTNER_ADMINISTRATOR"),
    "provisioner": "PROVISIONING_ADMINISTRATOR",
    **dict.fromkeys(OF_CUSTOMER, "CUSTOMER_ADMINISTRATOR"),
    "support": "SUPPORT",
    "support's program": "SUPPORT",
}
STATE = {"STEP_NOT_ALLOWED", "MAPPING_INCOMPLETE", "DISPUTED", "EXPIRED"}


def locations(order: Any) -> list[Any]:
    """The locations of an order."""
    return [place for found in order["services"] for place in found.get("locations", [])]


def kind_of(order: Any, input: dict[str, Any]) -> str | None:
    """Which service an input names."""
    return next((one["kind"] for one in order["services"] if one["id"] == input.get("serviceId")), None)


def input_of(mutation: str, order: Any) -> dict[str, Any]:
    """An input for the order that nobody's rights and no state refuse, but what comes after them."""
    assert SCHEMA.mutation_type is not None
    input_type = get_named_type(SCHEMA.mutation_type.fields[mutation].args["input"].type)
    assert isinstance(input_type, GraphQLInputObjectType)
    kind = "CALLING" if mutation in {"saveCallingLocation", "addLocation"} else "MEETINGS"
    target = next((found for found in order["services"] if found["kind"] == kind), order["services"][0])
    values: dict[str, Any] = {
        "orderId": order["id"],
        "serviceId": target["id"],
        "locationId": locations(order)[0]["id"] if locations(order) else "",
        "requestId": (order["administratorRequest"] or {}).get("id"),
        "organizationId": (order["customerOrganization"] or order)["id"],
        "requestedStartDate": "2090-01-01",
        "audience": "OWN_COMPANY",
        "slot": "CUSTOMER",
        "uphold": True,
        "approve": True,
        "email": "nobody",
        "followUp": "JOIN_TEST_MEETING",  # the completed order has no Meetings
        "done": True,
        "expectedVersion": 0,
        "reason": "x" * 1001,
        "sites": sites("globex-two"),
        "allocations": [],
        "address": location()["address"],
    }
    required = {
        name: field for name, field in input_type.fields.items() if is_non_null_type(field.type) or name in values
    }
    return {
        name: values.get(name, "DE")
        for name in required
        if name not in {"customerAdminEmail", "customerSetsUpServices"}
    }
