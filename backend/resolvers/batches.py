"""The mutations of batches: one act on many orders."""

import strawberry

from backend import clock, database, events
from backend.language import text
from backend.limits.rates import require
from backend.provisioning import batch_rows, batches, idempotency
from backend.provisioning.access import NotFound
from backend.provisioning.batches import Wanted
from backend.provisioning.dossier import Dossier
from backend.provisioning.idempotency import Key
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.finder import HOUR
from backend.resolvers.orders import criteria_of
from backend.schema.batch import Batch, BatchPayload, BatchPreviewPayload, BatchPreviewRow
from backend.schema.errors import errors_of
from backend.schema.ids import global_id, number_or_none
from backend.schema.inputs.batches import BatchIdInput, BatchInput

PREVIEWS = 120  # an hour and person


@strawberry.type
class BatchMutations:
    """One act on many orders, for people who are signed in."""

    @strawberry.mutation
    async def preview_batch(self, info: Info, input: BatchInput) -> BatchPreviewPayload:
        """What a batch would do with each order now, or why not. For people who are signed in. It is a mutation, but
        nothing is written.

        When a row's turn comes it is asked again, with the rights and the order as they are then.

        input: The act and the orders.
        """
        context = info.context
        _check(context)
        await require("batch-previews", context.actor.key, PREVIEWS, HOUR, clock.now())
        try:
            wanted, orders = await _read(context, input)
        except Refused as refused:
            return BatchPreviewPayload(rows=[], user_errors=errors_of(refused, context.language))
        rows = [_previewed(context, wanted, order) for order in orders]
        return BatchPreviewPayload(rows=rows, user_errors=[])

    @strawberry.mutation
    async def start_batch(self, info: Info, input: BatchInput) -> BatchPayload:
        """Do one act with many orders, row by row, each with the rights and by the rule of its own mutation. For people
        who are signed in.

        It goes on in the background; what is refused for one order changes nothing for the others. At most five batches
        of one person run at once. With the header Idempotency-Key it is started once.

        input: The act and the orders.
        """
        context = info.context
        _check(context)
        key = idempotency.key_for(context.idempotency_key, "startBatch", input) if context.idempotency_key else None
        try:
            async with database.transaction():
                number_ = await _start(context, input, key)
        except Refused as refused:
            return BatchPayload(batch=None, user_errors=errors_of(refused, context.language))
        events.notify_local(events.ANY)
        return BatchPayload(batch=Batch.of(await batch_rows.see(number_, context.actor)), user_errors=[])

    @strawberry.mutation
    async def stop_batch(self, info: Info, input: BatchIdInput) -> BatchPayload:
        """Begin no further order of a batch. For who started it. What was done stays done.

        input: The batch to be stopped.
        """
        context = info.context
        _check(context)
        batch_id = number("Batch", input.batch_id, context)
        try:
            async with database.transaction():
                await batches.stop(batch_id, context.actor, clock.now())
            found = await batch_rows.see(batch_id, context.actor)
        except NotFound:
            raise not_found(context.language) from None
        return BatchPayload(batch=Batch.of(found), user_errors=[])


def _check(context: Context) -> None:
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    if not context.actor.email_key:
        raise forbidden(context)


async def _start(context: Context, input: BatchInput, key: Key | None) -> int:
    """The number of the new batch, or of the one that came with this key before, whatever matches by now."""
    caller, at = context.actor.key, clock.now()
    if key is not None and (answered := await idempotency.find_in_turn(caller, key, at)):
        return int(answered)
    wanted, orders = await _read(context, input)
    started = await batches.start(context.actor, wanted, orders, at)
    if key is not None:
        await idempotency.keep(caller, key, str(started), at)
    return started


async def _read(context: Context, input: BatchInput) -> tuple[Wanted, list[Dossier]]:
    wanted = batches.read_wanted(
        input.act, input.email, input.reason or context.change_reason, input.until, clock.now()
    )
    ids = None
    if input.order_ids is not None:
        ids = [number_or_none("Order", one) or 0 for one in input.order_ids[: batches.MAX_ORDERS + 1]]
    return wanted, await batches.orders_of(context.actor, ids, criteria_of(input.filter) if input.filter else None)


def _previewed(context: Context, wanted: Wanted, order: Dossier) -> BatchPreviewRow:
    refused = batches.foresee(order, wanted, context.actor)
    return BatchPreviewRow(
        order_id=global_id("Order", order.id),
        order_number=order.order_number,
        company_name=order.company_name,
        code=refused.code if refused else None,
        message=text(context.language, refused.message, **refused.values) if refused else None,
    )
