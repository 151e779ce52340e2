"""The journey: the whole wizard in one pure table. Read this file first.

`TRANSITIONS` says who may do what, in which states of the order, and what a change touches. The functions below it say
which page comes next and whose turn it is; `requirements.py` says what is still required. Nothing here reads or writes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, LicenseScope, OrderStatus
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.dossier import Dossier, ServiceRecord
from backend.refusals import ErrorCode, Refused

S = OrderStatus


class Mutation(StrEnum):
    """A mutation that changes an order, by its name in the schema."""

    CANCEL_ORDER = "cancelOrder"
    RESCHEDULE_ORDER = "rescheduleOrder"
    REOPEN_ORDER = "reopenOrder"
    ADVANCE_TEST_ORDER = "advanceTestOrder"
    CHANGE_PROVISIONING_CONTACT = "changeProvisioningContact"
    RESEND_SETUP_EMAIL = "resendSetupEmail"
    CHOOSE_AUDIENCE = "chooseAudience"
    DELEGATE_ORDER = "delegateOrder"
    TAKE_BACK_ORDER = "takeBackOrder"
    CHOOSE_ORGANIZATION = "chooseOrganization"
    CREATE_ORGANIZATION = "createOrganization"
    CONFIRM_ORGANIZATIONS = "confirmOrganizations"
    UNDO_MAPPING = "undoMapping"
    HAND_OVER_TO_CUSTOMER = "handOverToCustomer"
    TAKE_BACK_SERVICE_SETUP = "takeBackServiceSetup"
    DISPUTE_MAPPING = "disputeMapping"
    RESOLVE_DISPUTE = "resolveDispute"
    SET_UP_NOW = "setUpNow"
    SET_UP_LATER = "setUpLater"
    SAVE_MEETING_SITES = "saveMeetingSites"
    DISTRIBUTE_LICENSES = "distributeLicenses"
    SAVE_CALLING_LOCATION = "saveCallingLocation"
    SUBMIT_SERVICE = "submitService"
    RETRY_SERVICE = "retryService"
    DELEGATE_SERVICE = "delegateService"
    TAKE_BACK_SERVICE = "takeBackService"
    MOVE_LICENSES = "moveLicenses"
    ADD_LOCATION = "addLocation"
    UPDATE_LOCATION = "updateLocation"
    REQUEST_FULL_ADMINISTRATOR = "requestFullAdministrator"
    DECIDE_ADMINISTRATOR_REQUEST = "decideAdministratorRequest"
    TICK_FOLLOW_UP = "tickFollowUp"


class OrderRole(StrEnum):
    """What a viewer is to an order; the first that holds is their role, their rights are the union of all that hold."""

    PROVISIONING_CONTACT = "PROVISIONING_CONTACT"
    CUSTOMER_ADMINISTRATOR = "CUSTOMER_ADMINISTRATOR"
    PARTNER_ADMINISTRATOR = "PARTNER_ADMINISTRATOR"
    PROVISIONING_ADMINISTRATOR = "PROVISIONING_ADMINISTRATOR"
    SELLER = "SELLER"
    SUPPORT = "SUPPORT"
    SERVICE_DELEGATE = "SERVICE_DELEGATE"
    SALESPERSON = "SALESPERSON"
    FORMER_CONTACT = "FORMER_CONTACT"


STATUS_ONLY = frozenset({OrderRole.SALESPERSON, OrderRole.FORMER_CONTACT})  # they see where the order stands, no more


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


class FollowUpKind(StrEnum):
    """What people do once everything is set up, outside of the wizard."""

    ASSIGN_PEOPLE = "ASSIGN_PEOPLE"
    CHECK_NUMBERS = "CHECK_NUMBERS"
    JOIN_TEST_MEETING = "JOIN_TEST_MEETING"
    INVITE_ADMINISTRATOR = "INVITE_ADMINISTRATOR"


class ProvisioningStatus(StrEnum):
    """The status word that people see."""

    AWAITING_PROVISIONING_DETAILS = "AWAITING_PROVISIONING_DETAILS"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    CANNOT_PROVISION = "CANNOT_PROVISION"


class OrderStanding(StrEnum):
    """Where the order stands as a whole: one word for lists, pages and headings alike."""

    SCHEDULED = "SCHEDULED"
    AWAITING_PROVISIONING_DETAILS = "AWAITING_PROVISIONING_DETAILS"
    DISPUTED = "DISPUTED"
    CANNOT_PROVISION = "CANNOT_PROVISION"
    PROVISIONING = "PROVISIONING"
    PROVISIONED = "PROVISIONED"
    ENDED = "ENDED"
    CLOSED = "CLOSED"
    CANCELLED = "CANCELLED"


class Scope(StrEnum):
    """What a transition touches. Two people disturb each other only within one scope (and one service)."""

    ORDER = "order"
    MAPPING = "mapping"
    SERVICE = "service"
    HAND_OVER = "hand-over"
    DISPUTE = "dispute"
    REQUEST = "request"
    FOLLOW_UPS = "follow-ups"


CONTACT, CUSTOMER, PARTNER = (
    OrderRole.PROVISIONING_CONTACT,
    OrderRole.CUSTOMER_ADMINISTRATOR,
    OrderRole.PARTNER_ADMINISTRATOR,
)
PROVISIONER, SELLER, SUPPORT = OrderRole.PROVISIONING_ADMINISTRATOR, OrderRole.SELLER, OrderRole.SUPPORT
DELEGATE, SALESPERSON, FORMER = OrderRole.SERVICE_DELEGATE, OrderRole.SALESPERSON, OrderRole.FORMER_CONTACT

BEFORE_MAPPED = {S.AWAITING_CONTACT, S.FINDING_ORGANIZATIONS}
SETUP = {S.MAPPED, S.SETTING_UP}
WORKERS = {CONTACT, PARTNER, PROVISIONER, CUSTOMER}
ONE_SERVICE = {*WORKERS, DELEGATE}  # who is asked for one service does these with that one
PARTNER_SIDE = {CONTACT, PARTNER, PROVISIONER}
UNMAPPED = {S.SCHEDULED, *BEFORE_MAPPED}
MAPPED = {*SETUP, S.COMPLETED}
UNSUBMITTED = {ServiceState.NOT_STARTED, ServiceState.DRAFT, ServiceState.READY_FOR_REVIEW, ServiceState.DEFERRED}
DRAFTED = {ServiceState.DRAFT, ServiceState.READY_FOR_REVIEW}


Condition = Callable[[Dossier], bool]


def always(_order: Dossier) -> bool:
    """No further condition."""
    return True


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the journey: a mutation, who may call it, in which states, and what it touches."""

    mutation: Mutation
    roles: frozenset[OrderRole]
    states: frozenset[OrderStatus]
    scope: Scope
    possible: Condition = always  # else it is refused
    ready: Condition = always  # else it is not offered; the rule says which field lacks or which service can't
    needs_named_partner: bool = False  # partner administrators have it only where the order names their organization
    needs_full_rights: bool = False  # partner administrators have it only with full rights in the customer organization
    halted_by_dispute: bool = False  # rests while the mapping is disputed, ends when the dispute is upheld
    left_to_support_in_dispute: bool = False  # while the mapping is disputed, nobody else may


