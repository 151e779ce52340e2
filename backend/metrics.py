"""What Prometheus reads: requests, operations and durations of this process."""

from collections.abc import Iterator
from contextlib import contextmanager
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


# Finding a figure by its labels takes as long as counting does; there are few, so they are kept.
_operations = cache(OPERATIONS.labels)
_operation_seconds = cache(OPERATION_SECONDS.labels)
_requests = cache(REQUESTS.labels)
_request_seconds = cache(REQUEST_SECONDS.labels)
