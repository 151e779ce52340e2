"""What uvicorn runs: the product's schema in the application, with the worker inside or without."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.routing import Route

from backend import clock, database, events
from backend.http import downloads, logs, mailbox
from backend.http.app import Lifespan, create_app
from backend.pdf import produce
from backend.resolvers.schema import schema
from backend.settings import Settings, settings
from backend.worker import Worker


def with_worker() -> Starlette:
    """The application and a worker in one process."""
    return _application(worker=True)


def without_worker() -> Starlette:
    """The application alone."""
    return _application(worker=False)


def _application(*, worker: bool) -> Starlette:
    config = settings()
    clock.set_offset(config.clock_offset)
    logs.configure(config.log_level)
    return create_app(config, schema, pages=pages(config), running=_running(config, worker=worker))


def pages(config: Settings) -> list[Route]:
    """What is served beside the API and the front end."""
    return [
        Route("/orders/{id}/summary.pdf", downloads.summary),
        Route("/orders/{id}/timeline.jsonl", downloads.timeline),
        *mailbox.routes(config),
    ]


def _running(config: Settings, *, worker: bool) -> Lifespan:
    @asynccontextmanager
    async def run(_app: Starlette) -> AsyncIterator[None]:
        await database.connect(config.database_url)
        tasks = [asyncio.create_task(produce.warm_up())]
        if worker:
            tasks.append(asyncio.create_task(Worker(config).run()))
        try:
            async with events.listening(config.database_url):
                yield
        finally:
            for task in tasks:
                task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.gather(*tasks, return_exceptions=True)
            await database.disconnect()

    return run
