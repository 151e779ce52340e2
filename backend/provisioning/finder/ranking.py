"""The rule of the organization finder, without any I/O: who is eligible, what matches, in which order, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

import msgspec

from backend.models.organization import FinderSlot, OrganizationType

SHOWN = 20  # candidates of a match, hits on a page of the search
ALIVE_DAYS = 365
PROVEN_RANKS = 1 << 10  # ranks below it are of organizations that verified or claimed the domain
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
_FAR = 99  # the tier of an organization that no domain led to


class Outcome(StrEnum):
    """What the match comes to: exactly one of three."""

    EXACT = "EXACT"
    CANDIDATES = "CANDIDATES"
    NONE = "NONE"


class Reason(StrEnum):
    """Why nothing matches."""

    NO_MATCH = "NO_MATCH"
    FREE_MAIL = "FREE_MAIL"
    DISPOSABLE = "DISPOSABLE"
    PUBLIC_SUFFIX = "PUBLIC_SUFFIX"
    WRONG_TYPE = "WRONG_TYPE"
    INVALID_ADDRESS = "INVALID_ADDRESS"


class Flag(StrEnum):
    """What speaks against a candidate."""

    DORMANT = "DORMANT"
    LIKELY_WRONG = "LIKELY_WRONG"
    RELATED_DOMAIN = "RELATED_DOMAIN"
    LOOK_ALIKE_DOMAIN = "LOOK_ALIKE_DOMAIN"
    MIXED_SCRIPT = "MIXED_SCRIPT"


class EvidenceCode(StrEnum):
    """What speaks for a candidate, or is known about it."""

    NAMED_BY_ORDER = "NAMED_BY_ORDER"
    SAME_ADDRESS = "SAME_ADDRESS"
    SAME_MAILBOX = "SAME_MAILBOX"
    DOMAIN_CLAIMED = "DOMAIN_CLAIMED"
    DOMAIN_VERIFIED = "DOMAIN_VERIFIED"
    DOMAIN_PENDING = "DOMAIN_PENDING"
    DOMAIN_OBSERVED = "DOMAIN_OBSERVED"
    SAME_COMPANY_NAME = "SAME_COMPANY_NAME"
    SAME_COUNTRY = "SAME_COUNTRY"
    ACTIVE_USERS = "ACTIVE_USERS"
    LATEST_ACTIVITY = "LATEST_ACTIVITY"
    NO_ACTIVITY = "NO_ACTIVITY"


class Proof(IntEnum):
    """How an organization is tied to a domain, best first."""

    CLAIMED = 1
    VERIFIED = 2
    PENDING = 3
    OBSERVED = 4

    @property
    def proven(self) -> bool:
        """Whether the domain is verified or claimed."""
        return self <= Proof.VERIFIED


class Tier(IntEnum):
    """How near a hit is to the domain that was asked for. The last two only ever appear in the search."""

    CLAIMED = 1
    VERIFIED = 2
    PARENT_CLAIMED = 3
    PARENT_VERIFIED = 4
    UNPROVEN = 5
    RELATED = 6
    LOOK_ALIKE = 7


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason, as a code with what it is about: a domain, a number of users, days since."""

    code: EvidenceCode
    domain: str | None = None
    count: int | None = None
    days: int | None = None


class Profile(msgspec.Struct, frozen=True):
    """What the finder knows about an organization that is active and no consumer pool.

    `domains` are the verified and claimed ones, claimed first; None where they are not known and have to be looked up.
    """

    id: int
    external_id: str
    display_name: str
    canonical_name: str
    is_partner: bool
    is_customer: bool
    country: str
    business_vertical: str | None
    created_at: datetime
    active_users: int
    latest_activity_on: date | None
    has_proven_domain: bool
    domains: tuple[tuple[str, Proof], ...] | None = None

    @property
    def reference_on(self) -> date:
        """The later of latest activity and creation, as a day: activity is known by the day only."""
        created = self.created_at.date()
        return max(created, self.latest_activity_on) if self.latest_activity_on else created


