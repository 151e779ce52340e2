"""SQLite as Tortoise's engine: transactions begin at once, leave nothing behind, and no lock is waited for for long.

A connection has a thread, so that nobody else waits while it works. But most reads take less than it takes to hand them
over: they are done at once where they are asked for, within a moment; what takes longer is begun anew in the thread.
So does a transaction begin, if nobody else has the file.

A transaction that begins deferred fails with "database is locked" when two processes read first and then write. While
another process holds the file, a write is tried again and again from here, so that reads go on and whoever waits can
give up. A connection to a file that cannot be written or read any more is opened anew by the next one who needs it.
SQLite itself goes on with files that were deleted or replaced, and all it writes is lost: here each use looks first.
Tortoise picks its migration editor by the word "sqlite" in this module's name.
"""
# ruff: noqa: SLF001 – a client of Tortoise's works with the inside of its base

import asyncio
import contextlib
import logging
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from time import perf_counter
from typing import Any

import aiosqlite
from tortoise.backends.base.client import NestedTransactionContext, TransactionalDBClient, TransactionContext
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
    translate_exceptions,
)
from tortoise.connection import get_connections

from backend import clock
from backend.timeouts import TimedResource, enforced_timeout

RETRY_INTERVAL = 0.02  # seconds between two tries to write to a file that another process holds
# Seconds that the loop goes on when the connection's thread has something to say. A statement hands over several times,
# so with Python's own 5 ms it takes a tenth of a second while strangers keep the loop busy.
SWITCH_INTERVAL = 0.0005
# Seconds that a read may hold up the loop. In the thread it costs about two milliseconds more; a page of 20 orders of a
# large database takes 0.6 to 1.5.
MOMENT = 0.002
STEPS = 1_000  # of SQLite's machine between two looks at the clock: about 0.05 ms
READS_IN_A_ROW = 8  # then others come
MAX_RESPELLED = 512  # texts
_LOST = {
    *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN),
    *(sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT),
}


_File = tuple[int, int] | None  # what tells a file from another one in its place; None: there is none


