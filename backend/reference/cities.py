"""Cities of more than 100,000 people and the time zones that they are in, found by their names in any language."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from backend.reference.collation import collated

MAX_CITIES = 20


class City(NamedTuple):
    """A city; `time_zone` is a name of the IANA database, `found_by` the one of its names that begins with the text."""

    name: str
    people: int
    time_zone: str
    found_by: str = ""


class _Match(NamedTuple):
    """How well a name fits what was typed; the better one is greater."""

    is_whole: bool
    as_typed: bool
    is_usual: bool
    people: int
    found_by: str


def find_cities(typed: str) -> list[City]:
    """The cities that have a name which begins with the text: first those of exactly this name, then those that are
    written as it was typed, then the biggest. A city of exactly this name is called by it: Mailand, not Milan.
    """
    text = " ".join(typed.split())
    best: dict[int, _Match] = {}
    for number, name in _beginning_with(collated(text)):
        match = _match(text, name, _cities()[number][0])
        best[number] = max(match, best.get(number, match))
    hits = sorted(best.items(), key=lambda hit: hit[1], reverse=True)
    return [_named(_cities()[number][0], match) for number, match in hits[:MAX_CITIES]]


def _beginning_with(key: str) -> Iterator[tuple[int, str]]:
    keys, names = _index()
    for at in range(bisect_left(keys, key), len(keys) if key else 0):
        if not keys[at].startswith(key):
            break
        yield names[at]


def _match(text: str, name: str, city: City) -> _Match:
    as_typed = name.casefold().startswith(text.casefold())
    is_whole = collated(name) == collated(text) and (as_typed or not name.isupper())  # MUN, an airport, is no Mün
    return _Match(is_whole, as_typed, name == city.name, city.people, name)


def _named(city: City, match: _Match) -> City:
    return city._replace(name=match.found_by if match.is_whole else city.name, found_by=match.found_by)


@cache
def people_by_time_zone() -> Counter[str]:
    """How many people live in the cities of each time zone."""
    people: Counter[str] = Counter()
    for city, _ in _cities():
        people[city.time_zone] += city.people
    return people


@cache
def _index() -> tuple[list[str], list[tuple[int, str]]]:
    """Every name of every city in the order of their keys; of one key the bigger city first."""
    entries = sorted(
        (collated(name), number, name)
        for number, (city, others) in enumerate(_cities())
        for name in (city.name, *others)
    )
    return [key for key, _, _ in entries], [(number, name) for _, number, name in entries]


@cache
def _cities() -> list[tuple[City, list[str]]]:
    """All cities, the biggest first, each with its names in other languages."""
    text = (files("backend.reference") / "data" / "cities.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(City(row[0], int(row[1]), row[2]), row[3].split("|") if row[3] else []) for row in rows]
