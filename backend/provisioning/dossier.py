"""The dossier: everything that the rules and the API need to know about an order, in one read.

One statement gathers the order with its services, drafts, organizations and the viewer's relations as one JSON text,
which msgspec decodes into the types below. Rules read dossiers and write rows.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import msgspec

from backend import database
from backend.database import Change, Row
from backend.models.order import (
    AdministratorRequestState,
    Audience,
    LicenseScope,
    OrderStatus,
)
from backend.models.organization import DomainState, OrganizationStatus
from backend.models.service import ServiceKind, ServiceState, StepKind
from backend.provisioning.survivors import administered_survivors, all_of, everything_of
from backend.sql import (
    among,
    inserting,
    json_column,
    json_list,
    json_object,
    json_of,
    json_rows,
    listed,
    locking,
    locks_rows,
    per_database,
    values,
)


class LicenseRecord(Row, frozen=True, kw_only=True):
    """A license of the order."""

    id: int
    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int


class SiteRecord(Row, frozen=True, kw_only=True):
    """A site, drafted or owned."""

    id: int
    service_id: int
    organization_id: int | None
    position: int
    name: str
    held_name: str | None
    held_at: datetime | None
    time_zone: str
    early_release: bool
    allocations: dict[str, int] | None
    state: ServiceState
    is_primary: bool = False
    existing_id: int | None = None  # the site of the organization that the order uses
    added_at: datetime | None = None  # it was added after setup, and belongs to no order


class LocationRecord(Row, frozen=True, kw_only=True):
    """A calling location, drafted or in use."""

    id: int
    service_id: int
    organization_id: int | None
    position: int
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: dict[str, str | None]
    is_default: bool
    state: ServiceState
    failure: str | None
    existing_id: int | None = None  # the location of the organization that the order uses


class Named(Row, frozen=True, kw_only=True):
    """A site or location that the customer organization has."""

    id: int
    name: str


class StepRecord(Row, frozen=True, kw_only=True):
    """A provisioning step with its log."""

    id: int
    service_id: int
    position: int
    kind: StepKind
    subject_id: int | None
    name: str
    state: ServiceState
    attempts: int
    message: str | None
    name_refused: bool
    started_at: datetime | None
    finished_at: datetime | None


class ServiceRecord(Row, frozen=True, kw_only=True):
    """A service of the order."""

    id: int
    kind: ServiceKind
    state: ServiceState
    saved_at: datetime | None
    saved_by: str | None
    submitted_at: datetime | None
    failure: str | None
    delegate_email: str | None = None  # who was asked to set up this service alone
    delegate_key: str | None = None
    delegated_by: str | None = None
    traceparent: str | None = None  # of who asked for its provisioning


class DomainRecord(Row, frozen=True, kw_only=True):
    """A domain of an organization."""

    name: str
    state: DomainState


class OrganizationRecord(Row, frozen=True, kw_only=True):
    """An organization that the order is, or may be, mapped to."""

    id: int
    external_id: str
    display_name: str
    is_partner: bool
    is_customer: bool
    country: str
    business_vertical: str | None
    status: OrganizationStatus
    created_at: datetime
    created_for_order_id: int | None
    active_users: int
    latest_activity_on: date | None
    domains: list[DomainRecord]


class DelegationRecord(Row, frozen=True, kw_only=True):
    """The latest change of the contact."""

    id: int
    former_email: str
    former_key: str
    delegate_email: str
    by_contact: bool
    since: datetime
    status_before: OrderStatus
    audience_confirmed_before: bool
    opened_at: datetime | None
    taken_back_at: datetime | None


class DisputeRecord(Row, frozen=True, kw_only=True):
    """The latest dispute."""

    id: int
    at: datetime
    by: str
    organization_id: int | None
    reason: str | None
    upheld: bool | None
    decided_at: datetime | None


class RequestRecord(Row, frozen=True, kw_only=True):
    """The latest request for full administrator rights."""

    id: int
    organization_id: int
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    state: AdministratorRequestState
    decided_by: str | None = None
    decided_at: datetime | None = None


class AdministratorRecord(Row, frozen=True, kw_only=True):
    """A provisioning administrator of the order."""

    email: str
    email_key: str
    since: datetime


class Dossier(Row, frozen=True, kw_only=True):
    """An order with everything on it, and what the viewer (`viewer_key`) is to it."""

    id: int
    seller: str
    order_number: str
    external_id: str | None
    placed_body: str
    offer: str
    company_name: str
    country: str | None
    customer_domain: str | None
    customer_admin_email: str | None
    contact_email: str
    contact_key: str
    requested_start_date: date
    seller_name: str
    seller_email: str | None
    seller_key: str | None
    term_months: int
    language: str
    previous_organization: str | None
    named_partner: str | None
    subscription_number: str
    placed_at: datetime
    updated_at: datetime
    version: int
    status: OrderStatus
    audience: Audience | None
    audience_confirmed: bool
    partner_organization_id: int | None
    customer_organization_id: int | None
    mapped_at: datetime | None
    partner_access_ended_at: datetime | None = None  # the customer ended what the partner's side could do
    customer_sets_up_services: bool
    customer_contact: str | None
    issued_at: datetime | None
    deadline: datetime | None
    deadline_days: int
    remind_at: datetime | None
    hand_over_remind_at: datetime | None
    closed_from: OrderStatus | None
    turn_since: datetime
    undelivered_to: str | None = None  # the order waits for them, and their mail was not delivered
    undelivered_at: datetime | None = None
    generation: int
    test: bool = False
    follow_ups_done: str = ""  # kinds of what was ticked off after setup, with spaces between them
    licenses: list[LicenseRecord]
    services: list[ServiceRecord]
    sites: list[SiteRecord]
    locations: list[LocationRecord]
    steps: list[StepRecord]
    partner: OrganizationRecord | None
    customer: OrganizationRecord | None
    delegation: DelegationRecord | None
    dispute: DisputeRecord | None
    request: RequestRecord | None
    administrators: list[AdministratorRecord]
    viewer_key: str
    viewer_is_former: bool  # the viewer once was this order's contact
    viewer_administers: list[int]  # of the partner, the customer and the named partner organization
    named_partner_id: int | None
    # What was chosen; if it was merged since, `partner` and `customer` and their ids are the survivors.
    chosen_partner_id: int | None = None
    chosen_customer_id: int | None = None
    # What the customer organization has, whichever order made it.
    primary_site: Named | None = None
    default_location: Named | None = None
    strayed_sites: tuple[int, ...] = ()  # of this order's: the site that they use was removed, or belongs to others
    strayed_locations: tuple[int, ...] = ()

    def service(self, service_id: int) -> ServiceRecord:
        """The service with this id. Raises KeyError."""
        for service in self.services:
            if service.id == service_id:
                return service
        raise KeyError(service_id)

    def sites_of(self, service_id: int) -> list[SiteRecord]:
        """The service's sites, the primary one first."""
        return [site for site in self.sites if site.service_id == service_id]

    def locations_of(self, service_id: int) -> list[LocationRecord]:
        """The service's locations, the headquarters first."""
        return [location for location in self.locations if location.service_id == service_id]

    def steps_of(self, service_id: int) -> list[StepRecord]:
        """The service's provisioning steps in order."""
        return [step for step in self.steps if step.service_id == service_id]

    def licenses_of(self, kind: ServiceKind) -> list[LicenseRecord]:
        """The licenses that belong to a service."""
        return [license for license in self.licenses if license.service is kind]


