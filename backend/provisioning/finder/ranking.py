"""The rule of the organization finder, without any I/O: who is eligible, what matches, in which order, and why."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, StrEnum
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from backend.models.organization import FinderSlot, OrganizationType

MAX_SHOWN = 20  # candidates of a match, hits on a page of the search
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
    UNKNOWN_SUFFIX = "UNKNOWN_SUFFIX"
    SHARED_DOMAIN = "SHARED_DOMAIN"
    SUSPENDED = "SUSPENDED"


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


class Basis(StrEnum):
    """What led to a candidate, in the order in which an order for a customer is asked whose it is."""

    NAMED_BY_ORDER = "NAMED_BY_ORDER"
    ORDER_DOMAIN = "ORDER_DOMAIN"
    ORDER_NAME = "ORDER_NAME"
    CONTACT_ADDRESS = "CONTACT_ADDRESS"
    CONTACT_DOMAIN = "CONTACT_DOMAIN"
    ADMINISTERED = "ADMINISTERED"


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


class Evidence(msgspec.Struct, frozen=True):
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


class Hit(msgspec.Struct, frozen=True):
    """An organization tied to a domain of the question, read from one slot of the index."""

    organization: Profile
    domain: str
    proof: Proof
    slot: FinderSlot


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """A domain made ready: whom it can lead to.

    `hosts` is its chain, nearest first; empty when it can't lead to anybody, `reason` then says why. `proven_only`: the
    domain itself is no company's by the lists, so only who proved exactly it is found. `shared` is what support says:
    True, nobody's unless proved; False, one company's however many use it; None, as its users tell.
    """

    domain: str
    hosts: tuple[str, ...] = ()
    reason: Reason = Reason.NO_MATCH
    proven_only: bool = False
    shared: bool | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A question made ready: normalised, its domains judged.

    `contact` is the domain of the address; `order` are those that the order names for its customer, best first, empty
    unless a customer's order looks for its customer, as `for_customer` says.
    """

    based_on: str
    contact: Reach
    order: tuple[Reach, ...] = ()
    for_customer: bool = False
    company_name: str | None = None  # as the order has it
    types: frozenset[OrganizationType]
    company: str | None = None  # canonical
    country: str | None = None
    excluded_id: int | None = None
    order_domain: str | None = None  # which domain of its customer the order names

    def is_namesake(self, organization: Profile) -> bool:
        """Whether it has the order's company name and country."""
        same = (organization.canonical_name, organization.country) == (self.company, self.country)
        return bool(self.company and self.country) and same


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What the look-ups found for a case, eligible or not."""

    named: Profile | None = None
    same_mailbox: tuple[Profile, ...] = ()
    untagged_mailbox: tuple[Profile, ...] = ()
    hits: tuple[Hit, ...] = ()
    order_hits: tuple[tuple[Hit, ...], ...] = ()  # for each domain that the order names
    namesakes: tuple[Profile, ...] = ()  # of the order's company and country
    administered: tuple[Profile, ...] = ()  # customers that the contact administers for a partner
    suspended: tuple[Profile, ...] = ()  # what would have matched
    crowded: frozenset[str] = frozenset()  # domains that users of organizations of four or more names have
    proved_order_domain: frozenset[int] = frozenset()  # of those that have the address
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


class _Draft(msgspec.Struct):
    """Everything that led to one organization; `bases` in the order in which they are asked."""

    organization: Profile
    named: bool = False
    same_mailbox: bool = False
    untagged_mailbox: bool = False
    bases: list[Basis] = msgspec.field(default_factory=list)
    hits: list[tuple[Tier, Hit]] = msgspec.field(default_factory=list)

    @property
    def best(self) -> tuple[Tier, Hit] | None:
        return min(self.hits, key=lambda pair: (pair[0], pair[1].domain, pair[1].proof), default=None)

    @property
    def basis(self) -> Basis:
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

    draft: _Draft
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


class Verdict(msgspec.Struct, frozen=True):
    """The answer of the rule.

    `left_out` is how many more were ranked than are told, `mismatch` the active user's organization of the other type,
    `suspended` one that would have matched.
    """

    outcome: Outcome
    based_on: str
    ranked: tuple[Ranked, ...] = ()
    left_out: int = 0
    reason: Reason | None = None
    mismatch: Profile | None = None
    suspended: Profile | None = None


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
    """Apply rules 2 to 8, 11 and 13: exactly one outcome, with its reasons."""
    mailboxes = {found.id: found for found in findings.same_mailbox}
    own = [found for found in mailboxes.values() if eligible(found, case)]
    mismatch = next((found for found in mailboxes.values() if not _fits(found, case.types)), None)
    suspended = next((found for found in findings.suspended if eligible(found, case)), None)
    if len(own) == 1 and not contradicted(own[0], case, findings):
        draft = _Draft(own[0], same_mailbox=True, bases=[Basis.CONTACT_ADDRESS])
        return Verdict(Outcome.EXACT, case.based_on, (_ranked(draft, case, at),))
    ranked = recommend(_in_order(_drafts(case, findings, own), case, at))
    if ranked:
        based_on = _based_on(case, ranked)
        left_out = max(0, len(ranked) - MAX_SHOWN)
        shown = tuple(ranked[:MAX_SHOWN])
        return Verdict(Outcome.CANDIDATES, based_on, shown, left_out=left_out, mismatch=mismatch, suspended=suspended)
    reason = _reason(case, findings, mismatch, suspended)
    return Verdict(Outcome.NONE, case.contact.domain, reason=reason, mismatch=mismatch, suspended=suspended)


def contradicted(organization: Profile, case: Case, findings: Findings) -> bool:
    """Whether the order says that it is for somebody else: it names another domain, and no company of this name."""
    if not case.order_domain or (findings.named and findings.named.id == organization.id):
        return False
    return organization.id not in findings.proved_order_domain and organization.canonical_name != case.company


def _in_order(drafts: list[_Draft], case: Case, at: datetime) -> list[Ranked]:
    """Rule 11, then rule 7. A contact whose own address leads to the order's company is at the customer: then the name
    lifts nobody above the others of that address.
    """
    at_customer = any(Basis.ORDER_NAME in draft.bases and draft.of_contact for draft in drafts)
    groups = _GROUPS | ({Basis.ORDER_NAME: _GROUPS[Basis.CONTACT_DOMAIN]} if at_customer else {})
    candidates = [_ranked(draft, case, at, group=groups[draft.basis]) for draft in drafts]
    return sorted(candidates, key=lambda found: found.place)


def _based_on(case: Case, ranked: list[Ranked]) -> str:
    """On which address, domain or name the first candidate rests."""
    first = ranked[0]
    if first.lead is Basis.ORDER_DOMAIN:
        hosts = {hit.domain for _, hit in first.draft.hits}
        return next((reach.domain for reach in case.order if hosts & set(reach.hosts)), case.order[0].domain)
    if first.lead is Basis.ORDER_NAME:
        return case.company_name or ""
    by_mailbox = any(found.draft.same_mailbox or found.draft.untagged_mailbox for found in ranked)
    return case.based_on if by_mailbox else case.contact.domain


def _reason(case: Case, findings: Findings, mismatch: Profile | None, suspended: Profile | None) -> Reason:
    if suspended:
        return Reason.SUSPENDED
    if mismatch:
        return Reason.WRONG_TYPE
    return Reason.SHARED_DOMAIN if is_shared(case.contact, findings) else case.contact.reason


def is_shared(reach: Reach, findings: Findings) -> bool:
    """Rule 5: whether a domain is seen everywhere, and none proved it."""
    proved = any(hit.domain == reach.domain and hit.proof.proven for hit in findings.hits)
    return bool(reach.hosts) and not proved and _crowded(reach.domain, reach, findings)


def list_hits(case: Case, findings: Findings, at: datetime) -> list[Ranked]:
    """The search: the hits by domain, then the related domains, then the look-alikes, each in the order of rule 7."""
    drafts: dict[int, _Draft] = {}
    for tier, hit in _counting(findings.hits, case.contact, case, findings):
        draft = drafts.setdefault(hit.organization.id, _Draft(hit.organization))
        draft.hits.append((tier, hit))
    for draft in drafts.values():
        draft.named = findings.named is not None and draft.organization.id == findings.named.id
        draft.bases = list(_bases_of_hit(draft, case))
    mixed = findings.mixes_scripts
    ranked = (_ranked(draft, case, at, mixed=mixed) for draft in drafts.values())
    return recommend(sorted(ranked, key=lambda found: found.key.place))


def _bases_of_hit(draft: _Draft, case: Case) -> Iterator[Basis]:
    if draft.named:
        yield Basis.NAMED_BY_ORDER
    if case.contact.domain == case.order_domain:
        yield Basis.ORDER_DOMAIN
    if case.for_customer and case.is_namesake(draft.organization):
        yield Basis.ORDER_NAME
    if case.contact.domain != case.order_domain:
        yield Basis.CONTACT_DOMAIN


def list_namesakes(case: Case, organizations: Iterable[Profile], at: datetime) -> list[Ranked]:
    """Organizations of the same name, in the order of rule 7: a warning, so none is recommended."""
    drafts = (_Draft(found, bases=[Basis.ORDER_NAME]) for found in organizations if eligible(found, case))
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
    if earned and (not rest or first.standing < rest[0].standing):
        first = replace(first, recommended=True)
    return [first, *rest]


def _fits(organization: Profile, types: frozenset[OrganizationType]) -> bool:
    partner = organization.is_partner and OrganizationType.PARTNER in types
    return partner or (organization.is_customer and OrganizationType.CUSTOMER in types)


class _Drafts(dict[int, _Draft]):
    """Everybody whom anything led to, by their ids; what led to them is added in the order of the bases."""

    def of(self, organization: Profile, basis: Basis) -> _Draft:
        """The draft of an organization to which this led too."""
        draft = self.setdefault(organization.id, _Draft(organization))
        if draft.organization.domains is None:
            draft.organization = organization  # this one may know its domains, which then need no look-up
        draft.rests_on(basis)
        return draft

    def add(self, case: Case, basis: Basis, *organizations: Profile | None, **said: bool) -> None:
        """Note organizations that are eligible, and what is said of them."""
        for organization in organizations:
            if organization and eligible(organization, case):
                draft = self.of(organization, basis)
                for name, value in said.items():
                    setattr(draft, name, value)

    def add_hits(self, case: Case, basis: Basis, reach: Reach, hits: tuple[Hit, ...], findings: Findings) -> None:
        """Note the hits of a domain that make candidates."""
        for tier, hit in _counting(hits, reach, case, findings):
            if tier <= Tier.UNPROVEN:
                self.of(hit.organization, basis).hits.append((tier, hit))


def _drafts(case: Case, findings: Findings, own: list[Profile]) -> list[_Draft]:
    """Everybody whom anything led to: what the order says, the contact's address and domain, whom they administer."""
    drafts = _Drafts()
    drafts.add(case, Basis.NAMED_BY_ORDER, findings.named, named=True)
    for reach, hits in zip(case.order, findings.order_hits, strict=True):
        drafts.add_hits(case, Basis.ORDER_DOMAIN, reach, hits, findings)
    drafts.add(case, Basis.ORDER_NAME, *findings.namesakes)
    drafts.add(case, Basis.CONTACT_ADDRESS, *own, same_mailbox=True)
    drafts.add(case, Basis.CONTACT_ADDRESS, *findings.untagged_mailbox, untagged_mailbox=True)
    drafts.add_hits(case, Basis.CONTACT_DOMAIN, case.contact, findings.hits, findings)
    drafts.add(case, Basis.ADMINISTERED, *findings.administered)
    return list(drafts.values())


