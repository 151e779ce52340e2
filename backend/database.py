"""The database: connections, transactions and fixed SQL, alike on SQLite and PostgreSQL.

Fixed SQL is written with `$1`, `$2` … on both databases; what it reads has the types of a `Row`. A transaction is
opened at the edge only (a mutation, the worker, a command); whatever runs inside it joins it.
"""

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext
from datetime import date, datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin
from urllib.parse import parse_qs, urlsplit

import msgspec
from tortoise import Tortoise
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.connection import get_connection
from tortoise.exceptions import OperationalError
from tortoise.transactions import in_transaction

from backend import tracing

R = TypeVar("R", bound="Row")
Change = tuple[str, Sequence[Any]]  # a statement and its values

MODELS = ["backend.models"]
APP = "provisioning"
APPS: dict[str, dict[str, Any]] = {
    APP: {"models": MODELS, "migrations": "backend.models.migrations", "default_connection": "default"}
}
RECORD = "tortoise_migrations"  # of the migrations that were applied
UNFINISHED_COPY = "migrations_of_unfinished_copy"  # its name while a copy into the database is not finished
_SYSTEMS = {"sqlite": "sqlite", "postgres": "postgresql"}  # as OpenTelemetry names them
_PARAMETER = re.compile(r"\$(\d+)")
_MIGRATIONS = Path(__file__).parent / "models" / "migrations"
CONNECT_TIMEOUT = 1.5  # seconds
# What a server is to do by itself for who is gone without a word: its locks must not hold the others up.
_SESSION = {
    "application_name": APP,
    "jit": "off",
    "timezone": "UTC",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "client_connection_check_interval": "2000",
    "idle_in_transaction_session_timeout": "15000",
}
# What a pooler in transaction mode passes on; the rest is set for the role, since a session there is anybody's.
_SHARED_SESSION = {name: _SESSION[name] for name in ("application_name", "timezone")}


def configuration(url: str) -> dict[str, Any]:
    """Tortoise's configuration for a database address."""
    return {
        "connections": {"default": _connection(url)},
        "apps": APPS,
        "use_tz": True,
        "timezone": "UTC",
    }


def is_embedded(url: str) -> bool:
    """Whether it is the address of a SQLite file, not of a PostgreSQL server."""
    return url.startswith("sqlite://")


def _connection(url: str) -> dict[str, Any]:
    if is_embedded(url):
        path = url.removeprefix("sqlite://")
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        # Who waits longer for a locked file does so outside of the connection's thread, which others need.
        pragmas = {"busy_timeout": 100, "synchronous": "NORMAL", "cache_size": -32_768, "secure_delete": "ON"}
        return {
            "engine": "backend.engines.sqlite",
            "credentials": {"file_path": path, "journal_size_limit": 64 << 20, **pragmas},
        }
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    # Without a cache a statement is sent whole with its values, so that it does not matter which session is next.
    session: dict[str, Any] = {"server_settings": _SESSION}
    if shares_sessions(url):
        session = {"server_settings": _SHARED_SESSION, "statement_cache_size": 0}
    return {
        "engine": "backend.engines.postgres",
        "credentials": session
        | {
            "host": query.get("host") or parts.hostname or "localhost",
            "port": parts.port or 5432,
            "user": parts.username or "postgres",
            "password": parts.password or "",
            "database": parts.path.lstrip("/") or "postgres",
            "minsize": 1,
            "maxsize": int(query.get("maxsize", 10)),
            "timeout": CONNECT_TIMEOUT,
        },
    }


def credentials(url: str) -> dict[str, Any]:
    """What a pool of connections to a PostgreSQL server is made with."""
    made: dict[str, Any] = _connection(url)["credentials"]
    return made


def shares_sessions(url: str) -> bool:
    """Whether it is the address of a pooler that gives a session to a transaction: `?pool_mode=transaction`."""
    return parse_qs(urlsplit(url).query).get("pool_mode") == ["transaction"]


def address(url: str) -> dict[str, Any]:
    """Where a PostgreSQL server is and who we are there, for a connection besides those of the pool."""
    given = credentials(url)
    session = {name: value for name, value in _SESSION.items() if name != "idle_in_transaction_session_timeout"}
    names = ("host", "port", "user", "password", "database", "timeout")
    return {name: given[name] for name in names} | {"server_settings": session}


