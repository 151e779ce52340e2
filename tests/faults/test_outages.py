"""What a database refuses is an outage, after which one comes again, or a mistake of ours: its own words tell."""

from urllib.parse import urlsplit

import pytest

from backend import database
from backend.graphql_server.problems import is_outage
from tests.postgres import Postgres

pytestmark = [pytest.mark.postgres, pytest.mark.parametrize("fresh", ["postgres"], indirect=True)]

OUTAGES = {
    "the connection is lost": "08006",
    "only a standby is there": "25006",
    "a transaction was idle for too long": "25P03",
    "the password was changed": "28P01",
    "nobody may sign in from here": "28000",
    "the database is being restored": "3D000",
    "two transactions waited for each other": "40P01",
    "the disk is full": "53100",
    "no slot is free": "53300",
    "a lock is not to be had": "55P03",
    "its operator stops it": "57P01",
    "it is starting": "57P03",
    "the disk is broken": "58030",
    "its files can only be read": "42501",
    "a quota is used up": "XX000",
    "a page is damaged": "XX001",
    "a table has still to be made": "42P01",
    "a column has still to be made": "42703",
    "an index has still to be made": "42P10",
    "a pooler gave us a connection of somebody else": "26000",
    "a pooler gave somebody else a connection of ours": "42P05",
}
READ = "SELECT * FROM migrated"
MISTAKES = {"a statement is wrong": "42601", "a number is too large": "22003", "a row is there already": "23505"}


async def raised(code: str) -> Exception:
    """What PostgreSQL refuses with this code, as it arrives here."""
    sql = f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{code}'; END $$"
    with pytest.raises(Exception) as refused:  # noqa: PT011 – each code has an exception of its own
        await database.rows(sql)
    return refused.value


async def test_outages_are_told_from_mistakes(db: str) -> None:
    assert {why for why, code in OUTAGES.items() if not is_outage(await raised(code))} == set()
    assert {why for why, code in MISTAKES.items() if is_outage(await raised(code))} == set()


async def test_a_plan_from_before_a_migration_is_an_outage_that_ends_by_itself(db: str, pg: Postgres) -> None:
    name = urlsplit(db).path.lstrip("/")
    await database.rows("CREATE TABLE migrated (id INT)")
    await read_in_a_transaction()
    pg.run("ALTER TABLE migrated ADD COLUMN later INT", name)
    await database.rows(READ)  # alone, it is simply planned anew
    pg.run("ALTER TABLE migrated ALTER COLUMN later TYPE BIGINT", name)
    with pytest.raises(Exception) as refused:  # noqa: PT011 – whatever it is, it is told as an outage
        await read_in_a_transaction()
    assert is_outage(refused.value)
    await read_in_a_transaction()
    await database.rows("DROP TABLE migrated")


async def read_in_a_transaction() -> None:
    async with database.transaction():
        await database.rows(READ)
