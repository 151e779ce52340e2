"""The bare drivers, asyncpg and aiosqlite, with as little around them as a handler written by hand needs.

SQLite is spoken to in a thread, as the product does, so that a locked file holds up nobody who does not need it.
Mercurius has a driver that waits in its only thread, and so is faster on SQLite than any of the others can be.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Protocol

import aiosqlite
import asyncpg

from backend import database


class Connection(Protocol):
    """What both drivers can do, with `$1`, `$2` … in the statements."""

    async def rows(self, statement: str, *values: Any) -> Sequence[Any]:
        """All rows."""

    async def row(self, statement: str, *values: Any) -> Any:
        """The first row, or None."""

    async def run(self, statement: str, *values: Any) -> None:
        """Write."""

    def now(self) -> Any:
        """The time, as the driver takes it."""


class Bare(Protocol):
    """A database through its driver."""

    def connection(self, *, writes: bool = False) -> AbstractAsyncContextManager[Connection]:
        """A connection; in a transaction if it writes."""


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Bare]:
    """Connect, as a handler written by hand would."""
    if url.startswith("sqlite://"):
        async with aiosqlite.connect(url.removeprefix("sqlite://"), isolation_level=None) as connection:
            connection.row_factory = aiosqlite.Row
            await connection.execute("PRAGMA synchronous = NORMAL")
            yield _SqliteDatabase(connection)
        return
    async with asyncpg.create_pool(None, min_size=10, max_size=10, **database.address(url)) as pool:
        yield _PostgresDatabase(pool)


class _Sqlite:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def rows(self, statement: str, *values: Any) -> Sequence[Any]:
        return list(await self._connection.execute_fetchall(_numbered(statement), values))

    async def row(self, statement: str, *values: Any) -> Any:
        found = await self.rows(statement, *values)
        return found[0] if found else None

    async def run(self, statement: str, *values: Any) -> None:
        await self._connection.execute_fetchall(_numbered(statement), values)

    def now(self) -> str:
        return str(datetime.now(UTC))


class _SqliteDatabase:
    """One connection, as the product has: transactions come one after the other."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection, self._lock = connection, asyncio.Lock()

    @asynccontextmanager
    async def connection(self, *, writes: bool = False) -> AsyncIterator[Connection]:
        if not writes:
            yield _Sqlite(self._connection)
            return
        async with self._lock:
            await self._connection.execute_fetchall("BEGIN IMMEDIATE")
            try:
                yield _Sqlite(self._connection)
            except BaseException:
                await self._connection.execute_fetchall("ROLLBACK")
                raise
            await self._connection.execute_fetchall("COMMIT")


class _Postgres:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def rows(self, statement: str, *values: Any) -> Sequence[Any]:
        found: Sequence[Any] = await self._connection.fetch(statement, *values)
        return found

    async def row(self, statement: str, *values: Any) -> Any:
        return await self._connection.fetchrow(statement, *values)

    async def run(self, statement: str, *values: Any) -> None:
        await self._connection.execute(statement, *values)

    def now(self) -> datetime:
        return datetime.now(UTC)


class _PostgresDatabase:
    def __init__(self, pool: Any) -> None:
        self._pool = pool

    @asynccontextmanager
    async def connection(self, *, writes: bool = False) -> AsyncIterator[Connection]:
        async with self._pool.acquire() as connection:
            if not writes:
                yield _Postgres(connection)
                return
            async with connection.transaction():
                yield _Postgres(connection)


@lru_cache
def _numbered(statement: str) -> str:
    return statement.replace("$", "?")
