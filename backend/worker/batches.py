"""Carries batches on: some rows at a time, so that one long batch keeps no other waiting."""

from backend import correlation, events, tracing
from backend.provisioning import batches
from backend.worker.leases import claim, leased, should_continue

TABLE = "batch"
ROWS = 10  # at a time
WITHIN = 90.0  # seconds in which they are carried out


async def carry_on_one() -> bool:
    """Carry out the next rows of a batch that is due; False: there is none."""
    row = await claim(TABLE)
    if row is None:
        return False
    correlation.begin(row["traceparent"])
    changed: list[int] = []
    with tracing.span("batch", "CONSUMER", {"hub.batch.act": row["act"]}):
        async with leased(TABLE, row, WITHIN):
            if not await should_continue(TABLE, row):
                await batches.give_up_next(row["id"])
            changed = await batches.carry_on(row["id"], ROWS)
    for order_id in changed:
        await events.publish(order_id)
    return True
