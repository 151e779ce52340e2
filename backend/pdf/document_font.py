"""The font of one document: the glyphs that its words need, drawn from the fonts that have them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from itertools import product
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph as Outline

from backend.pdf.typesetting import UNITS, Glyph

_ASCENT, _DESCENT = 1069, -293  # Noto's


def build_font(glyphs: Mapping[str, Glyph], family: str) -> bytes:
    """A TrueType font with these glyphs by their characters; the same glyphs give the same bytes."""
    names = {character: f"g{ord(character):04X}" for character in sorted(glyphs)}
    outlines = {".notdef": _empty(), "space": _empty()}
    outlines |= {names[character]: _outline(glyphs[character]) for character in names}
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder(list(outlines))
    builder.setupCharacterMap({0x20: "space"} | {ord(character): name for character, name in names.items()})
    builder.setupGlyf(outlines)
    left = {name: getattr(outline, "xMin", 0) for name, outline in outlines.items()}
    widths = {".notdef": 500, "space": 260} | {names[x]: max(0, glyphs[x].advance) for x in names}
    builder.setupHorizontalMetrics({name: (widths[name], left[name]) for name in outlines})
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT, usWinDescent=-_DESCENT)
    builder.setupPost(keepGlyphNames=False)
    builder.font.recalcTimestamp = False
    builder.updateHead(created=0, modified=0)
    output = BytesIO()
    builder.save(output)
    return output.getvalue()


@contextmanager
def registered_font(glyphs: Mapping[str, Glyph], family: str) -> Iterator[None]:
    """Documents in here may use the font of these glyphs by its family."""
    from reportlab.lib import fonts
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from xhtml2pdf.default import DEFAULT_FONT

    pdfmetrics.registerFont(TTFont(family, BytesIO(build_font(glyphs, family))))
    for bold, italic in product((0, 1), repeat=2):
        fonts.addMapping(family, bold, italic, family)
    DEFAULT_FONT[family] = family
    # ReportLab keeps all fonts that it has ever read.
    tables: list[dict[Any, Any]] = [
        *(pdfmetrics._fonts, pdfmetrics._dynFaceNames, pdfmetrics._typefaces),  # noqa: SLF001
        *(fonts._tt2ps_map, fonts._ps2tt_map, DEFAULT_FONT),  # noqa: SLF001
    ]
    try:
        yield
    finally:
        for table in tables:
            for key in [key for key in table if family in str(key)]:
                del table[key]


def _empty() -> Outline:
    return TTGlyphPen(None).glyph()


def _outline(glyph: Glyph) -> Outline:
    pen = TTGlyphPen(None)
    quadratic = Cu2QuPen(pen, max_err=1.0)
    scale = UNITS / glyph.face.units
    for part, right, up in glyph.parts:
        glyph.face.shaper.draw_glyph_with_pen(part, TransformPen(quadratic, (scale, 0, 0, scale, right, up)))
    return pen.glyph()
