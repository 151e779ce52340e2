"""When a deferred mail is tried again, and work of which nobody knows how it ended."""

from datetime import datetime, timedelta
from random import Random

MAX_RETRY_PERIOD = timedelta(hours=72)
MAX_ATTEMPTS = 12
_FIRST = timedelta(minutes=1)
_MAX_DELAY = timedelta(hours=8)


def next_attempt(attempts: int, first_at: datetime, at: datetime, random: Random) -> datetime | None:
    """When to try again after `attempts` tries, the first at `first_at` and the last at `at`; None: give up.

    Full jitter: anywhere between now and a bound that doubles from a minute to eight hours. The bounds of eleven
    retries add up to a day, so that twelve tries always fit; after a standstill of ours they are made up for.
    """
    end = first_at + MAX_RETRY_PERIOD
    if at >= end and attempts >= MAX_ATTEMPTS:
        return None
    longest = min(_FIRST * (1 << min(attempts - 1, 16)), _MAX_DELAY)
    due = at + random.random() * longest
    return due if at >= end else min(due, end)


def delay_after_unknown(times: int) -> timedelta | None:
    """How long work waits that was taken `times` times without its outcome being written; None: it is not taken again.

    Once happens to any work whose worker is killed, and costs no more than its lease.
    """
    return None if times > MAX_ATTEMPTS else timedelta(seconds=2) * (1 << times)
