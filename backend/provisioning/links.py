"""Setup links: personal, for one order, opened by a person's click only.

The token lies in the link's fragment and in the mail that carries it; the database holds its SHA-256. From the second
browser on, a link also asks for a code that is mailed to the registered address.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from backend import database, outbox
from backend.database import Change, Row
from backend.language import supported
from backend.limits.rates import hit
from backend.models.order import OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.models.person import LinkEnd, LinkPurpose
from backend.provisioning import codes, dossier
from backend.provisioning.access import Actor, roles
from backend.provisioning.act import Act, about
from backend.provisioning.browsers import Browser
from backend.provisioning.dossier import Dossier, ServiceRecord
from backend.provisioning.journey import STATUS_ONLY, partner_has_access
from backend.provisioning.validation import is_address, masked, readable
from backend.provisioning.wrong_codes import Mailbox
from backend.refusals import ErrorCode, Refused
from backend.settings import settings
from backend.sql import locking

LIFETIME = timedelta(days=30)  # of links that the order's deadline does not end
MAX_RENEWALS = 3  # an hour and order
_ISSUE = """
INSERT INTO setup_link (order_id, email, email_key, token_hash, issued_at, expires_at, purpose)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_END = """
UPDATE setup_link SET ended_at = $1, "end" = $2
WHERE order_id = $3 AND ended_at IS NULL AND ($4 = '' OR email_key = $4) AND ($5 = '' OR purpose = $5)
"""
_MAILS = {
    LinkPurpose.SET_UP: EmailKind.SETUP,
    LinkPurpose.HAND_OVER: EmailKind.HAND_OVER,
    LinkPurpose.DISPUTE: EmailKind.SUBSCRIPTION_ADDED,
    LinkPurpose.ADMINISTRATOR_REQUEST: EmailKind.ADMINISTRATOR_REQUEST,
    LinkPurpose.SERVICE: EmailKind.SERVICE_DELEGATION,
}
_REQUEST_RENEWAL = "INSERT INTO link_renewal (token_hash, asked_at) VALUES ($1, $2)"
_TAKE_RENEWAL = """
DELETE FROM link_renewal WHERE id = (SELECT id FROM link_renewal ORDER BY id LIMIT 1{locking}) RETURNING token_hash
"""
_FIND = """
SELECT l.*, (SELECT max(issued_at) FROM setup_link n
  WHERE n.order_id = l.order_id AND n.email_key = l.email_key AND n.id > l.id) AS newer_at
FROM setup_link l WHERE l.token_hash = $1
"""
_END_OTHERS = """
UPDATE setup_link SET ended_at = $1, "end" = $2 WHERE order_id = $3 AND ended_at IS NULL AND email_key <> $4
"""


class Link(Row, frozen=True, kw_only=True):
    """A setup link as it is kept."""

    id: int
    order_id: int
    email: str
    email_key: str
    purpose: LinkPurpose
    issued_at: datetime
    expires_at: datetime | None
    ended_at: datetime | None
    end: LinkEnd | None
    browser_hash: str | None
    newer_at: datetime | None  # when its person was last sent a newer one to this order


