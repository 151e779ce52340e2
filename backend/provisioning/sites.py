"""The sites of an organization after setup: added, put into another time zone and removed.

Each is a change that a worker carries out (`site_changes.py`); a site has one at a time. Its name and its early release
schedule never change: meeting links, recordings and the settings of people's devices contain the name.
"""

from dataclasses import dataclass
from datetime import datetime

from backend import correlation, database
from backend.database import Row
from backend.models.organization import OrganizationEventKind
from backend.models.service import ServiceState, StepKind
from backend.provisioning import history
from backend.provisioning.access import Actor
from backend.provisioning.finder import index
from backend.provisioning.meetings import read_name, release_names, taken, taken_names
from backend.provisioning.survivors import all_of
from backend.provisioning.validation import Entries
from backend.reference import site_names
from backend.reference.time_zones import is_time_zone
from backend.refusals import ErrorCode, Refused
from backend.sql import locking

MAX_SITES = 100  # of an organization
IN_PROGRESS = frozenset({ServiceState.NOT_STARTED, ServiceState.PROVISIONING})

_ORGANIZATION = """
SELECT COALESCE(g.survivor_id, g.id) AS id FROM site s JOIN organization g ON g.id = s.organization_id
WHERE s.id = $1 AND s.existing_id IS NULL
"""
_LOCKED = "SELECT * FROM site WHERE id = $1"
_COUNT = f"""
SELECT count(*) AS sites, COALESCE(sum(CASE WHEN state = 'PROVISIONED' THEN 1 ELSE 0 END), 0) AS usable FROM site
WHERE organization_id IN ({all_of("$1")}) AND removed_at IS NULL
"""
# The service whose site stands first in the organization. Nothing changes a service any more that is provisioned.
_HOST = f"""
SELECT s.service_id FROM site s JOIN service v ON v.id = s.service_id
WHERE s.organization_id IN ({all_of("$1")}) AND s.removed_at IS NULL AND s.state = 'PROVISIONED'
  AND v.state = 'PROVISIONED' ORDER BY CASE WHEN s.is_primary THEN 0 ELSE 1 END, s.id LIMIT 1
"""
_HOLDER = f"""
SELECT s.*, CASE WHEN s.organization_id IN ({all_of("$2")}) THEN 1 ELSE 0 END AS own FROM site s WHERE s.held_name = $1
"""
_INSERT = """
INSERT INTO site (service_id, organization_id, position, name, held_name, held_at, time_zone, early_release, is_primary,
  state, added_at)
VALUES ($1, $2, 0, $3, $3, $4, $5, $6, false, 'PROVISIONING', $4) RETURNING id
"""
_AGAIN = "UPDATE site SET time_zone = $2, early_release = $3, state = 'PROVISIONING' WHERE id = $1"
_CHANGE = "SELECT kind, time_zone, state, refused FROM site_change WHERE site_id = $1"
_BEGIN = """
INSERT INTO site_change (
  site_id, kind, time_zone, state, attempts, requested_by, requested_key, requested_at, due_at, traceparent)
VALUES ($1, $2, $3, 'NOT_STARTED', 0, $4, $5, $6, $6, $7)
"""
# What else has to do with a site: rows of orders that use it, its own order's row among them, and their last steps.
_USED = f"""
SELECT o.order_number, COALESCE(u.allocations, '{{}}') AS allocations, v.state,
  EXISTS (SELECT 1 FROM provisioning_step p WHERE p.subject_id = u.id AND p.service_id = v.id
    AND p.kind = 'ASSIGN_LICENSES' AND p.state <> 'PROVISIONED') AS moving
FROM site u JOIN service v ON v.id = u.service_id JOIN orders o ON o.id = v.order_id
WHERE ((u.id = $1 AND u.added_at IS NULL) OR u.existing_id = $1)
  AND o.customer_organization_id IN ({all_of("$2")}) AND o.status IN ('MAPPED', 'SETTING_UP', 'COMPLETED')
ORDER BY o.id
"""


class _Use(Row, frozen=True, kw_only=True):
    order_number: str
    allocations: dict[str, int]
    state: ServiceState
    moving: bool


class _Change(Row, frozen=True, kw_only=True):
    kind: StepKind
    time_zone: str | None
    state: ServiceState
    refused: bool


