"""A server whose database is cut off, or frozen: it answers in time, and goes on by itself."""

import asyncio
import re
import signal
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import psutil
import pytest

from backend import clock, database
from backend.models import SupportPerson
from backend.models.outbox import EmailKind
from backend.outbox import enqueue
from backend.provisioning import tokens
from backend.worker import heartbeat
from tests.api import Caller
from tests.busy import BUSY
from tests.faults.monitor import Seller, ask_until_stopped, wait_until_delivered
from tests.faults.network import Network, frozen
from tests.live import Live
from tests.postgres import Postgres
from tests.resolvers.test_subscription import order, watching

pytestmark = [pytest.mark.postgres, pytest.mark.slow]
SCOPES = ["orders:read", "orders:write"]
BROKEN = 7.0  # seconds


@pytest.fixture
def live(network: Network, tmp_path: Path) -> Iterator[Live]:
    with Live(network.url, tmp_path / "server.log") as server:
        yield server


@pytest.fixture
def beside(network: Network, tmp_path: Path) -> Iterator[Live]:
    """A second node, with a network of its own that is in order."""
    with Network(network.behind) as own, Live(own.url, tmp_path / "beside.log") as server:
        yield server


def test_a_server_outlives_a_database_that_does_not_answer(
    live: Live, beside: Live, network: Network, pg: Postgres
) -> None:
    token = live.prepare(tokens.create("cloud-sales", SCOPES, clock.now()))
    live.start(wait=False)
    beside.start(command=["serve", "--no-worker"])
    live.wait_until_ready()
    asyncio.run(outlive(live, beside, token, network.swallowing(), "S"))
    asyncio.run(outlive(live, beside, token, frozen(pg), "F"))


async def outlive(live: Live, beside: Live, token: str, broken: AbstractContextManager[None], name: str) -> None:
    seller, other = Seller(live, token, name), Seller(beside, token, f"{name}-B")
    await seller.place_until_accepted()
    await wait_until_delivered(live, f"{name}-1@acme.example".lower(), 10)
    with broken:
        async with ask_until_stopped(seller) as answers:
            await asyncio.sleep(BROKEN)
        assert {answer.status for answer in answers.readiness[4:]} == {503}
    answers.check()
    _, seconds = await seller.place_until_accepted()
    assert seconds < 2.5 + BUSY
    await seller.place(f"{name}-1000")
    await wait_until_delivered(live, f"{name}-1000@acme.example".lower(), 10)  # the worker goes on
    await hear_of_each_other(live, other, token)
    await seller.http.aclose()
    await other.http.aclose()


async def hear_of_each_other(live: Live, other: Seller, token: str) -> None:
    """A change on the other node is heard at once: sooner than anybody looks again without being told."""
    id, _ = await other.place_until_accepted()
    caller = Caller(other.http, token=token)
    async with watching(live, id, token=token) as socket:
        await order(socket)
        for turn in range(3):
            async with asyncio.timeout(2.5 + BUSY):
                await caller.do("changeProvisioningContact", orderId=id, email=f"c{turn}@acme.example")
                while f"c{turn}@" not in str((await order(socket))["provisioningContactEmail"]):
                    pass


def test_a_worker_alone_tells_how_it_is_and_stops_when_told(fresh: str, tmp_path: Path) -> None:
    with Live(fresh, tmp_path / "worker.log") as worker:
        worker.start(command=["worker"])
        assert httpx2.get(f"{worker.address}/healthz").json() == {"status": "ok"}
        turns = re.findall(r'worker_last_turn_timestamp_seconds{loop="(.+?)"} (\S+)', metrics(worker))
        assert {"mail", "provisioning", "new links", "due transitions"} <= {name for name, _ in turns}
        assert all(abs(float(at) - time.time()) < 60 for _, at in turns)
        assert worker.end(signal.SIGTERM) < 5 + BUSY


@pytest.mark.parametrize("command", ["worker", "serve"])
def test_who_waits_for_a_name_server_is_gone_within_five_seconds_too(fresh: str, tmp_path: Path, command: str) -> None:
    with Live(fresh, tmp_path / "waits.log") as live:
        live.prepare(write_a_mail())
        live.start(
            ("-m", "tests.faults.without_name_server"), [command], {"SMTP_URL": "smtp://mail.example?tls=starttls"}
        )
        begun_within(live, 10)
        assert live.end(signal.SIGTERM) < 5 + BUSY


async def write_a_mail() -> None:
    """A code for somebody who may sign in."""
    await SupportPerson.create(email="ann@acme.example", email_key="ann@acme.example", since=clock.now())
    await enqueue(EmailKind.SIGN_IN_CODE, "ann@acme.example", "en", key="k", at=clock.now(), code="123456")


def begun_within(live: Live, seconds: float) -> None:
    """Wait until the mail is under way."""
    end = time.monotonic() + seconds
    while not live.prepare(database.row("SELECT 1 AS one FROM email_message WHERE attempts > 0")):
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
def test_web_processes_whose_parent_was_killed_leave_the_port_to_the_next(fresh: str, tmp_path: Path) -> None:
    with Live(fresh, tmp_path / "server.log") as live:
        live.start(command=["serve", "--workers", "2", "--no-worker"])
        left = psutil.Process(live.pid).children(recursive=True)
        assert len(left) >= 2
        live.end(signal.SIGKILL)
        _, alive = psutil.wait_procs(left, timeout=6)
        assert alive == []
        live.start()


def metrics(live: Live) -> str:
    return httpx2.get(f"{live.address}/metrics").text


async def test_a_loop_that_does_not_come_round_is_told_and_a_turn_that_hangs_is_ended() -> None:
    with pytest.raises(TimeoutError):
        async with heartbeat.iteration("mail", 0.01):
            await asyncio.Event().wait()
    assert heartbeat.stuck() == []
    heartbeat._expected["mail"] = time.monotonic() - 1
    try:
        assert heartbeat.stuck() == ["mail"]
    finally:
        heartbeat.forget_loops()


@pytest.mark.parametrize("moment", [0.3, 1.5], ids=["while it starts", "while it works"])
def test_a_server_that_is_told_to_stop_is_gone_within_five_seconds(fresh: str, tmp_path: Path, moment: float) -> None:
    with Live(fresh, tmp_path / "server.log") as live:
        live.start(wait=moment > 1)
        time.sleep(moment)
        assert live.end(signal.SIGTERM) < 5 + BUSY
