"""API tokens of sellers and organizations: hashed at rest, with scopes and an end; found by their prefix by scanners of
secrets. They are looked up for each request, so that one that is revoked ends at once.
"""

import secrets
from datetime import UTC, date, datetime, time, timedelta

from backend import database
from backend.database import Row
from backend.models.person import ApiToken
from backend.provisioning.access import Actor
from backend.provisioning.links import hash_secret

PREFIX = "chub_"
SHOWN = len(PREFIX) + 8  # characters by which a token is known; 35 more stay secret
SCOPES = ("orders:read", "orders:write", "organizations:read", "support")
LIFETIME = timedelta(days=365)
_USED_INTERVAL = timedelta(minutes=1)
_FIND = """
SELECT t.id, t.name, t.scopes, t.used_at, g.id AS organization_id, g.display_name AS organization FROM api_token t
LEFT JOIN organization o ON o.id = t.organization_id LEFT JOIN organization g ON g.id = COALESCE(o.survivor_id, o.id)
WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > $2
  AND (t.organization_id IS NULL OR g.status = 'ACTIVE')
"""


class _Token(Row, frozen=True, kw_only=True):
    id: int
    name: str
    scopes: frozenset[str]
    used_at: datetime | None
    organization_id: int | None
    organization: str | None


async def create(
    name: str,
    scopes: list[str],
    at: datetime,
    *,
    expires_at: datetime | None = None,
    organization_id: int | None = None,
    created_by: str | None = None,
) -> str:
    """Make a token of a seller, or of an organization; it is told once and never again. It holds for a year, unless it
    is said until when.
    """
    token = PREFIX + secrets.token_urlsafe(32)
    await ApiToken.create(
        organization_id=organization_id,
        name=name,
        prefix=token[:SHOWN],
        token_hash=hash_secret(token),
        scopes=sorted(set(scopes)),
        created_by=created_by,
        created_at=at,
        expires_at=expires_at or at + LIFETIME,
    )
    return token


def end_of(last: date) -> datetime:
    """When a token ends that holds until this day, in UTC."""
    return datetime.combine(last + timedelta(days=1), time(), UTC)


async def find(token: str, at: datetime) -> Actor | None:
    """Who has this token. None: it does not exist, has expired or was revoked, or its organization is not in use."""
    found = await database.record(_Token, _FIND, [hash_secret(token), at])
    if found is None:
        return None
    if found.used_at is None or at - found.used_at >= _USED_INTERVAL:
        await database.execute("UPDATE api_token SET used_at = $1 WHERE id = $2", [at, found.id])
    return Actor(
        token=found.name,
        scopes=found.scopes,
        organization_id=found.organization_id,
        organization=found.organization or "",
    )
