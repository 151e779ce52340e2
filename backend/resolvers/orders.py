"""Orders, one and many, and the subscription to one."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

import strawberry
from graphql import FieldNode, GraphQLError

from backend import clock, database, events
from backend.provisioning import access, dossier, order_events
from backend.provisioning.access import Forbidden, NotFound, Unauthenticated
from backend.provisioning.dossier import Dossier
from backend.provisioning.order_events import EventTopic
from backend.provisioning.order_lists import EVERYTHING, OrderCriteria, OrderSort, list_orders
from backend.provisioning.view_as import view_as
from backend.refusals import Refused
from backend.replica import read_anywhere
from backend.resolvers.api_errors import forbidden, not_found, number, refused, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.order_changes import all_changes
from backend.resolvers.shared_reads import SharedRead
from backend.schema.ids import BadId, number_of
from backend.schema.inputs.orders import OrderFilter
from backend.schema.order import Order, OrderConnection
from backend.schema.paging import asked_page
from backend.schema.timeline import FoundEventConnection

MAX_SEARCH = 260  # characters: the longest address


@strawberry.type
class OrderQueries:
    """Orders, one and many."""

    @strawberry.field
    async def order(self, info: Info, id: strawberry.ID) -> Order | None:
        """An order by its id, if the caller may see anything of it.

        id: Global id of the order.
        """
        context = info.context
        return Order.of(await see(context, number("Order", id, context)), context.actor)

    @strawberry.field
    async def order_as(self, info: Info, id: strawberry.ID, email: str, reason: str) -> Order | None:
        """An order exactly as somebody else sees it, with their role, pages and allowedMutations, to help them. For
        support only. It changes nothing but the timeline, which tells who looked, as whom and why: once in 30 minutes
        for each person and reason. It stands alone in its operation, without a fragment around it. NOT_FOUND if the
        order does not exist or the person has no part in it.

        For 30 minutes every request of the same caller that names the view in the header View-As is answered as to this
        person, and every mutation refused with READ_ONLY: `viewedAs.id` is what to name.

        id: Global id of the order.
        email: Address of the person, whole, or masked as `people` of the order has it where only one of them fits.
        reason: Why, for the timeline: 1 to 1,000 characters.
        """
        context = info.context
        if len(info.operation.selection_set.selections) != 1 or not isinstance(
            info.operation.selection_set.selections[0], FieldNode
        ):
            message = "orderAs stands alone in its operation."
            raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
        order_id = number("Order", id, context)
        try:
            async with database.transaction():
                order, view = await view_as(order_id, email, reason, context.actor, clock.now())
        except Unauthenticated:
            raise unauthenticated(context.language) from None
        except Forbidden as error:
            raise forbidden(context, scope=error.scope) from None
        except NotFound:
            raise not_found(context.language) from None
        except Refused as error:
            raise refused(error, context.language) from None
        context.look_as(view)
        return Order.of(order, view.person)

    @strawberry.field
    async def order_by_number(self, info: Info, order_number: str, seller: str | None = None) -> Order | None:
        """An order by the seller's number, which is unique for a seller; of several that the caller may see, the
        newest.

        order_number: The seller's number of the order, the whole of it.
        seller: Name of the integrator whose token placed the order; left out: any.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        try:
            return Order.of(await access.by_number(order_number, seller or "", context.actor), context.actor)
        except NotFound:
            raise not_found(context.language) from None

    @strawberry.field
    async def orders(  # noqa: PLR0917 – GraphQL names its arguments
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        filter: OrderFilter | None = None,
        sort: OrderSort | None = OrderSort.PLACED_NEWEST,
    ) -> OrderConnection:
        """The orders that the caller may see, in pages: forward by first and after, backward by last and before.

        last: How many to return from the end: 0 to 100, 20 if left out. With `last` or `before`, `first` has no effect.
        before: Cursor of the row before which the page ends; left out: at the end.
        filter: Which orders to list; left out: all.
        sort: In which order to list them; left out: the newest first.
        """
        if info.context.actor.anonymous:
            raise unauthenticated(info.context.language)
        actor = info.context.actor
        with asked_page():
            found = await read_anywhere(
                partial(
                    list_orders,
                    actor,
                    criteria_of(filter) if filter else EVERYTHING,
                    sort or OrderSort.PLACED_NEWEST,
                    first=first,
                    after=after,
                    last=last,
                    before=before,
                )
            )
        return OrderConnection.of(found, actor)

    @strawberry.field
    async def find_order_events(  # noqa: PLR0917 – GraphQL names its arguments
        self,
        info: Info,
        order_id: strawberry.ID,
        about: EventTopic | None = None,
        actor: str = "",
        text: str = "",
        first: int | None = None,
        after: str | None = None,
    ) -> FoundEventConnection:
        """The events of an order that match a filter, as its `timeline` has them: newest first, none left out.

        order_id: Global id of the order.
        about: What the events are about; left out: anything.
        actor: Who did it, exactly as `actor` of an event has them; empty: anybody.
        text: Words, at most 260 characters, that all stand in what an event says to the caller: summary, reason, actor,
            changes or correlation id, in any spelling of capital letters; empty: any event.
        """
        context = info.context
        if len(text) > MAX_SEARCH or len(actor) > MAX_SEARCH:
            message = f"A filter has at most {MAX_SEARCH} characters."
            raise GraphQLError(message, extensions={"code": "BAD_USER_INPUT"})
        order = await see(context, number("Order", order_id, context))
        wanted = order_events.EventFilter(about, actor, text)
        with asked_page():
            found = await order_events.find(order, context.actor, context.language, wanted, first, after)
        return FoundEventConnection.of(found, before=after is not None)


