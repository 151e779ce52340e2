"""The inputs of the mutations and of the larger queries."""

from datetime import date, datetime

import strawberry

from backend.models.batch import BatchAct
from backend.models.order import Audience, LicenseScope, OrderStatus
from backend.models.organization import MailDomainKind, OrganizationType
from backend.models.person import ReminderRhythm
from backend.models.service import ServiceKind
from backend.models.webhook import WebhookEventType
from backend.provisioning.journey import FollowUpKind, ProvisioningStatus, WizardStep
from backend.provisioning.order_lists import OrderBucket, OrderSort
from backend.schema.describe import input_


@input_
class OrderInput:
    """An order, and perhaps why something is done with it."""

    order_id: strawberry.ID
    reason: str | None = None
    expected_version: int | None = None


@input_
class OrderReasonInput:
    """An order, and why something is done with it."""

    order_id: strawberry.ID
    reason: str | None = None
    expected_version: int | None = None


@input_
class OrderEmailInput:
    """An order and the person who shall be its contact.

    email: Address of the person, such as name@example.com; another one than the present contact's.
    """

    order_id: strawberry.ID
    email: str
    reason: str | None = None
    expected_version: int | None = None


@input_
class RescheduleOrderInput:
    """An order and the day on which it shall start.

    requested_start_date: Today or a later day within two years, in UTC; today: the order begins at once.
    """

    order_id: strawberry.ID
    requested_start_date: date
    expected_version: int | None = None


@input_
class OrganizationDomainInput:
    """A domain of an organization, or one that it wants.

    domain: The domain, such as example.com; to be added at most 231 characters in ASCII.
    """

    organization_id: strawberry.ID
    domain: str


@input_
class MergeOrganizationsInput:
    """A duplicate and the organization that survives.

    duplicate_id: Global id of the organization that is one too many.
    survivor_id: Global id of the organization that stands for both from then on.
    reason: Why, at most 1,000 characters; the administrators of both are mailed it. A preview needs none: an empty
        text.
    """

    duplicate_id: strawberry.ID
    survivor_id: strawberry.ID
    reason: str


@input_
class UndoMergeInput:
    """A merge that shall be undone.

    duplicate_id: Global id of the organization that was merged, as `merges` has it.
    reason: Why, at most 1,000 characters; the administrators of both are mailed it.
    """

    duplicate_id: strawberry.ID
    reason: str


@input_
class ResolveDisputeInput:
    """What support decided of a dispute.

    uphold: True: the customer is right, and the mapping is undone, or after the first Close the setup ends. False:
        setup goes on.
    reason: Why, at most 1,000 characters; the contact and who disputed are mailed it.
    """

    order_id: strawberry.ID
    uphold: bool
    reason: str
    expected_version: int | None = None


@input_
class DecideAdministratorRequestInput:
    """The customer's decision of a request for full administrator privileges.

    request_id: Global id of the request.
    approve: Whether the partner gets the privileges.
    reason: Why, at most 1,000 characters; the person who asked is mailed it. Left out: no reason.
    """

    request_id: strawberry.ID
    approve: bool
    reason: str | None = None


@input_
class TickFollowUpInput:
    """Something that is to do after setup, and whether it is done.

    follow_up: One of the kinds in `followUps` of the order.
    done: Whether it shall be ticked off. False: the tick is taken back.
    """

    order_id: strawberry.ID
    follow_up: FollowUpKind
    done: bool
    expected_version: int | None = None


@input_
class EmailInput:
    """The mailbox that somebody signs in by.

    email: Address of the mailbox, such as name@example.com.
    """

    email: str


@input_
class OpenSetupLinkInput:
    """A setup link, as it came by mail.

    token: What stands behind # in the link: 43 characters.
    code: The six digits that were mailed, which are asked for from the second browser on. Left out: they are mailed if
        needed.
    """

    token: str
    code: str | None = None


