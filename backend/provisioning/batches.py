"""Batches: one act on many orders. Each row is the ordinary mutation's rule, in a transaction of its own.

Rows lie in the database, so whoever asked may close the page. The rights are those that they have when a row's turn
comes; a failure of one row is its own. A preview asks what a row asks first.
"""

import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from backend import clock, correlation, database
from backend.ids import public_id
from backend.models.batch import BatchAct, BatchRowState
from backend.provisioning import access, audience, handover, intake, journey, put_aside
from backend.provisioning.access import Actor, Forbidden, NotFound
from backend.provisioning.act import Act, check, perform
from backend.provisioning.batch_rows import COUNTED, BatchRecord, BatchRowRecord, see
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import TRANSITIONS, Mutation, Transition, roles_for
from backend.provisioning.order_lists import OrderCriteria, list_orders
from backend.provisioning.paging import MAX_PAGE_SIZE
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused

logger = logging.getLogger("backend.worker")
MAX_ORDERS = 1_000
MAX_RUNNING = 5  # batches of one person
LIFETIME = timedelta(days=30)
Change = Callable[[Act], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a batch does with each order: `target` is the address that the act names, if it names one.

    `until`: when what is put aside is listed again.
    """

    act: BatchAct
    target: str | None = None
    reason: str | None = None
    until: datetime | None = None


_SETTLED = "UPDATE batch_row SET state = $2, refusal = $3, at = $4 WHERE id = $1 AND state = 'WAITING'"
_INSERT = """
INSERT INTO batch (
  email, email_key, only_order_id, act, target, reason, until, created_at, due_at, unsettled, traceparent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 0, $9) RETURNING id
"""
_COLUMNS = ("batch_id", "position", "order_id", "order_number", "company_name", "state")

# What each act does, in the order in which it is tried: a contact delegates, others change the contact.
_WAYS: Mapping[BatchAct, Sequence[tuple[Mutation, Callable[[str], Change]]]] = {
    BatchAct.RESEND: [(Mutation.RESEND_SETUP_EMAIL, lambda _target: intake.resend)],
    BatchAct.DELEGATE: [
        (Mutation.DELEGATE_ORDER, lambda target: partial(audience.delegate, email=target)),
        (Mutation.CHANGE_PROVISIONING_CONTACT, lambda target: partial(intake.change_contact, email=target)),
    ],
    BatchAct.HAND_OVER: [
        (Mutation.HAND_OVER_TO_CUSTOMER, lambda _target: partial(handover.hand_over, customer_admin_email=None))
    ],
    BatchAct.CANCEL: [(Mutation.CANCEL_ORDER, lambda _target: intake.cancel)],
}


# These change nothing of the order: whoever sees it may do them, for themselves alone.
_OWN = {BatchAct.PUT_ASIDE, BatchAct.TAKE_UP}


def read_wanted(act: BatchAct, target: str | None, reason: str | None, until: date | None, at: datetime) -> Wanted:
    """What was asked for, as it is kept. Raises Refused."""
    if act in _OWN:
        return Wanted(act=act, until=put_aside.read_day(until, at) if act is BatchAct.PUT_ASIDE else None)
    entries = Entries()
    address = None
    if act is BatchAct.DELEGATE:
        address, _ = entries.email(target, "email")
    read = entries.text(reason, "reason", most=1000, required=False)
    entries.check()
    return Wanted(act=act, target=address, reason=read or None)


async def orders_of(actor: Actor, order_ids: Sequence[int] | None, criteria: OrderCriteria | None) -> list[Dossier]:
    """The orders that were chosen, or all that match, as far as the actor sees them. Raises Refused for too many."""
    if (order_ids is None) == (criteria is None):
        raise Refused(ErrorCode.INVALID, "Choose orders or say which.", ("orderIds",))
    if criteria is not None:
        return await _matching(actor, criteria)
    wanted = list(dict.fromkeys(order_ids or ()))
    if not wanted:
        raise Refused(ErrorCode.REQUIRED, "Choose an order.", ("orderIds",))
    if len(wanted) > MAX_ORDERS:
        raise _too_many("orderIds")
    found: dict[int, Dossier] = {}
    for start in range(0, len(wanted), MAX_PAGE_SIZE):
        found |= await access.see_each(wanted[start : start + MAX_PAGE_SIZE], actor)
    return [found[number] for number in wanted if number in found and _of_session(actor, number)]


def _of_session(actor: Actor, order_id: int) -> bool:
    return actor.order_id in {None, order_id}


async def _matching(actor: Actor, criteria: OrderCriteria) -> list[Dossier]:
    found: list[Dossier] = []
    after = None
    while True:
        page = (await list_orders(actor, criteria, first=MAX_PAGE_SIZE, after=after)).page
        found += page.rows
        if len(found) > MAX_ORDERS or (page.more and len(found) == MAX_ORDERS):
            raise _too_many("filter")
        if not page.more or not page.cursors:
            break
        after = page.cursors[-1]
    if not found:
        raise Refused(ErrorCode.REQUIRED, "No order matches.", ("filter",))
    return found


def _too_many(field: str) -> Refused:
    text = "Choose at most {most} orders."
    return Refused(ErrorCode.TOO_LONG, text, (field,), values={"most": MAX_ORDERS})


def foresee(order: Dossier, wanted: Wanted, actor: Actor) -> Refused | None:
    """Why the act would be refused for an order now; None: it would be done. Carrying it out asks the same first."""
    if wanted.act in _OWN:
        return None
    try:
        _way(order, wanted, actor)
    except Forbidden:
        return Refused(ErrorCode.NOT_ELIGIBLE, "Your role in the order doesn’t allow it.")
    except Refused as refused:
        return refused
    return None


def _way(order: Dossier, wanted: Wanted, actor: Actor) -> tuple[Transition, Change]:
    """Which transition the actor may do with the order, and how. Raises Forbidden or Refused."""
    held = access.acting_roles(order, actor)
    ways = _WAYS[wanted.act]
    mutation, change = next((way for way in ways if roles_for(TRANSITIONS[way[0]], order, held)), ways[0])
    rule = TRANSITIONS[mutation]
    check(rule, order, actor, wanted.reason)
    if wanted.act is BatchAct.HAND_OVER:
        if order.customer_sets_up_services:
            raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This order is handed over already.")
        if journey.needs_customer_administrator(order):
            text = "Hand this order over by itself: the customer’s administrator has to be named."
            raise Refused(ErrorCode.NOT_ELIGIBLE, text)
    return rule, change(wanted.target or "")


async def start(actor: Actor, wanted: Wanted, orders: Sequence[Dossier], at: datetime) -> int:
    """Keep the batch for the worker, in the caller's transaction; its number. Raises Refused."""
    if not orders:
        raise Refused(ErrorCode.REQUIRED, "Choose an order.", ("orderIds",))
    running = "SELECT count(*) AS running FROM batch WHERE email_key = $1 AND finished_at IS NULL"
    counted = await database.row(running, [actor.email_key])
    if counted and counted["running"] >= MAX_RUNNING:
        text = "{count} of your batches are still running. Wait for one of them, or stop it."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, values={"count": MAX_RUNNING})
    values = [
        actor.email,
        actor.email_key,
        actor.order_id,
        wanted.act.value,
        wanted.target,
        wanted.reason,
        wanted.until,
        at,
        correlation.traceparent(),
    ]
    made = await database.row(_INSERT, values)
    number = int(made["id"]) if made else 0
    waiting = BatchRowState.WAITING.value
    rows = [
        (number, position, order.id, order.order_number, order.company_name, waiting)
        for position, order in enumerate(orders, 1)
    ]
    await database.insert("batch_row", rows, _COLUMNS)
    return number


