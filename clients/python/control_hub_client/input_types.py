from datetime import date
from typing import Optional

from .base_model import BaseModel
from .enums import Audience, LicenseScope, OrganizationType, ServiceKind


class AddressInput(BaseModel):
    """A postal address; which of its fields a country wants, `addressFormat` says."""

    address_1: str
    "Street and number, at most 100 characters."
    country: str
    "A code of `countries`; others for the same, such as UK or GBR, are read too."
    address_2: Optional[str] = None
    "Second line of the street address, at most 100 characters."
    city: Optional[str] = None
    "Town or city, at most 60 characters."
    state: Optional[str] = None
    "State, province or prefecture, at most 60 characters; of Australia, Canada and the United States one of the options of `addressFormat`."
    postal_code: Optional[str] = None
    "Postal code as the country writes it, at most 20 characters."


class AdvanceTestOrderInput(BaseModel):
    """A test order, and how much time shall pass for it."""

    order_id: str
    "Global id of the order."
    by: str
    "Duration as in ISO 8601 in days, hours, minutes and seconds, such as P3D or PT12H; more than nothing, P366D at most."


class ChooseAudienceInput(BaseModel):
    """An order and for whom it is."""

    order_id: str
    "Global id of the order."
    audience: Audience
    "Whether it is for a customer or for the contact's own company."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class ChooseOrganizationInput(BaseModel):
    """An order and one of the organizations that were found for it."""

    order_id: str
    "Global id of the order."
    slot: OrganizationType
    "Which of the two it is; an order for one's own company has the customer only."
    organization_id: str
    "Global id of an organization of the match or of a search for this order and slot."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class ConfirmOrganizationsInput(BaseModel):
    """An order whose organizations are confirmed."""

    order_id: str
    "Global id of the order."
    customer_sets_up_services: Optional[bool] = False
    "True: the customer's administrators are asked to set up the services, as by handOverToCustomer."
    customer_admin_email: Optional[str] = None
    "Address of a new customer's administrator; required with the above if the order's needsCustomerAdminEmail is true."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class CreateOrganizationInput(BaseModel):
    """An order and a new organization for it."""

    order_id: str
    "Global id of the order."
    slot: OrganizationType
    "Which of the two it is; an order for one's own company has the customer only."
    company_name: str
    "Name of the company, at most 200 characters, and no web address."
    business_vertical: str
    "Industry of the company: a code of `businessVerticals`."
    country: str
    "Country of the company: a code of `countries`; others for the same, such as UK or GBR, are read too."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class LicenseInput(BaseModel):
    """A license that was sold."""

    name: str
    "Name of the license, at most 120 characters, unique in the order."
    service: ServiceKind
    "The service that the license belongs to."
    scope: LicenseScope
    "Whether its units are split over the sites, which only those of Meetings can be."
    total_units: int
    "How many units were sold: 1 to 10,000,000."


class PlaceOrderInput(BaseModel):
    """An order as a seller's system sends it. The same order sent again is answered with the one that exists."""

    order_number: str
    "The seller's number of the order: at most 64 characters, unique among the orders of one seller."
    offer: str
    "What was sold, such as Webex Suite; at most 200 characters."
    company_name: str
    "Name of the end customer, at most 200 characters."
    provisioning_contact_email: str
    "Address of the person who is asked for provisioning information."
    requested_start_date: date
    "Day on which the welcome email goes out, in UTC, from five years ago to two years ahead; today or earlier: at once."
    seller_name: str
    "Name by which people know the seller, at most 200 characters."
    term_months: int
    "Length of the term in months, 1 to 120."
    licenses: list["LicenseInput"]
    "What was sold, 1 to 50 licenses; the order has exactly the services that they name."
    external_id: Optional[str] = None
    "Another number of the seller's, at most 128 characters, by which the order is found too."
    country: Optional[str] = None
    "Country of the end customer: a code of `countries`; others for the same, such as UK or GBR, are read too."
    customer_domain: Optional[str] = None
    "Domain of the end customer, such as example.com; the organization finder looks for the customer by it."
    customer_admin_email: Optional[str] = None
    "Address of the end customer's administrator; the wizard proposes it for a hand-over."
    seller_email: Optional[str] = None
    "Address of the salesperson, at which people can ask the seller; notices about the order go there too. Whoever has this mailbox may sign in and see where this order stands, as SALESPERSON."
    language: Optional[str] = None
    "The contact's language, such as en or de_DE; English if left out."
    previous_organization_external_id: Optional[str] = None
    "For a renewal: id in the directory of the customer organization of the earlier subscription, at most 128 characters."
    partner_organization_external_id: Optional[str] = None
    "Id in the directory of the partner organization, if the seller knows it, at most 128 characters. Its administrators may then find the organizations too."
    test: bool = False
    "True: a test order. It is set up like any other on the sandbox, marked as a test wherever it is shown, and removed after 30 days. Nobody is mailed: its seller reads the emails at `emails`. It finds no organization and reserves no site name; `advanceTestOrder` lets time pass for it."


class SaveCallingLocationInput(BaseModel):
    """A calling location as it shall be: the headquarters, or one more. With `existingLocationId`, the order uses a location that the customer organization has: it stays as it is, and the other fields, which are required all the same, are ignored."""

    service_id: str
    "Global id of the Calling service."
    name: str
    "Name of the location, at most 80 characters, unique in the organization, whatever its case."
    time_zone: str
    "Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too."
    preferred_language: str
    "Language of the location's users and devices: a code of `languages`, such as de_DE."
    announcement_language: str
    "Language of announcements to callers: a code of `languages`, such as de_DE."
    address: "AddressInput"
    "Postal address at which the location is."
    existing_location_id: Optional[str] = None
    "Global id of one of `existingLocations`, in saveCallingLocation only; null: a new location."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class SaveMeetingSitesInput(BaseModel):
    """The sites of Meetings as they shall be."""

    service_id: str
    "Global id of the Meetings service."
    sites: list["SiteInput"]
    "All sites, 1 to 50 with different names; the first new one becomes primary where the organization has no primary site."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class ServiceInput(BaseModel):
    """A service of an order."""

    service_id: str
    "Global id of the service."
    expected_version: Optional[int] = None
    "Version of the order as the caller last read it. If somebody has changed the same part of the order since, nothing is written and VERSION_CONFLICT says who and what. A version that the order has not reached is INVALID. Left out: no check."


class SiteInput(BaseModel):
    """A Webex site as it shall be. With the name or the id of a site that the customer organization has, the order uses that site: it gets licenses; its name, time zone and release schedule stay, whatever the other fields say."""

    site_name: str
    "What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit at each end."
    time_zone: str
    "Name of a time zone in the IANA database, such as Europe/Berlin; `timeZones` lists them. Old names are taken too."
    early_release: bool
    "Whether the site gets features before the normal deployment cycle; final once provisioned."
    existing_site_id: Optional[str] = None
    "Global id of one of `existingSites`; null: a new site, or one of them by its name."


PlaceOrderInput.model_rebuild()
SaveCallingLocationInput.model_rebuild()
SaveMeetingSitesInput.model_rebuild()
