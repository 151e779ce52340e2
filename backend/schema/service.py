"""Services, sites, locations and provisioning steps as the API shows them."""

from datetime import datetime
from typing import Any

import strawberry

from backend import correlation
from backend.graphql_server.directives import lists, part, weighs
from backend.language import text, translate_external
from backend.models.order import LicenseScope
from backend.models.service import ServiceKind, ServiceState
from backend.provisioning import service_plan, timeline
from backend.provisioning.access import Visibility
from backend.provisioning.dossier import Dossier, LicenseRecord, LocationRecord, ServiceRecord, SiteRecord, StepRecord
from backend.provisioning.journey import WizardStep, service_step
from backend.provisioning.site_states import SiteChangeRecord
from backend.provisioning.validation import readable
from backend.reference.time_zones import time_zone_label
from backend.schema.describe import interface, type_
from backend.schema.ids import global_id
from backend.schema.loaders import Info


@interface
class Node:
    """Anything that has a global id and can be read by it.

    id: Opaque, URL-safe id that never changes; `node` reads the object by it.
    """

    id: strawberry.ID


@weighs("0.002")
@type_
class License(Node):
    """Units of a product that were sold, for one service.

    name: Name of the license, at most 120 characters, unique in the order.
    service: The service that the license belongs to.
    scope: Whether its units are split over the sites, or belong to the whole organization.
    total_units: How many units were sold: 1 to 10,000,000.
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
    """Units of a license that a site gets.

    license: The license that the units are of.
    units: How many of its units the site gets: a whole number, 0 or more.
    """

    license: License
    units: int


@weighs("0.002")
@type_
class SiteChange:
    """What is being changed on a site after setup, or was last. A site is changed by one thing at a time.

    kind: CREATE_SITE: the site is added. UPDATE_SITE: it gets another time zone. REMOVE_SITE: it is removed.
    state: Where the change stands: NOT_STARTED, PROVISIONING, PROVISIONED or FAILED. After a failure a site that was
        there is as it was before.
    time_zone: The time zone that the site gets; null unless it is UPDATE_SITE.
    time_zone_label: Name of that time zone, in the language of the answer; null unless it is UPDATE_SITE.
    message: What the last try answered, in the language of the answer where the words are known; null: nothing yet.
    requested_at: When it was asked for.
    finished_at: When it was done or given up; null: not yet.
    correlation_id: Id of the request that asked for it; the log has it. Null: it was asked for before this was kept.
    """

    kind: str
    state: ServiceState
    time_zone: str | None
    time_zone_label: str | None
    message: str | None
    requested_at: datetime
    finished_at: datetime | None
    correlation_id: str | None

    @classmethod
    def of(cls, record: SiteChangeRecord, language: str) -> "SiteChange":
        """From its row."""
        return cls(
            kind=record.kind.value,
            state=record.state,
            time_zone=record.time_zone,
            time_zone_label=time_zone_label(record.time_zone, language) if record.time_zone else None,
            message=translate_external(language, record.message) if record.message else None,
            requested_at=record.requested_at,
            finished_at=record.finished_at,
            correlation_id=correlation.id_of(record.traceparent),
        )


@part
@lists(allocations=50)
@type_
class Site(Node):
    """A Webex site, drafted or in use.

    A draft holds its name for 7 days after it was last saved; Close makes the name the customer organization's own. It
    stays so even when the site is removed: nobody else can take it, but its organization may add it again.

    site_name: Name of the site, what stands before .webex.com: 2 to 60 small letters, digits and single hyphens.
    site_url: Address of the site without https://, such as acme.webex.com.
    early_release: Whether the site gets features before the normal deployment cycle; final once provisioned.
    primary: Whether it is the one primary site of its organization; for a draft, whether Close makes it that.
    existing_site_id: Global id of the organization's site that the order uses as it is; null: a new site of the order.
    state: Where the site stands: DRAFT until Close, then as its provisioning goes.
    allocations: Its share of the licenses; empty until they are distributed, and for a site that is read as one of an
        organization.
    change: What is being changed on it after setup, or was last. Null: nothing ever was, it is read as a site of an
        order, or the viewer does not fully administer its organization.
    """

    site_name: str
    site_url: str
    time_zone: str
    time_zone_label: str
    early_release: bool
    primary: bool
    existing_site_id: strawberry.ID | None
    state: ServiceState
    allocations: list[LicenseAllocation]
    change: SiteChange | None

    @classmethod
    def of(
        cls,
        record: SiteRecord,
        licenses: dict[str, License],
        language: str,
        *,
        primary: bool,
        change: SiteChangeRecord | None = None,
    ) -> "Site":
        """From its row; `licenses` by the key of the allocations."""
        shares = (record.allocations or {}).items()
        return cls(
            id=global_id("Site", record.id),
            site_name=record.name,
            site_url=f"{record.name}.webex.com",
            time_zone=record.time_zone,
            time_zone_label=time_zone_label(record.time_zone, language),
            early_release=record.early_release,
            primary=primary,
            existing_site_id=global_id("Site", record.existing_id) if record.existing_id else None,
            state=record.state,
            allocations=[
                LicenseAllocation(license=licenses[key], units=units) for key, units in shares if key in licenses
            ],
            change=SiteChange.of(change, language) if change else None,
        )


@part
@type_
class Address:
    """A postal address; which of its fields a country uses, `addressFormat` says.

    address1: Street and number, at most 100 characters.
    address2: Second line of the street address, at most 100 characters; null: none.
    city: Town or city, at most 60 characters; null where the country uses none.
    state: State, province or prefecture, at most 60 characters, of the United States its two-letter code; null: none.
    postal_code: Postal code as the country writes it, at most 20 characters; null: none.
    country: Country of the address: a code of `countries`.
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
    """A place from which people call: its language, time zone and address.

    name: Name of the location, at most 80 characters, unique in its organization, whatever its case.
    address: Postal address at which the location is.
    default: Whether it is the one default location of its organization, its headquarters; for a draft, whether Close
        makes it that.
    existing_location_id: Global id of the organization's location that the order uses as it is; null: a new location
        of the order.
    state: Where the location stands: DRAFT until Close, then as its provisioning goes.
    failure: Why it could not be set up, in the language of the answer where the words are known; null unless it FAILED.
    """

    name: str
    time_zone: str
    time_zone_label: str
    preferred_language: str
    announcement_language: str
    address: Address
    default: bool
    existing_location_id: strawberry.ID | None
    state: ServiceState
    failure: str | None

    @classmethod
    def of(cls, record: LocationRecord, language: str, *, default: bool) -> "Location":
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
            default=default,
            existing_location_id=global_id("Location", record.existing_id) if record.existing_id else None,
            state=record.state,
            failure=translate_external(language, record.failure) if record.failure else None,
        )


