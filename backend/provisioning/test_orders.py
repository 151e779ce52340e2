"""Test orders: walked like others, and nothing of them is real. Time passes for them when it is told to.

What asks whether an order is a test stands where it matters: its mails are kept (`outbox.py`), it finds nobody
(`organization_match.py`), its organizations stay provisional (`organizations.py`), it holds no site name
(`meetings.py`, `services.py`), it is provisioned on the sandbox (the worker), no overview counts it (`order_lists.py`).
"""

from datetime import datetime, time, timedelta
from typing import Any

import msgspec

from backend import database
from backend.models.order import EventKind, OrderStatus
from backend.provisioning import dossier, due, listed_orders, order_removal
from backend.provisioning.act import Act
from backend.provisioning.dossier import Dossier
from backend.refusals import ErrorCode, Refused

LIFETIME = timedelta(days=30)  # after it was placed
LONGEST = timedelta(days=366)  # that passes in one go
_BATCH = 100  # orders that are removed at once
_MOST_STEPS = 100  # things that are due within the longest time; far more than there are
_OF_ORDER = "order_id = $1"
# What is told to come nearer: table, condition, columns. What has happened stays when it did, but for what counts days.
_MOVED = (
    ("orders", "id = $1", ("issued_at", "deadline", "remind_at", "hand_over_remind_at", "turn_since")),
    ("setup_link", _OF_ORDER, ("issued_at", "expires_at")),
    ("administrator_request", _OF_ORDER, ("requested_at", "expires_at")),
    ("email_message", _OF_ORDER, ("queued_at",)),
    ("service", _OF_ORDER, ("due_at",)),
)
# The limits of an order that a day or an hour ends.
_LIMITS = ("contact-changes", "link-renewal", "delegations", "hand-overs", "administrator-requests")
_MOVE_LIMITS = f"""
UPDATE rate_counter SET window_start = window_start - $2
WHERE key = $1 AND name IN ({", ".join(f"'{name}'" for name in _LIMITS)})
"""


async def advance(act: Act, by: str) -> None:
    """Let time pass for a test order: what is due by then happens, each at its own time."""
    left = _read(by)
    act.record_event(EventKind.ORDER_ADVANCED, by=by.strip())
    for _ in range(_MOST_STEPS):
        order = await _read_order(act.order.id)
        next_due = due.next_due(order)
        step = left if next_due is None else min(left, max(next_due - act.at, timedelta()))
        await _move(order, step, act.at)
        left -= step
        # In a list: all that is due now happens, not only the first of it.
        ran = any([await due.run(order.id, one, act.at) for one in due.transitions(act.at)])
        if not ran and not left:
            return
        if not ran and not step:  # what is due waits for something else, as for support's decision
            await _move(await _read_order(order.id), left, act.at)
            return


def _read(by: str) -> timedelta:
    try:
        read = msgspec.convert(by.strip(), timedelta)
    except msgspec.ValidationError:
        read = timedelta()
    if not timedelta() < read <= LONGEST:
        text = "Enter a duration such as P3D or PT12H, of 366 days at most."
        raise Refused(ErrorCode.INVALID, text, ("by",))
    return read


async def _read_order(order_id: int) -> Dossier:
    order = await dossier.read(order_id)
    if order is None:  # pragma: no cover - the row is locked
        raise LookupError(order_id)
    return order


async def _move(order: Dossier, by: timedelta, at: datetime) -> None:
    """Let everything that is still to come, come nearer."""
    if not by:
        return
    for table, condition, columns in _MOVED:
        for row in await database.rows(f"SELECT id, {', '.join(columns)} FROM {table} WHERE {condition}", [order.id]):
            moved: dict[str, Any] = {name: database.instant(row[name]) - by for name in columns if row[name]}
            if moved:
                pairs = ", ".join(f"{name} = ${place}" for place, name in enumerate(moved, 2))
                await database.execute(f"UPDATE {table} SET {pairs} WHERE id = $1", [row["id"], *moved.values()])
    if order.status is OrderStatus.SCHEDULED:
        start = due.start_of(order.requested_start_date) - by
        whole = start if start.time() == time() else start + timedelta(days=1)
        day = at.date() if start <= at else whole.date()
        await database.execute("UPDATE orders SET requested_start_date = $2 WHERE id = $1", [order.id, day])
    await database.execute(_MOVE_LIMITS, [str(order.id), int(by.total_seconds())])
    await listed_orders.rewrite([order.id])


async def remove_old(at: datetime) -> int:
    """Remove test orders that were placed 30 days ago, with all that was made for them; how many.

    Opens its own transactions, one an order, and may be killed and run again.
    """
    sql = f"SELECT id FROM orders WHERE test AND placed_at <= $1 ORDER BY placed_at LIMIT {_BATCH}"
    removed = 0
    while found := await database.rows(sql, [at - LIFETIME]):
        for row in found:
            async with database.transaction():
                await dossier.lock(row["id"])
                await order_removal.remove(row["id"])
        removed += len(found)
    return removed
