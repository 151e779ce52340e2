"""The finder's bounded look-ups: fixed SQL on both databases, a handful of index reads however many rows there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from backend import database
from backend.models.organization import FinderSlot, MailDomainKind, OrganizationType
from backend.provisioning.finder.profiles import profile_of_entry, profile_of_organization
from backend.provisioning.finder.ranking import PROVEN_RANKS, Hit, Profile, Proof
from backend.provisioning.finder.rows import among, listed

BEST = 64  # organizations of a host that are read by rank
ALIKE = 16  # and of those with the order's company name, and with its country
_MAILBOXES = 200  # organizations that one mailbox is looked up in

_COLUMNS = (
    "id",
    "external_id",
    "display_name",
    "canonical_name",
    "is_partner",
    "is_customer",
    "country",
    "business_vertical",
    "created_at",
    "active_users",
    "latest_activity_on",
    "has_proven_domain",
)
_PROFILE = ", ".join(f"o.{column}" for column in _COLUMNS)
_FOUND = "o.status = 'ACTIVE' AND NOT o.consumer_pool"
_SURVIVOR = "JOIN organization o ON o.id = COALESCE(m.survivor_id, m.id)"
_REACHED = "m.status IN ('ACTIVE', 'MERGED') AND NOT m.consumer_pool"
_SLOT = {OrganizationType.PARTNER: FinderSlot.PARTNER, OrganizationType.CUSTOMER: FinderSlot.CUSTOMER}


@dataclass(frozen=True, slots=True)
class Mailbox:
    """What an address itself leads to, whom the order names, and an operator's word on the address's domain."""

    own: tuple[Profile, ...]
    untagged: tuple[Profile, ...]
    named: Profile | None
    partner: Profile | None
    overrides: dict[str, MailDomainKind]


async def find_mailbox(
    key: str, untagged_key: str | None, hosts: Sequence[str], *, named: str | None, partner: str | None
) -> Mailbox:
    """Look up a mailbox, with and without its plus tag, whom the order names for the place, its partner, overrides."""
    wanted = {"own": key, "untagged": untagged_key, "named": named, "partner": partner}
    given = {found_by: value for found_by, value in wanted.items() if value}
    if not given and not hosts:
        return Mailbox((), (), None, None, {})
    found = await database.rows(_mailbox_sql(tuple(given), len(hosts)), [*given.values(), *hosts])
    profiles: dict[str, list[Profile]] = {found_by: [] for found_by in wanted}
    overrides = {}
    for row in found:
        if row["found_by"] == "override":
            overrides[row["external_id"]] = MailDomainKind(row["display_name"])
        else:
            profiles[row["found_by"]].append(profile_of_organization(row))
    named_one, partner_one = (next(iter(profiles[found_by]), None) for found_by in ("named", "partner"))
    return Mailbox(tuple(profiles["own"]), tuple(profiles["untagged"]), named_one, partner_one, overrides)


async def find_by_domain(
    hosts: Sequence[str],
    types: frozenset[OrganizationType],
    company: str | None,
    country: str | None,
    best: int = BEST,
) -> tuple[Hit, ...]:
    """The pool: of each host of a domain the best organizations, and those alike the order's company.

    The first host counts whatever the proof, its parents only where the domain is verified or claimed. Whether a
    partner proved the first host is told by a hit in the slot PARTNER, even if only customers are wanted.
    """
    if not hosts:
        return ()
    slots = tuple(_SLOT[kind] for kind in sorted(types))
    pool = _pool_sql(len(hosts), slots, named=bool(company), placed=bool(country), best=best)
    alike = [value for value in (company, country) if value]
    return _hits(await database.rows(pool, [*hosts, *alike]))


async def find_related(registrable: str, types: frozenset[OrganizationType], limit: int) -> tuple[Hit, ...]:
    """The best organizations of all hosts below a registrable domain, but who merely observes what a partner proved."""
    slots = [_SLOT[kind] for kind in sorted(types)]
    if FinderSlot.CUSTOMER in slots:
        slots.append(FinderSlot.OBSERVED)
    arms = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {_ENTRY} FROM finder_entry WHERE registrable = $1 AND slot = '{slot}'"
        f" ORDER BY rank, organization_id LIMIT {limit}) AS {slot.lower()}"
        for slot in slots
    )
    proved = (
        "(SELECT 1 FROM finder_entry p WHERE p.domain = e.domain AND p.slot = 'PARTNER'"
        f" AND p.rank < {PROVEN_RANKS} LIMIT 1) IS NOT NULL"
    )
    sql = f"SELECT * FROM ({arms}) e WHERE NOT (e.slot = 'OBSERVED' AND {proved})"
    return _hits(await database.rows(sql, [registrable]))


async def find_proven(domains: Iterable[str], types: frozenset[OrganizationType], limit: int) -> tuple[Hit, ...]:
    """Organizations that verified or claimed one of several domains, in the domains' order."""
    slots = ", ".join(f"'{_SLOT[kind]}'" for kind in sorted(types))
    sql = (
        f"SELECT {_ENTRY} FROM finder_entry"
        f" WHERE domain {among(1, 'text')} AND slot IN ({slots}) AND rank < {PROVEN_RANKS}"
        f" ORDER BY domain, slot, rank, organization_id LIMIT {limit}"
    )
    return _hits(await database.rows(sql, [listed(sorted(domains))]))


