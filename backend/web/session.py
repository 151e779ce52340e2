"""Who is asking: the request's cookies or bearer token become the context that resolvers get."""

from urllib.parse import unquote

from graphql import GraphQLError
from starlette.requests import HTTPConnection

from backend import clock, database, language
from backend.limits.networks import subscriber_network
from backend.provisioning import sign_in, tokens
from backend.resolvers.api_errors import view_ended
from backend.resolvers.context import Context
from backend.resolvers.cookies import BROWSER, MAILBOXES, SESSION, read_cookie
from backend.schema.ids import number_or_none
from backend.web import strangers

MAX_KEY_LENGTH = 200


async def open_context(
    connection: HTTPConnection,
    correlation_id: str,
    *,
    authorization: str | None = None,
    accept_language: str | None = None,
    view_as: str | None = None,
) -> Context:
    """The context of a request, or of an operation on a WebSocket.

    `authorization`, `accept_language` and `view_as` come with a socket's connection_init, or the address of a download,
    and stand before the headers.

    Raises GraphQLError: UNAUTHENTICATED for a token that does not hold, BAD_USER_INPUT for a key that is too long,
    VIEW_ENDED for a view of somebody that is over or not the caller's. A session that has ended is nobody's.
    """
    headers = connection.headers
    key = headers.get("idempotency-key", "")
    if len(key) > MAX_KEY_LENGTH:
        message = f"An Idempotency-Key has {MAX_KEY_LENGTH} characters at most."
        raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
    cookies = headers.get("cookie", "")
    context = Context(
        correlation_id,
        address=subscriber_network(connection.client.host) if connection.client else "unknown",
        language=language.choose(accept_language or headers.get("accept-language")),
        browser=read_cookie(cookies, BROWSER),
        mailboxes=read_cookie(cookies, MAILBOXES),
        idempotency_key=key,
        change_reason=unquote(headers.get("change-reason", "")),
    )
    bearer = authorization or headers.get("authorization")
    with database.handing_on():
        if bearer:
            await _by_token(context, bearer)
        elif token := read_cookie(cookies, SESSION):
            await _by_session(context, token)
        if context.signed_in:
            strangers.end()
        viewed = view_as or headers.get("view-as")
        # Who is signed in no more is nobody: the page that asks leads to the sign-in, as it does without a view.
        if viewed and context.signed_in and not await context.see_as(number_or_none("OrderEvent", viewed) or 0):
            raise view_ended(context.language)
    return context


async def _by_token(context: Context, authorization: str) -> None:
    scheme, _, token = authorization.partition(" ")
    actor = await tokens.find(token.strip(), clock.now()) if scheme.lower() == "bearer" else None
    if actor is None:
        message = language.text(context.language, "This token does not exist, was revoked or has expired.")
        raise GraphQLError(message, extensions={"code": "UNAUTHENTICATED"})
    context.bearer = token.strip()
    context.set_actor(actor, None)


async def _by_session(context: Context, token: str) -> None:
    found = await sign_in.find(token, clock.now())
    if found is not None:
        context.session = token
        context.set_actor(found.actor, found.expires_at)
