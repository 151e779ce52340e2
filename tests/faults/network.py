"""A network between the product and PostgreSQL that can swallow everything, or cut all connections."""

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self
from urllib.parse import parse_qs, urlsplit

import psutil

from tests.postgres import Postgres

Pair = tuple[asyncio.StreamWriter, asyncio.StreamWriter]


class Network:
    """A relay to a server: what it hears on one side it says on the other, unless it is told to swallow it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.behind = url
        self._socket = parse_qs(parts.query)["host"][-1] + "/.s.PGSQL.5432"
        self._database = parts.path
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._passes = asyncio.Event()
        self._passes.set()
        self._pairs: set[Pair] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self.port = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(5)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    @property
    def url(self) -> str:
        """The address of the database through this network."""
        return f"postgres://postgres@127.0.0.1:{self.port}{self._database}"

    @contextmanager
    def swallowing(self) -> Iterator[None]:
        """A black hole: connections begin and stay, nothing comes through, and what was said is lost for good."""
        self._loop.call_soon_threadsafe(self._passes.clear)
        yield
        self._loop.call_soon_threadsafe(self._passes.set)

    def cut(self) -> None:
        """Cut all connections as they are."""

        def cut() -> None:
            for pair in self._pairs:
                for side in pair:
                    side.transport.abort()

        self._loop.call_soon_threadsafe(cut)

    async def _start(self) -> int:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def _end(self) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with contextlib.suppress(OSError, asyncio.CancelledError):
                await self._relay(reader, writer)
        finally:
            await _closed(writer)
            self._tasks.discard(task)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far, server = await asyncio.open_unix_connection(self._socket)
        pair = (writer, server)
        self._pairs.add(pair)
        sides = [asyncio.create_task(self._pass(reader, server)), asyncio.create_task(self._pass(far, writer))]
        try:
            await asyncio.wait(sides, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for side in sides:
                side.cancel()
            await asyncio.gather(*sides, return_exceptions=True)
            self._pairs.discard(pair)
            await _closed(server)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        swallowed = False
        while True:
            said = await reader.read(65_536)
            # A connection that lost a part of what was said never makes sense again: it stays silent, like a route
            # that forgot it. Nor is its end told: nothing comes through.
            swallowed = swallowed or not self._passes.is_set()
            if swallowed:
                if not said:
                    await asyncio.Event().wait()
                continue
            if not said:
                return
            writer.write(said)
            await writer.drain()


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


@contextmanager
def frozen(server: Postgres) -> Iterator[None]:
    """Stop all processes of a PostgreSQL in their tracks: connections stay, nobody answers."""
    postmaster = psutil.Process(server.pid)
    stopped = [postmaster, *postmaster.children(recursive=True)]
    for process in stopped:
        with contextlib.suppress(psutil.NoSuchProcess):
            os.kill(process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in stopped:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGCONT)
