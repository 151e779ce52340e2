"""`make bench-workers`: how a server starts, and what a second web process is worth to it.

The database is a recording that answers (see `recording.py`), so that two cores are enough to see it. A web process is
as fast as its CPU time for a request lets it be, and several are as fast as the busiest of them: so requests a second
are counted by the CPU time of the busiest, which leaves out what the recording and who asks take of the same cores.
"""

import asyncio
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil
import uvloop

from backend.ids import public_id
from benchmarks.load import Request, block, connect
from benchmarks.orders import QUERY, PreparedOrder, prepare
from benchmarks.recording import recorded
from benchmarks.servers import ROOT, Server, cpu, free_port, served, wait_for
from tests.postgres import postgres

ROUNDS = int(os.environ.get("ROUNDS", "10"))
REQUESTS = 1_000  # of a block
CONNECTIONS = (16, 64)
PROCESSES = (1, 2)
PERIODIC = 7.0  # seconds, so that what is asked from time to time is recorded too
READY = 0.8  # seconds of CPU that a web process has taken when it serves


@dataclass(frozen=True, slots=True)
class Block:
    """What a block took: seconds by the clock, and of the CPU for each web process, the recording, and who asked."""

    clock: float
    web: list[float]
    database: float
    asking: float


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="workers-") as folder:
        uvloop.run(_measure(Path(folder) / "recording"))


async def _measure(file: Path) -> None:
    given, url = await _record(file)
    with ExitStack() as stack:
        port, database = stack.enter_context(_replayed(file))
        servers = []
        for processes in PROCESSES:
            began = time.perf_counter()
            servers.append(
                stack.enter_context(served("ours", url.format(port=port), None, "--workers", str(processes)))
            )
            print(f"{processes} web: listens after {time.perf_counter() - began:.2f} s", flush=True)
        for server, processes in zip(servers, PROCESSES, strict=True):
            await _until_ready(server, given, processes)
            sizes = ", ".join(f"{one.memory_full_info().uss / 2**20:.1f}" for one in _web(server, processes))
            print(f"{processes} web: {sizes} MiB after {REQUESTS} requests", flush=True)
        for many in CONNECTIONS:
            blocks: dict[int, list[Block]] = {processes: [] for processes in PROCESSES}
            for _ in range(ROUNDS):
                for server, processes in zip(servers, PROCESSES, strict=True):
                    blocks[processes].append(await _block(server, database, given, processes, many))
            for processes in PROCESSES:
                _row(many, processes, blocks[processes])
            pairs = zip(blocks[1], blocks[2], strict=True)
            ratios = sorted(_speed(two) / _speed(one) for one, two in pairs)
            print(
                f"{many} connections: two web processes are {median(ratios):.2f} x one "
                f"({ratios[0]:.2f}–{ratios[-1]:.2f} in {ROUNDS} pairs of blocks)",
                flush=True,
            )


async def _record(file: Path) -> tuple[PreparedOrder, str]:
    """Write what the database answers to a server that is asked for an order, and the address of such a database."""
    with postgres() as server:
        name = server.create()
        [given] = await prepare(server.url(name))
        socket = server.url(name).partition("?host=")[2]
        async with recorded(f"{socket}/.s.PGSQL.5432") as (port, recording):
            url = "postgres://postgres@127.0.0.1:{port}/" + name
            with served("ours", url.format(port=port), None) as ours:
                await _ask(ours, given, 1, 200)
                await asyncio.sleep(PERIODIC)
                await _ask(ours, given, 16, 2_000)
        file.write_bytes(pickle.dumps(recording))  # noqa: ASYNC240 – nothing else is done
        return given, url


@contextmanager
def _replayed(file: Path) -> Iterator[tuple[int, psutil.Process]]:
    """The recording as a process of its own, and where it listens."""
    port = free_port()
    started = subprocess.Popen([sys.executable, "-m", "benchmarks.recording", str(file), str(port)], cwd=ROOT)
    try:
        wait_for(started, port)
        yield port, psutil.Process(started.pid)
    finally:
        started.terminate()
        started.wait()


async def _block(server: Server, database: psutil.Process, given: PreparedOrder, processes: int, many: int) -> Block:
    measured = (*_web(server, processes), database)
    before, own, began = [cpu(one.pid) for one in measured], time.process_time(), time.perf_counter()
    await _ask(server, given, many, REQUESTS)
    clock, asking = time.perf_counter() - began, time.process_time() - own
    *web, answering = [cpu(one.pid) - was for one, was in zip(measured, before, strict=True)]
    return Block(clock, web, answering, asking)


async def _ask(server: Server, given: PreparedOrder, many: int, requests: int) -> None:
    """Ask over so many connections, which are opened for it at once."""
    body = {"query": QUERY, "variables": {"id": public_id("Order", given.order)}}
    request = Request("/graphql", body, given.session, "none").sent()
    connections = await asyncio.gather(*(connect(server.port) for _ in range(many)))
    _, answers = await block(list(connections), [request] * requests)
    for connection in connections:
        connection.close()
    for answer in answers:
        if b'"orderNumber"' not in answer:
            raise RuntimeError(answer.decode())


def _web(server: Server, processes: int) -> list[psutil.Process]:
    """The processes that serve: the server itself, or of those that it started the ones that import most."""
    started = server.process.children()
    return sorted(started, key=lambda one: one.memory_info().rss)[-processes:] if processes > 1 else [server.process]


async def _until_ready(server: Server, given: PreparedOrder, processes: int) -> None:
    """Ask until each of its processes has answered."""
    while not all(cpu(one.pid) > READY for one in _web(server, processes)):  # noqa: ASYNC110
        await asyncio.sleep(0.5)
    await _ask(server, given, 64, REQUESTS)


def _speed(block: Block) -> float:
    """Requests in a second of the busiest web process's CPU time."""
    return REQUESTS / max(block.web)


def _row(many: int, processes: int, blocks: list[Block]) -> None:
    share = median(max(one.web) / sum(one.web) for one in blocks)
    clock = median(REQUESTS / one.clock for one in blocks)
    web, database, asking = (
        median(spent) / REQUESTS * 1000
        for spent in zip(*((sum(one.web), one.database, one.asking) for one in blocks), strict=True)
    )
    print(
        f"{many} connections, {processes} web: {median(map(_speed, blocks)):.0f} requests/s by the busiest's CPU, "
        f"{clock:.0f} by the clock; "
        f"the busiest does {share:.0%}; ms of CPU a request: web {web:.3f}, recording {database:.3f}, "
        f"asking {asking:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
