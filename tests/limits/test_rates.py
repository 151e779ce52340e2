"""Counting what may happen only so often."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from backend import database
from backend.limits import rates
from backend.limits.rates import RateLimit, RateLimited, hit, require
from backend.settings import settings

NOON = datetime(2026, 3, 1, 12, 59, 59, tzinfo=UTC)
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("db")


async def test_the_limit_may_be_used_up_but_not_exceeded() -> None:
    found = [await hit("link", "order-1", 3, HOUR, NOON + timedelta(seconds=n)) for n in range(5)]
    assert found == [None, None, None, RateLimit("link", 3597, 3, 3600), RateLimit("link", 3596, 3, 3600)]


async def test_the_window_starts_with_the_first_use() -> None:
    for minutes in (0, 30, 50):
        assert await hit("link", "order-1", 3, HOUR, NOON + timedelta(minutes=minutes)) is None
    assert await hit("link", "order-1", 3, HOUR, NOON + timedelta(minutes=59)) == RateLimit("link", 60, 3, 3600)
    assert await hit("link", "order-1", 3, HOUR, NOON + timedelta(minutes=60)) is None


async def test_each_name_and_key_has_its_own_counter() -> None:
    assert await hit("link", "order-1", 1, HOUR, NOON) is None
    assert await hit("link", "order-2", 1, HOUR, NOON) is None
    assert await hit("pdf", "order-1", 1, HOUR, NOON) is None
    assert await hit("pdf", "order-1", 1, HOUR, NOON) is not None


async def test_uses_at_the_same_time_are_all_counted() -> None:
    found = await asyncio.gather(*(hit("link", "order-1", 10, HOUR, NOON) for _ in range(30)))
    assert found.count(None) == 10


async def test_the_factor_multiplies_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATE_LIMIT_FACTOR", "4")
    settings.cache_clear()
    try:
        found = [await hit("link", "order-1", 1, HOUR, NOON) for _ in range(5)]
    finally:
        settings.cache_clear()
    assert [limit is None for limit in found] == [True, True, True, True, False]


async def test_a_reached_limit_can_be_raised() -> None:
    await require("finder", "person", 1, HOUR, NOON)
    with pytest.raises(RateLimited, match="Try again in 3600 seconds"):
        await require("finder", "person", 1, HOUR, NOON)


async def test_old_counters_are_forgotten() -> None:
    await hit("link", "old", 1, HOUR, NOON - timedelta(days=3))
    await hit("link", "new", 1, HOUR, NOON)
    assert await rates.delete_expired(NOON - timedelta(days=2)) == 1
    assert [row["key"] for row in await database.rows("SELECT key FROM rate_counter")] == ["new"]


async def test_a_clock_that_was_set_back_refuses_nobody_for_what_was_used_up_in_its_future() -> None:
    late = NOON + HOUR
    assert [await hit("link", "order-1", 1, HOUR, late) for _ in range(2)] == [None, RateLimit("link", 3600, 1, 3600)]
    found = [await hit("link", "order-1", 1, HOUR, NOON) for _ in range(2)]
    assert found == [None, RateLimit("link", 3600, 1, 3600)]


async def test_processes_whose_clocks_differ_by_a_second_share_a_window() -> None:
    assert await hit("link", "order-1", 1, HOUR, NOON + timedelta(seconds=1)) is None
    assert await hit("link", "order-1", 1, HOUR, NOON) is not None
