"""Rows to work on: each is leased for a few seconds and the lease renewed; if its worker dies, the next continues.

What is taken is counted before anything is done, and the count ends with the written outcome. So work of which nobody
ever writes how it ended waits longer each time, and at last ends, whatever is wrong with it.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from backend import clock, database
from backend.mail.backoff import delay_after_unknown
from backend.sql import in_all, locking

logger = logging.getLogger("backend.worker")

LEASE = timedelta(seconds=5)
RENEW_INTERVAL = 1.5  # seconds
MAX_PLAUSIBLE_LEASE = 3 * LEASE  # a lease that ends so late was written by a clock that has been set back since
RETRY_DELAY = 0.2  # seconds, before an outcome is written again; doubles up to the next
MAX_RETRY_DELAY = 2.0  # seconds
MAX_REFUSED_WRITES = 3  # at an outcome that the database refuses

_CLAIM = "UPDATE {table} SET leased_until = $1, unsettled = unsettled + 1 WHERE id {wanted} RETURNING *{told}"
_NEXT = """(
  SELECT id FROM {table} WHERE due_at <= $2
    AND (leased_until IS NULL OR leased_until < $2 OR leased_until > $3) {ready}
  ORDER BY due_at, id LIMIT {most}{locking}
)"""


async def claim(
    table: str, ready: tuple[str, ...] = ("",), values: tuple[Any, ...] = (), *, told: str = ""
) -> dict[str, Any] | None:
    """Lease the next row of a table that is due; None: there is none, or the clock has just jumped.

    `ready` are further conditions (`AND …`, with parameters from $4 on): a row that fits an earlier one goes first.
    `told` is what the row tells besides its columns (`, … AS name`).
    After a jump nobody can tell who died from who has not renewed a lease by the new time yet.
    """
    wanted = ", ".join(_next(table, condition, 1) for condition in ready)
    found = await _claim(table, f"= COALESCE({wanted})" if len(ready) > 1 else f"= {wanted}", values, told)
    return found[0] if found else None


async def claim_several(table: str, most: int) -> list[dict[str, Any]]:
    """Lease the next rows of a table that are due, in their order, at most so many; see `claim`."""
    found = await _claim(table, in_all(_next(table, "", most)), ())
    return sorted(found, key=lambda row: (row["due_at"], row["id"]))


def _next(table: str, ready: str, most: int) -> str:
    return _NEXT.format(table=table, ready=ready, most=most, locking=locking(skip=True))


async def _claim(table: str, wanted: str, values: tuple[Any, ...], told: str = "") -> list[dict[str, Any]]:
    now = clock.now()
    if not clock.is_steady():
        return []
    sql = _CLAIM.format(table=table, wanted=wanted, told=told)
    return await database.rows(sql, [now + LEASE, now, now + MAX_PLAUSIBLE_LEASE, *values])


async def should_continue(table: str, row: dict[str, Any]) -> bool:
    """Whether a claimed row is worked on once more. If its outcome was lost before, it is not due again soon."""
    lost = int(row["unsettled"]) - 1
    if lost <= 0:
        return True
    wait = delay_after_unknown(lost)
    if wait is None:
        return False
    await database.execute(f"UPDATE {table} SET due_at = $1 WHERE id = $2", [clock.now() + wait, row["id"]])
    return True


@dataclass(slots=True)
class Lease:
    """A lease that this worker holds. `until` is what it wrote last; `released`, if it is the same: the row was let go
    already, by what was written of its outcome.
    """

    until: Any
    released: Any = None


@asynccontextmanager
async def leased(table: str, row: dict[str, Any], within: float) -> AsyncIterator[Lease]:
    """Renew the lease of a claimed row while it is worked on; then let it go.

    Work that takes longer than `within` seconds is stuck: its lease is renewed no more, and somebody else takes over.
    """
    lease, done = Lease(row["leased_until"]), asyncio.Event()
    task = asyncio.create_task(_renew(table, row["id"], lease, done, within))
    stopped = 0
    try:
        yield lease
    except asyncio.CancelledError:  # this worker stops, which is nobody's fault
        stopped = int(lease.released is None)
        raise
    finally:
        # Not cancelled: a statement that was cancelled may still be carried out, after the lease was let go.
        done.set()
        await task
        if lease.released != lease.until:  # also where a renewal came between
            let_go = f"UPDATE {table} SET leased_until = NULL, unsettled = unsettled - $1"
            await database.execute(f"{let_go} WHERE id = $2 AND leased_until = $3", [stopped, row["id"], lease.until])


async def _renew(table: str, row_id: int, lease: Lease, done: asyncio.Event, within: float) -> None:
    end = asyncio.get_running_loop().time() + within
    while asyncio.get_running_loop().time() < end:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(RENEW_INTERVAL):
                await done.wait()
        if done.is_set():
            return
        until = clock.now() + LEASE
        with contextlib.suppress(Exception):
            if not await database.execute(
                f"UPDATE {table} SET leased_until = $1 WHERE id = $2 AND leased_until = $3",
                [until, row_id, lease.until],
            ):
                return  # somebody else has it by now
            lease.until = until
    if not done.is_set():
        logger.error("Work on row %d of %s is stuck", row_id, table)


async def write_outcome(write: Callable[[], Awaitable[None]], write_minimum: Callable[[], Awaitable[None]]) -> None:
    """Write an outcome that must not be lost, as often as it takes while the database is away.

    If the database answers and still refuses it, `write_minimum` writes the least that keeps the work from being done
    again.
    """
    wait = RETRY_DELAY
    for attempt in count(1):
        try:
            await write()
        except Exception:
            logger.exception("An outcome could not be written (%d)", attempt)
        else:
            return
        if attempt >= MAX_REFUSED_WRITES and await _wrote_minimum(write_minimum):
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, MAX_RETRY_DELAY)


async def _wrote_minimum(write_minimum: Callable[[], Awaitable[None]]) -> bool:
    try:
        await database.rows("SELECT 1 AS one")
        await write_minimum()
    except Exception:  # noqa: BLE001 – it is away; the whole outcome is tried first again
        return False
    return True
