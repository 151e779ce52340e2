"""However many rows a list has, reading it takes as many statements; every list field of the schema is asked for."""

import asyncio
from collections import deque
from datetime import timedelta
from typing import Any

import pytest
from asyncpg.pool import Pool
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

from backend.models.order import AdministratorRequest, AdministratorRequestState
from backend.models.organization import Organization, OrganizationMerge
from backend.models.service import Location, Site
from backend.models.webhook import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from backend.resolvers.schema import schema
from backend.schema.ids import global_id, number_of
from tests.product import Product, location, service, sites
from tests.statements import sent

PAT = "pat@acme.example"
SCHEMA = schema._schema
# What required arguments are given, by field; `$` stands for what grows with the world.
ARGUMENTS = {
    "Query.nodes": "(ids: $ids)",
    "Query.node": "(id: $order)",
    "Query.order": "(id: $order)",
    "Query.organization": "(id: $organization)",
    "Query.searchOrganizations": '(orderId: $order, slot: CUSTOMER, domain: "acme.example")',
    "Query.possibleDuplicates": '(orderId: $order, companyName: "Acme", country: "DE")',
    "Query.siteNameAvailability": '(siteName: "acme-1")',
    "Query.siteNameProposals": "(serviceId: $service)",
    "Query.addressFormat": '(country: "US")',
    "Query.cities": '(search: "Ber")',
    "Query.findOrganizations": '(text: "Acme")',
    "Query.findOrderEvents": "(orderId: $order)",
    "Query.explainOrganizationMatch": '(input: {email: "pat@acme.example", slot: CUSTOMER})',
    "Query.checkOrder": "(input: $new)",
    "Order.organizationMatch": "(slot: CUSTOMER)",
}
FOR_SUPPORT = {"findOrganizations", "explainOrganizationMatch", "supportNeeds"}
FOR_SELLERS = {"checkOrder"}
# The finder answers for one address at a time, and its price says so: an order is asked for its match alone.
ONE_BY_ONE = {"Order.organizationMatch"}
# What only mutations answer with, which write one thing at a time.
OF_MUTATIONS = {
    "ApiTokenPayload.userErrors",
    "BatchPayload.userErrors",
    "BatchPreviewPayload.rows",
    "BatchPreviewPayload.userErrors",
    "DomainPayload.userErrors",
    "MailDomainPayload.userErrors",
    "MergePayload.conflicts",
    "MergePayload.moves",
    "MergePayload.userErrors",
    "OrderPayload.userErrors",
    "PartnerAccessPayload.userErrors",
    "PlaceOrdersPayload.results",
    "RequestPayload.userErrors",
    "OrderViewPayload.userErrors",
    "ReminderChoicePayload.userErrors",
    "SessionPayload.userErrors",
    "WebhookDeliveryPayload.userErrors",
    "WebhookEndpointPayload.userErrors",
    "SitePayload.userErrors",
    "TypedStepPayload.userErrors",
}


def objects() -> list[GraphQLObjectType]:
    """The types of the schema that have fields, but for those of introspection."""
    return [kind for name, kind in SCHEMA.type_map.items() if isinstance(kind, GraphQLObjectType) and name[:2] != "__"]


def is_list(field: GraphQLField) -> bool:
    return is_list_type(get_nullable_type(field.type))


def possible(field: GraphQLField) -> list[GraphQLObjectType]:
    """The object types that a field may answer with."""
    kind = get_named_type(field.type)
    if isinstance(kind, GraphQLInterfaceType):
        return list(SCHEMA.get_possible_types(kind))
    return [kind] if isinstance(kind, GraphQLObjectType) else []


Path = tuple[tuple[str, str], ...]  # types and their fields, from the query down


def step_of(kind: str, name: str) -> str:
    return f"{name}{ARGUMENTS.get(f'{kind}.{name}', '')}"


