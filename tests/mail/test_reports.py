# ruff: noqa: E501 – reports are quoted as they are
"""What comes back for a mail is told apart: failures of many servers and languages, delays, and replies of machines."""

from email.message import EmailMessage

import pytest

from backend.mail.reports import Kind, read
from backend.mail.return_path import return_path, returned_to

TO = "hub+7-aaaaaaaaaaaaaaaa@hub.example"


def dsn(action: str, status: str, diagnostic: str, *, text: str = "", subject: str = "Report", more: str = "") -> bytes:
    """A report as RFC 3464 describes it."""
    lines = [
        "From: MAILER-DAEMON@mx.example (Mail Delivery System)",
        f"To: {TO}",
        f"Subject: {subject}",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        text or "This is the mail system at host mx.example.",
        "",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        "",
        "Final-Recipient: rfc822; lena@halden.example",
        f"Action: {action}",
        f"Status: {status}",
        f"Diagnostic-Code: {diagnostic}",
        *([more] if more else []),
        "",
        "--b",
        "Content-Type: message/rfc822",
        "",
        "Subject: out of office, delayed, user unknown",
        "",
        "550 5.1.1 the mail itself says so",
        "--b--",
    ]
    return "\r\n".join(lines).encode()


def plain(sender: str, subject: str, text: str, charset: str = "utf-8", **headers: str) -> bytes:
    """A message in plain text."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, TO, subject
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text, charset=charset)
    return mail.as_bytes()


DAEMON = "Mail Delivery Subsystem <mailer-daemon@googlemail.com>"
EXCHANGE = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@halden.example>"
PERSON = "Lena Vogt <lena@halden.example>"

FAILURES = {
    "postfix": (dsn("failed", "5.1.1", "smtp; 550 5.1.1 <lena@halden.example>: User unknown"), "User unknown"),
    "exchange": (
        dsn("failed", "5.1.10", "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found"),
        "RecipientNotFound",
    ),
    "gmail": (dsn("failed", "5.1.1", "smtp; 550-5.1.1 The email account does not exist."), "does not exist"),
    "given up after days": (dsn("failed", "4.4.7", "smtp; 451 4.4.7 Message delayed"), "4.4.7"),
    "opensmtpd": (dsn("error", "5.0.0", "smtp; 550 No"), "550 No"),
    "comment in the action": (dsn("failed (bad address)", "5.1.1", "smtp; 550 no"), "550 no"),
    "folded diagnostic": (dsn("failed", "5.7.1", "smtp; 554 5.7.1\r\n blocked by policy"), "blocked by policy"),
    "latin-1 diagnostic": (
        dsn("failed", "5.1.1", "smtp; 550 Empfänger").decode().encode("latin-1"),
        "550 Empfänger",
    ),
    "no action": (dsn("", "5.1.1", "smtp; 550 gone"), "550 gone"),
    "fields in plain text": (
        plain(DAEMON, "Report", "Sorry.\n\nFinal-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.2.2\n"),
        "5.2.2",
    ),
    "international report": (
        dsn("failed", "5.1.1", "smtp; 550 нет").replace(b"message/delivery-status", b"message/global-delivery-status"),
        "нет",
    ),
    "qmail": (
        plain(
            "MAILER-DAEMON@mx.example",
            "failure notice",
            "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the "
            "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
            "<lena@halden.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy",
        ),
        "no mailbox here",
    ),
    "exim": (
        plain(
            "Mail Delivery System <Mailer-Daemon@mx.example>",
            "Mail delivery failed: returning message to sender",
            "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
            "delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n"
            "  lena@halden.example\n    host mx [192.0.2.1]\n    550 5.1.1 Unrouteable address\n",
        ),
        "Unrouteable",
    ),
    "old exchange": (
        plain(
            "System Administrator <postmaster@halden.example>",
            "Undeliverable: Provisioning information required",
            "Your message\n\n  To: Lena\n\ndid not reach the following recipient(s):\n\nlena@halden.example on Mon, 2 Nov "
            "2026 10:00:00 +0100\n    The recipient name is not recognized\n    MSEXCH:IMS:HALDEN:MAIL 0 (000C05A6)\n",
        ),
        "did not reach",
    ),
    "gmail in words": (
        plain(
            DAEMON,
            "Delivery Status Notification (Failure)",
            "** Address not found **\n\nYour message wasn't delivered to lena@halden.example because the address couldn't "
            "be found.\n\nThe response was:\n550 5.1.1 The email account that you tried to reach does not exist.",
        ),
        "550 5.1.1",
    ),
    "yahoo": (
        plain(
            "MAILER-DAEMON@yahoo.example",
            "Failure Notice",
            "Sorry, we were unable to deliver your message to the following address.\n\n<lena@halden.example>:\n554: "
            "delivery error: dd This user doesn't have an account\n\n--- Below this line is a copy of the message.",
        ),
        "delivery error",
    ),
    "german": (
        plain(EXCHANGE, "Unzustellbar: Bereitstellung", "Fehler bei der Nachrichtenzustellung. 550 5.1.1 unbekannt"),
        "550 5.1.1",
    ),
    "german in latin-1": (
        plain("postmaster@halden.example", "Unzustellbar", "Empfänger unbekannt (#5.1.1)", "iso-8859-1"),
        "Empfänger unbekannt",
    ),
    "french": (
        plain("postmaster@exemple.example", "Non remis : commande", "Votre message n'a pas pu être remis. #550 5.1.1"),
        "5.1.1",
    ),
    "spanish": (plain("Postmaster <postmaster@x.example>", "No se puede entregar", "550 5.4.1 rechazado"), "5.4.1"),
    "italian": (plain(DAEMON, "Mancato recapito", "Il messaggio non è stato recapitato. 550 5.2.1"), "5.2.1"),
    "portuguese": (plain(DAEMON, "Não foi possível entregar", "550 5.1.1 desconhecido"), "desconhecido"),
    "dutch": (plain(DAEMON, "Onbestelbaar: order", "550 5.1.1 onbekend"), "onbekend"),
    "polish": (plain(DAEMON, "Nie można dostarczyć wiadomości", "550 5.1.1 nieznany"), "nieznany"),
    "russian": (plain(DAEMON, "Не удалось доставить сообщение", "550 5.1.1 нет такого ящика"), "нет такого"),
    "russian in koi8-r": (plain(DAEMON, "Недоставленное сообщение", "550 нет такого", "koi8-r"), "нет такого"),
    "japanese": (plain(DAEMON, "配信不能", "550 5.1.1 宛先不明", "iso-2022-jp"), "宛先不明"),
    "chinese": (plain(DAEMON, "系统退信", "550 5.1.1 用户不存在", "gb2312"), "用户不存在"),
    "korean": (plain(DAEMON, "배달되지 않음", "550 5.1.1 없는 사용자"), "없는"),
    "turkish": (plain(DAEMON, "Teslim edilemedi", "550 5.1.1 yok"), "yok"),
}
DELAYS = {
    "postfix": dsn(
        "delayed", "4.4.1", "smtp; 450 4.4.1 connection timed out", subject="Delayed Mail (still being retried)"
    ),
    "gmail": dsn("delayed", "4.4.2", "smtp; The recipient server did not accept", subject="Delivery incomplete"),
    "no action": dsn("", "4.2.2", "smtp; 452 full"),
    "exim": plain(
        "Mail Delivery System <Mailer-Daemon@mx.example>",
        "Warning: message delayed 24 hours",
        "This message was created automatically by mail delivery software.\nA message that you sent has not yet been "
        "delivered to one or more of its recipients.\nNo action is required on your part. Delivery attempts will continue.",
    ),
    "sendmail": plain(
        DAEMON,
        "Warning: could not send message for past 4 hours",
        "THIS IS A WARNING MESSAGE ONLY. It will be retried.",
    ),
    "german": plain(EXCHANGE, "Zustellung verzögert", "Die Zustellung ist verzögert. 451 4.4.0"),
    "french": plain(DAEMON, "Remise différée", "La remise du message a été retardée : non remis pour l'instant. 451"),
}
NO_FAILURES = {
    "out of office": plain(PERSON, "Automatic reply: order", "I am away. 550 unread mails.", Auto_Submitted="auto-replied"),
    "german": plain(PERSON, "Abwesenheitsnotiz: Bestellung", "Ich bin im Urlaub."),
    "german without words": plain(PERSON, "Re: Bestellung", "Bin weg", X_Autoreply="yes"),
    "french": plain(PERSON, "Réponse automatique : commande", "Je suis absent"),
    "spanish": plain(PERSON, "Respuesta automática: pedido", "Estoy fuera"),
    "japanese": plain(PERSON, "自動返信: 注文", "不在です"),
    "russian": plain(PERSON, "Автоответ", "Меня нет"),
    "precedence": plain(PERSON, "Re: order", "Not delivered by me", Precedence="auto_reply"),
    "generated": plain(PERSON, "Ticket 17", "We got your mail; it could not be delivered sooner", Auto_Submitted="auto-generated"),
    "read": dsn("x", "", "").replace(b"delivery-status; boundary", b"disposition-notification; boundary").replace(
        b"message/delivery-status", b"message/disposition-notification").replace(b"Final-Recipient", b"X-Recipient"),
    "delivered": dsn("delivered", "2.0.0", "smtp; 250 OK"),
    "relayed": dsn("relayed", "2.0.0", "smtp; 250 OK"),
    "expanded": dsn("expanded", "2.0.0", ""),
}  # fmt: skip
UNKNOWN = {
    "a person": plain(PERSON, "Re: Provisioning", "My last mail could not be delivered, 550 5.1.1, what now?"),
    "nothing": b"",
    "bytes": bytes(range(256)) * 40,
    "no end": b"From: x" * 100_000,
    "deep": b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000)),
    "angles": plain(DAEMON, "hm", "<" * 200_000),
    "at signs": plain(DAEMON, "hm", "x@" * 100_000),
    "unknown charset": plain(DAEMON, "hm", "hello").replace(b"utf-8", b"x-klingon"),
    "broken encoding": b"From: =?utf-8?B?/////=?=\r\nSubject: =?x?Q?=ff?=\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!",
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_is_recognized_with_the_words_of_the_server(name: str) -> None:
    raw, words = FAILURES[name]
    report = read(raw)
    assert report.kind is Kind.FAILED
    assert words in report.diagnostic
    assert report.addresses == [TO]


@pytest.mark.parametrize("name", DELAYS)
def test_a_delay_is_no_failure(name: str) -> None:
    assert read(DELAYS[name]).kind is Kind.DELAYED


@pytest.mark.parametrize("name", NO_FAILURES)
def test_replies_of_machines_and_good_news_are_no_failures(name: str) -> None:
    assert read(NO_FAILURES[name]).kind in {Kind.AUTO_REPLY, Kind.DELIVERED}


@pytest.mark.parametrize("name", UNKNOWN)
def test_whatever_else_arrives_is_nothing_and_takes_no_time(name: str) -> None:
    assert read(UNKNOWN[name]).kind is Kind.UNKNOWN


def test_a_return_path_leads_to_its_mail_also_in_capitals_and_with_a_name() -> None:
    address = return_path("no-reply@hub.example", 17, "s" * 32)
    assert address.startswith("no-reply+17-")
    assert len(address.partition("@")[0]) <= 64
    for written in (address, address.upper(), f"Hub <{address}>", f"a@b.example, <{address}>"):
        assert returned_to([written], ["s" * 32]) == 17


@pytest.mark.parametrize(
    "change",
    [
        lambda address: address.replace("+17-", "+18-"),
        lambda address: address.replace("@", "a@"),
        lambda address: address.partition("+")[0] + "@hub.example",
        lambda address: address[:-20] + "@hub.example",
        lambda _address: "no-reply+17-aaaaaaaaaaaaaaaa@hub.example",
        lambda _address: "no-reply+99999999999999999999-aaaaaaaaaaaaaaaa@hub.example",
        lambda _address: "",
    ],
)
def test_an_address_that_we_did_not_sign_leads_nowhere(change: object) -> None:
    assert callable(change)
    assert returned_to([change(return_path("no-reply@hub.example", 17, "s" * 32))], ["s" * 32]) is None
    assert returned_to([return_path("no-reply@hub.example", 17, "t" * 32)], ["s" * 32]) is None


def test_a_return_path_of_the_other_key_leads_to_its_mail_too() -> None:
    address = return_path("no-reply@hub.example", 17, "t" * 32)
    assert returned_to([address], ["s" * 32, "t" * 32]) == 17


@pytest.mark.parametrize("head", ["", "From: \r\n", "From:\r\nSubject: Report\r\n"])
def test_a_message_of_no_sender_is_read_without_a_word_to_the_log(head: str, caplog: pytest.LogCaptureFixture) -> None:
    assert read(f"{head}\r\nHello".encode()).kind is Kind.UNKNOWN
    assert [record.getMessage() for record in caplog.records if record.name.startswith("flufl")] == []
