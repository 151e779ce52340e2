"""Domains of an organization: an administrator adds one, proves it by a TXT record, claims or removes it."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from backend import database
from backend.limits.rates import hit
from backend.models.organization import DomainFinding, DomainState, MailDomainKind, OrganizationEventKind
from backend.models.outbox import MailTopic
from backend.provisioning import history, notices
from backend.provisioning.access import SYSTEM, Actor
from backend.provisioning.domain_messages import record_name
from backend.provisioning.finder import index, lookups, mail_domains, suffixes
from backend.provisioning.finder.normalise import InvalidAddress, read_domain, read_domain_or_address
from backend.provisioning.survivors import all_of
from backend.refusals import ErrorCode, Refused
from backend.settings import settings

if TYPE_CHECKING:
    from backend.txt_records import Answer

PREFIX = "controlhub-domain-verification="
VERIFICATION_PERIOD = timedelta(days=14)
MAX_UNPROVED = 50  # domains of an organization that are not proved yet
MAX_ADDED = 100  # a day, by one organization
MAX_CHECKED = 120  # an hour, for one organization
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
_WAITS = (1, 2, 4, 8, 15, 30, 60, 120, 240, 360)  # minutes between look-ups, the last one for the rest of the time
_MAX_LENGTH = 253
_PROVED = {DomainState.VERIFIED, DomainState.CLAIMED}

_FOUND = f"""
SELECT d.id, d.organization_id, d.name, d.state, v.id AS verification_id, v.token, v.expires_at, v.due_at, v.attempts,
  v.finding, v.added_by
FROM organization_domain d LEFT JOIN domain_verification v ON v.domain_id = d.id
WHERE d.organization_id IN ({all_of("$1")}) AND d.name = $2
ORDER BY CASE d.state WHEN 'CLAIMED' THEN 0 WHEN 'VERIFIED' THEN 1 ELSE 2 END, v.id IS NULL, d.id LIMIT 1
"""
_OTHERS = """
SELECT DISTINCT s.id, s.display_name, d.state FROM organization_domain d
JOIN organization o ON o.id = d.organization_id JOIN organization s ON s.id = COALESCE(o.survivor_id, o.id)
WHERE d.name = $1 AND d.state IN ('VERIFIED', 'CLAIMED') AND s.id <> $2
  AND s.status IN ('ACTIVE', 'SUSPENDED', 'PROVISIONAL') ORDER BY s.id LIMIT 20
"""
_VERIFICATION = """
INSERT INTO domain_verification (domain_id, token, added_by, added_at, expires_at, due_at, attempts, told, entered)
VALUES ($1, $2, $3, $4, $5, $6, 0, '{}', $7) ON CONFLICT (domain_id) DO NOTHING
"""
_LOOKED_UP = """
SELECT v.id, v.attempts, v.expires_at, v.due_at, d.id AS domain_id, d.name, d.state,
  COALESCE(o.survivor_id, o.id) AS organization_id FROM domain_verification v
JOIN organization_domain d ON d.id = v.domain_id JOIN organization o ON o.id = d.organization_id WHERE v.id = $1
"""
_SETTLE = """
UPDATE domain_verification SET attempts = $7, last_checked_at = $1, finding = $2, told = $3, due_at = $4,
  expires_at = $5 WHERE id = $6
"""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record to look up: of which domain, where, and which value it has to have."""

    verification_id: int
    domain: str
    record_name: str
    record_value: str


def record_value(token: str) -> str:
    """What the TXT record has to say."""
    return PREFIX + token


def is_public(name: str) -> bool:
    """Whether a name belongs to the public DNS: an alias into a network of ours is not followed."""
    return suffixes.registrable(name, development=settings().development) is not None


