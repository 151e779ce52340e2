"""Names of Webex sites: what is allowed, what is reserved, and what to take instead of one that is gone."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count, islice
from typing import NamedTuple

from backend.reference.lists import entries

LONGEST = 60
_ALLOWED = re.compile(r"(?!.*--)[a-z0-9][a-z0-9-]{0,58}[a-z0-9]")
_ENDINGS = ("meetings", "team", "hq", "online", "group", "global")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "&": " and "})


class SiteName(NamedTuple):
    """A site name in lower case, and the code of what is wrong with it: None, REQUIRED, TOO_LONG, INVALID or
    SITE_NAME_RESERVED.
    """

    name: str
    problem: str | None


def check(typed: str) -> SiteName:
    """Read a site name as a person typed it. Whether somebody has it already, only the database knows."""
    name = typed.strip()
    if not name.isascii():
        return SiteName(name, "INVALID")
    name = name.lower()
    if not name:
        return SiteName(name, "REQUIRED")
    if len(name) > LONGEST:
        return SiteName(name, "TOO_LONG")
    if not _ALLOWED.fullmatch(name):
        return SiteName(name, "INVALID")
    return SiteName(name, "SITE_NAME_RESERVED" if name in entries("reserved_site_names.txt") else None)


def candidates(typed: str, size: int = 12) -> list[str]:
    """Allowed names near the one that was typed, the best first: what to ask the database about."""
    return list(islice(_near(typed), size))


def suggestions(typed: str, taken: Collection[str], size: int = 3) -> list[str]:
    """The best free names near the one that was typed."""
    return list(islice((name for name in _near(typed) if name not in taken), size))


def _near(typed: str) -> Iterator[str]:
    stem = _stem(typed)
    if check(stem).problem is None:
        yield stem
    for ending in _ENDINGS:
        yield _joined(stem, ending)
    for number in count(2):
        yield _joined(stem, str(number))


def _stem(typed: str) -> str:
    """The letters and digits of the name; of an address only the site."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", typed.casefold()).translate(_SPELLED))
    name = plain.partition("://")[2] or plain
    ascii_only = name.partition(".")[0].encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:LONGEST].strip("-") or "site"


def _joined(stem: str, ending: str) -> str:
    return f"{stem[: LONGEST - len(ending) - 1].rstrip('-')}-{ending}"
