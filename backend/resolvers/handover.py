"""The mutations of handing service setup over, and of asking for full administrator privileges."""

import strawberry

from backend.provisioning import access, handover
from backend.provisioning.journey import Mutation
from backend.resolvers.api_errors import not_found, number
from backend.resolvers.context import Info
from backend.resolvers.mutations import run
from backend.schema.inputs.handover import DecideAdministratorRequestInput, HandOverToCustomerInput
from backend.schema.inputs.orders import OrderInput
from backend.schema.order import OrderPayload


@strawberry.type
class HandOverMutations:
    """Between the partner and the customer."""

    @strawberry.mutation
    async def hand_over_to_customer(self, info: Info, input: HandOverToCustomerInput) -> OrderPayload:
        """Ask the customer's administrators to set up the services. Only an order for a customer can be handed over; at
        most five times a day.

        Both sides may work from then on; the partner loses nothing. After a week the customer is reminded once.

        input: The order, and the administrator of a new customer organization.
        """
        email = input.customer_admin_email
        return await run(info, Mutation.HAND_OVER_TO_CUSTOMER, input, lambda act: handover.hand_over(act, email))

    @strawberry.mutation
    async def take_back_service_setup(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo handOverToCustomer. The customer's administrators are told, and keep their access.

        input: The order that was handed over.
        """
        return await run(info, Mutation.TAKE_BACK_SERVICE_SETUP, input, handover.take_back)

    @strawberry.mutation
    async def request_full_administrator(self, info: Info, input: OrderInput) -> OrderPayload:
        """Ask the customer's full administrators for full administrator privileges, at most once a day, unless the
        partner has them or a request is pending.

        They are mailed a link each, and can decide for 14 days.

        input: The completed order because of which they are wanted.
        """
        return await run(info, Mutation.REQUEST_FULL_ADMINISTRATOR, input, handover.request_full_administrator)

    @strawberry.mutation
    async def decide_administrator_request(
        self,
        info: Info,
        input: DecideAdministratorRequestInput,
    ) -> OrderPayload:
        """Approve or deny a request for full administrator privileges, within 14 days. The person who asked is told.

        input: The request and the decision.
        """
        request_id, approve = number("AdministratorRequest", input.request_id, info.context), input.approve
        order_id = await access.order_of("AdministratorRequest", request_id)
        if order_id is None:
            raise not_found(info.context.language)
        return await run(
            info,
            Mutation.DECIDE_ADMINISTRATOR_REQUEST,
            input,
            lambda act: handover.decide_request(act, request_id, approve=approve),
            order_id=order_id,
        )