class Site(Row, frozen=True, kw_only=True):
    """A site of an organization, locked."""

    id: int
    name: str
    time_zone: str
    early_release: bool
    is_primary: bool
    state: ServiceState
    added_at: datetime | None
    removed_at: datetime | None

    @property
    def url(self) -> str:
        """Its address."""
        return f"{self.name}.webex.com"


@dataclass(frozen=True, slots=True)
class NewSite:
    """A site as entered."""

    name: str
    time_zone: str
    early_release: bool


async def organization_of(site_id: int) -> int | None:
    """The organization that has, or had, a site; None: it belongs to none."""
    row = await database.row(_ORGANIZATION, [site_id])
    return int(row["id"]) if row else None


async def was_added(site_id: int) -> bool:
    """Whether a site was added after setup, and belongs to no order."""
    return await database.row("SELECT 1 AS one FROM site WHERE id = $1 AND added_at IS NOT NULL", [site_id]) is not None


async def add(organization_id: int, entered: NewSite, actor: Actor, at: datetime) -> int:
    """Add a site to an organization that has one; its number. A site that could not be added is tried again.

    A name that was removed is free for its own organization only: links that people kept must not lead to strangers.
    """
    entries = Entries()
    name = read_name(entered.name, ("siteName",), [], entries)
    entries.code(entered.time_zone, is_time_zone, "timeZone")
    entries.check()
    await index.lock([organization_id])
    host = await database.row(_HOST, [organization_id])
    if host is None:
        text = "Sites can be added once the organization’s first order has set up Meetings."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text)
    await release_names(at)
    site_id = await _held_by_organization(organization_id, name, entered)
    if site_id is None:
        counted = await database.row(_COUNT, [organization_id])
        if counted is not None and counted["sites"] >= MAX_SITES:
            text = "An organization can have at most {most} sites."
            raise Refused(ErrorCode.TOO_LONG, text, values={"most": MAX_SITES})
        values = [host["service_id"], organization_id, name, at, entered.time_zone, entered.early_release]
        created = await database.row(_INSERT, values)
        assert created is not None
        site_id = int(created["id"])
    elif (change := await _change(site_id)) and change.state in IN_PROGRESS:
        return site_id  # the same was asked for a moment ago
    else:
        await database.execute(_AGAIN, [site_id, entered.time_zone, entered.early_release])
    await _begin(site_id, StepKind.CREATE_SITE, None, actor, at)
    await history.record_event(
        organization_id, OrganizationEventKind.SITE_ADDITION_STARTED, actor, at, site=f"{name}.webex.com"
    )
    return site_id


async def _held_by_organization(organization_id: int, name: str, entered: NewSite) -> int | None:
    """The site of this name that is being added or could not be; None: the name is free. Raises Refused: it is not."""
    row = await database.row(_HOLDER, [name, organization_id])
    if row is None:
        return None
    site = database.typed(Site, row)
    if row["own"] and site.removed_at is not None:
        await database.execute("UPDATE site SET held_name = NULL WHERE id = $1", [site.id])
        return None
    if row["own"] and site.added_at is not None:
        same = (site.time_zone, site.early_release) == (entered.time_zone, entered.early_release)
        if site.state is ServiceState.FAILED or (site.state is ServiceState.PROVISIONING and same):
            change = await _change(site.id)
            if change is None or change.kind is StepKind.CREATE_SITE:
                return site.id
    if row["own"]:
        raise Refused(
            ErrorCode.SITE_NAME_TAKEN, "The organization already has {site}.", ("siteName",), values={"site": site.url}
        )
    near = await taken_names(site_names.candidates(name))
    raise taken(name, ("siteName",), ErrorCode.SITE_NAME_TAKEN, near)


async def change_time_zone(site_id: int, time_zone: str, actor: Actor, at: datetime) -> None:
    """Give a site another time zone. Asked for again, it is done once."""
    entries = Entries()
    entries.code(time_zone, is_time_zone, "timeZone")
    entries.check()
    organization_id, site = await _lock(site_id)
    change = await _change(site_id)
    if change and change.state in IN_PROGRESS and (change.kind, change.time_zone) == (StepKind.UPDATE_SITE, time_zone):
        return
    _check_changeable(site, change)
    if site.time_zone == time_zone and (change is None or change.state is not ServiceState.FAILED):
        return
    await _begin(site_id, StepKind.UPDATE_SITE, time_zone, actor, at)
    kind = OrganizationEventKind.SITE_ZONE_STARTED
    await history.record_event(organization_id, kind, actor, at, site=site.url, before=site.time_zone, after=time_zone)


