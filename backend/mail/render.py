"""Render a mail: pick the letter of its kind, lay it out as HTML and as plain text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

from backend.language import text
from backend.mail.bidi_isolation import as_html, isolate, without_isolates
from backend.mail.digest import digest
from backend.mail.letter import Letter, Link, MailData, Message
from backend.mail.letters import LETTERS
from backend.models.outbox import EmailKind

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).parent / "templates"


def render(kind: EmailKind, language: str, data: MailData) -> Message:
    """The mail of this kind and `data.topic` in one of our languages. Raises KeyError if there is no such mail."""
    told = isolate(data)
    letter = LETTERS[kind, data.topic](language, told)
    if data.test:
        note = text(language, "This is a test order: nothing is really set up, and this email was sent to nobody.")
        letter = replace(letter, subject=f"[{text(language, 'Test')}] {letter.subject}", notes=(*letter.notes, note))
    return _message(language, letter, told, data.seller_email, unsubscribe=data.one_click)


def render_list(language: str, mails: Sequence[tuple[EmailKind, MailData]]) -> Message:
    """One mail to one person that lists these, each as its kind and what it is told; a single one is itself."""
    if len(mails) == 1:
        return render(mails[0][0], language, mails[0][1])
    told = [(kind, isolate(data)) for kind, data in mails]
    letter = digest(language, [(kind, data, LETTERS[kind, data.topic](language, data)) for kind, data in told])
    sellers = {data.seller_email for _, data in mails}
    about = next((data for _, data in told if data.reminders_link), told[0][1])
    one_click = all(data.one_click for _, data in told)
    return _message(language, letter, about, sellers.pop() if len(sellers) == 1 else None, unsubscribe=one_click)


def _message(language: str, letter: Letter, data: MailData, seller_email: str | None, *, unsubscribe: bool) -> Message:
    letter = replace(letter, subject=" ".join(without_isolates(letter.subject).split()))
    if data.reminders_link:
        words = text(language, "Choose how often reminders come")
        letter = replace(letter, reminders=Link(words, data.reminders_link))
    places = {
        "letter": letter,
        "language": language,
        "footer": text(language, "Control Hub sent this email to {recipient}.", recipient=data.recipient),
    }
    return Message(
        language=language,
        subject=letter.subject,
        text=_tidy(_template("mail.txt").render(places)),
        html=_template("mail.html").render(places),
        reply_to=None if letter.to_seller else seller_email,
        unsubscribe=data.reminders_link if unsubscribe else None,
    )


@cache
def _template(name: str) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=name.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=as_html if name.endswith(".html") else None,
    )
    environment.filters["wrap"] = _wrap
    return environment.get_template(name)


def _wrap(paragraph: str) -> str:
    """Lines of at most 72 characters; addresses stay whole."""
    return fill(paragraph, 72, break_long_words=False, break_on_hyphens=False)


def _tidy(plain: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", plain).strip() + "\n"
