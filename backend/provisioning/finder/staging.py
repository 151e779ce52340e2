"""Tables of one import: lines go in as they come, are checked against each other and applied in a few statements."""

from collections.abc import AsyncIterator
from contextlib import nullcontext
from datetime import datetime
from typing import Any

from backend import database
from backend.provisioning.finder import activity
from backend.provisioning.finder.index import refresh
from backend.sql import among, listed, locking_all_but_keys, until_commit

Line = tuple[Any, ...]
_COLUMNS = {
    "staged_organization": (
        "line INTEGER, external_id TEXT, display_name TEXT, canonical_name TEXT, is_partner BOOLEAN,"
        " is_customer BOOLEAN, country TEXT, business_vertical TEXT, status TEXT, merged_into TEXT,"
        " consumer_pool BOOLEAN, created_at TIMESTAMPTZ"
    ),
    "staged_domain": "line INTEGER, organization TEXT, name TEXT, typed_name TEXT, state TEXT, strength INTEGER",
    "staged_user": (
        "line INTEGER, organization TEXT, email TEXT, email_key TEXT, domain TEXT, status TEXT, administrator BOOLEAN,"
        " last_active_on DATE, for_partner BOOLEAN, strength INTEGER"
    ),
}
_TABLES = _COLUMNS | {"touched": "id BIGINT PRIMARY KEY"}
_KEYS = {"staged_organization": "external_id", "staged_domain": "name, organization", "staged_user": "organization"}
_PAGE = 2_000  # organizations that are brought up to date at once
_MANY = 10_000  # organizations after which PostgreSQL is told to look at its tables anew


# Of lines about the same organization the last counts; of those about a domain or user the strongest.
def _one(table: str, key: str, order: str) -> str:
    picked = f"SELECT s.*, row_number() OVER (PARTITION BY {key} ORDER BY {order}) AS place FROM {table} s"
    return f"(SELECT * FROM ({picked}) p WHERE place = 1)"


_ORGANIZATIONS = _one("staged_organization", "external_id", "line DESC")
_DOMAINS = _one("staged_domain", "organization, name", "strength, line DESC")
_USERS = _one("staged_user", "organization, email_key", "strength, line DESC")
_RELEASED = "('DELETED', 'MERGED')"
# What support merged stays merged, though the directory does not know it yet; unless it knows better of the survivor.
_MERGED_HERE = (
    "SELECT 1 FROM organization_merge g JOIN organization v ON v.id = g.survivor_id"
    " WHERE g.duplicate_id = {id} AND g.undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM staged_organization t"
    f" WHERE t.external_id = v.external_id AND t.status IN {_RELEASED})"
)


async def begin() -> None:
    """Make the tables, empty."""
    for table, columns in _TABLES.items():
        await database.execute(f"DROP TABLE IF EXISTS {table}")
        await database.execute(f"CREATE TEMP TABLE {table} ({columns}){until_commit()}")


async def prepare() -> None:
    """Index what was added."""
    for table, key in _KEYS.items():
        await database.execute(f"CREATE INDEX ix_{table} ON {table} ({key})")
        await database.analyze(table)


async def take_errors() -> list[tuple[int, str]]:
    """Remove the lines that can't be applied; their numbers and what is wrong with them.

    A line may be wrong because another one was: the tables are looked through until nothing more is found.
    """
    errors: list[tuple[int, str]] = []
    while found := [*await _unknown(), *await _circles(), *await _claims()]:
        errors += found
        for table in _COLUMNS:
            await database.execute(f"DELETE FROM {table} WHERE line {among(1)}", [listed(line for line, _ in found)])
    return errors


async def renamed() -> list[int]:
    """The organizations that will have another name, or may stand for another one."""
    found = await database.rows(
        f"SELECT o.id FROM organization o JOIN {_ORGANIZATIONS} s ON s.external_id = o.external_id"
        " WHERE s.display_name <> o.display_name OR 'MERGED' IN (s.status, o.status) ORDER BY o.id"
    )
    return [row["id"] for row in found]


async def apply(at: datetime) -> int:
    """Write what was staged and bring the index up to date; how many organizations had changed."""
    await _touch()
    # Before anything is written, as everybody does, or two would wait for each other.
    locked = f"SELECT id FROM organization WHERE id IN (SELECT id FROM touched) ORDER BY id{locking_all_but_keys()}"
    await database.row(f"SELECT count(*) AS organizations FROM ({locked}) l")
    await _apply_organizations()
    await _apply_domains()
    await _apply_users()
    await _touch()
    many = await database.row(f"SELECT 1 FROM touched LIMIT 1 OFFSET {_MANY}")
    if many:
        await database.analyze("organization", "organization_domain", "organization_user")
    changed = 0
    # The index grows while its statistics stay: every batch would read it whole.
    async with database.by_indexes() if many else nullcontext():
        async for ids in _touched():
            await activity.recount(ids)
            changed += await refresh(ids, at)
    if many:
        await database.analyze("finder_entry", "organization_activity")
    for table in _TABLES:
        await database.execute(f"DROP TABLE {table}")
    return changed


