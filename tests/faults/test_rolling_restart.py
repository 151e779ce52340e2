"""Two nodes are restarted one after the other while people and programs use them through a proxy."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import httpx2
import pytest

from backend import clock
from backend.provisioning import tokens
from tests.api import document
from tests.faults.monitor import order
from tests.live import Live

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
CALLERS = 6
DRAIN = "3"
CHECK_INTERVAL = 0.1  # seconds
STALE = 1.0  # seconds; a proxy that was held up itself asks again first


@dataclass
class Proxy:
    """Sends requests on to nodes that say they are ready, over connections that it keeps, and tries none twice."""

    nodes: list[Live]
    token: str
    failed: list[str] = field(default_factory=list)
    answered: dict[int, int] = field(default_factory=dict)
    said: dict[int, set[int]] = field(default_factory=dict)  # of its readiness, by node
    checked: float = 0
    ready: list[int] = field(default_factory=list)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.clients = [httpx2.AsyncClient(base_url=node.address, timeout=30) for node in self.nodes]
        async with asyncio.TaskGroup() as tasks:
            watching = tasks.create_task(self._watch())
            yield
            watching.cancel()
        for client in self.clients:
            await client.aclose()

    async def _watch(self) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                await self._check()
                await asyncio.sleep(CHECK_INTERVAL)

    async def _check(self) -> None:
        asked, ready = time.monotonic(), []
        for number, node in enumerate(self.nodes):
            with suppress(httpx2.HTTPError):
                async with httpx2.AsyncClient(timeout=5) as fresh:
                    status = (await fresh.get(f"{node.address}/readyz")).status_code
                self.said.setdefault(number, set()).add(status)
                if status == 200:
                    ready.append(number)
        self.ready, self.checked = ready, asked

    async def send(self, turn: int) -> None:
        """Place an order on one of the nodes that are ready."""
        while time.monotonic() - self.checked > STALE or not self.ready:  # noqa: ASYNC110
            await asyncio.sleep(CHECK_INTERVAL)
        number = self.ready[turn % len(self.ready)]
        body = {"query": document("placeOrder"), "variables": {"input": order(f"R-{turn}")}}
        try:
            answer = await self.clients[number].post(
                "/graphql", json=body, headers={"Authorization": f"Bearer {self.token}"}
            )
        except httpx2.HTTPError as error:
            self.failed.append(f"node {number}: {error!r}")
            return
        self.answered[number] = self.answered.get(number, 0) + 1
        if answer.status_code != 200 or not answer.json()["data"]["placeOrder"]["order"]:
            self.failed.append(f"node {number}: {answer.status_code} {answer.text}")


def test_nodes_are_restarted_one_after_the_other_without_a_failed_request(fresh_postgres: str, tmp_path: Path) -> None:
    with ExitStack() as stack:
        nodes = [stack.enter_context(Live(fresh_postgres, tmp_path / f"{number}.log")) for number in (1, 2)]
        token = nodes[0].prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
        for node in nodes:
            start(node)
        proxy = Proxy(nodes, token)
        asyncio.run(restart_each(proxy))
        assert proxy.failed == []
        assert all(proxy.answered[number] > 0 for number in (0, 1))
        assert all(proxy.said[number] == {200, 503} for number in (0, 1))


def start(node: Live) -> None:
    node.start(environment={"DRAIN_SECONDS": DRAIN, "RATE_LIMIT_FACTOR": "1000"})


async def restart_each(proxy: Proxy) -> None:
    over, turns = asyncio.Event(), count()

    async def call() -> None:
        while not over.is_set():
            await proxy.send(next(turns))

    async with proxy.running():
        callers = [asyncio.create_task(call()) for _ in range(CALLERS)]
        for number, node in enumerate(proxy.nodes):
            await until_answered(proxy, number)
            await asyncio.to_thread(node.end, signal.SIGTERM)
            await asyncio.to_thread(start, node)
            await until_answered(proxy, number)
        over.set()
        await asyncio.gather(*callers)


async def until_answered(proxy: Proxy, number: int) -> None:
    """Wait until a node has answered some more requests."""
    before = proxy.answered.get(number, 0)
    async with asyncio.timeout(60):
        while proxy.answered.get(number, 0) < before + 20:  # noqa: ASYNC110
            await asyncio.sleep(CHECK_INTERVAL)


async def test_a_node_that_drains_answers_and_ends_each_connection(fresh_sqlite: str, tmp_path: Path) -> None:
    with Live(fresh_sqlite, tmp_path / "log") as node:
        start(node)
        async with httpx2.AsyncClient(base_url=node.address, timeout=30) as kept:
            assert "connection" not in (await kept.get("/healthz")).headers
            ending = asyncio.create_task(asyncio.to_thread(node.end, signal.SIGTERM))
            while (answer := await kept.get("/readyz")).status_code == 200:
                pass
            assert (answer.json(), answer.headers["connection"]) == ({"status": "stopping"}, "close")
            answer = await kept.post("/graphql", json={"query": "{ __typename }"})
            assert (answer.status_code, answer.headers["connection"]) == (200, "close")
            assert await ending > int(DRAIN) - 1
