"""Who is signed in, and the payloads of signing in and out."""

from datetime import datetime

import strawberry

from backend import clock
from backend.graphql_server.directives import lists, part, weighs
from backend.models.order import OrderStatus
from backend.models.person import LinkAnswer, LinkPurpose, LinkState, ReminderRhythm
from backend.provisioning import batch_rows, order_lists, organization_access, reminder_rhythm, saved_views, webhooks
from backend.provisioning.landing import Landing
from backend.provisioning.order_lists import OrderBucket, OrderSort, list_orders
from backend.provisioning.reminder_rhythm import RemindedPerson
from backend.provisioning.saved_views import SavedView
from backend.provisioning.token_lists import own_tokens
from backend.provisioning.validation import masked, readable
from backend.replica import read_anywhere
from backend.schema.api_token import ApiToken
from backend.schema.batch import Batch
from backend.schema.describe import type_
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.order import AdministratorRequest, Order, OrderConnection
from backend.schema.organization import Organization
from backend.schema.paging import asked_page
from backend.schema.people import ViewAs
from backend.schema.webhook import WebhookEndpoint


@weighs("5")  # nine counts
@type_
class OrderOverview:
    """How many of the viewer's orders are in each bucket. An order may be in several.

    OrderFilter.bucket lists the orders of one. Counts end at 1000, which means 1000 or more.

    failed: Orders of which a service could not be provisioned: bucket FAILED.
    undelivered: Orders that wait for somebody whom their mail did not reach: bucket UNDELIVERED.
    disputed: Orders whose mapping the customer disputes: bucket DISPUTED.
    due_this_week: Orders whose deadline ends within 7 days: bucket DUE_THIS_WEEK.
    my_turn: Orders that wait for the viewer and that they did not put aside: bucket MY_TURN.
    waiting_for_others: Orders that wait for somebody else: bucket WAITING_FOR_OTHERS.
    provisioning: Orders whose services are being provisioned: bucket PROVISIONING.
    done: Orders that are provisioned: bucket DONE.
    put_aside: Orders that the viewer put aside: bucket PUT_ASIDE.
    """

    failed: int
    undelivered: int
    disputed: int
    due_this_week: int
    my_turn: int
    waiting_for_others: int
    provisioning: int
    done: int
    put_aside: int


@part
@type_
class OrderView:
    """A view of the list of orders that somebody saved: filter, search and sort under a name. Nobody else sees it.

    name: Its name, 1 to 60 characters; no other of theirs has it, whatever the case.
    bucket: The list shows the orders of this bucket, as OrderFilter.bucket; null: of any.
    status: The list shows orders in one of these states, as OrderFilter.status; null: in any.
    text: What is searched, as OrderFilter.text; null: nothing.
    sort: How the list is sorted.
    """

    name: str
    bucket: OrderBucket | None
    status: list[OrderStatus] | None
    text: str | None
    sort: OrderSort

    @classmethod
    def of(cls, view: SavedView) -> "OrderView":
        """From a view as it is kept."""
        return cls(name=view.name, bucket=view.bucket, status=view.status, text=view.text, sort=view.sort)


@type_
class OrderViewPayload:
    """What saving or removing a view of the list of orders came to.

    order_view: The view as it is saved, or as it was before it was removed; null: it was not saved, or there was none.
    """

    order_view: OrderView | None
    user_errors: list[UserError]


@part
@type_
class ReminderChoice:
    """How often a mailbox is reminded of the orders that wait for it.

    What asks them to act for the first time comes whatever they chose, and so does what happens to their orders.

    email: Address of the mailbox; by the link of a reminder it is masked, as j•••@acme.com.
    rhythm: What they chose; null: nothing. Then up to three orders that wait are reminded of one by one, and of more
        one email a day tells together.
    """

    email: str
    rhythm: ReminderRhythm | None

    @classmethod
    def of(cls, person: RemindedPerson) -> "ReminderChoice":
        """As the owner of the mailbox sees it."""
        return cls(email=person.email, rhythm=person.rhythm)

    @classmethod
    def of_link(cls, person: RemindedPerson) -> "ReminderChoice":
        """As whoever has the link of a reminder sees it."""
        return cls(email=masked(readable(person.email)), rhythm=person.rhythm)


