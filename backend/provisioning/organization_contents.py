"""What organizations own: their Webex sites and calling locations, of many organizations at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from backend import database
from backend.database import Row
from backend.models.service import ServiceState
from backend.provisioning.access import Actor, roles
from backend.provisioning.dossier import Dossier, LocationRecord, SiteRecord
from backend.provisioning.journey import TRANSITIONS, Mutation, roles_for
from backend.provisioning.survivors import everything_of
from backend.sql import listed

R = TypeVar("R", bound=Row)
Owned = TypeVar("Owned", SiteRecord, LocationRecord)

_OWNED = """
SELECT * FROM (
  SELECT t.*, m.stands, row_number() OVER (PARTITION BY m.stands ORDER BY t.name) AS place
  FROM {table} t JOIN {members} m ON m.id = t.organization_id {still}
) o WHERE place <= {most} ORDER BY name
"""
_STILL = {"site": "WHERE t.removed_at IS NULL"}


async def sites_of(organization_ids: Sequence[int]) -> dict[int, list[SiteRecord]]:
    """The sites of each organization, by name, 100 at most; how their licenses are split is their order's affair."""
    return await _owned(SiteRecord, "site", "is_primary", 100, organization_ids, allocations=None)


async def locations_of(organization_ids: Sequence[int]) -> dict[int, list[LocationRecord]]:
    """The locations of each organization, by name, 200 at most."""
    return await _owned(LocationRecord, "location", "is_default", 200, organization_ids)


async def _owned(
    kind: type[R], table: str, flag: str, most: int, organization_ids: Sequence[int], **instead: Any
) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    sql = _OWNED.format(table=table, members=everything_of(1), most=most, still=_STILL.get(table, ""))
    rows = await database.rows(sql, [listed(organization_ids)])
    firsts: dict[int, tuple[bool, int, int]] = {}
    for row in rows:
        if row[flag]:  # of merged organizations each has one: that of the survivor counts, then the older one's
            rank = (row["organization_id"] != row["stands"], row["organization_id"], row["id"])
            firsts[row["stands"]] = min(firsts.get(row["stands"], rank), rank)
    for row in rows:
        is_first = bool(row[flag]) and firsts[row["stands"]][2] == row["id"]
        found[row["stands"]].append(database.typed(kind, row | instead | {flag: is_first}))
    return found


def usable_by(order: Dossier, actor: Actor) -> int | None:
    """The organization whose sites and locations an order may use, for those who set up its services."""
    rule = TRANSITIONS[Mutation.SET_UP_NOW]
    allowed = order.status in rule.states and roles_for(rule, order, roles(order, actor))
    return order.customer_organization_id if allowed else None


def usable(found: Sequence[Owned], service: int) -> list[Owned]:
    """What is in use already and was not made by this service."""
    return [one for one in found if one.state is ServiceState.PROVISIONED and not _made_by(service, one)]


def _made_by(service: int, one: SiteRecord | LocationRecord) -> bool:
    added_after_setup = isinstance(one, SiteRecord) and one.added_at is not None
    return one.service_id == service and not added_after_setup
