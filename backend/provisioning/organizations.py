"""Mapping: the order's partner and customer organization are found or created, confirmed, undone, disputed."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from backend import correlation, database
from backend.models.order import (
    AdministratorRole,
    Dispute,
    EventKind,
    OrderStatus,
    PartnerRelation,
    ProvisioningAdministrator,
)
from backend.models.organization import OrganizationType
from backend.models.outbox import EmailKind, MailTopic
from backend.provisioning import handover, links, organization_tokens, service_delegates, webhooks
from backend.provisioning.act import Act
from backend.provisioning.administrators import list_administrators
from backend.provisioning.dossier import Dossier, OrganizationRecord
from backend.provisioning.finder import directory, index
from backend.provisioning.journey import contact_addressed, disputed, needs_partner, partner_has_access, partner_role
from backend.provisioning.organization_match import find, other_side
from backend.provisioning.requirements import unusable_organizations
from backend.provisioning.survivors import all_of, survivor_of
from backend.provisioning.validation import Entries, is_address
from backend.reference.business_verticals import is_business_vertical
from backend.refusals import ErrorCode, Refused, refuse_all, together

_SHOWN = """
INSERT INTO shown_organization (order_id, slot, based_on, at, organization_id, evidence) VALUES {rows}
ON CONFLICT (order_id, slot, organization_id) DO NOTHING
"""
_USED_ELSEWHERE = """
SELECT 1 AS one WHERE EXISTS (
  SELECT 1 FROM orders WHERE id <> $1 AND $2 IN (partner_organization_id, customer_organization_id)
) OR EXISTS (
  SELECT 1 FROM partner_relation WHERE order_id <> $1 AND $2 IN (partner_organization_id, customer_organization_id)
) OR EXISTS (SELECT 1 FROM organization WHERE survivor_id = $2)
OR EXISTS (SELECT 1 FROM site WHERE organization_id = $2)
OR EXISTS (SELECT 1 FROM location WHERE organization_id = $2)
"""
_RESUME = """
UPDATE service SET due_at = $1, traceparent = $3
WHERE order_id = $2 AND state <> 'FAILED' AND due_at IS NULL AND EXISTS (
  SELECT 1 FROM provisioning_step s WHERE s.service_id = service.id AND s.state IN ('NOT_STARTED', 'PROVISIONING')
)
"""
_UPHOLD = "UPDATE dispute SET upheld = $1, decided_at = $2 WHERE order_id = $3 AND decided_at IS NULL"
_DISPUTED = f"""
SELECT 1 AS one FROM dispute WHERE order_id = $1 AND organization_id IN ({all_of("$2")})
  AND (upheld OR decided_at IS NULL)
