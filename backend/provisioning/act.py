"""One change to one order: the frame in which every transition runs.

`perform` asks in the contract's order: access, idempotency, state, version; then the rule runs. What it changes is
written as one update, one event of the timeline and its mails, all in the caller's transaction and in few statements.
"""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from backend import correlation, database, outbox
from backend.database import Change, Row
from backend.ids import public_id
from backend.language import supported
from backend.models.order import EventKind, OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning import dossier, idempotency, listed_orders, order_words, typed_steps, webhook_events
from backend.provisioning.access import SYSTEM, Actor, NotFound, Visibility, check_right, delegated_part, roles
from backend.provisioning.dossier import Dossier
from backend.provisioning.idempotency import Key
from backend.provisioning.journey import (
    BEFORE_MAPPED,
    DELEGATE,
    SALESPERSON,
    STATUS_ONLY,
    SUPPORT,
    OrderRole,
    Scope,
    Transition,
    check_state,
)
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused
from backend.settings import settings
from backend.sql import values

_EVENTS = """
INSERT INTO order_event (order_id, at, actor, actor_key, kind, "values", changes, scope, version, correlation_id)
VALUES
"""
_SINCE = """
SELECT at, actor, changes FROM order_event
WHERE order_id = $1 AND version > $2 AND scope = $3 ORDER BY version
"""

# What the system tells of an order that stands as before, unless columns of it changed too.
_TELLING = {
    EventKind.ORDER_PLACED,
    EventKind.MAIL_SENT,
    EventKind.MAIL_DEFERRED,
    EventKind.MAIL_FAILED,
    EventKind.MAIL_GATHERED,
    EventKind.REMINDER_DROPPED,
    EventKind.ORGANIZATIONS_SEARCHED,
    EventKind.VIEWED_AS,
    EventKind.STEP_FINISHED,
    EventKind.STEP_FAILED,
}
MAX_REASON_LENGTH = 1000  # characters


@dataclass(slots=True)
class Act:
    """What a rule works with: the order as it is, who acts and when, and what changes.

    A rule that knows what it leaves behind beside columns of the order says so in `outcome`; else the order is read
    again. Rows that it changes and does not read again go to `also`: they are written with the order and its event.
    """

    order: Dossier
    actor: Actor
    at: datetime
    reason: str | None = None
    columns: dict[str, Any] = field(default_factory=dict)
    changes: list[dict[str, Any]] = field(default_factory=list)
    happened: list[tuple[EventKind, dict[str, Any], Actor]] = field(default_factory=list)
    mails: list[tuple[Any, ...]] = field(default_factory=list)
    mailed: set[str] = field(default_factory=set)
    also: list[Change] = field(default_factory=list)
    outcome: Dossier | None = None

    def set(self, **columns: Any) -> None:
        """Change columns of the order; the timeline tells the ones that people know."""
        for name, value in columns.items():
            before = getattr(self.order, name)
            if before != value:
                self.columns[name] = value
                if name in AUDITED_COLUMNS:
                    self.change(AUDITED_COLUMNS[name], before, value)

    def change(self, what: str, before: Any, after: Any) -> None:
        """Tell the timeline that something went from one value to another."""
        if before != after:
            self.changes.append({"field": what, "before": _words(before), "after": _words(after)})

    def record_event(self, kind: EventKind, **values: Any) -> None:
        """Tell the timeline what happened."""
        self.happened.append((kind, values, self.actor))

    def mail(
        self,
        kind: EmailKind,
        recipient: str,
        *,
        topic: MailTopic | None = None,
        key: str | None = None,
        language: str | None = None,
        **data: Any,
    ) -> None:
        """Queue a mail about this order; `key` names the occasion (default: this version of the order)."""
        self.mailed.add(recipient)
        mail = outbox.written(
            kind,
            recipient,
            supported(language or self.order.language),
            key=f"order:{self.order.id}:{key or self.order.version + 1}",
            at=self.at,
            topic=topic,
            order_id=self.order.id,
            kept=self.order.test,
            **(about(self.order, self.columns.get("status")) | {"actor": self.actor.name} | data),
        )
        self.mails.append(mail)

    def beside(self) -> list[Change]:
        """What is to be written beside the order itself and its events."""
        return [*self.also, *outbox.queueing(self.mails)]


AUDITED_COLUMNS = {
    "status": "status",
    "audience": "audience",
    "contact_email": "provisioningContactEmail",
    "requested_start_date": "requestedStartDate",
    "customer_sets_up_services": "customerSetsUpServices",
    "deadline": "deadline",
}


