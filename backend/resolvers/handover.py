"""The mutations of handing service setup over, and of asking for full administrator rights."""

import strawberry

from backend import database
from backend.provisioning import handover
from backend.resolvers.context import Info
from backend.resolvers.refusing import not_found, number
from backend.resolvers.step import run
from backend.schema.inputs import DecideAdministratorRequestInput, HandOverToCustomerInput, OrderInput
from backend.schema.order import OrderPayload


@strawberry.type
class HandOverMutations:
    """Between the partner and the customer."""

    @strawberry.mutation
    async def hand_over_to_customer(self, info: Info, input: HandOverToCustomerInput) -> OrderPayload:
        """Ask the customer's administrators to set up the services. Both sides may work; the partner loses nothing.

        input: The order, and the administrator of a new customer organization.
        """
        email = input.customer_admin_email
        return await run(info, "handOverToCustomer", input, lambda act: handover.hand_over(act, email))

    @strawberry.mutation
    async def take_back_service_setup(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo handOverToCustomer.

        input: The order.
        """
        return await run(info, "takeBackServiceSetup", input, handover.take_back)

    @strawberry.mutation
    async def request_full_administrator(self, info: Info, input: OrderInput) -> OrderPayload:
        """Ask the customer's full administrators for full administrator rights, once the order is COMPLETED.

        input: The order.
        """
        return await run(info, "requestFullAdministrator", input, handover.request_full_administrator)

    @strawberry.mutation
    async def decide_administrator_request(
        self,
        info: Info,
        input: DecideAdministratorRequestInput,
    ) -> OrderPayload:
        """Approve or deny a request for full administrator rights, within 14 days.

        input: The request and the decision.
        """
        request_id, approve = number("AdministratorRequest", input.request_id, info.context.language), input.approve
        row = await database.row("SELECT order_id FROM administrator_request WHERE id = $1", [request_id])
        if row is None:
            raise not_found(info.context.language)
        return await run(
            info,
            "decideAdministratorRequest",
            input,
            lambda act: handover.decide_request(act, request_id, approve=approve),
            order_id=row["order_id"],
        )
