"""Service setup: each service is set up now or later, in any order; Close submits it, and a worker carries it out."""

from msgspec.structs import replace

from backend import correlation, database
from backend.models.order import EventKind, OrderStatus
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning.access import as_seen
from backend.provisioning.act import Act
from backend.provisioning.dossier import Dossier, ServiceRecord
from backend.provisioning.journey import EDITABLE, UNSUBMITTED, draft_state, needs_input, next_step, service_step
from backend.provisioning.requirements import outdated_choices
from backend.provisioning.service_plan import NewStep, is_default, is_primary, new_steps, started_with
from backend.provisioning.survivors import all_of
from backend.refusals import ErrorCode, Refused, together

_SAVED = "UPDATE service SET state = $1, saved_at = $2, saved_by = $3, failure = NULL WHERE id = $4"
_SUBMIT = """
UPDATE service SET state = 'PROVISIONING', submitted_at = $1, submitted_by = $2, due_at = $1, failure = NULL,
  traceparent = $4
WHERE id = $3
"""
_RETRY = "UPDATE service SET state = 'PROVISIONING', failure = NULL, due_at = $1, traceparent = $2 WHERE id = $3"
_STEP = """
INSERT INTO provisioning_step (service_id, position, kind, subject_id, name, state, attempts)
VALUES ($1, $2, $3, $4, $5, 'NOT_STARTED', 0)
"""
_NOT_DONE = """
DELETE FROM provisioning_step WHERE service_id = $1 AND (state <> 'PROVISIONED' OR kind = 'ASSIGN_LICENSES')
"""
_STARTED = "state = CASE state WHEN 'PROVISIONED' THEN state ELSE 'PROVISIONING' END"
_OWN_SITES = f"""
UPDATE site SET held_name = CASE WHEN $4 = 1 THEN NULL ELSE name END, organization_id = $1, is_primary = (id = $2),
  {_STARTED}
WHERE service_id = $3 AND existing_id IS NULL
"""
_USE_SITES = f"UPDATE site SET {_STARTED} WHERE service_id = $1 AND existing_id IS NOT NULL"
_OWN_LOCATION = """
UPDATE location SET organization_id = $1, is_default = $2, state = 'PROVISIONING', failure = NULL WHERE id = $3
"""
_USE_LOCATION = "UPDATE location SET state = 'PROVISIONING', failure = NULL WHERE id = $1"
_TAKEN = "SELECT 1 AS one FROM site WHERE held_name = $1"
_DONE = {ServiceState.PROVISIONING, ServiceState.PROVISIONED}


def service_of(order: Dossier, service_id: int, *kinds: ServiceKind) -> ServiceRecord:
    """The order's service with this id. Raises Refused if it is of another kind."""
    service = order.service(service_id)
    if kinds and service.kind not in kinds:
        raise Refused(ErrorCode.INVALID, "This is a different service.", ("serviceId",))
    return service


def begin_edit(order: Dossier, service: ServiceRecord) -> None:
    """Refuse changes to a service that was submitted."""
    if service.state not in EDITABLE:
        text = "This service was submitted. Change it in Control Hub after provisioning."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, details={"next_step": next_step(order)})


def saved(act: Act, service: ServiceRecord, state: ServiceState, kind: EventKind) -> ServiceRecord:
    """A draft was saved; saving implies setting the service up now. The service as it is then."""
    act.also.append((_SAVED, [state.value, act.at, act.actor.name, service.id]))
    act.record_event(kind, service=service.kind.value)
    return replace(service, state=state, saved_at=act.at, saved_by=act.actor.name, failure=None)


async def set_up_now(act: Act, service_id: int) -> None:
    """Begin, or go on with the draft as it was."""
    service = service_of(act.order, service_id, ServiceKind.MEETINGS, ServiceKind.CALLING)
    begin_edit(act.order, service)
    if service.state not in {ServiceState.NOT_STARTED, ServiceState.DEFERRED}:
        return
    state = draft_state(act.order, service)
    _set_state(act, service, state)
    act.record_event(EventKind.SET_UP_NOW, service=service.kind.value)


async def set_up_later(act: Act, service_id: int) -> None:
    """Put the service aside. Nothing is provisioned and nothing is lost."""
    service = service_of(act.order, service_id, ServiceKind.MEETINGS, ServiceKind.CALLING)
    if service.state is ServiceState.DEFERRED:
        return
    if service.state not in UNSUBMITTED:
        begin_edit(act.order, service)
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This service failed. Correct the entries or try again.")
    _set_state(act, service, ServiceState.DEFERRED)
    act.record_event(EventKind.SET_UP_LATER, service=service.kind.value)


def _set_state(act: Act, service: ServiceRecord, state: ServiceState) -> None:
    act.also.append(("UPDATE service SET state = $1 WHERE id = $2", [state.value, service.id]))
    act.change("state", service.state, state)
    act.outcome = changed(act.order, replace(service, state=state))


def changed(order: Dossier, service: ServiceRecord) -> Dossier:
    """The order with the service as it is now."""
    return replace(order, services=[service if one.id == service.id else one for one in order.services])


