"""The port: what a provisioning step asks of the outside. Every call is idempotent by its key."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from backend.models.service import StepKind


class ConnectorFailed(Exception):
    """The other side refused for good; the message is shown to people."""


class NameRefused(ConnectorFailed):
    """The other side refused the name of the site or location: the same name would be refused again."""


class ConnectorUnavailable(Exception):
    """The other side could not be reached, or asked to wait; the step is tried again."""


@dataclass(frozen=True, slots=True)
class Task:
    """One step: what, called what, with which details; `key` is the same for every try, `attempt` counts from 1."""

    kind: StepKind
    name: str
    key: str
    attempt: int
    details: dict[str, Any] = field(default_factory=dict)


class Connector(Protocol):
    """Creates, changes and removes sites and locations. Doing the same task twice does nothing the second time."""

    async def carry_out(self, task: Task) -> str:
        """Do it and return what was answered. Raises ConnectorFailed, NameRefused or ConnectorUnavailable."""
        ...