async def stop(batch_id: int, actor: Actor, at: datetime) -> None:
    """Begin no further row of one's own batch, in the caller's transaction. Raises NotFound."""
    await see(batch_id, actor)
    await database.execute(
        "UPDATE batch_row SET state = 'STOPPED' WHERE batch_id = $1 AND state = 'WAITING'", [batch_id]
    )
    stopped = "UPDATE batch SET stopped_at = $2, finished_at = $2, due_at = NULL WHERE id = $1 AND finished_at IS NULL"
    await database.execute(stopped, [batch_id, at])


async def carry_on(batch_id: int, most: int) -> list[int]:
    """Carry out the next rows of a batch, at most so many; the orders that changed. Then it is due or finished."""
    batch = (await database.records(BatchRecord, f"{COUNTED} WHERE b.id = $1", [batch_id]))[0]
    waiting = await database.records(
        BatchRowRecord,
        f"SELECT * FROM batch_row WHERE batch_id = $1 AND state = 'WAITING' ORDER BY position LIMIT {most}",
        [batch_id],
    )
    changed = [row.order_id for row in waiting if await _carry_out(batch, row)]
    left = await database.row(
        "SELECT 1 AS one FROM batch_row WHERE batch_id = $1 AND state = 'WAITING' LIMIT 1", [batch_id]
    )
    at = clock.now()
    if left:
        again = "UPDATE batch SET due_at = $2, unsettled = 0 WHERE id = $1 AND finished_at IS NULL"
    else:
        again = "UPDATE batch SET due_at = NULL, finished_at = COALESCE(finished_at, $2), unsettled = 0 WHERE id = $1"
    await database.execute(again, [batch_id, at])
    return changed


