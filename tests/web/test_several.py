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


def opened(live: Live, stack: ExitStack, many: int) -> list[socket.socket]:
    return [
        stack.enter_context(closing(socket.create_connection(("127.0.0.1", live.port), timeout=10)))
        for _ in range(many)
    ]


def serving(live: Live) -> list[int]:
    children = psutil.Process(live.pid).children()
    return sorted(found.pid for found in children if "--multiprocessing-fork" in found.cmdline())


def go_on(process: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):  # it was replaced
        process.resume()


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


def test_while_a_process_hangs_the_other_one_serves(live: Live) -> None:
    until_both_serve(live)
    hanging = psutil.Process(serving(live)[0])

    def is_served() -> bool:
        with suppress(httpx2.TimeoutException):  # given to the one that hangs, before that was known
            return httpx2.get(f"{live.address}/healthz", timeout=3).status_code == 200
        return False

    with ExitStack() as stack:
        stack.push(lambda *_: go_on(hanging))
        hanging.suspend()
        until(lambda: all(is_served() for _ in range(6)))
        assert hanging.status() == psutil.STATUS_STOPPED  # it was not replaced meanwhile


def test_a_process_that_was_killed_gets_no_connections_and_the_one_in_its_place_does(live: Live) -> None:
    until_both_serve(live)
    killed = psutil.Process(serving(live)[0])
    killed.kill()
    until(lambda: not killed.is_running() or killed.status() == psutil.STATUS_ZOMBIE)
    assert [httpx2.get(f"{live.address}/healthz").status_code for _ in range(4)] == [200] * 4
    until_both_serve(live)
