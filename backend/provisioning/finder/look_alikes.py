"""Domains that resemble another: typing errors, look-alike letters, the same name under another suffix."""

from collections.abc import Iterator
from string import ascii_lowercase

import idna

from backend.provisioning.finder import suffixes

_MAX_PROBES = 600  # domains that one search probes
_LETTERS = f"-{ascii_lowercase}"
# Letters of other scripts that look like Latin ones.
_RESEMBLING = str.maketrans(
    "аеорсухіјѕһԁԛԝѵӏьꓲαεικνορτυχɡıł"
    "áàâäãåéèêëíìîïóòôöõøúùûüñçýÿşğ",
    "aeopcyxijshdqwvlbiaeikvoptuxgil"
    "aaaaaaeeeeiiiioooooouuuuncyysg",
)  # fmt: skip
_CONFUSED = (
    ("0", "o"),
    ("1", "l"),
    ("1", "i"),
    ("l", "i"),
    ("5", "s"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("nn", "m"),
)


def look_alikes(domain: str, registrable: str) -> frozenset[str]:
    """At most 600 registrable domains that the domain may have been meant to be; itself is not among them."""
    label, _, suffix = registrable.partition(".")
    found: dict[str, None] = {}
    for other in suffixes.common_suffixes():
        found.setdefault(f"{label}.{other}")
    for variant in _variants(label):
        if variant and not variant.startswith("-") and not variant.endswith("-"):
            found.setdefault(f"{variant}.{suffix}")
    found.pop(registrable, None)
    found.pop(domain, None)
    return frozenset(list(found)[:_MAX_PROBES])


def _variants(label: str) -> Iterator[str]:
    """The label as its letters look, with look-alikes exchanged, two letters swapped, a letter less or more."""
    yield from _skeleton(label)
    for written, meant in _CONFUSED:
        for old, new in ((written, meant), (meant, written)):
            yield from _exchanged(label, old, new)
    if "-" in label:
        yield label.replace("-", "")
    for place in range(len(label)):
        yield label[:place] + label[place + 1 :]
        if place + 1 < len(label):
            yield label[:place] + label[place + 1] + label[place] + label[place + 2 :]
    for letter in _LETTERS:
        for place in range(len(label) + 1):
            yield label[:place] + letter + label[place:]


def _exchanged(label: str, old: str, new: str) -> Iterator[str]:
    place = label.find(old)
    while place >= 0:
        yield label[:place] + new + label[place + len(old) :]
        place = label.find(old, place + 1)
    if label.count(old) > 1:
        yield label.replace(old, new)


def _skeleton(label: str) -> Iterator[str]:
    try:
        letters = idna.decode(label)
    except idna.IDNAError:
        return
    plain = letters.translate(_RESEMBLING)
    if plain.isascii() and plain != letters:
        yield plain
