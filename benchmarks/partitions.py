"""`python -m benchmarks.partitions`: the timeline in one table and in partitions by month, at a million events.

Copies of `order_event` without its foreign key, filled alike. Counted is time of PostgreSQL's processor, pages that are
looked at, and bytes of its journal.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Sequence

import asyncpg
import psutil

from backend.database import address
from backend.migrate import migrate
from tests.postgres import Postgres, postgres

ORDERS = 100_000  # ten events each, within 60 days; they begin within 24 months
MONTHS = 27
READS = 2_000
ENDED = 20_000  # orders whose timelines are deleted, as many as a pass of retention takes

_FILL = f"""
INSERT INTO {{table}} (id, order_id, at, actor, actor_key, kind, "values", changes, scope, version, correlation_id)
SELECT row_number() OVER (ORDER BY at, o, e), o, at, 'Pat Smith', 'pat' || o % 997 || '@partner.example', 'SITE_SAVED',
  '{{{{"siteName": "acme-berlin", "reason": "as the customer wished by telephone"}}}}',
  '[{{{{"field": "siteName", "before": null, "after": "acme-berlin"}}}}]', 'service:1', e, md5(at::text || o)
FROM (SELECT o, e, TIMESTAMPTZ '2024-01-01' + o * INTERVAL '24 months' / {ORDERS} + e * INTERVAL '6 days' AS at
  FROM generate_series(1, {ORDERS}) o, generate_series(0, 9) e) x ORDER BY at, o, e
"""
_READ = "SELECT * FROM (SELECT * FROM {table} WHERE order_id = $1 ORDER BY id DESC LIMIT 21) e1"
_READ_WITHIN = (
    "SELECT * FROM (SELECT * FROM monthly WHERE order_id = $1 AND at >= $2 AND at < $2 + INTERVAL '61 days'"
    " ORDER BY id DESC LIMIT 21) e1"
)
_DELETE = "DELETE FROM {table} WHERE order_id = ANY($1::bigint[]) AND at < TIMESTAMPTZ '2030-01-01'"
_BEGAN = f"SELECT TIMESTAMPTZ '2024-01-01' + $1::int * INTERVAL '24 months' / {ORDERS} AS at"


class Measured:
    """A connection, and what its statements cost."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection
        self._process = psutil.Process(connection.get_server_pid())

    async def __call__(self, what: str, work: Awaitable[object], times: int = 1) -> None:
        """Do some work, and print what one of so many times cost."""
        cpu, written = self._cpu(), await self._written()
        await work
        spent = (self._cpu() - cpu) / times
        said = f"{1e6 * spent:.0f} µs" if times > 1 else f"{1e3 * spent:.0f} ms"
        print(f"  {what}: {said}, {(await self._written() - written) >> 10:,} KiB of journal")

    def _cpu(self) -> float:
        return sum(self._process.cpu_times()[:2])

    async def _written(self) -> int:
        return int(await self.connection.fetchval("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')"))

    async def pages(self, sql: str, asked: Sequence[Sequence[object]]) -> float:
        """How many pages a statement looks at, on average."""
        looked = 0
        for values in asked:
            found = await self.connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {sql}", *values)
            plan = json.loads(found)[0]["Plan"]
            looked += plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
        return looked / len(asked)


async def main(server: Postgres) -> None:
    """Measure, and print."""
    url = server.url(server.create())
    await migrate(url)
    server.run("ALTER SYSTEM SET full_page_writes = on")  # as it is outside of tests
    server.run("SELECT pg_reload_conf()")
    connection = await asyncpg.connect(**address(url))
    await _make(connection)
    measured, orders = Measured(connection), [random.Random(1).randrange(1, ORDERS + 1) for _ in range(READS)]
    begins = [await connection.fetchval(_BEGAN, order) for order in orders]
    for table in ("plain", "monthly"):
        print(table)
        await measured("to fill it", connection.execute(_FILL.format(table=table)))
        await connection.execute(f"VACUUM ANALYZE {table}")
        await _read(measured, "a timeline", _READ.format(table=table), [(order,) for order in orders])
        if table == "monthly":
            within = list(zip(orders, begins, strict=True))
            await _read(measured, "a timeline whose two months are known", _READ_WITHIN, within)
        await connection.execute("CHECKPOINT")
        await measured(f"to delete {ENDED:,} timelines", _delete(connection, table))
        await measured("to vacuum then", connection.execute(f"VACUUM {table}"))
    dropped = ", ".join(f"monthly_{month}" for month in range(12, 17))
    events = await connection.fetchval(
        "SELECT sum(reltuples)::int FROM pg_class WHERE relname = ANY($1)", dropped.split(", ")
    )
    await measured(f"to drop five months with {events:,} events", connection.execute(f"DROP TABLE {dropped}"))
    await connection.close()


async def _make(connection: asyncpg.Connection) -> None:
    await connection.execute("CREATE TABLE plain (LIKE order_event INCLUDING DEFAULTS INCLUDING INDEXES)")
    await connection.execute("CREATE TABLE monthly (LIKE order_event INCLUDING DEFAULTS) PARTITION BY RANGE (at)")
    await connection.execute("ALTER TABLE monthly ADD PRIMARY KEY (id, at)")
    for columns in ("order_id, id", "order_id, version", "correlation_id"):
        await connection.execute(f"CREATE INDEX ON monthly ({columns})")
    for month in range(MONTHS):
        first, next_one = (f"{2024 + at // 12}-{at % 12 + 1:02}-01" for at in (month, month + 1))
        await connection.execute(
            f"CREATE TABLE monthly_{month} PARTITION OF monthly FOR VALUES FROM ('{first}') TO ('{next_one}')"
        )


async def _read(measured: Measured, what: str, sql: str, asked: Sequence[Sequence[object]]) -> None:
    async def all_of_them() -> None:
        for values in asked:
            assert len(await measured.connection.fetch(sql, *values)) == 10

    await measured(what, all_of_them(), len(asked))
    print(f"    {await measured.pages(sql, asked[:200]):.0f} pages")


async def _delete(connection: asyncpg.Connection, table: str) -> None:
    for first in range(1, ENDED, 100):
        await connection.execute(_DELETE.format(table=table), list(range(first, first + 100)))


if __name__ == "__main__":
    with postgres() as running:
        asyncio.run(main(running))
