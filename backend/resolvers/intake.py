"""The seller's mutations, and the check before the first of them."""

import dataclasses

import msgspec
import strawberry

from backend import clock, database, events
from backend.graphql_server.directives import sized_by
from backend.models.order import LicenseScope
from backend.models.service import ServiceKind
from backend.provisioning import idempotency, intake, test_orders
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier, decode_stored, encode
from backend.provisioning.journey import Mutation
from backend.provisioning.new_order import MAX_ORDERS, NewOrder, SoldLicense
from backend.provisioning.order_check import check_order
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.mutations import retry_once_on_conflict, run
from backend.schema.errors import errors_of
from backend.schema.inputs.intake import AdvanceTestOrderInput, PlaceOrderInput, RescheduleOrderInput
from backend.schema.inputs.orders import OrderEmailInput, OrderInput, OrderReasonInput
from backend.schema.order import Order, OrderPayload, PlaceOrdersPayload
from backend.schema.order_check import OrderCheck


@strawberry.type
class IntakeQueries:
    """What a seller's system asks before it places an order."""

    @strawberry.field
    async def check_order(self, info: Info, input: PlaceOrderInput) -> OrderCheck:
        """What placing an order would come to: what would be refused, what is doubtful, and whom the finder would find.
        Nothing is written and nobody is mailed. For a token with the scope orders:write.

        input: The order as it would be placed.
        """
        actor = _seller(info.context)
        return OrderCheck.of(await check_order(new_order(input), actor, clock.now()), info.context.language)


@sized_by("input", most=MAX_ORDERS, place_orders="results")
@strawberry.type
class IntakeMutations:
    """What the seller's system does; support and partner administrators share some of it."""

    @strawberry.mutation
    async def place_order(self, info: Info, input: PlaceOrderInput) -> OrderPayload:
        """Place an order. For a token with the scope orders:write.

        The same order sent again is answered with the one that exists; other content under the same number is refused
        (ORDER_CONFLICT). If its start date has come, the welcome email goes out at once.

        input: The order as it was sold.
        """
        _seller(info.context)
        return await _place_and_tell(info.context, input, info.context.idempotency_key)

    @strawberry.mutation
    async def place_orders(self, info: Info, input: list[PlaceOrderInput]) -> PlaceOrdersPayload:
        """Place up to 50 orders, each by itself: one that is refused keeps no other from being placed. For a token with
        the scope orders:write.

        What is sent again is answered as by placeOrder, order by order; an Idempotency-Key holds for each place in the
        list.

        input: The orders as they were sold, 1 to 50; each costs as much as placeOrder.
        """
        context = info.context
        _seller(context)
        results = [
            await _place_and_tell(context, one, idempotency.of_row(context.idempotency_key, number))
            for number, one in enumerate(input)
        ]
        return PlaceOrdersPayload(results=results)

    @strawberry.mutation
    async def cancel_order(self, info: Info, input: OrderReasonInput) -> OrderPayload:
        """Cancel an order, for good.

        Held site names are free again, and organizations that were created for the order are deleted unless others use
        them. The contact is told if they were asked before.

        input: The order; support must give a reason.
        """
        return await run(info, Mutation.CANCEL_ORDER, input, intake.cancel)

    @strawberry.mutation
    async def reschedule_order(self, info: Info, input: RescheduleOrderInput) -> OrderPayload:
        """Move the start date of an order that has not begun.

        input: The order and the day on which it shall start.
        """
        day = input.requested_start_date
        return await run(info, Mutation.RESCHEDULE_ORDER, input, lambda act: intake.reschedule(act, day))

    @strawberry.mutation
    async def reopen_order(self, info: Info, input: OrderInput) -> OrderPayload:
        """Open an order that was closed at its deadline again where it was. The deadline runs anew and the contact gets
        a new link.

        input: The order that was closed at its deadline.
        """
        return await run(info, Mutation.REOPEN_ORDER, input, intake.reopen)

    @strawberry.mutation
    async def advance_test_order(self, info: Info, input: AdvanceTestOrderInput) -> OrderPayload:
        """Let time pass for a test order: its start date, deadline, reminders, links and requests come as much nearer,
        and what is due by then happens at once, in its order. Refused for other orders (STEP_NOT_ALLOWED).

        A start date moves by whole days. Times of the timeline, and the day on which the order is removed, stay.

        input: The test order and how much time shall pass.
        """
        by = input.by
        return await run(info, Mutation.ADVANCE_TEST_ORDER, input, lambda act: test_orders.advance(act, by))

    @strawberry.mutation
    async def change_provisioning_contact(self, info: Info, input: OrderEmailInput) -> OrderPayload:
        """Ask somebody else; at most five times a day.

        Drafts stay, and links of the former contact no longer work. The new contact gets the welcome email if the order
        has begun.

        input: The order and the new contact; support and the salesperson must give a reason.
        """
        email = input.email
        return await run(
            info, Mutation.CHANGE_PROVISIONING_CONTACT, input, lambda act: intake.change_contact(act, email)
        )

    @strawberry.mutation
    async def resend_setup_email(self, info: Info, input: OrderReasonInput) -> OrderPayload:
        """Send the contact the welcome email again; at most three times an hour.

        It has a new link; earlier links no longer work.

        input: The order; support and the salesperson must give a reason.
        """
        return await run(info, Mutation.RESEND_SETUP_EMAIL, input, intake.resend)