@dataclass(frozen=True, slots=True)
class Hit:
    """An organization tied to a domain of the question, read from one slot of the index."""

    organization: Profile
    domain: str
    proof: Proof
    slot: FinderSlot


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question made ready: normalised, its domain judged.

    `hosts` is the domain's chain, nearest first; empty when the domain can't lead to anybody, `reason` then says why.
    """

    based_on: str
    domain: str
    hosts: tuple[str, ...] = ()
    reason: Reason = Reason.NO_MATCH
    types: frozenset[OrganizationType]
    company: str | None = None  # canonical
    country: str | None = None
    excluded_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the look-ups found for a case, eligible or not."""

    named: Profile | None = None
    same_mailbox: tuple[Profile, ...] = ()
    untagged_mailbox: tuple[Profile, ...] = ()
    hits: tuple[Hit, ...] = ()
    look_alikes: frozenset[str] = frozenset()  # domains of hits that only resemble the question's
    mixes_scripts: bool = False


class OrderKey(NamedTuple):
    """Rule 7 as a tuple: the smaller one comes first. Total, because external ids are unique."""

    not_named: bool
    not_same_mailbox: bool
    not_untagged_mailbox: bool
    likely_wrong: bool
    not_proven: bool
    dormant: bool
    tier: int
    activity_class: int
    other_company: bool
    other_country: bool
    days_since_activity: int
    fewer_users: int
    created: int
    name: str
    external_id: str

    @property
    def place(self) -> tuple[int, "OrderKey"]:
        """The place in a search: related domains below the hits, look-alikes below those."""
        return max(0, self.tier - Tier.UNPROVEN), self

    @property
    def standing(self) -> tuple[bool, bool, bool, bool, int]:
        """What the recommendation compares."""
        return (self.not_named, self.likely_wrong, self.not_proven, self.dormant, self.tier)


@dataclass(slots=True)
class _Draft:
    """Everything that led to one organization."""

    organization: Profile
    named: bool = False
    same_mailbox: bool = False
    untagged_mailbox: bool = False
    hits: list[tuple[Tier, Hit]] = field(default_factory=list)

    @property
    def best(self) -> tuple[Tier, Hit] | None:
        return min(self.hits, key=lambda pair: (pair[0], pair[1].domain), default=None)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate in its place; why it stands there is told when asked, as most are never shown."""

    draft: _Draft
    key: OrderKey
    at: datetime
    mixes_scripts: bool = False
    recommended: bool = False

    @property
    def organization(self) -> Profile:
        """Which organization it is."""
        return self.draft.organization

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What speaks against it."""
        return _flags(self.key, mixed=self.mixes_scripts)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for it."""
        return _evidence(self.draft, self.key, self.at)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of the rule. `mismatch` is the active user's organization that is of the other type."""

    outcome: Outcome
    based_on: str
    ranked: tuple[Ranked, ...] = ()
    reason: Reason | None = None
    mismatch: Profile | None = None


def days_since(day: date, at: datetime) -> int:
    """Whole days from a day to the instant's day in UTC; never negative."""
    return max(0, (at.date() - day).days)


def dormant(days: int) -> bool:
    """Whether so many days since the latest activity, or the creation, are more than a year."""
    return days > ALIVE_DAYS


def activity_class(days: int) -> int:
    """0 to 3: seen less than 30 or 90 days ago, at most 365, longer."""
    return 0 if days < 30 else 1 if days < 90 else 2 if days <= ALIVE_DAYS else 3


def rank(organization: Profile, proof: Proof, at: datetime) -> int:
    """The place of an organization in the index of one domain: the head of rule 7 as an integer, best first."""
    days = days_since(organization.reference_on, at)
    asleep = dormant(days)
    likely_wrong = asleep and not organization.has_proven_domain
    users = min(31, max(0, organization.active_users).bit_length())
    packed = int(likely_wrong) << 11 | int(not proof.proven) << 10 | int(asleep) << 9
    return packed | min(proof, Proof.PENDING) << 7 | activity_class(days) << 5 | (31 - users)


