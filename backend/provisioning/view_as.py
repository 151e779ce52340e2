"""Support sees an order as somebody else does, for a reason that the timeline keeps, and without changes."""

from datetime import datetime, timedelta
from typing import Any

from backend import database
from backend.database import Row
from backend.models.order import EventKind
from backend.provisioning import dossier
from backend.provisioning.access import Actor, Forbidden, NotFound, Unauthenticated, roles
from backend.provisioning.act import MAX_REASON_LENGTH, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.validation import Entries, readable

LIFETIME = timedelta(minutes=30)  # in which looking again is told on the timeline only once
_TOLD = "SELECT * FROM order_event WHERE order_id = $1 AND kind = $2 AND actor_key = $3 AND at > $4"


class _Event(Row, frozen=True, kw_only=True):
    values: dict[str, Any]


async def view_as(order_id: int, email: str, reason: str, actor: Actor, at: datetime) -> tuple[Dossier, Actor]:
    """The order as the person with this address sees it, and that person, in the caller's transaction.

    They see no more than a session of this order's link would show them. Raises Refused for an address or reason that
    is none, Unauthenticated, Forbidden for others than support, and NotFound if the order does not exist or the
    person has no part in it.
    """
    if actor.anonymous:
        raise Unauthenticated
    if not (actor.support or actor.may("support")):
        raise Forbidden
    entries = Entries()
    address, key = entries.email(email, "email")
    why = entries.text(reason, "reason", most=MAX_REASON_LENGTH, required=True)
    entries.check()
    person = Actor(email=address, email_key=key, order_id=order_id)
    await dossier.lock(order_id)
    order = await dossier.read(order_id, person.viewer_key)
    if order is None or not roles(order, person):
        raise NotFound
    if not await _is_told(order_id, readable(key), actor, at):
        async with by_system(order, at, actor) as act:
            act.record_event(EventKind.VIEWED_AS, person=readable(key), reason=why)
    return order, person


async def _is_told(order_id: int, person: str, actor: Actor, at: datetime) -> bool:
    values = [order_id, EventKind.VIEWED_AS.value, actor.key, at - LIFETIME]
    return any(event.values.get("person") == person for event in await database.records(_Event, _TOLD, values))
