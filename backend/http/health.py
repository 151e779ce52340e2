"""/healthz, /readyz and /metrics."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import cache
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from tortoise.exceptions import OperationalError

from backend import database, models

MIGRATIONS = Path(models.__file__).parent / "migrations"

READY_WITHIN = 2.0  # seconds

Reading = Callable[[], Awaitable[Iterable[Metric]]]
_readings: list[Reading] = []


def register(reading: Reading) -> Reading:
    """Let /metrics ask `reading` for figures that lie in the database: queue age, mail outcomes. A decorator, too."""
    _readings.append(reading)
    return reading


async def healthz(_request: Request) -> Response:
    """Whether this process runs."""
    return JSONResponse({"status": "ok"})


async def readyz(_request: Request) -> Response:
    """Whether this process can serve: the database answers and has all migrations."""
    try:
        async with asyncio.timeout(READY_WITHIN):
            applied = await _applied_migrations()
    except Exception:  # noqa: BLE001 – whatever it is, we are not ready
        return _not_ready("database unreachable")
    return JSONResponse({"status": "ok"}) if applied >= _migrations() else _not_ready("migrations pending")


async def metrics(_request: Request) -> Response:
    """Figures for Prometheus; those of the database are left out while it is away."""
    own = generate_latest()
    try:
        async with asyncio.timeout(READY_WITHIN):
            read = [metric for reading in _readings for metric in await reading()]
    except Exception:  # noqa: BLE001 – the figures of this process must not depend on the database
        read = []
    registry = CollectorRegistry()
    registry.register(_Collected(read))
    return Response(own + generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


async def _applied_migrations() -> set[str]:
    try:
        found = await database.rows("SELECT name FROM tortoise_migrations WHERE app = $1", [database.APP])
    except OperationalError:  # no table yet
        await database.rows("SELECT 1 AS reachable")
        return set()
    return {row["name"] for row in found}


@cache
def _migrations() -> set[str]:
    return {path.stem for path in MIGRATIONS.glob("[0-9]*.py")}


class _Collected(Collector):
    def __init__(self, metrics: list[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _not_ready(reason: str) -> Response:
    return JSONResponse({"status": reason}, status_code=503, headers={"Retry-After": "1"})
