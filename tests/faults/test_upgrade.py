"""A database of version 0.1.0 becomes one of today: rows of every table, as that version wrote them, and nothing lost.

`version_0_1_0.jsonl` was made by that version: its demo, two orders with text in many scripts, a sign-in, a request for
a new link. Of each mail but one the bytes are left out.
"""

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from tortoise.migrations.api import migrate as tortoises_own

from backend import clock, database
from backend.migrate import migrate
from backend.provisioning import dossier
from tests.api import document
from tests.postgres import Postgres
from tests.product import Product

pytestmark = pytest.mark.slow
LAST = "provisioning.0007_link_renewals"  # migration of that version
AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)  # soon after these rows were written
Row = dict[str, Any]
LINES = Path(__file__).with_name("version_0_1_0.jsonl").read_text("utf-8").splitlines()
ROWS: list[tuple[str, Row]] = [(table, row) for table, row in map(json.loads, LINES)]
# What is figured out anew from the rest, and a word that is written in another way today.
DERIVED = {"activity_delta", "activity_sweep", "finder_entry", "organization_activity"}
DERIVED_COLUMNS = {"enabled_users", "active_users", "latest_activity_on", "reference_on", "canonical_name"}
SAID_ANEW = {"mail_domain_override": {"kind": "FREE_MAIL"}}
KEY = "first-of-version-0.1.0"
FIRST = {
    "orderNumber": "V-010",
    "offer": "Webex Suite",
    "companyName": "Größe & Söhne 株式会社",
    "termMonths": 12,
    "sellerName": "Cloud Sales",
    "provisioningContactEmail": "ulrike@groesse.example",
    "requestedStartDate": "2026-11-30",
    "licenses": [{"name": "Webex Calling", "service": "CALLING", "scope": "ORGANIZATION_WIDE", "totalUnits": 80}],
}


@pytest.fixture(scope="module")
def old_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of version 0.1.0, to be copied."""
    path = tmp_path_factory.mktemp("old") / "old.db"
    asyncio.run(write_all(f"sqlite://{path}"))
    return path


@pytest.fixture(scope="module")
def old_postgres(pg: Postgres) -> str:
    """The name of a database of version 0.1.0, to be copied."""
    name = pg.create()
    asyncio.run(write_all(pg.url(name)))
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def copied(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of version 0.1.0."""
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("pg")
        return server.url(server.create(request.getfixturevalue("old_postgres")))
    return f"sqlite://{shutil.copy(request.getfixturevalue('old_sqlite'), tmp_path)}"


@pytest.fixture
async def old(copied: str) -> AsyncIterator[str]:
    """The address of a database of version 0.1.0; whoever connects to it need not end that."""
    yield copied
    await database.disconnect()


