"""The term of a subscription."""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta


def end_of_term(start: date, months: int) -> date:
    """The last day of a term of some months: a year from 15 March 2026 ends on 14 March 2027.

    A term beyond the end of the calendar ends with it.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    day = min(start.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day) - timedelta(days=1)
