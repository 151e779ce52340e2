"""The health endpoints of a worker without a web server: /healthz, /readyz and /metrics."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from backend import metrics
from backend.web import health

CLOSE_TIMEOUT = 1.0  # seconds to stop listening


class _Server(uvicorn.Server):
    """A server that leaves the signals to the worker."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def running(host: str, port: int) -> AsyncIterator[None]:
    """Serve the health endpoints inside the block. Raises OSError if the port is taken."""
    app = Starlette(
        routes=[
            Route("/healthz", health.healthz),
            Route("/readyz", health.readyz),
            Route("/metrics", health.metrics),
        ]
    )
    with socket.create_server((host, port)) as listener:
        server = _Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none"))
        task = asyncio.create_task(server.serve([listener]))
        try:
            async with metrics.measuring_lag():
                yield
        finally:
            server.should_exit = server.force_exit = True
            await asyncio.wait([task], timeout=CLOSE_TIMEOUT)
