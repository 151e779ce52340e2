"""Six-digit codes that prove a mailbox: ten minutes, five tries, for the browser that asked."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from backend import database
from backend.limits.rates import hit
from backend.refusals import Refused
from backend.settings import settings

LIFETIME = timedelta(minutes=10)
TRIES = 5
CODES_AN_HOUR = 30  # for one mailbox and kind of code, so that nobody floods it
CODES_OF_AN_ADDRESS = 10  # an hour: of those, so that no stranger uses up what the mailbox's own person needs
_ISSUE = """
INSERT INTO sign_in_code (email_key, browser_hash, purpose, code_hash, issued_at, expires_at, tries_left)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (email_key, browser_hash, purpose)
DO UPDATE SET code_hash = $4, issued_at = $5, expires_at = $6, tries_left = $7
"""
_TRY = """
UPDATE sign_in_code SET tries_left = tries_left - 1
WHERE email_key = $1 AND browser_hash = $2 AND purpose = $3 AND tries_left > 0 RETURNING code_hash, expires_at
"""


async def issue(email_key: str, browser: str, purpose: str, at: datetime, *, address: str = "") -> str | None:
    """Make a code; an earlier one for the same browser and purpose is void. None: too many for this mailbox.

    `address` is the network address that asks.
    """
    hour, kind = timedelta(hours=1), purpose.partition(":")[0]
    own = sha256(f"{kind}:{email_key}:{address}".encode()).hexdigest()
    if await hit("code-requests", own, CODES_OF_AN_ADDRESS, hour, at):
        return None
    if await hit(f"code-mails-{kind}", email_key, CODES_AN_HOUR, hour, at):
        return None
    code = f"{secrets.randbelow(1_000_000):06}"
    values = [email_key, _digest(browser), purpose, _digest(code, email_key), at, at + LIFETIME, TRIES]
    await database.execute(_ISSUE, values)
    return code


async def redeem(email_key: str, browser: str, purpose: str, code: str, at: datetime) -> None:
    """Use a code up. Raises Refused: CODE_INVALID, EXPIRED or TOO_MANY_ATTEMPTS; the try counts all the same."""
    key = [email_key, _digest(browser), purpose]
    tried = await database.row(_TRY, key)
    if tried is None:
        known = await database.row(
            "SELECT 1 AS one FROM sign_in_code WHERE email_key = $1 AND browser_hash = $2 AND purpose = $3", key
        )
        if known:
            raise Refused("TOO_MANY_ATTEMPTS", "Too many wrong codes. Request a new code.", ("code",))
        raise Refused("CODE_INVALID", "This code is not right. Check the newest mail.", ("code",))
    expires = tried["expires_at"]
    if (datetime.fromisoformat(expires) if isinstance(expires, str) else expires) <= at:
        raise Refused("EXPIRED", "This code has expired. Request a new code.", ("code",))
    if not secrets.compare_digest(tried["code_hash"], _digest(code.strip(), email_key)):
        raise Refused("CODE_INVALID", "This code is not right. Check the newest mail.", ("code",))
    await database.execute("DELETE FROM sign_in_code WHERE email_key = $1 AND browser_hash = $2 AND purpose = $3", key)


def _digest(secret: str, salt: str = "") -> str:
    """Codes are short: the server's own secret keeps a stolen table from being searched."""
    return sha256(f"{settings().secret_key}:{salt}:{secret}".encode()).hexdigest()
