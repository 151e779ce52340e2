"""How lists, days and instants pass between Python and the two databases."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import orjson

from backend import database


def among(place: int, kind: str = "bigint") -> str:
    """The condition that a column is in the list which parameter number `place` carries."""
    if database.dialect() == "sqlite":
        return f"IN (SELECT value FROM json_each(${place}))"
    return f"= ANY(${place}::{kind}[])"


def listed(values: Iterable[Any]) -> Any:
    """A list as the parameter that `among` reads."""
    return json.dumps(list(values)) if database.dialect() == "sqlite" else list(values)


def locking() -> str:
    """What lets others who want to change the selected rows wait; SQLite lets one write at a time anyhow."""
    return "" if database.dialect() == "sqlite" else " FOR NO KEY UPDATE"


def table(columns: Sequence[str], like: str) -> str:
    """The JSON rows of `$1` (see `packed`) as a table `v` whose columns have the types of the table `like`."""
    if database.dialect() == "sqlite":
        picked = ", ".join(f"json_extract(value, '$.{column}') AS {column}" for column in columns)
        return f"(SELECT {picked} FROM json_each($1)) v"
    return f"json_populate_recordset(NULL::{like}, $1::json) v"


def packed(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as the parameter that `table` reads."""
    return orjson.dumps([dict(zip(columns, row, strict=True)) for row in rows]).decode()


def read_day(value: Any) -> date | None:
    """A day from a row: SQLite gives it as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def read_instant(value: Any) -> datetime:
    """An instant from a row: SQLite gives it as text."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    assert isinstance(found, datetime)
    return found
