"""The outbox: a mail is a row, written in the transaction of the change that causes it; the worker delivers it."""

import json
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from backend import database

_INSERT = """
INSERT INTO email_message
  (unique_key, order_id, kind, recipient, language, subject, data, message_id, state, attempts, queued_at, due_at)
VALUES ($1, $2, $3, $4, $5, '', $6, $7, 'QUEUED', 0, $8, $8)
ON CONFLICT (unique_key) DO NOTHING RETURNING id
"""


async def enqueue(
    kind: str,
    recipient: str,
    language: str,
    /,
    *,
    key: str,
    at: datetime,
    order_id: int | None = None,
    **data: Any,
) -> bool:
    """Write a mail of this kind, to be sent at once. False: the same (`key`, kind and recipient) was written before.

    `key` says which occasion the mail belongs to, such as `order:7:2`; `data` are the fields of the mail's MailData.
    """
    unique = f"{key}:{kind}:{data.get('topic') or ''}:{recipient.lower()}"
    told = data | {"recipient": recipient}
    stored = json.dumps({name: value for name, value in told.items() if value is not None}, default=_plain)
    message_id = sha256(unique.encode()).hexdigest()[:32]
    values = [unique, order_id, kind, recipient, language, stored, message_id, at]
    return bool(await database.rows(_INSERT, values))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a mail's datum: {value!r}")
