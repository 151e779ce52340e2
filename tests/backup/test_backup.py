"""Backup and restore of both databases."""

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backend import database
from backend.backup import BackupFailed, backup, restore
from backend.models import EmailMessage, Order
from backend.provisioning.dossier import read_where
from backend.provisioning.intake import place_order
from backend.provisioning.new_order import NewOrder
from tests.postgres import Postgres

AT = datetime(2026, 3, 15, 9, 30, 0, 123456, UTC)
SOLD: dict[str, Any] = {
    "offer": "Webex Suite",
    "companyName": "Bücher & Söhne “Süd”\\N, GmbH",
    "provisioningContactEmail": "ann@acme.example",
    "requestedStartDate": "2026-03-15",
    "sellerName": "Nordlicht",
    "termMonths": 12,
    "licenses": [{"name": "Webex Meetings", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 7}],
}


async def place(number: str) -> int:
    new = msgspec.convert(SOLD | {"orderNumber": number}, NewOrder)
    async with database.transaction():
        return (await place_order(new, "nordlicht", AT)).id


async def fill(url: str) -> list[bytes]:
    """Put something of every type of column into the database; what the orders look like then."""
    await database.connect(url)
    await place("A-1")
    await place("A-2")
    await EmailMessage.all().update(mime=bytes(range(256)))
    seen = await look()
    await database.disconnect()
    return seen


async def look() -> list[bytes]:
    orders = await read_where("o.id > $2", [0], "", "ORDER BY o.id")
    mails = await EmailMessage.all().order_by("id")
    return [repr(order).encode() for order in orders] + [mail.mime or b"" for mail in mails]


async def look_at(url: str) -> list[bytes]:
    await database.connect(url)
    try:
        return await look()
    finally:
        await database.disconnect()


async def change(url: str) -> None:
    await database.connect(url)
    await place("A-3")
    await database.execute("UPDATE orders SET company_name = 'Changed'")
    await database.disconnect()


async def test_a_restored_database_is_as_it_was(fresh: str, tmp_path: Path) -> None:
    before = await fill(fresh)
    await backup(fresh, tmp_path / "backup")
    await change(fresh)
    assert await look_at(fresh) != before
    await restore(fresh, tmp_path / "backup")
    assert await look_at(fresh) == before


async def test_numbers_that_were_given_are_not_given_again(fresh: str, tmp_path: Path) -> None:
    await fill(fresh)
    await database.connect(fresh)
    last = await place("A-3")
    await database.disconnect()
    await backup(fresh, tmp_path / "backup")
    await restore(fresh, tmp_path / "backup")
    await database.connect(fresh)
    try:
        assert await place("A-4") > last
        assert await Order.all().count() == 4
    finally:
        await database.disconnect()


