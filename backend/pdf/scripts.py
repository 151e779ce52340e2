"""Names in other scripts: wraps them in spans that choose a font which has their letters."""

import re

from markupsafe import Markup, escape

FAMILIES = {
    "Han": "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef",
    "Hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Thai": "\u0e00-\u0e7f",
}
# A run goes on over blanks where words are joined from right to left.
_JOINED = {"Arabic", "Hebrew"}
_RUN = re.compile(
    "|".join(
        f"(?P<{name}>[{letters}]+{f'(?: +[{letters}]+)*' if name in _JOINED else ''})"
        for name, letters in FAMILIES.items()
    )
)


def families(words: str) -> set[str]:
    """The families that these words need besides Inter, which has Latin, Greek and Cyrillic."""
    return {match.lastgroup for match in _RUN.finditer(words) if match.lastgroup}


def marked(words: object) -> Markup:
    """The words as safe markup, one line a `<br/>`, each run of another script in its own span."""
    if isinstance(words, Markup):
        return words
    lines = str(words).split("\n")
    return Markup("<br/>").join(_spans(line) for line in lines)


def _spans(line: str) -> Markup:
    parts, end = [], 0
    for match in _RUN.finditer(line):
        parts += [
            escape(line[end : match.start()]),
            Markup('<span class="{}">{}</span>').format(match.lastgroup, match[0]),
        ]
        end = match.end()
    return Markup("").join([*parts, escape(line[end:])])
