"""The journey, as a pure table: what is offered can be done, and each state leads somewhere."""

from datetime import UTC, date, datetime
from functools import cache
from itertools import combinations, product
from typing import Any

import msgspec
import pytest

from backend.models.order import AdministratorRequestState, Audience, OrderStatus
from backend.models.organization import OrganizationStatus
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.dossier import (
    DelegationRecord,
    DisputeRecord,
    Dossier,
    LocationRecord,
    OrganizationRecord,
    RequestRecord,
    ServiceRecord,
)
from backend.provisioning.journey import (
    TRANSITIONS,
    OrderRole,
    OrderStanding,
    ProvisioningStatus,
    Transition,
    WizardStep,
    allowed_mutations,
    check_state,
    disputed,
    next_step,
    provisioning_status,
    rejected,
    standing,
    turn,
)
from backend.provisioning.requirements import requirements_of
from backend.refusals import Refused

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
S, V = OrderStatus, ServiceState


def organization(number: int, **changes: Any) -> OrganizationRecord:
    return msgspec.structs.replace(
        OrganizationRecord(
            id=number, external_id=str(number), display_name=f"Organization {number}", is_partner=number == 1,
            is_customer=number == 2, country="DE", business_vertical=None, status=OrganizationStatus.ACTIVE,
            created_at=AT, created_for_order_id=None, active_users=1, latest_activity_on=None, domains=[],
        ),
        **changes,
    )  # fmt: skip


def service(number: int, kind: ServiceKind, state: ServiceState) -> ServiceRecord:
    return ServiceRecord(
        id=number, kind=kind, state=state, saved_at=None, saved_by=None, submitted_at=None, failure=None
    )


def order(**changes: Any) -> Dossier:
    """An order whose audience is chosen and whose organizations are there."""
    whole = Dossier(
        id=7, seller="s", order_number="1", external_id=None, placed_body="", offer="Webex Suite", company_name="Acme",
        country=None, customer_domain=None, customer_admin_email=None, contact_email="pat@a.example",
        contact_key="pat@a.example", requested_start_date=date(2026, 11, 23), seller_name="S", seller_email=None,
        seller_key=None,
        term_months=12, language="en", previous_organization=None, named_partner="1", subscription_number="1",
        placed_at=AT, updated_at=AT, version=1, status=S.MAPPED, audience=Audience.CUSTOMER, audience_confirmed=True,
        partner_organization_id=1, customer_organization_id=2, mapped_at=AT, customer_sets_up_services=False,
        customer_contact=None, issued_at=AT, deadline=AT, deadline_days=30, remind_at=None, hand_over_remind_at=None,
        closed_from=None, turn_since=AT, generation=1, licenses=[],
        services=[service(1, ServiceKind.MEETINGS, V.NOT_STARTED), service(2, ServiceKind.CALLING, V.NOT_STARTED)],
        sites=[], locations=[], steps=[], partner=organization(1), customer=organization(2), delegation=None,
        dispute=None, request=None, administrators=[], viewer_key="", viewer_is_former=False, viewer_administers=[],
        named_partner_id=1,
    )  # fmt: skip
    return msgspec.structs.replace(whole, **changes)


@cache
def variants() -> list[Dossier]:
    """Orders in every status, with and without what the rows of the table ask for."""
    dispute = DisputeRecord(id=1, at=AT, by="x", organization_id=2, reason=None, upheld=None, decided_at=None)
    delegation = DelegationRecord(
        id=1, former_email="x", former_key="", delegate_email="y", by_contact=True, since=AT,
        status_before=S.AWAITING_CONTACT, audience_confirmed_before=False, opened_at=None, taken_back_at=None,
    )  # fmt: skip
    pending, expired = (
        RequestRecord(id=1, organization_id=2, requested_by="x", requested_at=AT, expires_at=AT, state=state)
        for state in (AdministratorRequestState.PENDING, AdministratorRequestState.EXPIRED)
    )
    made_here = organization(2, created_for_order_id=7)
    axes: list[list[dict[str, Any]]] = [
        [{"status": status} for status in OrderStatus],
        [{}, {"audience": Audience.OWN_COMPANY, "partner": None}, {"customer": made_here}, {"customer": None}],
        [{}, {"dispute": dispute}],
        [{}, {"delegation": delegation}],
        [{"request": request} for request in (None, pending, expired)],
        [{}, {"customer_sets_up_services": True}],
        [
            {"services": [service(1, ServiceKind.MEETINGS, one), service(2, ServiceKind.CALLING, other)]}
            for one, other in combinations(ServiceState, 2)
        ],
    ]
    return [order(**{key: value for part in chosen for key, value in part.items()}) for chosen in product(*axes)]


