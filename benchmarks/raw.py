"""The yardstick: a bare Starlette handler with SQL by hand. No GraphQL, limits, rules or types."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks import bare, by_hand
from benchmarks.by_hand import moment, public_id


async def order(request: Request) -> Response:
    """The order page's data."""
    id = orjson.loads(await request.body())["id"]
    async with request.state.database.connection() as connection:
        who = await by_hand.viewer(connection, request.cookies["session"])
        found = await connection.row(by_hand.ORDER, id, who)
        services = await connection.rows(by_hand.SERVICES, id)
        licenses = await connection.rows(by_hand.LICENSES, id)
    return _json({"order": found and _order(found, services, licenses)})


def _order(row: Any, services: Any, licenses: Any) -> dict[str, Any]:
    return {
        "id": public_id("Order", row["id"]),
        "orderNumber": row["order_number"],
        "companyName": row["company_name"],
        "status": row["status"],
        "provisioningStatus": by_hand.ORDER_IS["provisioningStatus"],
        "version": row["version"],
        "nextStep": "SERVICES",
        "deadline": moment(row["deadline"]),
        "viewerRole": by_hand.ORDER_IS["viewerRole"],
        "allowedMutations": by_hand.MAY,
        "subscription": {
            "subscriptionNumber": row["subscription_number"],
            "offer": row["offer"],
            "termMonths": row["term_months"],
            "startDate": moment(row["requested_start_date"]),
            "endDate": by_hand.ENDS,
            "licenses": [
                {
                    "id": public_id("License", license["id"]),
                    "name": license["name"],
                    "service": license["service"],
                    "scope": license["scope"],
                    "totalUnits": license["total_units"],
                }
                for license in licenses
            ],
        },
        "partnerOrganization": _organization(row, "partner"),
        "customerOrganization": _organization(row, "customer"),
        "services": [
            {
                "id": public_id("Service", service["id"]),
                "kind": service["kind"],
                "state": service["state"],
                "progress": 0.0,
                "nextStep": by_hand.PAGES[service["kind"]],
                "savedAt": moment(service["saved_at"]),
            }
            for service in services
        ],
    }


def _organization(row: Any, slot: str) -> dict[str, Any]:
    id = public_id("Organization", row[f"{slot}_organization_id"])
    return {"id": id, "displayName": row[slot], "country": row[f"{slot}_country"]}


async def step(request: Request) -> Response:
    """A wizard step with audit and idempotency."""
    raw = await request.body()
    body = orjson.loads(raw)
    async with request.state.database.connection(writes=True) as connection:
        who = await by_hand.viewer(connection, request.cookies["session"])
        key = request.headers["idempotency-key"]
        done, services = await by_hand.step(connection, who, (body["service"], body["state"]), key, raw.decode())
    id, version, next_page = done
    told = {"id": public_id("Order", id), "version": version, "nextStep": next_page}
    told["services"] = [{"id": public_id("Service", id), "state": state} for id, state in services]
    name = "setUpLater" if body["state"] == "DEFERRED" else "setUpNow"
    return _json({name: {"order": told, "userErrors": []}})


def _json(content: dict[str, Any]) -> Response:
    return Response(orjson.dumps({"data": content}), media_type="application/json")


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[dict[str, Any]]:
    async with bare.opened(os.environ["DATABASE_URL"]) as database:
        yield {"database": database}


def app() -> Starlette:
    """The bare application."""
    routes = [Route("/order", order, methods=["POST"]), Route("/step", step, methods=["POST"])]
    return Starlette(routes=routes, lifespan=_lifespan)
