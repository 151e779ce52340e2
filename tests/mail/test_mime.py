"""Tests of how mails are encoded."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.mail.letter import Message
from backend.mail.mime import Attachment, ascii_address, build, envelope_address, message_id, summarise
from backend.mail.render import render
from backend.models.outbox import EmailKind
from tests.mail.data import ORDER

SENDER = "Control Hub <no-reply@controlhub.example>"
AT = datetime(2026, 11, 19, 9, 40, tzinfo=UTC)


def encoded(
    message: Message | None = None, recipient: str = "lena@halden.example", attachments: tuple[Attachment, ...] = ()
) -> bytes:
    return build(
        message or render(EmailKind.SETUP, "de", ORDER),
        sender=SENDER,
        recipient=recipient,
        message_id=message_id("7f3a", SENDER),
        date=AT,
        attachments=attachments,
    )


def parsed(mime: bytes) -> EmailMessage:
    mail = message_from_bytes(mime, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_the_headers_keep_machines_quiet_and_people_answered() -> None:
    mail = parsed(encoded())
    assert mail["From"] == SENDER
    assert mail["To"] == "lena@halden.example"
    assert mail["Reply-To"] == "petersen@nordlicht.example"
    assert mail["Subject"] == "Provisioning information required for order DE-4500127"
    assert mail["Date"].datetime == AT
    assert mail["Message-ID"] == "<7f3a@controlhub.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Content-Language"] == "de"


@pytest.mark.parametrize(
    ("seller", "reply_to"),
    [
        ("petersen@bücher.example", "petersen@xn--bcher-kva.example"),
        *(("grüße@nordlicht.example", None), ("名@例え.example", None), ("a\r\nBcc: eve@x.example@b.example", None)),
        *(("a b@nordlicht.example", None), ("a,b@nordlicht.example", None), ("<a@nordlicht.example>", None)),
        *(("no-at-sign", None), ("a@nord\u2000licht.example", None), ("a@nordlicht.example.", None), ("@", None)),
    ],
)
def test_a_seller_whom_no_header_can_name_is_left_out(seller: str, reply_to: str | None) -> None:
    message = render(EmailKind.SETUP, "de", replace(ORDER, seller_email=seller))
    assert parsed(encoded(message))["Reply-To"] == reply_to


def test_a_mail_to_letters_beyond_ascii_may_name_a_seller_with_such() -> None:
    message = render(EmailKind.SETUP, "de", replace(ORDER, seller_email="grüße@nordlicht.example"))
    assert "Reply-To: grüße@nordlicht.example" in encoded(message, "jörg@halden.example").decode()


def test_the_same_mail_is_the_same_bytes() -> None:
    pdf = (Attachment("DE-4500127.pdf", "application/pdf", b"%PDF-1.4"),)
    assert encoded(attachments=pdf) == encoded(attachments=pdf)


def test_the_logo_is_inside_the_html_and_the_summary_outside() -> None:
    mail = parsed(encoded(attachments=(Attachment("Übersicht.pdf", "application/pdf", b"%PDF-1.4"),)))
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    (pdf,) = mail.iter_attachments()
    assert (pdf.get_filename(), pdf.get_content()) == ("Übersicht.pdf", b"%PDF-1.4")
    image = next(part for part in mail.walk() if part.get_content_type() == "image/png")
    assert image["Content-ID"] == "<logo>"
    assert image.get_content_disposition() == "inline"


def test_lines_are_short_ascii_and_end_as_smtp_wants() -> None:
    mime = encoded()
    assert mime.isascii()
    assert b"\n" not in mime.replace(b"\r\n", b"")
    assert max(map(len, mime.split(b"\r\n"))) <= 998


def test_a_stored_mail_is_read_again_with_its_links() -> None:
    message = render(EmailKind.SETUP, "de", ORDER)
    assert summarise(encoded(message)) == {
        "subject": message.subject,
        "text": message.text,
        "html": message.html,
        "links": [f"https://hub.example/{path}" for path in ("setup#dG9rZW4", "orders/T3JkZXI6Nw", "guide")],
    }


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=200))
def test_any_subject_and_text_survive(words: str) -> None:
    subject = " ".join(words.split()) or "–"
    summary = summarise(encoded(Message("en", subject, f"{words}\n", f"<p>{words}</p>\n")))
    assert summary["subject"] == subject
    assert summary["text"] == f"{words}\n"


def test_a_subject_with_a_line_break_is_refused() -> None:
    with pytest.raises(ValueError, match="linefeed"):
        encoded(Message("en", "Hello\r\nBcc: all@evil.example", "", ""))


def test_international_domains_are_sent_in_ascii() -> None:
    assert ascii_address("lena@Bücher.example") == "lena@xn--bcher-kva.example"
    assert parsed(encoded(recipient="lena@bücher.example"))["To"] == "lena@xn--bcher-kva.example"
    assert "To: łena@halden.example\r\n".encode() in encoded(recipient="łena@halden.example")


@pytest.mark.parametrize("address", ["", "lena", "@halden.example", "lena@"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an email address"):
        ascii_address(address)


def test_the_envelope_has_the_bare_address() -> None:
    assert envelope_address(SENDER) == "no-reply@controlhub.example"


SUBJECTS = [
    "Übergeben an lena@bücher.example: Bestellung DE-4500127",
    "ü Großhandelsgesellschaft 4711 für 😀 😀 GmbH ü Straße (Nord) 😀",
    "日本語株式会社 Österreich – xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 日本語株式会社",
    "Bestellung (Nord) (Nord) Bestellung GmbH xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "=?x?= looks encoded",
    "प्रावधान की जानकारी आवश्यक है: आदेश 4500127 " * 3,
    "é " * 60,
    "a" * 200,
]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_subjects_have_neither_empty_encoded_words_nor_doubled_blanks(subject: str) -> None:
    subject = " ".join(subject.split())
    raw = encoded(replace(render(EmailKind.SETUP, "de", ORDER), subject=subject))
    head = re.search(rb"Subject: ?((?:.*\r\n)(?:[ \t].*\r\n)*)", raw)
    assert head
    written = head[1].decode("ascii")
    assert not re.search(r"=\?[^?]+\?[bq]\?\?=", written, re.IGNORECASE)
    assert parsed(raw)["Subject"] == subject
    assert str(make_header(decode_header(written.replace("\r\n", "")))) == subject or "=?x?=" in subject


@pytest.mark.parametrize("recipient", ["lena@halden.example", "lena@bücher.example", "jörg@halden.example"])
@pytest.mark.parametrize("length", [40, 79, 300, 900])
def test_what_unsubscribes_is_one_line_as_it_is_however_long_it_is(recipient: str, length: int) -> None:
    """Python makes encoded words of long addresses (python/cpython#85725, odoo/odoo#289182), and servers sign headers
    wrong that were folded (nodemailer/nodemailer#1654).
    """
    link = "https://hub.example/".ljust(length, "x")
    mail = encoded(replace(render(EmailKind.SETUP, "de", ORDER), unsubscribe=link), recipient)
    lines = mail.split(b"\r\n\r\n")[0].split(b"\r\n")
    assert f"List-Unsubscribe: <{link}>".encode() in lines
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    assert max(map(len, lines)) <= 998


def test_mail_that_does_not_end_by_a_click_says_nothing_of_it() -> None:
    assert b"list-unsubscribe" not in encoded().lower()
