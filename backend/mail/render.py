"""Render a mail: pick the letter of its kind, lay it out as HTML and as plain text."""

import re
from functools import cache
from pathlib import Path
from textwrap import fill

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from backend.language import text
from backend.mail import invitations, notices
from backend.mail.letter import Letter, MailData, Message

TEMPLATES = Path(__file__).parent / "templates"
_LETTERS = invitations.LETTERS | notices.LETTERS


def kinds() -> list[tuple[str, str | None]]:
    """Every mail that exists, as (EmailKind, topic)."""
    return list(_LETTERS)


def render(kind: str, language: str, data: MailData) -> Message:
    """The mail of an EmailKind (and `data.topic`) in `en` or `de`. Raises KeyError if there is no such mail."""
    letter = _LETTERS[kind, data.topic](language, data)
    places = {
        "letter": letter,
        "language": language,
        "footer": text(language, "This mail was sent to {recipient} by Control Hub.", recipient=data.recipient),
    }
    return Message(
        language=language,
        subject=" ".join(letter.subject.split()),
        text=_tidy(_template("mail.txt").render(places)),
        html=_template("mail.html").render(places),
        reply_to=_reply_to(letter, data),
    )


def _reply_to(letter: Letter, data: MailData) -> str | None:
    return None if letter.to_seller else data.seller_email


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=name.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["wrap"] = _wrap
    return environment.get_template(name)


def _wrap(paragraph: str) -> str:
    """Lines of at most 72 characters; addresses stay whole."""
    return fill(paragraph, 72, break_long_words=False, break_on_hyphens=False)


def _tidy(plain: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", plain).strip() + "\n"
