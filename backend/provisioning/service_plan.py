"""The plan of a service: what Close will do. The provisioning steps that Close inserts are the same ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from backend.models.order import OrderStatus
from backend.models.service import ServiceKind, ServiceState, StepKind
from backend.provisioning import timeline
from backend.provisioning.dossier import Dossier, LocationRecord, ServiceRecord, SiteRecord
from backend.provisioning.journey import UNSUBMITTED, needs_input, partner_has_access, rejected

_OVER = {OrderStatus.CLOSED, OrderStatus.CANCELLED}
_OF_SITES = {StepKind.CREATE_SITE, StepKind.ASSIGN_LICENSES}
_SENTENCES = {
    StepKind.CREATE_SITE: "Create {name}.webex.com. Its name and early release schedule can’t be changed afterwards.",
    StepKind.ASSIGN_LICENSES: "Assign the licenses of {name}.webex.com",
    StepKind.CREATE_LOCATION: "Create the location {name}",
    StepKind.UPDATE_LOCATION: "Change the location {name}",
    StepKind.SET_DEFAULT_LOCATION: "Make {name} the default location",
    StepKind.ENABLE_SERVICE: "Enable {name}",
}
_FINAL = {StepKind.CREATE_SITE, StepKind.SET_DEFAULT_LOCATION}


class PlanKind(StrEnum):
    """What a plan tells besides provisioning steps, which are called by their StepKind."""

    FIX_MAPPING = "FIX_MAPPING"  # the first Close ends undo and cancelling
    SEND_EMAIL = "SEND_EMAIL"
    KEEP = "KEEP"  # stays as it is


@dataclass(frozen=True, slots=True)
class NewStep:
    """A provisioning step to be carried out: what, on which site or location, and what it is called."""

    kind: StepKind
    subject_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One line of a plan: a sentence with its values, and whether nobody can change or undo what it says."""

    kind: str
    subject: str
    message: str
    values: dict[str, str] = field(default_factory=dict)
    irreversible: bool = False


def new_steps(order: Dossier, service: ServiceRecord) -> list[NewStep]:
    """The steps that Close inserts for a service, in order. What is done already is not done again."""
    # Licenses are assigned anew: after a failure the split may be another than the one assigned then.
    done = {
        (step.kind, step.subject_id)
        for step in order.steps_of(service.id)
        if step.state is ServiceState.PROVISIONED and step.kind is not StepKind.ASSIGN_LICENSES
    }
    return [step for step in _all_steps(order, service) if (step.kind, step.subject_id) not in done]


def _all_steps(order: Dossier, service: ServiceRecord) -> list[NewStep]:
    match service.kind:
        case ServiceKind.MEETINGS:
            return [step for site in order.sites_of(service.id) for step in _site_steps(site)]
        case ServiceKind.CALLING:
            return [step for place in order.locations_of(service.id)[:1] for step in _location_steps(order, place)]
        case _:
            return [NewStep(StepKind.ENABLE_SERVICE, None, service.kind.value)]


def _site_steps(site: SiteRecord) -> list[NewStep]:
    create = [NewStep(StepKind.CREATE_SITE, site.id, site.name)] if site.existing_id is None else []
    return [*create, NewStep(StepKind.ASSIGN_LICENSES, site.id, site.name)]


def _location_steps(order: Dossier, location: LocationRecord) -> list[NewStep]:
    if location.existing_id is not None:  # Calling is enabled for who is there already
        return [NewStep(StepKind.ENABLE_SERVICE, location.id, ServiceKind.CALLING.value)]
    create = NewStep(StepKind.CREATE_LOCATION, location.id, location.name)
    default = NewStep(StepKind.SET_DEFAULT_LOCATION, location.id, location.name)
    return [create, default] if is_default(order, location) else [create]


def is_primary(order: Dossier, site: SiteRecord) -> bool:
    """Whether a site of the order is, or Close makes it, the one primary site of the customer organization."""
    if order.primary_site is not None:
        return order.primary_site.id == (site.existing_id or site.id)
    first = next((other for other in order.sites if other.existing_id is None), None)
    return first is not None and first.id == site.id


def is_default(order: Dossier, location: LocationRecord) -> bool:
    """The same of a location: the default one, the headquarters."""
    if order.default_location is not None:
        return order.default_location.id == (location.existing_id or location.id)
    return location.existing_id is None and location.position == 0