async def read(order_id: int, viewer_key: str = "") -> Dossier | None:
    """The dossier of one order as the viewer sees it, or None."""
    found = await read_where("o.id = $2", [order_id], viewer_key)
    return found[0] if found else None


async def lock(*order_ids: int) -> None:
    """Make other transactions that change these orders wait.

    Several are always locked in the order of their numbers: two who did so in different orders could wait for each
    other for good.
    """
    if order_ids and locks_rows():
        await database.rows(f"SELECT id FROM orders WHERE id {among(1)} ORDER BY id{locking()}", [listed(order_ids)])


async def lock_of_service(service_id: int) -> int | None:
    """The order of a service, locked as above; None: there is none."""
    of_service = "SELECT id FROM orders WHERE id = (SELECT order_id FROM service WHERE id = $1)"
    found = await database.row(of_service + locking(), [service_id])
    return found["id"] if found else None


async def read_locked(order_id: int) -> Dossier:
    """The dossier of an order that is there, locked until the transaction ends. Raises LookupError if it is not."""
    await lock(order_id)
    order = await read(order_id)
    if order is None:
        raise LookupError(order_id)
    return order


async def read_where(condition: str, values: Sequence[Any], viewer_key: str, tail: str = "") -> list[Dossier]:
    """The dossiers of the orders `o` that fit a condition, whose parameters begin at `$2`; `tail` sorts and limits."""
    before, after = _statement()
    found = await database.rows(f"{before} {condition} {tail} {after}", [viewer_key, *values])
    return [decode(row["dossier"]) for row in found]


