"""The inputs of the mutations and of the larger queries."""

from datetime import date, datetime

import strawberry

from backend.models.order import Audience, LicenseScope, OrderStatus
from backend.models.organization import MailDomainKind, OrganizationType
from backend.models.service import ServiceKind
from backend.provisioning.journey import ProvisioningStatus
from backend.schema.describe import input_


@input_
class OrderInput:
    """An order.

    order_id: The order.
    reason: Why; support must say it, others may.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    reason: str | None = None
    expected_version: int | None = None


@input_
class OrderReasonInput:
    """An order, with a reason.

    order_id: The order.
    reason: Why; support must say it, others may.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    reason: str | None = None
    expected_version: int | None = None


@input_
class OrderEmailInput:
    """An order and a person.

    order_id: The order.
    email: The person's address.
    reason: Why; support must say it, others may.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    email: str
    reason: str | None = None
    expected_version: int | None = None


@input_
class RescheduleOrderInput:
    """Another start date.

    order_id: The order.
    requested_start_date: Today or a later day, in UTC.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    requested_start_date: date
    expected_version: int | None = None


@input_
class OrganizationDomainInput:
    """A domain of an organization.

    organization_id: The organization.
    domain: The domain, such as example.com; 253 characters at most in ASCII.
    """

    organization_id: strawberry.ID
    domain: str


@input_
class MergeOrganizationsInput:
    """A duplicate and the organization that survives.

    duplicate_id: The organization that is one too many.
    survivor_id: The organization that stands for both from then on.
    reason: Why; the administrators of both read it. 1,000 characters at most. A preview needs none.
    """

    duplicate_id: strawberry.ID
    survivor_id: strawberry.ID
    reason: str


@input_
class UndoMergeInput:
    """A merge to undo.

    duplicate_id: The organization that was merged.
    reason: Why; the administrators of both read it. 1,000 characters at most.
    """

    duplicate_id: strawberry.ID
    reason: str


@input_
class ResolveDisputeInput:
    """Support's decision of a dispute.

    order_id: The order.
    uphold: True: the customer is right and the mapping is undone. False: setup goes on.
    reason: Why.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    uphold: bool
    reason: str
    expected_version: int | None = None


@input_
class DecideAdministratorRequestInput:
    """The customer's decision of a request for full administrator rights.

    request_id: The request.
    approve: Whether the partner gets the rights.
    reason: Why, for the partner to read.
    """

    request_id: strawberry.ID
    approve: bool
    reason: str | None = None


@input_
class EmailInput:
    """An address.

    email: The address of the mailbox.
    """

    email: str


@input_
class OpenSetupLinkInput:
    """A setup link.

    token: What stands behind # in the link.
    code: The code that was mailed; asked for from the second browser on.
    """

    token: str
    code: str | None = None


@input_
class SignInInput:
    """A mailbox and the code that was mailed to it.

    email: The address of the mailbox.
    code: Six digits.
    """

    email: str
    code: str


@input_
class SignInByLinkInput:
    """The link that signs the owner of a mailbox in once too many wrong codes were entered for it.

    token: What stands behind # in the link: 43 characters.
    """

    token: str


@input_
class LicenseInput:
    """A license as sold.

    name: What it is called; unique in the order.
    service: The service it belongs to.
    scope: Whether its units are split over sites (Meetings only).
    total_units: How many units, 1 or more.
    """

    name: str
    service: ServiceKind
    scope: LicenseScope
    total_units: int


@input_
class PlaceOrderInput:
    """An order as a seller's system sends it. The same order sent again is answered with the one that exists.

    order_number: The seller's number, unique for the seller.
    external_id: Another number of the seller's, for finding the order again.
    offer: What was sold, such as Webex Suite.
    company_name: The end customer as sold.
    country: The end customer's country, ISO 3166-1 alpha-2.
    customer_domain: The end customer's domain; prefills the search for the customer organization.
    customer_admin_email: The end customer's administrator; prefills the hand-over.
    provisioning_contact_email: Who is asked for provisioning information.
    requested_start_date: When the welcome email goes out; today or earlier: at once.
    seller_name: What people know the seller by.
    seller_email: Where people can ask the seller.
    term_months: The term in months, 1 to 120.
    language: The contact's language, such as en or de_DE; English if left out.
    previous_organization_external_id: Renewal: the customer organization of the earlier subscription.
    partner_organization_external_id: The partner organization, if the seller knows it.
    licenses: What was sold; the order has exactly the services that its licenses name.
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


@input_
class ChooseAudienceInput:
    """For whom the order is.

    order_id: The order.
    audience: For a customer or for the contact's own company.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    audience: Audience
    expected_version: int | None = None


@input_
class ChooseOrganizationInput:
    """One of the organizations that were found.

    order_id: The order.
    slot: Partner or customer; an order for one's own company has the customer only.
    organization_id: An organization of the match or of a search for this order and slot.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    slot: OrganizationType
    organization_id: strawberry.ID
    expected_version: int | None = None


