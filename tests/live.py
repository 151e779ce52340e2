"""The product with its worker as its own process, on a free port of this machine."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Coroutine, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2

from backend import database
from backend.settings import settings
from tests.api import Caller
from tests.ports import free_port

T = TypeVar("T")
ROOT = Path(__file__).parent.parent
READY_TRIES = 2_400  # twenty to a second at most; a machine that does ten other things is slow
END_TIMEOUT = 60.0  # seconds


class Live:
    """The server on a database; rows that it needs are written before it starts, by `prepare`."""

    def __init__(self, url: str, log: Path | None = None, code: Path = ROOT) -> None:
        """`code`: where the product's code lies, if it is another version of it."""
        self.url = url
        self._code = code
        self._said = log
        self._log = log.open("ab") if log else None
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.end(signal.SIGTERM)
        if self._log is not None:
            self._log.close()

    def prepare(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something with the database before the start."""

        async def connected() -> T:
            await database.connect(self.url)
            try:
                return await work
            finally:
                await database.disconnect()

        return asyncio.run(connected())

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The server's process."""
        assert self._process is not None
        return self._process.pid

    def start(
        self,
        program: Sequence[str] = ("-m", "backend"),
        command: Sequence[str] = ("serve",),
        environment: Mapping[str, str] | None = None,
        *,
        wait: bool = True,
    ) -> None:
        """Start the server, or a worker, and wait until it is ready; `program` runs it in some special way."""
        own = {"DATABASE_URL": self.url, "PUBLIC_URL": self.address, "SECRET_KEY": settings().secret_key}
        self._process = subprocess.Popen(
            [sys.executable, *program, *command, "--port", str(self.port)],
            cwd=self._code,
            env={**os.environ, **own, **(environment or {})},
            stdout=subprocess.DEVNULL,
            stderr=self._log or subprocess.DEVNULL,
        )
        if wait:
            self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait until it answers that it is ready."""
        assert self._process is not None
        with httpx2.Client(base_url=self.address, verify=False) as http:  # certificates take long to read
            for _ in range(READY_TRIES):
                assert self._process.poll() is None, f"the server ended: {self._last_words()}"
                with contextlib.suppress(httpx2.TransportError):
                    if http.get("/readyz").status_code == 200:
                        return
                time.sleep(0.05)
        raise TimeoutError("the server is not ready")

    def _last_words(self) -> str:
        """What it wrote last, if that is kept."""
        return self._said.read_text(errors="replace")[-2_000:] if self._said else "no log"

    def end(self, how: signal.Signals) -> float:
        """End the server: SIGTERM asks, SIGKILL does not. How many seconds it took."""
        assert self._process is not None
        begun = time.monotonic()
        self._process.send_signal(how)
        self._process.wait(END_TIMEOUT)
        self._process = None
        return time.monotonic() - begun

    def caller(self, token: str = "") -> Caller:
        """A browser, or a program with a token; close its `http` afterwards."""
        return Caller(httpx2.AsyncClient(base_url=self.address, timeout=60, verify=False), token=token)
