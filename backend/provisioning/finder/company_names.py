"""Company names as they are compared: without legal form, case and punctuation."""

import re
import unicodedata
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_LEADING = frozenset({"ооо", "оао", "зао", "пао", "株式会社", "合同会社", "有限会社"})  # written before the name
_ABBREVIATION = re.compile(r"\b(?:\w\.){2,}")
_PUNCTUATION = re.compile(r"[^\w&]+|_")


def canonical(name: str) -> str:
    """The name to compare: "ACME-Tech, GmbH & Co. KG" and "Acme Tech" are both `acmetech`."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    joined = _ABBREVIATION.sub(lambda found: found[0].replace(".", "") + " ", folded).replace("a/s", "as")
    words = _PUNCTUATION.sub(" ", joined.replace("'", "").replace("’", "")).split()
    kept = _without_form(words) or words
    return "".join(word for word in kept if word != "&")[:200]


def _without_form(words: list[str]) -> list[str]:
    """The words without the legal forms at their end, or at their beginning where a language puts them there."""
    while words:
        shorter = _cut(words)
        if shorter == words:
            break
        words = shorter
    return words


def _cut(words: list[str]) -> list[str]:
    forms = _legal_forms()
    for length in range(min(len(words), max(map(len, forms))), 0, -1):
        if tuple(words[-length:]) in forms:
            return words[:-length]
    return words[1:] if words[0] in _LEADING else words


@cache
def _legal_forms() -> frozenset[tuple[str, ...]]:
    lines = (_DATA / "legal-forms.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(line.split(" ")) for line in lines if not line.startswith("#"))
