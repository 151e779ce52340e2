"""Encode a message as the bytes that are sent, and read such bytes again for the development mailbox."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from typing import TypedDict

import idna

from backend.mail.letter import Message
from backend.mail.render import TEMPLATES

_LOGO = (TEMPLATES / "logo.png").read_bytes()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a mail; `media_type` such as `application/pdf`."""

    name: str
    media_type: str
    content: bytes


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
    mail = EmailMessage(policy=SMTP.clone(utf8=not recipient.isascii()))
    mail["From"] = sender
    mail["To"] = recipient
    if message.reply_to:
        mail["Reply-To"] = ascii_address(message.reply_to)
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    _add_bodies(mail, message)
    for file in attachments:
        maintype, subtype = file.media_type.split("/")
        mail.add_attachment(file.content, maintype=maintype, subtype=subtype, filename=file.name)
    mail["Content-Language"] = message.language  # last: building the parts moves headers of content inwards
    _fix_boundaries(mail, message_id)
    return mail.as_bytes()


def _add_bodies(mail: EmailMessage, message: Message) -> None:
    """Plain text, or HTML with the logo inside. Quoted-printable keeps any server from breaking lines or umlauts."""
    mail.set_content(message.text, cte="quoted-printable")
    mail.add_alternative(message.html, subtype="html", cte="quoted-printable")
    html = mail.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(_LOGO, "image", "png", cid="<logo>", filename="logo.png", disposition="inline")


def _fix_boundaries(mail: EmailMessage, seed: str) -> None:
    """Boundaries are random by default; ours follow from the Message-ID."""
    digest = sha256(seed.encode()).hexdigest()[:32]
    for number, part in enumerate(part for part in mail.walk() if part.is_multipart()):
        part.set_boundary(f"={number}={digest}")


def summarise(mime: bytes) -> MailSummary:
    """Subject, both bodies and every link of the plain text, in the order of the text."""
    mail = message_from_bytes(mime, policy=default)
    text, html = _body(mail, "plain"), _body(mail, "html")
    return MailSummary(subject=str(mail["Subject"]), text=text, html=html, links=list(dict.fromkeys(_links(text))))


def _body(mail: EmailMessage, subtype: str) -> str:
    part = mail.get_body((subtype,))
    return str(part.get_content()).replace("\r\n", "\n") if part else ""


def _links(text: str) -> list[str]:
    return [link.rstrip(".,;:)") for link in re.findall(r"https?://[^\s<>\"]+", text)]
