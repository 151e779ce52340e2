"""Keeps the finder's index and the figures of organizations right; runs in the transaction of the change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from msgspec import structs

from backend import database
from backend.models.organization import DomainState, FinderSlot, OrganizationStatus
from backend.provisioning.finder import suffixes
from backend.provisioning.finder.case import Profile, Proof
from backend.provisioning.finder.company_names import canonical
from backend.provisioning.finder.profiles import packed_profile, profile_of_organization
from backend.provisioning.finder.ranking import rank
from backend.sql import among, listed, locking_all_but_keys, locks_rows, packed, table

ACTIVE_PERIOD = timedelta(days=30)  # who was seen within it is an active user
_BATCH = 2_000
_PROOF = {
    DomainState.CLAIMED: Proof.CLAIMED,
    DomainState.VERIFIED: Proof.VERIFIED,
    DomainState.PENDING: Proof.PENDING,
}
_ENTRY = (
    "organization_id", "slot", "domain", "proof", "rank", "registrable", "canonical_name", "country", "profile",
)  # fmt: skip
_PRESENCE = ("organization_id", "domain", "canonical_name")
_FIGURES = (
    "id", "canonical_name", "enabled_users", "active_users", "latest_activity_on", "reference_on", "has_proven_domain",
)  # fmt: skip
# What an administrator merely entered speaks for nobody: else whoever wanted would be shown to any company's people.
_COUNTS = (
    "NOT (d.state = 'PENDING' AND EXISTS (SELECT 1 FROM domain_verification v WHERE v.domain_id = d.id AND v.entered))"
)
Row = tuple[Any, ...]


@dataclass(slots=True)
class _Facts:
    """An organization with everything it stands for, as the rows have it."""

    row: dict[str, Any]
    domains: dict[str, Proof] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    active_users: int = 0
    latest_activity_on: date | None = None

    @property
    def enabled_users(self) -> int:
        return sum(self.users.values())

    @property
    def found(self) -> bool:
        """Whether it can be found at all."""
        return self.row["status"] == OrganizationStatus.ACTIVE and not self.row["consumer_pool"]

    @property
    def paused(self) -> bool:
        """Whether it is suspended."""
        return self.row["status"] == OrganizationStatus.SUSPENDED and not self.row["consumer_pool"]

    @property
    def ties(self) -> dict[str, Proof]:
        """Its domains, and those that at least half of its enabled users have."""
        half = self.enabled_users / 2
        observed = {domain: Proof.OBSERVED for domain, users in self.users.items() if users >= half}
        return observed | self.domains


async def refresh(organization_ids: Iterable[int], at: datetime) -> int:
    """Bring the index and the figures of organizations up to date after any change of their rows.

    A merged organization stands for its survivor, which is brought up to date too. Whoever refreshes the same
    organization at the same time waits for the end of this transaction. Returns how many organizations had changed.
    """
    wanted = sorted(set(organization_ids))
    changed = 0
    for start in range(0, len(wanted), _BATCH):
        changed += await _refresh(wanted[start : start + _BATCH], at)
    return changed


async def lock(organization_ids: Iterable[int]) -> None:
    """Let whoever changes the same organizations, or their survivors, wait for the end of this transaction."""
    if locks_rows():
        await _locked(sorted(set(organization_ids)))


async def _locked(ids: list[int]) -> list[dict[str, Any]]:
    """The organizations, or for merged ones their survivors, and the merged ones themselves."""
    listing = among(1)
    return await database.rows(
        "SELECT * FROM organization WHERE id IN"
        f" (SELECT COALESCE(survivor_id, id) FROM organization WHERE id {listing}"
        f" UNION ALL SELECT id FROM organization WHERE id {listing} AND survivor_id IS NOT NULL)"
        f" ORDER BY id{locking_all_but_keys()}",
        [listed(ids)],
    )


async def _refresh(ids: list[int], at: datetime) -> int:
    facts = await _read(ids, at)
    profiles = {key: _profile(found) for key, found in facts.items()}
    figures = {_figures(found, profiles[key]) for key, found in facts.items()}
    entries = {entry for key, found in facts.items() for entry in _entries(found, profiles[key], at)}
    outdated = figures - await _stored("organization", "id", _FIGURES, list(facts))
    if outdated:
        await database.execute(_update_figures(), [packed(_FIGURES, outdated)])
    stored = await _stored("finder_entry", "organization_id", _ENTRY, list(facts))
    gone, new = stored - entries, entries - stored
    if gone:
        await database.execute(_delete("finder_entry", _ENTRY[:3]), [packed(_ENTRY[:3], {row[:3] for row in gone})])
    await database.insert("finder_entry", sorted(new), _ENTRY)
    seen = {row for key, found in facts.items() for row in _presence(found, profiles[key])}
    moved = await _keep_presence(seen, list(facts))
    return len({row[0] for row in outdated | gone | new | moved})


async def _keep_presence(wanted: set[Row], ids: list[int]) -> set[Row]:
    """Let the rows of these organizations be the wanted ones; those that came or went."""
    stored = await _stored("finder_presence", "organization_id", _PRESENCE, ids)
    gone, new = stored - wanted, wanted - stored
    if gone:
        await database.execute(
            _delete("finder_presence", _PRESENCE[:2]), [packed(_PRESENCE[:2], {row[:2] for row in gone})]
        )
    await database.insert("finder_presence", sorted(new), _PRESENCE)
    return gone | new


async def _read(ids: list[int], at: datetime) -> dict[int, _Facts]:
    facts = {row["id"]: _Facts(row) for row in await _locked(ids)}
    listing = among(1)
    values = [listed(facts)]
    members = (
        f"WITH member AS (SELECT id AS survivor, id FROM organization WHERE id {listing} AND survivor_id IS NULL"
        f" UNION ALL SELECT survivor_id, id FROM organization WHERE survivor_id {listing})"
    )
    for row in await database.rows(
        f"{members} SELECT survivor, name, state FROM member m JOIN organization_domain d ON d.organization_id = m.id"
        f" WHERE {_COUNTS}",
        values,
    ):
        domains, proof = facts[row["survivor"]].domains, _PROOF[DomainState(row["state"])]
        domains[row["name"]] = min(proof, domains.get(row["name"], proof))
    for row in await database.rows(
        f"{members} SELECT survivor, domain, count(*) AS users FROM member m"
        " JOIN organization_user u ON u.organization_id = m.id AND u.status = 'ACTIVE' AND NOT u.for_partner"
        " GROUP BY survivor, domain",
        values,
    ):
        facts[row["survivor"]].users[row["domain"]] = row["users"]
    for row in await database.rows(
        f"{members} SELECT survivor, CAST(sum(users) FILTER (WHERE day > $2) AS INTEGER) AS active, max(day) AS latest"
        " FROM member m JOIN organization_activity a ON a.organization_id = m.id AND a.users > 0 GROUP BY survivor",
        [*values, at.date() - ACTIVE_PERIOD],
    ):
        facts[row["survivor"]].active_users = row["active"] or 0
        facts[row["survivor"]].latest_activity_on = database.day(row["latest"])
    return facts


def _profile(facts: _Facts) -> Profile:
    proven = sorted((proof, domain) for domain, proof in facts.domains.items() if proof.proven)
    return structs.replace(
        profile_of_organization(facts.row),
        canonical_name=canonical(facts.row["display_name"]),
        active_users=facts.active_users,
        latest_activity_on=facts.latest_activity_on,
        has_proven_domain=bool(proven),
        domains=tuple((domain, proof) for proof, domain in proven),
    )


def _figures(facts: _Facts, profile: Profile) -> Row:
    latest = profile.latest_activity_on
    return (
        profile.id,
        profile.canonical_name,
        facts.enabled_users,
        profile.active_users,
        latest.isoformat() if latest else None,
        profile.reference_on.isoformat(),
        profile.has_proven_domain,
    )


def _entries(facts: _Facts, profile: Profile, at: datetime) -> Iterable[Row]:
    """The index rows of an organization: none unless it can be found, or is suspended."""
    if not (facts.found or facts.paused):
        return
    packed = packed_profile(profile)
    for domain, proof in facts.ties.items():
        place = rank(profile, proof, at)
        registrable = suffixes.registrable(domain, development=True) or ""
        for slot in _slots(profile, proof) if facts.found else _paused(proof):
            yield (
                profile.id, slot.value, domain, int(proof), place, registrable, profile.canonical_name,
                profile.country, packed,
            )  # fmt: skip


def _paused(proof: Proof) -> Iterable[FinderSlot]:
    if proof.proven:
        yield FinderSlot.PAUSED


def _presence(facts: _Facts, profile: Profile) -> Iterable[Row]:
    """At which domains an organization that can be found has users, however few."""
    if facts.found:
        yield from ((profile.id, domain, profile.canonical_name) for domain in facts.users)


def _slots(profile: Profile, proof: Proof) -> Iterable[FinderSlot]:
    if profile.is_partner:
        yield FinderSlot.PARTNER
    if profile.is_customer:
        yield FinderSlot.OBSERVED if proof is Proof.OBSERVED else FinderSlot.CUSTOMER


async def _stored(table: str, key: str, columns: Sequence[str], ids: list[int]) -> set[Row]:
    """The rows as they are stored, in the shape of the wanted ones."""
    found = await database.rows(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} {among(1)}", [listed(ids)])
    return {tuple(_plain(column, row[column]) for column in columns) for row in found}


def _plain(column: str, value: Any) -> Any:
    if column == "has_proven_domain":
        return bool(value)
    return value.isoformat() if isinstance(value, date) else value


def _update_figures() -> str:
    columns = ", ".join(f"{column} = v.{column}" for column in _FIGURES[1:])
    return f"UPDATE organization SET {columns} FROM {table(_FIGURES, 'organization')} WHERE v.id = organization.id"


def _delete(name: str, key: Sequence[str]) -> str:
    keys = ", ".join(key)
    return f"DELETE FROM {name} WHERE ({keys}) IN (SELECT {keys} FROM {table(key, name)})"
