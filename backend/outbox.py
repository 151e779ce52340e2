"""The outbox: a mail is a row, written in the transaction of the change that causes it; the worker delivers it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from backend import correlation, database
from backend.models.outbox import LOWEST_PRIORITY, PRIORITIES, EmailKind, EmailState, MailTopic

_INSERT = """
INSERT INTO email_message
  (unique_key, order_id, kind, recipient, language, subject, data, message_id, state, attempts, pauses, unsettled,
   queued_at, due_at, priority, destination, traceparent)
VALUES ($1, $2, $3, $4, $5, '', $6, $7, $11, 0, 0, 0, $8, $12, $9, $10, $13)
ON CONFLICT (unique_key) DO NOTHING RETURNING id
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
) -> bool:
    """Write a mail of this kind and topic, to be sent at once; about a test order, to be kept. False: the same was
    written before for this occasion.

    `key` says which occasion the mail belongs to, such as `order:7:2`; `data` are the fields of the mail's MailData.
    """
    unique = f"{key}:{kind}:{topic or ''}:{recipient.lower()}"
    told = data | {"topic": topic, "recipient": recipient}
    stored = json.dumps({name: value for name, value in told.items() if value is not None}, default=_plain)
    message_id = sha256(unique.encode()).hexdigest()[:32]
    priority = PRIORITIES.get(kind, LOWEST_PRIORITY)
    destination = recipient.rpartition("@")[2].lower()
    kept = order_id is not None and await database.row(_IS_TEST, [order_id]) is not None
    state, due = (EmailState.KEPT, None) if kept else (EmailState.QUEUED, at)
    values = [unique, order_id, kind, recipient, language, stored, message_id, at, priority, destination, state, due]
    values.append(correlation.traceparent())
    return bool(await database.rows(_INSERT, values))


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