async def write_all(url: str) -> None:
    """Make a database of version 0.1.0."""
    await tortoises_own(config=database.configuration(url), target=LAST)
    for table, row in ROWS:
        await write(table, row)
    if database.dialect() == "postgres":
        for table in {table for table, row in ROWS if "id" in row}:
            await database.rows(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")
    await database.disconnect()


async def write(table: str, row: Row) -> None:
    """Write a row as it was."""
    if database.dialect() == "postgres":
        told = {name: f"\\x{value['hex']}" if is_bytes(value) else value for name, value in row.items()}
        columns = ", ".join(f'"{name}"' for name in row)
        into = f"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_record(NULL::{table}, $1::json)"
        await database.execute(into, [json.dumps(told)])
        return
    places = ", ".join(f"${number + 1}" for number in range(len(row)))
    columns = ", ".join(f'"{name}"' for name in row)
    values = [plain(value) for value in row.values()]
    await database.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", values)


def is_bytes(value: object) -> bool:
    return isinstance(value, dict) and set(value) == {"hex"}


def plain(value: Any) -> Any:
    """A value as SQLite keeps it."""
    if is_bytes(value):
        return bytes.fromhex(value["hex"])
    return json.dumps(value) if isinstance(value, (dict, list)) else value


def same(value: Any, now: Any) -> bool:
    """Whether a value is the same today, however this database gives it."""
    if is_bytes(value):
        return bytes.fromhex(value["hex"]) == bytes(now)
    if isinstance(value, (dict, list)):
        return bool(value == (json.loads(now) if isinstance(now, str) else now))
    if isinstance(now, datetime):
        return now == datetime.fromisoformat(value)
    return value == now or str(value) == str(now)


async def test_the_rows_of_version_0_1_0_are_of_all_its_tables(old: str) -> None:
    await database.connect(old)
    tables = (
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'"
        if database.dialect() == "postgres"
        else "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'sqlite_sequence'"
    )
    found = {row["name"] for row in await database.rows(tables)} - {"tortoise_migrations"}
    assert {table for table, _ in ROWS} == found


async def test_nothing_of_version_0_1_0_is_lost_or_changed(old: str) -> None:
    await migrate(old)
    await database.connect(old)
    wrong = []
    for table, row in ROWS:
        if table in DERIVED:
            continue
        key = next(iter(row))
        now = await database.row(f"SELECT * FROM {table} WHERE {key} = $1", [row[key]])
        for name, value in (row | SAID_ANEW.get(table, {})).items():
            if name not in DERIVED_COLUMNS and (now is None or not same(value, now[name])):
                wrong.append((table, row[key], name, value, now and now[name]))
    assert wrong == []


async def test_what_was_under_way_in_version_0_1_0_goes_on_today(
    old: str, application: Starlette, the_clock: None
) -> None:
    await migrate(old)
    await database.connect(old)
    clock.set_offset(AT - datetime.now(UTC))
    async with Product(application) as product:
        seller = await product.integrator("cloud-sales")
        again = await seller.send(document("placeOrder"), {"input": FIRST}, key=KEY)
        assert again.data["placeOrder"]["order"]["orderNumber"] == "V-010"
        sold = await database.row("SELECT seller_key FROM orders WHERE order_number = 'DE-4500110'")
        assert sold == {"seller_key": "petersen@nordlicht.example"}
        assert await database.row("SELECT count(*) AS n FROM orders WHERE order_number = 'V-010'") == {"n": 1}
        while await product.worker.provision_one() or await product.worker.deliver_one():
            pass
        person = product.browser()
        mails = (await person.get("/dev/mailbox/messages.json")).json()
        [link] = [
            link for mail in mails for link in mail["links"] if mail["to"] == "maeve@obrien.example" and "#" in link
        ]
        assert not (await person.do("openSetupLink", token=link.partition("#")[2])).refused
        found = await person.ask("{ orders { edges { node { orderNumber status } } } }")
        assert [edge["node"]["orderNumber"] for edge in found["orders"]["edges"]] == ["V-011"]
        support = await product.integrator("support-desk", "support")
        for row in await database.rows("SELECT id, order_number FROM orders"):
            order = await dossier.read(row["id"])
            assert order is not None
            query = "query ($q: String!) { orders(filter: { text: $q }) { edges { node { orderNumber standing } } } }"
            seen = await support.ask(query, q=row["order_number"])
            assert [edge["node"]["orderNumber"] for edge in seen["orders"]["edges"]] == [row["order_number"]]
        [service] = await database.rows("SELECT state FROM service WHERE id = 35")
        assert service["state"] == "PROVISIONED"


async def test_of_two_primary_sites_and_headquarters_the_older_ones_in_use_stay(
    old: str, caplog: pytest.LogCaptureFixture
) -> None:
    await database.connect(old)
    for table, key in (("site", "held_name"), ("location", "name_key")):
        row = next(row for of, row in ROWS if of == table and row["organization_id"] and row["position"] == 0)
        first = {"state": "PROVISIONED", "id": 901, "name": f"first-{table}", key: f"first-{table}"}
        for state, number, name in (("FAILED", 900, "broken"), ("PROVISIONED", 902, "later")):
            await write(table, row | {"state": state, "id": number, "name": name, key: name, "organization_id": 77})
        await write(table, row | first | {"organization_id": 77})
    await database.disconnect()
    await migrate(old)
    await database.connect(old)
    for table, flag in (("site", "is_primary"), ("location", "is_default")):
        rows = await database.rows(f"SELECT name FROM {table} WHERE organization_id = 77 AND {flag}")
        assert [row["name"] for row in rows] == [f"first-{table}"]
    told = [record.getMessage() for record in caplog.records if "organization 77" in record.getMessage()]
    assert sorted(told) == sorted(
        f"{name} of organization 77 is no longer the {what}: another one was there first"
        for what in ("primary site", "default location")
        for name in ("broken", "later")
    )
