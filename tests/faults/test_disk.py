"""Disks that are full or read-only, files that others hold, clocks that jump: refused cleanly, and it goes on."""

import asyncio
import contextlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import psutil
import pytest

from backend import clock
from backend.provisioning import tokens
from backend.schema.ids import number_of
from tests.busy import BUSY
from tests.faults.monitor import Seller, ask_until_stopped, check_refusal, wait_until_delivered
from tests.live import Live
from tests.postgres import Postgres

pytestmark = pytest.mark.slow
SCOPES = ["orders:read", "orders:write"]
HELD = 20.0  # seconds; a backup, a sweep, a forgotten session
SHIFTED_CLOCK = ("-m", "tests.faults.shifted_clock", "0")
UNPRIVILEGED = ("-m", "tests.faults.unprivileged")
Break = Callable[[], None]

FULL = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = 'disk_full';
END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION full_disk()
"""
ONLY_READ = "ALTER DATABASE {name} SET default_transaction_read_only = {value}"
CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"


def ready(live: Live) -> int:
    return httpx2.get(f"{live.address}/readyz", timeout=10).status_code


async def refused_then_accepted(live: Live, seller: Seller, mend: Break) -> None:
    """Orders are refused cleanly and we are not ready; mended, both are right again without anybody's help."""
    answers = [await seller.place() for _ in range(3)]
    assert {answer.status for answer in answers} == {503}
    for answer in answers:
        check_refusal(answer)
        assert answer.seconds < 5 + BUSY
    await wait_for_status(live, 503, within=3 + BUSY)
    assert httpx2.get(f"{live.address}/healthz").status_code == 200
    mend()
    _, seconds = await seller.place_until_accepted()
    assert seconds < 3 + BUSY
    await wait_for_status(live, 200, within=15)


async def wait_for_status(live: Live, status: int, within: float) -> None:
    """Wait until /readyz says so."""
    async with asyncio.timeout(within):
        while True:
            with contextlib.suppress(httpx2.TransportError):
                if ready(live) == status:
                    return
            await asyncio.sleep(0.2)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Another process is writing to the file."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
def test_sqlite_that_is_held_by_others_or_full_and_a_clock_that_jumps(fresh: str, tmp_path: Path) -> None:
    path = Path(fresh.removeprefix("sqlite://"))

    async def play(live: Live, seller: Seller) -> None:
        await seller.place_until_accepted()
        with held(path):
            async with ask_until_stopped(seller) as answers:
                await asyncio.sleep(HELD)
        answers.check()
        assert {answer.status for answer in answers.orders[:8]} == {503}
        _, seconds = await seller.place_until_accepted()
        assert seconds < 2 + BUSY

        limit_files(live, 4_096)
        await refused_then_accepted(live, seller, lambda: limit_files(live, resource.RLIM_INFINITY))
        await jumps(live, seller)

    run(fresh, tmp_path, play, SHIFTED_CLOCK)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own that a test may fill."""
    with disk_of("4m", tmp_path / "small") as disk:
        yield disk


@contextmanager
def disk_of(size: str, place: Path) -> Iterator[Path]:
    """A file system of this size."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no byte free."""
    with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(4_096))


def test_sqlite_on_a_disk_that_is_full(migrated_sqlite: Path, small_disk: Path, tmp_path: Path) -> None:
    path = small_disk / "full.db"
    shutil.copy(migrated_sqlite, path)

    async def play(live: Live, seller: Seller) -> None:
        before = [(await seller.place_until_accepted())[0] for _ in range(3)]
        for _ in range(2):
            fill(small_disk)
            async with asyncio.timeout(30):  # the journal has some room of its own
                while (await seller.place()).status == 200:
                    pass
            await refused_then_accepted(live, seller, (small_disk / "filler").unlink)
        assert {number_of("Order", id) for id in before} <= set(stored(path, "SELECT id FROM orders"))

    run(f"sqlite://{path}", tmp_path, play, ("-m", "backend"))
    assert stored(path, "PRAGMA integrity_check") == ["ok"]


