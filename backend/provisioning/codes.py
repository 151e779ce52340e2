"""Six-digit codes that prove a mailbox: ten minutes, five tries, for the browser that asked."""

import logging
import re
import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from backend import database
from backend.database import Row
from backend.entered_text import digits
from backend.limits.rates import RateLimit, hit
from backend.provisioning import wrong_codes
from backend.provisioning.browsers import Browser
from backend.provisioning.wrong_codes import Mailbox
from backend.refusals import ErrorCode, Refused
from backend.settings import settings

logger = logging.getLogger("backend.sign_in")

LIFETIME = timedelta(minutes=10)
MAX_TRIES = 5
MAX_CODES_PER_HOUR = 30  # for one mailbox and kind of code, so that nobody floods it
MAX_CODES_PER_CALLER = 10  # an hour: of those for a network; besides them for a browser that the mailbox knows
_ISSUE = """
INSERT INTO sign_in_code (email_key, browser_hash, purpose, code_hash, issued_at, expires_at, tries_left)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (email_key, browser_hash, purpose)
DO UPDATE SET code_hash = $4, issued_at = $5, expires_at = $6, tries_left = $7
"""
_OPEN = "email_key = $1 AND browser_hash IN ($2, $3) AND purpose = $4"
_TRY = f"""
UPDATE sign_in_code SET tries_left = tries_left - 1 WHERE {_OPEN} AND tries_left > 0 RETURNING code_hash, expires_at
"""
_USE = f"DELETE FROM sign_in_code WHERE {_OPEN} AND code_hash = $5"
_VOID = "DELETE FROM sign_in_code WHERE email_key = $1 AND browser_hash = $2 AND purpose = $3"


class _Tried(Row, frozen=True, kw_only=True):
    code_hash: str
    expires_at: datetime


async def issue(mailbox: Mailbox, browser: Browser, purpose: str, at: datetime) -> str:
    """Make a code; an earlier one for the same browser and purpose is void.

    Raises Refused: TOO_MANY_ATTEMPTS, if codes are not taken now or too many were asked for; alike for every address.
    """
    await wrong_codes.check(mailbox, browser, at)
    hour, kind = timedelta(hours=1), purpose.partition(":")[0]
    trusted = await wrong_codes.is_trusted(mailbox.key, browser)
    caller = browser.caller(mailbox.key) if trusted else browser.network
    own = sha256(f"{kind}:{mailbox.key}:{caller}".encode()).hexdigest()
    if reached := await hit("code-requests", own, MAX_CODES_PER_CALLER, hour, at):
        raise _too_many(reached)
    if not trusted and (reached := await hit(f"code-mails-{kind}", mailbox.key, MAX_CODES_PER_HOUR, hour, at)):
        raise _too_many(reached)
    code = f"{secrets.randbelow(1_000_000):06}"
    (browser_hash, other), (code_hash, _) = _hashes(browser.secret), _hashes(code, mailbox.key)
    if other != browser_hash:
        await database.execute(_VOID, [mailbox.key, other, purpose])
    await database.execute(_ISSUE, [mailbox.key, browser_hash, purpose, code_hash, at, at + LIFETIME, MAX_TRIES])
    return code


def _too_many(reached: RateLimit) -> Refused:
    message = "Too many codes were requested for this address. The newest one still works. Try again in {minutes} min."
    return Refused(ErrorCode.TOO_MANY_ATTEMPTS, message, values={"minutes": -(-reached.retry_after // 60)})


async def redeem(mailbox: Mailbox, browser: Browser, purpose: str, code: str, at: datetime) -> None:
    """Use a code up. Raises Refused: CODE_INVALID, EXPIRED or TOO_MANY_ATTEMPTS.

    Outside any transaction: each statement is committed by itself, so a try counts and a used code stays used,
    whatever follows. Of two who send the same code at once, one is refused.
    """
    await wrong_codes.check(mailbox, browser, at)
    key = [mailbox.key, *_hashes(browser.secret), purpose]
    tried = await database.record(_Tried, _TRY, key)
    if tried is None:
        if await database.row(f"SELECT 1 AS one FROM sign_in_code WHERE {_OPEN}", key):
            raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, "Too many wrong codes. Request a new code.", ("code",))
        raise _wrong()
    if tried.expires_at <= at:
        raise Refused(ErrorCode.EXPIRED, "This code has expired. Request a new code.", ("code",))
    if not await wrong_codes.count(mailbox, browser, at):
        raise wrong_codes.refusal()
    if not any(secrets.compare_digest(tried.code_hash, ours) for ours in _hashes(read(code), mailbox.key)):
        logger.warning("A wrong code for %s", mailbox.email)
        await wrong_codes.check(mailbox, browser, at)
        raise _wrong()
    if not await database.execute(_USE, [*key, tried.code_hash]):
        raise _wrong()
    await wrong_codes.reset(mailbox.key, browser)


def _wrong() -> Refused:
    return Refused(ErrorCode.CODE_INVALID, "This code is wrong. Check the newest email.", ("code",))


def read(typed: str) -> str:
    """The six digits in what a person typed or pasted: of any script, `123 456`, or the line of the mail that has them.

    Other numbers may stand before them, such as the order's; what holds no code stays as it is.
    """
    text = digits(typed)
    codes = _CODE.findall(text)
    return re.sub(r"\D", "", codes[-1] if codes else text) or text.strip()


_CODE = re.compile(r"(?<![\w-])\d{3}[\s\u00a0\u2010-\u2015.-]?\d{3}(?![\w-])")


def _hashes(secret: str, salt: str = "") -> tuple[str, str]:
    """As it is kept now, and by the other key. Codes are short: a key keeps a stolen table from being searched."""
    now, other = (sha256(f"{key}:{salt}:{secret}".encode()).hexdigest() for key in settings().secret_keys)
    return now, other
