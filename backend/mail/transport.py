"""How mails leave: by a real SMTP server, or into the built-in mailbox."""

import asyncio
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import Literal, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from backend.mail.mime import ascii_address
from backend.settings import SettingsError

CONNECTIONS = 3
MAILS_PER_CONNECTION = 100
_CLOSING = 421
_AUTHENTICATION = frozenset({530, 534, 535, 538})
_EXPECTED = "it must be smtp://host:port?tls=starttls, smtps://host:port, or smtp:// to this machine"


class Outcome(StrEnum):
    """What became of an attempt. PAUSED says nothing about the mail: the server takes none from us now."""

    SENT = "SENT"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"
    PAUSED = "PAUSED"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The outcome of an attempt, and the server's own words or what went wrong."""

    outcome: Outcome
    reply: str


class Transport(Protocol):
    """What takes encoded mails."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> Delivery:
        """Hand over one mail to one recipient; both are bare addresses. Raises nothing that a server can cause."""

    async def close(self) -> None:
        """Let go of all connections."""


class MailboxTransport:
    """The embedded default: the outbox row keeps the bytes, and /dev/mailbox shows them."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> Delivery:  # noqa: ARG002
        """Everything arrives."""
        return Delivery(Outcome.SENT, "Kept in the built-in mailbox")

    async def close(self) -> None:
        """Nothing is open."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A server out of SMTP_URL. `starttls` is required then, never merely tried."""

    host: str
    port: int
    security: Literal["plain", "starttls", "tls"]
    username: str | None = None
    password: str | None = field(default=None, repr=False)


