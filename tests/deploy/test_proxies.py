"""nginx and Caddy before a real server, as `deploy/` has them: only names, ports and files are those of the test.

Beside the server stands a second node that is down: it refuses each connection, and nobody notices.
"""

import asyncio
import json
import os
import re
import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trustme
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from backend import clock
from backend.provisioning import tokens
from tests import make
from tests.api import Caller, document
from tests.busy import GIVE_UP
from tests.faults.monitor import order
from tests.live import READY_TRIES, ROOT, Live
from tests.ports import free_port

pytestmark = pytest.mark.slow
HOST = "localhost"
METRICS, BOUNCES = "m" * 32, "b" * 32
WATCH = "subscription ($id: ID!) { orderChanged(orderId: $id) { status } }"
ABROAD = ("203.0.113.1", "203.0.113.2")
# What a hop writes itself, and what differs from one answer to the next.
OF_THE_HOP = {
    "date",
    "connection",
    "keep-alive",
    "transfer-encoding",
    "content-length",
    "x-correlation-id",
    "server",
    "alt-svc",
}


@dataclass
class Site:
    """The product behind a proxy: its own address, and the one that people use."""

    server: Live
    port: int
    down: int  # port of a node that is down
    prefix: str
    token: str
    trust: ssl.SSLContext
    certificate: trustme.LeafCert

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.port}{self.prefix}"

    @asynccontextmanager
    async def people(self, address: str = "127.0.0.1", token: str = "") -> AsyncIterator[Caller]:
        """Somebody at an address of this machine, who comes through the proxy."""
        transport = httpx2.AsyncHTTPTransport(verify=self.trust, local_address=address)
        async with httpx2.AsyncClient(transport=transport, base_url=self.url, timeout=GIVE_UP) as http:
            yield Caller(http, token=token)

    async def raw(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection through the proxy that sends what it likes."""
        return await asyncio.open_connection("127.0.0.1", self.port, ssl=self.trust, server_hostname=HOST)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module", params=["", "/hub"], ids=["root", "prefix"])
def site(
    request: pytest.FixtureRequest,
    authority: trustme.CA,
    migrated_sqlite: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    """The product at the root of its host and below a path, with settings as for production behind a proxy."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(migrated_sqlite, folder / "test.db")
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    with Live(f"sqlite://{folder}/test.db", folder / "log") as server:
        token = server.prepare(tokens.create("cloud-sales", ["orders:read", "orders:write"], clock.now()))
        site = Site(server, free_port(), free_port(), request.param, token, trust, authority.issue_cert(HOST))
        server.start(
            environment={
                "ENVIRONMENT": "production",
                "PUBLIC_URL": site.url,
                "SMTP_URL": "smtp://127.0.0.1:1",
                "TRUSTED_PROXIES": "127.0.0.1",
                "METRICS_TOKEN": METRICS,
                "BOUNCE_TOKEN": BOUNCES,
                "COST_RESTORE": "1",
            }
        )
        yield site


@dataclass
class Proxy:
    """A proxy that runs; `reload` has it read its file again, changed."""

    site: Site
    file: Path
    command: list[str]

    def reload(self, before: str, after: str) -> None:
        self.file.write_text(adapted(self.file.read_text(), {before: after}))
        subprocess.run(self.command, check=True, capture_output=True, timeout=GIVE_UP)


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def proxy(request: pytest.FixtureRequest, site: Site) -> Iterator[Proxy]:
    """The file of `deploy/` in a proxy of its own."""
    with tempfile.TemporaryDirectory() as folder:  # short: a socket has its address there
        path = Path(folder)
        path.chmod(0o755)  # for the workers of nginx, who are not root
        site.certificate.cert_chain_pems[0].write_to_path(path / "cert.pem")
        site.certificate.private_key_pem.write_to_path(path / "key.pem")
        start, file, reload = {"nginx": nginx, "caddy": caddy}[request.param](site, path)
        with (path / "log").open("wb") as log:
            process = subprocess.Popen(start, env=os.environ | {"HOME": folder}, stdout=log, stderr=log)
        try:
            with httpx2.Client(verify=site.trust) as http:
                for _ in range(READY_TRIES):
                    assert process.poll() is None, (path / "log").read_text()
                    with suppress(httpx2.TransportError):
                        if http.get(f"{site.url}/healthz").status_code == 200:
                            break
                    time.sleep(0.05)
            yield Proxy(site, file, reload)
        finally:
            process.terminate()
            process.wait()


def adapted(text: str, changes: dict[str, str]) -> str:
    """A file with what its head says that has to be adapted; each of them stands in it."""
    for before, after in changes.items():
        assert before in text, before
        text = text.replace(before, after)
    return text


def installed(name: str) -> str:
    found = make.program(name)
    assert found, f"install {name}, as `make test` does"
    return found


def nginx(site: Site, folder: Path) -> tuple[list[str], Path, list[str]]:
    changes = {
        "/etc/ssl/hub.example.com.pem": f"{folder}/cert.pem",
        "/etc/ssl/private/hub.example.com.key": f"{folder}/key.pem",
        "hub.example.com": HOST,
        "127.0.0.1:8000": f"127.0.0.1:{site.server.port}",
        "# server 10.0.0.12:8000": f"server 127.0.0.1:{site.down}",
        "listen 443": f"listen 127.0.0.1:{site.port}",
        "listen 80": f"listen 127.0.0.1:{free_port()}",
    }
    if site.prefix:
        changes["    location / {\n        proxy_pass"] = f"    location {site.prefix}/ {{\n        proxy_pass"
    file, main = folder / "provisioning.conf", folder / "nginx.conf"
    file.write_text(adapted((ROOT / "deploy/nginx/provisioning.conf").read_text(), changes))
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main.write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{}}\n"
        f"http {{ access_log off; {temporary} include {file}; }}\n"
    )
    command = [installed("nginx"), "-c", str(main), "-e", "stderr"]
    return command, file, [*command, "-s", "reload"]


