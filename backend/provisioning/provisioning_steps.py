"""Provisioning as it is carried out: what a finished or failed step changes on the order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec.structs import replace

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
from backend.provisioning.services import changed
from backend.sql import as_instant, least

_BEGIN = """
UPDATE provisioning_step SET state = 'PROVISIONING', attempts = attempts + 1, started_at = COALESCE(started_at, $1)
WHERE id = $2
"""
_FINISH = "UPDATE provisioning_step SET state = 'PROVISIONED', message = $1, finished_at = $2 WHERE id = $3"
# Its worker may have put off when it is due (see `should_continue`), and may have lost its lease.
_GO_ON = """
UPDATE service SET state = $2, due_at = {due}, unsettled = 0,
  leased_until = CASE leased_until WHEN $3 THEN NULL ELSE leased_until END
WHERE id = $1
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


async def next_step(order_id: int, service_id: int) -> PendingStep | None:
    """The step to carry out next, or None if the service has nothing left or the customer disputes the mapping."""
    order = await dossier.read(order_id)
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
    async with database.transaction():
        await dossier.lock(pending.order.id)  # first, as everybody does: another service of the order may go on now
        await database.execute_all([(_BEGIN, [at, pending.step.id]), *listed_orders.touching([pending.order.id], at)])
    return pending.step.attempts + 1


async def finish(pending: PendingStep, message: str, at: datetime, leased_until: datetime) -> bool:
    """The step is done: its site or location may be, the service may be, the order may be. In the caller's transaction.

    The service is let go of, if it still has this lease. False: another worker, who took over from this one, was
    faster, and nothing changes.
    """
    order = await dossier.read_locked(pending.order.id)
    service, step = order.service(pending.service.id), _step_of(order, pending)
    if step is None or step.state is ServiceState.PROVISIONED:
        return False
    async with by_system(order, at) as act:
        act.also.append((_FINISH, [message, at, step.id]))
        act.record_event(EventKind.STEP_FINISHED, step=step.kind.value, name=step.name)
        done = replace(step, state=ServiceState.PROVISIONED, message=message, finished_at=at)
        act.outcome = replace(order, steps=[done if one.id == step.id else one for one in order.steps])
        _finish_subject(act, done)
        if any(one.state is not ServiceState.PROVISIONED for one in act.outcome.steps_of(service.id)):
            sql = _GO_ON.format(due=least("due_at", as_instant("$4")))
            act.also.append((sql, [service.id, service.state.value, leased_until, at]))
        else:
            await _finish_service(act, service, done, leased_until)
    return True


def _finish_subject(act: Act, step: StepRecord) -> None:
    """The site or location of a step is ready, if this was the last of its steps."""
    assert act.outcome is not None
    table = _LAST_STEPS.get(step.kind)
    if table is None and step.kind is StepKind.CREATE_LOCATION and not _becomes_default(act.order, step):
        table = "location"
    if table is None or step.subject_id is None:
        return
    ready = ServiceState.PROVISIONED
    act.also.append((f"UPDATE {table} SET state = 'PROVISIONED' WHERE id = $1", [step.subject_id]))
    sites, locations = act.outcome.sites, act.outcome.locations
    if table == "site":
        sites = [replace(one, state=ready) if one.id == step.subject_id else one for one in sites]
    else:
        locations = [replace(one, state=ready) if one.id == step.subject_id else one for one in locations]
    act.outcome = replace(act.outcome, sites=sites, locations=locations)


async def _finish_service(act: Act, service: ServiceRecord, step: StepRecord, leased_until: datetime) -> None:
    """No step of a service is left; it may be the last of the order's."""
    assert act.outcome is not None
    ready = ServiceState.PROVISIONED
    state = ready if service.state is ServiceState.PROVISIONING else service.state
    act.also.append((_GO_ON.format(due="NULL"), [service.id, state.value, leased_until]))
    if service.kind is ServiceKind.MEETINGS and service.state is ready:
        await _tell_of_moved_licenses(act, step, MailTopic.LICENSES_MOVED)
    if service.state is not ServiceState.PROVISIONING:
        return
    act.outcome = changed(act.outcome, replace(service, state=ready))
    act.record_event(EventKind.SERVICE_PROVISIONED, service=service.kind.value)
    if all(one.state is ready for one in act.outcome.services):
        await _complete(act)


def _becomes_default(order: Dossier, step: StepRecord) -> bool:
    """Whether a later step makes the location of this one the default."""
    return any(
        other.kind is StepKind.SET_DEFAULT_LOCATION and other.subject_id == step.subject_id
        for other in order.steps_of(step.service_id)
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
        act.mail(EmailKind.COMPLETION, email, key="completed")


async def _awaiting(order: Dossier) -> list[str]:
    """Who hears that everything is ready or something failed: the contact, or who sets up the services without them."""
    if contact := contact_addressed(order):
        return [contact]
    return [email for email, _ in await list_administrators(order.customer_organization_id or 0)]


async def fail(pending: PendingStep, message: str, at: datetime, *, name_refused: bool = False) -> None:
    """The step failed for good: people correct the entries, choose another name if it was refused, or try again. In the
    caller's transaction. Nothing changes if another worker, who took over from this one, has to tell how it ended.
    """
    order = await dossier.read_locked(pending.order.id)
    if not _is_open(order, pending):
        return
    step = pending.step
    await database.execute(
        "UPDATE provisioning_step SET state = 'FAILED', message = $1, finished_at = $2, name_refused = $3"
        " WHERE id = $4",
        [message, at, name_refused, step.id],
    )
    async with by_system(order, at) as act:
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
                act.mail(
                    EmailKind.NOTICE,
                    email,
                    topic=MailTopic.PROVISIONING_FAILED,
                    services=[service.kind.value],
                    reason=why,
                    key=key,
                )


async def postpone(pending: PendingStep, message: str, due_at: datetime) -> None:
    """The other side asked to wait: the step is tried again later, in the caller's transaction; but see `fail`."""
    if not _is_open(await dossier.read_locked(pending.order.id), pending):
        return
    await database.execute("UPDATE provisioning_step SET message = $1 WHERE id = $2", [message, pending.step.id])
    await database.execute("UPDATE service SET due_at = $1 WHERE id = $2", [due_at, pending.service.id])


def _step_of(order: Dossier, pending: PendingStep) -> StepRecord | None:
    """The step as it is now; None if its service has it no more."""
    return next((one for one in order.steps_of(pending.service.id) if one.id == pending.step.id), None)


def _is_open(order: Dossier, pending: PendingStep) -> bool:
    """Whether the step has not ended yet, and nobody has begun it again since this worker did."""
    step = _step_of(order, pending)
    ended = {ServiceState.PROVISIONED, ServiceState.FAILED}
    return step is not None and step.state not in ended and step.attempts <= pending.step.attempts + 1
