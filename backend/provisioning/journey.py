"""The journey: the whole wizard in one pure table. Read this file first.

`TRANSITIONS` says who may do what, in which states of the order, and what a change touches. The functions below it say
which page comes next, what is still required and whose turn it is. Nothing here reads or writes anything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, LicenseScope, OrderStatus
from backend.models.organization import OrganizationStatus
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.dossier import Dossier, ServiceRecord
from backend.refusals import Refused

S = OrderStatus


class OrderRole(StrEnum):
    """What a viewer is to an order; the first that holds is his role, his rights are the union of all that hold."""

    PROVISIONING_CONTACT = "PROVISIONING_CONTACT"
    CUSTOMER_ADMINISTRATOR = "CUSTOMER_ADMINISTRATOR"
    PARTNER_ADMINISTRATOR = "PARTNER_ADMINISTRATOR"
    PROVISIONING_ADMINISTRATOR = "PROVISIONING_ADMINISTRATOR"
    SELLER = "SELLER"
    SUPPORT = "SUPPORT"
    FORMER_CONTACT = "FORMER_CONTACT"


class WizardStep(StrEnum):
    """A page of the wizard."""

    START = "START"
    AUDIENCE = "AUDIENCE"
    PARTNER_ORGANIZATION = "PARTNER_ORGANIZATION"
    CUSTOMER_ORGANIZATION = "CUSTOMER_ORGANIZATION"
    REVIEW_ORGANIZATIONS = "REVIEW_ORGANIZATIONS"
    SERVICES = "SERVICES"
    MEETINGS_SITES = "MEETINGS_SITES"
    MEETINGS_LICENSES = "MEETINGS_LICENSES"
    MEETINGS_REVIEW = "MEETINGS_REVIEW"
    CALLING_LOCATION = "CALLING_LOCATION"
    CALLING_REVIEW = "CALLING_REVIEW"
    DONE = "DONE"


class ProvisioningStatus(StrEnum):
    """The status word that people see."""

    AWAITING_PROVISIONING_DETAILS = "AWAITING_PROVISIONING_DETAILS"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    CANNOT_PROVISION = "CANNOT_PROVISION"


class Scope(StrEnum):
    """What a transition touches. Two people disturb each other only within one scope (and one service)."""

    ORDER = "order"
    MAPPING = "mapping"
    SERVICE = "service"
    HAND_OVER = "hand-over"
    DISPUTE = "dispute"
    REQUEST = "request"


CONTACT, CUSTOMER, PARTNER = (
    OrderRole.PROVISIONING_CONTACT,
    OrderRole.CUSTOMER_ADMINISTRATOR,
    OrderRole.PARTNER_ADMINISTRATOR,
)
PROVISIONER, SELLER, SUPPORT = OrderRole.PROVISIONING_ADMINISTRATOR, OrderRole.SELLER, OrderRole.SUPPORT
FORMER = OrderRole.FORMER_CONTACT

BEFORE_MAPPED = {S.AWAITING_CONTACT, S.FINDING_ORGANIZATIONS}
SETUP = {S.MAPPED, S.SETTING_UP}
WORKERS = {CONTACT, PARTNER, PROVISIONER, CUSTOMER}
PARTNER_SIDE = {CONTACT, PARTNER, PROVISIONER}
UNSUBMITTED = {ServiceState.NOT_STARTED, ServiceState.DRAFT, ServiceState.READY_FOR_REVIEW, ServiceState.DEFERRED}
DRAFTED = {ServiceState.DRAFT, ServiceState.READY_FOR_REVIEW}


def always(_order: Dossier) -> bool:
    """No further condition."""
    return True


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the journey: a mutation, who may call it, in which states, and what it touches."""

    mutation: str
    roles: frozenset[OrderRole]
    states: frozenset[OrderStatus]
    scope: Scope
    possible: Callable[[Dossier], bool] = always


def _row(
    mutation: str,
    roles: Iterable[OrderRole],
    states: Iterable[OrderStatus],
    scope: Scope,
    possible: Callable[[Dossier], bool] = always,
) -> Transition:
    return Transition(mutation, frozenset(roles), frozenset(states), scope, possible)


def names_partner(order: Dossier) -> bool:
    """Whether the seller named the partner organization, whose administrators may then find organizations too."""
    return order.named_partner_id is not None