def _row(  # noqa: PLR0917 - the columns of the table
    mutation: Mutation,
    roles: Iterable[OrderRole],
    states: Iterable[OrderStatus],
    scope: Scope,
    possible: Condition = always,
    ready: Condition = always,
    **columns: bool,
) -> Transition:
    return Transition(mutation, frozenset(roles), frozenset(states), scope, possible, ready, **columns)


def _service_row(
    mutation: Mutation, roles: Iterable[OrderRole], states: Iterable[OrderStatus], ready: Condition
) -> Transition:
    return _row(mutation, roles, states, Scope.SERVICE, ready=ready, halted_by_dispute=True)


def names_partner(order: Dossier) -> bool:
    """Whether the seller named the partner organization, whose administrators may then find organizations too."""
    return order.named_partner_id is not None


def may_take_back(order: Dossier) -> bool:
    """Whether the contact who handed the order over last may still take it back."""
    delegation = order.delegation
    return bool(delegation and delegation.by_contact and not delegation.opened_at and not delegation.taken_back_at)


def _delegated(order: Dossier) -> bool:
    return may_take_back(order) and order.delegation is not None and order.delegation.former_key == order.viewer_key


def _is_test(order: Dossier) -> bool:
    return order.test


def _for_customer(order: Dossier) -> bool:
    return order.audience is Audience.CUSTOMER


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
    return order.dispute is not None and (disputed(order) or rejected(order))


def _disputable(order: Dossier) -> bool:
    return not stopped(order) and not needs_customer_administrator(order)


