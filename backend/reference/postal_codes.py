"""Postal codes as their country writes them, however people type them.

Codes compare without blanks, hyphens and letters for the country, and are kept in the form of Google's examples. What
the rest of the address says, such as its town, may stand around a code.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from backend.entered_text import digits
from backend.reference.lists import entries, rows

# Letters that mail has before the code for a country, where they aren't its letters of ISO 3166.
_LETTERS = {"AT": "A", "BE": "B", "DE": "D", "ES": "E", "FI": "FIN", "FR": "F", "HU": "H", "IT": "I", "LU": "L"} | {
    "LI": "FL", "MT": "M", "NO": "N", "PT": "P", "SE": "S", "SG": "S", "SI": "SLO", "VA": "V",
}  # fmt: skip
# Letters of countries whose codes are part of another one's: Åland's are Finnish, Liechtenstein's Swiss.
_NEIGHBOURS = {"AX": "FI FIN", "CH": "FL LI", "FI": "AX", "FO": "DK", "FR": "MC", "GL": "DK", "IT": "SM RSM V VA"} | {
    "LI": "CH", "MC": "FR F", "NO": "SJ", "SJ": "NO N", "SM": "IT I", "US": "PR GU VI",
} | dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"), "FR F")  # fmt: skip
# What people call the code, written before it.
_CALLED = re.compile(
    r"^(C\.?P\.?|CEP|CAP|NPA|PLZ|PIN( ?CODE)?|ZIP( ?CODE)?|POST(AL)? ?CODE|EIRCODE|CODE POSTAL|C[OÓ]DIGO POSTAL"
    r"|POSTLEITZAHL|POSTCODE|POSTN(UMME)?R|KODE POS|ИНДЕКС)[\s:.-]+(?=.*\d)"
    r"|^(우편번호|우|郵便番号|邮政编码|邮编|郵遞區號)[\s:.()-]*(?=\d)"
)
# What a spreadsheet adds to a number, and what mail adds to the town of a code that says it already.
_AFTER = re.compile(r"(?<=\d)\.0$|\bCEDEX( \d{1,2})?$")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_MAX_WORDS = 8
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc]")


@dataclass(frozen=True, slots=True)
class PostalCodes:
    """How a country writes its postal codes; `example` is "" where it has no known format."""

    country: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    prefixes: tuple[str, ...]

    @property
    def example(self) -> str:
        """A code of the country."""
        return self.examples[0]

    def read(self, typed: str, is_told: Callable[[str], bool]) -> str:
        """The code in the country's own form; as typed, with single blanks, if it is none.

        `is_told` says whether the rest of the address tells these words too: its town, region or country.
        """
        text = _DASHES.sub("-", digits(typed)).upper().replace("〒", " ")
        text = _AFTER.sub("", _CALLED.sub("", text.strip()))
        possible = (code for letters in self._bare(text, is_told) for code in self._forms(letters))
        return next((code for code in possible if self.pattern.fullmatch(code)), " ".join(text.split()))

    def meant(self, code: str) -> str | None:
        """A code whose leading zeros a spreadsheet may have taken away; None if zeros make no code of it."""
        bare = _bare(code)
        filled = (code for zeros in ("0", "00") if bare.isdigit() for code in self._written(zeros + bare))
        return next((code for code in filled if self.pattern.fullmatch(code)), None)

    def accept(self, code: str) -> bool:
        """Whether a code that was read can be one of the country."""
        if self.country in entries("settled_postal_codes.txt"):
            return bool(self.pattern.fullmatch(code))
        bare = _bare(code)
        return bool(self.pattern.fullmatch(code)) or (3 <= len(bare) <= 10 and any(x.isdigit() for x in bare))

    def _forms(self, bare: str) -> Iterator[str]:
        return (code for letters in self._without_country(bare) for code in self._written(letters))

    def _bare(self, text: str, is_told: Callable[[str], bool]) -> Iterator[str]:
        """The letters and digits of the text, then those without the words around them that are told elsewhere."""
        yield _bare(text)
        words = _WORDS.findall(text)
        if len(words) > _MAX_WORDS:
            return
        told = [0, *(count for count in range(1, len(words)) if _all_told(words[:count], is_told))]
        at_end = [0, *(count for count in range(1, len(words)) if _all_told(words[-count:], is_told))]
        for left, right in sorted(((x, y) for x in told for y in at_end if 0 < x + y < len(words)), key=sum):
            yield "".join(words[left : len(words) - right])

    def _without_country(self, bare: str) -> Iterator[str]:
        """The letters and digits, without those of the country, and with them where they belong to the code."""
        yield bare
        for prefix in self.prefixes:
            if bare.startswith(prefix):
                yield bare[len(prefix) :]
        for prefix in self.prefixes:
            yield prefix + bare

    def _written(self, bare: str) -> Iterator[str]:
        """The ways to write these letters and digits, as the examples do first."""
        alike = [example for example in self.examples if len(_bare(example)) == len(bare)]
        for example in sorted(alike, key=lambda example: _kinds(_bare(example)) != _kinds(bare)):
            letters = iter(bare)
            yield "".join(next(letters) if character.isalnum() else character for character in example)
        yield bare
        for at in range(1, len(bare)):
            yield from (f"{bare[:at]}{separator}{bare[at:]}" for separator in "- ")


@cache
def postal_codes(country: str, pattern: str, examples: str, prefix: str) -> PostalCodes:
    """The codes of a country by Google's `zip`, `zipex` and `postprefix`, or what we know better."""
    for newer, example in rows("postal_codes.tsv", country):
        pattern, examples = newer or pattern, f"{example},{examples}"
    letters = (_bare(prefix), country, _LETTERS.get(country), *_NEIGHBOURS.get(country, "").split())
    prefixes = dict.fromkeys(filter(None, letters))
    return PostalCodes(country, re.compile(pattern), tuple(filter(None, examples.split(","))), tuple(prefixes))


def _bare(code: str) -> str:
    return "".join(character for character in code if character.isalnum())


def _all_told(words: list[str], is_told: Callable[[str], bool]) -> bool:
    """Whether these words are one name after the other that the address tells elsewhere."""
    return not words or any(
        is_told(" ".join(words[:count])) and _all_told(words[count:], is_told) for count in range(1, len(words) + 1)
    )


def _kinds(bare: str) -> str:
    return "".join("0" if character.isdigit() else "A" for character in bare)
