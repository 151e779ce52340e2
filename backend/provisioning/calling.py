"""Calling: the headquarters location before provisioning, and more locations after it."""

import json
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from backend import database
from backend.database import Row
from backend.models.order import EventKind
from backend.models.service import ServiceKind, ServiceState, StepKind
from backend.provisioning.act import Act
from backend.provisioning.dossier import LocationRecord, ServiceRecord
from backend.provisioning.service_plan import NewStep
from backend.provisioning.services import add_steps, begin_edit, changed, check_location_name, saved, service_of
from backend.provisioning.survivors import all_of
from backend.provisioning.validation import Entries
from backend.reference.addresses import check_address
from backend.reference.languages import is_language
from backend.reference.time_zones import is_time_zone
from backend.refusals import ErrorCode, Refused

MAX_LOCATIONS = 200
MAX_ADDRESS = 500  # characters a field; each has a limit of its own below that
_INSERT = """
INSERT INTO location (service_id, organization_id, position, name, name_key, time_zone, preferred_language,
  announcement_language, address, is_default, state, existing_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id
"""
_UPDATE = """
UPDATE location SET name = $2, name_key = $3, time_zone = $4, preferred_language = $5, announcement_language = $6,
  address = $7, state = $8, failure = NULL WHERE id = $1
"""
_UPDATE_DRAFT = """
UPDATE location SET name = $2, name_key = $3, time_zone = $4, preferred_language = $5, announcement_language = $6,
  address = $7, organization_id = $8, is_default = $9, existing_id = $10, state = 'DRAFT', failure = NULL WHERE id = $1
"""
# What an order may use: what its organization has, whichever order made it.
_EXISTING = f"""
SELECT name, time_zone, preferred_language, announcement_language, address FROM location
WHERE id = $1 AND organization_id IN ({all_of("$2")}) AND state = 'PROVISIONED' AND service_id <> $3
"""
_FORGET_FAILED = "DELETE FROM provisioning_step WHERE service_id = $1 AND subject_id = $2 AND state = 'FAILED'"


@dataclass(frozen=True, slots=True)
class LocationEntry:
    """A location as entered; the address has the fields of AddressInput.

    With `existing_id`, the one that the organization has is used as it is.
    """

    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: dict[str, str | None]
    existing_id: int | None = None


class _Existing(Row, frozen=True, kw_only=True):
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: dict[str, str | None]


async def save_location(act: Act, service_id: int, entry: LocationEntry) -> None:
    """Save the draft of the location from which the order's people call, or use one that the organization has.

    A new one becomes the headquarters, the default location, where the organization has none.
    """
    service = service_of(act.order, service_id, ServiceKind.CALLING)
    begin_edit(act.order, service)
    before = next(iter(act.order.locations_of(service_id)), None)
    existing_id = entry.existing_id
    if existing_id is not None:
        _check_not_created(act, before, existing_id)
        read = await _existing(act, service_id, existing_id)
    else:
        read = _read(entry)
        await check_location_name(act.order, read.name, before.id if before else None, ("name",))
    default = act.order.default_location
    own = default is None or (before is not None and default.id == before.id)
    is_default = existing_id is None and own
    owner = before.organization_id if before and existing_id is None else None
    if before:
        id = before.id
        act.also.append((_UPDATE_DRAFT, [id, *_columns(read), owner, is_default, existing_id]))
    else:
        values = [*_columns(read), is_default, ServiceState.DRAFT.value, existing_id]
        id = await _insert([service_id, None, 0, *values])
    _record_change(act, before, read)
    now = saved(act, service, ServiceState.READY_FOR_REVIEW, EventKind.LOCATION_SAVED)
    if before is None or before.organization_id is None:  # else the organization has another one than before
        draft = LocationRecord(
            id=id,
            service_id=service_id,
            organization_id=owner,
            position=before.position if before else 0,
            name=read.name,
            time_zone=read.time_zone,
            preferred_language=read.preferred_language,
            announcement_language=read.announcement_language,
            address=read.address,
            is_default=is_default,
            state=ServiceState.DRAFT,
            failure=None,
            existing_id=existing_id,
        )
        others = [location for location in act.order.locations if location.id != id]
        strayed = tuple(other for other in act.order.strayed_locations if other != id)
        locations = sorted([*others, draft], key=lambda location: location.position)
        act.outcome = replace(changed(act.order, now), locations=locations, strayed_locations=strayed)


async def _insert(values: list[Any]) -> int:
    created = await database.row(_INSERT, values)
    if created is None:  # pragma: no cover - an INSERT returns its row
        raise RuntimeError("the location was not written")
    return int(created["id"])


def _check_not_created(act: Act, before: LocationRecord | None, existing_id: int) -> None:
    """After a failure, a location that exists already stays."""
    if before is None or before.existing_id == existing_id:
        return
    done = [step for step in act.order.steps_of(before.service_id) if step.state is ServiceState.PROVISIONED]
    if any(step.kind is StepKind.CREATE_LOCATION and step.subject_id == before.id for step in done):
        text = "{location} already exists. Keep it."
        raise Refused(ErrorCode.INVALID, text, ("existingLocationId",), values={"location": before.name})


