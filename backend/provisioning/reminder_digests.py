"""Digests of reminders: one mail with all orders that wait for a person, in place of a reminder of each.

A reminder that is due joins its person's next digest; the digest reads what waits when it is written, so an order that
was done or handed over meanwhile is not in it. For each order that it lists the outbox has a row that shares its fate:
the order's timeline tells of it, and so does an alarm if the mail does not arrive.
"""

from datetime import date, datetime, timedelta
from typing import Any

from backend import database, outbox
from backend.language import supported
from backend.models.order import EventKind
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import ReminderRhythm
from backend.provisioning import dossier, links, order_words
from backend.provisioning.access import Actor
from backend.provisioning.act import by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.journey import BEFORE_MAPPED
from backend.provisioning.order_lists import OrderBucket, OrderCriteria, OrderPage, OrderSort, list_orders
from backend.provisioning.reminder_rhythm import (
    BEFORE_DEADLINE,
    DAY,
    Delivery,
    RemindedPerson,
    delivery,
    open_person,
    page_of,
    person_of,
)
from backend.provisioning.undelivered import visible_address
from backend.settings import settings
from backend.sql import among, listed, locking

MAX_LISTED = 50  # orders; a link leads to all
TIME_TO_ACT = timedelta(hours=12)  # from a digest to the deadlines of what it lists
_MY_TURN = OrderCriteria(bucket=OrderBucket.MY_TURN)
_WAS_LISTED = """
SELECT 1 AS one FROM email_message
WHERE order_id = $1 AND crowd = $2 AND sent_with IS NOT NULL AND queued_at > $3 LIMIT 1
"""
_JOIN = "UPDATE reminded_person SET digest_due_at = $1 WHERE id = $2"
_BATCH = 200  # people
_DUE = f"SELECT id FROM reminded_person WHERE digest_due_at <= $1 AND id > $2 ORDER BY id LIMIT {_BATCH}"
_STILL_DUE = """
SELECT id, email_key, email, rhythm, language, digest_due_at, digest_sent_at FROM reminded_person
WHERE digest_due_at <= $1 AND id = $2
"""
_TAKEN = "UPDATE reminded_person SET digest_due_at = NULL, digest_sent_at = $1 WHERE id = $2"
_EMPTY = "UPDATE reminded_person SET digest_due_at = NULL WHERE id = $1"
_NOT_SENT = "UPDATE reminded_person SET digest_sent_at = NULL WHERE id = $1"
_GATHER = "UPDATE email_message SET crowd = $1 WHERE unique_key = $2"
# Not one that another worker took over, as this one was stopped for too long: it may be sent.
_FORGET = "DELETE FROM email_message WHERE id = $1 AND state IN ('QUEUED', 'DEFERRED') AND mime IS NULL"
_FORGET_LISTED = "DELETE FROM email_message WHERE sent_with = $1"
_LIST = """
INSERT INTO email_message
  (unique_key, order_id, kind, recipient, language, subject, message_id, state, attempts, pauses, unsettled, queued_at,
   priority, destination, crowd, sent_with)
SELECT 'digest:' || m.id || ':' || o.id, o.id, m.kind,
  CASE WHEN o.contact_key = $2 THEN o.contact_email ELSE m.recipient END, m.language, '',
  m.message_id, m.state, 0, 0, 0, m.queued_at, m.priority, m.destination, m.crowd,
  m.id
FROM email_message m, orders o WHERE m.id = $1 AND o.id {among}
"""


async def delivery_to(person: RemindedPerson, order: Dossier, at: datetime, *, last: bool) -> Delivery:
    """What becomes of a reminder of an order that is due to this person: `reminder_rhythm.delivery`, but nobody hears
    of an order by a digest that comes too late for it.
    """
    waiting = 0 if person.rhythm else await (await _waiting(person, 1)).count()
    found = delivery(person.rhythm, waiting, last=last)
    if found is Delivery.DIGEST and order.status in BEFORE_MAPPED and order.deadline is not None:
        digest_at = person.digest_due_at or person.next_digest(at)
        return found if digest_at + TIME_TO_ACT < order.deadline else Delivery.ALONE
    return found


async def join(person: RemindedPerson, order: Dossier, at: datetime) -> None:
    """Let the person's next digest tell of an order, unless one did within a day. The person is locked."""
    told = await database.row(_WAS_LISTED, [order.id, _crowd(person), at - DAY])
    if told is None and person.digest_due_at is None:
        await database.execute(_JOIN, [person.next_digest(at), person.id])