def about(order: Dossier, status: OrderStatus | None = None) -> dict[str, Any]:
    """What mails say about any order, which has this status now. Its deadline ends when it is mapped."""
    due = order.deadline if (status or order.status) in BEFORE_MAPPED else None
    return {
        "order_link": f"{settings().public_url}/orders/{public_id('Order', order.id)}",
        "order_number": order.order_number,
        "company_name": order.company_name,
        "seller_name": order.seller_name,
        "seller_email": order.seller_email,
        "offer": order.offer,
        "term_months": order.term_months,
        "licenses": [(license.total_units, license.name) for license in order.licenses],
        "services": [service.kind.value for service in order.services],
        "deadline": due.date() if due else None,
        "customer_name": order.customer.display_name if order.customer else "",
        "partner_name": order.partner.display_name if order.partner else "",
        "test": order.test or None,
    }


def _words(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value.value if isinstance(value, StrEnum) else value
    return value.isoformat() if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False)


async def perform(
    order_id: int | None,
    rule: Transition,
    actor: Actor,
    at: datetime,
    change: Callable[[Act], Awaitable[None]],
    *,
    expected_version: int | None = None,
    service_id: int | None = None,
    reason: str | None = None,
    key: Key | None = None,
) -> Dossier:
    """Let `change` happen to the order, inside the caller's transaction, and return the order as it is then.

    Without an `order_id` it is the order of the service.

    Raises NotFound, Forbidden, Refused; then nothing may be committed.
    """
    order = await _read_locked(order_id, service_id, actor)
    # Before access: what this caller did already may have taken it from them, as handing over does.
    if key is not None and (answered := await idempotency.find(actor.key, key, at)):
        return _still_visible(dossier.decode_stored(answered) or order, order, actor)
    if not roles(order, actor):
        raise NotFound
    held = check_right(rule, order, actor)
    part = order
    if held == {DELEGATE}:
        part = delegated_part(order, actor.email_key)
        if service_id not in {service.id for service in part.services}:
            raise NotFound
    check_state(rule, part, held)
    scope = f"service:{service_id}" if rule.scope is Scope.SERVICE and service_id else rule.scope.value
    if expected_version is not None:
        await _check_version(order, scope, expected_version, Visibility(order, actor))
    act = Act(order, actor, at, _read_reason(reason, required=_owes_reason(rule, held)))
    await change(act)
    columns, due = _changes(act, scope)
    after = replace(act.outcome, **columns) if act.outcome else None
    if after is None:
        await database.execute_all(due)
        after, due = await dossier.read(order.id, actor.viewer_key), []
    if after is None:  # pragma: no cover - the row is locked
        raise NotFound
    if key is not None:
        due.append(idempotency.keeping(actor.key, key, dossier.encode(after), at))
    due += webhook_events.changes(after, order, act.happened, at)
    due += typed_steps.endings(after, order, actor, rule.mutation, columns)
    listed = listed_orders.changes(after, order)
    await database.execute_all([*due, *(listed or ())])
    await order_words.save(after, order, act.mailed)
    if listed is None:
        await listed_orders.rewrite([order.id])
    return after


def check(rule: Transition, order: Dossier, actor: Actor, reason: str | None = None) -> None:
    """What is asked before a transition of a whole order: right, state, reason. Raises Forbidden or Refused."""
    held = check_right(rule, order, actor)
    check_state(rule, order, held)
    _read_reason(reason, required=_owes_reason(rule, held))


def _owes_reason(rule: Transition, held: frozenset[OrderRole]) -> bool:
    """Whoever is allowed only as support or salesperson owes a reason, but for a retry, which changes no entry."""
    return held <= {SUPPORT, SALESPERSON} and rule.scope is not Scope.SERVICE


async def _read_locked(order_id: int | None, service_id: int | None, actor: Actor) -> Dossier:
    if order_id is not None:
        await dossier.lock(order_id)
    elif service_id is not None:
        order_id = await dossier.lock_of_service(service_id)
    order = await dossier.read(order_id, actor.viewer_key) if order_id is not None else None
    if order is None:
        raise NotFound
    return order


def _still_visible(answered: Dossier, order: Dossier, actor: Actor) -> Dossier:
    """The first answer; but today's order for whom no more than its status or a service is left of what they saw."""
    today = roles(order, actor)
    return order if today <= {*STATUS_ONLY, DELEGATE} and roles(answered, actor) - today else answered


