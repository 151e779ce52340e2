"""Words from right to left within our sentences: isolated, so that numbers and marks around them keep their place.

In plain text by U+2068 and U+2069, in HTML by `<bdi>`. Only values that need it have them: invisible characters around
an order number would be copied with it.
"""

import re
from dataclasses import fields, replace
from typing import Any

from markupsafe import Markup, escape

from backend.bidi_isolation import END, START, isolated
from backend.mail.letter import MailData

_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_WHOLE = frozenset({"topic", "seller_email", "link", "guide", "code", "services"})  # not words, or used as they are


def isolate(data: MailData) -> MailData:
    """The same, with each word from right to left isolated."""
    changed = {field.name: _isolated(getattr(data, field.name)) for field in fields(data) if field.name not in _WHOLE}
    return replace(data, **changed)


def without_isolates(text: str) -> str:
    """Without isolates: for headers and titles."""
    return text.replace(START, "").replace(END, "")


def as_html(words: object) -> object:
    """What a template inserts, escaped, its isolates as elements."""
    if isinstance(words, Markup) or not isinstance(words, str):
        return words
    return Markup(str(escape(words)).replace(START, "<bdi>").replace(END, "</bdi>"))  # noqa: S704 escaped


def _isolated(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_isolated(part) for part in value)
    if not isinstance(value, str):
        return value
    return isolated(_CONTROLS.sub("", value))
