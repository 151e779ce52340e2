"""Batches and their rows as the person who asked for them reads them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Row
from backend.models.batch import BatchAct, BatchRowState
from backend.provisioning.access import Actor, NotFound
from backend.provisioning.paging import Page, RowNumber, read_cursor, size, write_cursor
from backend.refusals import ErrorCode

MAX_REMEMBERED = 10  # batches that a person is told of
COUNTED = """
SELECT b.*, (SELECT count(*) FROM batch_row r WHERE r.batch_id = b.id) AS total,
  (SELECT count(*) FROM batch_row r WHERE r.batch_id = b.id AND r.state = 'DONE') AS done,
  (SELECT count(*) FROM batch_row r WHERE r.batch_id = b.id AND r.state = 'REFUSED') AS refused,
  (SELECT count(*) FROM batch_row r WHERE r.batch_id = b.id AND r.state = 'WAITING') AS waiting
FROM batch b
"""
_OF_PERSON = "b.email_key = $1 AND ($2 = 0 OR b.only_order_id = $2)"
_ROWS = "SELECT * FROM batch_row WHERE batch_id = $1 AND position > $2 ORDER BY position LIMIT {limit}"


class BatchRecord(Row, frozen=True, kw_only=True):
    """A batch and how far it has got."""

    id: int
    email: str
    email_key: str
    only_order_id: int | None
    act: BatchAct
    target: str | None
    reason: str | None
    until: datetime | None
    created_at: datetime
    finished_at: datetime | None
    stopped_at: datetime | None
    traceparent: str | None
    total: int
    done: int
    refused: int
    waiting: int


class Refusal(Row, frozen=True, kw_only=True):
    """Why a row was refused: an English sentence with its places, as rules say it."""

    code: ErrorCode
    message: str
    values: dict[str, Any]


class BatchRowRecord(Row, frozen=True, kw_only=True):
    """One order of a batch and what came of it."""

    id: int
    position: int
    order_id: int
    order_number: str
    company_name: str
    state: BatchRowState
    refusal: Refusal | None
    at: datetime | None


async def see(batch_id: int, actor: Actor) -> BatchRecord:
    """One's own batch. Raises NotFound."""
    found = await see_each([batch_id], actor)
    if batch_id not in found:
        raise NotFound
    return found[batch_id]


async def see_each(batch_ids: Sequence[int], actor: Actor) -> dict[int, BatchRecord]:
    """Those of these batches that are the actor's own, by their numbers."""
    if not actor.email_key or not batch_ids:
        return {}
    among = ", ".join(f"${place}" for place in range(3, len(batch_ids) + 3))
    sql = f"{COUNTED} WHERE {_OF_PERSON} AND b.id IN ({among})"
    found = await database.records(BatchRecord, sql, [actor.email_key, actor.order_id or 0, *batch_ids])
    return {batch.id: batch for batch in found}


async def list_batches(actor: Actor) -> list[BatchRecord]:
    """One's own batches, the newest first, 10 at most."""
    if not actor.email_key:
        return []
    sql = f"{COUNTED} WHERE {_OF_PERSON} ORDER BY b.id DESC LIMIT {MAX_REMEMBERED}"
    return await database.records(BatchRecord, sql, [actor.email_key, actor.order_id or 0])


async def list_rows(batch_id: int, first: int | None, after: str | None) -> Page[BatchRowRecord]:
    """A page of a batch's rows, in their order. Raises InvalidPage."""
    limit = size(first)
    position = read_cursor(after, tuple[RowNumber])[0] if after is not None else 0
    found = await database.records(BatchRowRecord, _ROWS.format(limit=limit + 1), [batch_id, position])
    shown = found[:limit]
    return Page(shown, [write_cursor(row.position) for row in shown], len(found) > limit, after is not None)