def _read_reason(reason: str | None, *, required: bool) -> str | None:
    """Why it is done, where it is said or owed."""
    entries = Entries()
    read = entries.text(reason, "reason", most=MAX_REASON_LENGTH, required=required)
    entries.check()
    return read or None


@asynccontextmanager
async def by_system(order: Dossier, at: datetime, actor: Actor = SYSTEM, *, is_new: bool = False) -> AsyncIterator[Act]:
    """What happens to an order without a mutation, in the caller's transaction; written when the block has ended.

    The timeline tells it, the version does not grow. `is_new`: the order was not written yet, and is with all this.
    """
    act = Act(order, actor, at)
    yield act
    columns = act.columns | {"updated_at": at}
    order_itself = dossier.adding(replace(order, **columns)) if is_new else [_update(act, columns)]
    due = [*order_itself, *act.beside(), _insertion(act, None, None)]
    due += order_words.recipients(order, act.mailed)
    if act.outcome is None and not act.columns and {kind for kind, *_ in act.happened} <= _TELLING:
        act.outcome = order
    if act.outcome is not None:
        act.outcome = replace(act.outcome, **columns)
    else:
        await database.execute_all(due)
        act.outcome, due = await dossier.read(order.id, order.viewer_key), []
    if act.outcome is not None:
        due += webhook_events.changes(act.outcome, order, act.happened, at)
        due += typed_steps.endings(act.outcome, order, actor, None, {})
        if is_new:
            due += order_words.adding(act.outcome)
        listed = [listed_orders.adding(act.outcome)] if is_new else listed_orders.changes(act.outcome, order)
        await database.execute_all([*due, *(listed or ())])
        if listed is None:
            await listed_orders.rewrite([order.id])


def _changes(act: Act, scope: str) -> tuple[dict[str, Any], list[Change]]:
    """The columns of the order that change, and all that is to be written."""
    if not (act.columns or act.changes or act.happened):
        return {}, act.beside()
    version = act.order.version + 1
    columns = act.columns | {"version": version, "updated_at": act.at}
    return columns, [*act.beside(), _update(act, columns), _insertion(act, scope, version)]


def _update(act: Act, columns: dict[str, Any]) -> Change:
    pairs = ", ".join(f"{name} = ${index}" for index, name in enumerate(columns, 2))
    given = [value.value if isinstance(value, StrEnum) else value for value in columns.values()]
    return f"UPDATE orders SET {pairs} WHERE id = $1", [act.order.id, *given]


def _insertion(act: Act, scope: str | None, version: int | None) -> Change:
    """What tells the timeline: one statement, so that its events stand in their order.

    The changes are told with the first event of the act's own actor, who may come after another one.
    """
    events, left = list[list[Any]](), act.changes
    for kind, told, actor in act.happened or [(EventKind.CHANGED, {}, act.actor)]:
        changes, left = (left, []) if actor is act.actor else ([], left)
        event = [
            act.order.id,
            act.at,
            actor.name,
            actor.key,
            kind,
            json.dumps(told | ({"reason": act.reason} if act.reason else {}), ensure_ascii=False),
            json.dumps(changes, ensure_ascii=False),
            scope,
            version,
            correlation.current(),
        ]
        events.append(event)
    rows, given = values(events)
    return f"{_EVENTS} {rows}", given


class _Since(Row, frozen=True, kw_only=True):
    at: datetime
    actor: str
    changes: list[dict[str, Any]]


async def _check_version(order: Dossier, scope: str, expected: int, visibility: Visibility) -> None:
    if order.version < expected:
        raise Refused(
            ErrorCode.INVALID,
            "The order is at version {current}: version {expected} can’t have been read.",
            field=["expectedVersion"],
            values={"current": order.version, "expected": expected},
        )
    if order.version == expected:
        return
    since = await database.records(_Since, _SINCE, [order.id, expected, scope])
    if not since:
        return
    last = since[-1]
    who = visibility.address(last.actor)
    fields: list[str] = []
    for row in since:
        fields += [change["field"] for change in row.changes if change["field"] not in fields]
    raise Refused(
        ErrorCode.VERSION_CONFLICT,
        "{who} changed this in the meantime.",
        values={"who": who},
        details={
            "current_version": order.version,
            "changed_by": who,
            "changed_at": last.at,
            "changed_fields": fields,
        },
    )