async def connect(url: str) -> None:
    """Prepare the connections of this process; the database itself is reached at the first statement."""
    await Tortoise.init(config=configuration(url), _enable_global_fallback=True)


async def disconnect() -> None:
    """Close all connections."""
    await Tortoise.close_connections()


@cache
def known_migrations() -> frozenset[str]:
    """The migrations that this version of the product has."""
    return frozenset(path.stem for path in _MIGRATIONS.glob("[0-9]*.py"))


async def applied_migrations() -> frozenset[str]:
    """The migrations that the database has: none if it is new. Raises if it does not answer."""
    try:
        applied = await rows(f"SELECT name FROM {RECORD} WHERE app = $1", [APP])
    except OperationalError:  # no table yet
        await rows("SELECT 1 AS reachable")
        return frozenset()
    return frozenset(row["name"] for row in applied)


async def pending_migrations() -> frozenset[str]:
    """The migrations that the database does not have: all of them if it is new. Raises if it does not answer."""
    return known_migrations() - await applied_migrations()


async def is_unfinished_copy() -> bool:
    """Whether `copy-database` into this database was begun and is not finished."""
    try:
        return bool(await rows(f"SELECT name FROM {UNFINISHED_COPY} LIMIT 1"))
    except OperationalError:
        return False


def dialect() -> Literal["sqlite", "postgres"]:
    """Which of the two databases this process uses. What differs in SQL is spelled in `sql.py`."""
    name: str = get_connection("default").capabilities.dialect
    return "sqlite" if name == "sqlite" else "postgres"


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """Everything inside is committed together, or not at all."""
    values = {"db.system.name": _SYSTEMS[dialect()]} if tracing.is_on() else None
    with tracing.span("transaction", values=values):
        async with in_transaction():
            yield


def is_in_transaction() -> bool:
    """Whether this task is in a transaction."""
    return isinstance(get_connection("default"), TransactionalDBClient)


class Pool(NamedTuple):
    """The connections of this process to PostgreSQL, and how many tasks wait for one."""

    used: int
    idle: int
    limit: int
    waiting: int


def pool() -> Pool | None:
    """How much of the pool is in use; None on SQLite, which has none."""
    client: Any = get_connection("default")
    return Pool(*client.counts()) if client.capabilities.dialect == "postgres" else None


def handing_on() -> AbstractContextManager[None]:
    """Let the next statement or transaction have the connection of the last one inside, if it comes at once."""
    client: Any = get_connection("default")
    return client.handing_on() if client.capabilities.dialect == "postgres" else nullcontext()