@part
@type_
class ProvisioningStep:
    """One step of setting a service up, with what came of it.

    name: What is done, in the language of the answer, such as Create acme.webex.com.
    state: Where the step stands: NOT_STARTED, PROVISIONING, PROVISIONED or FAILED.
    attempts: How often it was tried; 0: not yet.
    message: What the last try answered, in the language of the answer where the words are known; null: nothing yet.
    started_at: When it was first tried; null: not yet.
    finished_at: When it was last done or given up; null: not yet.
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
            message=translate_external(language, record.message) if record.message else None,
            started_at=record.started_at,
            finished_at=record.finished_at,
        )


@weighs("0.01")
@type_
class PlannedStep:
    """One line of what Close will do for a service.

    kind: CREATE_SITE, ASSIGN_LICENSES, CREATE_LOCATION, UPDATE_LOCATION, SET_DEFAULT_LOCATION or ENABLE_SERVICE for a
        provisioning step; FIX_MAPPING: the order stays with its organizations; SEND_EMAIL: who is told; KEEP: what
        stays as it is. More may come.
    subject: What it is about: the address of a site, the name of a location, service or organization, or an email
        address, which is masked for support.
    message: The line as a sentence, in the language of the answer.
    irreversible: Whether nobody can change or undo afterwards what this line says.
    """

    kind: str
    subject: str
    message: str
    irreversible: bool


@lists(steps=100, plan=160)
@interface
class Service(Node):
    """A service of an order. Services are set up independently, in any order.

    kind: Which of the services it is.
    state: Where the service stands, from NOT_STARTED to PROVISIONED or FAILED.
    progress: Share of its provisioning steps that are done, from 0 to 1; 0 before Close.
    steps: Its provisioning steps in the order in which they are carried out; empty before Close.
    failure: Why it could not be set up, in the language of the answer where the words are known; null unless it FAILED.
    next_step: Page of the wizard on which it goes on; null: nothing is left to enter.
    saved_at: When its draft was last saved; null: never.
    saved_by: Address of who saved its draft last; null: nobody. Masked for support.
    submitted_at: When it was last submitted by Close; null: not yet.
    correlation_id: Id of the request because of which it is provisioned, by Close, another try or a change: the log and
        the timeline have it with what comes of each step. Null: not submitted, or before this was kept.
    delegate: Address of who was asked to set up this service alone, with the domain in its own letters; others may set
        it up too. Null: nobody. Masked for support.
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
    correlation_id: str | None
    delegate: str | None
    dossier: strawberry.Private[Dossier]
    record: strawberry.Private[ServiceRecord]
    visibility: strawberry.Private[Visibility]

    @strawberry.field
    def plan(self, info: Info) -> list[PlannedStep]:
        """What Close will do for this service with what is entered so far: the provisioning steps in order, with what
        else follows, who is told and what stays as it is. Once it is submitted, what is still to do.

        Empty while nothing is entered, once it is provisioned, and on orders that are closed, cancelled or ended by a
        dispute. A service that needs no input is listed in the plan of each service whose Close starts it.
        """
        contact = self.visibility.address(self.dossier.contact_email)
        return [
            PlannedStep(
                kind=step.kind,
                subject=step.subject,
                message=text(info.context.language, step.message, **step.values),
                irreversible=step.irreversible,
            )
            for step in service_plan.plan(self.dossier, self.record, contact, whole=self.visibility.whole)
        ]


