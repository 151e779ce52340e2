"""`make bench`: what a request costs here, in a handler by hand, in Mercurius with JIT and in stock Strawberry.

Each is one process on its own copy of the same database, SQLite and PostgreSQL. They take turns with blocks of
requests; what is compared is the CPU time of the server's process and of the database's, which a busy machine disturbs
least. Everything is switched on: session, owner check, limits, cost, idempotency and audit. Before anything is measured
all have to give the same answer. `--check` compares with the ratios that are kept in `ratios.json`; `--keep` writes it.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import orjson
import uvloop

from backend.ids import public_id
from benchmarks.load import Request, block, connect
from benchmarks.orders import LATER, NOW, QUERY, PreparedOrder, prepare
from benchmarks.ratios import HEAD, Block, Row, keep, kept_in, ratios_of, worse
from benchmarks.servers import NAMES, Server, copy_of, served
from tests.postgres import postgres

KEPT = Path(__file__).parent / "ratios.json"
ROUNDS = int(os.environ.get("ROUNDS", "5"))
REQUESTS = 200  # of a block
CALLERS = int(os.environ.get("CALLERS", "1000"))
CONNECTIONS = (1, 16)


@dataclass
class Contestant:
    """A server and what it was asked so far."""

    server: Server
    changed: Counter[int] = field(default_factory=Counter)  # steps of each order
    asked: Iterator[int] = field(default_factory=count)

    def query(self, given: PreparedOrder) -> Request:
        """The order's page."""
        if self.server.name == "raw":
            return self._ask("/order", {"id": given.order}, given)
        return self._ask("/graphql", {"query": QUERY, "variables": {"id": public_id("Order", given.order)}}, given)

    def step(self, given: PreparedOrder) -> Request:
        """A step of the wizard, to and fro."""
        later = self.changed[given.order] % 2 == 0
        self.changed[given.order] += 1
        if self.server.name == "raw":
            state = "DEFERRED" if later else "DRAFT"
            return self._ask("/step", {"service": given.service, "state": state}, given)
        variables = {"input": {"serviceId": public_id("Service", given.service)}}
        return self._ask("/graphql", {"query": LATER if later else NOW, "variables": variables}, given)

    def _ask(self, path: str, body: dict[str, Any], given: PreparedOrder) -> Request:
        # Stock Strawberry is mounted below its path.
        path = f"{path}/" if self.server.name == "strawberry" else path
        return Request(path, body, given.session, f"bench-{next(self.asked)}")


def main() -> int:
    """Measure and print; 1 if a ratio has become worse."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail if a ratio is worse than the kept one by a fifth")
    parser.add_argument("--keep", action="store_true", help="keep the ratios of this run")
    parser.add_argument("--database", choices=["SQLite", "PostgreSQL"], action="append")
    given = parser.parse_args()
    print(HEAD, flush=True)
    names = given.database or ["SQLite", "PostgreSQL"]
    now = ratios_of([row for name in names for row in uvloop.run(_database(name))])
    if given.keep:
        keep(KEPT, now)
    kept = (
        {name: ratio for name, ratio in kept_in(KEPT).items() if name.startswith(tuple(names))} if given.check else {}
    )
    missed = worse(now, kept) if given.check else []
    print("\n".join(missed))
    return int(bool(missed))


async def _database(name: str) -> list[Row]:
    """All measurements on one database."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        server = stack.enter_context(postgres()) if name == "PostgreSQL" else None
        url = server.url(server.create()) if server else f"sqlite://{folder}/bench.db"
        given = await prepare(url, [max(CONNECTIONS), *[1] * (CALLERS - 1)])
        contestants = [Contestant(stack.enter_context(served(one, copy_of(url, one, server), server))) for one in NAMES]
        print(f"{name}: memory, idle and ready {contestants[1].server.memory():.1f} MiB", flush=True)
        await _the_same(contestants, given[0])
        await _summary(contestants[1].server, given[0])
        return [row async for row in _measured(name, contestants, given)]


async def _the_same(contestants: list[Contestant], given: PreparedOrder) -> None:
    """Make sure that all give the same answers. Raises RuntimeError."""
    for kind in (Contestant.query, Contestant.step, Contestant.step):
        told = {}
        for contestant in contestants:
            connection = await connect(contestant.server.port)
            answer = orjson.loads(await connection.ask(kind(contestant, given).sent()))
            connection.close()
            told[contestant.server.name] = answer["data"] if "errors" not in answer else answer
        if any(answer != told["ours"] for answer in told.values()):
            raise RuntimeError(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())


async def _summary(server: Server, given: PreparedOrder) -> None:
    """Print how long the order's summary takes."""
    address, taken = (
        f"http://127.0.0.1:{server.port}/orders/{public_id('Order', given.order)}/summary.pdf",
        list[float](),
    )
    async with httpx2.AsyncClient(cookies={"session": given.session}, timeout=30) as client:
        for _ in range(2):
            began = time.perf_counter()
            (await client.get(address)).raise_for_status()
            taken.append((time.perf_counter() - began) * 1000)
    print(f"order summary (PDF): first {taken[0]:.0f} ms, cached {taken[1]:.1f} ms", flush=True)


async def _measured(name: str, contestants: list[Contestant], given: list[PreparedOrder]) -> AsyncIterator[Row]:
    """Each kind of request under each load."""
    for what, kind in (("order query", Contestant.query), ("wizard step", Contestant.step)):
        for callers, of_them in ((1, given[: max(CONNECTIONS)]), (CALLERS, given)):
            for many in CONNECTIONS:
                row = Row(f"{name}, {what}, callers {callers}, connections {many}")
                orders = of_them if many > 1 or callers > 1 else of_them[:1]
                await _rounds(row, contestants, kind, orders, many)
                print("\n".join(row.lines()), flush=True)
                yield row


async def _rounds(
    row: Row,
    contestants: list[Contestant],
    kind: Callable[[Contestant, PreparedOrder], Request],
    orders: list[PreparedOrder],
    many: int,
) -> None:
    """Let the servers take turns, each time from another one on; the first round only warms up."""
    for turn in range(ROUNDS + 1):
        for place in range(len(contestants)):
            one = contestants[(turn + place) % len(contestants)]
            due = [orders[(turn * REQUESTS + number) % len(orders)] for number in range(REQUESTS)]
            measured = await _block(one, many, [kind(one, given).sent() for given in due])
            if turn:
                row.blocks.setdefault(one.server.name, []).append(measured)


async def _block(one: Contestant, many: int, requests: list[bytes]) -> Block:
    connections = [await connect(one.server.port) for _ in range(many)]
    cpu, began = one.server.cpu(), time.perf_counter()
    waits, answers = await block(connections, requests)
    seconds = time.perf_counter() - began
    server, database = one.server.cpu().since(cpu)
    for connection in connections:
        connection.close()
    for answer in answers:
        if b'"errors":' in answer or (b'"userErrors":[]' not in answer and b'"orderNumber"' not in answer):
            raise RuntimeError(f"{one.server.name}: {answer.decode()}")
    return Block(server / len(requests), database / len(requests), waits, seconds)


if __name__ == "__main__":
    sys.exit(main())
