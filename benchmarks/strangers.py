"""`make bench-strangers`: how long a calm client waits while strangers attack, on SQLite and PostgreSQL.

One server process with a worker inside. A person asks for their order's page again and again; beside them another
process attacks in one way at a time. Printed are the times of the calm client alone and under each attack.
"""

import asyncio
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from statistics import quantiles

import httpx2

from backend.ids import public_id
from benchmarks.orders import QUERY, prepare
from tests.postgres import postgres

ROOT = Path(__file__).parent.parent
PORT = int(os.environ.get("PORT", "8148"))
SECONDS = float(os.environ.get("SECONDS", "5"))  # of each attack
WARM = 1.0  # seconds of an attack before it is measured
AT_ONCE = 8  # connections of an attacker
PAUSE = 0.01  # seconds between two requests of the calm client
HOST = f"127.0.0.1:{PORT}"
GET = f"GET /healthz HTTP/1.1\r\nHost: {HOST}\r\n".encode()
UPGRADE = (
    f"GET /graphql HTTP/1.1\r\nHost: {HOST}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"
).encode()
PING = b"\x89\x80abcd"
_numbers = count()


async def _send(*parts: bytes, times: int = 1, hold: float = 0) -> None:
    """Send bytes on a connection of one's own until the server hangs up, or wait for its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    with suppress(ConnectionError):
        for _ in range(times):
            for part in parts:
                writer.write(part)
            await writer.drain()
        if hold:
            await asyncio.sleep(hold)
        else:
            async with asyncio.timeout(15):
                await reader.read(1 << 20)
    writer.close()


def _post(path: str, body: bytes, media: str = "application/json", *headers: str) -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: {HOST}", "Connection: close", f"Content-Type: {media}", *headers]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def _ask(document: str, **variables: object) -> bytes:
    return _post("/graphql", json.dumps({"query": document, "variables": variables}).encode())


def _many(field: str) -> str:
    return "{" + " ".join(f"a{number}: {field}" for number in range(20)) + "}"


async def pings() -> None:
    """Floods a socket with pings."""
    await _send(UPGRADE, PING * 10_000, times=5)


async def idle_sockets() -> None:
    """Opens sockets and says nothing."""
    await _send(UPGRADE, hold=3)


async def time_zones() -> None:
    """Asks for the largest list as often as one document may."""
    await _send(_ask(_many("timeZones { name label }")))


async def wide_documents() -> None:
    """Sends the longest documents that are looked at."""
    number = next(_numbers)
    await _send(_ask("{" + " ".join(f"f{number}_{place}" for place in range(900)) + "}"))


async def long_bodies() -> None:
    """Sends JSON of 100 KiB that nests deeply."""
    await _send(_post("/graphql", b'{"query":"{__typename}","variables":' + b'{"a":' * 20_000 + b"1" + b"}" * 20_001))


async def long_paths() -> None:
    """Asks for paths that look like secrets to those who mask them."""
    await _send(b"GET /" + b"a@" * 14_000 + f" HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())


async def large_heads() -> None:
    """Sends a header without end."""
    await _send(GET, b"X-Endless: ", b"a" * (8 << 20))


async def many_headers() -> None:
    """Sends as many headers as fit into a head."""
    await _send(_post("/graphql", b'{"query":"{__typename}"}', "application/json", *["a:1"] * 14_000))


async def half_heads() -> None:
    """Opens connections and never ends the head of a request."""
    await _send(GET, b"X-Slow: a", hold=2)


async def accepts() -> None:
    """Sends long Accept headers, each another one."""
    accept = f"application/json;a={next(_numbers)}" + ",a/b;q=0.1" * 2_500
    await _send(_post("/graphql", b'{"query":"{__typename}"}', "application/json", f"Accept: {accept}"))


async def trailers() -> None:
    """Sends a body in tiny chunks."""
    head = f"POST /graphql HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\n"
    await _send(head.encode(), b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n" * 100_000)


async def sign_ins() -> None:
    """Asks for codes and guesses them, for one mailbox."""
    ask = "mutation($input: EmailInput!) { requestSignIn(input: $input) { accepted } }"
    guess = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }"
    await _send(_ask(ask, input={"email": "lena.vogt@halden.example"}))
    await _send(_ask(guess, input={"email": "lena.vogt@halden.example", "code": f"{secrets.randbelow(10**6):06}"}))


async def links() -> None:
    """Guesses links, and asks for new ones by guessed ones."""
    token = secrets.token_urlsafe(32)
    await _send(
        _ask(
            "mutation($a: OpenSetupLinkInput!, $b: OpenSetupLinkInput!) { openSetupLink(input: $a) "
            "{ userErrors { code } } requestNewSetupLink(input: $b) { accepted } }",
            a={"token": token},
            b={"token": token},
        )
    )


async def reports() -> None:
    """Reports what no browser refused."""
    report = json.dumps({"csp-report": {"blocked-uri": "https://" + "a" * 15_000}}).encode()
    await _send(_post("/csp-reports", report, "application/csp-report"))


async def bounces() -> None:
    """Posts mail that came back, without the token."""
    await _send(_post("/mail/bounces", b"From: a\r\n" * 20_000, "message/rfc822", "Authorization: Bearer wrong"))


async def pages() -> None:
    """Loads the start page, a page that isn't there, and the schema."""
    for path in ("/", f"/{next(_numbers)}", "/schema.graphql", "/metrics"):
        await _send(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())