@type_
class ReminderChoicePayload:
    """What choosing how often one is reminded came to.

    reminder_choice: What holds from now on; null: it was refused.
    user_errors: Why it was refused; empty: it was done.
    """

    reminder_choice: ReminderChoice | None
    user_errors: list[UserError]


@lists(organizations=20, administrator_requests=50, batches=10, api_tokens=10, order_views=20)
@type_
class Viewer:
    """Who is signed in: a person by their mailbox, or an integrator by a token.

    email: Address of the mailbox; empty for a token.
    roles: What they are to any order or organization: values of OrderRole, or INTEGRATOR alone for a token.
    scopes: What the token allows: orders:read, orders:write, organizations:read or support; empty for a person.
    language: Language of the answers, en or de: the best of them for the header Accept-Language.
    session_expires_at: When the session ends if nothing more is asked: after 8 hours, and 7 days after signing in at
        the latest; null for a token.
    only_order_id: Global id of the one order that a session opened by a link covers; null: everything of the mailbox or
        token.
    """

    email: str
    roles: list[str]
    scopes: list[str]
    language: str
    session_expires_at: datetime | None
    only_order_id: strawberry.ID | None

    @strawberry.field
    async def organizations(self, info: Info) -> list[Organization]:
        """The organizations that they belong to, at most 50; of an organization's token that one. Empty for a seller's
        token, for one without the scope organizations:read, and in a session of one order.
        """
        return [Organization.seen(found) for found in await organization_access.own(info.context.actor)]

    @strawberry.field
    async def api_tokens(self, info: Info) -> list[ApiToken]:
        """The tokens of the seller or the organization whose token asks, at most 100; empty for a person."""
        actor = info.context.actor
        return [ApiToken.of(token, actor) for token in await own_tokens(actor, clock.now())]

    @strawberry.field
    async def orders(self, info: Info, first: int | None = None, after: str | None = None) -> OrderConnection:
        """The orders that they may see, newest first."""
        actor = info.context.actor
        with asked_page():
            return OrderConnection.of(await read_anywhere(lambda: list_orders(actor, first=first, after=after)), actor)

    @strawberry.field
    def viewed_as(self, info: Info) -> ViewAs | None:
        """The view in which support sees an order as this person. Null without the header View-As."""
        return ViewAs.of(info.context.view) if info.context.view else None

    @strawberry.field
    async def order_overview(self, info: Info) -> OrderOverview:
        """How many of the orders that the viewer may see are in each bucket."""
        counts = await read_anywhere(lambda: order_lists.overview(info.context.actor))
        return OrderOverview(**{bucket.lower(): count for bucket, count in counts.items()})

    @strawberry.field
    async def order_views(self, info: Info) -> list[OrderView]:
        """The views of the list of orders that they saved, by name, at most 20; empty for a token and in a session of
        one order.
        """
        return [OrderView.of(view) for view in await saved_views.list_views(info.context.actor)]

    @strawberry.field
    async def reminder_choice(self, info: Info) -> ReminderChoice | None:
        """How often they are reminded of the orders that wait for them, as chooseReminders sets it; null for a token
        and in a session of one order.
        """
        actor = info.context.actor
        if not reminder_rhythm.has_choice(actor):
            return None
        person = await reminder_rhythm.person_of(actor.email_key)
        return ReminderChoice(email=actor.email, rhythm=person.rhythm if person else None)

    @strawberry.field
    async def batches(self, info: Info) -> list[Batch]:
        """Their own batches of the last 30 days, the newest first, at most 10; empty for a token."""
        return [Batch.of(found) for found in await batch_rows.list_batches(info.context.actor)]

    @strawberry.field
    async def administrator_requests(self, info: Info) -> list[AdministratorRequest]:
        """Pending requests for full administrator privileges that they can decide, at most 50."""
        actor = info.context.actor
        return [
            AdministratorRequest.of(Order.of(order, actor), order.request)
            for order in await order_lists.with_requests(actor, clock.now())
            if order.request is not None
        ]

    @strawberry.field
    async def webhook_endpoints(self, info: Info) -> list[WebhookEndpoint]:
        """The webhooks of the seller or the organization whose token it is, oldest first, usually at most 10. Empty for
        people, whose organizations have theirs.
        """
        found = await webhooks.of_viewer(info.context.actor)
        return [WebhookEndpoint.of(endpoint, info.context.language) for endpoint in found]


