"""The two ends of a copy: a database of either kind whose rows are read in the order of their keys, or appended."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path
from typing import Any, Protocol

import asyncpg

from backend import database
from backend.backup.file import BackupFailed
from backend.backup.tables import (
    FROM_POSTGRES,
    FROM_SQLITE,
    TO_SQLITE,
    Table,
    Values,
    converted,
    converters,
    unstorable,
)

_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class End(Protocol):
    """A database at one end of a copy."""

    async def columns(self) -> dict[str, set[str]]:
        """All tables of ours with the names of their columns, whatever the models say."""

    async def migrations(self, record: str = database.RECORD) -> set[str]:
        """Which migrations a record of them has; empty if there is no such record."""

    def rows(self, table: Table, after: Any = None) -> AsyncIterator[list[Values]]:
        """The rows of a table in the order of their keys, as many at once as it says; those after a key."""

    async def last_key(self, table: Table) -> Any:
        """The key of the last row of a table; None if it has none."""

    async def append(self, table: Table, rows: Sequence[Values]) -> None:
        """Append rows for good. Raises BackupFailed if one of them cannot be kept."""

    async def last_number(self, table: Table) -> int:
        """The last key that the database gave, also to a row that is gone; 0 if it gave none."""

    async def go_on_after(self, table: Table, number: int) -> None:
        """Let the database give keys after this one."""

    async def run(self, statement: str) -> None:
        """Carry out a statement that both kinds know, for good."""

    async def finish(self) -> None:
        """Look whether all references lead to a row, and at the tables as a planner wants it. Raises BackupFailed."""


def opened(url: str, *, writing: bool = False, sharing: bool = False) -> AbstractAsyncContextManager[End]:
    """A database, to read one snapshot of it or to write. Raises BackupFailed if others use it, unless sharing."""
    if database.is_embedded(url):
        return _sqlite(Path(url.removeprefix("sqlite://")), writing=writing, sharing=sharing)
    return _postgres(url, writing=writing, sharing=sharing)


@asynccontextmanager
async def _sqlite(path: Path, *, writing: bool, sharing: bool) -> AsyncIterator[End]:
    try:
        with closing(_open_file(path)) as connection:
            if not sharing:
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # whoever else has the file open is noticed
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = NORMAL")
            # Nobody can change a file that cannot be written, and it cannot be locked.
            connection.execute("BEGIN" if sharing or not os.access(path, os.W_OK) else "BEGIN IMMEDIATE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if writing:
                connection.execute("COMMIT")
            yield SqliteEnd(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in _IN_USE:
            raise BackupFailed(f"{path} is in use: stop servers and workers first") from error
        raise


def _open_file(path: Path) -> sqlite3.Connection:
    """A file that is there: SQLite would make one."""
    if not path.is_file():
        raise BackupFailed(f"there is no database at {path}")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)


class SqliteEnd:
    """A SQLite file. Nothing else goes on in a command that copies, so it may wait for the disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    async def columns(self) -> dict[str, set[str]]:
        """See End."""
        found = self._connection.execute(
            "SELECT t.name, c.name FROM sqlite_master t, pragma_table_xinfo(t.name) c "
            "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        )
        return _by_table(found)

    async def migrations(self, record: str = database.RECORD) -> set[str]:
        """See End."""
        if not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [record]).fetchone():
            return set()
        return {
            name for (name,) in self._connection.execute(f"SELECT name FROM {record} WHERE app = ?", [database.APP])
        }

    async def rows(self, table: Table, after: Any = None) -> AsyncIterator[list[Values]]:
        """See End."""
        where = "" if after is None else f'WHERE "{table.key.name}" > ?'
        cursor = self._connection.execute(
            f'SELECT {_names(table)} FROM "{table.name}" {where} ORDER BY "{table.key.name}"',
            [] if after is None else [after],
        )
        into = converters(table, FROM_SQLITE)
        with closing(cursor):
            while found := cursor.fetchmany(table.batch):
                yield converted(found, into)

    async def last_key(self, table: Table) -> Any:
        """See End."""
        return self._connection.execute(f'SELECT max("{table.key.name}") FROM "{table.name}"').fetchone()[0]

    async def append(self, table: Table, rows: Sequence[Values]) -> None:
        """See End."""
        places = ", ".join("?" * len(table.columns))
        self._connection.execute("BEGIN")
        try:
            self._connection.executemany(
                f'INSERT INTO "{table.name}" ({_names(table)}) VALUES ({places})',
                converted(rows, converters(table, TO_SQLITE)),
            )
        except sqlite3.DatabaseError as error:
            self._connection.execute("ROLLBACK")
            raise BackupFailed(f"{table.name} cannot be copied: {error}") from error
        self._connection.execute("COMMIT")

    async def last_number(self, table: Table) -> int:
        """See End."""
        found = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", [table.name]).fetchone()
        return int(found[0]) if found else 0

    async def go_on_after(self, table: Table, number: int) -> None:
        """See End."""
        self._connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table.name])
        self._connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table.name, number])

    async def run(self, statement: str) -> None:
        """See End."""
        self._connection.execute(statement)

    async def finish(self) -> None:
        """See End."""
        if wrong := self._connection.execute("PRAGMA foreign_key_check").fetchone():
            raise BackupFailed(f"{wrong[0]} refers to a row of {wrong[2]} that is not there")


