"""`python -m tests.evaluation.ablation` takes each part of the rule away and prints what the set loses by that.

The parts are taken from the reference, which answers as the product does: the product needs no switches for it.
"""

import argparse
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

from publicsuffixlist import PublicSuffixList

from backend import clock
from backend.models.organization import MailDomainKind, OrganizationType
from backend.provisioning.finder import mail_domains
from backend.provisioning.finder.normalise import Address, InvalidAddress, read_address, read_domain
from tests.evaluation.families import build
from tests.evaluation.measure import judge, total
from tests.evaluation.reference import CLAIMED, PENDING, Reference
from tests.evaluation.world import Expected, Query, Slot, World, days_of
from tests.provisioning.finder.examples import EXAMPLES, Example
from tests.provisioning.finder.world import AT
from tests.provisioning.finder.world import World as Few

Part = tuple[str, str, dict[str, Any]]  # the rule's number, what is missing, what the reference does instead
_LISTED, _ICANN = PublicSuffixList(accept_unknown=False), PublicSuffixList(accept_unknown=False, only_icann=True)
_UNKNOWN = PublicSuffixList(accept_unknown=True)


def _read(text: str) -> Address | None:
    try:
        return read_address(text)
    except InvalidAddress:
        return None


def _plain(self: Reference, text: str) -> Address | None:
    """Without IDN: a domain is what was typed."""
    return _read(text) if text.isascii() else Address(text, text.lower(), text.lower().rpartition("@")[2])


def _transitional(text: str) -> str:
    return text.replace("ß", "ss").replace("ς", "σ")


def _case_sensitive(self: Reference, text: str) -> Address | None:
    found = _read(text)
    return found and Address(found.text, found.text, found.domain)


def _untagged(text: str) -> str:
    local, at, domain = text.rpartition("@")
    return local.partition("+")[0] + at + domain


