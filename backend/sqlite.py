"""SQLite as Tortoise's engine, with transactions that begin at once and leave nothing behind when they fail.

A transaction that begins deferred fails with "database is locked" when two processes read first and then write.
Tortoise picks its migration editor by the word "sqlite" in this module's name.
"""

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)
from tortoise.connection import get_connections


class _ImmediateTransaction(SqliteTransactionWrapper):
    """Takes the write lock when it begins, and gives it back when it cannot begin or commit.

    A cancelled statement may still be carried out by the connection's thread; the rollback is sent after it.
    """

    async def begin(self) -> None:
        try:
            await self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            await self._connection.rollback()
            raise

    async def commit(self) -> None:
        try:
            await super().commit()
        except BaseException:
            await self._connection.rollback()
            raise


class _ImmediateContext(SqliteTransactionContext):
    """Tortoise's own keeps the lock of the connection for good if the transaction cannot begin."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        return self.connection  # type: ignore[no-any-return]


class ImmediateClient(SqliteClient):
    """SQLite whose transactions begin immediately."""

    def _in_transaction(self) -> SqliteTransactionContext:
        return _ImmediateContext(_ImmediateTransaction(self), self._lock)


client_class = ImmediateClient  # Tortoise looks the engine's client up under this name
