"""Copies from one kind of database to the other, and portable backups."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import Tortoise, fields

from backend import database
from backend.backup import BackupFailed, backup, copy_database, ends, restore, tables
from backend.backup.tables import Table, Values, canonical_json
from backend.migrate import UnfinishedCopy, migrate
from tests.backup.test_backup import hidden, place
from tests.postgres import Postgres

Pair = tuple[str, str]
AT = datetime(2026, 3, 15, 9, 30, 0, 120_000, UTC)
TEXT = "Bücher “Süd” \\N\t\U0001f600 ﷽ e\u0301 \u202emirrored"
JSON = {"b": [1, 1.5, 1e2, -0.0, 2**62, None, True], "a": TEXT, "Ü": {"z": {}, "y": []}, "emoji \U0001f600": "\\u0000x"}


@pytest.fixture(params=["to postgres", "to sqlite"])
def pair(request: pytest.FixtureRequest, fresh_sqlite: str, fresh_postgres: str) -> Pair:
    """A migrated database and one of the other kind."""
    return (fresh_sqlite, fresh_postgres) if request.param == "to postgres" else (fresh_postgres, fresh_sqlite)


@pytest.fixture
def other(pg: Postgres) -> str:
    """The address of a PostgreSQL database without tables."""
    return pg.url(pg.create())


async def fill(url: str) -> None:
    """Two rows for every table, with the odd value in every column: the first of each has no empty value."""
    await database.connect(url)
    try:
        models = {model._meta.db_table: model for model in Tortoise.apps[database.APP].values()}
        for table in tables.tables():
            await database.execute(f"DELETE FROM {table.name}")  # what `migrate` wrote
            names = [column.name for column in table.columns]
            known = {column: name for name, column in models[table.name]._meta.fields_db_projection.items()}
            rows = [
                [value(models[table.name]._meta.fields_map[known[name]], name, number) for name in names]
                for number in (1, 2)
            ]
            quoted = [f'"{name}"' for name in names] if database.is_embedded(url) else names  # one is a word of SQL
            await database.insert(table.name, rows, quoted)
    finally:
        await database.disconnect()


def value(field: fields.Field[Any], column: str, number: int) -> Any:
    """A value of a field: of the second row an empty one where that is allowed."""
    if number == 2 and field.null:
        return None
    longest = getattr(field, "max_length", None)
    match field:
        case fields.BooleanField():
            return number == 1
        case fields.DatetimeField():
            return (
                datetime(9999, 12, 31, tzinfo=UTC)
                if number == 1 and column == "due"
                else AT + timedelta(microseconds=number)
            )
        case fields.DateField():
            return date(2024, 2, 28 + number - 1)
        case fields.JSONField():
            return json.dumps(JSON if number == 1 else [])
        case fields.BinaryField():
            return bytes(range(256))
        case fields.FloatField():
            return 0.1 + number
        case fields.SmallIntField():
            return number
        case fields.CharField() | fields.TextField():
            return f"{number}{TEXT}"[:longest]
        case _:
            return number


async def contents(url: str) -> dict[str, list[Values]]:
    """All rows of all tables."""
    await database.connect(url)  # the models are known from now on
    await database.disconnect()
    async with ends.opened(url, sharing=True) as end:
        return {table.name: [row async for rows in end.rows(table) for row in rows] for table in tables.tables()}


async def next_order(url: str) -> int:
    await database.connect(url)
    try:
        return await place("NEXT")
    finally:
        await database.disconnect()


async def test_a_copy_has_every_value_of_every_column_there_and_back(
    pair: Pair, pg: Postgres, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = pair
    await fill(source)
    before = await contents(source)
    assert all(len(rows) == 2 for rows in before.values())
    await copy_database(source, target)
    there = capsys.readouterr().out
    assert await contents(target) == before
    back = f"sqlite://{tmp_path}/back.db" if database.is_embedded(source) else pg.url(pg.create())
    await copy_database(target, back)
    assert await contents(back) == before
    assert capsys.readouterr().out == there
    assert len(there.splitlines()) == len(before)


async def test_numbers_go_on_where_they_were(pair: Pair) -> None:
    source, target = pair
    first = await next_order(source)
    await database.connect(source)
    for table in ("order_word", "listed_order", "email_message", "setup_link", "license", "service"):
        await database.execute(f"DELETE FROM {table}")
    # The timeline of an order that is gone: only a test takes an order away.
    if database.is_embedded(source):
        await database.execute("DROP TRIGGER order_event_no_delete")
    else:
        await database.execute("ALTER TABLE order_event DISABLE TRIGGER USER")
    await database.execute("DELETE FROM order_event")
    await database.execute("DELETE FROM orders")
    await database.disconnect()
    await copy_database(source, target)
    assert await next_order(target) > first


async def test_a_copy_that_was_killed_goes_on(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = pair
    await fill(source)
    monkeypatch.setattr(Table, "batch", 1)
    end = ends.SqliteEnd if database.is_embedded(target) else ends.PostgresEnd
    append, appended = end.append, 0

    async def dies_at_some_time(self: Any, table: Table, rows: Sequence[Values]) -> None:
        nonlocal appended
        appended += 1
        if appended == 9:
            raise ConnectionResetError("killed")
        await append(self, table, rows)

    monkeypatch.setattr(end, "append", dies_at_some_time)
    with pytest.raises(BackupFailed, match="the same command goes on"):
        await copy_database(source, target)
    with pytest.raises(UnfinishedCopy):
        await migrate(target)
    await database.connect(target)
    assert await database.pending_migrations() == database.known_migrations()  # nobody serves half a copy
    await database.disconnect()
    await copy_database(source, target)
    assert appended == 2 * len(await contents(source)) + 1
    assert await contents(target) == await contents(source)
    await migrate(target)


async def test_a_source_that_changed_between_two_runs_is_noticed(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = pair
    await fill(source)
    with monkeypatch.context() as patch:
        patch.setattr(ends.SqliteEnd if database.is_embedded(target) else ends.PostgresEnd, "finish", failing)
        with pytest.raises(BackupFailed, match="goes on"):
            await copy_database(source, target)
    await run(source, "UPDATE orders SET offer = 'Changed' WHERE id = 2")
    with pytest.raises(BackupFailed, match="orders 2 differs in offer"):
        await copy_database(source, target)
    await run(source, "UPDATE cost_bucket SET caller = '0' WHERE level < 1.5")
    with pytest.raises(BackupFailed, match="cost_bucket 0 is not in TO"):
        await copy_database(source, target)


async def failing(_self: Any) -> None:
    raise OSError("the cable")


async def run(url: str, statement: str) -> None:
    await database.connect(url)
    try:
        await database.execute(statement)
    finally:
        await database.disconnect()


async def test_a_target_with_rows_is_refused(pair: Pair) -> None:
    source, target = pair
    await next_order(target)
    with pytest.raises(BackupFailed, match="TO is not empty: it has rows in "):
        await copy_database(source, target)
    assert len((await contents(target))["orders"]) == 1


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM tortoise_migrations WHERE name = '0002_indexes'", r"not up to date \(0002_indexes is missing\)"),
        (
            "UPDATE tortoise_migrations SET name = '9999_later' WHERE name = '0002_indexes'",
            "newer version: .* 9999_later",
        ),
        ("ALTER TABLE orders ADD COLUMN forgotten INT", "see orders.forgotten"),
        ("CREATE TABLE forgotten (id INT)", "see forgotten.id"),
    ],
)
async def test_tables_that_this_version_does_not_have_are_refused_at_both_ends(
    pair: Pair, statement: str, why: str
) -> None:
    source, target = pair
    await run(target, statement)
    with pytest.raises(BackupFailed, match=f"TO .*{why}"):
        await copy_database(source, target)
    with pytest.raises(BackupFailed, match=f"FROM .*{why}"):
        await copy_database(target, source)


async def test_who_is_still_connected_is_noticed(pair: Pair) -> None:
    source, target = pair
    for used in pair:
        await database.connect(used)
        await database.rows("SELECT 1 AS one")
        with pytest.raises(BackupFailed, match="in use: stop servers and workers first"):
            await copy_database(source, target)
        await database.disconnect()


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE orders SET offer = 'a' || char(0) || 'b' WHERE id = 1", "orders 1, offer has a NUL"),
        (r"""UPDATE order_event SET "values" = '{"a": "\u0000"}' WHERE 1""", "order_event 1, values has a NUL"),
        ("UPDATE orders SET language = 'much too long'", "orders 1, language has 13 characters, PostgreSQL takes 8"),
        ("UPDATE orders SET term_months = 3000000000", "orders cannot be copied: .*out of int32 range"),
        (r"""UPDATE site SET allocations = '{"a": "\ud800"}' WHERE id = 1""", "site cannot be copied: .*surrogate"),
    ],
)
async def test_what_postgresql_cannot_keep_is_told(fresh_sqlite: str, other: str, statement: str, why: str) -> None:
    await fill(fresh_sqlite)
    with sqlite3.connect(fresh_sqlite.removeprefix("sqlite://")) as connection:
        connection.executescript(f"DROP TRIGGER order_event_no_update; {statement}")
    connection.close()
    with pytest.raises(BackupFailed, match=why):
        await copy_database(fresh_sqlite, other)


async def test_nul_characters_are_replaced_if_asked(fresh_sqlite: str, other: str) -> None:
    await fill(fresh_sqlite)
    with sqlite3.connect(fresh_sqlite.removeprefix("sqlite://")) as connection:
        connection.execute("UPDATE orders SET offer = 'a' || char(0) || 'b' WHERE id = 1")
        connection.execute("""UPDATE site SET allocations = '{"a\\u0000": "\\u0000"}' WHERE id = 1""")
    connection.close()
    await copy_database(fresh_sqlite, other, replace_nul=True)
    await database.connect(other)
    assert await database.row("SELECT offer FROM orders WHERE id = 1") == {"offer": "a�b"}
    assert await database.row("SELECT allocations::text AS kept FROM site WHERE id = 1") == {"kept": '{"a�": "�"}'}
    await database.disconnect()


def test_json_has_one_form() -> None:
    assert canonical_json('{ "b": 1e2, "a": 1.50, "ä": "\\u00e4" }') == '{"a":1.5,"b":100,"ä":"ä"}'
    assert canonical_json("[]") == "[]"


class TestPortable:
    async def test_a_portable_backup_is_restored_by_either_kind(
        self, fresh_sqlite: str, fresh_postgres: str, tmp_path: Path
    ) -> None:
        await fill(fresh_postgres)
        before = await contents(fresh_postgres)
        await database.connect(fresh_postgres)
        await database.rows("SELECT 1 AS one")  # servers go on meanwhile
        await backup(fresh_postgres, tmp_path / "backup", portable=True)
        await database.disconnect()
        assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o600
        assert hidden(tmp_path) == []
        await run(fresh_postgres, "UPDATE orders SET company_name = 'Changed'")
        for url in (fresh_sqlite, fresh_postgres):
            await restore(url, tmp_path / "backup")
            assert await contents(url) == before

    async def test_a_restore_that_fails_changes_nothing(
        self, fresh_sqlite: str, fresh_postgres: str, tmp_path: Path
    ) -> None:
        await fill(fresh_postgres)
        before = await contents(fresh_postgres)
        await fill(fresh_sqlite)
        await run(fresh_sqlite, "UPDATE orders SET language = 'much too long'")
        await backup(fresh_sqlite, tmp_path / "backup", portable=True)
        with pytest.raises(BackupFailed, match="orders 1, language has 13 characters"):
            await restore(fresh_postgres, tmp_path / "backup")
        assert await contents(fresh_postgres) == before


@pytest.mark.slow
async def test_a_copy_whose_process_is_killed_goes_on(fresh_sqlite: str, pg: Postgres, migrated_postgres: str) -> None:
    name = pg.create(migrated_postgres)
    target = pg.url(name)
    await fill(fresh_sqlite)
    with sqlite3.connect(fresh_sqlite.removeprefix("sqlite://")) as connection:
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
            "INSERT INTO rate_counter (name, key, window_start, hits) SELECT 'test', 'k' || i, i, 1 FROM n"
        )
    connection.close()

    def copied() -> int:
        return int(pg.run("SELECT count(*) FROM rate_counter", name))

    command = [sys.executable, "-m", "backend", "copy-database", fresh_sqlite, target]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as copying:  # noqa: ASYNC220 – nothing else goes on
        while not copied():
            assert copying.poll() is None
        copying.kill()
    pg.run(
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
    )
    assert 0 < copied() < 100_000
    assert pg.run(f"SELECT to_regclass('{database.RECORD}') IS NULL", name) == "t"
    await copy_database(fresh_sqlite, target)
    assert copied() == 100_000
    assert await contents(target) == await contents(fresh_sqlite)
