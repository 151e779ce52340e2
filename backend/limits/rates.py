"""Counters of what may happen only so often, shared by all processes through the database."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend import database
from backend.settings import settings

logger = logging.getLogger("backend.limits")

CLOCK_TOLERANCE = 2  # seconds that two processes' clocks may differ, rounding included
_COUNT = """
INSERT INTO rate_counter (name, key, window_start, hits)
VALUES (CAST($1 AS VARCHAR), CAST($2 AS VARCHAR), COALESCE((
  SELECT MAX(window_start) FROM rate_counter
  WHERE name = CAST($1 AS VARCHAR) AND key = CAST($2 AS VARCHAR)
    AND window_start > CAST($4 AS BIGINT) AND window_start <= CAST($5 AS BIGINT)
), CAST($3 AS BIGINT)), 1)
ON CONFLICT (name, key, window_start) DO UPDATE SET hits = rate_counter.hits + 1
RETURNING hits, window_start
"""


@dataclass(frozen=True, slots=True)
class RateLimit:
    """A limit that is reached: `quota` within `window` seconds. In `retry_after` seconds the next try can succeed;
    `left` is what is there now, and too little.
    """

    name: str
    retry_after: int
    quota: int
    window: int
    left: int = 0


class RateLimited(Exception):
    """A person, token or address did something too often. The API answers 429 and RATE_LIMITED."""

    def __init__(self, limit: RateLimit) -> None:
        super().__init__(f"Too many requests. Try again in {limit.retry_after} seconds.")
        self.limit = limit


async def hit(name: str, key: str, limit: int, window: timedelta, at: datetime) -> RateLimit | None:
    """Count one use of `name` by `key`; more than `limit` within `window` gives the reached limit, else None.

    The window starts with the first use, so that no burst is cut by the clock striking the hour; one that starts in the
    future, before the clock was set back, does not count. `limit` is multiplied by RATE_LIMIT_FACTOR. The first use too
    many of a window is logged, so that a flood of them is one line.
    """
    now, seconds = int(at.timestamp()), int(window.total_seconds())
    counted = await database.row(_COUNT, [name, key, now, now - seconds, now + CLOCK_TOLERANCE])
    most = limit * settings().rate_limit_factor
    if counted is None or counted["hits"] <= most:
        return None
    if counted["hits"] == most + 1:
        logger.warning("The limit %s is reached by %s", name, key)
    return RateLimit(name, max(1, counted["window_start"] + seconds - now), most, seconds)


async def require(name: str, key: str, limit: int, window: timedelta, at: datetime) -> None:
    """Count one use as `hit` does. Raises RateLimited if the limit is reached."""
    if reached := await hit(name, key, limit, window, at):
        raise RateLimited(reached)


async def delete_expired(before: datetime) -> int:
    """Delete counters and buckets that were not used since `before`; returns how many."""
    seconds = before.timestamp()
    counters = await database.execute("DELETE FROM rate_counter WHERE window_start < $1", [int(seconds)])
    return counters + await database.execute("DELETE FROM cost_bucket WHERE updated_at < $1", [seconds])
