"""API tokens as those who may know of them read them: without their secrets."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from backend import database
from backend.database import Row
from backend.provisioning.access import Actor
from backend.provisioning.links import hash_secret
from backend.provisioning.organization_access import NONE, rights
from backend.provisioning.survivors import everything_of
from backend.provisioning.tokens import SHOWN
from backend.sql import among, listed

MAX_LISTED = 100  # those that hold first
_COLUMNS = (
    "t.id, t.name, t.prefix, t.scopes, t.created_by, t.created_at, t.expires_at, t.used_at, t.revoked_at,"
    " COALESCE(o.survivor_id, o.id) AS organization_id, o.display_name AS organization"
)
_HOLDS = "t.revoked_at IS NULL AND t.expires_at > $1"
_FROM = f"SELECT {_COLUMNS} FROM api_token t LEFT JOIN organization o ON o.id = t.organization_id"
_OF_EACH = """
SELECT * FROM (
  SELECT t.id, t.name, t.prefix, t.scopes, t.created_by, t.created_at, t.expires_at, t.used_at, t.revoked_at,
    m.stands AS organization_id, row_number() OVER (
      PARTITION BY m.stands ORDER BY CASE WHEN t.revoked_at IS NULL AND t.expires_at > $2 THEN 0 ELSE 1 END, t.id DESC
    ) AS place
  FROM api_token t JOIN {members} m ON m.id = t.organization_id
) found WHERE place <= $3 ORDER BY organization_id, place
"""


class TokenRecord(Row, frozen=True, kw_only=True):
    """A token as it is listed, without its secret; `organization_id` is none for a seller's."""

    id: int
    name: str
    prefix: str
    scopes: list[str]
    created_by: str | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None
    organization_id: int | None


async def list_tokens(organization_ids: Sequence[int], at: datetime) -> dict[int, list[TokenRecord]]:
    """The tokens of each organization and of what was merged into it: those that hold first, then the newest."""
    found: dict[int, list[TokenRecord]] = defaultdict(list)
    sql = _OF_EACH.format(members=everything_of(1))
    for row in await database.records(TokenRecord, sql, [listed(organization_ids), at, MAX_LISTED]):
        found[row.organization_id or 0].append(row)
    return found


async def own_tokens(actor: Actor, at: datetime) -> list[TokenRecord]:
    """The tokens of the seller, or of the organization, whose token asks; none for people."""
    if actor.organization_id is not None:
        return (await list_tokens([actor.organization_id], at)).get(actor.organization_id, [])
    if not actor.seller:
        return []
    sql = f"{_FROM} WHERE t.organization_id IS NULL AND t.name = $1 ORDER BY t.id DESC LIMIT {MAX_LISTED}"
    return await database.records(TokenRecord, sql, [actor.seller])


async def read_tokens(numbers: Sequence[int]) -> dict[int, TokenRecord]:
    """Tokens by their numbers."""
    found = await database.records(TokenRecord, f"{_FROM} WHERE t.id {among(1)}", [listed(numbers)])
    return {token.id: token for token in found}


async def see_each(numbers: Sequence[int], actor: Actor, at: datetime) -> dict[int, TokenRecord]:
    """Those of the tokens that the actor may see: of an organization whose tokens they keep, or of their own seller or
    organization; support sees all.
    """
    if not numbers:
        return {}
    found = await read_tokens(numbers)
    if actor.is_support:
        return found
    own = {token.id for token in await own_tokens(actor, at)}
    held = await rights(sorted({token.organization_id for token in found.values() if token.organization_id}), actor)
    return {
        number: token
        for number, token in found.items()
        if number in own or held.get(token.organization_id or 0, NONE).keeps_tokens
    }


async def every_token(at: datetime, *, also_ended: bool) -> list[tuple[TokenRecord, str | None]]:
    """For who operates the product: the tokens that hold, or all, each with the name of the organization it is of."""
    which, values = ("", []) if also_ended else (f"WHERE {_HOLDS}", [at])
    found = await database.rows(f"{_FROM} {which} ORDER BY t.organization_id, t.name, t.id", values)
    return [(database.typed(TokenRecord, row), row["organization"]) for row in found]


async def tokens_like(text: str, at: datetime) -> list[TokenRecord]:
    """The tokens that hold and begin like this, or are called so by `name_of`."""
    if text.startswith("#"):
        number = int(text[1:]) if text[1:].isascii() and text[1:].isdigit() and len(text) < 19 else 0
        return await database.records(TokenRecord, f"{_FROM} WHERE {_HOLDS} AND t.id = $2", [at, number])
    if len(text) > SHOWN:
        return await database.records(
            TokenRecord, f"{_FROM} WHERE {_HOLDS} AND t.token_hash = $2", [at, hash_secret(text)]
        )
    begins = "substr(t.prefix, 1, length(CAST($2 AS VARCHAR))) = $2"
    return await database.records(TokenRecord, f"{_FROM} WHERE {_HOLDS} AND {begins} ORDER BY t.id", [at, text])


def name_of(token: TokenRecord) -> str:
    """How a token is told from others: how it begins, or its number where that was not kept."""
    return token.prefix if len(token.prefix) == SHOWN else f"#{token.id}"


async def read_made(token_hash: str) -> TokenRecord:
    """A token that was just made, by the hash of its secret."""
    [made] = await database.records(TokenRecord, f"{_FROM} WHERE t.token_hash = $1", [token_hash])
    return made
