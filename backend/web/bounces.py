"""POST /mail/bounces: mail servers and services hand over what came back, as message/rfc822 in the body."""

import hmac

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from backend import bounces
from backend.graphql_server.problems import RequestRefused
from backend.language import text
from backend.mail.reports import MAX_SIZE
from backend.settings import Settings
from backend.web.refusals import language_of


def routes(settings: Settings) -> list[Route]:
    """The endpoint, if BOUNCE_TOKEN is set."""
    if not settings.bounce_token:
        return []
    expected = f"Bearer {settings.bounce_token}".encode()

    async def take(request: Request) -> Response:
        given = request.headers.get("Authorization", "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, expected):
            message = text(language_of(request), "The token is missing or wrong.")
            raise RequestRefused(401, "UNAUTHENTICATED", message, {"WWW-Authenticate": "Bearer"})
        raw = bytearray()
        async for piece in request.stream():
            raw += piece[: MAX_SIZE - len(raw)]  # the rest of a mail that is returned whole is of no interest
        try:
            kind = await bounces.receive(bytes(raw), settings.secret_keys, request.query_params.getlist("recipient"))
        except bounces.UnknownReturnPath:
            message = text(language_of(request), "This message came to none of our return paths.")
            raise RequestRefused(422, "BAD_USER_INPUT", message) from None
        return JSONResponse({"kind": kind.value})

    return [Route("/mail/bounces", take, methods=["POST"])]