_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = $1
"""
_COLUMNS = """
SELECT c.relname::text, a.attname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
"""
_MAX_LOOKS, _LOOK_INTERVAL = 5, 0.2  # seconds


async def check_unused(connection: asyncpg.Connection) -> None:
    """Refuse while a server, worker or command of ours is connected: it would go on with what it knows of before."""
    for _ in range(_MAX_LOOKS):  # who has just ended is still there for a moment
        if not await connection.fetchval(_OTHERS, database.APP):
            return
        await asyncio.sleep(_LOOK_INTERVAL)
    raise BackupFailed("the database is in use: stop servers and workers first")


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection of one's own to a PostgreSQL server."""
    connection = await asyncpg.connect(**database.address(url))
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def _postgres(url: str, *, writing: bool, sharing: bool) -> AsyncIterator[End]:
    async with connected(url) as connection:
        if not sharing:
            await check_unused(connection)
        if writing:
            yield PostgresEnd(connection)
            return
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            yield PostgresEnd(connection)


class PostgresEnd:
    """A PostgreSQL database."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    async def columns(self) -> dict[str, set[str]]:
        """See End."""
        return _by_table(await self._connection.fetch(_COLUMNS))

    async def migrations(self, record: str = database.RECORD) -> set[str]:
        """See End."""
        if await self._connection.fetchval("SELECT to_regclass($1)", record) is None:
            return set()
        rows = await self._connection.fetch(f"SELECT name FROM {record} WHERE app = $1", database.APP)
        return {row["name"] for row in rows}

    async def rows(self, table: Table, after: Any = None) -> AsyncIterator[list[Values]]:
        """See End."""
        key = _ordered(table)
        where = "" if after is None else f"WHERE {key} > $1"
        sql = f'SELECT {_names(table)} FROM "{table.name}" {where} ORDER BY {key}'
        into = converters(table, FROM_POSTGRES)
        async with self._connection.transaction():
            cursor = await self._connection.cursor(sql, *([] if after is None else [after]))
            while found := await cursor.fetch(table.batch):
                yield converted(found, into)

    async def last_key(self, table: Table) -> Any:
        """See End."""
        return await self._connection.fetchval(f'SELECT max({_ordered(table)}) FROM "{table.name}"')

    async def append(self, table: Table, rows: Sequence[Values]) -> None:
        """See End."""
        names = [column.name for column in table.columns]
        try:
            async with self._connection.transaction():
                # Who is killed loses nothing by it, and after a crash of the server a copy goes on with what is there.
                await self._connection.execute("SET LOCAL synchronous_commit = off")
                await self._connection.copy_records_to_table(table.name, records=rows, columns=names)
        except (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError, OverflowError) as error:
            if isinstance(error, asyncpg.PostgresConnectionError):
                raise
            known = next(filter(None, (unstorable(table, row) for row in rows)), None)
            raise BackupFailed(known or f"{table.name} cannot be copied: {error}") from error

    async def last_number(self, table: Table) -> int:
        """See End."""
        value = await self._connection.fetchval(
            "SELECT last_value FROM pg_sequences WHERE schemaname = current_schema() AND "
            "format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence($1, $2)",
            table.name,
            table.key.name,
        )
        return int(value or 0)

    async def go_on_after(self, table: Table, number: int) -> None:
        """See End."""
        await self._connection.execute(
            "SELECT setval(pg_get_serial_sequence($1, $2)::regclass, greatest($3::bigint, 1), $3::bigint > 0)",
            table.name,
            table.key.name,
            number,
        )

    async def run(self, statement: str) -> None:
        """See End."""
        await self._connection.execute(statement)

    async def finish(self) -> None:
        """See End. References were looked at with each row."""
        await self._connection.execute("ANALYZE")


def _by_table(found: Any) -> dict[str, set[str]]:
    tables: dict[str, set[str]] = {}
    for table, column in found:
        if table not in (database.RECORD, database.UNFINISHED_COPY):
            tables.setdefault(table, set()).add(column)
    return tables


def _names(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.columns)


def _ordered(table: Table) -> str:
    """The key as SQLite orders it: texts byte by byte."""
    return f'"{table.key.name}"' + ("" if table.numbered or table.key.longest is None else ' COLLATE "C"')
