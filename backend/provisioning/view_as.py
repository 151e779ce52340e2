"""Support sees an order as somebody else does, for a reason that the timeline keeps, and without changes.

The event of the timeline is the view: it says who looks, as whom and why, and half an hour later it is over. So nothing
else is kept, every node knows it, and erasing the person ends it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from backend import database
from backend.database import Row
from backend.models.order import EventKind
from backend.provisioning import dossier
from backend.provisioning.access import Actor, Forbidden, NotFound, Unauthenticated, roles
from backend.provisioning.act import MAX_REASON_LENGTH, by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.validation import Entries, masked, readable
from backend.refusals import ErrorCode

LIFETIME = timedelta(minutes=30)
_COLUMNS = """SELECT e.id, e.order_id, o.order_number, o.test, e.at, e."values" FROM order_event e
JOIN orders o ON o.id = e.order_id
WHERE e.kind = $1 AND e.actor_key = $2 AND e.at > $3"""
_BY_ID = f"{_COLUMNS} AND e.id = $4"
_OF_ORDER = f"{_COLUMNS} AND e.order_id = $4 ORDER BY e.id DESC"


class _Event(Row, frozen=True, kw_only=True):
    id: int
    order_id: int
    order_number: str
    test: bool
    at: datetime
    values: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An order as this person sees it: no more than a session of its link would show them."""

    id: int
    order_id: int
    order_number: str
    person: Actor
    reason: str
    since: datetime

    @property
    def until(self) -> datetime:
        """When it is over."""
        return self.since + LIFETIME


async def view_as(order_id: int, email: str, reason: str, actor: Actor, at: datetime) -> tuple[Dossier, View]:
    """The order as the person with this address sees it, and the view, in the caller's transaction.

    The address may be masked as the order's people show it. Raises Refused for an address or reason that is none,
    Unauthenticated, Forbidden for others than support, and NotFound if the order does not exist or the person has no
    part in it.
    """
    if actor.anonymous:
        raise Unauthenticated
    if not actor.is_support:
        raise Forbidden("support")
    await dossier.lock(order_id)
    order = await dossier.read(order_id, actor.viewer_key)
    entries = Entries()
    why = entries.text(reason, "reason", most=MAX_REASON_LENGTH, required=True)
    address, key = entries.email(_unmasked(email.strip(), order, entries), "email")
    entries.check()
    person = _person(address, key, order_id, actor, of_test=order is not None and order.test)
    order = await dossier.read(order_id, person.viewer_key)
    if order is None or not roles(order, person):
        raise NotFound
    told = {"person": readable(key), "reason": why}
    if (view := await _told(order_id, told, actor, at)) is None:
        async with by_system(order, at, actor) as act:
            act.record_event(EventKind.VIEWED_AS, **told)
        view = await _told(order_id, told, actor, at)
    assert view is not None
    return order, view


async def find(number: int, actor: Actor, at: datetime) -> View | None:
    """The view with the number of its event, if it is the actor's and not over."""
    if not actor.is_support:
        return None
    values = [EventKind.VIEWED_AS.value, actor.key, at - LIFETIME, number]
    event = await database.record(_Event, _BY_ID, values)
    view = _view(event, actor) if event else None
    return view if view and view.person.email_key else None  # they may be erased meanwhile


def _person(email: str, key: str, order_id: int, support: Actor, *, of_test: bool) -> Actor:
    """Whom support is taken for: somebody who came by a link to the order, so that what they did is theirs to see."""
    return Actor(email=email, email_key=key, order_id=order_id, of_test=of_test, viewed_by=support.key)


def _unmasked(email: str, order: Dossier | None, entries: Entries) -> str:
    """The address of the one whom the order's people show so; else as it is."""
    if order is None or "•" not in email:
        return email
    fitting = {address for address in _people(order) if masked(address) == email}
    if len(fitting) > 1:
        message = "Several people of the order have an address that looks like this. Enter the full address."
        entries.refuse(ErrorCode.INVALID, message, "email")
    return fitting.pop() if fitting else email


def _people(order: Dossier) -> set[str]:
    delegates = {service.delegate_email for service in order.services}
    named = {order.contact_email, order.customer_contact, order.seller_email, *delegates}
    return {address for address in named if address} | {one.email for one in order.administrators}


async def _told(order_id: int, told: dict[str, str], actor: Actor, at: datetime) -> View | None:
    """The newest view of the order for this person and reason that is not over."""
    values = [EventKind.VIEWED_AS.value, actor.key, at - LIFETIME, order_id]
    found = await database.records(_Event, _OF_ORDER, values)
    return next((_view(event, actor) for event in found if told.items() <= event.values.items()), None)


def _view(event: _Event, actor: Actor) -> View:
    address, key = Entries().email(event.values["person"])
    return View(
        id=event.id,
        order_id=event.order_id,
        order_number=event.order_number,
        person=_person(address, key, event.order_id, actor, of_test=event.test),
        reason=event.values["reason"],
        since=event.at,
    )
