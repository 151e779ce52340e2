"""An order as a seller's system sends it: read, with all that is wrong with it. What places it is `intake.py`.

Placing and checking an order read it here, so that both refuse the same.
"""

from datetime import date, timedelta
from hashlib import sha256

import msgspec

from backend import database
from backend.language import primary
from backend.models.order import Audience, LicenseScope
from backend.models.service import ServiceKind
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused, refuse_all

MAX_ORDERS = 50  # placed in one go
MAX_NUMBER_LENGTH = 64  # characters
DEFAULT_DAYS = 30
DAYS_OF_OFFER = {"Webex Suite Express": 7}  # until the deadline, where an offer has its own
EARLIEST_START = timedelta(days=5 * 366)  # before today; a day in the past means at once
FARTHEST_START = timedelta(days=2 * 366)  # from the day on which the date is set


class SoldLicense(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True):
    """A license as sold."""

    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int


class NewOrder(msgspec.Struct, frozen=True, rename="camel", forbid_unknown_fields=True, kw_only=True):
    """An order as a seller's system sends it: the fields of PlaceOrderInput."""

    order_number: str
    offer: str
    company_name: str
    provisioning_contact_email: str
    requested_start_date: date
    seller_name: str
    term_months: int
    licenses: list[SoldLicense]
    external_id: str | None = None
    country: str | None = None
    customer_domain: str | None = None
    customer_admin_email: str | None = None
    seller_email: str | None = None
    language: str | None = None
    previous_organization_external_id: str | None = None
    partner_organization_external_id: str | None = None
    test: bool = False


class SoldOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order that was read: columns of its row, its licenses, and what is wrong with it.

    A field that is wrong is empty.
    """

    order_number: str
    external_id: str | None
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
    deadline_days: int
    test: bool
    licenses: list[SoldLicense]
    refusals: list[Refused]

    def check(self) -> None:
        """Raise Refused if anything is wrong."""
        refuse_all(self.refusals)

    @property
    def services(self) -> list[ServiceKind]:
        """The services that the licenses name, in the order of the enum."""
        return [kind for kind in ServiceKind if any(license.service is kind for license in self.licenses)]

    @property
    def audience(self) -> Audience:
        """For whom the order is taken to be until its contact says so."""
        return Audience.CUSTOMER

    @property
    def partner_organization_id(self) -> int | None:
        """No organization was chosen yet."""
        return None


COLUMNS = tuple(name for name in SoldOrder.__struct_fields__ if name not in {"licenses", "refusals"})


def body_of(new: NewOrder) -> str:
    """What tells whether two orders of one number are the same: the SHA-256 of the order as it was sent."""
    sent = msgspec.to_builtins(new)
    if not new.test:
        del sent["test"]  # orders that were placed before there were test orders are still the same
    return sha256(msgspec.json.encode(sent)).hexdigest()


async def find_placed(new: NewOrder, seller: str) -> int | None:
    """The order that was placed as just this one; None: its number is new.

    Raises Refused ORDER_CONFLICT if the seller placed another order with this number.
    """
    number = Entries().number(new.order_number, "orderNumber", most=MAX_NUMBER_LENGTH)
    sql = "SELECT id, placed_body FROM orders WHERE seller = $1 AND order_number = $2"
    row = await database.row(sql, [seller, number]) if number else None
    if row is None:
        return None
    if row["placed_body"] != body_of(new):
        raise Refused(
            ErrorCode.ORDER_CONFLICT,
            "An order with this number was placed before, with different content.",
            ("orderNumber",),
        )
    found: int = row["id"]
    return found


def read(new: NewOrder, today: date) -> SoldOrder:
    """Read an order that is placed today."""
    entries = Entries()
    contact, contact_key = entries.email(new.provisioning_contact_email, "provisioningContactEmail")
    salesperson, salesperson_key = entries.email(new.seller_email, "sellerEmail", required=False)
    sold = SoldOrder(
        order_number=entries.number(new.order_number, "orderNumber", most=MAX_NUMBER_LENGTH),
        external_id=entries.number(new.external_id, "externalId", most=128, required=False) or None,
        offer=entries.text(new.offer, "offer", most=200),
        company_name=entries.text(new.company_name, "companyName", most=200),
        country=entries.country(new.country, "country", required=False) or None,
        customer_domain=entries.domain(new.customer_domain, "customerDomain"),
        customer_admin_email=entries.email(new.customer_admin_email, "customerAdminEmail", required=False)[0] or None,
        contact_email=contact,
        contact_key=contact_key,
        requested_start_date=new.requested_start_date,
        seller_name=entries.text(new.seller_name, "sellerName", most=200),
        seller_email=salesperson or None,
        seller_key=salesperson_key or None,
        term_months=new.term_months,
        language=primary(new.language),
        previous_organization=_organization(
            new.previous_organization_external_id, "previousOrganizationExternalId", entries
        ),
        named_partner=_organization(new.partner_organization_external_id, "partnerOrganizationExternalId", entries),
        deadline_days=DAYS_OF_OFFER.get(new.offer.strip(), DEFAULT_DAYS),
        test=new.test,
        licenses=[],
        refusals=entries.refusals,
    )
    if new.requested_start_date > today + FARTHEST_START:
        entries.refuse(ErrorCode.INVALID, "Choose a day within the next two years.", "requestedStartDate")
    if new.requested_start_date < today - EARLIEST_START:
        entries.refuse(ErrorCode.INVALID, "Choose a day of the last five years, or a later one.", "requestedStartDate")
    if not 1 <= new.term_months <= 120:
        entries.refuse(ErrorCode.INVALID, "Enter a term between 1 and 120 months.", "termMonths")
    sold.licenses.extend(_read_licenses(new.licenses, entries))
    return sold


def _organization(external_id: str | None, field: str, entries: Entries) -> str | None:
    return entries.text(external_id, field, most=128, required=False) or None


def _read_licenses(licenses: list[SoldLicense], entries: Entries) -> list[SoldLicense]:
    if not licenses:
        entries.refuse(ErrorCode.REQUIRED, "An order needs at least one license.", "licenses")
    if len(licenses) > 50:
        entries.refuse(ErrorCode.TOO_LONG, "An order can have at most {most} licenses.", "licenses", most=50)
        return []
    read = []
    for number, sold in enumerate(licenses):
        path = ("licenses", str(number))
        name = entries.text(sold.name, *path, "name", most=120)
        if not 1 <= sold.total_units <= 10_000_000:
            entries.refuse(ErrorCode.INVALID, "Enter a number of units between 1 and 10,000,000.", *path, "totalUnits")
        if sold.scope is LicenseScope.PER_SITE and sold.service is not ServiceKind.MEETINGS:
            entries.refuse(ErrorCode.INVALID, "Only licenses of Meetings are split over sites.", *path, "scope")
        read.append(SoldLicense(name, sold.service, sold.scope, sold.total_units))
    if len({sold.name for sold in read}) < len(read):
        entries.refuse(ErrorCode.INVALID, "Give each license a name of its own.", "licenses")
    return read