async def _touch() -> None:
    """Note which of the organizations that exist the import changes; for merged ones also what they stand for."""
    await database.execute(
        "INSERT INTO touched SELECT id FROM organization WHERE external_id IN"
        " (SELECT external_id FROM staged_organization UNION SELECT organization FROM staged_domain"
        " UNION SELECT organization FROM staged_user) ON CONFLICT DO NOTHING"
    )
    await database.execute(
        "INSERT INTO touched SELECT survivor_id FROM organization WHERE survivor_id IS NOT NULL"
        " AND id IN (SELECT id FROM touched) ON CONFLICT DO NOTHING"
    )


async def _touched() -> AsyncIterator[list[int]]:
    """The organizations that the import changes, a page at a time."""
    last = 0
    while page := await database.rows(f"SELECT id FROM touched WHERE id > $1 ORDER BY id LIMIT {_PAGE}", [last]):
        ids = [row["id"] for row in page]
        yield ids
        last = ids[-1]


async def _unknown() -> list[tuple[int, str]]:
    known = (
        "NOT EXISTS (SELECT 1 FROM staged_organization k WHERE k.external_id = s.{column})"
        " AND NOT EXISTS (SELECT 1 FROM organization k WHERE k.external_id = s.{column})"
    )
    arms = [
        f"SELECT line, {column} AS named FROM {table} s WHERE {condition}{known.format(column=column)}"
        for table, column, condition in (
            ("staged_domain", "organization", ""),
            ("staged_user", "organization", ""),
            ("staged_organization", "merged_into", "s.status = 'MERGED' AND "),
        )
    ]
    found = await database.rows(" UNION ALL ".join(arms))
    return [(row["line"], f"there is no organization {row['named']}") for row in found]


async def _circles() -> list[tuple[int, str]]:
    """Lines by which an organization would be merged into itself, over others or not."""
    staged = await database.rows(
        f"SELECT line, external_id, merged_into FROM {_ORGANIZATIONS} s WHERE status = 'MERGED'"
    )
    stored = await database.rows(
        "SELECT o.external_id, m.external_id AS merged_into FROM organization o JOIN organization m"
        " ON m.id = o.merged_into_id WHERE o.status = 'MERGED' AND NOT EXISTS"
        " (SELECT 1 FROM staged_organization s WHERE s.external_id = o.external_id)"
    )
    into = {row["external_id"]: row["merged_into"] for row in [*stored, *staged]}
    return [
        (row["line"], "the organization is merged into itself") for row in staged if _returns(row["external_id"], into)
    ]


def _returns(start: str, into: dict[str, str]) -> bool:
    passed = {start}
    place = into.get(start)
    while place is not None and place not in passed:
        passed.add(place)
        place = into.get(place)
    return place is not None


async def _claims() -> list[tuple[int, str]]:
    """Lines that claim a domain which another organization keeps claimed, or claims in an earlier line."""
    claims = (
        f"SELECT d.line, d.organization, d.name FROM {_DOMAINS} d"
        f" WHERE d.state = 'CLAIMED' AND {_standing('d.organization')} NOT IN {_RELEASED}"
    )
    found = await database.rows(
        f"SELECT c.line, c.name, o.external_id AS holder FROM ({claims}) c"
        " JOIN organization_domain d ON d.name = c.name AND d.state = 'CLAIMED' AND NOT d.released"
        " JOIN organization o ON o.id = d.organization_id AND o.external_id <> c.organization"
        f" WHERE {_standing('o.external_id')} NOT IN {_RELEASED} AND NOT EXISTS"
        " (SELECT 1 FROM staged_domain s WHERE s.organization = o.external_id AND s.name = d.name)"
        " UNION ALL SELECT line, name, holder FROM (SELECT c.*,"
        f" first_value(organization) OVER (PARTITION BY name ORDER BY line) AS holder FROM ({claims}) c) w"
        " WHERE holder <> organization"
    )
    return [(row["line"], f"{row['name']} is claimed by organization {row['holder']}") for row in found]


def _standing(external_id: str) -> str:
    """The status that an organization will have: as staged, else as it is."""
    return (
        f"COALESCE((SELECT s.status FROM staged_organization s WHERE s.external_id = {external_id}"
        f" ORDER BY s.line DESC LIMIT 1), (SELECT k.status FROM organization k WHERE k.external_id = {external_id}))"
    )


