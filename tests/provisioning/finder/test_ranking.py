"""Properties of the rule that hold whatever the organizations are."""

import random
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backend.models.organization import FinderSlot, OrganizationType
from backend.provisioning.finder.case import Case, Findings, Hit, Profile, Proof, Reach
from backend.provisioning.finder.counting import eligible
from backend.provisioning.finder.deciding import Outcome, Verdict, decide, list_hits
from backend.provisioning.finder.ranking import EvidenceCode, Flag, rank

AT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
HOSTS = ("mail.acme.com", "acme.com")
DAYS = st.none() | st.integers(0, 1000).map(lambda days: AT.date() - timedelta(days))


@st.composite
def profiles(draw: st.DrawFn, number: int) -> Profile:
    """An organization whose id is its number."""
    return Profile(
        id=number,
        external_id=str(number),
        display_name=draw(st.sampled_from(["Acme", "Beta"])),
        canonical_name=draw(st.sampled_from(["acme", "beta"])),
        is_partner=draw(st.booleans()),
        is_customer=draw(st.booleans()),
        country=draw(st.sampled_from(["DE", "US"])),
        business_vertical=None,
        created_at=datetime.combine(AT.date() - timedelta(draw(st.integers(0, 2000))), AT.time(), UTC),
        active_users=draw(st.integers(0, 3000)),
        latest_activity_on=draw(DAYS),
        has_proven_domain=True,
    )


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    """Up to eight organizations with their ties to the question."""
    organizations = [draw(profiles(number)) for number in range(1, draw(st.integers(1, 8)) + 1)]
    hits = [
        Hit(organization, draw(st.sampled_from(["mail.acme.com", "acme.com", "eu.acme.com"])), proof, slot)
        for organization in organizations
        for proof in draw(st.lists(st.sampled_from(list(Proof)), max_size=2))
        for slot in _slots(organization, proof)
    ]
    some = st.lists(st.sampled_from(organizations), max_size=2).map(tuple)
    named = draw(st.none() | st.sampled_from(organizations))
    return Findings(named=named, same_mailbox=draw(some), untagged_mailbox=draw(some), hits=tuple(hits))


def _slots(organization: Profile, proof: Proof) -> list[FinderSlot]:
    customer = FinderSlot.OBSERVED if proof is Proof.OBSERVED else FinderSlot.CUSTOMER
    return [FinderSlot.PARTNER] * organization.is_partner + [customer] * organization.is_customer


CASES = st.builds(
    Case,
    based_on=st.just("bob@mail.acme.com"),
    contact=st.sampled_from([Reach(domain="mail.acme.com", hosts=HOSTS), Reach(domain="mail.acme.com")]),
    types=st.sampled_from([frozenset({OrganizationType.PARTNER}), frozenset({OrganizationType.CUSTOMER}),
    frozenset(OrganizationType)]),
    company=st.sampled_from([None, "acme"]),
    country=st.sampled_from([None, "DE"]),
    excluded_id=st.sampled_from([None, 1]),
)  # fmt: skip


@given(CASES, findings(), st.randoms(use_true_random=False))
def test_the_order_of_the_look_ups_does_not_matter(case: Case, found: Findings, shuffled: random.Random) -> None:
    mailboxes, untagged, hits = list(found.same_mailbox), list(found.untagged_mailbox), list(found.hits)
    for values in (mailboxes, untagged, hits):
        shuffled.shuffle(values)
    other = Findings(
        named=found.named, same_mailbox=tuple(mailboxes), untagged_mailbox=tuple(untagged), hits=tuple(hits)
    )
    one, two = decide(case, found, AT), decide(case, other, AT)
    assert (one.outcome, _seen(one), one.reason) == (two.outcome, _seen(two), two.reason)


def test_the_strongest_tie_to_a_domain_is_told_whichever_was_found_first() -> None:
    organization = Profile(
        id=1, external_id="1", display_name="Acme", canonical_name="acme", is_partner=True, is_customer=True,
        country="DE",
        business_vertical=None, created_at=AT, active_users=0, latest_activity_on=None, has_proven_domain=False,
    )  # fmt: skip
    case = Case(based_on="", contact=Reach(domain="acme.com", hosts=("acme.com",)), types=frozenset(OrganizationType))
    hits = (
        Hit(organization, "acme.com", Proof.OBSERVED, FinderSlot.OBSERVED),
        Hit(organization, "acme.com", Proof.PENDING, FinderSlot.CUSTOMER),
    )
    for found in (hits, hits[::-1]):
        evidence = decide(case, Findings(hits=found), AT).ranked[0].evidence
        assert evidence[0].code is EvidenceCode.DOMAIN_PENDING