def decide(case: Case, findings: Findings, at: datetime) -> Verdict:
    """Apply rules 2 to 8: exactly one outcome, with its reasons."""
    mailboxes = {found.id: found for found in findings.same_mailbox}
    own = [found for found in mailboxes.values() if eligible(found, case)]
    mismatch = next((found for found in mailboxes.values() if not _fits(found, case.types)), None)
    if len(own) == 1:
        draft = _Draft(own[0], same_mailbox=True)
        return Verdict(Outcome.EXACT, case.based_on, (_ranked(draft, case, at),))
    drafts = _drafts(case, findings, own)
    ranked = recommend(sorted((_ranked(draft, case, at) for draft in drafts), key=lambda candidate: candidate.key))
    by_mailbox = any(draft.same_mailbox or draft.untagged_mailbox for draft in drafts)
    based_on = case.based_on if by_mailbox else case.domain
    if ranked:
        return Verdict(Outcome.CANDIDATES, based_on, tuple(ranked[:SHOWN]), mismatch=mismatch)
    return Verdict(Outcome.NONE, based_on, reason=Reason.WRONG_TYPE if mismatch else case.reason, mismatch=mismatch)


def list_hits(case: Case, findings: Findings, at: datetime) -> list[Ranked]:
    """The search: the hits by domain, then the related domains, then the look-alikes, each in the order of rule 7."""
    hits = [hit for hit in findings.hits if eligible(hit.organization, case)]
    drafts = _by_domain({}, hits, case, findings, widely=True)
    for draft in drafts.values():
        draft.named = findings.named is not None and draft.organization.id == findings.named.id
    mixed = findings.mixes_scripts
    ranked = (_ranked(draft, case, at, mixed=mixed) for draft in drafts.values())
    return recommend(sorted(ranked, key=lambda found: found.key.place))


def list_namesakes(case: Case, organizations: Iterable[Profile], at: datetime) -> list[Ranked]:
    """Organizations of the same name, in the order of rule 7: a warning, so none is recommended."""
    drafts = (_Draft(found) for found in organizations if eligible(found, case))
    return sorted((_ranked(draft, case, at) for draft in drafts), key=lambda candidate: candidate.key)


def eligible(organization: Profile, case: Case) -> bool:
    """Rule 2 for an active organization: its type fits, and it is not the order's partner in the customer's place."""
    return _fits(organization, case.types) and organization.id != case.excluded_id


def recommend(ranked: list[Ranked]) -> list[Ranked]:
    """Give the first the badge of rule 8 if it earned it."""
    if not ranked:
        return []
    first, rest = ranked[0], ranked[1:]
    earned = not (first.key.not_named and first.key.not_proven) and not first.key.dormant
    if earned and (not rest or first.key.standing < rest[0].key.standing):
        first = replace(first, recommended=True)
    return [first, *rest]


def _fits(organization: Profile, types: frozenset[OrganizationType]) -> bool:
    partner = organization.is_partner and OrganizationType.PARTNER in types
    return partner or (organization.is_customer and OrganizationType.CUSTOMER in types)


def _drafts(case: Case, findings: Findings, own: list[Profile]) -> list[_Draft]:
    drafts: dict[int, _Draft] = {}

    def draft_of(organization: Profile) -> _Draft:
        return drafts.setdefault(organization.id, _Draft(organization))

    if findings.named and eligible(findings.named, case):
        draft_of(findings.named).named = True
    for organization in own:
        draft_of(organization).same_mailbox = True
    for organization in findings.untagged_mailbox:
        if eligible(organization, case):
            draft_of(organization).untagged_mailbox = True
    hits = [hit for hit in findings.hits if eligible(hit.organization, case)]
    return list(_by_domain(drafts, hits, case, findings, widely=False).values())


def _by_domain(
    drafts: dict[int, _Draft], hits: Iterable[Hit], case: Case, findings: Findings, *, widely: bool
) -> dict[int, _Draft]:
    # A partner's proof counts whether or not a partner is wanted.
    proved_by_partner = {hit.domain for hit in findings.hits if hit.slot is FinderSlot.PARTNER and hit.proof.proven}
    for hit in hits:
        if hit.slot is FinderSlot.OBSERVED and hit.domain in proved_by_partner:
            continue
        tier = _tier(hit, case, findings.look_alikes)
        if tier and (widely or tier <= Tier.UNPROVEN):
            drafts.setdefault(hit.organization.id, _Draft(hit.organization)).hits.append((tier, hit))
    return drafts


