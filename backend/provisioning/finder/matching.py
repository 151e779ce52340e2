"""The first question of the wizard: which organization does this address belong to?"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime

from backend.models.order import Audience
from backend.models.organization import DomainState, MailDomainKind, OrganizationType
from backend.provisioning.finder import lookups, mail_domains, suffixes
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.normalise import InvalidAddress, read_address
from backend.provisioning.finder.ranking import (
    SHOWN,
    Case,
    Evidence,
    EvidenceCode,
    Findings,
    Flag,
    Outcome,
    Profile,
    Proof,
    Ranked,
    Reason,
    decide,
    eligible,
    list_hits,
    list_namesakes,
)

_MAIL_REASON = {MailDomainKind.FREE: Reason.FREE_MAIL, MailDomainKind.DISPOSABLE: Reason.DISPOSABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """For which address, and for which place on which order, an organization is wanted.

    `excluded_organization_id` is the order's partner, once chosen, when its customer is wanted; until then the partner
    that the order names is excluded. OWN_COMPANY takes both types, and excludes nobody.
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
    development: bool = False

    @property
    def types(self) -> frozenset[OrganizationType]:
        """The types of organization that fit."""
        return frozenset(OrganizationType) if self.audience is Audience.OWN_COMPANY else frozenset({self.slot})

    @property
    def named(self) -> str | None:
        """The external id of the organization that the order names for this place."""
        partner = self.slot is OrganizationType.PARTNER
        return self.partner_organization_external_id if partner else self.previous_organization_external_id

    @property
    def partner(self) -> str | None:
        """The external id of the partner that the order names, where it must not be the customer too."""
        customer = self.slot is OrganizationType.CUSTOMER and self.audience is not Audience.OWN_COMPANY
        return self.partner_organization_external_id if customer and self.excluded_organization_id is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOrganization:
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organization that may be the right one, with what speaks for and against it."""

    organization: FoundOrganization
    recommended: bool
    flags: tuple[Flag, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The answer: exactly one outcome. `mismatch` is the organization of the address that is of the other type."""

    outcome: Outcome
    based_on: str
    reason: Reason | None = None
    organization: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    mismatch: FoundOrganization | None = None


async def match(question: Question, at: datetime) -> Match:
    """Find the organization of an address: EXACT, CANDIDATES or NONE, with the reasons. Never raises for bad input."""
    try:
        address = read_address(question.email)
    except InvalidAddress:
        return Match(outcome=Outcome.NONE, based_on=question.email.strip(), reason=Reason.INVALID_ADDRESS)
    hosts = hosts_of(address.domain, question)
    mailbox = await lookups.find_mailbox(
        address.key, address.untagged_key, hosts, named=question.named, partner=question.partner
    )
    case = case_of(question, address.domain, hosts, mailbox, based_on=address.text)
    settled = len({profile.id for profile in mailbox.own if eligible(profile, case)}) == 1
    findings = Findings(
        named=mailbox.named,
        same_mailbox=mailbox.own,
        untagged_mailbox=mailbox.untagged,
        hits=() if settled else await lookups.find_by_domain(case.hosts, case.types, case.company, case.country),
    )
    verdict = decide(case, findings, at)
    candidates = await candidates_of(verdict.ranked)
    exact = verdict.outcome is Outcome.EXACT
    return Match(
        outcome=verdict.outcome,
        based_on=verdict.based_on,
        reason=verdict.reason,
        organization=candidates[0] if exact else None,
        candidates=() if exact else candidates,
        mismatch=_found_organization(verdict.mismatch, ()) if verdict.mismatch else None,
    )


async def possible_duplicates(question: Question, at: datetime, domain: str | None = None) -> list[Candidate]:
    """Organizations of the domain, then those with the company name in the country: a warning that blocks nothing.

    `question` says which place the new organization shall take, `domain` whose it will be, if that is known.
    """
    hosts = hosts_of(domain, question) if domain else ()
    mailbox = await lookups.find_mailbox("", None, hosts, named=None, partner=question.partner)
    case = case_of(question, domain or "", hosts, mailbox, based_on=domain or "")
    hits = await lookups.find_by_domain(case.hosts, case.types, case.company, case.country)
    found = {
        ranked.organization.id: replace(ranked, recommended=False)
        for ranked in list_hits(case, Findings(hits=hits), at)
    }
    if case.company and case.country:
        for ranked in list_namesakes(case, await lookups.find_namesakes(case.company, case.country), at):
            found.setdefault(ranked.organization.id, ranked)
    return list(await candidates_of(list(found.values())[:SHOWN]))


def record(shown: Match | Sequence[Candidate]) -> list[dict[str, object]]:
    """What was shown, with its evidence, to be stored with the decision."""
    if isinstance(shown, Match):
        shown = [shown.organization] if shown.organization else shown.candidates
    return [
        {
            "organization": candidate.organization.external_id,
            "recommended": candidate.recommended,
            "flags": [flag.value for flag in candidate.flags],
            "evidence": [_recorded(evidence) for evidence in candidate.evidence],
        }
        for candidate in shown
    ]


def hosts_of(domain: str, question: Question) -> tuple[str, ...]:
    """The hosts whose organizations the domain leads to; none for a public suffix."""
    registrable = suffixes.registrable(domain, development=question.development)
    return suffixes.chain(domain, registrable) if registrable else ()


def case_of(
    question: Question,
    domain: str,
    hosts: tuple[str, ...],
    mailbox: lookups.Mailbox,
    *,
    based_on: str,
) -> Case:
    """The question made ready: free mail and public suffixes lead to nobody by their domain."""
    kind = mail_domains.kind(hosts, mailbox.overrides)
    company = kind is MailDomainKind.COMPANY
    reason = Reason.NO_MATCH if hosts else Reason.PUBLIC_SUFFIX
    return Case(
        based_on=based_on,
        domain=domain,
        hosts=hosts if company else (),
        reason=_MAIL_REASON.get(kind, reason),
        types=question.types,
        company=canonical(question.company_name or "") or None,
        country=_country(question),
        excluded_id=_excluded(question, mailbox),
    )


async def candidates_of(ranked: Sequence[Ranked]) -> tuple[Candidate, ...]:
    """Ranked organizations as they are shown."""
    unknown = [found.organization.id for found in ranked if found.organization.domains is None]
    looked_up = await lookups.proven_domains(unknown) if unknown else {}
    return tuple(_candidate(found, looked_up.get(found.organization.id, ())) for found in ranked)


def _candidate(ranked: Ranked, looked_up: Iterable[tuple[str, Proof]]) -> Candidate:
    domains = ranked.organization.domains
    organization = _found_organization(ranked.organization, looked_up if domains is None else domains)
    evidence = tuple(_rounded(evidence) for evidence in ranked.evidence)
    return Candidate(organization, ranked.recommended, ranked.flags, evidence)


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


def _recorded(evidence: Evidence) -> dict[str, object]:
    return {name: value for name, value in asdict(evidence).items() if value is not None}


def _excluded(question: Question, mailbox: lookups.Mailbox) -> int | None:
    """The organization that can't be the customer: the order's partner."""
    return mailbox.partner.id if mailbox.partner else question.excluded_organization_id


def _country(question: Question) -> str | None:
    return question.country.strip().upper() if question.country else None