def _counting(hits: tuple[Hit, ...], reach: Reach, case: Case, findings: Findings) -> Iterator[tuple[Tier, Hit]]:
    """The hits of a domain that count, with their tiers. Also the proof of who is not eligible bears on others."""
    proved_by_partner = {hit.domain for hit in hits if hit.slot is FinderSlot.PARTNER and hit.proof.proven}
    proved = {hit.domain for hit in hits if hit.proof.proven}
    for hit in hits:
        if not eligible(hit.organization, case):
            continue
        if hit.slot is FinderSlot.OBSERVED and hit.domain in proved_by_partner:
            continue
        if not hit.proof.proven and hit.domain not in proved and _crowded(hit.domain, reach, findings):
            continue
        tier = _tier(hit, reach, findings.look_alikes)
        if tier:
            yield tier, hit


def _crowded(domain: str, reach: Reach, findings: Findings) -> bool:
    """Whether so many use a domain that it tells nothing, unless support says otherwise."""
    if reach.shared is not None and domain == reach.domain:
        return reach.shared
    return domain in findings.crowded


def _tier(hit: Hit, reach: Reach, look_alikes: frozenset[str]) -> Tier | None:
    if not reach.hosts or (reach.proven_only and not hit.proof.proven):
        return None
    if hit.domain in look_alikes:
        return Tier.LOOK_ALIKE
    if hit.domain == reach.hosts[0]:
        return _AT_DOMAIN[hit.proof]
    if hit.domain in reach.hosts and hit.proof.proven:
        return Tier.PARENT_CLAIMED if hit.proof is Proof.CLAIMED else Tier.PARENT_VERIFIED
    return Tier.RELATED


_OF_CONTACT = (Basis.CONTACT_ADDRESS, Basis.CONTACT_DOMAIN)
_GROUPS: dict[Basis, int] = {
    Basis.NAMED_BY_ORDER: 0,
    Basis.ORDER_DOMAIN: 1,
    Basis.ORDER_NAME: 2,
    Basis.CONTACT_ADDRESS: 3,
    Basis.CONTACT_DOMAIN: 3,
    Basis.ADMINISTERED: 4,
}
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


def _ranked(draft: _Draft, case: Case, at: datetime, *, mixed: bool = False, group: int = 0) -> Ranked:
    return Ranked(draft, _key(draft, case, at), at, mixed, group=group)


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
    holds = (
        (Flag.DORMANT, key.dormant),
        (Flag.LIKELY_WRONG, key.likely_wrong),
        (Flag.RELATED_DOMAIN, key.tier == Tier.RELATED),
        (Flag.LOOK_ALIKE_DOMAIN, look_alike),
        (Flag.MIXED_SCRIPT, look_alike and mixed),
    )
    return tuple(flag for flag, held in holds if held)


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
