"""Provisioning as it is carried out: what a finished or failed step changes on the order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from backend import database
from backend.language import supported, translate_external
from backend.models.order import EventKind, OrderStatus
from backend.models.outbox import EmailKind, MailTopic
from backend.models.service import ServiceKind, ServiceState, StepKind
from backend.provisioning import dossier, listed_orders, notices, undelivered
from backend.provisioning.act import Act, by_system
from backend.provisioning.administrators import list_administrators
from backend.provisioning.dossier import Dossier, ServiceRecord, StepRecord
from backend.provisioning.journey import contact_addressed, stopped
from backend.provisioning.service_plan import is_primary

_FINISH = """
UPDATE provisioning_step SET state = 'PROVISIONED', message = $1, finished_at = $2
WHERE id = $3 AND state <> 'PROVISIONED'
"""
_LAST_STEPS = {
    StepKind.ASSIGN_LICENSES: "site",
    StepKind.SET_DEFAULT_LOCATION: "location",
    StepKind.UPDATE_LOCATION: "location",
    StepKind.ENABLE_SERVICE: "location",  # where an order uses one that is there
}


@dataclass(frozen=True, slots=True)
class PendingStep:
    """The next step of a service."""

    order: Dossier
    service: ServiceRecord
    step: StepRecord


async def next_step(service_id: int) -> PendingStep | None:
    """The step to carry out next, or None if the service has nothing left or the customer disputes the mapping."""
    row = await database.row("SELECT order_id FROM service WHERE id = $1", [service_id])
    order = await dossier.read(row["order_id"]) if row else None
    if order is None or stopped(order):
        return None
    service = order.service(service_id)
    for step in order.steps_of(service_id):
        if step.state in {ServiceState.NOT_STARTED, ServiceState.PROVISIONING}:
            return PendingStep(order, service, step)
    return None


def details(pending: PendingStep) -> dict[str, Any]:
    """What the connector is told of the step's site or location, by the field names of the public API."""
    order, step = pending.order, pending.step
    site = next((site for site in order.sites if site.id == step.subject_id), None)
    location = next((location for location in order.locations if location.id == step.subject_id), None)
    if step.kind is StepKind.CREATE_SITE and site:
        return {"timezone": site.time_zone, "earlyRelease": site.early_release, "primary": is_primary(order, site)}
    if step.kind is StepKind.ASSIGN_LICENSES and site:
        names = {str(license.id): license.name for license in order.licenses}
        return {
            "licenses": [{"name": names[key], "quantity": units} for key, units in (site.allocations or {}).items()]
        }
    if location and step.kind in {StepKind.CREATE_LOCATION, StepKind.UPDATE_LOCATION}:
        return {
            "timeZone": location.time_zone,
            "preferredLanguage": location.preferred_language,
            "announcementLanguage": location.announcement_language,
            "address": location.address,
        }
    return {}


async def begin(pending: PendingStep, at: datetime) -> int:
    """Count a try of the step; which one it is."""
    row = await database.row(
        "UPDATE provisioning_step SET state = 'PROVISIONING', attempts = attempts + 1,"
        " started_at = COALESCE(started_at, $1) WHERE id = $2 RETURNING attempts",
        [at, pending.step.id],
    )
    await listed_orders.touch([pending.order.id], at)
    return int(row["attempts"]) if row else 1


async def finish(pending: PendingStep, message: str, at: datetime) -> None:
    """The step is done: its site or location may be, the service may be, the order may be."""
    step = pending.step
    if not await database.execute(_FINISH, [message, at, step.id]):
        return  # another worker, who took over from this one, was faster
    table = _LAST_STEPS.get(step.kind)
    if table is None and step.kind is StepKind.CREATE_LOCATION and not _becomes_default(pending):
        table = "location"
    if table is not None and step.subject_id is not None:
        await database.execute(f"UPDATE {table} SET state = 'PROVISIONED' WHERE id = $1", [step.subject_id])
    async with by_system(await dossier.read_locked(pending.order.id), at) as act:
        act.record_event(EventKind.STEP_FINISHED, step=step.kind.value, name=step.name)
        left = [
            other for other in act.order.steps_of(pending.service.id) if other.state is not ServiceState.PROVISIONED
        ]
        service = act.order.service(pending.service.id)
        if not left:
            await database.execute("UPDATE service SET due_at = NULL WHERE id = $1", [service.id])
            if service.kind is ServiceKind.MEETINGS and service.state is ServiceState.PROVISIONED:
                await _tell_of_moved_licenses(act, step, MailTopic.LICENSES_MOVED)
        if not left and service.state is ServiceState.PROVISIONING:
            await database.execute("UPDATE service SET state = 'PROVISIONED' WHERE id = $1", [service.id])
            act.record_event(EventKind.SERVICE_PROVISIONED, service=service.kind.value)
            others = [other.state for other in act.order.services if other.id != service.id]
            if all(state is ServiceState.PROVISIONED for state in others):
                await _complete(act)


