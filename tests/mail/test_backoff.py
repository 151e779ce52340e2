"""Tests of when a deferred mail is tried again."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from backend.mail.backoff import MAX_ATTEMPTS, MAX_RETRY_PERIOD, next_attempt

FIRST = datetime(2026, 11, 19, 9, 40, tzinfo=UTC)


class Always(Random):
    """Randomness at one end of its range."""

    def __init__(self, value: float) -> None:
        super().__init__()
        self.value = value

    def random(self) -> float:
        return self.value


def tries(random: Random, standstill: timedelta = timedelta()) -> list[datetime]:
    """The instants of all tries, if each is made at once or `standstill` late."""
    made = [FIRST]
    while len(made) < 10_000 and (due := next_attempt(len(made), FIRST, made[-1], random)):
        made.append(due + standstill)
    return made


@given(st.integers())
def test_tries_span_three_days_and_are_at_least_twelve(seed: int) -> None:
    made = tries(Random(seed))
    assert len(made) >= MAX_ATTEMPTS
    assert made == sorted(made)
    assert made[-1] == FIRST + MAX_RETRY_PERIOD


def test_the_longest_waits_still_leave_twelve_tries() -> None:
    assert len(tries(Always(1.0))) >= MAX_ATTEMPTS


@given(st.integers(), st.integers(min_value=1, max_value=200))
def test_a_worker_that_stood_still_makes_up_for_the_tries(seed: int, hours: int) -> None:
    assert len(tries(Random(seed), timedelta(hours=hours))) >= MAX_ATTEMPTS


def test_the_bound_doubles_from_a_minute_to_eight_hours() -> None:
    waits = [(next_attempt(n, FIRST, FIRST, Always(1.0)) or FIRST) - FIRST for n in range(1, 12)]
    assert waits[:3] == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert waits[-1] == timedelta(hours=8)


@given(st.integers(1, 10**6), st.integers(0, 72 * 3600 - 1), st.integers())
def test_inside_the_window_there_is_always_a_next_try(attempts: int, seconds: int, seed: int) -> None:
    at = FIRST + timedelta(seconds=seconds)
    due = next_attempt(attempts, FIRST, at, Random(seed))
    assert due is not None
    assert at <= due <= FIRST + MAX_RETRY_PERIOD
