"""Whatever bytes a mail server answers, an attempt has an outcome that can be stored, and what was accepted is sent."""

import pytest

from backend.foreign_text import storable
from backend.mail.transport import DeliveryResult, Outcome, SmtpTransport, parse_smtp_url
from tests.busy import GIVE_UP
from tests.hostile_mail_server import FORMS, GARBLED, hostile

MIME = b"From: a@hub.example\r\nTo: b@halden.example\r\nSubject: Hi\r\n\r\nbody\r\n"
QUIET = {"carriage-return", "endless", *GARBLED}  # where only the time-out ends it, at one moment or another


async def deliver(port: int, form: str, url: str = "smtp://127.0.0.1:{port}", quiet: float = 0.3) -> DeliveryResult:
    """Deliver to a server that answers so; one that is quiet is waited for that many seconds."""
    within = quiet if form in QUIET else GIVE_UP
    smtp = SmtpTransport(parse_smtp_url(url.format(port=port)), connect_timeout=within, data_timeout=within)
    delivery = await smtp.deliver("a@hub.example", "b@halden.example", MIME)
    await smtp.close()
    return delivery


def can_be_stored(text: str) -> bool:
    text.encode()
    return "\x00" not in text and len(text) <= 1000


@pytest.mark.parametrize("form", [*FORMS, *GARBLED])
@pytest.mark.parametrize("moment", ["banner", "EHLO", "MAIL", "RCPT", "DATA", "message", "RSET", "QUIT"])
async def test_any_bytes_at_any_moment_have_an_outcome(moment: str, form: str) -> None:
    async with hostile(moment, form) as server:
        delivery = await deliver(server.port, form, quiet=1.0 if moment == "message" else 0.3)
        assert can_be_stored(delivery.reply)
        if moment in {"banner", "EHLO"}:
            assert delivery.outcome in {Outcome.PAUSED, Outcome.SENT}
        # Never sent if it was not accepted, and always if it was.
        understood = form in FORMS
        if moment == "message" and understood:
            assert delivery.outcome is Outcome.SENT
        assert sum(server.accepted.values()) <= 1
        if delivery.outcome is Outcome.SENT:
            assert sum(server.accepted.values()) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("code", "outcome"), [(b"550", Outcome.FAILED), (b"451", Outcome.DEFERRED)])
async def test_a_refusal_of_the_message_is_understood_in_any_form(form: str, code: bytes, outcome: Outcome) -> None:
    async with hostile("message", form, code) as server:
        assert (await deliver(server.port, form, quiet=1.0)).outcome is outcome


@pytest.mark.parametrize("form", [*FORMS, *GARBLED])
@pytest.mark.parametrize(("moment", "query"), [("STARTTLS", "?tls=starttls"), ("AUTH", "")])
async def test_a_server_that_garbles_encryption_or_sign_in_gets_no_mail(moment: str, query: str, form: str) -> None:
    user = "hub:secret@" if moment == "AUTH" else ""
    async with hostile(moment, form) as server:
        delivery = await deliver(server.port, form, f"smtp://{user}127.0.0.1:{{port}}{query}")
        assert can_be_stored(delivery.reply)
        assert delivery.outcome is Outcome.PAUSED or (moment == "AUTH" and delivery.outcome is Outcome.SENT)
        assert "secret" not in delivery.reply


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (b"250 Nachricht f\xfcr Sie", "250 Nachricht für Sie"),
        (b"550 Empf\xe4nger unbekannt: caf\xe9", "550 Empfänger unbekannt: café"),
        ("250 f\udcfcr Sie", "250 für Sie"),
        ("für \udcfc", "für ü"),
        (b"\x93Danke\x94 \x80", "“Danke” €"),
        ("a\x00b\x1b[2J", "a\ufffdb\ufffd[2J"),
        ("x\ud800y", "x\ufffdy"),
        ("\ud83d\ude00", "😀"),
        ("\ud83d\udcfc\ud800", "\ufffdü\ufffd"),
        ("\u202eevil\u2066", "evil"),
        (b"one\r\ntwo\rthree\x0bfour", "one\ntwo\nthree\nfour"),
        ("a\u2028b\u0085c", "a\nb\nc"),
        (b"\xef\xbb\xbf250 OK", "250 OK"),
        ("  blank \t", "blank"),
        (b"", ""),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_words_from_outside_become_what_was_meant(words: str | bytes, text: str) -> None:
    assert storable(words) == text


@pytest.mark.parametrize(
    "words", ["x" * 10_000_000, b"x" * 10_000_000, "\udcfc" * 10_000_000, "é".encode() * 5_000_000]
)
def test_words_without_end_are_cut(words: str | bytes) -> None:
    text = storable(words)
    assert len(text) == 1000
    assert text.endswith("…")
