"""The recorder of spans: the SDK of OpenTelemetry, set up so that a collector can neither delay nor break any work.

Spans that have ended wait in a queue of 2,048 (OTEL_BSP_MAX_QUEUE_SIZE), from which a thread sends them. While the
collector takes none the newest push the oldest out; whoever ends a span never waits.
"""

import logging
import os
import threading
from importlib.metadata import version
from typing import Any

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)

from backend import correlation
from backend.settings import Settings
from backend.tracing import NOTHING, Kind, Span, Values

FLUSH_TIMEOUT = 1.0  # seconds at the end of the process, which has five for everything


class Recorder:
    """Records the spans of this process."""

    def __init__(self, settings: Settings) -> None:
        # While a collector is away it is told once for each batch, and not for each try.
        logging.getLogger("opentelemetry.exporter").setLevel(logging.ERROR)
        for name, value in settings.otel.items():
            os.environ.setdefault(name, value)  # where the SDK looks; `.env` is no environment
        self._provider = TracerProvider(
            resource=Resource.create({"service.name": settings.otel_service_name, "service.version": _VERSION}),
            id_generator=_Ids(),
            shutdown_on_exit=False,
        )
        self._exporter = OTLPSpanExporter()
        self._provider.add_span_processor(BatchSpanProcessor(self._exporter))
        self._tracer = self._provider.get_tracer("backend", _VERSION)

    def span(self, name: str, kind: Kind, values: Values | None) -> Span:
        """A span of the work in hand: part of the one that this work is in, else of its caller's, else the first.

        What is INTERNAL is a part: alone it is nothing, as when a worker looks each second whether there is work.
        """
        work = correlation.in_hand()
        if kind == "INTERNAL" and not (work and work.ours):
            return NOTHING
        return _Recorded(self._tracer, name, kind, values)

    def close(self) -> None:
        """Send what waits, for a second at most; a thread that a collector holds is abandoned with the process."""
        closing = threading.Thread(target=self._provider.shutdown, daemon=True)
        closing.start()
        closing.join(FLUSH_TIMEOUT)
        if closing.is_alive():
            self._exporter.shutdown()  # type: ignore[no-untyped-call]  # no more tries


_VERSION = version("provisioning")


class _Ids(RandomIdGenerator):
    """A trace that begins here has the correlation id for its id."""

    def generate_trace_id(self) -> int:
        known = correlation.current()
        return int(known, 16) if known else super().generate_trace_id()


class _Recorded(Span):
    """A span from `with` to its end; what is done inside is part of it."""

    __slots__ = ("_before", "_begin", "_span")

    def __init__(self, tracer: Any, name: str, kind: Kind, values: Values | None) -> None:
        self._begin = (tracer, name, SpanKind[kind], values)

    def __enter__(self) -> Span:
        tracer, name, kind, values = self._begin
        before = self._before = correlation.in_hand()
        # The exception's words may name somebody, so the SDK is not told of it.
        self._span = tracer.start_span(name, _parent(before), kind, values)
        own = self._span.get_span_context()
        correlation.take_in_hand(
            correlation.Work(f"{own.trace_id:032x}", f"{own.span_id:016x}", own.trace_flags.sampled, ours=True)
        )
        return self

    def __exit__(self, *failure: object) -> None:
        if isinstance(failure[0], type):
            # What goes through a part of the work may be meant, as a refusal is: who answers the caller knows.
            part = self._begin[2] is SpanKind.INTERNAL
            self.set(error__type=failure[0].__name__) if part else self.fail(failure[0].__name__)
        self._span.end()
        correlation.take_in_hand(self._before)

    def set(self, **values: str | int | bool | None) -> None:
        for name, value in values.items():
            if value is not None:
                self._span.set_attribute(name.replace("__", "."), value)

    def rename(self, name: str) -> None:
        self._span.update_name(name)

    def fail(self, error: str) -> None:
        self._span.set_attribute("error.type", error)
        self._span.set_status(StatusCode.ERROR)


def _parent(work: correlation.Work | None) -> Context:
    if work is None or work.span is None:
        return Context()
    flags = TraceFlags(TraceFlags.SAMPLED if work.sampled else TraceFlags.DEFAULT)
    context = SpanContext(int(work.trace, 16), int(work.span, 16), is_remote=not work.ours, trace_flags=flags)
    return set_span_in_context(NonRecordingSpan(context), Context())
