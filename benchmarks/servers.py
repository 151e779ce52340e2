"""The servers that are compared, one process each on its own copy of the database, and the CPU time that they take."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks import by_hand
from tests.postgres import Postgres

ROOT = Path(__file__).parent.parent
NAMES = ("raw", "ours", "mercurius", "strawberry")
START_TIMEOUT = 30.0  # seconds to start


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of CPU: of the server, and of each process of PostgreSQL."""

    server: float
    database: dict[int, float]

    def since(self, before: "Spent") -> tuple[float, float]:
        """The server's and the database's since then; a process that has ended meanwhile is left out."""
        grown = (spent - before.database.get(pid, 0.0) for pid, spent in self.database.items())
        return self.server - before.server, sum(grown)


@dataclass
class Server:
    """A running server; `postmaster` is the parent of the database's processes, if there are any."""

    name: str
    port: int
    process: psutil.Process
    postmaster: psutil.Process | None

    def cpu(self) -> Spent:
        """What was spent so far."""
        backends = self.postmaster.children() if self.postmaster else []
        return Spent(cpu(self.process.pid), {backend.pid: cpu(backend.pid) for backend in backends})

    def memory(self) -> float:
        """MiB that only this process holds."""
        return float(self.process.memory_full_info().uss) / 2**20


def cpu(pid: int) -> float:
    """Seconds on a CPU of all threads of a process, to the nanosecond."""
    spent = 0
    with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has just ended
        for thread in Path(f"/proc/{pid}/task").iterdir():
            spent += int((thread / "schedstat").read_text().split()[0])
    return spent / 1e9


def copy_of(url: str, name: str, postgres: Postgres | None) -> str:
    """A copy of a database that nobody is connected to, for one server."""
    if postgres:
        return postgres.url(postgres.create(url.partition("@/")[2].partition("?")[0]))
    path = Path(url.removeprefix("sqlite://"))
    copied = path.with_name(f"{name}.db")
    shutil.copyfile(path, copied)
    return f"sqlite://{copied}"


@contextmanager
def served(name: str, url: str, postgres: Postgres | None, *options: str) -> Iterator[Server]:
    """Start one of NAMES, ours with options of `serve`, and end it."""
    port = free_port()
    own = {"DATABASE_URL": url, "PORT": str(port), "LOG_LEVEL": "ERROR", "RATE_LIMIT_FACTOR": "100000"}
    own |= {"YARDSTICK": _yardstick(), "PUBLIC_URL": f"http://127.0.0.1:{port}", "NODE_NO_WARNINGS": "1"}
    started = subprocess.Popen(
        [*_command(name, port), *options], cwd=ROOT, env=os.environ | own, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(started, port)
        parent = psutil.Process(postgres.pid) if postgres else None
        yield Server(name, port, psutil.Process(started.pid), parent)
    finally:
        started.terminate()
        started.wait()


def _command(name: str, port: int) -> list[str]:
    if name == "ours":
        return [sys.executable, "-m", "backend", "serve", "--no-worker", "--port", str(port)]
    if name == "mercurius":
        return ["node", str(ROOT / "benchmarks" / "mercurius" / "server.mjs")]
    module = {"raw": "benchmarks.raw:app", "strawberry": "benchmarks.stock:app"}[name]
    own = ["--factory", "--port", str(port), "--log-level", "error", "--no-access-log"]
    return [sys.executable, "-m", "uvicorn", module, *own]


def _yardstick() -> str:
    return json.dumps(
        {
            "statements": by_hand.STATEMENTS,
            "orderIs": by_hand.ORDER_IS,
            "may": by_hand.MAY,
            "ends": by_hand.ENDS,
            "pages": by_hand.PAGES,
            "next": by_hand.NEXT,
        }
    )


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(started: subprocess.Popen[bytes], port: int) -> None:
    """Wait until a process listens. Raises RuntimeError if it has ended, TimeoutError."""
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end:
        if started.poll() is not None:
            raise RuntimeError("the server ended")
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError("the server did not start")