async def test_a_backup_is_for_its_owner_only_and_replaces_an_older_one(fresh: str, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    file.write_text("older")
    await backup(fresh, file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert not file.read_bytes().startswith(b"older")
    assert hidden(tmp_path) == []


async def test_a_database_that_is_in_use_is_left_alone(fresh: str, tmp_path: Path) -> None:
    await backup(fresh, tmp_path / "backup")
    await database.connect(fresh)
    await place("A-1")
    try:
        with pytest.raises(BackupFailed, match="in use: stop servers and workers first"):
            await restore(fresh, tmp_path / "backup")
        assert await Order.all().count() == 1
    finally:
        await database.disconnect()
    assert len(await look_at(fresh)) == 2
    await restore(fresh, tmp_path / "backup")
    assert await look_at(fresh) == []


def hidden(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


async def test_a_backup_waits_for_nobody(fresh: str, tmp_path: Path) -> None:
    before = await fill(fresh)
    await database.connect(fresh)
    async with database.transaction():
        await database.execute("UPDATE orders SET company_name = 'Unfinished'")
        await backup(fresh, tmp_path / "backup")
    await database.disconnect()
    await restore(fresh, tmp_path / "backup")
    assert await look_at(fresh) == before


def put_a_folder_there(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (put_a_folder_there, "is a folder"),
        (lambda file: file.unlink(), "no such file"),
        (lambda file: file.write_text("Dear diary"), "no backup"),
        (lambda file: file.write_bytes(b""), "no backup"),
        (lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), "damaged|no backup|could not"),
    ],
    ids=["folder", "missing", "other", "empty", "cut off"],
)
async def test_what_is_no_backup_is_refused_and_changes_nothing(
    fresh: str, tmp_path: Path, spoil: Callable[[Path], object], why: str
) -> None:
    before = await fill(fresh)
    await backup(fresh, tmp_path / "backup")
    spoil(tmp_path / "backup")
    with pytest.raises(BackupFailed, match=why):
        await restore(fresh, tmp_path / "backup")
    assert await look_at(fresh) == before


async def test_sqlite_refuses_a_backup_of_postgresql(fresh_sqlite: str, fresh_postgres: str, tmp_path: Path) -> None:
    await backup(fresh_postgres, tmp_path / "backup")
    with pytest.raises(BackupFailed, match="make it anew with backup --portable"):
        await restore(fresh_sqlite, tmp_path / "backup")


async def test_a_backup_of_a_newer_version_is_refused(fresh: str, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    await backup(fresh, file)
    if fresh.startswith("sqlite://"):
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE tortoise_migrations SET name = '9999_later' WHERE name = '0002_indexes'")
        connection.close()
    else:
        rewrite(file, lambda manifest: manifest["migrations"].append("9999_later"))
    with pytest.raises(BackupFailed, match="newer version: it has 9999_later"):
        await restore(fresh, file)


def rewrite(file: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Change the manifest of a backup of PostgreSQL."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    edit(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


async def test_a_database_that_is_gone_cannot_be_backed_up(fresh: str, tmp_path: Path) -> None:
    gone = f"sqlite://{tmp_path}/gone.db" if fresh.startswith("sqlite://") else fresh.replace("@/", "@/gone_")
    with pytest.raises(BackupFailed, match=r"there is no database|does not exist"):
        await backup(gone, tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


async def test_a_backup_takes_no_folders_place(fresh: str, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match=f"could not back up to {tmp_path}: Is a directory"):
        await backup(fresh, tmp_path)
    assert not list(tmp_path.parent.glob(f".{tmp_path.name}*"))


async def test_the_place_of_a_backup_must_exist(fresh: str, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="No such file or directory"):
        await backup(fresh, tmp_path / "nowhere" / "backup")


def lose(path: Path) -> None:
    path.unlink()


class TestSqlite:
    @pytest.fixture
    def path(self, migrated_sqlite: Path, tmp_path: Path) -> Path:
        return Path(shutil.copy(migrated_sqlite, tmp_path / "test.db"))

    async def test_the_replaced_database_is_kept_beside(self, path: Path, tmp_path: Path) -> None:
        url = f"sqlite://{path}"
        await backup(url, tmp_path / "backup")
        replaced = await fill(url)
        await restore(url, tmp_path / "backup")
        assert await look_at(url) == []
        assert await look_at(f"{url}.before-restore") == replaced

    async def test_a_lost_or_broken_database_can_be_restored(self, path: Path, tmp_path: Path) -> None:
        url = f"sqlite://{path}"
        before = await fill(url)
        await backup(url, tmp_path / "backup")
        shutil.copyfile(__file__, path)
        await restore(url, tmp_path / "backup")
        assert await look_at(url) == before
        lose(path)
        await restore(url, tmp_path / "backup")
        assert await look_at(url) == before

    async def test_the_database_is_no_backup_of_itself(self, path: Path) -> None:
        with pytest.raises(BackupFailed, match="is the database itself"):
            await backup(f"sqlite://{path}", path)
        with pytest.raises(BackupFailed, match="is the database itself"):
            await restore(f"sqlite://{path}", path)


class TestPostgres:
    pytestmark = pytest.mark.postgres

    async def test_an_empty_database_gets_its_tables_first(
        self, fresh_postgres: str, pg: Postgres, tmp_path: Path
    ) -> None:
        before = await fill(fresh_postgres)
        await backup(fresh_postgres, tmp_path / "backup")
        name = pg.create()
        await restore(pg.url(name), tmp_path / "backup")
        assert await look_at(pg.url(name)) == before
        pg.drop(name)

    @pytest.fixture
    def fresh_postgres(self, pg: Postgres, migrated_postgres: str) -> str:
        return pg.url(pg.create(migrated_postgres))

    async def test_a_backup_with_too_few_rows_changes_nothing(self, fresh_postgres: str, tmp_path: Path) -> None:
        before = await fill(fresh_postgres)
        await backup(fresh_postgres, tmp_path / "backup")

        def more(manifest: dict[str, Any]) -> None:
            next(table for table in manifest["tables"] if table["name"] == "orders")["rows"] = 3

        rewrite(tmp_path / "backup", more)
        with pytest.raises(BackupFailed, match="orders has 2 rows in the backup instead of 3"):
            await restore(fresh_postgres, tmp_path / "backup")
        assert await look_at(fresh_postgres) == before

    async def test_a_backup_of_an_older_version_is_restored_there(self, fresh_postgres: str, tmp_path: Path) -> None:
        await backup(fresh_postgres, tmp_path / "backup")
        rewrite(tmp_path / "backup", lambda manifest: manifest.update(migrations=manifest["migrations"][:1]))
        with pytest.raises(BackupFailed, match=r"older version \(up to 0001_initial\)"):
            await restore(fresh_postgres, tmp_path / "backup")
