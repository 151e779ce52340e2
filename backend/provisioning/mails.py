"""The mails about an order, as each viewer may read them. What is sent is written by the steps; see `outbox.py`."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

from backend import correlation, database
from backend.database import Row
from backend.language import translate_external
from backend.models.outbox import EmailKind, EmailState
from backend.provisioning.access import Actor, Visibility, roles
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import OrderRole
from backend.provisioning.validation import masked
from backend.sql import among, listed

# Servers repeat the recipient in their replies. It starts where a word starts and gives nothing back: linear.
_ADDRESS = re.compile(r"(?<![^\s<>()\[\]:;,])@*+[^\s<>()\[\]:;,@]++(?:@++[^\s<>()\[\]:;,@]++)++")
_LINK = re.compile(r"https?://[^\s<>]+")
_TRIES = """
SELECT order_id, at, "values" FROM (
  SELECT id, order_id, at, "values", row_number() OVER (PARTITION BY order_id ORDER BY id) AS place
  FROM order_event WHERE order_id {among} AND kind = 'mail_deferred'
) t WHERE place <= 2000 ORDER BY id
"""
_MAILS = """
SELECT id, order_id, kind, recipient, subject, state, attempts, last_reply, queued_at, sent_at,
  COALESCE((SELECT traceparent FROM email_message d WHERE d.id = m.sent_with), traceparent) AS traceparent,
  CASE WHEN state = 'KEPT' THEN mime END AS kept
FROM (
  SELECT *, row_number() OVER (PARTITION BY order_id ORDER BY id DESC) AS place
  FROM email_message WHERE order_id {among} AND (kind <> 'SIGN_IN_CODE' OR state = 'KEPT')
) m WHERE place <= 100 ORDER BY id DESC
"""


class _Mail(Row, frozen=True, kw_only=True):
    id: int
    order_id: int
    kind: EmailKind
    recipient: str
    subject: str
    state: EmailState
    attempts: int
    last_reply: str | None
    queued_at: datetime
    sent_at: datetime | None
    traceparent: str | None
    kept: bytes | None


class _Try(Row, frozen=True, kw_only=True):
    order_id: int
    at: datetime
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Try:
    """A try after which a mail was deferred, and what was answered."""

    at: datetime
    reply: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail as its reader may see it: addresses that the order does not show them are masked wherever they stand."""

    id: int
    kind: EmailKind
    recipient: str
    subject: str
    state: EmailState
    attempts: int
    last_reply: str | None
    tries: Sequence[Try]
    queued_at: datetime
    sent_at: datetime | None
    correlation_id: str | None
    text: str | None
    links: Sequence[str]


async def list_mails(orders: Sequence[Dossier], actor: Actor, language: str) -> dict[int, list[Mail]]:
    """The mails about each order, newest first, by its number."""
    shown = {order.id: _shown_to(actor, order) for order in orders}
    ids = [listed(shown)]
    tries: dict[tuple[int, int], list[Try]] = defaultdict(list)
    for row in await database.records(_Try, _TRIES.format(among=among(1)), ids):
        reply = addresses_as(translate_external(language, row.values.get("reply") or ""), shown[row.order_id])
        tries[row.order_id, row.values.get("mail", 0)].append(Try(row.at, reply or None))
    found: dict[int, list[Mail]] = defaultdict(list)
    opened = {order.id for order in orders if order.test and OrderRole.SELLER in roles(order, actor)}
    for mail in await database.records(_Mail, _MAILS.format(among=among(1)), ids):
        seen = shown[mail.order_id]
        whole = _whole_text(mail.kept) if mail.kept and mail.order_id in opened else None
        if mail.kind is EmailKind.SIGN_IN_CODE and mail.order_id not in opened:
            continue
        reply = translate_external(language, mail.last_reply) if mail.last_reply else ""
        found[mail.order_id].append(
            Mail(
                id=mail.id,
                kind=mail.kind,
                recipient=seen(mail.recipient),
                subject=addresses_as(mail.subject, seen),
                state=mail.state,
                attempts=mail.attempts,
                last_reply=addresses_as(reply, seen) or None,
                tries=tries.get((mail.order_id, mail.id), ()),
                queued_at=mail.queued_at,
                sent_at=mail.sent_at,
                correlation_id=correlation.id_of(mail.traceparent),
                text=whole,
                links=_LINK.findall(whole or ""),
            )
        )
    return found


def _whole_text(raw: bytes) -> str:
    """What a mail says, as plain text."""
    body = message_from_bytes(raw, policy=default).get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


def addresses_as(text: str, shown: Callable[[str], str]) -> str:
    """A text with each address in it as it may be shown."""
    return _ADDRESS.sub(lambda found: shown(found[0]), text)


def _shown_to(actor: Actor, order: Dossier) -> Callable[[str], str]:
    """How the actor sees an address: in full only if the order shows it to them anyway."""
    visibility = Visibility(order, actor)
    names = [order.contact_email, order.seller_email, order.customer_contact, actor.email]
    names += [service.delegate_email for service in order.services]
    known = {name.casefold() for name in names if name}
    return lambda address: visibility.address(address) if address.casefold() in known else masked(address)
