"""Words from right to left within our sentences: isolated, so that numbers and marks around them keep their place."""

import unicodedata

START, END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_FROM_RIGHT = frozenset({"R", "AL"})


def runs_from_right(text: str) -> bool:
    """Whether some of the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _FROM_RIGHT for character in text)


def isolated(text: str) -> str:
    """A part of a line, so that it has no influence on what stands around it; once is enough."""
    return f"{START}{text}{END}" if runs_from_right(text) and START not in text else text
