"""The mutations of Meetings."""

import strawberry

from backend.provisioning import meetings
from backend.resolvers.context import Info
from backend.resolvers.step import run_service
from backend.schema.ids import BadId, number_of
from backend.schema.inputs import DistributeLicensesInput, SaveMeetingSitesInput
from backend.schema.order import OrderPayload


@strawberry.type
class MeetingsMutations:
    """Sites and licenses."""

    @strawberry.mutation
    async def save_meeting_sites(self, info: Info, input: SaveMeetingSitesInput) -> OrderPayload:
        """Save the sites; their names are held for you. Other sites than before drop the license split.

        input: The service and its sites.
        """
        sites = [meetings.SiteEntry(site.site_name, site.time_zone, site.early_release) for site in input.sites]
        return await run_service(
            info, "saveMeetingSites", input, lambda act, service_id: meetings.save_sites(act, service_id, sites)
        )

    @strawberry.mutation
    async def distribute_licenses(self, info: Info, input: DistributeLicensesInput) -> OrderPayload:
        """Split the licenses over the sites.

        input: The service and the units.
        """
        allocations = [
            meetings.Allocation(entry.site_name, _license(entry.license_id), entry.units) for entry in input.allocations
        ]
        return await run_service(
            info, "distributeLicenses", input, lambda act, service_id: meetings.distribute(act, service_id, allocations)
        )


def _license(global_id: str) -> int:
    """The license's number; 0, which the rule refuses by field, for what is no license."""
    try:
        return number_of("License", global_id)
    except BadId:
        return 0