async def rows(sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Run one statement and return its rows. Also for INSERT, UPDATE and DELETE with RETURNING."""
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        sql, values = numbered(sql), _stored(values)
    found: list[dict[str, Any]] = await client.execute_query_dict(sql, list(values))
    return found


async def row(sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
    """Run one statement and return its first row, or None."""
    found = await rows(sql, values)
    return found[0] if found else None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement reads: its fields are the columns, with the types that these mean on both databases."""


def instant(value: datetime | str) -> datetime:
    """An instant of a row that is no record: SQLite gives it as text."""
    return datetime.fromisoformat(value) if isinstance(value, str) else value


def day(value: date | str | None) -> date | None:
    """A day of a row that is no record, if there is one: SQLite gives it as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


async def records(kind: type[R], sql: str, values: Sequence[Any] = ()) -> list[R]:
    """Run one statement and return its rows as records."""
    return [typed(kind, found) for found in await rows(sql, values)]


async def record(kind: type[R], sql: str, values: Sequence[Any] = ()) -> R | None:
    """Run one statement and return its first row as a record, or None."""
    found = await rows(sql, values)
    return typed(kind, found[0]) if found else None


def typed(kind: type[R], found: Mapping[str, Any]) -> R:
    """A row as a record. SQLite gives days and instants as text and truth as a number, both databases JSON as text."""
    if structured := _structured(kind):
        texts = {name: found[name] for name in structured if isinstance(found.get(name), str)}
        found = {**found, **{name: msgspec.json.decode(text) for name, text in texts.items()}}
    return msgspec.convert(found, kind, strict=False)


@cache
def _structured(kind: type[Row]) -> tuple[str, ...]:
    """The fields that are kept as JSON: lists, mappings and records."""
    return tuple(field.name for field in msgspec.structs.fields(kind) if _is_structured(field.type))


def _is_structured(kind: Any) -> bool:
    made_of = get_origin(kind) or kind
    if made_of in (dict, list, tuple, frozenset):
        return True
    is_one = isinstance(made_of, type) and made_of is not UnionType
    return issubclass(made_of, Row) if is_one else any(map(_is_structured, get_args(kind)))


async def execute(sql: str, values: Sequence[Any] = ()) -> int:
    """Run one statement and return the number of rows it changed."""
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        sql, values = numbered(sql), _stored(values)
    changed, _ = await client.execute_query(sql, list(values))
    return int(changed)


async def execute_all(changes: Sequence[Change]) -> None:
    """Run several changes in one go: all or none. They see the same rows, and none changes what another one does.

    What others commit comes before all of them or after. It takes as long as one change alone.
    """
    client: Any = get_connection("default")
    if client.capabilities.dialect == "sqlite":  # nobody comes between there, and WITH takes no change
        await client.execute_all([(numbered(sql), _stored(values)) for sql, values in changes])
    elif changes:
        sql = _together(tuple((sql, len(values)) for sql, values in changes))
        await client.execute_query(sql, [value for _, values in changes for value in values])


async def analyze(*tables: str) -> None:
    """Let PostgreSQL look at tables anew after many changes, as it plans by what it knows of them; SQLite does not."""
    if dialect() == "postgres":
        for table in tables:
            await execute(f"ANALYZE {table}")


@asynccontextmanager
async def by_indexes() -> AsyncIterator[None]:
    """Until the end of the block, or of the transaction if it fails, let PostgreSQL read by indexes, as SQLite does."""
    if dialect() == "sqlite":
        yield
        return
    await execute("SET LOCAL enable_seqscan = off")
    yield
    await execute("SET LOCAL enable_seqscan = on")


async def notify(channel: str, words: str) -> None:
    """Tell the other processes that listen to a PostgreSQL server; nobody listens to a SQLite file."""
    if dialect() == "postgres":
        await rows("SELECT pg_notify($1, $2)", [channel, words])


def notify_after_commit(channel: str, number: int) -> None:
    """The same once this transaction is committed, without a message of its own."""
    client: Any = get_connection("default")
    if client.capabilities.dialect == "postgres":
        client.notify_after_commit(channel, number)


async def truncate_journal() -> None:
    """Take what was erased out of SQLite's journal, which else keeps it until the journal is written over.

    Within a transaction, as when the demo is written, there is nothing to take out yet: the next time does it.
    """
    if dialect() == "sqlite" and not is_in_transaction():
        await rows("PRAGMA wal_checkpoint(TRUNCATE)")


async def insert(table: str, records: Sequence[Sequence[Any]], columns: Sequence[str] = ()) -> None:
    """Append rows in bulk: values for the columns, or for all columns in their order."""
    if not records:
        return
    client = get_connection("default")
    if client.capabilities.dialect == "sqlite":
        into = f"{table} ({', '.join(columns)})" if columns else table
        values = [_stored(record) for record in records]
        await client.execute_many(f"INSERT INTO {into} VALUES ({', '.join('?' * len(records[0]))})", values)
        return
    async with client.acquire_connection() as connection:
        await connection.copy_records_to_table(table, records=records, columns=list(columns) or None)


_AS_IT_IS = frozenset({str, int, bool, float, bytes, type(None)})  # asked first, as most values are of these


def _stored(values: Sequence[Any]) -> list[Any]:
    """Values as SQLite keeps them, the same as Tortoise writes: instants as text in UTC, which sorts."""
    return [value if type(value) in _AS_IT_IS else _written(value) for value in values]


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


@lru_cache(maxsize=512)
def _together(changes: tuple[tuple[str, int], ...]) -> str:
    """Changes, each with how many parameters it has, as one statement that takes the parameters of all in a row."""
    renumbered, taken = list[str](), 0
    for sql, own in changes:
        renumbered.append(_PARAMETER.sub(partial(_moved, taken), sql))
        taken += own
    *others, last = renumbered
    return ("WITH " if others else "") + ", ".join(f"c{n} AS ({sql})" for n, sql in enumerate(others)) + f" {last}"


def _moved(by: int, parameter: re.Match[str]) -> str:
    return f"${int(parameter[1]) + by}"


@lru_cache(maxsize=512)
def numbered(sql: str) -> str:
    """SQLite's spelling of numbered parameters: `?1` for `$1`."""
    return _PARAMETER.sub(r"?\1", sql)
