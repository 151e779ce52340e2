"""Words in all scripts, shaped by HarfBuzz, as a font of the one document draws them.

xhtml2pdf sets one character after the other. Arabic joins its letters, Indic scripts reorder and stack them, an emoji
is several characters. So what HarfBuzz makes of a cluster of characters becomes one glyph of a font that is made for
the document, under a character of its own; the page shows it, and the file tells readers which words it stands for.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from anyascii import anyascii
from markupsafe import Markup, escape

from backend.bidi_isolation import runs_from_right
from backend.pdf import fonts, visual_order
from backend.pdf.fonts import Face

UNITS = 1000  # of an em, in the document's font
_SIZE = 9.5  # points, of the text that may need several lines
_CLUSTER = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+|.", re.DOTALL)
_LANGUAGES = {"JP": "ja", "KR": "ko", "TW": "zh-Hant", "HK": "zh-Hant-HK", "MO": "zh-Hant", "CN": "zh-Hans"}
_FIRST, _LAST = 0xE000, 0xF8FF  # characters for private use

Part = tuple[int, int, int]  # a glyph of a face, and how far right and up it stands


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of the document's font: what it is put together from, how wide it is, and the text it stands for."""

    face: Face
    parts: tuple[Part, ...]
    advance: int
    text: str


@dataclass(eq=False)
class Typesetter:
    """Sets the words of one document. `country` says how Chinese characters are written that several countries have."""

    country: str = ""
    glyphs: dict[str, Glyph] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    _characters: dict[tuple[object, ...], str] = field(default_factory=dict)
    _spoken: dict[str, str] = field(default_factory=dict)
    _words: dict[tuple[str, Face, bool], str] = field(default_factory=dict)

    def family(self) -> str:
        """The name of the document's font, which no font with other glyphs has: ReportLab tells fonts by it."""
        told = [(drawn, x.face.path.name, x.parts) for drawn, x in sorted(self.glyphs.items())]
        return f"other-{sha256(repr(told).encode()).hexdigest()[:16]}"

    def mark(self, text: str, millimetres: float = 118) -> Markup:
        """The text as markup, a line a `<br/>`; what runs from right to left in lines of at most this width."""
        lines = [part for line in text.split("\n") for part in self._lines(line, millimetres)]
        return Markup("<br/>").join(lines)

    def said(self, drawn: str) -> str | None:
        """The words behind what was drawn, in the order in which they are read; None if they are the same."""
        words = drawn
        for line in sorted(self._spoken, key=len, reverse=True):
            if line in words:
                words = words.replace(line, self._spoken[line])
        words = "".join(self.glyphs[x].text if x in self.glyphs else x for x in words)
        return words if words != drawn else None

    def _lines(self, line: str, millimetres: float) -> Iterator[Markup]:
        inter = fonts.inter().characters
        if all(ord(character) in inter for character in line):
            yield escape(line)
            return
        drawable = "".join(x if fonts.face_for(x) else self._spell(x) for x in _clusters(line))
        if not runs_from_right(drawable):
            plain = visual_order.without_controls(drawable)  # what isolated a name that is now in Latin letters
            yield self._marked(plain, [(plain, False)])
        else:
            base = visual_order.base_of(drawable)
            for part in visual_order.wrapped(drawable, millimetres / 25.4 * 72 / _SIZE * UNITS, self._width):
                yield self._marked(part, visual_order.pieces(part, base))

    def _marked(self, line: str, pieces: Iterator[tuple[str, bool]] | list[tuple[str, bool]]) -> Markup:
        runs: list[tuple[str, bool]] = []
        for words, is_inter in (run for piece, from_right in pieces for run in self._set(piece, from_right)):
            if runs and (is_inter == runs[-1][1] or words.isspace()):  # few runs are drawn much faster
                runs[-1] = runs[-1][0] + words, runs[-1][1]
            else:
                runs.append((words, is_inter))
        drawn = "".join(words for words, _ in runs)
        if drawn != line:
            self._spoken[drawn] = visual_order.without_controls(line)
        span = Markup('<span class="other">{}</span>')
        return Markup("").join(escape(words) if is_inter else span.format(words) for words, is_inter in runs)

    def _width(self, text: str) -> float:
        """How wide the text is, in units of the document's font."""
        text = visual_order.without_controls(text)
        return sum(
            glyph.advance if (glyph := self.glyphs.get(character)) else _inter_advance(character)
            for words, _ in self._set(text, from_right=True)
            for character in words
        )

    def _set(self, text: str, from_right: bool) -> list[tuple[str, bool]]:
        """Runs of one font, from left to right, and whether Inter draws it as it is."""
        runs: list[tuple[Face, str]] = []
        for cluster in _clusters(text):
            face = fonts.face_for(cluster) or fonts.inter()
            if runs and (cluster == " " or runs[-1][0] is face):
                runs[-1] = runs[-1][0], runs[-1][1] + cluster
            else:
                runs.append((face, cluster))
        set_runs = [self._shaped(run, face, from_right) for face, run in runs]
        return set_runs[::-1] if from_right else set_runs

    def _spell(self, cluster: str) -> str:
        """What no font has, in Latin letters; or its number in Unicode."""
        latin = anyascii(cluster).strip() or f"[U+{ord(cluster[0]):04X}]"
        self.spelled[cluster] = latin
        return latin

    def _shaped(self, run: str, face: Face, from_right: bool) -> tuple[str, bool]:
        """The characters that draw a run; from the right, also Inter has to turn brackets round."""
        if face is fonts.inter() and not (from_right and any(map(unicodedata.mirrored, run))):
            return (run[::-1] if from_right else run), True
        words = [part for part in re.split("( )", run) if part]
        drawn = [" " if word == " " else self._word(word, face, from_right) for word in words]
        return "".join(drawn[::-1] if from_right else drawn), False

    def _word(self, word: str, face: Face, from_right: bool) -> str:
        key = (word, face, from_right)
        if key not in self._words:
            self._words[key] = "".join(self._shape(word, face, from_right))
        return self._words[key]

    def _shape(self, word: str, face: Face, from_right: bool) -> Iterator[str]:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if from_right else "ltr"
        buffer.language = _LANGUAGES.get(self._country_of(word), "und")
        uharfbuzz.shape(face.shaper, buffer)
        starts = sorted({info.cluster for info in buffer.glyph_infos})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        scale = UNITS / face.units
        parts: list[Part] = []
        x = 0.0
        infos = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        for at, (info, position) in enumerate(infos):
            parts.append((info.codepoint, round(x + position.x_offset * scale), round(position.y_offset * scale)))
            x += position.x_advance * scale
            if at + 1 == len(infos) or infos[at + 1][0].cluster != info.cluster:
                text = word[info.cluster : ends[info.cluster]]
                yield self._character(Glyph(face, tuple(parts), round(x), text))
                parts, x = [], 0.0

    def _country_of(self, word: str) -> str:
        if any("\u3041" <= character <= "\u30ff" for character in word):
            return "JP"
        return "KR" if any("\uac00" <= character <= "\ud7a3" for character in word) else self.country

    def _character(self, glyph: Glyph) -> str:
        """The character that draws the glyph: its own where it has one that nothing else is drawn by."""
        key = (glyph.face.path, glyph.parts, glyph.text)
        if key not in self._characters:
            own = glyph.text
            if len(own) != 1 or ord(own) > 0xFFFF or own in self.glyphs or runs_from_right(own):
                own = chr(min(_FIRST + len(self.glyphs), _LAST))
            self.glyphs[own] = glyph
            self._characters[key] = own
        return self._characters[key]


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks, selectors and joiners that belong to them."""
    cluster = ""
    for found in _CLUSTER.finditer(text):
        character = found[0]
        joined = cluster and (
            unicodedata.category(character[0]) in ("Mn", "Mc", "Me")
            or character in "\u200c\u200d"
            or "\U0001f3fb" <= character[0] <= "\U0001f3ff"
            or cluster[-1] == "\u200d"
        )
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _inter_advance(character: str) -> float:
    face = fonts.inter()
    glyph = face.shaper.get_nominal_glyph(ord(character))
    return float(face.shaper.get_glyph_h_advance(glyph) * UNITS / face.units) if glyph else UNITS
