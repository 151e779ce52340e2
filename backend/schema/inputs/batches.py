"""Inputs of batches."""

from datetime import date

import strawberry

from backend.models.batch import BatchAct
from backend.schema.describe import input_
from backend.schema.inputs.orders import OrderFilter


@input_
class BatchInput:
    """One act on many orders: those that are named, or all that match; exactly one of the two.

    act: What to do with each order.
    order_ids: Global ids of the orders, at most 1000; orders that the caller does not see are left out.
    filter: Which orders; refused if they are more than 1000.
    email: Address of the new contact; required for DELEGATE, without effect otherwise.
    reason: Why, at most 1,000 characters; the timeline of each order shows it. Whoever may do this only as support or
        salesperson must say it, others may. Without effect for PUT_ASIDE and TAKE_UP.
    until: Day, in UTC, from which on what is put aside is listed again, later than today; null or left out: until
        something changes on it. Without effect for other acts.
    """

    act: BatchAct
    order_ids: list[strawberry.ID] | None = None
    filter: OrderFilter | None = None
    email: str | None = None
    reason: str | None = None
    until: date | None = None


@input_
class BatchIdInput:
    """A batch that the caller started.

    batch_id: Global id of the batch.
    """

    batch_id: strawberry.ID
