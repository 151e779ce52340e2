"""What organizations own: their Webex sites and calling locations, of many organizations at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from backend import database
from backend.database import Row
from backend.provisioning.dossier import LocationRecord, SiteRecord
from backend.provisioning.survivors import everything_of
from backend.sql import listed

R = TypeVar("R", bound=Row)

_OWNED = """
SELECT * FROM (
  SELECT t.*, m.stands, row_number() OVER (PARTITION BY m.stands ORDER BY t.name) AS place
  FROM {table} t JOIN {members} m ON m.id = t.organization_id
) o WHERE place <= {most} ORDER BY name
"""


async def sites_of(organization_ids: Sequence[int]) -> dict[int, list[SiteRecord]]:
    """The sites of each organization, by name, 100 at most; how their licenses are split is their order's affair."""
    return await _owned(SiteRecord, "site", 100, organization_ids, allocations=None)


async def locations_of(organization_ids: Sequence[int]) -> dict[int, list[LocationRecord]]:
    """The locations of each organization, by name, 200 at most."""
    return await _owned(LocationRecord, "location", 200, organization_ids)


async def _owned(
    kind: type[R], table: str, most: int, organization_ids: Sequence[int], **instead: Any
) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    sql = _OWNED.format(table=table, members=everything_of(1), most=most)
    for row in await database.rows(sql, [listed(organization_ids)]):
        found[row["stands"]].append(database.typed(kind, row | instead))
    return found
