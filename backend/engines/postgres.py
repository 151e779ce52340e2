"""PostgreSQL as Tortoise's engine: no statement waits for a server that does not answer, and nothing is left behind.

A connection that was interrupted is put in order or thrown away in the background; whoever was interrupted does not
wait for it. One that does not answer takes all of the pool with it: they go through the same network. A connection
that rested is asked for the time before it is used, which proves it and sets the clock of this process.
Tortoise picks its migration editor by the dialect: no word in this module's name says another one.
"""
# ruff: noqa: SLF001 – a client of Tortoise's works with the inside of its base and of asyncpg's pool

import asyncio
import logging
import socket
from asyncio import CancelledError
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    NestedTransactionContext,
    TransactionalDBClient,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

from backend import clock
from backend.timeouts import TimedResource, enforced_timeout

logger = logging.getLogger("backend.database")

PING_AFTER_IDLE = 5.0  # seconds; a connection unused for so long is pinged first
PING_TIMEOUT = 1.0  # seconds
RESET_TIMEOUT = 1.0  # seconds to reset an interrupted connection
CLOSE_TIMEOUT = 2.0  # seconds
# Seconds: silence is asked about after 5, given up after three unanswered questions; what is sent is confirmed in 5.
_KEEPALIVE = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 5_000}


class Connection(asyncpg.Connection):
    """A connection that remembers when it was last heard of, and what to send along with what is executed next."""

    heard_at = 0.0
    along = ""
    only_reads = False  # as the database told when it began; a session keeps that, whatever the database is told later

    async def execute(self, query: str, *args: Any, timeout: float | None = None) -> str:  # noqa: ASYNC109 – asyncpg's
        """As asyncpg does it."""
        if self.along:
            query, self.along = f"{query} {self.along}", ""
        return await super().execute(query, *args, timeout=timeout)

    async def synchronise_clock(self) -> None:
        """Ping the server, and synchronise our clock with its."""
        asked = clock.elapsed()
        database_time = await self.fetchval("SELECT clock_timestamp()")
        clock.synchronise(database_time, asked)
        self.heard_at = asyncio.get_running_loop().time()


async def begin(connection: Connection) -> None:
    """Prepare a new connection."""
    keep_alive(connection)
    connection.only_reads = getattr(connection.get_settings(), "default_transaction_read_only", "off") == "on"
    await connection.synchronise_clock()


def keep_alive(connection: asyncpg.Connection) -> None:
    """Let the kernel find out when the other side is gone, also while we only wait for its answer."""
    transport: Any = connection._transport  # type: ignore[attr-defined]
    wire = transport.get_extra_info("socket")
    if wire is None or wire.family not in (socket.AF_INET, socket.AF_INET6):
        return
    wire.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name, value in _KEEPALIVE.items():
        if hasattr(socket, name):  # not on every system
            wire.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)


async def _nothing_to_reset(_connection: Any) -> None:
    """No session is ever changed outside of a transaction, so giving a connection back needs no round trip."""


class _Handed:
    """A connection that a statement hands on to the next one of its task; it goes back to the pool if none comes."""

    __slots__ = ("_client", "_connection")

    def __init__(self, client: "PooledClient", connection: Any) -> None:
        self._client, self._connection = client, connection
        asyncio.get_running_loop().call_soon(self._give_back)

    def take(self, client: "PooledClient") -> Any:
        """The connection, for who asks first; else None."""
        if client is not self._client:
            return None
        connection, self._connection = self._connection, None
        return connection

    def _give_back(self) -> None:
        if (connection := self.take(self._client)) is not None:
            self._client.reset_in_background(connection)


_hands_on: ContextVar[bool] = ContextVar("hands_on", default=False)
_handed: ContextVar[_Handed | None] = ContextVar("handed", default=None)


