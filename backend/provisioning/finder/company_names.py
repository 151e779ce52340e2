"""Company names as they are compared: without legal form, case, accents and punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_MAX_LENGTH = 200  # characters of a key
_PROBES = 2_000  # keys that one look for near misses asks for
_LONG_WORD = 5  # letters from which on one may be wrong
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")  # accents, vowel points
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "a", "œ": "o", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n",
    "ə": "e", "ς": "σ", "ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه",
    "'": None, "’": None, "‘": None, "`": None, "´": None, '"': None, "״": None, "׳": None, "＇": None,
})  # fmt: skip
_AS_TWO_LETTERS = re.compile(r"([aou])e|aa")  # how ä, ö, ü and å are written where they are missing
_SLASHED = re.compile(r"\b(\w)/(\w)\b")  # A/S, S/A, M/s
_DOTTED = re.compile(r"\b\w(?:\.\w)+\b\.?")  # S.A.P.I., e.V.
# Marks of South and South East Asian scripts and of kana are parts of letters.
_BETWEEN_WORDS = re.compile("[^\\w&+#@%$\u0900-\u0fff\u1000-\u109f\u1780-\u17ff\u3099\u309a]+|_")
_AND = frozenset({"and", "und", "et", "+"})
_ARTICLE = "the"
_MAX_WORDS = 8  # of a legal form
_LATIN, _CYRILLIC, _GREEK = (
    "abcdefghijklmnopqrstuvwxyz0123456789",
    "абвгдежзиклмнопрстуфхцчшщъыьэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
)


@lru_cache(maxsize=4_096)
def canonical(name: str) -> str:
    """The name to compare: "ACME-Tech, GmbH & Co. KG" and "Acme Tech" are both `acmetech`."""
    return "".join(_bare_words(name))[:_MAX_LENGTH]


def without_legal_form(name: str) -> str:
    """The words of the name in small letters, as they are written: "Weber & Söhne Bau GmbH" is `weber & söhne bau`."""
    words, written = _words(name), _split(unicodedata.normalize("NFKC", name).lower())
    kept = _without_forms(words) or words
    starts = (place for place in range(len(words)) if words[place : place + len(kept)] == kept)
    start = next(starts, -1)
    if start < 0 or len(written) != len(words):  # cut inside of a word
        return " ".join(kept)
    return " ".join(written[start : start + len(kept)])


def near_misses(name: str) -> list[str]:
    """Keys of names in which one word of five letters or more has one letter less, more, other or exchanged."""
    words = _bare_words(name)
    keys = {"".join([*words[:place], variant, *words[place + 1 :]]): None for place, variant in _edits(words)}
    keys.pop("".join(words), None)
    return [key[:_MAX_LENGTH] for key in keys][:_PROBES]


def folded(form: str) -> str:
    """A legal form, or any text, as names are compared: in plain small letters, without blanks and punctuation."""
    return "".join(_words(form))


def _bare_words(name: str) -> list[str]:
    words = _words(name)
    return _without_forms(words) or words


def _words(name: str) -> list[str]:
    plain = (name.lower() if name.isascii() else _plain_letters(name)).translate(_LETTERS)
    words = _split(plain)
    if _AS_TWO_LETTERS.search(plain):
        words = [_AS_TWO_LETTERS.sub(_one_letter, word) for word in words]
    return ["&" if word in _AND else word for word in words]


def _split(text: str) -> list[str]:
    if "/" in text:
        text = _SLASHED.sub(r"\1\2", text)
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", text)
    return _BETWEEN_WORDS.sub(" ", text.replace("&", " & ")).split()


def _plain_letters(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", folded)))


def _one_letter(found: re.Match[str]) -> str:
    return found[0][0] if len(found.string) >= 4 else found[0]  # not where it is most of the word


def _without_forms(words: list[str]) -> list[str]:
    """The words without legal forms behind and in front, glued on or not, and without an article."""
    while words:
        shorter = _without_trailing_form(words) or _without_leading_form(words) or _without_attached_form(words)
        if shorter is None:
            break
        words = shorter
    return words[1:] if len(words) > 1 and words[0] == _ARTICLE else words


def _without_trailing_form(words: list[str]) -> list[str] | None:
    """Without the longest form behind: `s r l` and `srl` are the same one. What joined it, goes with it."""
    forms = _trailing_forms()
    for length in range(min(len(words) - 1, _MAX_WORDS), 0, -1):
        if "".join(words[-length:]) in forms:
            left = words[:-length]
            while left and left[-1] == "&":
                left.pop()
            return left
    return None


def _without_leading_form(words: list[str]) -> list[str] | None:
    forms = _forms("legal-forms-in-front.txt")
    for length in range(min(len(words) - 1, _MAX_WORDS), 0, -1):
        if "".join(words[:length]) in forms:
            return words[length:]
    return None


def _without_attached_form(words: list[str]) -> list[str] | None:
    """East Asian and Thai names are written without blanks: the form is cut from the word itself."""
    if words[0].isascii() and words[-1].isascii():
        return None
    for form in _attached_forms():
        if words[0].startswith(form) and words[0] != form:
            return [words[0].removeprefix(form), *words[1:]]
        if words[-1].endswith(form) and words[-1] != form:
            return [*words[:-1], words[-1].removesuffix(form)]
        if len(words) > 1 and form in {words[0], words[-1]}:
            return words[1:] if words[0] == form else words[:-1]
    return None


def _edits(words: list[str]) -> Iterator[tuple[int, str]]:
    for place, word in enumerate(words):
        if len(word) >= _LONG_WORD:
            for variant in _edited(word):
                yield place, variant


def _edited(word: str) -> Iterator[str]:
    letters = next((abc for abc in (_CYRILLIC, _GREEK) if word[0] in abc), _LATIN)
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for at in range(len(word) + 1):
        for letter in letters:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]


@cache
def _trailing_forms() -> frozenset[str]:
    return _forms("legal-forms-listed.txt") | _forms("legal-forms.txt")


@cache
def _attached_forms() -> list[str]:
    """Longest first: 股份有限公司 ends with 有限公司."""
    return sorted(_forms("legal-forms-glued.txt"), key=len, reverse=True)


@cache
def _forms(name: str) -> frozenset[str]:
    """Legal forms as names have them: folded, without blanks."""
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return frozenset(folded(line) for line in lines if line and not line.startswith("#"))
