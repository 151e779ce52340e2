"""Downloads of an order: its summary as PDF and as data, its timeline as lines of JSON."""

from collections.abc import AsyncIterator
from datetime import timedelta

import orjson
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from backend import clock
from backend.graphql_server.problems import RequestRefused
from backend.language import text
from backend.limits.rates import require
from backend.pdf.produce import SummaryDelayed, etag, summary_pdf
from backend.pdf.summary import Summary
from backend.pdf.summary_data import checksum, file_name, summary_json
from backend.provisioning import order_events
from backend.provisioning.access import Visibility
from backend.provisioning.dossier import Dossier
from backend.resolvers.api_errors import not_found, number
from backend.resolvers.context import Context
from backend.resolvers.orders import see
from backend.summaries import summary_of
from backend.web.refusals import open_page, respond

PDFS = 10  # a minute and caller
_DELAY = "60"  # seconds until it is worth to ask again
_PRIVATE = {"Cache-Control": "private, no-store"}


async def summary(request: Request) -> Response:
    """GET /orders/{id}/summary.pdf, in the language of `?language=`, else the chosen one, else of Accept-Language."""
    context, order, told = await _open_summary(request)
    language = context.language
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
        return respond(request, RequestRefused(503, "UNAVAILABLE", message, {"Retry-After": _DELAY}))
    return Response(made, media_type="application/pdf", headers=headers)


async def summary_data(request: Request) -> Response:
    """GET /orders/{id}/summary.json: the same as data, whose SHA-256 is the checksum that the PDF has, and the ETag."""
    _, order, told = await _open_summary(request)
    headers = _PRIVATE | {"ETag": f'"{checksum(told)}"', "Vary": "Cookie"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{file_name(order.order_number, "json")}"'
    return Response(summary_json(told), media_type="application/json", headers=headers)


async def timeline(request: Request) -> Response:
    """GET /orders/{id}/timeline.jsonl: what the viewer may see of it, newest first, one event a line."""
    context, order = await _open(request, status_only=True)
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


async def _open_summary(request: Request) -> tuple[Context, Dossier, Summary]:
    context, order = await _open(request)
    await require("pdf", context.caller, PDFS, timedelta(minutes=1), clock.now())
    return context, order, summary_of(order, mask=Visibility(order, context.actor).masked)


async def _open(request: Request, *, status_only: bool = False) -> tuple[Context, Dossier]:
    context = await open_page(request)
    order = await see(context, number("Order", request.path_params["id"], context))
    if not status_only and not Visibility(order, context.actor).whole:
        raise not_found(context.language)
    return context, order
