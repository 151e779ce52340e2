"""Encode a message as the bytes that are sent, and read such bytes again for the development mailbox."""

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.header import Header
from email.message import EmailMessage
from email.message import Message as MimePart
from email.policy import EmailPolicy, default
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from typing import TypedDict

import idna
from email_validator import validate_email

from backend.mail.letter import Message
from backend.mail.render import TEMPLATES

_LOGO = (TEMPLATES / "logo.png").read_bytes()


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


_POLICY = _Policy(linesep="\r\n")


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
    mail = EmailMessage(policy=_POLICY.clone(utf8=not recipient.isascii()))
    mail["From"] = sender
    mail["To"] = recipient
    if reply_to := _reply_to(message.reply_to, utf8=not recipient.isascii()):
        mail["Reply-To"] = reply_to
    mail["Subject"] = message.subject
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = message_id
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if message.unsubscribe:  # by one click (RFC 8058); both are to be signed by DKIM
        mail["List-Unsubscribe"] = f"<{message.unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    _add_bodies(mail, message)
    for file in attachments:
        maintype, subtype = file.media_type.split("/")
        mail.add_attachment(file.content, maintype=maintype, subtype=subtype, filename=file.name)
    mail["Content-Language"] = message.language  # last: building the parts moves headers of content inwards
    _fix_boundaries(mail, message_id)
    return mail.as_bytes()


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
