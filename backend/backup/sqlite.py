"""Backup and restore of SQLite: the backup is a database file of its own."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tqdm import tqdm

from backend import database
from backend.backup.file import BackupFailed, check_known, kind_of, write_atomically
from backend.migrate import migrate

_PAGES = 4_096  # copied between two moves of the progress bar
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REPLACED_SUFFIX = ("", "-wal", "-shm")  # a database is up to three files


async def backup(url: str, file: Path) -> None:
    """Copy the database as it is at this moment into a file."""
    await asyncio.to_thread(_backup, _path(url), file)


async def restore(url: str, file: Path) -> None:
    """Put a backup in the place of the database, which is kept beside, and bring it up to date."""
    await asyncio.to_thread(_restore, _path(url), file)
    await migrate(url)


def _path(url: str) -> Path:
    return Path(url.removeprefix("sqlite://"))  # asked for a connection, the database would be made


def _backup(path: Path, file: Path) -> None:
    if not path.is_file():
        raise BackupFailed(f"there is no database at {path}")
    if file.exists() and file.samefile(path):
        raise BackupFailed(f"{file} is the database itself")
    with write_atomically(file) as new:
        _copy(path, new)


def _restore(path: Path, file: Path) -> None:
    if kind_of(file) != "sqlite":
        raise BackupFailed(
            f"{file} is a backup of PostgreSQL, and DATABASE_URL names SQLite: make it anew with backup --portable"
        )
    if path.exists() and file.samefile(path):
        raise BackupFailed(f"{file} is the database itself")
    check_known(check_intact(file))
    with write_atomically(path) as new:
        _copy(file, new)
        _set_aside(path)


def _copy(source: Path, target: Path) -> None:
    """Copy a database that others may be writing to: one snapshot of it."""
    with (
        _opened(source) as old,
        closing(sqlite3.connect(target)) as new,
        tqdm(unit="pages", desc="Copying", disable=None) as bar,
    ):
        # Held open, the snapshot stays the same between the steps; else every change of others would begin anew.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()

        def progress(_status: int, remaining: int, total: int) -> None:
            bar.total = total
            bar.update(total - remaining - bar.n)

        old.backup(new, pages=_PAGES, progress=progress)
        new.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the source had


def check_intact(file: Path) -> list[str]:
    """The migrations of a database file. Raises BackupFailed if the file is damaged or something else."""
    try:
        with _opened(file) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                raise BackupFailed(f"{file} is damaged: {found}")
            rows = connection.execute("SELECT name FROM tortoise_migrations WHERE app = ?", [database.APP])
            return [name for (name,) in rows]
    except sqlite3.DatabaseError as error:
        raise BackupFailed(f"{file} is no backup of Control Hub: {error}") from error


def _set_aside(path: Path) -> None:
    """Move the present database out of the way, unless somebody is using it."""
    for suffix in _REPLACED_SUFFIX:
        Path(f"{path}.before-restore{suffix}").unlink(missing_ok=True)
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # refused while anybody else is connected
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in _IN_USE:
            raise BackupFailed("the database is in use: stop servers and workers first") from error
    for suffix in _REPLACED_SUFFIX:
        part = Path(f"{path}{suffix}")
        if part.exists():
            part.replace(f"{path}.before-restore{suffix}")


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A database, to be read only."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)) as connection:
        yield connection
