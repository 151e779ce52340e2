"""What a match and a search come to: everybody whom anything led to, in order, and why; without any I/O."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

import msgspec

from backend.provisioning.finder.case import Case, Findings, Hit, Profile, Reach, Reason
from backend.provisioning.finder.counting import Tier, contradicted, counting_hits, eligible, fits, is_shared
from backend.provisioning.finder.ranking import Basis, Draft, Ranked, rank_draft, recommend

MAX_SHOWN = 20  # candidates of a match
_GROUPS: dict[Basis, int] = {
    Basis.NAMED_BY_ORDER: 0,
    Basis.ORDER_DOMAIN: 1,
    Basis.ORDER_NAME: 2,
    Basis.CONTACT_ADDRESS: 3,
    Basis.CONTACT_DOMAIN: 3,
    Basis.LAST_ORDER: 3,
    Basis.ADMINISTERED: 4,
}


class Outcome(StrEnum):
    """What the match comes to: exactly one of three."""

    EXACT = "EXACT"
    CANDIDATES = "CANDIDATES"
    NONE = "NONE"


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


def decide(case: Case, findings: Findings, at: datetime) -> Verdict:
    """Apply rules 2 to 8, 11 and 13: exactly one outcome, with its reasons."""
    mailboxes = {found.id: found for found in findings.same_mailbox}
    own = [found for found in mailboxes.values() if eligible(found, case)]
    mismatch = next((found for found in mailboxes.values() if not fits(found, case.types)), None)
    suspended = next((found for found in findings.suspended if eligible(found, case)), None)
    if len(own) == 1 and not contradicted(own[0], case, findings):
        known = findings.remembered is not None and findings.remembered.id == own[0].id
        draft = Draft(own[0], same_mailbox=True, remembered=known, bases=[Basis.CONTACT_ADDRESS])
        return Verdict(Outcome.EXACT, case.based_on, (rank_draft(draft, case, at),))
    ranked = recommend(_in_order(_drafts(case, findings, own), case, at))
    if ranked:
        based_on = _based_on(case, ranked)
        left_out = max(0, len(ranked) - MAX_SHOWN)
        shown = tuple(ranked[:MAX_SHOWN])
        return Verdict(Outcome.CANDIDATES, based_on, shown, left_out=left_out, mismatch=mismatch, suspended=suspended)
    reason = _reason(case, findings, mismatch, suspended)
    return Verdict(Outcome.NONE, case.contact.domain, reason=reason, mismatch=mismatch, suspended=suspended)


def _in_order(drafts: list[Draft], case: Case, at: datetime) -> list[Ranked]:
    """Rule 11, then rule 7. A contact whose own address leads to the order's company is at the customer: then the name
    lifts nobody above the others of that address.
    """
    at_customer = any(Basis.ORDER_NAME in draft.bases and draft.of_contact for draft in drafts)
    groups = _GROUPS | ({Basis.ORDER_NAME: _GROUPS[Basis.CONTACT_DOMAIN]} if at_customer else {})
    candidates = [rank_draft(draft, case, at, group=groups[draft.basis]) for draft in drafts]
    return sorted(candidates, key=lambda found: found.place)


def _based_on(case: Case, ranked: list[Ranked]) -> str:
    """On which address, domain or name the first candidate rests."""
    first = ranked[0]
    if first.lead is Basis.ORDER_DOMAIN:
        hosts = {hit.domain for _, hit in first.draft.hits}
        return next((reach.domain for reach in case.order if hosts & set(reach.hosts)), case.order[0].domain)
    if first.lead is Basis.ORDER_NAME:
        return case.company_name or ""
    if first.lead is Basis.LAST_ORDER:
        return first.organization.display_name
    by_mailbox = any(found.draft.same_mailbox or found.draft.untagged_mailbox for found in ranked)
    return case.based_on if by_mailbox else case.contact.domain


def _reason(case: Case, findings: Findings, mismatch: Profile | None, suspended: Profile | None) -> Reason:
    if suspended:
        return Reason.SUSPENDED
    if mismatch:
        return Reason.WRONG_TYPE
    return Reason.SHARED_DOMAIN if is_shared(case.contact, findings) else case.contact.reason


def list_hits(case: Case, findings: Findings, at: datetime) -> list[Ranked]:
    """The search: the hits by domain, then the related domains, then the look-alikes, each in the order of rule 7."""
    drafts: dict[int, Draft] = {}
    for tier, hit in counting_hits(findings.hits, case.contact, case, findings):
        draft = drafts.setdefault(hit.organization.id, Draft(hit.organization))
        draft.hits.append((tier, hit))
    for draft in drafts.values():
        draft.named = findings.named is not None and draft.organization.id == findings.named.id
        draft.bases = list(_bases_of_hit(draft, case))
    mixed = findings.mixes_scripts
    ranked = (rank_draft(draft, case, at, mixed=mixed) for draft in drafts.values())
    return recommend(sorted(ranked, key=lambda found: found.key.place))


def _bases_of_hit(draft: Draft, case: Case) -> Iterator[Basis]:
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
    drafts = (Draft(found, bases=[Basis.ORDER_NAME]) for found in organizations if eligible(found, case))
    return sorted((rank_draft(draft, case, at) for draft in drafts), key=lambda candidate: candidate.key)


class _Drafts(dict[int, Draft]):
    """Everybody whom anything led to, by their ids; what led to them is added in the order of the bases."""

    def of(self, organization: Profile, basis: Basis) -> Draft:
        """The draft of an organization to which this led too."""
        draft = self.setdefault(organization.id, Draft(organization))
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
        for tier, hit in counting_hits(hits, reach, case, findings):
            if tier <= Tier.UNPROVEN:
                self.of(hit.organization, basis).hits.append((tier, hit))


def _drafts(case: Case, findings: Findings, own: list[Profile]) -> list[Draft]:
    """Everybody whom anything led to: what the order says, the contact's address and domain, their last
    order, whom they administer.
    """
    drafts = _Drafts()
    drafts.add(case, Basis.NAMED_BY_ORDER, findings.named, named=True)
    for reach, hits in zip(case.order, findings.order_hits, strict=True):
        drafts.add_hits(case, Basis.ORDER_DOMAIN, reach, hits, findings)
    drafts.add(case, Basis.ORDER_NAME, *findings.namesakes)
    drafts.add(case, Basis.CONTACT_ADDRESS, *own, same_mailbox=True)
    drafts.add(case, Basis.CONTACT_ADDRESS, *findings.untagged_mailbox, untagged_mailbox=True)
    drafts.add_hits(case, Basis.CONTACT_DOMAIN, case.contact, findings.hits, findings)
    drafts.add(case, Basis.LAST_ORDER, findings.remembered, remembered=True)
    drafts.add(case, Basis.ADMINISTERED, *findings.administered)
    return list(drafts.values())