"""
_SHOWN_BEFORE = f"""
SELECT o.display_name FROM organization o WHERE o.id = $3 AND o.status = 'ACTIVE' AND EXISTS (
  SELECT 1 FROM shown_organization WHERE order_id = $1 AND slot = $2 AND organization_id IN ({all_of("$3")})
)
"""
SLOTS = {OrganizationType.PARTNER: "partner_organization_id", OrganizationType.CUSTOMER: "customer_organization_id"}


async def remember_shown(
    order_id: int, slot: OrganizationType, based_on: str, shown: Mapping[int, list[Any]], at: object
) -> None:
    """Keep what a search showed for an order and on which evidence: only that may be chosen."""
    if not shown:
        return
    values: list[Any] = [order_id, slot.value, based_on, at]
    rows = []
    for organization_id, evidence in shown.items():
        values += [organization_id, json.dumps(evidence, default=str)]
        rows.append(f"($1, $2, $3, $4, ${len(values) - 1}, ${len(values)})")
    await database.execute(_SHOWN.format(rows=", ".join(rows)), values)


async def choose(act: Act, slot: OrganizationType, organization_id: int) -> None:
    """Map the order to an organization that the match or a search showed for it."""
    order = act.order
    _check_slot(order, slot)
    await _lock(order, organization_id)
    organization_id = await survivor_of(organization_id)
    if organization_id == other_side(order, slot):
        raise Refused(
            ErrorCode.NOT_ELIGIBLE, "The customer can’t be the partner of the same order.", ("organizationId",)
        )
    name = await require_eligible(act, slot, organization_id)
    if getattr(order, SLOTS[slot]) != organization_id:
        await _drop(act, slot)
    act.set(**{SLOTS[slot]: organization_id})
    if slot is OrganizationType.PARTNER and order.customer_organization_id == organization_id:
        act.set(customer_organization_id=None)
    before = order.partner if slot is OrganizationType.PARTNER else order.customer
    act.change(f"{slot.value.lower()}Organization", before.display_name if before else None, name)
    act.record_event(EventKind.ORGANIZATION_CHOSEN, organization=name, slot=slot.value)


def _check_slot(order: Dossier, slot: OrganizationType) -> None:
    if order.audience is None or not order.audience_confirmed:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "First choose who this order is for.")
    if slot is OrganizationType.PARTNER and not needs_partner(order):
        raise Refused(ErrorCode.NOT_ELIGIBLE, "An order for your own company has no partner organization.", ("slot",))


async def require_eligible(act: Act, slot: OrganizationType, organization_id: int) -> str:
    """The name of an organization that may be chosen. Raises Refused NOT_ELIGIBLE."""
    order = act.order
    if slot is OrganizationType.CUSTOMER and await database.row(_DISPUTED, [order.id, organization_id]):
        text = "This organization disputed the mapping of this order. Choose another one."
        raise Refused(ErrorCode.NOT_ELIGIBLE, text, ("organizationId",))
    chosen = order.partner if slot is OrganizationType.PARTNER else order.customer
    if chosen is not None and chosen.id == organization_id:
        return chosen.display_name
    found = await find(order, slot, act.at)
    candidates = [*([found.organization] if found.organization else []), *found.candidates]
    for candidate in candidates:
        if candidate.organization.id == organization_id:
            evidence: list[dict[str, object]] = [
                {"code": entry.code, "domain": entry.domain} for entry in candidate.evidence
            ]
            await remember_shown(order.id, slot, found.based_on, {organization_id: evidence}, act.at)
            return candidate.organization.display_name
    row = await database.row(_SHOWN_BEFORE, [order.id, slot.value, organization_id])
    if row is None:
        raise Refused(
            ErrorCode.NOT_ELIGIBLE,
            "Choose one of the organizations that were found for this order.",
            ("organizationId",),
        )
    return str(row["display_name"])


async def create(act: Act, slot: OrganizationType, company_name: str, business_vertical: str, country: str) -> None:
    """Create an organization for this order. Others find it only once the mapping is confirmed."""
    order = act.order
    _check_slot(order, slot)
    entries = Entries()
    name = entries.text(company_name, "companyName", most=200)
    if "://" in name or "www." in name.lower():  # it would stand as a link in mails to people who never asked
        entries.refuse(ErrorCode.INVALID, "Enter a name, not a web address.", "companyName")
    vertical = entries.code(business_vertical, is_business_vertical, "businessVertical")
    country = entries.country(country, "country")
    entries.check()
    await _lock(order)
    await _drop(act, slot)
    created = await directory.create_provisional(
        name, country=country, business_vertical=vertical, slot=slot, order_id=order.id, at=act.at
    )
    before = order.partner if slot is OrganizationType.PARTNER else order.customer
    act.set(**{SLOTS[slot]: created.id})
    act.change(f"{slot.value.lower()}Organization", before.display_name if before else None, name)
    act.record_event(EventKind.ORGANIZATION_CREATED, organization=name, slot=slot.value)


async def drop_created(act: Act) -> None:
    """Delete the organizations that were created for this order and are in use nowhere."""
    await _lock(act.order)
    for slot in OrganizationType:
        await _drop(act, slot)


async def _drop(act: Act, slot: OrganizationType) -> None:
    old = act.order.partner if slot is OrganizationType.PARTNER else act.order.customer
    if old is None or old.created_for_order_id != act.order.id or await _keep_if_used(act, old):
        return
    column = SLOTS[slot]
    await database.execute(f"UPDATE orders SET {column} = NULL WHERE id = $1", [act.order.id])
    act.columns[column] = None
    await directory.delete_provisional(old.id)


async def _lock(order: Dossier, *others: int) -> None:
    """Let whoever would choose what this order drops, or drop what it chooses, wait; all are locked in one go."""
    created = [o.id for o in (order.partner, order.customer) if o is not None and o.created_for_order_id == order.id]
    if created or others:
        await index.lock([*created, *others])


async def _keep_if_used(act: Act, organization: OrganizationRecord) -> bool:
    """Whether others use the organization that this order created; then it stays, and is no longer this order's."""
    if await database.row(_USED_ELSEWHERE, [act.order.id, organization.id]) is None:
        return False
    await directory.keep(organization.id, act.at)
    return True


