"""Days and instants as the API reads and writes them; of a day one form, so that no program means another than we."""

import re
from datetime import date, datetime

from strawberry import scalar
from strawberry.schema.types.base_scalars import DateTimeDefinition

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(written: object) -> date:
    """The day that a text such as `2026-11-23` means. Raises ValueError for every other form of ISO 8601."""
    if not (isinstance(written, str) and _DAY.fullmatch(written)):
        raise ValueError("A date is written like 2026-11-23.")
    return date.fromisoformat(written)


Day = scalar(
    name="Date",
    description="A day as in ISO 8601, year-month-day, such as 2026-11-23.",
    serialize=date.isoformat,
    parse_value=read_day,
)
Instant = scalar(
    name="DateTime",
    description="An instant as in ISO 8601, such as 2026-11-23T09:30:00+00:00; answers have it in UTC.",
    serialize=datetime.isoformat,
    parse_value=DateTimeDefinition.parse_value,
)
