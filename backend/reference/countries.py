"""The countries and regions of ISO 3166, and Kosovo: codes as the time zone database has them, names as CLDR does.

Kosovo has no code in ISO 3166; XK is what CLDR, banks and parcel services agreed on.
"""

import unicodedata
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from babel import Locale
from babel.core import get_global

from backend.reference.collation import collated


class Country(NamedTuple):
    """A country or region; `code` is its two letters of ISO 3166-1, or XK."""

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


def read_country(text: str) -> str | None:
    """The code that a person or system means: `uk`, `GBR` and `826` are GB. None if it is none of ours."""
    if is_country(text):
        return text
    code = unicodedata.normalize("NFKC", text).strip().upper()
    if not is_country(code):
        replaced = get_global("territory_aliases").get(code, ())
        code = replaced[0] if len(replaced) == 1 else _USAGE.get(code, "")
    return code if is_country(code) else None


# Codes in use that CLDR doesn't know as aliases: Greece in the European Union, Kosovo with three letters.
_USAGE = {"EL": "GR", "XKX": "XK"}


@cache
def country_name(code: str, language: str) -> str:
    """What the country is called. Raises KeyError for an unknown code."""
    name: str = Locale(language).territories[code]
    return name


@cache
def search_names(code: str) -> list[str]:
    """Codes and names in several languages by which people look for a country: DE, DEU, Germany, Deutschland."""
    return [code, *_other_codes().get(code, ()), *_names().get(code, ())]


# Kosovo has no code of ISO 3166, so CLDR, the European Union and the post use the one that is free for users.
_KOSOVO = "XK"


@cache
def _codes() -> frozenset[str]:
    table = (files("tzdata") / "zoneinfo" / "iso3166.tab").read_text("utf-8")
    return frozenset(line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")) | {_KOSOVO}


@cache
def _other_codes() -> dict[str, list[str]]:
    """Three letters, and UK, by the code."""
    codes: dict[str, list[str]] = {}
    for other, (code, *further) in get_global("territory_aliases").items():
        if other.isalpha() and not further and code in _codes():
            codes.setdefault(code, []).append(other)
    return codes


@cache
def _names() -> dict[str, list[str]]:
    table = (files("backend.reference") / "data" / "country_names.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {code: names.split("|") for code, names in rows}
