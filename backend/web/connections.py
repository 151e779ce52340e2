"""Connections as uvicorn holds them, with the limits that it lacks.

The head of a request is complete within seconds and of bounded size, and so is all that a request has besides its
content. Connections that only wait make room for others, who doesn't read what was asked for is hung up on, and a
WebSocket sends no faster than a browser of ours would. A proxy in front should do the same (`docs/security.md`).
"""

import asyncio
import resource
import time
from collections import OrderedDict
from typing import Any, ClassVar

import orjson
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from backend.settings import settings
from backend.web.shutdown import is_draining

MAX_HEAD = 32 * 1024  # bytes of request line and headers
HEAD_TIMEOUT = 10.0  # seconds from the first wait for a head to its end
MAX_WASTE = 256 * 1024  # bytes of a request that are no content: sizes of chunks, trailers, what nobody waits for
MAX_PIPELINED = 8  # requests that wait for the answer of the one before; no browser sends any
READ_TIMEOUT = 30.0  # seconds for the next 48 KiB of an answer
MAX_HEADERS = 128  # and trailers; browsers behind several proxies send forty
MAX_PIECES, PIECE = 500, 256  # pieces of a body; and one more for each so many bytes, which is still a small chunk
LINGER = 1.0  # seconds from a refusal to the end of the connection, so that it can be read and is not asked for again
RESERVED_FILES = 128  # for the database, assets and logs
MAX_CONNECTIONS = 10_000

FRAMES_PER_SECOND = 50
FRAME_BURST = 250
SLICE = 2_048  # bytes parsed at once: the smallest frame has 6
POLICY_VIOLATION = 1008

_TOO_LARGE = (431, "HEADERS_TOO_LARGE", f"A request line and headers may have {MAX_HEAD} bytes at most.")
_TOO_MANY = (431, "HEADERS_TOO_LARGE", f"A request may have {MAX_HEADERS} headers at most.")
_IN_PIECES = (400, "BAD_REQUEST", "Send the body in larger chunks, or whole.")
_TOO_LATE = (408, "TIMEOUT", "The request did not arrive in time.")


