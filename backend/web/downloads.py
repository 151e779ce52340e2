"""Downloads of an order: its summary as PDF, its timeline as lines of JSON."""

from collections.abc import AsyncIterator
from datetime import timedelta

import orjson
from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from backend import clock, correlation
from backend.accept import read_weights
from backend.language import LANGUAGES, text
from backend.limits.rates import hit
from backend.pdf.produce import SummaryDelayed, etag, summary_pdf
from backend.provisioning import access, order_events
from backend.provisioning.access import NotFound, Unauthenticated, Visibility
from backend.provisioning.dossier import Dossier
from backend.resolvers.context import Context
from backend.schema.ids import BadId, number_of
from backend.summaries import file_name, summary_of
from backend.web.session import open_context

PDFS = 10  # a minute and caller
_DELAY = 60  # seconds until it is worth to ask again
_PRIVATE = {"Cache-Control": "private, no-store"}


class Refusal(Exception):
    """A download that is refused, with its HTTP status."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


async def summary(request: Request) -> Response:
    """GET /orders/{id}/summary.pdf, in the language of `?language=` or of Accept-Language."""
    try:
        context, order = await _open(request)
    except Refusal as refused:
        return JSONResponse({"code": refused.code}, refused.status, _PRIVATE)
    wanted = request.query_params.get("language", "")
    language = wanted if wanted in LANGUAGES else context.language
    if reached := await hit("pdf", context.caller, PDFS, timedelta(minutes=1), clock.now()):
        message = text(language, "You have asked for many order summaries. Try again in a minute.")
        return _later(request, 429, "RATE_LIMITED", message, reached.retry_after)
    told = summary_of(order, mask=Visibility(order, context.actor).masked)
    headers = {
        "ETag": etag(told, language),
        "Cache-Control": "private, no-store",
        "Content-Language": language,
        "Vary": "Cookie, Accept-Language",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{file_name(order.order_number)}"'
    try:
        made = await summary_pdf(told, language, context.caller)
    except SummaryDelayed:
        message = text(language, "Order summaries take longer than usual at the moment. Try again in a minute.")
        return _later(request, 503, "UNAVAILABLE", message, _DELAY)
    return Response(made, media_type="application/pdf", headers=headers)


def _later(request: Request, status: int, code: str, message: str, seconds: int) -> Response:
    """Come again: as a sentence for people, whose browser shows it, as JSON for programs."""
    headers = _PRIVATE | {"Retry-After": str(seconds), "Vary": "Cookie, Accept, Accept-Language"}
    if "text/html" in read_weights(request.headers.get("accept", "")):
        return PlainTextResponse(message, status, headers)
    return JSONResponse({"code": code, "message": message}, status, headers)


async def timeline(request: Request) -> Response:
    """GET /orders/{id}/timeline.jsonl: what the viewer may see of it, newest first, one event a line."""
    try:
        context, order = await _open(request, status_only=True)
    except Refusal as refused:
        return JSONResponse({"code": refused.code}, refused.status, _PRIVATE)
    headers = _PRIVATE | {"Content-Disposition": 'attachment; filename="timeline.jsonl"'}
    return StreamingResponse(_lines(context, order), media_type="application/jsonl", headers=headers)


async def _lines(context: Context, order: Dossier) -> AsyncIterator[bytes]:
    after: str | None = None
    while True:
        page = await order_events.page(order, context.actor, context.language, 100, after)
        for event in page.rows:
            line = {
                "at": event.at.isoformat(),
                "actor": event.actor,
                "kind": event.kind,
                "summary": event.summary,
                "reason": event.reason,
                "changes": [{"field": c.field, "before": c.before, "after": c.after} for c in event.changes],
                "correlationId": event.correlation_id,
            }
            yield orjson.dumps(line) + b"\n"
        if not page.more:
            return
        after = page.cursors[-1]


async def _open(request: Request, *, status_only: bool = False) -> tuple[Context, Dossier]:
    try:
        context = await open_context(request, correlation.current() or correlation.begin())
        order = await access.see(number_of("Order", request.path_params["id"]), context.actor)
    except (Unauthenticated, GraphQLError):
        raise Refusal(401, "UNAUTHENTICATED") from None
    except (NotFound, BadId):
        raise Refusal(404, "NOT_FOUND") from None
    if not status_only and not Visibility(order, context.actor).whole:
        raise Refusal(404, "NOT_FOUND")
    return context, order