def may_take_back(order: Dossier) -> bool:
    """Whether the contact who handed the order over last may still take it back."""
    delegation = order.delegation
    return bool(delegation and delegation.by_contact and not delegation.opened_at and not delegation.taken_back_at)


def _delegated(order: Dossier) -> bool:
    return may_take_back(order) and order.delegation is not None and order.delegation.former_key == order.viewer_key


def _may_hand_over(order: Dossier) -> bool:
    return order.audience is Audience.CUSTOMER and not stopped(order)


def _handed_over(order: Dossier) -> bool:
    return order.customer_sets_up_services


def disputed(order: Dossier) -> bool:
    """Whether a dispute waits for support's decision."""
    return order.dispute is not None and order.dispute.decided_at is None


def rejected(order: Dossier) -> bool:
    """Whether a dispute was upheld after the first Close: too late to undo the mapping, the partner is out."""
    if order.dispute is None or order.customer is None:
        return False
    return order.dispute.upheld is True and order.dispute.organization_id == order.customer.id


def stopped(order: Dossier) -> bool:
    """Whether service setup rests until support has decided a dispute, or for good."""
    return disputed(order) or rejected(order)


def may_undo(order: Dossier, roles: frozenset[OrderRole]) -> bool:
    """Whether the mapping is these roles' to undo: while it is disputed, support decides."""
    return SUPPORT in roles or not disputed(order)


def _disputable(order: Dossier) -> bool:
    created_here = order.customer is not None and order.customer.created_for_order_id == order.id
    return not stopped(order) and not created_here


def _wants_full_rights(order: Dossier) -> bool:
    pending = order.request is not None and order.request.state is AdministratorRequestState.PENDING
    return partner_role(order) is AdministratorRole.PROVISIONING_ADMINISTRATOR and not pending


def _request_pending(order: Dossier) -> bool:
    return order.request is not None and order.request.state is AdministratorRequestState.PENDING


def _request_expired(order: Dossier) -> bool:
    return order.request is not None and order.request.state is AdministratorRequestState.EXPIRED


def _service_in(states: set[ServiceState], *kinds: ServiceKind) -> Callable[[Dossier], bool]:
    wanted = set(kinds) or set(ServiceKind)

    def possible(order: Dossier) -> bool:
        return not stopped(order) and any(s.state in states and s.kind in wanted for s in order.services)

    return possible


def _submittable(order: Dossier) -> bool:
    if stopped(order):
        return False
    if not any(needs_input(service.kind) for service in order.services):
        return any(service.state is ServiceState.NOT_STARTED for service in order.services)
    return any(service.state is ServiceState.READY_FOR_REVIEW for service in order.services)


def _calling_provisioned(order: Dossier) -> bool:
    return _service_in({ServiceState.PROVISIONED}, ServiceKind.CALLING)(order)


EDITABLE = UNSUBMITTED | {ServiceState.FAILED}
M, C = ServiceKind.MEETINGS, ServiceKind.CALLING

