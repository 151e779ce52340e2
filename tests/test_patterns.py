"""Every pattern of the back end takes time in proportion to its text, whoever wrote the text."""

import ast
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.sources import BACKEND, nodes

CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
ANCHORED = {"match", "fullmatch"}
UNITS = ["a", "Z", "0", "-", "_", ".", "@", " ", "\t", "\n", "/", "=", '"', "&", "<", "é", "中", "\u200d", "a-", "a."]
UNITS += [
    "-0",
    "0a",
    "a@",
    "a@a.",
    "a://",
    "://",
    "token ",
    "token=",
    "bearer ",
    "code=",
    "xn--",
    "https://",
    ") ",
    "$1",
]
REPEATED = 4_096  # times
GENEROUS = 20  # times to measure what is slow, on a busy machine
TRIES = 4  # A pattern that backtracks is slow each time; a processor that does something else is not.
HARMLESS = 0.005  # seconds: too short to tell linear from quadratic


@dataclass(frozen=True)
class Written:
    """A pattern that stands in the code; `anchored` is one that is only tried where a text begins."""

    place: str
    pattern: re.Pattern[str]
    anchored: bool


@cache
def written() -> list[Written]:
    """All patterns that stand in the code as such."""
    return [found for path in sorted(BACKEND.rglob("*.py")) for found in _written_in(path)]


def _written_in(path: Path) -> list[Written]:
    source = path.read_text("utf-8")
    if "re." not in source:
        return []
    names = {
        id(node.value): node.targets[0].id
        for node in nodes(path)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    found = []
    for node in nodes(path):
        if not (isinstance(node, ast.Call) and (method := _method_of_re(node))):
            continue
        text = node.args[0]
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            continue
        used = {method}
        if method == "compile":
            used = set(re.findall(rf"\b{names.get(id(node), '-')}\.(\w+)\b", source)) & CALLS
        pattern = re.compile(text.value, _flags(node))
        place = f"{path.relative_to(BACKEND)}:{node.lineno}"
        found.append(Written(place, pattern, anchored=bool(used) and used <= ANCHORED))
    return found


def _method_of_re(node: ast.Call) -> str | None:
    function = node.func
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and node.args):
        return None
    return function.attr if function.value.id == "re" and function.attr in CALLS else None


def _flags(node: ast.Call) -> int:
    given = " ".join(ast.unparse(argument) for argument in [*node.args[1:], *(word.value for word in node.keywords)])
    return sum(int(getattr(re, name)) for name in set(re.findall(r"\bre\.([A-Z]+)\b", given)))


def seconds(pattern: re.Pattern[str], text: str, *, anchored: bool) -> float:
    """The time that the pattern needs for the whole text: the better of two tries."""

    def once() -> float:
        started = time.thread_time()
        if anchored:
            pattern.fullmatch(text)
        else:
            sum(1 for _ in pattern.finditer(text))
        return time.thread_time() - started

    return min(once(), once())


def superlinear(pattern: re.Pattern[str], *, anchored: bool, units: Sequence[str] = UNITS) -> list[str]:
    """The repeated texts for which twice the text takes much more than twice the time."""

    def backtracks(unit: str) -> bool:
        twice = seconds(pattern, unit * 2 * REPEATED + "\0", anchored=anchored)
        return twice > HARMLESS and twice > 3 * seconds(pattern, unit * REPEATED + "\0", anchored=anchored)

    return [unit for unit in units if all(backtracks(unit) for _ in range(TRIES))]


@pytest.mark.slow
def test_twice_the_text_takes_each_pattern_twice_the_time() -> None:
    found = {one.place: superlinear(one.pattern, anchored=one.anchored) for one in written()}
    assert {place: units for place, units in found.items() if units} == {}


def test_a_pattern_that_backtracks_is_found() -> None:
    slow = re.compile(r"[a-z.]*@[a-z]+")  # all tries agree only where nothing else disturbs the clock
    assert any(superlinear(slow, anchored=False, units=["a"]) for _ in range(GENEROUS))


def test_the_patterns_of_the_logs_are_among_those_tested() -> None:
    assert sum(one.place.startswith("web/logs.py") for one in written()) >= 6