async def submit(act: Act, service_id: int) -> None:
    """Close: the draft becomes an order to the worker. Included services start with the first Close."""
    service = service_of(act.order, service_id)
    if service.state in _DONE:
        return
    _check_submittable(act.order, service)
    if service.kind is ServiceKind.MEETINGS:
        await _own_sites(act, service)
    if service.kind is ServiceKind.CALLING:
        await _own_location(act, service)
    await _start(act, service)
    for other in started_with(act.order, service):
        await _start(act, other)
    if act.order.status is OrderStatus.MAPPED:
        act.set(status=OrderStatus.SETTING_UP)


def _check_submittable(order: Dossier, service: ServiceRecord) -> None:
    if not needs_input(service.kind):
        if any(needs_input(other.kind) for other in order.services):
            raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This service starts with the first one you submit.")
        return
    if service.state is not ServiceState.READY_FOR_REVIEW:
        step = service_step(order, service)
        raise Refused(
            ErrorCode.STEP_NOT_ALLOWED, "Complete the entries of this service first.", details={"next_step": step}
        )


async def _own_sites(act: Act, service: ServiceRecord) -> None:
    refusals = outdated_choices(as_seen(act.order, act.actor), service)
    for site in act.order.sites_of(service.id):
        if site.existing_id is None and site.held_name is None and await database.row(_TAKEN, [site.name]):
            text = "{site} was taken while your entries were waiting. Choose another name."
            path = ("sites", str(site.position), "siteName")
            refusals.append(Refused(ErrorCode.SITE_NAME_TAKEN, text, path, values={"site": f"{site.name}.webex.com"}))
    if refusals:
        raise together(refusals)
    primary = next((site.id for site in act.order.sites_of(service.id) if is_primary(act.order, site)), 0)
    await database.execute(_OWN_SITES, [act.order.chosen_customer_id, primary, service.id, int(act.order.test)])
    await database.execute(_USE_SITES, [service.id])


async def _own_location(act: Act, service: ServiceRecord) -> None:
    locations = act.order.locations_of(service.id)
    for location in locations:
        if location.existing_id is None:
            await check_location_name(act.order, location.name, location.id, ("name",))
    if refusals := outdated_choices(as_seen(act.order, act.actor), service):
        raise together(refusals)
    for location in locations:
        if location.existing_id is None:
            values = [act.order.chosen_customer_id, is_default(act.order, location), location.id]
            await database.execute(_OWN_LOCATION, values)
        else:
            await database.execute(_USE_LOCATION, [location.id])


async def check_location_name(order: Dossier, name: str, own_id: int | None, path: tuple[str, ...]) -> None:
    """Refuse the name of another location of the customer organization."""
    found = await database.rows(
        f"SELECT id FROM location WHERE organization_id IN ({all_of('$1')}) AND name_key = $2",
        [order.customer_organization_id, name.casefold()],
    )
    # Organizations that were merged may both have a location of a name: each keeps it.
    if found and own_id not in {row["id"] for row in found}:
        raise Refused(ErrorCode.LOCATION_NAME_TAKEN, "The organization already has a location with this name.", path)


async def _start(act: Act, service: ServiceRecord) -> None:
    await database.execute(_NOT_DONE, [service.id])
    position = max((step.position for step in act.order.steps_of(service.id)), default=-1) + 1
    for number, step in enumerate(new_steps(act.order, service), position):
        await database.execute(_STEP, [service.id, number, step.kind.value, step.subject_id, step.name])
    await database.execute(_SUBMIT, [act.at, act.actor.name, service.id, correlation.traceparent()])
    act.change("state", service.state, ServiceState.PROVISIONING)
    act.record_event(EventKind.SERVICE_SUBMITTED, service=service.kind.value)


async def add_steps(act: Act, service: ServiceRecord, steps: list[NewStep]) -> None:
    """Give the worker more to do for a service that is provisioned already."""
    position = max((step.position for step in act.order.steps_of(service.id)), default=-1) + 1
    for number, step in enumerate(steps, position):
        await database.execute(_STEP, [service.id, number, step.kind.value, step.subject_id, step.name])
    values = [act.at, correlation.traceparent(), service.id]
    await database.execute("UPDATE service SET due_at = $1, traceparent = $2 WHERE id = $3", values)


async def retry(act: Act, service_id: int) -> None:
    """Try the failed step again, and go on from there."""
    service = service_of(act.order, service_id)
    if service.state in _DONE:
        return
    if service.state is not ServiceState.FAILED:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "This service did not fail.")
    await database.execute(
        "UPDATE provisioning_step SET state = 'NOT_STARTED' WHERE service_id = $1 AND state = 'FAILED'", [service_id]
    )
    for table in ("site", "location"):
        await database.execute(
            f"UPDATE {table} SET state = 'PROVISIONING' WHERE service_id = $1 AND state = 'FAILED'", [service_id]
        )
    await database.execute(_RETRY, [act.at, correlation.traceparent(), service_id])
    act.change("state", service.state, ServiceState.PROVISIONING)
    act.record_event(EventKind.SERVICE_RETRIED, service=service.kind.value)
