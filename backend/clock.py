"""The one clock: every module that needs the time asks here. It is the database's, so all processes agree.

PostgreSQL tells its time when a connection begins and every few seconds after; in between this process counts on its
own, whatever somebody does to the clock of its machine. SQLite's clock is that of the machine. A demo or a test can
move the clock by an offset.
"""

import re
import time
from datetime import UTC, date, datetime, timedelta

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_COUNTER = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # goes on while the machine sleeps, if it can
JUMP = 1.0  # seconds between what the clock says and what was counted
UNSTEADY_AFTER_JUMP = 10.0  # seconds after a jump until all processes have heard of it and renewed what they hold
MAX_ANSWER_SECONDS = 1.0  # an answer that took longer is too imprecise

_offset = timedelta()
_database_zero: float | None = None  # the database's time when the counter stood at zero; None: it is the machine's
_last_zero: float | None = None  # the same, as last seen of whichever clock is followed
_jumped_at: float | None = None


def parse_offset(text: str) -> timedelta:
    """Read an offset such as `+31d`, `-2h` or `+90m`; empty means none. Raises ValueError, which says what is wrong."""
    if not text:
        return timedelta()
    match = re.fullmatch(r"([+-]?)(\d{1,6})([dhms])", text.strip())
    if not match:
        raise ValueError(f"is not an offset such as +31d: {text!r}")
    amount = timedelta(**{_UNITS[match[3]]: int(match[2])})
    return -amount if match[1] == "-" else amount


def set_offset(offset: timedelta) -> None:
    """Let everything run as if it were `offset` later (development and tests)."""
    global _offset
    _offset = offset


def elapsed() -> float:
    """Seconds on a counter that nobody can set; only differences mean something."""
    return time.clock_gettime(_COUNTER)


def synchronise(database_time: datetime, asked: float) -> None:
    """Follow the clock of the database, which answered with its time between `asked`, on our counter, and now."""
    global _database_zero
    answered = elapsed()
    if _database_zero is not None and answered - asked > MAX_ANSWER_SECONDS:
        return
    _database_zero = database_time.timestamp() - (asked + answered) / 2
    _detect_jump(_database_zero)


def follow_machine() -> None:
    """Follow the machine's own clock (SQLite)."""
    global _database_zero, _last_zero
    _database_zero = _last_zero = None


def now() -> datetime:
    """The current instant in UTC, moved by the offset."""
    if _database_zero is not None:
        return datetime.fromtimestamp(_database_zero + elapsed(), UTC) + _offset
    at = datetime.now(UTC)
    _detect_jump(at.timestamp() - elapsed())
    return at + _offset


def today() -> date:
    """The current day in UTC, moved by the offset."""
    return now().date()


def is_steady() -> bool:
    """Whether the clock has not jumped lately: after a jump, what others hold may look as if they had let it go."""
    return _jumped_at is None or elapsed() - _jumped_at > UNSTEADY_AFTER_JUMP


def _detect_jump(zero: float) -> None:
    global _last_zero, _jumped_at
    if _last_zero is not None and abs(zero - _last_zero) > JUMP:
        _jumped_at = elapsed()
    _last_zero = zero
