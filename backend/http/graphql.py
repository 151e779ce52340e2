"""/graphql over HTTP: the GraphQL-over-HTTP specification, with the limits of this API."""

from datetime import timedelta
from typing import Any

import orjson
from graphql import OperationType
from starlette.requests import Request
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry import Schema
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.unset import UNSET, UnsetType

from backend import clock, correlation
from backend.http import metrics, requests
from backend.http.documents import DocumentRefused
from backend.http.execution import Answer, Engine, OpenContext, within_deadline
from backend.http.problems import RequestRefused, refusal_of
from backend.http.requests import JSON, RESPONSE_JSON, Headers, Parameters
from backend.http.security import RawHeaders
from backend.http.websocket import MOST_SUBSCRIPTIONS, Socket, SubscriptionHandler, open_socket_context
from backend.settings import Settings

INIT_WITHIN = timedelta(seconds=5)


class GraphQLEdge(GraphQL[dict[str, Any], None]):
    """Answers queries and mutations itself; the protocol of WebSockets is Strawberry's."""

    graphql_transport_ws_handler_class = SubscriptionHandler
    websocket_adapter_class = Socket

    def __init__(self, schema: Schema, settings: Settings, open_context: OpenContext) -> None:
        super().__init__(
            schema,
            graphql_ide=None,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=INIT_WITHIN,
            max_subscriptions_per_connection=MOST_SUBSCRIPTIONS,
        )
        self.engine = Engine(schema)
        self.public_url = settings.public_url
        self.open_context = open_context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or one WebSocket."""
        if scope["type"] == "http":
            await self._respond(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)

    # ------------------------------------------------------------------ HTTP

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        media = requests.negotiate(headers.get(b"accept", b""))
        extra: RawHeaders = []
        try:
            answer = await self._answer(scope, receive, headers, extra)
            status = _status(answer, media)
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
        if not requests.negotiate(headers.get(b"accept", b"")):
            raise RequestRefused(406, "NOT_ACCEPTABLE", f"Accept {JSON} or {RESPONSE_JSON}.")
        parameters = await self._parameters(scope, receive, headers)
        return await within_deadline(self._execute(scope, parameters, extra))

    async def _execute(self, scope: Scope, parameters: Parameters, extra: RawHeaders) -> Answer:
        context = await self.open_context(Request(scope), correlation.current() or correlation.begin())
        try:
            operation = self.engine.operation(parameters.query or "", parameters.operation_name, context)
        except DocumentRefused as refused:
            return Answer(None, refused.errors, {}, executed=False)
        if operation.type is OperationType.SUBSCRIPTION:
            raise RequestRefused(400, "BAD_REQUEST", "Subscriptions run on a WebSocket.")
        if operation.type is OperationType.MUTATION and scope["method"] == "GET":
            raise RequestRefused(405, "METHOD_NOT_ALLOWED", "Send mutations with POST.", {"Allow": "POST"})
        with metrics.operation(operation.type.value) as outcome:
            answer = await self.engine.execute(operation, parameters.variables, context)
            outcome.failed = bool(answer.errors)
        extra.extend((b"set-cookie", cookie.encode("latin-1")) for cookie in context.cookies)
        if context.expires_at:
            # In seconds: the application warns in time, whatever the browser's clock says.
            left = max(0, round((context.expires_at - clock.now()).total_seconds()))
            extra.append((b"session-expires-in", str(left).encode()))
        _add_retry_after(answer, extra)
        return answer

    async def _parameters(self, scope: Scope, receive: Receive, headers: Headers) -> Parameters:
        if scope["method"] == "GET":
            # Some queries write: a search is counted and stands on the timeline.
            requests.check_origin(headers, self.public_url)
            return requests.from_query_string(scope["query_string"])
        if scope["method"] != "POST":
            raise RequestRefused(405, "METHOD_NOT_ALLOWED", "Use GET or POST.", {"Allow": "GET, POST"})
        requests.check_origin(headers, self.public_url)
        requests.check_content_type(headers)
        return requests.from_body(await requests.read_body(headers, receive))

    # ------------------------------------------------------------- WebSocket

    def _check_websocket_origin(self, request: WebSocket) -> bool:
        try:
            requests.check_origin(dict(request.scope["headers"]), self.public_url)
        except RequestRefused:
            return False
        return True

    async def get_context(self, request: Any, response: Any) -> dict[str, Any]:  # noqa: ARG002 – Strawberry's names
        """What Strawberry keeps for a socket; each operation opens its own context from it."""
        return {"socket": request}

    async def on_ws_connect(self, context: dict[str, Any]) -> UnsetType:
        """Check at once who connects, so that a wrong token is not found out by the first subscription."""
        try:
            await open_socket_context(self.open_context, context)
        except Exception as error:  # noqa: BLE001 – whatever it is, nobody gets in
            refusal_of(error)
            raise ConnectionRejectionError from None
        nothing: UnsetType = UNSET
        return nothing


def _status(answer: Answer, media: str | None) -> int:
    codes = {(error.extensions or {}).get("code") for error in answer.errors}
    if "UNAVAILABLE" in codes:
        return 503
    if "RATE_LIMITED" in codes and answer.data is None:
        return 429
    return 400 if not answer.executed and media == RESPONSE_JSON else 200


def _add_retry_after(answer: Answer, extra: RawHeaders) -> None:
    extensions = [error.extensions or {} for error in answer.errors]
    waits = [found["retryAfter"] for found in extensions if "retryAfter" in found]
    if waits:
        extra.append((b"retry-after", str(max(waits)).encode()))
