"""What somebody typed on a page of the wizard and did not save yet: it waits for them on all their devices.

It is theirs alone. Nobody else sees it, whatever they are to the order, also nobody who looks at the order as they do,
and no program has any. It is not on the order: no version grows, no event tells of it, nobody is told.

Each page that is open in a browser is a writer and numbers what it sends, so the revision `writer:number` names one
state of what was typed. A state takes the place of the one that its writer had seen, or of an earlier one of the same
writer; never of what was typed elsewhere meanwhile.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from backend import database
from backend.database import Change, Row
from backend.models.order import EventKind, OrderStatus
from backend.models.service import ServiceKind
from backend.provisioning.access import Actor, Forbidden, acting_roles, check_right, delegated_part, see
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import DELEGATE, TRANSITIONS, Mutation, WizardStep, check_state, next_step, roles_for
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused
from backend.sql import among, listed

MAX_BYTES = 128 * 1024  # of what was typed on one page, as JSON in UTF-8
MAX_DEPTH = 8  # of lists and objects within each other
_WRITER = re.compile(r"[A-Za-z0-9-]{8,40}")
_MAX_NUMBER = 2**31 - 1
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

# What saves the pages on which something is typed, the first of them for whoever may type there; and what tells of it.
SAVED_BY = {
    WizardStep.AUDIENCE: (Mutation.CHOOSE_AUDIENCE, Mutation.DELEGATE_ORDER),
    WizardStep.PARTNER_ORGANIZATION: (Mutation.CREATE_ORGANIZATION, Mutation.CHOOSE_ORGANIZATION),
    WizardStep.CUSTOMER_ORGANIZATION: (Mutation.CREATE_ORGANIZATION, Mutation.CHOOSE_ORGANIZATION),
    WizardStep.REVIEW_ORGANIZATIONS: (Mutation.CONFIRM_ORGANIZATIONS,),
    WizardStep.MEETINGS_SITES: (Mutation.SAVE_MEETING_SITES,),
    WizardStep.MEETINGS_LICENSES: (Mutation.DISTRIBUTE_LICENSES,),
    WizardStep.CALLING_LOCATION: (Mutation.SAVE_CALLING_LOCATION,),
}
_SLOTS = {
    WizardStep.PARTNER_ORGANIZATION: "partner_organization_id",
    WizardStep.CUSTOMER_ORGANIZATION: "customer_organization_id",
}
_KINDS = {
    WizardStep.MEETINGS_SITES: ServiceKind.MEETINGS,
    WizardStep.MEETINGS_LICENSES: ServiceKind.MEETINGS,
    WizardStep.CALLING_LOCATION: ServiceKind.CALLING,
}
_ENDED = (OrderStatus.COMPLETED, OrderStatus.CLOSED, OrderStatus.CANCELLED)

_KEEP = """
INSERT INTO typed_step (email_key, order_id, step, entries, version, writer, number, typed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (email_key, order_id, step) DO UPDATE SET entries = excluded.entries, version = excluded.version,
writer = excluded.writer, number = excluded.number, typed_at = excluded.typed_at
WHERE (typed_step.writer = excluded.writer AND typed_step.number <= excluded.number)
OR (typed_step.writer = $9 AND typed_step.number = $10)
"""
_CHOSEN = f"e.kind IN ('{EventKind.ORGANIZATION_CHOSEN}', '{EventKind.ORGANIZATION_CREATED}')"
_SLOT = 'CAST(e."values" AS TEXT) LIKE \'%"slot": "{slot}"%\''
_SAVED_SINCE = f"""
e.order_id = t.order_id AND e.version > t.version AND CASE t.step
WHEN '{WizardStep.AUDIENCE}' THEN e.kind = '{EventKind.AUDIENCE_CHOSEN}'
WHEN '{WizardStep.PARTNER_ORGANIZATION}' THEN {_CHOSEN} AND {_SLOT.format(slot="PARTNER")}
WHEN '{WizardStep.CUSTOMER_ORGANIZATION}' THEN {_CHOSEN} AND {_SLOT.format(slot="CUSTOMER")}
WHEN '{WizardStep.REVIEW_ORGANIZATIONS}' THEN e.kind = '{EventKind.ORGANIZATIONS_CONFIRMED}'
WHEN '{WizardStep.MEETINGS_SITES}' THEN e.kind = '{EventKind.SITES_SAVED}'
WHEN '{WizardStep.MEETINGS_LICENSES}' THEN e.kind = '{EventKind.LICENSES_DISTRIBUTED}'
ELSE e.kind = '{EventKind.LOCATION_SAVED}' END
"""
_LAST = f"(SELECT e.{{column}} FROM order_event e WHERE {_SAVED_SINCE} ORDER BY e.version DESC LIMIT 1)"
_OWN = f"""
SELECT t.order_id, t.step, t.entries, t.version, t.writer, t.number, t.typed_at,
{_LAST.format(column="actor")} AS saved_by, {_LAST.format(column="at")} AS saved_at
FROM typed_step t WHERE t.email_key = $1 AND t.order_id {{among}} ORDER BY t.step
"""


class TypedStep(Row, frozen=True, kw_only=True):
    """What its person typed on a page; `entries` is JSON, `version` the order's when they began.

    `saved_by` and `saved_at`: who saved the page last since then, and when.
    """

    order_id: int
    step: WizardStep
    entries: str
    version: int
    writer: str
    number: int
    typed_at: datetime
    saved_by: str | None
    saved_at: datetime | None

    @property
    def revision(self) -> str:
        """Names this state of what was typed."""
        return f"{self.writer}:{self.number}"


class Typed(Row, frozen=True, kw_only=True):
    """What is to be kept: the state `number` of a writer, which goes on from the revision `after`."""

    step: WizardStep
    entries: str
    version: int
    writer: str
    number: int
    after: str | None = None


def _is_person(actor: Actor) -> bool:
    return bool(actor.email_key) and not actor.token and not actor.viewed_by


def _may_type(order: Dossier, actor: Actor, step: WizardStep) -> bool:
    held = roles_for(TRANSITIONS[SAVED_BY[step][0]], order, acting_roles(order, actor))
    return bool(held) and (held != {DELEGATE} or _is_delegated(order, actor, step))


def _is_delegated(order: Dossier, actor: Actor, step: WizardStep) -> bool:
    part = delegated_part(order, actor.email_key)
    return _KINDS.get(step) in {service.kind for service in part.services}


async def of_orders(orders: Sequence[Dossier], actor: Actor) -> Mapping[int, list[TypedStep]]:
    """What the actor typed on pages of these orders that are theirs to fill in, by the orders' numbers."""
    if not _is_person(actor):
        return {}
    by_id = {order.id: order for order in orders}
    sql = _OWN.format(among=among(2))
    found: dict[int, list[TypedStep]] = {}
    for row in await database.records(TypedStep, sql, [actor.email_key, listed(by_id)]):
        if _may_type(by_id[row.order_id], actor, row.step):
            found.setdefault(row.order_id, []).append(row)
    return found


async def _kept(order: Dossier, actor: Actor, step: WizardStep) -> TypedStep | None:
    rows = (await of_orders([order], actor)).get(order.id, [])
    return next((row for row in rows if row.step is step), None)


async def keep(order_id: int, actor: Actor, typed: Typed, at: datetime) -> tuple[Dossier, TypedStep | None]:
    """Keep what was typed; the order, and what is kept now.

    Raises Unauthenticated, NotFound, Forbidden for programs and who may not fill in the page, and Refused: with
    VERSION_CONFLICT if something else was typed elsewhere meanwhile.
    """
    order = await see(order_id, actor)
    if not _is_person(actor):
        raise Forbidden
    step, entries = typed.step, Entries()
    if step not in SAVED_BY:
        entries.refuse(ErrorCode.INVALID, "Nothing is typed on this page.", "step")
        entries.check()
    rule = TRANSITIONS[SAVED_BY[step][0]]
    held = check_right(rule, order, actor)
    if held == {DELEGATE} and not _is_delegated(order, actor, step):
        raise Forbidden
    check_state(rule, order, held)
    if not rule.ready(order):
        raise Refused(
            ErrorCode.STEP_NOT_ALLOWED, "This step is not possible now.", details={"next_step": next_step(order)}
        )
    text = _read_entries(typed.entries, entries)
    if not _WRITER.fullmatch(typed.writer):
        entries.refuse(ErrorCode.INVALID, "Use 8 to 40 letters, digits and hyphens.", "writer")
    if not 0 <= typed.number <= _MAX_NUMBER:
        entries.refuse(ErrorCode.INVALID, "Count from 0.", "number")
    entries.check()
    version = max(0, min(typed.version, order.version))
    values = [actor.email_key, order.id, step.value, text, version, typed.writer, typed.number, at]
    is_kept = await database.execute(_KEEP, [*values, *read_revision(typed.after)])
    kept = await _kept(order, actor, step)
    if not is_kept and kept is not None and kept.writer != typed.writer:
        raise _typed_elsewhere(order, actor, kept)
    return order, kept


def _typed_elsewhere(order: Dossier, actor: Actor, kept: TypedStep) -> Refused:
    return Refused(
        ErrorCode.VERSION_CONFLICT,
        "You typed something else on another device or in another window.",
        ("after",),
        details={
            "current_version": order.version,
            "changed_by": actor.email,
            "changed_at": kept.typed_at,
            "changed_fields": [],
        },
    )


async def typed_now(order_id: int, actor: Actor, step: WizardStep) -> tuple[Dossier, TypedStep | None]:
    """The order, and what the actor typed on a page of it. Raises Unauthenticated or NotFound."""
    order = await see(order_id, actor)
    return order, await _kept(order, actor, step)


async def discard(order_id: int, actor: Actor, step: WizardStep, revision: str) -> tuple[Dossier, TypedStep | None]:
    """Forget this state of what was typed; the order, and what is kept all the same, as it was typed since.

    Raises Unauthenticated, NotFound, and Forbidden for programs.
    """
    order = await see(order_id, actor)
    if not _is_person(actor):
        raise Forbidden
    sql = "DELETE FROM typed_step WHERE email_key = $1 AND order_id = $2 AND step = $3 AND writer = $4 AND number = $5"
    await database.execute(sql, [actor.email_key, order.id, step.value, *read_revision(revision)])
    return order, await _kept(order, actor, step)


def read_revision(revision: str | None) -> tuple[str, int]:
    """Writer and number of a revision; of what is none those of nobody: "" and -1."""
    writer, _, number = (revision or "").rpartition(":")
    known = bool(_WRITER.fullmatch(writer)) and number.isascii() and number.isdecimal() and len(number) <= 10
    return (writer, min(int(number), _MAX_NUMBER)) if known else ("", -1)


def _read_entries(text: str, entries: Entries) -> str:
    """What was typed as it is stored, without what no database or page can hold."""
    if len(text) > MAX_BYTES:
        entries.refuse(ErrorCode.TOO_LONG, "Use {most} bytes at most.", "entries", most=MAX_BYTES)
        return ""
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
        stored = json.dumps(_storable(found, MAX_DEPTH), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (ValueError, RecursionError):
        found, stored = None, ""
    if not isinstance(found, dict):
        entries.refuse(ErrorCode.INVALID, "Send a JSON object.", "entries")
    elif len(stored.encode()) > MAX_BYTES:
        entries.refuse(ErrorCode.TOO_LONG, "Use {most} bytes at most.", "entries", most=MAX_BYTES)
    return stored


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _storable(value: Any, depth: int) -> Any:
    """A value without NUL and lone surrogates. Raises ValueError for one that is nested too deeply."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("", value)
    if depth < 0:
        raise ValueError("too deep")
    if isinstance(value, dict):
        return {_UNSTORABLE.sub("", key): _storable(one, depth - 1) for key, one in value.items()}
    return [_storable(one, depth - 1) for one in value] if isinstance(value, list) else value


def endings(
    after: Dossier, before: Dossier, actor: Actor, mutation: Mutation | None, columns: Mapping[str, Any]
) -> list[Change]:
    """What removes what was typed and is not needed any more, once `mutation` changed these columns of an order.

    It ends for everybody with the order, for its person when they save the page, and for who lost the order or a
    service of it.
    """
    if after.status in _ENDED:
        is_new = before.status not in _ENDED
        return [("DELETE FROM typed_step WHERE order_id = $1", [after.id])] if is_new else []
    changes: list[Change] = []
    lost = _lost(after, before)
    if lost:
        changes.append(ending(after.id, lost))
    saved = [step for step, by in SAVED_BY.items() if mutation in by and _SLOTS.get(step, "") in {"", *columns}]
    if saved and _is_person(actor) and actor.email_key not in lost:
        sql = f"DELETE FROM typed_step WHERE order_id = $1 AND email_key = $2 AND step {among(3, 'text')}"
        changes.append((sql, [after.id, actor.email_key, listed(step.value for step in saved)]))
    return changes


def ending(order_id: int, email_keys: Iterable[str]) -> Change:
    """What removes what these people typed on the pages of an order, which are theirs no more."""
    sql = f"DELETE FROM typed_step WHERE order_id = $1 AND email_key {among(2, 'text')}"
    return sql, [order_id, listed(sorted(email_keys))]


def _lost(after: Dossier, before: Dossier) -> set[str]:
    """Who was the contact or a delegate of the order and is no more."""
    kept = {service.delegate_key for service in after.services} | {after.contact_key}
    had = {service.delegate_key for service in before.services} | {before.contact_key}
    return {key for key in had - kept if key}
