"""What is due at a time: orders start, remind and close, requests expire, and old rows are deleted."""

import logging
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

from backend import clock, correlation, database, events, tracing
from backend.limits import rates
from backend.provisioning import (
    batches,
    due,
    idempotency,
    listed_orders,
    order_words,
    reminder_digests,
    retention,
    sign_in,
    test_orders,
    webhooks,
)
from backend.provisioning.finder import activity
from backend.timeouts import HOUSEKEEPING_TIMEOUT, statement_timeout

logger = logging.getLogger("backend.worker")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BATCH = 200  # orders, after which the worker tells that it is alive

_DUE = f"SELECT id, {{by}} AS due_at FROM orders WHERE {{condition}} {{after}} ORDER BY {{by}}, id LIMIT {BATCH}"


async def due_batches() -> AsyncIterator[int]:
    """Run what is due by now, until nothing is: orders start, remind and close, requests expire, digests go out.

    Yields how many orders or people came into question after each batch of them.
    """
    now = clock.now()
    for one in due.transitions(now):
        after, seen = "", list[Any]()
        while found := await database.rows(
            _DUE.format(by=one.by, condition=one.condition, after=after), [one.at, *seen]
        ):
            for row in found:
                await _run(row["id"], one)
            after, seen = f"AND ({one.by}, id) > ($2, $3)", [found[-1]["due_at"], found[-1]["id"]]
            yield len(found)
    now, last = clock.now(), 0
    while people := await reminder_digests.people_due(now, last):
        for person_id in people:
            await _queue_digest(person_id, now)
        last = people[-1]
        yield len(people)


async def run_due_transitions() -> None:
    """Run what is due by now, until nothing is."""
    async for _ in due_batches():
        pass


async def housekeeping() -> None:
    """Fold what users did; each hour let figures age and old rows go, each day compare what is derived with what
    it comes from.

    It may take long where there is much, so nothing that is due waits for it. What a killed worker left, the next
    hour takes up.
    """
    with statement_timeout(HOUSEKEEPING_TIMEOUT):
        await _housekeeping()


async def _housekeeping() -> None:
    now, folded = clock.now(), True
    while folded:
        async with database.transaction():
            folded = bool(await activity.fold(now))
    await database.truncate_journal()
    if await _is_first_in(HOUR, "housekeeping", now):
        await activity.sweep(now)
        await sign_in.delete_expired(now)
        await idempotency.delete_expired(now)
        await batches.delete_expired(now)
        await rates.delete_expired(now - timedelta(days=2))
        await webhooks.delete_expired(now)
    if await _is_first_in(DAY, "reconciliation", now) and (drifted := await activity.reconcile(now)):
        logger.warning("The figures of %d organizations had drifted and were mended", drifted)
    if await _is_first_in(DAY, "order-words", now) and (mended := await order_words.repair()):
        logger.warning("The words by which %d orders are found had drifted and were mended", mended)
    if await _is_first_in(DAY, "listed-orders", now) and (mended := await listed_orders.repair()):
        logger.warning("How %d orders are listed had drifted and was mended", mended)
    if await _is_first_in(HOUR, "test-orders", now):
        await test_orders.remove_old(now)
    if await _is_first_in(HOUR, "retention", now):
        await retention.delete_old(now)


async def _run(order_id: int, one: due.Due) -> None:
    """Let what is due happen to an order, in a transaction of its own."""
    correlation.begin()
    try:
        with tracing.span("due", "CONSUMER"):
            async with database.transaction():
                if not await due.run(order_id, one, clock.now()):
                    return
    except Exception:
        logger.exception("An order could not go on")
        return
    await events.publish(order_id)


async def _queue_digest(person_id: int, now: datetime) -> None:
    """Write somebody's digest of reminders, in a transaction of its own."""
    correlation.begin()
    try:
        with tracing.span("digest", "CONSUMER"):
            async with database.transaction():
                await reminder_digests.queue(person_id, now)
    except Exception:
        logger.exception("A digest could not be written")


async def _is_first_in(period: timedelta, name: str, now: datetime) -> bool:
    """Whether this worker does what is to be done once in each period: one of all does."""
    seconds = int(period.total_seconds())
    found = await database.rows(
        "INSERT INTO rate_counter (name, key, window_start, hits) VALUES ($1, 'worker', $2, 1)"
        " ON CONFLICT (name, key, window_start) DO NOTHING RETURNING id",
        [name, int(now.timestamp()) // seconds * seconds],
    )
    return bool(found)
