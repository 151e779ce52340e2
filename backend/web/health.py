"""/healthz, /readyz and /metrics, of a server and of a worker alone."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from hmac import compare_digest

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from backend import clock, database
from backend.graphql_server import problems
from backend.settings import Settings
from backend.web import queue_metrics, shutdown
from backend.worker import heartbeat

logger = logging.getLogger("backend.web")

READY_TIMEOUT = 1.8  # seconds; whoever asks waits for two
WRITE_INTERVAL = 1.0  # seconds between two tries to write, however often it is asked
_WRITE = """
INSERT INTO cost_bucket (caller, level, updated_at) VALUES ('readyz', 0, $1)
ON CONFLICT (caller) DO UPDATE SET updated_at = $1
"""

_written_at = -WRITE_INTERVAL


async def healthz(_request: Request) -> Response:
    """Whether this process runs, and every loop of the worker in it comes round."""
    if stuck := heartbeat.stuck():
        return JSONResponse({"status": f"stuck: {', '.join(stuck)}"}, status_code=503)
    return JSONResponse({"status": "ok"})


async def readyz(_request: Request) -> Response:
    """Whether this process can serve: it is to go on, and the database answers, has all migrations, can be written."""
    if shutdown.is_draining():
        return _not_ready("stopping")
    try:
        async with asyncio.timeout(READY_TIMEOUT):
            if await database.pending_migrations():
                return _not_ready("migrations pending")
            reason = await _write_failure()
    except Exception:  # noqa: BLE001 – whatever it is, we are not ready
        return _not_ready("database unreachable")
    return _not_ready(reason) if reason else JSONResponse({"status": "ok"})


async def _write_failure() -> str | None:
    """What keeps us from writing. A full disk may still take a small row, so also who was refused lately counts."""
    global _written_at
    if problems.disk_was_full():
        return "disk full"
    now = asyncio.get_running_loop().time()
    if now - _written_at < WRITE_INTERVAL:
        return None
    try:
        await database.execute(_WRITE, [clock.now().timestamp()])
    except Exception as error:  # noqa: BLE001 – whatever it is, nothing can be written
        logger.warning("The database cannot be written: %r", error)
        return "database cannot be written"
    _written_at = now
    return None


def metrics_for(settings: Settings) -> Callable[[Request], Awaitable[Response]]:
    """/metrics for whoever has METRICS_TOKEN; without one in development for everybody, in production for nobody."""
    expected = f"Bearer {settings.metrics_token}" if settings.metrics_token else ""

    async def page(request: Request) -> Response:
        if expected:
            given = request.headers.get("authorization", "")
            if not compare_digest(given.encode(), expected.encode()):
                return JSONResponse({"status": "METRICS_TOKEN is needed"}, 401, {"WWW-Authenticate": "Bearer"})
        elif not settings.development:
            return JSONResponse({"status": "set METRICS_TOKEN to read figures"}, 404)
        return await metrics(request)

    return page


async def metrics(_request: Request) -> Response:
    """Figures for Prometheus; those of the database are left out while it is away."""
    own = generate_latest()
    try:
        async with asyncio.timeout(READY_TIMEOUT):
            read = list(await queue_metrics.read(clock.now()))
    except Exception:  # noqa: BLE001 – the figures of this process must not depend on the database
        read = []
    registry = CollectorRegistry()
    registry.register(_Collected([*queue_metrics.connections(), *read]))
    return Response(own + generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class _Collected(Collector):
    def __init__(self, metrics: list[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _not_ready(reason: str) -> Response:
    return JSONResponse({"status": reason}, status_code=503, headers={"Retry-After": "1"})
