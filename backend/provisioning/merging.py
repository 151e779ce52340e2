"""Support merges a duplicate into the organization that survives, and may undo it within a day.

Nothing is moved: the duplicate points to its survivor and stands for it everywhere (survivors.py), with its people,
domains, orders, sites and locations. So a merge is small however many they are, and undoing it restores them exactly.
"""

import json
from datetime import datetime
from typing import Any

from backend import correlation, database
from backend.database import Row
from backend.models.order import EventKind
from backend.models.organization import OrganizationEventKind, OrganizationStatus
from backend.models.outbox import MailTopic
from backend.provisioning import history, listed_orders, notices, order_words
from backend.provisioning.access import Actor
from backend.provisioning.act import MAX_REASON_LENGTH
from backend.provisioning.administrators import list_administrators
from backend.provisioning.finder import index
from backend.provisioning.merge_plan import Move, Plan, company, orders_of, plan_merge, snapshot, what_changed
from backend.provisioning.merges import UNDO_PERIOD
from backend.provisioning.survivors import members_of
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused, refuse_all
from backend.sql import among, as_instant, as_stored_json, listed

_SIDES = {"customerOrganization": "customer_organization_id", "partnerOrganization": "partner_organization_id"}
_EVENTS = """
INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes, scope, version, correlation_id)
SELECT id, {at}, $2, $3, $4, {told}, {changes}, NULL, NULL, $7 FROM orders
WHERE {column} {among}
"""
_MERGED = """
SELECT * FROM organization_merge WHERE duplicate_id = $1 AND undone_at IS NULL ORDER BY id DESC LIMIT 1
"""


class _Merged(Row, frozen=True, kw_only=True):
    id: int
    survivor_id: int
    at: datetime
    before: dict[str, Any]


class OrdersChanged(Exception):
    """An order came to one of the organizations between our look and our lock: look again."""


async def preview(duplicate_id: int, survivor_id: int) -> Plan:
    """What a merge would move, what support has to know first, and what forbids it. Nothing is written."""
    return await plan_merge(duplicate_id, survivor_id)


async def merge(duplicate_id: int, survivor_id: int, reason: str, actor: Actor, at: datetime) -> Plan:
    """Let the duplicate stand for its survivor. Raises Refused, and Changed if an order came in between."""
    why = _read_reason(reason)
    members = await _lock(duplicate_id, survivor_id)
    plan = await plan_merge(duplicate_id, survivor_id)
    refuse_all(plan.refusals)
    before = json.dumps(await snapshot(members), ensure_ascii=False)
    administrators = await list_administrators(duplicate_id), await list_administrators(survivor_id)
    await database.execute(
        "UPDATE organization SET status = 'MERGED', merged_into_id = $1 WHERE id = $2", [survivor_id, duplicate_id]
    )
    await _set_survivor(members, survivor_id)
    await _release_claims(duplicate_id)
    await database.execute(
        'INSERT INTO organization_merge (duplicate_id, survivor_id, at, "by", reason, before)'
        " VALUES ($1, $2, $3, $4, $5, $6)",
        [duplicate_id, survivor_id, at, actor.name, why, before],
    )
    await _record_events(plan, members, EventKind.ORGANIZATIONS_MERGED, reason=why, actor=actor, at=at)
    await index.refresh([*members, survivor_id], at)
    await order_words.rewrite_of_organizations(members)
    await listed_orders.rewrite_of_organizations(members)
    merged = await database.record(_Merged, _MERGED, [duplicate_id])
    assert merged is not None
    await _mail_administrators(
        plan, MailTopic.ORGANIZATIONS_MERGED, f"merge:{merged.id}", reason=why, administrators=administrators, at=at
    )
    return plan


async def undo(duplicate_id: int, reason: str, actor: Actor, at: datetime) -> Plan:
    """Let the duplicate be an organization of its own again. The plan's conflicts say what changed since, and stays."""
    why = _read_reason(reason)
    merged = await database.record(_Merged, _MERGED, [duplicate_id])
    if merged is None:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This organization was not merged by support.", ("duplicateId",))
    if at > merged.at + UNDO_PERIOD:
        text = "A merge can be undone for 24 hours. That time has passed."
        raise Refused(ErrorCode.EXPIRED, text, ("duplicateId",))
    await _lock(duplicate_id, merged.survivor_id)
    duplicate, survivor = await company(duplicate_id), await company(merged.survivor_id)
    if duplicate["status"] != OrganizationStatus.MERGED or duplicate["merged_into_id"] != survivor["id"]:
        text = "The directory has since changed {organization}. The merge can no longer be undone here."
        values: dict[str, object] = {"organization": duplicate["display_name"]}
        raise Refused(ErrorCode.NOT_ELIGIBLE, text, ("duplicateId",), values=values)
    own = await _restore(duplicate_id, duplicate["survivor_id"])
    moves, conflicts = await what_changed(own, duplicate, survivor, merged.before, merged.at)
    plan = Plan(duplicate, survivor, moves, conflicts, [], await orders_of(own))
    administrators = await list_administrators(survivor["id"])
    await database.execute(
        "UPDATE organization SET status = 'ACTIVE', merged_into_id = NULL, survivor_id = NULL WHERE id = $1",
        [duplicate_id],
    )
    await _set_survivor([one for one in own if one != duplicate_id], duplicate_id)
    await _restore_claims(duplicate_id)
    await database.execute(
        "UPDATE organization_merge SET undone_at = $1, undone_by = $2, undo_reason = $3 WHERE id = $4",
        [at, actor.name, why, merged.id],
    )
    await _record_events(plan, own, EventKind.MERGE_UNDONE, reason=why, actor=actor, at=at)
    await index.refresh([*own, duplicate["survivor_id"]], at)
    await order_words.rewrite_of_organizations(own)
    await listed_orders.rewrite_of_organizations(own)
    both = await list_administrators(duplicate_id), administrators
    await _mail_administrators(
        plan, MailTopic.MERGE_UNDONE, f"merge:{merged.id}", reason=why, administrators=both, at=at
    )
    return plan


