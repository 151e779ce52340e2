"""Several web processes behind one port, as `serve --workers` starts them."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import httpx2
import psutil
import pytest

from tests.live import Live

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("fresh", ["postgres"], indirect=True)]


@pytest.fixture
def live(fresh: str, tmp_path: Path) -> Iterator[Live]:
    with Live(fresh, tmp_path / "server.log") as server:
        server.start(command=["serve", "--workers", "2", "--no-worker"])
        yield server


def held(live: Live) -> list[int]:
    """How many connections each process holds, those with none left out; the fewest first."""
    counts = []
    for process in psutil.Process(live.pid).children():
        with suppress(psutil.Error):  # it has ended
            found = process.net_connections("tcp")
            counts.append(sum((one.status, one.laddr.port) == ("ESTABLISHED", live.port) for one in found))
    return sorted(count for count in counts if count)


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def opened(live: Live, stack: ExitStack, many: int) -> None:
    for _ in range(many):
        stack.enter_context(closing(socket.create_connection(("127.0.0.1", live.port), timeout=10)))


def until_both_serve(live: Live) -> None:
    def both() -> bool:
        with ExitStack() as stack:
            opened(live, stack, 2)
            until(lambda: sum(held(live)) == 2)
            return held(live) == [1, 1]

    until(both)
    until(lambda: held(live) == [])


def test_connections_that_come_at_once_go_to_the_processes_in_turn(live: Live) -> None:
    until_both_serve(live)
    with ExitStack() as stack:
        opened(live, stack, 16)
        until(lambda: sum(held(live)) == 16)
        assert held(live) == [8, 8]


def test_a_process_that_was_killed_gets_no_connections_and_the_one_in_its_place_does(live: Live) -> None:
    until_both_serve(live)
    serving = {
        found.pid for found in psutil.Process(live.pid).children() if "--multiprocessing-fork" in found.cmdline()
    }
    killed = psutil.Process(min(serving))
    killed.kill()
    until(lambda: not killed.is_running() or killed.status() == psutil.STATUS_ZOMBIE)
    assert [httpx2.get(f"{live.address}/healthz").status_code for _ in range(4)] == [200] * 4
    until_both_serve(live)