def _wants_full_rights(order: Dossier) -> bool:
    pending = order.request is not None and order.request.state is AdministratorRequestState.PENDING
    return partner_role(order) is AdministratorRole.PROVISIONING_ADMINISTRATOR and not pending


def alarms(order: Dossier) -> bool:
    """Whether the order still waits for somebody whom its mail did not reach."""
    waits = order.status in BEFORE_MAPPED | SETUP or request_pending(order)
    return order.undelivered_to is not None and waits


def request_pending(order: Dossier) -> bool:
    """Whether the partner's request for full administrator privileges waits for the customer's answer."""
    return order.request is not None and order.request.state is AdministratorRequestState.PENDING


def _undecided(order: Dossier) -> bool:
    undecided = {AdministratorRequestState.PENDING, AdministratorRequestState.EXPIRED}
    return order.request is not None and order.request.state in undecided


def _organizations_chosen(order: Dossier) -> bool:
    return next_step(order) is WizardStep.REVIEW_ORGANIZATIONS


def _service_in(states: set[ServiceState], *kinds: ServiceKind) -> Condition:
    wanted = set(kinds) or set(ServiceKind)

    def ready(order: Dossier) -> bool:
        for service in order.services:  # noqa: SIM110 – asked for each mutation of each answer, and `any` takes twice as long
            if service.state in states and service.kind in wanted:
                return True
        return False

    return ready


def _submittable(order: Dossier) -> bool:
    if not any(needs_input(service.kind) for service in order.services):
        return any(service.state is ServiceState.NOT_STARTED for service in order.services)
    return any(service.state is ServiceState.READY_FOR_REVIEW for service in order.services)


def _has_licenses_to_move(order: Dossier) -> bool:
    split = any(one.service is M and one.scope is LicenseScope.PER_SITE for one in order.licenses)
    return split and _service_in({ServiceState.PROVISIONED}, M)(order)


def _has_delegate(order: Dossier) -> bool:
    return any(service.delegate_email for service in order.services)


EDITABLE = UNSUBMITTED | {ServiceState.FAILED}
M, C = ServiceKind.MEETINGS, ServiceKind.CALLING

