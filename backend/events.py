"""Who is watching an order hears of its changes: within a process at once, between nodes through PostgreSQL.

The database is the truth; a signal only says "look again". Subscribers also look again every few seconds, so that a
lost signal, or a process that shares a SQLite file, costs seconds and nothing else.
"""

import asyncio
import contextlib
import logging
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

import asyncpg

from backend import database
from backend.engines.postgres import Connection, begin

logger = logging.getLogger("backend.events")

CHANNEL = "order_changed"
POLL_INTERVAL = 5.0  # seconds
RECONNECT_INTERVAL = 1.0  # seconds
PING_INTERVAL = 2.0  # seconds between two proofs that the connection lives; they also keep the clock
PING_TIMEOUT = 2.0  # seconds

ANY = 0  # no order's id: who watches it hears of every change in this process

MAX_COLLECTED = 10_000  # orders that one who watches all may be behind

_watchers: defaultdict[int, set[asyncio.Event]] = defaultdict(set)
_collecting: "set[Changes]" = set()


@dataclass(slots=True, eq=False)
class Changes:
    """The orders that have changed since they were last taken, each once; `woken` is set while there are any."""

    began: datetime
    ids: dict[int, None] = field(default_factory=dict)
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def add(self, order_id: int) -> None:
        """An order has changed."""
        if len(self.ids) < MAX_COLLECTED:
            self.ids[order_id] = None
            self.woken.set()

    def take(self, most: int) -> list[int]:
        """Some of the orders, those first that have waited longest."""
        taken = list(islice(self.ids, most))
        for order_id in taken:
            del self.ids[order_id]
        if not self.ids:
            self.woken.clear()
        return taken


async def publish(order_id: int) -> None:
    """Tell that an order has changed, after the transaction that changed it."""
    notify_local(order_id)
    await database.notify(CHANNEL, str(order_id))


def publish_after_commit(order_id: int) -> None:
    """Tell the other processes once this transaction is committed; this one is told by `notify_local` after it."""
    database.notify_after_commit(CHANNEL, order_id)


def notify_local(order_id: int) -> None:
    """Tell this process that an order has changed: its watchers, and the worker."""
    for watcher in (*_watchers.get(order_id, ()), *_watchers.get(ANY, ())):
        watcher.set()
    if order_id != ANY:
        for collected in _collecting:
            collected.add(order_id)


async def wait(watcher: asyncio.Event, seconds: float) -> None:
    """Wait until the watcher is told of a change, at most `seconds`."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await watcher.wait()


@asynccontextmanager
async def watching(order_id: int) -> AsyncIterator[asyncio.Event]:
    """An event that is set whenever the order has changed."""
    watcher = asyncio.Event()
    _watchers[order_id].add(watcher)
    try:
        yield watcher
    finally:
        _watchers[order_id].discard(watcher)
        if not _watchers[order_id]:
            del _watchers[order_id]


@contextmanager
def collecting(began: datetime) -> Iterator[Changes]:
    """Every order that changes from this moment on."""
    collected = Changes(began)
    _collecting.add(collected)
    try:
        yield collected
    finally:
        _collecting.discard(collected)


def collecting_since() -> datetime:
    """When the first of those who collect began; somebody does."""
    return min(collected.began for collected in _collecting)


def collect(order_id: int, at: datetime) -> None:
    """An order was found that had changed at a moment, of which who collects may not have been told."""
    for collected in _collecting:
        if at >= collected.began:
            collected.add(order_id)


async def changes(order_id: int) -> AsyncIterator[None]:
    """Yields at once, after each change of the order, and every few seconds."""
    async with watching(order_id) as watcher:
        while True:
            watcher.clear()
            yield
            await wait(watcher, POLL_INTERVAL)


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[None]:
    """While this runs, changes that other nodes publish arrive here too (PostgreSQL)."""
    if database.is_embedded(url):
        yield
        return
    task = asyncio.create_task(_listen(url))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _listen(url: str) -> None:
    while True:
        try:
            await _listen_once(url)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            logger.warning("Not listening to the other nodes: %r", error)
        await asyncio.sleep(RECONNECT_INTERVAL)


async def _listen_once(url: str) -> None:
    """Listen until the connection is lost, or we do not hear from it what we say to ourselves."""
    alone, heard = f"alive_{secrets.token_hex(8)}", asyncio.Event()
    async with asyncio.timeout(PING_TIMEOUT):
        connection = await asyncpg.connect(connection_class=Connection, **database.address(url))
    try:
        async with asyncio.timeout(PING_TIMEOUT):
            await begin(connection)
            await connection.add_listener(CHANNEL, _on_notification)
            await connection.add_listener(alone, lambda *_: heard.set())
        for order_id in list(_watchers):
            notify_local(order_id)  # what was said while nobody listened
        while True:
            await asyncio.sleep(PING_INTERVAL)
            heard.clear()
            async with asyncio.timeout(PING_TIMEOUT):
                await connection.synchronise_clock()
                await connection.execute("SELECT pg_notify($1, '')", alone)
                await heard.wait()
    finally:
        connection.terminate()


def _on_notification(_connection: Any, _process: int, _channel: str, payload: object) -> None:
    if str(payload).isdigit():
        notify_local(int(str(payload)))
