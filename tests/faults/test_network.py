"""The network to the database swallows, or cuts; the server freezes: nobody waits for long, and all come back."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from backend import database
from backend.timeouts import DatabaseTimeout, statement_timeout
from tests.busy import BUSY
from tests.faults.network import Network, frozen
from tests.postgres import Postgres

pytestmark = pytest.mark.postgres

STATEMENT_TIMEOUT = 0.5  # seconds, so that a test takes no longer than it must
Work = Callable[[], Awaitable[None]]


@pytest.fixture
async def connected(network: Network) -> AsyncIterator[Network]:
    await database.connect(network.url)
    yield network
    await database.disconnect()


async def read() -> None:
    await database.row("SELECT count(*) FROM support_person")


async def write() -> None:
    async with database.transaction():
        await database.execute("UPDATE support_person SET email = 'x'")


async def half_written() -> None:
    async with database.transaction():
        await database.execute("UPDATE support_person SET email = 'x'")
        await asyncio.sleep(STATEMENT_TIMEOUT)
        await read()


async def many() -> None:
    await asyncio.gather(*(read() for _ in range(30)))


async def told_within(seconds: float, work: Work) -> None:
    """The work fails, and in time."""
    started = time.monotonic()
    with statement_timeout(STATEMENT_TIMEOUT), pytest.raises((DatabaseTimeout, OSError)):
        await work()
    assert time.monotonic() - started < seconds + BUSY


async def back_within(seconds: float, work: Work) -> None:
    """Wait until the work can be done again."""
    async with asyncio.timeout(seconds + BUSY):
        while True:
            try:
                with statement_timeout(STATEMENT_TIMEOUT):
                    await work()
            except (DatabaseTimeout, OSError):
                continue
            return


@pytest.mark.parametrize("work", [read, write, half_written, many])
@pytest.mark.parametrize("fault", ["swallowing", "frozen"])
async def test_who_asks_a_database_that_does_not_answer_is_told_in_time(
    connected: Network, pg: Postgres, fault: str, work: Work
) -> None:
    await many()
    with connected.swallowing() if fault == "swallowing" else frozen(pg):
        await told_within(STATEMENT_TIMEOUT * 2 + 0.5, work)
        await told_within(STATEMENT_TIMEOUT * 2 + 0.5, work)
    await back_within(2, work)
