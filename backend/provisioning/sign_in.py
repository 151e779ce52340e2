"""Signing in: the mailbox is the account. A code opens everything of a mailbox, a setup link one order."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend import database, outbox
from backend.models.outbox import EmailKind
from backend.models.person import Session
from backend.provisioning import codes, handover, wrong_codes
from backend.provisioning.access import Actor
from backend.provisioning.browsers import Browser
from backend.provisioning.finder import activity
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.links import Link, digest, instant
from backend.provisioning.wrong_codes import Mailbox

logger = logging.getLogger("backend.sign_in")

IDLE_TIMEOUT = timedelta(hours=8)
SESSION_LIFETIME = timedelta(days=7)
_KNOWN = """
SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM orders WHERE contact_key = $1 AND status <> 'SCHEDULED')
OR EXISTS (SELECT 1 FROM delegation WHERE former_key = $1)
OR EXISTS (SELECT 1 FROM delegation WHERE delegate_key = $1 AND taken_back_at IS NOT NULL)
OR EXISTS (SELECT 1 FROM provisioning_administrator WHERE email_key = $1)
OR EXISTS (SELECT 1 FROM organization_user WHERE email_key = $1 AND status = 'ACTIVE')
OR EXISTS (
  SELECT 1 FROM setup_link l JOIN orders o ON o.id = l.order_id AND o.customer_contact = l.email
  WHERE l.email_key = $1 AND o.mapped_at IS NOT NULL
)
OR EXISTS (SELECT 1 FROM support_person WHERE email_key = $1)
"""
_SESSION = """
SELECT s.id, s.email, s.email_key, s.order_id, s.seen_at, s.expires_at, p.email_key AS support
FROM session s LEFT JOIN support_person p ON p.email_key = s.email_key WHERE s.token_hash = $1
"""
_SEEN_INTERVAL = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session that holds, and when it ends if nothing happens."""

    id: int
    actor: Actor
    expires_at: datetime


async def request_code(mailbox: Mailbox, browser: Browser, at: datetime) -> None:
    """Queue a code; whoever asks learns nothing, neither from the answer nor from its time. Raises Refused if there
    were too many, for known and unknown addresses alike.

    Only when the mail is delivered it matters whether somebody here has the address: see `is_known`.
    """
    code = await codes.issue(mailbox, browser, "sign-in", at)
    key = f"code:{secrets.token_hex(8)}"
    until = at + codes.LIFETIME
    await outbox.enqueue(
        EmailKind.SIGN_IN_CODE, mailbox.email, browser.language, key=key, at=at, code=code, expires_at=until
    )


async def is_known(email: str) -> bool:
    """Whether somebody here has the address."""
    return await database.row(_KNOWN, [read_address(email).key]) is not None


async def sign_in(mailbox: Mailbox, browser: Browser, code: str, at: datetime) -> str:
    """Open a session for everything of the mailbox; its token. Raises Refused if the code is not right."""
    await codes.redeem(mailbox, browser, "sign-in", code, at)
    return await _come_in(mailbox, at)


async def sign_in_by_link(token: str, at: datetime) -> tuple[Mailbox, str]:
    """Sign the owner of a mailbox in by the link that was mailed when too many codes were wrong; whose, and the token.

    Raises Refused if the link was used or has expired.
    """
    mailbox = await wrong_codes.redeem_link(token, at)
    return mailbox, await _come_in(mailbox, at)


async def _come_in(mailbox: Mailbox, at: datetime) -> str:
    token = await _open(mailbox.email, mailbox.key, None, at)
    async with database.transaction():
        await activity.touch(mailbox.key, at.date())
    return token


async def opened(link: Link, at: datetime) -> None:
    """A person came in by a link: a delegation to them can't be taken back any more, an invitation is accepted."""
    await database.execute(
        "UPDATE delegation SET opened_at = $1 WHERE order_id = $2 AND delegate_key = $3 AND opened_at IS NULL",
        [at, link.order_id, link.email_key],
    )
    await handover.make_invited_administrator(link.email_key, at, link.order_id)


async def enter_by(link: Link, at: datetime) -> str:
    """Open a session for the link's order; its token."""
    return await _open(link.email, link.email_key, link.order_id, at)


async def _open(email: str, email_key: str, order_id: int | None, at: datetime) -> str:
    token = secrets.token_urlsafe(32)
    await Session.create(
        token_hash=digest(token),
        email=email,
        email_key=email_key,
        order_id=order_id,
        created_at=at,
        seen_at=at,
        expires_at=at + SESSION_LIFETIME,
    )
    logger.info("Signed in: %s, %s", email, "everything" if order_id is None else f"order {order_id}")
    if order_id is None:
        await database.execute(
            "UPDATE delegation SET opened_at = $1 WHERE delegate_key = $2 AND opened_at IS NULL", [at, email_key]
        )
        await handover.make_invited_administrator(email_key, at)
    return token


async def find(token: str, at: datetime) -> SignedIn | None:
    """The session of a cookie, or None if it ended. Being used keeps it alive."""
    row = await database.row(_SESSION, [digest(token)])
    if row is None:
        return None
    seen, expires = instant(row["seen_at"]), instant(row["expires_at"])
    if seen is None or expires is None or at >= expires or at - seen >= IDLE_TIMEOUT:
        return None
    if at - seen >= _SEEN_INTERVAL:
        await database.execute("UPDATE session SET seen_at = $1 WHERE id = $2", [at, row["id"]])
        seen = at
    actor = Actor(
        email=row["email"],
        email_key=row["email_key"],
        order_id=row["order_id"],
        support=row["support"] is not None and row["order_id"] is None,
    )
    return SignedIn(row["id"], actor, min(expires, seen + IDLE_TIMEOUT))


async def sign_out(token: str, *, everywhere: bool) -> None:
    """End this session, or all sessions of its mailbox; a session of one order ends those of that order only."""
    if everywhere:
        key = await database.row("SELECT email_key, order_id FROM session WHERE token_hash = $1", [digest(token)])
        if key:
            sql = "DELETE FROM session WHERE email_key = $1 AND (CAST($2 AS BIGINT) IS NULL OR order_id = $2)"
            await database.execute(sql, [key["email_key"], key["order_id"]])
    await database.execute("DELETE FROM session WHERE token_hash = $1", [digest(token)])


async def end_all(email_key: str) -> int:
    """End all sessions of a mailbox, those of single orders too; returns how many."""
    return await database.execute("DELETE FROM session WHERE email_key = $1", [email_key])


async def delete_expired(at: datetime) -> int:
    """Delete what has ended: sessions, codes and counts of wrong ones; returns how many."""
    ended = await wrong_codes.delete_expired(at)
    ended += await database.execute("DELETE FROM session WHERE expires_at <= $1", [at])
    return ended + await database.execute("DELETE FROM sign_in_code WHERE expires_at <= $1", [at - timedelta(days=1)])