async def find_namesakes(company: str, country: str) -> tuple[Profile, ...]:
    """Some organizations with this canonical name in this country."""
    sql = f"SELECT {_PROFILE} FROM organization o WHERE canonical_name = $1 AND country = $2 AND {_FOUND} LIMIT {BEST}"
    return tuple(profile_of_organization(row) for row in await database.rows(sql, [company, country]))


async def proven_domains(organization_ids: Iterable[int]) -> dict[int, list[tuple[str, Proof]]]:
    """The verified and claimed domains of organizations that can be found, claimed ones first."""
    sql = (
        f"SELECT DISTINCT organization_id, proof, domain FROM finder_entry WHERE organization_id {among(1, 'bigint')}"
        f" AND slot IN ('PARTNER', 'CUSTOMER') AND proof <= {Proof.VERIFIED} ORDER BY organization_id, proof, domain"
    )
    domains: dict[int, list[tuple[str, Proof]]] = {}
    for row in await database.rows(sql, [listed(organization_ids)]):
        domains.setdefault(row["organization_id"], []).append((row["domain"], Proof(row["proof"])))
    return domains


# What the index holds of an entry, so that nothing but the index is read.
_ENTRY = "organization_id, domain, slot, proof, canonical_name, country, profile"


@lru_cache(maxsize=64)
def _mailbox_sql(wanted: tuple[str, ...], hosts: int) -> str:
    """A union of what is wanted, each by its parameter, and the overrides of the hosts."""
    users = "organization_user u JOIN organization m ON m.id = u.organization_id"
    sources = {"own": users, "untagged": users, "named": "organization m", "partner": "organization m"}
    keys = {"own": "u.status = 'ACTIVE' AND u.email_key", "untagged": "u.status = 'ACTIVE' AND u.email_key"}
    arms = [
        f"SELECT * FROM (SELECT '{found_by}' AS found_by, {_PROFILE} FROM {sources[found_by]} {_SURVIVOR}"
        f" WHERE {keys.get(found_by, 'm.external_id')} = ${place} AND {_REACHED} AND {_FOUND}"
        f" LIMIT {_MAILBOXES}) AS {found_by}_mailbox"
        for place, found_by in enumerate(wanted, start=1)
    ]
    if hosts:
        empty = ", ".join(["NULL"] * (len(_COLUMNS) - 3))
        places = ", ".join(f"${len(wanted) + 1 + place}" for place in range(hosts))
        override = f"SELECT 'override' AS found_by, 0 AS id, domain AS external_id, kind AS display_name, {empty}"
        arms.append(f"{override} FROM mail_domain_override WHERE domain IN ({places})")
    return " UNION ALL ".join(arms)


@lru_cache(maxsize=128)
def _pool_sql(hosts: int, slots: tuple[FinderSlot, ...], *, named: bool, placed: bool, best: int) -> str:
    """A union of bounded index ranges. Parameters: the hosts, then the company and the country if they are used."""
    alike = [column for column, used in (("canonical_name", named), ("country", placed)) if used]
    narrowed = [f" AND {column} = ${hosts + 1 + place}" for place, column in enumerate(alike)]
    arms: list[str] = []

    def read(host: int, slot: FinderSlot, limit: int, condition: str) -> None:
        arms.append(
            f"SELECT * FROM (SELECT {_ENTRY} FROM finder_entry WHERE domain = ${host + 1}"
            f" AND slot = '{slot}'{condition} ORDER BY rank, organization_id LIMIT {limit}) AS arm{len(arms)}"
        )

    proven = f" AND rank < {PROVEN_RANKS}"
    for host in range(hosts):
        observed = (FinderSlot.OBSERVED,) if host == 0 and FinderSlot.CUSTOMER in slots else ()
        condition = proven if host else ""
        for slot in (*slots, *observed):
            read(host, slot, best, condition)
            for narrower in narrowed:
                read(host, slot, ALIKE, condition + narrower)
    if FinderSlot.PARTNER not in slots:
        read(0, FinderSlot.PARTNER, 1, proven)
    return " UNION ALL ".join(arms)


def _hits(rows: Iterable[Mapping[str, Any]]) -> tuple[Hit, ...]:
    """The hits of entries, of which several arms may have brought the same."""
    entries = {(row["organization_id"], row["domain"], row["slot"]): row for row in rows}
    profiles: dict[int, Profile] = {}
    for row in entries.values():
        if row["organization_id"] not in profiles:
            profiles[row["organization_id"]] = profile_of_entry(row)
    return tuple(
        Hit(profiles[organization_id], domain, Proof(row["proof"]), FinderSlot(slot))
        for (organization_id, domain, slot), row in entries.items()
    )
