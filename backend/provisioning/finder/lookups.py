"""The finder's bounded look-ups: fixed SQL on both databases, a handful of index reads however many rows there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from backend import database
from backend.models.organization import FinderSlot, MailDomainKind, OrganizationType
from backend.provisioning.finder.case import Hit, Profile, Proof
from backend.provisioning.finder.profiles import MAX_DOMAINS, profile_of_entry, profile_of_organization
from backend.provisioning.finder.ranking import PROVEN_RANKS
from backend.sql import among, json_list, json_pair, listed, per_database

MAX_BY_RANK = 64  # organizations of a host that are read by rank
MAX_ALIKE = 16  # and of those with the order's company name, and with its country
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
_TOLD_OF = "o.status IN ('ACTIVE', 'SUSPENDED') AND NOT o.consumer_pool"
_LOOKED_AT = 100  # related domains of a search whose users are counted
_CROWD = 4  # names of organizations at a domain that nobody proved, from which on it is nobody's
_SURVIVOR = "JOIN organization o ON o.id = COALESCE(m.survivor_id, m.id)"
_REACHED = "m.status IN ('ACTIVE', 'SUSPENDED', 'MERGED') AND NOT m.consumer_pool"
_SLOT = {OrganizationType.PARTNER: FinderSlot.PARTNER, OrganizationType.CUSTOMER: FinderSlot.CUSTOMER}


class Mailbox(msgspec.Struct, frozen=True):
    """What an address itself leads to, whom the order names, and what support said of domains.

    `remembered` is the partner of the last order that the mailbox has been the contact of and that was mapped;
    `administered` are customers of whom this is a partner's person; `suspended` would have been among the others.
    """

    own: tuple[Profile, ...] = ()
    untagged: tuple[Profile, ...] = ()
    named: Profile | None = None
    partner: Profile | None = None
    namesakes: tuple[Profile, ...] = ()
    remembered: Profile | None = None
    administered: tuple[Profile, ...] = ()
    suspended: tuple[Profile, ...] = ()
    overrides: Mapping[str, MailDomainKind] = msgspec.field(default_factory=dict)


class Found(msgspec.Struct, frozen=True):
    """What a domain leads to. `crowded`: its users are of organizations of four or more names."""

    hits: tuple[Hit, ...] = ()
    crowded: frozenset[str] = frozenset()
    suspended: tuple[Profile, ...] = ()


async def find_mailbox(
    key: str,
    untagged_key: str | None,
    hosts: Sequence[str],
    *,
    named: str | None,
    partner: str | None,
    namesake: tuple[str, str] | None = None,
    administers: bool = False,
    remembers: bool = False,
) -> Mailbox:
    """Look up a mailbox, with and without its plus tag, whom the order names for the place, its partner, overrides.

    `namesake` is the order's company and country; `administers`: also for which customers the mailbox is a partner's;
    `remembers`: also whom it chose as its partner last.
    """
    values: dict[str, tuple[str | None, ...]] = {
        "own": (key,),
        "untagged": (untagged_key,),
        "named": (named,),
        "partner": (partner,),
        "namesake": namesake or (None,),
        "administered": (key if administers else None,),
        "remembered": (key if remembers else None,),
    }
    given = {found_by: value for found_by, value in values.items() if value[0]}
    if not given and not hosts:
        return Mailbox()
    parameters = [parameter for value in given.values() for parameter in value]
    sql = _mailbox_sql(tuple(given), len(hosts))
    rows = await database.rows(sql, [*parameters, *hosts])
    found: dict[str, dict[int, Profile]] = defaultdict(dict)
    overrides = {}
    for row in rows:
        if row["found_by"] == "override":
            overrides[row["external_id"]] = MailDomainKind(row["display_name"])
            continue
        found_by = "administered" if row["for_partner"] else row["found_by"]
        if row["status"] == "SUSPENDED":
            found_by = "suspended"
        found[found_by].setdefault(row["id"], profile_of_organization(row))
    lists = {found_by: tuple(profiles.values()) for found_by, profiles in found.items()}
    return Mailbox(
        own=lists.get("own", ()),
        untagged=lists.get("untagged", ()),
        named=next(iter(lists.get("named", ())), None),
        partner=next(iter(lists.get("partner", ())), None),
        namesakes=lists.get("namesake", ()),
        remembered=next(iter(lists.get("remembered", ())), None),
        administered=lists.get("administered", ()) if administers else (),
        suspended=lists.get("suspended", ()),
        overrides=overrides,
    )


async def find_by_domain(
    hosts: Sequence[str],
    types: frozenset[OrganizationType],
    company: str | None,
    country: str | None,
    best: int = MAX_BY_RANK,
    *,
    proven_only: bool = False,
) -> Found:
    """The pool: of each host of a domain the best organizations, and those alike the order's company.

    The first host counts whatever the proof, its parents only where the domain is verified or claimed. Whether anybody
    proved the first host is told by a hit, even if only organizations of the other type are wanted.
    """
    if not hosts:
        return Found()
    slots = tuple(_SLOT[kind] for kind in sorted(types))
    pool = _pool_sql(len(hosts), slots, named=bool(company), placed=bool(country), best=best, proven_only=proven_only)
    alike = [value for value in (company, country) if value]
    rows = await database.rows(pool, [*hosts, *alike])
    if not rows:
        return Found()
    paused = [row for row in rows if row["slot"] == FinderSlot.PAUSED]
    return Found(
        hits=_hits(row for row in rows if row["slot"] not in {_CROWDED, FinderSlot.PAUSED}),
        crowded=frozenset(row["domain"] for row in rows if row["slot"] == _CROWDED),
        suspended=tuple({row["organization_id"]: profile_of_entry(row) for row in paused}.values()),
    )


async def find_crowded(domains: Iterable[str]) -> frozenset[str]:
    """Which of these domains users of organizations of four or more names have: a few index reads for each.

    Of very many domains only the first are looked at; the others are taken for crowded.
    """
    known = sorted(set(domains))
    asked = known[:_LOOKED_AT]
    if not asked:
        return frozenset()
    crowded = (
        f"SELECT ${place} AS domain WHERE ({_last_of_crowd(place)}) IS NOT NULL" for place, _ in enumerate(asked, 1)
    )
    rows = await database.rows(" UNION ALL ".join(crowded), asked)
    return frozenset([*(row["domain"] for row in rows), *known[_LOOKED_AT:]])


async def prove_any(organization_ids: Iterable[int], hosts: Sequence[str]) -> frozenset[int]:
    """Which of these organizations verified or claimed one of these hosts."""
    sql = (
        f"SELECT organization_id FROM finder_entry WHERE organization_id {among(1)} AND slot IN ('PARTNER', 'CUSTOMER')"
        f" AND domain {among(2, 'text')} AND rank < {PROVEN_RANKS}"
    )
    rows = await database.rows(sql, [listed(organization_ids), listed(hosts)])
    return frozenset(row["organization_id"] for row in rows)


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


async def find_namesakes(companies: Sequence[str], country: str) -> tuple[Profile, ...]:
    """Some organizations with one of these canonical names in this country: one index read for each name."""
    if not companies:
        return ()
    sql = (
        f"SELECT {_PROFILE} FROM organization o WHERE canonical_name {among(1, 'text')} AND country = $2 AND {_FOUND}"
        f" LIMIT {MAX_BY_RANK}"
    )
    return tuple(profile_of_organization(row) for row in await database.rows(sql, [listed(companies), country]))


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


def _domains_sql() -> str:
    """The proven domains of an organization as JSON, in no order; one more than are kept tells that there are more."""
    proven = (
        "SELECT DISTINCT domain, proof FROM finder_entry WHERE organization_id = o.id"
        f" AND slot IN ('PARTNER', 'CUSTOMER') AND proof <= {Proof.VERIFIED} LIMIT {MAX_DOMAINS + 1}"
    )
    pairs = json_list(json_pair("domain", "proof"), f"({proven}) d")
    return f"CASE WHEN o.has_proven_domain THEN CAST({pairs} AS TEXT) ELSE '[]' END AS domains"


@per_database
def _mailbox_sql(wanted: tuple[str, ...], hosts: int) -> str:
    """A union of what is wanted, each by its parameters, and the overrides of the hosts."""
    arms, place = [], 1
    for found_by in wanted:
        source, condition, parameters, limit = _ARMS[found_by]
        places = [f"${place + number}" for number in range(parameters)]
        place += parameters
        for_partner = "u.for_partner" if found_by == "own" else "false"
        selected = (
            f"'{found_by}' AS found_by, {_PROFILE}, o.status AS status, {for_partner} AS for_partner, {_domains_sql()}"
        )
        where = condition.format(*places)
        arms.append(
            f"SELECT * FROM (SELECT {selected} FROM {source} WHERE {where} LIMIT {limit}) AS {found_by}_mailbox"
        )
    if hosts:
        empty = ", ".join(["NULL"] * (len(_COLUMNS) - 3))
        places = [f"${place + number}" for number in range(hosts)]
        override = f"SELECT 'override' AS found_by, 0 AS id, domain AS external_id, kind AS display_name, {empty}"
        arms.append(f"{override}, '', false, NULL FROM mail_domain_override WHERE domain IN ({', '.join(places)})")
    return " UNION ALL ".join(arms)


_OF_USERS = f"organization_user u JOIN organization m ON m.id = u.organization_id {_SURVIVOR}"
_OF_ORDERS = f"JOIN organization m ON m.id = r.customer_organization_id {_SURVIVOR}"
_OF_DIRECTORY = f"organization m {_SURVIVOR}"
# The newest orders of a contact, read by an index however many there are; of a mapping that was undone nothing is left.
_LAST_ORDER = """
SELECT x.id FROM (SELECT order_id, placed_at FROM listed_order WHERE viewer = 'contact:' || CAST({} AS VARCHAR)
  ORDER BY placed_at DESC, order_id DESC LIMIT 50) l
