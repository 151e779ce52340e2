"""What is broken on purpose."""

from collections.abc import Iterator

import pytest

from tests.faults.network import Network
from tests.postgres import Postgres, postgres


@pytest.fixture
def server() -> Iterator[Postgres]:
    """A PostgreSQL that a test may stop, freeze and cut off."""
    with postgres() as running:
        yield running


@pytest.fixture
def network(pg: Postgres, migrated_postgres: str) -> Iterator[Network]:
    """A network of its own between a test and a migrated database."""
    name = pg.create(migrated_postgres)
    with Network(pg.url(name)) as network:
        yield network
    pg.drop(name)
