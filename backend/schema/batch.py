"""Batches: one act on many orders, what it would do, and how far it has got."""

from __future__ import annotations

from datetime import datetime

import strawberry

from backend import correlation
from backend.graphql_server.directives import lists, weighs
from backend.language import text
from backend.models.batch import BatchAct, BatchRowState
from backend.provisioning import batch_rows
from backend.provisioning.batch_rows import BatchRecord, BatchRowRecord
from backend.provisioning.paging import Page
from backend.refusals import ErrorCode
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.paging import PageInfo, asked_page
from backend.schema.service import Node


@weighs("0.2")
@type_
class BatchPreviewRow:
    """What a batch would do with one order now.

    order_id: Global id of the order.
    order_number: The seller's number of the order.
    company_name: Name of the end customer as sold.
    code: Why it would be refused, as a stable word for programs; null: it would be done.
    message: The same in words, in the language of the answer; null: it would be done.
    """

    order_id: strawberry.ID
    order_number: str
    company_name: str
    code: ErrorCode | None
    message: str | None


@lists(rows=1000)
@type_
class BatchPreviewPayload:
    """What a batch would do with each of its orders, if it were started now. Nothing is written.

    rows: The orders, in the order in which they were chosen, or the newest first. Those that the caller does not see
        are left out.
    """

    rows: list[BatchPreviewRow]
    user_errors: list[UserError]


@weighs("0.02")
@type_
class BatchRow:
    """One order of a batch, and what came of it.

    order_id: Global id of the order.
    order_number: The seller's number of the order, as it was when the batch was started.
    company_name: Name of the end customer as sold, as it was then.
    state: What came of it.
    code: Why it was refused, as a stable word for programs; null unless `state` is REFUSED.
    message: The same in words, in the language of the answer; null unless `state` is REFUSED.
    at: When it was done or refused; null: neither.
    """

    order_id: strawberry.ID
    order_number: str
    company_name: str
    state: BatchRowState
    code: ErrorCode | None
    message: str | None
    at: datetime | None

    @classmethod
    def of(cls, row: BatchRowRecord, language: str) -> BatchRow:
        """From a row as it is kept."""
        refusal = row.refusal
        return cls(
            order_id=global_id("Order", row.order_id),
            order_number=row.order_number,
            company_name=row.company_name,
            state=row.state,
            code=refusal.code if refusal else None,
            message=text(language, refusal.message, **refusal.values) if refusal else None,
            at=row.at,
        )


@weighs("0")
@type_
class BatchRowEdge:
    """An order of a batch and where it stands.

    node: The order and what came of it.
    """

    node: BatchRow
    cursor: str


@type_
class BatchRowConnection:
    """A page of the orders of a batch, in their order. They are carried out in this order too.

    edges: The orders of this page, each with its cursor.
    """

    edges: list[BatchRowEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[BatchRowRecord], language: str) -> BatchRowConnection:
        """From a page of rows."""
        edges = [
            BatchRowEdge(node=BatchRow.of(row, language), cursor=cursor)
            for row, cursor in zip(page.rows, page.cursors, strict=True)
        ]
        return cls(edges=edges, page_info=PageInfo.of_page(page))


@type_
class Batch(Node):
    """One act on many orders, which goes on whether or not anybody looks. Only who asked for it sees it, for 30 days.

    act: What is done with each order.
    email: Address that the act names: the new contact. Null: it names none.
    reason: Why, as who asked for it said; null: they said nothing.
    until: When what it puts aside is listed again; null: when something changes on it, or it puts nothing aside.
    created_at: When it was started.
    finished_at: When the last order was carried out, or it was stopped; null: it is still running.
    stopped: Whether it was stopped before its last order.
    total: How many orders it has, 1000 at most.
    done: With how many orders it was done.
    refused: With how many orders it was refused. Each is a matter of its own.
    waiting: How many orders have not had their turn yet; 0 once it is finished.
    correlation_id: Id of the request that started it; the log has a line with it for each order that is refused. Null:
        it was started before this was kept.
    result_url: Where the result can be downloaded as a table (CSV), also while it is running.
    """

    act: BatchAct
    email: str | None
    reason: str | None
    until: datetime | None
    created_at: datetime
    finished_at: datetime | None
    stopped: bool
    total: int
    done: int
    refused: int
    waiting: int
    correlation_id: str | None
    result_url: str
    record: strawberry.Private[BatchRecord]

    @strawberry.field
    async def rows(self, info: Info, first: int | None = None, after: str | None = None) -> BatchRowConnection:
        """Its orders, in the order in which they are carried out."""
        with asked_page():
            page = await batch_rows.list_rows(self.record.id, first, after)
        return BatchRowConnection.of(page, info.context.language)

    @classmethod
    def of(cls, batch: BatchRecord) -> Batch:
        """From the batch as it is now."""
        number = global_id("Batch", batch.id)
        return cls(
            id=number,
            act=batch.act,
            email=batch.target,
            reason=batch.reason,
            until=batch.until,
            created_at=batch.created_at,
            finished_at=batch.finished_at,
            stopped=batch.stopped_at is not None,
            total=batch.total,
            done=batch.done,
            refused=batch.refused,
            waiting=batch.waiting,
            correlation_id=correlation.id_of(batch.traceparent),
            result_url=f"/batches/{number}.csv",
            record=batch,
        )


@type_
class BatchPayload:
    """What starting or stopping a batch came to.

    batch: The batch as it is now; null: it was not started.
    """

    batch: Batch | None
    user_errors: list[UserError]
