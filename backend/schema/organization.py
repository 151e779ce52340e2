"""Organizations, and what the organization finder says about them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import strawberry

from backend.models.order import AdministratorRole
from backend.models.organization import DomainState, OrganizationType
from backend.provisioning.dossier import OrganizationRecord
from backend.provisioning.finder.matching import Candidate, FoundOrganization, Match, rounded
from backend.provisioning.finder.ranking import Flag as CandidateFlag
from backend.provisioning.finder.ranking import Outcome as MatchOutcome
from backend.provisioning.finder.ranking import Reason as MatchReason
from backend.provisioning.finder.search import Page
from backend.provisioning.finder.words import evidence_sentence, reason_sentence, search_message
from backend.provisioning.finder.words import message as match_message
from backend.schema.context import Info
from backend.schema.describe import type_
from backend.schema.enums import OrganizationStatus
from backend.schema.ids import global_id
from backend.schema.paging import PageInfo
from backend.schema.service import Location, Node, Site

if TYPE_CHECKING:
    from backend.schema.order import OrderConnection


@type_
class OrganizationDomain:
    """A domain of an organization.

    name: The domain in ASCII.
    state: How well it is proved.
    """

    name: str
    state: DomainState


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
        return await info.context.loaders.orders_of_organization(self.number, first, after)

    @strawberry.field
    async def administrators(self, info: Info) -> list[str]:
        """The addresses of its full administrators; empty unless the viewer belongs to it."""
        return await info.context.loaders.administrators(self.number)

    @strawberry.field
    async def sites(self, info: Info) -> list[Site]:
        """Its Webex sites; empty unless the viewer belongs to it or administers it."""
        return await info.context.loaders.sites_of_organization(self.number)

    @strawberry.field
    async def locations(self, info: Info) -> list[Location]:
        """Its calling locations; empty unless the viewer belongs to it or administers it."""
        return await info.context.loaders.locations_of_organization(self.number)

    @classmethod
    def of(cls, record: OrganizationRecord, *, full: bool, viewer_role: AdministratorRole | None) -> Organization:
        """From its row; `full`: the viewer belongs to it or administers it, else he sees what strangers see."""
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
                OrganizationDomain(name=d.name, state=d.state) for d in record.domains if full or d.state in proven
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
            domains=[OrganizationDomain(name=name, state=state) for name, state in found.domains],
            active_users=found.active_users,
            latest_activity_at=found.latest_activity_on,
            created_at=datetime.combine(found.created_on, time(), UTC),
            status=OrganizationStatus.ACTIVE,
            viewer_role=None,
            number=found.id,
        )


@type_
class Evidence:
    """One thing that speaks for a candidate, or is known about it.

    code: Stable; for programs.
    domain: The domain it is about.
    count: A number of users.
    days: A number of days.
    message: The same in words.
    """

    code: str
    domain: str | None
    count: int | None
    days: int | None
    message: str


@type_
class OrganizationCandidate:
    """An organization that may be the right one.

    organization: The organization as strangers see it.
    recommended: It is strictly better than the next one. Recommended is not preselected.
    flags: What speaks against it.
    evidence: What speaks for it.
    """

    organization: Organization
    recommended: bool
    flags: list[CandidateFlag]
    evidence: list[Evidence]

    @classmethod
    def of(cls, candidate: Candidate, language: str) -> OrganizationCandidate:
        """From the finder's answer."""
        return cls(
            organization=Organization.found(candidate.organization),
            recommended=candidate.recommended,
            flags=list(candidate.flags),
            evidence=[
                Evidence(
                    code=entry.code,
                    domain=entry.domain,
                    count=entry.count,
                    days=entry.days,
                    message=evidence_sentence(language, entry),
                )
                for entry in candidate.evidence
            ],
        )


@type_
class OrganizationMatch:
    """What the organization finder answers for an address: exactly one outcome.

    outcome: One organization, candidates, or nothing.
    message: The outcome's first sentence, for people.
    based_on: The address or domain on which it rests.
    reason: Why nothing matches.
    organization: The organization of the address; with EXACT only.
    candidates: Ranked, at most 20; empty with EXACT.
    """

    outcome: MatchOutcome
    message: str
    based_on: str
    reason: MatchReason | None
    organization: OrganizationCandidate | None
    candidates: list[OrganizationCandidate]

    @classmethod
    def of(cls, found: Match, language: str) -> OrganizationMatch:
        """From the finder's answer."""
        return cls(
            outcome=found.outcome,
            message=match_message(language, found),
            based_on=found.based_on,
            reason=found.reason,
            organization=OrganizationCandidate.of(found.organization, language) if found.organization else None,
            candidates=[OrganizationCandidate.of(candidate, language) for candidate in found.candidates],
        )

    @strawberry.field
    def reason_message(self, info: Info) -> str | None:
        """Why nothing matches, in words."""
        return reason_sentence(info.context.language, self.reason, self.based_on) if self.reason else None


@type_
class OrganizationCandidateEdge:
    """A search hit and where it stands.

    node: The organization.
    cursor: For going on after it.
    """

    node: OrganizationCandidate
    cursor: str


@type_
class OrganizationCandidateConnection:
    """A page of search hits, best first.

    edges: The hits.
    page_info: Whether there is more.
    based_on: The domain that was searched.
    reason: Why nothing was found.
    message: The result in words.
    """

    edges: list[OrganizationCandidateEdge]
    page_info: PageInfo
    based_on: str
    reason: MatchReason | None
    message: str

    @classmethod
    def of(cls, page: Page, language: str) -> OrganizationCandidateConnection:
        """From the finder's page."""
        edges = [
            OrganizationCandidateEdge(node=OrganizationCandidate.of(candidate, language), cursor=cursor)
            for candidate, cursor in zip(page.candidates, page.cursors, strict=True)
        ]
        return cls(
            edges=edges,
            page_info=PageInfo.of(
                [edge.cursor for edge in edges], more=page.has_next_page, before=page.has_previous_page
            ),
            based_on=page.based_on,
            reason=page.reason,
            message=search_message(language, page),
        )
