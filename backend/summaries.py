"""The order summary of an order: its dossier as the PDF tells it."""

from collections.abc import Callable, Iterator

from backend.ids import public_id
from backend.models.service import ServiceState
from backend.pdf.summary import (
    AccessLine,
    LicenseLine,
    LocationLine,
    OrganizationLine,
    Plan,
    PlanLine,
    ServiceLine,
    SiteLine,
    Summary,
)
from backend.provisioning.dossier import Dossier, OrganizationRecord
from backend.provisioning.journey import UNSUBMITTED, needs_input, partner_role
from backend.provisioning.order_access import grants
from backend.provisioning.service_plan import is_default, is_primary, plan
from backend.provisioning.terms import end_of_term
from backend.provisioning.validation import masked
from backend.settings import settings

_SUBMITTED = {ServiceState.PROVISIONING, ServiceState.PROVISIONED, ServiceState.FAILED}


def summary_of(order: Dossier, *, mask: bool = False) -> Summary:
    """What the order summary tells of an order; with `mask`, addresses as support sees them."""
    names = {str(license.id): license.name for license in order.licenses}
    role = partner_role(order)
    return Summary(
        address=f"{settings().public_url}/orders/{public_id('Order', order.id)}",
        order_number=order.order_number,
        company_name=order.company_name,
        offer=order.offer,
        subscription_number=order.subscription_number,
        term_months=order.term_months,
        start_date=order.requested_start_date,
        end_date=end_of_term(order.requested_start_date, order.term_months),
        placed_at=order.placed_at,
        changed_at=order.updated_at,
        draft=is_draft(order),
        test=order.test,
        seller_name=order.seller_name,
        seller_email=masked(order.seller_email) if mask and order.seller_email else order.seller_email,
        contact_email=masked(order.contact_email) if mask else order.contact_email,
        partner=_organization(order.partner, role.value if role else None) if order.partner else None,
        customer=_organization(order.customer, None) if order.customer else None,
        licenses=tuple(
            LicenseLine(name=x.name, service=x.service, scope=x.scope, units=x.total_units) for x in order.licenses
        ),
        services=tuple(ServiceLine(kind=x.kind, state=x.state, failure=x.failure) for x in order.services),
        sites=tuple(
            SiteLine(
                url=f"{site.name}.webex.com",
                time_zone=site.time_zone,
                early_release=site.early_release,
                primary=is_primary(order, site),
                existing=site.existing_id is not None,
                units=tuple((names[key], units) for key, units in (site.allocations or {}).items()),
            )
            for site in order.sites
        ),
        locations=tuple(
            LocationLine(
                name=location.name,
                time_zone=location.time_zone,
                preferred_language=location.preferred_language,
                announcement_language=location.announcement_language,
                address1=location.address.get("address1") or "",
                address2=location.address.get("address2") or "",
                city=location.address.get("city") or "",
                state=location.address.get("state") or "",
                postal_code=location.address.get("postalCode") or "",
                country=location.address.get("country") or "",
                default=is_default(order, location),
            )
            for location in order.locations
        ),
        access=tuple(_access(order, masked if mask else str)),
        mapped=order.mapped_at is not None,
        plans=tuple(_plans(order, masked(order.contact_email) if mask else order.contact_email)),
    )


def _access(order: Dossier, seen: Callable[[str], str]) -> Iterator[AccessLine]:
    """Who gets which rights by the order, or has them."""
    for one in grants(order, seen):
        yield AccessLine(who=one.who.message, may=one.may.message, values=one.may.values | one.who.values)


def _plans(order: Dossier, contact: str) -> Iterator[Plan]:
    """What Close will do for each service that it has not been clicked for, as far as there are entries."""
    for service in order.services:
        awaited = needs_input(service.kind) or not any(needs_input(other.kind) for other in order.services)
        steps = plan(order, service, contact) if awaited and service.state in UNSUBMITTED else []
        if steps:
            lines = (PlanLine(message=x.message, values=x.values, irreversible=x.irreversible) for x in steps)
            yield Plan(service=service.kind, lines=tuple(lines))


def is_draft(order: Dossier) -> bool:
    """Whether a service that needs input was not submitted yet; where none needs input, whether nothing was."""
    awaited = [service for service in order.services if needs_input(service.kind)] or order.services
    return any(service.state not in _SUBMITTED for service in awaited)


def _organization(record: OrganizationRecord, administrator: str | None) -> OrganizationLine:
    return OrganizationLine(
        name=record.display_name,
        country=record.country,
        domains=tuple(domain.name for domain in record.domains if domain.state != "PENDING"),
        business_vertical=record.business_vertical or "",
        administrator=administrator,
    )
