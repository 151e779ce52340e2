"""What is being changed on the sites of organizations, or was last."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from backend import database
from backend.database import Row
from backend.models.service import ServiceState, StepKind
from backend.provisioning.survivors import everything_of
from backend.sql import listed

_CHANGES = """
SELECT m.stands, c.site_id, c.kind, c.state, c.time_zone, c.message, c.requested_at, c.finished_at, c.traceparent
FROM site_change c JOIN site s ON s.id = c.site_id JOIN {members} m ON m.id = s.organization_id
WHERE s.removed_at IS NULL
"""


class SiteChangeRecord(Row, frozen=True, kw_only=True):
    """A change of a site after setup, and where it stands."""

    stands: int
    site_id: int
    kind: StepKind
    state: ServiceState
    time_zone: str | None
    message: str | None
    requested_at: datetime
    finished_at: datetime | None
    traceparent: str | None


async def changes_of(organization_ids: Sequence[int]) -> dict[int, Mapping[int, SiteChangeRecord]]:
    """The latest change of each site of each organization, by the number of the site."""
    found: dict[int, dict[int, SiteChangeRecord]] = defaultdict(dict)
    sql = _CHANGES.format(members=everything_of(1))
    for change in await database.records(SiteChangeRecord, sql, [listed(organization_ids)]):
        found[change.stands][change.site_id] = change
    return dict(found)
