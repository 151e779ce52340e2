"""POST /csp-reports: what browsers refused because of our policy is a masked line in the log; nothing is kept."""

import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from backend.limits.networks import subscriber_network
from backend.settings import Settings
from backend.web.security import CSP_REPORTS, is_our_host
from backend.web.strangers import LineLimit

logger = logging.getLogger(__name__)

MAX_BODY = 16 * 1024  # bytes of a body
MAX_REPORTS = 5  # of one body
MAX_LINES = 10  # a minute and network
MAX_TEXT_LENGTH = 100  # characters of what a report says

# What browsers' extensions and the browser itself put into a page is none of ours.
_NOISE = ("extension", "about", "chrome", "resource", "webkit-masked-url")  # within the schemes of addresses
# The same in both formats: an old browser's `violated-directive` is a modern one's `effectiveDirective`.
_DIRECTIVE = ("effectiveDirective", "effective-directive", "violated-directive")
_BLOCKED = ("blockedURL", "blocked-uri")
_PAGE = ("documentURL", "document-uri")
_SOURCE = ("sourceFile", "source-file")
_LINE = ("lineNumber", "line-number")


def routes(settings: Settings) -> list[Route]:
    """The endpoint, which always answers alike: a browser has nobody to show an error to."""
    lines = LineLimit(settings.rate_limit_factor, MAX_LINES)

    async def take(request: Request) -> Response:
        network = subscriber_network(request.client.host if request.client else "unknown")
        for line in _log_lines(await body_of(request), settings.public_url):
            if not lines.allow(network):
                break
            logger.warning("Content-Security-Policy: %s", line)
        return Response(status_code=204)

    return [Route(CSP_REPORTS, take, methods=["POST"])]


async def body_of(request: Request) -> bytes:
    """The body, or nothing of one that is too large or was cut off."""
    body = bytearray()
    try:
        async for piece in request.stream():
            body += piece
            if len(body) > MAX_BODY:
                return b""
    except ClientDisconnect:
        return b""
    return bytes(body)


def _log_lines(body: bytes, public_url: str) -> Iterator[str]:
    """A line for each report that is about a page of ours and not about something that a browser's owner added."""
    try:
        found = orjson.loads(body)
    except ValueError:
        return
    for report in (found if isinstance(found, list) else [found])[:MAX_REPORTS]:
        if not isinstance(report, dict):
            continue
        said = report.get("csp-report") or (report.get("body") if report.get("type") == "csp-violation" else None)
        if isinstance(said, dict) and (line := _line(said, public_url)):
            yield line


def _line(said: dict[str, Any], public_url: str) -> str | None:
    directive, blocked, source = (_first(said, names) for names in (_DIRECTIVE, _BLOCKED, _SOURCE))
    if not directive or _is_noise(blocked) or _is_noise(source):
        return None
    page = _parts(_first(said, _PAGE))
    if page is None or not is_our_host(page[1], public_url):
        return None
    where = f" ({_without_query(source)}:{_first(said, _LINE)})" if source else ""
    on = page[2][:MAX_TEXT_LENGTH]
    return f"{directive[:MAX_TEXT_LENGTH]} refused {_without_query(blocked) or 'something'} on {on}{where}"


def _first(said: dict[str, Any], names: tuple[str, ...]) -> str:
    value = next((said[name] for name in names if said.get(name)), "")
    return str(value)[:2_000] if isinstance(value, (str, int)) else ""


def _parts(url: str) -> tuple[str, str, str] | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.scheme, parts.netloc, parts.path


def _is_noise(url: str) -> bool:
    scheme = url.partition(":")[0].lower()
    return any(word in scheme for word in _NOISE)


def _without_query(url: str) -> str:
    """An address as the log may hold it: what follows the path may be somebody's. Words such as `inline` stay."""
    return url.partition("?")[0].partition("#")[0][:MAX_TEXT_LENGTH]