def _read_reason(reason: str) -> str:
    entries = Entries()
    read = entries.text(reason, "reason", most=MAX_REASON_LENGTH)
    entries.check()
    return read


async def _lock(duplicate_id: int, survivor_id: int) -> list[int]:
    """Let whoever would choose, confirm or change one of them wait; the duplicate and what it stands for.

    First the orders, then the organizations, as everybody does, or two would wait for each other.
    """
    members = await members_of([duplicate_id])
    orders = await orders_of(members, lock=True)
    await index.lock([*members, survivor_id])
    if await orders_of(members) != orders or await members_of([duplicate_id]) != members:
        raise OrdersChanged
    return members


async def _set_survivor(members: list[int], survivor_id: int) -> None:
    values = [listed(members), survivor_id]
    await database.execute(f"UPDATE organization SET survivor_id = $2 WHERE id {among(1)}", values)


async def _release_claims(duplicate_id: int) -> None:
    """The survivor stands for its domains; as in the directory, who is merged claims nothing by itself."""
    await database.execute("UPDATE organization_domain SET released = true WHERE organization_id = $1", [duplicate_id])


async def _restore_claims(duplicate_id: int) -> None:
    """Its claims bind again, unless somebody else claimed the domain in between: then it stays verified."""
    taken = (
        "EXISTS (SELECT 1 FROM organization_domain o WHERE o.name = organization_domain.name AND o.state = 'CLAIMED'"
        " AND NOT o.released)"
    )
    await database.execute(
        "UPDATE organization_domain SET released = false,"
        f" state = CASE WHEN state = 'CLAIMED' AND {taken} THEN 'VERIFIED' ELSE state END"
        " WHERE organization_id = $1 AND released",
        [duplicate_id],
    )


async def _restore(duplicate_id: int, survivor_id: int) -> list[int]:
    """The duplicate, and what had been merged into it before."""
    rows = await database.rows("SELECT id, merged_into_id FROM organization WHERE survivor_id = $1", [survivor_id])
    into = {row["id"]: row["merged_into_id"] for row in rows}
    own = [duplicate_id]
    while found := [one for one, target in into.items() if target in own and one not in own]:
        own += found
    return own


async def _record_events(
    plan: Plan, members: list[int], kind: EventKind, *, reason: str, actor: Actor, at: datetime
) -> None:
    """On the timeline of every order of the duplicate, and in the history of both organizations."""
    duplicate, survivor = plan.duplicate["display_name"], plan.survivor["display_name"]
    names = (duplicate, survivor) if kind is EventKind.ORGANIZATIONS_MERGED else (survivor, duplicate)
    told = {"duplicate": duplicate, "survivor": survivor, "reason": reason}
    for field, column in _SIDES.items():
        sql = _EVENTS.format(
            column=column,
            among=among(8),
            at=as_instant("$1"),
            told=as_stored_json("$5"),
            changes=as_stored_json("$6"),
        )
        changes = [{"field": field, "before": names[0], "after": names[1]}]
        values = [
            at,
            actor.name,
            actor.key,
            kind.value,
            _json(told),
            _json(changes),
            correlation.current(),
            listed(members),
        ]
        await database.execute(sql, values)
    for sql, given in listed_orders.touching(plan.order_ids, at):
        await database.execute(sql, given)
    for organization in (plan.duplicate, plan.survivor):
        await history.record_event(organization["id"], OrganizationEventKind(kind), actor, at, **told)


async def _mail_administrators(
    plan: Plan, topic: MailTopic, key: str, *, reason: str, administrators: tuple[list[Any], list[Any]], at: datetime
) -> None:
    """Mail the administrators of both; who administers both hears it once."""
    people = {email_key: email for both in administrators for email, email_key in both}
    await notices.mail_administrators(
        plan.survivor["id"],
        topic,
        key,
        at,
        administrators=[(email, email_key) for email_key, email in people.items()],
        duplicate=plan.duplicate["display_name"],
        reason=reason,
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


__all__ = ["Move", "OrdersChanged", "Plan", "merge", "preview", "undo"]
