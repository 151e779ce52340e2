"""The merges that hold, as an organization shows them; `merging.py` makes and undoes them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from backend import database
from backend.database import Row
from backend.provisioning.survivors import everything_of
from backend.sql import listed

UNDO_PERIOD = timedelta(hours=24)
_MERGES = """
SELECT stands, duplicate_id, display_name, external_id, at, merged_by, reason FROM (
  SELECT s.stands, m.id, m.duplicate_id, d.display_name, d.external_id, m.at, m."by" AS merged_by, m.reason,
    row_number() OVER (PARTITION BY s.stands ORDER BY m.id DESC) AS place
  FROM organization_merge m JOIN organization d ON d.id = m.duplicate_id JOIN {members} s ON s.id = m.survivor_id
  WHERE m.undone_at IS NULL
) t WHERE place <= 50 ORDER BY id DESC
"""


class _Merge(Row, frozen=True, kw_only=True):
    stands: int
    duplicate_id: int
    display_name: str
    external_id: str
    at: datetime
    merged_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A duplicate that support merged into an organization; only support sees which person did."""

    duplicate_id: int
    duplicate_name: str
    duplicate_external_id: str
    merged_at: datetime
    merged_by: str | None
    reason: str
    undoable_until: datetime | None


async def list_merges(organization_ids: Sequence[int], at: datetime, *, support: bool) -> dict[int, list[Merge]]:
    """The duplicates that were merged into each organization, newest first, 50 at most."""
    found: dict[int, list[Merge]] = defaultdict(list)
    for row in await database.records(_Merge, _MERGES.format(members=everything_of(1)), [listed(organization_ids)]):
        until = row.at + UNDO_PERIOD
        found[row.stands].append(
            Merge(
                duplicate_id=row.duplicate_id,
                duplicate_name=row.display_name,
                duplicate_external_id=row.external_id,
                merged_at=row.at,
                merged_by=row.merged_by if support else None,
                reason=row.reason,
                undoable_until=until if at <= until else None,
            )
        )
    return found
