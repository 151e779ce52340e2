"""Time zones of the IANA database, named by their city and country in the words of CLDR."""

from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from backend.reference.cities import people_by_time_zone
from backend.reference.collation import collated
from backend.reference.countries import country_name

_UNIVERSAL = "UTC"
# The database lists countries of ISO 3166 only.
_KOSOVO, _TIME_OF_KOSOVO = "XK", "Europe/Belgrade"


class TimeZone(NamedTuple):
    """A time zone: its IANA name, "Berlin, Germany", what it is ahead of UTC now, as `UTC+01:00`, and its country,
    None for UTC.
    """

    name: str
    label: str
    offset: str
    country: str | None


def time_zones(language: str, country: str | None, at: datetime) -> list[TimeZone]:
    """The time zones of a country, the one of most people first; without a country all, from west to east."""
    universal = at.astimezone(UTC)
    quarter = universal.replace(minute=universal.minute // 15 * 15, second=0, microsecond=0)  # none changes in between
    return _time_zones(language, country, quarter)


def is_time_zone(name: str) -> bool:
    """Whether the IANA database knows the name; browsers also give old ones, such as Asia/Calcutta."""
    return name in _known()


@lru_cache(maxsize=2_000)
def time_zone_label(name: str, language: str) -> str:
    """What people call a time zone, such as "Berlin, Germany"; its name if it is none that forms offer."""
    current = get_global("zone_aliases").get(name, name)
    labels = {zone: label for _, zone, label in _labelled(language)}
    return labels.get(name) or labels.get(current) or name


@lru_cache(maxsize=64)
def _time_zones(language: str, country: str | None, at: datetime) -> list[TimeZone]:
    found = [
        (_offset(name, at), TimeZone(name, label, "", code))
        for code, name, label in _labelled(language)
        if country in {None, code} or (country == _KOSOVO and name == _TIME_OF_KOSOVO)
    ]
    if country is None:
        found.append((timedelta(), TimeZone(_UNIVERSAL, _UNIVERSAL, "", None)))
        found.sort(key=lambda pair: (pair[0], collated(pair[1].label)))
    else:
        people = people_by_time_zone()
        found.sort(key=lambda pair: -people[pair[1].name])
    return [zone._replace(offset=_written(offset)) for offset, zone in found]


@cache
def _labelled(language: str) -> list[tuple[str, str, str]]:
    """Country, name and label of every zone, in the database's order."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [(row[0], row[2], _label(_city(row[2], language), country_name(row[0], language))) for row in rows]


def _label(city: str, country: str) -> str:
    return city if city == country else f"{city}, {country}"


def _city(name: str, language: str) -> str:
    """The zone's city; CLDR files some under the name they had before."""
    zones = Locale(language).time_zones
    for known_as in (name, *_former_names().get(name, ())):
        if city := zones.get(known_as, {}).get("city"):
            return str(city)
    return name.rpartition("/")[2].replace("_", " ")


@cache
def _former_names() -> dict[str, list[str]]:
    former: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        former.setdefault(new, []).append(old)
    return former


@cache
def _known() -> frozenset[str]:
    names = (files("tzdata") / "zones").read_text("utf-8").split()
    return frozenset(names) - {"Factory"}


def _offset(name: str, at: datetime) -> timedelta:
    offset = at.astimezone(ZoneInfo(name)).utcoffset()
    return offset or timedelta()


def _written(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