async def goes_alone(order_id: int, recipient: str, link: str | None, at: datetime) -> bool:
    """Whether a reminder that was queued to go alone is still to, in the caller's transaction: not if its link is dead,
    or if its person chose otherwise meanwhile; where they chose a digest, it joins that.
    """
    if link is not None and not await links.is_open(link):
        return False
    order, key = await dossier.read(order_id), read_address(recipient).key
    person = await person_of(key)
    if order is None or person is None or person.rhythm is None:
        return True
    last = order.status in BEFORE_MAPPED and order.remind_at is None
    found = await delivery_to(person, order, at, last=last)
    if found is Delivery.DIGEST:
        await join(await open_person(person.email, key, at), order, at)
    return found is Delivery.ALONE


async def drop(mail_id: int, order_id: int, recipient: str, at: datetime) -> None:
    """Remove a reminder that is not to be sent, in the caller's transaction, which locked the order: its
    timeline, which told of the reminder, says so, with no address that its readers may not know.
    """
    order = await dossier.read(order_id)
    if await database.execute(_FORGET, [mail_id]) and order is not None:
        async with by_system(order, at) as act:
            act.record_event(EventKind.REMINDER_DROPPED, to=visible_address(order, recipient))


async def people_due(at: datetime, after: int) -> list[int]:
    """Who is to get a digest by now: the next of them after this one, by number."""
    return [row["id"] for row in await database.rows(_DUE, [at, after])]


async def queue(person_id: int, at: datetime) -> None:
    """Write the mail of somebody's digest, if it is still due, in the caller's transaction."""
    person = await database.record(RemindedPerson, f"{_STILL_DUE}{locking(skip=True)}", [at, person_id])
    if person is None:
        return
    found = (await _waiting(person, 1)).page.rows
    if not found:
        await database.execute(_EMPTY, [person.id])
        return
    key = f"reminders:{person.id}:{at.isoformat()}"
    language = supported(person.language or found[0].language)
    await outbox.enqueue(EmailKind.REMINDER, person.email, language, key=key, at=at, topic=MailTopic.DIGEST)
    unique = f"{key}:{EmailKind.REMINDER}:{MailTopic.DIGEST}:{person.email.lower()}"
    await database.execute(_GATHER, [_crowd(person), unique])
    await database.execute(_TAKEN, [at, person.id])


async def write(mail_id: int, key: str, at: datetime) -> dict[str, Any] | None:
    """What a digest tells now, as fields of its MailData, in the caller's transaction; None: nothing waits any more.

    Each order has a new link of the person's. Written again, it replaces what it told before.
    """
    await database.execute(_FORGET_LISTED, [mail_id])
    person = await person_of(key)
    if person is None:
        return None
    page = await _waiting(person, MAX_LISTED)
    orders = list(page.page.rows)
    if person.rhythm is ReminderRhythm.OWN_TURN:
        orders = [order for order in orders if _closes_soon(order, at)]
    if not orders:
        await database.execute(_NOT_SENT, [person.id])
        return None
    await database.execute(_LIST.format(among=among(3)), [mail_id, key, listed(order.id for order in orders)])
    await database.execute_all([one for order in orders for one in order_words.recipients(order, {person.email})])
    return {
        "waiting": tuple([await _line(order, person, at) for order in orders]),
        "waiting_count": len(orders) if len(orders) < MAX_LISTED else await page.count(),
        "order_link": f"{settings().public_url}/orders?show=waiting&sort=DEADLINE_FIRST",
        **_way_out(person),
    }


async def way_out(key: str) -> dict[str, Any]:
    """What a reminder tells of how often they come, as fields of its MailData."""
    person = await person_of(key)
    return _way_out(person) if person else {}


def _way_out(person: RemindedPerson) -> dict[str, Any]:
    """Who wants no others is sent what their orders need, and nothing that could end by a click."""
    return {"reminders_link": page_of(person), "one_click": person.rhythm is not ReminderRhythm.OWN_TURN}


async def _waiting(person: RemindedPerson, most: int) -> OrderPage:
    """The orders that wait for a person and that they did not put aside, the most urgent first."""
    return await list_orders(
        Actor(email=person.email, email_key=person.email_key), _MY_TURN, OrderSort.DEADLINE_FIRST, first=most
    )


async def _line(order: Dossier, person: RemindedPerson, at: datetime) -> tuple[str, str, date | None, str]:
    """What a digest says of an order: its number, whose it is, its deadline while that runs, and a new link to it."""
    runs = order.deadline if order.status in BEFORE_MAPPED else None
    link = await links.issue_own(order, person.email, person.email_key, at)
    return order.order_number, order.company_name, runs.date() if runs else None, link


def _closes_soon(order: Dossier, at: datetime) -> bool:
    return order.status in BEFORE_MAPPED and order.deadline is not None and order.deadline - at <= BEFORE_DEADLINE


def _crowd(person: RemindedPerson) -> str:
    return f"reminders:{person.id}"