async def give_up_next(batch_id: int) -> None:
    """Nobody ever wrote what came of the next row: it is refused, and the others go on."""
    row = await database.row(
        "SELECT id, order_id FROM batch_row WHERE batch_id = $1 AND state = 'WAITING' ORDER BY position LIMIT 1",
        [batch_id],
    )
    if row:
        refused = Refused(ErrorCode.INVALID, "This could not be done. Try it with this order alone.")
        await _settle(row["id"], row["order_id"], refused)


async def delete_expired(at: datetime) -> None:
    """Delete batches that were asked for more than 30 days ago."""
    await database.execute("DELETE FROM batch WHERE created_at <= $1", [at - LIFETIME])


async def _carry_out(batch: BatchRecord, row: BatchRowRecord) -> bool:
    """Carry out one row, and keep what came of it in the same transaction; False: nothing was changed."""
    wanted = Wanted(act=batch.act, target=batch.target, reason=batch.reason, until=batch.until)
    try:
        actor = await _asking(batch)
        order = await access.see(row.order_id, actor)
        way = None if wanted.act in _OWN else _way(order, wanted, actor)
        async with database.transaction():
            # Once: the other who has this row waits here, then finds that it waits no more.
            if not await database.execute(_SETTLED, [row.id, BatchRowState.DONE.value, None, clock.now()]):
                return False
            if way is not None:
                rule, change = way
                await perform(row.order_id, rule, actor, clock.now(), change, reason=wanted.reason)
            elif wanted.act is BatchAct.PUT_ASIDE:
                await put_aside.put(order, actor, wanted.until, clock.now())
            else:
                await put_aside.take_up(order, actor)
    except NotFound:
        await _settle(row.id, row.order_id, Refused(ErrorCode.NOT_ELIGIBLE, "You don’t see this order any more."))
    except Forbidden:
        await _settle(row.id, row.order_id, Refused(ErrorCode.NOT_ELIGIBLE, "Your role in the order doesn’t allow it."))
    except Refused as refused:
        await _settle(row.id, row.order_id, refused)
    else:
        return True
    return False


async def _settle(row_id: int, order_id: int, refused: Refused) -> None:
    told = {"code": refused.code.value, "message": refused.message, "values": refused.values}
    values = [row_id, BatchRowState.REFUSED.value, json.dumps(told, ensure_ascii=False), clock.now()]
    if await database.execute(_SETTLED, values):
        logger.info("Refused: %s, order %s", refused.code.value, public_id("Order", order_id))


async def _asking(batch: BatchRecord) -> Actor:
    """Who asked, with the rights that they have now."""
    support = await database.row("SELECT 1 AS one FROM support_person WHERE email_key = $1", [batch.email_key])
    return Actor(
        email=batch.email,
        email_key=batch.email_key,
        order_id=batch.only_order_id,
        support=support is not None and batch.only_order_id is None,
    )