async def add(organization_id: int, text: str, actor: Actor, at: datetime) -> None:
    """Add a domain, still to be proved. One that the organization has already gets its record, and stays as it is."""
    name = await _acceptable(text)
    await index.lock([organization_id])
    found = await _find(organization_id, name)
    if found is not None and (found["verification_id"] or DomainState(found["state"]) in _PROVED):
        return
    if await hit("domains-added", str(organization_id), MAX_ADDED, DAY, at):
        text = "{count} domains were added today. Continue tomorrow."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, ("domain",), values={"count": MAX_ADDED})
    if found is None:
        await _check_number(organization_id)
        created = await database.row(
            "INSERT INTO organization_domain (organization_id, name, typed_name, state, released)"
            " VALUES ($1, $2, $3, 'PENDING', false) RETURNING id",
            [organization_id, name, text.strip()[:_MAX_LENGTH]],
        )
        assert created is not None
        domain_id = created["id"]
    else:
        domain_id = found["id"]
    token = secrets.token_hex(16)
    values = [
        domain_id,
        token,
        actor.name,
        at,
        at + VERIFICATION_PERIOD,
        at + timedelta(minutes=_WAITS[0]),
        found is None,
    ]
    await database.execute(_VERIFICATION, values)
    await history.record_event(organization_id, OrganizationEventKind.DOMAIN_ADDED, actor, at, domain=name)
    await index.refresh([organization_id], at)


async def _acceptable(text: str) -> str:
    """The domain as A-label, if a company can prove it. Raises Refused with what else it is."""
    if not text.strip():
        raise Refused(ErrorCode.REQUIRED, "Enter a domain.", ("domain",))
    try:
        name = read_domain_or_address(text)
    except InvalidAddress:
        raise Refused(ErrorCode.INVALID, "Enter a domain such as example.com.", ("domain",)) from None
    if len(record_name(name)) > _MAX_LENGTH:
        raise Refused(ErrorCode.TOO_LONG, "This domain is too long for a record below it.", ("domain",))
    registrable = suffixes.registrable(name, development=settings().development)
    hosts = suffixes.chain(name, registrable) if registrable else (name,)
    mailbox = await lookups.find_mailbox("", None, hosts, named=None, partner=None)
    if registrable is None and mailbox.overrides.get(name) is not MailDomainKind.COMPANY:
        raise Refused(ErrorCode.NOT_ELIGIBLE, _not_registrable(name), ("domain",), values={"domain": name})
    kind = mail_domains.kind(hosts, mailbox.overrides)
    apex = mail_domains.kind(hosts[:1], mailbox.overrides)
    # A company below a provider's domain proves its own; what is thrown away, nobody needs to prove.
    refused = kind if kind is MailDomainKind.DISPOSABLE else apex
    if refused in _KINDS:
        raise Refused(ErrorCode.NOT_ELIGIBLE, _KINDS[refused], ("domain",), values={"domain": name})
    return name


def _not_registrable(name: str) -> str:
    """Why nobody can have a domain: it is a public suffix, or of examples, or its ending does not exist."""
    if suffixes.unknown_ending(name, development=settings().development) is None:
        return (
            "Anyone can register a domain under {domain}. Enter your company’s own domain. If {domain} itself "
            "belongs to your company, ask support."
        )
    if suffixes.unknown_ending(name, development=True) is None:
        return "{domain} is reserved for examples and tests. Enter a real domain."
    return "The ending of {domain} doesn’t exist. Check the spelling."


async def _check_number(organization_id: int) -> None:
    row = await database.row(
        f"SELECT count(*) AS pending FROM organization_domain WHERE state = 'PENDING'"
        f" AND organization_id IN ({all_of('$1')})",
        [organization_id],
    )
    if row is not None and row["pending"] >= MAX_UNPROVED:
        text = "{count} domains are waiting to be verified. Verify or remove some of them first."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, ("domain",), values={"count": MAX_UNPROVED})


async def _find(organization_id: int, name: str) -> dict[str, Any] | None:
    return await database.row(_FOUND, [organization_id, name])


async def _own_domain(organization_id: int, text: str) -> dict[str, Any]:
    """The organization's row of a domain. Raises Refused."""
    try:
        name = read_domain(text.strip())
    except InvalidAddress:
        name = ""
    found = await _find(organization_id, name) if name else None
    if found is None:
        raise Refused(ErrorCode.INVALID, "This domain does not belong to the organization.", ("domain",))
    return found


