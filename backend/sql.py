"""How SQL is spelled where the two databases differ; what uses it is one statement for both.

Nobody else asks which database it is, but for `database.py`, which runs the statements, and what works on the database
itself: its engines, migrations and backups. What is made of these pieces may be kept with `per_database`.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple

import orjson

from backend.database import dialect

Given = TypeVarTuple("Given")
T = TypeVar("T")


def per_database(make: Callable[[*Given], T]) -> Callable[[*Given], T]:
    """Keep what a function makes of its arguments, for each of the databases."""

    @lru_cache(maxsize=64)
    def made(_dialect: str, *given: Any) -> T:
        return make(*given)

    def kept(*given: *Given) -> T:
        return made(dialect(), *given)

    return kept


# ---------------------------------------------------------------- lists and rows as parameters


def among(parameter: int | str, kind: str = "bigint") -> str:
    """The condition that a column is in the list of a parameter (see `listed`): its number, or `{}` to be filled in."""
    place = f"${parameter}" if isinstance(parameter, int) else parameter
    return f"IN (SELECT value FROM json_each({place}))" if _on_sqlite() else f"= ANY({place}::{kind}[])"


def listed(values: Iterable[Any]) -> Any:
    """A list as the parameter that `among` reads."""
    return json.dumps(list(values)) if _on_sqlite() else list(values)


def in_all(select: str) -> str:
    """The condition that a column is one of what a subselect finds, which runs once: PostgreSQL may join with what
    follows IN, and run it for each row.
    """
    return f"IN ({select})" if _on_sqlite() else f"= ANY(ARRAY({select}))"


def table(columns: Sequence[str], like: str) -> str:
    """The JSON rows of `$1` (see `packed`) as a table `v` whose columns have the types of the table `like`."""
    if _on_sqlite():
        picked = ", ".join(f"json_extract(value, '$.{column}') AS {column}" for column in columns)
        return f"(SELECT {picked} FROM json_each($1)) v"
    return f"json_populate_recordset(NULL::{like}, $1::json) v"


def packed(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Rows as the parameter that `table` reads."""
    return orjson.dumps([dict(zip(columns, row, strict=True)) for row in rows]).decode()


