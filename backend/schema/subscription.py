"""What was sold."""

from datetime import date

from backend.graphql_server.directives import lists
from backend.provisioning.dossier import Dossier
from backend.provisioning.terms import end_of_term
from backend.schema.describe import type_
from backend.schema.ids import global_id
from backend.schema.service import License, Node


@lists(licenses=50)
@type_
class Subscription(Node):
    """What was sold.

    id: Opaque and URL-safe.
    subscription_number: The number of the subscription.
    offer: What it is called, such as Webex Suite.
    term_months: The term in months.
    start_date: Its first day.
    end_date: Its last day.
    licenses: What it contains.
    """

    subscription_number: str
    offer: str
    term_months: int
    start_date: date
    end_date: date
    licenses: list[License]

    @classmethod
    def of(cls, order: Dossier) -> "Subscription":
        """From the order."""
        return cls(
            id=global_id("Subscription", order.id),
            subscription_number=order.subscription_number,
            offer=order.offer,
            term_months=order.term_months,
            start_date=order.requested_start_date,
            end_date=end_of_term(order.requested_start_date, order.term_months),
            licenses=[License.of(license) for license in order.licenses],
        )
