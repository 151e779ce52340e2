"""The finder's rule once more, in memory and without an index: slow, plain, and what the real one is compared with."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from backend.models.organization import MailDomainKind
from backend.provisioning.finder import mail_domains, suffixes
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.matching import Match
from backend.provisioning.finder.normalise import InvalidAddress, read_address, read_domain
from tests.evaluation.world import Query, Row

CLAIMED, VERIFIED, PENDING, OBSERVED = 1, 2, 3, 4
BEST, ALIKE = 64, 16
_PROOFS = {"claimed": CLAIMED, "verified": VERIFIED, "pending": PENDING}
_REASONS = {MailDomainKind.FREE: "FREE_MAIL", MailDomainKind.DISPOSABLE: "DISPOSABLE"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is compared: the outcome, whom it shows in which order with which flags, whom it recommends, why none."""

    outcome: str
    shown: tuple[tuple[str, frozenset[str]], ...] = ()
    recommended: str | None = None
    reason: str | None = None


@dataclass(slots=True)
class Organization:
    """An organization with what it stands for."""

    id: int
    name: str
    country: str
    roles: frozenset[str]
    found: bool
    created: date
    proofs: dict[str, int] = field(default_factory=dict)
    users: list[tuple[str, date | None]] = field(default_factory=list)

    @property
    def latest(self) -> date | None:
        return max((seen for _, seen in self.users if seen), default=None)

    @property
    def reference(self) -> date:
        return max(self.created, self.latest or self.created)

    @property
    def proven(self) -> bool:
        return any(proof <= VERIFIED for proof in self.proofs.values())


