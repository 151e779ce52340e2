"""Services, sites, locations and provisioning steps as the API shows them."""

from datetime import datetime
from typing import Any

import strawberry

from backend.graphql_server.directives import lists, part, weighs
from backend.language import relayed
from backend.models.order import LicenseScope
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning import timeline
from backend.provisioning.dossier import Dossier, LicenseRecord, LocationRecord, ServiceRecord, SiteRecord, StepRecord
from backend.provisioning.journey import WizardStep, service_step
from backend.provisioning.validation import masked
from backend.reference.time_zones import time_zone_label
from backend.schema.describe import interface, type_
from backend.schema.ids import global_id


@interface
class Node:
    """Anything that has an id.

    id: Opaque and URL-safe.
    """

    id: strawberry.ID


@weighs("0.002")
@type_
class License(Node):
    """A license of the subscription.

    id: Opaque and URL-safe.
    name: What it is called.
    service: The service it belongs to.
    scope: Whether its units are split over sites.
    total_units: How many units were bought.
    """

    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int

    @classmethod
    def of(cls, record: LicenseRecord) -> "License":
        """From its row."""
        return cls(
            id=global_id("License", record.id),
            name=record.name,
            service=record.service,
            scope=record.scope,
            total_units=record.total_units,
        )


@weighs("0.002")
@type_
class LicenseAllocation:
    """Units of a license for a site.

    license: The license.
    units: How many of its units the site gets.
    """

    license: License
    units: int


@part
@lists(allocations=50)
@type_
class Site(Node):
    """A Webex site.

    id: Opaque and URL-safe.
    site_name: What stands before .webex.com.
    site_url: The address of the site.
    time_zone: A name of timeZones.
    time_zone_label: City and country of the time zone in the language of Accept-Language, such as "Berlin, Germany".
    early_release: Whether the site gets features before the normal deployment cycle; final once provisioned.
    primary: Whether it is the subscription's first site.
    state: Where the site stands.
    allocations: Its share of the licenses; empty until they are distributed.
    """

    site_name: str
    site_url: str
    time_zone: str
    time_zone_label: str
    early_release: bool
    primary: bool
    state: ServiceState
    allocations: list[LicenseAllocation]

    @classmethod
    def of(cls, record: SiteRecord, licenses: dict[str, License], language: str) -> "Site":
        """From its row; `licenses` by the key of the allocations."""
        shares = (record.allocations or {}).items()
        return cls(
            id=global_id("Site", record.id),
            site_name=record.name,
            site_url=f"{record.name}.webex.com",
            time_zone=record.time_zone,
            time_zone_label=time_zone_label(record.time_zone, language),
            early_release=record.early_release,
            primary=record.position == 0,
            state=record.state,
            allocations=[
                LicenseAllocation(license=licenses[key], units=units) for key, units in shares if key in licenses
            ],
        )


@part
@type_
class Address:
    """An address.

    address1: Street and number.
    address2: Anything more.
    city: Town or city.
    state: State, province or prefecture; of the United States the two-letter code.
    postal_code: Postal code.
    country: ISO 3166-1 alpha-2.
    """

    address1: str
    address2: str | None
    city: str | None
    state: str | None
    postal_code: str | None
    country: str


@part
@type_
class Location(Node):
    """A calling location.

    id: Opaque and URL-safe.
    name: Unique in the organization.
    time_zone: A name of timeZones.
    time_zone_label: City and country of the time zone in the language of Accept-Language, such as "Berlin, Germany".
    preferred_language: For users and devices.
    announcement_language: For announcements to callers.
    address: Where it is.
    default: Whether it is the organization's default location: the headquarters.
    state: Where the location stands.
    failure: Why it could not be set up.
    """

    name: str
    time_zone: str
    time_zone_label: str
    preferred_language: str
    announcement_language: str
    address: Address
    default: bool
    state: ServiceState
    failure: str | None

    @classmethod
    def of(cls, record: LocationRecord, language: str) -> "Location":
        """From its row."""
        address = record.address
        return cls(
            id=global_id("Location", record.id),
            name=record.name,
            time_zone=record.time_zone,
            time_zone_label=time_zone_label(record.time_zone, language),
            preferred_language=record.preferred_language,
            announcement_language=record.announcement_language,
            address=Address(
                address1=address.get("address1") or "",
                address2=address.get("address2"),
                city=address.get("city"),
                state=address.get("state"),
                postal_code=address.get("postalCode"),
                country=address.get("country") or "",
            ),
            default=record.is_default,
            state=record.state,
            failure=relayed(language, record.failure) if record.failure else None,
        )