EVERYBODY = frozenset(OrderRole)


def test_what_is_offered_passes_the_check_of_the_state() -> None:
    for found in variants():
        for mutation in allowed_mutations(found, EVERYBODY):
            check_state(TRANSITIONS[mutation], found, EVERYBODY)  # raises if it would be refused


def refuses(rule: Transition, found: Dossier) -> bool:
    """Whether the check refuses; `pytest.raises` would take most of the time of a hundred thousand checks."""
    try:
        check_state(rule, found, EVERYBODY)
    except Refused:
        return True
    return False


def test_what_passes_the_check_is_offered_unless_the_rule_itself_says_what_lacks() -> None:
    for found in variants():
        offered = set(allowed_mutations(found, EVERYBODY))
        for rule in TRANSITIONS.values():
            if rule.mutation in offered or not rule.ready(found):
                continue
            assert refuses(rule, found), rule.mutation


def test_without_a_role_nothing_is_offered() -> None:
    assert all(allowed_mutations(found, frozenset()) == [] for found in variants())


def test_cancelled_orders_offer_nothing_and_closed_ones_can_only_be_reopened() -> None:
    for found in variants():
        if found.status is S.CANCELLED:
            assert allowed_mutations(found, EVERYBODY) == []
        if found.status is S.CLOSED:
            assert allowed_mutations(found, EVERYBODY) == ["reopenOrder"]


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({"status": S.SCHEDULED}, WizardStep.AUDIENCE),
        ({"status": S.AWAITING_CONTACT}, WizardStep.AUDIENCE),
        ({"status": S.FINDING_ORGANIZATIONS, "audience_confirmed": False}, WizardStep.AUDIENCE),
        ({"status": S.FINDING_ORGANIZATIONS, "partner": None}, WizardStep.PARTNER_ORGANIZATION),
        ({"status": S.FINDING_ORGANIZATIONS, "partner": None, "customer": None}, WizardStep.PARTNER_ORGANIZATION),
        ({"status": S.FINDING_ORGANIZATIONS, "customer": None}, WizardStep.CUSTOMER_ORGANIZATION),
        (
            {"status": S.FINDING_ORGANIZATIONS, "audience": Audience.OWN_COMPANY, "partner": None},
            WizardStep.REVIEW_ORGANIZATIONS,
        ),
        ({"status": S.FINDING_ORGANIZATIONS}, WizardStep.REVIEW_ORGANIZATIONS),
        ({"status": S.MAPPED}, WizardStep.SERVICES),
        ({"status": S.COMPLETED}, WizardStep.DONE),
        ({"status": S.CLOSED}, WizardStep.DONE),
        ({"status": S.CANCELLED}, WizardStep.DONE),
    ],
)
def test_the_next_step_of_an_order(changes: dict[str, Any], step: WizardStep) -> None:
    assert next_step(order(**changes)) is step


@pytest.mark.parametrize(
    ("one", "other", "step"),
    [
        (V.NOT_STARTED, V.DRAFT, WizardStep.CALLING_LOCATION),
        (V.DEFERRED, V.DRAFT, WizardStep.CALLING_LOCATION),
        (V.PROVISIONING, V.DRAFT, WizardStep.CALLING_LOCATION),
        (V.DRAFT, V.NOT_STARTED, WizardStep.MEETINGS_SITES),
        (V.DRAFT, V.DRAFT, WizardStep.SERVICES),
        (V.DEFERRED, V.DEFERRED, WizardStep.SERVICES),
        (V.FAILED, V.PROVISIONED, WizardStep.SERVICES),
    ],
)
def test_the_only_open_draft_is_the_next_step(one: ServiceState, other: ServiceState, step: WizardStep) -> None:
    services = [service(1, ServiceKind.MEETINGS, one), service(2, ServiceKind.CALLING, other)]
    assert next_step(order(services=services)) is step


