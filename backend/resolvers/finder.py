"""Queries of the organization finder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

import strawberry

from backend import clock, database
from backend.graphql_server.directives import lists
from backend.limits.rates import hit, require
from backend.models.order import EventKind
from backend.models.organization import OrganizationType
from backend.provisioning import access, organizations
from backend.provisioning.act import by_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.matching import Candidate, Question, match, possible_duplicates
from backend.provisioning.finder.search import Page, search
from backend.provisioning.journey import TRANSITIONS, Mutation, roles_for
from backend.provisioning.organization_match import domain_of, explains, question
from backend.refusals import Refused
from backend.replica import read_anywhere
from backend.resolvers.api_errors import forbidden, number, read_only, unauthenticated
from backend.resolvers.context import Context, Info
from backend.resolvers.orders import see
from backend.schema.finder import OrganizationCandidate, OrganizationCandidateConnection, OrganizationMatch
from backend.schema.inputs.finder import ExplainOrganizationMatchInput
from backend.schema.paging import asked_page, invalid_cursor
from backend.settings import settings

NOBODY_FOUND = Page(based_on="", reason=Reason.NO_MATCH)  # for a test order
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@lists(possible_duplicates=20)
@strawberry.type
class FinderQueries:
    """Which organization it is."""

    @strawberry.field
    async def search_organizations(  # noqa: PLR0917 – GraphQL names its arguments
        self,
        info: Info,
        order_id: strawberry.ID,
        slot: OrganizationType,
        domain: str,
        first: int | None = None,
        after: str | None = None,
    ) -> OrganizationCandidateConnection:
        """Search all organizations by a domain or address, best first. For those who may call chooseOrganization.

        Limited for each person, order and network (RATE_LIMITED), and told on the order's timeline. An address is never
        looked up as such: only its domain counts.

        slot: Which of the two organizations is wanted.
        domain: A domain, an address or a web page; its first 400 characters count.
        first: How many to return from the beginning: 20 if left out, 100 at most.
        """
        context, at = info.context, clock.now()
        order = await _finding(context, order_id)
        if context.reads_only:
            raise read_only()
        await require("finder-person", context.caller, 60, HOUR, at)
        await require("finder-order", str(order.id), 30, DAY, at)
        await require("finder-address", context.address, 300, HOUR, at)
        try:
            find = partial(search, question(order, slot), domain[:400], at, after, first)
            with asked_page():
                page = NOBODY_FOUND if order.test else await read_anywhere(find)
        except Refused:
            raise invalid_cursor() from None
        shown = _evidence(page.candidates)
        async with database.transaction():
            await organizations.remember_shown(order.id, slot, page.based_on, shown, at)
            async with by_system(order, at, context.actor) as act:
                act.record_event(
                    EventKind.ORGANIZATIONS_SEARCHED, domain=page.based_on, slot=slot.value, found=len(shown)
                )
        return OrganizationCandidateConnection.of(page, context.language)

    @strawberry.field
    async def possible_duplicates(
        self,
        info: Info,
        order_id: strawberry.ID,
        company_name: str,
        country: str,
        slot: OrganizationType | None = OrganizationType.CUSTOMER,
    ) -> list[OrganizationCandidate]:
        """Organizations that may be the one about to be created, at most 20: a warning that blocks nothing. They may be
        chosen. For those who may call chooseOrganization.

        First those of the same domain (the order's customer domain, or the contact's own), then those of the same or
        nearly the same name in the same country. Empty if it was asked too often.

        company_name: Name of the company; its first 200 characters count.
        country: Country of the company: a code of `countries`.
        slot: Which of the two organizations is to be created.
        """
        context, at, place = info.context, clock.now(), slot or OrganizationType.CUSTOMER
        order = await _finding(context, order_id)
        if order.test or await hit("finder-person", context.caller, 60, HOUR, at):
            return []
        asked = replace(question(order, place), company_name=company_name[:200], country=country)
        found = await read_anywhere(lambda: possible_duplicates(asked, at, domain_of(order, place)))
        if not context.reads_only:
            async with database.transaction():
                await organizations.remember_shown(order.id, place, company_name[:200], _evidence(found), at)
        return [OrganizationCandidate.of(candidate, context.language) for candidate in found]

    @strawberry.field
    async def explain_organization_match(
        self,
        info: Info,
        input: ExplainOrganizationMatchInput,
    ) -> OrganizationMatch:
        """What the organization finder would answer, and why. For support and sellers' tokens with the scope
        organizations:read.

        input: The address, and what an order would say.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        if not explains(context.actor):
            raise forbidden(context, scope="organizations:read" if context.actor.seller else "")
        question = Question(
            email=input.email,
            slot=input.slot,
            audience=input.audience,
            company_name=input.company_name,
            country=input.country,
            customer_domain=input.customer_domain,
            previous_organization_external_id=input.previous_organization_external_id,
            partner_organization_external_id=input.partner_organization_external_id,
            development=settings().development,
        )
        return OrganizationMatch.of(await read_anywhere(lambda: match(question, clock.now())), context.language)


def _evidence(shown: Sequence[Candidate]) -> dict[int, list[dict[str, str | None]]]:
    """What was shown, and on which evidence, by organization."""
    return {
        found.organization.id: [{"code": entry.code, "domain": entry.domain} for entry in found.evidence]
        for found in shown
    }


async def _finding(context: Context, order_id: str) -> Dossier:
    """The order, for those who find its organizations."""
    order = await see(context, number("Order", order_id, context))
    rule = TRANSITIONS[Mutation.CHOOSE_ORGANIZATION]
    if not roles_for(rule, order, access.acting_roles(order, context.actor)):
        raise forbidden(context, scope=access.lacking_scope(rule, order, context.actor))
    return order
