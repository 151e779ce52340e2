"""Organizations."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.graphql_server.directives import lists, part
from backend.models.order import AdministratorRole
from backend.models.organization import DomainFinding, DomainState, OrganizationType
from backend.models.organization import OrganizationStatus as Status
from backend.provisioning import organization_access
from backend.provisioning.domain_proofs import Proof
from backend.provisioning.dossier import OrganizationRecord
from backend.provisioning.finder.matching import FoundOrganization, rounded
from backend.provisioning.history import Event
from backend.provisioning.merges import Merge
from backend.provisioning.organization_access import SeenOrganization
from backend.schema.api_token import ApiToken
from backend.schema.describe import type_
from backend.schema.enums import OrganizationStatus
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.paging import asked_page
from backend.schema.partner_access import PartnerAccess
from backend.schema.service import Location, Node, Site
from backend.schema.webhook import WebhookEndpoint

if TYPE_CHECKING:
    from backend.schema.order import OrderConnection


@part
@type_
class DomainVerification:
    """How a domain that an administrator added is proved: by a TXT record in DNS, which is looked up for 14 days.

    It stays when the domain is verified.

    record_name: Name at which the TXT record has to stand, such as _controlhub-challenge.acme.com.
    record_value: Text that the record has to have: controlhub-domain-verification= and 32 hexadecimal digits.
    last_checked_at: When it was last looked up; null: not yet.
    next_check_at: When it is looked up next without being asked: soon at first, later every six hours. Null: no more,
        as the domain is verified or the 14 days are over.
    expires_at: Until when it is looked up without being asked; null: the domain is verified.
    finding: What the last look-up came to; null: there was none yet.
    message: What the last look-up came to and what to do about it, in words, in the language of the answer; null: there
        was none yet.
    """

    record_name: str
    record_value: str
    last_checked_at: datetime | None
    next_check_at: datetime | None
    expires_at: datetime | None
    finding: DomainFinding | None
    message: str | None

    @classmethod
    def of(cls, proof: Proof) -> DomainVerification:
        """From what is known of the proof."""
        return cls(
            record_name=proof.record_name,
            record_value=proof.record_value,
            last_checked_at=proof.last_checked_at,
            next_check_at=proof.next_check_at,
            expires_at=proof.expires_at,
            finding=proof.finding,
            message=proof.message,
        )


@part
@type_
class OrganizationDomain:
    """A domain of an organization, and how well it is proved.

    name: The domain in ASCII, such as acme.com.
    state: Whether it is only entered, verified, or claimed for this organization alone.
    """

    name: str
    state: DomainState
    organization: strawberry.Private[int]

    @strawberry.field
    async def verification(self, info: Info) -> DomainVerification | None:
        """How it is proved. Null: it came from the directory, or the viewer does not fully administer the
        organization.
        """
        found = await info.context.loaders.proof(self.organization, self.name)
        return DomainVerification.of(found) if found else None


@part
@type_
class OrganizationMerge:
    """A duplicate that support merged into an organization.

    duplicate_id: Global id of the duplicate, for undoMerge. Read as an organization it is the survivor now.
    duplicate_name: Name that the duplicate had as an organization.
    duplicate_external_id: Id of the duplicate in the directory.
    merged_at: When support merged the duplicate.
    merged_by: Who of support merged it; null for others than support.
    reason: Why it was merged, as support said it.
    undoable_until: Until when support can undo it, 24 hours after it was merged; null: no more.
    """

    duplicate_id: strawberry.ID
    duplicate_name: str
    duplicate_external_id: str
    merged_at: datetime
    merged_by: str | None
    reason: str
    undoable_until: datetime | None

    @classmethod
    def of(cls, merge: Merge) -> OrganizationMerge:
        """From what its reader may see of it."""
        return cls(
            duplicate_id=global_id("Organization", merge.duplicate_id),
            duplicate_name=merge.duplicate_name,
            duplicate_external_id=merge.duplicate_external_id,
            merged_at=merge.merged_at,
            merged_by=merge.merged_by,
            reason=merge.reason,
            undoable_until=merge.undoable_until,
        )


@part
@type_
class OrganizationEvent:
    """Something that was done to an organization, beside its orders. Events are only ever added.

    id: Opaque id of the event; `node` does not read it.
    at: When the event happened.
    actor: Address of the person, or Control Hub, who did it. For support the addresses of administrators are masked;
        null for administrators: support did it.
    kind: What was done, as a stable word for programs: domain_added, domain_verified, domain_not_verified,
        domain_claimed, domain_removed, site_addition_started, site_added, site_time_zone_started,
        site_time_zone_changed, site_removal_started, site_removed, site_change_failed, licenses_moved,
        organizations_merged, merge_undone, token_created, token_revoked, webhook_added, webhook_changed,
        webhook_secret_rotated, webhook_switched_off, webhook_removed, partner_access_ended, partner_access_requested,
        partner_access_granted or partner_access_declined. New words may come.
    summary: What was done, in words, in the language of the answer.
    reason: What was given as the reason; null: none.
    correlation_id: Id of the request in which it was done, as in the header X-Correlation-Id and the log; null for
        others than support.
    """

    id: strawberry.ID
    at: datetime
    actor: str | None
    kind: str
    summary: str
    reason: str | None
    correlation_id: str | None

    @classmethod
    def of(cls, event: Event) -> OrganizationEvent:
        """From what its reader may see of it."""
        return cls(
            id=global_id("OrganizationEvent", event.id),
            at=event.at,
            actor=event.actor,
            kind=event.kind,
            summary=event.summary,
            reason=event.reason,
            correlation_id=event.correlation_id,
        )


@lists(domains=20, sites=100, locations=100, api_tokens=10, webhook_endpoints=10, partner_access=1, ended_access=1)
@type_
class Organization(Node):
    """A partner or customer organization.

    Those who belong to it or administer it see all of it when they have signed in by their mailbox; everybody else sees
    what strangers may see. As the organization of an order it is shown in full to its full administrators only.

    external_id: Id of the organization in the directory, by which orders may name it.
    display_name: Name of the organization, at most 200 characters.
    types: Whether it is a partner, a customer, or both.
    country: Country of the organization: a code of `countries`.
    business_vertical: Industry of the organization: a code of `businessVerticals`; null: unknown.
    domains: Its domains; strangers see verified and claimed ones only.
    active_users: How many of its enabled users were seen in the last 30 days. Strangers see it rounded above 100, to
        two digits.
    latest_activity_at: Last day on which one of its users was active, in UTC; null: none ever was.
    created_at: When it was created; strangers see the first day of that month.
    status: Whether it can be found and used.
    viewer_role: FULL_ADMINISTRATOR: the viewer is one of its full administrators. Null: they are not.
    """

    external_id: str | None
    display_name: str
    types: list[OrganizationType]
    country: str
    business_vertical: str | None
    domains: list[OrganizationDomain]
    active_users: int
    latest_activity_at: date | None
    created_at: datetime
    status: OrganizationStatus
    viewer_role: AdministratorRole | None
    number: strawberry.Private[int]

    @strawberry.field
    async def orders(
        self, info: Info, first: int | None = None, after: str | None = None
    ) -> Annotated[OrderConnection, strawberry.lazy("backend.schema.order")]:
        """The orders that are mapped to it and of which the viewer sees more than where they stand, newest first."""
        from backend.schema.order import OrderConnection

        with asked_page():
            found = await info.context.loaders.orders(self.number, first, after)
        return OrderConnection.of(found, info.context.loaders.actor)

    @strawberry.field
    async def administrators(self, info: Info) -> list[str]:
        """The addresses of its full administrators, at most 100; empty for strangers."""
        return list(await info.context.loaders.administrators(self.number))

    @strawberry.field
    async def sites(self, info: Info) -> list[Site]:
        """Its Webex sites by name, at most 100; empty for strangers."""
        found = await info.context.loaders.sites(self.number)
        return [
            Site.of(site, {}, info.context.language, primary=site.is_primary, change=change) for site, change in found
        ]

    @strawberry.field
    async def locations(self, info: Info) -> list[Location]:
        """Its calling locations by name, at most 200; empty for strangers."""
        found = await info.context.loaders.locations(self.number)
        return [Location.of(location, info.context.language, default=location.is_default) for location in found]

    @strawberry.field
    async def allowed_mutations(self, info: Info) -> list[str]:
        """Names of the mutations of organizations that the viewer may call for it now: those of domains and sites for
        those who fully administer it, those of API tokens and partners' access for its own full administrators, those
        of merging for support. Empty unless it is ACTIVE.
        """
        held = await info.context.loaders.rights(self.number)
        return organization_access.allowed_mutations(Status(self.status.value), held, info.context.loaders.actor)

    @strawberry.field
    async def merges(self, info: Info) -> list[OrganizationMerge]:
        """The duplicates that support merged into it, newest first, at most 50. For support and those who fully
        administer it, empty for others.
        """
        return [OrganizationMerge.of(merge) for merge in await info.context.loaders.merges(self.number)]

    @strawberry.field
    async def history(self, info: Info) -> list[OrganizationEvent]:
        """What was done to its domains, sites, API tokens, webhooks and partners' access and by merges, newest first,
        at most 100. For support and those who fully administer it, empty for others.
        """
        return [OrganizationEvent.of(event) for event in await info.context.loaders.history(self.number)]

    @strawberry.field
    async def webhook_endpoints(self, info: Info) -> list[WebhookEndpoint]:
        """Its webhooks, oldest first, usually at most 10. For its own full administrators and its own tokens that read
        orders; empty for others, such as a partner's people who have full administrator privileges.
        """
        found = await info.context.loaders.webhooks_of(self.number)
        return [WebhookEndpoint.of(endpoint, info.context.language) for endpoint in found]

    @strawberry.field
    async def api_tokens(self, info: Info) -> list[ApiToken]:
        """Its API tokens, those that hold first, then the newest, at most 100. For its own full administrators, and
        support; empty for others, such as a partner's people who have full administrator privileges.
        """
        found = await info.context.loaders.api_tokens(self.number)
        return [ApiToken.of(token, info.context.actor) for token in found]

    @strawberry.field
    async def partner_access(self, info: Info) -> list[PartnerAccess]:
        """Which partners have access to it because of orders that are mapped to it, and whose was ended. For its own
        full administrators, and support; empty for others, such as a partner's people who have full administrator
        privileges.
        """
        found = await info.context.loaders.partners(self.number)
        return [PartnerAccess.of(access, info.context.loaders.actor) for access in found]

    @strawberry.field
    async def ended_access(self, info: Info) -> list[PartnerAccess]:
        """The customers that ended its access to their organization, as their partner. For those who belong to it, and
        support; empty for others.
        """
        found = await info.context.loaders.ended_access(self.number)
        return [PartnerAccess.of(access, info.context.loaders.actor) for access in found]

    @classmethod
    def seen(cls, found: SeenOrganization) -> Organization:
        """As its viewer may see it."""
        role = AdministratorRole.FULL_ADMINISTRATOR if found.is_administrator else None
        return cls.of(found.record, full=found.full, viewer_role=role)

    @classmethod
    def of(cls, record: OrganizationRecord, *, full: bool, viewer_role: AdministratorRole | None) -> Organization:
        """From its row; `full`: the viewer belongs to it or administers it, else they see what strangers see."""
        types = [(OrganizationType.PARTNER, record.is_partner), (OrganizationType.CUSTOMER, record.is_customer)]
        created = record.created_at
        proven = {DomainState.VERIFIED, DomainState.CLAIMED}
        return cls(
            id=global_id("Organization", record.id),
            external_id=record.external_id,
            display_name=record.display_name,
            types=[kind for kind, held in types if held],
            country=record.country,
            business_vertical=record.business_vertical,
            domains=[
                OrganizationDomain(name=d.name, state=d.state, organization=record.id)
                for d in record.domains
                if full or d.state in proven
            ],
            active_users=record.active_users if full else rounded(record.active_users),
            latest_activity_at=record.latest_activity_on,
            created_at=created if full else created.replace(day=1, hour=0, minute=0, second=0, microsecond=0),
            status=OrganizationStatus(
                record.status if record.status in OrganizationStatus.__members__ else "SUSPENDED"
            ),
            viewer_role=viewer_role,
            number=record.id,
        )

    @classmethod
    def found(cls, found: FoundOrganization) -> Organization:
        """From what the finder found: exactly what a stranger may see."""
        return cls(
            id=global_id("Organization", found.id),
            external_id=found.external_id,
            display_name=found.display_name,
            types=list(found.types),
            country=found.country,
            business_vertical=found.business_vertical,
            domains=[
                OrganizationDomain(name=name, state=state, organization=found.id) for name, state in found.domains
            ],
            active_users=found.active_users,
            latest_activity_at=found.latest_activity_on,
            created_at=datetime.combine(found.created_on, time(), UTC),
            status=OrganizationStatus.ACTIVE,
            viewer_role=None,
            number=found.id,
        )


@type_
class DomainPayload:
    """What adding, checking, claiming or removing a domain came to.

    organization: The organization as it is now; null: the caller no longer sees it.
    """

    organization: Organization | None
    user_errors: list[UserError]


@type_
class SitePayload:
    """What adding, changing or removing a site came to. A worker carries it out; the site's `change` says where it
    stands.

    site: The site as it is now; null: there is none, as it was refused or is removed.
    """

    site: Site | None
    user_errors: list[UserError]
