"""POST /page-errors: a page whose script broke is a masked line of the log with the id that the page shows."""

import logging

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from backend.graphql_server.http_requests import check_content_type, check_origin
from backend.limits.networks import subscriber_network
from backend.settings import Settings
from backend.web.csp_reports import MAX_LINES, body_of
from backend.web.logs import masked
from backend.web.strangers import LineLimit

logger = logging.getLogger(__name__)

MAX_TEXT_LENGTH = 1_000  # characters of what a report says
MAX_PATH_LENGTH = 200  # characters


class _Report(msgspec.Struct):
    """Where it broke, and the error with its stack."""

    page: str
    said: str


def routes(settings: Settings) -> list[Route]:
    """The endpoint. Whatever our own pages send is answered alike: its reader has seen the error already."""
    lines = LineLimit(settings.rate_limit_factor, MAX_LINES)

    async def take(request: Request) -> Response:
        headers = dict(request.scope["headers"])
        check_origin(headers, settings.public_url)
        check_content_type(headers)
        body = await body_of(request)
        try:
            report = msgspec.json.decode(body, type=_Report)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return Response(status_code=204)
        if lines.allow(subscriber_network(request.client.host if request.client else "unknown")):
            # Masked before they are cut: of half an address nobody knows that it is one.
            page, said = masked(report.page)[:MAX_PATH_LENGTH], masked(report.said)[:MAX_TEXT_LENGTH]
            logger.warning("A page broke at %s with %s", page, said)
        return Response(status_code=204)

    return [Route("/page-errors", take, methods=["POST"])]
