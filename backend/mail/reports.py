"""What came back for a mail: a report that it was not delivered, that it is late, or an answer of a machine.

Reports of RFC 3464 are read by their fields, also where a server writes them into plain text. Others are recognized by
flufl.bounce, and by the words and codes that servers of many languages use. Nothing that is not clearly a failure is
one: a person who is away has the mail.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.header import decode_header, make_header
from email.message import Message
from enum import StrEnum

from backend.foreign_text import storable
from backend.mail.report_patterns import AUTO_REPLY, FAILURE, LATE

MAX_SIZE = 256 * 1024  # bytes that are read; a report stands at the beginning
_MAX_TEXT_LENGTH = 32_768  # characters
_MAX_LINE_LENGTH = 500  # characters; patterns take long on longer ones
_MAX_PARTS = 50


class Kind(StrEnum):
    """What a message that came back is."""

    FAILED = "FAILED"
    DELAYED = "DELAYED"
    DELIVERED = "DELIVERED"
    AUTO_REPLY = "AUTO_REPLY"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Report:
    """What it is, what the server said, and the values of all headers that may hold the address that it came to."""

    kind: Kind
    diagnostic: str
    addresses: list[str]


_ADDRESSED = (
    "X-Original-To",
    "Delivered-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "X-Forwarded-To",
    "Resent-To",
    "To",
    "Cc",
)
_DAEMON = re.compile(
    r"(?i)\b(mailer-?daemon|mail-?daemon|postmaster|mdaemon|microsoftexchange\w*|double-bounce|mmdf)\b"
)
_AUTO_HEADERS = ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Auto-Response", "X-Vacation")
_SAYS_WHY = re.compile(r"\b(?:[45]\d\d[ :-]|[45]\.\d{1,3}\.\d{1,3}\b)")
_FOR_GOOD = re.compile(r"(?<![\d.])(?:5\d\d[ -]#?\d?|5\.\d{1,3}\.\d{1,3}\b)")


def read(raw: bytes) -> Report:
    """What a message that came back says. Never raises, whatever it is made of."""
    try:
        message = message_from_bytes(raw[:MAX_SIZE])
        addresses = [_header(message, name) for name in _ADDRESSED if message.get(name)]
    except Exception:  # noqa: BLE001 – anybody can send anything
        return Report(Kind.UNKNOWN, "", [])
    try:
        kind, diagnostic = _classify(message)
    except Exception:  # noqa: BLE001
        kind, diagnostic = Kind.UNKNOWN, ""
    return Report(kind, storable(diagnostic), addresses)


def _classify(message: Message) -> tuple[Kind, str]:
    text = _text(message)
    fields = [*_status_fields(message), *_fields_in(text)]
    if reported := _read_status(fields):
        kind, words = reported
        return kind, words or _reason_lines(text)
    subject = _header(message, "Subject")
    if _is_auto_reply(message, subject):
        return Kind.AUTO_REPLY, ""
    from flufl.bounce import all_failures

    later, for_good = all_failures(_without_parts(message, subject, text))
    if for_good:
        return Kind.FAILED, _reason_lines(text)
    if later:
        return Kind.DELAYED, _reason_lines(text)
    told = f"{subject}\n{text}"
    if not _is_daemon(message) or not FAILURE.search(told):
        return (Kind.DELAYED if _is_daemon(message) and LATE.search(told) else Kind.UNKNOWN), ""
    if LATE.search(told) and not _FOR_GOOD.search(text):
        return Kind.DELAYED, _reason_lines(text)
    return Kind.FAILED, _reason_lines(text)


def _read_status(fields: list[Message]) -> tuple[Kind, str] | None:
    """What the fields of a report say: one failure among several recipients is one, as our mails have one."""
    found: dict[Kind, str] = {}
    for block in fields:
        action, status = _header(block, "Action").lower(), _header(block, "Status")
        diagnostic = re.sub(r"(?i)^[\w.-]{1,20}\s*;\s*", "", _header(block, "Diagnostic-Code"))
        words = " ".join(filter(None, (status if status not in diagnostic else "", diagnostic)))
        if action.startswith(("fail", "error")) or (not action and status.startswith("5")):
            found.setdefault(Kind.FAILED, words)
        elif action.startswith("delay") or (not action and status.startswith("4")):
            found.setdefault(Kind.DELAYED, words)
        elif action.startswith(("deliver", "relay", "expand")):
            found.setdefault(Kind.DELIVERED, words)
    return next(((kind, found[kind]) for kind in (Kind.FAILED, Kind.DELAYED, Kind.DELIVERED) if kind in found), None)


def _status_fields(message: Message) -> Iterator[Message]:
    for part in _parts(message):
        if part.get_content_type() in {"message/delivery-status", "message/global-delivery-status"}:
            blocks = part.get_payload()
            for block in blocks if isinstance(blocks, list) else []:
                if isinstance(block, Message):
                    yield block
                    yield from _fields_in(_decoded(block))  # of what Python takes for a mail in the mail


def _fields_in(text: str) -> Iterator[Message]:
    """Fields of a report that stand in plain text: some servers lose the parts around them."""
    for block in re.split(r"\n\s*\n", text):
        if re.search(r"(?im)^(Final|Original)-Recipient:", block) and re.search(r"(?im)^(Action|Status):", block):
            yield message_from_string(re.sub(r"(?m)^(?=[^:\n]*$)(?=\S)", " ", block.strip("\n")))


def _is_auto_reply(message: Message, subject: str) -> bool:
    if message.get_content_type() == "multipart/report":
        return message.get_param("report-type") != "delivery-status"  # of a reader, or a complaint
    if _is_daemon(message):
        return False
    automatic = _header(message, "Auto-Submitted").lower()
    precedence = f"{_header(message, 'Precedence')} {_header(message, 'Preference')}".lower()
    return (
        automatic.startswith("auto-")
        or any(message.get(name) for name in _AUTO_HEADERS)
        or "auto_reply" in precedence
        or AUTO_REPLY.search(subject) is not None
    )


def _is_daemon(message: Message) -> bool:
    return _DAEMON.search(_header(message, "From")) is not None


def _reason_lines(text: str) -> str:
    """The lines that say why: those with a code, else the first that speaks of a failure."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    coded = [line for line in lines if _SAYS_WHY.search(line)][:3]
    return " ".join(coded) or next((line for line in lines if FAILURE.search(line)), "")


