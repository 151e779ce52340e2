"""All rows of a database into another one, of the same kind or the other: table by table, in batches, then compared.

A copy that was killed goes on where it was: rows are copied in the order of their keys, so what is there is where it
got to. While it is unfinished the record of migrations has another name, so that no server takes the target for whole.
"""

import hashlib
import os
from itertools import zip_longest
from pathlib import Path

import msgspec
from tqdm import tqdm

from backend import database
from backend.backup.ends import End, PostgresEnd, check_unused, connected, opened
from backend.backup.file import BackupFailed, check_known, write_atomically
from backend.backup.postgres import empty
from backend.backup.sqlite import check_intact
from backend.backup.tables import WITHOUT_NUL, Table, Values, converted, converters, tables
from backend.migrate import migrate
from backend.models import ActivitySweep


async def copy_database(source: str, target: str, *, replace_nul: bool = False) -> None:
    """Copy one database into another that is new or has no rows, and say what was copied. Raises BackupFailed.

    A target without tables gets them first. Nobody may use either of them meanwhile.
    """
    if source == target:
        raise BackupFailed("FROM and TO are the same database")
    async with opened(source) as old:
        await _check_current(old, "FROM")
        await _prepare(target)
        async with opened(target, writing=True) as new:
            await _copy(old, new, replace_nul=replace_nul)


async def backup(url: str, file: Path) -> None:
    """Write a PostgreSQL database, as it is at one moment, into a SQLite file, which either kind restores."""
    with write_atomically(file) as path:
        target = f"sqlite://{path}"
        try:
            await migrate(target)
            async with opened(url, sharing=True) as old, opened(target, writing=True) as new:
                await _check_current(old, "the database")
                await _copy(old, new)
                await new.run("PRAGMA journal_mode = DELETE")  # one file
        finally:
            path.with_name(f"{path.name}.migrating").unlink(missing_ok=True)


async def restore(url: str, file: Path) -> None:
    """Empty all tables of a PostgreSQL database and fill them from a SQLite file, in one transaction."""
    check_known(check_intact(file))
    async with opened(f"sqlite://{file}", sharing=True) as old:
        await _check_current(old, str(file))
        async with connected(url) as connection:
            await check_unused(connection)
        await migrate(url)
        async with connected(url) as connection, connection.transaction():
            await _check_tables(old, str(file))
            await _check_tables(PostgresEnd(connection), "the database")
            await empty(connection, [table.name for table in tables()])
            await copy_rows(old, PostgresEnd(connection))
            await connection.execute("SET LOCAL synchronous_commit = on")


async def _copy(old: End, new: End, *, replace_nul: bool = False) -> None:
    """Copy into a database that is not whole until the end of it."""
    await _check_tables(old, "FROM")
    await _begin(new)
    await copy_rows(old, new, replace_nul=replace_nul)
    await new.finish()
    await new.run(f"ALTER TABLE {database.UNFINISHED_COPY} RENAME TO {database.RECORD}")


async def copy_rows(old: End, new: End, *, replace_nul: bool = False) -> None:
    """Copy what is not there yet, compare all rows, and let numbers go on where they were. Raises BackupFailed."""
    plan = tables()
    for table in tqdm(plan, unit="tables", desc="Copying", disable=None):
        async for rows in old.rows(table, await new.last_key(table)):
            await new.append(table, _stored(table, rows, replace_nul=replace_nul))
    width = max(len(table.name) for table in plan)
    for table in plan:
        count, digest = await _compare(old, new, table, replace_nul=replace_nul)
        print(f"{table.name:{width}}  {count:>10} rows  sha256 {digest}", flush=True)
        if table.numbered:
            await new.go_on_after(table, max(await old.last_number(table), await new.last_key(table) or 0))


def _stored(table: Table, rows: list[Values], *, replace_nul: bool) -> list[Values]:
    return converted(rows, converters(table, WITHOUT_NUL)) if replace_nul else rows


async def _compare(old: End, new: End, table: Table, *, replace_nul: bool) -> tuple[int, str]:
    """How many rows a table has at both ends, and the SHA-256 of them as JSON. Raises BackupFailed if one differs."""
    theirs, nothing = aiter(new.rows(table)), list[Values]()
    count, digest = 0, hashlib.sha256()
    async for rows in old.rows(table):
        wanted, found = _stored(table, rows, replace_nul=replace_nul), await anext(theirs, nothing)
        if wanted != found:
            raise BackupFailed(_difference(table, wanted, found))
        count += len(wanted)
        digest.update(msgspec.json.encode(wanted))
    if more := await anext(theirs, nothing):
        raise BackupFailed(_difference(table, [], more))
    return count, digest.hexdigest()


def _difference(table: Table, wanted: list[Values], found: list[Values]) -> str:
    """The first row that differs, without what it says: that may be a secret."""
    for old, new in zip_longest(wanted, found):
        if old == new:
            continue
        if old is None or new is None or old[table.key_place] != new[table.key_place]:
            where = "TO" if new is None or (old is not None and old[table.key_place] < new[table.key_place]) else "FROM"
            key = (old if where == "TO" else new)[table.key_place]
            return f"{table.name} {key} is not in {where}: empty TO and copy again, with servers and workers stopped"
        names = [column.name for column, a, b in zip(table.columns, old, new, strict=True) if a != b]
        return f"{table.name} {old[table.key_place]} differs in {', '.join(names)}: empty TO and copy again"
    return f"{table.name} differs"


async def _check_current(end: End, name: str) -> None:
    applied = await end.migrations()
    if not applied and await end.migrations(database.UNFINISHED_COPY):
        raise BackupFailed(f"{name} is itself an unfinished copy")
    check_known(applied, f"{name} is no database of Control Hub", f"{name} was made by a newer version")
    if pending := database.known_migrations() - applied:
        raise BackupFailed(f"{name} is not up to date ({min(pending)} is missing): run migrate on it first")


async def _prepare(target: str) -> None:
    """Give a target without tables its tables."""
    if database.is_embedded(target) and not os.path.exists(target.removeprefix("sqlite://")):  # noqa: ASYNC240, PTH110
        await migrate(target)
    async with opened(target, writing=True) as new:
        empty = not await new.columns()
    if empty:
        await migrate(target)
    await database.connect(target)  # the models are known from now on
    await database.disconnect()


async def _begin(new: End) -> None:
    """Make sure that the target has the same tables and no rows, unless a copy into it is to go on."""
    if unfinished := await new.migrations(database.UNFINISHED_COPY):
        if unfinished != database.known_migrations():
            raise BackupFailed("TO is an unfinished copy of another version: empty it and begin anew")
        await _check_tables(new, "TO")
        return
    await _check_current(new, "TO")
    await _check_tables(new, "TO")
    swept = ActivitySweep.Meta.table  # `migrate` writes its row into a new database
    for table in tables():
        if table.name != swept and await new.last_key(table) is not None:
            raise BackupFailed(f"TO is not empty: it has rows in {table.name}")
    await new.run(f"DELETE FROM {swept}")
    await new.run(f"ALTER TABLE {database.RECORD} RENAME TO {database.UNFINISHED_COPY}")


async def _check_tables(end: End, name: str) -> None:
    """Refuse a database that has more or less than would be copied."""
    known = {table.name: {column.name for column in table.columns} for table in tables()}
    found = await end.columns()
    for table in sorted(known.keys() | found.keys()):
        if odd := known.get(table, set()) ^ found.get(table, set()):
            raise BackupFailed(f"{name} does not have the tables of this version: see {table}.{min(odd)}")