async def _apply_organizations() -> None:
    columns = (
        "external_id, display_name, canonical_name, is_partner, is_customer, country, business_vertical, status,"
        " consumer_pool, created_at"
    )
    changed = ", ".join(f"{column} = excluded.{column}" for column in columns.split(", ")[1:])
    # An organization that comes back has to prove its claims again.
    await database.execute(
        "UPDATE organization_domain SET released = false,"
        " state = CASE WHEN state = 'CLAIMED' THEN 'VERIFIED' ELSE state END WHERE released AND organization_id IN"
        f" (SELECT o.id FROM organization o JOIN {_ORGANIZATIONS} s ON s.external_id = o.external_id"
        f" WHERE s.status NOT IN {_RELEASED} AND NOT EXISTS ({_MERGED_HERE.format(id='o.id')}))"
    )
    await database.execute(
        f"INSERT INTO organization ({columns}, enabled_users, active_users, has_proven_domain)"
        f" SELECT {columns}, 0, 0, false FROM {_ORGANIZATIONS} s WHERE true ORDER BY line"
        f" ON CONFLICT (external_id) DO UPDATE SET {changed}"
    )
    await database.execute(
        "UPDATE organization SET survivor_id = NULL, merged_into_id = (SELECT m.id FROM organization m"
        " WHERE m.external_id = s.merged_into AND s.status = 'MERGED')"
        f" FROM {_ORGANIZATIONS} s WHERE s.external_id = organization.external_id"
        " AND (s.status = 'MERGED' OR organization.merged_into_id IS NOT NULL)"
    )
    await database.execute(
        "UPDATE organization SET status = 'MERGED', merged_into_id = (SELECT g.survivor_id FROM organization_merge g"
        " WHERE g.duplicate_id = organization.id AND g.undone_at IS NULL ORDER BY g.id DESC LIMIT 1)"
        " WHERE status IN ('ACTIVE', 'SUSPENDED') AND external_id IN (SELECT external_id FROM staged_organization)"
        f" AND EXISTS ({_MERGED_HERE.format(id='organization.id')})"
    )
    await database.execute(
        "WITH RECURSIVE chain (id, place, length) AS ("
        " SELECT id, merged_into_id, 1 FROM organization WHERE status = 'MERGED' AND merged_into_id IS NOT NULL"
        " UNION ALL SELECT c.id, o.merged_into_id, c.length + 1 FROM chain c"
        "  JOIN organization o ON o.id = c.place WHERE o.status = 'MERGED')"
        " UPDATE organization SET survivor_id = c.place FROM chain c JOIN organization e ON e.id = c.place"
        " WHERE organization.id = c.id AND e.status <> 'MERGED'"
    )
    await database.execute(
        "UPDATE organization_domain SET released = true WHERE NOT released AND organization_id IN"
        f" (SELECT o.id FROM organization o JOIN staged_organization s ON s.external_id = o.external_id"
        f" WHERE o.status IN {_RELEASED})"
    )


async def _apply_domains() -> None:
    """Claims that are given up go first, so that others are free to take them."""
    await database.execute(
        "UPDATE organization_domain SET state = 'VERIFIED'"
        f" FROM {_DOMAINS} s JOIN organization o ON o.external_id = s.organization"
        " WHERE s.state <> 'CLAIMED' AND organization_domain.state = 'CLAIMED'"
        " AND organization_domain.organization_id = o.id AND organization_domain.name = s.name"
    )
    await database.execute(
        "INSERT INTO organization_domain (organization_id, name, typed_name, state, released)"
        f" SELECT o.id, s.name, s.typed_name, s.state, o.status IN {_RELEASED}"
        f" FROM {_DOMAINS} s JOIN organization o ON o.external_id = s.organization WHERE true"
        " ON CONFLICT (organization_id, name) DO UPDATE SET typed_name = excluded.typed_name, state = excluded.state,"
        " released = excluded.released"
    )


async def _apply_users() -> None:
    columns = ("email", "email_key", "domain", "status", "administrator", "last_active_on")
    changed = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "email_key")
    await database.execute(
        f"INSERT INTO organization_user (organization_id, {', '.join(columns)}, for_partner)"
        f" SELECT o.id, {', '.join(f's.{column}' for column in columns)}, COALESCE(s.for_partner, false)"
        f" FROM {_USERS} s JOIN organization o ON o.external_id = s.organization WHERE true"
        f" ON CONFLICT (email_key, organization_id) DO UPDATE SET {changed}"
    )
    # What a line does not say stays as it is; almost none says it.
    if await database.row("SELECT 1 AS one FROM staged_user WHERE for_partner IS NOT NULL LIMIT 1"):
        await database.execute(
            f"UPDATE organization_user SET for_partner = s.for_partner FROM {_USERS} s"
            " JOIN organization o ON o.external_id = s.organization WHERE s.for_partner IS NOT NULL"
            " AND organization_user.organization_id = o.id AND organization_user.email_key = s.email_key"
        )
