"""The first question of the wizard: which organization does this address belong to?"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

import msgspec
from msgspec.structs import replace

from backend.models.order import Audience
from backend.models.organization import DomainState, MailDomainKind, OrganizationType
from backend.provisioning.finder import lookups, mail_domains, suffixes
from backend.provisioning.finder.case import Case, Findings, Profile, Proof, Reach, Reason
from backend.provisioning.finder.company_names import canonical, near_misses
from backend.provisioning.finder.counting import contradicted, eligible
from backend.provisioning.finder.deciding import MAX_SHOWN, Outcome, decide, list_hits, list_namesakes
from backend.provisioning.finder.normalise import InvalidAddress, read_address, read_domain_or_address
from backend.provisioning.finder.ranking import Basis, Evidence, EvidenceCode, Flag, Ranked

_MAIL_REASON = {MailDomainKind.FREE_MAIL: Reason.FREE_MAIL, MailDomainKind.DISPOSABLE: Reason.DISPOSABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """For which address, and for which place on which order, an organization is wanted.

    `excluded_organization_id` is the order's partner, once chosen, when its customer is wanted; until then the partner
    that the order names is excluded. OWN_COMPANY takes both types, and excludes nobody.
    `customer_domain` and the address `customer_administrator` are what the order says of its customer.
    `remembers`: the contact asks, so the partner of their last order comes first.
    `development` makes `.example` and `.test` domains of companies.
    """

    email: str
    slot: OrganizationType
    audience: Audience | None = None
    company_name: str | None = None
    country: str | None = None
    previous_organization_external_id: str | None = None
    partner_organization_external_id: str | None = None
    excluded_organization_id: int | None = None
    customer_domain: str | None = None
    customer_administrator: str | None = None
    remembers: bool = False
    development: bool = False

    @property
    def types(self) -> frozenset[OrganizationType]:
        """The types of organization that fit."""
        return frozenset(OrganizationType) if self.audience is Audience.OWN_COMPANY else frozenset({self.slot})

    @property
    def for_customer(self) -> bool:
        """Whether the customer of a customer's order is wanted: then the order says whose it is, not the contact."""
        return self.slot is OrganizationType.CUSTOMER and self.audience is not Audience.OWN_COMPANY

    @property
    def namesake(self) -> tuple[str, str] | None:
        """The key of the order's company name, and its country, where companies of this name are wanted."""
        company, country = canonical(self.company_name or ""), _country(self)
        return (company, country) if self.for_customer and company and country else None

    @property
    def named(self) -> str | None:
        """The external id of the organization that the order names for this place."""
        partner = self.slot is OrganizationType.PARTNER
        return self.partner_organization_external_id if partner else self.previous_organization_external_id

    @property
    def partner(self) -> str | None:
        """The external id of the partner that the order names, where it must not be the customer too."""
        wanted = self.for_customer and self.excluded_organization_id is None
        return self.partner_organization_external_id if wanted else None


class FoundOrganization(msgspec.Struct, frozen=True, kw_only=True):
    """Exactly what a stranger may see of an organization: users rounded, creation to the month, proven domains only."""

    id: int
    external_id: str
    display_name: str
    types: tuple[OrganizationType, ...]
    country: str
    business_vertical: str | None
    domains: tuple[tuple[str, DomainState], ...]
    active_users: int
    latest_activity_on: date | None
    created_on: date


class Candidate(msgspec.Struct, frozen=True):
    """An organization that may be the right one, with what speaks for and against it."""

    organization: FoundOrganization
    basis: Basis
    recommended: bool
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...]


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """The answer: exactly one outcome.

    `lead` is what the first candidate rests on, and `based_on` the address, domain or name. `mismatch` is the
    organization of the address that is of the other type, `suspended` one that would have matched; `left_out` tells how
    many more candidates there are.
    """

    outcome: Outcome
    based_on: str
    lead: Basis | None = None
    reason: Reason | None = None
    organization: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    left_out: int = 0
    mismatch: FoundOrganization | None = None
    suspended: FoundOrganization | None = None


