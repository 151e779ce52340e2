"""How a mutation of the API runs its rule: begin, lock, access, rule, commit; what was Refused becomes data."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from tortoise.exceptions import IntegrityError

from backend import clock, database, events, metrics
from backend.provisioning import access, dossier, idempotency
from backend.provisioning.access import Forbidden, NotFound
from backend.provisioning.act import Act, perform
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import TRANSITIONS, Mutation
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.order import Order, OrderPayload

logger = logging.getLogger("backend.rights")

Change = Callable[[Act], Awaitable[None]]


async def run(
    info: Info, mutation: Mutation, input: Any, change: Change, *, order_id: int | None = None
) -> OrderPayload:
    """Let `change` happen to the input's order as the transition of this mutation; the answer of the mutation."""
    if order_id is None:
        order_id = number("Order", input.order_id, info.context)
    return await run_transition(info, mutation, input, change, order_id, None)


async def run_service(
    info: Info, mutation: Mutation, input: Any, change: Callable[[Act, int], Awaitable[None]]
) -> OrderPayload:
    """The same for a mutation whose input names a service; `change` gets the service's number."""
    service_id = number("Service", input.service_id, info.context)
    return await run_transition(info, mutation, input, lambda act: change(act, service_id), None, service_id)


async def run_location(
    info: Info, mutation: Mutation, input: Any, change: Callable[[Act, int], Awaitable[None]]
) -> OrderPayload:
    """The same for a mutation whose input names a location."""
    location_id = number("Location", input.location_id, info.context)
    found = await access.service_of_location(location_id)
    if found is None:
        raise not_found(info.context.language)
    service_id, order_id = found
    return await run_transition(info, mutation, input, lambda act: change(act, location_id), order_id, service_id)


async def run_transition(  # noqa: PLR0917 – what the two sides need of each other
    info: Info,
    mutation: Mutation,
    input: Any,
    change: Change,
    order_id: int | None,
    service_id: int | None,
) -> OrderPayload:
    """Run the transition of a mutation in a transaction of its own, and answer with the order or why it was refused.

    Without an `order_id` it is the order of the service.
    """
    context = info.context
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None

    async def attempt() -> Dossier:
        async with database.transaction():
            done = await perform(
                order_id,
                TRANSITIONS[mutation],
                context.actor,
                clock.now(),
                change,
                expected_version=getattr(input, "expected_version", None),
                service_id=service_id,
                reason=getattr(input, "reason", None) or context.change_reason,
                key=key,
            )
            events.publish_after_commit(done.id)
        return done

    try:
        order = await retry_once_on_conflict(attempt)
    except NotFound:
        metrics.CHANGES.labels(mutation.value, "forbidden").inc()
        logger.warning("%s may not see %s (%s)", context.actor.key, _named(order_id, service_id), mutation)
        raise not_found(context.language) from None
    except Forbidden as error:
        metrics.CHANGES.labels(mutation.value, "forbidden").inc()
        logger.warning("%s may not do %s to %s", context.actor.key, mutation, _named(order_id, service_id))
        raise forbidden(context, scope=error.scope) from None
    except Refused as refused:
        metrics.CHANGES.labels(mutation.value, "refused").inc()
        if order_id is None:
            order_id = await access.order_of("Service", service_id or 0)
        return await refusal(context, order_id or 0, refused)
    metrics.CHANGES.labels(mutation.value, "done").inc()
    events.notify_local(order.id)
    return OrderPayload(order=_visible(order, context), user_errors=[])


def _named(order_id: int | None, service_id: int | None) -> str:
    return f"service {service_id}" if order_id is None else f"order {order_id}"


def _visible(order: Dossier | None, context: Context) -> Order | None:
    """The order, unless it does not exist for the caller (any more: undoing a mapping takes rights away)."""
    seen = order is not None and access.roles(order, context.actor)
    return Order.of(order, context.actor) if order is not None and seen else None


async def retry_once_on_conflict(attempt: Callable[[], Awaitable[Dossier]]) -> Dossier:
    """Try again if somebody took a unique name between our look and our write: the second look sees it."""
    try:
        return await attempt()
    except IntegrityError:
        return await attempt()


async def refusal(context: Context, order_id: int, refused: Refused) -> OrderPayload:
    """The answer to a refused mutation: why, and the order as it is."""
    order = await dossier.read(order_id, context.actor.viewer_key)
    return OrderPayload(order=_visible(order, context), user_errors=errors_of(refused, context.language))
