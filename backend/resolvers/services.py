"""The mutations that every service has."""

import strawberry

from backend.provisioning import services
from backend.provisioning.journey import Mutation
from backend.resolvers.context import Info
from backend.resolvers.mutations import run_service
from backend.schema.inputs import ServiceInput
from backend.schema.order import OrderPayload


@strawberry.type
class ServiceMutations:
    """Now, later, close, again."""

    @strawberry.mutation
    async def set_up_now(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Begin with a service, or go on with its draft as it was.

        input: The service.
        """
        return await run_service(info, Mutation.SET_UP_NOW, input, services.set_up_now)

    @strawberry.mutation
    async def set_up_later(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Put a service aside. Nothing is provisioned and nothing is lost.

        input: The service.
        """
        return await run_service(info, Mutation.SET_UP_LATER, input, services.set_up_later)

    @strawberry.mutation
    async def submit_service(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Close: provisioning starts. A second submit changes nothing.

        input: The service.
        """
        return await run_service(info, Mutation.SUBMIT_SERVICE, input, services.submit)

    @strawberry.mutation
    async def retry_service(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Try a failed service again.

        input: The service.
        """
        return await run_service(info, Mutation.RETRY_SERVICE, input, services.retry)
