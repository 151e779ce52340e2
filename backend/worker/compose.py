"""Composes the bytes of a mail at its first attempt: they are the same at every other."""

import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from backend import clock, database
from backend.mail import mime
from backend.mail.letter import MailData
from backend.mail.render import render_list
from backend.mail.transport import DeliveryResult, Outcome
from backend.models.outbox import EmailKind, MailTopic
from backend.pdf.produce import SummaryDelayed, summary_pdf
from backend.pdf.summary_data import file_name
from backend.provisioning import dossier, links, reminder_digests
from backend.provisioning.finder.normalise import read_address
from backend.summaries import summary_of

logger = logging.getLogger("backend.worker")

_READ = {
    "topic": MailTopic,
    "deadline": date.fromisoformat,
    "requested_at": datetime.fromisoformat,
    "expires_at": datetime.fromisoformat,
}


async def compose_mail(
    row: dict[str, Any], mails: Sequence[dict[str, Any]], sender: str
) -> bytes | DeliveryResult | None:
    """A mail that lists `mails`, or is the only one of them. Or why there is none; None: nothing is left to tell.

    Only what is wrong with the mail itself is final. Whatever the database or the machine can't do now, raises.
    """
    if row["mime"] is not None:
        return bytes(row["mime"])
    files = await _summary(row["order_id"], row["language"]) if row["kind"] == EmailKind.COMPLETION else ()
    if isinstance(files, DeliveryResult):
        return files
    try:
        told = [(EmailKind(mail["kind"]), _data(mail["data"])) for mail in mails]
    except (TypeError, ValueError) as error:
        logger.exception("A mail could not be read")
        return _failed(error)
    current = [(kind, await _as_it_is_now(mail, kind, data)) for mail, (kind, data) in zip(mails, told, strict=True)]
    told = [(kind, data) for kind, data in current if data is not None]
    if not told:
        return None
    if len(told) > 1:
        # The link of a mail that waited may have been replaced by that of a later one, or have ended with its order.
        told = [(kind, data) for kind, data in told if data.link is None or await links.is_open(data.link)] or told
    try:
        message = render_list(row["language"], told)
        row["subject"] = message.subject[:250]
        return mime.build(
            message,
            sender=sender,
            recipient=row["recipient"],
            message_id=mime.message_id(row["message_id"], sender),
            date=database.instant(row["queued_at"]),
            attachments=files,
        )
    except (OSError, MemoryError):
        raise
    except Exception as error:
        logger.exception("A mail could not be written")
        return _failed(error)


async def still_goes_alone(row: dict[str, Any]) -> bool:
    """Whether a reminder that was queued by itself is still to be sent so, as its person wants it now.

    One that is not is removed, and the order's timeline, which told of it, says so.
    """
    link, now = _data(row["data"]).link, clock.now()
    async with database.transaction():
        await dossier.lock(row["order_id"])
        if await reminder_digests.goes_alone(row["order_id"], row["recipient"], link, now):
            return True
        await reminder_digests.drop(row["id"], row["order_id"], row["recipient"], now)
        return False


async def _as_it_is_now(mail: dict[str, Any], kind: EmailKind, data: MailData) -> MailData | None:
    """What a reminder tells at the time that it is written; None: a digest of which nothing waits any more."""
    if kind is not EmailKind.REMINDER or data.test:
        return data
    key = read_address(mail["recipient"]).key
    if data.topic is not MailTopic.DIGEST:
        return replace(data, **await reminder_digests.way_out(key))
    async with database.transaction():
        told = await reminder_digests.write(mail["id"], key, clock.now())
    return replace(data, **told) if told is not None else None


def _failed(error: Exception) -> DeliveryResult:
    return DeliveryResult(Outcome.FAILED, f"Could not be written: {type(error).__name__}")


async def _summary(order_id: int, language: str) -> tuple[mime.Attachment, ...] | DeliveryResult:
    """The order's summary as a file, or why there is none yet."""
    order = await dossier.read(order_id)
    if order is None:
        return ()
    try:
        content = await summary_pdf(summary_of(order), language, caller="mail")
    except SummaryDelayed:  # the machine is too busy
        return DeliveryResult(Outcome.DEFERRED, "The order summary was not made in time.")
    except Exception as error:
        logger.exception("An order summary could not be made")
        return DeliveryResult(Outcome.DEFERRED, f"The order summary could not be made: {type(error).__name__}")
    return (mime.Attachment(file_name(order.order_number), "application/pdf", content),)


def _data(stored: Any) -> MailData:
    fields: dict[str, Any] = json.loads(stored) if isinstance(stored, str) else dict(stored or {})
    for name, read in _READ.items():
        if isinstance(fields.get(name), str):
            fields[name] = read(fields[name])
    for name in ("licenses", "services"):
        if name in fields:
            fields[name] = tuple(tuple(item) if isinstance(item, list) else item for item in fields[name])
    return MailData(**fields)