TRANSITIONS: dict[Mutation, Transition] = {
    row.mutation: row
    for row in (
        # the seller's side
        _row(Mutation.CANCEL_ORDER, {SELLER, SUPPORT}, {*UNMAPPED, S.MAPPED}, Scope.ORDER),
        _row(Mutation.RESCHEDULE_ORDER, {SELLER}, {S.SCHEDULED}, Scope.ORDER),
        _row(Mutation.REOPEN_ORDER, {SELLER}, {S.CLOSED}, Scope.ORDER),
        _row(Mutation.ADVANCE_TEST_ORDER, {SELLER}, set(S), Scope.ORDER, _is_test),
        _row(
            Mutation.CHANGE_PROVISIONING_CONTACT,
            {SELLER, PARTNER, SUPPORT, SALESPERSON},
            UNMAPPED,
            Scope.MAPPING,
            needs_named_partner=True,
        ),
        _row(
            Mutation.RESEND_SETUP_EMAIL,
            {SELLER, PARTNER, SUPPORT, SALESPERSON},
            BEFORE_MAPPED,
            Scope.ORDER,
            needs_named_partner=True,
        ),
        # the organization finder
        _row(Mutation.CHOOSE_AUDIENCE, {CONTACT, PARTNER}, BEFORE_MAPPED, Scope.MAPPING, needs_named_partner=True),
        _row(Mutation.DELEGATE_ORDER, {CONTACT}, BEFORE_MAPPED, Scope.MAPPING),
        _row(Mutation.TAKE_BACK_ORDER, {FORMER}, BEFORE_MAPPED, Scope.MAPPING, _delegated),
        _row(
            Mutation.CHOOSE_ORGANIZATION,
            {CONTACT, PARTNER},
            {S.FINDING_ORGANIZATIONS},
            Scope.MAPPING,
            needs_named_partner=True,
        ),
        _row(
            Mutation.CREATE_ORGANIZATION,
            {CONTACT, PARTNER},
            {S.FINDING_ORGANIZATIONS},
            Scope.MAPPING,
            needs_named_partner=True,
        ),
        _row(
            Mutation.CONFIRM_ORGANIZATIONS,
            {CONTACT, PARTNER},
            {S.FINDING_ORGANIZATIONS},
            Scope.MAPPING,
            ready=_organizations_chosen,
            needs_named_partner=True,
        ),
        _row(
            Mutation.UNDO_MAPPING,
            {CONTACT, PARTNER, PROVISIONER, SUPPORT},
            {S.MAPPED},
            Scope.MAPPING,
            left_to_support_in_dispute=True,
        ),
        _row(
            Mutation.HAND_OVER_TO_CUSTOMER, PARTNER_SIDE, SETUP, Scope.HAND_OVER, _for_customer, halted_by_dispute=True
        ),
        _row(Mutation.TAKE_BACK_SERVICE_SETUP, PARTNER_SIDE, SETUP, Scope.HAND_OVER, _handed_over),
        _row(Mutation.DISPUTE_MAPPING, {CUSTOMER}, MAPPED, Scope.DISPUTE, _disputable),
        _row(Mutation.RESOLVE_DISPUTE, {SUPPORT}, MAPPED, Scope.DISPUTE, disputed),
        # service setup
        _service_row(Mutation.SET_UP_NOW, ONE_SERVICE, SETUP, _service_in(UNSUBMITTED, M, C)),
        _service_row(Mutation.SET_UP_LATER, ONE_SERVICE, SETUP, _service_in(UNSUBMITTED, M, C)),
        _service_row(Mutation.SAVE_MEETING_SITES, ONE_SERVICE, SETUP, _service_in(EDITABLE, M)),
        _service_row(Mutation.DISTRIBUTE_LICENSES, ONE_SERVICE, SETUP, _service_in(EDITABLE, M)),
        _service_row(Mutation.SAVE_CALLING_LOCATION, ONE_SERVICE, SETUP, _service_in(EDITABLE, C)),
        _service_row(Mutation.SUBMIT_SERVICE, ONE_SERVICE, MAPPED, _submittable),
        _service_row(Mutation.RETRY_SERVICE, {*ONE_SERVICE, SUPPORT}, SETUP, _service_in({ServiceState.FAILED})),
        _service_row(Mutation.DELEGATE_SERVICE, WORKERS, SETUP, _service_in(EDITABLE, M, C)),
        _row(Mutation.TAKE_BACK_SERVICE, WORKERS, MAPPED, Scope.SERVICE, ready=_has_delegate),
        # Control Hub, after provisioning
        _row(
            Mutation.MOVE_LICENSES,
            {PARTNER, CUSTOMER},
            {S.SETTING_UP, S.COMPLETED},
            Scope.SERVICE,
            ready=_has_licenses_to_move,
            needs_full_rights=True,
            halted_by_dispute=True,
        ),
        _service_row(
            Mutation.ADD_LOCATION, WORKERS, {S.SETTING_UP, S.COMPLETED}, _service_in({ServiceState.PROVISIONED}, C)
        ),
        _service_row(
            Mutation.UPDATE_LOCATION, WORKERS, {S.SETTING_UP, S.COMPLETED}, _service_in({ServiceState.PROVISIONED}, C)
        ),
        _row(Mutation.REQUEST_FULL_ADMINISTRATOR, PARTNER_SIDE, {S.COMPLETED}, Scope.REQUEST, _wants_full_rights),
        _row(
            Mutation.DECIDE_ADMINISTRATOR_REQUEST,
            {CUSTOMER},
            {S.COMPLETED},
            Scope.REQUEST,
            _undecided,
            request_pending,
        ),
        _row(Mutation.TICK_FOLLOW_UP, WORKERS, {S.COMPLETED}, Scope.FOLLOW_UPS, halted_by_dispute=True),
    )
}


_POSSIBLE_IN = {status: tuple(rule for rule in TRANSITIONS.values() if status in rule.states) for status in OrderStatus}


def roles_for(rule: Transition, order: Dossier, roles: frozenset[OrderRole]) -> frozenset[OrderRole]:
    """The viewer's roles that give them this right."""
    held = rule.roles & roles
    if PARTNER not in held:
        return held
    unnamed = rule.needs_named_partner and not names_partner(order)
    too_few_rights = rule.needs_full_rights and partner_role(order) is not AdministratorRole.FULL_ADMINISTRATOR
    return held - {PARTNER} if unnamed or too_few_rights else held


def allowed_mutations(order: Dossier, roles: frozenset[OrderRole]) -> list[Mutation]:
    """The mutations that a viewer with these roles may call now."""
    return [
        rule.mutation
        for rule in _POSSIBLE_IN[order.status]  # others are refused, for whatever reason
        if (held := roles_for(rule, order, roles)) and rule.ready(order) and refusal(rule, order, held) is None
    ]


