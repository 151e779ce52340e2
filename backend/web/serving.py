"""What uvicorn runs: the product's schema in the application, with the worker inside or without."""

import asyncio
import gc
import linecache
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.routing import Route

from backend import clock, database, events, metrics, replica, tracing
from backend.pdf import produce
from backend.resolvers.schema import schema
from backend.settings import Settings, settings
from backend.web import (
    bounces,
    connections,
    csp_reports,
    dev_mailbox,
    downloads,
    exports,
    logs,
    page_errors,
    security_txt,
    shutdown,
    strangers,
    unsubscribe,
)
from backend.web.app import Lifespan, create_app

if TYPE_CHECKING:
    from backend.worker.loop import Worker

COLLECT_AFTER = 10_000  # new objects: a request makes some thousand that last, and few of them in circles
WARM_UP_AFTER = 3.0  # seconds: a server that has just started serves first


def with_worker() -> Starlette:
    """The application and a worker in one process."""
    from backend.worker.loop import Worker

    return _application(Worker)


def without_worker() -> Starlette:
    """The application alone."""
    return _application(None)


def _application(worker: "type[Worker] | None") -> Starlette:
    config = settings()
    clock.set_offset(config.clock_offset)
    logs.configure(config.log_level)
    strangers.bound_lines(config.rate_limit_factor)
    application = create_app(config, schema, pages=pages(config), running=_running(config, worker))
    linecache.clearcache()  # Tortoise looked for comments in the text of our models
    gc.freeze()  # what a start makes stays: nobody has to look through it again
    gc.set_threshold(COLLECT_AFTER)
    gc.enable()
    return application


def pages(config: Settings) -> list[Route]:
    """What is served beside the API and the front end."""
    return [
        Route("/orders/{id}/summary.pdf", downloads.summary),
        Route("/orders/{id}/summary.json", downloads.summary_data),
        Route("/orders/{id}/timeline.jsonl", downloads.timeline),
        Route("/orders.csv", exports.orders_csv),
        Route("/batches/{id}.csv", exports.batch_csv),
        Route("/orders.json", exports.orders_json),
        *bounces.routes(config),
        *unsubscribe.routes(),
        *csp_reports.routes(config),
        *page_errors.routes(config),
        *security_txt.routes(config),
        *dev_mailbox.routes(config),
    ]


async def _warm_up() -> None:
    await asyncio.sleep(WARM_UP_AFTER)
    await produce.warm_up()


def _running(config: Settings, worker: "type[Worker] | None") -> Lifespan:
    @asynccontextmanager
    async def run(_app: Starlette) -> AsyncIterator[None]:
        connections.BoundedHttp.max_connections = connections.raise_file_limit()
        tracing.start(config)
        await database.connect(config.database_url)
        tasks = [asyncio.create_task(_warm_up())]
        inside = worker(config) if worker else None
        if inside is not None:
            tasks.append(asyncio.create_task(inside.run()))
        try:
            stop = inside.stop if inside else lambda: None
            with shutdown.stop_with_parent(), shutdown.on_signal(stop, drain=config.drain_seconds):
                async with (
                    metrics.measuring_lag(),
                    events.listening(config.direct_url),
                    replica.following(config.replica_url),
                ):
                    yield
        finally:
            if inside is not None:
                inside.stop()
                await asyncio.wait(tasks[1:], timeout=shutdown.SHUTDOWN_TIMEOUT)
            await shutdown.cancel_all(tasks)
            produce.end()
            await database.disconnect()
            tracing.stop()

    return run
