"""What most tests need: a fresh database, migrated once and copied, and the product on it.

`fresh` is the address of an empty database of each kind, `db` is connected to it, `product` is asked through
the API in the test's own process, `live` is the product behind a real server.
"""

import asyncio
import gc
import shutil
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from starlette.applications import Starlette

from backend import clock, database
from backend.limits import cost
from backend.migrate import migrate
from backend.resolvers.schema import schema
from backend.settings import settings
from backend.web import serving
from backend.web.app import create_app
from tests.live import Live
from tests.once import made_once
from tests.orm import prepared_once
from tests.patience import patient
from tests.postgres import Postgres, postgres
from tests.product import Product

PUBLIC_URL = "http://testserver"
# A machine may be busy: how long an example takes tells nothing.
hypothesis_settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("busy")
# How long a test takes with these marks and fixtures, beside one with none of them; a hundred examples are one test.
TAKES = {"slow": 300, "browser": 200, "world": 100, "live": 50, "examples": 40, "postgres": 15, "product": 10, "db": 4}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser and what needs PostgreSQL, so that `make quick` leaves it out; the slow ones go first.

    A file is tested by one process. Those that take long are begun first, so that no core waits for the last of them.
    """
    mark(items)
    takes: Counter[Path] = Counter()
    for item in items:
        wants = {marker.name for marker in item.iter_markers()} | set(getattr(item, "fixturenames", ()))
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            wants.add("examples")
        takes[item.path] += max((seconds for what, seconds in TAKES.items() if what in wants), default=1)
    items.sort(key=lambda item: takes[item.path], reverse=True)


gc.disable()  # until everything is collected: what is imported stays, and nearly nothing of it is garbage


def pytest_collection_finish() -> None:
    """What was imported and collected stays: it need not be looked through for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)  # a test leaves little garbage: to look for it each time took a twentieth
    gc.enable()


def mark(items: Iterable[pytest.Item]) -> None:
    """Say of each test what it needs."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)
        databases = (
            item.callspec.params.values() if isinstance(item, pytest.Function) and hasattr(item, "callspec") else ()
        )
        if "postgres" in databases or {"pg", "migrated_postgres"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.postgres)


@pytest.fixture(scope="session", autouse=True)
def environment() -> Iterator[None]:
    """Settings of a development machine, whatever the real one has."""
    with pytest.MonkeyPatch.context() as patch, patient():
        patch.setenv("SECRET_KEY", "s" * 32)
        patch.setenv("PUBLIC_URL", PUBLIC_URL)
        patch.setenv("ENVIRONMENT", "development")
        patch.setenv("SMTP_URL", "")
        # Each request of a client in the test's own process would look for it in all folders: it is not installed.
        patch.setitem(sys.modules, "sniffio", None)
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def models() -> Iterator[None]:
    """The models are worked out once for all databases of a kind."""
    with prepared_once():
        yield


@pytest.fixture(scope="session")
def pg() -> Iterator[Postgres]:
    """A PostgreSQL server."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_sqlite(models: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database without rows, to be copied."""
    return made_once(tmp_path_factory, "migrated.db", lambda path: asyncio.run(migrate(f"sqlite://{path}")))


@pytest.fixture(scope="session")
def migrated_postgres(models: None, pg: Postgres) -> str:
    """The name of a migrated database without rows, to be copied: no test writes to it."""
    name = pg.create()
    asyncio.run(migrate(pg.url(name)))
    return name


@pytest.fixture(scope="session")
def shared_postgres(pg: Postgres, migrated_postgres: str) -> str:
    """The name of a migrated database, which tests share and empty before they begin: it keeps the last one's rows."""
    return pg.create(migrated_postgres)


@pytest.fixture
def fresh_sqlite(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite database without rows."""
    shutil.copy(migrated_sqlite, tmp_path / "test.db")
    return f"sqlite://{tmp_path}/test.db"


@pytest.fixture
def fresh_postgres(pg: Postgres, migrated_postgres: str) -> str:
    """The address of a migrated PostgreSQL database of its own: no row was ever in it, which plans depend on."""
    return pg.url(pg.create(migrated_postgres))


@pytest.fixture(params=["sqlite", "postgres"])
def fresh(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database without rows: of each kind in turn."""
    cost.reset()
    if request.param == "sqlite":
        return str(request.getfixturevalue("fresh_sqlite"))
    server: Postgres = request.getfixturevalue("pg")
    name: str = request.getfixturevalue("shared_postgres")
    server.empty(name)
    return server.url(name)


@pytest.fixture
async def db(fresh: str) -> AsyncIterator[str]:
    """Connected to a fresh database; its address."""
    await database.connect(fresh)
    yield fresh
    await database.disconnect()


@pytest.fixture
def the_clock() -> Iterator[None]:
    """The clock may be moved, and is put right afterwards."""
    yield
    clock.set_offset(settings().clock_offset)


@pytest.fixture(scope="session")
def application(environment: None) -> Starlette:
    """The product, without a worker."""
    return create_app(settings(), schema, pages=serving.pages(settings()))


@pytest.fixture
async def product(db: str, application: Starlette, the_clock: None) -> AsyncIterator[Product]:
    """The product in this process, with a worker that works when told."""
    async with Product(application) as product:
        yield product


@pytest.fixture
def live(fresh: str) -> Iterator[Live]:
    """The product and its worker behind a real server."""
    with Live(fresh) as server:
        yield server