# Of the row itself; what else is on an order is in tables of their own, or as its viewer sees it.
_LAST_COLUMN = "follow_ups_done"
_NEW_LICENSE = ("id", "order_id", "position", "name", "service", "scope", "total_units")
_NEW_SERVICE = ("id", "order_id", "kind", "state")


def adding(order: Dossier) -> list[Change]:
    """What writes an order that is new, with its licenses and services, which are all that is on it."""
    fields = Dossier.__struct_fields__
    names = fields[: fields.index(_LAST_COLUMN) + 1]
    given = (getattr(order, name) for name in names)
    places, row = values([[value.value if isinstance(value, StrEnum) else value for value in given]])
    licenses = [
        (one.id, order.id, position, one.name, one.service, one.scope, one.total_units)
        for position, one in enumerate(order.licenses)
    ]
    services = [(one.id, order.id, one.kind, one.state) for one in order.services]
    return [
        (f"INSERT INTO orders ({', '.join(names)}) VALUES {places}", row),
        inserting("license", _NEW_LICENSE, licenses),
        inserting("service", _NEW_SERVICE, services),
    ]


def decode(text: str | bytes) -> Dossier:
    """A dossier from its JSON text."""
    return _decoder.decode(text)


def decode_stored(text: str) -> Dossier | None:
    """A dossier that was kept a while ago; None if an earlier version kept it, which knew less of an order."""
    try:
        return decode(text)
    except msgspec.DecodeError:
        return None


def encode(dossier: Dossier) -> str:
    """The JSON text of a dossier."""
    return msgspec.json.encode(dossier).decode()


_decoder = msgspec.json.Decoder(Dossier, strict=False)
_JSON_COLUMNS = {"allocations", "address"}


@per_database
def _statement() -> tuple[str, str]:
    """What stands before and after the condition in `SELECT <one JSON object> AS dossier FROM orders o WHERE …`."""

    def column(alias: str, name: str) -> str:
        value = f"{alias}.{name}"
        return f"'{name}', {json_column(value) if name in _JSON_COLUMNS else value}"

    def fields_of(kind: type[Row], alias: str, *, leave: frozenset[str] = frozenset()) -> str:
        return ", ".join(column(alias, name) for name in kind.__struct_fields__ if name not in leave)

    def array(kind: type[Row], source: str, order: str) -> str:
        return json_list(json_object(fields_of(kind, "t")), f"(SELECT * FROM {source} ORDER BY {order}) t")

    def latest(kind: type[Row], table: str) -> str:
        inner = f"SELECT * FROM {table} WHERE order_id = o.id ORDER BY id DESC LIMIT 1"
        if kind is DisputeRecord:
            columns = ", ".join(name for name in kind.__struct_fields__ if name != "organization_id")
            survivor = "(SELECT COALESCE(survivor_id, id) FROM organization WHERE id = d.organization_id)"
            inner = f"SELECT {columns}, {survivor} AS organization_id FROM ({inner}) d"
        return json_of(f"SELECT {json_object(fields_of(kind, 't'))} FROM ({inner}) t")

    def organization(alias: str) -> str:
        domains = array(DomainRecord, f"({domains_of(f'{alias}.id')}) names", "name")
        columns = fields_of(OrganizationRecord, alias, leave=frozenset({"domains"}))
        built = json_object(f"{columns}, 'domains', {domains}")
        return f"CASE WHEN {alias}.id IS NULL THEN NULL ELSE {built} END"

    def first(table: str, flag: str) -> str:
        """The one of the survivor, or of what was merged into it."""
        of_customer = f"{flag} AND organization_id IN ({all_of('c.id')})"
        inner = (
            f"SELECT id, name, CASE organization_id WHEN c.id THEN 0 ELSE 1 END AS far FROM {table}"
            f" WHERE {of_customer} ORDER BY far, organization_id LIMIT 1"
        )
        return json_of(f"SELECT {json_object(fields_of(Named, 't'))} FROM ({inner}) t")

    def strayed(table: str, gone: str = "") -> str:
        return json_list(
            "t.id",
            f"{table} t JOIN {table} e ON e.id = t.existing_id WHERE t.{own_services}"
            f" AND c.id IS NOT NULL AND (e.organization_id NOT IN ({all_of('c.id')}){gone})",
        )

    still_of_order = "added_at IS NULL AND removed_at IS NULL"
    own_services = "service_id IN (SELECT id FROM service WHERE order_id = o.id)"
    parts = {
        "licenses": array(LicenseRecord, "license WHERE order_id = o.id", "position"),
        "services": array(ServiceRecord, "service WHERE order_id = o.id", "id"),
        "sites": array(SiteRecord, f"site WHERE {own_services} AND {still_of_order}", "position"),
        "locations": array(LocationRecord, f"location WHERE {own_services}", "position"),
        "steps": array(StepRecord, f"provisioning_step WHERE {own_services}", "service_id, position"),
        "partner": organization("p"),
        "customer": organization("c"),
        "delegation": latest(DelegationRecord, "delegation"),
        "dispute": latest(DisputeRecord, "dispute"),
        "request": latest(RequestRecord, "administrator_request"),
        "administrators": array(AdministratorRecord, "provisioning_administrator WHERE order_id = o.id", "id"),
        "primary_site": first("site", "is_primary"),
        "default_location": first("location", "is_default"),
        "strayed_sites": strayed("site", " OR e.removed_at IS NOT NULL"),
        "strayed_locations": strayed("location"),
        "viewer_key": "CAST($1 AS VARCHAR)",
        "viewer_is_former": "EXISTS (SELECT 1 FROM delegation WHERE order_id = o.id AND former_key = $1)",
        # The limit, which nobody reaches, lets PostgreSQL begin with the person: else it may read all organizations.
        "viewer_administers": json_list(
            "a.id", f"({administered_survivors('$1')} LIMIT 1000000) a WHERE a.id IN (p.id, c.id, n.id)"
        ),
        "named_partner_id": "n.id",
        "partner_organization_id": "p.id",
        "customer_organization_id": "c.id",
        "chosen_partner_id": "o.partner_organization_id",
        "chosen_customer_id": "o.customer_organization_id",
    }
    source = (
        "FROM orders o"
        " LEFT JOIN organization p0 ON p0.id = o.partner_organization_id"
        " LEFT JOIN organization p ON p.id = COALESCE(p0.survivor_id, p0.id)"
        " LEFT JOIN organization c0 ON c0.id = o.customer_organization_id"
        " LEFT JOIN organization c ON c.id = COALESCE(c0.survivor_id, c0.id)"
        " LEFT JOIN organization n0 ON n0.external_id = o.named_partner AND n0.status IN ('ACTIVE', 'MERGED')"
        " AND NOT o.test"  # nobody of theirs is to be bothered
        " LEFT JOIN organization n ON n.id = COALESCE(n0.survivor_id, n0.id) AND n.status = 'ACTIVE'"
    )
    own = {name: f"o.{name}" for name in Dossier.__struct_fields__ if name not in parts}
    return json_rows(own | parts, "dossier", source)


