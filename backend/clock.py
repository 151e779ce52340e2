"""The one clock: every module that needs the time asks here, so that a demo or a test can move it."""

import re
from datetime import UTC, date, datetime, timedelta

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_offset = timedelta()


def parse_offset(text: str) -> timedelta:
    """Read an offset such as `+31d`, `-2h` or `+90m`; empty means none. Raises ValueError on anything else."""
    if not text:
        return timedelta()
    match = re.fullmatch(r"([+-]?)(\d{1,6})([dhms])", text.strip())
    if not match:
        raise ValueError(f"not an offset such as +31d: {text!r}")
    amount = timedelta(**{_UNITS[match[3]]: int(match[2])})
    return -amount if match[1] == "-" else amount


def set_offset(offset: timedelta) -> None:
    """Let everything run as if it were `offset` later (development and tests)."""
    global _offset
    _offset = offset


def now() -> datetime:
    """The current instant in UTC, moved by the offset."""
    return datetime.now(UTC) + _offset


def today() -> date:
    """The current day in UTC, moved by the offset."""
    return now().date()
