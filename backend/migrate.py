"""Migrations, one process at a time; each is committed with its record, so that a killed run is simply run again."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from tortoise import Tortoise
from tortoise.migrations.api import migrate as apply

from backend import clock, database
from backend.provisioning.finder import activity

_LOCK = 7_202_611  # any number, the same on every node


async def migrate(url: str) -> None:
    """Bring the database up to date, and the finder's index where a migration made it anew. Does nothing if it is."""
    async with _alone(url):
        try:
            await apply(config=database.configuration(url))
            await database.connect(url)
            if await activity.never_swept():
                await activity.sweep(clock.now())
        finally:
            await Tortoise.close_connections()


@asynccontextmanager
async def _alone(url: str) -> AsyncIterator[None]:
    configuration = database.configuration(url)["connections"]["default"]["credentials"]
    if url.startswith("sqlite://"):
        with Path(configuration["file_path"] + ".migrating").open("w") as file:  # noqa: ASYNC230 – a file of no content
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        return
    parameters = {name: configuration[name] for name in ("host", "port", "user", "password", "database")}
    connection = await asyncpg.connect(**parameters)
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()
