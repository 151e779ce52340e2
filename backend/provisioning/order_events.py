"""What happened to an order, page by page, as each viewer may read it; `timeline.py` has its words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Row
from backend.provisioning import access, timeline
from backend.provisioning.access import SYSTEM, Actor, Visibility
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import OrderRole
from backend.provisioning.mails import addresses_masked
from backend.provisioning.paging import Page, RowNumber, read_cursor, size, write_cursor
from backend.provisioning.validation import masked

_OWN_ACTS_ONLY = {OrderRole.PROVISIONING_CONTACT, OrderRole.FORMER_CONTACT}


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
        visibilities[order.id] = Visibility(access.first_role(held))
        values.append(order.id)
        condition = f"order_id = ${len(values)}"
        if held <= _OWN_ACTS_ONLY:
            values.append(actor.key)
            mine = f"${len(values)}"
            also = "" if visibilities[order.id].status_only else f", '{SYSTEM.key}'"
            condition += f" AND actor_key IN ({mine}{also})"
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
        why = why and addresses_masked(why)
        values = {name: masked(str(value)) for name, value in values.items()}
    changes = [
        Change(**{name: masked(value) if value and visibility.masked else value for name, value in change.items()})  # type: ignore[arg-type]
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
