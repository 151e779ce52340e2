"""Sends one request of a webhook, whoever stands at the other end: bounded in time and size, and only to the Internet.

The host's name is looked up here and its addresses are checked; the connection goes to an address that was checked. So
a name that leads elsewhere a moment later leads nowhere. No redirect is followed, no proxy of the environment is used,
and each request has a connection of its own, which ends with it.
"""

import asyncio
import socket
import ssl
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import dns.asyncresolver
import dns.exception
import dns.nameserver
import httpcore2

from backend.foreign_text import storable
from backend.txt_records import Server, system_servers
from backend.webhook_addresses import LOCALHOST, Target, is_allowed

TIMEOUT = 15.0  # seconds for everything
DNS_TIMEOUT = 5.0  # of them
CONNECT_TIMEOUT = 5.0  # of them, for one of the host's addresses
BODY_TIMEOUT = 2.0  # of them, for what follows the status
MAX_ADDRESSES = 3  # of a host that are tried
MAX_READ = 2048  # bytes of the body; what comes after is not read
MAX_DETAIL = 200  # characters


class Failure(StrEnum):
    """Why there was no answer."""

    TIMEOUT = "TIMEOUT"
    HOST_UNKNOWN = "HOST_UNKNOWN"
    ADDRESS_REFUSED = "ADDRESS_REFUSED"
    CONNECTION = "CONNECTION"
    TLS = "TLS"
    PROTOCOL = "PROTOCOL"
    OWNER = "OWNER"  # the endpoint's owner may not read orders at present, so nothing was sent
    QUERY = "QUERY"  # the answer to the endpoint's query could not be read, so nothing was sent


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a request: a status and the beginning of the body, or why there was no answer."""

    status: int | None = None
    response: str | None = None
    failure: Failure | None = None
    detail: str | None = None

    @property
    def accepted(self) -> bool:
        """Whether the receiver took it."""
        return self.status is not None and 200 <= self.status < 300


class RequestFailed(Exception):
    """There is no answer; `failure` says why."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(detail)
        self.failure = failure


class Sender:
    """Sends requests, each to the addresses that are allowed here."""

    def __init__(
        self,
        *,
        development: bool,
        dns_servers: Sequence[Server] = (),
        tls: ssl.SSLContext | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self.network = CheckedNetwork(development=development, dns_servers=dns_servers)
        self.tls = tls or httpcore2.default_ssl_context()
        self.timeout = timeout

    async def post(self, target: Target, headers: Mapping[str, str], body: bytes) -> Result:
        """Send a request and say what came of it, within `timeout` seconds. Never raises."""
        try:
            async with asyncio.timeout(self.timeout):
                return await self._post(target, headers, body)
        except TimeoutError:
            return Result(failure=Failure.TIMEOUT)
        except RequestFailed as failed:
            return Result(failure=failed.failure, detail=_detail(failed))
        except (httpcore2.TimeoutException, httpcore2.PoolTimeout) as error:
            return Result(failure=Failure.TIMEOUT, detail=_detail(error))
        except httpcore2.ConnectError as error:
            failure = Failure.TLS if _is_tls(error) else Failure.CONNECTION
            return Result(failure=failure, detail=_detail(error))
        except (httpcore2.ProtocolError, ValueError) as error:
            return Result(failure=Failure.PROTOCOL, detail=_detail(error))
        except (httpcore2.NetworkError, OSError, EOFError) as error:
            return Result(failure=Failure.CONNECTION, detail=_detail(error))

    async def _post(self, target: Target, headers: Mapping[str, str], body: bytes) -> Result:
        url = httpcore2.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode()
        )
        sent = {"Accept-Encoding": "identity", "Connection": "close", **headers}
        async with (
            httpcore2.AsyncConnectionPool(
                ssl_context=self.tls, max_connections=1, max_keepalive_connections=0, network_backend=self.network
            ) as pool,
            pool.stream("POST", url, headers=list(sent.items()), content=body) as response,
        ):
            return Result(response.status, storable(await _beginning(response), MAX_READ) or None)


async def _beginning(response: httpcore2.Response) -> bytes:
    """The first bytes of a body. The status has come; a body that drips, breaks off or never ends changes nothing."""
    read = bytearray()
    try:
        async with asyncio.timeout(BODY_TIMEOUT):
            async for chunk in response.aiter_stream():
                read += chunk[: MAX_READ - len(read)]
                if len(read) >= MAX_READ:
                    break
    except (TimeoutError, httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException):
        pass
    return bytes(read)


class CheckedNetwork(httpcore2.AsyncNetworkBackend):
    """Connects to hosts by addresses that it looked up and checked itself."""

    def __init__(self, *, development: bool, dns_servers: Sequence[Server] = ()) -> None:
        self.development = development
        self.dns_servers = dns_servers
        self.below: httpcore2.AsyncNetworkBackend = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109, ARG002 – httpcore's name; ours is shorter
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """A connection to the first address of the host that takes one. Raises RequestFailed."""
        found = await self.look_up(host)
        if not found:
            raise RequestFailed(Failure.HOST_UNKNOWN)
        allowed = [address for address in found if is_allowed(address, development=self.development)]
        if not allowed:
            raise RequestFailed(Failure.ADDRESS_REFUSED)
        error: Exception | None = None
        for address in allowed[:MAX_ADDRESSES]:
            try:
                return await self.below.connect_tcp(address, port, CONNECT_TIMEOUT, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                error = failed
        assert error is not None  # there was an address
        raise error

    async def look_up(self, host: str) -> list[str]:
        """The addresses of a host, IPv4 first; none, if it has none or nobody knows."""
        for family in (socket.AF_INET, socket.AF_INET6):
            try:
                socket.inet_pton(family, host)
            except OSError:
                continue
            return [host]
        if host == LOCALHOST:
            return ["127.0.0.1", "::1"]
        resolver = dns.asyncresolver.Resolver(configure=False)
        resolver.nameservers = [
            dns.nameserver.Do53Nameserver(*server) for server in self.dns_servers or system_servers()
        ]
        resolver.lifetime = DNS_TIMEOUT
        answers = await asyncio.gather(*(self._addresses(resolver, host, kind) for kind in ("A", "AAAA")))
        return [address for addresses in answers for address in addresses]

    async def _addresses(self, resolver: dns.asyncresolver.Resolver, host: str, kind: str) -> list[str]:
        try:
            answer = await resolver.resolve(f"{host}.", kind, search=False, raise_on_no_answer=False)
        except (dns.exception.DNSException, OSError):
            return []
        return [record.to_text() for record in answer.rrset or ()]


def _is_tls(error: BaseException) -> bool:
    """Whether a connection failed for its certificate or encryption."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, ssl.SSLError):
            return True
        found = found.__cause__ or found.__context__
    return False


def _detail(error: BaseException) -> str | None:
    """What a library says of a failure."""
    return storable(str(error), MAX_DETAIL) or None