class Reference:
    """Answers questions about rows of the public format as of a day."""

    def __init__(self, rows: list[Row], at: datetime) -> None:
        self.today = at.date()
        self.all = {int(str(row["id"])): row for row in rows if row["type"] == "org"}
        self.organizations = {id: self._organization(id, row) for id, row in self.all.items()}
        self.accounts: dict[str, set[int]] = {}
        for row in rows:
            if row["type"] == "domain":
                self._add_domain(
                    self._survivor(int(str(row["org"]))), read_domain(str(row["domain"])), str(row["state"])
                )
            elif row["type"] == "user" and row["status"] == "active":
                self._add_user(int(str(row["org"])), str(row["email"]), row["last_active_day"])
        for organization in self.organizations.values():
            domains = Counter(key.rpartition("@")[2] for key, _ in organization.users)
            for domain, users in domains.items():
                if 2 * users >= len(organization.users):
                    organization.proofs.setdefault(domain, OBSERVED)

    def _organization(self, id: int, row: Row) -> Organization:
        roles = row["roles"]
        assert isinstance(roles, list)
        found = row["status"] == "active" and not row["consumer_pool"]
        created = date(1970, 1, 1) + timedelta(int(str(row["created_day"])))
        return Organization(id, str(row["name"]), str(row["country"]), frozenset(roles), found, created)

    def _survivor(self, id: int) -> Organization:
        while self.all[id]["status"] == "merged":
            id = int(str(self.all[id]["merged_into"]))
        return self.organizations[id]

    def _add_domain(self, organization: Organization, domain: str, state: str) -> None:
        proof = _PROOFS[state]
        organization.proofs[domain] = min(proof, organization.proofs.get(domain, proof))

    def _add_user(self, id: int, email: str, last_active: object) -> None:
        key = read_address(email).key
        seen = None if last_active is None else date(1970, 1, 1) + timedelta(int(str(last_active)))
        survivor = self._survivor(id)
        survivor.users.append((key, seen))
        if self.all[id]["status"] in {"active", "merged"} and not self.all[id]["consumer_pool"] and survivor.found:
            self.accounts.setdefault(key, set()).add(survivor.id)

    def answer(self, query: Query) -> Answer:
        """The answer to a question."""
        try:
            address = read_address(query.email)
        except InvalidAddress:
            return Answer("NONE", reason="INVALID_ADDRESS")
        own = [self.organizations[id] for id in sorted(self.accounts.get(address.key, ()))]
        fitting = [organization for organization in own if query.role in organization.roles]
        if len(fitting) == 1:
            return Answer("EXACT", ((str(fitting[0].id), self._flags(fitting[0])),))
        untagged = self.accounts.get(address.untagged_key or "", set())
        hosts, reason = self._hosts(address.domain)
        tiers = self._tiers(hosts, query)
        named = self._named(query)
        candidates = {*(one.id for one in fitting), *untagged, *tiers, *named}
        ranked = sorted(
            (self._key(self.organizations[id], query, (id in named, one_of(fitting, id), id in untagged), tiers), id)
            for id in candidates
            if self.organizations[id].found and query.role in self.organizations[id].roles
        )
        if not ranked:
            return Answer("NONE", reason="WRONG_TYPE" if len(own) > len(fitting) else reason)
        shown = tuple((str(id), self._flags(self.organizations[id])) for _, id in ranked[:20])
        return Answer("CANDIDATES", shown, self._badge([key for key, _ in ranked], shown[0][0]))

    def _named(self, query: Query) -> set[int]:
        """The organization that the order names for the place."""
        named = query.order.get("previous_org" if query.role == "customer" else "partner_org")
        if not named or int(named) not in self.all or self.all[int(named)]["consumer_pool"]:
            return set()
        return {self._survivor(int(named)).id}

    def _hosts(self, domain: str) -> tuple[tuple[str, ...], str]:
        registrable = suffixes.registrable(domain)
        if not registrable:
            return (), "PUBLIC_SUFFIX"
        hosts = suffixes.chain(domain, registrable)
        kind = mail_domains.kind(hosts, {})
        return (hosts, "NO_MATCH") if kind is MailDomainKind.COMPANY else ((), _REASONS[kind])

    def _tiers(self, hosts: tuple[str, ...], query: Query) -> dict[int, int]:
        """Whom the domain leads to, each with its best tier."""
        tiers: dict[int, int] = {}
        for host in hosts:
            partners = [one for one in self.organizations.values() if one.found and "partner" in one.roles]
            proved_by_partner = any(one.proofs.get(host, OBSERVED) <= VERIFIED for one in partners)
            pools: dict[bool, list[Organization]] = {True: [], False: []}
            for one in self.organizations.values():
                proof = one.proofs.get(host)
                if (
                    not one.found
                    or query.role not in one.roles
                    or proof is None
                    or (host != hosts[0] and proof > VERIFIED)
                ):
                    continue
                observed = proof == OBSERVED and query.role == "customer"
                if not (observed and proved_by_partner):
                    pools[observed].append(one)
            for pool in pools.values():
                for one in self._read(pool, host, query):
                    proof = min(one.proofs[host], PENDING)
                    tier = {CLAIMED: 1, VERIFIED: 2, PENDING: 5}[proof] + (2 if host != hosts[0] else 0)
                    tiers[one.id] = min(tier, tiers.get(one.id, tier))
        return tiers

    def _read(self, pool: list[Organization], host: str, query: Query) -> list[Organization]:
        """The bounded pool: the best by rank, and some of the same name and country."""
        ids = {id: place for place, id in enumerate(self.all)}
        ordered = sorted(pool, key=lambda one: (self._rank(one, one.proofs[host]), ids[one.id]))
        company, country = canonical(query.order.get("company", "")), query.order.get("country")
        named = [one for one in ordered if company and canonical(one.name) == company]
        placed = [one for one in ordered if country and one.country == country]
        return list({one.id: one for one in ordered[:BEST] + named[:ALIKE] + placed[:ALIKE]}.values())

    def _rank(self, one: Organization, proof: int) -> tuple[bool, bool, bool, int, int, int]:
        asleep = self._asleep(one)
        return (
            asleep and not one.proven, proof > VERIFIED, asleep, min(proof, PENDING), self._class(one),
            -self._active(one).bit_length(),
        )  # fmt: skip

    def _key(
        self, one: Organization, query: Query, led: tuple[bool, bool, bool], tiers: dict[int, int]
    ) -> tuple[object, ...]:
        """`led`: whether the order named it, the address belongs to it, the address without its tag does."""
        tier = tiers.get(one.id, 99)
        asleep = self._asleep(one)
        company = canonical(query.order.get("company", ""))
        return (
            *(not way for way in led), asleep and not one.proven, tier > 4, asleep, tier, self._class(one),
            not company or canonical(one.name) != company, one.country != query.order.get("country"),
            (self.today - one.latest).days if one.latest else 10**9, -self._active(one), one.created, one.name,
            str(one.id),
        )  # fmt: skip

    def _badge(self, keys: list[tuple[object, ...]], first: str) -> str | None:
        standing = [(key[0], *key[3:7]) for key in keys[:2]]
        earned = not (standing[0][0] and standing[0][2]) and not standing[0][3]
        return first if earned and (len(standing) == 1 or standing[0] < standing[1]) else None

    def _flags(self, one: Organization) -> frozenset[str]:
        if not self._asleep(one):
            return frozenset()
        return frozenset({"DORMANT"} if one.proven else {"DORMANT", "LIKELY_WRONG"})

    def _asleep(self, one: Organization) -> bool:
        return (self.today - one.reference).days > 365

    def _class(self, one: Organization) -> int:
        days = (self.today - one.reference).days
        return sum(days >= bound for bound in (30, 90, 366))

    def _active(self, one: Organization) -> int:
        return sum(seen is not None and (self.today - seen).days < 30 for _, seen in one.users)


def one_of(organizations: list[Organization], id: int) -> bool:
    """Whether the organization is among them."""
    return any(organization.id == id for organization in organizations)


def answer_of(found: Match) -> Answer:
    """A match of the real finder in the shape that is compared."""
    shown = [found.organization] if found.organization else list(found.candidates)
    badges = [candidate.organization.external_id for candidate in shown if candidate.recommended]
    return Answer(
        outcome=found.outcome.value,
        shown=tuple((one.organization.external_id, frozenset(flag.value for flag in one.flags)) for one in shown),
        recommended=badges[0] if badges else None,
        reason=found.reason.value if found.reason else None,
    )