async def lookup_now(organization_id: int, text: str, actor: Actor, at: datetime) -> Lookup | None:
    """The record to look up now; None: the domain is proved already."""
    found = await _own_domain(organization_id, text)
    if DomainState(found["state"]) in _PROVED and found["finding"] != DomainFinding.VERIFIED_ELSEWHERE:
        return None
    if await hit("domains-checked", str(organization_id), MAX_CHECKED, HOUR, at):
        text = "The domains were checked {count} times in an hour. Try again later; we keep checking automatically."
        raise Refused(ErrorCode.TOO_MANY_ATTEMPTS, text, ("domain",), values={"count": MAX_CHECKED})
    if found["verification_id"] is None:
        await add(organization_id, found["name"], actor, at)
        found = await _own_domain(organization_id, text)
    return _lookup(found)


def _lookup(row: dict[str, Any]) -> Lookup:
    return Lookup(row["verification_id"], row["name"], record_name(row["name"]), record_value(row["token"]))


async def due_lookup(verification_id: int) -> Lookup | None:
    """The record that the worker looks up; None: the domain is proved, or nobody's any more."""
    row = await database.row(
        "SELECT v.id AS verification_id, v.token, d.name FROM domain_verification v"
        " JOIN organization_domain d ON d.id = v.domain_id WHERE v.id = $1 AND d.state = 'PENDING'",
        [verification_id],
    )
    return _lookup(row) if row else None


async def record_result(wanted: Lookup, answer: "Answer", actor: Actor, at: datetime, random: Random) -> None:
    """Write what a look-up came to: found, the domain is verified, in the finder at once; else it is tried again."""
    if (before := await database.row(_LOOKED_UP, [wanted.verification_id])) is not None:
        await index.lock([before["organization_id"]])
    row = await database.row(_LOOKED_UP, [wanted.verification_id])
    if row is None:
        return  # it was removed while it was looked up
    if answer.finding is DomainFinding.FOUND:
        await _verify(row, answer, actor, at)
    elif DomainState(row["state"]) not in _PROVED:
        await _schedule_retry(row, answer, actor, at, random)


async def _schedule_retry(row: dict[str, Any], answer: "Answer", actor: Actor, at: datetime, random: Random) -> None:
    """Note why it is not found and when it is looked up next; a person who asks after two weeks begins them anew."""
    anew = actor is not SYSTEM and row["due_at"] is None
    attempts, expires = (
        (0, at + VERIFICATION_PERIOD) if anew else (row["attempts"] + 1, database.instant(row["expires_at"]))
    )
    # Who asks in between changes nothing about when it is looked up by itself.
    regular = anew or actor is SYSTEM
    next_at = next_check(attempts, expires, at, random) if regular else database.instant(row["due_at"])
    details = json.dumps(answer.details, ensure_ascii=False)
    await database.execute(_SETTLE, [at, answer.finding.value, details, next_at, expires, row["id"], attempts])
    if next_at is None:
        await history.record_event(
            row["organization_id"], OrganizationEventKind.DOMAIN_NOT_VERIFIED, actor, at, domain=row["name"]
        )
        key = f"domain:{row['id']}:{expires:%Y%m%d}"
        await notices.mail_administrators(
            row["organization_id"], MailTopic.DOMAIN_NOT_VERIFIED, key, at, domain=row["name"]
        )


def next_check(attempts: int, expires: datetime, at: datetime, random: Random) -> datetime | None:
    """When to look again after `attempts` look-ups: soon at first, later every six hours; None: no more."""
    if at >= expires:
        return None
    wait = timedelta(minutes=_WAITS[min(attempts, len(_WAITS) - 1)])
    return min(at + wait * (0.8 + 0.4 * random.random()), expires)


