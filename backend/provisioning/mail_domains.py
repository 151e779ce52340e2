"""Corrections of mail domains by support: lists err both ways. Each holds at once on every node, and all are kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from backend import database
from backend.database import Row
from backend.models.organization import MailDomainKind
from backend.provisioning.finder import mail_domains, suffixes
from backend.provisioning.validation import Entries
from backend.refusals import ErrorCode, Refused
from backend.settings import settings
from backend.sql import among, listed

MAX_REASON_LENGTH = 1_000
_SET = """
INSERT INTO mail_domain_override (domain, kind) VALUES ($1, $2) ON CONFLICT (domain) DO UPDATE SET kind = excluded.kind
"""
_DECIDED = """
INSERT INTO mail_domain_decision (domain, kind, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5)
"""


@dataclass(frozen=True, slots=True)
class MailDomain:
    """Whose a mail domain is, and who says so. The decision is the latest correction of just this domain, if any."""

    domain: str
    kind: MailDomainKind
    source: str
    reason: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None


async def read(text: str) -> MailDomain:
    """What a domain is now. Raises Refused for what is no domain."""
    entries = Entries()
    domain = _domain(text, entries)
    entries.check()
    return await _read(domain)


async def decide(text: str, kind: MailDomainKind | None, reason: str, by: str, at: datetime) -> MailDomain:
    """Correct a domain, or take the correction back if `kind` is None: then the lists say what it is again.

    In the caller's transaction. Raises Refused.
    """
    entries = Entries()
    domain = _domain(text, entries)
    why = entries.text(reason, "reason", most=MAX_REASON_LENGTH)
    entries.check()
    if kind is None:
        taken_back = await database.row("DELETE FROM mail_domain_override WHERE domain = $1 RETURNING id", [domain])
        if taken_back is None:
            raise Refused(ErrorCode.INVALID, "This domain was not corrected: it is what the lists say.", ("kind",))
    else:
        await database.execute(_SET, [domain, kind.value])
    await database.execute(_DECIDED, [domain, kind.value if kind else None, why, by, at])
    return await _read(domain)


def _domain(text: str, entries: Entries) -> str:
    """The domain, also of an address; "" if it is missing or wrong."""
    domain = entries.domain(text.rpartition("@")[2], "domain")
    if domain is None and not entries.refusals:
        entries.refuse(ErrorCode.REQUIRED, "Enter a value.", "domain")
    return domain or ""


class _Decision(Row, frozen=True, kw_only=True):
    reason: str | None
    decided_by: str | None
    decided_at: datetime


async def kinds_of(domains: Collection[str]) -> dict[str, MailDomainKind]:
    """What each of these domains is now."""
    chains = {domain: _hosts(domain)[0] for domain in domains}
    overrides = await _overrides(host for hosts in chains.values() for host in hosts)
    return {domain: mail_domains.kind(hosts, overrides) for domain, hosts in chains.items()}


def _hosts(domain: str) -> tuple[tuple[str, ...], str | None]:
    """The hosts about which something may be known, and the registrable domain."""
    registrable = suffixes.registrable(domain, development=settings().development)
    return suffixes.chain(domain, registrable) if registrable else (domain,), registrable


async def _overrides(hosts: Iterable[str]) -> dict[str, MailDomainKind]:
    sql = f"SELECT domain, kind FROM mail_domain_override WHERE domain {among(1, 'text')}"
    return {row["domain"]: MailDomainKind(row["kind"]) for row in await database.rows(sql, [listed(hosts)])}


async def _read(domain: str) -> MailDomain:
    hosts, registrable = _hosts(domain)
    overrides = await _overrides(hosts)
    host, kind = mail_domains.decided(hosts, overrides)
    latest = await database.record(
        _Decision, "SELECT * FROM mail_domain_decision WHERE domain = $1 ORDER BY id DESC LIMIT 1", [host or domain]
    )
    return MailDomain(
        domain=domain,
        kind=kind,
        source=_source(host, registrable, overrides),
        reason=latest.reason if latest else None,
        decided_by=latest.decided_by if latest else None,
        decided_at=latest.decided_at if latest else None,
    )


def _source(host: str | None, registrable: str | None, overrides: dict[str, MailDomainKind]) -> str:
    """Who says so: a correction, the packages that list the domain, our own list, or nobody."""
    if host is None:
        return "not listed" if registrable else "Public Suffix List"
    return f"correction of {host}" if host in overrides else f"{host}: {mail_domains.source(host)}"
