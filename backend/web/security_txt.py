"""/.well-known/security.txt (RFC 9116): whom to tell of a weakness."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from backend import clock
from backend.settings import Settings

PATH = "/.well-known/security.txt"
VALID_FOR = timedelta(days=180)  # the standard asks for less than a year


def routes(settings: Settings) -> list[Route]:
    """The file if SECURITY_CONTACT is set; else it is not found, and no page stands in its place."""

    async def file(_request: Request) -> Response:
        if not settings.security_contact:
            return PlainTextResponse("Not found\n", 404)
        midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        lines = (
            f"Contact: {settings.security_contact}",
            f"Expires: {(midnight + VALID_FOR).strftime('%Y-%m-%dT%H:%M:%SZ')}",
            "Preferred-Languages: en, de",
            f"Canonical: {settings.public_url}{PATH}",
        )
        return PlainTextResponse("\n".join(lines) + "\n", headers={"Cache-Control": "public, max-age=3600"})

    return [Route(PATH, file)]