def raise_file_limit() -> int:
    """Let this process open as many files as it may; how many connections that leaves room for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MAX_CONNECTIONS + RESERVED_FILES
    allowed = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
        soft = allowed
    return max(1, min(MAX_CONNECTIONS, (wanted if soft == resource.RLIM_INFINITY else soft) - RESERVED_FILES))


class RequestRefusedError(Exception):
    """A request is not read any further."""


class BoundedHttp(HttpToolsProtocol):
    """HTTP whose request heads are complete in time and of bounded size."""

    max_connections: ClassVar[int] = MAX_CONNECTIONS
    waiting: ClassVar[OrderedDict["BoundedHttp", None]] = OrderedDict()  # for a head, the longest waiting first

    counted = headers_counted = 0  # bytes of the request line and headers that are complete; and how many headers
    unfinished = 0  # bytes that came since this head began, without an end of it
    heads = 0
    between = True  # no request has begun since the last one was complete
    waste = 0  # bytes of this request that are not content
    pieces = content = 0  # of its body, and their bytes
    write_timer: asyncio.TimerHandle | None = None
    head_timer: asyncio.TimerHandle | None = None
    refused: tuple[int, str, str] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for the first head; where all places are taken, the longest waiting connection makes room."""
        super().connection_made(transport)
        self._await_head()
        if len(self.connections) > self.max_connections and len(self.waiting) > 1:
            longest, _ = self.waiting.popitem(last=False)
            longest.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._head_ended()
        self.resume_writing()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, as long as an unfinished head stays below its limit."""
        if self.refused is not None:
            return  # what still arrives of a refused request is dropped
        heads, between = self.heads, self.between
        self.waste += len(data)
        super().data_received(data)
        if self.transport.is_closing() or self.transport.get_protocol() is not self:
            return
        if between and self.heads == heads and self.head_timer is None:
            self._await_head()  # something came, though no request yet: empty lines
        if self.head_timer is not None and self.heads <= heads + between:
            self.unfinished += len(data)
            if self.unfinished > MAX_HEAD:
                self.refused = _TOO_LARGE
                self.send_400_response("")
        if self.waste > MAX_WASTE:
            self.transport.abort()

    def on_body(self, body: bytes) -> None:
        """Content; what comes after the answer is read for a while, since who sends may read only then."""
        self.pieces += 1
        self.content += len(body)
        if self.pieces > MAX_PIECES + self.content // PIECE:
            self.refused = _IN_PIECES
            raise RequestRefusedError
        super().on_body(body)
        self.waste -= len(body) * 15 // 16 if self.cycle.response_complete else len(body)

    def pause_writing(self) -> None:
        """The other side does not read as fast as we write; for so long, it may."""
        super().pause_writing()
        self.write_timer = self.write_timer or self.loop.call_later(READ_TIMEOUT, self.transport.abort)

    def resume_writing(self) -> None:
        """It has read."""
        super().resume_writing()
        if self.write_timer is not None:
            self.write_timer.cancel()
            self.write_timer = None

    def shutdown(self) -> None:
        """End once the present answer is given. After draining, what is under way on an idle connection still comes."""
        cycle: RequestResponseCycle | None = self.cycle
        if is_draining() and (cycle is None or cycle.response_complete):
            self.loop.call_later(LINGER, super().shutdown)
        else:
            super().shutdown()

    def timeout_keep_alive_handler(self) -> None:
        """Hang up; what was not read by then is dropped after a while."""
        super().timeout_keep_alive_handler()
        self.loop.call_later(READ_TIMEOUT, self.transport.abort)

    def on_message_begin(self) -> None:
        """Another request on this connection."""
        super().on_message_begin()
        if len(self.pipeline) > MAX_PIPELINED:
            self.transport.abort()
            raise RequestRefusedError
        self.heads += 1
        self.waste = self.pieces = self.content = 0
        self.between = False
        self._await_head()

    def on_message_complete(self) -> None:
        """The request is complete; another one may follow."""
        super().on_message_complete()
        self.between = True

    def on_url(self, url: bytes) -> None:
        """Count the request line."""
        super().on_url(url)
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a header."""
        super().on_header(name, value)
        self.headers_counted += 1
        if self.headers_counted > MAX_HEADERS:
            self.refused = _TOO_MANY
            raise RequestRefusedError
        self._count(len(name) + len(value))

    def on_headers_complete(self) -> None:
        """The head is there."""
        self._head_ended()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Say what is wrong with the request, as the API says it, and hang up once it can have been read."""
        if self.transport.is_closing():
            return
        self._head_ended()
        self.refused = self.refused or (400, "BAD_REQUEST", msg)
        if self.refused is _IN_PIECES:
            if self.cycle.response_started:
                _close_when_read(self.transport, self.loop)
                return
            self.cycle.disconnected = True  # nobody waits for the application's answer
            self.cycle.message_event.set()
        status, code, message = self.refused
        body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})
        head = b"content-type: application/json; charset=utf-8\r\ncontent-length: %d\r\nconnection: close\r\n\r\n"
        self.transport.write(STATUS_LINE[status] + head % len(body) + body)
        _close_when_read(self.transport, self.loop)

    def _count(self, size: int) -> None:
        self.counted += size
        if self.counted > MAX_HEAD:
            self.refused = _TOO_LARGE
            raise RequestRefusedError

    def _await_head(self) -> None:
        self.unfinished = self.counted = self.headers_counted = 0
        if self.head_timer is None:
            self.head_timer = self.loop.call_later(HEAD_TIMEOUT, self._head_too_late)
            self.waiting[self] = None

    def _head_ended(self) -> None:
        self.waiting.pop(self, None)
        if self.head_timer is not None:
            self.head_timer.cancel()
            self.head_timer = None

    def _head_too_late(self) -> None:
        self.head_timer = None
        self.waiting.pop(self, None)
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._await_head()  # it is we who keep them waiting
            return
        self.refused = _TOO_LATE
        self.send_400_response("")


class BoundedWebSocket(WebSocketsSansIOProtocol):
    """A WebSocket with a limit of frames a second; who sends more is hung up on before others notice."""

    hung_up = False

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        factor = settings().rate_limit_factor
        self.rate, self.burst = FRAMES_PER_SECOND * factor, FRAME_BURST * factor
        self.allowance, self.looked_at = float(self.burst), time.monotonic()

    def data_received(self, data: bytes) -> None:
        """Read in slices, so that a flood is noticed before all of it was parsed."""
        if self.hung_up:
            return
        for start in range(0, len(data), SLICE):
            self.conn.receive_data(data[start : start + SLICE])
            if not self._allowed(len(self.conn.events)):
                self._hang_up()
                return
            if self.conn.parser_exc is not None:
                self.handle_parser_exception()
                return
            self.handle_events()
            if self.transport.is_closing():
                return

    def _allowed(self, frames: int) -> bool:
        now = time.monotonic()
        restored = self.allowance + (now - self.looked_at) * self.rate
        self.allowance, self.looked_at = min(self.burst, restored) - frames, now
        return self.allowance >= 0

    def _hang_up(self) -> None:
        self.hung_up = True
        self.stop_keepalive()
        self.conn.fail(POLICY_VIOLATION, "Too many messages")
        self.queue.put_nowait({"type": "websocket.disconnect", "code": POLICY_VIOLATION, "reason": "Too many messages"})
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        _close_when_read(self.transport, self.loop)


def _close_when_read(transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
    """Close in a moment: closed with bytes unread, the last words would be lost on their way."""
    if not transport.can_write_eof():
        transport.close()
        return
    transport.write_eof()
    loop.call_later(LINGER, transport.close)