@strawberry.type
class SubscriptionRoot:
    """What can be watched over a WebSocket."""

    @strawberry.subscription
    async def order_changed(self, info: Info, order_id: strawberry.ID | None = None) -> AsyncGenerator[Order, None]:
        """The order now, and again after each change, also of the worker's progress. It ends with the session or
        token. Without `orderId`, all orders of which the caller sees anything, on one subscription: each whenever it
        changes from now on, also one that is placed, as it is when it is sent, a second or so later; up to 20 of them a
        second. What the caller no longer sees is not sent, nor that it is gone. What changed while nobody was
        subscribed, `orders` lists by UPDATED_NEWEST. A caller may have 20 such subscriptions.

        order_id: Global id of the order; left out: all orders of the caller.
        """
        context = info.context
        if order_id is None:
            async with aclosing(all_changes(context)) as changed:
                async for order in changed:
                    yield Order.of(order, context.actor)
            return
        key = number("Order", order_id, context)
        await see(context, key)
        last: Dossier | None = None
        async for _ in events.changes(key):
            if not await context.refresh_actor():
                return
            order = await see(context, key, _read_shared)
            if order != last:
                last = order
                yield Order.of(order, context.actor)


_read_shared = SharedRead(dossier.read)


async def see(context: Context, order_id: int, read: access.Read = dossier.read) -> Dossier:
    """The order, if the caller sees anything of it."""
    try:
        return await access.see(order_id, context.actor, read)
    except Unauthenticated:
        raise unauthenticated(context.language) from None
    except NotFound:
        raise not_found(context.language) from None


def criteria_of(chosen: OrderFilter) -> OrderCriteria:
    """The filter as the rules take it; nothing is mapped to what is no organization."""
    organization_id = None
    if chosen.organization_id is not None:
        try:
            organization_id = number_of("Organization", chosen.organization_id)
        except BadId:
            organization_id = 0
    return OrderCriteria(
        status=chosen.status,
        provisioning_status=chosen.provisioning_status,
        bucket=chosen.bucket,
        organization_id=organization_id,
        my_turn=chosen.my_turn,
        text=chosen.text,
        placed_after=chosen.placed_after,
        placed_before=chosen.placed_before,
    )
