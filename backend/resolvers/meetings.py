"""Meetings: its mutations, and names of its sites."""

import strawberry

from backend import clock
from backend.provisioning import access, dossier, meetings
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import STATUS_ONLY, Mutation, OrderRole
from backend.resolvers.api_errors import not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.mutations import run_service
from backend.schema.ids import BadId, number_of, number_or_none
from backend.schema.inputs.meetings import DistributeLicensesInput, MoveLicensesInput, SaveMeetingSitesInput
from backend.schema.order import OrderPayload
from backend.schema.reference import SiteNameAvailability


@strawberry.type
class MeetingsMutations:
    """Sites and licenses."""

    @strawberry.mutation
    async def save_meeting_sites(self, info: Info, input: SaveMeetingSitesInput) -> OrderPayload:
        """Save the sites of Meetings as a draft.

        Their names are held for 7 days. Other sites than before drop the split of the licenses; a single site gets all
        units.

        input: The service and all its sites.
        """
        sites = [
            meetings.SiteEntry(
                site.site_name, site.time_zone, site.early_release, number_or_none("Site", site.existing_site_id)
            )
            for site in input.sites
        ]
        return await run_service(
            info,
            Mutation.SAVE_MEETING_SITES,
            input,
            lambda act, service_id: meetings.save_sites(act, service_id, sites),
        )

    @strawberry.mutation
    async def distribute_licenses(self, info: Info, input: DistributeLicensesInput) -> OrderPayload:
        """Split the licenses of Meetings over its sites.

        input: The service and the units of each site.
        """
        allocations = [
            meetings.Allocation(entry.site_name, _license(entry.license_id), entry.units) for entry in input.allocations
        ]
        return await run_service(
            info,
            Mutation.DISTRIBUTE_LICENSES,
            input,
            lambda act, service_id: meetings.distribute(act, service_id, allocations),
        )

    @strawberry.mutation
    async def move_licenses(self, info: Info, input: MoveLicensesInput) -> OrderPayload:
        """Split the licenses of Meetings anew once it is provisioned, over the sites of the order and others of its
        organization. A worker assigns them, as steps of the service; `organization.history` and the timeline tell it,
        and the organization's administrators get an email when it is done or fails.

        PARTNER_ADMINISTRATOR only with full administrator rights in the customer organization. The same split again
        changes nothing, but tries again what failed.

        input: The service and the units of each site.
        """
        allocations = [
            meetings.Allocation(entry.site_name, _license(entry.license_id), entry.units) for entry in input.allocations
        ]
        return await run_service(
            info,
            Mutation.MOVE_LICENSES,
            input,
            lambda act, service_id: meetings.move(act, service_id, allocations),
        )


def _license(global_id: str) -> int:
    """The license's number; 0, which the rule refuses by field, for what is no license."""
    try:
        return number_of("License", global_id)
    except BadId:
        return 0


@strawberry.type
class SiteNameQueries:
    """Names of sites."""

    @strawberry.field
    async def site_name_availability(
        self, info: Info, site_name: str, service_id: strawberry.ID | None = None
    ) -> SiteNameAvailability:
        """Whether a site name is free, with free names near it if not. For anybody who is signed in.

        site_name: What stands before .webex.com, as it was typed.
        service_id: Global id of the service for which the name is wanted: what it holds itself counts as free.
        """
        if info.context.actor.anonymous:
            raise unauthenticated(info.context.language)
        own = await _own_service(info.context, service_id) if service_id else None
        found = await meetings.availability(site_name[:200], own, clock.now())
        return SiteNameAvailability(
            site_name=found.site_name,
            available=found.available,
            reason=found.reason,
            suggestions=found.suggestions,
        )

    @strawberry.field
    async def site_name_proposals(self, info: Info, service_id: strawberry.ID) -> list[str]:
        """Free site names made from the customer's name and domain, the best first, at most three. For all who see more
        of the order than where it stands; for the delegate of a service from the name as sold.

        service_id: Global id of the Meetings service of an order.
        """
        return await meetings.proposals(await _order_of_service(info.context, service_id))


async def _own_service(context: Context, service_id: strawberry.ID) -> int | None:
    """The service's number, if the caller sees more of its order than where it stands."""
    return number("Service", service_id, context) if await _seen_order(context, service_id) else None


async def _order_of_service(context: Context, service_id: strawberry.ID) -> Dossier:
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    if order := await _seen_order(context, service_id):
        return order
    raise not_found(context.language)


async def _seen_order(context: Context, service_id: strawberry.ID) -> Dossier | None:
    """The order of a service as the caller sees it, if that is more than where it stands."""
    wanted = number("Service", service_id, context)
    number_of_order = await access.order_of("Service", wanted)
    order = await dossier.read(number_of_order, context.actor.viewer_key) if number_of_order else None
    held = access.roles(order, context.actor) if order else frozenset[OrderRole]()
    if order is None or not held - STATUS_ONLY:
        return None
    seen = access.as_seen(order, context.actor)
    return seen if any(one.id == wanted for one in seen.services) else None
