"""Orders as the API shows them: each viewer sees what their role may see."""

from datetime import date, datetime

import strawberry

from backend import clock
from backend.graphql_server.directives import lists, part
from backend.language import text
from backend.models.order import AdministratorRequestState, AdministratorRole, Audience, OrderStatus
from backend.models.organization import OrganizationType
from backend.provisioning import journey, order_access
from backend.provisioning.access import Actor, Visibility, acting
from backend.provisioning.dossier import Dossier, OrganizationRecord, RequestRecord
from backend.provisioning.journey import FollowUpKind, OrderRole, OrderStanding, ProvisioningStatus, WizardStep
from backend.provisioning.order_lists import OrderPage
from backend.provisioning.organization_match import match_for
from backend.provisioning.requirements import Requirement as RequirementRecord
from backend.provisioning.requirements import requirements_of
from backend.replica import read_anywhere
from backend.schema.describe import type_
from backend.schema.errors import Seller, UserError, error_of
from backend.schema.finder import OrganizationMatch
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.mails import EmailMessage
from backend.schema.organization import Organization
from backend.schema.paging import PageInfo, asked_page
from backend.schema.people import Delegation, Dispute, OrderPerson, Turn, ViewAs, undelivered_to
from backend.schema.requirements import Requirement, Requirements
from backend.schema.service import Node, Service, service_node
from backend.schema.subscription import Subscription
from backend.schema.timeline import OrderEventConnection
from backend.schema.typed_steps import TypedStep


@part
@type_
class FollowUp:
    """Something that people do once everything is set up, outside of the wizard, and tick off for each other.

    kind: What is left to do.
    done: Whether somebody ticked it off with tickFollowUp.
    """

    kind: FollowUpKind
    done: bool


@part
@type_
class OrderAccess:
    """A right that somebody gets by confirming the organizations of an order, or has because of it.

    who: Who gets it, in words, in the language of the answer: an address, masked for support, or the administrators of
        an organization.
    message: What they may do, in words, in the language of the answer.
    """

    who: str
    message: str


