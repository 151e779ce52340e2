"""The regions of a country, such as its states, under every name that people write.

Which regions an address form offers, and how they are written in mail, comes from Google's address data. ISO 3166-2
adds the regions that are younger, and codes, local, English and former names to read them by.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import msgspec

from backend.reference.collation import collated
from backend.reference.lists import rows

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a"})
# What kind of region it is: people write it or leave it out.
_KINDS = re.compile(
    r"\b(the|of|de|del|da|do|la|province|provincia|provincie|region|región|regione|state|estado|department|departamento"
    r"|district|distrito|county|contae|co|prefecture|governorate|parish|city|municipality|metropolitan|special|shi|sheng"
    r"|do|si|gwangyeoksi|teukbyeolsi|teukbyeoljachido|teukbyeoljachisi|self|governing|autonomous|republic|respublika"
    r"|oblast|oblast'|oblasty|область|обл|край|kraj|krai|республика|islands?|islas|to|fu|ken|il|ili|tinh|thanh pho"
    r")\b\.?"
    r"|(?<=.)[省市都府県縣도시]$|특별시$|광역시$|특별자치[도시]$|[壮回]族自治区$|维吾尔自治区$|自治区$|特别行政区$"
)
_SHARED_BY_TYPE = 0.1  # of Google's regions that have a type before others of that type are regions too


class _Subdivision(msgspec.Struct, rename={"other_names": "localOtherName"}):
    name: str
    type: str | None
    other_names: str | None

    def names(self) -> Iterator[str]:
        """The name, then local, English and former ones; of `Alacant [Alicante]` both."""
        yield from (part.strip() for part in re.split(r"[\[\]/]", self.name.replace("*", "")))
        for name in (self.other_names or "").split("), "):
            yield name.partition(" (")[0]


@dataclass(slots=True)
class Region:
    """A region: `value` is what mail needs and what is stored, `label` what people choose by.

    `codes` and names among them mean no other region, whatever others are called; `kind` is such as County.
    """

    value: str
    label: str
    codes: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    kind: str = ""

    def short_names(self) -> Iterator[str]:
        """The names without the kind of the region: Dublin for County Dublin."""
        yield from (_short(name) for name in self.names)

    def full_names(self) -> Iterator[str]:
        """The name with the kind of the region: County Cork, Cork County."""
        short = _short(self.label)
        if self.kind and short and _is_latin(short):
            yield from (f"{self.kind} {short}", f"{short} {self.kind}")


@dataclass(frozen=True, slots=True)
class Regions:
    """The regions of a country, in the order of their labels."""

    offered: list[Region]
    _by_name: dict[str, str]

    def read(self, text: str) -> str | None:
        """The value of the region that a person means; None if it is none of these."""
        return self._by_name.get(name_key(text)) or self._by_name.get(_core(text))

    def search_names(self, region: Region) -> list[str]:
        """Codes and names, beside its label, that mean this region and no other."""
        found = {name_key(region.label): ""}
        for name in (*region.codes, *region.names, *region.short_names(), *region.full_names()):
            if self.read(name) == region.value:
                found.setdefault(name_key(name), name)
        return list(found.values())[1:]


@cache
def regions(country: str, google: tuple[tuple[str, str], ...]) -> Regions:
    """The regions of a country; `google` are the lists of Google's data about it, as pairs."""
    data = dict(google)
    found = _of_google(data)
    if found:
        _add_iso(country, found)
    for value, name, renamed in rows("region_names.tsv", country):
        region = next(region for region in found if value in region.names)
        region.codes.append(name)
        if renamed:
            region.value = region.label = name
    offered = sorted(found, key=lambda region: collated(region.label))
    return Regions(offered, _index(country, found))


def _of_google(data: dict[str, str]) -> list[Region]:
    keys = _split(data, "sub_keys")
    values = _split(data, "sub_lnames") or keys
    names = _split(data, "sub_names") or keys
    labels = values if values != keys else names
    codes = _split(data, "sub_isoids") or [""] * len(keys)
    return [
        Region(value, label if _is_latin(label) else value, [code] if code else [], [value, label, key, name])
        for key, value, label, name, code in zip(keys, values, labels, names, codes, strict=True)
    ]


def _add_iso(country: str, found: list[Region]) -> None:
    """Give each region its names of ISO 3166-2, and add the regions that Google's data do not have yet."""
    left = dict(_subdivisions().get(country, {}))
    kinds: Counter[str | None] = Counter()
    matched = 0
    for region in found:
        code = _code_of(country, region, left)
        if code:
            subdivision = left.pop(code)
            region.codes.append(code.partition("-")[2])
            region.names += subdivision.names()
            region.kind = subdivision.type or ""
            kinds[subdivision.type] += 1
            matched += 1
    if matched < 0.9 * len(found):  # Google's are of another kind: islands instead of districts
        return
    for code, subdivision in left.items():
        if kinds[subdivision.type] >= _SHARED_BY_TYPE * len(found):
            name, *others = subdivision.names()
            found.append(Region(name, name, [code.partition("-")[2]], [name, *others], subdivision.type or ""))


def _code_of(country: str, region: Region, left: dict[str, _Subdivision]) -> str | None:
    for code in (*region.codes, region.value):
        if f"{country}-{code}" in left:
            return f"{country}-{code}"
    keys = {name_key(name) for name in region.names} | {_core(name) for name in region.names}
    shared = {code: len(keys & {name_key(name) for name in other.names()}) for code, other in left.items()}
    best = max(shared, key=shared.__getitem__, default="")
    return best if shared.get(best) else None


def _index(country: str, found: list[Region]) -> dict[str, str]:
    """Values by name. What two regions are called in a list of names means neither; an earlier list wins."""
    index: dict[str, str] = {}
    first = [[(name_key(name), region.value) for name in region.names[:2]] for region in found]
    codes = [[(name_key(text), x.value) for code in x.codes for text in (code, f"{country}-{code}")] for x in found]
    all_names = [[(name_key(name), region.value) for name in region.names] for region in found]
    cores = [[(_core(name), region.value) for name in region.names] for region in found]
    for level in (first, codes, all_names, cores):
        meant: dict[str, set[str]] = {}
        for pairs in level:
            for key, value in pairs:
                meant.setdefault(key, set()).add(value)
        index = {key: next(iter(values)) for key, values in meant.items() if key and len(values) == 1} | index
    return index


def name_key(name: str) -> str:
    """A name without case, marks, blanks and punctuation, as names are compared."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", folded)
    return unicodedata.normalize("NFC", "".join(x for x in letters if unicodedata.category(x)[0] in "LN"))


def _short(name: str) -> str:
    return " ".join(_KINDS.sub(" ", name.casefold()).split()).title()


def _core(name: str) -> str:
    """The same without the kind of the region; the whole name if nothing else is in it."""
    folded = unicodedata.normalize("NFKC", name).casefold().replace("-", " ")
    return name_key(_KINDS.sub(" ", folded)) or name_key(name)


def _split(data: dict[str, str], key: str) -> list[str]:
    return data[key].split("~") if key in data else []


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())


@cache
def _subdivisions() -> dict[str, dict[str, _Subdivision]]:
    """ISO 3166-2 by country and code; the file of the package, whose code asks servers for more."""
    path = Path(str(distribution("iso3166-2").locate_file("iso3166_2/iso3166-2.json")))
    return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, _Subdivision]])
