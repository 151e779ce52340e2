"""Inputs of the organizations of an order."""

import strawberry

from backend.models.organization import OrganizationType
from backend.schema.describe import input_


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