@lists(sites=50, licenses=50, steps=100, existing_sites=100)
@type_
class MeetingsService(Service):
    """Webex Meetings: its sites, and the licenses that are split over them.

    sites: Its sites, at most 50, in the order in which they were entered; empty until they are saved.
    licenses: The licenses of Meetings that were sold.
    """

    sites: list[Site]
    licenses: list[License]

    @strawberry.field
    async def existing_sites(self, info: Info) -> list[Site]:
        """The sites that the customer organization has beside those of this order, to choose from: by name, at most
        100.

        Empty before the order is mapped, and for all who may not set up its services.
        """
        found = await info.context.loaders.existing_sites(self.dossier, self.record.id)
        return [Site.of(site, {}, info.context.language, primary=site.is_primary) for site in found]


@lists(locations=50, steps=100, existing_locations=200)
@type_
class CallingService(Service):
    """Webex Calling: the headquarters location, and more locations once it is provisioned.

    location: The location that was entered at setup; null until it is saved.
    locations: All locations, at most 200, the one of the setup first.
    """

    location: Location | None
    locations: list[Location]

    @strawberry.field
    async def existing_locations(self, info: Info) -> list[Location]:
        """The locations that the customer organization has from other orders, to choose from: by name, at most 200.

        Empty before the order is mapped, and for all who may not set up its services.
        """
        found = await info.context.loaders.existing_locations(self.dossier, self.record.id)
        return [Location.of(location, info.context.language, default=location.is_default) for location in found]


@type_
class IncludedService(Service):
    """A service that needs no input, such as Messaging; it starts with the first service that is submitted.

    next_step: Always null, as nothing has to be entered.
    saved_at: Always null, as nothing has to be entered.
    saved_by: Always null, as nothing has to be entered.
    submitted_at: When it was started; null: not yet.
    delegate: Always null, as nobody sets it up.
    """


def site_node(order: Dossier, record: SiteRecord, licenses: dict[str, License], language: str) -> Site:
    """A site of an order."""
    return Site.of(record, licenses, language, primary=service_plan.is_primary(order, record))


def location_node(order: Dossier, record: LocationRecord, language: str) -> Location:
    """A location of an order."""
    return Location.of(record, language, default=service_plan.is_default(order, record))


def service_node(order: Dossier, record: ServiceRecord, language: str, visibility: Visibility) -> Service:
    """A service from its rows."""
    steps = order.steps_of(record.id)
    done = sum(step.state is ServiceState.PROVISIONED for step in steps)
    common: dict[str, Any] = {
        "id": global_id("Service", record.id),
        "kind": record.kind,
        "state": record.state,
        "progress": done / len(steps) if steps else 0.0,
        "steps": [ProvisioningStep.of(step, language) for step in steps],
        "failure": translate_external(language, record.failure) if record.failure else None,
        "next_step": service_step(order, record),
        "saved_at": record.saved_at,
        "saved_by": visibility.address(record.saved_by) if record.saved_by else None,
        "submitted_at": record.submitted_at,
        "correlation_id": correlation.id_of(record.traceparent),
        "delegate": visibility.address(readable(record.delegate_email)) if record.delegate_email else None,
        "dossier": order,
        "record": record,
        "visibility": visibility,
    }
    if record.kind is ServiceKind.MEETINGS:
        licenses = {str(license.id): License.of(license) for license in order.licenses_of(record.kind)}
        sites = [site_node(order, site, licenses, language) for site in order.sites_of(record.id)]
        return MeetingsService(**common, sites=sites, licenses=list(licenses.values()))
    if record.kind is ServiceKind.CALLING:
        locations = [location_node(order, location, language) for location in order.locations_of(record.id)]
        return CallingService(**common, location=locations[0] if locations else None, locations=locations)
    return IncludedService(**common)
