"""What needs support, the oldest first, each with its next act: read from the indexes of what is listed anyway."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from backend import database
from backend.database import Row
from backend.provisioning import access, dossier, journey
from backend.provisioning.access import Actor, Forbidden, Unauthenticated
from backend.provisioning.dossier import Dossier
from backend.provisioning.handover import REQUEST_LIFETIME
from backend.provisioning.journey import Mutation
from backend.provisioning.listed_orders import since_key
from backend.provisioning.order_lists import MOST_COUNTED, OrderBucket, OrderCriteria, OrderSort, list_orders, overview
from backend.provisioning.paging import Instant, Page, RowNumber, read_cursor, size, write_cursor
from backend.sql import among, listed

STUCK_AFTER = timedelta(hours=1)  # provisioning takes minutes, from Close or from when it is tried again
EXPIRES_WITHIN = timedelta(days=3)
MOST = 50  # needs of a page
# One row for each order; the indexes of `models` have what is under way and what is asked, and nothing else.
_STUCK = """
SELECT v.order_id, v.submitted_at AS since FROM service v JOIN orders o ON o.id = v.order_id
WHERE v.state = 'PROVISIONING' AND v.submitted_at <= $1 AND NOT o.test AND NOT EXISTS (
  SELECT 1 FROM service w WHERE w.order_id = v.order_id AND w.state = 'PROVISIONING'
  AND (w.submitted_at, w.id) < (v.submitted_at, v.id))
AND NOT EXISTS (
  SELECT 1 FROM order_event e WHERE e.order_id = v.order_id AND e.kind = 'service_retried' AND e.at > $1)
"""
_EXPIRING = """
SELECT r.order_id, r.requested_at AS since FROM administrator_request r JOIN orders o ON o.id = r.order_id
WHERE r.state = 'PENDING' AND r.requested_at <= $1 AND NOT o.test
"""


class SupportNeedKind(StrEnum):
    """Why an order needs support."""

    DISPUTE = "DISPUTE"
    UNDELIVERED = "UNDELIVERED"
    FAILED = "FAILED"
    STUCK = "STUCK"
    EXPIRING = "EXPIRING"


_KINDS = list(SupportNeedKind)
_BUCKETS = {
    SupportNeedKind.DISPUTE: OrderBucket.DISPUTED,
    SupportNeedKind.UNDELIVERED: OrderBucket.UNDELIVERED,
    SupportNeedKind.FAILED: OrderBucket.FAILED,
}
_LISTS = {
    SupportNeedKind.STUCK: (_STUCK, "v.submitted_at", "v.order_id"),
    SupportNeedKind.EXPIRING: (_EXPIRING, "r.requested_at", "r.order_id"),
}
# What settles it, the first that support may do; of what is stuck or expires, support can only ask others.
_ACTS = {
    SupportNeedKind.DISPUTE: [Mutation.RESOLVE_DISPUTE],
    SupportNeedKind.UNDELIVERED: [Mutation.CHANGE_PROVISIONING_CONTACT],
    SupportNeedKind.FAILED: [Mutation.RETRY_SERVICE],
}


class _Found(Row, frozen=True, kw_only=True):
    order_id: int
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """An order that needs support, since when, until when (if it ends by itself), and the mutation that settles it."""

    kind: SupportNeedKind
    order: Dossier
    since: datetime
    until: datetime | None
    mutation: Mutation | None


async def page(
    actor: Actor, at: datetime, kind: SupportNeedKind | None = None, first: int | None = None, after: str | None = None
) -> Page[Need]:
    """A page of what needs support, of one kind or all, the oldest first, `MOST` at most; no tests.

    An order may need it for several reasons.
    Raises Unauthenticated, Forbidden for others than support, and InvalidPage.
    """
    _check(actor)
    limit = min(size(first), MOST)
    begins = None if after is None else read_cursor(after, tuple[Instant, RowNumber, SupportNeedKind])
    needs: list[Need] = []
    for one in [kind] if kind else SupportNeedKind:
        found = await _of_kind(one, actor, at, limit + 1, _beyond(begins, one))
        needs += [_need(one, order, since, actor) for order, since in found]
    needs.sort(key=lambda need: (need.since, need.order.id, _KINDS.index(need.kind)))
    shown = needs[:limit]
    return Page(shown, [write_cursor(*_key(need)) for need in shown], len(needs) > limit, after is not None)


async def counts(actor: Actor, at: datetime) -> Mapping[SupportNeedKind, int]:
    """How many orders need support, by kind, each `MOST_COUNTED` at most. Raises Unauthenticated and Forbidden."""
    _check(actor)
    buckets = await overview(actor, _BUCKETS.values())
    found = {kind: buckets[bucket] for kind, bucket in _BUCKETS.items()}
    for kind, (sql, _, _) in _LISTS.items():
        row = await database.row(
            f"SELECT count(*) AS needs FROM (SELECT 1 FROM ({sql}) f LIMIT {MOST_COUNTED}) c", [_before(kind, at)]
        )
        found[kind] = int(row["needs"]) if row else 0
    return found


def _check(actor: Actor) -> None:
    if actor.anonymous:
        raise Unauthenticated
    if not actor.is_support:
        raise Forbidden("support")


def _before(kind: SupportNeedKind, at: datetime) -> datetime:
    """Since when something of this kind must have waited to be a need."""
    return at - STUCK_AFTER if kind is SupportNeedKind.STUCK else at - REQUEST_LIFETIME + EXPIRES_WITHIN


def _beyond(begins: tuple[datetime, int, SupportNeedKind] | None, kind: SupportNeedKind) -> tuple[datetime, int] | None:
    """Behind what a page of this kind begins. Of one order at one moment, kinds come in the order of the enum."""
    if begins is None:
        return None
    since, order_id, last = begins
    return since, order_id - (_KINDS.index(kind) > _KINDS.index(last))


async def _of_kind(
    kind: SupportNeedKind, actor: Actor, at: datetime, limit: int, begins: tuple[datetime, int] | None
) -> list[tuple[Dossier, datetime]]:
    if kind in _BUCKETS:
        after = write_cursor(begins[0].isoformat(), begins[1]) if begins else None
        wanted = OrderCriteria(bucket=_BUCKETS[kind])
        found = await list_orders(actor, wanted, OrderSort.WAITING_LONGEST, first=limit, after=after)
        return [(order, since_key(order)) for order in found.page.rows]
    sql, column, number = _LISTS[kind]
    values: list[Any] = [_before(kind, at)]
    if begins:
        sql += f" AND ({column}, {number}) > ($2, $3)"
        values += begins
    sql += f" ORDER BY {column}, {number} LIMIT {limit}"
    rows = await database.records(_Found, sql, values)
    orders = await dossier.read_where(f"o.id {among(2)}", [listed([row.order_id for row in rows])], actor.viewer_key)
    by_id = {order.id: order for order in orders}
    return [(by_id[row.order_id], row.since) for row in rows if row.order_id in by_id]


def _need(kind: SupportNeedKind, order: Dossier, since: datetime, actor: Actor) -> Need:
    allowed = journey.allowed_mutations(order, access.acting_roles(order, actor))
    until = order.request.expires_at if kind is SupportNeedKind.EXPIRING and order.request else None
    settles = next((mutation for mutation in _ACTS.get(kind, []) if mutation in allowed), None)
    return Need(kind=kind, order=order, since=since, until=until, mutation=settles)


def _key(need: Need) -> tuple[str, int, SupportNeedKind]:
    """By what needs are sorted, as their cursors hold it."""
    return need.since.astimezone(UTC).isoformat(timespec="microseconds"), need.order.id, need.kind