_STRENGTH = "CASE state WHEN 'CLAIMED' THEN 0 WHEN 'VERIFIED' THEN 1 ELSE 2 END"
_STATE = "CASE min({strength}) WHEN 0 THEN 'CLAIMED' WHEN 1 THEN 'VERIFIED' ELSE 'PENDING' END"
_ORGANIZATIONS = """
SELECT r.id AS asked, o.* FROM organization r JOIN organization o ON o.id = COALESCE(r.survivor_id, r.id)
WHERE r.id {among} AND o.status IN ('ACTIVE', 'SUSPENDED', 'PROVISIONAL')
"""
_DOMAINS = f"""
SELECT m.stands, d.name, {_STATE} AS state FROM organization_domain d JOIN {{members}} m ON m.id = d.organization_id
GROUP BY m.stands, d.name ORDER BY m.stands, d.name
"""


def domains_of(survivor: str) -> str:
    """SQL: the domains of an organization and of what was merged into it, each once, as well as it is proved."""
    return (
        f"SELECT name, {_STATE.format(strength=_STRENGTH)} AS state"
        f" FROM organization_domain WHERE organization_id IN ({all_of(survivor)}) GROUP BY name"
    )


async def read_organization(organization_id: int) -> OrganizationRecord | None:
    """An organization that exists for the API, active, suspended or for an order; of a merged one, its survivor."""
    return (await read_organizations([organization_id])).get(organization_id)


async def read_organizations(organization_ids: Sequence[int]) -> dict[int, OrganizationRecord]:
    """The same of several, by the numbers that were asked for."""
    if not organization_ids:
        return {}
    found = await database.rows(_ORGANIZATIONS.format(among=among(1)), [listed(organization_ids)])
    domains: dict[int, list[dict[str, Any]]] = defaultdict(list)
    if found:
        sql = _DOMAINS.format(members=everything_of(1), strength=_STRENGTH)
        for row in await database.rows(sql, [listed({row["id"] for row in found})]):
            domains[row["stands"]].append(row)
    return {row["asked"]: database.typed(OrganizationRecord, row | {"domains": domains[row["id"]]}) for row in found}
