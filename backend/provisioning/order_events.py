"""What happened to an order, page by page, as each viewer may read it; `timeline.py` has its words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Row
from backend.models.order import EventKind
from backend.provisioning import access, timeline
from backend.provisioning.access import SYSTEM, Actor, Visibility
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import OrderRole
from backend.provisioning.mails import addresses_as
from backend.provisioning.paging import Page, RowNumber, read_cursor, size, write_cursor

_PARTLY = {
    OrderRole.PROVISIONING_CONTACT,
    OrderRole.SERVICE_DELEGATE,
    OrderRole.SALESPERSON,
    OrderRole.FORMER_CONTACT,
}
# What tells a salesperson where the order stands: no names of organizations, sites or places, no customer's reasons.
_OF_SALE = (
    EventKind.ORDER_PLACED,
    EventKind.ORDER_STARTED,
    EventKind.ORDER_RESCHEDULED,
    EventKind.ORDER_CANCELLED,
    EventKind.ORDER_REOPENED,
    EventKind.ORDER_CLOSED,
    EventKind.ORDER_COMPLETED,
    EventKind.CONTACT_CHANGED,
    EventKind.ORDER_TAKEN_BACK,
    EventKind.SETUP_MAIL_RESENT,
    EventKind.REMINDED,
    EventKind.CUSTOMER_REMINDED,
    EventKind.MAIL_SENT,
    EventKind.MAIL_DEFERRED,
    EventKind.MAIL_FAILED,
    EventKind.MAIL_GATHERED,
    EventKind.HISTORY_DELETED,
)


class _Row(Row, frozen=True, kw_only=True):
    id: int
    order_id: int
    at: datetime
    actor: str
    kind: str
    values: dict[str, Any]
    changes: list[dict[str, str | None]]
    correlation_id: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person changed of a field."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, as its reader may see it, in words."""

    id: int
    at: datetime
    actor: str
    kind: str
    summary: str
    reason: str | None
    changes: Sequence[Change]
    correlation_id: str | None


async def page_of_each(
    orders: Sequence[Dossier], actor: Actor, language: str, first: int | None, after: str | None
) -> dict[int, Page[Event]]:
    """A page of what happened to each order, newest first, by its number, in one statement. Raises InvalidPage."""
    limit = size(first)
    begins = None if after is None else read_cursor(after, tuple[RowNumber])[0]
    selects: list[str] = []
    values: list[Any] = []
    visibilities = {}
    for order in orders:
        held = access.roles(order, actor)
        visibilities[order.id] = Visibility(order, actor)
        values.append(order.id)
        condition = f"order_id = ${len(values)}"
        if held <= _PARTLY:
            values.append(actor.key)
            condition += f" AND ({_part_of(held, f'${len(values)}')})"
        if begins is not None:
            values.append(begins)
            condition += f" AND id < ${len(values)}"
        page = f"SELECT * FROM order_event WHERE {condition} ORDER BY id DESC LIMIT {limit + 1}"
        selects.append(f"SELECT * FROM ({page}) e{len(values)}")
    found: dict[int, list[_Row]] = defaultdict(list)
    for row in await database.records(_Row, " UNION ALL ".join(selects), values):
        found[row.order_id].append(row)
    pages = {}
    for number, visibility in visibilities.items():
        rows = sorted(found[number], key=lambda row: -row.id)
        shown = [_event(row, visibility, language) for row in rows[:limit]]
        pages[number] = Page(shown, [write_cursor(one.id) for one in shown], len(rows) > limit, after is not None)
    return pages


def _part_of(held: frozenset[OrderRole], mine: str) -> str:
    """The condition on what these roles see of a timeline: their own acts, what the system did, the sale's course."""
    seen = [f"actor_key = {mine}"]
    if OrderRole.PROVISIONING_CONTACT in held:
        seen.append(f"actor_key = '{SYSTEM.key}'")
    if OrderRole.SALESPERSON in held:
        kinds = ", ".join(f"'{kind}'" for kind in _OF_SALE)
        seen.append(f"kind IN ({kinds})")
    return " OR ".join(seen)


async def page(
    order: Dossier, actor: Actor, language: str, first: int | None = None, after: str | None = None
) -> Page[Event]:
    """A page of what happened to one order, newest first. Raises InvalidPage."""
    return (await page_of_each([order], actor, language, first, after))[order.id]


async def event(order: Dossier, number: int, actor: Actor, language: str) -> Event | None:
    """One event of the order, if the actor may see it."""
    found = await page(order, actor, language, 1, write_cursor(number + 1))
    return found.rows[0] if found.rows and found.rows[0].id == number else None


def _event(row: _Row, visibility: Visibility, language: str) -> Event:
    values = row.values
    why = timeline.reason(values, language)
    if visibility.masked:
        why = why and addresses_as(why, visibility.address)
        values = {name: addresses_as(str(value), visibility.address) for name, value in values.items()}
    changes = [
        Change(**{name: visibility.address(value) if value else value for name, value in change.items()})  # type: ignore[arg-type]
        for change in row.changes
    ]
    return Event(
        id=row.id,
        at=row.at,
        actor=visibility.address(row.actor),
        kind=row.kind,
        summary=timeline.summary(row.kind, values, language),
        reason=why,
        changes=changes,
        correlation_id=row.correlation_id,
    )