async def remove(site_id: int, actor: Actor, at: datetime) -> None:
    """Remove a site that is neither the primary nor the last one, and that no order uses any more.

    One that was never created goes at once, and its name is free.
    """
    organization_id, site = await _lock(site_id)
    change = await _change(site_id)
    if site.removed_at is not None:
        return
    if change and change.state in IN_PROGRESS and change.kind is StepKind.REMOVE_SITE:
        return
    never_was = site.added_at is not None and site.state is ServiceState.FAILED
    if never_was and change is not None and change.state is ServiceState.FAILED and change.refused:
        await database.execute("DELETE FROM site_change WHERE site_id = $1", [site_id])
        await database.execute("DELETE FROM site WHERE id = $1", [site_id])
        await history.record_event(organization_id, OrganizationEventKind.SITE_REMOVED, actor, at, site=site.url)
        return
    if not never_was:
        _check_changeable(site, change)
        await _check_removable(organization_id, site)
        await database.execute("UPDATE site SET state = 'PROVISIONING' WHERE id = $1", [site_id])
    await _begin(site_id, StepKind.REMOVE_SITE, None, actor, at)
    await history.record_event(organization_id, OrganizationEventKind.SITE_REMOVAL_STARTED, actor, at, site=site.url)


async def _lock(site_id: int) -> tuple[int, Site]:
    """The organization of a site, and the site: whoever uses or changes it waits. Raises LookupError."""
    organization_id = await organization_of(site_id)
    site = await database.record(Site, _LOCKED + locking(), [site_id])
    if organization_id is None or site is None:
        raise LookupError(site_id)
    return organization_id, site


async def _change(site_id: int) -> _Change | None:
    return await database.record(_Change, _CHANGE, [site_id])


def _check_changeable(site: Site, change: _Change | None) -> None:
    values: dict[str, object] = {"site": site.url}
    if site.removed_at is not None:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "{site} was removed.", ("siteId",), values=values)
    if change is not None and change.state in IN_PROGRESS:
        text = "{site} is being changed. Wait until this is finished."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, ("siteId",), values=values)
    if site.state is not ServiceState.PROVISIONED:
        text = "{site} is not set up. It can be changed once it is."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, ("siteId",), values=values)


async def _check_removable(organization_id: int, site: Site) -> None:
    entries = Entries()
    counted = await database.row(_COUNT, [organization_id])
    uses = await database.records(_Use, _USED, [site.id, organization_id])
    unfinished = ", ".join(use.order_number for use in uses if use.state is not ServiceState.PROVISIONED)
    licensed = ", ".join(use.order_number for use in uses if any(use.allocations.values()))
    path, code = ("siteId",), ErrorCode.STEP_NOT_ALLOWED
    if site.is_primary:
        entries.refuse(code, "{site} is the primary site. It can’t be removed.", *path, site=site.url)
    elif counted is not None and counted["usable"] <= 1:
        entries.refuse(code, "{site} is the only site of the organization. It can’t be removed.", *path, site=site.url)
    elif unfinished:
        text = "{site} is part of an order that is still being set up: {orders}."
        entries.refuse(code, text, *path, site=site.url, orders=unfinished)
    elif licensed:
        text = "{site} still has licenses of {orders}. Move them to other sites first."
        entries.refuse(code, text, *path, site=site.url, orders=licensed)
    elif any(use.moving for use in uses):
        text = "The licenses of {site} are not moved yet. Wait until this is finished, or move them again."
        entries.refuse(code, text, *path, site=site.url)
    entries.check()


async def _begin(site_id: int, kind: StepKind, time_zone: str | None, actor: Actor, at: datetime) -> None:
    await database.execute("DELETE FROM site_change WHERE site_id = $1", [site_id])
    values = [site_id, kind.value, time_zone, actor.name, actor.email_key, at, correlation.traceparent()]
    await database.execute(_BEGIN, values)
