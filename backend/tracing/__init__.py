"""Spans: what was done for a request, by whom and for how long, sent to a collector of OpenTelemetry if there is one.

Without OTEL_EXPORTER_OTLP_ENDPOINT nothing is recorded and nothing of OpenTelemetry is imported. A span never holds
what callers wrote: no variables, no addresses, no names of people or sites, no paths.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from backend.settings import Settings
    from backend.tracing.recording import Recorder

Kind = Literal["INTERNAL", "SERVER", "CLIENT", "CONSUMER"]
Values = Mapping[str, str | int | bool]

_recorder: "Recorder | None" = None


class Span:
    """A span that is not recorded, and how one that is looks to whoever works in it."""

    __slots__ = ()

    def __enter__(self) -> "Span":
        return self

    def __exit__(self, *_failure: object) -> None:
        """It ends; an exception makes it one that failed."""

    def set(self, **values: str | int | bool | None) -> None:
        """Say more of it. `__` in a name stands for a dot: `http__route`. None is nothing to say."""

    def rename(self, name: str) -> None:
        """Name it as it turned out to be."""

    def fail(self, error: str) -> None:
        """It failed: `error` is a class of errors, such as a status, and no message."""


NOTHING = Span()


def span(name: str, kind: Kind = "INTERNAL", values: Values | None = None) -> Span:
    """A span of the work in hand, to be used as `with`. Its name and values are ours, and few."""
    return NOTHING if _recorder is None else _recorder.span(name, kind, values)


def is_on() -> bool:
    """Whether spans are recorded."""
    return _recorder is not None


def start(settings: "Settings") -> None:
    """Record spans from now on, if the settings name a collector. In the process that serves: threads do not fork."""
    global _recorder
    if settings.tracing and _recorder is None:
        from backend.tracing.recording import Recorder

        _recorder = Recorder(settings)


def stop() -> None:
    """Send what was recorded, if the collector takes it within a moment, and record nothing more."""
    global _recorder
    if _recorder is not None:
        _recorder.close()
        _recorder = None
