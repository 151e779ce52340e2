"""How days and instants of the two databases are read."""

from datetime import date, datetime
from typing import Any


def read_day(value: Any) -> date | None:
    """A day from a row: SQLite gives it as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def read_instant(value: Any) -> datetime:
    """An instant from a row: SQLite gives it as text."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    assert isinstance(found, datetime)
    return found
