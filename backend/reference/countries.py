"""The countries and regions of ISO 3166: codes as the time zone database lists them, names as CLDR has them."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from babel import Locale

from backend.reference.collation import collated


class Country(NamedTuple):
    """A country or region; `code` is its two letters of ISO 3166-1."""

    code: str
    name: str


@cache
def countries(language: str) -> list[Country]:
    """All countries and regions, in the order of their names."""
    names = Locale(language).territories
    return sorted((Country(code, names[code]) for code in _codes()), key=lambda country: collated(country.name))


def is_country(code: str) -> bool:
    """Whether this is the code of a country or region, in capital letters."""
    return code in _codes()


@cache
def country_name(code: str, language: str) -> str:
    """What the country is called. Raises KeyError for an unknown code."""
    name: str = Locale(language).territories[code]
    return name


@cache
def _codes() -> frozenset[str]:
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    return frozenset(line.split("\t")[0] for line in table.splitlines() if not line.startswith("#"))
