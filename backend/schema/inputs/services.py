"""Inputs of the services of an order."""

import strawberry

from backend.provisioning.journey import FollowUpKind
from backend.schema.describe import input_


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
