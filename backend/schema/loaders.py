"""What the fields of one request read besides dossiers, each for all rows of a list at once; and who asks for it."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import strawberry
from strawberry.dataloader import DataLoader

from backend import clock
from backend.models.webhook import WebhookDeliveryState
from backend.provisioning import (
    domain_proofs,
    history,
    mails,
    merges,
    order_events,
    order_lists,
    organization_access,
    organization_contents,
    partner_access,
    site_states,
    token_lists,
    typed_steps,
    webhooks,
)
from backend.provisioning.access import Actor
from backend.provisioning.administrators import administrators_of
from backend.provisioning.domain_proofs import Proof
from backend.provisioning.dossier import Dossier, LocationRecord, SiteRecord
from backend.provisioning.mails import Mail
from backend.provisioning.merges import Merge
from backend.provisioning.order_events import Event
from backend.provisioning.order_lists import OrderPage
from backend.provisioning.organization_access import NONE, Rights, SeenOrganization
from backend.provisioning.paging import Page
from backend.provisioning.site_states import SiteChangeRecord
from backend.provisioning.token_lists import TokenRecord
from backend.provisioning.typed_steps import TypedStep
from backend.provisioning.view_as import View
from backend.replica import read_anywhere

V = TypeVar("V")


class Loaders:
    """The reads of one request, in batches. Nothing is kept: what a mutation changed is read anew by the next."""

    def __init__(self, actor: Actor, language: str) -> None:
        self.actor = actor
        self.language = language
        self._loaders: dict[Hashable, DataLoader[Any, Any]] = {}

    async def mails(self, order: Dossier) -> Sequence[Mail]:
        """The mails about an order, newest first."""
        nothing: Sequence[Mail] = ()
        return await self._of_order(
            "mails", order, lambda orders: mails.list_mails(orders, self.actor, self.language), nothing
        )

    async def typed_steps(self, order: Dossier) -> Sequence[TypedStep]:
        """What the caller typed on pages of an order and did not save yet."""
        nothing: Sequence[TypedStep] = ()
        return await self._of_order(
            "typed steps", order, lambda orders: typed_steps.of_orders(orders, self.actor), nothing
        )

    async def timeline(self, order: Dossier, first: int | None, after: str | None) -> Page[Event]:
        """A page of what happened to an order. Raises InvalidPage."""
        return await self._of_order(
            ("timeline", first, after),
            order,
            lambda orders: order_events.page_of_each(orders, self.actor, self.language, first, after),
        )

    async def orders(self, organization: int, first: int | None, after: str | None) -> OrderPage:
        """A page of the orders that are mapped to an organization. Raises InvalidPage."""
        return await self._of_organization(
            ("orders", first, after),
            organization,
            lambda numbers: read_anywhere(lambda: order_lists.list_of_organizations(self.actor, numbers, first, after)),
        )

    async def organization(self, number: int) -> SeenOrganization | None:
        """An organization by its number, if the caller sees it."""
        return await self._of_organization(
            "organization", number, lambda numbers: organization_access.see_each(numbers, self.actor)
        )

    async def rights(self, organization: int) -> Rights:
        """What the caller may do in an organization."""
        return await self._of_organization(
            "rights", organization, lambda numbers: organization_access.rights(numbers, self.actor), NONE
        )

    async def administrators(self, organization: int) -> Sequence[str]:
        """The addresses of its full administrators, for those who read all of it."""
        nobody: Sequence[str] = ()
        if not (await self.rights(organization)).reads:
            return nobody
        return await self._of_organization("administrators", organization, administrators_of, nobody)

    async def sites(self, organization: int) -> list[tuple[SiteRecord, SiteChangeRecord | None]]:
        """Its sites, for those who read all of it, each with what is being changed on it, for who fully administers it.

        Changes are read before sites: one that ends in between is told as under way, and who watches asks again. The
        other way round they would take the site of before for what came of it.
        """
        rights = await self.rights(organization)
        if not rights.reads:
            return []
        changes: Mapping[int, SiteChangeRecord] = {}
        if rights.changes:
            changes = await self._of_organization("site changes", organization, site_states.changes_of, changes)
        nothing: Sequence[SiteRecord] = ()
        found = await self._of_organization("sites", organization, organization_contents.sites_of, nothing)
        return [(site, changes.get(site.id)) for site in found]

    async def locations(self, organization: int) -> Sequence[LocationRecord]:
        """Its locations, for those who read all of it."""
        nothing: Sequence[LocationRecord] = ()
        if not (await self.rights(organization)).reads:
            return nothing
        return await self._of_organization("locations", organization, organization_contents.locations_of, nothing)

    async def existing_sites(self, order: Dossier, service: int) -> Sequence[SiteRecord]:
        """What a service of an order may use of the sites of its organization, for those who set it up."""
        nothing: Sequence[SiteRecord] = ()
        customer = organization_contents.usable_by(order, self.actor)
        if customer is None:
            return nothing
        found = await self._of_organization("sites", customer, organization_contents.sites_of, nothing)
        return organization_contents.usable(found, service)

    async def existing_locations(self, order: Dossier, service: int) -> Sequence[LocationRecord]:
        """The same of its locations."""
        nothing: Sequence[LocationRecord] = ()
        customer = organization_contents.usable_by(order, self.actor)
        if customer is None:
            return nothing
        found = await self._of_organization("locations", customer, organization_contents.locations_of, nothing)
        return organization_contents.usable(found, service)

    async def merges(self, organization: int) -> Sequence[Merge]:
        """The duplicates that support merged into it, for support and who administers it."""
        nothing: Sequence[Merge] = ()
        support = self.actor.is_support
        if not support and not (await self.rights(organization)).changes:
            return nothing
        return await self._of_organization(
            "merges", organization, lambda found: merges.list_merges(found, clock.now(), support=support), nothing
        )

    async def history(self, organization: int) -> Sequence[history.Event]:
        """What was done to it, for support and who administers it."""
        nothing: Sequence[history.Event] = ()
        support = self.actor.is_support
        if not support and not (await self.rights(organization)).changes:
            return nothing
        return await self._of_organization(
            "history", organization, lambda found: history.read(found, self.language, support=support), nothing
        )

    async def api_tokens(self, organization: int) -> Sequence[TokenRecord]:
        """Its API tokens, for support and who makes and revokes them."""
        nothing: Sequence[TokenRecord] = ()
        if not self.actor.is_support and not (await self.rights(organization)).keeps_tokens:
            return nothing
        return await self._of_organization(
            "tokens", organization, lambda found: token_lists.list_tokens(found, clock.now()), nothing
        )

    async def partners(self, organization: int) -> Sequence[partner_access.Access]:
        """Which partners have access to it, for support and who can end that."""
        nothing: Sequence[partner_access.Access] = ()
        if not self.actor.is_support and not (await self.rights(organization)).keeps_tokens:
            return nothing
        return await self._of_organization(
            "partner access", organization, lambda found: partner_access.of_customers(found, clock.now()), nothing
        )

    async def ended_access(self, organization: int) -> Sequence[partner_access.Access]:
        """The customers that ended its access, for support and who belongs to it."""
        nothing: Sequence[partner_access.Access] = ()
        if not self.actor.is_support and not (await self.rights(organization)).reads:
            return nothing
        return await self._of_organization("ended access", organization, partner_access.ended_for, nothing)

    async def webhooks_of(self, organization: int) -> Sequence[webhooks.Endpoint]:
        """The webhooks of an organization, for its own full administrators and tokens."""
        nothing: Sequence[webhooks.Endpoint] = ()
        if not webhooks.is_own(self.actor, organization) and not (await self.rights(organization)).keeps_tokens:
            return nothing
        return await self._of_organization("webhooks", organization, webhooks.of_organizations, nothing)

    async def webhook_deliveries(
        self, endpoint: int, first: int | None, after: str | None, state: WebhookDeliveryState | None
    ) -> Page[webhooks.Delivery]:
        """A page of what was delivered to an endpoint. Raises InvalidPage."""
        return await self._of_organization(
            ("webhook-deliveries", first, after, state),
            endpoint,
            lambda numbers: webhooks.page_of_each(numbers, first, after, state),
        )

    async def webhook_attempts(self, delivery: int) -> Sequence[webhooks.Attempt]:
        """The attempts at a delivery."""
        nothing: Sequence[webhooks.Attempt] = ()
        return await self._of_organization("webhook-attempts", delivery, webhooks.attempts_of, nothing)

    async def proof(self, organization: int, domain: str) -> Proof | None:
        """How one of its domains is proved, for those who fully administer it."""
        if not (await self.rights(organization)).changes:
            return None
        nothing: Mapping[str, Proof] = {}
        found = await self._of_organization(
            "proofs",
            organization,
            lambda numbers: domain_proofs.list_proofs(numbers, self.language, clock.now()),
            nothing,
        )
        return found.get(domain)

    async def _of_order(
        self,
        what: Hashable,
        order: Dossier,
        read: Callable[[list[Dossier]], Awaitable[Mapping[int, V]]],
        otherwise: V | None = None,
    ) -> V:
        async def load(orders: list[Dossier]) -> list[Any]:
            found = await read(list({order.id: order for order in orders}.values()))
            return [found.get(order.id, otherwise) for order in orders]

        found: V = await self._load(what, order, load)
        return found

    async def _of_organization(
        self,
        what: Hashable,
        organization: int,
        read: Callable[[list[int]], Awaitable[Mapping[int, V]]],
        otherwise: V | None = None,
    ) -> V:
        async def load(numbers: list[int]) -> list[Any]:
            found = await read(list(dict.fromkeys(numbers)))
            return [found.get(number, otherwise) for number in numbers]

        found: V = await self._load(what, organization, load)
        return found

    async def _load(self, what: Hashable, key: Any, load: Callable[[list[Any]], Awaitable[list[Any]]]) -> Any:
        loader = self._loaders.get(what)
        if loader is None:
            loader = self._loaders[what] = DataLoader(load, cache=False)
        return await loader.load(key)


class FieldContext(Protocol):
    """What a field may know of the request that it is answered in: who asks, as whom, and in which language."""

    actor: Actor
    language: str
    view: View | None
    loaders: Loaders


Info = strawberry.Info[FieldContext, None]
