"""The outermost layer: correlation id, deadline for bodies, security headers, masked failures."""

import asyncio
import logging
from collections.abc import Mapping
from time import perf_counter

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend import correlation, metrics, tracing
from backend.graphql_server.http_requests import RawHeaders
from backend.graphql_server.problems import RequestRefused
from backend.settings import Settings
from backend.web import shutdown, strangers
from backend.web.prefix import strip_prefix
from backend.web.refusals import answer
from backend.web.security import is_our_host, security_headers

logger = logging.getLogger("backend.web")

BODY_TIMEOUT = 10.0  # seconds
SLOW = 1.0  # seconds; what takes longer is worth a line in the log
MAX_LOGGED_PATH = 200  # characters
POLICY_VIOLATION = 1008
HEALTH = frozenset({"/healthz", "/readyz", "/metrics"})
UNTRACED = HEALTH | {"/assets"}  # pages that are asked for all the time and do nothing for anybody
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NOT_OUR_HOST = "This host is not served here; PUBLIC_URL says which one is."
_PAGES = {
    *("graphql", "graphiql", "schema.graphql", "orders", "dev", "healthz", "readyz", "metrics", "assets"),
    *("csp-reports", "page-errors", ".well-known", "reminders"),
}


class Edge:
    """Wraps the application; every request and every WebSocket passes here."""

    def __init__(self, app: ASGIApp, settings: Settings, at_once: Mapping[str, ASGIApp] | None = None) -> None:
        self.app = app
        self.at_once = at_once or {}  # what is served without looking through all routes, by its path
        self.headers = security_headers(settings)
        self.prefix = settings.prefix
        self.public_url = settings.public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if self.prefix and scope["type"] in ("http", "websocket"):
            strip_prefix(scope, self.prefix)
        if scope["type"] == "http":
            await _Exchange(self, scope, receive, send).run()
            return
        if scope["type"] == "websocket":
            _begin(scope)
            if not self.is_for_us(scope):
                await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": NOT_OUR_HOST})
                return
        await self.app(scope, receive, send)

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand an exchange on. Raises RequestRefused (421) for one that was meant for another host."""
        if not self.is_for_us(scope):
            raise RequestRefused(421, "MISDIRECTED_REQUEST", NOT_OUR_HOST)
        await self.at_once.get(scope["path"], self.app)(scope, receive, send)

    def is_for_us(self, scope: Scope) -> bool:
        """Whether the request was meant for this service; whoever asks for its health may use any name."""
        host = next((value for name, value in scope["headers"] if name == b"host"), b"")
        return is_our_host(host.decode("latin-1"), self.public_url) or scope["path"] in HEALTH


def _begin(scope: Scope) -> str:
    """Begin the work of a request, in the trace that it names, and return its id. One that names several names none.

    Browsers say of requests of our own pages that they are: no page can say so of another, and no script.
    """
    strangers.begin(scope["client"][0] if scope.get("client") else "unknown")
    named = [value for name, value in scope["headers"] if name == b"traceparent"]
    if len(named) != 1:
        return correlation.begin()
    return correlation.begin(named[0].decode("latin-1"), of_page=_OF_PAGE in scope["headers"])


_OF_PAGE = (b"sec-fetch-site", b"same-origin")


def _page(path: str) -> str:
    """The kind of page that a path leads to, one of few."""
    first = path.removeprefix("/").partition("/")[0]
    return first if first in _PAGES else "application"


class _Exchange:
    """One request and its answer."""

    __slots__ = ("correlation_id", "deadline", "edge", "receive", "scope", "send", "started", "status")

    def __init__(self, edge: Edge, scope: Scope, receive: Receive, send: Send) -> None:
        self.edge, self.scope, self.receive, self.send = edge, scope, receive, send
        self.correlation_id = _begin(scope)
        self.started = perf_counter()
        self.deadline: float | None = None
        self.status = 0

    async def run(self) -> None:
        if tracing.is_on() and f"/{_page(self.scope['path'])}" not in UNTRACED:
            method = self.scope["method"] if self.scope["method"] in _METHODS else "_OTHER"
            with tracing.span(method, "SERVER", {"http.request.method": method}) as span:
                await self._respond()
                self._describe(span, method)
        else:
            await self._respond()

    async def _respond(self) -> None:
        try:
            await self.edge.serve(self.scope, self._receive, self._send)
        except Exception as error:  # noqa: BLE001 – the last one who can answer
            refused = answer(HTTPConnection(self.scope), error)
            if not self.status:
                await refused(self.scope, self.receive, self._send)
        finally:
            self._log()

    async def _receive(self) -> Message:
        """The next part of the body, which must be complete within ten seconds of the first wait for it."""
        if self.deadline is None:
            self.deadline = asyncio.get_running_loop().time() + BODY_TIMEOUT
        if self.deadline == 0:
            return await self.receive()
        try:
            async with asyncio.timeout_at(self.deadline):
                message = await self.receive()
        except TimeoutError:
            raise RequestRefused(
                408, "TIMEOUT", "The request did not arrive in time.", {"Connection": "close"}
            ) from None
        if not message.get("more_body", False):
            self.deadline = 0  # complete: whoever still listens waits for the other side to hang up
        return message

    async def _send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = self._with_default_headers(message.get("headers", ()))
        await self.send(message)

    def _with_default_headers(self, own: RawHeaders) -> RawHeaders:
        headers = [*own, (b"x-correlation-id", self.correlation_id.encode())]
        if shutdown.is_draining():
            headers.append((b"connection", b"close"))
        given = {name for name, _ in own}
        headers += [header for header in self.edge.headers if header[0] not in given]
        return headers

    def _describe(self, span: tracing.Span, method: str) -> None:
        """Say how it was answered, and by which route: never the path, of which addresses may be a part."""
        path = self.scope["path"]
        route = path if path in self.edge.at_once else getattr(self.scope.get("route"), "path_format", None)
        if route:
            span.rename(f"{method} {route}")
        span.set(http__route=route, http__response__status_code=self.status, url__scheme=self.scope.get("scheme"))
        if self.status >= 500:
            span.fail(str(self.status))

    def _log(self) -> None:
        seconds = perf_counter() - self.started
        metrics.request(_page(self.scope["path"]), self.status, seconds)
        level = logging.WARNING if self.status >= 500 or seconds > SLOW else logging.DEBUG
        if logger.isEnabledFor(level):
            method, path = self.scope["method"], self.scope["path"][:MAX_LOGGED_PATH]
            logger.log(level, "%s %s answered %d in %.0f ms", method, path, self.status, seconds * 1000)