@lists(people=10, emails=100, follow_ups=4, typed_steps=7, access=5)
@type_
class Order(Node):
    """An order for a Webex Suite subscription, from placing it to provisioned services.

    Each viewer sees what their role on the order may see. A former contact sees only where it stands. A salesperson
    sees that and its mails. The delegate of a service sees that and the service, as if there were no other. What is
    null or empty for a former contact is so for these two, unless a field says otherwise. Addresses are masked, such as
    j•••@acme.com, for all three and for support; but a salesperson sees in full the contact's address and their own,
    and a delegate also that of whoever asked them.

    order_number: The seller's number of the order: at most 64 characters, unique among the orders of one seller.
    external_id: Another number of the seller's, at most 128 characters; null: the seller gave none.
    company_name: Name of the end customer as sold, at most 200 characters.
    country: Country of the end customer as sold: a code of `countries`; null: the seller gave none.
    customer_domain: Domain of the end customer as sold, in ASCII; null: the seller gave none. The organization finder
        looks for the customer organization by it.
    customer_admin_email: Address of the end customer's administrator as sold; null: the seller gave none, or the viewer
        is a former contact. Masked for support. The wizard proposes it for a hand-over.
    needs_customer_admin_email: Whether handOverToCustomer, and confirmOrganizations with customerSetsUpServices,
        require customerAdminEmail: the customer organization was created for this order, and nobody administers it yet.
        False for a former contact.
    seller: The company with which the order was placed.
    provisioning_contact_email: Address of the person who is asked for provisioning information. Masked for former
        contacts and support, not for its salesperson.
    placed_at: When the seller's system placed the order.
    updated_at: When anything last happened to the order, by a person or by the system.
    requested_start_date: Day on which the contact is asked for provisioning information, in UTC, and the first day of
        the subscription. An order whose day has come begins at once.
    deadline: When the order is closed unless it is mapped by then: 30 days after the contact is first asked, 7 days for
        Webex Suite Express; reopening the order begins it anew. Null until then. It stays when the order is mapped, and
        then has no effect.
    status: Where the order stands in its life.
    provisioning_status: The most important status word of its services: failed, then awaiting details, provisioning,
        provisioned; whatever else holds the order up.
    standing: Where the order stands as a whole, the one status word for people: as provisioningStatus says, unless the
        order has not begun or is over, or a dispute halts it.
    version: Number of the order's state; it grows by 1 with each mutation of the order that changes something, and not
        with what the system does. Mutations take it as `expectedVersion`.
    audience: For whom the contact sets up the order; null until somebody chose it. After a change of the contact the
        former choice stays as a proposal.
    partner_organization: Partner organization that the order is, or will be, mapped to. Null until it is chosen, on an
        order for one's own company, and for a former contact.
    customer_organization: Customer organization that the order is, or will be, mapped to. Null until it is chosen, and
        for a former contact.
    partner_role: What the partner is, or will be, in the customer organization. Null without a customer organization,
        on an order for one's own company, after a dispute that ended the setup, and for a former contact.
    viewer_role: What the viewer is to the order: the first of their roles, in the order of OrderRole.
    waiting_for: Whose turn it is, and since when. Null if the order waits for nobody: before its start date, while
        services are only being provisioned, and when it is over.
    undelivered_to: Address that the order waits for although its mail was not delivered. Null: there is none, or the
        viewer is a former contact. Masked for support; for all others too, unless it is the contact's, or (not for a
        salesperson) that of the customer's administrator who was named for a hand-over.
    undelivered_since: Since when it is known that this mail was not delivered; null with undeliveredTo.
    next_step: Page of the wizard on which the order goes on; DONE: nothing is left to enter.
    subscription: What was sold, with its term and licenses; null for a former contact.
    delegation: The latest change of the contact, by themselves or by others. Null: the contact was never changed, or
        took the order back.
    customer_sets_up_services: Whether the customer was asked to set up the services.
    dispute: The latest "This wasn't us" of the customer. Null: nobody said so, or the viewer is a former contact.
    summary_url: Path of the order summary as PDF on this origin, such as /orders/…/summary.pdf, in the language of
        Accept-Language or of the parameter `language`; with .json in place of .pdf the same as data, whose SHA-256 the
        PDF tells. Null for a former contact.
    test: Whether it is a test order: nothing of it is real, nobody is mailed, and it is removed after 30 days. No
        bucket has it.
    """

    order_number: str
    external_id: str | None
    company_name: str
    country: str | None
    customer_domain: str | None
    customer_admin_email: str | None
    needs_customer_admin_email: bool
    seller: Seller
    provisioning_contact_email: str
    placed_at: datetime
    updated_at: datetime
    requested_start_date: date
    deadline: datetime | None
    status: OrderStatus
    provisioning_status: ProvisioningStatus
    standing: OrderStanding
    version: int
    audience: Audience | None
    partner_organization: Organization | None
    customer_organization: Organization | None
    partner_role: AdministratorRole | None
    viewer_role: OrderRole | None
    waiting_for: Turn | None
    undelivered_to: str | None
    undelivered_since: datetime | None
    next_step: WizardStep
    subscription: Subscription | None
    delegation: Delegation | None
    customer_sets_up_services: bool
    dispute: Dispute | None
    summary_url: str | None
    test: bool
    dossier: strawberry.Private[Dossier]
    roles: strawberry.Private[frozenset[OrderRole]]
    acts_as: strawberry.Private[frozenset[OrderRole]]
    visibility: strawberry.Private[Visibility]

    @strawberry.field
    def allowed_mutations(self) -> list[str]:
        """Names of the mutations that the viewer may call on the order now, such as chooseAudience."""
        return [*journey.allowed_mutations(self.dossier, self.acts_as)]

    @strawberry.field
    def requirements(self, info: Info) -> Requirements:
        """What is needed to finish the order, as pages, mutations and fields. A former contact sees only the
        deadline.
        """
        order, language = self.dossier, info.context.language
        if self.visibility.status_only:
            return Requirements(currently_due=[], eventually_due=[], deadline=order.deadline, errors=[])
        needed = requirements_of(order)
        return Requirements(
            currently_due=[self._requirement(entry, language) for entry in needed.currently_due],
            eventually_due=[self._requirement(entry, language) for entry in needed.eventually_due],
            deadline=order.deadline,
            errors=[error_of(refused, language) for refused in needed.errors],
        )

    def _requirement(self, entry: RequirementRecord, language: str) -> Requirement:
        service = None
        if entry.service_id is not None:
            service = service_node(self.dossier, self.dossier.service(entry.service_id), language, self.visibility)
        return Requirement(
            step=entry.step,
            field=list(entry.field),
            mutation=entry.mutation,
            message=text(language, entry.message),
            service=service,
        )

    @strawberry.field
    def services(self, info: Info) -> list[Service]:
        """The services that were sold, each with its own state; empty for a former contact."""
        if self.visibility.status_only:
            return []
        order, language = self.dossier, info.context.language
        return [service_node(order, service, language, self.visibility) for service in order.services]

    @strawberry.field
    async def organization_match(self, info: Info, slot: OrganizationType) -> OrganizationMatch | None:
        """What the organization finder answers for the contact's address.

        Null before the audience is chosen, for the partner of an order for one's own company, and for all who do not
        find its organizations: only the contact does, and the administrators of the partner that the order names.
        Of the partners, that of the contact's last order comes first after one that the order names; only the contact
        is told.

        slot: Which of the two organizations is wanted.
        """
        allowed = journey.roles_for(journey.TRANSITIONS[journey.Mutation.CHOOSE_ORGANIZATION], self.dossier, self.roles)
        if not allowed:
            return None
        by_contact = OrderRole.PROVISIONING_CONTACT in self.roles
        found = await read_anywhere(lambda: match_for(self.dossier, slot, clock.now(), by_contact=by_contact))
        if found is None:
            return None
        return OrganizationMatch.of(found, info.context.language)

    @strawberry.field
    def administrator_request(self) -> "AdministratorRequest | None":
        """The partner's latest request for full administrator privileges. Null: there is none, or the viewer is a
        former contact.
        """
        request = self.dossier.request
        return AdministratorRequest.of(self, request) if request and self.visibility.whole else None

    @strawberry.field
    def people(self) -> list[OrderPerson]:
        """Who has to do with the order: its contact and provisioning administrators unless the customer ended the
        partner's access, the customer's administrator who was named for a hand-over, and the salesperson. Empty for a
        former contact; for a salesperson the contact and themselves.
        """
        if not self.visibility.reads_mails:
            return []
        order = self.dossier
        since = order.delegation.since if order.delegation else order.placed_at
        contact = journey.contact_addressed(order)
        found = [(contact, OrderRole.PROVISIONING_CONTACT, since)] if contact else []
        if not self.visibility.status_only:
            found += [(one.email, OrderRole.PROVISIONING_ADMINISTRATOR, one.since) for one in order.administrators]
        if order.customer_contact and not self.visibility.status_only:
            found.append((order.customer_contact, OrderRole.CUSTOMER_ADMINISTRATOR, order.turn_since))
        if order.seller_email:
            found.append((order.seller_email, OrderRole.SALESPERSON, order.placed_at))
        return [
            OrderPerson(email=self.visibility.address(email), role=role, since=since) for email, role, since in found
        ]

    @strawberry.field
    def viewed_as(self, info: Info) -> ViewAs | None:
        """The view in which support sees the order as somebody else. Null unless orderAs asked, or the header View-As
        was sent.
        """
        return ViewAs.of(info.context.view) if info.context.view else None

    @strawberry.field
    def access(self, info: Info) -> list[OrderAccess]:
        """Who gets which rights by confirming the organizations; once the order is mapped, who has them because of it.
        Empty until both organizations are chosen, for a former contact, a salesperson and the delegate of a service.
        """
        if not self.visibility.whole:
            return []
        language = info.context.language
        return [
            OrderAccess(
                who=text(language, one.who.message, **one.who.values),
                message=text(language, one.may.message, **one.may.values),
            )
            for one in order_access.grants(self.dossier, self.visibility.address)
        ]

    @strawberry.field
    def follow_ups(self) -> list[FollowUp]:
        """What is left for people to do once the order is COMPLETED, in the order in which it is shown. Empty until
        then, while the customer disputes the order or was right to, and for a former contact.
        """
        if not self.visibility.whole:
            return []
        ticked = self.dossier.follow_ups_done.split()
        return [FollowUp(kind=kind, done=kind in ticked) for kind in journey.follow_ups(self.dossier)]

    @strawberry.field
    async def typed_steps(self, info: Info) -> list[TypedStep]:
        """What the viewer typed on pages of this order and did not save yet; nobody else sees it. Empty for programs.
        Without the pages that are not theirs to fill in.
        """
        return [TypedStep.of(one, self.visibility) for one in await info.context.loaders.typed_steps(self.dossier)]

    @strawberry.field
    async def emails(self, info: Info) -> list[EmailMessage]:
        """The mails about the order, newest first, at most 100, without those that carry a code; empty for a former
        contact. A salesperson reads them all, with the words of the mail servers.

        As they are now, also in the answer to an Idempotency-Key that is sent again, whose other fields are as they
        were the first time: whether a mail arrived is known only later.
        """
        if not self.visibility.reads_mails:
            return []
        return [EmailMessage.of(mail) for mail in await info.context.loaders.mails(self.dossier)]

    @strawberry.field
    async def timeline(self, info: Info, first: int | None = None, after: str | None = None) -> OrderEventConnection:
        """What happened to the order, newest first. The contact sees their own acts and what the system did, a former
        contact their own acts, a salesperson those too and the order's course: its mails, contacts, beginning and end;
        all others everything.
        """
        with asked_page():
            return OrderEventConnection.of(await info.context.loaders.timeline(self.dossier, first, after))

    @classmethod
    def of(cls, order: Dossier, actor: Actor) -> "Order":
        """From the dossier, as the actor may see it."""
        visibility = Visibility(order, actor)
        order = visibility.part(order)
        hidden = not visibility.whole
        role = journey.partner_role(order)
        alarming = visibility.reads_mails and journey.alarms(order)
        return cls(
            id=global_id("Order", order.id),
            order_number=order.order_number,
            external_id=order.external_id,
            company_name=order.company_name,
            country=order.country,
            customer_domain=order.customer_domain,
            customer_admin_email=_sold_administrator(order, visibility),
            needs_customer_admin_email=not hidden and journey.needs_customer_administrator(order),
            seller=Seller(
                name=order.seller_name,
                contact_email=visibility.address(order.seller_email) if order.seller_email else None,
            ),
            provisioning_contact_email=visibility.address(order.contact_email),
            placed_at=order.placed_at,
            updated_at=order.updated_at,
            requested_start_date=order.requested_start_date,
            deadline=order.deadline,
            status=order.status,
            provisioning_status=journey.provisioning_status(service.state for service in order.services),
            standing=journey.standing(order),
            version=order.version,
            audience=order.audience,
            partner_organization=None if hidden else _organization(order, order.partner, actor),
            customer_organization=None if hidden else _organization(order, order.customer, actor),
            partner_role=None if hidden else role,
            viewer_role=visibility.role,
            waiting_for=Turn.of(order, visibility),
            undelivered_to=undelivered_to(order, visibility) if alarming else None,
            undelivered_since=order.undelivered_at if alarming else None,
            next_step=journey.next_step(order),
            subscription=None if hidden else Subscription.of(order),
            delegation=Delegation.of(order, visibility),
            customer_sets_up_services=order.customer_sets_up_services,
            dispute=None if hidden else Dispute.of(order, visibility),
            test=order.test,
            summary_url=None if hidden else f"/orders/{global_id('Order', order.id)}/summary.pdf",
            dossier=order,
            roles=visibility.roles,
            acts_as=acting(visibility.roles, actor),
            visibility=visibility,
        )


