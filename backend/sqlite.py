"""SQLite as Tortoise's engine, with transactions that begin at once.

A transaction that begins deferred fails with "database is locked" when two processes read first and then write.
Tortoise picks its migration editor by the word "sqlite" in this module's name.
"""

from tortoise.backends.sqlite.client import (
    SqliteClient,
    SqliteTransactionContext,
    SqliteTransactionWrapper,
)


class _ImmediateTransaction(SqliteTransactionWrapper):
    """Takes the write lock when it begins."""

    async def begin(self) -> None:
        await self._connection.execute("BEGIN IMMEDIATE")


class ImmediateClient(SqliteClient):
    """SQLite whose transactions begin immediately."""

    def _in_transaction(self) -> SqliteTransactionContext:
        return SqliteTransactionContext(_ImmediateTransaction(self), self._lock)


client_class = ImmediateClient  # Tortoise looks the engine's client up under this name
