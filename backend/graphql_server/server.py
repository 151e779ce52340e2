"""/graphql over HTTP: the GraphQL-over-HTTP specification, with the limits of this API."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import orjson
from graphql import OperationType
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import Schema
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.unset import UNSET, UnsetType

from backend import clock, correlation, metrics
from backend.graphql_server import http_requests, rate_fields
from backend.graphql_server.documents import DocumentRefused
from backend.graphql_server.execution import Answer, Engine, OpenContext, within_deadline
from backend.graphql_server.http_requests import JSON, READ_ONLY, RESPONSE_JSON, Headers, Parameters, RawHeaders
from backend.graphql_server.problems import RequestRefused, refusal_of, told
from backend.graphql_server.websocket import (
    MAX_SUBSCRIPTIONS,
    Sockets,
    SocketServer,
    SubscriptionHandler,
    open_socket_context,
)
from backend.limits.rates import RateLimited
from backend.settings import Settings

INIT_TIMEOUT = timedelta(seconds=5)


class GraphQLEdge(SocketServer):
    """Answers queries and mutations itself; the protocol of WebSockets is Strawberry's."""

    graphql_transport_ws_handler_class = SubscriptionHandler

    def __init__(self, schema: Schema, settings: Settings, open_context: OpenContext) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=INIT_TIMEOUT,
            max_subscriptions_per_connection=MAX_SUBSCRIPTIONS,
        )
        self.engine = Engine(schema)
        self.public_url = settings.public_url
        self.open_context = open_context
        self.sockets = Sockets(settings.rate_limit_factor)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one WebSocket."""
        if scope["type"] == "http":
            await self._respond(scope, receive, send)
            return
        client = scope.get("client")
        try:
            with self.sockets.admit(client[0] if client else "unknown") as admission:
                scope["admission"] = admission
                await super().__call__(scope, receive, send)
        except RequestRefused as refused:
            [error] = told([refused.error])
            answer = JSONResponse({"errors": [error.formatted]}, refused.status, refused.headers)
            await WebSocket(scope, receive, send).send_denial_response(answer)

    # ------------------------------------------------------------------ HTTP

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        media = http_requests.negotiate(headers.get(b"accept", b""))
        extra: RawHeaders = []
        try:
            answer = await self._answer(scope, receive, headers, extra)
            status = _status(answer, media)
            if answer.tag and answer.tag in headers.get(b"if-none-match", b"").decode("latin-1"):
                await send({"type": "http.response.start", "status": 304, "headers": extra})
                await send({"type": "http.response.body", "body": b""})
                return
        except Exception as error:  # noqa: BLE001 – every failure has an answer in the format that was asked for
            refusal = refusal_of(error)
            answer, status = Answer(None, [refusal.error], {}, executed=False), refusal.status
            extra += [(name.lower().encode(), value.encode()) for name, value in refusal.headers.items()]
        body = orjson.dumps(answer.as_json())
        extra += (
            (b"content-type", f"{media or JSON}; charset=utf-8".encode()),
            (b"content-length", str(len(body)).encode()),
        )
        await send({"type": "http.response.start", "status": status, "headers": extra})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive, headers: Headers, extra: RawHeaders) -> Answer:
        if not http_requests.negotiate(headers.get(b"accept", b"")):
            raise RequestRefused(406, "NOT_ACCEPTABLE", f"Accept {JSON} or {RESPONSE_JSON}.")
        parameters = await self._parameters(scope, receive, headers)
        return await within_deadline(self._execute(scope, parameters, extra))

    async def _execute(self, scope: Scope, parameters: Parameters, extra: RawHeaders) -> Answer:
        context = await self.open_context(Request(scope), correlation.current() or correlation.begin())
        try:
            operation = await self.engine.operation(parameters.query or "", parameters.operation_name, context)
        except DocumentRefused as refused:
            return Answer(None, refused.errors, {}, executed=False)
        if operation.type is OperationType.SUBSCRIPTION:
            raise RequestRefused(400, "BAD_REQUEST", "Subscriptions run on a WebSocket.")
        if operation.type is OperationType.MUTATION and scope["method"] == "GET":
            raise RequestRefused(405, "METHOD_NOT_ALLOWED", "Send mutations with POST.", {"Allow": "POST"})
        if operation.type is OperationType.MUTATION:
            http_requests.check_changes_allowed(
                context.reads_only, *http_requests.every_value(scope["headers"], READ_ONLY)
            )
        with metrics.operation(operation.type.value) as outcome:
            answer = await self.engine.execute(operation, parameters.variables, context)
            outcome.failed = bool(answer.errors)
        extra.extend((b"set-cookie", cookie.encode("latin-1")) for cookie in context.cookies)
        kept = scope["method"] == "GET" and operation.max_age and not answer.errors
        if context.expires_at and not kept:
            # In seconds: the application warns in time, whatever the browser's clock says.
            left = max(0, round((context.expires_at - clock.now()).total_seconds()))
            extra.append((b"session-expires-in", str(left).encode()))
        _add_limits(answer, extra)
        if kept:
            # What it cost differs from time to time; who keeps the answer wants to know of its data only.
            tag = f'"{sha256(orjson.dumps(answer.data)).hexdigest()[:32]}"'
            answer.tag = tag
            extra.extend(
                (
                    (b"etag", tag.encode()),
                    (b"cache-control", f"private, max-age={operation.max_age}".encode()),
                    (b"vary", b"Accept-Language"),
                )
            )
        return answer

    async def _parameters(self, scope: Scope, receive: Receive, headers: Headers) -> Parameters:
        if scope["method"] == "GET":
            # Some queries write: a search is counted and stands on the timeline.
            http_requests.check_origin(headers, self.public_url)
            return http_requests.from_query_string(scope["query_string"])
        if scope["method"] != "POST":
            raise RequestRefused(405, "METHOD_NOT_ALLOWED", "Use GET or POST.", {"Allow": "GET, POST"})
        http_requests.check_origin(headers, self.public_url)
        http_requests.check_content_type(headers)
        return http_requests.from_body(await http_requests.read_body(headers, receive))

    # ------------------------------------------------------------- WebSocket

    def _check_websocket_origin(self, request: WebSocket) -> bool:
        try:
            http_requests.check_origin(dict(request.scope["headers"]), self.public_url)
        except RequestRefused:
            return False
        return True

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:  # noqa: ARG002 – Strawberry's names
        """What Strawberry keeps for a socket; each operation opens its own context from it."""
        return {"socket": request}

    async def on_ws_connect(self, context: dict[str, Any]) -> UnsetType:
        """Check at once who connects, so that a wrong token is not found out by the first subscription."""
        try:
            caller = await open_socket_context(self.open_context, context)
        except Exception as error:  # noqa: BLE001 – whatever it is, nobody gets in
            refusal = refusal_of(error)
            raise (refusal if refusal.status >= 429 else ConnectionRejectionError) from None
        if caller.signed_in:
            context["socket"].scope["admission"].assign_to(caller.caller)
        nothing: UnsetType = UNSET
        return nothing


def _status(answer: Answer, media: str | None) -> int:
    if answer.unavailable:
        return 503
    codes = {(error.extensions or {}).get("code") for error in answer.errors}
    if "RATE_LIMITED" in codes and answer.data is None:
        return 429
    return 400 if not answer.executed and media == RESPONSE_JSON else 200


def _add_limits(answer: Answer, extra: RawHeaders) -> None:
    """When to come again, and of the limits the one that is in the way: a reached rate, else the points."""
    extensions = [error.extensions or {} for error in answer.errors]
    waits = [found["retryAfter"] for found in extensions if "retryAfter" in found]
    if waits:
        extra.append((b"retry-after", str(max(waits)).encode()))
    causes = [error.original_error for error in answer.errors]
    if reached := [cause.limit for cause in causes if isinstance(cause, RateLimited)]:
        fields = rate_fields.of_limit(max(reached, key=lambda limit: limit.retry_after))
        extra += [(name.lower().encode(), value.encode()) for name, value in fields.items()]
    elif answer.bucket is not None:
        extra += rate_fields.of_cost(answer.bucket)
