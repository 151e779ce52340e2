"""Stock Strawberry: the same schema's part with its ordinary types, resolvers and limits, over the bare driver."""

import os
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import strawberry
from graphql import GraphQLError
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.extensions import MaxAliasesLimiter, MaxTokensLimiter, QueryDepthLimiter

from benchmarks import bare, by_hand
from benchmarks.by_hand import moment, public_id

MAX_A_MINUTE = 1_000_000  # requests of a caller
_asked: Counter[tuple[str, int]] = Counter()


@strawberry.type
class License:
    """A line of what was sold."""

    id: strawberry.ID
    name: str
    service: str
    scope: str
    total_units: int


@strawberry.type
class Subscription:
    """What was sold."""

    subscription_number: str
    offer: str
    term_months: int
    start_date: str
    end_date: str
    order_number: strawberry.Private[int]

    @strawberry.field
    async def licenses(self, info: strawberry.Info) -> list[License]:
        """Its lines."""
        async with info.context["database"].connection() as connection:
            found = await connection.rows(by_hand.LICENSES, self.order_number)
        return [
            License(
                id=strawberry.ID(public_id("License", row["id"])),
                name=row["name"],
                service=row["service"],
                scope=row["scope"],
                total_units=row["total_units"],
            )
            for row in found
        ]


@strawberry.type
class Organization:
    """A side of the order."""

    id: strawberry.ID
    display_name: str
    country: str | None


@strawberry.type
class Service:
    """What is set up."""

    id: strawberry.ID
    kind: str
    state: str
    progress: float
    next_step: str | None
    saved_at: str | None


@strawberry.type
class Order:
    """An order."""

    id: strawberry.ID
    order_number: str
    company_name: str
    status: str
    provisioning_status: str
    version: int
    next_step: str | None
    deadline: str | None
    viewer_role: str
    allowed_mutations: list[str]
    subscription: Subscription
    partner_organization: Organization | None
    customer_organization: Organization | None
    number: strawberry.Private[int]

    @strawberry.field
    async def services(self, info: strawberry.Info) -> list[Service]:
        """What it has to set up."""
        async with info.context["database"].connection() as connection:
            found = await connection.rows(by_hand.SERVICES, self.number)
        return [
            Service(
                id=strawberry.ID(public_id("Service", row["id"])),
                kind=row["kind"],
                state=row["state"],
                progress=0.0,
                next_step=by_hand.PAGES[row["kind"]],
                saved_at=moment(row["saved_at"]),
            )
            for row in found
        ]


@strawberry.type
class UserError:
    """What was refused."""

    code: str
    message: str
    field: str | None


@strawberry.type
class Payload:
    """What a step answers."""

    order: Order | None
    user_errors: list[UserError]


@strawberry.input
class ServiceInput:
    """The service to change."""

    service_id: strawberry.ID


@strawberry.type
class Query:
    """What can be asked."""

    @strawberry.field
    async def order(self, info: strawberry.Info, id: strawberry.ID) -> Order | None:
        """An order, if it is the viewer's."""
        async with info.context["database"].connection() as connection:
            row = await connection.row(by_hand.ORDER, by_hand.number(id), info.context["viewer"])
        return _order(row) if row else None


@strawberry.type
class Mutation:
    """What can be done."""

    @strawberry.mutation
    async def set_up_later(self, info: strawberry.Info, input: ServiceInput) -> Payload:
        """Put a service aside."""
        return await _step(info, input, "DEFERRED")

    @strawberry.mutation
    async def set_up_now(self, info: strawberry.Info, input: ServiceInput) -> Payload:
        """Go on with it."""
        return await _step(info, input, "DRAFT")


async def _step(info: strawberry.Info, input: ServiceInput, state: str) -> Payload:
    request, who = info.context["request"], info.context["viewer"]
    body = (await request.body()).decode()
    async with info.context["database"].connection(writes=True) as connection:
        service, key = by_hand.number(input.service_id), request.headers["idempotency-key"]
        (id, _, next_page), _ = await by_hand.step(connection, who, (service, state), key, body)
        row = await connection.row(by_hand.ORDER, id, who)
    order = _order(row)
    order.next_step = next_page
    return Payload(order=order, user_errors=[])


def _order(row: Any) -> Order:
    return Order(
        id=strawberry.ID(public_id("Order", row["id"])),
        order_number=row["order_number"],
        company_name=row["company_name"],
        status=row["status"],
        provisioning_status=by_hand.ORDER_IS["provisioningStatus"],
        version=row["version"],
        next_step="SERVICES",
        deadline=moment(row["deadline"]),
        viewer_role=by_hand.ORDER_IS["viewerRole"],
        allowed_mutations=by_hand.MAY,
        subscription=Subscription(
            subscription_number=row["subscription_number"],
            offer=row["offer"],
            term_months=row["term_months"],
            start_date=moment(row["requested_start_date"]),
            end_date=by_hand.ENDS,
            order_number=row["id"],
        ),
        partner_organization=_organization(row, "partner"),
        customer_organization=_organization(row, "customer"),
        number=row["id"],
    )


def _organization(row: Any, slot: str) -> Organization:
    id = strawberry.ID(public_id("Organization", row[f"{slot}_organization_id"]))
    return Organization(id=id, display_name=row[slot], country=row[f"{slot}_country"])


class _Served(GraphQL[dict[str, Any], None]):
    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:
        database = request.app.state.database
        async with database.connection() as connection:
            who = await by_hand.viewer(connection, request.cookies["session"])
        caller = who, int(time.time()) // 60
        _asked[caller] += 1
        if _asked[caller] > MAX_A_MINUTE:
            raise GraphQLError("Too many requests.")
        return {"request": request, "response": response, "database": database, "viewer": who}


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    async with bare.opened(os.environ["DATABASE_URL"]) as database:
        app.state.database = database
        yield


def app() -> Starlette:
    """The application."""
    limits: list[Any] = [QueryDepthLimiter(12), MaxTokensLimiter(2_000), MaxAliasesLimiter(20)]
    schema = strawberry.Schema(Query, Mutation, extensions=limits)
    served = Starlette(lifespan=_lifespan)
    served.mount("/graphql", _Served(schema, graphql_ide=None))
    return served
