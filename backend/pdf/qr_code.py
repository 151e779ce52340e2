"""A QR code beside the title, which leads from paper to the order. What it says stands in words too."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

SIZE = 20  # millimetres, which the margins of `summary.html` keep free
_RIGHT, _TOP = 20, 28  # millimetres from the edges of the page
_MILLIMETRE = 72 / 25.4


@contextmanager
def drawn(words: str) -> Iterator[None]:
    """Documents that xhtml2pdf makes in here have a QR code of these words on their first page."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from xhtml2pdf.xhtml2pdf_reportlab import PmlPageTemplate

    draw_page = PmlPageTemplate.beforeDrawPage
    side = SIZE * _MILLIMETRE
    code = Drawing(side, side)
    code.add(QrCodeWidget(words, barLevel="M", barWidth=side, barHeight=side, barBorder=0))

    def page(template: Any, canvas: Any, document: Any) -> None:
        draw_page(template, canvas, document)
        if canvas.getPageNumber() == 1:
            width, height = canvas._pagesize  # noqa: SLF001 ReportLab has no call for it
            renderPDF.draw(code, canvas, width - _RIGHT * _MILLIMETRE - side, height - _TOP * _MILLIMETRE - side)

    PmlPageTemplate.beforeDrawPage = page
    try:
        yield
    finally:
        PmlPageTemplate.beforeDrawPage = draw_page