JOIN orders x ON x.id = l.order_id AND NOT x.test
WHERE x.mapped_at IS NOT NULL AND x.partner_organization_id IS NOT NULL
ORDER BY l.placed_at DESC, l.order_id DESC LIMIT 1
"""
# How each is found: from where, under which condition, by how many parameters, how many at most.
_ARMS: Mapping[str, tuple[str, str, int, int]] = {
    "own": (_OF_USERS, f"u.status = 'ACTIVE' AND u.email_key = {{}} AND {_REACHED} AND {_TOLD_OF}", 1, _MAILBOXES),
    "untagged": (
        _OF_USERS,
        f"u.status = 'ACTIVE' AND NOT u.for_partner AND u.email_key = {{}} AND {_REACHED} AND {_FOUND}",
        1,
        _MAILBOXES,
    ),
    "named": (_OF_DIRECTORY, f"m.external_id = {{}} AND {_REACHED} AND {_TOLD_OF}", 1, 1),
    "partner": (_OF_DIRECTORY, f"m.external_id = {{}} AND {_REACHED} AND {_FOUND}", 1, 1),
    "namesake": (
        "organization o",
        f"o.canonical_name = {{}} AND o.country = {{}} AND {_FOUND} ORDER BY o.id",
        2,
        MAX_BY_RANK,
    ),
    "administered": (
        f"provisioning_administrator a JOIN orders r ON r.id = a.order_id {_OF_ORDERS}",
        f"a.email_key = {{}} AND {_FOUND}",
        1,
        _MAILBOXES,
    ),
    "remembered": (
        f"orders r JOIN organization m ON m.id = r.partner_organization_id {_SURVIVOR}",
        f"r.id = ({_LAST_ORDER}) AND {_REACHED} AND {_FOUND}",
        1,
        1,
    ),
}


@lru_cache(maxsize=128)
def _pool_sql(
    hosts: int, slots: tuple[FinderSlot, ...], *, named: bool, placed: bool, best: int, proven_only: bool
) -> str:
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
        nearest = host == 0 and not proven_only
        observed = (FinderSlot.OBSERVED,) if nearest and FinderSlot.CUSTOMER in slots else ()
        condition = "" if nearest else proven
        for slot in (*slots, *observed):
            read(host, slot, best, condition)
            for narrower in narrowed:
                read(host, slot, MAX_ALIKE, condition + narrower)
    if proven_only:
        return " UNION ALL ".join(arms)
    for other in (FinderSlot.PARTNER, FinderSlot.CUSTOMER):
        if other not in slots:
            read(0, other, 1, proven)
    places = ", ".join(f"${host + 1}" for host in range(hosts))
    arms.append(
        f"SELECT * FROM (SELECT {_ENTRY} FROM finder_entry WHERE domain IN ({places})"
        f" AND slot = '{FinderSlot.PAUSED}' LIMIT {_CROWD}) AS paused"
    )
    arms.append(f"SELECT 0, $1, '{_CROWDED}', 0, '', '', '' WHERE ({_last_of_crowd(1)}) IS NOT NULL")
    return " UNION ALL ".join(arms)


_CROWDED = "CROWDED"  # beside the slots


def _last_of_crowd(place: int) -> str:
    """The name that makes the domain of a parameter crowded, or NULL: from each name one step into the index to the
    next, however many organizations have the same one.
    """
    first = f"SELECT min(canonical_name) FROM finder_presence WHERE domain = ${place}"
    name = first
    for _ in range(_CROWD - 1):
        name = f"{first} AND canonical_name > ({name})"
    return name


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
