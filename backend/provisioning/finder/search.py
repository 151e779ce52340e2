"""The global search by domain: the same rule, and below it what is only related or merely looks alike."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from backend.provisioning.finder import lookups, suffixes
from backend.provisioning.finder.look_alikes import look_alikes
from backend.provisioning.finder.matching import Candidate, Question, candidates_of, case_of, hosts_of
from backend.provisioning.finder.normalise import InvalidAddress, mixes_scripts, read_domain_or_address
from backend.provisioning.finder.ranking import SHOWN, Findings, OrderKey, Ranked, Reason, list_hits
from backend.refusals import Refused

_DEEP = 500  # organizations of one host, or of all related ones, that a search goes through
_RESEMBLING = 20  # look-alikes that are shown at most
_LONGEST_PAGE = 100
Cursor = tuple[tuple[Any, ...], str]  # the head of the order, and the external id


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of hits, each with its cursor. `mixed_scripts` warns of a domain that mixes letters of several scripts."""

    based_on: str
    candidates: tuple[Candidate, ...] = ()
    cursors: tuple[str, ...] = ()
    has_next_page: bool = False
    has_previous_page: bool = False
    reason: Reason | None = None
    mixed_scripts: bool = False


async def search(
    question: Question, text: str, at: datetime, after: str | None = None, first: int | None = None
) -> Page:
    """List the organizations of a domain, or of an address's domain, best first, 20 a page.

    An address is never looked up as such: a search must not tell who has an account. Free mail, public suffixes and
    what is no domain give an empty page with its reason. Raises Refused for a cursor that is none of ours.
    """
    cursor = read_cursor(after) if after else None
    try:
        domain = read_domain_or_address(text)
    except InvalidAddress:
        return Page(based_on=text.strip(), reason=Reason.INVALID_ADDRESS)
    hosts = hosts_of(domain, question)
    mailbox = await lookups.find_mailbox("", None, hosts, named=question.named, partner=question.partner)
    case = case_of(question, domain, hosts, mailbox, based_on=domain)
    page = Page(based_on=domain, mixed_scripts=mixes_scripts(domain))
    if not case.hosts:
        return replace(page, reason=case.reason)
    registrable = suffixes.registrable(domain, development=question.development) or domain
    resembling = look_alikes(domain, registrable)
    hits = await lookups.find_by_domain(case.hosts, case.types, case.company, case.country, best=_DEEP)
    related = await lookups.find_related(registrable, case.types, _DEEP)
    alike = await lookups.find_proven(resembling, case.types, _RESEMBLING)
    findings = Findings(
        named=mailbox.named,
        hits=(*hits, *related, *alike),
        look_alikes=resembling,
        mixes_scripts=page.mixed_scripts,
    )
    ranked = list_hits(case, findings, at)
    return await _cut(page, ranked, cursor, min(max(first if first is not None else SHOWN, 0), _LONGEST_PAGE))


async def _cut(page: Page, ranked: list[Ranked], after: Cursor | None, first: int) -> Page:
    """The page of the ranked hits that begins behind a cursor."""
    start = _behind(ranked, after) if after else 0
    shown = ranked[start : start + first]
    return replace(
        page,
        candidates=await candidates_of(shown),
        cursors=tuple(write_cursor(found.key) for found in shown),
        has_next_page=start + len(shown) < len(ranked),
        has_previous_page=start > 0,
        reason=None if ranked else Reason.NO_MATCH,
    )


def _behind(ranked: list[Ranked], cursor: Cursor) -> int:
    """Where the hits go on behind a cursor: if its own is gone, with those that are like it as far as it tells."""
    head, external_id = cursor
    first = bisect_left(ranked, head, key=lambda hit: _head(hit.key))
    last = bisect_right(ranked, head, key=lambda hit: _head(hit.key))
    alike = [hit.organization.external_id for hit in ranked[first:last]]
    return first + alike.index(external_id) + 1 if external_id in alike else first


def _head(key: OrderKey) -> tuple[Any, ...]:
    """The order as far as strangers may know it: exact numbers of users and instants come behind."""
    return key.place[0], *key[:_TOLD]


def write_cursor(key: OrderKey) -> str:
    """The place of a hit as a text: it stays right when other hits come or go."""
    told = json.dumps([*_head(key), key.external_id], separators=(",", ":"))
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> Cursor:
    """The place that a cursor stands for. Raises Refused."""
    try:
        values = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != _TYPES:
        raise Refused("INVALID", "This is not a place in the list.", ["after"])
    return tuple(values[:-1]), str(values[-1])


_TOLD = OrderKey._fields.index("fewer_users")
_TYPES = [int, *list(OrderKey.__annotations__.values())[:_TOLD], str]
