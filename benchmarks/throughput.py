"""`make bench-throughput`: orders placed, mails sent and orders provisioned in a second, on SQLite and PostgreSQL.

Sellers' programs place orders over HTTP; workers, each a process, then write the welcome emails into the built-in
mailbox or send them to a mail server on this machine, and carry out the steps of orders that were submitted: the
sandbox takes 0.3 s for each. Rates are by the clock and fit a machine that does nothing else. Beside them stands the
time of the processor for each order or mail, ours + PostgreSQL's, which other work changes little.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count

import httpx2
import psutil
from msgspec.structs import replace
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import clock, database
from backend.demo import acts
from backend.migrate import migrate
from backend.models.order import Audience, LicenseScope
from backend.models.organization import OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning import tokens
from backend.provisioning.intake import place_order
from backend.provisioning.new_order import SoldLicense
from benchmarks.orders import new_order
from benchmarks.servers import ROOT, Server, free_port, served, wait_for
from tests.api import document
from tests.faults.monitor import order
from tests.postgres import Postgres, postgres

ORDERS = int(os.environ.get("ORDERS", "600"))  # placed, and as many mails
PROVISIONED = int(os.environ.get("PROVISIONED", "120"))  # orders, by one worker and by two
CALLERS = 16
DOMAINS = 20  # of the recipients
STEPS = 3  # of an order that is provisioned: its site, the site's licenses, Messaging
WARM = 0.2  # of the mails or orders are done before the clock starts
_PER_SITE, _WIDE = LicenseScope.PER_SITE, LicenseScope.ORGANIZATION_WIDE
_MEETINGS = SoldLicense("Meetings", ServiceKind.MEETINGS, _PER_SITE, 250)
_SOLD = [_MEETINGS, SoldLicense("Messaging", ServiceKind.MESSAGING, _WIDE, 250)]
_MAILS = "SELECT count(*) AS n FROM email_message WHERE due_at IS NOT NULL"
_UNFINISHED = "SELECT count(*) AS n FROM orders WHERE status = 'SETTING_UP'"
# Nobody is mailed: an order summary takes longer to draw than its steps to carry out, and is measured by itself.
_QUIET = "UPDATE orders SET partner_access_ended_at = $1 WHERE id = $2"
_PAUSE = "UPDATE service SET due_at = NULL WHERE order_id = $1"
_GO = "UPDATE service SET due_at = $1 WHERE order_id = $2 AND state = 'PROVISIONING'"


async def main() -> None:
    """Measure one database after the other, and print."""
    only = os.environ.get("ONLY", "")
    print("A second; milliseconds of a processor for each, of ours + of PostgreSQL\n")
    if only != "postgres":
        with tempfile.TemporaryDirectory() as folder:
            await _measure("SQLite", f"sqlite://{folder}/throughput.db", None)
    EXECUTOR_CACHE.clear()  # of SQL for the other one
    if only != "sqlite":
        with postgres() as server:
            await _measure("PostgreSQL", server.url(server.create()), server)


async def _measure(name: str, url: str, server: Postgres | None) -> None:
    await migrate(url)
    await database.connect(url)
    headers = {"Authorization": f"Bearer {await tokens.create('shop', ['orders:write'], clock.now())}"}
    with served("ours", url, server, "--no-worker") as web:
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{web.port}", headers=headers, timeout=60) as http:
            await _place(http, "W", CALLERS)
            for number, (where, smtp) in enumerate((("into the mailbox", _nowhere), ("by SMTP", _mail_server))):
                began, spent = time.perf_counter(), web.cpu()
                await _place(http, f"T{number}", ORDERS)
                _print(name, "placed", ORDERS, time.perf_counter() - began, [web.cpu().since(spent)])
                with smtp() as address:
                    await _work(name, f"mailed {where}", url, server, 1, _MAILS, SMTP_URL=address)
    ids = [await _submitted(number) for number in range(3 * PROVISIONED)]
    for workers in (1, 2):
        lot, ids = ids[: workers * PROVISIONED], ids[workers * PROVISIONED :]
        for id in lot:
            await database.execute(_GO, [clock.now(), id])
        done = f"{_UNFINISHED} AND id IN ({', '.join(map(str, lot))})"
        await _work(name, f"provisioned by {workers}", url, server, workers, done)
    await database.disconnect()


async def _place(http: httpx2.AsyncClient, prefix: str, many: int) -> None:
    """Place so many orders, some at once."""
    numbers = count()

    async def call() -> None:
        while (number := next(numbers)) < many:
            body = {"query": document("placeOrder"), "variables": {"input": _order(f"{prefix}-{number}")}}
            answer = await http.post("/graphql", json=body)
            assert answer.json()["data"]["placeOrder"]["order"], answer.text

    def _order(number: str) -> dict[str, object]:
        return order(number, f"company{hash(number) % DOMAINS}.example")

    await asyncio.gather(*(call() for _ in range(CALLERS)))


async def _submitted(number: int) -> int:
    """An order whose services are submitted, and wait."""
    email = f"person{number}@halden.example"
    contact, at = acts.person(email), clock.now()
    async with database.transaction():
        placed = await place_order(replace(new_order(f"P-{number}", email), licenses=_SOLD), "bench", at)
        for act in (
            acts.choose_audience(Audience.CUSTOMER),
            acts.create(OrganizationType.PARTNER, "Halden Networks", "AGRICULTURE", "DE"),
            acts.create(OrganizationType.CUSTOMER, "Brandt Logistik", "AGRICULTURE", "DE"),
            acts.confirm(),
            acts.save_sites("Europe/Berlin", f"brandt-{number}"),
            acts.close(ServiceKind.MEETINGS),
        ):
            await act(placed.id, contact, at)
        await database.execute(_QUIET, [at, placed.id])
        await database.execute(_PAUSE, [placed.id])
        await database.execute("UPDATE email_message SET due_at = NULL WHERE order_id = $1", [placed.id])
    return placed.id


async def _work(  # noqa: PLR0917 – what a line says
    name: str, what: str, url: str, server: Postgres | None, workers: int, left: str, **settings: str
) -> None:
    """Let workers do all that is due, and print how fast they were."""
    total = await _number(left)
    async with _workers(url, server, workers, **settings) as running:
        begun = await _until_at_most(left, int(total * (1 - WARM)))
        began, spent = time.perf_counter(), [one.cpu() for one in running]
        await _until_at_most(left, 0)
        took = time.perf_counter() - began
        cost = [one.cpu().since(before) for one, before in zip(running, spent, strict=True)]
    _print(name, what, begun, took, cost)


async def _until_at_most(left: str, most: int) -> float:
    while (number := await _number(left)) > most:  # noqa: ASYNC110 – other processes do it
        await asyncio.sleep(0.05)
    return number


def _print(name: str, what: str, many: float, took: float, cost: list[tuple[float, float]]) -> None:
    ours, database_ = sum(own for own, _ in cost), cost[0][1]
    print(f"{name}: {what}: {many / took:.0f}, {1000 * ours / many:.2f} + {1000 * database_ / many:.2f} ms", flush=True)


async def _number(sql: str) -> float:
    row = await database.row(sql)
    assert row is not None
    return float(row["n"])


@asynccontextmanager
async def _workers(url: str, server: Postgres | None, many: int, **settings: str) -> AsyncIterator[list[Server]]:
    own = {"DATABASE_URL": url, "LOG_LEVEL": "ERROR", **settings}
    command = [sys.executable, "-m", "backend", "worker"]
    started = [
        subprocess.Popen(command, cwd=ROOT, env=os.environ | own)  # noqa: ASYNC220 – nothing else goes on
        for _ in range(many)
    ]
    parent = psutil.Process(server.pid) if server else None
    try:
        yield [Server("worker", 0, psutil.Process(one.pid), parent) for one in started]
    finally:
        for one in started:
            one.terminate()
        for one in started:
            one.wait()


@contextmanager
def _nowhere() -> Iterator[str]:
    yield ""


@contextmanager
def _mail_server() -> Iterator[str]:
    """A mail server that takes all and keeps nothing: its address."""
    port = free_port()
    command = [sys.executable, "-m", "aiosmtpd", "-n", "-c", "aiosmtpd.handlers.Sink", "-l", f"127.0.0.1:{port}"]
    started = subprocess.Popen(command)
    try:
        wait_for(started, port)
        yield f"smtp://127.0.0.1:{port}"
    finally:
        started.terminate()
        started.wait()


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "s" * 32)
    asyncio.run(main())
