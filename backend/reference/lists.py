"""Reads the lists of `data/`: one entry a line, `#` begins a comment."""

from functools import cache
from importlib.resources import files


@cache
def entries(file: str) -> frozenset[str]:
    """The entries of the file."""
    return frozenset(line.strip() for line in _lines(file))


@cache
def rows(file: str, country: str) -> list[tuple[str, ...]]:
    """What the rows of a table say about a country, whose code is their first column."""
    table = (line.split("\t") for line in _lines(file))
    return [tuple(values) for code, *values in table if code == country]


@cache
def _lines(file: str) -> list[str]:
    lines = (files("backend.reference") / "data" / file).read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
