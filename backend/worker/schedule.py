"""What is due at a time: orders start, remind and close, requests expire, and old rows are deleted."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from backend import clock, correlation, database, events
from backend.limits import rates
from backend.models.order import OrderStatus
from backend.provisioning import dossier, handover, idempotency, intake, listed_orders, order_words, reminders, sign_in
from backend.provisioning.act import Act, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder import activity
from backend.provisioning.journey import BEFORE_MAPPED, stopped
from backend.timeouts import HOUSEKEEPING_TIMEOUT, statement_timeout

logger = logging.getLogger("backend.worker")

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
BATCH = 200


async def run_due_transitions() -> None:
    """Run what is due by now: orders start, remind and close, requests expire."""
    now = clock.now()
    await _each("status = 'SCHEDULED' AND requested_start_date <= $2", [now.date()], _start)
    waiting = "status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')"
    await _each(f"{waiting} AND deadline <= $2", [now], _close)
    await _each(f"{waiting} AND remind_at <= $2", [now], _remind)
    await _each("status IN ('MAPPED', 'SETTING_UP') AND hand_over_remind_at <= $2", [now], _remind_hand_over)
    expired = "SELECT order_id FROM administrator_request WHERE state = 'PENDING' AND expires_at <= $2"
    await _each(f"id IN ({expired})", [now], _expire_request)


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
        await rates.delete_expired(now - timedelta(days=2))
    if await _is_first_in(DAY, "reconciliation", now) and (drifted := await activity.reconcile(now)):
        logger.warning("The figures of %d organizations had drifted and were mended", drifted)
    if await _is_first_in(DAY, "order-words", now) and (mended := await order_words.repair()):
        logger.warning("The words by which %d orders are found had drifted and were mended", mended)
    if await _is_first_in(DAY, "listed-orders", now) and (mended := await listed_orders.repair()):
        logger.warning("How %d orders are listed had drifted and was mended", mended)


async def _start(order: Dossier, now: datetime) -> None:
    if order.status is OrderStatus.SCHEDULED:
        await _by_system(order, now, intake.start)


async def _close(order: Dossier, now: datetime) -> None:
    if order.status in BEFORE_MAPPED and order.deadline and order.deadline <= now:
        await _by_system(order, now, intake.close_overdue)


async def _remind(order: Dossier, now: datetime) -> None:
    if order.status in BEFORE_MAPPED and order.remind_at and order.remind_at <= now:
        await _by_system(order, now, reminders.remind)


async def _remind_hand_over(order: Dossier, now: datetime) -> None:
    if order.hand_over_remind_at and order.hand_over_remind_at <= now and not stopped(order):
        await _by_system(order, now, handover.remind)


async def _expire_request(order: Dossier, now: datetime) -> None:
    await _by_system(order, now, handover.expire_request)


async def _by_system(order: Dossier, now: datetime, change: Callable[[Act], Awaitable[None]]) -> None:
    async with by_system(order, now) as act:
        await change(act)


async def _each(condition: str, values: list[Any], change: Callable[[Dossier, datetime], Awaitable[None]]) -> None:
    """Let `change` happen to each order that fits, each in a transaction of its own, looked at again under its lock."""
    sql = f"SELECT id FROM orders WHERE {condition} ORDER BY id LIMIT {BATCH}".replace("$2", "$1")
    for row in await database.rows(sql, values):
        correlation.begin()
        try:
            async with database.transaction():
                await change(await dossier.read_locked(row["id"]), clock.now())
        except Exception:
            logger.exception("An order could not go on")
            continue
        await events.publish(row["id"])


async def _is_first_in(period: timedelta, name: str, now: datetime) -> bool:
    """Whether this worker does what is to be done once in each period: one of all does."""
    seconds = int(period.total_seconds())
    found = await database.rows(
        "INSERT INTO rate_counter (name, key, window_start, hits) VALUES ($1, 'worker', $2, 1)"
        " ON CONFLICT (name, key, window_start) DO NOTHING RETURNING id",
        [name, int(now.timestamp()) // seconds * seconds],
    )
    return bool(found)
