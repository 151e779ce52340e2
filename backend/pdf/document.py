"""Make the PDF: the template as HTML, xhtml2pdf, and nothing read but our own fonts and logo."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from backend.language import LANGUAGES, text
from backend.pdf import page_numbers, qr_code, wording
from backend.pdf.specimen import SPECIMEN
from backend.pdf.summary import Summary
from backend.pdf.summary_data import checksum, file_name
from backend.pdf.typesetting import Typesetter

if TYPE_CHECKING:
    from xhtml2pdf.config.resources import ResourceAccessPolicy

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"
_OTHER = Markup("font-of-this-document")
_LAYOUT_TIMEOUT = 60  # seconds by the clock; whoever waits for a summary ends its process long before: see produce.py
_DETAILED = 3  # locations that are told field by field; more of them stand in a table
_QUIET = "#64676E"
_MAX_SPELLED = 30
_CHINESE = frozenset({"CN", "HK", "JP", "KR", "MO", "TW"})
_typesetter: ContextVar[Typesetter] = ContextVar("typesetter")


class RenderingError(Exception):
    """xhtml2pdf could not make the document; the message has its log."""


def render_summary(summary: Summary, language: str) -> bytes:
    """The PDF of an order in `en` or `de`. CPU-bound, a tenth of a second; the same summary gives the same bytes."""
    from xhtml2pdf import pisa

    from backend.pdf import document_font, tagging

    output = BytesIO()
    markup, setter = _typeset(summary, language)
    numbers = page_numbers.numbered(partial(_page_number, language), _QUIET)
    font = document_font.registered_font(setter.glyphs, setter.family())
    code = qr_code.drawn(summary.address)
    with _creation_date(summary.changed_at), font, numbers, code, tagging.tagged(setter.said) as structure:
        result = pisa.CreatePDF(
            BytesIO(markup.encode()),  # a long text it would keep in a file, and not close it
            output,
            path=str(_ASSETS / "summary.html"),
            encoding="utf-8",
            resource_policy=policy(),
        )
    if result.err:
        raise RenderingError(str(result.log))
    spoken = {character: glyph.text for character, glyph in setter.glyphs.items()}
    return tagging.with_structure(output.getvalue(), structure, spoken)


def policy() -> "ResourceAccessPolicy":
    """What a document may read: our assets, and nothing over a network."""
    from xhtml2pdf.config.resources import ResourceAccessPolicy

    return ResourceAccessPolicy.server(_ASSETS, allow_remote=False, max_render_seconds=_LAYOUT_TIMEOUT)


def load() -> None:
    """Import and read what summaries need, by drawing one in each language."""
    for language in LANGUAGES:
        render_summary(SPECIMEN, language)


def html(summary: Summary, language: str) -> str:
    """The summary as the markup that xhtml2pdf draws."""
    return _typeset(summary, language)[0]


def _typeset(summary: Summary, language: str) -> tuple[str, Typesetter]:
    """The markup, and what set its words: it knows afterwards which glyphs of other fonts the document needs."""
    setter = Typesetter(country=_chinese_of(summary))
    say = partial(text, language)
    token = _typesetter.set(setter)
    try:
        page = (
            _environment()
            .get_template("summary.html")
            .render(
                summary=summary,
                language=language,
                words=wording,
                _=say,
                title=f"{say('Order summary')} {summary.order_number}",
                draft=say("Draft – not submitted"),
                checksum=checksum(summary),
                data_file=file_name(summary.order_number, "json"),
                changed_at=wording.instant(language, summary.changed_at),
                yes=say("Yes"),
                no=say("No"),
                spelled=partial(_transliterated, setter),
                other=_OTHER,
                detailed=_DETAILED,
            )
        )
    finally:
        _typesetter.reset(token)
    return page.replace(_OTHER, setter.family()), setter


def _page_number(language: str, page: int, pages: int) -> str:
    return text(language, "Page {page} of {pages}", page=page, pages=pages)


def _transliterated(setter: Typesetter) -> str:
    """What was written in Latin letters because no font has it, by its number in Unicode; "" if nothing was."""
    return ", ".join(
        f"{latin} (U+{ord(character[0]):04X})" if not latin.startswith("[") else latin
        for character, latin in sorted(setter.spelled.items())[:_MAX_SPELLED]
    )


def _chinese_of(summary: Summary) -> str:
    """The country whose forms of Chinese characters the order's names most likely have."""
    organizations = (summary.customer, summary.partner)
    countries = [*(place.country for place in summary.locations), *(x.country for x in organizations if x)]
    return next((country for country in countries if country in _CHINESE), "")


def _markup(words: object) -> Markup:
    return words if isinstance(words, Markup) else _typesetter.get().mark(str(words))


def _wrap_lines(words: object, millimetres: float) -> Markup:
    """The words in lines of at most this width where they run from right to left."""
    return _typesetter.get().mark(str(words), millimetres)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_markup,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["within"] = _wrap_lines
    return environment


@contextmanager
def _creation_date(at: datetime) -> Iterator[None]:
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