def _becomes_default(pending: PendingStep) -> bool:
    """Whether a later step makes the location of this one the default."""
    return any(
        step.kind is StepKind.SET_DEFAULT_LOCATION and step.subject_id == pending.step.subject_id
        for step in pending.order.steps_of(pending.service.id)
    )


async def _tell_of_moved_licenses(act: Act, step: StepRecord, topic: MailTopic, **told: Any) -> None:
    """Tell the administrators of the customer organization what became of moving licenses after setup."""
    organization_id, order = act.order.customer_organization_id, act.order
    if organization_id is not None:
        key = f"licenses:{step.id}:{step.attempts}"
        site, number = f"{step.name}.webex.com", order.order_number
        told |= {"order_id": order.id} if order.test else {}  # it is kept
        await notices.mail_administrators(organization_id, topic, key, act.at, site=site, order_number=number, **told)


async def _complete(act: Act) -> None:
    act.set(status=OrderStatus.COMPLETED, turn_since=act.at, hand_over_remind_at=None)
    undelivered.forget_alarm(act)
    act.record_event(EventKind.ORDER_COMPLETED)
    for email in await _awaiting(act.order):
        await act.mail(EmailKind.COMPLETION, email, key="completed")


async def _awaiting(order: Dossier) -> list[str]:
    """Who hears that everything is ready or something failed: the contact, or who sets up the services without them."""
    if contact := contact_addressed(order):
        return [contact]
    return [email for email, _ in await list_administrators(order.customer_organization_id or 0)]


async def fail(pending: PendingStep, message: str, at: datetime, *, name_refused: bool = False) -> None:
    """The step failed for good: people correct the entries, choose another name if it was refused, or try again."""
    step = pending.step
    await database.execute(
        "UPDATE provisioning_step SET state = 'FAILED', message = $1, finished_at = $2, name_refused = $3"
        " WHERE id = $4",
        [message, at, name_refused, step.id],
    )
    async with by_system(await dossier.read_locked(pending.order.id), at) as act:
        service = act.order.service(pending.service.id)
        await database.execute("UPDATE service SET due_at = NULL WHERE id = $1", [service.id])
        if service.kind is ServiceKind.MEETINGS and service.state is ServiceState.PROVISIONED:
            await _tell_of_moved_licenses(act, step, MailTopic.LICENSES_NOT_MOVED, reason=message)
        elif service.kind is not ServiceKind.MESSAGING and step.subject_id is not None:
            table = "site" if service.kind is ServiceKind.MEETINGS else "location"
            await database.execute(f"UPDATE {table} SET state = 'FAILED' WHERE id = $1", [step.subject_id])
            if table == "location":
                await database.execute("UPDATE location SET failure = $1 WHERE id = $2", [message, step.subject_id])
        act.record_event(EventKind.STEP_FAILED, step=step.kind.value, name=step.name, message=message)
        if service.state is ServiceState.PROVISIONING:
            await database.execute(
                "UPDATE service SET state = 'FAILED', failure = $1 WHERE id = $2", [message, service.id]
            )
            act.set(turn_since=at)
            act.record_event(EventKind.SERVICE_FAILED, service=service.kind.value)
            key = f"failed:{step.id}:{step.attempts}"
            why = translate_external(supported(act.order.language), message)
            for email in await _awaiting(act.order):
                await act.mail(
                    EmailKind.NOTICE,
                    email,
                    topic=MailTopic.PROVISIONING_FAILED,
                    services=[service.kind.value],
                    reason=why,
                    key=key,
                )


async def postpone(pending: PendingStep, message: str, due_at: datetime) -> None:
    """The other side asked to wait: the step is tried again later."""
    await database.execute("UPDATE provisioning_step SET message = $1 WHERE id = $2", [message, pending.step.id])
    await database.execute("UPDATE service SET due_at = $1 WHERE id = $2", [due_at, pending.service.id])
