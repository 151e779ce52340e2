"""`make bench-capacity`: what an order costs of processors, memory and disk, on SQLite and PostgreSQL.

A web process and a worker, each by itself. Sellers' programs place orders, and read each once; the worker writes mails
into the built-in mailbox. Counted is time of the processor, not time that passes: so other work on the machine matters
little. SQLite has no process of its own; what it costs is in those of ours.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import httpx2
import psutil
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock, database
from backend.migrate import migrate
from backend.provisioning import tokens
from benchmarks.servers import ROOT, cpu, served
from tests.api import ORDER, document
from tests.faults.monitor import order
from tests.postgres import Postgres, postgres

ORDERS = int(os.environ.get("ORDERS", "1000"))
CALLERS = 8
READ = f"query ($id: ID!) {{ order(id: $id) {{ ...O }} }} {ORDER}"
WAITING = "SELECT count(*) AS n FROM email_message WHERE due_at IS NOT NULL"
SIZE = {
    "sqlite": "SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size",
    "postgres": "SELECT pg_database_size(current_database()) AS n",
}


async def main() -> None:
    """Measure one database after the other, and print."""
    print(f"{ORDERS} orders, {CALLERS} callers; milliseconds of a processor for each, of ours + of PostgreSQL\n")
    with tempfile.TemporaryDirectory() as folder:
        await _measure("SQLite", f"sqlite://{folder}/capacity.db", None)
    EXECUTOR_CACHE.clear()  # of SQL for the other one
    with postgres() as server:
        await _measure("PostgreSQL", server.url(server.create()), server)


async def _measure(name: str, url: str, server: Postgres | None) -> None:
    await migrate(url)
    await database.connect(url)
    token = await tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now())
    before = await _number(SIZE[database.dialect()])
    with served("ours", url, server, "--no-worker") as web:
        empty = web.memory()
        headers = {"Authorization": f"Bearer {token}"}
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{web.port}", headers=headers, timeout=60) as http:
            spent = web.cpu()
            ids = await _each(http, document("placeOrder"), [{"input": order(f"C-{n}")} for n in range(ORDERS)])
            placed, spent = web.cpu().since(spent), web.cpu()
            await _each(http, READ, [{"id": id} for id in ids])
            read = web.cpu().since(spent)
        full = web.memory()
        spent = web.cpu()
        async with _worker(url) as worker:
            await _until_sent()
            of_worker, of_database = cpu(worker.pid), web.cpu().since(spent)[1]
            memory = float(worker.memory_full_info().uss) / 2**20
    size = (await _number(SIZE[database.dialect()]) - before) / ORDERS
    await database.disconnect()
    one = 1000 / ORDERS
    print(
        f"{name}: to place {one * placed[0]:.1f} + {one * placed[1]:.1f}, to read {one * read[0]:.1f} + "
        f"{one * read[1]:.1f}, to mail {one * of_worker:.1f} + {one * of_database:.1f}; {size / 1024:.1f} KiB of disk;"
        f" a web process holds {empty:.0f} MiB, then {full:.0f}, a worker {memory:.0f}"
    )


async def _number(sql: str) -> float:
    row = await database.row(sql)
    assert row is not None
    return float(row["n"])


async def _each(http: httpx2.AsyncClient, query: str, variables: list[dict[str, object]]) -> list[str]:
    """Send them all, some at once; the ids of the orders that were answered."""
    numbers, ids = count(), dict[int, str]()

    async def call() -> None:
        while (number := next(numbers)) < len(variables):
            answer = await http.post("/graphql", json={"query": query, "variables": variables[number]})
            data = answer.json()["data"]
            ids[number] = (data.get("order") or data["placeOrder"]["order"])["id"]

    await asyncio.gather(*(call() for _ in range(CALLERS)))
    return [ids[number] for number in sorted(ids)]


@asynccontextmanager
async def _worker(url: str) -> AsyncIterator[psutil.Process]:
    command = [sys.executable, "-m", "backend", "worker"]
    own = {"DATABASE_URL": url, "LOG_LEVEL": "ERROR"}
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | own)  # noqa: ASYNC220 – nothing else goes on
    try:
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


async def _until_sent() -> None:
    while await _number(WAITING):  # noqa: ASYNC110 – another process sends them
        await asyncio.sleep(0.5)


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "s" * 32)
    asyncio.run(main())
