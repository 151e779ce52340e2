"""Nodes of the version before go on beside the new schema, until the last of them was restarted.

`RELEASED` is the newest migration of the version before; whoever releases a version sets it. Two tests hold to it: by a
look at both schemas, what was there is still there and asks for nothing more; and where this clone has its history, the
code of that version itself serves while the database is brought up to date, and beside a node of today.
"""

import asyncio
import os
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
import pytest
from tortoise.migrations.executor import MigrationExecutor

from backend import database, models
from backend.migrate import _apply_pending
from tests.api import Caller
from tests.busy import GIVE_UP
from tests.faults.monitor import order
from tests.live import ROOT, Live
from tests.postgres import Postgres

pytestmark = pytest.mark.slow
RELEASED = "0024_webhooks"
MIGRATIONS = Path(models.__file__).parent / "migrations"
NEXT = next(path for path in sorted(MIGRATIONS.glob("[0-9]*.py")) if path.stem > RELEASED)
CALLERS = 3

# New rules about old tables, and why the version before keeps them.
KEPT_RULES = {"order_event_no_delete": "it refuses less than it did: old events may be deleted"}


def history(*command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *command], cwd=ROOT, capture_output=True, check=False)


def version_before() -> str:
    """The commit before the first migration that is newer; "" if this clone has none with the newest one before it."""
    added = history("log", "--diff-filter=A", "--format=%H", "--", str(NEXT.relative_to(ROOT))).stdout.decode().split()
    before = f"{added[-1]}^" if added else ""
    newest = f"{before}:{(MIGRATIONS / RELEASED).relative_to(ROOT)}.py"
    return before if before and history("cat-file", "-e", newest).returncode == 0 else ""


@dataclass
class Schema:
    """What of a database those who write to it depend on."""

    columns: dict[tuple[str, str], tuple[str, bool, bool]] = field(default_factory=dict)  # type, null, has a default
    rules: set[str] = field(default_factory=set)  # what is unique, checked and referred to


_POSTGRES_COLUMNS = """
SELECT table_name, column_name, data_type || coalesce('(' || character_maximum_length || ')', '') AS kind,
  is_nullable = 'YES' AS may_be_null, column_default IS NOT NULL OR is_identity = 'YES' AS filled
FROM information_schema.columns WHERE table_schema = 'public'
"""
_POSTGRES_RULES = """
SELECT conrelid::regclass || ': ' || pg_get_constraintdef(oid) AS rule FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION SELECT tablename || ': ' || regexp_replace(indexdef, 'INDEX \\S+ ', 'INDEX ') FROM pg_indexes
WHERE schemaname = 'public' AND indexdef LIKE 'CREATE UNIQUE%'
UNION SELECT tgrelid::regclass || ': ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
"""
_SQLITE_COLUMNS = """
SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS kind, NOT c."notnull" AS may_be_null,
  c.dflt_value IS NOT NULL OR c.pk AS filled
FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
"""
_SQLITE_RULES = """
SELECT m.name || ': UNIQUE ' || (SELECT group_concat(coalesce(name, 'expression')) FROM pragma_index_info(i.name))
  || coalesce((SELECT sql FROM sqlite_master WHERE name = i.name), '') AS rule
FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i."unique"
UNION SELECT tbl_name || ': ' || sql FROM sqlite_master WHERE type = 'trigger'
UNION SELECT m.name || ': REFERENCES ' || f."table" || f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
"""


async def read_schema() -> Schema:
    """The schema of the database that is connected."""
    postgres = database.dialect() == "postgres"
    found = Schema()
    for row in await database.rows(_POSTGRES_COLUMNS if postgres else _SQLITE_COLUMNS):
        told = (row["kind"], bool(row["may_be_null"]), bool(row["filled"]))
        found.columns[row["table_name"], row["column_name"]] = told
    found.rules = {row["rule"] for row in await database.rows(_POSTGRES_RULES if postgres else _SQLITE_RULES)}
    return found


