"""Names of Webex sites: what is allowed, what is reserved, and what to take instead of one that is gone."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import count, islice
from typing import NamedTuple

from anyascii import anyascii

from backend.reference.lists import entries
from backend.refusals import ErrorCode

MAX_LENGTH = 60
_ALLOWED = re.compile(r"(?!.*--)[a-z0-9][a-z0-9-]{0,58}[a-z0-9]")
_ENDINGS = ("meetings", "team", "hq", "online", "group", "global")
# Where usage differs from what anyascii knows: it has an ASCII spelling for the letters of every script.
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "&": " and ", "'": "", "’": ""})


class SiteName(NamedTuple):
    """A site name in lower case, and the code of what is wrong with it: None, REQUIRED, TOO_LONG, INVALID or
    SITE_NAME_RESERVED.
    """

    name: str
    problem: ErrorCode | None


def check(typed: str) -> SiteName:
    """Read a site name as a person typed it. Whether somebody has it already, only the database knows."""
    name = unicodedata.normalize("NFKC", typed).strip()
    if not name.isascii():
        return SiteName(name, ErrorCode.INVALID)
    name = name.lower()
    if not name:
        return SiteName(name, ErrorCode.REQUIRED)
    if len(name) > MAX_LENGTH:
        return SiteName(name, ErrorCode.TOO_LONG)
    if not _ALLOWED.fullmatch(name):
        return SiteName(name, ErrorCode.INVALID)
    return SiteName(name, ErrorCode.SITE_NAME_RESERVED if name in entries("reserved_site_names.txt") else None)


def candidates(typed: str, size: int = 12) -> list[str]:
    """Allowed names near the one that was typed, the best first: what to ask the database about."""
    return list(islice(_near(typed), size))


def suggestions(typed: str, taken: Collection[str], size: int = 3) -> list[str]:
    """The best free names near the one that was typed."""
    return list(islice((name for name in _near(typed) if name not in taken), size))


def proposals(names: Collection[str], size: int = 12) -> list[str]:
    """Allowed names made from those of a company, the best first: each by itself, then the first one with an ending."""
    stems = [stem for name in names if (stem := spelled(name)) and check(stem).problem is None]
    further = (near for stem in stems[:1] for near in _near(stem))
    return list(islice(dict.fromkeys([*stems, *islice(further, size)]), size))


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
    name = typed.partition("://")[2] or typed
    return spelled(name.partition(".")[0]) or "site"


def spelled(name: str) -> str:
    """A name of a company as a site may be named, or "": letters a to z, digits and single hyphens."""
    plain = anyascii(unicodedata.normalize("NFC", name).lower().translate(_SPELLED)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:MAX_LENGTH].strip("-")


def _joined(stem: str, ending: str) -> str:
    return f"{stem[: MAX_LENGTH - len(ending) - 1].rstrip('-')}-{ending}"
