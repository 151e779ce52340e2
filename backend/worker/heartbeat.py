"""Liveness of the worker's loops: when each finished its last iteration, and which are stuck.

Each iteration has a timeout that ends it, whatever it waits for; a loop that does not come round even so is a reason to
restart this process.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from prometheus_client import Gauge

LAST_ITERATION = Gauge("worker_last_turn_timestamp_seconds", "When a loop of the worker last came round.", ["loop"])
GRACE_PERIOD = 30.0  # seconds after its timeout in which an iteration should have ended

_expected: dict[str, float] = {}  # until when each loop has to come round, on the counter that nobody can set


@asynccontextmanager
async def iteration(loop: str, within: float) -> AsyncIterator[None]:
    """One iteration of a loop, which ends within so many seconds. Raises TimeoutError."""
    _expected[loop] = time.monotonic() + within + GRACE_PERIOD
    try:
        async with asyncio.timeout(within):
            yield
    finally:
        LAST_ITERATION.labels(loop).set_to_current_time()
        _expected[loop] = time.monotonic() + within + GRACE_PERIOD


def stuck() -> list[str]:
    """The loops of this process that did not come round in time."""
    return sorted(loop for loop, until in _expected.items() if time.monotonic() > until)


def forget_loops() -> None:
    """No loop is run any more in this process, so none is stuck."""
    _expected.clear()
