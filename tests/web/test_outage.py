"""The database goes away and comes back."""

import time
from collections.abc import Iterator

import pytest

from tests.busy import BUSY
from tests.postgres import Postgres, postgres
from tests.web.conftest import Clients

pytestmark = pytest.mark.postgres


@pytest.fixture
def server() -> Iterator[Postgres]:
    """A PostgreSQL that a test may stop."""
    with postgres() as running:
        yield running


def test_while_postgresql_is_away_answers_are_503_and_it_needs_no_restart(clients: Clients, server: Postgres) -> None:
    with clients(DATABASE_URL=server.url(server.create())) as client:

        def ask(person: str) -> tuple[int, str | None, float]:
            started = time.monotonic()
            answer = client.post(
                "/graphql", json={"query": "{ hello }"}, headers={"authorization": f"Bearer good {person}"}
            )
            return answer.status_code, answer.headers.get("retry-after"), time.monotonic() - started

        assert ask("before")[0] == 200
        server.stop()
        for person in ("during", "still during"):
            status, retry_after, seconds = ask(person)
            assert (status, retry_after) == (503, "1")
            assert seconds < 5 + BUSY
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200
        server.start()
        back = time.monotonic()
        while ask("after")[0] != 200:
            assert time.monotonic() - back < 2 + BUSY