async def _existing(act: Act, service_id: int, existing_id: int) -> LocationEntry:
    values = [existing_id, act.order.customer_organization_id, service_id]
    found = await database.record(_Existing, _EXISTING, values)
    if found is None:
        text = "Choose one of the organization’s locations."
        raise Refused(ErrorCode.INVALID, text, ("existingLocationId",))
    return LocationEntry(
        found.name, found.time_zone, found.preferred_language, found.announcement_language, found.address
    )


async def add_location(act: Act, service_id: int, entry: LocationEntry) -> None:
    """Add a location after provisioning; a worker creates it."""
    service = _provisioned(act, service_id)
    if entry.existing_id is not None:
        text = "An existing location can’t be added again."
        raise Refused(ErrorCode.INVALID, text, ("existingLocationId",))
    locations = act.order.locations_of(service_id)
    if len(locations) >= MAX_LOCATIONS:
        raise Refused(
            ErrorCode.TOO_LONG,
            "An order can have at most {most} locations.",
            ("serviceId",),
            values={"most": MAX_LOCATIONS},
        )
    read = _read(entry)
    await check_location_name(act.order, read.name, None, ("name",))
    position = max(location.position for location in locations) + 1
    values = [
        service_id,
        act.order.chosen_customer_id,
        position,
        *_columns(read),
        False,
        ServiceState.PROVISIONING.value,
        None,
    ]
    id = await _insert(values)
    _record_change(act, None, read)
    act.record_event(EventKind.LOCATION_ADDED, location=read.name)
    await add_steps(act, service, [NewStep(StepKind.CREATE_LOCATION, id, read.name)])


async def update_location(act: Act, location_id: int, entry: LocationEntry) -> None:
    """Change a location after provisioning; a worker carries it out."""
    location = next((found for found in act.order.locations if found.id == location_id), None)
    if location is None:
        raise Refused(ErrorCode.INVALID, "This location does not exist.", ("locationId",))
    service = _provisioned(act, location.service_id)
    if location.existing_id is not None:
        text = "This location existed before the order. Change it where it was set up."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, ("locationId",))
    read = _read(entry)
    await check_location_name(act.order, read.name, location_id, ("name",))
    await database.execute(_UPDATE, [location_id, *_columns(read), ServiceState.PROVISIONING.value])
    _record_change(act, location, read)
    act.record_event(EventKind.LOCATION_CHANGED, location=read.name)
    # The step that failed is done by the new one; the timeline keeps what happened.
    await database.execute(_FORGET_FAILED, [service.id, location_id])
    # A location that never came to be is created now; one that exists is updated.
    created = any(
        step.kind is StepKind.CREATE_LOCATION
        and step.subject_id == location_id
        and step.state is ServiceState.PROVISIONED
        for step in act.order.steps_of(service.id)
    )
    kind = StepKind.UPDATE_LOCATION if created else StepKind.CREATE_LOCATION
    await add_steps(act, service, [NewStep(kind, location_id, read.name)])


def _provisioned(act: Act, service_id: int) -> ServiceRecord:
    service = service_of(act.order, service_id, ServiceKind.CALLING)
    if service.state is not ServiceState.PROVISIONED:
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, "Locations can be changed once Calling is provisioned.")
    return service


def _read(entry: LocationEntry) -> LocationEntry:
    entries = Entries()
    name = entries.text(entry.name, "name", most=80)
    entries.code(entry.time_zone, is_time_zone, "timeZone")
    entries.code(entry.preferred_language, is_language, "preferredLanguage")
    entries.code(entry.announcement_language, is_language, "announcementLanguage")
    for field, value in entry.address.items():
        entries.text(value, "address", field, most=MAX_ADDRESS, required=False)
    checked = check_address(entry.address)
    wrong = {refusal.field for refusal in entries.refusals}
    for problem in checked.problems:
        if ("address", problem.field) not in wrong:
            entries.refuse(problem.code, problem.message, "address", problem.field, **problem.values)
    entries.check()
    return LocationEntry(name, entry.time_zone, entry.preferred_language, entry.announcement_language, checked.address)


def _columns(entry: LocationEntry) -> list[object]:
    return [
        entry.name,
        entry.name.casefold(),
        entry.time_zone,
        entry.preferred_language,
        entry.announcement_language,
        json.dumps(entry.address, ensure_ascii=False),
    ]


def _record_change(act: Act, before: LocationRecord | None, after: LocationEntry) -> None:
    act.change("name", before.name if before else None, after.name)
    act.change("timeZone", before.time_zone if before else None, after.time_zone)
    act.change("preferredLanguage", before.preferred_language if before else None, after.preferred_language)
    act.change("announcementLanguage", before.announcement_language if before else None, after.announcement_language)
    act.change("address", _address_line(before.address) if before else None, _address_line(after.address))


def _address_line(address: dict[str, str | None]) -> str:
    return ", ".join(value for value in address.values() if value)
