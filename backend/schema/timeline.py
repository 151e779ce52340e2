"""What happened to an order."""

from datetime import datetime

from backend.graphql_server.directives import lists, part, weighs
from backend.provisioning.order_events import Event, FoundEvents
from backend.provisioning.paging import Page, write_cursor
from backend.schema.describe import type_
from backend.schema.ids import global_id
from backend.schema.paging import PageInfo
from backend.schema.service import Node


@part
@type_
class FieldChange:
    """A field that somebody changed, with its value before and after.

    field: Name of the field, such as status or timeZone.
    before: Its value before, as text; null: none. Addresses are masked for support and former contacts.
    after: Its value after, as text; null: none. Addresses are masked for support and former contacts.
    """

    field: str
    before: str | None
    after: str | None


@lists(changes=20)
@type_
class OrderEvent(Node):
    """One thing that happened to an order. Events are only ever added.

    at: When the event happened.
    actor: Address of the person, name of the seller's system, or Control Hub, who did it. Addresses are masked for
        support and former contacts.
    kind: What happened, as a stable word for programs, such as order_placed or mail_sent. New words may come.
    summary: What happened, in words, in the language of the answer.
    reason: Why: what the person gave as the reason, or what a failed step said; null: nothing.
    changes: The fields that were changed, with their values; empty: none.
    correlation_id: Id of the request in which or because of which it happened, else of the system's own work: the
        header X-Correlation-Id, the log and the `text` of OrderFilter have it. Null: it happened in none.
    """

    at: datetime
    actor: str
    kind: str
    summary: str
    reason: str | None
    changes: list[FieldChange]
    correlation_id: str | None

    @classmethod
    def of(cls, event: Event) -> "OrderEvent":
        """From what its reader may see of it."""
        return cls(
            id=global_id("OrderEvent", event.id),
            at=event.at,
            actor=event.actor,
            kind=event.kind,
            summary=event.summary,
            reason=event.reason,
            changes=[FieldChange(field=one.field, before=one.before, after=one.after) for one in event.changes],
            correlation_id=event.correlation_id,
        )


@type_
class OrderEventEdge:
    """An event and where it stands in the timeline.

    node: The event, as the viewer may see it.
    """

    node: OrderEvent
    cursor: str


@type_
class OrderEventConnection:
    """A page of an order's timeline, newest first.

    edges: The events of this page, each with its cursor.
    """

    edges: list[OrderEventEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[Event]) -> "OrderEventConnection":
        """From a page of the timeline."""
        edges = [
            OrderEventEdge(node=OrderEvent.of(event), cursor=cursor)
            for event, cursor in zip(page.rows, page.cursors, strict=True)
        ]
        return cls(edges=edges, page_info=PageInfo.of_page(page))


@weighs("20")
@lists(actors=100)
@type_
class FoundEventConnection:
    """The events of an order that match a filter, newest first. A page reads up to 2,000 events.

    edges: The events that were found, each with its cursor.
    page_info: Where the page ends. A page without events may not be the last one: hasNextPage tells.
    actors: Everybody who has acted on the order, as the viewer may see them, in alphabetical order, at most 100.
    """

    edges: list[OrderEventEdge]
    page_info: PageInfo
    actors: list[str]

    @classmethod
    def of(cls, found: FoundEvents, *, before: bool) -> "FoundEventConnection":
        """From what was found; `before` says whether a page came before this one."""
        edges = [OrderEventEdge(node=OrderEvent.of(one), cursor=write_cursor(one.id)) for one in found.rows]
        info = PageInfo.of([edge.cursor for edge in edges], more=found.more, before=before)
        info.end_cursor = found.end
        return cls(edges=edges, page_info=info, actors=list(found.actors))
