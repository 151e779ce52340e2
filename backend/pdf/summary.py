"""What the order summary tells: a snapshot of an order that can be sent to another process."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationLine:
    """An organization of the order. `country` is an ISO code; `administrator` an AdministratorRole of the partner."""

    name: str
    country: str
    domains: tuple[str, ...] = ()
    business_vertical: str = ""
    administrator: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenseLine:
    """A license; `service` is a ServiceKind, `scope` a LicenseScope."""

    name: str
    service: str
    scope: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """A service (ServiceKind) and where it stands (ServiceState)."""

    kind: str
    state: str
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLine:
    """A Webex site; `units` are its licenses as (name, units), none before they are distributed.

    `existing`: the organization had it before the order.
    """

    url: str
    time_zone: str
    early_release: bool
    primary: bool = False
    existing: bool = False
    units: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationLine:
    """A calling location. Languages look like `de_DE`, `country` is an ISO code."""

    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address1: str
    address2: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    country: str
    default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One line of what Close will do: a sentence with places and what fills them."""

    message: str
    values: dict[str, str]
    irreversible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """Who gets which right by the order: two sentences with places, and what fills them."""

    who: str
    may: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What Close will do for a service (ServiceKind), in order."""

    service: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An order as its summary tells it. `changed_at` (UTC) is its last change, of people or of the worker.

    `address` is where the order is shown as it stands, for who may see it.

    `draft` holds until every service that needs input is submitted. Plans are of services that are
    entered and not submitted. Until it is `mapped`, `access` is what confirming the organizations would give.
    """

    address: str
    order_number: str
    company_name: str
    offer: str
    subscription_number: str
    term_months: int
    start_date: date
    end_date: date
    placed_at: datetime
    changed_at: datetime
    draft: bool
    test: bool = False
    seller_name: str
    seller_email: str | None = None
    contact_email: str
    partner: OrganizationLine | None = None
    customer: OrganizationLine | None = None
    licenses: tuple[LicenseLine, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    sites: tuple[SiteLine, ...] = ()
    locations: tuple[LocationLine, ...] = ()
    plans: tuple[Plan, ...] = ()
    access: tuple[AccessLine, ...] = ()
    mapped: bool = True
