"""Backup of the whole database to one file, and back, without any tool of the database's own.

A backup is consistent while servers and workers go on. A restore takes the database away under them: stop them before.
"""

import sqlite3
import zipfile
from pathlib import Path

import asyncpg

from backend.backup import postgres, sqlite
from backend.backup.file import BackupFailed

__all__ = ["BackupFailed", "backup", "restore"]

_Expected = (OSError, sqlite3.Error, zipfile.BadZipFile, asyncpg.PostgresError, asyncpg.InterfaceError)


async def backup(url: str, file: Path) -> None:
    """Write the database to a file, which is there whole or not at all. Raises BackupFailed."""
    try:
        await (sqlite.backup(url, file) if url.startswith("sqlite://") else postgres.backup(url, file))
    except _Expected as error:
        raise BackupFailed(f"could not back up to {file}: {_why(error)}") from error
    print(f"Backed up to {file}")


async def restore(url: str, file: Path) -> None:
    """Replace the database by a backup of the same kind of database, all or nothing. Raises BackupFailed.

    A replaced SQLite database is kept beside, with `.before-restore` behind its name.
    """
    try:
        await (sqlite.restore(url, file) if url.startswith("sqlite://") else postgres.restore(url, file))
    except _Expected as error:
        raise BackupFailed(f"could not restore {file}: {_why(error)}") from error
    print(f"Restored from {file}")


def _why(error: Exception) -> object:
    return error.strerror or error if isinstance(error, OSError) else error
