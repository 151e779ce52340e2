"""Signing in: the mailbox is the account. A code opens everything of a mailbox, a setup link one order."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend import database, outbox
from backend.database import Row
from backend.models.outbox import EmailKind
from backend.models.person import Session
from backend.provisioning import audience, codes, handover, wrong_codes
from backend.provisioning.access import Actor
from backend.provisioning.browsers import Browser
from backend.provisioning.finder import activity
from backend.provisioning.finder.normalise import read_address
from backend.provisioning.links import Link, hash_secret
from backend.provisioning.wrong_codes import Mailbox

IDLE_TIMEOUT = timedelta(hours=8)
SESSION_LIFETIME = timedelta(days=7)
_KNOWN = """
SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM orders WHERE contact_key = $1 AND status <> 'SCHEDULED' AND NOT test)
OR EXISTS (SELECT 1 FROM orders WHERE seller_key = $1 AND NOT test)
OR EXISTS (SELECT 1 FROM service s JOIN orders o ON o.id = s.order_id AND NOT o.test WHERE s.delegate_key = $1)
OR EXISTS (SELECT 1 FROM delegation d JOIN orders o ON o.id = d.order_id AND NOT o.test WHERE d.former_key = $1)
OR EXISTS (
  SELECT 1 FROM delegation d JOIN orders o ON o.id = d.order_id AND NOT o.test
  WHERE d.delegate_key = $1 AND d.taken_back_at IS NOT NULL
)
OR EXISTS (SELECT 1 FROM provisioning_administrator WHERE email_key = $1)
OR EXISTS (
  SELECT 1 FROM organization_user u JOIN organization g ON g.id = u.organization_id
  WHERE u.email_key = $1 AND u.status = 'ACTIVE'
    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = g.created_for_order_id AND o.test)
)
OR EXISTS (
  SELECT 1 FROM setup_link l JOIN orders o ON o.id = l.order_id AND o.customer_contact = l.email AND NOT o.test
  WHERE l.email_key = $1 AND o.mapped_at IS NOT NULL
)
OR EXISTS (SELECT 1 FROM support_person WHERE email_key = $1)
"""
_SESSION = """
SELECT s.id, s.email, s.email_key, s.order_id, s.seen_at, s.expires_at, p.email_key AS support,
  COALESCE(o.test, false) AS of_test
FROM session s LEFT JOIN support_person p ON p.email_key = s.email_key LEFT JOIN orders o ON o.id = s.order_id
WHERE s.token_hash = $1
"""
_SEEN_INTERVAL = timedelta(minutes=5)


class _Session(Row, frozen=True, kw_only=True):
    id: int
    email: str
    email_key: str
    order_id: int | None
    seen_at: datetime
    expires_at: datetime
    support: str | None
    of_test: bool


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


async def check_code(mailbox: Mailbox, browser: Browser, code: str, at: datetime) -> None:
    """Use the mailed code up. Raises Refused if it is not right. Outside any transaction: see `codes.redeem`."""
    await codes.redeem(mailbox, browser, "sign-in", code, at)


async def came(email_key: str, at: datetime, order_id: int | None = None) -> None:
    """Somebody is here, for one order or for all: what was handed to them can't be taken back, and they accept what
    they were invited to. In the caller's transaction, as the next ones: they come in wholly or not at all.
    """
    await audience.delegate_came(email_key, at, order_id)
    await handover.make_invited_administrator(email_key, at, order_id)


async def enter(mailbox: Mailbox, at: datetime, *, instead_of: str) -> str:
    """Let the owner of a mailbox in, who has proved that it is theirs; the token of a session for everything of it.

    `instead_of` is the token of the session that the browser had, which ends; "": none.
    """
    await came(mailbox.key, at)
    await activity.touch(mailbox.key, at.date())
    return await open_session(mailbox.email, mailbox.key, None, at, instead_of=instead_of)


async def enter_by(link: Link, at: datetime, *, instead_of: str) -> str:
    """Let the person of a setup link in; the token of a session for its order. `instead_of` as above."""
    await came(link.email_key, at, link.order_id)
    return await open_session(link.email, link.email_key, link.order_id, at, instead_of=instead_of)


async def open_session(email: str, email_key: str, order_id: int | None, at: datetime, *, instead_of: str = "") -> str:
    """Open a session for everything of a mailbox or for one order, instead of the one with this token; its token."""
    await _end(instead_of)
    token = secrets.token_urlsafe(32)
    await Session.create(
        token_hash=hash_secret(token),
        email=email,
        email_key=email_key,
        order_id=order_id,
        created_at=at,
        seen_at=at,
        expires_at=at + SESSION_LIFETIME,
    )
    return token


async def find(token: str, at: datetime) -> SignedIn | None:
    """The session of a cookie, or None if it ended. Being used keeps it alive."""
    found = await database.record(_Session, _SESSION, [hash_secret(token)])
    if found is None or at >= found.expires_at or at - found.seen_at >= IDLE_TIMEOUT:
        return None
    seen = found.seen_at
    if at - seen >= _SEEN_INTERVAL:
        await database.execute("UPDATE session SET seen_at = $1 WHERE id = $2", [at, found.id])
        seen = at
    actor = Actor(
        email=found.email,
        email_key=found.email_key,
        order_id=found.order_id,
        of_test=found.of_test,
        support=found.support is not None and found.order_id is None,
    )
    return SignedIn(found.id, actor, min(found.expires_at, seen + IDLE_TIMEOUT))


async def sign_out(token: str, *, everywhere: bool) -> None:
    """End this session, or all sessions of its mailbox; a session of one order ends those of that order only."""
    if everywhere:
        key = await database.row("SELECT email_key, order_id FROM session WHERE token_hash = $1", [hash_secret(token)])
        if key:
            sql = "DELETE FROM session WHERE email_key = $1 AND (CAST($2 AS BIGINT) IS NULL OR order_id = $2)"
            await database.execute(sql, [key["email_key"], key["order_id"]])
    await _end(token)


async def _end(token: str) -> None:
    await database.execute("DELETE FROM session WHERE token_hash = $1", [hash_secret(token)])


async def end_all(email_key: str) -> int:
    """End all sessions of a mailbox, those of single orders too; returns how many."""
    return await database.execute("DELETE FROM session WHERE email_key = $1", [email_key])


async def delete_expired(at: datetime) -> int:
    """Delete what has ended: sessions, codes and counts of wrong ones; returns how many."""
    ended = await wrong_codes.delete_expired(at)
    ended += await database.execute("DELETE FROM session WHERE expires_at <= $1", [at])
    return ended + await database.execute("DELETE FROM sign_in_code WHERE expires_at <= $1", [at - timedelta(days=1)])