def test_a_location_leads_to_its_review() -> None:
    found = LocationRecord(
        id=1, service_id=2, organization_id=None, position=0, name="HQ", time_zone="UTC", preferred_language="en_US",
        announcement_language="en_US", address={}, is_default=True, state=V.DRAFT, failure=None,
    )  # fmt: skip
    services = [service(2, ServiceKind.CALLING, V.READY_FOR_REVIEW)]
    assert next_step(order(services=services, locations=[found])) is WizardStep.CALLING_REVIEW


@pytest.mark.parametrize(
    ("states", "word"),
    [
        ([V.FAILED, V.NOT_STARTED, V.PROVISIONED], ProvisioningStatus.CANNOT_PROVISION),
        ([V.DEFERRED, V.PROVISIONING], ProvisioningStatus.AWAITING_PROVISIONING_DETAILS),
        ([V.READY_FOR_REVIEW, V.PROVISIONED], ProvisioningStatus.AWAITING_PROVISIONING_DETAILS),
        ([V.PROVISIONING, V.PROVISIONED], ProvisioningStatus.PROVISIONING),
        ([V.PROVISIONED, V.PROVISIONED], ProvisioningStatus.PROVISIONED),
    ],
)
def test_an_order_shows_its_most_important_status_word(states: list[ServiceState], word: ProvisioningStatus) -> None:
    assert provisioning_status(states) is word


def test_what_is_due_now_can_be_done_now_by_whose_turn_it_is() -> None:
    for found in variants():
        whose = turn(found)
        due = requirements_of(found).currently_due
        if whose is None or found.dispute is not None or whose.role is OrderRole.SUPPORT:
            continue
        offered = allowed_mutations(found, frozenset({whose.role}))
        for needed in due:
            assert needed.mutation in offered or needed.mutation == "submitService", (needed, found)


def test_whoever_has_nothing_to_do_has_no_turn() -> None:
    for found in variants():
        if found.status in {S.COMPLETED, S.CANCELLED, S.CLOSED, S.SCHEDULED}:
            decides = turn(found)
            assert (decides is not None) == (standing(found) is OrderStanding.DISPUTED)
            assert decides is None or decides.role is OrderRole.SUPPORT
            assert requirements_of(found).currently_due == []


def test_an_order_stands_as_its_dispute_or_end_says_else_as_its_services_do() -> None:
    upheld = DisputeRecord(id=1, at=AT, by="x", organization_id=2, reason=None, upheld=True, decided_at=AT)
    ended = [order(status=status, dispute=upheld) for status in OrderStatus]
    for found in [*variants(), *ended]:
        stands = standing(found)
        if found.status in {S.SCHEDULED, S.CLOSED, S.CANCELLED}:
            assert stands == found.status.value
        elif found.status in {S.MAPPED, S.SETTING_UP, S.COMPLETED} and disputed(found):
            assert stands is OrderStanding.DISPUTED
            assert next_step(found) in {WizardStep.SERVICES, WizardStep.DONE}
            turn_of = turn(found)
            assert turn_of is not None
            assert turn_of.role is OrderRole.SUPPORT
        elif found.status in {S.MAPPED, S.SETTING_UP} and rejected(found):
            assert (stands, turn(found), next_step(found)) == (OrderStanding.ENDED, None, WizardStep.SERVICES)
        else:
            assert stands == provisioning_status(service.state for service in found.services).value
    all_of_them = {standing(one) for one in [*variants(), *ended]}
    assert all_of_them == set(OrderStanding) - {OrderStanding.PROVISIONED}  # none has all services done