ATTACKS: dict[str, Callable[[], Awaitable[None]]] = {
    attack.__name__: attack
    for attack in (
        *(
            pings,
            idle_sockets,
            time_zones,
            wide_documents,
            long_bodies,
            long_paths,
            large_heads,
            many_headers,
            half_heads,
            accepts,
        ),
        *(trailers, sign_ins, links, reports, bounces, pages),
    )
}


def main() -> None:
    """Measure and print; or attack or measure on one database, in a process of its own."""
    if len(sys.argv) == 2:
        asyncio.run(_attack(ATTACKS[sys.argv[1]]))
        return
    if len(sys.argv) == 3:
        _measure(sys.argv[1], sys.argv[2])
        return
    with tempfile.TemporaryDirectory(prefix="strangers-") as folder, postgres() as server:
        for name, url in (("SQLite", f"sqlite://{folder}/strangers.db"), ("PostgreSQL", server.url(server.create()))):
            subprocess.run([sys.executable, "-m", "benchmarks.strangers", name, url], cwd=ROOT, check=True)


def _measure(name: str, url: str) -> None:
    [placed] = asyncio.run(prepare(url))
    given: dict[str, object] = {"query": QUERY, "variables": {"id": public_id("Order", placed.order)}}
    with _served(url) as base, httpx2.Client(base_url=base, cookies={"session": placed.session}, timeout=60) as client:
        _wait(client)
        alone = _waits(client, given, SECONDS)
        _row(name, "nobody attacks", alone, alone)
        for attack in ATTACKS:
            with _attacking(attack):
                time.sleep(WARM)
                _row(name, attack.replace("_", " "), _waits(client, given, SECONDS - WARM), alone)
            time.sleep(0.5)  # until the attacker's connections are gone


def _wait(client: httpx2.Client) -> None:
    for _ in range(200):
        try:
            client.get("/healthz")
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server did not start")


def _row(database: str, name: str, waits: list[float], alone: list[float]) -> None:
    half, most = _percentile(waits, 50), _percentile(waits, 99)
    print(
        f"{database:10}  {name:15}  p50 {half:6.1f} ms   p99 {most:6.1f} ms   max {max(waits):6.1f} ms   "
        f"p99 to alone {most / _percentile(alone, 99):5.1f}   {len(waits)} requests",
        flush=True,
    )


def _percentile(waits: list[float], percent: int) -> float:
    return quantiles(waits, n=100)[percent - 1]


def _waits(client: httpx2.Client, given: dict[str, object], seconds: float) -> list[float]:
    """How long the calm client waits for each answer, in milliseconds."""
    waits, end = list[float](), time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.perf_counter()
        client.post("/graphql", json=given).raise_for_status()
        waits.append((time.perf_counter() - began) * 1000)
        time.sleep(PAUSE)
    return waits


@contextmanager
def _served(url: str) -> Iterator[str]:
    base = f"http://{HOST}"
    given = os.environ | {"DATABASE_URL": url, "PUBLIC_URL": base, "LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-m", "backend", "serve", "--port", str(PORT)]
    started = subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield base
    finally:
        started.terminate()
        started.wait()


@contextmanager
def _attacking(name: str) -> Iterator[None]:
    attacker = subprocess.Popen([sys.executable, "-m", "benchmarks.strangers", name], cwd=ROOT)
    try:
        yield
        if attacker.poll() is not None:
            raise RuntimeError(f"the attack {name} ended by itself")
    finally:
        attacker.terminate()
        attacker.wait()


async def _attack(attack: Callable[[], Awaitable[None]]) -> None:
    async def again() -> None:
        while True:
            with suppress(OSError, TimeoutError):
                await attack()
            await asyncio.sleep(0)

    at_once = 300 if attack in (half_heads, idle_sockets) else AT_ONCE
    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(again())


if __name__ == "__main__":
    main()
