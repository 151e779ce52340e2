"""Migrations, one process at a time; each is committed with its record, so that a killed run is simply run again.

Tortoise's own run writes the record after the migration is committed; who is killed in between never gets further.
"""
# ruff: noqa: SLF001 – Tortoise's executor has no public way to do it step by step

import asyncio
import fcntl
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.migrations import operations
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.migration import Migration
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.schema_editor.base import BaseSchemaEditor
from tortoise.migrations.schema_generator.state import State
from tortoise.transactions import in_transaction

from backend import clock, database
from backend.provisioning import listed_orders, order_words
from backend.provisioning.finder import activity
from backend.timeouts import statement_timeout

logger = logging.getLogger(__name__)

_LOCK = 7_202_611  # any number, the same on every node
# How long a migration waits for a table that nodes are using, in ms. All who ask for the table meanwhile wait behind
# it. Once it holds a table, a node may hold the next and wait for this one: then it has to give up before PostgreSQL
# looks for deadlocks, which may end the node's transaction instead.
_FIRST_LOCK_TIMEOUT = 300
_NEXT_LOCK_TIMEOUT = 20
_LOCK_PAUSE = 0.2  # seconds until the next try: the nodes' turn
_GIVE_UP = 300.0  # seconds of tries
_TELL_EVERY = 30.0  # seconds
# Operations that add something, or leave the models alone: they do not ask how the models were before.
_ASK_FOR_NOTHING_BEFORE = (
    operations.CreateModel,
    operations.AddField,
    operations.AddIndex,
    operations.RunPython,
    operations.RunSQL,
)


class TablesInUse(Exception):
    """Others kept using the tables that a migration changes; the migrations before it are done."""

    def __init__(self, migration: str) -> None:
        super().__init__(
            f"migration {migration} waited {_GIVE_UP:g} seconds for tables that others use, and did nothing:"
            " end their long transactions (pg_stat_activity has them; a backup is one), then run migrate again"
        )


class UnfinishedCopy(Exception):
    """The database is half a copy of another one, and cannot be brought up to date."""

    def __init__(self) -> None:
        super().__init__("a copy into this database is not finished: run copy-database again")


async def migrate(url: str) -> None:
    """Bring the database up to date, and fill what is derived where a migration made it anew: the finder's index,
    the words by which orders are found, and how they are listed. Does nothing if all is there. Raises UnfinishedCopy,
    and TablesInUse if nodes do not let go of a table for five minutes.
    """
    with statement_timeout(None):
        await _migrate(url)


async def _migrate(url: str) -> None:
    async with _exclusive_lock(url):
        try:
            await database.connect(url)
            if await database.pending_migrations() and await database.is_unfinished_copy():
                raise UnfinishedCopy
            await _apply_pending()
            if await activity.never_swept():
                await activity.sweep(clock.now())
            await order_words.repair(missing=True)
            await listed_orders.repair(missing=True)
        finally:
            await Tortoise.close_connections()


async def _apply_pending() -> None:
    executor = MigrationExecutor(get_connection("default"), database.APPS)
    await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
    pending = await executor.plan()
    if not pending:
        return
    state = await _state_applied(executor)
    for step in pending:
        begun = told = time.monotonic()
        while in_use := await _apply_and_record(executor, step.migration, state):
            now = time.monotonic()
            if now - begun >= _GIVE_UP:
                raise TablesInUse(step.migration.name) from in_use
            if told == begun or now - told >= _TELL_EVERY:
                logger.warning("Migration %s waits for tables that others use: %s", step.migration.name, in_use)
                told = now
            await asyncio.sleep(_LOCK_PAUSE)
            state = await _state_applied(executor)


async def _state_applied(executor: MigrationExecutor) -> State:
    """The models as the migrations that are recorded leave them."""
    return await executor._project_state(set(await executor.recorder.applied_migrations()))


async def _apply_and_record(executor: MigrationExecutor, migration: Migration, state: State) -> Exception | None:
    """Carry out a migration and record it. Why not, if nodes use what it has to lock: then nothing was done in the
    database, and `state` is of no use.
    """
    try:
        async with in_transaction("default") as connection:
            editor = executor._schema_editor(atomic=True)
            editor.client = connection
            await _apply(migration, state, editor)
            await MigrationRecorder(connection).record_applied(database.APP, migration.name)
    except (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError) as error:
        return error
    return None


async def _apply(migration: Migration, state: State, editor: BaseSchemaEditor) -> None:
    """Carry out a migration. Tortoise would copy all models before each operation: two thirds of the whole time."""
    limited = database.dialect() == "postgres"
    for number, operation in enumerate(migration.operations):
        if limited and number < 2:
            timeout = _NEXT_LOCK_TIMEOUT if number else _FIRST_LOCK_TIMEOUT
            await editor.client.execute_query(f"SET LOCAL lock_timeout = {timeout}")
        before = state if isinstance(operation, _ASK_FOR_NOTHING_BEFORE) else state.clone()
        operation.state_forward(migration.app_label, state)
        await migration._run_database_forward(operation, before, state, editor, supports_transactions=True)
    state.validate_relations_initialized()


@asynccontextmanager
async def _exclusive_lock(url: str) -> AsyncIterator[None]:
    configuration = database.configuration(url)["connections"]["default"]["credentials"]
    if database.is_embedded(url):
        with Path(configuration["file_path"] + ".migrating").open("w") as file:  # noqa: ASYNC230 – a file of no content
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        return
    connection = await asyncpg.connect(**database.address(url))
    try:
        await connection.execute("SELECT pg_advisory_lock($1)", _LOCK)
        yield
    finally:
        await connection.close()
