"""Errors of the API that are no user errors: not signed in, not allowed, not found."""

from graphql import GraphQLError

from backend.graphql_server.http_requests import SEEN_AS_SOMEBODY_ELSE
from backend.language import text
from backend.refusals import Refused
from backend.resolvers.context import Context
from backend.schema.errors import errors_of
from backend.schema.ids import BadId, number_of


def unauthenticated(language: str) -> GraphQLError:
    """Nobody is signed in."""
    return GraphQLError(text(language, "Sign in first."), extensions={"code": "UNAUTHENTICATED"})


def forbidden(context: Context, why: str = "You don’t have permission to do this.", *, scope: str = "") -> GraphQLError:
    """The caller sees it but may not do this with it; `why` is an English sentence of the rules.

    A token is told instead which `scope` it lacks, if that is why, and which it has.
    """
    message = text(context.language, why)
    if scope and context.actor.token:
        told = "This needs a token with the scope {scope}; this one has {scopes}."
        message = text(context.language, told, scope=scope, scopes=", ".join(sorted(context.actor.scopes)))
    return GraphQLError(message, extensions={"code": "FORBIDDEN"})


def not_found(language: str) -> GraphQLError:
    """It does not exist, or the caller may not know that it does."""
    return GraphQLError(text(language, "This does not exist."), extensions={"code": "NOT_FOUND"})


def read_only() -> GraphQLError:
    """The order is seen as somebody else, and this would stand on its timeline."""
    return GraphQLError(SEEN_AS_SOMEBODY_ELSE, extensions={"code": "READ_ONLY"})


def view_ended(language: str) -> GraphQLError:
    """The view of an order as somebody else is over, or is not the caller's."""
    message = text(language, "This view of the order has ended. Open the order as yourself to start a new one.")
    return GraphQLError(message, extensions={"code": "VIEW_ENDED"})


def refused(error: Refused, language: str) -> GraphQLError:
    """An argument of a query that a rule refused: a query has no user errors."""
    message = " ".join(found.message for found in errors_of(error, language))
    return GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})


def number(type_name: str, global_id: str, context: Context) -> int:
    """The number in a global id that the caller names. Raises the API's NOT_FOUND, and UNAUTHENTICATED first: who is
    not signed in is told the same of every id.
    """
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    try:
        return number_of(type_name, global_id)
    except BadId:
        raise not_found(context.language) from None
