"""The languages of a calling location: of its people and of its announcements."""

from functools import cache
from typing import NamedTuple

from babel import Locale

from backend.reference.collation import collated
from backend.reference.lists import entries


class Language(NamedTuple):
    """A language as it is spoken in a country; `code` looks like `de_DE`."""

    code: str
    name: str


@cache
def languages(language: str) -> list[Language]:
    """All languages in the order of their names, which are given in `language`."""
    named = (Language(code, Locale.parse(code).get_display_name(language) or code) for code in _codes())
    return sorted(named, key=lambda entry: collated(entry.name))


def is_language(code: str) -> bool:
    """Whether this is the code of such a language."""
    return code in _codes()


def _codes() -> frozenset[str]:
    return entries("languages.txt")
