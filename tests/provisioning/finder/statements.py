"""The statements that the finder sends, and what the databases do to answer them."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tortoise.connection import get_connection

Statement = tuple[str, list[Any]]
TABLES = frozenset({
    "organization", "organization_domain", "organization_user", "finder_entry", "finder_presence",
    "mail_domain_override", "provisioning_administrator", "orders",
})  # fmt: skip


_READS = ("SELECT", "WITH")
_PLANNED_FOR_VALUES = 5  # times, by PostgreSQL; then it may plan for any


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.statements: list[Statement] = []

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and len(record.args) == 2 and str(record.args[0]).lstrip().startswith(_READS):
            sql, values = record.args
            self.statements.append((str(sql), list(values) if isinstance(values, (list, tuple)) else []))


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Collect the statements that are sent inside and read."""
    logger, recorder = logging.getLogger("tortoise.db_client"), _Recorder()
    level = logger.level
    logger.addHandler(recorder)
    logger.setLevel(logging.DEBUG)
    try:
        yield recorder.statements
    finally:
        logger.removeHandler(recorder)
        logger.setLevel(level)


@dataclass(frozen=True, slots=True)
class Node:
    """A scan in a PostgreSQL plan: what it reads, how, and how many rows it touched."""

    kind: str
    table: str | None
    rows: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How PostgreSQL ran a statement."""

    buffers: int
    scans: list[Node]


async def postgres_plan(statement: Statement) -> Plan:
    """Run the statement as a connection of ours does, and tell what it does: the first time and when it is used to it.

    A statement that was prepared is planned for its values five times; then PostgreSQL may go on with one plan for any.
    A table as small as a test's is sooner read whole than looked up hundreds of times: then the plan of a large one is
    asked for.
    """
    sql, values = statement
    many = any(isinstance(value, list) and len(value) > 100 for value in values)
    given = f"({', '.join(map(_literal, values))})" if values else ""
    async with get_connection("default").acquire_connection() as connection:
        await connection.execute(f"SET enable_seqscan = {'off' if many else 'on'}")
        await connection.execute(f"PREPARE explained AS {sql}")
        first = await _explained(connection, given)
        for _ in range(_PLANNED_FOR_VALUES - 1):
            await connection.execute(f"EXPLAIN EXECUTE explained {given}")
        later = await _explained(connection, given)
        await connection.execute("DEALLOCATE explained")
    return Plan(max(first.buffers, later.buffers), [*first.scans, *later.scans])


async def _explained(connection: Any, given: str) -> Plan:
    text = await connection.fetchval(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE explained {given}")
    plan = json.loads(text)[0]["Plan"]
    buffers = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]
    return Plan(buffers, [node for node in _nodes(plan) if "Scan" in node.kind])


def _literal(value: Any) -> str:
    """A value as it is written in SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, list):
        value = "{" + ", ".join(json.dumps(str(one), ensure_ascii=False) for one in value) + "}"
    return "'" + str(value).replace("'", "''") + "'"


async def sqlite_scans(statement: Statement) -> list[str]:
    """The tables that SQLite reads from end to end for the statement."""
    sql, values = statement
    found = await get_connection("default").execute_query_dict(f"EXPLAIN QUERY PLAN {sql}", values)
    words = [row["detail"].split() for row in found]
    aliases = {"p": "finder_entry", "o": "organization", "m": "organization", "u": "organization_user", "r": "orders"}
    scanned = [aliases.get(detail[1], detail[1]) for detail in words if detail[0] == "SCAN"]
    return [table for table in scanned if table in TABLES]


def _nodes(plan: dict[str, Any]) -> Iterator[Node]:
    loops = plan["Actual Loops"]
    touched = (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * loops
    yield Node(plan["Node Type"], plan.get("Relation Name"), round(touched))
    for child in plan.get("Plans", []):
        yield from _nodes(child)
