"""Lists, exports and the finder read from a streaming replica, never less than the primary had when they asked.

Before each read the primary says how far its journal (WAL) is written, and the replica answers once it has replayed as
much: whatever was answered or told to anybody before, it knows too. So there is nothing to remember of sessions, and
no right is older than at the primary. Where it is not so soon, or away, the primary answers instead.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import asyncpg
from tortoise.exceptions import BaseORMException, OperationalError

from backend import database
from backend.engines.postgres import Connection, PooledClient
from backend.metrics import REPLICA_READS

logger = logging.getLogger("backend.database")

T = TypeVar("T")

CATCH_UP_WITHIN = 0.2  # seconds; a replica is usually some milliseconds behind
ANSWER_WITHIN = 1.0  # seconds for a whole read, so that the primary has the rest of what a request may take
_FIRST_PAUSE = 0.001  # seconds until a replica that is behind is looked at again; each time twice as long,
_LONGEST_PAUSE = 0.05  # but no longer: nobody waits on when it has caught up
LEFT_ALONE = 1.0  # seconds after it failed until it is tried again, while nobody waits for it
_CONFLICT = "conflict with recovery"  # what is read was in the way of what is replayed: so PostgreSQL says it
_FAILURES = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, BaseORMException)

# A primary that takes another one's place begins a new timeline, on which the positions of the old one mean nothing.
_WRITTEN = """
SELECT CAST(lsn AS TEXT) AS lsn, left(pg_walfile_name(lsn), 8) AS timeline,
(SELECT system_identifier FROM pg_control_system()) AS system
FROM (SELECT pg_current_wal_flush_lsn() AS lsn WHERE NOT pg_is_in_recovery()) w
"""
_REPLAYED = """
SELECT pg_is_in_recovery() AS recovers, pg_last_wal_replay_lsn() >= CAST(CAST($1 AS TEXT) AS PG_LSN) AS has_it,
(SELECT lpad(upper(to_hex(timeline_id)), 8, '0') FROM pg_control_checkpoint()) AS timeline,
(SELECT system_identifier FROM pg_control_system()) AS system
"""


class Unusable(OSError):
    """The replica cannot be read from; the message says why."""


class Position(database.Row, frozen=True):
    """How far the journal of a primary is written."""

    lsn: str
    timeline: str
    system: int


class _Replayed(database.Row, frozen=True):
    """How far a server replays another one's journal."""

    recovers: bool
    has_it: bool | None
    timeline: str
    system: int


async def written() -> Position | None:
    """How far the journal of the database is written; None if it is no primary."""
    return await database.record(Position, _WRITTEN)


async def has_replayed(position: Position | None) -> bool:
    """Whether the server that is asked has replayed the journal so far. Raises Unusable if it will not."""
    if position is None:
        raise Unusable("there is no primary: DATABASE_URL leads to a replica")
    replayed = await database.record(_Replayed, _REPLAYED, [position.lsn])
    assert replayed is not None
    if replayed.system != position.system:
        raise Unusable("it is a replica of another database server")
    if not replayed.recovers:
        raise Unusable("it is no replica any more: it was promoted")
    if replayed.timeline != position.timeline:
        raise Unusable("it does not follow the primary that there is now, or has only just begun to")
    return bool(replayed.has_it)


class _Connection(Connection):
    async def synchronise_clock(self) -> None:
        """Ping the server. The one clock is the primary's."""
        await self.execute("SELECT 1")
        self.heard_at = asyncio.get_running_loop().time()


class _Client(PooledClient):
    connection_class = _Connection
    is_written_to = False


class Replica:
    """A replica, and whether it can be read from at the moment."""

    def __init__(self, url: str) -> None:
        # By the primary's name: in a transaction here, the statements inside come here. While the replica is away, the
        # pool must not try for itself to have a connection.
        self._client = _Client(connection_name="default", **database.credentials(url) | {"minsize": 0})
        self._usable = True
        self._trial: asyncio.Task[None] | None = None

    async def read(self, read: Callable[[], Awaitable[T]]) -> T:
        """What a read finds here, or else at the primary."""
        outcome = "left alone"
        if self._usable:
            position = await written()  # if the primary does not tell it, it could not read either
            try:
                found = await self._read_here(read, position)
            except _FAILURES as error:
                outcome = self._failed(error)
            else:
                REPLICA_READS.labels("answered").inc()
                return found
        REPLICA_READS.labels(outcome).inc()
        return await read()

    async def _read_here(self, read: Callable[[], Awaitable[T]], position: Position | None) -> T:
        try:
            async with asyncio.timeout(ANSWER_WITHIN), self.transaction():
                await catch_up(position)
                return await read()
        except TimeoutError:
            raise Unusable(f"no answer within {ANSWER_WITHIN:g} s") from None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """The statements inside are asked here."""
        async with self._client._in_transaction():  # noqa: SLF001 – as Tortoise's own in_transaction
            yield

    def _failed(self, error: Exception) -> str:
        """What is counted of a read that failed here."""
        if _CONFLICT in str(error):
            return "conflict"
        if isinstance(error, OperationalError):
            return "refused"  # as the primary will do: the statement is wrong, or its values
        if self._usable:
            logger.warning("The replica is not read from: %s", str(error) or repr(error))
            self._usable = False
            self._trial = asyncio.create_task(self._try_again())
        return "failed"

    async def _try_again(self) -> None:
        while not self._usable:
            await asyncio.sleep(LEFT_ALONE)
            try:
                await self._read_here(_nothing, await written())
            except _FAILURES:
                continue
            self._usable = True
            logger.info("The replica is read from again.")

    async def close(self) -> None:
        """Close its connections."""
        if self._trial is not None:
            self._trial.cancel()
            await asyncio.gather(self._trial, return_exceptions=True)
        await self._client.close()


_replica: Replica | None = None


@asynccontextmanager
async def following(url: str) -> AsyncIterator[None]:
    """While this runs, the replica at this address is read from; "" for none."""
    global _replica
    _replica = Replica(url) if url else None
    try:
        yield
    finally:
        if _replica is not None:
            await _replica.close()
        _replica = None


async def read_anywhere(read: Callable[[], Awaitable[T]]) -> T:
    """What a read finds, at the replica if there is one; within a transaction, where that is. Raises what it raises.

    It must change nothing, and may be carried out twice.
    """
    if _replica is None or database.is_in_transaction():
        return await read()
    return await _replica.read(read)


async def _nothing() -> None:
    """Read nothing."""


async def catch_up(position: Position | None) -> None:
    """Wait until the server has replayed the journal so far. Raises Unusable if it does not soon."""
    pause, waited = _FIRST_PAUSE, 0.0
    while not await has_replayed(position):
        if waited >= CATCH_UP_WITHIN:
            raise Unusable("it is behind the primary")
        await asyncio.sleep(pause)
        waited += pause
        pause = min(2 * pause, _LONGEST_PAUSE)
