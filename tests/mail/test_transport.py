"""Tests of delivery, against real SMTP servers that behave well and badly."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from backend.mail.transport import (
    MAX_MAILS_PER_CONNECTION,
    DeliveryResult,
    MailboxTransport,
    Outcome,
    SmtpServer,
    SmtpTransport,
    parse_smtp_url,
    transport_of,
)
from backend.settings import SettingsError
from tests.busy import GIVE_UP

MIME = b"From: a@hub.example\r\nTo: b@halden.example\r\nSubject: Hi\r\n\r\n.dot\r\nbody\r\n"
AUTHORITY = trustme.CA()


@dataclass
class Inbox:
    """Takes mails; `answers` are replies to RCPT and DATA given before the normal ones."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    mails: list[Envelope] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    delay: float = 0
    reset: bool = False
    server: SMTP | None = None
    left: asyncio.Event = field(default_factory=asyncio.Event)

    def next(self, verb: str) -> str | None:
        waiting = self.answers.get(verb)
        return waiting.pop(0) if waiting else None

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.sessions.append(session)
        return responses

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if answer := self.next("RCPT"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if answer := self.next("DATA"):
            return answer
        self.mails.append(envelope)
        if self.reset:
            cut(server)
        await asyncio.sleep(self.delay)
        return "250 2.0.0 Queued as 4711"


class Server(SMTP):
    """Tells its inbox when the client has left."""

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.event_handler.left.set()


def cut(server: SMTP) -> None:
    """Reset the connection."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


@asynccontextmanager
async def serving(
    inbox: Inbox, *, implicit_tls: ssl.SSLContext | None = None, utf8: bool = True, **options: Any
) -> AsyncIterator[int]:
    """A server on a free port of this machine."""

    def protocol() -> SMTP:
        inbox.server = Server(inbox, hostname="mx.test", enable_SMTPUTF8=utf8, **options)
        return inbox.server

    server = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0, ssl=implicit_tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@asynccontextmanager
async def sending(port: int, url: str = "smtp://127.0.0.1:{port}", **options: Any) -> AsyncIterator[SmtpTransport]:
    """A transport to that server, which trusts the tests' authority."""
    tls = ssl.create_default_context()
    AUTHORITY.configure_trust(tls)
    smtp = SmtpTransport(parse_smtp_url(url.format(port=port)), **{"tls": tls, **options})
    try:
        yield smtp
    finally:
        await smtp.close()


def certificate(name: str = "localhost") -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    AUTHORITY.issue_cert(name).configure_cert(context)
    return context


async def deliver(smtp: SmtpTransport, recipient: str = "b@halden.example") -> DeliveryResult:
    return await smtp.deliver("a@hub.example", recipient, MIME)


async def test_a_mail_arrives_byte_for_byte() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port) as smtp:
        assert await deliver(smtp) == DeliveryResult(Outcome.SENT, "250 2.0.0 Queued as 4711")
    (mail,) = inbox.mails
    assert (mail.mail_from, mail.rcpt_tos, mail.original_content) == ("a@hub.example", ["b@halden.example"], MIME)


async def test_starttls_is_used_where_it_is_required() -> None:
    inbox = Inbox()
    async with (
        serving(inbox, tls_context=certificate(), require_starttls=True) as port,
        sending(port, "smtp://localhost:{port}?tls=starttls") as smtp,
    ):
        assert (await deliver(smtp)).outcome is Outcome.SENT
    assert inbox.sessions[-1].ssl is not None


async def test_a_server_without_starttls_gets_nothing_if_it_is_required() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port, "smtp://localhost:{port}?tls=starttls") as smtp:
        assert (await deliver(smtp)).outcome is Outcome.PAUSED
    assert not inbox.mails


async def test_smtps_is_encrypted_from_the_start() -> None:
    inbox = Inbox()
    async with serving(inbox, implicit_tls=certificate()) as port, sending(port, "smtps://localhost:{port}") as smtp:
        assert (await deliver(smtp)).outcome is Outcome.SENT


