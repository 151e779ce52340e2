"""What every answer carries, and what is done with every request."""

import asyncio
import logging
import re
from pathlib import Path
from typing import Any

import orjson
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from backend import correlation
from backend.resolvers.schema import schema
from backend.web import edge
from backend.web.app import create_app
from backend.web.edge import NOT_OUR_HOST, Edge
from tests.busy import GIVE_UP
from tests.web.conftest import Clients, settings_with

PAGES = ["/", "/graphql", "/graphiql", "/schema.graphql", "/healthz", "/readyz", "/metrics", "/assets/none.js"]


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert ("unsafe-inline" in policy) == (path == "/graphiql")
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self' ws://testserver" in policy
    assert "require-trusted-types-for 'script'; trusted-types default" in policy
    assert policy.endswith("report-uri /csp-reports")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert re.fullmatch("[0-9a-f]{32}", headers["x-correlation-id"])
    assert "strict-transport-security" not in headers


TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
SPAN = "00f067aa0ba902b7"


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (f"00-{TRACE}-{SPAN}-01", True),
        (f"00-{TRACE}-{SPAN}-00", True),
        (f"cc-{TRACE}-{SPAN}-01-what-the-future-brings", True),
        (f"00-{TRACE}-{SPAN}-01-more", False),
        (f"ff-{TRACE}-{SPAN}-01", False),
        (f"00-{'0' * 32}-{SPAN}-01", False),
        (f"00-{TRACE}-{'0' * 16}-01", False),
        (f"00-{TRACE.upper()}-{SPAN}-01", False),
        (f"00-{TRACE}-{SPAN}", False),
        (f"00-{TRACE}\u00e9-{SPAN}-01", False),
        ("", False),
    ],
)
def test_a_request_belongs_to_the_trace_of_its_caller(client: TestClient, given: str, *, taken: bool) -> None:
    answer = client.get("/healthz", headers=[(b"traceparent", given.encode("latin-1"))])
    assert (answer.headers["x-correlation-id"] == TRACE) == taken
    twice = [("traceparent", f"00-{TRACE}-{SPAN}-01"), ("traceparent", f"00-{TRACE[::-1]}-{SPAN}-01")]
    assert client.get("/healthz", headers=twice).headers["x-correlation-id"] not in {TRACE, TRACE[::-1]}


def test_others_are_asked_on_behalf_of_the_same_trace() -> None:
    correlation.begin(f"00-{TRACE}-{SPAN}-01")
    first, second = (correlation.headers()["traceparent"] for _ in range(2))
    assert first != second
    assert re.fullmatch(f"00-{TRACE}-[0-9a-f]{{16}}-01", first)
    own = correlation.begin()
    assert re.fullmatch(f"00-{own}-[0-9a-f]{{16}}-00", correlation.headers()["traceparent"])


def test_behind_tls_browsers_are_told_to_stay_there(clients: Clients) -> None:
    with clients(PUBLIC_URL="https://hub.example") as client:
        headers = client.get("/healthz").headers
    assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"
    assert "connect-src 'self' wss://hub.example" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/metrics"])
