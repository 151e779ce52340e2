"""Backup of the whole database to one file, and back, and copies, without any tool of the database's own.

A backup is consistent while servers and workers go on. A restore takes the database away under them: stop them before.
A portable backup is a SQLite file, which both kinds of database restore.
"""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from backend import database
from backend.backup import copying, postgres, sqlite
from backend.backup.file import BackupFailed, kind_of
from backend.migrate import UnfinishedCopy

__all__ = ["BackupFailed", "backup", "copy_database", "restore"]

_Expected = (OSError, sqlite3.Error, zipfile.BadZipFile, asyncpg.PostgresError, asyncpg.InterfaceError)


async def backup(url: str, file: Path, *, portable: bool = False) -> None:
    """Write the database to a file, which is there whole or not at all. Raises BackupFailed."""
    with _explained(f"could not back up to {file}"):
        if database.is_embedded(url):
            await sqlite.backup(url, file)
        else:
            await (copying.backup if portable else postgres.backup)(url, file)
    print(f"Backed up to {file}")


async def restore(url: str, file: Path) -> None:
    """Replace the database by a backup of the same kind of database, or a portable one, all or nothing.

    A replaced SQLite database is kept beside, with `.before-restore` behind its name. Raises BackupFailed.
    """
    with _explained(f"could not restore {file}"):
        if database.is_embedded(url):
            await sqlite.restore(url, file)
        else:
            await (copying.restore if kind_of(file) == "sqlite" else postgres.restore)(url, file)
    print(f"Restored from {file}")


async def copy_database(source: str, target: str, *, replace_nul: bool = False) -> None:
    """Copy a database into a new one of either kind, and compare all rows; see copying.py. Raises BackupFailed."""
    with _explained("could not copy; the same command goes on"):
        await copying.copy_database(source, target, replace_nul=replace_nul)


@contextmanager
def _explained(what: str) -> Iterator[None]:
    try:
        yield
    except UnfinishedCopy as error:
        raise BackupFailed(str(error)) from error
    except _Expected as error:
        raise BackupFailed(f"{what}: {_why(error)}") from error


def _why(error: Exception) -> object:
    return error.strerror or error if isinstance(error, OSError) else error
