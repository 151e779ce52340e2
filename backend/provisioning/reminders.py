"""Reminders: on day 3, on day 7 and two days before the deadline; one mail a day at most.

Whether one goes alone, joins the digest of its person or is not sent says `reminder_rhythm.py`.
"""

from datetime import datetime, timedelta

from backend import database
from backend.models.order import EventKind
from backend.models.outbox import EmailKind
from backend.provisioning import links, reminder_digests
from backend.provisioning.act import Act
from backend.provisioning.reminder_rhythm import BEFORE_DEADLINE, DAY, Delivery, open_person

DAYS = (3, 7)
_LATEST = """
SELECT MAX(queued_at) AS at FROM email_message WHERE order_id = $1 AND recipient = $2 AND kind IN ('SETUP', 'REMINDER')
"""


def schedule(issued_at: datetime, deadline: datetime) -> list[datetime]:
    """When reminders are due, in order, all before the deadline."""
    due = {*(issued_at + timedelta(days=day) for day in DAYS), deadline - BEFORE_DEADLINE}
    return sorted(at for at in due if issued_at < at < deadline)


def next_reminder(issued_at: datetime, deadline: datetime, after: datetime) -> datetime | None:
    """The first reminder due after an instant; None: there is none left. Overdue ones are dropped."""
    return next((at for at in schedule(issued_at, deadline) if at > after), None)


async def remind(act: Act) -> None:
    """Send the reminder that is due, unless the contact had a mail today: then it waits until tomorrow.

    Those of test orders, which are kept, go alone.
    """
    order = act.order
    if order.issued_at is None or order.deadline is None:  # pragma: no cover - the worker asked
        return
    following = next_reminder(order.issued_at, order.deadline, act.at)
    if not order.test:
        person = await open_person(order.contact_email, order.contact_key, act.at)
        delivery = await reminder_digests.delivery_to(person, order, act.at, last=following is None)
        if delivery is Delivery.DIGEST:
            await reminder_digests.join(person, order, act.at)
        if delivery is not Delivery.ALONE:
            act.set(remind_at=following)
            return
    row = await database.row(_LATEST, [order.id, order.contact_email])
    latest = database.instant(row["at"]) if row and row["at"] else None
    if latest is not None and act.at - latest < DAY:
        act.set(remind_at=latest + DAY)
        return
    act.set(remind_at=following)
    act.record_event(EventKind.REMINDED, to=order.contact_email)
    link = await links.issue(order.id, order.contact_email, order.contact_key, order.deadline, act.at)
    # By how long the order has run: for a test order several days may pass on one.
    key = f"reminder:{order.generation}:{(act.at - order.issued_at).days}"
    act.mail(EmailKind.REMINDER, order.contact_email, link=link, guide=links.guide(), key=key)
