"""A database that refuses what it is told to refuse, by a real trigger."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from backend import database


@asynccontextmanager
async def refused_by_the_database(table: str, act: str, condition: str = "") -> AsyncIterator[None]:
    """Let the database refuse to insert into or update a table, as if something were wrong with the row."""
    when = f"WHEN {condition}" if condition else ""
    if database.dialect() == "sqlite":
        await database.execute(
            f"CREATE TRIGGER refused BEFORE {act} ON {table} {when} BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        )
    else:
        await database.execute(
            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'not this one'; END $$"
        )
        when = f"WHEN ({condition})" if condition else ""
        await database.execute(
            f"CREATE TRIGGER refused BEFORE {act} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION refuse()"
        )
    try:
        yield
    finally:
        await database.execute("DROP TRIGGER refused" + (f" ON {table}" if database.dialect() == "postgres" else ""))
