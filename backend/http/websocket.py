"""/graphql over WebSocket: the graphql-transport-ws protocol on the same engine, charged and masked alike."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import orjson
from graphql import OperationType
from starlette.requests import HTTPConnection
from starlette.websockets import WebSocketDisconnect, WebSocketState
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import BaseGraphQLTransportWSHandler, Operation

from backend import correlation
from backend.http import metrics
from backend.http.documents import DocumentRefused
from backend.http.execution import Answer, Caller, Engine, OpenContext, within_deadline
from backend.http.problems import refusal_of

if TYPE_CHECKING:
    from backend.http.graphql import GraphQLEdge

LARGEST_MESSAGE = 64 * 1024
MOST_SUBSCRIPTIONS = 20
MESSAGE_TOO_BIG = 1009


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
                if len(text) > LARGEST_MESSAGE or len(text.encode("utf-8", "replace")) > LARGEST_MESSAGE:
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


class SubscriptionHandler(BaseGraphQLTransportWSHandler[dict[str, Any], None]):
    """Runs the operations of one socket."""

    view: "GraphQLEdge"

    @property
    def engine(self) -> Engine:
        """The engine that also answers HTTP."""
        return self.view.engine

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

    async def run_operation(self, operation: Operation[dict[str, Any], None]) -> None:
        """Run one operation to its end, whatever happens."""
        with suppress(WebSocketDisconnected, KeyError):  # KeyError: the other side completed it at the same time
            try:
                await self._run(operation)
            except DocumentRefused as refused:
                await operation.send_initial_errors(refused.errors)
            except WebSocketDisconnected:
                raise
            except Exception as error:  # noqa: BLE001 – every failure ends in a message
                await operation.send_initial_errors([refusal_of(error).error])

    async def _run(self, operation: Operation[dict[str, Any], None]) -> None:
        context = await open_socket_context(self.view.open_context, self.context)
        wanted = self.engine.operation(operation.query, operation.operation_name, context)
        if wanted.type is OperationType.SUBSCRIPTION:
            answers = self.engine.subscribe(wanted, operation.variables, context)
            with metrics.subscription():
                async for answer in answers:
                    if not await self._send(operation, answer):
                        return
        else:
            with metrics.operation(wanted.type.value) as outcome:
                answer = await within_deadline(self.engine.execute(wanted, operation.variables, context))
                outcome.failed = bool(answer.errors)
            if not await self._send(operation, answer):
                return
        await operation.send_operation_message({"id": operation.id, "type": "complete"})

    async def _send(self, operation: Operation[dict[str, Any], None], answer: Answer) -> bool:
        """Send an answer; false if it ended the operation because nothing was executed."""
        if not answer.executed:
            await operation.send_initial_errors(answer.errors)
            return False
        message: Any = {"id": operation.id, "type": "next", "payload": answer.as_json()}
        await operation.send_operation_message(message)
        return True


async def open_socket_context(open_context: OpenContext, context: dict[str, Any]) -> Caller:
    """The caller of one operation on a socket, as he is now."""
    connection: HTTPConnection = context["socket"]
    given = context.get("connection_params") or {}
    authorization = given.get("Authorization") or given.get("authorization")
    return await within_deadline(
        open_context(connection, correlation.begin(), authorization if isinstance(authorization, str) else None)
    )
