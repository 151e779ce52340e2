"""How mails leave: by a real SMTP server, or into the built-in mailbox."""

import asyncio
import ssl
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import Literal, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from aiosmtplib import SMTP, SMTPHeloError, SMTPResponseException

from backend.foreign_text import storable
from backend.mail.mime import ascii_address
from backend.mail.smtp_data import send_message
from backend.settings import SettingsError

MAX_MAILS_PER_CONNECTION = 100
_CLOSING = 421
_AUTHENTICATION = frozenset({530, 534, 535, 538})
_EXPECTED = "it must be smtp://host:port?tls=starttls, smtps://host:port, or smtp:// to this machine"


class Outcome(StrEnum):
    """What became of an attempt. PAUSED says nothing about the mail: our server takes none from us now."""

    SENT = "SENT"
    DEFERRED = "DEFERRED"
    FAILED = "FAILED"
    PAUSED = "PAUSED"


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """The outcome of an attempt, and the server's own words or what went wrong.

    `busy`: the server asked, for this recipient, not to be bothered now; who has the same domain waits as well.
    """

    outcome: Outcome
    reply: str
    busy: bool = False


class Transport(Protocol):
    """What takes encoded mails."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        """Hand over one mail to one recipient; both are bare addresses. Raises nothing that a server can cause."""

    async def close(self) -> None:
        """Let go of all connections."""


class MailboxTransport:
    """The embedded default: the outbox row keeps the bytes, and /dev/mailbox shows them."""

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:  # noqa: ARG002
        """Everything arrives."""
        return DeliveryResult(Outcome.SENT, "Kept in the built-in mailbox")

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


def transport_of(smtp_url: str) -> Transport:
    """The transport that SMTP_URL names; the built-in mailbox if it is empty."""
    return SmtpTransport(parse_smtp_url(smtp_url)) if smtp_url else MailboxTransport()


@dataclass(eq=False, slots=True)
class _Connection:
    client: SMTP
    mails: int = 0
    retirement: asyncio.TimerHandle | None = None


class SmtpTransport:
    """Delivers by SMTP over connections that are kept while they are needed. All times are in seconds.

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
        self._idle: list[_Connection] = []
        self._closing: set[asyncio.Task[None]] = set()

    async def deliver(self, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        """Send to one recipient; see Transport."""
        sender, recipient = ascii_address(sender), ascii_address(recipient)
        try:
            connection = await self._reuse() or await self._connect()
        except Exception as error:  # noqa: BLE001 – what a server sends can make a library fail in any way
            return DeliveryResult(Outcome.PAUSED, _reply_text(error))
        try:
            delivery = await self._send(connection, sender, recipient, mime)
        except Exception as error:  # noqa: BLE001 – as above; whether the server has the mail is unknown
            delivery = DeliveryResult(Outcome.DEFERRED, _reply_text(error))
            connection.client.close()
        except BaseException:
            connection.client.close()
            raise
        if delivery.outcome is Outcome.PAUSED or delivery.busy:
            connection.client.close()
        self._keep(connection)
        return delivery

    async def try_out(self) -> DeliveryResult:
        """Connect and sign in as for a mail, and send none: SENT, or PAUSED with what went wrong."""
        try:
            connection = await self._connect()
        except Exception as error:  # noqa: BLE001 – what a server sends can make a library fail in any way
            return DeliveryResult(Outcome.PAUSED, _reply_text(error))
        await self._quit(connection)
        return DeliveryResult(Outcome.SENT, "")

    async def close(self) -> None:
        """Say goodbye on every connection."""
        while self._idle:
            self._retire(self._idle[-1])
        await asyncio.gather(*self._closing)

    async def _send(self, connection: _Connection, sender: str, recipient: str, mime: bytes) -> DeliveryResult:
        client = connection.client
        encoding, options = "ascii", []
        if not recipient.isascii():
            await client.ehlo()
            if not client.supports_extension("SMTPUTF8"):
                return DeliveryResult(
                    Outcome.FAILED, "553 The mail server takes no addresses with letters beyond ASCII"
                )
            encoding, options = "utf-8", ["SMTPUTF8", "BODY=8BITMIME"]
        connection.mails += 1
        try:
            await client.mail(sender, options=options, encoding=encoding)
        except SMTPResponseException as refusal:
            return _refused(refusal.code, _reply_text(refusal), of_recipient=False)
        try:
            await client.rcpt(recipient, encoding=encoding)
            reply = await send_message(client, mime, self._data_timeout)
        except SMTPResponseException as refusal:
            return _refused(refusal.code, _reply_text(refusal))
        if not reply.clean:
            client.close()
        words = storable(reply.words)
        return DeliveryResult(Outcome.SENT, words) if reply.code < 300 else _refused(reply.code, words)

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
            try:
                await _greet(client)
            except BaseException:
                client.close()
                raise
        return _Connection(client)

    async def _reuse(self) -> _Connection | None:
        """The connection used last, if the server still answers on it; RSET also forgets a refused mail."""
        while self._idle:
            connection = self._take(self._idle[-1])
            try:
                async with asyncio.timeout(self._connect_timeout):
                    await connection.client.rset()
            except Exception:  # noqa: BLE001 – a connection that is of no use any more, for whatever reason
                connection.client.close()
            else:
                return connection
        return None

    def _keep(self, connection: _Connection) -> None:
        """Keep the connection for the next mail, but neither idle for long nor for too many mails."""
        if not connection.client.is_connected:
            return
        self._idle.append(connection)
        if connection.mails >= MAX_MAILS_PER_CONNECTION:
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
        closing = asyncio.get_running_loop().create_task(self._quit(self._take(connection)))
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)

    async def _quit(self, connection: _Connection) -> None:
        try:
            async with asyncio.timeout(self._connect_timeout):
                await connection.client.quit()
        except Exception:  # noqa: BLE001 – whatever it answers, we are leaving
            connection.client.close()


async def _greet(client: SMTP) -> None:
    """Say who we are, unless signing in did."""
    if not client.is_ehlo_or_helo_needed:
        return
    try:
        await client.ehlo()
    except SMTPHeloError:
        await client.helo()


def _refused(code: int, words: str, *, of_recipient: bool = True) -> DeliveryResult:
    """What a reply says about the mail: 5xx for good, else not now. Some replies are not about the mail at all.

    421 ends the connection: said of our sender it is the server's own trouble, of a recipient that of theirs.
    """
    if code in _AUTHENTICATION or (code == _CLOSING and not of_recipient):
        return DeliveryResult(Outcome.PAUSED, words)
    return DeliveryResult(Outcome.FAILED if code >= 500 else Outcome.DEFERRED, words, busy=code == _CLOSING)


def _reply_text(error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        code = f"{error.code} " if error.code > 0 else ""  # below 0: the library's own complaint
        return storable(f"{code}{error.message}")
    return storable(str(error)) or type(error).__name__
