"""Digests: who would get many mails of one seller at once gets one that lists them.

The first of an hour go out one by one. After them, mails gather for half a minute, and one mail lists what has
gathered: each order with its own link. The others are rows like any mail and share its fate; each order's timeline
tells, and so does a mail to the seller.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from backend import clock, database, events
from backend.limits.rates import hit
from backend.models.order import EventKind
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning import dossier
from backend.provisioning.act import by_system
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.undelivered import visible_address
from backend.sql import locking

MAX_SINGLE_MAILS = 10  # mails an hour, recipient and seller
COLLECTION_PERIOD = timedelta(seconds=30)
DIGEST_INTERVAL = timedelta(minutes=10)  # from one list to the next
MAX_LISTED = 50  # mails
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REASON = "Many emails were sent to this address within an hour. The next ones are sent together, in one email."
# Told of a mail as it is taken: whose order it is about.
SELLER = ", (SELECT o.seller FROM orders o WHERE o.id = email_message.order_id) AS seller"
# A code is waited for at the screen, and has limits of its own; the mail of a completed order carries a file.
_BY_ITSELF = {EmailKind.SIGN_IN_CODE, EmailKind.COMPLETION}
_POSTPONE = """
UPDATE email_message SET crowd = $1, due_at = $2, last_reply = $3, unsettled = 0, leased_until = NULL
WHERE id = $4 AND state IN ('QUEUED', 'DEFERRED')
"""
_WAITING = "crowd = $1 AND state IN ('QUEUED', 'DEFERRED') AND mime IS NULL AND (sent_with IS NULL OR sent_with = $2)"
# In one order for all: of two workers that want the same mails, the later one finds that they are taken.
_READ_WAITING = f"""
SELECT * FROM email_message WHERE {_WAITING}
  AND (id = $2 OR id IN (SELECT id FROM email_message WHERE {_WAITING} AND id <> $2 ORDER BY id LIMIT {MAX_LISTED - 1}))
ORDER BY id{{locking}}
"""
_COLLECT = """
UPDATE email_message SET sent_with = $1, due_at = NULL, leased_until = NULL, unsettled = 0
WHERE crowd = $2 AND id <> $1 AND id IN ({ids})
"""


async def mails_to_send(mail: dict[str, Any]) -> list[dict[str, Any]]:
    """The mails that are sent as one now, this one among them; none: it waits, or another one takes it along.

    Asked before a mail is tried for the first time.
    """
    if mail["order_id"] is None or mail["kind"] in _BY_ITSELF or _is_requested_renewal(mail):
        return [mail]
    batch = _batch_of(mail)
    if mail["crowd"] is not None:
        return await _collect(mail, batch)
    if _was_tried(mail) or await hit("mails-alone", batch.mailbox, MAX_SINGLE_MAILS, HOUR, clock.now()) is None:
        return [mail]
    async with database.transaction():
        await _postpone(mail, batch)
    await events.publish(mail["order_id"])
    return []


def _is_requested_renewal(mail: dict[str, Any]) -> bool:
    """A link that a person asked for by an old one is waited for, and has a limit of its own."""
    return str(mail["unique_key"]).split(":")[2:3] == ["renewal"]


def _was_tried(mail: dict[str, Any]) -> bool:
    """Whether it was taken before, and nobody knows how that ended."""
    return int(mail["unsettled"]) > 1


class _Batch(NamedTuple):
    """Whose mails are counted together, and which of them go out as one."""

    mailbox: str
    key: str


def _batch_of(mail: dict[str, Any]) -> _Batch:
    """All addresses of a mailbox count as one, but a list goes to one address: its links are personal."""
    seller, address = mail["seller"] or "", read_address(mail["recipient"])
    mailbox = _hash_of(seller, address.untagged_key or address.key)
    return _Batch(mailbox, _hash_of(seller, address.key, mail["language"]))


def _hash_of(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


async def _postpone(mail: dict[str, Any], batch: _Batch) -> None:
    now = clock.now()
    await dossier.lock(mail["order_id"])
    order = await dossier.read(mail["order_id"])
    if not await database.execute(_POSTPONE, [batch.key, now + COLLECTION_PERIOD, REASON, mail["id"]]) or order is None:
        return
    seller = order.seller_email
    async with by_system(order, now) as act:
        act.record_event(EventKind.MAIL_GATHERED, to=mail["recipient"])
        if seller and not _same(seller, mail["recipient"]) and await _is_first_today(batch, seller, now):
            delegate = visible_address(order, mail["recipient"])
            act.mail(EmailKind.NOTICE, seller, topic=MailTopic.MANY_MAILS, key=f"many:{mail['id']}", delegate=delegate)


def _same(one: str, other: str) -> bool:
    return read_address(one).key == read_address(other).key


async def _is_first_today(batch: _Batch, seller: str, now: datetime) -> bool:
    """Whether the salesperson has not been told of this mailbox today."""
    return await hit("told-of-many-mails", _hash_of(batch.mailbox, seller.lower()), 1, DAY, now) is None


async def _collect(mail: dict[str, Any], batch: _Batch) -> list[dict[str, Any]]:
    """Collect what waits for the same address, unless the last list was sent a moment ago."""
    now = clock.now()
    async with database.transaction():
        found = await database.rows(_READ_WAITING.format(locking=locking()), [batch.key, mail["id"]])
        if all(row["id"] != mail["id"] for row in found):
            return []
        begun = _was_tried(mail) or any(row["sent_with"] == mail["id"] for row in found)
        reached = None if begun else await hit("lists-of-mails", batch.mailbox, 1, DIGEST_INTERVAL, now)
        if reached is not None:
            due = now + timedelta(seconds=reached.retry_after)
            await database.execute(_POSTPONE, [batch.key, due, REASON, mail["id"]])
            return []
        if others := [row["id"] for row in found if row["id"] != mail["id"]]:
            places = ", ".join(f"${number}" for number in range(3, 3 + len(others)))
            await database.execute(_COLLECT.format(ids=places), [mail["id"], batch.key, *others])
    return found
