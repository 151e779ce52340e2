"""The mutations that every service has."""

import strawberry

from backend.provisioning import follow_ups, service_delegates, services
from backend.provisioning.journey import Mutation
from backend.resolvers.context import Info
from backend.resolvers.mutations import run, run_service
from backend.schema.inputs.services import DelegateServiceInput, ServiceInput, TickFollowUpInput
from backend.schema.order import OrderPayload


@strawberry.type
class ServiceMutations:
    """Now, later, close, again, and what follows."""

    @strawberry.mutation
    async def set_up_now(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Begin with Meetings or Calling, or go on with its draft as it was.

        input: The service to begin with.
        """
        return await run_service(info, Mutation.SET_UP_NOW, input, services.set_up_now)

    @strawberry.mutation
    async def set_up_later(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Put Meetings or Calling aside before it is submitted.

        Nothing is provisioned and nothing is lost.

        input: The service to put aside.
        """
        return await run_service(info, Mutation.SET_UP_LATER, input, services.set_up_later)

    @strawberry.mutation
    async def submit_service(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Close: submit a service that is READY_FOR_REVIEW, and its provisioning starts.

        Services that need no input start with the first one; where nothing else was sold, they are submitted
        themselves. A second submit changes nothing.

        input: The service to submit.
        """
        return await run_service(info, Mutation.SUBMIT_SERVICE, input, services.submit)

    @strawberry.mutation
    async def retry_service(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Try a failed service again, from the step that failed.

        input: The service that failed.
        """
        return await run_service(info, Mutation.RETRY_SERVICE, input, services.retry)

    @strawberry.mutation
    async def delegate_service(self, info: Info, input: DelegateServiceInput) -> OrderPayload:
        """Ask somebody to set up one service that is not submitted yet, Meetings or Calling; at most five times a day.

        They get an email with a link to that service; they see and do nothing else of the order. Everybody else may
        still work on it. This ends when somebody else is asked, with takeBackService, when the order is cancelled,
        the mapping undone or a dispute upheld, and when the services are handed over to the customer or taken back.

        input: The service and the person.
        """
        email = input.email
        return await run_service(
            info, Mutation.DELEGATE_SERVICE, input, lambda act, number: service_delegates.delegate(act, number, email)
        )

    @strawberry.mutation
    async def take_back_service(self, info: Info, input: ServiceInput) -> OrderPayload:
        """Undo delegateService: the person no longer sees the service and is told so; what they saved stays.

        input: The service that somebody was asked to set up.
        """
        return await run_service(info, Mutation.TAKE_BACK_SERVICE, input, service_delegates.take_back)

    @strawberry.mutation
    async def tick_follow_up(self, info: Info, input: TickFollowUpInput) -> OrderPayload:
        """Tick off something that is to do after setup, or take the tick back, for everybody who works on the order.

        Once the order is COMPLETED. What is so already stays so, and nobody is mailed.

        input: The order, what is to do, and whether it is done.
        """
        kind, done = input.follow_up, input.done
        return await run(info, Mutation.TICK_FOLLOW_UP, input, lambda act: follow_ups.tick(act, kind, done=done))