async def match(question: Question, at: datetime, *, by_mailbox: bool = True) -> Match:
    """Find the organization of an address: EXACT, CANDIDATES or NONE, with the reasons. Never raises for bad input.

    Without `by_mailbox` the address is not looked up as such, only its domain: the answer tells nothing of a person,
    and is never EXACT.
    """
    try:
        address = read_address(question.email)
    except InvalidAddress:
        return Match(outcome=Outcome.NONE, based_on=question.email.strip(), reason=Reason.INVALID_ADDRESS)
    order = order_domains(question)
    mailbox = await lookups.find_mailbox(
        address.key if by_mailbox else "",
        address.untagged_key if by_mailbox else None,
        asked_hosts([address.domain, *order], question),
        named=question.named,
        partner=question.partner,
        namesake=question.namesake,
        administers=question.for_customer and by_mailbox,
        remembers=question.remembers and question.slot is OrganizationType.PARTNER,
    )
    case = case_of(question, address.domain, mailbox, based_on=address.text, order=order)
    findings = await _findings(case, mailbox)
    verdict = decide(case, findings, at)
    candidates = await candidates_of(verdict.ranked)
    exact = verdict.outcome is Outcome.EXACT
    return Match(
        outcome=verdict.outcome,
        based_on=verdict.based_on,
        lead=verdict.ranked[0].lead if verdict.ranked else None,
        reason=verdict.reason,
        organization=candidates[0] if exact else None,
        candidates=() if exact else candidates,
        left_out=verdict.left_out,
        mismatch=_found_organization(verdict.mismatch, ()) if verdict.mismatch else None,
        suspended=_found_organization(verdict.suspended, ()) if verdict.suspended else None,
    )


async def _findings(case: Case, mailbox: lookups.Mailbox) -> Findings:
    """Everything that leads to somebody; nothing more is looked up once the address has settled it."""
    own = [profile for profile in mailbox.own if eligible(profile, case)]
    findings = Findings(
        named=mailbox.named,
        same_mailbox=mailbox.own,
        untagged_mailbox=mailbox.untagged,
        namesakes=mailbox.namesakes,
        remembered=mailbox.remembered,
        administered=mailbox.administered,
        suspended=mailbox.suspended,
        order_hits=((),) * len(case.order),
    )
    if case.order_domain and own:
        named = case.order[0]
        hosts = named.hosts or (named.domain,)
        proved = await lookups.prove_any({profile.id for profile in own}, hosts)
        findings = replace(findings, proved_order_domain=proved)
    if len({profile.id for profile in own}) == 1 and not contradicted(own[0], case, findings):
        return findings
    contact = await reached(case.contact, case)
    order = [contact if reach == case.contact else await reached(reach, case) for reach in case.order]
    return replace(
        findings,
        hits=contact.hits,
        order_hits=tuple(found.hits for found in order),
        crowded=contact.crowded.union(*(found.crowded for found in order)),
        suspended=(*mailbox.suspended, *(profile for found in (*order, contact) for profile in found.suspended)),
    )


async def reached(reach: Reach, case: Case, best: int = lookups.MAX_BY_RANK) -> lookups.Found:
    """The organizations of a domain."""
    return await lookups.find_by_domain(
        reach.hosts, case.types, case.company, case.country, best, proven_only=reach.proven_only
    )


def order_domains(question: Question) -> list[str]:
    """The domains that an order names for its customer: its own, and that of its administrator."""
    if not question.for_customer:
        return []
    named: dict[str, None] = {}
    if question.customer_domain:
        with suppress(InvalidAddress):
            named[read_domain_or_address(question.customer_domain)] = None
    if question.customer_administrator:
        with suppress(InvalidAddress):
            named[read_address(question.customer_administrator).domain] = None
    return list(named)


async def possible_duplicates(question: Question, at: datetime, domain: str | None = None) -> list[Candidate]:
    """Organizations of the domain, then those of the company name in the country, then of names one letter away.

    A warning that blocks nothing. `question` says which place the new organization shall take, `domain` whose it will
    be, if that is known.
    """
    asked = [domain] if domain else []
    mailbox = await lookups.find_mailbox("", None, asked_hosts(asked, question), named=None, partner=question.partner)
    case = case_of(question, domain or "", mailbox, based_on=domain or "", order=order_domains(question))
    there = await reached(case.contact, case)
    found = {
        ranked.organization.id: replace(ranked, recommended=False)
        for ranked in list_hits(case, Findings(hits=there.hits, crowded=there.crowded), at)
    }
    if case.company and case.country:
        same = await lookups.find_namesakes([case.company], case.country)
        near = await lookups.find_namesakes(near_misses(question.company_name or ""), case.country)
        for ranked in [*list_namesakes(case, same, at), *list_namesakes(case, near, at)]:
            found.setdefault(ranked.organization.id, ranked)
    return list(await candidates_of(list(found.values())[:MAX_SHOWN]))


def hosts_of(domain: str, question: Question) -> tuple[str, ...]:
    """The hosts whose organizations the domain leads to; none for a public suffix."""
    registrable = suffixes.registrable(domain, development=question.development)
    return suffixes.chain(domain, registrable) if registrable else ()


