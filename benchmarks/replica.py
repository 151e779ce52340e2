"""`make bench-replica`: what a streaming replica takes from its primary where people look through lists and find.

The same reads without a replica and with one, while orders change. Counted is time of the processor, which other work
on the machine matters little to: of the primary's processes (what it sends to its replica among it), of the replica's,
and of ours.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import urlsplit

import psutil

from backend import clock, database, replica
from backend.metrics import REPLICA_READS
from backend.migrate import migrate
from backend.models.organization import OrganizationType
from backend.provisioning.finder.matching import Question, match
from backend.provisioning.finder.search import search
from backend.provisioning.order_lists import OrderCriteria, OrderSort, list_orders, overview
from backend.replica import read_anywhere
from benchmarks import many_orders
from benchmarks.lists import ROLES
from tests.postgres import Postgres, postgres

ORDERS = int(os.environ.get("ORDERS", "20000"))
ROUNDS = int(os.environ.get("ROUNDS", "40"))
AT_ONCE = 4
SORTS = (OrderSort.PLACED_NEWEST, OrderSort.WAITING_LONGEST)
TEXTS = ("B-3-17", "brandt", "c1@halden.example", "gmbh brandtlogistik")
DOMAINS = ("halden.example", "brandt.example", "nobody.example")


def reads() -> list[Callable[[], Awaitable[object]]]:
    """One round of the mix: lists of each role, with their count and the overview; searches; the finder."""
    found: list[Callable[[], Awaitable[object]]] = []
    for actor in ROLES.values():
        found.append(partial(overview, actor))
        found += [partial(list_orders, actor, sort=sort, first=20) for sort in SORTS]
        found += [partial(list_orders, actor, OrderCriteria(text=text), first=20) for text in TEXTS]
    for domain in DOMAINS:
        asked = Question(email=f"new@{domain}", slot=OrganizationType.CUSTOMER, development=True)
        found += [partial(match, asked, clock.now()), partial(search, asked, domain, clock.now())]
    return found


async def measure(replica_url: str, servers: list[Postgres]) -> list[float]:
    """Milliseconds of a processor for each read: of each server, and of ours."""
    mix, postmasters = reads(), [psutil.Process(server.pid) for server in servers]
    async with replica.following(replica_url):
        await _read_all(mix)  # connections are made, statements prepared
        before = [_spent(process) for process in (*postmasters, psutil.Process())]
        changes = asyncio.create_task(_change())
        await _read_all(mix * ROUNDS)
        changes.cancel()
        await asyncio.gather(changes, return_exceptions=True)
        after = [_spent(process) for process in (*postmasters, psutil.Process())]
    return [1000 * (now - was) / (ROUNDS * len(mix)) for now, was in zip(after, before, strict=True)]


async def _read_all(reads: list[Callable[[], Awaitable[object]]]) -> None:
    left = list(reads)

    async def work() -> None:
        while left:
            await read_anywhere(left.pop())

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))


def _spent(process: psutil.Process) -> float:
    """Seconds of a process; of a server, also of those that it began and that have ended."""
    if process.pid == os.getpid():
        return sum(process.cpu_times()[:2])
    return sum(sum(one.cpu_times()[:4]) for one in (process, *process.children(recursive=True)))


async def _change() -> None:
    """Orders change meanwhile, twenty a second."""
    while True:
        await database.execute(
            "UPDATE orders SET turn_since = $1 WHERE id = (SELECT min(id) FROM orders)", [clock.now()]
        )
        await asyncio.sleep(0.05)


async def main() -> None:
    """Measure without a replica and with one, and print."""
    with postgres() as primary:
        url = primary.url(primary.create())
        await migrate(url)
        await database.connect(url)
        await many_orders.fill(ORDERS)
        with postgres(primary) as second:
            for name, asked in (("without", ""), ("with", second.url(urlsplit(url).path[1:]))):
                of_primary, of_replica, ours = await measure(asked, [primary, second])
                print(f"{name:8} primary {of_primary:.2f}, replica {of_replica:.2f}, ours {ours:.2f} ms a read")
            came = {
                s.labels["outcome"]: s.value
                for s in next(iter(REPLICA_READS.collect())).samples
                if s.name.endswith("_total")
            }
            print(f"{ORDERS} orders, {ROUNDS * len(reads())} reads each; what came of them: {came}")
        await database.disconnect()


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "s" * 32)
    asyncio.run(main())