def _visible(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf" and letter != "\ufe0f")


def _with_siblings(self: Reference, reach: Any, asked: Any) -> dict[str, Any]:
    ties, hosts = Reference._ties(self, reach, asked), reach.hosts
    for domain, there in self.at_domain.items():
        if hosts and domain.endswith("." + hosts[-1]):
            for one in there:
                ties.setdefault(one.id, (6, domain, one.proofs[domain]))
    return ties


def _kinds(wanted: MailDomainKind) -> Callable[[Reference, tuple[str, ...]], MailDomainKind]:
    def kind(self: Reference, hosts: tuple[str, ...]) -> MailDomainKind:
        found = mail_domains.kind(hosts, {})
        return found if found is wanted else MailDomainKind.COMPANY

    return kind


def _without_claimed(self: Reference, proof: int, *, exact: bool) -> int | None:
    return 5 if exact and proof == CLAIMED else Reference.tier(self, proof, exact=exact)


def _without_pending(self: Reference, proof: int, *, exact: bool) -> int | None:
    return None if proof == PENDING else Reference.tier(self, proof, exact=exact)


def _without(place: str) -> dict[str, Any]:
    return {"PLACES": tuple(other for other in Reference.PLACES if other != place)}


def _standing(place: str) -> dict[str, Any]:
    return {"STANDING": tuple(other for other in Reference.STANDING if other != place)}


PARTS: list[Part] = [
    ("1", "full width", {"address": lambda _, text: _read(text) if unicodedata.is_normalized("NFKC", text) else None}),
    ("1", "blanks around", {"address": lambda _, text: _read(text) if text == text.strip() else None}),
    ("1", "final dot", {"address": lambda _, text: None if text.strip().endswith(".") else _read(text)}),
    ("1", "letters' case", {"address": _case_sensitive}),
    ("1", "IDN", {"address": _plain, "domain": lambda _, text: text.strip().rstrip(".").lower()}),
    ("1", "ß is not ss", {
        "address": lambda _, text: _read(_transitional(text)),
        "domain": lambda _, text: read_domain(_transitional(text)),
    }),
    ("1", "invisible characters", {"address": lambda _, text: _read(_visible(text))}),
    ("1", "invalid addresses", {"address": lambda _, text: _read(text) or _read("a@" + text.rpartition("@")[2])}),
    ("2", "suspended and deleted", {"living": lambda _, row: row["status"] != "merged"}),
    ("2", "merged organizations", {"survivor": lambda self, id: self.organizations[id]}),
    ("2", "consumer pool", {"pool": lambda *_: False}),
    ("2", "types", {"wanted": lambda *_: frozenset({"customer", "partner"})}),
    ("2", "the order's partner", {"partner": lambda *_: None}),
    ("2", "inactive users", {"enabled": lambda *_: True}),
    ("3", "exact", {"settles": lambda *_: False}),
    ("3", "only one is exact", {"settles": lambda _, own: bool(own)}),
    ("3", "tag", {"untagged": lambda *_: None}),
    ("3", "a tag proves nothing", {"address": lambda _, text: _read(_untagged(text))}),
    ("3", "a partner's person", {"only_for_partner": lambda *_: False}),
    ("3", "contradictions", {"contradicts": lambda *_: False}),
    ("4", "proof beats lists", {"beats_lists": lambda *_: False}),
    ("5", "seen everywhere", {"nobodys": lambda *_: False}),
    ("11", "the order's domain", {"order_domain": lambda *_: None}),
    ("11", "the order's company", {"lifts_namesakes": lambda *_: False}),
    ("12", "company names", {"company": lambda _, name: name.casefold()}),
    ("13", "suspended ones are told of", {"tells_of_suspended": lambda *_: False}),
    ("4", "free mail", {"mail_kind": _kinds(MailDomainKind.DISPOSABLE)}),
    ("4", "throw-away mail", {"mail_kind": _kinds(MailDomainKind.FREE_MAIL)}),
    ("4", "below free mail", {"mail_kind": lambda _, hosts: mail_domains.kind(hosts[:1], {})}),
    ("5", "claimed", {"tier": _without_claimed}),
    ("5", "parents", {"tier": lambda self, proof, exact: Reference.tier(self, proof, exact=True) if exact else None}),
    ("5", "unproven parents", {"tier": lambda self, proof, exact: Reference.tier(self, proof, exact=exact) or 5}),
    ("5", "siblings", {"_ties": _with_siblings}),
    ("5", "pending", {"tier": _without_pending}),
    ("5", "observed", {"observes": lambda *_: False}),
    ("5", "half", {"observes": lambda *_: True}),
    ("5", "exactly half", {"observes": lambda _, users, of: 2 * users > of}),
    ("5", "partner's proof", {"voids": lambda *_: False}),
    ("5", "public suffixes", {"registrable": lambda _, domain: ".".join(domain.split(".")[-2:])}),
    ("5", "private suffixes", {"registrable": lambda _, domain: _ICANN.privatesuffix(domain)}),
    ("5", "own suffixes", {"registrable": lambda _, domain: _LISTED.privatesuffix(domain)}),
    ("5", "unknown suffixes", {"registrable": lambda _, domain: _UNKNOWN.privatesuffix(domain)}),
    ("6", "dormant", {"dormant": lambda *_: False}),
    ("6", "likely wrong", {"likely_wrong": lambda *_: False}),
    ("6", "365 days", {"dormant": lambda self, one: self._idle(one) >= 365}),
    # Whom the order names comes first by rule 11 already; that they are named at all is the part "renewal".
    *(("7", f"order: {place}", _without(place)) for place in Reference.PLACES if place != "named"),
    ("7", "renewal", {"named": lambda *_: None}),
    ("8", "badge", {"recommends": lambda *_: False}),
    ("8", "badge: earned", {"recommends": lambda *_: True}),
    *(("8", f"badge: {place}", _standing(place)) for place in ("dormant", "tier")),  # the others follow
]  # fmt: skip


def lost(changes: dict[str, Any], world: World, at: datetime) -> int:
    """The points that the rule loses on a set when it is changed so."""
    reference = _variant(changes)(world.rows, at)
    answers = [reference.answer(query) for query in world.queries]
    return total(judge(world.queries, answers).values()).lost


def loses(changes: dict[str, Any], world: World, at: datetime) -> bool:
    """Whether the rule loses any point on a set when it is changed so; what comes after the first is not asked."""
    reference = _variant(changes)(world.rows, at)
    return any(total(judge([query], [reference.answer(query)]).values()).lost for query in world.queries)


def failed(changes: dict[str, Any]) -> list[str]:
    """The worked examples that come out wrong when the rule is changed so."""
    return [example.name for example in EXAMPLES if not _holds(example, _variant(changes))]


def _variant(changes: dict[str, Any]) -> type[Reference]:
    return type("Variant", (Reference,), changes)


def _holds(example: Example, rule: type[Reference]) -> bool:
    world = Few()
    example.build(world)
    order = {"previous_org": example.renews} if example.renews else {}
    slot: Slot = "customer" if example.slot is OrganizationType.CUSTOMER else "partner"
    answer = rule(world.rows, AT).answer(Query(0, "", slot, example.email, order, Expected("none")))
    badges = [shown.id for shown in answer.shown if shown.recommended]
    flags = {shown.id: shown.flags for shown in answer.shown if shown.flags}
    return (
        (answer.outcome, answer.ids, answer.reason) == (example.outcome, example.candidates, example.reason)
        and badges == ([example.badge] if example.badge else [])
        and flags == example.flags
    )


def main() -> None:
    """Read the arguments and print the table; fail if a part costs nothing."""
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.ablation", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-family", type=int, default=10)
    chosen = parser.parse_args()
    at = clock.now()
    world = build(chosen.seed, chosen.per_family, days_of(at.date()))
    print(f"{len(world.queries)} questions; points lost without a part of the rule, and worked examples that fail")
    costless = 0
    for rule, part, changes in [("", "nothing left out", {}), *PARTS]:
        points, examples = lost(changes, world, at), failed(changes)
        costless += not points and not examples and bool(changes)
        print(f"{rule:2} {part:26}{points:6}   {', '.join(name.split(' ')[0] for name in examples)}")
    raise SystemExit(1 if costless else 0)


if __name__ == "__main__":
    main()
