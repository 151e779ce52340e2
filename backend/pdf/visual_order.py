"""Lines in the order in which they are drawn, by the bidirectional algorithm of Unicode (UAX #9)."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from bidi import get_base_level, get_display

_FROM_RIGHT = frozenset({"R", "AL"})
_JOINING = frozenset({"NSM", "BN"})
_ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069?")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str) -> str:
    """The text without marks of direction, which nobody reads."""
    return _CONTROLS.sub("", text)


def wrapped(text: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """The text in lines that are not wider; a word that is wider has a line of its own."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            yield line
            longer = word
        line = longer
    yield line


def pieces(line: str, base: str) -> Iterator[tuple[str, bool]]:
    """The parts of a line from left to right, each in reading order and whether it reads from right to left.

    `base` is the direction of the whole text that the line belongs to, "L" or "R".
    """
    part, from_right = "", False
    shown = [pair for pair in _displayed(line, base) if not _CONTROLS.match(pair[0])]
    for at, (character, turned) in enumerate(shown):
        right = turned or _is_from_right(character, shown[at + 1 :], from_right)
        if part and right != from_right:
            yield (part[::-1] if from_right else part), from_right
            part = ""
        part, from_right = part + character, right
    if part:
        yield (part[::-1] if from_right else part), from_right


def _is_from_right(character: str, rest: list[tuple[str, bool]], before: bool) -> bool:
    """A mark belongs to the letter beside it: in lines from right to left, to the one on its right."""
    if unicodedata.bidirectional(character) not in _JOINING:
        return unicodedata.bidirectional(character) in _FROM_RIGHT
    following = next((x for x, _ in rest if unicodedata.bidirectional(x) not in _JOINING), " ")
    return before or unicodedata.bidirectional(following) in _FROM_RIGHT


def _displayed(line: str, base: str) -> Iterator[tuple[str, bool]]:
    """The characters from left to right, and whether one is to be drawn as its mirror image, such as brackets.

    The library does not say which. A mark that is put behind each such character stands on its other side afterwards
    where the text runs from right to left: marks take the direction of what they follow.
    """
    probed = "".join(x + _PROBE if unicodedata.mirrored(x) else x for x in line)
    visual = iter(get_display(probed, base_dir=base))
    for character in visual:
        if character == _PROBE:
            yield next(visual), True
        else:
            yield character, False
            if unicodedata.mirrored(character):
                next(visual)


_PROBE = "\u034f"  # drawn by nobody, and in no text that was entered


def base_of(text: str) -> str:
    """The direction of a text: that of its first letter that has one and isn't isolated (UAX #9, P2)."""
    return "R" if get_base_level(_ISOLATED.sub("", text)) else "L"