class _PooledContext(TransactionContextPooled):
    """Tortoise's own loses the connection if the transaction cannot begin, and waits for it when interrupted."""

    client: "_Transaction"

    async def __aenter__(self) -> TransactionalDBClient:
        parent = self.client._parent
        async with enforced_timeout():
            self.client._connection = await parent.acquire_answering()
        try:
            await self.client.begin()
        except BaseException:
            parent.reset_in_background(self.client)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client

    async def __aexit__(self, kind: Any, error: BaseException | None, at: Any) -> None:
        get_connections().reset(self.token)
        parent = self.client._parent
        if _interrupted(error):
            parent.reset_in_background(self.client, reads_only=_reads_only(error))
            return
        try:
            if not self.client._finalized:
                await (self.client.rollback() if error else self.client.commit())
        except BaseException:
            parent.reset_in_background(self.client)
            raise
        await parent.release(self.client._connection)


class PooledClient(AsyncpgDBClient):
    """PostgreSQL behind a pool of connections."""

    connection_class = Connection  # type: ignore[assignment]  # Tortoise's own is of any kind of record
    is_written_to = True  # a replica is not, and may well be opened by a role that may only read

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._cares: set[asyncio.Task[None]] = set()

    async def create_pool(self, **options: Any) -> Any:
        """Prepare the pool, whose connections begin as ours do."""
        own: dict[str, Any] = {"init": begin, "reset": _nothing_to_reset}
        return await asyncpg.create_pool(None, **options, **own)

    def _in_transaction(self) -> TransactionContext:
        return _PooledContext(_Transaction(self), self._pool_init_lock)

    def acquire_connection(self) -> "_PooledConnection":  # type: ignore[override]
        """A connection for one statement."""
        return _PooledConnection(self)

    @contextmanager
    def handing_on(self) -> Iterator[None]:
        """Let the connection of the last statement inside be that of the task's next statement or transaction.

        That has to come at once: if the task waits for anything else first, the connection goes back to the pool. So
        nobody keeps one without using it, and nobody who has one waits for another.
        """
        token = _hands_on.set(True)
        try:
            yield
        finally:
            _hands_on.reset(token)

    async def acquire_answering(self) -> Any:
        """A connection that answers: the one that was handed on, or one of the pool."""
        connection: Any
        if (handed := _handed.get()) is not None and (connection := handed.take(self)) is not None:
            return connection
        while True:
            if not self._pool:
                async with self._pool_init_lock:
                    if not self._pool:
                        await self.create_connection(with_db=True)
            assert self._pool is not None
            connection = await self._pool.acquire()
            if asyncio.get_running_loop().time() - connection.heard_at < PING_AFTER_IDLE:
                return connection
            try:
                async with asyncio.timeout(PING_TIMEOUT):
                    await connection.synchronise_clock()
            except CancelledError:
                self.reset_in_background(connection)
                raise
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                logger.warning("A connection does not answer, all are made anew: %r", error)
                await self._discard(connection)
            else:
                return connection

    def counts(self) -> tuple[int, int, int, int]:
        """How many connections are used and idle, how many there may be, and how many tasks wait for one."""
        pool: Any = self._pool
        if pool is None:
            return 0, 0, 0, 0
        size, idle = pool.get_size(), pool.get_idle_size()
        return size - idle, idle, pool.get_max_size(), len(pool._queue._getters)

    async def release(self, connection: Any) -> None:
        """Return a connection that is in order.

        The pool's own `release` makes a task of it, lest an interruption reach the statement that resets the
        connection. Here is none, and a task costs as much as a short statement.

        One that began while the database only read is closed: it would refuse a change long after the database writes.
        """
        if (raw := _raw(connection)) is not None:
            if raw.only_reads and self.is_written_to:
                raw.terminate()
                return
            raw.heard_at = asyncio.get_running_loop().time()
            raw._on_release()  # type: ignore[attr-defined]
            pool: Any = self._pool
            waited_for = pool is not None and bool(pool._queue._getters)
            await connection._holder.release(None)
            if waited_for:
                await asyncio.sleep(0)  # who waits for a connection comes before our next statement

    def reset_in_background(self, interrupted: Any, *, reads_only: bool = False) -> None:
        """Put an interrupted connection, or transaction, in order without letting anybody wait for it.

        One to a server that only reads is thrown away: the one that writes is somewhere else by now.
        """
        task = asyncio.get_running_loop().create_task(self._reset_or_discard(interrupted, reads_only=reads_only))
        self._cares.add(task)
        task.add_done_callback(self._cares.discard)

    async def _reset_or_discard(self, interrupted: Any, *, reads_only: bool) -> None:
        transaction = interrupted if isinstance(interrupted, _Transaction) else None
        connection = transaction._connection if transaction else interrupted
        if reads_only:
            await self._discard(connection)
            return
        try:
            async with asyncio.timeout(RESET_TIMEOUT):
                if transaction is not None and transaction.transaction is not None and not transaction._finalized:
                    await transaction.transaction.rollback()
                await self.release(connection)
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            logger.warning("An interrupted connection is thrown away: %r", error)
            await self._discard(connection)

    async def _discard(self, connection: Any) -> None:
        raw = _raw(connection)
        if raw is not None:
            raw.terminate()
        if self._pool:
            await self._pool.expire_connections()

    async def _close(self) -> None:
        if self._cares:
            await asyncio.wait(set(self._cares), timeout=RESET_TIMEOUT)
        if self._pool:
            pool, self._pool = self._pool, None
            try:
                async with asyncio.timeout(CLOSE_TIMEOUT):
                    await pool.close()
            except TimeoutError:
                pool.terminate()


