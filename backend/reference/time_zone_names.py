"""What else people call a time zone: old names, abbreviations, the names of Windows and of CLDR, its country."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from backend.reference.cities import people_by_time_zone
from backend.reference.countries import search_names

_SEASONS = (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC))
# Whose abbreviations of time zones people use in every language.
_ENGLISH = ("en", "en_GB", "en_AU")
_WORDS = ("long", "short")
_UNIVERSAL = ("UTC", "GMT", "Zulu", "Coordinated Universal Time", "Koordinierte Weltzeit", "Etc/UTC")


@cache
def names_of(zone: str, country: str | None, language: str) -> list[str]:
    """The names by which people look for a time zone of a country, besides its city; UTC has no country."""
    if country is None:
        return list(_UNIVERSAL)
    named = [zone, *_old_names().get(zone, ()), *_windows_names().get(zone, ()), *_said(zone, language)]
    return list(dict.fromkeys([*named, *search_names(country)]))


@cache
def prominence() -> dict[str, int]:
    """The place of each time zone in the order of which is meant: first those for which Windows has a name of a whole
    region, then by the people of their cities.
    """
    regions = {zone for zone, names in _windows_names().items() if any("(" not in name for name in names)}
    people = people_by_time_zone()
    order = sorted(set(people) | regions, key=lambda zone: (zone not in regions, -people[zone], zone))
    return {zone: place for place, zone in enumerate(order, start=1)}


def canonical(name: str) -> str:
    """The name that zone.tab has for a time zone of an old name; every other name as it is."""
    return _links().get(name, name)


def _said(zone: str, language: str) -> Iterator[str]:
    """What CLDR calls it, in the language and in English, and its abbreviations."""
    region = get_global("meta_zones").get(zone) or next(
        (found for old in _old_names().get(zone, ()) if (found := get_global("meta_zones").get(old))), None
    )
    for locale in (language, *_ENGLISH):
        words = Locale.parse(locale).meta_zones.get(region, {})
        yield from (text for length in _WORDS for text in words.get(length, {}).values() if text != "∅∅∅")
    for season in _SEASONS:
        short = season.astimezone(ZoneInfo(zone)).tzname() or ""
        if short.isalpha() and short not in _taken_abbreviations():
            yield short


@cache
def _taken_abbreviations() -> frozenset[str]:
    """Abbreviations that CLDR has for one region: CST is Chicago's and not also Shanghai's."""
    found = (Locale.parse(locale).meta_zones.values() for locale in _ENGLISH)
    return frozenset(short for zones in found for words in zones for short in words.get("short", {}).values())


@cache
def _old_names() -> dict[str, list[str]]:
    """Names that were given up, by the time zone that has another one now."""
    old: dict[str, list[str]] = {}
    for name, zone in _links().items():
        old.setdefault(zone, []).append(name)
    return old


@cache
def _windows_names() -> dict[str, list[str]]:
    """What Windows and Outlook call a time zone, by the name of the IANA database."""
    names: dict[str, list[str]] = {}
    for name, zone in get_global("windows_zone_mapping").items():
        names.setdefault(canonical(zone), []).append(name)
    return names


@cache
def _links() -> dict[str, str]:
    """Old names with the names that stand for them in zone.tab. Links of one listed zone to another are none."""
    database = files("tzdata") / "zoneinfo"
    listed = {line.split("\t")[2] for line in (database / "zone.tab").read_text("utf-8").splitlines() if line[0] != "#"}
    rules = (database / "tzdata.zi").read_text("utf-8").splitlines()
    links = {old: zone for _, zone, old in (line.split() for line in rules if line.startswith("L "))}
    return {old: _followed(zone, links, listed) for old, zone in links.items() if old not in listed}


def _followed(zone: str, links: dict[str, str], listed: set[str]) -> str:
    while zone not in listed and zone in links:
        zone = links[zone]
    return zone