TRANSITIONS: dict[str, Transition] = {
    row.mutation: row
    for row in (
        # the seller's side
        _row("cancelOrder", {SELLER, SUPPORT}, {S.SCHEDULED, *BEFORE_MAPPED, S.MAPPED}, Scope.ORDER),
        _row("rescheduleOrder", {SELLER}, {S.SCHEDULED}, Scope.ORDER),
        _row("reopenOrder", {SELLER}, {S.CLOSED}, Scope.ORDER),
        _row("changeProvisioningContact", {SELLER, PARTNER, SUPPORT}, {S.SCHEDULED, *BEFORE_MAPPED}, Scope.MAPPING),
        _row("resendSetupEmail", {SELLER, PARTNER, SUPPORT}, BEFORE_MAPPED, Scope.ORDER),
        # the organization finder
        _row("chooseAudience", {CONTACT, PARTNER}, BEFORE_MAPPED, Scope.MAPPING),
        _row("delegateOrder", {CONTACT}, BEFORE_MAPPED, Scope.MAPPING),
        _row("takeBackOrder", {FORMER}, BEFORE_MAPPED, Scope.MAPPING, _delegated),
        _row("chooseOrganization", {CONTACT, PARTNER}, {S.FINDING_ORGANIZATIONS}, Scope.MAPPING),
        _row("createOrganization", {CONTACT, PARTNER}, {S.FINDING_ORGANIZATIONS}, Scope.MAPPING),
        _row("confirmOrganizations", {CONTACT, PARTNER}, {S.FINDING_ORGANIZATIONS}, Scope.MAPPING),
        _row("undoMapping", {CONTACT, PARTNER, PROVISIONER, SUPPORT}, {S.MAPPED}, Scope.MAPPING),
        _row("handOverToCustomer", PARTNER_SIDE, SETUP, Scope.HAND_OVER, _may_hand_over),
        _row("takeBackServiceSetup", PARTNER_SIDE, SETUP, Scope.HAND_OVER, _handed_over),
        _row("disputeMapping", {CUSTOMER}, {*SETUP, S.COMPLETED}, Scope.DISPUTE, _disputable),
        _row("resolveDispute", {SUPPORT}, {*SETUP, S.COMPLETED}, Scope.DISPUTE, disputed),
        # service setup
        _row("setUpNow", WORKERS, SETUP, Scope.SERVICE, _service_in(UNSUBMITTED, M, C)),
        _row("setUpLater", WORKERS, SETUP, Scope.SERVICE, _service_in(UNSUBMITTED, M, C)),
        _row("saveMeetingSites", WORKERS, SETUP, Scope.SERVICE, _service_in(EDITABLE, M)),
        _row("distributeLicenses", WORKERS, SETUP, Scope.SERVICE, _service_in(EDITABLE, M)),
        _row("saveCallingLocation", WORKERS, SETUP, Scope.SERVICE, _service_in(EDITABLE, C)),
        _row("submitService", WORKERS, {*SETUP, S.COMPLETED}, Scope.SERVICE, _submittable),
        _row("retryService", {*WORKERS, SUPPORT}, SETUP, Scope.SERVICE, _service_in({ServiceState.FAILED})),
        # Control Hub, after provisioning
        _row("addLocation", WORKERS, {S.SETTING_UP, S.COMPLETED}, Scope.SERVICE, _calling_provisioned),
        _row("updateLocation", WORKERS, {S.SETTING_UP, S.COMPLETED}, Scope.SERVICE, _calling_provisioned),
        _row("requestFullAdministrator", PARTNER_SIDE, {S.COMPLETED}, Scope.REQUEST, _wants_full_rights),
        _row("decideAdministratorRequest", {CUSTOMER}, {S.COMPLETED}, Scope.REQUEST, _request_pending),
    )
}
FINDER_STEPS = {"chooseAudience", "chooseOrganization", "createOrganization", "confirmOrganizations"}


def roles_for(rule: Transition, order: Dossier, roles: frozenset[OrderRole]) -> frozenset[OrderRole]:
    """The viewer's roles that give him this right; a partner finds organizations only if the order names his."""
    held = rule.roles & roles
    if PARTNER in held and rule.mutation in FINDER_STEPS | {"changeProvisioningContact", "resendSetupEmail"}:
        return held if names_partner(order) else held - {PARTNER}
    return held


def allowed_mutations(order: Dossier, roles: frozenset[OrderRole]) -> list[str]:
    """The mutations that a viewer with these roles may call now."""
    return [
        rule.mutation
        for rule in TRANSITIONS.values()
        if order.status in rule.states
        and roles_for(rule, order, roles)
        and rule.possible(order)
        and (rule.mutation != "undoMapping" or may_undo(order, roles))
        and (rule.mutation != "confirmOrganizations" or next_step(order) is WizardStep.REVIEW_ORGANIZATIONS)
    ]


def _rests_in_dispute(rule: Transition) -> bool:
    """Whether a dispute halts this transition: service setup, and asking the customer for it."""
    return rule.scope is Scope.SERVICE or rule.mutation == "handOverToCustomer"


