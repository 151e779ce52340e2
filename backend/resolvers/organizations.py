"""The organization finder's part, after the audience: its mutations, and the queries of organizations."""

import strawberry

from backend import clock
from backend.graphql_server.directives import lists
from backend.provisioning import organization_access, organizations
from backend.provisioning.finder import directory
from backend.provisioning.journey import Mutation
from backend.resolvers.api_errors import forbidden, not_found, number, unauthenticated
from backend.resolvers.context import Info
from backend.resolvers.mutations import run
from backend.schema.ids import BadId, number_of
from backend.schema.inputs.orders import OrderInput, OrderReasonInput
from backend.schema.inputs.organizations import (
    ChooseOrganizationInput,
    ConfirmOrganizationsInput,
    CreateOrganizationInput,
    ResolveDisputeInput,
)
from backend.schema.order import OrderPayload
from backend.schema.organization import Organization


@strawberry.type
class OrganizationMutations:
    """Choosing, creating and confirming organizations, and what follows when that was wrong."""

    @strawberry.mutation
    async def choose_organization(self, info: Info, input: ChooseOrganizationInput) -> OrderPayload:
        """Choose an organization of the match or of a search for this order and slot.

        An organization that was created for the slot before is dropped.

        input: The order, the slot and the organization.
        """
        slot = input.slot
        organization_id = _organization(input.organization_id)
        return await run(
            info, Mutation.CHOOSE_ORGANIZATION, input, lambda act: organizations.choose(act, slot, organization_id)
        )

    @strawberry.mutation
    async def create_organization(self, info: Info, input: CreateOrganizationInput) -> OrderPayload:
        """Create an organization for the order, and choose it.

        Others find it only after the mapping is confirmed.

        input: The order, the slot and the new organization.
        """
        new = (input.slot, input.company_name, input.business_vertical, input.country)
        return await run(info, Mutation.CREATE_ORGANIZATION, input, lambda act: organizations.create(act, *new))

    @strawberry.mutation
    async def confirm_organizations(self, info: Info, input: ConfirmOrganizationsInput) -> OrderPayload:
        """Map the order to the organizations that were chosen.

        The partner gets its role in the customer organization; the administrators of one that was there before are
        told. With customerSetsUpServices the order is handed over to the customer in the same transaction.

        input: The order, and whether it is handed over.
        """
        hand_over, email = bool(input.customer_sets_up_services), input.customer_admin_email
        return await run(
            info,
            Mutation.CONFIRM_ORGANIZATIONS,
            input,
            lambda act: organizations.confirm(act, customer_sets_up_services=hand_over, customer_admin_email=email),
        )

    @strawberry.mutation
    async def undo_mapping(self, info: Info, input: OrderInput) -> OrderPayload:
        """Undo the mapping before a service is submitted.

        The choices stay, but for a customer that disputes it.

        input: The order; support must give a reason.
        """
        return await run(info, Mutation.UNDO_MAPPING, input, organizations.undo)

    @strawberry.mutation
    async def dispute_mapping(self, info: Info, input: OrderReasonInput) -> OrderPayload:
        """Say "This wasn't us" of an order that was mapped to the organization, unless that was created for the
        order.

        Changes of services are refused until support has decided. The contact and the seller are told.

        input: The order, with a reason if there is one.
        """
        return await run(info, Mutation.DISPUTE_MAPPING, input, organizations.dispute)

    @strawberry.mutation
    async def resolve_dispute(self, info: Info, input: ResolveDisputeInput) -> OrderPayload:
        """Decide a dispute. Dismissed, the setup goes on.

        Upheld, the mapping is undone; after the first Close the setup ends instead, and the partner loses its
        privileges.

        input: The order, the decision and the reason.
        """
        uphold = input.uphold
        return await run(
            info, Mutation.RESOLVE_DISPUTE, input, lambda act: organizations.resolve_dispute(act, uphold=uphold)
        )


def _organization(global_id: str) -> int:
    """The organization's number; 0, which no search ever showed, for what is no organization."""
    try:
        return number_of("Organization", global_id)
    except BadId:
        return 0


@lists(find_organizations=20)
@strawberry.type
class OrganizationQueries:
    """Organizations, one and many."""

    @strawberry.field
    async def organization(self, info: Info, id: strawberry.ID) -> Organization | None:
        """An organization that the caller belongs to or administers, or that is chosen on an order of which they see
        more than where it stands. Support sees all, a token with organizations:read all that are confirmed.

        An organization that was merged is its survivor.

        id: Global id of the organization.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        found = await organization_access.see(number("Organization", id, context), context.actor)
        if found is None:
            raise not_found(context.language)
        return Organization.seen(found)

    @strawberry.field
    async def find_organizations(self, info: Info, text: str) -> list[Organization]:
        """Find organizations in use, to merge duplicates, for instance. For support. At most 20, the surest first.

        text: An external id, a domain, an address, or how the name of a company begins.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        if not context.actor.is_support:
            raise forbidden(context, scope="support")
        numbers = await directory.find_by_text(text, clock.now())
        found = await organization_access.see_each(numbers, context.actor)
        return [Organization.seen(found[one]) for one in numbers if one in found]
