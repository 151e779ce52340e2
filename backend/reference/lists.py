"""Reads the lists of `data/`: one entry a line, `#` begins a comment."""

from functools import cache
from importlib.resources import files


@cache
def entries(file: str) -> frozenset[str]:
    """The entries of the file."""
    lines = (files("backend.reference") / "data" / file).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
