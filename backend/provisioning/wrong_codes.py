"""How many wrong codes in a row a mailbox has had, and what happens after a hundred (NIST SP 800-63B, rate limiting).

Whoever enters a code from a browser that is not known to the mailbox counts together with all others who do; after that
no code is taken from any of them. The owner gets a mail with a link that signs them in and starts the count anew.
Browsers that are known go on: each counts for itself, and is known no more after a hundred of its own.
Addresses that nobody here has are counted alike, so that nobody learns which those are; only the mail is not sent.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from backend import database, outbox
from backend.language import supported
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning.browsers import Browser
from backend.refusals import ErrorCode, Refused
from backend.settings import settings

MAX_WRONG_CODES = 100
LINK_LIFETIME = timedelta(hours=24)
LIFETIME = timedelta(days=365)  # after the last wrong code
_COUNT = """
INSERT INTO wrong_code (email_key, caller, email, count, last_at) VALUES ($1, $2, $3, 1, $4)
ON CONFLICT (email_key, caller) DO UPDATE SET count = wrong_code.count + 1, email = $3, last_at = $4 RETURNING count
"""
_READ_COUNT = "SELECT count, token_hash, expires_at FROM wrong_code WHERE email_key = $1 AND caller = $2"
_SET_LINK = """
UPDATE wrong_code SET token_hash = $1, expires_at = $2, email = $3
WHERE email_key = $4 AND caller = '' AND (expires_at IS NULL OR expires_at <= $5) RETURNING email
"""
_REDEEM_LINK = "DELETE FROM wrong_code WHERE token_hash = $1 AND expires_at > $2 RETURNING email, email_key"
_LANGUAGE = "SELECT language FROM orders WHERE contact_key = $1 ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address as it was entered, and what it is compared by."""

    email: str
    key: str


async def count(mailbox: Mailbox, browser: Browser, at: datetime) -> bool:
    """Count a code before it is looked at, so that none slips through; False: too many, and it is not looked at."""
    caller = await _caller(mailbox.key, browser)
    row = await database.row(_COUNT, [mailbox.key, caller, mailbox.email, at])
    return row is None or row["count"] <= _limit()


async def reset(email_key: str, browser: Browser) -> None:
    """Somebody proved that the mailbox is theirs: the count begins anew."""
    sql = "DELETE FROM wrong_code WHERE email_key = $1 AND caller IN ('', $2)"
    await database.execute(sql, [email_key, browser.caller(email_key)])


async def is_trusted(email_key: str, browser: Browser) -> bool:
    """Whether the browser is known to the mailbox, and not from too many wrong codes."""
    return bool(await _caller(email_key, browser))


async def check(mailbox: Mailbox, browser: Browser, at: datetime) -> None:
    """Refuse an unknown browser after too many wrong codes; the owner is mailed a link that signs them in."""
    if await _caller(mailbox.key, browser):
        return
    row = await database.row(_READ_COUNT, [mailbox.key, ""])
    if row is None or row["count"] < _limit():
        return
    await _mail_link(mailbox, browser, at)
    raise refusal()


def refusal() -> Refused:
    """What is told while codes are not taken."""
    message = (
        "Too many wrong codes were entered for this address. Sign in with the link that we emailed to it, or in a "
        "browser in which you have signed in with it before."
    )
    return Refused(ErrorCode.TOO_MANY_ATTEMPTS, message)


async def redeem_link(token: str, at: datetime) -> Mailbox:
    """Use the link of the mail up, which starts the count anew. Raises Refused if it was used or has expired."""
    row = await database.row(_REDEEM_LINK, [_hash(token), at])
    if row is None:
        raise Refused(ErrorCode.EXPIRED, "This link was used or has expired. Sign in with a code.", ("token",))
    return Mailbox(row["email"], row["email_key"])


async def delete_expired(at: datetime) -> int:
    """Delete counts that nobody added to for long; returns how many."""
    return await database.execute("DELETE FROM wrong_code WHERE last_at <= $1", [at - LIFETIME])


async def _caller(email_key: str, browser: Browser) -> str:
    """Who counts together: a trusted browser for itself, all others as one ("")."""
    if not browser.knows(email_key):
        return ""
    caller = browser.caller(email_key)
    row = await database.row(_READ_COUNT, [email_key, caller])
    return "" if row is not None and row["count"] >= _limit() else caller


async def _mail_link(mailbox: Mailbox, browser: Browser, at: datetime) -> None:
    """Mail the owner a link, unless they have one that still works; `sign_in.is_known` decides when it is delivered."""
    token = secrets.token_urlsafe(32)
    async with database.transaction():
        if not await database.row(_SET_LINK, [_hash(token), at + LINK_LIFETIME, mailbox.email, mailbox.key, at]):
            return
        order = await database.row(_LANGUAGE, [mailbox.key])
        await outbox.enqueue(
            EmailKind.SIGN_IN_CODE,
            mailbox.email,
            supported(order["language"]) if order else browser.language,
            key=f"way-back:{_hash(token)[:16]}",
            at=at,
            topic=MailTopic.SIGN_IN_LINK,
            link=f"{settings().public_url}/sign-in#{token}",
        )


def _limit() -> float:
    return MAX_WRONG_CODES * settings().rate_limit_factor


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
