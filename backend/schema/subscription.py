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
    """What was sold: an offer for a term, with its licenses.

    subscription_number: Number of the subscription, given when the order was placed: Sub and ten digits.
    offer: What was sold, as the seller calls it, such as Webex Suite; at most 200 characters.
    term_months: Length of the term in months, 1 to 120.
    start_date: First day of the term: the order's requested start date.
    end_date: Last day of the term; a year from 15 March 2026 ends on 14 March 2027.
    licenses: The licenses that were sold, 1 to 50, in the seller's order.
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
