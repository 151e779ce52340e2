"""Backup and restore of PostgreSQL: a zip file with a manifest and, for each table, what COPY says."""

import zipfile
from collections.abc import AsyncIterator, Iterable
from graphlib import TopologicalSorter
from pathlib import Path
from typing import BinaryIO, cast

import asyncpg
import msgspec
from tqdm import tqdm

from backend import database
from backend.backup.ends import check_unused, connected
from backend.backup.file import BackupFailed, check_known, write_atomically
from backend.migrate import migrate

_MANIFEST, _FORMAT = "manifest.json", "control-hub-postgresql-1"
_CHUNK = 1 << 20  # bytes
_COLUMNS = """
SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' GROUP BY c.relname
"""
_REFERENCES = """
SELECT conrelid::regclass::text AS name, confrelid::regclass::text AS needed FROM pg_constraint
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND conrelid <> confrelid
"""
_SEQUENCES = """
SELECT sequencename AS name, coalesce(last_value, start_value) AS value, last_value IS NOT NULL AS called
FROM pg_sequences WHERE schemaname = current_schema() AND sequencename NOT LIKE 'tortoise_migrations%'
"""


class Table(msgspec.Struct, frozen=True):
    """A table of the backup: its columns in the order in which they are written, and how many rows."""

    name: str
    columns: list[str]
    rows: int = 0


class Sequence(msgspec.Struct, frozen=True):
    """Where a sequence of numbers stands: numbers are never given twice, also after a restore."""

    name: str
    value: int
    called: bool


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds."""

    format: str
    migrations: list[str]
    tables: list[Table]
    sequences: list[Sequence]


async def backup(url: str, file: Path) -> None:
    """Write all tables, as they are at one moment, into a file."""
    with write_atomically(file) as new, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        async with connected(url) as connection, connection.transaction(isolation="repeatable_read", readonly=True):
            migrations = await _migrations(connection)
            check_known(migrations)
            tables = [await _write(connection, archive, table) for table in _progress(await _tables(connection))]
            sequences = [Sequence(**row) for row in await connection.fetch(_SEQUENCES)]
        archive.writestr(_MANIFEST, msgspec.json.encode(Manifest(_FORMAT, migrations, tables, sequences)))


async def _write(connection: asyncpg.Connection, archive: zipfile.ZipFile, table: Table) -> Table:
    with archive.open(table.name, "w", force_zip64=True) as entry:
        status = await connection.copy_from_table(table.name, columns=table.columns, output=cast(BinaryIO, entry))
    return Table(table.name, table.columns, _count(status))


async def restore(url: str, file: Path) -> None:
    """Empty all tables and fill them from a backup of the same version, in one transaction.

    A database without tables gets them first.
    """
    with zipfile.ZipFile(file) as archive:
        manifest = _read_manifest(archive)
        check_known(manifest.migrations)
        async with connected(url) as connection:
            await check_unused(connection)
        await migrate(url)
        async with connected(url) as connection, connection.transaction():
            await _check_same(connection, manifest)
            await _replace(connection, archive, manifest)


def _read_manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        manifest = msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
    except (KeyError, msgspec.MsgspecError) as error:
        raise BackupFailed("this is no backup of Control Hub: it has no manifest") from error
    if manifest.format != _FORMAT:
        raise BackupFailed(f"this backup has another format: {manifest.format}")
    return manifest


async def _check_same(connection: asyncpg.Connection, manifest: Manifest) -> None:
    if set(await _migrations(connection)) != set(manifest.migrations):
        last = max(manifest.migrations)
        raise BackupFailed(f"this backup was made by an older version (up to {last}): restore it there, then migrate")
    if {table.name for table in await _tables(connection)} != {table.name for table in manifest.tables}:
        raise BackupFailed("the tables of the backup are not those of the database")


async def empty(connection: asyncpg.Connection, tables: Iterable[str]) -> None:
    """Remove all rows of all tables, in a transaction. Raises BackupFailed if somebody works with them."""
    await connection.execute("SET LOCAL lock_timeout = '10s'")
    names = ", ".join(f'"{table}"' for table in tables)
    try:
        await connection.execute(f"TRUNCATE {names}")
    except asyncpg.LockNotAvailableError as error:
        raise BackupFailed("the database is in use: stop servers and workers first") from error


async def _replace(connection: asyncpg.Connection, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    await empty(connection, [table.name for table in manifest.tables])
    for table in _progress(manifest.tables):
        source = _chunks(archive, table.name)
        status = await connection.copy_to_table(table.name, columns=table.columns, source=source)
        if _count(status) != table.rows:
            raise BackupFailed(f"{table.name} has {_count(status)} rows in the backup instead of {table.rows}")
    for sequence in manifest.sequences:
        await connection.execute(
            "SELECT setval($1::text::regclass, $2, $3)", sequence.name, sequence.value, sequence.called
        )


def _progress(tables: list[Table]) -> Iterable[Table]:
    return tqdm(tables, unit="tables", desc="Copying", disable=None)


async def _chunks(archive: zipfile.ZipFile, name: str) -> AsyncIterator[bytes]:
    with archive.open(name) as entry:
        while chunk := entry.read(_CHUNK):
            yield chunk


async def _tables(connection: asyncpg.Connection) -> list[Table]:
    """All tables but the record of migrations; those that others refer to come first."""
    columns = {row["name"]: row["columns"] for row in await connection.fetch(_COLUMNS)}
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(sorted(columns), ()))
    for row in await connection.fetch(_REFERENCES):
        order.add(row["name"], row["needed"])
    return [Table(name, columns[name]) for name in order.static_order() if name != database.RECORD]


async def _migrations(connection: asyncpg.Connection) -> list[str]:
    if await connection.fetchval("SELECT to_regclass($1)", database.RECORD) is None:
        return []
    rows = await connection.fetch(f"SELECT name FROM {database.RECORD} WHERE app = $1 ORDER BY name", database.APP)
    return [row["name"] for row in rows]


def _count(status: str) -> int:
    """The number of rows in what COPY answers, such as `COPY 17`."""
    return int(status.rpartition(" ")[2])