def check_state(rule: Transition, order: Dossier, roles: frozenset[OrderRole]) -> None:
    """Refuse a transition that the order's state does not allow to these roles."""
    if rule.scope is Scope.SERVICE and order.status in {S.SCHEDULED, *BEFORE_MAPPED}:
        raise Refused("MAPPING_INCOMPLETE", "Confirm the organizations before you set up services.")
    if _rests_in_dispute(rule) and order.status in {*SETUP, S.COMPLETED} and stopped(order):
        if disputed(order):
            text = "The customer disputes this mapping. Service setup waits until support has decided."
            raise Refused("DISPUTED", text)
        raise Refused("DISPUTED", "The customer disputed this mapping and support agreed. Service setup has ended.")
    if rule.mutation == "decideAdministratorRequest" and _request_expired(order):
        raise Refused("EXPIRED", "This request has expired.", ("requestId",))
    # Whether one service can do it is the service's own state, which the step checks; the rest is the table's.
    possible = rule.scope is Scope.SERVICE or rule.possible(order)
    if order.status not in rule.states or not possible:
        raise Refused(
            "STEP_NOT_ALLOWED",
            "This step is not possible now.",
            details={"next_step": next_step(order)},
        )
    if rule.mutation == "undoMapping" and not may_undo(order, roles):
        raise Refused("DISPUTED", "The customer disputes this mapping. Support decides.")


# ---------------------------------------------------------------- what comes next


def needs_input(kind: ServiceKind) -> bool:
    """Whether people set this service up; the others are included and start with the first Close."""
    return kind is not ServiceKind.MESSAGING


def needs_partner(order: Dossier) -> bool:
    """Whether the order is mapped to a partner organization too."""
    return order.audience is not Audience.OWN_COMPANY


def next_step(order: Dossier) -> WizardStep:
    """The page on which the order goes on."""
    match order.status:
        case S.SCHEDULED | S.AWAITING_CONTACT:
            return WizardStep.AUDIENCE
        case S.FINDING_ORGANIZATIONS:
            return _finder_step(order)
        case S.MAPPED | S.SETTING_UP:
            drafts = [s for s in order.services if s.state in DRAFTED and needs_input(s.kind)]
            step = service_step(order, drafts[0]) if len(drafts) == 1 else None
            return step or WizardStep.SERVICES
        case _:
            return WizardStep.DONE


def _finder_step(order: Dossier) -> WizardStep:
    if order.audience is None or not order.audience_confirmed:
        return WizardStep.AUDIENCE
    if needs_partner(order) and order.partner is None:
        return WizardStep.PARTNER_ORGANIZATION
    return WizardStep.CUSTOMER_ORGANIZATION if order.customer is None else WizardStep.REVIEW_ORGANIZATIONS


def service_step(order: Dossier, service: ServiceRecord) -> WizardStep | None:
    """The page on which this service goes on; None if nothing is left to enter."""
    if not needs_input(service.kind) or service.state in {ServiceState.PROVISIONING, ServiceState.PROVISIONED}:
        return None
    if service.kind is ServiceKind.CALLING:
        return WizardStep.CALLING_REVIEW if order.locations_of(service.id) else WizardStep.CALLING_LOCATION
    if not order.sites_of(service.id):
        return WizardStep.MEETINGS_SITES
    return WizardStep.MEETINGS_REVIEW if licenses_distributed(order, service.id) else WizardStep.MEETINGS_LICENSES


def licenses_distributed(order: Dossier, service_id: int) -> bool:
    """Whether every site has its share of the licenses that are split over sites."""
    split = [license for license in order.licenses_of(ServiceKind.MEETINGS) if license.scope is LicenseScope.PER_SITE]
    return not split or all(site.allocations is not None for site in order.sites_of(service_id))


def draft_state(order: Dossier, service: ServiceRecord) -> ServiceState:
    """The state of what was entered so far, for a service that was not submitted."""
    step = service_step(order, service)
    ready = step in {WizardStep.MEETINGS_REVIEW, WizardStep.CALLING_REVIEW}
    return ServiceState.READY_FOR_REVIEW if ready else ServiceState.DRAFT


def provisioning_status(states: Iterable[ServiceState]) -> ProvisioningStatus:
    """The most important status word: failed, awaiting, provisioning, provisioned."""
    present = set(states)
    if ServiceState.FAILED in present:
        return ProvisioningStatus.CANNOT_PROVISION
    if present & UNSUBMITTED or not present:
        return ProvisioningStatus.AWAITING_PROVISIONING_DETAILS
    return ProvisioningStatus.PROVISIONING if ServiceState.PROVISIONING in present else ProvisioningStatus.PROVISIONED


