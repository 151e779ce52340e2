"""What a worker without a web server still answers: /healthz, /readyz and /metrics."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from backend.http import health

CLOSE_TIMEOUT = 1.0  # seconds to stop listening


class _Server(uvicorn.Server):
    """A server that leaves the signals to the worker."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def answering(host: str, port: int) -> AsyncIterator[None]:
    """While this runs, the health of this process can be asked for. Raises OSError if the port is taken."""
    app = Starlette(
        routes=[
            Route("/healthz", health.healthz),
            Route("/readyz", health.readyz),
            Route("/metrics", health.metrics),
        ]
    )
    with socket.create_server((host, port)) as wire:
        server = _Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", ws="none"))
        task = asyncio.create_task(server.serve([wire]))
        try:
            yield
        finally:
            server.should_exit = server.force_exit = True
            await asyncio.wait([task], timeout=CLOSE_TIMEOUT)
