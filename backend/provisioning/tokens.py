"""API tokens of integrators: hashed at rest, with scopes and an expiry; the prefix lets secret scanners find them."""

import json
import secrets
from datetime import datetime, timedelta

from backend import database
from backend.models.person import ApiToken
from backend.provisioning.access import Actor
from backend.provisioning.links import hash_secret, instant

PREFIX = "chub_"
SCOPES = ("orders:read", "orders:write", "organizations:read", "support")
LIFETIME = timedelta(days=365)
_USED_INTERVAL = timedelta(minutes=1)


async def create(name: str, scopes: list[str], at: datetime) -> str:
    """Make a token of the integrator; it is told once and never again."""
    token = PREFIX + secrets.token_urlsafe(32)
    await ApiToken.create(
        name=name, token_hash=hash_secret(token), scopes=sorted(set(scopes)), created_at=at, expires_at=at + LIFETIME
    )
    return token


async def find(token: str, at: datetime) -> Actor | None:
    """Who has this token, or None if it does not exist or has expired."""
    row = await database.row(
        "SELECT id, name, scopes, expires_at, used_at FROM api_token WHERE token_hash = $1", [hash_secret(token)]
    )
    if row is None:
        return None
    expires, used = instant(row["expires_at"]), instant(row["used_at"])
    if expires is None or expires <= at:
        return None
    if used is None or at - used >= _USED_INTERVAL:
        await database.execute("UPDATE api_token SET used_at = $1 WHERE id = $2", [at, row["id"]])
    scopes = json.loads(row["scopes"]) if isinstance(row["scopes"], str) else row["scopes"]
    return Actor(token=row["name"], scopes=frozenset(scopes))