def partner_role(order: Dossier) -> AdministratorRole | None:
    """What the partner is, or will be, in the customer organization; None without one, or if the customer objected."""
    if order.audience is not Audience.CUSTOMER or order.customer is None:
        return None
    if rejected(order):
        return None
    created_here = order.customer.created_for_order_id == order.id
    approved = order.request is not None and order.request.state is AdministratorRequestState.APPROVED
    full = created_here or approved
    return AdministratorRole.FULL_ADMINISTRATOR if full else AdministratorRole.PROVISIONING_ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is, and since when."""

    role: OrderRole
    email: str | None
    since: datetime


def turn(order: Dossier) -> Turn | None:
    """Whose turn it is; None: nobody's."""
    if order.status in BEFORE_MAPPED:
        return Turn(CONTACT, order.contact_email, order.turn_since)
    if order.status not in SETUP:
        return None
    if order.dispute is not None and stopped(order):
        return Turn(SUPPORT, None, order.dispute.at) if disputed(order) else None
    waiting = [s for s in order.services if needs_input(s.kind) and s.state in EDITABLE]
    if not waiting and not any(s.state is ServiceState.NOT_STARTED for s in order.services):
        return None
    if order.customer_sets_up_services:
        return Turn(CUSTOMER, order.customer_contact, order.turn_since)
    return Turn(CONTACT, order.contact_email, order.turn_since)


# ---------------------------------------------------------------- requirements


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that has to be entered or decided: the page, the mutation and the path below its input."""

    step: WizardStep
    mutation: str
    field: tuple[str, ...]
    message: str
    service_id: int | None = None


@dataclass(frozen=True, slots=True)
class Requirements:
    """What is due now, what will be due later, and what was saved and no longer holds."""

    currently_due: list[Requirement]
    eventually_due: list[Requirement]
    errors: list[Refused]


_AUDIENCE = Requirement(WizardStep.AUDIENCE, "chooseAudience", ("audience",), "Say for whom this order is.")
_PARTNER = Requirement(
    WizardStep.PARTNER_ORGANIZATION, "chooseOrganization", ("organizationId",), "Choose the partner organization."
)
_CUSTOMER = Requirement(
    WizardStep.CUSTOMER_ORGANIZATION, "chooseOrganization", ("organizationId",), "Choose the customer organization."
)
_OWN = Requirement(
    WizardStep.CUSTOMER_ORGANIZATION, "chooseOrganization", ("organizationId",), "Choose your organization."
)
_CONFIRM = Requirement(WizardStep.REVIEW_ORGANIZATIONS, "confirmOrganizations", (), "Confirm the organizations.")
_LOCATION_FIELDS = {
    "name": "Enter the location name.",
    "timeZone": "Choose the time zone.",
    "preferredLanguage": "Choose the preferred language.",
    "announcementLanguage": "Choose the announcement language.",
    "address": "Enter the address of your headquarters.",
}


def requirements(order: Dossier) -> Requirements:
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
        return [
            Requirement(
                step or WizardStep.SERVICES, "retryService", (), "Correct the entries or try again.", service.id
            )
        ]
    if not any(needs_input(other.kind) for other in order.services) and service.state is ServiceState.NOT_STARTED:
        return [Requirement(WizardStep.SERVICES, "submitService", (), "Start the included services.", service.id)]
    match step:
        case WizardStep.MEETINGS_SITES:
            return [
                Requirement(step, "saveMeetingSites", ("sites",), "Enter the Webex URLs of your sites.", service.id)
            ]
        case WizardStep.MEETINGS_LICENSES:
            text = "Distribute the licenses across the sites."
            return [Requirement(step, "distributeLicenses", ("allocations",), text, service.id)]
        case WizardStep.CALLING_LOCATION:
            return [
                Requirement(step, "saveCallingLocation", (field,), text, service.id)
                for field, text in _LOCATION_FIELDS.items()
            ]
        case WizardStep.MEETINGS_REVIEW | WizardStep.CALLING_REVIEW:
            return [Requirement(step, "submitService", (), "Check the entries and close.", service.id)]
        case _:
            return []


def unusable_organizations(order: Dossier) -> list[Refused]:
    """The chosen organizations that can no longer be used."""
    text = "{organization} can no longer be used. Choose another organization."
    return [
        Refused("NOT_ELIGIBLE", text, ("organizationId",), values={"organization": organization.display_name})
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
            if site.held_name is None:
                text = "{site} is no longer held for you. Save the sites again."
                path = ("sites", str(site.position), "siteName")
                errors.append(Refused("EXPIRED", text, path, values={"site": f"{site.name}.webex.com"}))
    return errors
