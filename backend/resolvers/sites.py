"""The mutations of an organization's sites after setup."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import strawberry
from tortoise.exceptions import IntegrityError

from backend import clock, database, events
from backend.limits.rates import require
from backend.provisioning import idempotency, sites
from backend.refusals import Refused
from backend.resolvers.administered import check_usable, open_organization
from backend.resolvers.api_errors import not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.sites import AddMeetingSiteInput, RemoveMeetingSiteInput, UpdateMeetingSiteInput
from backend.schema.organization import SitePayload
from backend.schema.service import Site

MAX_CHANGES_PER_PERSON = 120  # an hour
HOUR = timedelta(hours=1)


@strawberry.type
class SiteMutations:
    """Sites of an organization after setup: added, changed and removed by its full administrators."""

    @strawberry.mutation
    async def add_meeting_site(self, info: Info, input: AddMeetingSiteInput) -> SitePayload:
        """Add a site to an organization whose first order has set up Meetings; it has 100 at most. For those who fully
        administer the organization.

        It is never the primary one, and has no licenses until some are moved to it. A name that the organization
        removed is free for it again, and for nobody else. One that could not be added is tried again.

        input: The organization and the new site.
        """
        context, actor = info.context, info.context.actor
        organization_id = await open_organization(context, number("Organization", input.organization_id, context))
        entered = sites.NewSite(input.site_name, input.time_zone, input.early_release)

        async def add() -> int:
            return await sites.add(organization_id, entered, actor, clock.now())

        return await _run(context, "addMeetingSite", input, organization_id, add)

    @strawberry.mutation
    async def update_meeting_site(self, info: Info, input: UpdateMeetingSiteInput) -> SitePayload:
        """Give a site another time zone. For those who fully administer its organization. Name and release schedule
        can't change, as links, recordings and devices rely on them.

        input: The site and its time zone.
        """
        context, actor = info.context, info.context.actor
        site_id, organization_id = await _open_site(context, input.site_id)

        async def change() -> int:
            await sites.change_time_zone(site_id, input.time_zone, actor, clock.now())
            return site_id

        return await _run(context, "updateMeetingSite", input, organization_id, change)

    @strawberry.mutation
    async def remove_meeting_site(self, info: Info, input: RemoveMeetingSiteInput) -> SitePayload:
        """Remove a site. For those who fully administer its organization. Refused for the primary site, the last one,
        one with licenses, and one of an order that is still being set up.

        input: The site to be removed.
        """
        context, actor = info.context, info.context.actor
        site_id, organization_id = await _open_site(context, input.site_id)

        async def remove() -> int:
            await sites.remove(site_id, actor, clock.now())
            return site_id

        return await _run(context, "removeMeetingSite", input, organization_id, remove)


async def _open_site(context: Context, global_id: str) -> tuple[int, int]:
    """The numbers of a site and of its organization, which the caller fully administers. Raises the API's errors."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    site_id = number("Site", global_id, context)
    organization_id = await sites.organization_of(site_id)
    if organization_id is None:
        raise not_found(context.language)
    return site_id, await open_organization(context, organization_id)


async def _run(
    context: Context, mutation: str, input: Any, organization_id: int, rule: Callable[[], Awaitable[int]]
) -> SitePayload:
    """Let a rule change a site, in one transaction; sent again with its key, it changes nothing."""
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None

    async def attempt() -> int:
        async with database.transaction():
            if key is not None and (answered := await idempotency.find_in_turn(context.actor.key, key, clock.now())):
                return int(answered)
            await check_usable(organization_id)
            site_id = await rule()
            if key is not None:
                await idempotency.keep(context.actor.key, key, str(site_id), clock.now())
            return site_id

    try:
        await require("site-changes", context.actor.key, MAX_CHANGES_PER_PERSON, HOUR, clock.now())
        try:
            site_id = await attempt()
        except IntegrityError:  # somebody took the name between our look and our write
            site_id = await attempt()
    except Refused as refused:
        return SitePayload(site=None, user_errors=errors_of(refused, context.language))
    await events.publish(events.ANY)  # the worker
    return SitePayload(site=await _site(context, organization_id, site_id), user_errors=[])


async def find_site(context: Context, site_id: int) -> Site | None:
    """A site that was added to an organization which the caller belongs to or administers; None: it is none of those.

    Those that an order made are read as parts of it.
    """
    organization_id = await sites.organization_of(site_id)
    if organization_id is None or not await sites.was_added(site_id):
        return None
    return await _site(context, organization_id, site_id)


async def _site(context: Context, organization_id: int, site_id: int) -> Site | None:
    for site, change in await context.loaders.sites(organization_id):
        if site.id == site_id:
            return Site.of(site, {}, context.language, primary=site.is_primary, change=change)
    return None
