"""The mutations of the audience step."""

import strawberry

from backend.provisioning import audience
from backend.provisioning.journey import Mutation
from backend.resolvers.context import Info
from backend.resolvers.mutations import run
from backend.schema.inputs.audience import ChooseAudienceInput
from backend.schema.inputs.orders import OrderEmailInput, OrderInput
from backend.schema.order import OrderPayload


@strawberry.type
class AudienceMutations:
    """For whom the order is, or who else shall complete it."""

    @strawberry.mutation
    async def choose_audience(self, info: Info, input: ChooseAudienceInput) -> OrderPayload:
        """Say for whom the order is.

        Another answer than before drops the organizations that were chosen.

        input: The order and for whom it is.
        """
        chosen = input.audience
        return await run(info, Mutation.CHOOSE_AUDIENCE, input, lambda act: audience.choose_audience(act, chosen))

    @strawberry.mutation
    async def delegate_order(self, info: Info, input: OrderEmailInput) -> OrderPayload:
        """Let somebody else complete the order; at most five times a day.

        The new contact gets the welcome email; the former one sees only where the order stands.

        input: The order and the new contact.
        """
        email = input.email
        return await run(info, Mutation.DELEGATE_ORDER, input, lambda act: audience.delegate(act, email))

    @strawberry.mutation
    async def take_back_order(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo delegateOrder, by the contact who handed the order over, until the new one first comes.

        Everything is as it was before, and the new contact's links no longer work.

        input: The order that was handed over.
        """
        return await run(info, Mutation.TAKE_BACK_ORDER, input, audience.take_back)
