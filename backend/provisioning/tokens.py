"""API tokens of integrators: hashed at rest, with scopes and an expiry; the prefix lets secret scanners find them."""

import secrets
from datetime import datetime, timedelta

from backend import database
from backend.database import Row
from backend.models.person import ApiToken
from backend.provisioning.access import Actor
from backend.provisioning.links import hash_secret

PREFIX = "chub_"
SCOPES = ("orders:read", "orders:write", "organizations:read", "support")
LIFETIME = timedelta(days=365)
_USED_INTERVAL = timedelta(minutes=1)


class _Token(Row, frozen=True, kw_only=True):
    id: int
    name: str
    scopes: frozenset[str]
    expires_at: datetime
    used_at: datetime | None


async def create(name: str, scopes: list[str], at: datetime) -> str:
    """Make a token of the integrator; it is told once and never again."""
    token = PREFIX + secrets.token_urlsafe(32)
    await ApiToken.create(
        name=name, token_hash=hash_secret(token), scopes=sorted(set(scopes)), created_at=at, expires_at=at + LIFETIME
    )
    return token


async def find(token: str, at: datetime) -> Actor | None:
    """Who has this token, or None if it does not exist or has expired."""
    found = await database.record(
        _Token,
        "SELECT id, name, scopes, expires_at, used_at FROM api_token WHERE token_hash = $1",
        [hash_secret(token)],
    )
    if found is None or found.expires_at <= at:
        return None
    if found.used_at is None or at - found.used_at >= _USED_INTERVAL:
        await database.execute("UPDATE api_token SET used_at = $1 WHERE id = $2", [at, found.id])
    return Actor(token=found.name, scopes=found.scopes)
