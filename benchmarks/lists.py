"""`make bench-orders` measures every list of orders on both databases at growing numbers of orders.

Counted is time of the processor, ours and PostgreSQL's own. Still, let nothing else run: other work takes the caches of
the processor from a large database, whose lists then take up to three times as long.
"""

import argparse
import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock, database
from backend.migrate import migrate
from backend.models.order import OrderStatus
from backend.provisioning.access import Actor
from backend.provisioning.journey import ProvisioningStatus
from backend.provisioning.order_lists import (
    EVERYTHING,
    OrderBucket,
    OrderCriteria,
    OrderSort,
    list_orders,
    overview,
)
from benchmarks import many_orders
from benchmarks.servers import cpu
from tests.postgres import postgres

Key = tuple[str, str, str]
GOAL = 1.5  # times, from the smallest number to the largest
NOISE = 1.0  # milliseconds by which two measurements of the same may differ
_RUNS = 5
ROLES = {
    "support": Actor(email="help@hub.example", email_key="help@hub.example", support=True),
    "seller": Actor(token=many_orders.SELLER, scopes=frozenset({"orders:read"})),
    "partner": many_orders.PARTNER,
    "customer": many_orders.CUSTOMER,
    "contact": many_orders.person(0),
}


def criteria(company: int) -> dict[str, OrderCriteria]:
    """What is filtered by."""
    now = clock.now()
    found = {
        "all": EVERYTHING,
        "my turn": OrderCriteria(my_turn=True),
        "not my turn": OrderCriteria(my_turn=False),
        "of a customer": OrderCriteria(organization_id=company),
        "last day": OrderCriteria(placed_after=now - timedelta(days=1)),
        "two states": OrderCriteria(status=[OrderStatus.MAPPED, OrderStatus.SETTING_UP]),
    }
    found |= {f"status {one}": OrderCriteria(status=[one]) for one in OrderStatus}
    found |= {f"services {one}": OrderCriteria(provisioning_status=[one]) for one in ProvisioningStatus}
    found |= {f"bucket {one}": OrderCriteria(bucket=one) for one in OrderBucket}
    texts = {"number": "B-3-000017", "company": "brandt", "address": "c1@halden.example", "nothing": "nosuchthing",
             "two words": "gmbh brandtlogistik"}  # fmt: skip
    return found | {f"search {name}": OrderCriteria(text=text) for name, text in texts.items()}


async def measure(url: str, orders: int) -> dict[Key, float]:
    """Fill a new database and return the milliseconds of each list: the least of some tries."""
    EXECUTOR_CACHE.clear()  # what Tortoise prepared for another kind of database
    await migrate(url)
    await database.connect(url)
    try:
        await many_orders.fill(orders)
        server = await _server()
        row = await database.row("SELECT min(customer_organization_id) AS company FROM orders WHERE id < 1000")
        company = int(row["company"]) if row else 0
        found = {}
        for role, actor in ROLES.items():
            found[role, "overview", ""] = await _least(partial(overview, actor), server)
            for name, chosen in criteria(company).items():
                for sort in OrderSort:
                    found[role, name, sort.value] = await _least(
                        partial(list_orders, actor, chosen, sort, first=20), server
                    )
        return found
    finally:
        await database.disconnect()


async def _least(ask: Callable[[], Awaitable[object]], server: int | None) -> float:
    times = []
    for _ in range(_RUNS):
        begun = _spent(server)
        await ask()
        times.append((_spent(server) - begun) * 1000)
    return min(times)


def _spent(server: int | None) -> float:
    """Seconds that this process, in which SQLite works, and PostgreSQL's one for our connection were computing."""
    own = time.process_time()
    return own if server is None else own + cpu(server)


async def _server() -> int | None:
    """The process that works for our only connection to PostgreSQL."""
    if database.dialect() == "sqlite":
        return None
    row = await database.row("SELECT pg_backend_pid() AS pid")
    return int(row["pid"]) if row else None


def _report(kind: str, sizes: list[int], found: list[dict[Key, float]]) -> None:
    """Per role and filter, the slowest sort at each size; then what grows by more than the goal."""
    at = ", ".join(f"{size:,}" for size in sizes)
    print(f"\n{kind}: milliseconds of the processor, of the slowest sort, at {at} orders")
    for role, name in dict.fromkeys((role, name) for role, name, _ in found[0]):
        slowest = [max(ms for key, ms in times.items() if key[:2] == (role, name)) for times in found]
        print(f"  {role:9} {name:40} " + " ".join(f"{ms:8.2f}" for ms in slowest))
    grown = {key: found[-1][key] / ms for key, ms in found[0].items() if found[-1][key] > GOAL * ms + NOISE}
    print(f"  growth: median {statistics.median(found[-1][key] / found[0][key] for key in found[0]):.2f},"
          f" {len(grown)} of {len(found[0])} lists by more than {GOAL} (and {NOISE} ms)")  # fmt: skip
    for key, times in sorted(grown.items(), key=lambda item: -item[1])[:40]:
        print(f"    {' · '.join(key)}: {times:.1f} times, {found[-1][key]:.1f} ms")


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgres"], choices=["sqlite", "postgres"])
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        if "sqlite" in asked.databases:
            urls = [f"sqlite://{Path(folder) / str(size)}.db" for size in asked.orders]
            _report(
                "SQLite", asked.orders, [asyncio.run(measure(*one)) for one in zip(urls, asked.orders, strict=True)]
            )
        if "postgres" in asked.databases:
            with postgres() as server:
                urls = [f"{server.url(server.create())}&maxsize=1" for _ in asked.orders]
                _report("PostgreSQL, with its own", asked.orders, [
                    asyncio.run(measure(*one)) for one in zip(urls, asked.orders, strict=True)
                ])  # fmt: skip


if __name__ == "__main__":
    main()
