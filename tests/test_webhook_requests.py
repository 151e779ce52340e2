"""One request of a webhook, to receivers that do what they please."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Iterator

import httpcore2
import pytest
import trustme

from backend import webhook_requests
from backend.webhook_addresses import Target
from backend.webhook_requests import MAX_READ, Failure, Result, Sender
from tests.name_server import NameServer, name_server
from tests.receiver import (
    HEAD,
    Behaviour,
    Receiver,
    continuing,
    dripping,
    dripping_head,
    endless,
    receiver,
    silent,
)


@pytest.fixture
async def other() -> AsyncIterator[Receiver]:
    """A receiver without TLS."""
    async with receiver() as running:
        yield running


@pytest.fixture(scope="module")
def names() -> Iterator[NameServer]:
    """A name server."""
    with name_server() as running:
        yield running


async def post(other: Receiver, host: str = "localhost", *, body: bytes = b"{}", seconds: float = 30.0) -> Result:
    """Send a request, in as many seconds at most."""
    sender = Sender(development=True, timeout=seconds)
    return await sender.post(Target("http", host, other.port, "/hook?a=1"), {"webhook-id": "x"}, body)


async def test_a_request_arrives_whole_and_the_answer_is_told(other: Receiver) -> None:
    other.answers = [HEAD + b"Content-Length: 5\r\n\r\nfine\xff"]
    result = await post(other, body="{ä}".encode())
    assert (result.status, result.response, result.failure, result.accepted) == (200, "fineÿ", None, True)
    [got] = other.received
    assert (got.path, got.body) == ("/hook?a=1", "{ä}".encode())
    assert got.headers["host"] == f"localhost:{other.port}"
    assert got.headers["webhook-id"] == "x"


async def test_a_receiver_that_never_answers_costs_the_time_of_one_request(other: Receiver) -> None:
    for behaviour in (silent, dripping_head, continuing):
        other.answers = [behaviour]
        assert (await post(other, seconds=0.5)).failure is Failure.TIMEOUT


async def test_of_ten_gigabytes_little_is_read(other: Receiver) -> None:
    other.answers = [endless]
    result = await post(other)
    assert result.accepted
    assert len(result.response or "") <= MAX_READ


async def test_a_body_that_drips_changes_nothing_of_the_status(
    other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_requests, "BODY_TIMEOUT", 0.2)
    other.answers = [dripping]
    assert (await post(other)).accepted


async def test_a_body_is_not_unpacked(other: Receiver) -> None:
    bomb = gzip.compress(b"x" * 10_000_000)
    other.answers = [HEAD + f"Content-Encoding: gzip\r\nContent-Length: {len(bomb)}\r\n\r\n".encode() + bomb]
    result = await post(other)
    assert result.accepted
    assert "xxxx" not in (result.response or "")


async def half(writer: asyncio.StreamWriter) -> None:
    """Break off in the middle of the headers."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-")
    await writer.drain()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"220 smtp.example ESMTP\r\n",
        half,
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000,
        b"\x16\x03\x01\x00\x05hello",
    ],
    ids=["nothing", "another protocol", "half", "huge headers", "binary"],
)
async def test_what_is_no_answer_is_a_failure(other: Receiver, answer: bytes | Behaviour) -> None:
    other.answers = [answer]
    result = await post(other)
    assert result.status is None
    assert result.failure in {Failure.PROTOCOL, Failure.CONNECTION}


async def test_a_body_that_breaks_off_was_an_answer(other: Receiver) -> None:
    other.answers = [HEAD + b"Content-Length: 100\r\n\r\nhalf"]
    assert await post(other) == Result(200, "half")


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
async def test_no_redirect_is_followed(other: Receiver, status: int) -> None:
    other.answers = [
        f"HTTP/1.1 {status} There\r\nLocation: {other.url('/other')}\r\nContent-Length: 0\r\n\r\n".encode()
    ]
    result = await post(other)
    assert (result.status, result.accepted) == (status, False)
    assert len(other.received) == 1


