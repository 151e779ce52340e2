"""First answers: a mutation that is sent again with its Idempotency-Key gets the answer it got the first time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec

from backend import database
from backend.database import Change
from backend.refusals import ErrorCode, Refused
from backend.sql import taking_turns

LIFETIME = timedelta(hours=24)
_FIND = "SELECT body_hash, answer FROM idempotency_key WHERE caller = $1 AND key = $2 AND at > $3"
_KEEP = """
INSERT INTO idempotency_key (caller, key, body_hash, answer, at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (caller, key) DO UPDATE SET body_hash = $3, answer = $4, at = $5 WHERE idempotency_key.at <= $6
"""


@dataclass(frozen=True, slots=True)
class Key:
    """An Idempotency-Key and the hash of what it came with."""

    value: str
    body_hash: str


def key_for(header: str, mutation: str, body: Any) -> Key:
    """The key of one mutation: the header with the SHA-256 of the mutation's name and input."""
    return Key(header, sha256(msgspec.json.encode([mutation, body], order="deterministic")).hexdigest())


def of_row(header: str, number: int) -> str:
    """The Idempotency-Key of one of several things that came with one header, which can't be sent as a header itself.

    It is no longer than a key may be. Without a header there is none.
    """
    return f"{sha256(header.encode()).hexdigest()}\n{number}" if header else ""


async def find(caller: str, key: Key, at: datetime) -> str | None:
    """The stored answer, or None. Raises Refused if the key came with another body before."""
    found = await database.row(_FIND, [caller, key.value, at - LIFETIME])
    if found is None:
        return None
    if found["body_hash"] != key.body_hash:
        raise Refused(ErrorCode.IDEMPOTENCY_KEY_REUSED, "This Idempotency-Key was used for another request.")
    return str(found["answer"])


async def find_in_turn(caller: str, key: Key, at: datetime) -> str | None:
    """The same where nothing else is locked: of two that come at once with one key, one waits for the other.

    In the caller's transaction. Raises Refused as `find` does.
    """
    if in_turn := taking_turns():
        await database.rows(in_turn, [f"{caller}\n{key.value}"])
    return await find(caller, key, at)


def keeping(caller: str, key: Key, answer: str, at: datetime) -> Change:
    """What keeps the answer of a successful mutation for 24 hours."""
    return _KEEP, [caller, key.value, key.body_hash, answer, at, at - LIFETIME]


async def keep(caller: str, key: Key, answer: str, at: datetime) -> None:
    """Keep it."""
    await database.execute(*keeping(caller, key, answer, at))


async def delete_expired(at: datetime) -> int:
    """Delete answers older than 24 hours; returns how many."""
    return await database.execute("DELETE FROM idempotency_key WHERE at <= $1", [at - LIFETIME])
