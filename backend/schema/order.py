"""Orders as the API shows them: each viewer sees what his role may see."""

from datetime import date, datetime

import strawberry

from backend.language import text
from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, OrderStatus
from backend.models.organization import OrganizationType
from backend.models.outbox import EmailKind, EmailState
from backend.provisioning import journey
from backend.provisioning.access import Actor, acting_roles, first_role, roles
from backend.provisioning.dossier import Dossier, OrganizationRecord, RequestRecord
from backend.provisioning.entries import masked
from backend.provisioning.journey import OrderRole, ProvisioningStatus, WizardStep
from backend.provisioning.terms import end_of_term
from backend.schema.context import Info
from backend.schema.describe import type_
from backend.schema.errors import Seller, UserError, error_of
from backend.schema.ids import global_id
from backend.schema.organization import Organization, OrganizationMatch
from backend.schema.paging import PageInfo
from backend.schema.service import License, Node, Service, service_node


@type_
class Turn:
    """Whose turn it is.

    role: Whose.
    email: His address, if there is one.
    since: Since when.
    """

    role: OrderRole
    email: str | None
    since: datetime


@type_
class OrderPerson:
    """A person or system that has to do with an order.

    email: The address; masked for support.
    role: What he is to the order.
    since: Since when.
    """

    email: str
    role: OrderRole
    since: datetime


@type_
class Dispute:
    """A customer's administrator said "This wasn't us".

    at: When.
    by: Who; masked for support.
    reason: Why.
    open: Support has not decided yet.
    upheld: Support's decision; true: the mapping was undone, or `endsSetup`.
    decided_at: When support decided.
    ends_setup: It was upheld after the first Close: the customer keeps what was set up, nothing more follows, and the
        partner has no rights in the customer organization any more.
    """

    at: datetime
    by: str
    reason: str | None
    open: bool
    upheld: bool | None
    decided_at: datetime | None
    ends_setup: bool


@type_
class Delegation:
    """Somebody else completes the order.

    delegate_email: Who; masked for the former contact.
    since: Since when.
    can_take_back: Whether the former contact can still take the order back.
    """

    delegate_email: str
    since: datetime
    can_take_back: bool


@type_
class Requirement:
    """Something that has to be entered or decided.

    step: The page of the wizard.
    field: The path below the mutation's input.
    mutation: The mutation that takes it.
    message: In words.
    service: The service it is about.
    """

    step: WizardStep
    field: list[str]
    mutation: str
    message: str
    service: Service | None


@type_
class Requirements:
    """What is needed to finish the order. Whoever follows it with the contact's session finishes the order.

    currently_due: What can and has to be done now.
    eventually_due: What will be due later, or was put aside.
    deadline: By when the order has to be mapped.
    errors: What was saved and no longer holds.
    """

    currently_due: list[Requirement]
    eventually_due: list[Requirement]
    deadline: datetime | None
    errors: list[UserError]


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


@type_
class EmailMessage(Node):
    """A mail about an order.

    id: Opaque and URL-safe.
    kind: What it is about.
    to: The recipient; masked for support, and for others unless the order shows them the address anyway.
    subject: Its subject; empty until it was first tried.
    state: What became of it.
    attempts: How often it was tried.
    last_reply: What the mail server answered last.
    queued_at: When it was written.
    sent_at: When the mail server accepted it.
    """

    kind: EmailKind
    to: str
    subject: str
    state: EmailState
    attempts: int
    last_reply: str | None
    queued_at: datetime
    sent_at: datetime | None


@type_
class FieldChange:
    """What a person changed.

    field: The name of the field.
    before: Its value before; null: none.
    after: Its value after; null: none.
    """

    field: str
    before: str | None
    after: str | None


@type_
class OrderEvent(Node):
    """One thing that happened to an order.

    id: Opaque and URL-safe.
    at: When.
    actor: Who; masked for support and former contacts.
    kind: What, for programs.
    summary: What, in words.
    reason: Why, as the person said it or a failed step did.
    changes: What was changed.
    correlation_id: Finds the request in the log.
    """

    at: datetime
    actor: str
    kind: str
    summary: str
    reason: str | None
    changes: list[FieldChange]
    correlation_id: str | None


