"""The correlation id of the work in hand: in every log line, answer and timeline entry of one request."""

import secrets
from contextvars import ContextVar

_current: ContextVar[str | None] = ContextVar("correlation_id", default=None)


def begin() -> str:
    """Give the work that starts here its own id and return it."""
    new = secrets.token_hex(8)
    _current.set(new)
    return new


def current() -> str | None:
    """The id of the work in hand; None outside of any."""
    return _current.get()
