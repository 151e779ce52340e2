"""Global ids of the API, and how they are read again."""

import unicodedata
from base64 import urlsafe_b64decode
from binascii import Error
from functools import lru_cache

import strawberry

from backend.ids import public_id

MAX_LENGTH = 100  # characters; no type has so long a name


class BadId(ValueError):
    """Not an id of ours, or one of another type."""


def global_id(type_name: str, number: int) -> strawberry.ID:
    """The id of a row for the API."""
    return strawberry.ID(public_id(type_name, number))


def read_id(text: str) -> tuple[str, int]:
    """The type's name and the row's number. Raises BadId."""
    normal = unicodedata.normalize("NFKC", text).strip().rstrip("=")
    if len(normal) > MAX_LENGTH:
        raise BadId(text)
    return _read(normal)


@lru_cache(maxsize=8_192)  # only what has the form of an id is kept
def _read(text: str) -> tuple[str, int]:
    try:
        name, _, number = urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)).decode().partition(":")
    except (Error, ValueError):
        raise BadId(text) from None
    if not number.isascii() or not number.isdigit() or len(number) > 18 or global_id(name, int(number)) != text:
        raise BadId(text)
    return name, int(number)


def number_of(type_name: str, text: str) -> int:
    """The number of a row of this type. Raises BadId."""
    name, number = read_id(text)
    if name != type_name:
        raise BadId(text)
    return number


def number_or_none(kind: str, global_id: str | None) -> int | None:
    """The number of an id that may be left out; 0, which is nothing's, for what is no such id."""
    try:
        return number_of(kind, global_id) if global_id is not None else None
    except BadId:
        return 0