@input_
class SignInInput:
    """A mailbox and the code that was mailed to it.

    email: Address of the mailbox, as given to requestSignIn.
    code: The six digits that were mailed; they hold for 10 minutes and 5 tries, in the browser that asked for them.
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


@input_
class ChooseAudienceInput:
    """An order and for whom it is.

    audience: Whether it is for a customer or for the contact's own company.
    """

    order_id: strawberry.ID
    audience: Audience
    expected_version: int | None = None


@input_
class ChooseOrganizationInput:
    """An order and one of the organizations that were found for it.

    slot: Which of the two it is; an order for one's own company has the customer only.
    organization_id: Global id of an organization of the match or of a search for this order and slot.
    """

    order_id: strawberry.ID
    slot: OrganizationType
    organization_id: strawberry.ID
    expected_version: int | None = None


@input_
class CreateOrganizationInput:
    """An order and a new organization for it.

    slot: Which of the two it is; an order for one's own company has the customer only.
    company_name: Name of the company, at most 200 characters, and no web address.
    business_vertical: Industry of the company: a code of `businessVerticals`.
    country: Country of the company: a code of `countries`; others for the same, such as UK or GBR, are read too.
    """

    order_id: strawberry.ID
    slot: OrganizationType
    company_name: str
    business_vertical: str
    country: str
    expected_version: int | None = None


@input_
class ConfirmOrganizationsInput:
    """An order whose organizations are confirmed.

    customer_sets_up_services: True: the customer's administrators are asked to set up the services, as by
        handOverToCustomer.
    customer_admin_email: Address of a new customer's administrator; required with the above if the order's
        needsCustomerAdminEmail is true.
    """

    order_id: strawberry.ID
    customer_sets_up_services: bool | None = False
    customer_admin_email: str | None = None
    expected_version: int | None = None


@input_
class HandOverToCustomerInput:
    """An order whose services the customer shall set up.

    customer_admin_email: Address of a new customer's administrator; required if the order's needsCustomerAdminEmail is
        true, else it has no effect.
    """

    order_id: strawberry.ID
    customer_admin_email: str | None = None
    expected_version: int | None = None


@input_
class ServiceInput:
    """A service of an order.

    service_id: Global id of the service.
    """

    service_id: strawberry.ID
    expected_version: int | None = None


@input_
class DelegateServiceInput:
    """A service of an order and the person who is asked to set it up.

    service_id: Global id of the service, Meetings or Calling.
    email: Address of the person, such as name@example.com; neither the contact's nor the caller's own.
    """

    service_id: strawberry.ID
    email: str
    expected_version: int | None = None


@input_
class SiteInput:
    """A Webex site as it shall be.

    With the name or the id of a site that the customer organization has, the order uses that site: it gets licenses;
    its name, time zone and release schedule stay, whatever the other fields say.

    site_name: What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit
        at each end.
    early_release: Whether the site gets features before the normal deployment cycle; final once provisioned.
    existing_site_id: Global id of one of `existingSites`; null: a new site, or one of them by its name.
    """

    site_name: str
    time_zone: str
    early_release: bool
    existing_site_id: strawberry.ID | None = None


@input_
class SaveMeetingSitesInput:
    """The sites of Meetings as they shall be.

    service_id: Global id of the Meetings service.
    sites: All sites, 1 to 50 with different names; the first new one becomes primary where the organization has no
        primary site.
    """

    service_id: strawberry.ID
    sites: list[SiteInput]
    expected_version: int | None = None


@input_
class AllocationInput:
    """Units of a license for a site.

    site_name: Name of one of the sites that were saved.
    license_id: Global id of a license that is split over sites; at most once for each site.
    units: How many of its units the site gets: a whole number, 0 or more.
    """

    site_name: str
    license_id: strawberry.ID
    units: int


@input_
class DistributeLicensesInput:
    """The split of the licenses over the sites.

    service_id: Global id of the Meetings service.
    allocations: The units of each site and license, 0 where none are given; those of a license sum to its total, and no
        site goes without any.
    """

    service_id: strawberry.ID
    allocations: list[AllocationInput]
    expected_version: int | None = None


@input_
class MoveLicensesInput:
    """The split of an order's licenses over the sites of its organization, once Meetings is provisioned.

    service_id: Global id of the Meetings service.
    allocations: The units of each site and license, 0 where none are given; those of a license sum to its total. The
        sites are those that the order's organization has; a site may go without.
    """

    service_id: strawberry.ID
    allocations: list[AllocationInput]
    expected_version: int | None = None


@input_
class AddMeetingSiteInput:
    """A site for an organization that has some.

    site_name: What stands before .webex.com: 2 to 60 letters a to z, digits and single hyphens, with a letter or digit
        at each end. It never changes.
    early_release: Whether the site gets features before the normal deployment cycle. It never changes.
    """

    organization_id: strawberry.ID
    site_name: str
    time_zone: str
    early_release: bool = False


@input_
class UpdateMeetingSiteInput:
    """The time zone of a site; its name and release schedule can't change.

    site_id: Global id of one of the organization's sites.
    """

    site_id: strawberry.ID
    time_zone: str


@input_
class RemoveMeetingSiteInput:
    """A site to remove.

    site_id: Global id of one of the organization's sites: not the primary one, not the last, none with licenses.
    """

    site_id: strawberry.ID


@input_
class AddressInput:
    """A postal address; which of its fields a country wants, `addressFormat` says.

    address1: Street and number, at most 100 characters.
    address2: Second line of the street address, at most 100 characters.
    city: Town or city, at most 60 characters.
    state: State, province or prefecture, at most 60 characters; of Australia, Canada and the United States one of the
        options of `addressFormat`.
    postal_code: Postal code as the country writes it, at most 20 characters.
    country: A code of `countries`; others for the same, such as UK or GBR, are read too.
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
    """A calling location as it shall be: the headquarters, or one more.

    With `existingLocationId`, the order uses a location that the customer organization has: it stays as it is, and the
    other fields, which are required all the same, are ignored.

    service_id: Global id of the Calling service.
    name: Name of the location, at most 80 characters, unique in the organization, whatever its case.
    address: Postal address at which the location is.
    existing_location_id: Global id of one of `existingLocations`, in saveCallingLocation only; null: a new location.
    """

    service_id: strawberry.ID
    name: str
    time_zone: str
    preferred_language: str
    announcement_language: str
    address: AddressInput
    existing_location_id: strawberry.ID | None = None
    expected_version: int | None = None


