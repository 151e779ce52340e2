"""`make bench-summaries`: how long order summaries (PDF) take, and what others feel while many are asked for.

Measured is the first summary of a server that is warm, the same once more, then 100 of as many people at once and 100
of one person: how long they wait, how long somebody waits who comes after them, and what small queries wait meanwhile.
"""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from statistics import quantiles

import httpx2
import uvloop

from backend.ids import public_id
from benchmarks.load import Request, connect
from benchmarks.orders import PreparedOrder, prepare
from benchmarks.servers import Server, served

MANY = 100
PAUSE = 0.01  # seconds between two small queries
ALONE = 5.0  # seconds
LATE = 0.2  # seconds, until all others have arrived
WARM = 0.5  # seconds without work, then a process has loaded what it needs
SMALL = "query($id: ID!) { order(id: $id) { id status version } }"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="summaries-") as folder:
        uvloop.run(_measure(f"sqlite://{folder}/bench.db"))


async def _measure(url: str) -> None:
    given = await prepare(url, [*[1] * (MANY + 3), MANY])
    calm, late, later, *others = given
    people, own = others[:MANY], others[MANY:]
    limits = httpx2.Limits(max_connections=None)
    with served("ours", url, None) as server:
        await _warm(server)
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", timeout=120, limits=limits) as client:
            asked = _Asked(server, client, calm)
            print(f"summary: first {await asked.summary(calm):.0f} ms, again {await asked.summary(calm):.1f} ms")
            print(f"memory: {server.memory():.1f} MiB, its processes {_memory_of_others(server):.1f} MiB")
            _row("small query, nobody asks for summaries", await asked.queries(asyncio.sleep(ALONE)))
            await asked.storm(f"{MANY} people ask for one each", people, late)
            await asked.storm(f"one person asks for {MANY}", own, later)


@dataclass
class _Asked:
    """A server that is asked for summaries, and by a calm caller for the order of theirs."""

    server: Server
    client: httpx2.AsyncClient
    calm: PreparedOrder
    refused: int = 0

    async def summary(self, one: PreparedOrder) -> float:
        """How long somebody waits for their summary, in milliseconds; who is told to come later counts as refused."""
        began = time.perf_counter()
        path = f"/orders/{public_id('Order', one.order)}/summary.pdf"
        answer = await self.client.get(path, headers={"Cookie": f"session={one.session}"})
        self.refused += answer.status_code != 200
        return (time.perf_counter() - began) * 1000

    async def storm(self, name: str, asked: Sequence[PreparedOrder], late: PreparedOrder) -> None:
        """Ask for all of them at once, then for the late one."""

        async def all_at_once() -> None:
            waiting = [asyncio.ensure_future(self.summary(one)) for one in asked]
            await asyncio.sleep(LATE)
            behind = await self.summary(late)
            waits = sorted(await asyncio.gather(*waiting))
            print(f"{name}: they wait {waits[MANY // 2]:.0f} ms in the middle, {waits[-1]:.0f} ms at most")
            print(f"    who comes {LATE} s later waits {behind:.0f} ms; refused {self.refused}")

        _row("    small query meanwhile", await self.queries(all_at_once()))

    async def queries(self, meanwhile: Awaitable[None]) -> list[float]:
        """How long small queries wait until something is done, in milliseconds."""
        connection, waits = await connect(self.server.port), list[float]()
        body = {"query": SMALL, "variables": {"id": public_id("Order", self.calm.order)}}
        request = Request("/graphql", body, self.calm.session, "none").sent()
        working = asyncio.ensure_future(meanwhile)
        while not working.done():
            began = time.perf_counter()
            await connection.ask(request)
            waits.append((time.perf_counter() - began) * 1000)
            await asyncio.sleep(PAUSE)
        connection.close()
        await working
        return waits


def _row(name: str, waits: list[float]) -> None:
    cut = quantiles(waits, n=100)
    print(f"{name}: p50 {cut[49]:.1f} ms, p99 {cut[98]:.1f} ms, max {max(waits):.1f} ms ({len(waits)})", flush=True)


async def _warm(server: Server) -> None:
    """Wait until the server has started its process for summaries, and that has nothing more to do."""
    before = None
    while (now := [sum(child.cpu_times()[:2]) for child in server.process.children()]) != before or not now:
        before = now
        await asyncio.sleep(WARM)


def _memory_of_others(server: Server) -> float:
    return sum(float(child.memory_full_info().uss) for child in server.process.children()) / 2**20


if __name__ == "__main__":
    main()