def caddy(site: Site, folder: Path) -> tuple[list[str], Path, list[str]]:
    own = (f"admin unix//{folder}/admin", f"storage file_system {folder}", "auto_https disable_redirects")
    here = (f"https://{HOST}:{site.port} {{", "bind 127.0.0.1", f"tls {folder}/cert.pem {folder}/key.pem")
    changes = {
        "\n{\n": "\n".join(("\n{", *own, "")),
        "hub.example.com {": "\n".join(here),
        "reverse_proxy @hub 127.0.0.1:8000": f"reverse_proxy @hub 127.0.0.1:{site.server.port}",
        "# to 10.0.0.12:8000": f"to 127.0.0.1:{site.down}",
    }
    if site.prefix:
        changes["@hub path /*"] = f"@hub path {site.prefix} {site.prefix}/*"
    file = folder / "Caddyfile"
    file.write_text(adapted((ROOT / "deploy/caddy/Caddyfile").read_text(), changes))
    options = ["--config", str(file), "--adapter", "caddyfile"]
    return (
        [installed("caddy"), "run", *options],
        file,
        [installed("caddy"), "reload", *options, "--address", f"unix//{folder}/admin"],
    )


@pytest.mark.parametrize(
    ("file", "pattern"),
    [("nginx/provisioning.conf", r"keepalive_timeout (\d+)s;"), ("caddy/Caddyfile", r"keepalive (\d+)s")],
)
def test_a_proxy_drops_an_idle_connection_before_the_node_does(file: str, pattern: str) -> None:
    """Else a request that it sends on one that is just being closed fails, and only some can be sent again."""
    [seconds] = re.findall(pattern, (ROOT / "deploy" / file).read_text())
    assert int(seconds) < uvicorn.Config("").timeout_keep_alive


