"""Figures of the database: how much of each queue in it is due and for how long, and how much of the pool is in use."""

from collections.abc import Iterable
from datetime import datetime

from prometheus_client.core import GaugeMetricFamily, Metric

from backend import database

_DUE = "SELECT count(*) AS due, min(due_at) AS since FROM {source} due_at <= $1"
_QUEUES = {
    "mail": "email_message WHERE",
    "provisioning": "service s JOIN orders o ON o.id = s.order_id WHERE NOT o.test AND",
    "domains": "domain_verification WHERE",
    "sites": "site_change WHERE",
    "webhooks": "webhook_delivery WHERE",
}


class Due(database.Row, frozen=True):
    """What of a queue is due."""

    due: int
    since: datetime | None


async def read(at: datetime) -> Iterable[Metric]:
    """How many rows of each queue are due, and for how many seconds the first of them."""
    due = GaugeMetricFamily("queue_due", "Rows of a queue that a worker could take now.", labels=["queue"])
    age = GaugeMetricFamily("queue_age_seconds", "For how long the oldest of them has been due.", labels=["queue"])
    for queue, source in _QUEUES.items():
        found = await database.record(Due, _DUE.format(source=source), [at])
        waits = (at - found.since).total_seconds() if found and found.since else 0.0
        due.add_metric([queue], found.due if found else 0)
        age.add_metric([queue], max(0.0, waits))
    return due, age


def connections() -> Iterable[Metric]:
    """How much of this process's pool is in use; on SQLite, which has none, these have no samples."""
    used = GaugeMetricFamily("database_connections", "Connections to PostgreSQL.", labels=["state"])
    limit = GaugeMetricFamily("database_connections_limit", "How many connections this process may have.")
    waiting = GaugeMetricFamily("database_connections_waiting", "Tasks that wait for a connection.")
    if pool := database.pool():
        used.add_metric(["used"], pool.used)
        used.add_metric(["idle"], pool.idle)
        limit.add_metric([], pool.limit)
        waiting.add_metric([], pool.waiting)
    return used, limit, waiting
