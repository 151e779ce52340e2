"""A PostgreSQL that answers from a recording, with little of this machine's time: as if it had cores of its own.

`recorded` stands between a server and its database and keeps what was answered to what; `python -m benchmarks.recording
FILE PORT` answers the same again. A statement with other parameters than any before, such as the time, is answered as
the last one with the same text was; the database's clock goes on.
"""

import asyncio
import pickle
import re
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import uvloop

ENCRYPT = (b"Q", (80_877_103).to_bytes(4))  # what a client begins with that would rather have TLS
ALIVE = re.compile(rb"alive_[0-9a-f]{16}")  # the channel by which a server hears whether its connection lives
GOODBYE = ((b"X", b""),)
SINCE_2000 = 946_684_800  # seconds from 1970, from which PostgreSQL counts
CLOCK = (b"B", b"SELECT clock_timestamp()")
# After these the other side answers, until it says one of those: ready, or what a statement's rows are like.
ANSWERED = {b"S": b"Z", b"Q": b"Z", b"H": b"TnE", b"X": b""}

Message = tuple[bytes, bytes]  # its kind and what it says
Asked = tuple[Message, ...]


@dataclass
class Recording:
    """What was answered to what was asked, and to the same statements whatever their parameters."""

    exact: dict[Asked, bytes] = field(default_factory=dict)
    alike: dict[Asked, bytes] = field(default_factory=dict)

    def keep(self, asked: Asked, answer: bytes) -> None:
        """Remember an answer."""
        self.exact[asked] = self.alike[_without_parameters(asked)] = answer

    def answer(self, asked: Asked) -> bytes:
        """What was answered to it. Raises KeyError if nobody has asked anything like it."""
        alike = _without_parameters(asked)
        known = self.exact.get(asked) or self.alike[alike]
        return _at_this_time(known) if CLOCK in alike else known


class Conversation:
    """What one client says, cut into what is answered in one piece."""

    def __init__(self) -> None:
        self._came = bytearray()
        self._begun = False
        self._statements: dict[bytes, bytes] = {}
        self._asked: list[Message] = []
        self._said = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[Asked, bytes]]:
        """What is complete now: what it means, and its bytes."""
        self._came += data
        while len(self._came) >= (length := self._length()):
            message = bytes(self._came[:length])
            del self._came[:length]
            self._said += message
            self._asked.append(self._meaning(message))
            if self._asked[-1][0] in ANSWERED:
                yield tuple(self._asked), bytes(self._said)
                self._asked.clear()
                self._said.clear()

    def _length(self) -> int:
        head = int(self._begun)  # the first message has no kind
        return head + (int.from_bytes(self._came[head : head + 4]) if len(self._came) >= head + 4 else 4)

    def _meaning(self, message: bytes) -> Message:
        if not self._begun:
            self._begun = message[4:8] != ENCRYPT[1]
            return (b"Q", b"begin") if self._begun else ENCRYPT
        kind, said = message[:1], message[5:]
        if kind == b"P":
            name, text, _ = said.split(b"\0", 2)
            self._statements[name] = ALIVE.sub(b"alive", text)
            return kind, self._statements[name]
        if kind == b"B":
            _, name, parameters = said.split(b"\0", 2)
            return kind, self._statements[name] + b"\0" + parameters
        if kind in b"DC":
            return kind, self._statements.get(said[1:-1], b"")
        return kind, ALIVE.sub(b"alive", said)


def _without_parameters(asked: Asked) -> Asked:
    return tuple((kind, said.partition(b"\0")[0] if kind == b"B" else said) for kind, said in asked)


def _at_this_time(answer: bytes) -> bytes:
    """The same row of one time, with the time of now."""
    at = answer.index(b"D\0\0\0\x12\0\x01\0\0\0\x08") + 11
    return answer[:at] + int((time.time() - SINCE_2000) * 1e6).to_bytes(8) + answer[at + 8 :]


@asynccontextmanager
async def recorded(socket: str) -> AsyncIterator[tuple[int, Recording]]:
    """A port where the PostgreSQL of this socket is spoken to, and what it answers there."""
    recording = Recording()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = Conversation()
        answers, questions = await asyncio.open_unix_connection(socket)
        while not writer.is_closing() and (data := await reader.read(65_536)):
            for asked, said in conversation.feed(data):
                if asked == GOODBYE:
                    writer.close()
                    break
                if asked == (ENCRYPT,):
                    answer = b"N"
                else:
                    questions.write(said)
                    answer = await _answer(answers, ANSWERED[asked[-1][0]])
                recording.keep(asked, answer)
                writer.write(answer)
        questions.close()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1")
    async with server:
        yield server.sockets[0].getsockname()[1], recording


async def _answer(stream: asyncio.StreamReader, last: bytes) -> bytes:
    """All messages until one of these kinds."""
    answer = b""
    while True:
        head = await stream.readexactly(5)
        answer += head + await stream.readexactly(int.from_bytes(head[1:]) - 4)
        if head[:1] in last:
            return answer


class _Client(asyncio.Protocol):
    """A client that hears what was recorded."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._conversation = Conversation()
        self._alive = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        for asked, said in self._conversation.feed(data):
            if asked == GOODBYE:
                self._transport.close()
                return
            if b"alive_" in said:
                self._alive = cast(re.Match[bytes], ALIVE.search(said))[0]
            try:
                answer = self._recording.answer(asked)
                self._transport.write(ALIVE.sub(self._alive, answer) if self._alive else answer)
            except KeyError:
                print("not recorded:", asked, file=sys.stderr, flush=True)
                self._transport.close()


async def _replay(recording: Recording, port: int) -> None:
    server = await asyncio.get_running_loop().create_server(lambda: _Client(recording), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        uvloop.run(_replay(pickle.loads(Path(sys.argv[1]).read_bytes()), int(sys.argv[2])))
