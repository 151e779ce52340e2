"""The mutations of Calling."""

from dataclasses import replace

import strawberry

from backend.provisioning import calling
from backend.provisioning.calling import LocationEntry
from backend.provisioning.journey import Mutation
from backend.resolvers.context import Info
from backend.resolvers.mutations import run_location, run_service
from backend.schema.ids import number_or_none
from backend.schema.inputs.calling import SaveCallingLocationInput, UpdateLocationInput
from backend.schema.order import OrderPayload


@strawberry.type
class CallingMutations:
    """The headquarters, and more locations after provisioning."""

    @strawberry.mutation
    async def save_calling_location(self, info: Info, input: SaveCallingLocationInput) -> OrderPayload:
        """Save the location of Calling as a draft: a new one, or one that the organization has.

        input: The service and its location.
        """
        entry = replace(_entry(input), existing_id=number_or_none("Location", input.existing_location_id))
        return await run_service(
            info,
            Mutation.SAVE_CALLING_LOCATION,
            input,
            lambda act, service_id: calling.save_location(act, service_id, entry),
        )

    @strawberry.mutation
    async def add_location(self, info: Info, input: SaveCallingLocationInput) -> OrderPayload:
        """Add a location once Calling is provisioned; a worker creates it. There are at most 200.

        input: The service and the new location.
        """
        entry = replace(_entry(input), existing_id=number_or_none("Location", input.existing_location_id))
        return await run_service(
            info, Mutation.ADD_LOCATION, input, lambda act, service_id: calling.add_location(act, service_id, entry)
        )

    @strawberry.mutation
    async def update_location(self, info: Info, input: UpdateLocationInput) -> OrderPayload:
        """Change a location once Calling is provisioned; a worker carries it out.

        input: The location as it shall be from now on.
        """
        entry = _entry(input)
        return await run_location(
            info,
            Mutation.UPDATE_LOCATION,
            input,
            lambda act, location_id: calling.update_location(act, location_id, entry),
        )


def _entry(input: SaveCallingLocationInput | UpdateLocationInput) -> LocationEntry:
    return LocationEntry(
        input.name, input.time_zone, input.preferred_language, input.announcement_language, input.address.fields()
    )