@type_
class OrderEventEdge:
    """An event and where it stands.

    node: The event.
    cursor: For going on after it.
    """

    node: OrderEvent
    cursor: str


@type_
class OrderEventConnection:
    """A page of the timeline, newest first.

    edges: The events.
    page_info: Whether there is more.
    """

    edges: list[OrderEventEdge]
    page_info: PageInfo


@type_
class Order(Node):
    """An order for a Webex Suite subscription, from placing it to provisioned services.

    id: Opaque and URL-safe.
    order_number: The seller's number, unique for the seller.
    external_id: Another number of the seller's.
    company_name: The end customer as sold.
    country: The end customer's country as sold, ISO 3166-1 alpha-2.
    customer_domain: The end customer's domain; prefills the customer search.
    customer_admin_email: The end customer's administrator as sold; prefills the hand-over; masked for support.
    seller: With whom the order was placed.
    provisioning_contact_email: Who is asked; masked for former contacts and support.
    placed_at: When it was placed.
    updated_at: When anything last happened.
    requested_start_date: When the contact is asked first.
    deadline: By when the order has to be mapped; null until the first mail.
    status: Where it stands.
    provisioning_status: The status word for people.
    version: Grows with every change by a person.
    audience: For whom the contact sets it up.
    partner_organization: The partner it is, or will be, mapped to.
    customer_organization: The customer it is, or will be, mapped to.
    partner_role: What the partner is, or will be, in the customer organization.
    viewer_role: What the viewer is to the order.
    waiting_for: Whose turn it is; null: nobody's.
    next_step: The page of the wizard on which it goes on.
    subscription: What was sold; null for a former contact.
    delegation: Who completes it instead.
    customer_sets_up_services: Whether the customer was asked to set up the services.
    dispute: The latest "This wasn't us".
    summary_url: The order summary as PDF, a path on this origin; null: not for this viewer.
    """

    order_number: str
    external_id: str | None
    company_name: str
    country: str | None
    customer_domain: str | None
    customer_admin_email: str | None
    seller: Seller
    provisioning_contact_email: str
    placed_at: datetime
    updated_at: datetime
    requested_start_date: date
    deadline: datetime | None
    status: OrderStatus
    provisioning_status: ProvisioningStatus
    version: int
    audience: Audience | None
    partner_organization: Organization | None
    customer_organization: Organization | None
    partner_role: AdministratorRole | None
    viewer_role: OrderRole | None
    waiting_for: Turn | None
    next_step: WizardStep
    subscription: Subscription | None
    delegation: Delegation | None
    customer_sets_up_services: bool
    dispute: Dispute | None
    summary_url: str | None
    dossier: strawberry.Private[Dossier]
    roles: strawberry.Private[frozenset[OrderRole]]
    acts_as: strawberry.Private[frozenset[OrderRole]]
    sees: strawberry.Private["Sight"]

    @strawberry.field
    def allowed_mutations(self) -> list[str]:
        """The mutations that the viewer may call on the order now."""
        return journey.allowed_mutations(self.dossier, self.acts_as)

    @strawberry.field
    def requirements(self, info: Info) -> Requirements:
        """What is needed to finish the order."""
        order, language = self.dossier, info.context.language
        if self.sees.status_only:
            return Requirements(currently_due=[], eventually_due=[], deadline=order.deadline, errors=[])
        needed = journey.requirements(order)
        return Requirements(
            currently_due=[self._requirement(entry, language) for entry in needed.currently_due],
            eventually_due=[self._requirement(entry, language) for entry in needed.eventually_due],
            deadline=order.deadline,
            errors=[error_of(refused, language) for refused in needed.errors],
        )

    def _requirement(self, entry: journey.Requirement, language: str) -> Requirement:
        service = None
        if entry.service_id is not None:
            service = service_node(
                self.dossier, self.dossier.service(entry.service_id), language, mask=self.sees.masked
            )
        return Requirement(
            step=entry.step,
            field=list(entry.field),
            mutation=entry.mutation,
            message=text(language, entry.message),
            service=service,
        )

    @strawberry.field
    def services(self, info: Info) -> list[Service]:
        """The services, each with its own state; empty for a former contact."""
        if self.sees.status_only:
            return []
        order, language = self.dossier, info.context.language
        return [service_node(order, service, language, mask=self.sees.masked) for service in order.services]

    @strawberry.field
    async def organization_match(self, info: Info, slot: OrganizationType) -> OrganizationMatch | None:
        """What the organization finder answers for the contact's address; null for others than the contact's side,
        before the audience is chosen, and for the partner of an order for one's own company.

        slot: Partner or customer.
        """
        allowed = journey.roles_for(journey.TRANSITIONS["chooseOrganization"], self.dossier, self.roles)
        return await info.context.loaders.organization_match(self.dossier, slot) if allowed else None

    @strawberry.field
    def administrator_request(self) -> "AdministratorRequest | None":
        """The partner's latest request for full administrator rights."""
        request = self.dossier.request
        return AdministratorRequest.of(self, request) if request and not self.sees.status_only else None

    @strawberry.field
    def people(self) -> list[OrderPerson]:
        """Who has to do with the order; empty for a former contact."""
        if self.sees.status_only:
            return []
        order = self.dossier
        since = order.delegation.since if order.delegation else order.placed_at
        found = [(order.contact_email, OrderRole.PROVISIONING_CONTACT, since)]
        found += [(person.email, OrderRole.PROVISIONING_ADMINISTRATOR, person.since) for person in order.administrators]
        if order.customer_contact:
            found.append((order.customer_contact, OrderRole.CUSTOMER_ADMINISTRATOR, order.turn_since))
        if order.seller_email:
            found.append((order.seller_email, OrderRole.SELLER, order.placed_at))
        return [OrderPerson(email=self.sees.address(email), role=role, since=since) for email, role, since in found]

    @strawberry.field
    async def emails(self, info: Info) -> list[EmailMessage]:
        """The mails about the order, newest first, at most 100; empty for a former contact."""
        return [] if self.sees.status_only else await info.context.loaders.emails(self.dossier)

    @strawberry.field
    async def timeline(self, info: Info, first: int | None = None, after: str | None = None) -> OrderEventConnection:
        """Everything that happened, newest first; the contact's side sees its own acts.

        first: How many, 100 at most; 20 if left out.
        after: The cursor after which to go on.
        """
        return await info.context.loaders.timeline(self.dossier, first, after)

    @classmethod
    def of(cls, order: Dossier, actor: Actor) -> "Order":
        """From the dossier, as the actor may see it."""
        held = roles(order, actor)
        sees = Sight(first_role(held))
        hidden = sees.status_only
        role = journey.partner_role(order)
        return cls(
            id=global_id("Order", order.id),
            order_number=order.order_number,
            external_id=order.external_id,
            company_name=order.company_name,
            country=order.country,
            customer_domain=order.customer_domain,
            customer_admin_email=_sold_administrator(order, sees),
            seller=Seller(
                name=order.seller_name,
                contact_email=sees.address(order.seller_email) if order.seller_email else None,
            ),
            provisioning_contact_email=sees.address(order.contact_email),
            placed_at=order.placed_at,
            updated_at=order.updated_at,
            requested_start_date=order.requested_start_date,
            deadline=order.deadline,
            status=order.status,
            provisioning_status=journey.provisioning_status(service.state for service in order.services),
            version=order.version,
            audience=order.audience,
            partner_organization=None if hidden else _organization(order, order.partner),
            customer_organization=None if hidden else _organization(order, order.customer),
            partner_role=None if hidden else role,
            viewer_role=sees.role,
            waiting_for=_turn(order, sees),
            next_step=journey.next_step(order),
            subscription=None if hidden else _subscription(order),
            delegation=_delegation(order, sees),
            customer_sets_up_services=order.customer_sets_up_services,
            dispute=None if hidden else _dispute(order, sees),
            summary_url=None if hidden else f"/orders/{global_id('Order', order.id)}/summary.pdf",
            dossier=order,
            roles=held,
            acts_as=acting_roles(order, actor),
            sees=sees,
        )


