"""Make the PDF: the template as HTML, xhtml2pdf, and nothing read but our own fonts and logo."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from backend.language import text
from backend.pdf import scripts, wording
from backend.pdf.summary import Summary

if TYPE_CHECKING:
    from xhtml2pdf.config.resources import ResourceAccessPolicy

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"
_FONTS = {
    "Han": "NotoSansSC-Regular",
    "Hangul": "NotoSansKR-Regular",
    "Arabic": "NotoSansArabic-Regular",
    "Hebrew": "NotoSansHebrew-Regular",
    "Thai": "NotoSansThai-Regular",
}


class RenderingError(Exception):
    """xhtml2pdf could not make the document; the message has its log."""


def render_summary(summary: Summary, language: str) -> bytes:
    """The PDF of an order in `en` or `de`. CPU-bound, half a second; the same summary gives the same bytes."""
    from xhtml2pdf import pisa

    from backend.pdf import tagging

    output = BytesIO()
    with _as_of(summary.changed_at), tagging.tagged() as structure:
        result = pisa.CreatePDF(
            html(summary, language),
            output,
            path=str(_ASSETS / "summary.html"),
            encoding="utf-8",
            resource_policy=policy(),
        )
    if result.err:
        raise RenderingError(str(result.log))
    return tagging.with_structure(output.getvalue(), structure)


def policy() -> "ResourceAccessPolicy":
    """What a document may read: our assets, and nothing over a network."""
    from xhtml2pdf.config.resources import ResourceAccessPolicy

    return ResourceAccessPolicy.server(_ASSETS, allow_remote=False, max_render_seconds=10)


def load() -> None:
    """Import and read what every summary needs."""
    import xhtml2pdf.pisa  # noqa: F401

    import backend.pdf.tagging  # noqa: F401

    _environment().get_template("summary.html")


def html(summary: Summary, language: str) -> str:
    """The summary as the markup that xhtml2pdf draws."""
    families = sorted(scripts.families(repr(summary)))
    say = partial(text, language)
    return (
        _environment()
        .get_template("summary.html")
        .render(
            summary=summary,
            language=language,
            words=wording,
            _=say,
            title=f"{say('Order summary')} {summary.order_number}",
            draft=say("Draft – not submitted"),
            changed_at=wording.instant(language, summary.changed_at),
            yes=say("Yes"),
            no=say("No"),
            page=Markup(say("Page {page} of {pages}", page="<pdf:pagenumber/>", pages="<pdf:pagecount/>")),  # noqa: S704 our words
            families=families,
            fonts=[
                ("Inter", "Inter-Regular", "normal"),
                ("Inter", "Inter-SemiBold", "bold"),
                *((family, _FONTS[family], "normal") for family in families),
            ],
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=scripts.marked,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@contextmanager
def _as_of(at: datetime) -> Iterator[None]:
    """ReportLab takes the creation date from the environment; only a process that does nothing else may set it."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(at.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
