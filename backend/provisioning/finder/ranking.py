"""In which order candidates stand, and what speaks for and against each: rules 7 and 8, without any I/O."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from backend.provisioning.finder.case import Case, Hit, Profile, Proof
from backend.provisioning.finder.counting import Tier

ALIVE_DAYS = 365
PROVEN_RANKS = 1 << 10  # ranks below it are of organizations that verified or claimed the domain
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
_FAR = 99  # the tier of an organization that no domain led to


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
    LAST_ORDER = "LAST_ORDER"
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


class Basis(StrEnum):
    """What led to a candidate, in the order in which an order for a customer is asked whose it is."""

    NAMED_BY_ORDER = "NAMED_BY_ORDER"
    ORDER_DOMAIN = "ORDER_DOMAIN"
    ORDER_NAME = "ORDER_NAME"
    CONTACT_ADDRESS = "CONTACT_ADDRESS"
    CONTACT_DOMAIN = "CONTACT_DOMAIN"
    LAST_ORDER = "LAST_ORDER"
    ADMINISTERED = "ADMINISTERED"


_OF_CONTACT = (Basis.CONTACT_ADDRESS, Basis.CONTACT_DOMAIN)
_DOMAIN_EVIDENCE: Mapping[Proof, EvidenceCode] = {
    Proof.CLAIMED: EvidenceCode.DOMAIN_CLAIMED,
    Proof.VERIFIED: EvidenceCode.DOMAIN_VERIFIED,
    Proof.PENDING: EvidenceCode.DOMAIN_PENDING,
    Proof.OBSERVED: EvidenceCode.DOMAIN_OBSERVED,
}


class Evidence(msgspec.Struct, frozen=True):
    """One reason, as a code with what it is about: a domain, a number of users, days since."""

    code: EvidenceCode
    domain: str | None = None
    count: int | None = None
    days: int | None = None


class OrderKey(NamedTuple):
    """Rule 7 as a tuple: the smaller one comes first. Total, because external ids are unique."""

    not_named: bool
    not_remembered: bool
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
        """What the recommendation compares: memory recommends nobody."""
        return (self.not_named, self.likely_wrong, self.not_proven, self.dormant, self.tier)


class Draft(msgspec.Struct):
    """Everything that led to one organization; `bases` in the order in which they are asked."""

    organization: Profile
    named: bool = False
    remembered: bool = False  # the partner of the contact's last order
    same_mailbox: bool = False
    untagged_mailbox: bool = False
    bases: list[Basis] = msgspec.field(default_factory=list)
    hits: list[tuple[Tier, Hit]] = msgspec.field(default_factory=list)

    @property
    def best(self) -> tuple[Tier, Hit] | None:
        """The nearest hit, if a domain led to it."""
        return min(self.hits, key=lambda pair: (pair[0], pair[1].domain, pair[1].proof), default=None)

    @property
    def basis(self) -> Basis:
        """What led to it first."""
        return self.bases[0]

    @property
    def of_contact(self) -> Basis | None:
        """What of the contact led to it, if anything: their address before its domain."""
        return next((basis for basis in self.bases if basis in _OF_CONTACT), None)

    def rests_on(self, basis: Basis) -> None:
        """Note what led to it; whoever calls keeps the order."""
        if basis not in self.bases:
            self.bases.append(basis)


class Ranked(msgspec.Struct, frozen=True):
    """A candidate in its place; why it stands there is told when asked, as most are never shown."""

    draft: Draft
    key: OrderKey
    at: datetime
    mixes_scripts: bool = False
    recommended: bool = False
    group: int = 0  # what the order says, then what the contact's address says, then whom they administer

    @property
    def organization(self) -> Profile:
        """Which organization it is."""
        return self.draft.organization

    @property
    def basis(self) -> Basis:
        """What led to it first."""
        return self.draft.basis

    @property
    def lead(self) -> Basis:
        """What to tell of it first: the contact's own address rather than a name that they share with the order."""
        return (self.basis is Basis.ORDER_NAME and self.draft.of_contact) or self.basis

    @property
    def place(self) -> tuple[int, OrderKey]:
        """Its place among the candidates."""
        return self.group, self.key

    @property
    def standing(self) -> tuple[int, tuple[bool, bool, bool, bool, int]]:
        """What the recommendation compares."""
        return self.group, self.key.standing

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What speaks against it."""
        return _flags(self.key, mixed=self.mixes_scripts)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for it."""
        return _evidence(self.draft, self.key, self.at)


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


def rank_draft(draft: Draft, case: Case, at: datetime, *, mixed: bool = False, group: int = 0) -> Ranked:
    """The organization as a candidate, with what decides its place."""
    return Ranked(draft, _key(draft, case, at), at, mixed, group=group)


def recommend(ranked: list[Ranked]) -> list[Ranked]:
    """Give the first the badge of rule 8 if it earned it."""
    if not ranked:
        return []
    first, rest = ranked[0], ranked[1:]
    earned = not (first.key.not_named and first.key.not_proven) and not first.key.dormant
    if earned and (not rest or first.standing < rest[0].standing):
        first = replace(first, recommended=True)
    return [first, *rest]


def _key(draft: Draft, case: Case, at: datetime) -> OrderKey:
    organization, best = draft.organization, draft.best
    tier = best[0] if best else _FAR
    days = days_since(organization.reference_on, at)
    asleep = dormant(days)
    latest = organization.latest_activity_on
    return OrderKey(
        not_named=not draft.named,
        not_remembered=not draft.remembered,
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
    holds = (
        (Flag.DORMANT, key.dormant),
        (Flag.LIKELY_WRONG, key.likely_wrong),
        (Flag.RELATED_DOMAIN, key.tier == Tier.RELATED),
        (Flag.LOOK_ALIKE_DOMAIN, look_alike),
        (Flag.MIXED_SCRIPT, look_alike and mixed),
    )
    return tuple(flag for flag, held in holds if held)


def _evidence(draft: Draft, key: OrderKey, at: datetime) -> tuple[Evidence, ...]:
    organization, best = draft.organization, draft.best
    found: list[Evidence] = []
    if draft.named:
        found.append(Evidence(EvidenceCode.NAMED_BY_ORDER))
    if draft.remembered:
        found.append(Evidence(EvidenceCode.LAST_ORDER))
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
