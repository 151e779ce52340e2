"""Changes of an organization's sites as they are carried out: what a finished or failed one leaves."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Row
from backend.models.order import EventKind
from backend.models.organization import OrganizationEventKind
from backend.models.outbox import MailTopic
from backend.models.service import ServiceState, StepKind
from backend.provisioning import dossier, history, notices
from backend.provisioning.access import SYSTEM
from backend.provisioning.act import by_system

_PENDING = """
SELECT c.id, c.kind, c.time_zone, c.attempts, c.requested_by, c.requested_key, c.started_at, s.id AS site_id, s.name,
  s.early_release, s.time_zone AS zone_before, s.added_at, v.order_id, COALESCE(g.survivor_id, g.id) AS organization_id
FROM site_change c JOIN site s ON s.id = c.site_id JOIN service v ON v.id = s.service_id
JOIN organization g ON g.id = s.organization_id
WHERE c.id = $1 AND c.state IN ('NOT_STARTED', 'PROVISIONING')
"""
_BEGIN = """
UPDATE site_change SET state = 'PROVISIONING', attempts = attempts + 1, started_at = COALESCE(started_at, $1)
WHERE id = $2 RETURNING attempts
"""
_END = """
UPDATE site_change SET state = $1, message = $2, finished_at = $3, refused = $4, due_at = NULL
WHERE id = $5 AND state IN ('NOT_STARTED', 'PROVISIONING')
"""
# Rows of orders that used a site and have no licenses there any more, with the steps that took them away. A draft of an
# order that is mapped to nobody, or to others, says by itself that it has to choose anew.
_WAS_USED = """
(SELECT u.id FROM site u JOIN service v ON v.id = u.service_id WHERE u.existing_id = $1 AND v.state = 'PROVISIONED')
"""
_UNUSED_STEPS = f"DELETE FROM provisioning_step WHERE kind = 'ASSIGN_LICENSES' AND subject_id IN {_WAS_USED}"
_UNUSED = f"DELETE FROM site WHERE id IN {_WAS_USED}"


class PendingChange(Row, frozen=True, kw_only=True):
    """A change to carry out, of a site that is still there."""

    id: int
    kind: StepKind
    time_zone: str | None
    attempts: int
    requested_by: str
    requested_key: str
    started_at: datetime | None
    site_id: int
    name: str
    early_release: bool
    zone_before: str
    added_at: datetime | None
    order_id: int
    organization_id: int


@dataclass(frozen=True, slots=True)
class _Words:
    """How a kind of change is told when it is done: in the organization's history, by mail, and by its order."""

    event: OrganizationEventKind
    mail: MailTopic
    of_order: EventKind | None = None


_DONE = {
    StepKind.CREATE_SITE: _Words(OrganizationEventKind.SITE_ADDED, MailTopic.SITE_ADDED),
    StepKind.UPDATE_SITE: _Words(
        OrganizationEventKind.SITE_ZONE_CHANGED, MailTopic.SITE_ZONE_CHANGED, EventKind.SITE_ZONE_CHANGED
    ),
    StepKind.REMOVE_SITE: _Words(OrganizationEventKind.SITE_REMOVED, MailTopic.SITE_REMOVED, EventKind.SITE_REMOVED),
}


async def pending(change_id: int) -> PendingChange | None:
    """The change to carry out; None: it is done, or was withdrawn."""
    return await database.record(PendingChange, _PENDING, [change_id])


def details(change: PendingChange) -> dict[str, Any]:
    """What the connector is told of the site, by the field names of the public API."""
    match change.kind:
        case StepKind.CREATE_SITE:
            return {"timezone": change.zone_before, "earlyRelease": change.early_release, "primary": False}
        case StepKind.UPDATE_SITE:
            return {"timezone": change.time_zone}
        case _:
            return {}


async def begin(change: PendingChange, at: datetime) -> int:
    """Count a try of the change; which one it is."""
    row = await database.row(_BEGIN, [at, change.id])
    return int(row["attempts"]) if row else 1


async def finish(change: PendingChange, message: str, at: datetime) -> None:
    """The change is done: the site is as it was asked for, its organization and its order tell of it."""
    told, of_order = _DONE[change.kind], change.added_at is None
    # The order is locked before the site, as everywhere.
    order = await dossier.read_locked(change.order_id) if of_order and told.of_order else None
    if not await database.execute(_END, [ServiceState.PROVISIONED.value, message, at, False, change.id]):
        return  # another worker, who took over from this one, was faster
    values: dict[str, Any] = {"site": f"{change.name}.webex.com"}
    match change.kind:
        case StepKind.CREATE_SITE:
            await database.execute("UPDATE site SET state = 'PROVISIONED' WHERE id = $1", [change.site_id])
        case StepKind.UPDATE_SITE:
            values |= {"before": change.zone_before, "after": change.time_zone}
            for condition in ("id = $2", "existing_id = $2"):
                zone = f"UPDATE site SET time_zone = $1 WHERE {condition}"
                await database.execute(zone, [change.time_zone, change.site_id])
        case _:
            await database.execute("UPDATE site SET removed_at = $1 WHERE id = $2", [at, change.site_id])
            await database.execute(_UNUSED_STEPS, [change.site_id])
            await database.execute(_UNUSED, [change.site_id])
    if order is not None and told.of_order is not None:
        async with by_system(order, at) as act:
            act.record_event(told.of_order, **values)
    await history.record_event(change.organization_id, told.event, SYSTEM, at, **values)
    await _mail(change, told.mail, at, time_zone=change.time_zone or "")


async def fail(change: PendingChange, message: str, at: datetime, *, refused: bool) -> None:
    """The change failed for good: a site that was there stays as it was. `refused`: the other side did nothing."""
    if not await database.execute(_END, [ServiceState.FAILED.value, message, at, refused, change.id]):
        return
    if change.kind is StepKind.CREATE_SITE:
        await database.execute("UPDATE site SET state = 'FAILED' WHERE id = $1", [change.site_id])
    elif change.kind is StepKind.REMOVE_SITE:
        back = "UPDATE site SET state = 'PROVISIONED' WHERE id = $1 AND state = 'PROVISIONING'"
        await database.execute(back, [change.site_id])
    kind = OrganizationEventKind.SITE_CHANGE_FAILED
    told = {"site": f"{change.name}.webex.com", "message": message}
    await history.record_event(change.organization_id, kind, SYSTEM, at, **told)
    await _mail(change, MailTopic.SITE_CHANGE_FAILED, at, reason=message)


async def _mail(change: PendingChange, topic: MailTopic, at: datetime, **told: Any) -> None:
    also = (change.requested_by, change.requested_key) if change.requested_key else None
    site = f"{change.name}.webex.com"
    key = f"site-change:{change.id}"
    await notices.mail_administrators(
        change.organization_id, topic, key, at, also=also, site=site, actor=change.requested_by, **told
    )


async def postpone(change: PendingChange, message: str, due_at: datetime) -> None:
    """The other side asked to wait: the change is tried again later."""
    await database.execute(
        "UPDATE site_change SET message = $1, due_at = $2 WHERE id = $3", [message, due_at, change.id]
    )
