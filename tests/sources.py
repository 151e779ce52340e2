"""The source files of the product, each read and parsed once by all tests that look at code."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
BACKEND = ROOT / "backend"


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a file's syntax tree."""
    return tuple(ast.walk(parsed(path)))
