"""The clock is the database's, whatever somebody does to the machine's."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from backend import clock, database

HOUR = timedelta(hours=1)
NEARLY = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def put_right() -> Iterator[None]:
    """No test's clock is left to the next."""
    yield
    clock.follow_machine()
    clock._jumped_at = None


async def test_a_database_that_is_an_hour_ahead_sets_the_clock_and_the_offset_comes_on_top(the_clock: None) -> None:
    clock.synchronise(datetime.now(UTC) + HOUR, clock.elapsed())
    assert abs(clock.now() - datetime.now(UTC) - HOUR) < NEARLY
    clock.set_offset(timedelta(days=31))
    assert abs(clock.now() - datetime.now(UTC) - HOUR - timedelta(days=31)) < NEARLY


async def test_an_answer_that_took_long_does_not_move_a_clock_that_is_set() -> None:
    clock.synchronise(datetime.now(UTC), clock.elapsed())
    clock.synchronise(datetime.now(UTC) + HOUR, clock.elapsed() - 3)
    assert abs(clock.now() - datetime.now(UTC)) < NEARLY


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
async def test_a_jump_is_noticed_and_small_corrections_are_not(jump: timedelta) -> None:
    for correction in (0.0, 0.3, -0.2):
        clock.synchronise(datetime.now(UTC) + timedelta(seconds=correction), clock.elapsed())
        assert clock.is_steady()
    clock.synchronise(datetime.now(UTC) + jump, clock.elapsed())
    assert not clock.is_steady()


async def test_each_database_sets_the_clock_when_it_is_connected(db: str) -> None:
    clock.synchronise(datetime.now(UTC) + 9 * HOUR, clock.elapsed())
    await database.disconnect()
    await database.connect(db)
    await database.rows("SELECT 1 AS one")
    assert abs(clock.now() - datetime.now(UTC)) < NEARLY