def broken(before: Schema, now: Schema) -> list[str]:
    """What the version before would trip over."""
    tables = {table for table, _ in before.columns}
    wrong = []
    for place, (kind, may_be_null, filled) in before.columns.items():
        new = now.columns.get(place)
        if new is None:
            wrong.append(f"{'.'.join(place)} is gone")
        elif new[0] != kind:
            wrong.append(f"{'.'.join(place)} was {kind} and is {new[0]}")
        elif (may_be_null and not new[1]) or (filled and not (new[1] or new[2])):
            wrong.append(f"{'.'.join(place)} has to be given now")
    for (table, column), (_, may_be_null, filled) in now.columns.items():
        if table in tables and (table, column) not in before.columns and not (may_be_null or filled):
            wrong.append(f"{table}.{column} is new, and neither empty nor filled by the database")
    new_rules = {rule for rule in now.rules - before.rules if rule.partition(":")[0].strip('"') in tables}
    return wrong + sorted(f"a new rule: {rule}" for rule in new_rules if not any(name in rule for name in KEPT_RULES))


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without a table."""
    if request.param == "sqlite":
        return f"sqlite://{tmp_path}/empty.db"
    server: Postgres = request.getfixturevalue("pg")
    return server.url(server.create())


async def test_migrations_since_the_release_only_add_what_the_version_before_need_not_know(
    empty: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = MigrationExecutor.plan

    async def until_released(executor: MigrationExecutor) -> list[Any]:
        return [step for step in await planned(executor) if step.migration.name <= RELEASED]

    await database.connect(empty)
    with monkeypatch.context() as patch:
        patch.setattr(MigrationExecutor, "plan", until_released)
        await _apply_pending()
    before = await read_schema()
    await _apply_pending()
    now = await read_schema()
    await database.disconnect()
    assert before.columns != now.columns
    assert before.rules
    assert broken(before, now) == []


def test_what_would_break_it_is_noticed() -> None:
    text = ("text", True, False)
    before = Schema(
        {("orders", "a"): text, ("orders", "b"): text, ("site", "c"): ("integer", False, True)}, {"site: x"}
    )
    now = Schema({("orders", "b"): ("integer", True, False), ("site", "c"): ("integer", False, False)}, {"site: y"})
    now.columns |= {("orders", "d"): ("text", False, False), ("new", "e"): ("text", False, False)}
    assert broken(before, now) == [
        "orders.a is gone",
        "orders.b was text and is integer",
        "site.c has to be given now",
        "orders.d is new, and neither empty nor filled by the database",
        "a new rule: site: y",
    ]


PLACE = """
mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code field message } } }
"""
FIND = "query ($q: String!) { orders(filter: { text: $q }) { edges { node { orderNumber status } } } }"


@dataclass
class Load:
    """Sellers' programs, which place and find orders at nodes all the time."""

    token: str
    nodes: list[Live]
    failed: list[str] = field(default_factory=list)
    placed: dict[int, list[str]] = field(default_factory=dict)  # numbers of orders by node
    numbers: Any = field(default_factory=count)
    over: bool = False

    async def run(self) -> None:
        while not self.over:
            number = next(self.numbers)
            index = number % len(self.nodes)
            try:
                await self.place(index, f"B-{number:05}")
                self.placed.setdefault(index, []).append(f"B-{number:05}")
            except (AssertionError, httpx2.HTTPError) as error:
                self.failed.append(f"node {index}: {error!r}")

    async def place(self, index: int, number: str) -> None:
        caller = self.nodes[index].caller(self.token)
        async with caller.http:
            answer = await caller.send(PLACE, {"input": order(number)})
            assert answer.data, answer
            assert answer.data["placeOrder"]["order"], answer
            assert await found(caller, number)

    async def more(self, index: int) -> None:
        """Wait until a node has taken some more."""
        before = len(self.placed.get(index, ()))
        async with asyncio.timeout(10 * GIVE_UP):
            while len(self.placed.get(index, ())) < before + 10:
                assert not self.failed, self.failed
                await asyncio.sleep(0.05)


async def found(caller: Caller, number: str) -> bool:
    answer = await caller.ask(FIND, q=number)
    return [edge["node"]["orderNumber"] for edge in answer["orders"]["edges"]] == [number]


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of the version before."""
    commit = version_before()
    if not commit:
        pytest.skip(f"this clone has no commit from before {NEXT.stem}")
    folder = tmp_path_factory.mktemp("before")
    packed = history("archive", commit, "backend", "frontend/index.html").stdout
    subprocess.run(["tar", "x", "-C", folder], input=packed, check=True)
    (folder / "frontend/dist").symlink_to(ROOT / "frontend/dist")
    subprocess.run([sys.executable, "-m", "compileall", "-q", "backend"], cwd=folder, check=True)  # once for all starts
    return folder


def command(code: Path, url: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "backend", *words],
        cwd=code,
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_version_before_serves_while_the_database_is_migrated_and_beside_a_node_of_today(
    empty: str, code: Path, tmp_path: Path
) -> None:
    log = tmp_path / "before.log"
    command(code, empty, "migrate")
    token = command(
        code, empty, "create-token", "cloud-sales", "--scope", "orders:read", "--scope", "orders:write"
    ).strip()
    with Live(empty, log, code) as old, Live(empty, tmp_path / "now.log") as new:
        limits = {"RATE_LIMIT_FACTOR": "1000", "COST_BUCKET": "100000000"}
        old.start(environment=limits)
        asyncio.run(migrated_under_load(Load(token, [old]), new, limits))
        said = log.read_text()
    assert "Traceback" not in said, said[-3_000:]


async def migrated_under_load(load: Load, new: Live, limits: dict[str, str]) -> None:
    """Migrate, then start a node of today beside; each of both finds what was placed at the other."""
    callers = [asyncio.create_task(load.run()) for _ in range(CALLERS)]
    await load.more(0)
    await asyncio.to_thread(command, ROOT, new.url, "migrate")
    await load.more(0)
    await asyncio.to_thread(new.start, environment=limits)
    load.nodes.append(new)
    await load.more(0)
    await load.more(1)
    load.over = True
    await asyncio.gather(*callers)
    assert load.failed == []
    for index, node in enumerate(load.nodes):
        caller = node.caller(load.token)
        async with caller.http:
            assert (await caller.http.get("/healthz")).status_code == 200
            other = load.placed[1 - index]
            for number in other[:3] + other[-3:]:
                assert await found(caller, number), (index, number)
