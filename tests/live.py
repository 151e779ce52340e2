"""The product with its worker behind a real server on a free port of this machine."""

import asyncio
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2
import pytest
import uvicorn

from backend import database
from backend.http import serving
from backend.settings import settings
from tests.api import Caller

T = TypeVar("T")


class Live:
    """A running server on a database; rows that it needs are written before it starts, by `prepare`."""

    def __init__(self, url: str, environment: pytest.MonkeyPatch) -> None:
        self.url = url
        self.environment = environment
        self.port = 0
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self.environment.setenv("DATABASE_URL", self.url)
        settings.cache_clear()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(10)
            assert not self._thread.is_alive()
        self.environment.undo()
        settings.cache_clear()

    def set(self, **environment: str) -> None:
        """Change settings, before the start."""
        for name, value in environment.items():
            self.environment.setenv(name, value)
        settings.cache_clear()

    def prepare(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something with the database before the start."""

        async def connected() -> T:
            await database.connect(self.url)
            try:
                return await work
            finally:
                await database.disconnect()

        return asyncio.run(connected())

    def start(self) -> None:
        """Start the server and wait until it answers."""
        config = uvicorn.Config(serving.with_worker, factory=True, port=0, log_config=None, proxy_headers=False)
        self._server = server = uvicorn.Server(config)
        self._thread = threading.Thread(target=server.run, daemon=True)
        self._thread.start()
        while not server.started:
            assert self._thread.is_alive()
            self._thread.join(0.01)
        self.port = server.servers[0].sockets[0].getsockname()[1]

    def caller(self, token: str = "") -> Caller:
        """A browser, or a program with a token; close its `http` afterwards."""
        return Caller(httpx2.AsyncClient(base_url=f"http://127.0.0.1:{self.port}"), token=token)