def test_answers_of_the_api_are_not_stored(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-store"


def test_each_request_has_a_correlation_id_of_its_own(client: TestClient) -> None:
    given = {"x-correlation-id": "mine"}
    ids = {client.get("/healthz", headers=given).headers["x-correlation-id"] for _ in range(3)}
    assert len(ids) == 3
    assert "mine" not in ids


PROXIES = "10.0.0.0/8, 2001:db8:ff::/48, 192.0.2.7"


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", ["1.1.1.1, 203.0.113.9"], "203.0.113.9"),  # what the client wrote itself is not believed
        ("10.0.0.1", ["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", ["203.0.113.9, 10.0.0.7"], "203.0.113.9"),
        ("10.0.0.1", ["203.0.113.9,10.0.0.7 , 192.0.2.7"], "203.0.113.9"),
        ("10.0.0.1", ["2001:db8::1"], "2001:db8::1"),
        ("10.0.0.1", ["[2001:db8::1]:4711"], "2001:db8::1"),
        ("10.0.0.1", ["203.0.113.9:4711"], "203.0.113.9"),
        ("2001:db8:ff::1", ["2001:db8::1, 2001:db8:ff:0:0:0:0:2"], "2001:db8::1"),
        ("10.0.0.1", ["10.0.0.9, 10.0.0.7"], "10.0.0.9"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("10.0.0.1", [","], "10.0.0.1"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("192.0.2.1", ["203.0.113.9"], "192.0.2.1"),
        ("192.0.2.1", ["203.0.113.9, 10.0.0.7"], "192.0.2.1"),
    ],
)
def test_the_client_is_the_last_address_that_no_proxy_of_ours_has(
    tmp_path: Path, peer: str, forwarded: list[str], expected: str
) -> None:
    app = create_app(settings_with(tmp_path, TRUSTED_PROXIES=PROXIES), schema, pages=[Route("/who", who)])
    headers = [("x-forwarded-for", value) for value in forwarded] + [("x-forwarded-proto", "https")]
    seen = TestClient(app, client=(peer, 5000)).get("/who", headers=headers).json()
    assert seen == {"client": expected, "scheme": "http" if peer == "192.0.2.1" else "https"}


def test_without_a_trusted_proxy_nobody_is_believed(tmp_path: Path) -> None:
    app = create_app(settings_with(tmp_path), schema, pages=[Route("/who", who)])
    seen = TestClient(app, client=("127.0.0.1", 5000)).get("/who", headers={"x-forwarded-for": "203.0.113.9"}).json()
    assert seen["client"] == "127.0.0.1"


async def who(request: Request) -> JSONResponse:
    assert request.client
    return JSONResponse({"client": request.client.host, "scheme": request.url.scheme})


async def test_a_body_that_comes_too_slowly_is_cut(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edge.BODY_TIMEOUT == 10
    monkeypatch.setattr(edge, "BODY_TIMEOUT", 0.3)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = (
        "POST /graphql HTTP/1.1\r\nHost: testserver\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
    )
    writer.write(head.encode())
    async with asyncio.timeout(GIVE_UP):
        assert (await reader.readline()).startswith(b"HTTP/1.1 408")
        await reader.read()  # until the server hangs up
    writer.close()
    await writer.wait_closed()


async def exchange(settings: Any, app: Any) -> tuple[int, dict[str, str], dict[str, Any]]:
    """What a client gets from an application behind the edge."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    headers_in = [(b"host", b"testserver")]
    path = "/orders/1/summary.pdf"
    scope: Scope = {"type": "http", "path": path, "method": "GET", "headers": headers_in, "client": None}
    await Edge(app, settings)(scope, receive, send)
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, orjson.loads(sent[1]["body"])


async def test_a_failure_of_a_page_is_masked(tmp_path: Any, caplog: pytest.LogCaptureFixture) -> None:
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError("secret")

    status, headers, body = await exchange(settings_with(tmp_path), failing)
    assert status == 500
    error = body["errors"][0]
    assert error["extensions"] == {"code": "INTERNAL", "correlationId": headers["x-correlation-id"]}
    assert [record.exc_info is not None for record in caplog.records if record.levelno == logging.ERROR] == [True]


@pytest.mark.parametrize(("wanted", "media"), [("text/html,*/*;q=0.8", "text/html"), ("", "application/json")])
def test_a_person_gets_a_page_about_a_host_that_is_not_ours(client: TestClient, wanted: str, media: str) -> None:
    answer = client.get("/nothing.pdf", headers={"Host": "evil.example", "Accept": wanted})
    assert answer.status_code == 421
    assert answer.headers["content-type"].startswith(media)
    assert answer.headers["x-correlation-id"] in answer.text
    assert NOT_OUR_HOST in answer.text


async def test_an_outage_is_answered_503(tmp_path: Any) -> None:
    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise ConnectionRefusedError

    status, headers, _ = await exchange(settings_with(tmp_path), failing)
    assert (status, headers["retry-after"]) == (503, "1")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("testserver", 200),
        ("testserver:8000", 200),
        ("TESTSERVER", 200),
        ("localhost:8000", 200),
        ("127.0.0.1:8000", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("evil.example:8000", 421),
        ("testserver.evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("192.0.2.7", 421),
        ("testserver@evil.example", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
@pytest.mark.parametrize("path", ["/schema.graphql", "/"])
def test_a_request_that_was_meant_for_another_host_is_refused(
    client: TestClient, host: str, status: int, path: str
) -> None:
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code == status
    if status == 421:
        assert answer.json()["errors"][0]["extensions"]["code"] == "MISDIRECTED_REQUEST"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_who_asks_for_health_may_use_any_name(client: TestClient, path: str) -> None:
    assert client.get(path, headers={"Host": "10.0.0.7:8000"}).status_code in {200, 503}


@pytest.mark.parametrize(
    ("origin", "status"),
    [("https://hub.example", 200), ("http://hub.example", 403), ("null", 403), ("https://evil.example", 403)],
)
def test_a_page_without_tls_may_not_send_to_a_service_behind_tls(clients: Clients, origin: str, status: int) -> None:
    with clients(PUBLIC_URL="https://hub.example") as client:
        headers = {"Host": "hub.example", "Origin": origin}
        assert client.post("/graphql", json={"query": "{ hello }"}, headers=headers).status_code == status
