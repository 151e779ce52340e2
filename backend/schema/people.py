"""People of an order, as much as each viewer may see of them."""

from datetime import datetime

import strawberry

from backend.graphql_server.directives import part
from backend.provisioning import journey
from backend.provisioning.access import Visibility
from backend.provisioning.dossier import Dossier
from backend.provisioning.journey import OrderRole
from backend.provisioning.validation import masked, readable
from backend.provisioning.view_as import View
from backend.schema.describe import type_
from backend.schema.ids import global_id


@part
@type_
class Turn:
    """Who has to do something next, and since when.

    role: What they are to the order. Who was asked to set up one service (SERVICE_DELEGATE) sees their own turn while
        it waits, and nothing of what waits for others.
    email: Their address, masked for former contacts and support, and for a salesperson unless
        it is the contact's. Null: it is support's turn, or that of a customer's
        administrators of whom none was named.
    since: Since when the order waits for them.
    """

    role: OrderRole
    email: str | None
    since: datetime

    @classmethod
    def of(cls, order: Dossier, visibility: Visibility) -> "Turn | None":
        """From the order; null: it is nobody's."""
        delegated = visibility.role is OrderRole.SERVICE_DELEGATE
        turn = journey.delegates_turn(order, order.viewer_key) if delegated else journey.turn(order)
        if turn is None:
            return None
        return cls(role=turn.role, email=visibility.address(turn.email) if turn.email else None, since=turn.since)


@part
@type_
class OrderPerson:
    """A person or system that has to do with an order.

    email: Their address; masked for support.
    role: What they are to the order.
    since: Since when they have to do with it; for the customer's administrator, since the turn last changed.
    """

    email: str
    role: OrderRole
    since: datetime


@type_
class ViewAs:
    """A view of an order as somebody else sees it, which support has for 30 minutes. The timeline tells of it.

    id: What the header View-As takes, and the parameter `as` of downloads: global id of the event of the timeline. It
        is of use to nobody but who looks.
    order_id: Global id of the order.
    order_number: The seller's number of the order.
    email: Address of the person whose view it is.
    reason: Why support looks, as the timeline tells it.
    since: When the view began.
    until: When the view ends: 30 minutes later.
    """

    id: strawberry.ID
    order_id: strawberry.ID
    order_number: str
    email: str
    reason: str
    since: datetime
    until: datetime

    @classmethod
    def of(cls, view: View) -> "ViewAs":
        """From the view as the timeline has it."""
        return cls(
            id=global_id("OrderEvent", view.id),
            order_id=global_id("Order", view.order_id),
            order_number=view.order_number,
            email=view.person.email,
            reason=view.reason,
            since=view.since,
            until=view.until,
        )


@type_
class Delegation:
    """Another person was made the contact of the order, by the contact or by others.

    delegate_email: Address of the new contact, with the domain in its own letters. Masked for support, and for a former
        contact who did not enter it.
    since: When the contact was changed.
    can_take_back: Whether the former contact can still take the order back: they handed it over themselves, the new one
        has not come yet, and it is not mapped.
    """

    delegate_email: str
    since: datetime
    can_take_back: bool

    @classmethod
    def of(cls, order: Dossier, visibility: Visibility) -> "Delegation | None":
        """From the order; null: its contact kept it."""
        found = order.delegation
        if found is None or found.taken_back_at is not None:
            return None
        open_ = journey.may_take_back(order) and order.status in journey.BEFORE_MAPPED
        entered = (
            found.by_contact and found.former_key == order.viewer_key and visibility.role is OrderRole.FORMER_CONTACT
        )
        email = readable(found.delegate_email)
        return cls(
            delegate_email=email if entered else visibility.address(email), since=found.since, can_take_back=open_
        )


@type_
class Dispute:
    """A customer's administrator said "This wasn't us": the order was mapped to their organization by mistake.

    Until support has decided, service setup rests.

    at: When the customer said it.
    by: Address of who said it; masked for support.
    reason: What they gave as the reason, at most 1,000 characters; null: none.
    open: Whether support has still to decide.
    upheld: What was decided: true, the customer is right, and the mapping was undone, or `endsSetup`; false, setup goes
        on. Null until it is decided.
    decided_at: When it was decided; null until then.
    ends_setup: Whether it was upheld after the first Close: the customer keeps what was set up, nothing more follows,
        and the partner has no privileges in the customer organization any more.
    """

    at: datetime
    by: str
    reason: str | None
    open: bool
    upheld: bool | None
    decided_at: datetime | None
    ends_setup: bool

    @classmethod
    def of(cls, order: Dossier, visibility: Visibility) -> "Dispute | None":
        """From the order; null: nobody disputed it."""
        found = order.dispute
        if found is None:
            return None
        return cls(
            at=found.at,
            by=visibility.address(found.by),
            reason=found.reason,
            open=found.decided_at is None,
            upheld=found.upheld,
            decided_at=found.decided_at,
            ends_setup=journey.rejected(order),
        )


def undelivered_to(order: Dossier, visibility: Visibility) -> str | None:
    """Whose mail was not delivered; others than the order's own people masked."""
    email = order.undelivered_to
    if email is None:
        return None
    return visibility.address(email) if email in {order.contact_email, order.customer_contact} else masked(email)
