"""What needs support."""

from collections.abc import Mapping
from datetime import datetime

from backend.graphql_server.directives import lists, part, weighs
from backend.provisioning.access import Actor
from backend.provisioning.paging import Page
from backend.provisioning.triage import Need, SupportNeedKind
from backend.schema.describe import type_
from backend.schema.order import Order
from backend.schema.paging import PageInfo


@part
@type_
class SupportNeed:
    """An order that needs support. It may need it for several reasons.

    kind: The reason why it does.
    order: The order, as support sees it.
    since: Since when: since its turn began, since the service was submitted, or since the privileges were requested.
    until: When it ends by itself, of EXPIRING; null for all others.
    mutation: Name of the mutation that settles it, which support may call now; null: support can only ask others.
    """

    kind: SupportNeedKind
    order: Order
    since: datetime
    until: datetime | None
    mutation: str | None

    @classmethod
    def of(cls, need: Need, actor: Actor) -> "SupportNeed":
        """From what the rule found."""
        return cls(
            kind=need.kind,
            order=Order.of(need.order, actor),
            since=need.since,
            until=need.until,
            mutation=need.mutation,
        )


@type_
class SupportNeedEdge:
    """An order that needs support and where it stands in the list.

    node: The order, and why it needs support.
    """

    node: SupportNeed
    cursor: str


@part
@type_
class SupportNeedCount:
    """How many orders need support for one reason.

    kind: The reason why they do.
    count: How many they are; 1000 means 1000 or more.
    """

    kind: SupportNeedKind
    count: int


@weighs("5")  # counts
@lists(counts=5)
@type_
class SupportNeedConnection:
    """A page of what needs support, the oldest first.

    edges: The orders of this page, each with its cursor.
    counts: How many orders need support by each reason, whatever kind was asked for.
    """

    edges: list[SupportNeedEdge]
    page_info: PageInfo
    counts: list[SupportNeedCount]

    @classmethod
    def of(cls, page: Page[Need], counts: Mapping[SupportNeedKind, int], actor: Actor) -> "SupportNeedConnection":
        """From a page of needs."""
        edges = [
            SupportNeedEdge(node=SupportNeed.of(need, actor), cursor=cursor)
            for need, cursor in zip(page.rows, page.cursors, strict=True)
        ]
        found = [SupportNeedCount(kind=kind, count=count) for kind, count in counts.items()]
        return cls(edges=edges, page_info=PageInfo.of_page(page), counts=found)
