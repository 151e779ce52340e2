"""The database: connections, transactions and fixed SQL, alike on SQLite and PostgreSQL.

Fixed SQL is written with `$1`, `$2` … on both databases. A transaction is opened at the edge only (a resolver's
crossing, the worker, a command); whatever runs inside it joins it.
"""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from tortoise import Tortoise
from tortoise.connection import get_connection
from tortoise.transactions import in_transaction

MODELS = ["backend.models"]
APP = "provisioning"


def configuration(url: str) -> dict[str, Any]:
    """Tortoise's configuration for a database address."""
    return {
        "connections": {"default": _connection(url)},
        "apps": {
            APP: {"models": MODELS, "migrations": "backend.models.migrations", "default_connection": "default"},
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _connection(url: str) -> dict[str, Any]:
    if url.startswith("sqlite://"):
        path = url.removeprefix("sqlite://")
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        pragmas = {"busy_timeout": 10_000, "synchronous": "NORMAL", "cache_size": -32_768}
        return {
            "engine": "backend.sqlite",
            "credentials": {"file_path": path, "journal_size_limit": 64 << 20, **pragmas},
        }
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "engine": "backend.asyncpg",
        "credentials": {
            "host": query.get("host") or parts.hostname or "localhost",
            "port": parts.port or 5432,
            "user": parts.username or "postgres",
            "password": parts.password or "",
            "database": parts.path.lstrip("/") or "postgres",
            "minsize": 1,
            "maxsize": int(query.get("maxsize", 10)),
            "server_settings": {"jit": "off", "timezone": "UTC"},
        },
    }


async def connect(url: str) -> None:
    """Prepare the connections of this process; the database itself is reached at the first statement."""
    await Tortoise.init(config=configuration(url), _enable_global_fallback=True)


async def disconnect() -> None:
    """Close all connections."""
    await Tortoise.close_connections()


def dialect() -> Literal["sqlite", "postgres"]:
    """Which of the two databases this process uses."""
    name: str = get_connection("default").capabilities.dialect
    return "sqlite" if name == "sqlite" else "postgres"


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """Everything inside is committed together, or not at all."""
    async with in_transaction():
        yield


async def rows(sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Run one statement and return its rows. Also for INSERT, UPDATE and DELETE with RETURNING."""
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        sql, values = numbered(sql), [_stored(value) for value in values]
    found: list[dict[str, Any]] = await client.execute_query_dict(sql, list(values))
    return found


async def row(sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
    """Run one statement and return its first row, or None."""
    found = await rows(sql, values)
    return found[0] if found else None


async def execute(sql: str, values: Sequence[Any] = ()) -> int:
    """Run one statement and return the number of rows it changed."""
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        sql, values = numbered(sql), [_stored(value) for value in values]
    changed, _ = await client.execute_query(sql, list(values))
    return int(changed)


async def insert(table: str, records: Sequence[Sequence[Any]], columns: Sequence[str] = ()) -> None:
    """Append rows in bulk: values for the columns, or for all columns in their order."""
    if not records:
        return
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        into = f"{table} ({', '.join(columns)})" if columns else table
        values = [[_stored(value) for value in record] for record in records]
        await client.execute_many(f"INSERT INTO {into} VALUES ({', '.join('?' * len(records[0]))})", values)
        return
    async with client.acquire_connection() as connection:
        await connection.copy_records_to_table(table, records=records, columns=list(columns) or None)


def _stored(value: Any) -> Any:
    """A value as SQLite keeps it, the same as Tortoise writes: instants as text in UTC, which sorts."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(maxsize=512)
def numbered(sql: str) -> str:
    """SQLite's spelling of numbered parameters: `?1` for `$1`."""
    return re.sub(r"\$(\d+)", r"?\1", sql)
