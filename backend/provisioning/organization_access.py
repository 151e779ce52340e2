"""Who sees which organization, how much of it, and what they may do with it; all of it for many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend import database
from backend.database import Row
from backend.models.organization import OrganizationStatus
from backend.provisioning import access, dossier
from backend.provisioning.access import Actor
from backend.provisioning.dossier import OrganizationRecord
from backend.provisioning.survivors import administered, everything_of
from backend.sql import listed

_RIGHTS = """
SELECT m.stands AS organization, 1 AS belongs, CASE WHEN u.administrator THEN 1 ELSE 0 END AS own, 0 AS partners,
  CASE WHEN u.administrator AND NOT u.for_partner THEN 1 ELSE 0 END AS keeps_tokens
FROM organization_user u JOIN {members} m ON m.id = u.organization_id
WHERE u.email_key = $2 AND u.status = 'ACTIVE'
UNION ALL
SELECT m.stands, 1, 1, 0, 0 FROM {members} m WHERE m.id = $3
UNION ALL
SELECT m.stands, 0, 0, 1, 0 FROM partner_relation r JOIN {members} m ON m.id = r.customer_organization_id
WHERE r.role = 'FULL_ADMINISTRATOR' AND r.partner_organization_id IN ({companies})
"""
_MAPPED = """
SELECT DISTINCT m.stands AS id FROM {members} m
WHERE EXISTS (SELECT 1 FROM orders o WHERE o.partner_organization_id = m.id AND {visible})
OR EXISTS (SELECT 1 FROM orders o WHERE o.customer_organization_id = m.id AND {visible})
"""
_OWN = """
SELECT COALESCE(m.survivor_id, m.id) AS id, sum(CASE WHEN u.administrator THEN 1 ELSE 0 END) > 0 AS administers
FROM organization_user u JOIN organization m ON m.id = u.organization_id
WHERE u.email_key = $1 AND u.status = 'ACTIVE' AND m.status <> 'PROVISIONAL' GROUP BY 1 ORDER BY 1 LIMIT 50
"""
_OF_DOMAINS = ("addDomain", "checkDomain", "claimDomain", "removeDomain")
_OF_SITES = ("addMeetingSite", "updateMeetingSite", "removeMeetingSite")
_OF_TOKENS = ("createApiToken", "revokeApiToken")
_OF_ACCESS = ("endPartnerAccess", "requestPartnerAccess", "decidePartnerAccessRequest")
_OF_MERGES = ("previewMerge", "mergeOrganizations", "undoMerge")


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may do in an organization.

    `reads` all of it: they belong to it or administer it. `changes` it: they have all rights there. `is_administrator`:
    they are its own full administrator, which also a session of one order says. `keeps_tokens`: they make and remove
    its API tokens and webhooks and end what partners may do, as its own full administrator and not as its partner's
    person: these stay when a partner goes.
    """

    reads: bool = False
    changes: bool = False
    is_administrator: bool = False
    keeps_tokens: bool = False


NONE = Rights()


@dataclass(frozen=True, slots=True)
class SeenOrganization:
    """An organization that somebody may see; `full`: all of it, else what strangers see."""

    record: OrganizationRecord
    full: bool
    is_administrator: bool


class _Right(Row, frozen=True, kw_only=True):
    organization: int
    belongs: bool
    own: bool
    partners: bool
    keeps_tokens: bool


class _Own(Row, frozen=True, kw_only=True):
    id: int
    administers: bool


async def rights(organization_ids: Sequence[int], actor: Actor) -> dict[int, Rights]:
    """What the actor may do in each organization; none that is not in the answer. The link of one order gives none, and
    an organization's token changes none.
    """
    if not actor.viewer_key or not actor.reads_own_organizations:
        return {}
    sql = _RIGHTS.format(members=everything_of(1), companies=administered("$2"))
    everywhere = actor.order_id is None
    found: dict[int, Rights] = {}
    values = [listed(organization_ids), actor.viewer_key, actor.organization_id]
    for right in await database.records(_Right, sql, values):
        known = found.get(right.organization, NONE)
        found[right.organization] = Rights(
            reads=everywhere,
            changes=known.changes or (everywhere and not actor.token and (right.own or right.partners)),
            is_administrator=known.is_administrator or right.own,
            keeps_tokens=known.keeps_tokens or (everywhere and right.keeps_tokens),
        )
    return found


async def see_each(organization_ids: Sequence[int], actor: Actor) -> dict[int, SeenOrganization]:
    """Those that the actor may see: their own, what they administer, or what an order is mapped to that they see.

    By the numbers that were asked for; a merged organization is its survivor.
    """
    records = await dossier.read_organizations(organization_ids)
    survivors = list({record.id for record in records.values()})
    held = await rights(survivors, actor) if survivors else {}
    strange = [record for record in records.values() if not held.get(record.id, NONE).reads]
    hidden = {record.id for record in strange if not _reads_all(actor, record)}
    if hidden:
        hidden -= await _mapped(sorted(hidden), actor)
    return {
        asked: _seen(record, held.get(record.id, NONE)) for asked, record in records.items() if record.id not in hidden
    }


async def see(organization_id: int, actor: Actor) -> SeenOrganization | None:
    """One organization, if the actor may see it."""
    return (await see_each([organization_id], actor)).get(organization_id)


def _seen(record: OrganizationRecord, held: Rights) -> SeenOrganization:
    return SeenOrganization(record, held.reads, held.is_administrator)


def _reads_all(actor: Actor, record: OrganizationRecord) -> bool:
    return actor.is_support or (actor.reads_all_organizations and record.status is not OrganizationStatus.PROVISIONAL)


async def _mapped(organization_ids: Sequence[int], actor: Actor) -> set[int]:
    """Those that an order is mapped to of which the actor sees more than where it stands."""
    if actor.anonymous:
        return set()
    condition, values = access.sees_whole(actor, "o.id", 2)
    sql = _MAPPED.format(members=everything_of(1), visible=condition)
    return {row["id"] for row in await database.rows(sql, [listed(organization_ids), *values])}


async def own(actor: Actor) -> list[SeenOrganization]:
    """The organizations that the actor belongs to, 50 at most; of an organization's token that one."""
    if not actor.viewer_key or actor.order_id is not None or not actor.reads_own_organizations:
        return []
    if actor.organization_id is not None:
        found = [_Own(id=actor.organization_id, administers=True)]
    else:
        found = await database.records(_Own, _OWN, [actor.email_key])
    records = await dossier.read_organizations([one.id for one in found])
    return [SeenOrganization(records[one.id], True, one.administers) for one in found if one.id in records]


def allowed_mutations(status: OrganizationStatus, held: Rights, actor: Actor) -> list[str]:
    """The mutations that the actor may call for an organization; one that is not in use changes nothing."""
    if status is not OrganizationStatus.ACTIVE:
        return []
    own = (*_OF_DOMAINS, *_OF_SITES) if held.changes else ()
    kept = (*_OF_TOKENS, *_OF_ACCESS) if held.keeps_tokens else ()
    return [*own, *kept, *(_OF_MERGES if actor.is_support else ())]
