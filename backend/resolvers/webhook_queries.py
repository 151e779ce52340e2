"""The GraphQL queries of webhooks: checked and priced when they are saved, run when something is sent."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from graphql import GraphQLError, NonNullTypeNode, OperationDefinitionNode, OperationType, print_ast

from backend import correlation
from backend.graphql_server.documents import DocumentRefused
from backend.graphql_server.execution import Engine, within_deadline
from backend.graphql_server.problems import RequestRefused
from backend.ids import public_id
from backend.limits.rates import RateLimited
from backend.provisioning.access import Actor
from backend.refusals import ErrorCode, Refused
from backend.resolvers.context import Context

MAX_COST = 200
_UNAVAILABLE = {"UNAVAILABLE", "RATE_LIMITED", "TIMEOUT"}


class NotNow(Exception):
    """The query can't be answered at present; another time it can."""


@dataclass(slots=True)
class _OwnersContext(Context):
    """What a query is answered in: its owner asks, and pays from a bucket for webhooks alone."""

    bucket: str = ""

    @property
    def caller(self) -> str:
        """The key of the bucket."""
        return self.bucket


@cache
def _engine() -> Engine:
    from backend.resolvers.schema import schema

    return Engine(schema)


def check(text: str) -> None:
    """Check that it is one query of one order that may be run for each event. Raises Refused."""
    try:
        operation = _engine().documents.operation(text, None, introspection=True)
        price = operation.price.of({})
    except DocumentRefused as refused:
        raise _bad_query("This query can’t be run: {why}", why=refused.errors[0].message) from None
    except GraphQLError as error:
        raise _bad_query("This query can’t be run: {why}", why=error.message) from None
    operations = [node for node in operation.document.definitions if isinstance(node, OperationDefinitionNode)]
    if len(operations) != 1 or operation.type is not OperationType.QUERY:
        raise _bad_query("Enter one query, no mutation or subscription.")
    variables = [(node.variable.name.value, node.type) for node in operations[0].variable_definitions or ()]
    names = [name for name, _ in variables]
    if names != ["order"] or not all(
        isinstance(kind, NonNullTypeNode) and print_ast(kind) == "ID!" for _, kind in variables
    ):
        raise _bad_query("The query has to begin like this: query($order: ID!)")
    if price > MAX_COST:
        raise _bad_query("This query costs {cost}; {most} is the most.", cost=price, most=MAX_COST)


def _bad_query(message: str, **values: object) -> Refused:
    return Refused(ErrorCode.INVALID, message, ("query",), values=values)


async def answer(text: str, order_id: int, actor: Actor, owner: str) -> tuple[dict[str, Any] | None, list[Any]]:
    """The answer to the query of an endpoint about an order: data and errors, as GraphQL has them. Raises NotNow."""
    context = _OwnersContext(
        correlation.current() or correlation.begin(), "", "en", actor=actor, bucket=f"webhooks:{owner}"
    )
    try:
        operation = await _engine().operation(text, None, context)
        variables = {"order": public_id("Order", order_id)}
        found = await within_deadline(_engine().execute(operation, variables, context))
    except DocumentRefused as refused:  # the schema has changed since it was saved
        return None, [error.formatted for error in refused.errors]
    except (RateLimited, RequestRefused) as busy:
        raise NotNow from busy
    if {(error.extensions or {}).get("code") for error in found.errors} & _UNAVAILABLE:
        raise NotNow
    return found.data, [error.formatted for error in found.errors]
