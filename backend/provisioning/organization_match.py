"""What the organization finder is asked for an order, and what it answers."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol

from backend.models.order import Audience
from backend.models.organization import OrganizationType
from backend.provisioning.access import Actor
from backend.provisioning.dossier import Dossier
from backend.provisioning.finder.case import Reason
from backend.provisioning.finder.deciding import Outcome
from backend.provisioning.finder.matching import Match, Question, match
from backend.provisioning.finder.normalise import read_address
from backend.settings import settings


class Sold(Protocol):
    """What an order says that the finder goes by: one that was placed, or one that is checked before."""

    @property
    def audience(self) -> Audience | None:
        """For whom it is."""

    @property
    def contact_email(self) -> str:
        """The contact's address."""

    @property
    def company_name(self) -> str:
        """The end customer as sold."""

    @property
    def country(self) -> str | None:
        """That customer's country."""

    @property
    def customer_domain(self) -> str | None:
        """That customer's domain."""

    @property
    def customer_admin_email(self) -> str | None:
        """The address of that customer's administrator."""

    @property
    def previous_organization(self) -> str | None:
        """The external id of the customer that it names."""

    @property
    def named_partner(self) -> str | None:
        """The external id of the partner that it names."""

    @property
    def partner_organization_id(self) -> int | None:
        """The partner that was chosen for it."""


def explains(actor: Actor) -> bool:
    """Whether somebody may hear everything that the finder answers for any address: support, and who reads all
    organizations.
    """
    return actor.reads_all_organizations


async def match_for(order: Dossier, slot: OrganizationType, at: datetime, *, by_contact: bool) -> Match | None:
    """The finder's answer for the contact's address; None: nobody asks for this slot (yet).

    `by_contact`: the contact asks, who alone is told what their last order says.
    """
    if order.audience is None or (order.audience is Audience.OWN_COMPANY and slot is OrganizationType.PARTNER):
        return None
    return await find(order, slot, at, remembers=by_contact)


async def find(order: Dossier, slot: OrganizationType, at: datetime, *, remembers: bool = False) -> Match:
    """The finder's answer, whoever asks. A test order finds nobody: what it is mapped to is created for it."""
    if order.test:
        return Match(outcome=Outcome.NONE, based_on=read_address(order.contact_email).domain, reason=Reason.NO_MATCH)
    return await match(replace(question(order, slot), remembers=remembers), at)


def question(order: Sold, slot: OrganizationType, text: str | None = None) -> Question:
    """What the finder is asked for an order: the contact's address, or what they typed into the search."""
    return Question(
        email=text if text is not None else order.contact_email,
        slot=slot,
        audience=order.audience,
        company_name=order.company_name if slot is OrganizationType.CUSTOMER else None,
        country=order.country if slot is OrganizationType.CUSTOMER else None,
        previous_organization_external_id=order.previous_organization if slot is OrganizationType.CUSTOMER else None,
        partner_organization_external_id=order.named_partner,
        excluded_organization_id=other_side(order, slot),
        customer_domain=order.customer_domain if slot is OrganizationType.CUSTOMER else None,
        customer_administrator=order.customer_admin_email if slot is OrganizationType.CUSTOMER else None,
        development=settings().development,
    )


def domain_of(order: Dossier, slot: OrganizationType) -> str | None:
    """Whose domain an organization will have: the customer's as the order names it, else the contact's own."""
    if slot is OrganizationType.CUSTOMER and order.audience is Audience.CUSTOMER:
        return order.customer_domain
    return read_address(order.contact_email).domain


def other_side(order: Sold, slot: OrganizationType) -> int | None:
    """A customer is never the order's partner, and the other way round."""
    if order.audience is Audience.OWN_COMPANY:
        return None
    return order.partner_organization_id if slot is OrganizationType.CUSTOMER else None
