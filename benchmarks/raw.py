"""The yardstick: the same work by hand, in a bare Starlette handler with SQL. No GraphQL, limits, rules or types."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from backend import clock, database
from backend.settings import settings

_SESSION = "SELECT email_key FROM session WHERE token_hash = $1"
_ORDER = """
SELECT o.*, p.display_name AS partner, c.display_name AS customer FROM orders o
LEFT JOIN organization p ON p.id = o.partner_organization_id
LEFT JOIN organization c ON c.id = o.customer_organization_id
WHERE o.id = $1 AND o.contact_key = $2
"""
_SERVICES = "SELECT id, kind, state, saved_at, submitted_at, failure FROM service WHERE order_id = $1"
_LICENSES = "SELECT id, name, service, scope, total_units FROM license WHERE order_id = $1 ORDER BY position"


async def order(request: Request) -> Response:
    """The order page's data, by hand."""
    body = orjson.loads(await request.body())
    viewer = await _viewer(request)
    found = await database.row(_ORDER, [body["id"], viewer])
    services = await database.rows(_SERVICES, [body["id"]])
    licenses = await database.rows(_LICENSES, [body["id"]])
    return _json({"order": found, "services": services, "licenses": licenses})


async def step(request: Request) -> Response:
    """A wizard step with audit, idempotency and outbox, by hand."""
    raw = await request.body()
    body = orjson.loads(raw)
    viewer, at = await _viewer(request), clock.now()
    key = request.headers["idempotency-key"]
    async with database.transaction():
        found = await database.row(_ORDER, [body["id"], viewer]) or {}
        if not await database.row("SELECT 1 AS one FROM idempotency_key WHERE caller = $1 AND key = $2", [viewer, key]):
            await database.execute("UPDATE service SET state = $1 WHERE id = $2", [body["state"], body["service"]])
            await database.execute(
                "UPDATE orders SET version = version + 1, updated_at = $1 WHERE id = $2", [at, body["id"]]
            )
            await database.execute(
                'INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes, scope, version)'
                " VALUES ($1, $2, $3, $3, 'raw', '{}', '[]', 'service', $4)",
                [body["id"], at, viewer, found["version"] + 1],
            )
            await database.execute(
                "INSERT INTO idempotency_key (caller, key, body_hash, answer, at) VALUES ($1, $2, $3, $4, $5)",
                [viewer, key, sha256(raw).hexdigest(), json.dumps({"version": found["version"] + 1}), at],
            )
    return _json({"order": found})


async def _viewer(request: Request) -> str:
    token = sha256(request.cookies["session"].encode()).hexdigest()
    row = await database.row(_SESSION, [token])
    return str(row["email_key"]) if row else ""


def _json(content: dict[str, Any]) -> Response:
    return Response(orjson.dumps(content, default=str), media_type="application/json")


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    await database.connect(settings().database_url)
    yield
    await database.disconnect()


def app() -> Starlette:
    """The bare application."""
    routes = [Route("/order", order, methods=["POST"]), Route("/step", step, methods=["POST"])]
    return Starlette(routes=routes, lifespan=_lifespan)
