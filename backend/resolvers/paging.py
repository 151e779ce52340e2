"""Pages by keyset: a cursor holds the sort key of its row, so that a page costs the same wherever it lies."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from datetime import datetime
from typing import Annotated, Any, TypeVar

import msgspec
from graphql import GraphQLError

DEFAULT = 20
MOST = 100
RowNumber = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
Instant = Annotated[datetime, msgspec.Meta(tz=True)]
T = TypeVar("T")


def write_cursor(*key: Any) -> str:
    """A cursor for a row with this sort key."""
    return urlsafe_b64encode(json.dumps(key, default=str).encode()).decode().rstrip("=")


def read_cursor(cursor: str, kind: type[T]) -> T:
    """The sort key in a cursor. Raises BAD_USER_INPUT for anything else."""
    try:
        return msgspec.json.decode(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)), type=kind)
    except (Error, ValueError, RecursionError):
        raise GraphQLError("This cursor is none of ours.", extensions={"code": "BAD_USER_INPUT"}) from None


def size(first: int | None) -> int:
    """How many rows a page has. Raises BAD_USER_INPUT for a number below 0 or above 100."""
    if first is None:
        return DEFAULT
    if not 0 <= first <= MOST:
        raise GraphQLError("A page has 0 to 100 rows.", extensions={"code": "BAD_USER_INPUT"})
    return first
