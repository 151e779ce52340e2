"""`make bench-watchers`: how soon those who watch an order hear of a change, on SQLite and PostgreSQL.

One server process. Many sockets of several people watch one order, which its contact changes again and again. Printed
is how long after the change was sent its news arrived at half and at 99 of 100 watchers, and what it cost the server.
Then how long the same change takes while sockets watch whose other side never reads.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from statistics import median, quantiles

import httpx2
import orjson
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from backend import clock, database
from backend.ids import public_id
from backend.models.person import SupportPerson
from backend.provisioning import sign_in
from benchmarks.orders import LATER, NOW, PreparedOrder, prepare
from benchmarks.servers import Server, served
from tests.postgres import Postgres, postgres

WATCHERS = int(os.environ.get("WATCHERS", "1000"))
PEOPLE = 20  # of support, so that each sees the order as themselves
DEAF = 100  # sockets that never read
CHANGES = 6
WATCH = """subscription ($id: ID!) { orderChanged(orderId: $id) {
  id version status provisioningStatus nextStep services { id kind state progress steps { name state } } } }"""


async def main() -> None:
    """Measure one database after the other, and print."""
    with tempfile.TemporaryDirectory() as folder:
        await _measure("SQLite", f"sqlite://{folder}/watchers.db", None)
    with postgres() as server:
        await _measure("PostgreSQL", server.url(server.create()), server)


async def _measure(name: str, url: str, server: Postgres | None) -> None:
    [order] = await prepare(url)
    sessions = await _people(url)
    with served("ours", url, server) as ours:
        async with AsyncExitStack() as open_sockets:
            sockets = [
                await open_sockets.enter_async_context(_watching(ours, order, session))
                for session, _ in zip(cycle(sessions), range(WATCHERS), strict=False)
            ]
            found, spent = [], []
            for _ in range(CHANGES):
                before = ours.cpu()
                found += await _change(ours, order, sockets)
                spent.append(sum(ours.cpu().since(before)))
            cuts = quantiles(found, n=100)
            print(
                f"{name}: {WATCHERS} watchers hear after {median(found):.2f} s, 99 of 100 within {cuts[98]:.2f} s;"
                f" {1000 * median(spent) / WATCHERS:.2f} ms of the processor for each"
            )
        async with AsyncExitStack() as open_sockets:
            for session, _ in zip(cycle(sessions), range(DEAF), strict=False):
                deaf = await open_sockets.enter_async_context(_watching(ours, order, session))
                deaf.transport.pause_reading()
            times = [await _mutate(ours, order) for _ in range(CHANGES)]
            print(f"{name}: a change takes {1000 * max(times):.0f} ms at most while {DEAF} watchers never read")


async def _people(url: str) -> list[str]:
    await database.connect(url)
    try:
        found = []
        for number in range(PEOPLE):
            email = f"help{number}@hub.example"
            await SupportPerson.create(email_key=email, email=email, since=clock.now())
            found.append(await sign_in.open_session(email, email, None, clock.now()))
        return found
    finally:
        await database.disconnect()


@asynccontextmanager
async def _watching(server: Server, order: PreparedOrder, session: str) -> AsyncIterator[ClientConnection]:
    """A socket that has heard of the order once."""
    address = f"127.0.0.1:{server.port}"
    async with connect(
        f"ws://{address}/graphql",
        subprotocols=[Subprotocol("graphql-transport-ws")],
        additional_headers={"Cookie": f"session={session}"},
        origin=Origin(f"http://{address}"),
        max_queue=None,
        compression=None,
        ping_interval=None,
    ) as socket:
        await socket.send('{"type": "connection_init"}')
        await socket.recv()
        payload = {"query": WATCH, "variables": {"id": public_id("Order", order.order)}}
        await socket.send(orjson.dumps({"type": "subscribe", "id": "1", "payload": payload}).decode())
        assert b'"next"' in await socket.recv(decode=False)
        yield socket


_kinds = cycle((LATER, NOW))


async def _mutate(server: Server, order: PreparedOrder) -> float:
    """Change the order; how long the answer took."""
    async with httpx2.AsyncClient(cookies={"session": order.session}) as http:
        begun = time.perf_counter()
        body = {"query": next(_kinds), "variables": {"input": {"serviceId": public_id("Service", order.service)}}}
        answer = await http.post(f"http://127.0.0.1:{server.port}/graphql", json=body, timeout=60)
        assert b'"userErrors":[]' in answer.content, answer.text
        return time.perf_counter() - begun


async def _change(server: Server, order: PreparedOrder, sockets: list[ClientConnection]) -> list[float]:
    """Change the order; after how many seconds each socket heard of it."""
    begun = time.perf_counter()

    async def heard(socket: ClientConnection) -> float:
        await socket.recv(decode=False)
        return time.perf_counter() - begun

    waiting = [asyncio.create_task(heard(socket)) for socket in sockets]
    await asyncio.sleep(0)
    await _mutate(server, order)
    return await asyncio.gather(*waiting)


if __name__ == "__main__":
    asyncio.run(main())
