"""What an order still needs: read from the journey. The wizard, the API, mails and the order summary all ask here."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.models.order import OrderStatus
from backend.models.organization import OrganizationStatus
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.dossier import Dossier, ServiceRecord
from backend.provisioning.journey import (
    SETUP,
    UNSUBMITTED,
    Mutation,
    WizardStep,
    disputed,
    needs_input,
    needs_partner,
    service_step,
    stopped,
)
from backend.provisioning.service_plan import is_default, is_primary
from backend.refusals import ErrorCode, Refused

S = OrderStatus


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that has to be entered or decided: the page, the mutation and the path below its input."""

    step: WizardStep
    mutation: Mutation
    field: tuple[str, ...]
    message: str
    service_id: int | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What is due now, what will be due later, and what was saved and no longer holds."""

    currently_due: list[Requirement]
    eventually_due: list[Requirement]
    errors: list[Refused]


_AUDIENCE = Requirement(WizardStep.AUDIENCE, Mutation.CHOOSE_AUDIENCE, ("audience",), "Choose who this order is for.")
_PARTNER = Requirement(
    WizardStep.PARTNER_ORGANIZATION,
    Mutation.CHOOSE_ORGANIZATION,
    ("organizationId",),
    "Choose the partner organization.",
)
_CUSTOMER = Requirement(
    WizardStep.CUSTOMER_ORGANIZATION,
    Mutation.CHOOSE_ORGANIZATION,
    ("organizationId",),
    "Choose the customer organization.",
)
_OWN = Requirement(
    WizardStep.CUSTOMER_ORGANIZATION, Mutation.CHOOSE_ORGANIZATION, ("organizationId",), "Choose your organization."
)
_CONFIRM = Requirement(
    WizardStep.REVIEW_ORGANIZATIONS, Mutation.CONFIRM_ORGANIZATIONS, (), "Confirm the organizations."
)
_LOCATION_FIELDS = {
    "name": "Enter the location name.",
    "timeZone": "Choose the time zone.",
    "preferredLanguage": "Choose the preferred language.",
    "announcementLanguage": "Choose the announcement language.",
    "address": "Enter the address of your headquarters.",
}


def requirements_of(order: Dossier) -> Requirements:
    """What is needed to finish the order. The wizard, the API, mails and the order summary all read it from here."""
    finder = _finder_requirements(order)
    services = [entry for service in order.services for entry in _service_requirements(order, service)]
    if order.status in {S.COMPLETED, S.CLOSED, S.CANCELLED}:
        return Requirements([], [], [])
    if order.status is S.SCHEDULED:
        return Requirements([], [*finder, *services], [])
    if stopped(order):
        return Requirements([], services if disputed(order) else [], [])
    if order.status not in SETUP:
        return Requirements(finder[:1], [*finder[1:], *services], _no_longer_holds(order))
    deferred = {s.id for s in order.services if s.state is ServiceState.DEFERRED}
    due = [entry for entry in services if entry.service_id not in deferred]
    return Requirements(due, [entry for entry in services if entry.service_id in deferred], _no_longer_holds(order))


def _finder_requirements(order: Dossier) -> list[Requirement]:
    if order.status in SETUP:
        return []
    found: list[Requirement] = []
    open_audience = (
        order.audience is None or not order.audience_confirmed or order.status is not S.FINDING_ORGANIZATIONS
    )
    if open_audience:
        found.append(_AUDIENCE)
    if needs_partner(order) and order.partner is None:
        found.append(_PARTNER)
    if order.customer is None:
        found.append(_CUSTOMER if needs_partner(order) else _OWN)
    return [*found, _CONFIRM]


def _service_requirements(order: Dossier, service: ServiceRecord) -> Sequence[Requirement]:
    step = service_step(order, service)
    if service.state is ServiceState.FAILED:
        return [_mending(order, service, step or WizardStep.SERVICES)]
    if not any(needs_input(other.kind) for other in order.services) and service.state is ServiceState.NOT_STARTED:
        return [
            Requirement(WizardStep.SERVICES, Mutation.SUBMIT_SERVICE, (), "Start the included services.", service.id)
        ]
    match step:
        case WizardStep.MEETINGS_SITES:
            return [
                Requirement(
                    step, Mutation.SAVE_MEETING_SITES, ("sites",), "Enter the Webex URLs of your sites.", service.id
                )
            ]
        case WizardStep.MEETINGS_LICENSES:
            text = "Distribute the licenses across the sites."
            return [Requirement(step, Mutation.DISTRIBUTE_LICENSES, ("allocations",), text, service.id)]
        case WizardStep.CALLING_LOCATION:
            return [
                Requirement(step, Mutation.SAVE_CALLING_LOCATION, (field,), text, service.id)
                for field, text in _LOCATION_FIELDS.items()
            ]
        case WizardStep.MEETINGS_REVIEW | WizardStep.CALLING_REVIEW:
            return [Requirement(step, Mutation.SUBMIT_SERVICE, (), "Check the entries and click Close.", service.id)]
        case _:
            return []


def _mending(order: Dossier, service: ServiceRecord, step: WizardStep) -> Requirement:
    """What can make a failed service succeed: another name where the name was refused, else one more try."""
    refused = next((s for s in order.steps_of(service.id) if s.state is ServiceState.FAILED and s.name_refused), None)
    if refused is None:
        return Requirement(step, Mutation.RETRY_SERVICE, (), "Correct the entries or try again.", service.id)
    if service.kind is ServiceKind.CALLING:
        text = "Choose another location name."
        return Requirement(WizardStep.CALLING_LOCATION, Mutation.SAVE_CALLING_LOCATION, ("name",), text, service.id)
    position = next((site.position for site in order.sites_of(service.id) if site.id == refused.subject_id), 0)
    path = ("sites", str(position), "siteName")
    return Requirement(
        WizardStep.MEETINGS_SITES, Mutation.SAVE_MEETING_SITES, path, "Choose another site name.", service.id
    )


def unusable_organizations(order: Dossier) -> list[Refused]:
    """The chosen organizations that can no longer be used."""
    text = "{organization} can no longer be used. Choose another organization."
    return [
        Refused(ErrorCode.NOT_ELIGIBLE, text, ("organizationId",), values={"organization": organization.display_name})
        for organization in (order.partner, order.customer)
        if organization and organization.status not in {OrganizationStatus.ACTIVE, OrganizationStatus.PROVISIONAL}
    ]


def _no_longer_holds(order: Dossier) -> list[Refused]:
    """What was saved and became wrong since: an organization that was suspended, a site name whose hold ran out."""
    errors = unusable_organizations(order)
    for service in order.services:
        if service.state not in UNSUBMITTED:
            continue
        for site in order.sites_of(service.id):
            if site.held_name is None and site.existing_id is None and not order.test:
                text = "{site} is no longer reserved for you. Save the sites again."
                path = ("sites", str(site.position), "siteName")
                errors.append(Refused(ErrorCode.EXPIRED, text, path, values={"site": f"{site.name}.webex.com"}))
        errors += outdated_choices(order, service)
    return errors


def outdated_choices(order: Dossier, service: ServiceRecord) -> list[Refused]:
    """What a draft says of what its organization has, and another order or a new mapping has made wrong since."""
    # Who was asked to set up one service sees no organizations.
    organization, errors = order.customer.display_name if order.customer else order.company_name, []
    for site in order.sites_of(service.id):
        path = ("sites", str(site.position), "siteName")
        name = f"{site.name}.webex.com"
        if site.id in order.strayed_sites:
            text = "{site} does not belong to {organization}. Choose the sites again."
            told: dict[str, object] = {"site": name, "organization": organization}
            errors.append(Refused(ErrorCode.INVALID, text, path, values=told))
        elif site.is_primary and order.primary_site is not None and not is_primary(order, site):
            text = (
                "{organization} now has a primary site, {primary}. Save the sites again: {site} then "
                "becomes an additional one."
            )
            told = {"organization": organization, "primary": f"{order.primary_site.name}.webex.com", "site": name}
            errors.append(Refused(ErrorCode.STEP_NOT_ALLOWED, text, path, values=told))
    for location in order.locations_of(service.id)[:1]:
        if location.id in order.strayed_locations:
            text = "{location} does not belong to {organization}. Choose the location again."
            told = {"location": location.name, "organization": organization}
            errors.append(Refused(ErrorCode.INVALID, text, ("name",), values=told))
        elif (
            location.existing_id is None
            and location.is_default
            and order.default_location is not None
            and not is_default(order, location)
        ):
            text = (
                "{organization} now has a default location, {default}. Save the location again: {location} then "
                "becomes an additional one."
            )
            told = {"organization": organization, "default": order.default_location.name, "location": location.name}
            errors.append(Refused(ErrorCode.STEP_NOT_ALLOWED, text, ("name",), values=told))
    return errors
