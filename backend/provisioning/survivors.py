"""A merged organization stands for its survivor: the SQL that says so. What was its own stays where it is."""

from collections.abc import Iterable

from backend import database
from backend.sql import among, listed

_ORGANIZATION = "@organization:"  # no mailbox is called so: an address has something before its first @
_ADMINISTERED = (
    "SELECT COALESCE(m.survivor_id, m.id) AS id FROM organization_user u"
    " JOIN organization m ON m.id = u.organization_id"
    " WHERE u.email_key = {key} AND u.administrator AND u.status = 'ACTIVE'"
    " UNION ALL SELECT COALESCE(t.survivor_id, t.id) AS id FROM organization t WHERE t.id ="
    f" CASE WHEN {{key}} LIKE '{_ORGANIZATION}%' THEN CAST(substr({{key}}, {len(_ORGANIZATION) + 1}) AS BIGINT) END"
)


def key_of_organization(organization_id: int) -> str:
    """What stands in the place of a mailbox where an organization itself asks, by a token of its own."""
    return f"{_ORGANIZATION}{organization_id}"


def all_of(survivor: str) -> str:
    """The ids of everything that an organization stands for: itself and what was merged into it."""
    return f"SELECT {survivor} UNION ALL SELECT id FROM organization WHERE survivor_id = {survivor}"


def everything_of(place: int) -> str:
    """A table of the organizations of the list in parameter `place` with what was merged into them: `id`, and for
    which of the list it `stands`.
    """
    return (
        f"(SELECT id, id AS stands FROM organization WHERE id {among(place)}"
        f" UNION ALL SELECT id, survivor_id AS stands FROM organization WHERE survivor_id {among(place)})"
    )


def administered_survivors(key: str) -> str:
    """The ids of the organizations that a mailbox fully administers, or of the one that asks by its token; of merged
    ones their survivors.
    """
    return _ADMINISTERED.format(key=key)


def administered(key: str) -> str:
    """The ids of everything that these administer: organizations and what they stand for."""
    own = administered_survivors(key)
    return (
        f"SELECT f.id FROM organization f JOIN ({own}) s ON s.id = f.id"
        f" UNION SELECT f.id FROM organization f JOIN ({own}) s ON s.id = f.survivor_id"
    )


async def survivor_of(organization_id: int) -> int:
    """The organization that this one stands for: itself, unless it was merged."""
    row = await database.row("SELECT survivor_id FROM organization WHERE id = $1", [organization_id])
    return int(row["survivor_id"]) if row and row["survivor_id"] else organization_id


async def survivors_of(organization_ids: Iterable[int]) -> dict[int, int]:
    """The same of several, by their numbers."""
    sql = f"SELECT id, COALESCE(survivor_id, id) AS stands FROM organization WHERE id {among(1)}"
    return {row["id"]: row["stands"] for row in await database.rows(sql, [listed(organization_ids)])}


async def members_of(organization_ids: Iterable[int]) -> list[int]:
    """The organizations and everything that was merged into them."""
    ids = list(organization_ids)
    rows = await database.rows(f"SELECT id FROM organization WHERE survivor_id {among(1)} ORDER BY id", [listed(ids)])
    return [*ids, *(row["id"] for row in rows)]
