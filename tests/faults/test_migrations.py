"""A migration that ends before its record is written has not happened: the next run does it again."""

import asyncio
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise.connection import get_connection
from tortoise.migrations.api import migrate as tortoises_own
from tortoise.migrations.executor import MigrationExecutor

from backend import database, models
from backend.migrate import TablesInUse, migrate
from tests.postgres import Postgres

pytestmark = pytest.mark.slow
NAMES = sorted(path.stem for path in (Path(models.__file__).parent / "migrations").glob("[0-9]*.py"))
TABLE = """
CREATE TABLE tortoise_migrations (
  id {key}, app VARCHAR(255) NOT NULL, name VARCHAR(255) NOT NULL, applied_at {instant} NOT NULL, UNIQUE (app, name)
)
"""
WAITS = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that has nothing but the empty record of migrations."""
    key, instant, url = "INTEGER PRIMARY KEY", "TIMESTAMP", f"sqlite://{tmp_path}/empty.db"
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("pg")
        key, instant, url = "SERIAL PRIMARY KEY", "TIMESTAMPTZ", server.url(server.create())
    await run(url, TABLE.format(key=key, instant=instant))
    return url


async def run(url: str, *statements: str) -> None:
    await database.connect(url)
    for statement in statements:
        await get_connection("default").execute_script(statement)
    await database.disconnect()


async def end_before_the_record_of(url: str, name: str) -> None:
    """Let whoever writes the record of this migration end there."""
    if url.startswith("sqlite://"):
        guard = (
            f"CREATE TRIGGER ending BEFORE INSERT ON tortoise_migrations WHEN NEW.name = '{name}'"
            " BEGIN SELECT RAISE(ABORT, 'ended here'); END"
        )
        await run(url, "DROP TRIGGER IF EXISTS ending", guard)
        return
    function = (
        "CREATE OR REPLACE FUNCTION ending() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN IF NEW.name = '{name}' THEN RAISE EXCEPTION 'ended here'; END IF; RETURN NEW; END $$"
    )
    guard = "CREATE TRIGGER ending BEFORE INSERT ON tortoise_migrations FOR EACH ROW EXECUTE FUNCTION ending()"
    await run(url, function, "DROP TRIGGER IF EXISTS ending ON tortoise_migrations", guard)


async def recorded(url: str) -> list[str]:
    await database.connect(url)
    rows = await database.rows("SELECT name FROM tortoise_migrations ORDER BY name")
    await database.disconnect()
    return [row["name"] for row in rows]


async def test_a_migration_that_ends_before_its_record_is_done_by_the_next_run(empty: str) -> None:
    for done in (0, len(NAMES) - 1):
        name = NAMES[done]
        await end_before_the_record_of(empty, name)
        with pytest.raises(Exception, match="ended here"):
            await migrate(empty)
        assert await recorded(empty) == NAMES[:done]
    await end_before_the_record_of(empty, "none of them")
    await migrate(empty)
    assert await recorded(empty) == NAMES


async def test_the_test_above_would_notice_a_record_outside_of_the_migrations_transaction(empty: str) -> None:
    await end_before_the_record_of(empty, NAMES[0])
    for why in ("ended here", "already exists"):  # as Tortoise itself does it
        with pytest.raises(Exception, match=why):
            await tortoises_own(config=database.configuration(empty))
        await database.disconnect()
        await end_before_the_record_of(empty, "none of them")


@pytest.mark.postgres
async def test_a_migration_that_others_keep_waiting_ends_and_says_what_to_do(
    pg: Postgres, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    url, planned = pg.url(pg.create()), MigrationExecutor.plan
    monkeypatch.setattr("backend.migrate._FIRST_LOCK_TIMEOUT", 10)
    monkeypatch.setattr("backend.migrate._GIVE_UP", 1.0)

    async def until_before(executor: MigrationExecutor) -> list[Any]:
        return [step for step in await planned(executor) if step.migration.name < "0034_traces"]

    with monkeypatch.context() as patch:
        patch.setattr(MigrationExecutor, "plan", until_before)
        await migrate(url)
    backup = await asyncpg.connect(**database.address(url))
    try:
        async with backup.transaction():
            await backup.execute("LOCK TABLE webhook_delivery IN ACCESS SHARE MODE")
            with pytest.raises(TablesInUse, match=r"0034_traces waited 1 seconds .* run migrate again"):
                await migrate(url)
    finally:
        await backup.close()
    assert len([line for line in caplog.messages if "waits for tables" in line]) == 1
    assert await recorded(url) == [name for name in NAMES if name < "0034_traces"]
    await migrate(url)
    assert await recorded(url) == NAMES


@pytest.mark.postgres
async def test_a_migration_gives_way_to_a_node_that_uses_its_tables_in_another_order(
    pg: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else PostgreSQL may end the node's transaction to undo the deadlock."""
    url = pg.url(pg.create())
    planned = MigrationExecutor.plan

    async def until_before(executor: MigrationExecutor) -> list[Any]:
        return [step for step in await planned(executor) if step.migration.name < "0034_traces"]

    with monkeypatch.context() as patch:
        patch.setattr(MigrationExecutor, "plan", until_before)
        await migrate(url)
    node = await asyncpg.connect(**database.address(url))
    await node.execute("SET deadlock_timeout = '100ms'")  # a tenth, as if the migration had got other tables before
    watcher = await asyncpg.connect(**database.address(url))
    try:
        async with node.transaction():
            await node.execute("LOCK TABLE webhook_delivery IN ROW EXCLUSIVE MODE")  # as a change of its rows does
            migrating = asyncio.create_task(migrate(url))
            while not await watcher.fetchval(WAITS):  # noqa: ASYNC110 – nobody tells
                await asyncio.sleep(0.01)
            await node.execute("LOCK TABLE batch IN ROW EXCLUSIVE MODE")
        await migrating
    finally:
        await node.close()
        await watcher.close()
    assert await recorded(url) == NAMES