def _tier(hit: Hit, case: Case, look_alikes: frozenset[str]) -> Tier | None:
    if not case.hosts:
        return None
    if hit.domain in look_alikes:
        return Tier.LOOK_ALIKE
    if hit.domain == case.hosts[0]:
        return _AT_DOMAIN[hit.proof]
    if hit.domain in case.hosts and hit.proof.proven:
        return Tier.PARENT_CLAIMED if hit.proof is Proof.CLAIMED else Tier.PARENT_VERIFIED
    return Tier.RELATED


_AT_DOMAIN: Mapping[Proof, Tier] = {
    Proof.CLAIMED: Tier.CLAIMED,
    Proof.VERIFIED: Tier.VERIFIED,
    Proof.PENDING: Tier.UNPROVEN,
    Proof.OBSERVED: Tier.UNPROVEN,
}
_DOMAIN_EVIDENCE: Mapping[Proof, EvidenceCode] = {
    Proof.CLAIMED: EvidenceCode.DOMAIN_CLAIMED,
    Proof.VERIFIED: EvidenceCode.DOMAIN_VERIFIED,
    Proof.PENDING: EvidenceCode.DOMAIN_PENDING,
    Proof.OBSERVED: EvidenceCode.DOMAIN_OBSERVED,
}


def _ranked(draft: _Draft, case: Case, at: datetime, *, mixed: bool = False) -> Ranked:
    return Ranked(draft, _key(draft, case, at), at, mixed)


def _key(draft: _Draft, case: Case, at: datetime) -> OrderKey:
    organization, best = draft.organization, draft.best
    tier = best[0] if best else _FAR
    days = days_since(organization.reference_on, at)
    asleep = dormant(days)
    latest = organization.latest_activity_on
    return OrderKey(
        not_named=not draft.named,
        not_same_mailbox=not draft.same_mailbox,
        not_untagged_mailbox=not draft.untagged_mailbox,
        likely_wrong=asleep and not organization.has_proven_domain,
        not_proven=tier > Tier.PARENT_VERIFIED,
        dormant=asleep,
        tier=tier,
        activity_class=activity_class(days),
        other_company=not case.company or organization.canonical_name != case.company,
        other_country=not case.country or organization.country != case.country,
        days_since_activity=days_since(latest, at) if latest else 1 << 30,
        fewer_users=-organization.active_users,
        created=(organization.created_at - _EPOCH) // _MICROSECOND,
        name=organization.display_name,
        external_id=organization.external_id,
    )


def _flags(key: OrderKey, *, mixed: bool) -> tuple[Flag, ...]:
    look_alike = key.tier == Tier.LOOK_ALIKE
    holds = {
        Flag.DORMANT: key.dormant,
        Flag.LIKELY_WRONG: key.likely_wrong,
        Flag.RELATED_DOMAIN: key.tier == Tier.RELATED,
        Flag.LOOK_ALIKE_DOMAIN: look_alike,
        Flag.MIXED_SCRIPT: look_alike and mixed,
    }
    return tuple(flag for flag, held in holds.items() if held)


def _evidence(draft: _Draft, key: OrderKey, at: datetime) -> tuple[Evidence, ...]:
    organization, best = draft.organization, draft.best
    found: list[Evidence] = []
    if draft.named:
        found.append(Evidence(EvidenceCode.NAMED_BY_ORDER))
    if draft.same_mailbox:
        found.append(Evidence(EvidenceCode.SAME_ADDRESS))
    if draft.untagged_mailbox:
        found.append(Evidence(EvidenceCode.SAME_MAILBOX))
    if best:
        found.append(Evidence(_DOMAIN_EVIDENCE[best[1].proof], domain=best[1].domain))
    if not key.other_company:
        found.append(Evidence(EvidenceCode.SAME_COMPANY_NAME))
    if not key.other_country:
        found.append(Evidence(EvidenceCode.SAME_COUNTRY))
    found.append(Evidence(EvidenceCode.ACTIVE_USERS, count=organization.active_users))
    latest = organization.latest_activity_on
    if latest:
        found.append(Evidence(EvidenceCode.LATEST_ACTIVITY, days=days_since(latest, at)))
    else:
        found.append(Evidence(EvidenceCode.NO_ACTIVITY))
    return tuple(found)
