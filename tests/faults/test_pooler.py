"""Two nodes behind PgBouncer, which gives a session of the server to whoever begins a transaction."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from backend import clock, database
from backend.provisioning import tokens
from tests.api import Caller
from tests.faults.monitor import Seller, timed
from tests.live import ROOT, Live
from tests.pgbouncer import pooled
from tests.postgres import Postgres
from tests.resolvers.test_subscription import order, watching

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
SCOPES = ["orders:read", "orders:write"]
EACH = 25  # orders that each of the sellers places
SELLERS = 4
SEARCH = (
    "query ($text: String) { orders(filter: { text: $text }, first: 20) { totalCount edges { node { orderNumber } } } }"
)


@pytest.fixture
def direct(pg: Postgres) -> str:
    """A PostgreSQL database without tables."""
    return pg.url(pg.create())


@pytest.fixture
def url(direct: str, pg: Postgres, tmp_path: Path) -> Iterator[str]:
    with pooled(pg, direct, tmp_path) as through:
        yield through


def run(command: str, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "backend", command, *words]
    return subprocess.run(program, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False)


def test_nodes_behind_a_pooler_serve_listen_and_work(url: str, direct: str, tmp_path: Path) -> None:
    behind = {"DATABASE_DIRECT_URL": direct, "RATE_LIMIT_FACTOR": "100"}
    migrated = run("migrate", DATABASE_URL=url, **behind)
    assert (migrated.returncode, migrated.stderr) == (0, "")
    with ExitStack() as stack:
        nodes = [stack.enter_context(Live(url, tmp_path / f"{number}.log")) for number in (1, 2)]
        token = nodes[0].prepare(tokens.create("cloud-sales", SCOPES, clock.now()))
        for node in nodes:
            node.start(["-m", "tests.patience"], environment=behind)
        asyncio.run(use(nodes, token))
        asyncio.run(until_all_mails_are_sent(direct))
    for number in (1, 2):
        assert "Traceback" not in (tmp_path / f"{number}.log").read_text()
    kept = run("backup", str(tmp_path / "backup"), DATABASE_URL=url, **behind)
    assert (kept.returncode, kept.stderr) == (0, "")


async def use(nodes: list[Live], token: str) -> None:
    """Place and search on both nodes at once, and hear on one of what is done on the other."""
    answers = await asyncio.gather(*(sell(nodes[number % 2], token, f"S{number}") for number in range(SELLERS)))
    assert sorted(status for answer in answers for status in answer) == [200] * (2 * EACH * SELLERS)
    seller = Seller(nodes[1], token, "HEAR")
    id, _ = await seller.place_until_accepted()
    async with watching(nodes[0], id, token=token) as socket:
        await order(socket)
        await Caller(seller.http, token=token).do("changeProvisioningContact", orderId=id, email="new@acme.example")
        while "new@" not in str((await order(socket))["provisioningContactEmail"]):
            pass
    await seller.http.aclose()


async def sell(node: Live, token: str, name: str) -> list[int]:
    """The status of each answer."""
    seller, statuses = Seller(node, token, name), list[int]()
    headers = {"Authorization": f"Bearer {token}"}
    for number in range(EACH):
        placed = await seller.place(f"{name}-{number}")
        body: dict[str, Any] = {"query": SEARCH, "variables": {"text": f"{name}-{number}"}}
        found = await timed(seller.http.post("/graphql", json=body, headers=headers))
        statuses += [placed.status, found.status]
        if placed.status == found.status == 200:
            assert placed.body["data"]["placeOrder"]["order"]
            assert f"{name}-{number}" in str(found.body["data"]["orders"]["edges"])
    await seller.http.aclose()
    return statuses


async def until_all_mails_are_sent(url: str) -> None:
    """The workers of both nodes deliver each mail once."""
    await database.connect(url)
    try:
        async with asyncio.timeout(120):
            while await database.row("SELECT 1 AS one FROM email_message WHERE state <> 'SENT'"):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        row = await database.row("SELECT count(*) AS mails, max(attempts) AS most FROM email_message")
        assert row is not None
        assert row["mails"] > EACH * SELLERS
        assert row["most"] == 1
    finally:
        await database.disconnect()