def stored(path: Path, query: str) -> list[object]:
    """The first column of what a file has."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(query)]


def limit_files(live: Live, size: int) -> None:
    """Let a running server write no file beyond this size: for SQLite much the same as a full disk."""
    resource.prlimit(live.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


async def jumps(live: Live, seller: Seller) -> None:
    """An hour ahead and back, twice: nobody is refused, and mail goes out."""
    for number, jump in enumerate((signal.SIGUSR1, signal.SIGUSR2, signal.SIGUSR2, signal.SIGUSR1)):
        os.kill(live.pid, jump)
        answers = [await seller.place(f"J{number}-{turn}") for turn in range(5)]
        assert {answer.status for answer in answers} == {200}
        assert all(answer.body["data"]["placeOrder"]["order"] for answer in answers)
    await wait_until_delivered(live, "j3-4@acme.example", 25)


@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
def test_sqlite_whose_file_is_read_only(fresh: str, tmp_path: Path) -> None:
    path = Path(fresh.removeprefix("sqlite://"))

    async def play(live: Live, seller: Seller) -> None:
        await wait_for_status(live, 503, within=30)
        answer = await seller.place()
        assert answer.status == 503
        check_refusal(answer)
        allow(path, 0o600, 0o700)
        _, seconds = await seller.place_until_accepted()
        assert seconds < 2 + BUSY
        assert ready(live) == 200

    run(fresh, tmp_path, play, UNPRIVILEGED, before=lambda: allow(path, 0o400, 0o500), log=None)


def allow(path: Path, file: int, folder: int) -> None:
    for part in path.parent.glob(f"{path.name}*"):
        part.chmod(file)
    path.parent.chmod(folder)


@pytest.mark.postgres
@pytest.mark.parametrize("fresh", ["postgres"], indirect=True)
def test_postgresql_that_is_locked_full_or_read_only_and_a_clock_that_jumps(
    pg: Postgres, migrated_postgres: str, fresh: str, tmp_path: Path
) -> None:
    name = pg.create(migrated_postgres)

    async def play(live: Live, seller: Seller) -> None:
        await seller.place_until_accepted()
        lock = asyncio.to_thread(pg.run, f"BEGIN; LOCK TABLE orders; SELECT pg_sleep({HELD})", name)
        locked = asyncio.create_task(lock)
        async with ask_until_stopped(seller) as answers:
            await locked
        answers.check()
        assert 503 in {answer.status for answer in answers.orders}
        _, seconds = await seller.place_until_accepted()
        assert seconds < 2 + BUSY
        pg.run(FULL, name)
        await refused_then_accepted(live, seller, lambda: unbreak(pg, name, "DROP FUNCTION full_disk() CASCADE"))
        unbreak(pg, name, ONLY_READ.format(name=name, value="on"), CUT.format(name=name))
        mending = ONLY_READ.format(name=name, value="off")
        await refused_then_accepted(live, seller, lambda: unbreak(pg, name, mending))
        await jumps(live, seller)

    run(pg.url(name), tmp_path, play, SHIFTED_CLOCK)
    pg.drop(name)


@pytest.mark.postgres
def test_postgresql_on_a_disk_that_is_full(pg: Postgres, migrated_postgres: str, tmp_path: Path) -> None:
    # Below /tmp: its server runs as somebody who may not look into the folders of a test.
    with tempfile.TemporaryDirectory(prefix="disk-") as folder, disk_of("32m", Path(folder) / "small") as disk:
        Path(folder).chmod(0o755)
        os.chown(disk, *(ids.real for ids in (psutil.Process(pg.pid).uids(), psutil.Process(pg.pid).gids())))
        pg.run(f"CREATE TABLESPACE small LOCATION '{disk}'")
        pg.run(f"CREATE DATABASE on_small TEMPLATE {migrated_postgres} TABLESPACE small")

        async def play(live: Live, seller: Seller) -> None:
            before, _ = await seller.place_until_accepted()
            fill(disk)
            answers = [await seller.place() for _ in range(30)]  # what has room in pages that are there is taken
            assert {answer.status for answer in answers} == {200, 503}
            await refused_then_accepted(live, seller, (disk / "filler").unlink)
            kept = [answer.body["data"]["placeOrder"]["order"]["id"] for answer in answers if answer.status == 200]
            found = pg.run("SELECT string_agg(id::text, ',') FROM orders", "on_small").split(",")
            assert {str(number_of("Order", id)) for id in (before, *kept)} <= set(found)

        run(pg.url("on_small"), tmp_path, play, ("-m", "backend"))
        pg.drop("on_small")
        pg.run("DROP TABLESPACE small")


def unbreak(pg: Postgres, name: str, *statements: str) -> None:
    for statement in statements:
        pg.run(statement, "postgres" if "ALTER DATABASE" in statement or "terminate" in statement else name)


def run(
    url: str,
    tmp_path: Path,
    play: Callable[[Live, Seller], Awaitable[None]],
    program: tuple[str, ...],
    *,
    before: Break | None = None,
    log: str | None = "server.log",
) -> None:
    """Play something with a server that is run in a special way, and its seller."""

    async def with_seller(live: Live, token: str) -> None:
        seller = Seller(live, token)
        await play(live, seller)
        await seller.http.aclose()

    with Live(url, tmp_path / log if log else None) as live:
        token = live.prepare(tokens.create("cloud-sales", SCOPES, clock.now()))
        if before is not None:
            before()
        live.start(program, wait=before is None)
        asyncio.run(with_seller(live, token))
