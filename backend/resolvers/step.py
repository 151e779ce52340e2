"""The one crossing from the API into the rules: begin, lock, access, rule, commit; what was Refused becomes data."""

from collections.abc import Awaitable, Callable
from typing import Any

from tortoise.exceptions import IntegrityError

from backend import clock, database, events
from backend.provisioning import access, dossier, idempotency
from backend.provisioning.access import Forbidden, NotFound
from backend.provisioning.act import Act, perform
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import TRANSITIONS
from backend.refusals import Refusals, Refused
from backend.resolvers.context import Context, Info
from backend.resolvers.refusing import forbidden, not_found, number, unauthenticated
from backend.schema.errors import errors_of
from backend.schema.order import Order, OrderPayload

Change = Callable[[Act], Awaitable[None]]


async def run(info: Info, mutation: str, input: Any, change: Change, *, order_id: int | None = None) -> OrderPayload:
    """Let `change` happen to the input's order as the transition of this mutation; the answer of the mutation."""
    if order_id is None:
        order_id = number("Order", input.order_id, info.context.language)
    return await _cross(info, mutation, input, change, order_id, None)


async def run_service(
    info: Info, mutation: str, input: Any, change: Callable[[Act, int], Awaitable[None]]
) -> OrderPayload:
    """The same for a mutation whose input names a service; `change` gets the service's number."""
    service_id = number("Service", input.service_id, info.context.language)
    return await _by_service(info, mutation, input, lambda act: change(act, service_id), service_id)


async def run_location(
    info: Info, mutation: str, input: Any, change: Callable[[Act, int], Awaitable[None]]
) -> OrderPayload:
    """The same for a mutation whose input names a location."""
    location_id = number("Location", input.location_id, info.context.language)
    row = await database.row("SELECT service_id FROM location WHERE id = $1", [location_id])
    if row is None:
        raise not_found(info.context.language)
    return await _by_service(info, mutation, input, lambda act: change(act, location_id), row["service_id"])


async def _by_service(info: Info, mutation: str, input: Any, change: Change, service_id: int) -> OrderPayload:
    row = await database.row("SELECT order_id FROM service WHERE id = $1", [service_id])
    if row is None:
        raise not_found(info.context.language)
    return await _cross(info, mutation, input, change, row["order_id"], service_id)


async def _cross(  # noqa: PLR0917 – what the two sides need of each other
    info: Info,
    mutation: str,
    input: Any,
    change: Change,
    order_id: int,
    service_id: int | None,
) -> OrderPayload:
    context = info.context
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None

    async def attempt() -> Dossier:
        async with database.transaction():
            return await perform(
                order_id,
                TRANSITIONS[mutation],
                context.actor,
                clock.now(),
                change,
                expected_version=getattr(input, "expected_version", None),
                service_id=service_id,
                reason=getattr(input, "reason", None),
                key=key,
            )

    try:
        order = await twice(attempt)
    except NotFound:
        raise not_found(context.language) from None
    except Forbidden:
        raise forbidden(context.language) from None
    except (Refused, Refusals) as refused:
        return await refusal(context, order_id, refused)
    await events.publish(order.id)
    return OrderPayload(order=_visible(order, context), user_errors=[])


def _visible(order: Dossier | None, context: Context) -> Order | None:
    """The order, unless it does not exist for the caller (any more: undoing a mapping takes rights away)."""
    seen = order is not None and access.roles(order, context.actor)
    return Order.of(order, context.actor) if order is not None and seen else None


async def twice(attempt: Callable[[], Awaitable[Dossier]]) -> Dossier:
    """Try again if somebody took a unique name between our look and our write: the second look sees it."""
    try:
        return await attempt()
    except IntegrityError:
        return await attempt()


async def refusal(context: Context, order_id: int, refused: Refused | Refusals) -> OrderPayload:
    """The answer to a refused mutation: why, and the order as it is."""
    order = await dossier.read(order_id, context.actor.email_key)
    return OrderPayload(order=_visible(order, context), user_errors=errors_of(refused, context.language))