def asked_hosts(domains: Iterable[str], question: Question) -> list[str]:
    """The hosts about which support may have said something."""
    return list(dict.fromkeys(host for domain in domains for host in hosts_of(domain, question) or (domain,)))


def case_of(
    question: Question, domain: str, mailbox: lookups.Mailbox, *, based_on: str, order: Sequence[str] = ()
) -> Case:
    """The question made ready, each of its domains judged."""
    named = question.for_customer and bool(question.customer_domain) and bool(order)
    return Case(
        based_on=based_on,
        contact=reach_of(domain, question, mailbox.overrides),
        order=tuple(reach_of(other, question, mailbox.overrides) for other in order),
        order_domain=order[0] if named else None,
        for_customer=question.for_customer,
        company_name=question.company_name,
        types=question.types,
        company=canonical(question.company_name or "") or None,
        country=_country(question),
        excluded_id=_excluded(question, mailbox),
    )


def reach_of(domain: str, question: Question, overrides: Mapping[str, MailDomainKind]) -> Reach:
    """Whom a domain can lead to. What the lists call nobody's leads to who proved exactly this host, not to more.

    Not where support said it of just this host, and never at the domain of a mail provider itself.
    """
    hosts = hosts_of(domain, question)
    said = overrides.get(domain)
    if not hosts:
        if said is MailDomainKind.COMPANY:
            return Reach(domain=domain, hosts=(domain,), shared=False)
        reason = _without_hosts(domain, question)
        beaten = (domain,) if domain and reason is Reason.PUBLIC_SUFFIX and said is None else ()
        return Reach(domain=domain, hosts=beaten, reason=reason, proven_only=True)
    kind = mail_domains.kind(hosts, overrides)
    if kind in _MAIL_REASON:
        beaten = (domain,) if domain != hosts[-1] and said is None else ()
        return Reach(domain=domain, hosts=beaten, reason=_MAIL_REASON[kind], proven_only=True)
    shared = None if said is None else said is MailDomainKind.SHARED
    return Reach(domain=domain, hosts=hosts, shared=shared)


def _without_hosts(domain: str, question: Question) -> Reason:
    """Why a domain has no registrable one."""
    unknown = suffixes.unknown_ending(domain, development=question.development)
    return Reason.UNKNOWN_SUFFIX if unknown else Reason.PUBLIC_SUFFIX


async def candidates_of(ranked: Sequence[Ranked]) -> tuple[Candidate, ...]:
    """Ranked organizations as they are shown."""
    unknown = [found.organization.id for found in ranked if found.organization.domains is None]
    looked_up = await lookups.proven_domains(unknown) if unknown else {}
    return tuple(_candidate(found, looked_up.get(found.organization.id, ())) for found in ranked)


def _candidate(ranked: Ranked, looked_up: Iterable[tuple[str, Proof]]) -> Candidate:
    domains = ranked.organization.domains
    organization = _found_organization(ranked.organization, looked_up if domains is None else domains)
    evidence = tuple(_rounded(evidence) for evidence in ranked.evidence)
    return Candidate(organization, ranked.basis, ranked.recommended, ranked.flags, evidence)


def _found_organization(profile: Profile, domains: Iterable[tuple[str, Proof]]) -> FoundOrganization:
    types = [(OrganizationType.PARTNER, profile.is_partner), (OrganizationType.CUSTOMER, profile.is_customer)]
    return FoundOrganization(
        id=profile.id,
        external_id=profile.external_id,
        display_name=profile.display_name,
        types=tuple(kind for kind, held in types if held),
        country=profile.country,
        business_vertical=profile.business_vertical,
        domains=tuple((name, _STATES[proof]) for name, proof in domains),
        active_users=rounded(profile.active_users),
        latest_activity_on=profile.latest_activity_on,
        created_on=profile.created_at.astimezone(UTC).date().replace(day=1),
    )


_STATES = {Proof.CLAIMED: DomainState.CLAIMED, Proof.VERIFIED: DomainState.VERIFIED}


def rounded(users: int) -> int:
    """A number of users as strangers see it: above 100, to two significant digits."""
    return users if users <= 100 else round(users, 2 - len(str(users)))


def _rounded(evidence: Evidence) -> Evidence:
    if evidence.code is EvidenceCode.ACTIVE_USERS and evidence.count is not None:
        return replace(evidence, count=rounded(evidence.count))
    return evidence


def _excluded(question: Question, mailbox: lookups.Mailbox) -> int | None:
    """The organization that can't be the customer: the order's partner."""
    return mailbox.partner.id if mailbox.partner else question.excluded_organization_id


def _country(question: Question) -> str | None:
    return question.country.strip().upper() if question.country else None
