"""The PostgreSQL of the tests."""

import pytest

from backend import database
from tests.postgres import Postgres, postgres

pytestmark = pytest.mark.postgres


async def count(server: Postgres, name: str) -> object:
    await database.connect(server.url(name))
    try:
        found = await database.row("SELECT count(*) AS number FROM thing WHERE id > $1", [1])
    finally:
        await database.disconnect()
    return found and found["number"]


async def test_a_copy_of_a_database_is_one_of_its_own_and_survives_a_restart() -> None:
    with postgres() as server:
        template = server.create()
        server.run("CREATE TABLE thing AS SELECT generate_series(1, 3) AS id", template)
        copy = server.create(template)
        server.run("DELETE FROM thing WHERE id = 3", copy)
        assert await count(server, template) == 2
        assert await count(server, copy) == 1
        server.stop()
        with pytest.raises(FileNotFoundError):
            await count(server, copy)
        server.start()
        assert await count(server, copy) == 1
        server.drop(copy)
        assert server.run("SELECT count(*) FROM pg_database WHERE datname LIKE 'test_%'") == "1"


def test_a_statement_that_fails_says_why() -> None:
    with postgres() as server, pytest.raises(RuntimeError, match="syntax error"):
        server.run("SELEKT 1")
