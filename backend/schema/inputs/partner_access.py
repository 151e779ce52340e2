"""Inputs of access of partners."""

import strawberry

from backend.schema.describe import input_


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
