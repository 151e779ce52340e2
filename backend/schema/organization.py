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
from backend.schema.describe import type_
from backend.schema.enums import OrganizationStatus
from backend.schema.errors import UserError
from backend.schema.ids import global_id
from backend.schema.loaders import Info
from backend.schema.paging import asked_page
from backend.schema.service import Location, Node, Site

if TYPE_CHECKING:
    from backend.schema.order import OrderConnection


@part
@type_
class DomainVerification:
    """How a domain that an administrator added is proved: by a TXT record that is looked up for 14 days.

    record_name: Where the TXT record has to stand.
    record_value: What it has to say.
    last_checked_at: When it was last looked up, in UTC; null: not yet.
    next_check_at: When it is looked up again by itself, in UTC; null: no more.
    expires_at: Until when it is looked up by itself, in UTC; null: it is verified.
    finding: What the last look-up came to; null: there was none yet.
    message: The same in words, with what to do.
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
    """A domain of an organization.

    name: The domain in ASCII.
    state: How well it is proved.
    """

    name: str
    state: DomainState
    organization: strawberry.Private[int]

    @strawberry.field
    async def verification(self, info: Info) -> DomainVerification | None:
        """How it is proved; null: it came from the directory, or the viewer does not fully administer it."""
        found = await info.context.loaders.proof(self.organization, self.name)
        return DomainVerification.of(found) if found else None


@part
@type_
class OrganizationMerge:
    """A duplicate that support merged into an organization.

    duplicate_id: The duplicate, for undoMerge. As an organization it is the survivor now.
    duplicate_name: What it was called.
    duplicate_external_id: Its id in the directory.
    merged_at: When it was merged, in UTC.
    merged_by: Who merged it, for support; null for others.
    reason: Why.
    undoable_until: Until when support can undo it, in UTC; null: no more.
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
    """Something that people did to an organization, beside its orders.

    id: Opaque.
    at: When, in UTC.
    actor: Who did it, masked for support; null: support did, and the viewer isn't support.
    kind: Stable; for programs: domain_added, domain_verified, domain_not_verified, domain_claimed, domain_removed,
      organizations_merged or merge_undone.
    summary: The same in words.
    reason: What was given as the reason; null: none.
    correlation_id: Finds the request in the log; for support, null for others.
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


@lists(domains=20, sites=100, locations=100)
@type_
class Organization(Node):
    """A partner or customer organization.

    id: Opaque and URL-safe.
    external_id: Its id in the directory.
    display_name: What it is called.
    types: Partner, customer or both.
    country: ISO 3166-1 alpha-2.
    business_vertical: A code of businessVerticals.
    domains: Its domains; strangers see verified and claimed ones only.
    active_users: Enabled users seen in the last 30 days; strangers see it rounded above 100.
    latest_activity_at: The last day on which a user was active, in UTC.
    created_at: When it was created; strangers see the first of the month.
    status: Whether it can be used.
    viewer_role: What the viewer may do in it; null: nothing.
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
        """The orders that are mapped to it and that the viewer may see, newest first.

        first: How many, 100 at most; 20 if left out.
        after: The cursor after which to go on.
        """
        from backend.schema.order import OrderConnection

        with asked_page():
            found = await info.context.loaders.orders(self.number, first, after)
        return OrderConnection.of(found, info.context.actor)

    @strawberry.field
    async def administrators(self, info: Info) -> list[str]:
        """The addresses of its full administrators; empty unless the viewer belongs to it."""
        return list(await info.context.loaders.administrators(self.number))

    @strawberry.field
    async def sites(self, info: Info) -> list[Site]:
        """Its Webex sites; empty unless the viewer belongs to it or administers it."""
        found = await info.context.loaders.sites(self.number)
        return [Site.of(site, {}, info.context.language) for site in found]

    @strawberry.field
    async def locations(self, info: Info) -> list[Location]:
        """Its calling locations; empty unless the viewer belongs to it or administers it."""
        found = await info.context.loaders.locations(self.number)
        return [Location.of(location, info.context.language) for location in found]

    @strawberry.field
    async def allowed_mutations(self, info: Info) -> list[str]:
        """The mutations of organizations that the viewer may call for it now: of its domains, or to merge it."""
        held = await info.context.loaders.rights(self.number)
        return organization_access.allowed_mutations(Status(self.status.value), held, info.context.actor)

    @strawberry.field
    async def merges(self, info: Info) -> list[OrganizationMerge]:
        """The duplicates that support merged into it, newest first, 50 at most; for support and its administrators."""
        return [OrganizationMerge.of(merge) for merge in await info.context.loaders.merges(self.number)]

    @strawberry.field
    async def history(self, info: Info) -> list[OrganizationEvent]:
        """What was done to its domains and by merges, newest first, 100 at most; for support and its administrators."""
        return [OrganizationEvent.of(event) for event in await info.context.loaders.history(self.number)]

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

    organization: The organization as it is now.
    user_errors: Why it was refused; then nothing was changed.
    """

    organization: Organization | None
    user_errors: list[UserError]