@input_
class CreateOrganizationInput:
    """A new organization for an order.

    order_id: The order.
    slot: Partner or customer.
    company_name: The company's name.
    business_vertical: A code of businessVerticals.
    country: A code of countries.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    slot: OrganizationType
    company_name: str
    business_vertical: str
    country: str
    expected_version: int | None = None


@input_
class ConfirmOrganizationsInput:
    """The confirmation of the organizations.

    order_id: The order.
    customer_sets_up_services: True: the customer's administrators are asked to set up the services.
    customer_admin_email: The administrator of a new customer organization; required with the above.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    customer_sets_up_services: bool | None = False
    customer_admin_email: str | None = None
    expected_version: int | None = None


@input_
class HandOverToCustomerInput:
    """A hand-over of service setup to the customer.

    order_id: The order.
    customer_admin_email: The administrator of a new customer organization.
    expected_version: The order's version as last read; left out: no check.
    """

    order_id: strawberry.ID
    customer_admin_email: str | None = None
    expected_version: int | None = None


@input_
class ServiceInput:
    """A service of an order.

    service_id: The service.
    expected_version: The order's version as last read; left out: no check.
    """

    service_id: strawberry.ID
    expected_version: int | None = None


@input_
class SiteInput:
    """A Webex site.

    site_name: What stands before .webex.com: 2 to 60 letters, digits and single hyphens.
    time_zone: A name of timeZones.
    early_release: Whether the site gets features before the normal deployment cycle; final.
    """

    site_name: str
    time_zone: str
    early_release: bool


@input_
class SaveMeetingSitesInput:
    """The sites of Meetings.

    service_id: The Meetings service.
    sites: 1 to 50 sites; the first is primary.
    expected_version: The order's version as last read; left out: no check.
    """

    service_id: strawberry.ID
    sites: list[SiteInput]
    expected_version: int | None = None


@input_
class AllocationInput:
    """Units of a license for a site.

    site_name: The site.
    license_id: A license that is split over sites.
    units: A whole number, 0 or more.
    """

    site_name: str
    license_id: strawberry.ID
    units: int


@input_
class DistributeLicensesInput:
    """The split of the licenses over the sites.

    service_id: The Meetings service.
    allocations: The units; those of each license sum to its total, and no site goes without any.
    expected_version: The order's version as last read; left out: no check.
    """

    service_id: strawberry.ID
    allocations: list[AllocationInput]
    expected_version: int | None = None


@input_
class AddressInput:
    """An address; which fields a country wants, addressFormat says.

    address1: Street and number.
    address2: Anything more.
    city: Town or city.
    state: State, province or prefecture; of the United States the two-letter code.
    postal_code: Postal code.
    country: A code of countries.
    """

    address1: str
    country: str
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None

    def fields(self) -> dict[str, str | None]:
        """The address by the names of the API."""
        return {
            "address1": self.address1,
            "address2": self.address2,
            "city": self.city,
            "state": self.state,
            "postalCode": self.postal_code,
            "country": self.country,
        }


@input_
class SaveCallingLocationInput:
    """A calling location.

    service_id: The Calling service.
    name: At most 80 characters, unique in the organization.
    time_zone: A name of timeZones.
    preferred_language: A code of languages: for users and devices.
    announcement_language: A code of languages: for announcements to callers.
    address: Where the location is.
    expected_version: The order's version as last read; left out: no check.
    """

    service_id: strawberry.ID
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: AddressInput
    expected_version: int | None = None


@input_
class UpdateLocationInput:
    """A calling location as it shall be.

    location_id: The location.
    name: At most 80 characters, unique in the organization.
    time_zone: A name of timeZones.
    preferred_language: A code of languages: for users and devices.
    announcement_language: A code of languages: for announcements to callers.
    address: Where the location is.
    expected_version: The order's version as last read; left out: no check.
    """

    location_id: strawberry.ID
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: AddressInput
    expected_version: int | None = None


@input_
class OrderFilter:
    """Which orders to list; all that is given must hold.

    status: One of these states.
    provisioning_status: One of these status words.
    organization_id: Mapped to this organization.
    my_turn: True: waiting for the viewer; false: not.
    text: Number, external id, address, domain, organization, site name or correlation id; addresses and names from
        their beginning.
    placed_after: Placed at or after this instant.
    placed_before: Placed before this instant.
    """

    status: list[OrderStatus] | None = None
    provisioning_status: list[ProvisioningStatus] | None = None
    organization_id: strawberry.ID | None = None
    my_turn: bool | None = None
    text: str | None = None
    placed_after: datetime | None = None
    placed_before: datetime | None = None


@input_
class ExplainOrganizationMatchInput:
    """A question to the organization finder.

    email: The address.
    slot: Which organization is wanted.
    audience: OWN_COMPANY takes both types.
    company_name: The end customer as sold.
    country: The end customer's country.
    customer_domain: The end customer's domain, as an order names it.
    previous_organization_external_id: Renewal: the customer organization of the earlier subscription.
    partner_organization_external_id: The partner organization that the order names.
    """

    email: str
    slot: OrganizationType
    audience: Audience | None = None
    company_name: str | None = None
    country: str | None = None
    customer_domain: str | None = None
    previous_organization_external_id: str | None = None
    partner_organization_external_id: str | None = None


@input_
class SetMailDomainInput:
    """A correction of a mail domain.

    domain: A domain or an address, such as acme.com; hosts below it follow.
    kind: What it is; null: what the lists say.
    reason: Why, at most 1,000 characters; kept with who corrected it.
    """

    domain: str
    kind: MailDomainKind | None = None
    reason: str
