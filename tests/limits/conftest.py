"""A fresh database of each kind."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from tortoise import Tortoise

from backend import database
from backend.limits import cost
from tests.postgres import Postgres, postgres


@pytest.fixture(scope="session")
def server() -> Iterator[Postgres]:
    """A PostgreSQL for all tests of the session."""
    with postgres() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def tables(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[None]:
    """The two tables in a database of their own."""
    cost.reset()
    if request.param == "sqlite":
        url = f"sqlite://{tmp_path}/limits.db"
    else:
        running: Postgres = request.getfixturevalue("server")
        url = running.url(running.create())
    await database.connect(url)
    await Tortoise.generate_schemas()
    yield
    await database.disconnect()
