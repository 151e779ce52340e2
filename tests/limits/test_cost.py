"""The cost bucket, in one process and in several."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from backend import database
from backend.limits import cost
from backend.limits.cost import refund, take
from backend.limits.rates import RateLimit, RateLimited

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("db")


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


async def stored(caller: str) -> float:
    row = await database.row("SELECT level FROM cost_bucket WHERE caller = $1", [caller])
    assert row
    return float(row["level"])


async def test_a_bucket_starts_full_and_pays_for_each_query() -> None:
    assert (await take("ann", 300, NOW)).level == 9_700
    assert (await take("ann", 300, NOW)).level == 9_400
    assert (await take("bob", 1, NOW)).level == 9_999


async def test_time_restores_it_up_to_the_brim() -> None:
    for _ in range(5):
        await take("ann", 1_000, NOW)
    assert (await take("ann", 0, after(2))).level == 7_000
    assert (await take("ann", 0, after(3_600))).level == 10_000


async def test_an_empty_bucket_says_when_there_is_enough_again() -> None:
    for _ in range(10):
        await take("ann", 1_000, NOW)
    with pytest.raises(RateLimited) as refused:
        await take("ann", 1_000, after(0.2))
    assert refused.value.limit == RateLimit("cost", 1, 10_000, 10, 200)
    assert (await take("ann", 1_000, after(1.2))).level == 200


async def test_a_refused_query_costs_nothing() -> None:
    for _ in range(10):
        await take("ann", 1_000, NOW)
    for _ in range(50):
        with pytest.raises(RateLimited):
            await take("ann", 1_000, after(0.5))
    assert (await take("ann", 1_000, after(1))).level == 0


async def test_what_a_query_did_not_use_is_given_back() -> None:
    await take("ann", 300, NOW)
    refund("ann", 200)
    assert (await take("ann", 0, NOW)).level == 9_900
    refund("ann", 0)
    assert (await take("ann", 0, after(5))).level == 10_000


async def test_the_database_is_settled_with_each_twentieth() -> None:
    await take("ann", 400, NOW)
    assert await stored("ann") == 10_000
    await take("ann", 200, NOW)  # more than a twentieth together
    assert await stored("ann") == 9_600
    await take("ann", 0, after(60))
    assert await stored("ann") == 9_600


async def test_the_database_is_settled_with_each_second_where_less_than_half_is_left() -> None:
    for cost_ in [1_000] * 6 + [0, 100]:
        await take("ann", cost_, NOW)
    assert await stored("ann") == 4_000
    await take("ann", 0, after(0.9))
    assert await stored("ann") == 4_000
    await take("ann", 0, after(1))
    assert await stored("ann") == 4_900  # a second restores 1,000


async def test_a_thousand_callers_in_turn_are_written_once_each() -> None:
    for round_ in range(3):
        for number in range(1_000):
            await take(f"caller {number}", 1, after(10 * round_))
        row = await database.row("SELECT count(*) AS many, max(updated_at) AS latest FROM cost_bucket")
        assert row == {"many": 1_000, "latest": NOW.timestamp()}


async def test_processes_share_one_bucket() -> None:
    """Another process is this one without its memory."""
    for _ in range(9):
        await take("ann", 1_000, NOW)
    cost.reset()
    assert (await take("ann", 1_000, NOW)).level == 1_000  # the last thousand was not settled yet
    assert (await take("ann", 1_000, NOW)).level == 0
    with pytest.raises(RateLimited):
        await take("ann", 1_000, NOW)


async def test_queries_at_the_same_time_are_all_paid() -> None:
    found = await asyncio.gather(*(take("ann", 1_000, NOW) for _ in range(25)), return_exceptions=True)
    assert sum(not isinstance(answer, BaseException) for answer in found) == 10


async def test_a_process_remembers_a_bounded_number_of_callers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "MAX_CALLERS", 3)
    for name in ("a", "b", "c", "d"):
        await take(name, 1, NOW)
    assert list(cost._cached) == ["b", "c", "d"]


@pytest.mark.parametrize("same_process", [True, False])
async def test_a_clock_that_was_set_back_an_hour_lets_the_bucket_fill_again(same_process: bool) -> None:
    for _ in range(10):
        await take("ann", 1_000, after(3_600))
    if not same_process:
        cost.reset()
    with pytest.raises(RateLimited) as refused:
        await take("ann", 2_000, NOW)
    assert refused.value.limit.retry_after <= 2
    assert (await take("ann", 2_000, after(2.5))).level < 10_000
