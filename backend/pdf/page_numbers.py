"""The number of each page and how many there are, without drawing the document twice to learn it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_RIGHT, _BASELINE = 20, 14.85  # millimetres from the edges of the page
_SIZE = 8.5  # points
_MILLIMETRE = 72 / 25.4


@contextmanager
def numbered(label: Callable[[int, int], str], colour: str) -> Iterator[None]:
    """Documents that xhtml2pdf makes in here have a label at the foot of each page, of its number and of all.

    A page refers to a piece of drawing that is written once their number is known.
    """
    from reportlab.lib.colors import HexColor
    from reportlab.pdfgen.canvas import Canvas
    from xhtml2pdf.xhtml2pdf_reportlab import PmlPageTemplate

    draw_page, save = PmlPageTemplate.beforeDrawPage, Canvas.save
    drawn: list[int] = []

    def page(template: Any, canvas: Any, document: Any) -> None:
        draw_page(template, canvas, document)
        drawn.append(canvas.getPageNumber())
        canvas.doForm(f"number{drawn[-1]}")

    def finished(canvas: Any) -> None:
        width, height = canvas._pagesize  # noqa: SLF001 ReportLab has no call for it
        for number in drawn:
            canvas.beginForm(f"number{number}", upperx=width, uppery=height)
            canvas.setFont(_font(), _SIZE)
            canvas.setFillColor(HexColor(colour))
            right, up = width - _RIGHT * _MILLIMETRE, _BASELINE * _MILLIMETRE
            canvas.drawRightString(right, up, label(number, len(drawn)))
            canvas.endForm()
        save(canvas)

    PmlPageTemplate.beforeDrawPage, Canvas.save = page, finished
    try:
        yield
    finally:
        PmlPageTemplate.beforeDrawPage, Canvas.save = draw_page, save


def _font() -> str:
    """The name under which xhtml2pdf registered the document's font, the regular one first."""
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames

    return min(str(name) for name in getRegisteredFontNames() if name.lower().startswith("inter"))