@input_
class UpdateLocationInput:
    """A calling location as it shall be from now on.

    location_id: Global id of the location.
    name: Name of the location, at most 80 characters, unique in the organization, whatever its case.
    address: Postal address at which the location is.
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

    status: The order is in one of these states; an empty list matches none.
    provisioning_status: The order shows one of these status words; an empty list matches none.
    bucket: The order is in this bucket, as viewer.orderOverview counts them.
    organization_id: The order is mapped to, or has chosen, the organization with this global id; orders of which the
        viewer sees only where they stand are left out.
    my_turn: True: the order waits for the viewer, and they did not put it aside. False: it does not wait for them.
    text: Each of its words begins one of the order's: number, external id, company, address, domain, organization, site
        name, subscription or seller; or it is a correlation id. Support finds an address only by all of it. The first
        500 characters count.
    placed_after: The order was placed at or after this instant.
    placed_before: The order was placed before this instant.
    """

    status: list[OrderStatus] | None = None
    provisioning_status: list[ProvisioningStatus] | None = None
    bucket: OrderBucket | None = None
    organization_id: strawberry.ID | None = None
    my_turn: bool | None = None
    text: str | None = None
    placed_after: datetime | None = None
    placed_before: datetime | None = None


@input_
class KeepTypedStepInput:
    """What somebody types on a page of the wizard, before they save it.

    step: The page: AUDIENCE, PARTNER_ORGANIZATION, CUSTOMER_ORGANIZATION, REVIEW_ORGANIZATIONS, MEETINGS_SITES,
        MEETINGS_LICENSES or CALLING_LOCATION.
    entries: All that is typed there: a JSON object, as text, at most 131,072 bytes and 8 levels deep.
    version: The order's version when they began to type.
    writer: Names the open page that sends it, such as a UUID made when it was opened: 8 to 40 letters, digits and
        hyphens.
    number: Counts what this writer sends, up from 0. What arrives late, after a higher number, changes nothing.
    after: The revision that was read before and is replaced; null or left out: nothing was there. If something else
        was typed elsewhere since, that is kept, and VERSION_CONFLICT says when.
    """

    order_id: strawberry.ID
    step: WizardStep
    entries: str
    version: int
    writer: str
    number: int
    after: str | None = None


