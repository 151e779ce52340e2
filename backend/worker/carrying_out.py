"""A task is carried out by the connector; what it comes to is one of three."""

import asyncio
from dataclasses import dataclass

from backend import metrics, tracing
from backend.connectors.port import Connector, ConnectorFailed, ConnectorUnavailable, NameRefused, Task
from backend.foreign_text import storable


@dataclass(frozen=True, slots=True)
class Done:
    """It was done."""

    answer: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It was refused for good; `name_refused`: as nobody can have this name."""

    words: str
    name_refused: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """The other side could not be reached, asked to wait, or did not answer: it is tried again."""

    words: str


async def carry_out(connector: Connector, task: Task, within: float) -> Done | Failed | Unknown:
    """Let the connector do it; it has `within` seconds."""
    values = {"hub.connector": type(connector).__name__, "hub.step.kind": task.kind.value, "hub.attempt": task.attempt}
    with metrics.STEP_SECONDS.labels(task.kind.value).time(), tracing.span("connector", values=values) as span:
        outcome = await _carry_out(connector, task, within)
        span.set(hub__outcome=type(outcome).__name__.lower())
    metrics.STEPS.labels(task.kind.value, type(outcome).__name__.lower()).inc()
    return outcome


async def _carry_out(connector: Connector, task: Task, within: float) -> Done | Failed | Unknown:
    try:
        async with asyncio.timeout(within):
            return Done(storable(await connector.carry_out(task)))
    except ConnectorFailed as failed:
        return Failed(storable(str(failed)), isinstance(failed, NameRefused))
    except (ConnectorUnavailable, TimeoutError) as unavailable:
        return Unknown(storable(str(unavailable)) or "The other side did not answer in time.")