async def _verify(row: dict[str, Any], answer: "Answer", actor: Actor, at: datetime) -> None:
    organization_id, name = row["organization_id"], row["name"]
    others = await _other_owners(name, organization_id)
    finding = DomainFinding.VERIFIED_ELSEWHERE if others else DomainFinding.FOUND
    details = dict(answer.details) | ({"others": [other["display_name"] for other in others[:3]]} if others else {})
    values = [
        at,
        finding.value,
        json.dumps(details, ensure_ascii=False),
        None,
        row["expires_at"],
        row["id"],
        row["attempts"] + 1,
    ]
    await database.execute(_SETTLE, values)
    if DomainState(row["state"]) in _PROVED:
        return
    await database.execute("UPDATE organization_domain SET state = 'VERIFIED' WHERE id = $1", [row["domain_id"]])
    await history.record_event(organization_id, OrganizationEventKind.DOMAIN_VERIFIED, actor, at, domain=name)
    await index.refresh([organization_id], at)
    key = f"domain:{row['id']}"
    await notices.mail_administrators(
        organization_id, MailTopic.DOMAIN_VERIFIED, key, at, but=actor.email_key, domain=name
    )
    for other in others:
        await notices.mail_administrators(other["id"], MailTopic.DOMAIN_VERIFIED_BY_OTHERS, key, at, domain=name)


async def _other_owners(name: str, organization_id: int) -> list[dict[str, Any]]:
    """The other organizations that proved a domain."""
    return await database.rows(_OTHERS, [name, organization_id])


async def claim(organization_id: int, text: str, actor: Actor, at: datetime) -> None:
    """Claim a verified domain for this organization alone, while nobody else has proved it."""
    await index.lock([organization_id])
    found = await _own_domain(organization_id, text)
    state = DomainState(found["state"])
    if state is DomainState.CLAIMED:
        return
    if state is DomainState.PENDING:
        text = "Verify {domain} before you claim it."
        raise Refused(ErrorCode.STEP_NOT_ALLOWED, text, ("domain",), values={"domain": found["name"]})
    if others := await _other_owners(found["name"], organization_id):
        text = (
            "{organizations} has verified {domain} too. Ask its administrators to remove the domain there, or support"
            " to merge the organizations. Then you can claim it."
        )
        names = ", ".join(other["display_name"] for other in others[:3])
        values: dict[str, object] = {"organizations": names, "domain": found["name"]}
        raise Refused(ErrorCode.NOT_ELIGIBLE, text, ("domain",), values=values)
    await database.execute(
        "UPDATE organization_domain SET state = 'CLAIMED', released = false WHERE id = $1", [found["id"]]
    )
    await history.record_event(organization_id, OrganizationEventKind.DOMAIN_CLAIMED, actor, at, domain=found["name"])
    await index.refresh([organization_id], at)


async def remove(organization_id: int, text: str, actor: Actor, at: datetime) -> None:
    """Take a domain away from the organization; whoever knew it by that no longer finds it."""
    await index.lock([organization_id])
    found = await _own_domain(organization_id, text)
    rows = f"name = $2 AND organization_id IN ({all_of('$1')})"
    values = [organization_id, found["name"]]
    of_them = f"domain_id IN (SELECT id FROM organization_domain WHERE {rows})"
    await database.execute(f"DELETE FROM domain_verification WHERE {of_them}", values)
    await database.execute(f"DELETE FROM organization_domain WHERE {rows}", values)
    await history.record_event(
        organization_id, OrganizationEventKind.DOMAIN_REMOVED, actor, at, domain=found["name"], state=found["state"]
    )
    await index.refresh([organization_id], at)
    if DomainState(found["state"]) in _PROVED:
        await notices.mail_administrators(
            organization_id,
            MailTopic.DOMAIN_REMOVED,
            f"domain:{found['id']}:removed",
            at,
            but=actor.email_key,
            domain=found["name"],
            actor=actor.name,
        )


_KINDS = {
    MailDomainKind.FREE_MAIL: ("{domain} belongs to a public email provider. Enter your company’s domain."),
    MailDomainKind.SHARED: "{domain} is shared by many companies. Enter your own domain.",
    MailDomainKind.DISPOSABLE: "{domain} is for disposable mailboxes. Enter your company’s domain.",
}
