"""The mutations of the audience step."""

import strawberry

from backend.provisioning import audience
from backend.resolvers.context import Info
from backend.resolvers.step import run
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
        return await run(info, "chooseAudience", input, lambda act: audience.choose_audience(act, chosen))

    @strawberry.mutation
    async def delegate_order(self, info: Info, input: OrderEmailInput) -> OrderPayload:
        """Somebody else shall complete the order: he gets the setup mail; the former contact sees only its status.

        input: The order and the person.
        """
        email = input.email
        return await run(info, "delegateOrder", input, lambda act: audience.delegate(act, email))

    @strawberry.mutation
    async def take_back_order(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo delegateOrder, until the delegate first signs in. Everything is as it was before.

        input: The order.
        """
        return await run(info, "takeBackOrder", input, audience.take_back)