class Sight:
    """How much the viewer's role lets him see."""

    def __init__(self, role: OrderRole | None) -> None:
        self.role = role
        self.status_only = role in {None, OrderRole.FORMER_CONTACT}
        self.masked = role in {None, OrderRole.FORMER_CONTACT, OrderRole.SUPPORT}

    def address(self, email: str) -> str:
        """An address as the viewer may see it."""
        return masked(email) if self.masked else email


def _organization(order: Dossier, record: OrganizationRecord | None) -> Organization | None:
    if record is None:
        return None
    administers = record.id in order.viewer_administers
    role = AdministratorRole.FULL_ADMINISTRATOR if administers else None
    return Organization.of(record, full=administers, viewer_role=role)


def _sold_administrator(order: Dossier, sees: Sight) -> str | None:
    hidden = sees.status_only or order.customer_admin_email is None
    return None if hidden else sees.address(order.customer_admin_email or "")


def _turn(order: Dossier, sees: Sight) -> Turn | None:
    turn = journey.turn(order)
    if turn is None:
        return None
    return Turn(role=turn.role, email=sees.address(turn.email) if turn.email else None, since=turn.since)


def _delegation(order: Dossier, sees: Sight) -> Delegation | None:
    found = order.delegation
    if found is None or found.taken_back_at is not None:
        return None
    open_ = journey.may_take_back(order) and order.status in journey.BEFORE_MAPPED
    return Delegation(delegate_email=sees.address(found.delegate_email), since=found.since, can_take_back=open_)