def inserting(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> tuple[str, list[Any]]:
    """What appends rows to a table, in their order, with its parameter: the same statement however many there are."""
    names = ", ".join(columns)
    sql = f"INSERT INTO {name} ({names}) SELECT {names} FROM {table(columns, name)} WHERE true"
    return sql, [packed(columns, rows)]


def new_numbers(table: str, parameter: int) -> str:
    """A subselect: as many numbers for new rows of a table as the list of a parameter has (see `listed`: 1, 2, …), as
    JSON. Nobody else gets them; on SQLite as long as the transaction goes on.
    """
    if _on_sqlite():
        last = f"COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0)"
        return f"(SELECT json_group_array({last} + value) FROM json_each(${parameter}))"
    number = f"nextval(pg_get_serial_sequence('{table}', 'id'))"
    return f"(SELECT json_agg({number})::text FROM unnest(${parameter}::bigint[]))"


def values(rows: Sequence[Sequence[Any]]) -> tuple[str, list[Any]]:
    """Rows as what follows VALUES, and the parameters that it takes."""
    width = len(rows[0]) if rows else 0
    starts = range(1, width * len(rows) + 1, width or 1)
    places = (", ".join(f"${number}" for number in range(start, start + width)) for start in starts)
    return ", ".join(f"({row})" for row in places), [value for row in rows for value in row]


def first_of_each(each: str, table: str, alias: str, which: str) -> str:
    """What follows FROM: for each row of `each`, the rows of a table that are `which`: what begins with WHERE and ends
    with LIMIT, with the table's alias, and may name what is in `each`.
    """
    if _on_sqlite():
        return f"{each} CROSS JOIN {table} {alias} ON {alias}.id IN (SELECT {alias}.id FROM {table} {alias} {which})"
    return f"{each} CROSS JOIN LATERAL (SELECT * FROM {table} {alias} {which}) {alias}"


def rows_of_each(each: str, table: str, alias: str, which: str, first: str) -> str:
    """The same in any order, read no further than whoever reads asks for: `which` is the condition of the rows, `first`
    which of them come first and how many are enough, so that PostgreSQL reads them by the index that has this order.
    """
    if _on_sqlite():
        return f"{each} CROSS JOIN {table} {alias} ON {which}"
    return f"{each} CROSS JOIN LATERAL (SELECT * FROM {table} {alias} WHERE {which} {first}) {alias}"


# ---------------------------------------------------------------- locks


def locks_rows() -> bool:
    """Whether a transaction has to lock the rows that others must not change; SQLite's wait for each other anyhow."""
    return not _on_sqlite()


def locking(*, skip: bool = False) -> str:
    """What ends a selection whose rows others who want to lock them wait for, or with `skip` leave out."""
    if not locks_rows():
        return ""
    return " FOR UPDATE SKIP LOCKED" if skip else " FOR UPDATE"


def taking_turns() -> str:
    """The statement by which transactions with the same text `$1` wait for each other; none where all of them do."""
    return "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))" if locks_rows() else ""


def locking_all_but_keys() -> str:
    """The same, but rows of other tables may refer to the selected ones meanwhile."""
    return " FOR NO KEY UPDATE" if locks_rows() else ""


def keeping(alias: str) -> str:
    """What ends a selection whose rows nobody shall delete until the transaction ends; others may change them."""
    return f" FOR KEY SHARE OF {alias}" if locks_rows() else ""


# ---------------------------------------------------------------- types and functions


def until_commit() -> str:
    """What ends the statement that makes a temporary table which may go with the transaction."""
    return "" if _on_sqlite() else " ON COMMIT DROP"


def greatest(*values: str) -> str:
    """The greatest of several values."""
    return f"{'MAX' if _on_sqlite() else 'GREATEST'}({', '.join(values)})"


def least(*values: str) -> str:
    """The least of several values."""
    return f"{'MIN' if _on_sqlite() else 'LEAST'}({', '.join(values)})"


def as_instant(value: str) -> str:
    """A parameter as an instant, where nothing else says that it is one."""
    return f"CAST({value} AS {'TEXT' if _on_sqlite() else 'TIMESTAMPTZ'})"


def as_stored_json(value: str) -> str:
    """A parameter of JSON text as it is kept in a column of JSON."""
    return f"CAST({value} AS {'TEXT' if _on_sqlite() else 'JSONB'})"


# ---------------------------------------------------------------- JSON that a statement builds


def json_object(fields: str) -> str:
    """An object of `'name', value, …`: at most 50 fields, as a function of PostgreSQL takes 100 arguments."""
    return f"{'json_object' if _on_sqlite() else 'json_build_object'}({fields})"


def json_pair(first: str, second: str) -> str:
    """A list of two values."""
    return f"{'json_array' if _on_sqlite() else 'json_build_array'}({first}, {second})"


def json_list(value: str, source: str) -> str:
    """A subselect: the list of this value of each row that comes from `source`, as JSON; without rows it is empty."""
    if _on_sqlite():
        return f"json((SELECT json_group_array({value}) FROM {source}))"
    return f"(SELECT coalesce(json_agg({value}), '[]'::json) FROM {source})"


def json_of(select: str) -> str:
    """A subselect of one JSON value, as a value of another one: SQLite would take it for text."""
    return f"json(({select}))" if _on_sqlite() else f"({select})"


def json_column(column: str) -> str:
    """A column of JSON as a value of an object: SQLite would take it for text."""
    return f"json({column})" if _on_sqlite() else column


_MOST_PAIRS = 60


def json_rows(columns: dict[str, str], name: str, source: str) -> tuple[str, str]:
    """What stands before and after `WHERE`'s condition in a statement whose rows are an object each, as text.

    `columns` are the object's fields by name, as many as one likes, and `name` is what the object is called.
    """
    if _on_sqlite():
        # A function takes 127 arguments at most: the first columns, which are plain ones, are written before the rest.
        pairs = list(columns.items())
        first, rest = pairs[:-_MOST_PAIRS], pairs[-_MOST_PAIRS:]
        fields = ", ".join(f"'{field}', {value}" for field, value in rest)
        made = f"json_object({fields})"
        if first:
            written = " || ".join(f"'\"{field}\":' || json_quote({value}) || ','" for field, value in first)
            made = f"'{{' || {written} || substr({made}, 2)"
        return f"SELECT {made} AS {name} {source} WHERE ", ""
    fields = ", ".join(f"{value} AS {field}" for field, value in columns.items())
    return f"SELECT row_to_json(d)::text AS {name} FROM (SELECT {fields} {source} WHERE ", ") d"


def _on_sqlite() -> bool:
    return dialect() == "sqlite"
