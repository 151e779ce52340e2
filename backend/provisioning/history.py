"""What people did to an organization beside its orders: rows that are only ever added."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import correlation, database
from backend.database import Row
from backend.language import text
from backend.models.organization import OrganizationEventKind
from backend.provisioning import timeline
from backend.provisioning.access import Actor
from backend.provisioning.survivors import everything_of
from backend.provisioning.validation import masked
from backend.sql import listed

_EVENT = """
INSERT INTO organization_event (organization_id, at, actor, actor_key, kind, "values", correlation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""
_READ = """
SELECT stands, id, at, actor, kind, "values", correlation_id FROM (
  SELECT e.*, m.stands, row_number() OVER (PARTITION BY m.stands ORDER BY e.id DESC) AS place
  FROM organization_event e JOIN {members} m ON m.id = e.organization_id
) t WHERE place <= 100 ORDER BY id DESC
"""
BY_SUPPORT = frozenset({OrganizationEventKind.ORGANIZATIONS_MERGED, OrganizationEventKind.MERGE_UNDONE})
WORDS = {
    OrganizationEventKind.DOMAIN_ADDED: "Added the domain {domain}",
    OrganizationEventKind.DOMAIN_VERIFIED: "The domain {domain} is verified",
    OrganizationEventKind.DOMAIN_NOT_VERIFIED: "The domain {domain} was not verified within 14 days",
    OrganizationEventKind.DOMAIN_CLAIMED: "Claimed the domain {domain}",
    OrganizationEventKind.DOMAIN_REMOVED: "Removed the domain {domain}",
    OrganizationEventKind.SITE_ADDITION_STARTED: "Started to add {site}",
    OrganizationEventKind.SITE_ADDED: "{site} is ready",
    OrganizationEventKind.SITE_ZONE_STARTED: "Started to change the time zone of {site} from {before} to {after}",
    OrganizationEventKind.SITE_ZONE_CHANGED: "The time zone of {site} is now {after}",
    OrganizationEventKind.SITE_REMOVAL_STARTED: "Started to remove {site}",
    OrganizationEventKind.SITE_REMOVED: "{site} is removed",
    OrganizationEventKind.SITE_CHANGE_FAILED: "The change of {site} failed",
    OrganizationEventKind.LICENSES_MOVED: "Moved licenses of {order} between sites",
    OrganizationEventKind.ORGANIZATIONS_MERGED: "Merged the duplicate organization {duplicate} into {survivor}",
    OrganizationEventKind.MERGE_UNDONE: "Undid the merge: {duplicate} is a separate organization again",
    OrganizationEventKind.WEBHOOK_ADDED: "Added a webhook to {host}",
    OrganizationEventKind.WEBHOOK_CHANGED: "Changed the webhook to {host}",
    OrganizationEventKind.WEBHOOK_SECRET_ROTATED: "Made a new secret for the webhook to {host}",
    OrganizationEventKind.WEBHOOK_SWITCHED_OFF: "The webhook to {host} was switched off because it failed",
    OrganizationEventKind.WEBHOOK_REMOVED: "Removed the webhook to {host}",
    OrganizationEventKind.TOKEN_CREATED: "Made the API token {name} ({prefix}…) with {scopes}",
    OrganizationEventKind.TOKEN_REVOKED: "Revoked the API token {name} ({prefix}…)",
    OrganizationEventKind.PARTNER_ACCESS_ENDED: "Ended the access of {partner} to {customer}",
    OrganizationEventKind.PARTNER_ACCESS_REQUESTED: "Asked for access of {partner} to {customer} again",
    OrganizationEventKind.PARTNER_ACCESS_GRANTED: "Gave {partner} access to {customer} again",
    OrganizationEventKind.PARTNER_ACCESS_DECLINED: "Declined to give {partner} access to {customer} again",
    OrganizationEventKind.CHANGED: "Changed the organization",
}
_OF_ZONES = frozenset({OrganizationEventKind.SITE_ZONE_STARTED, OrganizationEventKind.SITE_ZONE_CHANGED})
# By the stored text: a newer process beside this one may have written a kind that is not known here yet.
_WORDS = {str(kind): words for kind, words in WORDS.items()}


async def record_event(
    organization_id: int, kind: OrganizationEventKind, actor: Actor, at: datetime, **values: object
) -> None:
    """Note what was done to an organization, by whom."""
    told = json.dumps(values, ensure_ascii=False)
    await database.execute(_EVENT, [organization_id, at, actor.name, actor.key, kind, told, correlation.current()])


class _Event(Row, frozen=True, kw_only=True):
    stands: int
    id: int
    at: datetime
    actor: str
    kind: str
    values: dict[str, Any]
    correlation_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that people did to an organization, as its reader may see it, in words."""

    id: int
    at: datetime
    actor: str | None
    kind: str
    summary: str
    reason: str | None
    correlation_id: str | None


async def read(organization_ids: Sequence[int], language: str, *, support: bool) -> dict[int, list[Event]]:
    """What was done to each organization and to those that it stands for, newest first, the last 100.

    A merge is noted at both organizations and told once. Support sees no addresses, and administrators don't see which
    person of support it was.
    """
    told: dict[int, dict[tuple[Any, ...], Event]] = defaultdict(dict)
    for row in await database.records(_Event, _READ.format(members=everything_of(1)), [listed(organization_ids)]):
        same = (row.at, row.kind, json.dumps(row.values, sort_keys=True))
        told[row.stands].setdefault(same, _event(row, language, support=support))
    return {number: list(events.values()) for number, events in told.items()}


def _event(row: _Event, language: str, *, support: bool) -> Event:
    by_support = row.kind in BY_SUPPORT
    return Event(
        id=row.id,
        at=row.at,
        actor=row.actor if support == by_support else masked(row.actor) if support else None,
        kind=row.kind,
        summary=summary(row.kind, row.values, language),
        reason=timeline.reason(row.values, language),
        correlation_id=row.correlation_id if support else None,
    )


def summary(kind: str, values: Mapping[str, object], language: str) -> str:
    """One event in words."""
    told = timeline.zones_named(values, language) if kind in _OF_ZONES else values
    return text(language, _WORDS.get(kind, WORDS[OrganizationEventKind.CHANGED]), **told)