def _organization(order: Dossier, record: OrganizationRecord | None, actor: Actor) -> Organization | None:
    if record is None:
        return None
    administers = record.id in order.viewer_administers and actor.reads_own_organizations
    role = AdministratorRole.FULL_ADMINISTRATOR if administers else None
    return Organization.of(record, full=administers, viewer_role=role)


def _sold_administrator(order: Dossier, visibility: Visibility) -> str | None:
    hidden = not visibility.whole or order.customer_admin_email is None
    return None if hidden else visibility.address(order.customer_admin_email or "")


@type_
class AdministratorRequest(Node):
    """A partner asks a customer's full administrators for full administrator privileges, after the setup. It can be
    decided for 14 days.

    order: The completed order because of which they ask.
    organization: The customer organization in which they want the privileges.
    requested_by: Address of the person who asked; masked for support.
    requested_at: When the partner asked for them.
    expires_at: Until when it can be decided: 14 days after it was asked.
    state: Whether it was decided, and how.
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
            requested_by=order.visibility.address(request.requested_by),
            requested_at=request.requested_at,
            expires_at=request.expires_at,
            state=request.state,
        )


@type_
class OrderEdge:
    """An order and where it stands in its list.

    node: The order, as the viewer may see it.
    """

    node: Order
    cursor: str


@type_
class OrderConnection:
    """A page of a list of orders.

    edges: The orders of this page, each with its cursor.
    """

    edges: list[OrderEdge]
    page_info: PageInfo
    found: strawberry.Private[OrderPage]

    @strawberry.field
    async def total_count(self) -> int:
        """How many orders the whole list has, not only this page; 1000 means 1000 or more. It is counted only if
        this field is asked for.
        """
        return await read_anywhere(self.found.count)

    @classmethod
    def of(cls, found: OrderPage, actor: Actor) -> "OrderConnection":
        """From a page of orders, as the actor may see each."""
        page = found.page
        edges = [
            OrderEdge(node=Order.of(order, actor), cursor=cursor)
            for order, cursor in zip(page.rows, page.cursors, strict=True)
        ]
        return cls(edges=edges, page_info=PageInfo.of_page(page), found=found)


@type_
class OrderPayload:
    """What a mutation of an order came to.

    order: The order as it is now, also after a refusal; null: the caller can't see it, or it was not placed.
    """

    order: Order | None
    user_errors: list[UserError]


@type_
class PlaceOrdersPayload:
    """What placing several orders came to.

    results: What each came to, in the order of the input.
    """

    results: list[OrderPayload]
