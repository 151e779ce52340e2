"""Asks a server over connections that are kept, with as little of this machine's time as can be.

A request is bytes made beforehand; of an answer only its length and its body are read.
"""

import asyncio
import re
import time
from dataclasses import dataclass
from typing import Any, cast

import orjson

_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


@dataclass(frozen=True, slots=True)
class Request:
    """One request: where to, what, and in whose name."""

    path: str
    body: dict[str, Any]
    session: str
    key: str

    def sent(self) -> bytes:
        """The bytes of it."""
        body = orjson.dumps(self.body)
        head = (
            f"POST {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            f"Cookie: session={self.session}\r\nIdempotency-Key: {self.key}\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


class Connection(asyncio.Protocol):
    """A connection on which one request waits for its answer at a time."""

    _transport: asyncio.Transport
    _answered: asyncio.Future[bytes]

    def __init__(self) -> None:
        self._came = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's is one without saying so

    def connection_lost(self, exc: Exception | None) -> None:
        """Nobody answers any more."""
        if not self._answered.done():
            self._answered.set_exception(exc or ConnectionError("the server hung up"))

    def data_received(self, data: bytes) -> None:
        """Part of an answer."""
        self._came += data
        end = self._came.find(b"\r\n\r\n")
        if end < 0:
            return
        length = _LENGTH.search(self._came, 0, end)
        assert length, bytes(self._came[:end])
        if len(self._came) - end - 4 >= int(length[1]):
            answer, self._came = bytes(self._came), bytearray()
            self._answered.set_result(answer)

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer. Raises RuntimeError unless it is 200."""
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        head, _, body = (await self._answered).partition(b"\r\n\r\n")
        if b" 200 " not in head[:16]:
            raise RuntimeError((head + b"\n" + body).decode())
        return body

    def close(self) -> None:
        """Hang up."""
        self._transport.close()


async def connect(port: int) -> Connection:
    """Open a connection to a server on this machine."""
    _, connection = await asyncio.get_running_loop().create_connection(Connection, "127.0.0.1", port)
    return connection


async def block(connections: list[Connection], requests: list[bytes]) -> tuple[list[float], list[bytes]]:
    """Ask all of them, each connection its share one after the other; seconds of each, and the answers."""
    waits, answers = list[float](), list[bytes]()

    async def share(connection: Connection, own: list[bytes]) -> None:
        for request in own:
            began = time.perf_counter()
            answers.append(await connection.ask(request))
            waits.append(time.perf_counter() - began)

    many = len(connections)
    await asyncio.gather(*(share(connection, requests[n::many]) for n, connection in enumerate(connections)))
    return waits, answers