def paths() -> dict[str, Path]:
    """The shortest way to each list field, below another list where there is one."""
    found: dict[str, Path] = {}
    seen = {("Query", False)}
    ahead: deque[tuple[GraphQLObjectType, bool, Path]] = deque([(SCHEMA.type_map["Query"], False, ())])  # type: ignore[list-item]
    alone: dict[str, Path] = {}
    while ahead:
        kind, below_list, path = ahead.popleft()
        for name, field in kind.fields.items():
            place = f"{kind.name}.{name}"
            if place not in ARGUMENTS and any(map(is_required_argument, field.args.values())):
                continue
            if place in ONE_BY_ONE and below_list:
                continue
            way = (*path, (kind.name, name))
            if is_list(field):
                (found if below_list else alone).setdefault(place, way)
            for target in possible(field):
                state = target.name, below_list or is_list(field)
                if state not in seen:
                    seen.add(state)
                    ahead.append((target, state[1], way))
    return alone | found


def query(path: Path) -> str:
    """A query along a way, which asks for the plain fields of what it leads to."""
    kind, name = path[-1]
    field = SCHEMA.type_map[kind].fields[name]  # type: ignore[attr-defined]
    text = ""
    if targets := possible(field):
        plain = [name for name, one in targets[0].fields.items() if is_leaf_type(get_nullable_type(one.type))]
        text = f"{{ __typename ... on {targets[0].name} {{ {' '.join(plain)} }} }}"
    for kind, name in reversed(path):
        text = f"{{ ... on {kind} {{ {step_of(kind, name)} {text} }} }}"
    given = {"$new": "PlaceOrderInput!", "$ids": "[ID!]!", "$order": "ID!", "$organization": "ID!", "$service": "ID!"}
    used = ", ".join(f"{place}: {kind}" for place, kind in given.items() if place in text)
    return f"query ({used}) {text}" if used else f"query {text}"


PATHS = paths()


def test_every_list_field_is_asked_for() -> None:
    lists = {f"{kind.name}.{name}" for kind in objects() for name, field in kind.fields.items() if is_list(field)}
    assert lists - set(PATHS) == OF_MUTATIONS


class World:
    """Orders of one person for companies of their own, with something in every list."""

    def __init__(self, product: Product) -> None:
        self.product = product
        self.ids: list[str] = []
        self.given: dict[str, Any] = {}

    async def grow(self) -> None:
        """One more order, and its organization."""
        number = len(self.ids)
        contact, order = await self.product.mapped(PAT)
        meetings, calling = (service(order, kind)["id"] for kind in ("MEETINGS", "CALLING"))
        names = [f"acme-{number}-{place}" for place in range(number + 1)]
        assert not (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites(*names))).refused
        assert not (await contact.do("saveCallingLocation", serviceId=calling, **location())).refused
        organization = order["customerOrganization"]["id"]
        owner, key = number_of("Organization", organization), number_of("Order", order["id"])
        await Site.filter(service_id=number_of("Service", meetings)).update(organization_id=owner)
        await Location.filter(service_id=number_of("Service", calling)).update(organization_id=owner)
        pat = await self.product.signed_in(PAT)
        domain = f"acme-{number}.example"
        assert not (await pat.do("addDomain", organizationId=organization, domain=domain)).refused
        token = {"organizationId": organization, "name": "ERP", "scopes": ["orders:read"]}
        assert not (await pat.do("createApiToken", **token)).refused
        assert not (await pat.do("saveOrderView", name=domain, sort="NUMBER", status=["CLOSED"])).refused
        now = self.product.now
        hook = await WebhookEndpoint.create(
            organization_id=owner, url="https://example.com/", events=" ORDER_PLACED ", secret="", created_at=now
        )
        told = await WebhookDelivery.create(
            endpoint=hook, event="ORDER_PLACED", state="FAILED", payload="{}", created_at=now, tried_since=now
        )
        await WebhookAttempt.create(delivery=told, at=now, duration_ms=1, status=500)
        duplicate = await Organization.get(id=owner)
        await OrganizationMerge.create(
            duplicate_id=duplicate.id, survivor_id=owner, at=now, by="help@controlhub.example", reason="The same"
        )
        await AdministratorRequest.create(
            order_id=key,
            organization_id=owner,
            requested_by=PAT,
            requested_at=now - timedelta(days=13),  # it expires so soon that support is told
            expires_at=now + timedelta(days=1),
            state=AdministratorRequestState.PENDING,
        )
        self.ids += [order["id"], organization, meetings, global_id("License", number + 1)]
        self.given = {"ids": self.ids, "order": order["id"], "organization": organization, "service": meetings}
        self.given["new"] = self.product.order_input(provisioningContactEmail=PAT)