def parse_smtp_url(url: str) -> SmtpServer:
    """Read SMTP_URL. Raises SettingsError, without the password, if mails would travel in the clear or nowhere."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise SettingsError(f"SMTP_URL cannot be read ({error}): {_EXPECTED}") from None
    if parts.scheme not in ("smtp", "smtps") or not host:
        raise SettingsError(f"SMTP_URL: {_EXPECTED}")
    options = parse_qs(parts.query, keep_blank_values=True)
    starttls = options.pop("tls", None) == ["starttls"]
    if options or parts.path not in ("", "/") or parts.fragment or ("tls=" in parts.query and not starttls):
        raise SettingsError(f"SMTP_URL: the only option is ?tls=starttls; {_EXPECTED}")
    if starttls and parts.scheme == "smtps":
        raise SettingsError("SMTP_URL: smtps:// is encrypted from the start and takes no ?tls=starttls")
    if bool(parts.username) != bool(parts.password):
        raise SettingsError("SMTP_URL: give both a user name and a password, or neither")
    security: Literal["plain", "starttls", "tls"] = (
        "tls" if parts.scheme == "smtps" else "starttls" if starttls else "plain"
    )
    if security == "plain" and not _is_loopback(host):
        raise SettingsError(
            f"SMTP_URL: plain smtp:// is for this machine only; add ?tls=starttls or use smtps:// for {host}"
        )
    return SmtpServer(
        host=host,
        port=port or {"tls": 465, "starttls": 587, "plain": 25}[security],
        security=security,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
    )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def transport(smtp_url: str) -> Transport:
    """The transport that SMTP_URL names; the built-in mailbox if it is empty."""
    return SmtpTransport(parse_smtp_url(smtp_url)) if smtp_url else MailboxTransport()


@dataclass(eq=False, slots=True)
class _Connection:
    client: SMTP
    mails: int = 0
    retirement: asyncio.TimerHandle | None = None


class SmtpTransport:
    """Delivers by SMTP over a few connections that are kept while they are needed. All times are in seconds.

    Who is refused is told apart from what is broken: a reply to this mail decides about this mail, a server that can't
    be reached, trusted or signed in to pauses all of them. After an unknown outcome the same bytes are sent again.
    """

    def __init__(
        self,
        server: SmtpServer,
        *,
        tls: ssl.SSLContext | None = None,
        connect_timeout: float = 15,
        data_timeout: float = 60,
        idle_timeout: float = 30,
    ) -> None:
        self._server = server
        self._tls = tls
        self._connect_timeout = connect_timeout
        self._data_timeout = data_timeout
        self._idle_timeout = idle_timeout
        self._slots = asyncio.Semaphore(CONNECTIONS)
        self._idle: list[_Connection] = []
        self._farewells: set[asyncio.Task[None]] = set()

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> Delivery:
        """Send to one recipient; see Transport."""
        async with self._slots:
            try:
                connection = await self._reuse() or await self._connect()
            except (SMTPException, OSError, TimeoutError) as error:
                return Delivery(Outcome.PAUSED, _words(error))
            try:
                reply = await self._send(connection, ascii_address(sender), ascii_address(recipient), mime)
            except (SMTPException, OSError, TimeoutError) as error:
                delivery = _refused(error)
            except BaseException:
                connection.client.close()
                raise
            else:
                delivery = Delivery(Outcome.SENT, reply)
            if delivery.outcome is Outcome.PAUSED:
                connection.client.close()
            self._keep(connection)
            return delivery

    async def close(self) -> None:
        """Say goodbye on every connection."""
        while self._idle:
            self._retire(self._idle[-1])
        await asyncio.gather(*self._farewells)

    async def _send(self, connection: _Connection, sender: str, recipient: str, mime: bytes) -> str:
        client = connection.client
        encoding, options = "ascii", []
        if not recipient.isascii():
            await client.ehlo()
            if not client.supports_extension("SMTPUTF8"):
                raise SMTPResponseException(553, "The mail server takes no addresses with letters beyond ASCII")
            encoding, options = "utf-8", ["SMTPUTF8", "BODY=8BITMIME"]
        connection.mails += 1
        await client.mail(sender, options=options, encoding=encoding)
        await client.rcpt(recipient, encoding=encoding)
        response = await client.data(mime)
        return f"{response.code} {response.message}"

    async def _connect(self) -> _Connection:
        server = self._server
        client = SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password,
            use_tls=server.security == "tls",
            start_tls=server.security == "starttls",
            tls_context=self._tls,
            timeout=self._data_timeout,
        )
        async with asyncio.timeout(self._connect_timeout):
            await client.connect()
        return _Connection(client)

    async def _reuse(self) -> _Connection | None:
        """The connection used last, if the server still answers on it; RSET also forgets a refused mail."""
        while self._idle:
            connection = self._take(self._idle[-1])
            try:
                async with asyncio.timeout(self._connect_timeout):
                    await connection.client.rset()
            except (SMTPException, OSError, TimeoutError):
                connection.client.close()
            else:
                return connection
        return None

    def _keep(self, connection: _Connection) -> None:
        """Keep the connection for the next mail, but neither idle for long nor for too many mails."""
        if not connection.client.is_connected:
            return
        self._idle.append(connection)
        if connection.mails >= MAILS_PER_CONNECTION:
            self._retire(connection)
        else:
            loop = asyncio.get_running_loop()
            connection.retirement = loop.call_later(self._idle_timeout, self._retire, connection)

    def _take(self, connection: _Connection) -> _Connection:
        self._idle.remove(connection)
        if connection.retirement:
            connection.retirement.cancel()
        return connection

    def _retire(self, connection: _Connection) -> None:
        farewell = asyncio.get_running_loop().create_task(self._quit(self._take(connection)))
        self._farewells.add(farewell)
        farewell.add_done_callback(self._farewells.discard)

    async def _quit(self, connection: _Connection) -> None:
        try:
            async with asyncio.timeout(self._connect_timeout):
                await connection.client.quit()
        except (SMTPException, OSError, TimeoutError):
            connection.client.close()


def _refused(error: Exception) -> Delivery:
    """What a failure after the connection stood says about the mail."""
    code = error.code if isinstance(error, SMTPResponseException) else 0
    if code == _CLOSING or code in _AUTHENTICATION or isinstance(error, ssl.SSLError):
        return Delivery(Outcome.PAUSED, _words(error))
    return Delivery(Outcome.FAILED if code >= 500 else Outcome.DEFERRED, _words(error))


def _words(error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        return f"{error.code} {error.message}"
    return str(error) or type(error).__name__