async def test_no_proxy_of_the_environment_is_used(other: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert (await post(other)).accepted


async def test_nobody_there(other: Receiver) -> None:
    assert (await post(Receiver(port=1))).failure is Failure.CONNECTION


async def test_a_certificate_is_checked() -> None:
    ca, stranger = trustme.CA(), trustme.CA()
    trusting = ssl.create_default_context()
    ca.configure_trust(trusting)
    for issuer, host, accepted in (
        (ca, "localhost", True),
        (ca, "other.example", False),
        (stranger, "localhost", False),
    ):
        served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        issuer.issue_cert(host).configure_cert(served)
        async with receiver(served) as other:
            sender = Sender(development=True, tls=trusting)
            result = await sender.post(Target("https", "localhost", other.port, "/"), {}, b"{}")
        assert result.accepted is accepted, result
        assert result.failure is (None if accepted else Failure.TLS)


class Recording(httpcore2.AsyncNetworkBackend):
    """A network that connects to nothing and notes where to."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    async def connect_tcp(self, host: str, *_args: object, **_options: object) -> httpcore2.AsyncNetworkStream:
        """Note the address."""
        self.connected.append(host)
        raise httpcore2.ConnectError("not here")


async def resolved(names: NameServer, host: str, *records: str, development: bool = False) -> tuple[Result, list[str]]:
    """What comes of a request to a host with these records, and to which addresses it was to go."""
    names.clear()
    names.zone("hooks.example")
    if records:
        names.records[host] = list(records)
    sender = Sender(development=development, dns_servers=[("127.0.0.1", names.port)])
    network = Recording()
    sender.network.below = network
    return await sender.post(Target("https", host, 443, "/"), {}, b"{}"), network.connected


async def test_a_name_of_the_internet_is_connected_to_by_its_address(names: NameServer) -> None:
    _, connected = await resolved(names, "www.hooks.example", "A 8.8.8.8", "AAAA 2606:4700::1111")
    assert connected == ["8.8.8.8", "2606:4700::1111"]


@pytest.mark.parametrize(
    "record",
    ["A 127.0.0.1", "A 10.0.0.1", "A 169.254.169.254", "AAAA ::1", "AAAA ::ffff:10.0.0.1", "AAAA fd00:ec2::254"],
)
async def test_a_name_that_leads_into_a_network_of_ours_is_refused(names: NameServer, record: str) -> None:
    result, connected = await resolved(names, "www.hooks.example", record)
    assert result == Result(failure=Failure.ADDRESS_REFUSED)
    assert connected == []
    _, connected = await resolved(names, "www.hooks.example", record, "A 8.8.8.8")
    assert connected == ["8.8.8.8"]


async def test_development_reaches_this_machine_and_no_other_network(names: NameServer) -> None:
    _, connected = await resolved(names, "www.hooks.example", "A 127.0.0.1", development=True)
    assert connected == ["127.0.0.1"]
    result, _ = await resolved(names, "www.hooks.example", "A 10.0.0.1", development=True)
    assert result.failure is Failure.ADDRESS_REFUSED


async def test_a_name_that_changes_is_asked_once_a_request(names: NameServer) -> None:
    await resolved(names, "www.hooks.example", "A 8.8.8.8")
    assert sorted((name, kind) for name, kind, _ in names.asked) == [
        ("www.hooks.example", "A"),
        ("www.hooks.example", "AAAA"),
    ]


async def test_a_name_without_addresses_is_unknown(names: NameServer) -> None:
    assert (await resolved(names, "www.hooks.example"))[0].failure is Failure.HOST_UNKNOWN
    assert (await resolved(names, "www.hooks.example", "TXT nothing"))[0].failure is Failure.HOST_UNKNOWN


async def test_production_connects_to_no_address_of_this_machine(other: Receiver) -> None:
    sender = Sender(development=False)
    for host in ("localhost", "127.0.0.1", "::1"):
        result = await sender.post(Target("http", host, other.port, "/"), {}, b"{}")
        assert result.failure is Failure.ADDRESS_REFUSED
    assert other.received == []
