"""Domains that resemble another: typing errors, look-alike letters, the same name under another suffix."""

from collections.abc import Iterator

import idna

from backend.provisioning.finder import suffixes

_MOST = 200  # domains that one search probes
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
    """At most 200 registrable domains that the domain may have been meant to be; itself is not among them."""
    label, _, suffix = registrable.partition(".")
    found: dict[str, None] = {}
    for variant in _variants(label):
        found.setdefault(f"{variant}.{suffix}")
    for other in suffixes.common_suffixes():
        found.setdefault(f"{label}.{other}")
    found.pop(registrable, None)
    found.pop(domain, None)
    return frozenset(list(found)[:_MOST])


def _variants(label: str) -> Iterator[str]:
    """The label as its letters look, then with look-alikes exchanged, then with one typing error mended."""
    yield from _skeleton(label)
    for written, meant in _CONFUSED:
        for old, new in ((written, meant), (meant, written)):
            yield from _exchanged(label, old, new)
    if "-" in label:
        yield label.replace("-", "")
    for place in range(len(label)):
        without = label[:place] + label[place + 1 :]
        if without and not without.startswith("-") and not without.endswith("-"):
            yield without
        if place + 1 < len(label):
            yield label[:place] + label[place + 1] + label[place] + label[place + 2 :]
        yield label[:place] + label[place] + label[place:]
        yield f"{label[:place]}-{label[place:]}" if place else label + "s"


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