@pytest.mark.parametrize("url", ["smtp://localhost:{port}?tls=starttls", "smtps://localhost:{port}"])
@pytest.mark.parametrize("case", ["other name", "unknown authority"])
async def test_a_bad_certificate_pauses_all_mail(url: str, case: str) -> None:
    context = certificate("mx.elsewhere.example" if case == "other name" else "localhost")
    tls = {"tls": ssl.create_default_context()} if case == "unknown authority" else {}
    options: dict[str, Any] = {"implicit_tls": context} if url.startswith("smtps") else {"tls_context": context}
    inbox = Inbox()
    async with serving(inbox, **options) as port, sending(port, url, **tls) as smtp:
        delivery = await deliver(smtp)
    assert delivery.outcome is Outcome.PAUSED
    assert "certificate verify failed" in delivery.reply.lower()
    assert not inbox.mails


def passwords(right: str) -> Callable[..., AuthResult]:
    def authenticate(
        server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=data.password == right.encode(), handled=False)

    return authenticate


@pytest.mark.parametrize(("password", "outcome"), [("p@ss/word", Outcome.SENT), ("other", Outcome.PAUSED)])
async def test_a_wrong_password_pauses_all_mail(password: str, outcome: Outcome) -> None:
    inbox = Inbox()
    options: dict[str, Any] = {
        "authenticator": passwords(password),
        "auth_required": True,
        "tls_context": certificate(),
    }
    url = "smtp://hub:p%40ss%2Fword@localhost:{port}?tls=starttls"
    async with serving(inbox, **options) as port, sending(port, url) as smtp:
        assert (await deliver(smtp)).outcome is outcome


async def test_a_server_that_wants_a_password_pauses_all_mail() -> None:
    options: dict[str, Any] = {"authenticator": passwords("x"), "auth_required": True, "tls_context": certificate()}
    async with serving(Inbox(), **options) as port, sending(port, "smtp://localhost:{port}?tls=starttls") as smtp:
        delivery = await deliver(smtp)
    assert delivery.outcome is Outcome.PAUSED
    assert delivery.reply.startswith("530")


@pytest.mark.parametrize("verb", ["RCPT", "DATA"])
@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        ("550 5.1.1 No such user", Outcome.FAILED),
        ("554 5.7.1 Spam", Outcome.FAILED),
        ("450 4.2.0 Greylisted", Outcome.DEFERRED),
        ("452 4.2.2 Mailbox full", Outcome.DEFERRED),
        ("421 4.3.2 Shutting down", Outcome.DEFERRED),
    ],
)
async def test_the_servers_reply_decides_and_is_kept(verb: str, reply: str, outcome: Outcome) -> None:
    inbox = Inbox({verb: [reply]})
    async with serving(inbox) as port, sending(port) as smtp:
        closing = reply.startswith("421")
        assert await deliver(smtp) == DeliveryResult(outcome, reply, busy=closing)
        assert (await deliver(smtp)).outcome is Outcome.SENT
    assert len(inbox.sessions) == (2 if closing else 1)


async def test_a_reset_during_data_is_an_unknown_outcome_and_the_same_bytes_go_again() -> None:
    inbox = Inbox(reset=True)
    async with serving(inbox) as port, sending(port) as smtp:
        assert (await deliver(smtp)).outcome is Outcome.DEFERRED
        inbox.reset = False
        assert (await deliver(smtp)).outcome is Outcome.SENT
    assert [mail.original_content for mail in inbox.mails] == [MIME, MIME]


async def test_a_slow_server_is_deferred_after_the_data_timeout() -> None:
    async with serving(Inbox(delay=5)) as port, sending(port, data_timeout=0.1) as smtp:
        assert (await deliver(smtp)).outcome is Outcome.DEFERRED


async def test_a_server_that_says_nothing_pauses_after_the_connect_timeout() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        async with sending(silent.getsockname()[1], connect_timeout=0.1) as smtp:
            assert (await deliver(smtp)).outcome is Outcome.PAUSED


async def test_nobody_listening_pauses_all_mail() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with sending(port) as smtp:
        assert (await deliver(smtp)).outcome is Outcome.PAUSED


async def test_an_unknown_host_pauses_all_mail() -> None:
    smtp = SmtpTransport(SmtpServer("mx.invalid", 25, "plain"))
    assert (await deliver(smtp)).outcome is Outcome.PAUSED


