"""The product with its worker as its own process, on a free port of this machine."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Coroutine, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2

from backend import database
from backend.settings import settings
from tests.api import Caller

T = TypeVar("T")
ROOT = Path(__file__).parent.parent


class Live:
    """The server on a database; rows that it needs are written before it starts, by `prepare`."""

    def __init__(self, url: str) -> None:
        self.url = url
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self.end(signal.SIGTERM)

    def prepare(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something with the database before the start."""

        async def connected() -> T:
            await database.connect(self.url)
            try:
                return await work
            finally:
                await database.disconnect()

        return asyncio.run(connected())

    def start(self, program: Sequence[str] = ("-m", "backend")) -> None:
        """Start the server and wait until it is ready; `program` runs it in some special way."""
        address = f"http://127.0.0.1:{self.port}"
        own = {"DATABASE_URL": self.url, "PUBLIC_URL": address, "SECRET_KEY": settings().secret_key}
        command = [sys.executable, *program, "serve", "--port", str(self.port)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        for _ in range(600):
            assert self._process.poll() is None, "the server ended"
            try:
                if httpx2.get(f"{address}/readyz").status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.05)
        raise TimeoutError("the server is not ready")

    def end(self, how: signal.Signals) -> None:
        """End the server: SIGTERM asks, SIGKILL does not."""
        assert self._process is not None
        self._process.send_signal(how)
        self._process.wait(20)
        self._process = None

    def caller(self, token: str = "") -> Caller:
        """A browser, or a program with a token; close its `http` afterwards."""
        return Caller(httpx2.AsyncClient(base_url=f"http://127.0.0.1:{self.port}"), token=token)
