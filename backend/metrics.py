"""What Prometheus reads of this process: requests, changes of orders, what came of mails, steps and webhooks, delays.

Labels have few values, all named in the code: nothing that callers send becomes one.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from time import perf_counter

from prometheus_client import Counter, Gauge, Histogram

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)

REQUESTS = Counter("http_requests", "Answered HTTP requests by kind of page and status.", ["page", "status"])
REQUEST_SECONDS = Histogram("http_request_seconds", "Time to the end of an HTTP answer.", ["page"], buckets=_BUCKETS)
OPERATIONS = Counter("graphql_operations", "GraphQL operations by type and outcome.", ["type", "outcome"])
OPERATION_SECONDS = Histogram("graphql_operation_seconds", "Time to execute an operation.", ["type"], buckets=_BUCKETS)
SUBSCRIPTIONS = Gauge("graphql_subscriptions", "Open subscriptions.")
CHANGES = Counter("order_changes", "Mutations of orders, by what came of them.", ["mutation", "outcome"])
STEPS = Counter("provisioning_steps", "Tries of provisioning steps, by what came of them.", ["kind", "outcome"])
STEP_SECONDS = Histogram(
    "provisioning_step_seconds", "Time until the connector answered.", ["kind"], buckets=(*_BUCKETS, 10, 30, 90)
)
MAILS = Counter("mail_attempts", "Tries of mails, by what the mail server made of them.", ["outcome"])
MAIL_SECONDS = Histogram("mail_attempt_seconds", "Time until it did.", buckets=(*_BUCKETS, 10, 30, 60, 120, 400))
WEBHOOKS = Counter("webhook_attempts", "Requests to webhooks, by what came of them.", ["outcome"])
REPLICA_READS = Counter(
    "replica_reads", "Reads that a replica may answer, by what came of it; all but answered ones went on.", ["outcome"]
)
LOOP_LAG = Histogram("event_loop_lag_seconds", "How late this process woke up, asked twice a second.", buckets=_BUCKETS)
LAG_INTERVAL = 0.5  # seconds between two looks


@dataclass(slots=True)
class Outcome:
    """Whether an operation had errors; an exception counts as one."""

    failed: bool = True


@contextmanager
def operation(kind: str) -> Iterator[Outcome]:
    """Count and time one query or mutation."""
    outcome, started = Outcome(), perf_counter()
    try:
        yield outcome
    finally:
        _operations(kind, "failed" if outcome.failed else "ok").inc()
        _operation_seconds(kind).observe(perf_counter() - started)


@contextmanager
def subscription() -> Iterator[None]:
    """Count a subscription for as long as it is open."""
    OPERATIONS.labels("subscription", "ok").inc()
    with SUBSCRIPTIONS.track_inprogress():
        yield


def request(page: str, status: int, seconds: float) -> None:
    """Count and time one answered request."""
    _requests(page, str(status)).inc()
    _request_seconds(page).observe(seconds)


@asynccontextmanager
async def measuring_lag() -> AsyncIterator[None]:
    """Measure inside how late the event loop wakes up: what keeps it busy keeps everybody waiting."""
    task = asyncio.create_task(_measure_lag())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _measure_lag() -> None:
    while True:
        due = perf_counter() + LAG_INTERVAL
        await asyncio.sleep(LAG_INTERVAL)
        LOOP_LAG.observe(max(0.0, perf_counter() - due))


# So that the first one is an increase.
for _outcome in ("sent", "deferred", "failed", "paused"):
    MAILS.labels(_outcome)
for _outcome in ("accepted", "failed"):
    WEBHOOKS.labels(_outcome)
for _outcome in ("answered", "conflict", "failed", "left alone", "refused"):
    REPLICA_READS.labels(_outcome)

# Finding a figure by its labels takes as long as counting does; there are few, so they are kept.
_operations = cache(OPERATIONS.labels)
_operation_seconds = cache(OPERATION_SECONDS.labels)
_requests = cache(REQUESTS.labels)
_request_seconds = cache(REQUEST_SECONDS.labels)
