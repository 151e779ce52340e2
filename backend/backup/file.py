"""The file of a backup: written whole or not at all, and what is asked of it before it is restored."""

import errno
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from backend import database

_SQLITE = b"SQLite format 3\0"


class BackupFailed(Exception):
    """A backup or restore that cannot be done; the message says why, for people."""


@contextmanager
def write_atomically(file: Path) -> Iterator[Path]:
    """A new file for its owner only, which takes the place of `file` at the end, or is removed if that fails."""
    if file.is_dir():  # told before hours of work
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    os.close(handle)
    new = Path(name)
    try:
        yield new
        with new.open("rb+") as whole:
            os.fsync(whole.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)


def kind_of(file: Path) -> Literal["sqlite", "postgres"]:
    """Of which kind of database a file is a backup. Raises BackupFailed if there is none, or it is of no kind."""
    if file.is_dir():
        raise BackupFailed(f"{file} is a folder")
    if not file.is_file():
        raise BackupFailed(f"no such file: {file}")
    if zipfile.is_zipfile(file):
        return "postgres"
    with file.open("rb") as begin:
        if begin.read(len(_SQLITE)) == _SQLITE:
            return "sqlite"
    raise BackupFailed(f"{file} is no backup of Control Hub")


def check_known(
    migrations: Iterable[str],
    foreign: str = "this is no backup of Control Hub",
    newer: str = "this backup was made by a newer version",
) -> None:
    """Refuse a backup, or what the words name instead, whose tables this version does not know."""
    applied = set(migrations)
    if not applied:
        raise BackupFailed(f"{foreign}: it has no migrations")
    if unknown := applied - database.known_migrations():
        raise BackupFailed(f"{newer}: it has {', '.join(sorted(unknown))}")
