"""The mutations of who has access: a customer ends it, a partner asks for it again, the customer decides."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import strawberry

from backend import clock, database, events
from backend.limits.rates import require
from backend.models.organization import OrganizationStatus
from backend.provisioning import idempotency, organization_access, partner_access_changes
from backend.provisioning.organization_access import NONE
from backend.provisioning.survivors import survivor_of
from backend.refusals import Refused
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Context, Info
from backend.schema.errors import errors_of
from backend.schema.inputs.partner_access import (
    DecidePartnerAccessRequestInput,
    EndPartnerAccessInput,
    RequestPartnerAccessInput,
)
from backend.schema.organization import Organization
from backend.schema.partner_access import PartnerAccessPayload

MAX_CHANGES_PER_PERSON = 60  # an hour
HOUR = timedelta(hours=1)


@strawberry.type
class PartnerAccessMutations:
    """Between a customer organization and its partners, for the own full administrators of each."""

    @strawberry.mutation
    async def end_partner_access(self, info: Info, input: EndPartnerAccessInput) -> PartnerAccessPayload:
        """End what a partner's side may do in a customer organization because of the orders that are mapped to it. For
        the own full administrators of the organization.

        From now on the partner's people, programs and webhooks see none of these orders, full administrator privileges
        that they had are withdrawn, and who was asked to set up a single service no longer is. Orders that waited for
        the partner wait for the customer; what was submitted goes on. The partner is told by mail and may ask again.
        Orders that are placed later are not affected. Where nothing is left to end, nothing happens.

        input: The customer organization and the partner.
        """
        context, actor = info.context, info.context.actor
        customer = await _kept(context, number("Organization", input.organization_id, context))
        partner = await survivor_of(number("Organization", input.partner_id, context))

        async def end() -> list[int]:
            return await partner_access_changes.end(customer, partner, actor, clock.now(), input.reason)

        return await _run(context, "endPartnerAccess", input, customer, end)

    @strawberry.mutation
    async def request_partner_access(self, info: Info, input: RequestPartnerAccessInput) -> PartnerAccessPayload:
        """Ask a customer for the access again that it ended: at most once a day and three times in 30 days. For the own
        full administrators of the partner organization.

        The customer's full administrators are mailed, and can decide for 14 days.

        input: The partner organization and the customer.
        """
        context, actor = info.context, info.context.actor
        partner = await _kept(context, number("Organization", input.organization_id, context))
        customer = await survivor_of(number("Organization", input.customer_id, context))

        async def request() -> list[int]:
            await partner_access_changes.request(partner, customer, actor, clock.now(), input.reason)
            return []

        return await _run(context, "requestPartnerAccess", input, partner, request)

    @strawberry.mutation
    async def decide_partner_access_request(
        self, info: Info, input: DecidePartnerAccessRequestInput
    ) -> PartnerAccessPayload:
        """Give a partner its access again, or decline, within 14 days. For the own full administrators of the customer
        organization. Who asked is told.

        The partner's side sees the orders again that it had and may set up their services; full administrator
        privileges have to be asked for anew.

        input: The request and the decision.
        """
        context, actor = info.context, info.context.actor
        if actor.anonymous:
            raise unauthenticated(context.language)
        asked = await partner_access_changes.asked(number("PartnerAccessRequest", input.request_id, context))
        if asked is None:
            raise not_found(context.language)
        customer = await _kept(context, asked.customer)

        async def decide() -> list[int]:
            return await partner_access_changes.decide(asked, actor, clock.now(), approve=input.approve)

        return await _run(context, "decidePartnerAccessRequest", input, customer, decide)


async def _kept(context: Context, organization_id: int) -> int:
    """The number of an organization whose own full administrator the caller is. Raises the API's errors."""
    if context.actor.anonymous:
        raise unauthenticated(context.language)
    seen = await organization_access.see(organization_id, context.actor)
    if seen is None:
        raise not_found(context.language)
    held = (await organization_access.rights([seen.record.id], context.actor)).get(seen.record.id, NONE)
    if not held.keeps_tokens or seen.record.status is not OrganizationStatus.ACTIVE:
        raise forbidden(context)
    return seen.record.id


async def _run(
    context: Context, mutation: str, input: Any, organization_id: int, rule: Callable[[], Awaitable[list[int]]]
) -> PartnerAccessPayload:
    """Let a rule change who has access, in one transaction; whoever watches the orders hears of it at once."""
    key = idempotency.key_for(context.idempotency_key, mutation, input) if context.idempotency_key else None
    refused: Refused | None = None
    try:
        await require("access-changes", context.actor.key, MAX_CHANGES_PER_PERSON, HOUR, clock.now())
        changed: list[int] = []
        async with database.transaction():
            if key is None or not await idempotency.find_in_turn(context.actor.key, key, clock.now()):
                changed = await rule()
                for order_id in changed:
                    events.publish_after_commit(order_id)
                if key is not None:
                    await idempotency.keep(context.actor.key, key, str(organization_id), clock.now())
        for order_id in changed:
            events.notify_local(order_id)
    except Refused as found:
        refused = found
    await events.publish(events.ANY)  # the worker
    seen = await organization_access.see(organization_id, context.actor)
    errors = errors_of(refused, context.language) if refused else []
    return PartnerAccessPayload(organization=Organization.seen(seen) if seen else None, user_errors=errors)
