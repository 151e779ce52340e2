"""Who is eligible, and which of the hits count, and how near they are: rules 2 to 6, without any I/O."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from backend.models.organization import FinderSlot, OrganizationType
from backend.provisioning.finder.case import Case, Findings, Hit, Profile, Proof, Reach


class Tier(IntEnum):
    """How near a hit is to the domain that was asked for. The last two only ever appear in the search."""

    CLAIMED = 1
    VERIFIED = 2
    PARENT_CLAIMED = 3
    PARENT_VERIFIED = 4
    UNPROVEN = 5
    RELATED = 6
    LOOK_ALIKE = 7


_AT_DOMAIN: Mapping[Proof, Tier] = {
    Proof.CLAIMED: Tier.CLAIMED,
    Proof.VERIFIED: Tier.VERIFIED,
    Proof.PENDING: Tier.UNPROVEN,
    Proof.OBSERVED: Tier.UNPROVEN,
}


def eligible(organization: Profile, case: Case) -> bool:
    """Rule 2 for an active organization: its type fits, and it is not the order's partner in the customer's place."""
    return fits(organization, case.types) and organization.id != case.excluded_id


def fits(organization: Profile, types: frozenset[OrganizationType]) -> bool:
    """Whether the organization is of one of the types."""
    partner = organization.is_partner and OrganizationType.PARTNER in types
    return partner or (organization.is_customer and OrganizationType.CUSTOMER in types)


def contradicted(organization: Profile, case: Case, findings: Findings) -> bool:
    """Whether the order says that it is for somebody else: it names another domain, and no company of this name."""
    if not case.order_domain or (findings.named and findings.named.id == organization.id):
        return False
    return organization.id not in findings.proved_order_domain and organization.canonical_name != case.company


def is_shared(reach: Reach, findings: Findings) -> bool:
    """Rule 5: whether a domain is seen everywhere, and none proved it."""
    proved = any(hit.domain == reach.domain and hit.proof.proven for hit in findings.hits)
    return bool(reach.hosts) and not proved and _crowded(reach.domain, reach, findings)


def counting_hits(hits: tuple[Hit, ...], reach: Reach, case: Case, findings: Findings) -> Iterator[tuple[Tier, Hit]]:
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