def _file(path: str) -> _File:
    try:
        found = os.stat(path)  # noqa: PTH116 – at each statement, and a Path costs more than this
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Connection(aiosqlite.Connection):
    """A connection that waits for a locked file where everybody can see it, not in its thread."""

    lost = False
    busy_timeout = 0  # milliseconds that its thread waits for a locked file
    begun = done = 0  # what the thread was given, and did; it goes on with what somebody gave up waiting for
    reads = 0  # that were done at once
    failed_halfway = 0  # of these

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._respelled = dict[str, str]()

    async def _connect(self) -> aiosqlite.Connection:
        try:
            return await super()._connect()
        except Exception:
            self._thread.join()  # it ends at once; later, it might find the loop closed that it speaks to
            raise

    async def _execute(self, fn: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        def counted() -> Any:
            try:
                return fn(*arguments, **options)
            finally:
                self.done += 1

        while True:
            try:
                self.begun += 1
                return await super()._execute(counted)  # type: ignore[no-untyped-call]
            except sqlite3.DatabaseError as error:
                code = _primary(error)
                self.lost = self.lost or code in _LOST
                if code != sqlite3.SQLITE_BUSY or self.in_transaction:
                    raise
                await asyncio.sleep(RETRY_INTERVAL)

    async def read_at_once(self, query: str, values: Sequence[Any]) -> list[sqlite3.Row] | None:
        """What a SELECT finds; None: it takes longer than a moment or fails, and the thread should do it."""
        if self.begun != self.done:
            return None
        connection, until, cursor = self._conn, perf_counter() + MOMENT, None
        connection.set_progress_handler(lambda: perf_counter() > until, STEPS)
        try:
            cursor = connection.execute(self.spelled(query), values)
            found = cursor.fetchall()
        except sqlite3.Error:
            if cursor is not None:
                self._respell(query)
            return None
        finally:
            connection.set_progress_handler(None, 0)
        self.reads += 1
        if self.reads % READS_IN_A_ROW == 0:
            await asyncio.sleep(0)
        return found

    def begin_at_once(self) -> bool:
        """Begin a transaction; False: the file is locked, or something is wrong, and the thread should do it."""
        if self.begun != self.done:
            return False
        try:
            self._conn.execute("PRAGMA busy_timeout=0")  # the loop waits for nobody
            self._conn.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            return False
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={self.busy_timeout}")
        return True

    def spelled(self, query: str) -> str:
        """The text by which a statement is executed."""
        return self._respelled.get(query, query)

    def _respell(self, query: str) -> None:
        """Let a statement that failed after its first row have another text from now on.

        Python 3.11 keeps such a statement for in use, and prepares its text anew each time, which takes longer than the
        statement itself: the next one would be interrupted too, and so on until many others were run.
        """
        if len(self._respelled) >= MAX_RESPELLED:
            self._respelled.clear()
        self.failed_halfway += 1
        self._respelled[query] = f"{query} -- {self.failed_halfway}"

    async def execute_all(self, changes: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Run several statements, one after the other: in the transaction, or in one of their own."""
        await self._execute(self._run_each, changes)

    def _run_each(self, changes: Sequence[tuple[str, Sequence[Any]]]) -> None:
        if self._conn.in_transaction:
            for sql, values in changes:
                self._conn.execute(sql, values)
            return
        self._conn.execute("BEGIN IMMEDIATE")
        try:
            for sql, values in changes:
                self._conn.execute(sql, values)
            self._conn.execute("COMMIT")
        except BaseException:
            self._conn.rollback()
            raise


@lru_cache(maxsize=512)
def _reads(query: str) -> bool:
    return query.lstrip()[:6].upper() == "SELECT"


class _Client(SqliteClient):
    """What the client and its transactions have in common."""

    def _at_hand(self) -> Connection | None:
        """The connection, if it can be used at once."""
        raise NotImplementedError

    @translate_exceptions
    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """The rows that a statement finds."""
        self.log.debug("%s: %s", query, values)
        found, given, short = None, values or [], _reads(query)
        at_hand = self._at_hand() if short else None
        if at_hand is not None:
            found = await at_hand.read_at_once(query, given)
        if found is None:
            async with self.acquire_connection() as own:
                if short and at_hand is None:
                    found = await own.read_at_once(query, given)
                if found is None:
                    found = await own.execute_fetchall(own.spelled(query), given)
        return list(map(dict, found))

    @translate_exceptions
    async def execute_all(self, changes: Sequence[tuple[str, Sequence[Any]]]) -> None:
        """Run several changes."""
        if self.log.isEnabledFor(logging.DEBUG):
            for sql, values in changes:
                self.log.debug("%s: %s", sql, values)
        async with self.acquire_connection() as own:
            await own.execute_all(changes)


class _ImmediateTransaction(_Client, SqliteTransactionWrapper):
    """Takes the write lock when it begins, and gives it back when it cannot begin or commit.

    A cancelled statement may still be carried out by the connection's thread; the rollback is sent after it.
    """

    def _in_transaction(self) -> TransactionContext:
        return NestedTransactionContext(_ImmediateTransaction(self))

    def acquire_connection(self) -> "_LockedConnection":  # type: ignore[override]
        """The connection of the transaction, for one statement at a time."""
        return _LockedConnection(self)

    def _at_hand(self) -> Connection | None:
        connection: Any = self._connection
        return None if self._lock.locked() else connection

    async def begin(self) -> None:
        connection: Any = self._connection
        if connection.begin_at_once():
            return
        try:
            await connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            await connection.rollback()
            raise

    async def commit(self) -> None:
        try:
            await super().commit()
        except BaseException:
            await self._connection.rollback()
            raise


class _ImmediateContext(SqliteTransactionContext):
    """Tortoise's own keeps the lock of the connection for good if the transaction cannot begin."""

    async def __aenter__(self) -> TransactionalDBClient:
        parent: ImmediateClient = self.connection._parent
        async with enforced_timeout():
            await self._trxlock.acquire()
            try:
                self.connection._connection = await parent.opened()
                await self.connection.begin()
            except BaseException:
                self._trxlock.release()
                raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection  # type: ignore[no-any-return]


class ImmediateClient(_Client):
    """SQLite whose transactions begin immediately."""

    _connection: Connection | None
    _files: tuple[_File, _File] = (None, None)  # the database and its journal, as this connection has them open

    async def create_connection(self, with_db: bool) -> None:  # noqa: ARG002 – there is no other
        """Open the file."""
        clock.follow_machine()
        sys.setswitchinterval(SWITCH_INTERVAL)
        connection = Connection(self._open, iter_chunk_size=64)
        connection.busy_timeout = self.pragmas["busy_timeout"]
        await connection
        try:
            for pragma, value in self.pragmas.items():
                await connection.execute_fetchall(f"PRAGMA {pragma}={value}")
        except BaseException:
            await connection.close()
            raise
        with contextlib.suppress(sqlite3.Error):  # who needs it hears of it
            await connection.execute_fetchall("SELECT 1 FROM sqlite_master LIMIT 1")  # now its journal is there
        self._connection, self._files = connection, (_file(self.filename), _file(f"{self.filename}-wal"))
        await self._post_connect()

    def _open(self) -> sqlite3.Connection:
        _create_private_file(self.filename)
        # One thread at a time, as SQLite demands it: ours while nothing is in the hands of the other.
        connection = sqlite3.connect(self.filename, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        return connection

    async def opened(self) -> Connection:
        """The connection, opened anew if it was lost. Only for who holds the lock."""
        if self._connection is not None and (self._connection.lost or self._files_changed()):
            lost, self._connection = self._connection, None
            with contextlib.suppress(sqlite3.Error):
                await lost.close()
        if self._connection is None:
            await self.create_connection(with_db=True)
        assert self._connection is not None
        return self._connection

    def _files_changed(self) -> bool:
        """Whether our files lie there no more. Closed, a deleted journal is still written into the database.

        A deleted database is kept open, since nobody else has it, and nothing is written to it.
        """
        (file, journal), found = self._files, _file(self.filename)
        if found is None:
            raise sqlite3.OperationalError("unable to open database file: it is there no more")
        if journal is None:
            self._files = file, _file(f"{self.filename}-wal")
            return found != file
        return found != file or _file(f"{self.filename}-wal") != journal

    def acquire_connection(self) -> "_SharedConnection":  # type: ignore[override]
        """The connection, for one statement."""
        return _SharedConnection(self)

    def _at_hand(self) -> Connection | None:
        if self._lock.locked() or self._connection is None or self._connection.lost or self._files_changed():
            return None
        return self._connection

    def _in_transaction(self) -> SqliteTransactionContext:
        return _ImmediateContext(_ImmediateTransaction(self), self._lock)


class _SharedConnection(TimedResource[Connection]):
    """The connection of a client, for one statement at a time."""

    __slots__ = ("_client",)

    def __init__(self, client: ImmediateClient) -> None:
        super().__init__()
        self._client = client

    async def acquire(self) -> Connection:
        await self._client._lock.acquire()
        try:
            return await self._client.opened()
        except BaseException:
            self._client._lock.release()
            raise

    async def release(self, error: BaseException | None) -> None:  # noqa: ARG002 – it is lost or not, as it says
        self._client._lock.release()


class _LockedConnection(TimedResource[aiosqlite.Connection]):
    """The connection of a transaction, which nobody else uses at the same time."""

    __slots__ = ("_transaction",)

    def __init__(self, transaction: _ImmediateTransaction) -> None:
        super().__init__()
        self._transaction = transaction

    async def acquire(self) -> aiosqlite.Connection:
        await self._transaction._lock.acquire()
        return self._transaction._connection

    async def release(self, error: BaseException | None) -> None:  # noqa: ARG002 – the transaction ends as it did
        self._transaction._lock.release()


def _primary(error: sqlite3.Error) -> int:
    """The result code of an error without what specifies it further."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code


client_class = ImmediateClient  # Tortoise looks the engine's client up under this name


def _create_private_file(path: str) -> None:
    """Make the file before SQLite does, readable for its owner alone; its journal takes the same permissions."""
    with contextlib.suppress(OSError):  # a file that is not ours, or a disk that takes nothing: SQLite says so
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        Path(path).chmod(0o600)
