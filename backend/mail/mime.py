"""Encode a message as the bytes that are sent, and read such bytes again for the development mailbox.

The parts are put together here: Python's own generator takes ten times as long, and writes the same but for the few
headers that are left to it, as they may need encoding or folding.
"""

import re
from binascii import b2a_qp
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.header import Header
from email.message import EmailMessage
from email.message import Message as MimePart
from email.policy import EmailPolicy, default
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from hashlib import sha256
from typing import TypedDict

import idna
from email_validator import validate_email

from backend.mail.letter import Message
from backend.mail.render import TEMPLATES


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; `media_type` such as `application/pdf`."""

    name: str
    media_type: str
    content: bytes


class _Policy(EmailPolicy):
    """Subjects as every mail program reads them: Python's own folding loses and doubles blanks of encoded words. What
    unsubscribes stays in one line and as it is: of a long address Python's folding makes encoded words.
    """

    def fold(self, name: str, value: str) -> str:
        """One header with its line ends."""
        if name.lower() == "list-unsubscribe":
            return f"{name}: {value}{self.linesep}"
        if name.lower() != "subject" or self.utf8:
            return str(super().fold(name, value))
        plain = value.isascii() and "=?" not in value and all(len(word) < 60 for word in value.split())
        charset = "us-ascii" if plain else "utf-8"
        folded = Header(str(value), charset, header_name=name, maxlinelen=76).encode(linesep=self.linesep)
        return f"{name}: {folded}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        """The same as bytes."""
        return self.fold(name, value).encode("utf-8" if self.utf8 else "ascii", "surrogateescape")


_ASCII = _Policy(linesep="\r\n")
_UTF8 = _ASCII.clone(utf8=True)


class MailSummary(TypedDict):
    """What the development mailbox shows of a mail."""

    subject: str
    text: str
    html: str
    links: list[str]


def ascii_address(address: str) -> str:
    """The address with its domain in ASCII (xn--bcher-kva.example). Raises ValueError if it has none."""
    local, at, domain = address.rpartition("@")
    if not (local and at and domain):
        raise ValueError(f"not an email address: {address!r}")
    return f"{local}@{domain if domain.isascii() else idna.encode(domain, uts46=True).decode()}"


def envelope_address(header: str) -> str:
    """The bare address of a header such as `Control Hub <no-reply@example.com>`."""
    return ascii_address(parseaddr(header)[1])


def message_id(key: str, sender: str) -> str:
    """The Message-ID of an outbox row, under the sender's domain: the same for every attempt."""
    return f"<{key}@{envelope_address(sender).rpartition('@')[2]}>"


def build(
    message: Message,
    *,
    sender: str,
    recipient: str,
    message_id: str,
    date: datetime,
    attachments: tuple[Attachment, ...] = (),
) -> bytes:
    """The MIME bytes of a mail to one recipient; the same arguments give the same bytes."""
    recipient = ascii_address(recipient)
    utf8 = not recipient.isascii()
    headers = [_header("From", sender, utf8=utf8), _header("To", recipient, utf8=utf8)]
    if reply_to := _reply_to(message.reply_to, utf8=utf8):
        headers.append(_header("Reply-To", reply_to, utf8=utf8))
    headers += [
        _header("Subject", message.subject, utf8=utf8),
        f"Date: {format_datetime(date)}\r\nMessage-ID: {message_id}\r\n".encode(),
        b"Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n",
    ]
    if message.unsubscribe:  # by one click (RFC 8058); both are to be signed by DKIM
        headers.append(_header("List-Unsubscribe", f"<{message.unsubscribe}>", utf8=utf8))
        headers.append(b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")
    headers.append(f"MIME-Version: 1.0\r\nContent-Language: {message.language}\r\n".encode())
    return b"".join(headers) + _content(message, attachments, message_id)


@lru_cache(maxsize=256)
def _header(name: str, value: str, *, utf8: bool) -> bytes:
    """A header as it is written; in UTF-8 only to who reads that. Raises ValueError if it is more than one line."""
    policy = _UTF8 if utf8 else _ASCII
    return policy.fold_binary(*policy.header_store_parse(name, value))


def _content(message: Message, attachments: tuple[Attachment, ...], seed: str) -> bytes:
    """Plain text, or HTML with the logo inside, and then the files. What separates them follows from the Message-ID."""
    digest = sha256(seed.encode()).hexdigest()[:32]
    html = _multipart("related", f"=2={digest}", _text("html", message.html), _LOGO)
    both = _multipart("alternative", f"=1={digest}", _text("plain", message.text), html)
    return _multipart("mixed", f"=0={digest}", both, *map(_file, attachments)) if attachments else both


def _multipart(subtype: str, boundary: str, *parts: bytes) -> bytes:
    head = f'Content-Type: multipart/{subtype};\r\n boundary="{boundary}"\r\n\r\n'
    line = f"--{boundary}\r\n".encode()
    return head.encode() + b"".join(line + part + b"\r\n" for part in parts) + f"--{boundary}--\r\n".encode()


def _text(subtype: str, text: str) -> bytes:
    """Words as a part. Quoted-printable keeps any server from breaking lines or umlauts."""
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode() + b2a_qp(b"".join(line + b"\r\n" for line in text.encode().splitlines()))


def _file(file: Attachment) -> bytes:
    part = EmailMessage(policy=_ASCII)
    maintype, subtype = file.media_type.split("/")
    part.set_content(file.content, maintype=maintype, subtype=subtype, filename=file.name, disposition="attachment")
    return _without_version(part)


def _logo() -> bytes:
    part = EmailMessage(policy=_ASCII)
    content = (TEMPLATES / "logo.png").read_bytes()
    part.set_content(content, "image", "png", cid="<logo>", filename="logo.png", disposition="inline")
    return _without_version(part)


def _without_version(part: EmailMessage) -> bytes:
    """A part of a mail: the mail says of which version of MIME it is."""
    del part["MIME-Version"]
    return part.as_bytes()


_LOGO = _logo()


@lru_cache(maxsize=256)
def _reply_to(address: str | None, *, utf8: bool) -> str | None:
    """Who answers questions; nobody if no header of this mail can carry their address: better than no mail.

    Letters beyond ASCII before the @ can only be written in a mail that goes to such an address itself.
    """
    try:
        written = ascii_address(address or "")
        validate_email(written, check_deliverability=False, test_environment=True, allow_smtputf8=utf8)
    except (ValueError, IndexError):  # of email_validator and idna
        return None
    return written


def summarise(mime: bytes) -> MailSummary:
    """Subject, both bodies and every link of the plain text, in the order of the text."""
    mail = message_from_bytes(mime)  # with a policy that takes each header apart it would take ten times as long
    subject = default.header_fetch_parse("Subject", dict(mail.raw_items())["Subject"])
    text, html = _body(mail, "plain"), _body(mail, "html")
    return MailSummary(subject=str(subject), text=text, html=html, links=list(dict.fromkeys(_links(text))))


def _body(mail: MimePart, subtype: str) -> str:
    for part in mail.walk():
        if part.get_content_type() == f"text/{subtype}" and part.get_content_disposition() != "attachment":
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            return content.decode(part.get_content_charset("ascii"), "replace").replace("\r\n", "\n")
    return ""


def _links(text: str) -> list[str]:
    return [link.rstrip(".,;:)") for link in re.findall(r"https?://[^\s<>\"]+", text)]
