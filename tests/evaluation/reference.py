"""The finder's rule once more, in memory and without an index: slow, plain, and what the real one is compared with.

Each part of the rule is a method or an entry of `PLACES`, so that ablation.py can take it away.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import chain

from backend.models.organization import MailDomainKind
from backend.provisioning.finder import mail_domains, suffixes
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.matching import rounded
from backend.provisioning.finder.normalise import Address, InvalidAddress, read_address, read_domain
from tests.evaluation.answer import Answer, Shown
from tests.evaluation.world import Query, Row

CLAIMED, VERIFIED, PENDING, OBSERVED = 1, 2, 3, 4
BEST, ALIKE, SHOWN = 64, 16, 20
NOWHERE = (99, "", PENDING)
_PROOFS = {"claimed": CLAIMED, "verified": VERIFIED, "pending": PENDING}
_REASONS = {MailDomainKind.FREE_MAIL: "FREE_MAIL", MailDomainKind.DISPOSABLE: "DISPOSABLE"}
_EVIDENCE = {
    CLAIMED: "DOMAIN_CLAIMED", VERIFIED: "DOMAIN_VERIFIED", PENDING: "DOMAIN_PENDING", OBSERVED: "DOMAIN_OBSERVED",
}  # fmt: skip
Tie = tuple[int, str, int]  # tier, host, proof


@dataclass(slots=True, eq=False)
class Organization:
    """An organization with what it stands for; `place` is where the rows have it."""

    id: str
    place: int
    name: str
    country: str
    roles: frozenset[str]
    found: bool
    created: date
    proofs: dict[str, int] = field(default_factory=dict)
    users: list[tuple[str, date | None]] = field(default_factory=list)
    suspended: bool = False

    @property
    def latest(self) -> date | None:
        """The last day on which one of its users was seen."""
        return max((seen for _, seen in self.users if seen), default=None)

    @property
    def proven(self) -> bool:
        """Whether it proved any domain."""
        return any(proof <= VERIFIED for proof in self.proofs.values())


@dataclass(slots=True)
class Question:
    """A question with what leads to organizations; each of `bases` is what led to one."""

    query: Query
    wanted: frozenset[str]
    company: str
    country: str | None
    named: Organization | None
    own: list[Organization] = field(default_factory=list)
    untagged: list[Organization] = field(default_factory=list)
    ties: dict[str, Tie] = field(default_factory=dict)
    bases: dict[str, set[str]] = field(default_factory=dict)

    def note(self, basis: str, found: Iterable[Organization]) -> None:
        """Note what led to these."""
        for one in found:
            self.bases.setdefault(one.id, set()).add(basis)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a domain can lead to: its hosts, or itself if only who proved exactly it is found; why else nobody is."""

    domain: str
    hosts: tuple[str, ...]
    reason: str
    proven_only: bool = False


