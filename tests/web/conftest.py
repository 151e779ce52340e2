"""The edge with the small schema: inside the test's process, and behind a real server for what needs one."""

import asyncio
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.config import Config
from starlette.testclient import TestClient
from tortoise import Tortoise

from backend import database
from backend.limits import cost
from backend.settings import Settings, read_settings
from backend.web import connections, serving
from backend.web.app import create_app
from backend.web.static import Application
from tests.web.library import open_context, schema

Clients = Callable[..., AbstractContextManager[TestClient]]


def settings_with(directory: Path, **environment: str) -> Settings:
    """Settings as an operator would set them, with a database in `directory`."""
    defaults = {
        "DATABASE_URL": f"sqlite://{directory}/test.db",
        "SECRET_KEY": "s" * 32,
        "PUBLIC_URL": "http://testserver",
    }
    return read_settings(Config(environ=defaults | environment))


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A built front end, as far as the server can tell."""
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><title>Control Hub</title>")
    (dist / "graphiql.html").write_text("<!doctype html><title>GraphiQL</title>")
    (dist / "favicon.svg").write_text("<svg/>")
    for name, content in {"app-1a2b.js": b"plain", "app-1a2b.js.br": b"brotli", "app-1a2b.js.zst": b"zstd"}.items():
        (dist / "assets" / name).write_bytes(content)
    return dist


@pytest.fixture(scope="session")
def tables(environment: None, models: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the tables of the models, which were not made by migrations, and no rows."""
    path = tmp_path_factory.mktemp("tables") / "template.db"

    async def create() -> None:
        await database.connect(f"sqlite://{path}")
        await Tortoise.generate_schemas()
        await database.disconnect()

    asyncio.run(create())
    return path


@pytest.fixture
def clients(tables: Path, tmp_path: Path, build: Path) -> Clients:
    """Clients of an application with other settings: `with clients(PUBLIC_URL=…) as client`."""

    @contextmanager
    def start(**environment: str) -> Iterator[TestClient]:
        cost.reset()
        settings = settings_with(tmp_path, **environment)
        shutil.copy(tables, tmp_path / "test.db")
        app = create_app(
            settings,
            schema,
            application=Application(build),
            open_context=open_context,
            pages=serving.pages(settings),
        )
        with TestClient(app, raise_server_exceptions=False) as client:
            if "DATABASE_URL" in environment:
                assert client.portal is not None
                client.portal.call(Tortoise.generate_schemas)
            yield client

    return start


@pytest.fixture
def client(clients: Clients) -> Iterator[TestClient]:
    """A client of the application."""
    with clients() as client:
        yield client


class Server:
    """The application behind uvicorn on a free port, in a thread."""

    def __init__(self, app: Starlette) -> None:
        self._started = threading.Event()
        config = uvicorn.Config(
            app,
            port=0,
            log_config=None,
            ws_max_size=65_536,
            proxy_headers=False,
            http=connections.BoundedHttp,
            ws=connections.BoundedWebSocket,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> int:
        self._thread.start()
        while not self._server.started:
            assert self._thread.is_alive()
            self._thread.join(0.01)
        port: int = self._server.servers[0].sockets[0].getsockname()[1]
        return port

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        assert not self._thread.is_alive()


@pytest.fixture
def port(tables: Path, tmp_path: Path, build: Path) -> Iterator[int]:
    """The port of a real server."""
    cost.reset()
    shutil.copy(tables, tmp_path / "test.db")
    with Server(
        create_app(settings_with(tmp_path), schema, application=Application(build), open_context=open_context)
    ) as port:
        yield port
