"""Inputs of whom an order is for."""

import strawberry

from backend.models.order import Audience
from backend.schema.describe import input_


@input_
class ChooseAudienceInput:
    """An order and for whom it is.

    audience: Whether it is for a customer or for the contact's own company.
    """

    order_id: strawberry.ID
    audience: Audience
    expected_version: int | None = None
