"""Somebody deletes or replaces the files of a database that is in use: nothing is written where nobody finds it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tortoise.exceptions import OperationalError

from backend import database
from backend.graphql_server.problems import is_outage

pytestmark = pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)


async def write(name: str) -> None:
    await database.execute(
        "INSERT INTO support_person (email_key, email, since) VALUES ($1, $1, $2)", [name, "2026-01-01"]
    )


async def names() -> list[str]:
    return [row["email"] for row in await database.rows("SELECT email FROM support_person ORDER BY email")]


def delete(path: Path, suffixes: list[str]) -> None:
    for suffix in suffixes:
        Path(f"{path}{suffix}").unlink()


def move(path: Path, to: Path) -> None:
    path.rename(to)


def content(path: Path) -> bytes:
    return path.read_bytes()


def write_over(path: Path, content: bytes) -> None:
    with path.open("r+b") as file:
        file.write(content)


def exists(path: Path) -> bool:
    return path.exists()


def stored(path: Path) -> list[str]:
    """What somebody else finds in the file, which has to be sound."""
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [email for (email,) in other.execute("SELECT email FROM support_person ORDER BY email")]


@pytest.mark.parametrize("suffixes", [["-wal"], ["-shm"], ["-wal", "-shm"]])
async def test_a_journal_that_was_deleted_takes_nothing_with_it(db: str, suffixes: list[str]) -> None:
    path = Path(db.removeprefix("sqlite://"))
    await write("a")
    delete(path, suffixes)
    await write("b")
    assert stored(path) == ["a", "b"]
    assert await names() == ["a", "b"]


async def test_a_database_that_was_deleted_takes_nothing_until_it_is_back(db: str) -> None:
    path = Path(db.removeprefix("sqlite://"))
    await write("a")
    aside = path.with_suffix(".aside")
    move(path, aside)
    for work in (lambda: write("b"), names, in_a_transaction):
        with pytest.raises((OperationalError, sqlite3.OperationalError)) as refused:
            await work()
        assert is_outage(refused.value)
        assert not exists(path)  # no empty one is made in its place
    move(aside, path)
    await write("c")
    assert await names() == ["a", "c"]


async def in_a_transaction() -> None:
    async with database.transaction():
        await write("b")


async def test_a_database_that_was_replaced_is_the_one_that_is_written_to(db: str, tmp_path: Path) -> None:
    path = Path(db.removeprefix("sqlite://"))
    await write("a")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        source.backup(copy)
    (tmp_path / "copy.db").replace(path)
    await write("b")
    assert stored(path) == ["a", "b"]


async def test_a_file_that_is_damaged_is_an_outage_and_not_our_mistake(db: str) -> None:
    path = Path(db.removeprefix("sqlite://"))
    await write("a")
    await database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = content(path)
    write_over(path, whole[:4096] + b"\x00" * (len(whole) - 4096))
    await database.rows("PRAGMA shrink_memory")
    with pytest.raises((OperationalError, sqlite3.DatabaseError)) as refused:
        await names()
    assert is_outage(refused.value)
    write_over(path, whole)
    assert await names() == ["a"]


async def test_a_database_that_has_still_to_be_migrated_is_an_outage(db: str) -> None:
    await database.rows("ALTER TABLE support_person RENAME TO not_there_yet")
    with pytest.raises(OperationalError) as refused:
        await names()
    assert is_outage(refused.value)
    await database.rows("ALTER TABLE not_there_yet RENAME TO support_person")
    assert await names() == []