@input_
class DiscardTypedStepInput:
    """What was typed on a page of the wizard and is not wanted any more.

    step: The page that it was typed on.
    revision: The state that is discarded. What was typed elsewhere since stays.
    """

    order_id: strawberry.ID
    step: WizardStep
    revision: str


@input_
class SaveOrderViewInput:
    """A view of the list of orders: filter, search and sort under a name.

    name: Its name: 1 to 60 characters. It is saved in place of the view that has the name, whatever the case.
    bucket: The list shows the orders of this bucket; null or left out: of any.
    status: The list shows orders in one of these states; an empty list matches none, null or left out: in any.
    text: What is searched, as OrderFilter.text: at most 500 characters; null or left out: nothing.
    sort: How the list is sorted.
    former_name: Name of a view that is replaced too, as when a view is renamed; null or left out: none.
    """

    name: str
    bucket: OrderBucket | None = None
    status: list[OrderStatus] | None = None
    text: str | None = None
    sort: OrderSort
    former_name: str | None = None


@input_
class ChooseRemindersInput:
    """How often somebody wants to be reminded of the orders that wait for them.

    rhythm: What they choose; null or left out: nothing, so that it depends on how many orders wait.
    token: What stands behind /reminders/ in the link of a reminder: it is chosen for the mailbox that got it; null or
        left out: for the own mailbox of who is signed in.
    """

    rhythm: ReminderRhythm | None = None
    token: str | None = None


@input_
class RemoveOrderViewInput:
    """A saved view that is not needed any more.

    name: Its name, in whatever case.
    """

    name: str


@input_
class BatchInput:
    """One act on many orders: those that are named, or all that match; exactly one of the two.

    act: What to do with each order.
    order_ids: Global ids of the orders, at most 1000; orders that the caller does not see are left out.
    filter: Which orders; refused if they are more than 1000.
    email: Address of the new contact; required for DELEGATE, without effect otherwise.
    reason: Why, at most 1,000 characters; the timeline of each order shows it. Whoever may do this only as support or
        salesperson must say it, others may. Without effect for PUT_ASIDE and TAKE_UP.
    until: Day, in UTC, from which on what is put aside is listed again, later than today; null or left out: until
        something changes on it. Without effect for other acts.
    """

    act: BatchAct
    order_ids: list[strawberry.ID] | None = None
    filter: OrderFilter | None = None
    email: str | None = None
    reason: str | None = None
    until: date | None = None


@input_
class BatchIdInput:
    """A batch that the caller started.

    batch_id: Global id of the batch.
    """

    batch_id: strawberry.ID


