"""Who gets which rights by an order: told before its organizations are confirmed, on the review page and in the PDF.

It asks what confirming asks (`journey.partner_role`), so that what is told and what is given can't differ.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from backend.models.order import AdministratorRole
from backend.provisioning import journey
from backend.provisioning.dossier import Dossier, OrganizationRecord


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with places, and what fills them."""

    message: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Grant:
    """Somebody, and what they may do."""

    who: Said
    may: Said


_MAY = {
    AdministratorRole.FULL_ADMINISTRATOR: "Full administrator privileges in {customer}, also after setup",
    AdministratorRole.PROVISIONING_ADMINISTRATOR: "Seeing this order and setting up its services",
    None: "Seeing this order",
}


def grants(order: Dossier, seen: Callable[[str], str] = str) -> list[Grant]:
    """Who gets which rights by confirming the organizations; once it is mapped, who has them. Nothing before they are
    chosen. `seen` tells an address as the reader may see it.
    """
    customer, partner = order.customer, order.partner if journey.needs_partner(order) else None
    if customer is None or (partner is None and journey.needs_partner(order)):
        return []
    named = {"email": seen(order.contact_email), "customer": customer.display_name}
    if partner is None:
        return list(_of_own_company(order, customer, named))
    values = named | {"partner": partner.display_name}
    return [*_of_partner(order, partner, values), *_of_customer(order, values, seen)]


def _of_partner(order: Dossier, partner: OrganizationRecord, values: dict[str, str]) -> Iterator[Grant]:
    if not journey.partner_has_access(order):
        return
    contact = Said("{email}", values)
    words = _MAY[journey.partner_role(order)]
    may = Said(words, values)
    yield Grant(contact, may)
    yield Grant(Said("The full administrators of {partner}, and its systems", values), may)
    if _is_new(order, partner):
        yield Grant(contact, Said("Full administrator privileges in {partner}", values))
    if order.named_partner_id not in {None, partner.id}:
        yield Grant(Said("The full administrators of the partner that the seller named", values), may)


def _of_customer(order: Dossier, values: dict[str, str], seen: Callable[[str], str]) -> Iterator[Grant]:
    if not journey.needs_customer_administrator(order):
        may = Said("Seeing this order, setting up its services, and ending the partner’s access", values)
        yield Grant(Said("The full administrators of {customer}", values), may)
    elif order.customer_contact:
        may = Said("Full administrator privileges in {customer}, once they come by their link", values)
        yield Grant(Said("{email}", {"email": seen(order.customer_contact)}), may)


def _of_own_company(order: Dossier, customer: OrganizationRecord, values: dict[str, str]) -> Iterator[Grant]:
    contact = Said("{email}", values)
    if _is_new(order, customer):
        yield Grant(contact, Said("Full administrator privileges in {customer}", values))
        return
    may = Said("Seeing this order and setting up its services", values)
    yield Grant(contact, may)
    yield Grant(Said("The full administrators of {customer}", values), may)


def _is_new(order: Dossier, organization: OrganizationRecord) -> bool:
    """Whether the order created the organization, whose administrator the contact then is."""
    return organization.created_for_order_id == order.id