async def until(what: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(GIVE_UP):
        while not await what():  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_pages_and_answers_come_through_with_all_their_headers(proxy: Proxy) -> None:
    site = proxy.site
    async with site.people() as people, site.server.caller().http as direct:
        for path in ("/", "/schema.graphql", "/orders/1/summary.pdf", "/no/such/page.js"):
            said, heard = await direct.get(f"{site.prefix}{path}"), await people.http.get(path)
            assert heard.status_code == said.status_code, path
            assert of_ours(heard) == of_ours(said), path
            assert "strict-transport-security" in heard.headers
            assert heard.content == said.content or heard.status_code != 200  # else it has an id of its own
        [script] = re.findall(r'<script[^>]* src="([^"]+)"', (await people.http.get("/")).text)
        loaded = await people.http.get(f"https://{HOST}:{site.port}{script}", headers={"Accept-Encoding": "br"})
        assert script.startswith(f"{site.prefix}/assets/")
        assert (loaded.status_code, loaded.headers["content-encoding"]) == (200, "br")


def of_ours(answer: httpx2.Response) -> set[tuple[str, str]]:
    return {(name.lower(), value) for name, value in answer.headers.multi_items()} - {
        (name.lower(), value) for name, value in answer.headers.multi_items() if name.lower() in OF_THE_HOP
    }


async def test_what_a_stranger_says_of_their_address_is_not_believed_and_what_the_proxy_says_is(proxy: Proxy) -> None:
    query = "{ countries { code name } }"

    async def left(caller: Caller, said: str) -> int:
        answer = await caller.http.post(
            "/graphql", json={"query": query}, headers={"X-Forwarded-For": said, "Forwarded": f"for={said}"}
        )
        assert answer.status_code == 200, answer.text
        found = re.search(r"r=(\d+)", answer.headers["ratelimit"])
        assert found
        return int(found[1])

    number = 10 + 2 * bool(proxy.site.prefix) + ("caddy" in proxy.command[0])
    async with proxy.site.people(f"127.0.0.{number}") as one, proxy.site.people(f"127.0.1.{number}") as other:
        first, second = [await left(one, said) for said in ABROAD]
        assert second < first
        assert await left(other, ABROAD[0]) > second


async def test_an_order_is_placed_and_watched_over_a_socket(proxy: Proxy) -> None:
    async with proxy.site.people(token=proxy.site.token) as seller:
        placed = await place(seller)
        async with watching(proxy.site, placed) as socket:
            await cancel(seller, placed)
            assert await told(socket) == "CANCELLED"


async def place(seller: Caller) -> str:
    number = f"P-{clock.now().timestamp()}"
    real = {"provisioningContactEmail": "pat@partner.example.org", "sellerEmail": "orders@seller.example.org"}
    answer = await seller.send(document("placeOrder"), {"input": order(number) | real})
    assert answer.data["placeOrder"]["order"], answer
    return str(answer.data["placeOrder"]["order"]["id"])


async def cancel(seller: Caller, id: str) -> None:
    assert (await seller.do("cancelOrder", orderId=id)).refused == []


@asynccontextmanager
async def watching(site: Site, id: str) -> AsyncIterator[ClientConnection]:
    """A socket that watches an order, and has heard how it stands."""
    address = f"{site.url.replace('https', 'wss')}/graphql"
    protocol = Subprotocol("graphql-transport-ws")
    async with connect(address, subprotocols=[protocol], ssl=site.trust, origin=None) as socket:
        init = {"type": "connection_init", "payload": {"Authorization": f"Bearer {site.token}"}}
        await socket.send(json.dumps(init))
        assert json.loads(await socket.recv())["type"] == "connection_ack"
        payload = {"query": WATCH, "variables": {"id": id}}
        await socket.send(json.dumps({"type": "subscribe", "id": "1", "payload": payload}))
        yield socket


async def told(socket: ClientConnection) -> Any:
    """The status that the order has at last."""
    async with asyncio.timeout(GIVE_UP):
        while True:
            message = json.loads(await socket.recv())
            if message["type"] == "next":
                status = message["payload"]["data"]["orderChanged"]["status"]
                if status == "CANCELLED":
                    return status


async def test_figures_and_the_mailbox_are_not_for_the_world(proxy: Proxy) -> None:
    site = proxy.site
    paths = ("/metrics", "/metrics/", "//metrics", "/%6detrics", "/x/../metrics", "/dev/mailbox", "/dev")
    for path in {f"{prefix}{path}" for prefix in ("", site.prefix) for path in paths}:
        reader, writer = await site.raw()
        who = f"Host: {HOST}\r\nAuthorization: Bearer {METRICS}"
        writer.write(f"GET {path} HTTP/1.1\r\n{who}\r\nConnection: close\r\n\r\n".encode())
        async with asyncio.timeout(GIVE_UP):
            answer = await reader.read()
        writer.close()
        assert b"http_requests_total" not in answer, path
        assert answer.split(b" ", 2)[1] == b"404", answer[:200]


async def test_another_host_is_refused(proxy: Proxy) -> None:
    reader, writer = await proxy.site.raw()
    writer.write(b"GET / HTTP/1.1\r\nHost: another.example\r\nConnection: close\r\n\r\n")
    async with asyncio.timeout(GIVE_UP):
        answer = await reader.read()
    writer.close()
    assert b"<html" not in answer.lower() or b" 421 " in answer.splitlines()[0]
    assert b"content-security-policy" not in answer.lower()


async def test_the_service_says_itself_that_a_body_is_too_large_and_what_is_larger_still_ends_before(
    proxy: Proxy,
) -> None:
    async with proxy.site.people() as people:
        refused = await people.http.post("/graphql", json={"query": " " * 120_000})
        assert (refused.status_code, "x-correlation-id" in refused.headers) == (413, True)
        with suppress(httpx2.NetworkError):  # who still sends may find the connection closed
            refused = await people.http.post("/graphql", json={"query": " " * 2_000_000})
            assert refused.status_code in (413, 502)  # Caddy says so if the service hangs up while more is coming
        came_back = {"Authorization": f"Bearer {BOUNCES}"}
        answer = await people.http.post("/mail/bounces", content=b"x" * 2_000_000, headers=came_back)
        assert (answer.status_code, "none of our return paths" in answer.text) == (422, True)
        assert (await people.send("{ __typename }")).status == 200


async def test_who_sends_slowly_delays_nobody_and_is_answered(proxy: Proxy) -> None:
    site = proxy.site
    slow = [await half_a_request(site) for _ in range(20)]
    async with site.people() as people:
        assert (await people.send("{ __typename }")).status == 200
    for reader, writer in slow:
        assert await second_half(reader, writer) == 200


async def half_a_request(site: Site) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await site.raw()
    head = (
        f"POST {site.prefix}/graphql HTTP/1.1\r\nHost: {HOST}:{site.port}\r\nContent-Type: application/json\r\n"
        'Content-Length: 26\r\nConnection: close\r\n\r\n{"query":"{ '
    )
    writer.write(head.encode())
    await writer.drain()
    return reader, writer


async def second_half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
    writer.write(b'__typename }"}')
    async with asyncio.timeout(GIVE_UP):
        answer = await reader.read()
    writer.close()
    return int(answer.split(b" ", 2)[1])


async def test_a_reload_ends_no_request_and_a_socket_of_nginx_goes_on(proxy: Proxy) -> None:
    """Caddy ends sockets when it is reloaded; pages connect again by themselves."""
    site = proxy.site
    async with site.people(token=site.token) as seller:
        placed = await place(seller)
        async with watching(site, placed) as socket:
            begun = await half_a_request(site)
            await asyncio.to_thread(proxy.reload, "404", "410")

            async def reloaded() -> bool:
                async with site.people() as people:
                    return (await people.http.get("/metrics")).status_code == 410

            await until(reloaded)
            assert await second_half(*begun) == 200
            if "caddy" in proxy.command[0]:
                with pytest.raises(ConnectionClosed):
                    await told(socket)
                return
            await cancel(seller, placed)
            assert await told(socket) == "CANCELLED"
