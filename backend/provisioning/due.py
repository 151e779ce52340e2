"""What is due for orders when its time has come: they start, remind and close, requests expire."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from backend import database
from backend.models.order import AdministratorRequestState, OrderStatus
from backend.provisioning import dossier, handover, intake, reminders
from backend.provisioning.act import Act, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import BEFORE_MAPPED, SETUP, stopped
from backend.sql import locking

_STILL_DUE = "SELECT id FROM orders WHERE {condition} AND id = $2"


@dataclass(frozen=True, slots=True)
class Due:
    """What happens to the orders that fit a condition at a time, its parameter `$1`."""

    condition: str
    by: str  # a column by whose index they are found, one after the other
    at: datetime | date
    change: Callable[[Act], Awaitable[None]]


def transitions(now: datetime) -> tuple[Due, ...]:
    """Everything that may be due by now, in the order in which it is done."""
    waiting = "status IN ('AWAITING_CONTACT', 'FINDING_ORGANIZATIONS')"
    expired = "SELECT order_id FROM administrator_request WHERE state = 'PENDING' AND expires_at <= $1"
    return (
        _by("requested_start_date", "status = 'SCHEDULED'", now.date(), intake.start),
        _by("deadline", waiting, now, intake.close_overdue),
        _by("remind_at", waiting, now, reminders.remind),
        _by("hand_over_remind_at", "status IN ('MAPPED', 'SETTING_UP')", now, handover.remind),
        Due(f"id IN ({expired})", "id", now, handover.expire_request),
    )


def _by(column: str, which: str, at: datetime | date, change: Callable[[Act], Awaitable[None]]) -> Due:
    return Due(f"{which} AND {column} <= $1", column, at, change)


async def run(order_id: int, due: Due, at: datetime) -> bool:
    """Let it happen to an order that is still due, in the caller's transaction; False: it is not. Who works on the
    order goes first.
    """
    condition = _STILL_DUE.format(condition=due.condition)
    if not await database.rows(condition + locking(skip=True), [due.at, order_id]):
        return False
    order = await dossier.read(order_id)
    if order is None or (due.change is handover.remind and stopped(order)):
        return False
    async with by_system(order, at) as act:
        await due.change(act)
    return True


def next_due(order: Dossier) -> datetime | None:
    """When something is due for an order next; None: nothing is."""
    times: list[datetime | None] = []
    if order.status is OrderStatus.SCHEDULED:
        times.append(start_of(order.requested_start_date))
    if order.status in BEFORE_MAPPED:
        times += [order.deadline, order.remind_at]
    if order.status in SETUP and not stopped(order):
        times.append(order.hand_over_remind_at)
    if order.request is not None and order.request.state is AdministratorRequestState.PENDING:
        times.append(order.request.expires_at)
    return min(filter(None, times), default=None)


def start_of(day: date) -> datetime:
    """The instant at which a day begins in UTC."""
    return datetime.combine(day, time(), UTC)
