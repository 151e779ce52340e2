"""The tables of the product as the models say they are: what a copy from one kind of database to the other carries.

No table and no column is named here: a copy refuses a database that has others than the models know.
"""
# ruff: noqa: SLF001 – Tortoise tells of its models under a name that begins with _

import json
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from graphlib import TopologicalSorter
from typing import Any

import msgspec
from tortoise import Tortoise, fields
from tortoise.models import Model

from backend import database

Values = tuple[Any, ...]  # a row: a value for each column, in the form that `Kind` tells
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Kind(StrEnum):
    """What a column holds, and the one form in which values of both databases are compared."""

    PLAIN = "PLAIN"  # int, float or bytes
    TEXT = "TEXT"  # str
    TRUTH = "TRUTH"  # bool
    DAY = "DAY"  # date
    INSTANT = "INSTANT"  # datetime in UTC
    JSON = "JSON"  # its text with sorted keys and no spaces


_KINDS: dict[type[Any], Kind] = {  # of subclasses too
    fields.BooleanField: Kind.TRUTH,
    fields.DatetimeField: Kind.INSTANT,
    fields.DateField: Kind.DAY,
    fields.JSONField: Kind.JSON,
    fields.CharField: Kind.TEXT,
    fields.TextField: Kind.TEXT,
    fields.IntField: Kind.PLAIN,  # small and big ones as well
    fields.FloatField: Kind.PLAIN,
    fields.BinaryField: Kind.PLAIN,
}


class Column(msgspec.Struct, frozen=True):
    """A column: `longest` is how many characters PostgreSQL takes, None if as many as there are."""

    name: str
    kind: Kind
    longest: int | None


class Table(msgspec.Struct, frozen=True):
    """A table: `key` is its primary key, by which its rows are in order; `batch` is how many are read at once."""

    name: str
    key: Column
    columns: tuple[Column, ...]
    numbered: bool  # the database gives its keys, one after the other
    batch: int

    @property
    def key_place(self) -> int:
        """Where the key is in a row."""
        return self.columns.index(self.key)


def tables() -> list[Table]:
    """All tables; those that others refer to come first. The models have to be known: `database.connect`."""
    models = {model._meta.db_table: model for model in Tortoise.apps[database.APP].values()}
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(sorted(models), ()))
    for name, model in models.items():
        for field in model._meta.fk_fields | model._meta.o2o_fields:
            related: Any = model._meta.fields_map[field]
            if related.related_model is not model:
                order.add(name, related.related_model._meta.db_table)
    return [_table(models[name]) for name in order.static_order()]


def _table(model: type[Model]) -> Table:
    columns = {
        name: Column(
            column, _kind(model._meta.fields_map[name]), getattr(model._meta.fields_map[name], "max_length", None)
        )
        for name, column in model._meta.fields_db_projection.items()
    }
    heavy = any(isinstance(model._meta.fields_map[name], fields.BinaryField) for name in columns)
    return Table(
        name=model._meta.db_table,
        key=columns[model._meta.pk_attr],
        columns=tuple(columns.values()),
        numbered=bool(model._meta.fields_map[model._meta.pk_attr].generated),
        batch=50 if heavy else 1_000,
    )


def _kind(field: fields.Field[Any]) -> Kind:
    for known, kind in _KINDS.items():
        if isinstance(field, known):
            return kind
    raise TypeError(f"say in backup/tables.py how {type(field).__name__} is copied")


Converters = list[tuple[int, Callable[[Any], Any]]]


def converted(rows: Iterable[Iterable[Any]], converters: Converters) -> list[Values]:
    """Rows whose values at some places are made other ones; what is empty stays so."""
    if not converters:
        return [tuple(row) for row in rows]
    made = []
    for row in rows:
        values = list(row)
        for place, convert in converters:
            if values[place] is not None:
                values[place] = convert(values[place])
        made.append(tuple(values))
    return made


def converters(table: Table, by_kind: dict[Kind, Callable[[Any], Any]]) -> Converters:
    """Which values of a table's rows are made other ones."""
    return [(place, by_kind[column.kind]) for place, column in enumerate(table.columns) if column.kind in by_kind]


def _number(text: str) -> int | float:
    exact = Decimal(text)
    return int(exact) if exact == exact.to_integral_value() and abs(exact.adjusted()) < 400 else float(text)


_read_json = json.JSONDecoder(parse_float=_number).decode
_write_json = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical_json(text: str) -> str:
    """JSON in its one form: PostgreSQL sorts keys in its own way, and `1e2` is 100 there."""
    return text if text in ("{}", "[]", "null") else _write_json(_read_json(text))


def instant(text: str) -> datetime:
    """An instant as SQLite keeps it."""
    read = datetime.fromisoformat(text)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)


FROM_SQLITE: dict[Kind, Callable[[Any], Any]] = {
    Kind.TRUTH: bool,
    Kind.DAY: date.fromisoformat,
    Kind.INSTANT: instant,
    Kind.JSON: canonical_json,
}
TO_SQLITE: dict[Kind, Callable[[Any], Any]] = {
    Kind.TRUTH: int,
    Kind.DAY: date.isoformat,
    Kind.INSTANT: lambda value: value.isoformat(" "),
}
FROM_POSTGRES: dict[Kind, Callable[[Any], Any]] = {Kind.JSON: canonical_json}


def replace_nul(text: str) -> str:
    """Text that PostgreSQL can keep."""
    return text.replace("\0", REPLACEMENT)


def replace_nul_in_json(text: str) -> str:
    """JSON that PostgreSQL can keep."""
    return _write_json(_without_nul(_read_json(text))) if "\\u0000" in text else text


def _without_nul(value: Any) -> Any:
    if isinstance(value, str):
        return replace_nul(value)
    if isinstance(value, list):
        return [_without_nul(one) for one in value]
    if isinstance(value, dict):
        return {replace_nul(key): _without_nul(one) for key, one in value.items()}
    return value


WITHOUT_NUL: dict[Kind, Callable[[Any], Any]] = {Kind.TEXT: replace_nul, Kind.JSON: replace_nul_in_json}


def unstorable(table: Table, row: Values) -> str | None:
    """Why PostgreSQL does not keep a row of SQLite, which asks less; None if nothing is known against it."""
    for column, value in zip(table.columns, row, strict=True):
        place = f"{table.name} {row[table.key_place]}, {column.name}"
        if not isinstance(value, str):
            continue
        if "\0" in value or (column.kind is Kind.JSON and replace_nul_in_json(value) != value):
            return f"{place} has a NUL character, which PostgreSQL cannot keep: --replace-nul puts {REPLACEMENT} there"
        if column.longest is not None and column.kind is Kind.TEXT and len(value) > column.longest:
            return f"{place} has {len(value)} characters, PostgreSQL takes {column.longest}"
    return None
