"""The queries, and the subscription to an order."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from datetime import timedelta

import strawberry

from backend import clock, database, events
from backend.limits.rates import hit, require
from backend.models.organization import OrganizationType
from backend.provisioning import access, dossier, meetings, organizations
from backend.provisioning.access import NotFound, Unauthenticated
from backend.provisioning.act import Act, write_system
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder.matching import Candidate, Question, match, possible_duplicates
from backend.provisioning.finder.search import search
from backend.provisioning.journey import TRANSITIONS, OrderRole, roles_for
from backend.reference import addresses, business_verticals, countries, languages, time_zones
from backend.resolvers.context import Context, Info
from backend.resolvers.orders import list_orders
from backend.resolvers.refusing import forbidden, not_found, number, unauthenticated
from backend.resolvers.sign_in import viewer_of
from backend.schema.enums import OrderSort, UserErrorCode
from backend.schema.ids import BadId, number_of, read_id
from backend.schema.inputs import ExplainOrganizationMatchInput, OrderFilter
from backend.schema.order import AdministratorRequest, Order, OrderConnection
from backend.schema.organization import (
    Organization,
    OrganizationCandidate,
    OrganizationCandidateConnection,
    OrganizationMatch,
)
from backend.schema.reference import (
    AddressField,
    AddressFormat,
    BusinessVertical,
    Country,
    Language,
    SiteNameAvailability,
    TimeZone,
)
from backend.schema.service import License, Location, Node, Service, Site, service_node
from backend.schema.viewer import Viewer
from backend.settings import settings

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def _see(context: Context, order_id: int) -> Dossier:
    try:
        return await access.see(order_id, context.actor)
    except Unauthenticated:
        raise unauthenticated(context.language) from None
    except NotFound:
        raise not_found(context.language) from None


async def _find_node(context: Context, global_id: str) -> Node | None:
    """The node with this id, or None if it does not exist for the caller."""
    try:
        kind, key = read_id(global_id)
    except BadId:
        return None
    if context.actor.anonymous:
        return None
    if kind == "Organization":
        return await context.loaders.organization(key)
    sql = _ORDER_OF.get(kind)
    row = await database.row(sql, [key]) if sql else None
    if row is None:
        return None
    try:
        order = await access.see(row["order_id"], context.actor)
    except NotFound:
        return None
    return await _part(context, Order.of(order, context.actor), kind, key)


_ORDER_OF = {
    "Order": "SELECT id AS order_id FROM orders WHERE id = $1",
    "Subscription": "SELECT id AS order_id FROM orders WHERE id = $1",
    "License": "SELECT order_id FROM license WHERE id = $1",
    "Service": "SELECT order_id FROM service WHERE id = $1",
    "Site": "SELECT order_id FROM service WHERE id = (SELECT service_id FROM site WHERE id = $1)",
    "Location": "SELECT order_id FROM service WHERE id = (SELECT service_id FROM location WHERE id = $1)",
    "EmailMessage": "SELECT order_id FROM email_message WHERE id = $1 AND order_id IS NOT NULL",
    "OrderEvent": "SELECT order_id FROM order_event WHERE id = $1",
    "AdministratorRequest": "SELECT order_id FROM administrator_request WHERE id = $1",
}


async def _part(context: Context, order: Order, kind: str, key: int) -> Node | None:
    """The part of an order with this number, as far as the caller may see it."""
    if kind == "Order":
        return order
    if kind == "OrderEvent":
        return await context.loaders.event(order.dossier, key)
    if order.sees.status_only:
        return None
    record = order.dossier
    match kind:
        case "Subscription":
            return order.subscription
        case "License":
            return next((License.of(found) for found in record.licenses if found.id == key), None)
        case "Service":
            return _service(order, key, context)
        case "Site":
            licenses = {str(found.id): License.of(found) for found in record.licenses}
            return next((Site.of(found, licenses) for found in record.sites if found.id == key), None)
        case "Location":
            places = (Location.of(found, context.language) for found in record.locations if found.id == key)
            return next(places, None)
        case "AdministratorRequest":
            request = record.request
            return AdministratorRequest.of(order, request) if request and request.id == key else None
        case _:
            return next(
                (mail for mail in await context.loaders.emails(record) if number_of(kind, mail.id) == key), None
            )


def _service(order: Order, key: int, context: Context) -> Service:
    return service_node(order.dossier, order.dossier.service(key), context.language, mask=order.sees.masked)


@strawberry.type
class Query:
    """Everything that can be read."""

    @strawberry.field
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """Anything by its id; null: it does not exist for you.

        id: A global id.
        """
        return await _find_node(info.context, id)

    @strawberry.field
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[Node | None]:
        """Several by their ids, at most 100.

        ids: Global ids.
        """
        return [await _find_node(info.context, one) for one in ids[:100]]

    @strawberry.field
    async def viewer(self, info: Info) -> Viewer | None:
        """Who is signed in; null: nobody."""
        return await viewer_of(info.context)

    @strawberry.field
    async def order(self, info: Info, id: strawberry.ID) -> Order | None:
        """An order by its id.

        id: The order's global id.
        """
        context = info.context
        return Order.of(await _see(context, number("Order", id, context.language)), context.actor)

    @strawberry.field
    async def order_by_number(self, info: Info, order_number: str, seller: str | None = None) -> Order | None:
        """An order by its number. Numbers are unique for a seller; of several the newest.

        order_number: The seller's number.
        seller: The integrator's name.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        rows = await database.rows(
            "SELECT id FROM orders WHERE order_number = $1 AND ($2 = '' OR seller = $2)"
            " ORDER BY placed_at DESC, id DESC LIMIT 50",
            [order_number.strip(), seller or ""],
        )
        for row in rows:
            try:
                return Order.of(await access.see(row["id"], context.actor), context.actor)
            except NotFound:
                continue
        raise not_found(context.language)

    @strawberry.field
    async def orders(  # noqa: PLR0917 – GraphQL names its arguments
        self,
        info: Info,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        filter: OrderFilter | None = None,
        sort: OrderSort | None = OrderSort.PLACED_NEWEST,
    ) -> OrderConnection:
        """The orders that you may see.

        first: How many, 100 at most; 20 if left out.
        after: The cursor after which to go on.
        last: How many, counted from the end.
        before: The cursor before which to end.
        filter: Which ones.
        sort: In which order.
        """
        if info.context.actor.anonymous:
            raise unauthenticated(info.context.language)
        return await list_orders(
            info.context.actor,
            filter,
            sort or OrderSort.PLACED_NEWEST,
            first=first,
            after=after,
            last=last,
            before=before,
        )

    @strawberry.field
    async def organization(self, info: Info, id: strawberry.ID) -> Organization | None:
        """An organization that you belong to, administer, or that an order of yours is mapped to.

        id: The organization's global id.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        found = await context.loaders.organization(number("Organization", id, context.language))
        if found is None:
            raise not_found(context.language)
        return found

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
        """Search all organizations by a domain or address. Limited, and told on the order's timeline.

        order_id: The order.
        slot: Which organization is wanted.
        domain: A domain or an address.
        first: How many, 100 at most; 20 if left out.
        after: The cursor after which to go on.
        """
        context, at = info.context, clock.now()
        order = await _finding(context, order_id)
        await require("finder-person", context.actor.key, 60, HOUR, at)
        await require("finder-order", str(order.id), 30, DAY, at)
        await require("finder-address", context.address, 300, HOUR, at)
        page = await search(organizations.question(order, slot), domain[:400], at, after, first)
        shown = _evidence(page.candidates)
        async with database.transaction():
            await organizations.remember_shown(order.id, slot, page.based_on, shown, at)
            act = Act(order, context.actor, at)
            act.tell("organizations_searched", domain=page.based_on, slot=slot.value, found=len(shown))
            await write_system(act)
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
        """Organizations that may be the one about to be created: a warning that blocks nothing. They may be chosen.

        First those of the same domain (the order's customer domain, or the contact's own), then those of the same name
        in the same country.

        order_id: The order.
        company_name: The company's name.
        country: A code of countries.
        slot: Which organization is to be created.
        """
        context, at, place = info.context, clock.now(), slot or OrganizationType.CUSTOMER
        order = await _finding(context, order_id)
        if await hit("finder-person", context.actor.key, 60, HOUR, at):
            return []
        asked = replace(organizations.question(order, place), company_name=company_name[:200], country=country)
        found = await possible_duplicates(asked, at, organizations.domain_of(order, place))
        async with database.transaction():
            await organizations.remember_shown(order.id, place, company_name[:200], _evidence(found), at)
        return [OrganizationCandidate.of(candidate, context.language) for candidate in found]

    @strawberry.field
    async def explain_organization_match(
        self,
        info: Info,
        input: ExplainOrganizationMatchInput,
    ) -> OrganizationMatch:
        """What the organization finder would answer, and why. For support and the scope organizations:read.

        input: The question.
        """
        context = info.context
        if context.actor.anonymous:
            raise unauthenticated(context.language)
        if not (context.actor.support or context.actor.may("organizations:read") or context.actor.may("support")):
            raise forbidden(context.language)
        question = Question(
            email=input.email,
            slot=input.slot,
            audience=input.audience,
            company_name=input.company_name,
            country=input.country,
            previous_organization_external_id=input.previous_organization_external_id,
            partner_organization_external_id=input.partner_organization_external_id,
            development=settings().development,
        )
        return OrganizationMatch.of(await match(question, clock.now()), context.language)

    @strawberry.field
    async def site_name_availability(
        self, info: Info, site_name: str, service_id: strawberry.ID | None = None
    ) -> SiteNameAvailability:
        """Whether a site name is free, with free names near it if not.

        site_name: What stands before .webex.com.
        service_id: The service that holds it counts as you.
        """
        if info.context.actor.anonymous:
            raise unauthenticated(info.context.language)
        own = await _own_service(info.context, service_id) if service_id else None
        found = await meetings.availability(site_name[:200], own, clock.now())
        return SiteNameAvailability(
            site_name=found.site_name,
            available=found.available,
            reason=UserErrorCode(found.reason) if found.reason else None,
            suggestions=found.suggestions,
        )

    @strawberry.field
    def countries(self, info: Info) -> list[Country]:
        """All countries and regions, by name."""
        return [Country(code=found.code, name=found.name) for found in countries.countries(info.context.language)]

    @strawberry.field
    def business_verticals(self, info: Info) -> list[BusinessVertical]:
        """All industries, by name."""
        found = business_verticals.business_verticals(info.context.language)
        return [BusinessVertical(code=vertical.code, name=vertical.name) for vertical in found]

    @strawberry.field
    def time_zones(self, info: Info, country: str | None = None) -> list[TimeZone]:
        """Time zones with their present distance from UTC.

        country: Only those of this country.
        """
        found = time_zones.time_zones(info.context.language, country, clock.now())
        return [TimeZone(name=zone.name, label=zone.label, offset=zone.offset) for zone in found]

    @strawberry.field
    def languages(self, info: Info) -> list[Language]:
        """Languages for locations, by name."""
        return [Language(code=found.code, name=found.name) for found in languages.languages(info.context.language)]

    @strawberry.field
    def address_format(self, info: Info, country: str) -> AddressFormat:
        """How a country writes addresses.

        country: A code of countries.
        """
        try:
            found = addresses.address_format(country.upper(), info.context.language)
        except KeyError:
            raise not_found(info.context.language) from None
        fields = [
            AddressField(
                name=field.name,
                label=field.label,
                required=field.required,
                options=field.options,
                option_labels=field.option_labels,
            )
            for field in found.fields
        ]
        return AddressFormat(country=found.country, fields=fields)


def _evidence(shown: Sequence[Candidate]) -> dict[int, list[dict[str, str | None]]]:
    """What was shown, and on which evidence, by organization."""
    return {
        found.organization.id: [{"code": entry.code, "domain": entry.domain} for entry in found.evidence]
        for found in shown
    }


async def _finding(context: Context, order_id: str) -> Dossier:
    """The order, for those who find its organizations."""
    order = await _see(context, number("Order", order_id, context.language))
    rule = TRANSITIONS["chooseOrganization"]
    if not roles_for(rule, order, access.roles(order, context.actor)):
        raise forbidden(context.language)
    return order


@strawberry.type
class SubscriptionRoot:
    """What can be watched."""

    @strawberry.subscription
    async def order_changed(self, info: Info, order_id: strawberry.ID) -> AsyncGenerator[Order, None]:
        """The order now, and again after each change, also of the worker's progress.

        order_id: The order.
        """
        context = info.context
        key = number("Order", order_id, context.language)
        await _see(context, key)
        last: Dossier | None = None
        async for _ in events.changes(key):
            if not await context.still_holds():
                return
            order = await _see(context, key)
            if order != last:
                last = order
                yield Order.of(order, context.actor)


async def _own_service(context: Context, service_id: strawberry.ID) -> int | None:
    """The service's number, if the caller sees more of its order than where it stands."""
    wanted = number("Service", service_id, context.language)
    row = await database.row("SELECT order_id FROM service WHERE id = $1", [wanted])
    order = await dossier.read(row["order_id"], context.actor.email_key) if row else None
    held = access.roles(order, context.actor) if order else frozenset[OrderRole]()
    return wanted if held - {OrderRole.FORMER_CONTACT} else None
