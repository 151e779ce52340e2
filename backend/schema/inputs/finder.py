"""Inputs of the organization finder."""

from backend.models.order import Audience
from backend.models.organization import OrganizationType
from backend.schema.describe import input_


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
