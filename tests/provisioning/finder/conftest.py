"""A database for the finder's tests: SQLite and PostgreSQL in turn."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import database
from backend.models.organization import ADMINISTRATOR_INDEX, CLAIM_INDEX
from tests.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def pg() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


async def create_tables(url: str) -> None:
    """Connect to an empty database and create the tables."""
    EXECUTOR_CACHE.clear()  # it keeps the SQL of the database before
    configuration = database.configuration(url)
    configuration["apps"]["provisioning"]["models"] = ["backend.models", "backend.models.organization"]
    configuration["apps"]["provisioning"].pop("migrations")
    await Tortoise.init(config=configuration, _enable_global_fallback=True)
    await Tortoise.generate_schemas()
    for statement in (CLAIM_INDEX, ADMINISTRATOR_INDEX):
        await database.execute(statement)


@pytest.fixture(params=["sqlite", "postgres"])
async def db(request: pytest.FixtureRequest, tmp_path: Path, pg: Postgres) -> AsyncIterator[str]:
    name = pg.create() if request.param == "postgres" else ""
    await create_tables(pg.url(name) if name else f"sqlite://{tmp_path}/db.sqlite")
    yield request.param
    await database.disconnect()
    if name:
        pg.drop(name)
