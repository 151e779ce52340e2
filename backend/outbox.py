"""The outbox: a mail is a row, written in the transaction of the change that causes it; the worker delivers it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from backend import correlation, database
from backend.database import Change
from backend.models.outbox import LOWEST_PRIORITY, PRIORITIES, EmailKind, EmailState, MailTopic
from backend.sql import values

_INSERT = """
INSERT INTO email_message
  (unique_key, order_id, kind, recipient, language, subject, data, message_id, state, attempts, queued_at, due_at,
   priority, destination, traceparent)
VALUES {rows}
ON CONFLICT (unique_key) DO NOTHING
"""
_IS_TEST = "SELECT 1 AS one FROM orders WHERE id = $1 AND test"
_SENT_WITH = "SELECT id, order_id, kind, recipient, subject FROM email_message WHERE sent_with = $1"
_COPY_OUTCOME = """
UPDATE email_message SET (state, subject, attempts, pauses, last_reply, sent_at, bounced_at, data) = (
  SELECT m.state, m.subject, m.attempts, m.pauses, m.last_reply, m.sent_at, m.bounced_at,
    CASE WHEN m.data IS NOT NULL THEN email_message.data END
  FROM email_message m WHERE m.id = $1
) WHERE sent_with = $1
"""


async def enqueue(
    kind: EmailKind,
    recipient: str,
    language: str,
    /,
    *,
    key: str,
    at: datetime,
    topic: MailTopic | None = None,
    order_id: int | None = None,
    **data: Any,
) -> None:
    """Write a mail of this kind and topic, to be sent at once; about a test order, to be kept. Nothing happens if the
    same was written before for this occasion.

    `key` says which occasion the mail belongs to, such as `order:7:2`; `data` are the fields of the mail's MailData.
    """
    kept = order_id is not None and await database.row(_IS_TEST, [order_id]) is not None
    mail = written(kind, recipient, language, key=key, at=at, topic=topic, order_id=order_id, kept=kept, **data)
    for sql, given in queueing([mail]):
        await database.execute(sql, given)


def queueing(mails: Sequence[tuple[Any, ...]]) -> list[Change]:
    """What writes mails that were `written`, in their order; nothing, if there are none."""
    if not mails:
        return []
    rows, given = values(mails)
    return [(_INSERT.format(rows=rows), given)]


def written(
    kind: EmailKind,
    recipient: str,
    language: str,
    /,
    *,
    key: str,
    at: datetime,
    topic: MailTopic | None = None,
    order_id: int | None = None,
    kept: bool,
    **data: Any,
) -> tuple[Any, ...]:
    """A mail as its row: see `enqueue`. `kept`: it is about a test order."""
    unique = f"{key}:{kind}:{topic or ''}:{recipient.lower()}"
    told = data | {"topic": topic, "recipient": recipient}
    stored = json.dumps({name: value for name, value in told.items() if value is not None}, default=_plain)
    message_id = sha256(unique.encode()).hexdigest()[:32]
    priority = PRIORITIES.get(kind, LOWEST_PRIORITY)
    destination = recipient.rpartition("@")[2].lower()
    state, due = (EmailState.KEPT, None) if kept else (EmailState.QUEUED, at)
    told_as = (unique, order_id, kind, recipient, language, "", stored, message_id)
    return *told_as, state, 0, at, due, priority, destination, correlation.traceparent()


async def mails_sent_with(mail: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A mail and those that it lists."""
    others = await database.rows(_SENT_WITH, [mail["id"]]) if mail["crowd"] else []
    return [dict(mail), *others]


async def copy_outcome(mail: Mapping[str, Any]) -> None:
    """What became of a mail became of those that it lists."""
    if mail["crowd"]:
        await database.execute(_COPY_OUTCOME, [mail["id"]])


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a mail's datum: {value!r}")
