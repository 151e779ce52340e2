"""Inputs of placing orders and what their seller does with them."""

from datetime import date

import strawberry

from backend.models.order import LicenseScope
from backend.models.service import ServiceKind
from backend.schema.describe import input_


@input_
class RescheduleOrderInput:
    """An order and the day on which it shall start.

    requested_start_date: Today or a later day within two years, in UTC; today: the order begins at once.
    """

    order_id: strawberry.ID
    requested_start_date: date
    expected_version: int | None = None


@input_
class LicenseInput:
    """A license that was sold.

    name: Name of the license, at most 120 characters, unique in the order.
    service: The service that the license belongs to.
    scope: Whether its units are split over the sites, which only those of Meetings can be.
    total_units: How many units were sold: 1 to 10,000,000.
    """

    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int


@input_
class PlaceOrderInput:
    """An order as a seller's system sends it. The same order sent again is answered with the one that exists.

    order_number: The seller's number of the order: at most 64 characters, unique among the orders of one seller.
    external_id: Another number of the seller's, at most 128 characters, by which the order is found too.
    offer: What was sold, such as Webex Suite; at most 200 characters.
    company_name: Name of the end customer, at most 200 characters.
    country: Country of the end customer: a code of `countries`; others for the same, such as UK or GBR, are read too.
    customer_domain: Domain of the end customer, such as example.com; the organization finder looks for the customer by
        it.
    customer_admin_email: Address of the end customer's administrator; the wizard proposes it for a hand-over.
    provisioning_contact_email: Address of the person who is asked for provisioning information.
    requested_start_date: Day on which the welcome email goes out, in UTC, from five years ago to two years ahead; today
        or earlier: at once.
    seller_name: Name by which people know the seller, at most 200 characters.
    seller_email: Address of the salesperson, at which people can ask the seller; notices about the order go there too.
        Whoever has this mailbox may sign in and see where this order stands, as SALESPERSON.
    term_months: Length of the term in months, 1 to 120.
    language: The contact's language, such as en or de_DE; English if left out.
    previous_organization_external_id: For a renewal: id in the directory of the customer organization of the earlier
        subscription, at most 128 characters.
    partner_organization_external_id: Id in the directory of the partner organization, if the seller knows it, at most
        128 characters. Its administrators may then find the organizations too.
    licenses: What was sold, 1 to 50 licenses; the order has exactly the services that they name.
    test: True: a test order. It is set up like any other on the sandbox, marked as a test wherever it is shown, and
        removed after 30 days. Nobody is mailed: its seller reads the emails at `emails`. It finds no organization and
        reserves no site name; `advanceTestOrder` lets time pass for it.
    """

    order_number: str
    offer: str
    company_name: str
    provisioning_contact_email: str
    requested_start_date: date
    seller_name: str
    term_months: int
    licenses: list[LicenseInput]
    external_id: str | None = None
    country: str | None = None
    customer_domain: str | None = None
    customer_admin_email: str | None = None
    seller_email: str | None = None
    language: str | None = None
    previous_organization_external_id: str | None = None
    partner_organization_external_id: str | None = None
    test: bool = False


@input_
class AdvanceTestOrderInput:
    """A test order, and how much time shall pass for it.

    by: Duration as in ISO 8601 in days, hours, minutes and seconds, such as P3D or PT12H; more than nothing, P366D at
        most.
    """

    order_id: strawberry.ID
    by: str
