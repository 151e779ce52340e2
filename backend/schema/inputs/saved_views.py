"""Inputs of saved views."""

from backend.models.order import OrderStatus
from backend.provisioning.order_lists import OrderBucket, OrderSort
from backend.schema.describe import input_


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
class RemoveOrderViewInput:
    """A saved view that is not needed any more.

    name: Its name, in whatever case.
    """

    name: str