def _seen(verdict: Verdict) -> list[tuple[object, ...]]:
    return [(one.organization, one.key, one.evidence, one.flags, one.recommended) for one in verdict.ranked]


@given(CASES, findings())
def test_only_one_mailbox_makes_an_exact_match(case: Case, found: Findings) -> None:
    verdict = decide(case, found, AT)
    own = {organization.id for organization in found.same_mailbox if eligible(organization, case)}
    assert (verdict.outcome is Outcome.EXACT) == (len(own) == 1)


@given(CASES, findings())
def test_candidates_are_eligible_unique_and_strictly_ordered(case: Case, found: Findings) -> None:
    verdict = decide(case, found, AT)
    assert all(eligible(candidate.organization, case) for candidate in verdict.ranked)
    assert all(first.place < second.place for first, second in pairwise(verdict.ranked))
    assert (verdict.outcome is Outcome.NONE) == (not verdict.ranked)
    assert (verdict.reason is not None) == (verdict.outcome is Outcome.NONE)


@given(CASES, findings())
def test_the_badge_goes_to_a_living_proven_or_named_first_at_most(case: Case, found: Findings) -> None:
    ranked = decide(case, found, AT).ranked
    assert not any(candidate.recommended for candidate in ranked[1:])
    for candidate in ranked[:1]:
        if candidate.recommended:
            named = candidate.evidence[0].code is EvidenceCode.NAMED_BY_ORDER
            assert named or not candidate.key.not_proven
            assert Flag.DORMANT not in candidate.flags


@given(CASES, findings())
def test_a_related_domain_is_shown_by_the_search_only(case: Case, found: Findings) -> None:
    assert all(Flag.RELATED_DOMAIN not in candidate.flags for candidate in decide(case, found, AT).ranked)
    listed = {hit.organization.id for hit in list_hits(case, found, AT)}
    by_domain = Findings(hits=found.hits)
    assert {candidate.organization.id for candidate in decide(case, by_domain, AT).ranked} <= listed


@given(st.tuples(profiles(1), profiles(2)), st.tuples(st.sampled_from(list(Proof)), st.sampled_from(list(Proof))))
def test_the_rank_of_the_index_never_contradicts_the_order(
    pair: tuple[Profile, Profile], proofs: tuple[Proof, Proof]
) -> None:
    case = Case(based_on="", contact=Reach(domain="acme.com", hosts=("acme.com",)), types=frozenset(OrganizationType))
    hits = [
        Hit(organization, "acme.com", proof, FinderSlot.PARTNER)
        for organization, proof in zip(pair, proofs, strict=True)
    ]
    ranked = list_hits(case, Findings(hits=tuple(hits)), AT)
    ranks = {hit.organization.id: rank(hit.organization, hit.proof, AT) for hit in hits}
    if len(ranked) == 2 and ranked[0].key[:8] != ranked[1].key[:8]:
        assert ranks[ranked[0].organization.id] < ranks[ranked[1].organization.id]


def test_a_day_is_counted_in_utc() -> None:
    created = datetime(2025, 11, 23, 23, 59, tzinfo=UTC)
    organization = Profile(
        id=1, external_id="1", display_name="Acme", canonical_name="acme", is_partner=False, is_customer=True,
        country="DE",
        business_vertical=None, created_at=created, active_users=0, latest_activity_on=date(2025, 1, 1),
        has_proven_domain=False,
    )  # fmt: skip
    case = Case(based_on="", contact=Reach(domain="acme.com", hosts=("acme.com",)), types=frozenset(OrganizationType))
    found = Findings(hits=(Hit(organization, "acme.com", Proof.PENDING, FinderSlot.CUSTOMER),))
    assert decide(case, found, datetime(2026, 11, 23, 0, 0, tzinfo=UTC)).ranked[0].flags == ()
    asleep = decide(case, found, datetime(2026, 11, 24, 0, 0, tzinfo=UTC)).ranked[0]
    assert asleep.flags == (Flag.DORMANT, Flag.LIKELY_WRONG)
