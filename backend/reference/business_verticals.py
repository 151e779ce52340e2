"""The business verticals that an organization can be in."""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from backend.reference.collation import collated

_LAST = "OTHER"


class BusinessVertical(NamedTuple):
    """An industry; `code` never changes, `name` is what people read."""

    code: str
    name: str


@cache
def business_verticals(language: str) -> list[BusinessVertical]:
    """All business verticals in the order of their names, "Other" at the end."""
    verticals = (BusinessVertical(row["code"], row[language]) for row in _table())
    return sorted(verticals, key=lambda vertical: (vertical.code == _LAST, collated(vertical.name)))


def is_business_vertical(code: str) -> bool:
    """Whether this is the code of a business vertical."""
    return any(row["code"] == code for row in _table())


@cache
def _table() -> list[dict[str, str]]:
    file = files("backend.reference") / "data" / "business_verticals.tsv"
    return list(csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"))