def _seller(context: Context) -> Actor:
    """The token that places orders. Raises the API's errors."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    if not context.actor.seller:
        why = (
            "Only a seller’s token places and checks orders, which the operator makes by create-token. Tokens of "
            "organizations and people who are signed in work on orders that were placed."
        )
        raise forbidden(context, why)
    if not context.actor.may("orders:write"):
        raise forbidden(context, scope="orders:write")
    return context.actor


async def _place_and_tell(context: Context, input: PlaceOrderInput, key: str) -> OrderPayload:
    """Place an order in a transaction of its own, and answer with it or why it was refused."""

    async def attempt() -> Dossier:
        async with database.transaction():
            placed = await _place(context, input, key)
            events.publish_after_commit(placed.id)
        return placed

    try:
        order = await retry_once_on_conflict(attempt)
    except Refused as refused:
        return OrderPayload(order=None, user_errors=errors_of(refused, context.language))
    events.notify_local(order.id)
    return OrderPayload(order=Order.of(order, context.actor), user_errors=[])


async def _place(context: Context, input: PlaceOrderInput, idempotency_key: str) -> Dossier:
    key = None
    if idempotency_key:
        key = idempotency.key_for(idempotency_key, "placeOrder", _as_sent(input))
        answered = await idempotency.find(context.actor.key, key, clock.now())
        if answered and (first := decode_stored(answered)):
            return first
    order = await intake.place_order(new_order(input), context.actor.seller, clock.now())
    if key is not None:
        await idempotency.keep(context.actor.key, key, encode(order), clock.now())
    return order


def _as_sent(input: PlaceOrderInput) -> msgspec.Raw:
    """The input as an Idempotency-Key compares it: one that says nothing of tests is what it was before there were."""
    fields = {one.name: getattr(input, one.name) for one in dataclasses.fields(input)}
    if not input.test:
        del fields["test"]
    return msgspec.Raw(msgspec.json.encode(fields))


def new_order(input: PlaceOrderInput) -> NewOrder:
    """The input as the rules take it."""
    fields = {name: getattr(input, name) for name in NewOrder.__struct_fields__ if name != "licenses"}
    licenses = [
        SoldLicense(sold.name, ServiceKind(sold.service), LicenseScope(sold.scope), sold.total_units)
        for sold in input.licenses
    ]
    return NewOrder(**fields, licenses=licenses)
