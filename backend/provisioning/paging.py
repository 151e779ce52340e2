"""Pages by keyset: a cursor holds the sort key of its row, so that a page costs the same wherever it lies."""

import json
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

import msgspec

DEFAULT_PAGE_SIZE = 20
MAX_PAGE_SIZE = 100
RowNumber = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Instant = Annotated[datetime, msgspec.Meta(tz=True)]
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class InvalidPage(ValueError):
    """A page that no list has: its cursor was in no answer of ours, or it is too large."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """Some rows of a list with their cursors, and whether there is more on either side."""

    rows: Sequence[T_co]
    cursors: Sequence[str]
    more: bool
    before: bool


def write_cursor(*key: Any) -> str:
    """A cursor for a row with this sort key."""
    return urlsafe_b64encode(json.dumps(key, default=str).encode()).decode().rstrip("=")


def read_cursor(cursor: str, kind: type[T]) -> T:
    """The sort key in a cursor. Raises InvalidPage for anything else."""
    cursor = unicodedata.normalize("NFKC", cursor).strip()
    try:
        return msgspec.json.decode(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)), type=kind)
    except (Error, ValueError, RecursionError):
        raise InvalidPage("Invalid cursor.") from None


def size(first: int | None) -> int:
    """How many rows a page has. Raises InvalidPage for a number below 0 or above 100."""
    if first is None:
        return DEFAULT_PAGE_SIZE
    if not 0 <= first <= MAX_PAGE_SIZE:
        raise InvalidPage("A page has 0 to 100 rows.")
    return first