@part
@type_
class ProvisioningStep:
    """One step of setting a service up.

    name: What is done, in the language of Accept-Language.
    state: Where it stands.
    attempts: How often it was tried.
    message: What the last try answered.
    started_at: When it was first tried.
    finished_at: When it was done or given up.
    """

    name: str
    state: ServiceState
    attempts: int
    message: str | None
    started_at: datetime | None
    finished_at: datetime | None

    @classmethod
    def of(cls, record: StepRecord, language: str) -> "ProvisioningStep":
        """From its row."""
        return cls(
            name=timeline.step(record.kind, record.name, language),
            state=record.state,
            attempts=record.attempts,
            message=relayed(language, record.message) if record.message else None,
            started_at=record.started_at,
            finished_at=record.finished_at,
        )


@lists(steps=100)
@interface
class Service(Node):
    """A service of an order. Services are set up independently, in any order.

    id: Opaque and URL-safe.
    kind: Which service.
    state: Where it stands.
    progress: The share of finished provisioning steps, 0 to 1.
    steps: The provisioning steps with their log.
    failure: Why it could not be set up.
    next_step: The page on which it goes on; null: nothing is left to enter.
    saved_at: When the draft was last saved.
    saved_by: Who saved it; masked for support.
    submitted_at: When Close was clicked.
    """

    kind: ServiceKind
    state: ServiceState
    progress: float
    steps: list[ProvisioningStep]
    failure: str | None
    next_step: WizardStep | None
    saved_at: datetime | None
    saved_by: str | None
    submitted_at: datetime | None


@lists(sites=50, licenses=50, steps=100)
@type_
class MeetingsService(Service):
    """Webex Meetings.

    id: Opaque and URL-safe.
    kind: MEETINGS.
    state: Where it stands.
    progress: The share of finished provisioning steps, 0 to 1.
    steps: The provisioning steps with their log.
    failure: Why it could not be set up.
    next_step: The page on which it goes on; null: nothing is left to enter.
    saved_at: When the draft was last saved.
    saved_by: Who saved it; masked for support.
    submitted_at: When Close was clicked.
    sites: The sites, the primary one first.
    licenses: The licenses of Meetings.
    """

    sites: list[Site]
    licenses: list[License]


@lists(locations=50, steps=100)
@type_
class CallingService(Service):
    """Webex Calling.

    id: Opaque and URL-safe.
    kind: CALLING.
    state: Where it stands.
    progress: The share of finished provisioning steps, 0 to 1.
    steps: The provisioning steps with their log.
    failure: Why it could not be set up.
    next_step: The page on which it goes on; null: nothing is left to enter.
    saved_at: When the draft was last saved.
    saved_by: Who saved it; masked for support.
    submitted_at: When Close was clicked.
    location: The headquarters.
    locations: All locations, the headquarters first.
    """

    location: Location | None
    locations: list[Location]


@type_
class IncludedService(Service):
    """A service that needs no input, such as Messaging; it starts with the first service that is closed.

    id: Opaque and URL-safe.
    kind: Which service.
    state: Where it stands.
    progress: The share of finished provisioning steps, 0 to 1.
    steps: The provisioning steps with their log.
    failure: Why it could not be set up.
    next_step: Always null.
    saved_at: Always null.
    saved_by: Always null.
    submitted_at: When it was started.
    """


def service_node(order: Dossier, record: ServiceRecord, language: str, *, mask: bool) -> Service:
    """A service from its rows."""
    steps = order.steps_of(record.id)
    done = sum(step.state is ServiceState.PROVISIONED for step in steps)
    common: dict[str, Any] = {
        "id": global_id("Service", record.id),
        "kind": record.kind,
        "state": record.state,
        "progress": done / len(steps) if steps else 0.0,
        "steps": [ProvisioningStep.of(step, language) for step in steps],
        "failure": relayed(language, record.failure) if record.failure else None,
        "next_step": service_step(order, record),
        "saved_at": record.saved_at,
        "saved_by": masked(record.saved_by) if mask and record.saved_by else record.saved_by,
        "submitted_at": record.submitted_at,
    }
    if record.kind is ServiceKind.MEETINGS:
        licenses = {str(license.id): License.of(license) for license in order.licenses_of(record.kind)}
        sites = [Site.of(site, licenses, language) for site in order.sites_of(record.id)]
        return MeetingsService(**common, sites=sites, licenses=list(licenses.values()))
    if record.kind is ServiceKind.CALLING:
        locations = [Location.of(location, language) for location in order.locations_of(record.id)]
        return CallingService(**common, location=locations[0] if locations else None, locations=locations)
    return IncludedService(**common)