def is_provisional(order: Dossier, organization: OrganizationRecord) -> bool:
    """Whether the organization was created for this order and is not confirmed yet."""
    return organization.status == "PROVISIONAL" and organization.created_for_order_id == order.id


async def confirm(act: Act, *, customer_sets_up_services: bool, customer_admin_email: str | None) -> None:
    """Map the order: created organizations become active, the partner gets their role, the customer is told."""
    order = act.order
    partner, customer = order.partner, order.customer
    missing = [name for name, found in (("partner", partner), ("customer", customer)) if found is None]
    if not needs_partner(order):
        missing = [name for name in missing if name == "customer"]
    if missing or not order.audience_confirmed or customer is None:
        raise together(
            [Refused(ErrorCode.MAPPING_INCOMPLETE, "Choose the organizations before you confirm them.", (), values={})]
        )
    refuse_all([Refused(found.code, found.message, values=found.values) for found in unusable_organizations(order)])
    for organization in (partner, customer):
        # Those of a test order stay as nobody else can see them, and go with it.
        if organization is not None and is_provisional(order, organization) and not order.test:
            await directory.activate(organization.id, act.at)
    creator = partner or customer
    if is_provisional(order, creator):
        await directory.make_administrator(creator.id, order.contact_email, act.at)
    act.set(status=OrderStatus.MAPPED, mapped_at=act.at, turn_since=act.at)
    act.record_event(
        EventKind.ORGANIZATIONS_CONFIRMED,
        customer=customer.display_name,
        partner=partner.display_name if partner else None,
    )
    if partner is not None and needs_partner(order):
        await _add_relation(act, customer)
    if customer_sets_up_services:
        await handover.hand_over(act, customer_admin_email)


async def _add_relation(act: Act, customer: OrganizationRecord) -> None:
    order = act.order
    role = partner_role(order) or AdministratorRole.PROVISIONING_ADMINISTRATOR
    await begin_relation(order, role, act.at)
    if role is AdministratorRole.FULL_ADMINISTRATOR:
        await directory.make_administrator(customer.id, order.contact_email, act.at, for_partner=True)
        return
    for email, key in await list_administrators(customer.id):
        if key != order.contact_key:
            await handover.mail_customer(act, EmailKind.SUBSCRIPTION_ADDED, email, key)


async def undo(act: Act) -> None:
    """Undo the mapping while no service was submitted; the choices stay, but for a customer that disputes it."""
    act.record_event(EventKind.MAPPING_UNDONE)
    await unmap(act)
    act.set(status=OrderStatus.FINDING_ORGANIZATIONS)


async def unmap(act: Act) -> None:
    """Take back what the mapping gave: rights, links, the partner's relation. Its status is the caller's."""
    order = act.order
    if disputed(order):  # who disputed the mapping gets what they asked for
        await database.execute(_UPHOLD, [True, act.at, order.id])
    if disputed(order) or not partner_has_access(order):
        act.set(customer_organization_id=None)
    await service_delegates.end_all(act)
    await end_relation(order)
    await _lock(order)
    for organization in (order.partner, order.customer):
        if organization is None or organization.created_for_order_id != order.id:
            continue
        if not await _keep_if_used(act, organization):
            await directory.make_provisional(organization.id, act.at)
            await directory.dismiss_users(organization.id, act.at)
            await organization_tokens.revoke_all(organization.id, act.at)
            await webhooks.delete_all(organization.id)
        elif organization is order.customer and needs_partner(order):
            await directory.dismiss_user(organization.id, order.contact_key, act.at)  # who was the partner's
    for email, key in await list_administrators(order.customer_organization_id or 0):
        # Those who were told of the mapping hear of its end.
        was_told = needs_partner(order) and order.customer and order.customer.created_for_order_id != order.id
        if key != order.contact_key and was_told:
            await handover.mail_customer(act, EmailKind.NOTICE, email, key, topic=MailTopic.MAPPING_UNDONE)
    await links.end_others(order.id, order.contact_key, act.at)
    act.set(
        mapped_at=None,
        partner_access_ended_at=None,
        customer_sets_up_services=False,
        hand_over_remind_at=None,
        customer_contact=None,
        turn_since=act.at,
    )


