"""Connections of strangers: heads that never end or are too large, floods of frames, sockets without number."""

import asyncio
import json
import os
import struct
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from backend.graphql_server import pacing, websocket
from backend.web import connections
from tests.busy import GIVE_UP, TRIES
from tests.web.test_websocket import PROTOCOL, closed, opened, receive, send, subscribe

GET = b"GET /healthz HTTP/1.1\r\nHost: testserver\r\n"
HANDSHAKE = (
    b"GET /graphql HTTP/1.1\r\nHost: testserver\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
)


@asynccontextmanager
async def raw(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield reader, writer
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def answered(port: int, *parts: bytes) -> tuple[int, dict[str, Any]]:
    """Status and JSON of the answer to bytes that are sent one after the other until the server hangs up."""
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        try:
            for part in parts:
                writer.write(part)
                await writer.drain()
        except ConnectionError:
            pass
        head, _, body = (await reader.read()).partition(b"\r\n\r\n")
        return int(head.split(b" ")[1]), json.loads(body)


@pytest.mark.parametrize(
    "parts",
    [
        (GET, b"X-Long: " + b"a" * (connections.MAX_HEAD + 1) + b"\r\n\r\n"),
        (GET, *[b"X-%d: %s\r\n" % (number, b"a" * 1000) for number in range(40)], b"\r\n"),
        (b"GET /" + b"a" * (connections.MAX_HEAD + 1) + b" HTTP/1.1\r\nHost: testserver\r\n\r\n",),
        (GET, b"X-Endless: ", *[b"a" * 65_536] * 64),
        (GET, b"X-Endless: ", *[b"a"] * 200, *[b"a" * 500] * 80),
        (GET, b"X" * (connections.MAX_HEAD + 1)),
    ],
    ids=["one long header", "many headers", "a long address", "4 MiB without end", "in small parts", "a long name"],
)
async def test_a_head_has_32_kib_at_most(port: int, parts: tuple[bytes, ...]) -> None:
    status, answer = await answered(port, *parts)
    assert (status, answer["errors"][0]["extensions"]["code"]) == (431, "HEADERS_TOO_LARGE")


async def test_a_head_just_below_the_limit_is_answered(port: int) -> None:
    filler = b"X-Long: " + b"a" * (connections.MAX_HEAD - 200) + b"\r\nConnection: close\r\n\r\n"
    assert (await answered(port, GET, filler))[0] == 200


@pytest.mark.parametrize("begun", [b"", b"\r\n", b"G", GET, GET + b"X-Slow: a"])
async def test_a_head_that_does_not_end_in_time_is_cut(
    port: int, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "HEAD_TIMEOUT", 0.3)
    status, answer = await answered(port, begun)
    assert (status, answer["errors"][0]["extensions"]["code"]) == (408, "TIMEOUT")


async def test_who_is_kept_waiting_by_us_is_not_cut(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_TIMEOUT", 0.2)
    query = json.dumps({"query": "{ slow(seconds: 0.8) }"}).encode()
    post = b"POST /graphql HTTP/1.1\r\nHost: testserver\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(post % len(query) + query + b"GET /hea")
        await writer.drain()
        assert (await reader.readline()).split(b" ")[1] == b"200"


async def test_connections_that_only_wait_make_room_for_others(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections.BoundedHttp, "max_connections", 20)
    async with AsyncExitStack() as held:
        waiting = [await held.enter_async_context(raw(port)) for _ in range(60)]
        for _ in range(5):
            assert (await answered(port, GET, b"Connection: close\r\n\r\n"))[0] == 200
        async with asyncio.timeout(GIVE_UP):
            assert await waiting[0][0].read() == b""  # the longest waiting one was cut


CHUNKED = (
    b"POST /graphql HTTP/1.1\r\nHost: testserver\r\nContent-Type: application/json\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)
GRAPHQL = b"POST /graphql HTTP/1.1\r\nHost: testserver\r\nContent-Type: application/json\r\n"
MIB = 1024 * 1024


@pytest.mark.parametrize(
    ("begin", "piece"),
    [
        (CHUNKED + b"2\r\n{}\r\n0\r\nX-Endless: ", b"a" * 65_536),
        (CHUNKED + b"2\r\n{}\r\n0\r\n", b"X: a\r\n" * 10_000),
        (CHUNKED + b"2;", b"a" * 65_536),
        (CHUNKED, b"1\r\n \r\n" * 10_000),
        (GRAPHQL + b"Content-Length: 9999999999\r\n\r\n", b" " * 65_536),
        (b"", b"\r\n" * 32_768),
        (GET + b"\r\n", b"\r\n" * 32_768),
        (b"", (GET + b"\r\n") * 1_000),
    ],
    ids=[
        *("a trailer without end", "trailers", "an extension of a chunk", "chunks of one byte", "too much content"),
        *("empty lines", "empty lines after a request", "requests that wait for no answer"),
    ],
)
async def test_what_is_no_content_is_cut_before_it_slows_others(port: int, begin: bytes, piece: bytes) -> None:
    async with raw(port) as (_, writer):
        sent = 0
        writer.write(begin)
        with suppress(ConnectionError):
            async with asyncio.timeout(8):
                while True:
                    writer.write(piece)
                    await writer.drain()
                    sent += len(piece)
        assert writer.is_closing()
    async with asyncio.timeout(5):
        assert await timings(port) < 1


async def test_who_sends_empty_lines_now_and_then_is_cut_too(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_TIMEOUT", 0.5)
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(GET + b"\r\n")
        await reader.readuntil(b"\r\n\r\n")
        with suppress(ConnectionError):
            while not reader.at_eof():
                writer.write(b"\r\n")
                await writer.drain()
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await reader.read(100)


async def test_a_body_that_is_too_large_is_told_so_to_who_sends_all_of_it_first(port: int) -> None:
    body = b" " * (2 * MIB)
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(GRAPHQL + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        assert b" 413 " in await reader.readuntil(b"\r\n\r\n")
        assert b"PAYLOAD_TOO_LARGE" in await reader.readuntil(b"}]}")


async def test_who_asks_and_does_not_read_is_hung_up_on(
    port: int, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hung_up = threading.Event()
    lose = connections.BoundedHttp.connection_lost

    def lost(self: connections.BoundedHttp, exc: Exception | None) -> None:
        lose(self, exc)
        hung_up.set()

    monkeypatch.setattr(connections.BoundedHttp, "connection_lost", lost)
    (build / "assets" / "large-1a2b.js").write_bytes(b"x" * 16 * MIB)
    ask = b"GET /assets/large-1a2b.js HTTP/1.1\r\nHost: testserver\r\nConnection: close\r\n\r\n"
    async with raw(port) as (reader, writer), asyncio.timeout(30):
        with monkeypatch.context() as patch:
            patch.setattr(connections, "READ_TIMEOUT", 0.5)
            writer.write(ask)  # the reader takes 128 KiB and leaves the rest, as long as nobody asks for it
            assert await asyncio.to_thread(hung_up.wait, 20)
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await reader.readexactly(16 * MIB)
    async with raw(port) as (reader, writer), asyncio.timeout(30):
        writer.write(ask)
        await reader.readuntil(b"\r\n\r\n")
        assert len(await reader.readexactly(16 * MIB)) == 16 * MIB


def frame(opcode: int, content: bytes = b"") -> bytes:
    """A masked frame of a client."""
    mask = os.urandom(4)
    body = bytes(byte ^ mask[place % 4] for place, byte in enumerate(content))
    length = bytes([0x80 | len(content)]) if len(content) < 126 else b"\xfe" + struct.pack("!H", len(content))
    return bytes([0x80 | opcode]) + length + mask + body


FLOODS = {
    "pings": frame(9),
    "pings with content": frame(9, b"a" * 100),
    "unasked pongs": frame(10),
    "messages": frame(1, b'{"type":"connection_init"}') + frame(1, b'{"type":"ping"}') * 50,
    "empty continuations": frame(1, b""),
    "messages of 8 KB": frame(1, b'{"type":"ping","payload":{"a":"' + b"a" * 8_000 + b'"}}'),
}


async def each_time(happens: Callable[[], Awaitable[bool]]) -> bool:
    """Whether it happens in each of a few tries."""
    for _ in range(TRIES):
        if not await happens():
            return False
    return True


async def are_slowed(port: int, calm: float) -> bool:
    """Whether calm requests take much longer than when they were alone."""
    return await timings(port) >= 10 * calm + 0.1


async def timings(port: int) -> float:
    """The time that nine of ten calm requests stay below, in seconds."""
    measured = []
    for _ in range(40):
        started = time.perf_counter()
        assert (await answered(port, GET, b"Connection: close\r\n\r\n"))[0] == 200
        measured.append(time.perf_counter() - started)
    return quantiles(measured, n=10)[-1]


@pytest.mark.parametrize("one", FLOODS.values(), ids=FLOODS.keys())
async def test_a_flood_of_frames_is_hung_up_on_and_slows_nobody(port: int, one: bytes) -> None:
    calm = await timings(port)

    async def attack() -> None:
        async with raw(port) as (reader, writer):
            writer.write(HANDSHAKE)
            assert b"101 Switching Protocols" in await reader.readuntil(b"\r\n\r\n")
            try:
                for _ in range(20):
                    writer.write(one * 500)
                    await writer.drain()
            except ConnectionError:
                pass
            with suppress(ConnectionError):  # what was on its way when the application closed
                assert b"\x88" in await reader.read()  # a frame that closes

    async def slows() -> bool:
        async with asyncio.timeout(20), asyncio.TaskGroup() as group:
            attacks = [group.create_task(attack()) for _ in range(4)]
            slowed = await are_slowed(port, calm)
        assert all(attack.done() for attack in attacks)
        return slowed

    assert not await each_time(slows)


WORK = {
    "documents that nobody has sent before": lambda number: posted(
        f"mutation {{ write(input: {{{' '.join(f'k{number}x{place}: 1' for place in range(300))}}}) {{ id }} }}"
    ),
    "documents with fields that are not there": lambda number: posted(
        f"{{ {' '.join(f'f{number}x{place}' for place in range(900))} }}"
    ),
}


def chunks(size: int, many: int) -> bytes:
    return (b"%x\r\n" % size + b" " * size + b"\r\n") * many


IN_PIECES = {
    "of a byte, within the number": (chunks(1, 400), True),
    "of a byte, too many": (chunks(1, 600), False),
    "of a byte, without end": (chunks(1, 100_000), False),
    "of 64 bytes": (chunks(64, 400), True),
    "of 64 bytes, too many": (chunks(64, 1_000), False),
    "of 256 bytes, all that strangers may send": (chunks(256, 400), True),
    "of 1 KiB, all that strangers may send": (chunks(1_024, 100), True),
    "of 16 KiB, all that strangers may send": (chunks(16_384, 6), True),
}


@pytest.mark.parametrize(("pieces", "is_read"), IN_PIECES.values(), ids=IN_PIECES.keys())
async def test_a_body_may_come_in_pieces_but_not_in_crumbs(port: int, pieces: bytes, is_read: bool) -> None:
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(CHUNKED + pieces + b"0\r\n\r\n")
        status = await reader.readuntil(b"\r\n")
        told = await reader.readuntil(b"}]}")
    assert b" 400 " in status  # blanks are no JSON either
    assert (b"larger chunks" in told) is not is_read


async def test_who_sends_crumbs_is_kept_waiting(port: int) -> None:
    began = time.monotonic()
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(CHUNKED + chunks(1, 600))
        await reader.read()
        while time.monotonic() - began < connections.LINGER / 2:  # what still comes is dropped
            writer.write(chunks(1, 100))
            await writer.drain()
            await asyncio.sleep(0.05)


@pytest.mark.parametrize("where", ["head", "trailers"])
async def test_a_request_has_so_many_headers(port: int, where: str) -> None:
    many, few = b"a:1\r\n" * connections.MAX_HEADERS, b"a:1\r\n" * (connections.MAX_HEADERS // 2)
    ends = {"head": (CHUNKED[:-2], b"\r\n2\r\n{}\r\n0\r\n\r\n"), "trailers": (CHUNKED + b"2\r\n{}\r\n0\r\n", b"\r\n")}
    begins, goes_on = ends[where]
    for headers, status in ((few, b" 400 "), (many, b" 431 ")):
        async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
            writer.write(begins + headers + goes_on)
            assert status in await reader.readuntil(b"\r\n")


def posted(document: str) -> bytes:
    body = json.dumps({"query": document}).encode()
    return GRAPHQL + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body) + body


@pytest.mark.parametrize("work", WORK.values(), ids=WORK.keys())
async def test_who_makes_the_server_work_from_eight_connections_slows_nobody(
    port: int, work: Callable[[int], bytes]
) -> None:
    calm = await timings(port)
    numbers = count()

    async def attack() -> None:
        while True:
            async with raw(port) as (reader, writer):
                with suppress(ConnectionError):
                    writer.write(work(next(numbers)))
                    await writer.drain()
                    await reader.read(65_536)

    attacks = [asyncio.create_task(attack()) for _ in range(8)]
    try:
        slowed = await each_time(lambda: are_slowed(port, calm))
        assert next(numbers) >= 8
    finally:
        for task in attacks:
            task.cancel()
        await asyncio.gather(*attacks, return_exceptions=True)
    assert not slowed


async def test_strangers_of_one_network_wait_for_each_other_and_not_without_number(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "MAX_WAITING", 3)
    documents = [WORK["documents with fields that are not there"](number) for number in range(20)]
    answers = await asyncio.gather(*(answered(port, document) for document in documents))
    statuses = Counter(status for status, _ in answers)
    assert statuses[429] > 0
    assert statuses[200] > 3
    assert (await answered(port, posted("{ __typename }")))[0] == 200


async def test_who_floods_is_told_why(port: int) -> None:
    async with raw(port) as (reader, writer), asyncio.timeout(GIVE_UP):
        writer.write(HANDSHAKE)
        await reader.readuntil(b"\r\n\r\n")
        writer.write(FLOODS["pings"] * connections.FRAME_BURST * 2)
        assert struct.pack("!H", connections.POLICY_VIOLATION) + b"Too many messages" in await reader.read()


async def test_who_sends_as_fast_as_a_page_does_stays(port: int) -> None:
    async with opened(port) as socket:
        for number in range(100):
            await send(socket, subscribe(str(number), "{ __typename }"))
            while (await receive(socket))["type"] != "complete":
                pass


async def test_an_address_has_32_sockets_that_nobody_signed_in_on(port: int) -> None:
    async with AsyncExitStack() as held:
        for _ in range(websocket.MAX_ANONYMOUS):
            await held.enter_async_context(opened(port))
        with pytest.raises(InvalidStatus) as refused:
            await connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL])
        assert refused.value.response.status_code == 429
        assert refused.value.response.headers["Retry-After"]
        assert json.loads(refused.value.response.body)["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    async with opened(port):  # their places are free again
        pass


async def test_sockets_of_who_signed_in_are_not_counted_with_strangers(port: int) -> None:
    async with AsyncExitStack() as held:
        for _ in range(websocket.MAX_ANONYMOUS + 8):
            await held.enter_async_context(opened(port, "Bearer good"))


async def test_somebody_has_so_many_sockets_wherever_they_come_from(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "MAX_OF_TOKEN", 3)
    async with AsyncExitStack() as held:
        for _ in range(3):
            await held.enter_async_context(opened(port, "Bearer good"))
        async with connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL]) as one_too_many:
            await send(one_too_many, {"type": "connection_init", "payload": {"Authorization": "Bearer good"}})
            assert await closed(one_too_many) == (4429, "Too many connections")
        async with opened(port, "Bearer good other"), opened(port):  # everybody else gets in
            pass
    async with opened(port, "Bearer good"):  # their places are free again
        pass


async def test_a_process_has_so_many_sockets(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "MAX_SOCKETS", 2)
    async with opened(port, "Bearer good"), opened(port, "Bearer good"):
        with pytest.raises(InvalidStatus) as refused:
            await connect(f"ws://127.0.0.1:{port}/graphql", subprotocols=[PROTOCOL])
        assert refused.value.response.status_code == 503


async def test_an_idle_socket_is_closed_and_a_busy_one_is_not(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "IDLE_TIMEOUT", 2.0)  # time enough to subscribe
    async with opened(port) as idle, opened(port) as busy:
        await send(busy, subscribe("1", 'subscription { forever(name: "busy") }'))
        assert await closed(idle) == (websocket.NORMAL_CLOSURE, "Idle")
        await send(busy, {"type": "ping"})
        while (await receive(busy))["type"] != "pong":
            pass