class _Transaction(TransactionWrapper):
    """A transaction whose every step has to be answered in time."""

    _parent: PooledClient
    after_commit = ""

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(_Transaction(self))

    def notify_after_commit(self, channel: str, number: int) -> None:
        """Send another notification as soon as it is committed, in the message that commits.

        In the transaction itself, all commits would wait for each other.
        """
        self.after_commit += f"SELECT pg_notify('{channel}', '{number:d}');"

    def acquire_connection(self) -> "_LockedConnection":  # type: ignore[override]
        """The connection of the transaction, for one statement at a time."""
        return _LockedConnection(self)

    async def begin(self) -> None:
        async with enforced_timeout():
            await super().begin()

    async def commit(self) -> None:
        async with enforced_timeout():
            if (raw := _raw(self._connection)) is not None:
                raw.along = self.after_commit
            await super().commit()

    async def rollback(self) -> None:
        async with enforced_timeout():
            await super().rollback()


class _PooledConnection(TimedResource[Any]):
    """A connection of the pool, for one statement."""

    __slots__ = ("_client", "_connection")

    def __init__(self, client: PooledClient) -> None:
        super().__init__()
        self._client = client

    async def acquire(self) -> Any:
        self._connection = await self._client.acquire_answering()
        return self._connection

    async def release(self, error: BaseException | None) -> None:
        if _interrupted(error):
            self._client.reset_in_background(self._connection, reads_only=_reads_only(error))
        elif _hands_on.get():
            _handed.set(_Handed(self._client, self._connection))
        else:
            await self._client.release(self._connection)


class _LockedConnection(TimedResource[Any]):
    """The connection of a transaction, which nobody else uses at the same time."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: _Transaction) -> None:
        super().__init__()
        self._transaction = transaction

    async def acquire(self) -> Any:
        await self._transaction._lock.acquire()
        return self._transaction._connection

    async def release(self, error: BaseException | None) -> None:  # noqa: ARG002 – the transaction ends as it did
        self._transaction._lock.release()


def _interrupted(error: BaseException | None) -> bool:
    """Whether nobody knows in which state the connection is: the statement was given up or the connection is lost."""
    if isinstance(error, asyncpg.PostgresError):
        return _reads_only(error) or str(error.sqlstate).startswith(("08", "57P"))
    return isinstance(error, (CancelledError, OSError, asyncpg.InterfaceError))


def _reads_only(error: BaseException | None) -> bool:
    return isinstance(error, asyncpg.ReadOnlySQLTransactionError)


def _raw(borrowed: Any) -> Connection | None:
    """The connection itself; None if the pool has taken it back because it was lost."""
    return cast("Connection | None", borrowed._con)


client_class = PooledClient  # Tortoise looks the engine's client up under this name
