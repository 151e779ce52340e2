"""The cost bucket of each caller: every query takes its cost, time restores it.

The level lies in the database, shared by all processes. A process settles what it let through at most once a second
or when a twentieth of the bucket is spent, so that most queries need no write; what a killed process had not
settled yet is less than the bucket restores in that second.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from backend import database
from backend.limits.rates import RateLimit, RateLimited
from backend.settings import settings

SETTLE_AFTER = 1.0  # seconds
SETTLE_SHARE = 20  # a twentieth of the bucket
MOST_CALLERS = 10_000

_SETTLE = """
INSERT INTO cost_bucket (caller, level, updated_at) VALUES ($1, {least}(CAST($3 AS DOUBLE PRECISION), $3 - $2), $5)
ON CONFLICT (caller) DO UPDATE SET
  level = {least}($3, cost_bucket.level - $2 + {greatest}(0, $5 - cost_bucket.updated_at) * $4),
  updated_at = {greatest}(cost_bucket.updated_at, $5)
RETURNING level
"""


@dataclass(frozen=True, slots=True)
class Bucket:
    """What a caller has left, of how much, and how much comes back each second."""

    level: int
    maximum: int
    restore: int


@dataclass(slots=True)
class _Purse:
    """A process's view of one bucket: its level when last settled, and what was spent since."""

    level: float
    settled_at: float
    spent: float = 0.0


_purses: OrderedDict[str, _Purse] = OrderedDict()


async def take(caller: str, cost: int, at: datetime) -> Bucket:
    """Take `cost` from the bucket of `caller` and return what is left. Raises RateLimited if there is not enough."""
    config, now = settings(), at.timestamp()
    factor = config.rate_limit_factor
    maximum, restore = config.cost_bucket * factor, config.cost_restore * factor
    purse = _purses.get(caller)
    if purse is None or now - purse.settled_at >= SETTLE_AFTER or purse.spent + cost > maximum / SETTLE_SHARE:
        purse = await _settle(caller, maximum, restore, now)
    level = min(maximum, purse.level + (now - purse.settled_at) * restore - purse.spent)
    if level < cost:
        raise RateLimited(RateLimit("cost", max(1, ceil((cost - level) / restore))))
    purse.spent += cost
    return Bucket(int(level - cost), maximum, restore)


def give_back(caller: str, cost: int) -> None:
    """Return what a query was charged in advance and did not use."""
    if purse := _purses.get(caller):
        purse.spent -= cost


def forget_all() -> None:
    """Drop what this process has not settled yet (a test's fresh database)."""
    _purses.clear()


async def _settle(caller: str, maximum: int, restore: int, now: float) -> _Purse:
    known = _purses.get(caller)
    spent = known.spent if known else 0.0
    if known:
        known.spent, known.settled_at = 0.0, now  # whoever comes meanwhile must not settle the same again
        known.level -= spent
    try:
        settled = await database.row(_statement(), [caller, spent, float(maximum), float(restore), now])
    except BaseException:
        if known:
            known.spent, known.level = known.spent + spent, known.level + spent
        raise
    level = float(settled["level"]) if settled else float(maximum)
    return _remember(caller, level, now)


def _remember(caller: str, level: float, now: float) -> _Purse:
    purse = _purses.setdefault(caller, _Purse(level, now))
    purse.level, purse.settled_at = level, now
    _purses.move_to_end(caller)
    if len(_purses) > MOST_CALLERS:
        _purses.popitem(last=False)
    return purse


def _statement() -> str:
    least, greatest = ("MIN", "MAX") if database.dialect() == "sqlite" else ("LEAST", "GREATEST")
    return _SETTLE.format(least=least, greatest=greatest)
