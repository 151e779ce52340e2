"""A collector of OpenTelemetry on this machine, which takes spans over OTLP/HTTP, or behaves as badly as it is told."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.busy import GIVE_UP


@dataclass(frozen=True, slots=True)
class Told:
    """A span as it arrived: ids are hexadecimal, `values` its attributes, `process` those of who recorded it."""

    trace: str
    id: str
    parent: str
    name: str
    kind: int
    failed: bool
    values: dict[str, Any]
    process: dict[str, Any]
    raw: bytes


@dataclass
class Collector:
    """What arrived. Each request is answered with `status` once `hold` is set; `paths` are what was asked for."""

    port: int = 0
    status: int = 200
    hold: threading.Event = field(default_factory=threading.Event)
    spans: list[Told] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Its address, as OTEL_EXPORTER_OTLP_ENDPOINT has it."""
        return f"http://127.0.0.1:{self.port}"

    def of(self, trace: str) -> list[Told]:
        """The spans of a trace."""
        return [span for span in self.spans if span.trace == trace]

    def wait_for(self, found: Callable[[], Any]) -> Any:
        """Wait until something was found, and return it."""
        end = time.monotonic() + GIVE_UP
        while not (what := found()):
            assert time.monotonic() < end, [(span.trace[:4], span.name) for span in self.spans]
            time.sleep(0.05)
        return what

    def take(self, body: bytes) -> None:
        """Note the spans of a request."""
        request = ExportTraceServiceRequest.FromString(body)
        for resource in request.resource_spans:
            process = _values(resource.resource.attributes)
            for scope in resource.scope_spans:
                self.spans += [
                    Told(
                        span.trace_id.hex(),
                        span.span_id.hex(),
                        span.parent_span_id.hex(),
                        span.name,
                        span.kind,
                        span.status.code == 2,
                        _values(span.attributes),
                        process,
                        span.SerializeToString(),
                    )
                    for span in scope.spans
                ]


def _values(attributes: Any) -> dict[str, Any]:
    return {one.key: getattr(one.value, one.value.WhichOneof("value")) for one in attributes}


@contextmanager
def collector() -> Iterator[Collector]:
    """A running collector."""
    told = Collector()
    told.hold.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            told.paths.append(self.path)
            told.headers.append({name.lower(): value for name, value in self.headers.items()})
            told.hold.wait(GIVE_UP)
            if told.status == 200:
                told.take(body)
            self.send_response(told.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        told.hold.set()
        server.shutdown()
        server.server_close()