def started_with(order: Dossier, service: ServiceRecord) -> list[ServiceRecord]:
    """The other services that the Close of this one starts: included ones, which nobody sets up."""
    return [
        other
        for other in order.services
        if not needs_input(other.kind) and other.state is ServiceState.NOT_STARTED and other.id != service.id
    ]


def plan(
    order: Dossier, service: ServiceRecord, contact: str | None = None, *, whole: bool = True
) -> list[PlannedStep]:
    """What Close will do for a service, in order; once it is submitted, what is still to do.

    Empty while nothing is entered, when everything is done, and where nothing will be done any more. `contact` is the
    address of the provisioning contact as the reader may see it. Who does not see the `whole` order is told of this
    service only.
    """
    if order.status in _OVER or rejected(order):
        return []
    if service.state not in UNSUBMITTED:
        return _left(order, service, contact)
    own = new_steps(order, service)
    if not own:
        return []
    steps = list(_told(own))
    if not needs_input(service.kind) and any(needs_input(other.kind) for other in order.services):
        return steps  # it starts with the first Close of another service, whose plan tells the rest
    for other in started_with(order, service):
        steps += _told(new_steps(order, other))
    fixed = [_fixed_mapping(order, whole)] if order.status is not OrderStatus.SETTING_UP and order.customer else []
    others = _left_alone(order, service) if whole else ()
    return [*fixed, *steps, _email(order, contact), *_kept(order, service), *others]


def _left(order: Dossier, service: ServiceRecord, contact: str | None) -> list[PlannedStep]:
    """What a service that was submitted has still before it, as it stands on its steps."""
    left = [step for step in order.steps_of(service.id) if step.state is not ServiceState.PROVISIONED]
    steps = list(_told(NewStep(step.kind, step.subject_id, step.name) for step in left))
    return [*steps, _email(order, contact)] if steps and service.state is not ServiceState.PROVISIONED else steps


def _told(steps: Iterable[NewStep]) -> Iterator[PlannedStep]:
    """Steps as lines of a plan."""
    for step in steps:
        name = timeline.SERVICES.get(step.name, step.name) if step.kind is StepKind.ENABLE_SERVICE else step.name
        subject = f"{name}.webex.com" if step.kind in _OF_SITES else name
        yield PlannedStep(step.kind.value, subject, _SENTENCES[step.kind], {"name": name}, step.kind in _FINAL)


def _fixed_mapping(order: Dossier, whole: bool) -> PlannedStep:
    organization = order.customer.display_name if order.customer and whole else order.company_name
    text = (
        "The order stays with {organization}: it can no longer be cancelled, and the mapping can no longer be undone."
    )
    return PlannedStep(PlanKind.FIX_MAPPING, organization, text, {"organization": organization}, irreversible=True)


def _email(order: Dossier, contact: str | None) -> PlannedStep:
    if not partner_has_access(order) and order.customer:
        name = order.customer.display_name
        text = "The administrators of {organization} get an email when the whole order is ready, or if something fails."
        return PlannedStep(PlanKind.SEND_EMAIL, name, text, {"organization": name})
    address = contact or order.contact_email
    text = "{email} gets an email when the whole order is ready, or if something fails. Nobody else is told."
    return PlannedStep(PlanKind.SEND_EMAIL, address, text, {"email": address})


def _kept(order: Dossier, service: ServiceRecord) -> Iterator[PlannedStep]:
    """What Close leaves as it is, though somebody might think that it changes it."""
    for site in order.sites_of(service.id):
        if site.existing_id is not None or site.state is ServiceState.PROVISIONED:
            name = f"{site.name}.webex.com"
            text = "{site} already exists. Its name, time zone and early release schedule stay as they are."
            yield PlannedStep(PlanKind.KEEP, name, text, {"site": name})
    for location in order.locations_of(service.id):
        if location.existing_id is not None:
            text = "{location} already exists and stays as it is."
            yield PlannedStep(PlanKind.KEEP, location.name, text, {"location": location.name})


def _left_alone(order: Dossier, service: ServiceRecord) -> Iterator[PlannedStep]:
    """What Close of this service leaves to others."""
    for other in order.services:
        if other.id != service.id and needs_input(other.kind) and other.state in UNSUBMITTED:
            name = timeline.SERVICES[other.kind]
            text = "{service} is not part of this. You set it up separately, now or later."
            yield PlannedStep(PlanKind.KEEP, name, text, {"service": name})
    if order.customer and order.customer.created_for_order_id != order.id:
        name = order.customer.display_name
        text = "Everything else in {organization} stays as it is: people, sites, locations and settings."
        yield PlannedStep(PlanKind.KEEP, name, text, {"organization": name})