@input_
class ExplainOrganizationMatchInput:
    """A question to the organization finder, as an order would ask it.

    email: The address whose organization is wanted.
    slot: Which of the two organizations is wanted.
    audience: For whom the order would be; with OWN_COMPANY organizations of both types fit.
    company_name: Name of the end customer as sold.
    country: Country of the end customer: a code of `countries`.
    customer_domain: Domain of the end customer, as an order names it.
    previous_organization_external_id: For a renewal: id in the directory of the customer organization of the earlier
        subscription.
    partner_organization_external_id: Id in the directory of the partner organization that an order names.
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
    """A correction of what a mail domain is.

    domain: A domain or an address, such as acme.com; hosts below it follow.
    kind: What the domain is; null: the correction is taken back, and the lists say what it is.
    reason: Why, at most 1,000 characters; it is kept with who corrected it.
    """

    domain: str
    kind: MailDomainKind | None = None
    reason: str


@input_
class WebhookEndpointInput:
    """An address that is to be told of events.

    organization_id: Global id of the organization whose orders it is told of. Left out: it belongs to the seller
        or the organization whose token makes it.
    url: Where requests go, at most 1,000 characters: https://, the name of a host, path and query. In production
        without a port; in development also http://, any port, and this machine.
    events: The events that it is told of, at least one.
    query: Query of GraphQL, at most 4,000 characters, that begins with query($order: ID!); its answer is the payload's
        `data`. It is run with the owner's rights to read when something is sent, and costs at most 200. Left out: the
        payload is the event itself.
    description: What it is for, at most 200 characters.
    """

    organization_id: strawberry.ID | None = strawberry.UNSET
    url: str
    events: list[WebhookEventType]
    query: str | None = strawberry.UNSET
    description: str | None = strawberry.UNSET


@input_
class UpdateWebhookEndpointInput:
    """A webhook and what changes of it; what is left out stays.

    url: Where requests go from now on, as for createWebhookEndpoint.
    events: The events that it is told of from now on, at least one.
    query: Query whose answer is the payload's `data` from now on, as for createWebhookEndpoint; null: none.
    enabled: Whether it is told of events.
    description: What it is for, at most 200 characters; null: nothing.
    """

    webhook_id: strawberry.ID
    url: str | None = strawberry.UNSET
    events: list[WebhookEventType] | None = strawberry.UNSET
    query: str | None = strawberry.UNSET
    enabled: bool | None = strawberry.UNSET
    description: str | None = strawberry.UNSET


@input_
class WebhookIdInput:
    """A webhook that something is done with."""

    webhook_id: strawberry.ID


@input_
class WebhookDeliveryIdInput:
    """Something that was delivered to a webhook, or was to be.

    delivery_id: Global id of the delivery.
    """

    delivery_id: strawberry.ID


@input_
class CreateApiTokenInput:
    """An API token that an organization wants.

    name: What it is called, such as the name of the system that will use it: at most 60 characters, without @. The
        timeline of orders and mails show it.
    scopes: What it may do: orders:read, orders:write (which includes reading) and organizations:read, one at least.
    expires_on: Last day on which it holds, in UTC, from today to 366 days from now; left out: it holds for 365 days.
    """

    organization_id: strawberry.ID
    name: str
    scopes: list[str]
    expires_on: date | None = None


@input_
class EndPartnerAccessInput:
    """A customer organization, and the partner whose access ends.

    partner_id: Global id of the partner organization.
    reason: Why, at most 1,000 characters; the partner and the administrators of the organization are mailed it, and the
        timelines of the orders show it.
    """

    organization_id: strawberry.ID
    partner_id: strawberry.ID
    reason: str | None = None


@input_
class RequestPartnerAccessInput:
    """A partner organization, and the customer that ended its access.

    customer_id: Global id of the customer organization.
    reason: Why, at most 1,000 characters; the customer's full administrators are mailed it.
    """

    organization_id: strawberry.ID
    customer_id: strawberry.ID
    reason: str | None = None


@input_
class DecidePartnerAccessRequestInput:
    """The answer to a request for access.

    request_id: Id of the request, as `partnerAccess` has it.
    approve: Whether the partner gets its access again.
    """

    request_id: strawberry.ID
    approve: bool


@input_
class ApiTokenInput:
    """A token of an organization.

    token_id: Global id of the token, as `apiTokens` has it.
    """

    token_id: strawberry.ID