def check_state(rule: Transition, order: Dossier, roles: frozenset[OrderRole]) -> None:
    """Refuse a transition that the order's state does not allow to these roles."""
    if refused := refusal(rule, order, roles):
        raise refused


def refusal(rule: Transition, order: Dossier, roles: frozenset[OrderRole]) -> Refused | None:
    """Why the order's state does not allow a transition to these roles; None: it does."""
    if rule.scope is Scope.SERVICE and order.status in UNMAPPED:
        return Refused(ErrorCode.MAPPING_INCOMPLETE, "Confirm the organizations before you set up services.")
    if rule.halted_by_dispute and order.status in MAPPED and stopped(order):
        if disputed(order):
            text = "The customer disputes this mapping. Service setup is on hold until support decides."
        else:
            text = "The customer disputed this mapping and support agreed. Service setup has ended."
        return Refused(ErrorCode.DISPUTED, text)
    if order.status not in rule.states or not rule.possible(order):
        return Refused(
            ErrorCode.STEP_NOT_ALLOWED, "This step is not possible now.", details={"next_step": next_step(order)}
        )
    if rule.left_to_support_in_dispute and disputed(order) and SUPPORT not in roles:
        return Refused(ErrorCode.DISPUTED, "The customer disputes this mapping. Support decides.")
    return None


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
        case S.MAPPED | S.SETTING_UP if stopped(order):
            return WizardStep.SERVICES
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


_FOLLOW_UPS_OF = {FollowUpKind.CHECK_NUMBERS: C, FollowUpKind.JOIN_TEST_MEETING: M}  # the others are every order's


def follow_ups(order: Dossier) -> list[FollowUpKind]:
    """What is left for people once everything is set up; nothing while a dispute is open, or after it was upheld."""
    if order.status is not S.COMPLETED or stopped(order):
        return []
    sold = {service.kind for service in order.services}
    return [kind for kind in FollowUpKind if kind not in _FOLLOW_UPS_OF or _FOLLOW_UPS_OF[kind] in sold]


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


def standing(order: Dossier) -> OrderStanding:
    """Where the order stands: its end or beginning, a dispute that halts it, else the status of its services."""
    if order.status in {S.SCHEDULED, S.CLOSED, S.CANCELLED}:
        return OrderStanding(order.status)
    if order.status in MAPPED and disputed(order):
        return OrderStanding.DISPUTED
    if order.status in SETUP and rejected(order):
        return OrderStanding.ENDED
    return OrderStanding(provisioning_status(service.state for service in order.services))


def partner_has_access(order: Dossier) -> bool:
    """Whether the partner's side still has to do with the order: the customer has not ended its access.

    The one rule behind roles, lists, links, webhooks and the picture of who has access.
    """
    return order.partner_access_ended_at is None


def contact_addressed(order: Dossier) -> str | None:
    """The contact's address, while mails about the order go to them."""
    return order.contact_email if partner_has_access(order) else None


def needs_customer_administrator(order: Dossier) -> bool:
    """Whether a hand-over names the customer's administrator: nobody is one where the organization is this order's."""
    return order.customer is not None and order.customer.created_for_order_id == order.id


def partner_role(order: Dossier) -> AdministratorRole | None:
    """What the partner is, or will be, in the customer organization; None without one, or if the customer ended it."""
    if order.audience is not Audience.CUSTOMER or order.customer is None:
        return None
    if rejected(order) or not partner_has_access(order):
        return None
    approved = order.request is not None and order.request.state is AdministratorRequestState.APPROVED
    full = needs_customer_administrator(order) or approved
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
    if order.dispute is not None and standing(order) is OrderStanding.DISPUTED:
        return Turn(SUPPORT, None, order.dispute.at)
    if order.status not in SETUP or rejected(order):
        return None
    waiting = [s for s in order.services if needs_input(s.kind) and s.state in EDITABLE]
    if not waiting and not any(s.state is ServiceState.NOT_STARTED for s in order.services):
        return None
    if order.customer_sets_up_services:
        return Turn(CUSTOMER, order.customer_contact, order.turn_since)
    return Turn(CONTACT, order.contact_email, order.turn_since)


def delegates_turn(order: Dossier, key: str) -> Turn | None:
    """The same as somebody sees it who was asked to set up services: theirs while one of these waits."""
    found = turn(order)
    if found is None or found.role is SUPPORT:
        return found
    own = next((s for s in order.services if s.delegate_key == key and s.state in EDITABLE), None)
    return Turn(DELEGATE, own.delegate_email, found.since) if own else None
