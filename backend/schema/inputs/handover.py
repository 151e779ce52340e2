"""Inputs of handing over, and requests of administrators."""

import strawberry

from backend.schema.describe import input_


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
class HandOverToCustomerInput:
    """An order whose services the customer shall set up.

    customer_admin_email: Address of a new customer's administrator; required if the order's needsCustomerAdminEmail is
        true, else it has no effect.
    """

    order_id: strawberry.ID
    customer_admin_email: str | None = None
    expected_version: int | None = None
