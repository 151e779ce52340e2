"""What is deleted once it is old enough, as settings say: timelines, mails, and orders that were closed or cancelled.

A completed order is never removed: it is the subscription that the customer has, with its licenses, sites, locations
and the partner's rights. Its timeline and its mails go like others' (decision 35).

Each pass works on batches, each in a transaction of its own, and may be killed and run again. It ends after a number of
batches; the next pass goes on.
"""

import logging
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

from backend import database
from backend.models.order import EventKind
from backend.provisioning import dossier, order_removal, order_words
from backend.provisioning.access import SYSTEM
from backend.settings import settings
from backend.sql import among, as_instant, as_stored_json, listed

logger = logging.getLogger("backend.worker")

_BATCH = 100  # orders or mails
_MOST = 200  # batches of a pass
# Whatever is done to an order moves `updated_at`: nothing happened for as long as what is deleted is old.
_OLD = "updated_at <= {at} AND status IN ({ended})"
_ENDED = "'COMPLETED', 'CLOSED', 'CANCELLED'"
_NOT_SET_UP = "'CLOSED', 'CANCELLED'"
# What an organization owns stays, whichever order made it.
_OWNS = """
SELECT 1 FROM service v LEFT JOIN site s ON s.service_id = v.id LEFT JOIN location l ON l.service_id = v.id
WHERE v.order_id = orders.id AND (s.organization_id IS NOT NULL OR l.organization_id IS NOT NULL)
"""
_REMOVABLE = f"{_OLD.format(at='$1', ended=_NOT_SET_UP)} AND NOT EXISTS ({_OWNS})"
_TOLD = f"{_OLD.format(at='$1', ended=_ENDED)} AND (history_from IS NULL OR history_from <= updated_at)"
_DELETED = """
INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes)
SELECT id, {at}, $2, $3, $4, {nothing}, {unchanged} FROM orders WHERE id {among}
"""
# From when on a mail counts as old: one that never could be sent from when it was written.
_OLD_MAIL = "COALESCE(m.bounced_at, m.sent_at, m.queued_at) <= $2 AND m.state IN ('SENT', 'FAILED')"
# An alarm of its order still tells of the mail; a mail that was sent with others goes before what it was sent as.
_NEEDED = """
EXISTS (SELECT 1 FROM orders o WHERE o.id = m.order_id AND o.undelivered_to = m.recipient)
OR EXISTS (SELECT 1 FROM email_message g WHERE g.sent_with = m.id)
"""
_MAILS = f"""
SELECT m.id, m.order_id, m.queued_at, CASE WHEN {_OLD_MAIL} AND NOT ({_NEEDED}) THEN 1 ELSE 0 END AS may_go
FROM email_message m WHERE m.id > $1 ORDER BY m.id LIMIT {_BATCH}
"""
# With the mails that lead to it goes what is known of a mailbox that chose nothing.
_REMINDED = "DELETE FROM reminded_person WHERE reminded_at < $1 AND rhythm IS NULL AND digest_due_at IS NULL"


async def delete_old(at: datetime) -> None:
    """Delete what is older than it is to be kept. Without such settings nothing is read."""
    keep = settings()
    if keep.keep_closed_orders and (gone := await remove_orders(at - timedelta(days=keep.keep_closed_orders), at)):
        logger.info("%d orders that were closed or cancelled were removed", gone)
    if keep.keep_events and (gone := await delete_timelines(at - timedelta(days=keep.keep_events), at)):
        logger.info("The timelines of %d orders that ended were deleted", gone)
    if keep.keep_mails and (gone := await delete_mails(at - timedelta(days=keep.keep_mails))):
        logger.info("%d old mails were deleted", gone)
    if keep.keep_mails:
        await delete_reminded(at - timedelta(days=keep.keep_mails))


async def remove_orders(before: datetime, at: datetime) -> int:
    """Remove orders that were closed or cancelled before a time, with everything on them; how many."""
    removed = 0
    async for batch in _batches(_REMOVABLE, before):
        for order_id in batch:
            async with database.transaction():
                await dossier.lock(order_id)
                released = f"UPDATE orders SET history_from = {as_instant('$2')} WHERE id = $3 AND {_REMOVABLE}"
                if await database.execute(released, [before, at, order_id]):
                    await order_removal.remove(order_id)
                    removed += 1
    return removed


async def delete_timelines(before: datetime, at: datetime) -> int:
    """Delete the timelines of orders that ended before a time; of how many. One event tells of it."""
    deleted = 0
    async for batch in _batches(_TOLD, before):
        async with database.transaction():
            deleted += await _delete_timelines(batch, before, at)
    return deleted


async def _batches(which: str, before: datetime) -> AsyncIterator[list[int]]:
    """The orders of a pass, oldest first. Each batch begins where the last one ended: older orders that are not among
    them, such as those that were completed, are ever more, and no batch reads them again.
    """
    after, seen = "", list[Any]()
    for _ in range(_MOST):
        found = await database.rows(
            f"SELECT id, updated_at FROM orders WHERE {which} {after} ORDER BY updated_at, id LIMIT {_BATCH}",
            [before, *seen],
        )
        if not found:
            return
        yield [row["id"] for row in found]
        after, seen = "AND (updated_at, id) > ($2, $3)", [found[-1]["updated_at"], found[-1]["id"]]


async def _delete_timelines(ids: list[int], before: datetime, at: datetime) -> int:
    await dossier.lock(*ids)
    sql = f"UPDATE orders SET history_from = {as_instant('$2')} WHERE id {among(3)} AND {_TOLD} RETURNING id"
    released = [row["id"] for row in await database.rows(sql, [before, at, listed(ids)])]
    sql = f"DELETE FROM order_event WHERE order_id {among(1)} AND at < {as_instant('$2')}"
    await database.execute(sql, [listed(released), at])
    sql = _DELETED.format(
        at=as_instant("$1"), nothing=as_stored_json("'{}'"), unchanged=as_stored_json("'[]'"), among=among(5)
    )
    await database.execute(sql, [at, SYSTEM.name, SYSTEM.key, EventKind.HISTORY_DELETED, listed(released)])
    return len(released)


async def delete_reminded(before: datetime) -> int:
    """Delete whom no reminder was queued for since a time, and who chose nothing; how many. A choice stays."""
    return await database.execute(_REMINDED, [before])


async def delete_mails(before: datetime) -> int:
    """Delete mails that were sent or failed before a time; how many.

    Mails are read in the order in which they were written, until all of a batch are younger.
    """
    deleted, last = 0, 0
    while deleted < _MOST * _BATCH:
        found = await database.rows(_MAILS, [last, before])
        if gone := [row for row in found if row["may_go"]]:
            async with database.transaction():
                orders = sorted({row["order_id"] for row in gone if row["order_id"] is not None})
                await dossier.lock(*orders)
                sql = f"DELETE FROM email_message WHERE id {among(1)}"
                deleted += await database.execute(sql, [listed(row["id"] for row in gone)])
                await order_words.rewrite(orders)  # they are found by to whom they mailed
        if all(database.instant(row["queued_at"]) > before for row in found):
            break
        last = found[-1]["id"]
    return deleted