class Reference:
    """Answers questions about rows of the public format as of an instant."""

    PLACES = (
        "named", "same mailbox", "untagged mailbox", "likely wrong", "proven", "dormant", "tier", "activity class",
        "company", "country", "day", "users", "age", "name", "id",
    )  # fmt: skip
    BASES = (
        "NAMED_BY_ORDER", "ORDER_DOMAIN", "ORDER_NAME", "CONTACT_ADDRESS", "CONTACT_DOMAIN", "ADMINISTERED",
    )  # fmt: skip
    CROWD = 4
    STANDING = ("named", "likely wrong", "proven", "dormant", "tier")

    def __init__(self, rows: list[Row], at: datetime) -> None:
        self.today = at.date()
        self.rows = {str(row["id"]): row for row in rows if row["type"] == "org"}
        self.organizations = {id: self._organization(place, row) for place, (id, row) in enumerate(self.rows.items())}
        self.accounts: defaultdict[str, set[str]] = defaultdict(set)
        self.administered: defaultdict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row["type"] == "domain":
                self._add_domain(row)
            elif row["type"] == "user" and self.enabled(row):
                self._add_user(row)
        self.at_domain: defaultdict[str, list[Organization]] = defaultdict(list)
        for one in self.organizations.values():
            for domain, users in Counter(key.rpartition("@")[2] for key, _ in one.users).items():
                if self.observes(users, len(one.users)):
                    one.proofs.setdefault(domain, OBSERVED)
            for domain in one.proofs:
                self.at_domain[domain].append(one)

    def _organization(self, place: int, row: Row) -> Organization:
        roles = row["roles"]
        assert isinstance(roles, list)
        created = _day(row["created_day"])
        assert created
        name, country = str(row["name"]), str(row["country"])
        found, suspended = self.exists(row), row["status"] == "suspended" and not self.pool(row)
        return Organization(str(row["id"]), place, name, country, frozenset(roles), found, created, suspended=suspended)

    def _add_domain(self, row: Row) -> None:
        one, domain, proof = self.survivor(str(row["org"])), self.domain(str(row["domain"])), _PROOFS[str(row["state"])]
        if one:
            one.proofs[domain] = min(proof, one.proofs.get(domain, proof))

    def _add_user(self, row: Row) -> None:
        address, member = self.address(str(row["email"])), self.rows[str(row["org"])]
        survivor = self.survivor(str(row["org"]))
        assert address
        if not survivor:
            return
        reached = self.exists(member | {"status": "active"}) and member["status"] != "deleted"
        if row.get("for_partner") and self.only_for_partner():
            if survivor.found and reached:
                self.administered[address.key].add(survivor.id)
            return
        survivor.users.append((address.key, _day(row["last_active_day"])))
        if (survivor.found or survivor.suspended) and reached:
            self.accounts[address.key].add(survivor.id)

    # ---------------------------------------------------------------- rule 1: one form for all spellings

    def address(self, text: str) -> Address | None:
        """The address that somebody typed, or None."""
        try:
            return read_address(text)
        except InvalidAddress:
            return None

    def domain(self, text: str) -> str:
        """The domain that an administrator typed."""
        return read_domain(text)

    # ---------------------------------------------------------------- rule 2: who is eligible

    def exists(self, row: Row) -> bool:
        """Whether an organization can be found at all."""
        return self.living(row) and not self.pool(row)

    def living(self, row: Row) -> bool:
        """Whether it is neither suspended nor deleted nor merged."""
        return row["status"] == "active"

    def pool(self, row: Row) -> bool:
        """Whether it is the pool of private users."""
        return bool(row["consumer_pool"])

    def survivor(self, id: str) -> Organization | None:
        """The organization that a merged one stands for."""
        while self.rows[id]["status"] == "merged":
            id = str(self.rows[id]["merged_into"])
        return self.organizations[id]

    def enabled(self, row: Row) -> bool:
        """Whether a user counts."""
        return row["status"] == "active"

    def wanted(self, query: Query) -> frozenset[str]:
        """The types that fit."""
        both = query.order.get("audience") == "OWN_COMPANY"
        return frozenset({"customer", "partner"}) if both else frozenset({query.role})

    def partner(self, query: Query) -> Organization | None:
        """The order's partner, which can't be its customer."""
        customer = query.role == "customer" and query.order.get("audience") != "OWN_COMPANY"
        return self._known(query.order.get("partner_org")) if customer else None

    def _known(self, id: str | None) -> Organization | None:
        return self.survivor(id) if id in self.rows and not self.pool(self.rows[id]) else None

    # ---------------------------------------------------------------- rules 3 to 5: what leads to whom

    def answer(self, query: Query) -> Answer:
        """The answer to a question."""
        address = self.address(query.email)
        if address is None:
            return Answer("NONE", query.email.strip(), reason="INVALID_ADDRESS")
        company, country = self.company(query.order.get("company", "")), query.order.get("country")
        asked = Question(query, self.wanted(query), company, country, self.named(query))
        partner, ordered = self.partner(query), self.order_domain(query)

        def fit(found: Iterable[Organization], *, suspended: bool = False) -> list[Organization]:
            standing = [one for one in found if (one.suspended if suspended else one.found)]
            return [one for one in standing if one.roles & asked.wanted and one is not partner]

        accounts = [self.organizations[id] for id in sorted(self.accounts.get(address.key, ()))]
        own = [one for one in accounts if one.found]
        asked.own = fit(own)
        if self.settles(asked.own) and not self.contradicts(asked.own[0], asked, ordered):
            asked.note("CONTACT_ADDRESS", asked.own)
            return Answer("EXACT", address.text, (self._shown(asked.own[0], asked, exact=True),))
        asked.untagged = fit([self.organizations[id] for id in self.accounts.get(self.untagged(address) or "", ())])
        reaches = [self.reach(domain) for domain in (ordered, address.domain) if domain]
        candidates = {one.id: one for one in fit(self._pool(asked, address, reaches))}
        groups = self._groups([asked.bases[id] for id in candidates])

        def place(one: Organization) -> tuple[object, ...]:
            return groups[self._basis(one, asked)], self.key(one, asked)

        ranked = sorted(candidates.values(), key=place)
        if not ranked:
            paused = [*accounts, *filter(None, [asked.named])]
            paused += [one for reach in reaches for one in self._proved_by_suspended(reach)]
            if self.tells_of_suspended() and fit(paused, suspended=True):
                return Answer("NONE", address.domain, reason="SUSPENDED")
            return Answer("NONE", address.domain, reason=self._reason(own, asked, reaches[-1]))
        shown = [self._shown(one, asked) for one in ranked[:SHOWN]]
        if self.recommends(ranked, asked, groups):
            shown[0] = replace(shown[0], recommended=True)
        return Answer("CANDIDATES", self._based_on(ranked[0], asked, address, ordered), tuple(shown))

    def _pool(self, asked: Question, address: Address, reaches: list[Reach]) -> list[Organization]:
        """Everybody whom anything led to, each noted with what did."""
        query = asked.query
        mine = self.administered.get(address.key, ()) if self.for_customer(query) else ()
        names = self.lifts_namesakes() and self.for_customer(query) and asked.company and asked.country
        namesakes = [one for one in self.organizations.values() if names and self._is_namesake(one, asked)]
        pools = {
            "NAMED_BY_ORDER": [asked.named] if asked.named else [],
            "ORDER_NAME": sorted(namesakes, key=lambda one: one.place)[:BEST],
            "CONTACT_ADDRESS": [*asked.own, *asked.untagged],
            "ADMINISTERED": [self.organizations[id] for id in mine],
        }
        for basis, found in pools.items():
            asked.note(basis, found)
        ordered = [one for reach in reaches[:-1] for one in self._tied(reach, asked, "ORDER_DOMAIN")]
        return [*chain.from_iterable(pools.values()), *ordered, *self._tied(reaches[-1], asked, "CONTACT_DOMAIN")]

    def _reason(self, own: list[Organization], asked: Question, reach: Reach) -> str:
        if any(not one.roles & asked.wanted for one in own):
            return "WRONG_TYPE"
        return "SHARED_DOMAIN" if reach.hosts and self.nobodys(reach.domain) else reach.reason

    def tells_of_suspended(self) -> bool:
        """Whether who would match a suspended organization reads that it exists."""
        return True

    def lifts_namesakes(self) -> bool:
        """Whether the order's company name and country lead to anybody."""
        return True

    def _based_on(self, first: Organization, asked: Question, address: Address, ordered: str | None) -> str:
        basis, bases = self._basis(first, asked), asked.bases[first.id]
        if basis == "ORDER_DOMAIN" and ordered:
            return ordered
        if bases & {"ORDER_NAME", "CONTACT_ADDRESS", "CONTACT_DOMAIN"} == {"ORDER_NAME"} and basis == "ORDER_NAME":
            return asked.query.order["company"]
        return address.text if asked.own or asked.untagged else address.domain

    # ---------------------------------------------------------------- rule 3: a partner's person, and contradictions

    def only_for_partner(self) -> bool:
        """Whether a person of an organization's partner is no user of it."""
        return True

    def contradicts(self, one: Organization, asked: Question, ordered: str | None) -> bool:
        """Whether the order says that it is for somebody else."""
        if not ordered or one is asked.named:
            return False
        reach = self.reach(ordered)
        proved = any(one.proofs.get(host, OBSERVED) <= VERIFIED for host in reach.hosts or (reach.domain,))
        return not proved and self.company(one.name) != asked.company

    # ---------------------------------------------------------------- rule 11: what the order says

    def for_customer(self, query: Query) -> bool:
        """Whether the order says whose it is."""
        return query.role == "customer" and query.order.get("audience") != "OWN_COMPANY"

    def order_domain(self, query: Query) -> str | None:
        """The customer's domain that the order names."""
        return self.domain(query.order["domain"]) if self.for_customer(query) and "domain" in query.order else None

    def _is_namesake(self, one: Organization, asked: Question) -> bool:
        return one.found and self.company(one.name) == asked.company and one.country == asked.country

    def _tied(self, reach: Reach, asked: Question, basis: str) -> list[Organization]:
        ties = self._ties(reach, asked)
        for id, tie in ties.items():
            asked.ties[id] = min(asked.ties.get(id, NOWHERE), tie)
        found = [self.organizations[id] for id in ties]
        asked.note(basis, found)
        return found

    def _basis(self, one: Organization, asked: Question) -> str:
        return min(asked.bases[one.id], key=self.BASES.index)

    def _groups(self, found: list[set[str]]) -> dict[str, int]:
        """The places of the bases. Where the contact is at the customer, its name lifts nobody."""
        groups = {basis: min(place, 3) if basis != "ADMINISTERED" else 4 for place, basis in enumerate(self.BASES)}
        if any("ORDER_NAME" in bases and bases & {"CONTACT_ADDRESS", "CONTACT_DOMAIN"} for bases in found):
            groups["ORDER_NAME"] = groups["CONTACT_DOMAIN"]
        return groups

    def company(self, name: str) -> str:
        """The key by which names are compared."""
        return canonical(name)

    # ---------------------------------------------------------------- rules 3 to 5

    def settles(self, own: list[Organization]) -> bool:
        """Whether the organizations of an address make an exact match."""
        return len(own) == 1

    def untagged(self, address: Address) -> str | None:
        """The mailbox without its tag."""
        return address.untagged_key

    def named(self, query: Query) -> Organization | None:
        """The organization that the order names for the place."""
        return self._known(query.order.get("previous_org" if query.role == "customer" else "partner_org"))

    def reach(self, domain: str) -> Reach:
        """Whom a domain can lead to."""
        registrable = self.registrable(domain)
        if not registrable:
            unknown = suffixes.unknown_ending(domain)
            itself = () if unknown or not self.beats_lists() else (domain,)
            return Reach(domain, itself, "UNKNOWN_SUFFIX" if unknown else "PUBLIC_SUFFIX", proven_only=True)
        hosts = suffixes.chain(domain, registrable)
        kind = self.mail_kind(hosts)
        if kind in _REASONS:
            below = (domain,) if domain != registrable and self.beats_lists() else ()
            return Reach(domain, below, _REASONS[kind], proven_only=True)
        return Reach(domain, hosts, "NO_MATCH")

    def beats_lists(self) -> bool:
        """Whether the proof of just a host counts where lists call it nobody's."""
        return True

    def _proved_by_suspended(self, reach: Reach) -> list[Organization]:
        hosts = () if reach.proven_only else reach.hosts
        proved = (VERIFIED, CLAIMED)
        return [one for host in hosts for one in self.at_domain[host] if one.suspended and one.proofs[host] in proved]

    def nobodys(self, domain: str) -> bool:
        """Whether a domain is seen everywhere, and none proved it."""
        there = [one for one in self.organizations.values() if one.found]
        if any(one.proofs.get(domain, OBSERVED) <= VERIFIED for one in there):
            return False
        names = {self.company(one.name) for one in there if any(self._at(key) == domain for key, _ in one.users)}
        return len(names) >= self.CROWD

    def _at(self, key: str) -> str:
        return key.rpartition("@")[2]

    def registrable(self, domain: str) -> str | None:
        """The domain that a registrar or a platform gives out."""
        return suffixes.registrable(domain)

    def mail_kind(self, hosts: tuple[str, ...]) -> MailDomainKind:
        """Whether it is a company's, or free or throw-away mail."""
        return mail_domains.kind(hosts, {})

    def _ties(self, reach: Reach, asked: Question) -> dict[str, Tie]:
        """Whom the domain leads to, each by its best tie; of many only the pool that the index reads."""
        ties: dict[str, Tie] = {}
        wanted, hosts = asked.wanted, reach.hosts
        crowded = bool(hosts) and self.nobodys(reach.domain)
        for host in hosts:
            there = [one for one in self.at_domain[host] if one.found]
            proofs = [one.proofs[host] for one in there if "partner" in one.roles]
            void = self.voids(min(proofs, default=OBSERVED))
            pools: defaultdict[str, list[tuple[Organization, Tie]]] = defaultdict(list)
            for one in there:
                proof = one.proofs[host]
                tier = self.tier(proof, exact=host == hosts[0])
                if proof > VERIFIED and (crowded or reach.proven_only):
                    continue
                if tier and "partner" in wanted & one.roles:
                    pools["PARTNER"].append((one, (tier, host, proof)))
                if tier and "customer" in wanted & one.roles and not (proof == OBSERVED and void):
                    pools["OBSERVED" if proof == OBSERVED else "CUSTOMER"].append((one, (tier, host, proof)))
            for one, tie in chain.from_iterable(self._best(pool, asked) for pool in pools.values()):
                ties[one.id] = min(ties.get(one.id, NOWHERE), tie)
        return ties

    def _best(self, pool: list[tuple[Organization, Tie]], asked: Question) -> list[tuple[Organization, Tie]]:
        """Of those in a slot of the index the best by rank, and some with the order's company name and country."""
        if len(pool) <= BEST:
            return pool
        pool.sort(key=lambda entry: (self._rank(entry[0], entry[1][2]), entry[0].place))
        named = [entry for entry in pool if asked.company and self.company(entry[0].name) == asked.company]
        placed = [entry for entry in pool if asked.country and entry[0].country == asked.country]
        return pool[:BEST] + named[:ALIKE] + placed[:ALIKE]

    def _rank(self, one: Organization, proof: int) -> tuple[int, ...]:
        signals = (self.likely_wrong(one), proof > VERIFIED, self.dormant(one), min(proof, PENDING), self._class(one))
        return (*signals, -self._active(one).bit_length())

    def tier(self, proof: int, *, exact: bool) -> int | None:
        """How near a proof of the domain, or of a parent of it, is."""
        if exact:
            return {CLAIMED: 1, VERIFIED: 2}.get(proof, 5)
        return {CLAIMED: 3, VERIFIED: 4}.get(proof)

    def observes(self, users: int, of: int) -> bool:
        """Whether so many of an organization's users tie it to their domain."""
        return 2 * users >= of

    def voids(self, best_of_partners: int) -> bool:
        """Whether what is observed at a domain counts for no customer."""
        return best_of_partners <= VERIFIED

    # ---------------------------------------------------------------- rules 6 to 8: flags, order, badge

    def dormant(self, one: Organization) -> bool:
        """Not seen, nor created, for more than a year."""
        return self._idle(one) > 365

    def likely_wrong(self, one: Organization) -> bool:
        """Dormant, and without any proof."""
        return self.dormant(one) and not one.proven

    def _idle(self, one: Organization) -> int:
        return max(0, (self.today - max(one.created, one.latest or one.created)).days)

    def _class(self, one: Organization) -> int:
        return sum(self._idle(one) >= bound for bound in (30, 90, 366))

    def _active(self, one: Organization) -> int:
        return sum(seen is not None and (self.today - seen).days < 30 for _, seen in one.users)

    def key(self, one: Organization, asked: Question) -> tuple[object, ...]:
        """The order of candidates."""
        signals = self._signals(one, asked)
        return tuple(signals[place] for place in self.PLACES)

    def _signals(self, one: Organization, asked: Question) -> dict[str, object]:
        tier, _, _ = asked.ties.get(one.id, NOWHERE)
        return {
            "named": one is not asked.named,
            "same mailbox": one not in asked.own,
            "untagged mailbox": one not in asked.untagged,
            "likely wrong": self.likely_wrong(one),
            "proven": tier > 4,
            "dormant": self.dormant(one),
            "tier": tier,
            "activity class": self._class(one),
            "company": not asked.company or self.company(one.name) != asked.company,
            "country": not asked.country or one.country != asked.country,
            "day": max(0, (self.today - one.latest).days) if one.latest else 10**9,
            "users": -self._active(one),
            "age": one.created,
            "name": one.name,
            "id": one.id,
        }

    def recommends(self, ranked: list[Organization], asked: Question, groups: dict[str, int]) -> bool:
        """Whether the first candidate gets the badge."""
        first, *others = ranked
        signals = [self._signals(one, asked) for one in (first, *others[:1])]
        ahead = [groups[self._basis(one, asked)] for one in (first, *others[:1])]
        standing = [(at, *(found[place] for place in self.STANDING)) for at, found in zip(ahead, signals, strict=True)]
        earned = not (signals[0]["named"] and signals[0]["proven"]) and not signals[0]["dormant"]
        return earned and (not others or standing[0] < standing[1])

    def _shown(self, one: Organization, asked: Question, *, exact: bool = False) -> Shown:
        flags = {"DORMANT": self.dormant(one), "LIKELY_WRONG": self.likely_wrong(one)}
        held = frozenset(flag for flag, held in flags.items() if held)
        return Shown(one.id, held, self._evidence(one, asked, exact), basis=self._basis(one, asked))

    def _evidence(self, one: Organization, asked: Question, exact: bool) -> tuple[tuple[str, str | int | None], ...]:
        signals = self._signals(one, asked)
        _, host, proof = asked.ties.get(one.id, NOWHERE)
        said: list[tuple[str, object, str | int | None]] = [
            ("NAMED_BY_ORDER", not signals["named"] and not exact, None),
            ("SAME_ADDRESS", not signals["same mailbox"], None),
            ("SAME_MAILBOX", not signals["untagged mailbox"], None),
            (_EVIDENCE[proof], host, host),
            ("SAME_COMPANY_NAME", not signals["company"], None),
            ("SAME_COUNTRY", not signals["country"], None),
            ("ACTIVE_USERS", True, rounded(self._active(one))),
            ("LATEST_ACTIVITY", one.latest, max(0, (self.today - one.latest).days) if one.latest else None),
            ("NO_ACTIVITY", not one.latest, None),
        ]
        return tuple((code, about) for code, holds, about in said if holds)


def _day(number: object) -> date | None:
    return None if number is None else date(1970, 1, 1) + timedelta(int(str(number)))