def _without_parts(message: Message, subject: str, text: str) -> Message:
    """The same message without its parts, as flufl.bounce reads it in bounded time."""
    plain = Message()
    sender = _header(message, "From") or "<>"  # flufl.bounce trips over none, and logs it
    plain["From"] = sender.encode("ascii", "replace").decode()
    plain["Subject"] = subject.encode("ascii", "replace").decode()
    plain.set_payload(text)
    return plain


def _text(message: Message) -> str:
    """What people read of it, shortened; the mail that is returned with it is left out."""
    texts, pages = [], []
    for part in _parts(message):
        if part.get_content_type() == "text/plain":
            texts.append(_decoded(part))
        elif part.get_content_type() == "text/html":
            pages.append(
                re.sub(r"<[^<>]{0,500}>", " ", re.sub(r"(?i)<(br|/p|/tr|/div)[^<>]{0,99}>", "\n", _decoded(part)))
            )
    told = "\n".join(texts or pages)[:_MAX_TEXT_LENGTH]
    return "\n".join(line[:_MAX_LINE_LENGTH] for line in told.splitlines())


def _parts(message: Message) -> Iterator[Message]:
    """The parts, but not those of the mail that is returned."""
    waiting, number = [message], 0
    while waiting and number < _MAX_PARTS:
        part, number = waiting.pop(0), number + 1
        yield part
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = [child for child in inner if isinstance(child, Message)]


def _decoded(part: Message) -> str:
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else str(part.get_payload()).encode("utf-8", "surrogateescape")
    try:
        return storable(raw.decode(part.get_content_charset() or "utf-8"), _MAX_TEXT_LENGTH)
    except (LookupError, ValueError):
        return storable(raw, _MAX_TEXT_LENGTH)


def _header(message: Message, name: str) -> str:
    """All values of a header, as people read them."""
    values = []
    for value in [value for key, value in message.raw_items() if key.lower() == name.lower()][:10]:
        words = storable(str(value), 4000)
        try:
            values.append(str(make_header(decode_header(words))))
        except (LookupError, ValueError):
            values.append(words)
    return storable(", ".join(values).replace("\n", " "), 8000)
