"""The cost bucket of each caller: every query takes its cost, time restores it.

The level lies in the database, shared by all processes. A process settles what it let through with each twentieth of
the bucket, and once a second where less than half is left, as others may have spent the rest. So most queries need no
write, however many callers there are; what a killed process had not settled yet is a twentieth at most.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from backend import database
from backend.limits.rates import RateLimit, RateLimited
from backend.settings import settings
from backend.sql import greatest, least, per_database

SETTLE_AFTER = 1.0  # seconds, where the limit is near
NEAR_SHARE = 2  # half of the bucket
SETTLE_SHARE = 20  # a twentieth of the bucket
MAX_CALLERS = 10_000
CLOCK_TOLERANCE = 1.0  # seconds; a bucket settled later than that from now was so before the clock was set back

_SETTLE = """
INSERT INTO cost_bucket (caller, level, updated_at) VALUES ($1, {first}, $5)
ON CONFLICT (caller) DO UPDATE SET
  level = {level},
  updated_at = CASE WHEN cost_bucket.updated_at > $5 + $6 THEN $5 ELSE {later} END
RETURNING level
"""


@dataclass(frozen=True, slots=True)
class Bucket:
    """What a caller has left, of how much, and how much comes back each second."""

    level: int
    maximum: int
    restore: int


@dataclass(slots=True)
class CachedBucket:
    """A process's view of one bucket: its level when last settled, and what was spent since."""

    level: float
    settled_at: float
    spent: float = 0.0


_cached: OrderedDict[str, CachedBucket] = OrderedDict()


async def take(caller: str, cost: int, at: datetime) -> Bucket:
    """Take `cost` from the bucket of `caller` and return what is left. Raises RateLimited if there is not enough."""
    config, now = settings(), at.timestamp()
    factor = config.rate_limit_factor
    maximum, restore = config.cost_bucket * factor, config.cost_restore * factor
    cached = _cached.get(caller)
    if cached is None or _must_settle(cached, cost, maximum, now):
        cached = await _settle(caller, maximum, restore, now)
    level = min(maximum, cached.level + (now - cached.settled_at) * restore - cached.spent)
    if level < cost:
        wait, window = max(1, ceil((cost - level) / restore)), ceil(maximum / restore)
        raise RateLimited(RateLimit("cost", wait, maximum, window, max(0, int(level))))
    cached.spent += cost
    return Bucket(int(level - cost), maximum, restore)


def _must_settle(cached: CachedBucket, cost: int, maximum: int, now: float) -> bool:
    age = now - cached.settled_at
    is_near = cached.level - cached.spent - cost < maximum / NEAR_SHARE
    return age < 0 or cached.spent + cost > maximum / SETTLE_SHARE or (is_near and age >= SETTLE_AFTER)


def refund(caller: str, cost: int) -> None:
    """Return what a query was charged in advance and did not use."""
    if cached := _cached.get(caller):
        cached.spent -= cost


def reset() -> None:
    """Drop what this process has not settled yet (a test's fresh database)."""
    _cached.clear()


async def _settle(caller: str, maximum: int, restore: int, now: float) -> CachedBucket:
    known = _cached.get(caller)
    spent = known.spent if known else 0.0
    if known:
        known.spent, known.settled_at = 0.0, now  # whoever comes meanwhile must not settle the same again
        known.level -= spent
    try:
        settled = await database.row(
            _statement(), [caller, spent, float(maximum), float(restore), now, CLOCK_TOLERANCE]
        )
    except BaseException:
        if known:
            known.spent, known.level = known.spent + spent, known.level + spent
        raise
    level = float(settled["level"]) if settled else float(maximum)
    return _remember(caller, level, now)


def _remember(caller: str, level: float, now: float) -> CachedBucket:
    cached = _cached.setdefault(caller, CachedBucket(level, now))
    cached.level, cached.settled_at = level, now
    _cached.move_to_end(caller)
    if len(_cached) > MAX_CALLERS:
        _cached.popitem(last=False)
    return cached


@per_database
def _statement() -> str:
    passed = greatest("0", "$5 - cost_bucket.updated_at")
    return _SETTLE.format(
        first=least("CAST($3 AS DOUBLE PRECISION)", "$3 - $2"),
        level=least("$3", f"cost_bucket.level - $2 + {passed} * $4"),
        later=greatest("cost_bucket.updated_at", "$5"),
    )
