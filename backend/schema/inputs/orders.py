"""Inputs of orders that already are, and of lists of them."""

from datetime import datetime

import strawberry

from backend.models.order import OrderStatus
from backend.provisioning.journey import ProvisioningStatus
from backend.provisioning.order_lists import OrderBucket
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