@type_
class SessionPayload:
    """What signing in or out came to.

    viewer: Who is signed in now; null: nobody.
    order: The order of the setup link; null after any other mutation, and if it was refused.
    user_errors: Why it was refused; empty: it was done.
    """

    viewer: Viewer | None
    order: Order | None
    user_errors: list[UserError]


@type_
class SetupLink:
    """What a setup link asks, before it is opened. Reading it opens nothing and changes nothing.

    For a browser that would be asked for a mailed code, answeredBy and everything from orderNumber on are null.

    purpose: What the link asks of who opens it.
    state: Whether that can still be answered.
    order_id: Global id of the order, for signing in and coming back to it.
    answer: How it was decided; null unless `state` is DECIDED.
    answered_at: When it was decided; null unless `state` is DECIDED.
    answered_by: Address of who decided; null for decisions of support, and where nobody decided.
    order_number: The seller's number of the order.
    offer: What was sold, such as Webex Suite.
    organization_name: Name of the order's customer organization; null while there is none. For the delegate of a
        service, this, partnerName and requestedBy are null.
    partner_name: Name of the order's partner organization; null while there is none, and on an order for one's own
        company.
    contact_email: Address of the order's provisioning contact.
    requested_by: Address of who last asked for full administrator privileges; null: nobody did.
    expires_at: Until when that request can be decided; null: nobody asked.
    """

    purpose: LinkPurpose
    state: LinkState
    order_id: strawberry.ID
    answer: LinkAnswer | None
    answered_at: datetime | None
    answered_by: str | None
    order_number: str | None
    offer: str | None
    organization_name: str | None
    partner_name: str | None
    contact_email: str | None
    requested_by: str | None
    expires_at: datetime | None

    @classmethod
    def of(cls, found: Landing) -> "SetupLink":
        """From what the rule found."""
        order = found.order
        request = order.request if order else None
        mapped = order if found.purpose is not LinkPurpose.SERVICE else None  # a delegate sees no organizations
        return cls(
            purpose=found.purpose,
            state=found.state,
            order_id=global_id("Order", found.order_id),
            answer=found.answer,
            answered_at=found.answered_at,
            answered_by=found.answered_by,
            order_number=order.order_number if order else None,
            offer=order.offer if order else None,
            organization_name=mapped.customer.display_name if mapped and mapped.customer else None,
            partner_name=mapped.partner.display_name if mapped and mapped.partner else None,
            contact_email=order.contact_email if order else None,
            requested_by=request.requested_by if mapped and request else None,
            expires_at=request.expires_at if mapped and request else None,
        )


@type_
class RequestPayload:
    """What asking for a mail came to: the same answer whoever asks, so that nobody learns who is known.

    accepted: Whether the request was taken. It does not say whether a mail was sent; where it is false, none was.
    user_errors: What is wrong with the input; TOO_MANY_ATTEMPTS says when or how to come back. Empty: nothing.
    """

    accepted: bool
    user_errors: list[UserError]
