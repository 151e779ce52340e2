"""When a deferred mail is tried again."""

from datetime import datetime, timedelta
from random import Random

WINDOW = timedelta(hours=72)
TRIES = 12
_FIRST = timedelta(minutes=1)
_LONGEST = timedelta(hours=8)


def next_attempt(attempts: int, first_at: datetime, at: datetime, random: Random) -> datetime | None:
    """When to try again after `attempts` tries, the first at `first_at` and the last at `at`; None: give up.

    Full jitter: anywhere between now and a bound that doubles from a minute to eight hours. The bounds of eleven
    retries add up to a day, so that twelve tries always fit; after a standstill of ours they are made up for.
    """
    end = first_at + WINDOW
    if at >= end and attempts >= TRIES:
        return None
    longest = min(_FIRST * (1 << min(attempts - 1, 16)), _LONGEST)
    due = at + random.random() * longest
    return due if at >= end else min(due, end)