async def test_a_longer_list_takes_no_more_statements(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World(product)
    counts: list[dict[str, int]] = []
    for _ in range(2):
        for _ in range(2):
            await world.grow()
        pat, support = await product.signed_in(PAT), await product.support()
        seller = await product.integrator("cloud-sales", "orders:write", "organizations:read")
        counted = {}
        for place, path in PATHS.items():
            asked = path[0][1]
            asking = support if asked in FOR_SUPPORT else seller if asked in FOR_SELLERS else pat
            text = query(path)
            given = {name: value for name, value in world.given.items() if f"${name}" in text}
            assert (await asking.send(text, given)).errors == [], text
            with sent(monkeypatch) as statements:
                await asking.send(text, given)
            counted[place] = len(statements)
        counts.append(counted)
    grown = {place: (counts[0][place], count) for place, count in counts[1].items() if count > counts[0][place]}
    assert grown == {}


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], list[str]]:
    """The connections that are taken from the pool, and the messages that go over them."""
    taken, messages, acquire, logged = list[Any](), list[str](), Pool.acquire, set[Any]()

    async def acquiring(pool: Pool) -> Any:
        connection: Any = await acquire(pool)
        taken.append(connection)
        if connection._con not in logged:
            logged.add(connection._con)
            connection.add_query_logger(lambda record: messages.append(record.query.strip()))
        return connection

    monkeypatch.setattr(Pool, "acquire", acquiring)
    return taken, messages


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_a_step_takes_one_connection_and_few_messages(
    product: Product, wire: tuple[list[Any], list[str]]
) -> None:
    contact, order = await product.mapped(PAT)
    id = service(order, "MEETINGS")["id"]
    taken, messages = wire
    assert not (await contact.do("setUpLater", serviceId=id)).refused
    await asyncio.sleep(0)  # the driver tells of a message in the next turn of the loop
    taken.clear()
    messages.clear()
    assert not (await contact.do("setUpNow", serviceId=id)).refused
    await asyncio.sleep(0)
    assert len(taken) == 1
    session, begin, lock, read, write, commit = messages
    assert "FROM session" in session
    assert begin == "BEGIN;"
    assert lock.endswith("FOR UPDATE")
    assert "AS dossier" in read
    assert "INSERT INTO order_event" in write
    assert commit.startswith("COMMIT; SELECT pg_notify")


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_an_order_is_placed_with_few_messages(product: Product, wire: tuple[list[Any], list[str]]) -> None:
    seller = await product.integrator("cloud-sales", "orders:write")
    await product.place(seller)
    await asyncio.sleep(0)
    taken, messages = wire
    taken.clear()
    messages.clear()
    await product.place(seller)
    await asyncio.sleep(0)
    assert len(taken) == 1
    token, begin, look, numbers, write, commit = messages
    assert "FROM api_token" in token
    assert begin == "BEGIN;"
    assert look.startswith("SELECT id, placed_body FROM orders")
    assert "nextval" in numbers
    assert "INSERT INTO orders" in write
    assert "INSERT INTO listed_order" in write
    assert commit.startswith("COMMIT; SELECT pg_notify")


async def test_saving_many_sites_takes_as_many_statements_as_one(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    contact, order = await product.mapped(PAT)
    id = service(order, "MEETINGS")["id"]
    counts = []
    for names in (["a-1"], [f"b-{place}" for place in range(49)]):
        await contact.do("saveMeetingSites", serviceId=id, sites=sites("acme-hq"))
        with sent(monkeypatch) as statements:
            assert not (await contact.do("saveMeetingSites", serviceId=id, sites=sites("acme-hq", *names))).refused
        counts.append(len(statements))
        assert sum("AS dossier" in statement for statement in statements) == 1
    assert counts[0] == counts[1]
