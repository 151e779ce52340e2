"""The mutations of an organization's domains."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from random import Random

import strawberry
from tortoise.exceptions import IntegrityError

from backend import clock, database
from backend.limits.rates import require
from backend.provisioning import domains, idempotency, organization_access
from backend.refusals import Refused
from backend.resolvers.administered import check_usable, open_organization
from backend.resolvers.api_errors import number
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.domains import OrganizationDomainInput
from backend.schema.organization import DomainPayload, Organization
from backend.settings import settings

MAX_CHANGES_PER_PERSON = 120  # an hour: domains added, claimed and removed
MAX_CHECKS_PER_PERSON = 60  # an hour
HOUR = timedelta(hours=1)
Rule = Callable[[int], Awaitable[None]]


@strawberry.type
class DomainMutations:
    """Domains of an organization: added, proved by a TXT record, claimed and removed by its full administrators."""

    @strawberry.mutation
    async def add_domain(self, info: Info, input: OrganizationDomainInput) -> DomainPayload:
        """Add a domain to prove. For those who fully administer the organization. Its verification says which TXT
        record to set; it is looked up for 14 days.

        A domain that the organization has already stays as it is. At most 100 a day, and 50 that are not proved.

        input: The organization and the new domain.
        """
        actor = info.context.actor
        return await _run(info, "addDomain", input, lambda key: domains.add(key, input.domain, actor, clock.now()))

    @strawberry.mutation
    async def check_domain(self, info: Info, input: OrganizationDomainInput) -> DomainPayload:
        """Look up the TXT record now. For those who fully administer the organization. The domain's verification says
        what was found, and why it is not verified yet.

        After the 14 days it begins them anew.

        input: The organization and one of its domains.
        """
        context = info.context
        try:
            organization_id = await open_organization(context, _number(context, input))
            await require("domain-checks", context.actor.key, MAX_CHECKS_PER_PERSON, HOUR, clock.now())
            await check_usable(organization_id)
            async with database.transaction():
                wanted = await domains.lookup_now(organization_id, input.domain, context.actor, clock.now())
            if wanted is not None:
                from backend.txt_records import look_up, system_servers

                servers = settings().dns_servers or system_servers()
                found = await look_up(
                    wanted.domain, wanted.record_name, wanted.record_value, servers, domains.is_public
                )
                random = Random()  # noqa: S311 – it spreads look-ups, nothing secret
                async with database.transaction():
                    await domains.record_result(wanted, found, context.actor, clock.now(), random)
        except Refused as refused:
            return await _payload(context, input, refused)
        return await _payload(context, input)

    @strawberry.mutation
    async def claim_domain(self, info: Info, input: OrganizationDomainInput) -> DomainPayload:
        """Claim a verified domain for this organization alone. For those who fully administer the organization. Refused
        while others have verified it too.

        input: The organization and one of its domains.
        """
        actor = info.context.actor
        return await _run(info, "claimDomain", input, lambda key: domains.claim(key, input.domain, actor, clock.now()))

    @strawberry.mutation
    async def remove_domain(self, info: Info, input: OrganizationDomainInput) -> DomainPayload:
        """Take a domain away from the organization. For those who fully administer the organization. To have it back,
        it has to be proved again.

        input: The organization and one of its domains.
        """
        actor = info.context.actor
        return await _run(
            info, "removeDomain", input, lambda key: domains.remove(key, input.domain, actor, clock.now())
        )


def _number(context: Context, input: OrganizationDomainInput) -> int:
    """The number of the input's organization. Raises the API's error."""
    return number("Organization", input.organization_id, context)


async def _run(info: Info, mutation: str, input: OrganizationDomainInput, rule: Rule) -> DomainPayload:
    """Let a rule change the organization's domains, in one transaction; sent again with its key, it changes nothing."""
    context = info.context
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None

    async def attempt() -> None:
        async with database.transaction():
            if key is not None and await idempotency.find_in_turn(context.actor.key, key, clock.now()):
                return
            await check_usable(organization_id)
            await rule(organization_id)
            if key is not None:
                await idempotency.keep(context.actor.key, key, str(organization_id), clock.now())

    try:
        organization_id = await open_organization(context, _number(context, input))
        await require("domain-changes", context.actor.key, MAX_CHANGES_PER_PERSON, HOUR, clock.now())
        try:
            await attempt()
        except IntegrityError:  # somebody claimed or added the same between our look and our write
            await attempt()
    except Refused as refused:
        return await _payload(context, input, refused)
    return await _payload(context, input)


async def _payload(context: Context, input: OrganizationDomainInput, refused: Refused | None = None) -> DomainPayload:
    found = await organization_access.see(_number(context, input), context.actor)
    errors = errors_of(refused, context.language) if refused else []
    return DomainPayload(organization=Organization.seen(found) if found else None, user_errors=errors)