async def test_a_connection_is_left_after_a_hundred_mails() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port) as smtp:
        for _ in range(MAX_MAILS_PER_CONNECTION + 1):
            assert (await deliver(smtp)).outcome is Outcome.SENT
    assert len(inbox.sessions) == 2


async def test_an_idle_connection_is_closed() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port, idle_timeout=0.01) as smtp:
        await deliver(smtp)
        await asyncio.wait_for(inbox.left.wait(), GIVE_UP)


async def test_a_connection_that_the_server_closed_costs_no_attempt() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port) as smtp:
        await deliver(smtp)
        assert inbox.server is not None
        cut(inbox.server)
        assert (await deliver(smtp)).outcome is Outcome.SENT
    assert len(inbox.sessions) == 2


async def test_a_cancelled_delivery_leaves_no_half_used_connection() -> None:
    inbox = Inbox(delay=5)
    async with serving(inbox) as port, sending(port) as smtp:
        delivering = asyncio.create_task(deliver(smtp))
        async with asyncio.timeout(30):
            while not inbox.mails:  # noqa: ASYNC110 – the server tells nobody
                await asyncio.sleep(0.01)
        delivering.cancel()
        with pytest.raises(asyncio.CancelledError):
            await delivering
        inbox.delay = 0
        assert (await deliver(smtp)).outcome is Outcome.SENT
    assert len(inbox.sessions) == 2


async def test_international_addresses_arrive() -> None:
    inbox = Inbox()
    async with serving(inbox) as port, sending(port) as smtp:
        assert (await deliver(smtp, "lena@bücher.example")).outcome is Outcome.SENT
        assert (await deliver(smtp, "łena@bücher.example")).outcome is Outcome.SENT
    assert [mail.rcpt_tos for mail in inbox.mails] == [["lena@xn--bcher-kva.example"], ["łena@xn--bcher-kva.example"]]


async def test_an_address_that_the_server_cannot_write_fails_alone() -> None:
    async with serving(Inbox(), utf8=False) as port, sending(port) as smtp:
        delivery = await deliver(smtp, "łena@halden.example")
    assert delivery.outcome is Outcome.FAILED
    assert "beyond ASCII" in delivery.reply


async def test_the_built_in_mailbox_takes_everything() -> None:
    mailbox = transport_of("")
    assert isinstance(mailbox, MailboxTransport)
    assert (await mailbox.deliver("a@hub.example", "b@halden.example", MIME)).outcome is Outcome.SENT
    await mailbox.close()


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://127.0.0.1:1025", SmtpServer("127.0.0.1", 1025, "plain")),
        ("smtp://localhost", SmtpServer("localhost", 25, "plain")),
        ("smtp://[::1]:2525", SmtpServer("::1", 2525, "plain")),
        ("smtp://mx.example?tls=starttls", SmtpServer("mx.example", 587, "starttls")),
        ("smtps://hub:p%40ss@mx.example", SmtpServer("mx.example", 465, "tls", "hub", "p@ss")),
    ],
)
def test_smtp_urls_are_read(url: str, server: SmtpServer) -> None:
    assert parse_smtp_url(url) == server


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("smtp://mx.example", "only; add ?tls=starttls"),
        ("smtp://mx.example?tls=maybe", "only option"),
        ("smtp://mx.example?ssl=1", "only option"),
        ("smtp://mx.example/path?tls=starttls", "only option"),
        ("smtps://mx.example?tls=starttls", "takes no"),
        ("smtps://hub@mx.example", "both a user name and a password"),
        ("smtp://127.0.0.1:99999", "cannot be read"),
        ("http://mx.example", "must be smtp://"),
        ("smtps://", "must be smtp://"),
        ("mx.example:25", "must be smtp://"),
    ],
)
def test_an_smtp_url_that_cannot_work_is_told(url: str, words: str) -> None:
    with pytest.raises(SettingsError, match=r"^SMTP_URL") as caught:
        parse_smtp_url(url)
    assert words in str(caught.value)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(parse_smtp_url("smtps://hub:secret@mx.example"))
    with pytest.raises(SettingsError) as caught:
        parse_smtp_url("smtp://hub:secret@mx.example")
    assert "secret" not in str(caught.value)