def hash_secret(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


async def issue(
    order_id: int,
    email: str,
    email_key: str,
    expires_at: datetime | None,
    at: datetime,
    *,
    purpose: LinkPurpose = LinkPurpose.SET_UP,
) -> str:
    """Make a new link for a person, end their earlier ones that ask the same, and return its address."""
    address, changes = issuing(order_id, email, email_key, expires_at, at, purpose=purpose)
    for sql, given in changes:
        await database.execute(sql, given)
    return address


def issuing(
    order_id: int,
    email: str,
    email_key: str,
    expires_at: datetime | None,
    at: datetime,
    *,
    purpose: LinkPurpose = LinkPurpose.SET_UP,
) -> tuple[str, list[Change]]:
    """The address of such a link, and what writes it, one after the other or at once."""
    token = secrets.token_urlsafe(32)
    given = [order_id, email, email_key, hash_secret(token), at, expires_at, purpose.value]
    ending = _END, [at, LinkEnd.REPLACED.value, order_id, email_key, purpose.value]
    return f"{settings().public_url}/setup#{token}", [ending, (_ISSUE, given)]


async def issue_own(order: Dossier, email: str, email_key: str, at: datetime) -> str:
    """Make a new link to an order that waits for a person, which asks of them what they are to do; its address."""
    purpose = LinkPurpose.HAND_OVER
    if email_key == order.contact_key:
        purpose = LinkPurpose.SET_UP
    elif any(service.delegate_key == email_key for service in order.services):
        purpose = LinkPurpose.SERVICE
    return await issue(order.id, email, email_key, _until(purpose, order, at), at, purpose=purpose)


async def end(
    order_id: int,
    why: LinkEnd,
    at: datetime,
    *,
    email_key: str = "",
    purpose: LinkPurpose | None = None,
) -> None:
    """End the open links of an order, of one person or (without `email_key`) of everybody."""
    await database.execute(_END, [at, why.value, order_id, email_key, purpose.value if purpose else ""])


def purpose_of(kind: str) -> LinkPurpose:
    """What the link in a mail of this kind asks; reminders of a hand-over ask the same as the hand-over."""
    return next((purpose for purpose, mail in _MAILS.items() if mail == kind), LinkPurpose.HAND_OVER)


async def end_others(order_id: int, contact_key: str, at: datetime) -> None:
    """End the open links of an order but the contact's: the mapping that gave them is undone."""
    await database.execute(_END_OTHERS, [at, LinkEnd.REPLACED.value, order_id, contact_key])


def send_setup_mail(act: Act, *, topic: MailTopic | None = None, deadline: datetime | None = None) -> None:
    """Send the contact a new link; their earlier links are dead."""
    order = act.order
    email = act.columns.get("contact_email", order.contact_email)
    key = act.columns.get("contact_key", order.contact_key)
    until = deadline or act.columns.get("deadline", order.deadline)
    generation = act.columns.get("generation", order.generation) + 1
    act.columns["generation"] = generation
    link, (ending, issued) = issuing(order.id, email, key, until, act.at)
    act.also += [issued] if order.issued_at is None else [ending, issued]  # of an order that begins, there is none yet
    act.mail(
        EmailKind.SETUP,
        email,
        topic=topic,
        key=f"setup:{generation}",
        link=link,
        guide=guide(),
        deadline=until.date() if until else None,
    )


def guide() -> str:
    """The address of the wizard's guide."""
    return f"{settings().public_url}/help"


async def is_open(address: str) -> bool:
    """Whether the link with this address was not ended yet."""
    found = await find(address.partition("#")[2])
    return found is not None and found.ended_at is None


async def find(token: str) -> Link | None:
    """The link with this token, or None."""
    return await _find(hash_secret(token))


async def _find(token_hash: str) -> Link | None:
    return await database.record(Link, _FIND, [token_hash])


def check_alive(link: Link | None, order: Dossier | None, at: datetime) -> None:
    """Refuse a dead link, saying why and since when."""
    if link is None or order is None:
        raise Refused(ErrorCode.LINK_UNKNOWN, "This link does not exist. It may have been cut off.", ("token",))
    seller = _seller(link, order)
    if order.status in {OrderStatus.CANCELLED, OrderStatus.CLOSED}:
        raise _dead(
            ErrorCode.ORDER_CLOSED, "This order is closed.", order.turn_since, seller, order_status=order.status
        )
    if link.end is LinkEnd.HANDED_OVER:
        raise _handed_over(link, order, seller)
    if link.end is LinkEnd.ORDER_CLOSED:  # the order was opened again, and its contact got a new link
        raise _replaced(link, order.issued_at, seller)
    if link.end is LinkEnd.REPLACED:
        raise _replaced(link, link.ended_at, seller)
    spared = link.email_key == order.contact_key and order.status in {OrderStatus.MAPPED, OrderStatus.SETTING_UP}
    if link.expires_at and link.expires_at <= at and not spared:
        raise _dead(ErrorCode.EXPIRED, "This link has expired.", link.expires_at, seller)


def _handed_over(link: Link, order: Dossier, seller: dict[str, object]) -> Refused:
    """Who has the order now, which may have been handed on since, or given back to the link's own person.

    Whose access the customer ended is told of nobody: the customer goes on.
    """
    if not partner_has_access(order):
        text = "This order was handed over."
        return _dead(ErrorCode.LINK_HANDED_OVER, text, order.partner_access_ended_at, seller)
    latest = order.delegation
    at = (latest.taken_back_at or latest.since) if latest else link.ended_at
    if link.email_key == order.contact_key and link.newer_at is None:  # taken back, or access was given again
        return _dead(ErrorCode.EXPIRED, "This link has expired.", link.ended_at, seller)
    if link.email_key == order.contact_key:
        return _replaced(link, link.newer_at, seller)
    handed_to = masked(readable(order.contact_email))
    return _dead(ErrorCode.LINK_HANDED_OVER, "This order was handed over.", at, seller, handed_to=handed_to)


def _replaced(link: Link, at: datetime | None, seller: dict[str, object]) -> Refused:
    """Its person has a newer link, or nothing is asked of them any more."""
    newer = link.newer_at is not None
    text = "This link was replaced by a newer one." if newer else "This link is no longer needed."
    return _dead(ErrorCode.LINK_REPLACED, text, at, seller, newer_link=newer)


def _seller(link: Link, order: Dossier) -> dict[str, object]:
    """Whom a dead link names; the delegate of a service is not told the salesperson's address."""
    return {"seller": (order.seller_name, None if link.purpose is LinkPurpose.SERVICE else order.seller_email)}


def _dead(code: ErrorCode, message: str, at: datetime | None, seller: dict[str, object], **details: object) -> Refused:
    return Refused(code, message, ("token",), details={"at": at} | seller | details)


async def open_link(token: str, code: str | None, browser: Browser, known_browser: bool, at: datetime) -> Link:
    """Let a person through by their link: the first browser at once, another one only with the mailed code.

    `known_browser` says that the browser holds a session of this mailbox already. Outside any transaction: see
    `codes.redeem`.
    """
    link = await find(token)
    order = await dossier.read(link.order_id, link.email_key) if link else None
    check_alive(link, order, at)
    if link is None or order is None:  # pragma: no cover - check_alive refused
        raise Refused(ErrorCode.LINK_UNKNOWN, "This link does not exist. It may have been cut off.", ("token",))
    if not is_involved(link, order):
        raise _replaced(link, order.updated_at, _seller(link, order))
    first = await database.execute(
        "UPDATE setup_link SET browser_hash = $1 WHERE id = $2 AND browser_hash IS NULL",
        [hash_secret(browser.secret), link.id],
    )
    if not first and link.browser_hash != hash_secret(browser.secret) and not known_browser:
        await _ask_for_code(link, order, code, browser, at)
    return link


def opens_at_once(link: Link, browser: str, known_browser: bool) -> bool:
    """Whether this browser would be asked for no code: it is the first one, or the one that opened the link before."""
    return known_browser or link.browser_hash in {None, hash_secret(browser)}


def is_known_to(link: Link, actor: Actor) -> bool:
    """Whether the browser holds a session of the link's mailbox already, for this order or for all."""
    return actor.email_key == link.email_key and actor.order_id in {None, link.order_id}


async def _ask_for_code(link: Link, order: Dossier, code: str | None, browser: Browser, at: datetime) -> None:
    mailbox, purpose = Mailbox(link.email, link.email_key), f"link:{link.id}"
    if order.test:  # codes that its seller reads and enters count for no real mailbox
        nobody = f"order-{order.id}@test.invalid"
        mailbox = Mailbox(nobody, nobody)
    if code:
        await codes.redeem(mailbox, browser, purpose, code, at)
        return
    new = await codes.issue(mailbox, browser, purpose, at)
    await outbox.enqueue(
        EmailKind.SIGN_IN_CODE,
        link.email,
        supported(order.language),
        key=f"code:{hash_secret(new + browser.secret)[:16]}:{at.timestamp()}",
        at=at,
        topic=MailTopic.LINK,
        order_id=order.id,
        code=new,
        expires_at=at + codes.LIFETIME,
        **about(order),
    )
    raise Refused(
        ErrorCode.CODE_REQUIRED,
        "This link was opened in another browser. Enter the code that we sent to the registered mailbox.",
        ("code",),
    )


async def request_renewal(token: str, at: datetime) -> None:
    """Ask for a new link. The worker looks for the old one: whoever asks learns nothing from the answer's time."""
    await database.execute(_REQUEST_RENEWAL, [hash_secret(token), at])


async def renew_next(at: datetime) -> bool:
    """Answer the next one who asked for a new link; False: nobody did. In the caller's transaction."""
    asked = await database.row(_TAKE_RENEWAL.format(locking=locking(skip=True)))
    if asked is not None:
        await _renew(asked["token_hash"], at)
    return asked is not None


async def _renew(token_hash: str, at: datetime) -> None:
    """Send the registered address of a dead or lost link a new one, in a mail that asks the same as the first.

    The link of who handed the order over gets the one who has it now a new link: only their address is registered.
    """
    link = await _find(token_hash)
    order = await dossier.read(link.order_id, link.email_key) if link else None
    if link is None or order is None or not is_still_asked(link, order, at):
        return
    handed_over = link.end is LinkEnd.HANDED_OVER
    email, key = (order.contact_email, order.contact_key) if handed_over else (link.email, link.email_key)
    if not (handed_over or is_involved(link, order)):
        return
    if await hit("link-renewal", str(order.id), MAX_RENEWALS, timedelta(hours=1), at):
        return
    address = await issue(order.id, email, key, _until(link.purpose, order, at), at, purpose=link.purpose)
    await outbox.enqueue(
        _MAILS[link.purpose],
        email,
        supported(order.language),
        key=f"order:{order.id}:renewal:{hash_secret(address)[:16]}",
        at=at,
        order_id=order.id,
        **(about(order) | _asked_by(link, order) | {"link": address, "guide": guide()}),
    )


def is_still_asked(link: Link, order: Dossier, at: datetime) -> bool:
    """Whether what the link asks is still to be answered."""
    match link.purpose:
        case LinkPurpose.SET_UP:
            ended = {OrderStatus.CANCELLED, OrderStatus.CLOSED, OrderStatus.SCHEDULED}
            return order.status not in ended and partner_has_access(order)
        case LinkPurpose.HAND_OVER:
            return order.customer_sets_up_services and order.mapped_at is not None
        case LinkPurpose.DISPUTE:
            return order.mapped_at is not None and order.status is not OrderStatus.CANCELLED
        case LinkPurpose.SERVICE:
            return any(service.delegate_key == link.email_key for service in order.services)
        case LinkPurpose.ADMINISTRATOR_REQUEST:
            request = order.request
            return request is not None and request.state == "PENDING" and request.expires_at > at


def _until(purpose: LinkPurpose, order: Dossier, at: datetime) -> datetime | None:
    if purpose is LinkPurpose.ADMINISTRATOR_REQUEST and order.request:
        return order.request.expires_at
    return at + LIFETIME if order.mapped_at else order.deadline


def _asked_by(link: Link, order: Dossier) -> dict[str, Any]:
    """What the mail of this purpose says besides what any mail about the order does."""
    if link.purpose is LinkPurpose.ADMINISTRATOR_REQUEST and order.request:
        return {"actor": order.request.requested_by, "expires_at": order.request.expires_at}
    if link.purpose is LinkPurpose.SERVICE:
        return asked_of_delegate(order, [one for one in order.services if one.delegate_key == link.email_key])
    return {"actor": order.contact_email}


def asked_of_delegate(order: Dossier, services: Sequence[ServiceRecord]) -> dict[str, Any]:
    """What the mail to who is asked for these services says: who asks, whom questions go to, and no other services."""
    kinds = [service.kind for service in services]
    asking = services[0].delegated_by or order.contact_email
    return {
        "actor": asking,
        "seller_email": asking if is_address(asking) else order.contact_email,
        "services": [kind.value for kind in kinds],
        "licenses": [(license.total_units, license.name) for license in order.licenses if license.service in kinds],
        "partner_name": "",
    }


def is_involved(link: Link, order: Dossier) -> bool:
    """Whether the link's person has to do with the order still, or was asked to come."""
    held = roles(order, Actor(email=link.email, email_key=link.email_key, order_id=order.id))
    return bool(held - STATUS_ONLY) or link.email == order.customer_contact
