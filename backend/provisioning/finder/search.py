"""The global search by domain: the same rule, and below it what is only related or merely looks alike."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left, bisect_right
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from backend.provisioning.finder import lookups, suffixes
from backend.provisioning.finder.case import Case, Findings, Reason
from backend.provisioning.finder.counting import eligible, is_shared
from backend.provisioning.finder.deciding import list_hits
from backend.provisioning.finder.look_alikes import look_alikes
from backend.provisioning.finder.matching import (
    Candidate,
    Question,
    asked_hosts,
    candidates_of,
    case_of,
    order_domains,
    reached,
)
from backend.provisioning.finder.normalise import InvalidAddress, mixes_scripts, read_domain_or_address
from backend.provisioning.finder.ranking import OrderKey, Ranked
from backend.provisioning.paging import size
from backend.refusals import ErrorCode, Refused

_DEEP = 500  # organizations of one host, or of all related ones, that a search goes through
_RESEMBLING = 20  # look-alikes that are shown at most
Cursor = tuple[tuple[Any, ...], str]  # the head of the order, and the external id


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page of hits, each with its cursor. `mixed_scripts` warns of a domain that mixes letters of several scripts,
    `suspended` is the name of an organization that proved the domain and can't be chosen.
    """

    based_on: str
    candidates: tuple[Candidate, ...] = ()
    cursors: tuple[str, ...] = ()
    has_next_page: bool = False
    has_previous_page: bool = False
    reason: Reason | None = None
    mixed_scripts: bool = False
    suspended: str | None = None


async def search(
    question: Question, text: str, at: datetime, after: str | None = None, first: int | None = None
) -> Page:
    """List the organizations of a domain, or of an address's domain, best first, 20 a page.

    An address is never looked up as such: a search must not tell who has an account. Free mail, public suffixes and
    what is no domain give an empty page with its reason. Raises Refused for a cursor that is none of ours, and
    InvalidPage for a page that no list has.
    """
    limit = size(first)
    cursor = read_cursor(after) if after else None
    try:
        domain = read_domain_or_address(text)
    except InvalidAddress:
        return Page(based_on=text.strip(), reason=Reason.INVALID_ADDRESS)
    hosts = asked_hosts([domain], question)
    mailbox = await lookups.find_mailbox("", None, hosts, named=question.named, partner=question.partner)
    case = case_of(question, domain, mailbox, based_on=domain, order=order_domains(question))
    reach = case.contact
    page = Page(based_on=domain, mixed_scripts=mixes_scripts(domain))
    if not reach.hosts:
        return replace(page, reason=reach.reason)
    found = await reached(reach, case, _DEEP)
    findings = Findings(named=mailbox.named, hits=found.hits, crowded=found.crowded, mixes_scripts=page.mixed_scripts)
    if not reach.proven_only:
        findings = await _find_related(findings, case, question)
    ranked = list_hits(case, findings, at)
    suspended = next((profile for profile in found.suspended if eligible(profile, case)), None)
    reason = Reason.SUSPENDED if suspended else Reason.SHARED_DOMAIN if is_shared(reach, findings) else reach.reason
    page = replace(page, reason=reason, suspended=suspended.display_name if suspended else None)
    return await _page_of(page, ranked, cursor, limit)


async def _find_related(findings: Findings, case: Case, question: Question) -> Findings:
    """Also the related domains and the look-alikes."""
    domain = case.contact.domain
    registrable = suffixes.registrable(domain, development=question.development) or domain
    resembling = look_alikes(domain, registrable)
    related = await lookups.find_related(registrable, case.types, _DEEP)
    alike = await lookups.find_proven(resembling, case.types, _RESEMBLING)
    unproven = {hit.domain for hit in related if not hit.proof.proven} - {domain}
    return replace(
        findings,
        hits=(*findings.hits, *related, *alike),
        crowded=findings.crowded | await lookups.find_crowded(unproven),
        look_alikes=resembling,
    )


async def _page_of(page: Page, ranked: list[Ranked], after: Cursor | None, first: int) -> Page:
    """The page of the ranked hits that begins behind a cursor."""
    start = _position_after(ranked, after) if after else 0
    shown = ranked[start : start + first]
    return replace(
        page,
        candidates=await candidates_of(shown),
        cursors=tuple(write_cursor(found.key) for found in shown),
        has_next_page=start + len(shown) < len(ranked),
        has_previous_page=start > 0,
        reason=None if ranked else page.reason,
    )


def _position_after(ranked: list[Ranked], cursor: Cursor) -> int:
    """Where the hits go on behind a cursor: if its own is gone, with those that are like it as far as it tells."""
    head, external_id = cursor
    first = bisect_left(ranked, head, key=lambda hit: _public_key(hit.key))
    last = bisect_right(ranked, head, key=lambda hit: _public_key(hit.key))
    alike = [hit.organization.external_id for hit in ranked[first:last]]
    return first + alike.index(external_id) + 1 if external_id in alike else first


def _public_key(key: OrderKey) -> tuple[Any, ...]:
    """The order as far as strangers may know it: exact numbers of users and instants come behind."""
    return key.place[0], *key[:_TOLD]


def write_cursor(key: OrderKey) -> str:
    """The place of a hit as a text: it stays right when other hits come or go."""
    told = json.dumps([*_public_key(key), key.external_id], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> Cursor:
    """The place that a cursor stands for. Raises Refused."""
    try:
        values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != _TYPES:
        raise Refused(ErrorCode.INVALID, "This position is not in the list.", ["after"])
    return tuple(values[:-1]), str(values[-1])


_TOLD = OrderKey._fields.index("fewer_users")
_TYPES = [int, *list(OrderKey.__annotations__.values())[:_TOLD], str]
