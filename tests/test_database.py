"""Transactions leave nothing behind, whatever stops them."""

import asyncio
import sqlite3
from contextlib import AsyncExitStack, closing
from pathlib import Path
from typing import Any, cast
from unittest.mock import AsyncMock
from urllib.parse import urlsplit

import pytest
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError, TransactionManagementError

from backend import database, outbox
from backend.clock import now
from backend.engines import sqlite
from backend.engines.postgres import PooledClient
from backend.engines.sqlite import Connection
from backend.models.outbox import EmailKind
from backend.models.person import SupportPerson
from backend.timeouts import DatabaseTimeout, statement_timeout
from tests.postgres import Postgres
from tests.product import Product


async def add(email: str) -> None:
    async with database.transaction():
        await SupportPerson.create(email_key=email, email=email, since=now())


async def test_a_transaction_that_is_cancelled_anywhere_leaves_the_database_usable(db: str) -> None:
    for turn in range(60):
        task = asyncio.create_task(add(f"p{turn}@example.com"))
        for _ in range(turn):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(10):
        await asyncio.gather(*(add(f"q{turn}@example.com") for turn in range(12)))
    assert await SupportPerson.filter(email__startswith="q").count() == 12


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_transaction_that_finds_the_file_locked_fails_and_the_next_one_succeeds(db: str) -> None:
    other = sqlite3.connect(db.removeprefix("sqlite://"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with statement_timeout(0.3), pytest.raises(DatabaseTimeout):
        await add("first@example.com")
    other.execute("ROLLBACK")
    other.close()
    async with asyncio.timeout(5):
        await add("second@example.com")
    assert await SupportPerson.all().count() == 1


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_transaction_begins_in_the_loop_which_waits_for_no_locked_file(db: str) -> None:
    client: Any = get_connection("default")
    connection: Connection = await client.opened()
    told = list[str]()
    connection._conn.set_trace_callback(told.append)
    with closing(sqlite3.connect(db.removeprefix("sqlite://"), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not connection.begin_at_once()
    connection._conn.set_trace_callback(None)
    assert told == ["PRAGMA busy_timeout=0", "BEGIN IMMEDIATE", "PRAGMA busy_timeout=100"]
    handed_over = connection.begun
    async with database.transaction():
        assert connection.begun == handed_over


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_read_that_took_too_long_after_its_first_row_is_prepared_once(
    db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "SELECT a.name FROM sqlite_master a, sqlite_master b"
    client: Any = get_connection("default")
    monkeypatch.setattr(sqlite, "MOMENT", 60)
    rows = await database.rows(many)
    connection: Connection = client._connection
    monkeypatch.setattr(sqlite, "MOMENT", 0)
    for again in range(1, 4):
        assert await database.rows(many) == rows
        assert connection.failed_halfway == again
    monkeypatch.setattr(sqlite, "MOMENT", 60)
    prepared = 0

    def count(*_: object) -> int:
        nonlocal prepared
        prepared += 1
        return sqlite3.SQLITE_OK

    connection._conn.set_authorizer(count)  # asked when a statement is prepared
    await database.rows(many)
    once = prepared
    assert once
    assert await database.rows(many) == rows
    monkeypatch.setattr(Connection, "read_at_once", AsyncMock(return_value=None))  # the thread does it
    assert await database.rows(many) == rows
    assert prepared == once


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_the_files_of_the_embedded_database_are_for_their_owner_alone(db: str) -> None:
    await add("first@example.com")
    path = Path(db.removeprefix("sqlite://"))
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in path.parent.glob(f"{path.name}*")}
    assert len(modes) >= 2
    assert set(modes.values()) == {"0o600"}


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_what_was_erased_stands_in_no_file_of_the_embedded_database(db: str) -> None:
    secret = "k7Qz-only-in-this-mail-4fQ9zL2mN8pR5sT7vX1yB3cD6eG0hJkW"
    await outbox.enqueue(EmailKind.SIGN_IN_CODE, "pat@acme.example", "en", key="code:1", at=now(), code=secret)
    path = Path(db.removeprefix("sqlite://"))

    def anywhere() -> bool:
        return any(secret.encode() in file.read_bytes() for file in path.parent.glob(f"{path.name}*"))

    assert anywhere()
    await database.execute("UPDATE email_message SET data = NULL, mime = NULL")
    await database.truncate_journal()
    assert not anywhere()


_LEFT = """
SELECT name AS what FROM pg_settings WHERE source = 'session' AND setting <> reset_val UNION ALL
SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() UNION ALL
SELECT name FROM pg_cursors WHERE name <> '' UNION ALL
SELECT pg_listening_channels() UNION ALL
SELECT locktype FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'
"""


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_nothing_is_left_on_a_connection_that_goes_back_to_the_pool_as_it_is(product: Product) -> None:
    await product.directory()
    await asyncio.gather(*(product.mapped(f"p{n}@acme.example") for n in range(3)))
    client = cast(PooledClient, get_connection("default"))
    assert client._pool is not None
    async with AsyncExitStack() as all_of_them:
        for _ in range(client._pool.get_size()):
            connection = await all_of_them.enter_async_context(client.acquire_connection())
            assert [row["what"] for row in await connection.fetch(_LEFT)] == []


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_connections_that_began_while_the_database_only_read_refuse_nothing_once_it_writes(
    db: str, pg: Postgres
) -> None:
    name = urlsplit(db).path[1:]
    pg.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    try:
        await database.disconnect()
        await database.connect(db)
        await asyncio.gather(*(database.rows("SELECT pg_sleep(0.1)") for _ in range(3)))
        with pytest.raises(TransactionManagementError, match="read-only"):
            await add("refused@example.com")
        await asyncio.gather(*(database.rows("SELECT pg_sleep(0.1)") for _ in range(3)))
    finally:
        pg.run(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    await asyncio.gather(*(add(f"p{turn}@example.com") for turn in range(6)))
    assert await SupportPerson.all().count() == 6


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_who_waits_for_a_connection_comes_before_the_next_statement_of_who_has_it(fresh: str) -> None:
    told = list[str]()

    async def ask(who: str, times: int) -> None:
        for _ in range(times):
            await database.rows("SELECT 1 AS one")
            told.append(who)

    await database.connect(f"{fresh}&maxsize=1")
    try:
        await database.rows("SELECT 1 AS one")  # the connection is there
        await asyncio.gather(ask("first", 20), ask("second", 3), ask("third", 3))
    finally:
        await database.disconnect()
    assert told[:9] == ["first", "second", "third"] * 3


@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
async def test_a_connection_that_was_handed_on_is_for_others_when_nothing_follows_at_once(fresh: str) -> None:
    async def ask() -> list[dict[str, object]]:
        with database.handing_on():
            return await database.rows("SELECT pg_backend_pid() AS pid")

    async def wait() -> None:
        await ask()
        assert await asyncio.create_task(database.rows("SELECT 1 AS one"))  # has no other connection

    async def go_on() -> None:
        before = await ask()
        async with database.transaction():
            assert await database.rows("SELECT pg_backend_pid() AS pid") == before

    async def fail() -> None:
        with database.handing_on(), pytest.raises(OperationalError):
            await database.rows("SELECT nothing")

    await database.connect(f"{fresh}&maxsize=1")
    try:
        async with asyncio.timeout(10):
            for turn in range(30):
                stopped = asyncio.create_task(go_on())
                for _ in range(turn):
                    await asyncio.sleep(0)
                stopped.cancel()
                await asyncio.gather(stopped, ask(), wait(), go_on(), fail(), return_exceptions=True)
            await asyncio.gather(*(act() for act in (ask, wait, go_on, fail) for _ in range(5)))
    finally:
        await database.disconnect()
