"""What happened to an order."""

from datetime import datetime

from backend.graphql_server.directives import lists, part
from backend.provisioning.order_events import Event
from backend.provisioning.paging import Page
from backend.schema.describe import type_
from backend.schema.ids import global_id
from backend.schema.paging import PageInfo
from backend.schema.service import Node


@part
@type_
class FieldChange:
    """What a person changed.

    field: The name of the field.
    before: Its value before; null: none.
    after: Its value after; null: none.
    """

    field: str
    before: str | None
    after: str | None


@lists(changes=20)
@type_
class OrderEvent(Node):
    """One thing that happened to an order.

    id: Opaque and URL-safe.
    at: When.
    actor: Who; masked for support and former contacts.
    kind: What, for programs.
    summary: What, in words.
    reason: Why, as the person said it or a failed step did.
    changes: What was changed.
    correlation_id: Finds the request in the log.
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
    """An event and where it stands.

    node: The event.
    cursor: For going on after it.
    """

    node: OrderEvent
    cursor: str


@type_
class OrderEventConnection:
    """A page of the timeline, newest first.

    edges: The events.
    page_info: Whether there is more.
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
