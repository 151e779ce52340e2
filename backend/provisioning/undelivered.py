"""Undelivered mail: who waits for it, and who can do something about it, hears that it did not arrive."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend import database, outbox
from backend.models.order import EventKind
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning import dossier
from backend.provisioning.act import Act, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import BEFORE_MAPPED, SETUP, contact_addressed, request_pending
from backend.provisioning.validation import masked

# A report may arrive before the worker has written that the mail was accepted. Nothing else is to be done with it.
_RETURNED = """
UPDATE email_message SET state = 'FAILED', last_reply = $1, bounced_at = $2, due_at = NULL, unsettled = 0,
  data = NULL, mime = NULL
WHERE id = $3 AND bounced_at IS NULL AND state <> 'FAILED'
"""
_ASKS = {EmailKind.SETUP, EmailKind.REMINDER, EmailKind.HAND_OVER, EmailKind.ADMINISTRATOR_REQUEST}


async def raise_alarm(act: Act, mail: Mapping[str, Any]) -> None:
    """The order waits for somebody whom its mail did not reach. `mail` is the row of the outbox that failed for good.

    The order shows it until they are reached or another person is asked; who can do something is told at once.
    """
    order, recipient = act.order, mail["recipient"]
    if mail["kind"] not in _ASKS or not _waits_for(order, EmailKind(mail["kind"]), recipient):
        return
    act.set(undelivered_to=recipient, undelivered_at=act.at)
    topic, asking = _notice_of(order, EmailKind(mail["kind"]), recipient)
    key = f"undelivered:{mail['id']}"
    for email in {order.seller_email, asking} - {None}:
        act.mail(EmailKind.NOTICE, email or "", topic=topic, key=key, delegate=visible_address(order, recipient))


def visible_address(order: Dossier, recipient: str) -> str:
    """The address as the partner's side may see it: an administrator whom nobody here named stays masked."""
    return recipient if recipient in {order.contact_email, order.customer_contact} else masked(recipient)


def lower_alarm(act: Act, mail: Mapping[str, Any]) -> None:
    """A mail arrived: if it is the one that the order waited for, all is well again."""
    if mail["kind"] in _ASKS and mail["recipient"] == act.order.undelivered_to:
        forget_alarm(act)


def forget_alarm(act: Act) -> None:
    """Another person is asked now, or nobody."""
    act.set(undelivered_to=None, undelivered_at=None)


async def record_return(mail_id: int, words: str, at: datetime) -> list[int]:
    """A mail came back: it failed after all, with these words of a server. The ids of the orders that this changed."""
    mail = await database.row(
        "SELECT id, order_id, kind, recipient, subject, crowd FROM email_message WHERE id = $1", [mail_id]
    )
    if mail is None:
        return []
    mails = [one for one in await outbox.mails_sent_with(mail) if one["order_id"] is not None]
    await dossier.lock(*(one["order_id"] for one in mails))
    if not await database.execute(_RETURNED, [words, at, mail_id]):
        return []
    await outbox.copy_outcome(mail)
    for one in mails:
        await _record_failure(one, at)
    return [one["order_id"] for one in mails]


async def _record_failure(mail: Mapping[str, Any], at: datetime) -> None:
    order = await dossier.read(mail["order_id"])
    if order is None:  # pragma: no cover - it was removed meanwhile
        return
    async with by_system(order, at) as act:
        if mail["kind"] != EmailKind.SIGN_IN_CODE:
            act.record_event(EventKind.MAIL_FAILED, subject=mail["subject"], to=mail["recipient"], mail=mail["id"])
            await raise_alarm(act, mail)


def _notice_of(order: Dossier, kind: EmailKind, recipient: str) -> tuple[MailTopic, str | None]:
    """What is told about the mail, and who asked for it beside the seller."""
    if kind is EmailKind.ADMINISTRATOR_REQUEST:
        return MailTopic.REQUEST_FAILED, order.request.requested_by if order.request else None
    if recipient == order.contact_email:
        return MailTopic.MAIL_FAILED, None
    return MailTopic.HAND_OVER_FAILED, contact_addressed(order)


def _waits_for(order: Dossier, kind: EmailKind, recipient: str) -> bool:
    """Whether it is the turn of who has this address."""
    if kind is EmailKind.ADMINISTRATOR_REQUEST:
        return request_pending(order)
    if recipient == order.contact_email:
        return order.status in BEFORE_MAPPED | SETUP
    return order.customer_sets_up_services and order.status in SETUP