async def dispute(act: Act) -> None:
    """The customer's administrator says "This wasn't us": service changes wait until support has decided."""
    order = act.order
    await Dispute.create(
        order_id=order.id,
        at=act.at,
        by=act.actor.name,
        organization_id=order.chosen_customer_id,
        reason=act.reason,
    )
    act.record_event(EventKind.MAPPING_DISPUTED)
    for email in filter(None, {contact_addressed(order), order.seller_email}):
        act.mail(EmailKind.NOTICE, email, topic=MailTopic.DISPUTE_OPENED, reason=act.reason)


async def resolve_dispute(act: Act, *, uphold: bool) -> None:
    """Support decides: dismissed, setup goes on; upheld, the mapping is undone, or after the first Close ends there."""
    order = act.order
    if order.dispute is None:  # pragma: no cover - the journey asked
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "There is no dispute.")
    if act.reason is None:
        raise Refused(ErrorCode.REQUIRED, "Give a reason for your decision.", ("reason",))
    await database.execute(
        "UPDATE dispute SET upheld = $1, decided_at = $2 WHERE id = $3", [uphold, act.at, order.dispute.id]
    )
    act.record_event(EventKind.DISPUTE_UPHELD if uphold else EventKind.DISPUTE_DISMISSED)
    too_late = order.status is not OrderStatus.MAPPED
    upheld = MailTopic.DISPUTE_ENDS_SETUP if too_late else MailTopic.DISPUTE_UPHELD
    topic = upheld if uphold else MailTopic.DISPUTE_DISMISSED
    by = order.dispute.by
    customers = [(by, "")] if is_address(by) else await list_administrators(order.dispute.organization_id or 0)
    for email in filter(None, {contact_addressed(order), *(email for email, _ in customers)}):
        act.mail(EmailKind.NOTICE, email, topic=topic, reason=act.reason)
    if not uphold:
        await database.execute(_RESUME, [act.at, order.id, correlation.traceparent()])
    elif too_late:
        await _revoke_partner(act)
    else:
        await unmap(act)
        act.set(status=OrderStatus.FINDING_ORGANIZATIONS, customer_organization_id=None)


async def _revoke_partner(act: Act) -> None:
    """After the first Close the customer keeps what was set up; the partner loses all rights in their company."""
    order = act.order
    await service_delegates.end_all(act)
    await end_relation(order)
    if order.request is not None:
        await handover.withdraw(act, order.request)
    act.set(customer_sets_up_services=False, hand_over_remind_at=None, turn_since=act.at)


async def begin_relation(order: Dossier, role: AdministratorRole, at: datetime) -> None:
    """The partner's side has this role in the customer organization because of the order, from now on."""
    await PartnerRelation.create(
        order_id=order.id,
        partner_organization_id=order.chosen_partner_id,
        customer_organization_id=order.chosen_customer_id,
        role=role,
        since=at,
    )
    if role is AdministratorRole.PROVISIONING_ADMINISTRATOR:
        await ProvisioningAdministrator.create(
            order_id=order.id, email=order.contact_email, email_key=order.contact_key, since=at
        )


async def end_relation(order: Dossier) -> None:
    """Nobody of the partner administers the customer because of this order any more."""
    await database.execute("DELETE FROM partner_relation WHERE order_id = $1", [order.id])
    await database.execute("DELETE FROM provisioning_administrator WHERE order_id = $1", [order.id])
