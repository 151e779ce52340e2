"""What the organization finder answers."""

from __future__ import annotations

import strawberry

from backend.graphql_server.directives import lists
from backend.provisioning.finder.case import Reason as MatchReason
from backend.provisioning.finder.deciding import Outcome as MatchOutcome
from backend.provisioning.finder.matching import Candidate, Match
from backend.provisioning.finder.messages import evidence_sentence, reason_sentence, search_message
from backend.provisioning.finder.messages import message as match_message
from backend.provisioning.finder.ranking import Basis as MatchBasis
from backend.provisioning.finder.ranking import Flag as CandidateFlag
from backend.provisioning.finder.search import Page
from backend.schema.describe import type_
from backend.schema.loaders import Info
from backend.schema.organization import Organization
from backend.schema.paging import PageInfo


@type_
class Evidence:
    """One thing that speaks for a candidate, or is known about it.

    code: What it is, as a stable word for programs: NAMED_BY_ORDER, LAST_ORDER (the partner of the contact's last order
        that was mapped), SAME_ADDRESS, SAME_MAILBOX, DOMAIN_CLAIMED, DOMAIN_VERIFIED, DOMAIN_PENDING, DOMAIN_OBSERVED,
        SAME_COMPANY_NAME, SAME_COUNTRY, ACTIVE_USERS, LATEST_ACTIVITY or NO_ACTIVITY.
    domain: The domain that a code beginning with DOMAIN_ is about, in ASCII; null with others.
    count: Number of active users, rounded above 100, to two digits; null except with ACTIVE_USERS.
    days: Days since a user was last active; null except with LATEST_ACTIVITY.
    message: The same in words, in the language of the answer.
    """

    code: str
    domain: str | None
    count: int | None
    days: int | None
    message: str


@lists(evidence=12)
@type_
class OrganizationCandidate:
    """An organization that may be the right one, and why.

    organization: The organization as strangers see it.
    basis: What led to it first, in the order of MatchBasis.
    recommended: Whether it is the first and strictly better than the next one, not dormant, and named by the order or
        of a proven domain. It is a badge: nothing is chosen without a person.
    flags: What speaks against it; empty: nothing.
    evidence: What speaks for it, or is known about it.
    """

    organization: Organization
    basis: MatchBasis
    recommended: bool
    flags: list[CandidateFlag]
    evidence: list[Evidence]

    @classmethod
    def of(cls, candidate: Candidate, language: str) -> OrganizationCandidate:
        """From the finder's answer."""
        return cls(
            organization=Organization.found(candidate.organization),
            basis=candidate.basis,
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


@lists(candidates=20)
@type_
class OrganizationMatch:
    """What the organization finder answers for an address: exactly one outcome.

    outcome: Whether it is one organization, candidates, or nothing.
    message: What was found, in words, in the language of the answer. It also tells of an organization of the other
        type, and of one that is suspended.
    based_on: The address, domain or company name on which the first of them rests; with NONE, the domain of the
        address, or the text itself if it was no address.
    reason: Why nothing matches; null unless the outcome is NONE.
    organization: The organization of the address; null unless the outcome is EXACT.
    candidates: The organizations that may be the right one, best first, at most 20; empty unless the outcome is
        CANDIDATES. In an OrderCheck they are listed only for tokens that may explain matches.
    candidates_left_out: How many more there are at least than are listed; a search finds them.
    """

    outcome: MatchOutcome
    message: str
    based_on: str
    reason: MatchReason | None
    organization: OrganizationCandidate | None
    candidates: list[OrganizationCandidate]
    candidates_left_out: int

    @classmethod
    def of(cls, found: Match, language: str, *, listed: bool = True) -> OrganizationMatch:
        """From the finder's answer; unless its candidates are `listed`, only the message may name one."""
        return cls(
            outcome=found.outcome,
            message=match_message(language, found),
            based_on=found.based_on,
            reason=found.reason,
            organization=OrganizationCandidate.of(found.organization, language) if found.organization else None,
            candidates=[OrganizationCandidate.of(one, language) for one in found.candidates] if listed else [],
            candidates_left_out=found.left_out,
        )

    @strawberry.field
    def reason_message(self, info: Info) -> str | None:
        """Why nothing matches and what to do instead, in words; null with `reason`."""
        return reason_sentence(info.context.language, self.reason, self.based_on) if self.reason else None


@type_
class OrganizationCandidateEdge:
    """A search hit and where it stands.

    node: The organization that was found, and why.
    """

    node: OrganizationCandidate
    cursor: str


@type_
class OrganizationCandidateConnection:
    """A page of search hits, best first.

    edges: The hits of this page, each with its cursor.
    based_on: The domain that was searched, in ASCII; the text itself if it was none.
    reason: Why nothing was found; null: something was.
    message: What the search came to, in words, in the language of the answer.
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
