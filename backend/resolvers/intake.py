"""The seller's mutations."""

import strawberry

from backend import clock, database, events
from backend.models.order import LicenseScope
from backend.models.service import ServiceKind
from backend.provisioning import idempotency, intake
from backend.provisioning.dossier import Dossier, decode_stored, encode
from backend.provisioning.journey import Mutation
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.mutations import retry_once_on_conflict, run
from backend.schema.errors import errors_of
from backend.schema.inputs import (
    OrderEmailInput,
    OrderInput,
    OrderReasonInput,
    PlaceOrderInput,
    RescheduleOrderInput,
)
from backend.schema.order import Order, OrderPayload


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
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        if not context.actor.token or not context.actor.may("orders:write"):
            raise forbidden(context.language)

        async def attempt() -> Dossier:
            async with database.transaction():
                return await _place(context, input)

        try:
            order = await retry_once_on_conflict(attempt)
        except Refused as refused:
            return OrderPayload(order=None, user_errors=errors_of(refused, context.language))
        await events.publish(order.id)
        return OrderPayload(order=Order.of(order, context.actor), user_errors=[])

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


async def _place(context: Context, input: PlaceOrderInput) -> Dossier:
    key = None
    if context.idempotency_key:
        key = idempotency.key_for(context.idempotency_key, "placeOrder", input)
        answered = await idempotency.find(context.actor.key, key, clock.now())
        if answered and (first := decode_stored(answered)):
            return first
    order = await intake.place_order(new_order(input), context.actor.token, clock.now())
    if key is not None:
        await idempotency.keep(context.actor.key, key, encode(order), clock.now())
    return order


def new_order(input: PlaceOrderInput) -> intake.NewOrder:
    """The input as the rules take it."""
    fields = {name: getattr(input, name) for name in intake.NewOrder.__struct_fields__ if name != "licenses"}
    licenses = [
        intake.SoldLicense(sold.name, ServiceKind(sold.service), LicenseScope(sold.scope), sold.total_units)
        for sold in input.licenses
    ]
    return intake.NewOrder(**fields, licenses=licenses)
