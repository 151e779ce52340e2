"""PostgreSQL as Tortoise's engine, with transactions that leave nothing behind when they cannot begin.

Tortoise picks its migration editor by the word "asyncpg" in this module's name.
"""
# ruff: noqa: SLF001 – a context of Tortoise's works with the inside of its client

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections


class _PooledContext(TransactionContextPooled):
    """Tortoise's own never returns the connection to the pool if the transaction cannot begin."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool
        self.client._connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await pool.release(self.client._connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


class PooledClient(AsyncpgDBClient):
    """PostgreSQL behind a pool of connections."""

    def _in_transaction(self) -> TransactionContext:
        return _PooledContext(TransactionWrapper(self), self._pool_init_lock)


client_class = PooledClient  # Tortoise looks the engine's client up under this name
