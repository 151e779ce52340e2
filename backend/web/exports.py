"""The list of orders as a file: what is filtered, for spreadsheets as CSV and for programs as JSON, as it is read.
The result of a batch too.
"""

import csv
import unicodedata
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from io import StringIO
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from backend import clock
from backend.language import text
from backend.limits.rates import require
from backend.models.order import OrderStatus
from backend.provisioning import batch_rows
from backend.provisioning.access import Actor, NotFound
from backend.provisioning.batch_rows import BatchRowRecord
from backend.provisioning.dossier import Dossier
from backend.provisioning.order_lists import OrderBucket, OrderCriteria, OrderPage, OrderSort, list_orders
from backend.provisioning.paging import MAX_PAGE_SIZE, Page
from backend.replica import read_anywhere
from backend.resolvers.api_errors import not_found, number, unauthenticated
from backend.resolvers.context import Context
from backend.schema.batch import BatchRow
from backend.schema.order import Order
from backend.web.refusals import open_page

EXPORTS = 10  # a minute and caller
_PRIVATE = {"Cache-Control": "private, no-store", "Vary": "Cookie"}
_COLUMNS = (
    "id", "orderNumber", "externalId", "companyName", "sellerName", "provisioningContactEmail", "subscriptionNumber",
    "status", "standing", "meetings", "calling", "messaging", "waitingForRole", "waitingForEmail", "waitingSince",
    "deadline", "undeliveredTo", "placedAt", "updatedAt", "test",
)  # fmt: skip
_BATCH_COLUMNS = ("orderId", "orderNumber", "companyName", "state", "code", "message", "at")
_FORMULA = frozenset("=+-@\t\r\n")  # what makes a spreadsheet calculate a cell
_AS_TEXT = "'"
_SEPARATOR = ";"  # where decimals have a comma, spreadsheets end a cell here, whatever is quoted


async def orders_csv(request: Request) -> Response:
    """GET /orders.csv?bucket=…&status=…&text=…: the caller's orders, in UTF-8 with a mark for spreadsheets."""
    return await _answer(request, "csv")


async def orders_json(request: Request) -> Response:
    """GET /orders.json with the same parameters: a list of objects with the same fields."""
    return await _answer(request, "json")


async def batch_csv(request: Request) -> Response:
    """GET /batches/{id}.csv: one's own batch and what came of each of its orders, as it is now."""
    context = await _open(request)
    batch = number("Batch", request.path_params["id"], context)
    try:
        await batch_rows.see(batch, context.actor)
    except NotFound:
        raise not_found(context.language) from None
    await require("export", context.caller, EXPORTS, timedelta(minutes=1), clock.now())
    first = await batch_rows.list_rows(batch, MAX_PAGE_SIZE, None)
    headers = _PRIVATE | {"Content-Disposition": 'attachment; filename="batch.csv"'}
    rows = _batch_rows(batch, first, context.language)
    return StreamingResponse(_csv(rows, _BATCH_COLUMNS), media_type="text/csv; charset=utf-8", headers=headers)


async def _batch_rows(batch: int, found: Page[BatchRowRecord], language: str) -> AsyncIterator[dict[str, Any]]:
    while True:
        for record in found.rows:
            row = BatchRow.of(record, language)
            at = row.at.isoformat() if row.at else None
            values = (row.order_id, row.order_number, row.company_name, row.state.value, row.code, row.message, at)
            yield dict(zip(_BATCH_COLUMNS, values, strict=True))
        if not found.more:
            return
        found = await batch_rows.list_rows(batch, MAX_PAGE_SIZE, found.cursors[-1])


async def _answer(request: Request, kind: str) -> Response:
    context = await _open(request)
    try:
        criteria = _criteria(request.query_params)
    except ValueError:
        message = text(context.language, "There is no such bucket or status of orders.")
        raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"}) from None
    await require("export", context.caller, EXPORTS, timedelta(minutes=1), clock.now())
    first = await _page(context.actor, criteria, None)  # so that a failure is an answer, not half a file
    headers = _PRIVATE | {"Content-Disposition": f'attachment; filename="orders.{kind}"'}
    write, media = (_csv, "text/csv; charset=utf-8") if kind == "csv" else (_json, "application/json")
    return StreamingResponse(write(_rows(context.actor, criteria, first)), media_type=media, headers=headers)


async def _open(request: Request) -> Context:
    context = await open_page(request)
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    return context


def _criteria(asked: QueryParams) -> OrderCriteria:
    """What the address asks for. Raises ValueError for what no list has."""
    bucket, statuses = asked.get("bucket"), asked.get("status")
    return OrderCriteria(
        bucket=OrderBucket(bucket) if bucket else None,
        status=[OrderStatus(status) for status in statuses.split(",")] if statuses else None,
        text=asked.get("text") or None,
    )


async def _page(actor: Actor, criteria: OrderCriteria, after: str | None) -> OrderPage:
    # By what never changes: what changes while the file is written stands in it once all the same.
    sort = OrderSort.PLACED_NEWEST
    return await read_anywhere(lambda: list_orders(actor, criteria, sort, first=MAX_PAGE_SIZE, after=after))


async def _rows(actor: Actor, criteria: OrderCriteria, found: OrderPage) -> AsyncIterator[dict[str, Any]]:
    while True:
        for order in found.page.rows:
            yield _row(order, actor)
        if not found.page.more or not found.page.cursors:
            return
        found = await _page(actor, criteria, found.page.cursors[-1])


def _row(order: Dossier, actor: Actor) -> dict[str, Any]:
    shown = Order.of(order, actor)
    turn, sold = shown.waiting_for, shown.subscription
    seen = [] if shown.visibility.status_only else shown.dossier.services
    states = {service.kind.lower(): service.state.value for service in seen}
    values = (
        shown.id, shown.order_number, shown.external_id, shown.company_name, shown.seller.name,
        shown.provisioning_contact_email, sold.subscription_number if sold else None, shown.status.value,
        shown.standing.value, states.get("meetings"), states.get("calling"), states.get("messaging"),
        turn.role.value if turn else None, turn.email if turn else None, turn.since.isoformat() if turn else None,
        shown.deadline.isoformat() if shown.deadline else None, shown.undelivered_to, shown.placed_at.isoformat(),
        shown.updated_at.isoformat(), shown.test,
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


async def _csv(rows: AsyncIterator[dict[str, Any]], columns: Sequence[str] = _COLUMNS) -> AsyncIterator[bytes]:
    yield b"\xef\xbb\xbf" + _line(columns)
    async for row in rows:
        yield _line([_cell(value) for value in row.values()])


def _line(cells: Any) -> bytes:
    written = StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue().encode()


def _cell(value: str | bool | None) -> str:
    """A text that no spreadsheet takes for a formula, nor a part of it."""
    if isinstance(value, bool):
        return str(value).lower()
    return _SEPARATOR.join(map(_as_text, (value or "").split(_SEPARATOR)))


def _as_text(text: str) -> str:
    """A text that is no formula, also in wide letters or behind blanks."""
    begins = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\u3000\ufeff")[:1])
    return _AS_TEXT + text if begins[:1] in _FORMULA and begins else text


async def _json(rows: AsyncIterator[dict[str, Any]]) -> AsyncIterator[bytes]:
    before = b"["
    async for row in rows:
        yield before + b"\n" + orjson.dumps(row)
        before = b","
    yield b"\n]\n" if before == b"," else b"[]\n"
