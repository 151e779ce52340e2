"""Which partner has access to a customer organization, and with which of its people."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from backend import clock
from backend.graphql_server.directives import lists, part
from backend.models.order import AdministratorRequestState
from backend.provisioning.access import Actor
from backend.provisioning.partner_access import Access, AccessOrder, AccessPerson, PartnerRight, RequestRecord
from backend.provisioning.validation import masked, readable
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.ids import global_id

if TYPE_CHECKING:
    from backend.schema.organization import Organization

_MAX_LISTED = 100


@part
@type_
class PartnerAccessOrder:
    """An order because of which a partner has access to a customer organization.

    id: Global id of the order.
    order_number: Number of the order at its seller.
    company_name: Name of the end customer as sold.
    right: What the partner's full administrators may do because of it.
    since: Since when they may.
    waits_for_partner: Whether its setup waits for the partner's side. Once the access is ended, it waits for the
        customer.
    """

    id: strawberry.ID
    order_number: str
    company_name: str
    right: PartnerRight
    since: datetime
    waits_for_partner: bool

    @classmethod
    def of(cls, order: AccessOrder) -> PartnerAccessOrder:
        """From what is known of it."""
        return cls(
            id=global_id("Order", order.id),
            order_number=order.order_number,
            company_name=order.company_name,
            right=order.right,
            since=order.since,
            waits_for_partner=order.waits,
        )


@part
@lists(order_ids=3)
@type_
class PartnerAccessPerson:
    """Somebody of a partner's side who has access to a customer organization.

    email: Their address, with the domain in its own letters; masked for support.
    right: The most that they may do.
    since: Since when they have had access; null: as the directory says, and nobody knows since when.
    order_ids: Global ids of the orders because of which they have it, newest first, at most 100; of `orders`. Empty:
        it is the directory that says so.
    """

    email: str
    right: PartnerRight
    since: datetime | None
    order_ids: list[strawberry.ID]

    @classmethod
    def of(cls, person: AccessPerson, actor: Actor) -> PartnerAccessPerson:
        """As the actor may see them."""
        return cls(
            email=masked(person.email) if actor.is_support else readable(person.email),
            right=person.right,
            since=person.since,
            order_ids=[global_id("Order", number) for number in person.orders[:_MAX_LISTED]],
        )


@part
@type_
class PartnerAccessRequest:
    """A partner asks a customer for the access again that the customer ended.

    id: Opaque id of the request, for decidePartnerAccessRequest; `node` does not read it.
    requested_by: Address of who asked; masked for support.
    requested_at: When they asked for it.
    expires_at: Until when the customer can decide, 14 days after it was asked for.
    reason: What they gave as the reason; null: none.
    state: Where the request stands.
    """

    id: strawberry.ID
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    reason: str | None
    state: AdministratorRequestState

    @classmethod
    def of(cls, request: RequestRecord, actor: Actor) -> PartnerAccessRequest:
        """As the actor may see it."""
        email = request.requested_by
        return cls(
            id=global_id("PartnerAccessRequest", request.id),
            requested_by=masked(email) if actor.is_support else readable(email),
            requested_at=request.requested_at,
            expires_at=request.expires_at,
            reason=request.reason,
            state=request.state(clock.now()),
        )


@part
@lists(people=3, orders=3)
@type_
class PartnerAccess:
    """What a partner's side may do in a customer organization because of orders, or that the customer ended it.

    partner_id: Global id of the partner organization.
    partner_name: Name of the partner organization.
    customer_id: Global id of the customer organization.
    customer_name: Name of the customer organization.
    since: Since when the partner has had access because of orders; of one that was ended, since when it had it. Null:
        it has none because of orders.
    right: The most that the partner's full administrators may do because of orders; null: nothing, as the customer
        ended it, or as the directory alone names people of the partner.
    programs: Whether systems of the partner come in too, by its API tokens or webhooks.
    ended_at: When the customer last ended it; null: never. Later orders may have given access again.
    people: Who has it, who may do most first, at most 100; empty if it was ended, and for the partner.
    orders: The orders because of which it holds, newest first, at most 100; empty if it was ended, and for the partner.
    request: The partner's latest request to get back what was ended; null: it was not asked for, or nothing was ended.
    """

    partner_id: strawberry.ID
    partner_name: str
    customer_id: strawberry.ID
    customer_name: str
    since: datetime | None
    right: PartnerRight | None
    programs: bool
    ended_at: datetime | None
    people: list[PartnerAccessPerson]
    orders: list[PartnerAccessOrder]
    request: PartnerAccessRequest | None

    @classmethod
    def of(cls, access: Access, actor: Actor) -> PartnerAccess:
        """As the actor may see it."""
        return cls(
            partner_id=global_id("Organization", access.partner),
            partner_name=access.partner_name,
            customer_id=global_id("Organization", access.customer),
            customer_name=access.customer_name,
            since=access.since,
            right=access.right,
            programs=access.programs,
            ended_at=access.ended_at,
            people=[PartnerAccessPerson.of(person, actor) for person in access.people[:_MAX_LISTED]],
            orders=[PartnerAccessOrder.of(order) for order in access.orders[:_MAX_LISTED]],
            request=PartnerAccessRequest.of(access.request, actor) if access.request else None,
        )


@type_
class PartnerAccessPayload:
    """What ending, asking for or deciding about a partner's access came to.

    organization: The caller's organization as it is now; null: they no longer see it.
    """

    organization: Annotated[Organization, strawberry.lazy("backend.schema.organization")] | None
    user_errors: list[UserError]
