"""What happened to an order, page by page, as each viewer may read it; `timeline.py` has its words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
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
    EventKind.REMINDER_DROPPED,
    EventKind.MAIL_SENT,
    EventKind.MAIL_DEFERRED,
    EventKind.MAIL_FAILED,
    EventKind.MAIL_GATHERED,
    EventKind.HISTORY_DELETED,
)


BATCH = 500  # events that a statement reads for a filter
MOST_READ = 2_000  # events that one page of a filter reads; the next one goes on there
MOST_ACTORS = 100


class EventTopic(StrEnum):
    """What an event of a timeline is about."""

    EMAILS = "EMAILS"
    ORGANIZATIONS = "ORGANIZATIONS"
    SERVICES = "SERVICES"
    ORDER = "ORDER"


# By the first word that a kind has; what has none is about the order itself, also kinds of a later version.
_WORDS = (
    (EventTopic.EMAILS, "mail|remind"),
    (EventTopic.ORGANIZATIONS, "organization|mapping|audience|dispute|administrator|hand|request|merge|partner"),
    (EventTopic.SERVICES, "service|step|site|location|license|follow_up|set_up"),
)
_TOPICS = {kind: next((topic for topic, words in _WORDS if re.search(words, kind)), None) for kind in EventKind}


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


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events of a timeline: about something, by somebody, and with each word of a text. Empty: any."""

    about: EventTopic | None = None
    actor: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvents:
    """A page of the events that a filter lets through, and who has acted on the order.

    `end` is where the next page goes on, also where this one has no event; `more` says whether something is left there.
    """

    rows: Sequence[Event]
    more: bool
    end: str | None
    actors: Sequence[str]


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
        condition = _seen(order.id, held, actor, values)
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


def _seen(order_id: int, held: frozenset[OrderRole], actor: Actor, values: list[Any]) -> str:
    """The condition on the events of an order that these roles see; its parameters come behind `values`."""
    values.append(order_id)
    condition = f"order_id = ${len(values)}"
    if held <= _PARTLY:
        values.append(actor.key)
        condition += f" AND ({_part_of(held, f'${len(values)}')})"
    return condition


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


async def find(  # noqa: PLR0917 – what a page of a filter needs
    order: Dossier, actor: Actor, language: str, wanted: EventFilter, first: int | None, after: str | None
) -> FoundEvents:
    """The events of an order that a filter lets through, newest first, at most `MOST_READ` read at once.

    The text is looked for in what the reader sees, in their words and with masked addresses: whoever may not see an
    address can't find out by looking for it. Raises InvalidPage.
    """
    limit = size(first)
    last = None if after is None else read_cursor(after, tuple[RowNumber])[0]
    visibility, held = Visibility(order, actor), access.roles(order, actor)
    found: list[Event] = []
    more, left = True, MOST_READ
    while more and left > 0 and (len(found) < limit or left == MOST_READ):
        values: list[Any] = []
        condition = _seen(order.id, held, actor, values) + _about(wanted.about)
        if last is not None:
            values.append(last)
            condition += f" AND id < ${len(values)}"
        sql = f"SELECT * FROM order_event WHERE {condition} ORDER BY id DESC LIMIT {BATCH + 1}"
        rows = await database.records(_Row, sql, values)
        more = len(rows) > BATCH
        for row in rows[:BATCH]:
            if len(found) == limit:
                more = True
                break
            last = row.id
            shown = _event(row, visibility, language)
            if _matches(shown, wanted):
                found.append(shown)
        left -= BATCH
    values = []
    sql = f"SELECT DISTINCT actor FROM order_event WHERE {_seen(order.id, held, actor, values)} LIMIT {MOST_ACTORS}"
    actors = {visibility.address(row["actor"]) for row in await database.rows(sql, values)}
    end = None if last is None else write_cursor(last)
    return FoundEvents(rows=found, more=more, end=end, actors=sorted(actors))


def _about(topic: EventTopic | None) -> str:
    """The condition on the kind of an event."""
    if topic is None:
        return ""
    of_order = topic is EventTopic.ORDER
    kinds = (kind for kind, found in _TOPICS.items() if (found is not None if of_order else found is topic))
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return f" AND kind {'NOT ' if of_order else ''}IN ({listed})"


def _matches(event: Event, wanted: EventFilter) -> bool:
    if wanted.actor and event.actor != wanted.actor:
        return False
    said = [event.summary, event.reason, event.actor, event.correlation_id]
    said += [text for change in event.changes for text in (change.field, change.before, change.after)]
    whole = "\n".join(filter(None, said)).casefold()
    return all(word in whole for word in wanted.text.casefold().split())


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
