"""The search of orders: by the beginnings of their words, each viewer by what the order shows to them.

Who does not see an address whole must not learn it by guessing: a former contact finds an order by what its status
page shows; support by a whole address that somebody told them, but not by a part of one; nobody else by the recipients
of its mails.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from backend import database
from backend.models.order import WordKind
from backend.provisioning.access import Actor
from backend.provisioning.order_words import MAX_NAME_LENGTH, parts, typed_address

STATUS_ONLY = {WordKind.NUMBER, WordKind.COMPANY, WordKind.SELLER}  # what a former contact's page shows
MASKED = set(WordKind) - {WordKind.ADDRESS, WordKind.RECIPIENT}  # what support sees
WHOLE = set(WordKind) - {WordKind.RECIPIENT}  # what everybody else sees

RARE = 2_000  # orders that are looked at one by one; where more match, the list is walked in its order instead
_MAX_WORDS = 8
_MAX_TEXT_LENGTH = 500  # characters that count
_LAST = chr(0x10FFFF)
_SITE = ".webex.com"


@dataclass(frozen=True, slots=True)
class _Range:
    """The words from `first` up to `last` that count, which are of one of the kinds."""

    first: str
    last: str
    kinds: str

    @property
    def condition(self) -> str:
        """The condition on words `w`, with places for `first` and `last`."""
        return f"w.kind IN ({self.kinds}) AND w.word >= {{}} AND w.word <= {{}}"


Part = tuple[str, list[Any]]  # a condition on rows `l` of listed orders with `{}` for its values


@dataclass(frozen=True, slots=True)
class Found:
    """What orders must fulfil, beside being visible, to be found by a text: to be among the known ones, unless too many
    have its first word, and further conditions.
    """

    known: list[int] | None
    parts: list[Part]


async def search(actor: Actor, text: str) -> Found:
    """What orders must fulfil to be found by the text."""
    ranges = [_range(word, MASKED if actor.is_support else WHOLE, whole=actor.is_support) for word in _typed(text)]
    if not ranges:
        return Found([], [])
    found = await _in_words(ranges[0], text if len(ranges) == 1 else "")
    return Found(found, [_of_order(one) for one in (ranges if found is None else ranges[1:])])


def status_only(actor: Actor, text: str) -> Part | None:
    """What an order must fulfil to be found by a person who sees only where it stands; None: nobody of that kind."""
    if actor.is_support or not actor.email_key:
        return None
    needed = [_of_order(_range(word, STATUS_ONLY)) for word in _typed(text)] or [("1 = 0", [])]
    return " AND ".join(part for part, _ in needed), [value for _, values in needed for value in values]


def _typed(text: str) -> list[str]:
    """The words that a person typed: addresses as they are, others as they are kept; the longest ones of many."""
    found = []
    for word in text[:_MAX_TEXT_LENGTH].split():
        site = word.lower().removesuffix(_SITE)
        folded = typed_address(word) if "@" in word else "".join(parts(site))[:MAX_NAME_LENGTH]
        if folded and folded not in found:
            found.append(folded)
    return sorted(found, key=len, reverse=True)[:_MAX_WORDS]


def _range(word: str, kinds: Iterable[WordKind], *, whole: bool = False) -> _Range:
    """Everything that begins with the word; of an address, with `whole`, only itself, wherever it stands."""
    if whole and "@" in word:
        return _Range(word, word, f"'{WordKind.ADDRESS}', '{WordKind.RECIPIENT}'")
    return _Range(word, word + _LAST, ", ".join(f"'{kind}'" for kind in sorted(kinds)))


async def _in_words(found: _Range, correlation_id: str) -> list[int] | None:
    """The orders with such a word, or of the request with this id; None: too many to look at one by one."""
    words = f"SELECT w.order_id FROM order_word w WHERE {found.condition}"
    events = "SELECT e.order_id FROM order_event e WHERE e.correlation_id = {}"
    sql = f"SELECT order_id FROM ({words} UNION ALL {events}) f LIMIT {RARE + 1}".format("$1", "$2", "$3")
    rows = await database.rows(sql, [found.first, found.last, typed_address(correlation_id)[:64]])
    return None if len(rows) > RARE else sorted({row["order_id"] for row in rows})


def _of_order(found: _Range) -> Part:
    """That the order at hand has such a word. As a value, so that no plan turns it round and reads all such words."""
    one = f"SELECT 1 FROM order_word w WHERE w.order_id = l.order_id AND {found.condition} LIMIT 1"
    return f"({one}) IS NOT NULL", [found.first, found.last]
