"""The mutations of the audience step."""

import strawberry

from backend.provisioning import audience
from backend.provisioning.journey import Mutation
from backend.resolvers.context import Info
from backend.resolvers.mutations import run
from backend.schema.inputs import ChooseAudienceInput, OrderEmailInput, OrderInput
from backend.schema.order import OrderPayload


@strawberry.type
class AudienceMutations:
    """For whom the order is, or who else shall complete it."""

    @strawberry.mutation
    async def choose_audience(self, info: Info, input: ChooseAudienceInput) -> OrderPayload:
        """Say for whom the order is. Another answer than before drops the chosen organizations.

        input: The order and the audience.
        """
        chosen = input.audience
        return await run(info, Mutation.CHOOSE_AUDIENCE, input, lambda act: audience.choose_audience(act, chosen))

    @strawberry.mutation
    async def delegate_order(self, info: Info, input: OrderEmailInput) -> OrderPayload:
        """Somebody else completes the order: they get the welcome email; the former contact sees only its status.

        input: The order and the person.
        """
        email = input.email
        return await run(info, Mutation.DELEGATE_ORDER, input, lambda act: audience.delegate(act, email))

    @strawberry.mutation
    async def take_back_order(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo delegateOrder, until the delegate first signs in. Everything is as it was before.

        input: The order.
        """
        return await run(info, Mutation.TAKE_BACK_ORDER, input, audience.take_back)
