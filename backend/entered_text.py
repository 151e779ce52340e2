"""Text that people enter, as they meant it: what nobody sees is dropped, what does harm is refused.

Texts come out of spreadsheets, web pages and phones with blanks of all kinds, byte order marks and marks of direction.
None of it is the person's fault, and none of it may end up in a name. Joiners and selectors stay where a language needs
them: between Persian letters, after a virama, within an emoji.
"""

import re
import unicodedata
from functools import lru_cache

import idna

_BREAKS = "\t\n\v\f\r\x85"
_BLANKS = re.compile(f"[\\s\u2800\U0001d159{_BREAKS}]+")
_OVERRIDES = frozenset("\u202d\u202e")
_ZWNJ, _ZWJ, _FLAG, _END_OF_TAGS = "\u200c", "\u200d", "\U0001f3f4", "\U000e007f"
# Characters that Unicode lets programs leave out when they draw (Default_Ignorable_Code_Point) and what is like them:
# soft hyphen, joiners, marks and isolates, fillers, selectors, tags, annotations, the place of an object.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_PLAIN = re.compile(r"[ -~]*")


class HarmfulText(ValueError):
    """Text with control characters, or with marks that make it read in another order than it is written."""


def tidy(text: str) -> str:
    """One line in NFC with single blanks and without what nobody sees; "" if nothing remains. Raises HarmfulText."""
    if not _PLAIN.fullmatch(text):
        if any(_harmful(character) for character in text):
            raise HarmfulText
        text = _without_unseen(unicodedata.normalize("NFC", text))
    text = _one_line(text)
    return text if any(_visible(character) for character in text) else ""


def plain(text: str) -> str:
    """A code or number in the characters of its standard: NFKC without what nobody sees. Raises HarmfulText."""
    return tidy(unicodedata.normalize("NFKC", tidy(text)))


def digits(text: str) -> str:
    """The text in NFKC without what nobody sees, the digits of every script as 0 to 9."""
    folded = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    return "".join(str(unicodedata.decimal(character, character)) for character in folded)


def _harmful(character: str) -> bool:
    if character in _OVERRIDES:
        return True
    category = unicodedata.category(character)
    return category == "Cs" or (category == "Cc" and character not in _BREAKS) or _is_noncharacter(ord(character))


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def _visible(character: str) -> bool:
    """Whether the character is drawn by itself: a letter, digit, sign; not a blank, a mark without its letter."""
    return unicodedata.category(character)[0] in "LNPS"


def _without_unseen(text: str) -> str:
    """The text in NFC once more; what is left out may bring others together, or to an end, that nobody needs either."""
    while _UNSEEN.search(text):
        line = _one_line(text)
        kept = "".join(
            character
            for at, character in enumerate(line)
            if not _UNSEEN.match(character) or (at and _needed(line, at, character))
        )
        if (kept := unicodedata.normalize("NFC", kept)) == text:
            break
        text = kept
    return text


def _one_line(text: str) -> str:
    return " ".join(_BLANKS.split(text)).strip()


def _needed(text: str, at: int, character: str) -> bool:
    """Whether the word or emoji around an unseen character would look different without it."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    if character in (_ZWNJ, _ZWJ):
        return _joins(text, at, before, after)
    code = ord(character)
    if 0x180B <= code <= 0x180F:
        return 0x1820 <= ord(before) <= 0x18AA
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return _varies(before, code, after)
    return 0xE0020 <= code <= 0xE007F and _in_flag(text, at)


def _joins(text: str, at: int, before: str, after: str) -> bool:
    """UAX #31, rules A1, A2 and B, as IDNA has them (RFC 5892); Bengali ya-phalaa; and emoji sequences."""
    if not after:  # a final consonant of Malayalam or Sinhala is the only one that ends with a joiner
        return text[at] == _ZWJ and unicodedata.combining(before) == _VIRAMA
    if text[at] == _ZWJ:
        if _pictured(after) and _pictured(_base_of_emoji(text, at)):
            return True
        if unicodedata.combining(after) == _VIRAMA and unicodedata.category(before) == "Lo":
            return True
    try:
        return bool(idna.core.valid_contextj(text, at))
    except ValueError:  # letters that are newer than the tables
        return False


_MAX_FLAG_LENGTH = 8  # characters
_VIRAMA = 9  # the canonical combining class of every sign that takes a consonant's vowel away


def _base_of_emoji(text: str, at: int) -> str:
    """The picture before a joiner, without its selector and skin tone."""
    while at and (text[at - 1] == "\ufe0f" or "\U0001f3fb" <= text[at - 1] <= "\U0001f3ff"):
        at -= 1
    return text[at - 1 : at]


def _pictured(character: str) -> bool:
    return bool(character) and unicodedata.category(character) == "So"


def _varies(before: str, code: int, after: str) -> bool:
    """A selector after an emoji, after a Chinese character, or within a keycap such as 1️⃣."""
    if code in (0xFE0E, 0xFE0F):
        return unicodedata.category(before) in ("So", "Sm") or before in "‼⁉〰〽" or after == "\u20e3"
    return _is_han(before)


@lru_cache(maxsize=1024)
def _is_han(character: str) -> bool:
    return "IDEOGRAPH" in unicodedata.name(character, "")


def _in_flag(text: str, at: int) -> bool:
    """Within the flag of a region such as Scotland: a black flag, letters as tags, the tag that ends them."""
    start = text.rfind(_FLAG, max(0, at - _MAX_FLAG_LENGTH), at)
    end = text.find(_END_OF_TAGS, at, start + _MAX_FLAG_LENGTH)
    return start >= 0 and end >= 0 and all("\U000e0020" <= tag < _END_OF_TAGS for tag in text[start + 1 : end])