def _dispute(order: Dossier, sees: Sight) -> Dispute | None:
    found = order.dispute
    if found is None:
        return None
    return Dispute(
        at=found.at,
        by=sees.address(found.by),
        reason=found.reason,
        open=found.decided_at is None,
        upheld=found.upheld,
        decided_at=found.decided_at,
        ends_setup=journey.rejected(order),
    )


def _subscription(order: Dossier) -> Subscription:
    return Subscription(
        id=global_id("Subscription", order.id),
        subscription_number=order.subscription_number,
        offer=order.offer,
        term_months=order.term_months,
        start_date=order.requested_start_date,
        end_date=end_of_term(order.requested_start_date, order.term_months),
        licenses=[License.of(license) for license in order.licenses],
    )


@type_
class AdministratorRequest(Node):
    """A partner asks a customer's full administrators for full administrator rights.

    id: Opaque and URL-safe.
    order: The order because of which he asks.
    organization: The customer organization.
    requested_by: Who asks.
    requested_at: When.
    expires_at: Until when it can be decided.
    state: Where it stands.
    """

    order: Order
    organization: Organization
    requested_by: str
    requested_at: datetime
    expires_at: datetime
    state: AdministratorRequestState

    @classmethod
    def of(cls, order: Order, request: RequestRecord) -> "AdministratorRequest":
        """From its row."""
        if order.customer_organization is None:  # pragma: no cover - a request names its customer
            raise LookupError(request.id)
        return cls(
            id=global_id("AdministratorRequest", request.id),
            order=order,
            organization=order.customer_organization,
            requested_by=order.sees.address(request.requested_by),
            requested_at=request.requested_at,
            expires_at=request.expires_at,
            state=request.state,
        )


@type_
class OrderEdge:
    """An order and where it stands in its list.

    node: The order.
    cursor: For going on after or before it.
    """

    node: Order
    cursor: str


@type_
class OrderConnection:
    """A page of orders.

    edges: The orders.
    page_info: Whether there is more.
    """

    edges: list[OrderEdge]
    page_info: PageInfo


@type_
class OrderPayload:
    """What a mutation of an order came to.

    order: The order as it is now, also after a refusal; null if the caller can't see it.
    user_errors: Why nothing was changed; empty: it was.
    """

    order: Order | None
    user_errors: list[UserError]
