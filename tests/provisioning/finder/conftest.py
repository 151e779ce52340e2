"""A database for the finder's tests: SQLite and PostgreSQL in turn, migrated once and copied for each test."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend import database
from backend.migrate import migrate
from tests.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def pg() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("migrated") / "template.db"
    asyncio.run(migrate(f"sqlite://{path}"))
    return path


@pytest.fixture(scope="session")
def migrated_postgres(pg: Postgres) -> str:
    name = pg.create()
    EXECUTOR_CACHE.clear()
    asyncio.run(migrate(pg.url(name)))
    return name


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Which database it is, and the address of an empty one."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "finder.db")
        yield "sqlite", f"sqlite://{tmp_path}/finder.db"
        return
    server: Postgres = request.getfixturevalue("pg")
    name = server.create(template=request.getfixturevalue("migrated_postgres"))
    yield "postgres", server.url(name)
    server.drop(name)


@pytest.fixture
async def db(fresh: tuple[str, str]) -> AsyncIterator[str]:
    """Connected; its name."""
    name, url = fresh
    EXECUTOR_CACHE.clear()  # it keeps the SQL of the database before
    await database.connect(url)
    yield name
    await database.disconnect()
