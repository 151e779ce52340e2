"""/graphql over WebSocket: the graphql-transport-ws protocol on the same engine, charged and masked alike."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Literal

import msgspec
import orjson
from graphql import GraphQLError, OperationType
from starlette.requests import HTTPConnection
from starlette.websockets import WebSocketDisconnect, WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter, GraphQL
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation

from backend import correlation, metrics, tracing
from backend.graphql_server.documents import DocumentRefused
from backend.graphql_server.documents import Operation as Wanted
from backend.graphql_server.execution import Answer, Caller, Engine, OpenContext, within_deadline
from backend.graphql_server.http_requests import READ_ONLY, check_changes_allowed, every_value
from backend.graphql_server.problems import RETRY_AFTER, RequestRefused, refusal_of, told
from backend.limits.networks import subscriber_network

MAX_MESSAGE = 64 * 1024
MAX_SUBSCRIPTIONS = 20
MESSAGE_TOO_BIG = 1009
TRY_AGAIN_LATER = 1013  # every client of the protocol connects again after a while, and subscribes again by itself
NORMAL_CLOSURE = 1000
IDLE_TIMEOUT = 60.0  # seconds without an operation
MAX_SOCKETS = 5_000  # of this process
MAX_ANONYMOUS = 32  # sockets of one address that nobody has signed in on
MAX_OF_PERSON, MAX_OF_TOKEN = 100, 1_000  # sockets of one person, and of one seller or organization with whatever token
UNAUTHORIZED = 4401  # of the protocol; clients do not try again by themselves
TOO_MANY = 4429  # of the protocol; clients do not try again by themselves


class _Payload(msgspec.Struct, rename="camel"):
    query: str
    variables: dict[str, Any] | None = None
    operation_name: str | None = None


class _Subscribe(msgspec.Struct):
    type: Literal["subscribe"]
    id: str
    payload: _Payload


class _Complete(msgspec.Struct):
    id: str


class TooManySockets(Exception):
    """Who signed in on a socket has as many as they may have."""


class LetInNoMore(Exception):
    """The token that opened the socket was revoked, or has expired."""


class Sockets:
    """The open sockets of this process: so many in all, of each caller, and of each address without a caller."""

    def __init__(self, factor: int) -> None:
        self.factor = factor
        self.open = 0
        self.strangers: Counter[str] = Counter()
        self.callers: Counter[str] = Counter()

    @contextmanager
    def admit(self, address: str) -> Iterator["Admission"]:
        """Hold a place for a socket as long as it lasts. Raises RequestRefused (429, 503) if none is free."""
        network = subscriber_network(address)
        retry = {"Retry-After": RETRY_AFTER}
        if self.strangers[network] >= MAX_ANONYMOUS * self.factor:
            raise RequestRefused(429, "RATE_LIMITED", "Too many connections from your network.", retry)
        if self.open >= MAX_SOCKETS * self.factor:
            raise RequestRefused(503, "UNAVAILABLE", "Too many connections at the moment.", retry)
        self.open += 1
        self.strangers[network] += 1
        admission = Admission(self, network)
        try:
            yield admission
        finally:
            self.open -= 1
            admission.release()


@dataclass(slots=True)
class Admission:
    """The place of one socket, which counts for its network until somebody signs in on it, then for them."""

    sockets: Sockets
    network: str
    caller: str | None = None

    def assign_to(self, caller: str) -> None:
        """Count the socket for a caller who has signed in on it. Raises TooManySockets."""
        most = MAX_OF_PERSON if caller.startswith("person:") else MAX_OF_TOKEN
        if self.sockets.callers[caller] >= most * self.sockets.factor:
            raise TooManySockets
        self.release()
        self.caller = caller
        self.sockets.callers[caller] += 1

    def release(self) -> None:
        """Count the socket no longer."""
        counter, key = (
            (self.sockets.strangers, self.network) if self.caller is None else (self.sockets.callers, self.caller)
        )
        counter[key] -= 1
        if counter[key] <= 0:
            del counter[key]


class Socket(ASGIWebSocketAdapter):
    """A socket whose messages are JSON of bounded size."""

    async def iter_json(self, *, ignore_parsing_errors: bool = False) -> AsyncGenerator[object, None]:  # noqa: ARG002
        """The messages as they come in, until the socket is closed."""
        with suppress(WebSocketDisconnect):
            while self.ws.application_state != WebSocketState.DISCONNECTED:
                message = await self.ws.receive()
                if message["type"] == "websocket.disconnect":
                    return
                text = message.get("text")
                if text is None:
                    raise NonTextMessageReceived
                if len(text) > MAX_MESSAGE or len(text.encode("utf-8", "replace")) > MAX_MESSAGE:
                    await self.close(MESSAGE_TOO_BIG, "Message too big")
                    return
                try:
                    decoded = orjson.loads(text)
                except ValueError as error:
                    raise NonJsonMessageReceived from error
                yield decoded

    async def send_json(self, message: Mapping[str, object]) -> None:
        """Send one message. Raises WebSocketDisconnected if nobody is there any more."""
        try:
            await self.ws.send_text(orjson.dumps(message).decode())
        except (WebSocketDisconnect, RuntimeError) as error:  # Starlette says RuntimeError once it has been closed
            raise WebSocketDisconnected from error


class SocketServer(GraphQL[dict[str, Any], None]):
    """What the handler of a socket finds in the server that opened it."""

    websocket_adapter_class = Socket
    engine: Engine
    open_context: OpenContext


class SubscriptionHandler(BaseGraphQLTransportWSHandler[dict[str, Any], None]):
    """Runs the operations of one socket."""

    view: SocketServer

    @property
    def engine(self) -> Engine:
        """The engine that also answers HTTP."""
        return self.view.engine

    async def handle(self) -> None:
        """Serve the socket; who asks for nothing for a minute is hung up on."""
        idle = asyncio.create_task(self._hang_up_when_idle())
        try:
            await super().handle()
        finally:
            idle.cancel()

    async def _hang_up_when_idle(self) -> None:
        busy = True
        while busy or self.operations:
            busy = bool(self.operations)
            await asyncio.sleep(IDLE_TIMEOUT / 2)
        with suppress(WebSocketDisconnected, RuntimeError):
            await self.websocket.close(NORMAL_CLOSURE, "Idle")

    async def handle_message(self, message: Any) -> None:
        """Hand a well-formed message to the protocol and close on any other."""
        if not isinstance(message, dict):
            await self.handle_invalid_message("A message must be an object")
            return
        try:
            if message.get("type") == "subscribe":
                msgspec.convert(message, _Subscribe)
            elif message.get("type") == "complete":
                msgspec.convert(message, _Complete)
        except msgspec.ValidationError as error:
            await self.handle_invalid_message(str(error)[:100])
            return
        await super().handle_message(message)  # type: ignore[arg-type]

    async def handle_connection_init(self, message: Any) -> None:
        """Let somebody in, now or later."""
        try:
            await super().handle_connection_init(message)
        except RequestRefused:
            await self._close_for_retry()
        except TooManySockets:
            await self.websocket.close(TOO_MANY, "Too many connections")

    async def _close_for_retry(self) -> None:
        """Close the socket: an error message would end a subscription for good, and an outage does not."""
        await self.websocket.close(TRY_AGAIN_LATER, "Try again later")

    async def run_operation(self, operation: Operation[dict[str, Any], None]) -> None:
        """Run one operation to its end, whatever happens."""
        with suppress(WebSocketDisconnected, KeyError):  # KeyError: the other side completed it at the same time
            try:
                await self._run(operation)
            except DocumentRefused as refused:
                await operation.send_initial_errors([*told(refused.errors)])
            except LetInNoMore:
                await self.websocket.close(UNAUTHORIZED, "Unauthorized")
            except WebSocketDisconnected:
                raise
            except Exception as error:  # noqa: BLE001 – every failure ends in a message
                refusal = refusal_of(error)
                if refusal.status == 503:
                    await self._close_for_retry()
                else:
                    await operation.send_initial_errors([*told([refusal.error])])

    async def _let_in(self) -> Caller:
        """The caller of an operation, as they are now. Raises LetInNoMore."""
        try:
            return await open_socket_context(self.view.open_context, self.context)
        except GraphQLError:
            raise LetInNoMore from None

    async def _run(self, operation: Operation[dict[str, Any], None]) -> None:
        context = await self._let_in()
        wanted = await self.engine.operation(operation.query, operation.operation_name, context)
        if wanted.type is OperationType.SUBSCRIPTION:
            answers = self.engine.subscribe(wanted, operation.variables, context)
            with metrics.subscription():
                async for answer in answers:
                    if answer.unavailable:
                        await self._close_for_retry()
                        return
                    if not await self._send(operation, answer):
                        return
        else:
            if wanted.type is OperationType.MUTATION:
                check_changes_allowed(context.reads_only, *self._said_read_only())
            with metrics.operation(wanted.type.value) as outcome:
                answer = await self._answer(wanted, operation, context)
                outcome.failed = bool(answer.errors)
            if not await self._send(operation, answer):
                return
        await operation.send_operation_message({"id": operation.id, "type": "complete"})
        if wanted.type is OperationType.SUBSCRIPTION:
            await self._let_in()  # it may have ended with the token

    def _said_read_only(self) -> list[str | None]:
        """What the request that opened the socket said of changes, and its connection_init."""
        given = self.context.get("connection_params") or {}
        said = [given.get("Read-Only"), given.get("read-only")]
        asked = every_value(self.context["socket"].scope["headers"], READ_ONLY)
        return [*asked, *(None if value is None else str(value) for value in said)]

    async def _answer(self, wanted: Wanted, operation: Operation[dict[str, Any], None], context: Caller) -> Answer:
        """The answer of a query or mutation. One that was stopped ends: clients would repeat it on a new socket."""
        try:
            with tracing.span("websocket", "SERVER", {"network.protocol.name": "websocket"}):
                return await within_deadline(self.engine.execute(wanted, operation.variables, context))
        except RequestRefused as stopped:
            return Answer(None, [stopped.error], {}, executed=False)

    async def _send(self, operation: Operation[dict[str, Any], None], answer: Answer) -> bool:
        """Send an answer; false if it ended the operation because nothing was executed."""
        if not answer.executed:
            await operation.send_initial_errors([*told(answer.errors)])
            return False
        message: Any = {"id": operation.id, "type": "next", "payload": answer.as_json()}
        await operation.send_operation_message(message)
        return True


async def open_socket_context(open_context: OpenContext, context: dict[str, Any]) -> Caller:
    """The caller of one operation on a socket, as they are now."""
    connection: HTTPConnection = context["socket"]
    given = context.get("connection_params") or {}
    return await within_deadline(
        open_context(
            connection,
            correlation.begin(),
            authorization=_header_value(given, "Authorization"),
            accept_language=_header_value(given, "Accept-Language"),
            view_as=_header_value(given, "View-As"),
        )
    )


def _header_value(params: Mapping[str, object], header: str) -> str | None:
    """What connection_init says in place of a header, which browsers cannot set on sockets."""
    value = params.get(header) or params.get(header.lower())
    return value if isinstance(value, str) else None
