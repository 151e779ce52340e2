"""Execution of an operation at the edge: charged, within a deadline, with errors that a caller may read.

It calls graphql-core itself rather than Strawberry's `Schema.execute`, whose extension machinery costs more than a
usual query does; documents, limits and masking are done here in plain functions.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from inspect import isawaitable
from typing import Any, Protocol, Self, TypeVar, cast

from graphql import ExecutionResult, GraphQLError, execute, subscribe
from starlette.requests import HTTPConnection
from strawberry import Schema
from strawberry.execution import optimized_is_awaitable

from backend import clock, correlation, tracing
from backend.graphql_server.documents import Documents, Operation
from backend.graphql_server.executor import Executor
from backend.graphql_server.pacing import Pacer
from backend.graphql_server.pricing import charged, weights
from backend.graphql_server.problems import RETRY_AFTER, RequestRefused, public, told
from backend.graphql_server.selections import Run
from backend.limits import cost
from backend.limits.cost import Bucket

T = TypeVar("T")

DEADLINE = 4.8  # seconds; the answer leaves within five
MAX_TOLD_NAME = 100  # characters of an operation's name in a span, of which thousands may wait for a collector


class Caller(Protocol):
    """What execution needs of a context: whose bucket pays, and whether the schema may be looked into."""

    @property
    def caller(self) -> str:
        """The key of the bucket."""

    @property
    def signed_in(self) -> bool:
        """Whether it is somebody we know."""

    @property
    def reads_only(self) -> bool:
        """Whether they may change nothing."""

    @property
    def cookies(self) -> list[str]:
        """Values of Set-Cookie that the answer brings along."""

    @property
    def expires_at(self) -> datetime | None:
        """When the session ends if nothing more is asked."""

    def renewed(self) -> Self:
        """The same caller with nothing loaded yet."""


class OpenContext(Protocol):
    """Finds out who is asking; on a socket, all but the connection comes with its connection_init."""

    async def __call__(
        self,
        connection: HTTPConnection,
        correlation_id: str,
        *,
        authorization: str | None = None,
        accept_language: str | None = None,
        view_as: str | None = None,
    ) -> Caller:
        """The context for one operation. Raises GraphQLError with a code if the caller is not who they claim to be."""


@dataclass(slots=True)
class Answer:
    """The result of an operation. `executed` is false if it was refused before execution: there is no data then."""

    data: dict[str, Any] | None
    errors: list[GraphQLError]
    extensions: dict[str, Any]
    executed: bool = True
    tag: str = ""  # of an answer that clients may keep
    bucket: Bucket | None = None  # what the caller has left

    @property
    def unavailable(self) -> bool:
        """Whether it could not be worked out because the database cannot be used."""
        return any((error.extensions or {}).get("code") == "UNAVAILABLE" for error in self.errors)

    def as_json(self) -> dict[str, Any]:
        """The response of the GraphQL specification."""
        response: dict[str, Any] = {"errors": [error.formatted for error in told(self.errors)]} if self.errors else {}
        if self.executed:
            response["data"] = self.data
        if self.extensions:
            response["extensions"] = self.extensions
        return response


class Engine:
    """Runs operations of one schema."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.core = schema._schema  # noqa: SLF001 – Strawberry has no public name for the schema that graphql-core executes
        self.documents = Documents(self.core)
        self._weights = weights(self.core)
        self._pacer = Pacer()

    async def operation(self, text: str, name: str | None, context: Caller) -> Operation:
        """The operation to run, checked and priced; strangers wait for their turn. Raises DocumentRefused."""
        if context.signed_in or self.documents.knows(text, introspection=False):
            return self.documents.operation(text, name, introspection=context.signed_in)
        await self._pacer.wait_for(context.caller)
        with self._pacer.working_for(context.caller):
            return self.documents.operation(text, name, introspection=False)

    async def execute(self, operation: Operation, variables: dict[str, Any] | None, context: Caller) -> Answer:
        """Run a query or mutation. Raises RateLimited if the caller's bucket is empty."""
        if not tracing.is_on():
            return await self._execute(operation, variables, context)
        with tracing.span(operation.type.value, values={"graphql.operation.type": operation.type.value}) as span:
            answer = await self._execute(operation, variables, context)
            bill = answer.extensions.get("cost", {})
            name = operation.name and operation.name[:MAX_TOLD_NAME]
            span.set(graphql__operation__name=name, hub__cost=bill.get("actual"))
            if answer.errors:
                span.set(error__type=str((answer.errors[0].extensions or {}).get("code")))
            return answer

    async def _execute(self, operation: Operation, variables: dict[str, Any] | None, context: Caller) -> Answer:
        try:
            requested = operation.price.of(variables or {})
        except GraphQLError as error:
            return Answer(None, [error], {}, executed=False)
        bucket = await cost.take(context.caller, requested, clock.now())
        run = Run(context, operation.price.flat(variables or {}))
        result = execute(
            self.core,
            operation.document,
            context_value=context,
            variable_values=variables,
            operation_name=operation.name,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
            **self._options(operation, context, run),
        )
        result = await result if isawaitable(result) else result
        actual = charged(run.spent)
        cost.refund(context.caller, requested - actual)
        left = Bucket(min(bucket.maximum, bucket.level + requested - actual), bucket.maximum, bucket.restore)
        answer = self._answer(result, _bill(requested, actual, left))
        answer.bucket = left
        return answer

    async def subscribe(
        self, operation: Operation, variables: dict[str, Any] | None, context: Caller
    ) -> AsyncGenerator[Answer, None]:
        """Run a subscription: one answer for each event. Raises RateLimited if the caller's bucket is empty."""
        try:
            requested = operation.price.of(variables or {})
        except GraphQLError as error:
            yield Answer(None, [error], {}, executed=False)
            return
        await cost.take(context.caller, requested, clock.now())
        source = subscribe(
            self.core,
            operation.document,
            context_value=context,
            variable_values=variables,
            operation_name=operation.name,
            **self._options(operation, context, Run(context)),
        )
        source = await source if isawaitable(source) else source
        if isinstance(source, ExecutionResult):
            yield self._answer(source, {}, executed=False)
            return
        async with aclosing(cast("AsyncGenerator[ExecutionResult, None]", source)) as results:
            async for result in results:
                yield self._answer(result, {})

    def _options(self, operation: Operation, context: Caller, run: Run) -> dict[str, Any]:
        return {
            "executor_class": Executor,
            "hide_suggestions": not context.signed_in,
            "weights": self._weights,
            "variants": operation.variants,
            "run": run,
        }

    def _answer(self, result: ExecutionResult, extensions: dict[str, Any], *, executed: bool = True) -> Answer:
        errors = [public(error) for error in result.errors or ()]
        before_execution = result.data is None and bool(errors) and all(error.path is None for error in errors)
        return Answer(result.data, errors, extensions, executed and not before_execution)


async def within_deadline(work: Awaitable[T]) -> T:
    """Await `work` for as long as one request may take. Raises RequestRefused (503) after that."""
    try:
        async with asyncio.timeout(DEADLINE):
            return await work
    except TimeoutError:
        message = f"The request took too long and was stopped. Try again in {RETRY_AFTER} second."
        raise RequestRefused(503, "TIMEOUT", message, {"Retry-After": RETRY_AFTER}) from None


def _bill(requested: int, actual: int, left: Bucket) -> dict[str, Any]:
    return {
        "correlationId": correlation.current(),
        "cost": {
            "requested": requested,
            "actual": actual,
            "bucket": {"level": left.level, "maximum": left.maximum, "restoreRate": left.restore},
        },
    }
