"""The sentences that code says: followed from where one is said to where it stands, whatever holds it in between."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.sources import BACKEND, parsed

FOLDERS = ("connectors", "provisioning", "resolvers", "schema", "web")
# Calls that say something: the position of the sentence among their arguments, and its name where it is given by name.
SAYING = {"Refused": 1, "refuse": 1, "text": 1, "plural": 1, "_dead": 1, "Requirement": 3, "_each": 2, "Move": 2}
SAYING |= {"Said": 0, "PlannedStep": 2, "Finding": 2, "_bad_query": 0, "forbidden": 1}
SAYING |= {"ConnectorFailed": 0, "NameRefused": 0, "ConnectorUnavailable": 0}
NAMED = {"message", "text"}

Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Unknown:
    """What is said, and where, of which it can't be told which sentences it may be."""

    place: str
    said: str


def sentences() -> set[str]:
    """All sentences of the code that says something to people."""
    return {found for found in _all() if isinstance(found, str)}


def unknown() -> list[Unknown]:
    """Places whose sentences are not found: the sentence has to stand nearer, or the function be named above."""
    return [found for found in _all() if isinstance(found, Unknown)]


@cache
def _all() -> tuple[str | Unknown, ...]:
    paths = [path for folder in FOLDERS for path in sorted((BACKEND / folder).rglob("*.py"))]
    return tuple(found for path in paths for found in Module(path).said())


def called(node: ast.Call) -> str:
    """What is called; the method `text` of Entries reads a field and says nothing."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return "" if name == "text" else name


class Module:
    """One file: what it says, and where it keeps the words."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = parsed(path)
        self.scopes = {inner: scope for scope in _scopes(self.tree) for inner in _own(scope)}

    def said(self) -> Iterator[str | Unknown]:
        """The sentences of all calls that say something."""
        for node, scope in self.scopes.items():
            if isinstance(node, ast.Call) and (argument := _argument(node)) is not None:
                yield from self._written(argument, scope)

    def _written(self, node: ast.expr, scope: Scope) -> Iterator[str | Unknown]:
        match node:
            case ast.Constant(value=str(sentence)):
                yield sentence
            case ast.JoinedStr():  # the sentence of another system, whose details follow a colon
                first = node.values[0]
                yield str(first.value).partition(": ")[0] if isinstance(first, ast.Constant) else self._unknown(node)
            case ast.IfExp():
                yield from self._written(node.body, scope)
                yield from self._written(node.orelse, scope)
            case ast.Call() if called(node) in SAYING:  # said in words already: found by itself
                pass
            case ast.Attribute(attr="message"):  # of what was refused before: found where it was refused
                pass
            case _:
                yield from self._kept(node, scope)

    def _kept(self, node: ast.expr, scope: Scope) -> Iterator[str | Unknown]:
        match node:
            case ast.Name(id=name):
                yield from self._held(name, node, scope)
            case ast.Subscript(value=ast.Name(id=table)):
                yield from self._table(table, node)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=table), attr="get"), args=[_, *default]):
                yield from self._table(table, node)
                for other in default:
                    yield from self._written(other, scope)
            case ast.Call(func=ast.Name(id=function)):
                yield from self._answers(function, node)
            case _:
                yield self._unknown(node)

    def _held(self, name: str, node: ast.expr, scope: Scope) -> Iterator[str | Unknown]:
        """What a name may hold: what is assigned to it, a value of the table it goes through, or a parameter."""
        if not isinstance(scope, ast.Module) and scope.name in SAYING and name in _parameters(scope):
            return  # found where that function is called
        found = False
        for inner in _own(scope):
            match inner:
                case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                    found = True
                    yield from self._written(value, scope)
                case ast.For(target=ast.Tuple(elts=targets), iter=ast.Tuple(elts=rows)) if name in map(_name, targets):
                    found = True
                    for row in rows:
                        if isinstance(row, ast.Tuple):
                            yield from self._written(row.elts[[*map(_name, targets)].index(name)], scope)
                case ast.comprehension(target=ast.Tuple(elts=[_, ast.Name(id=target)]), iter=ast.Call(func=source)) if (
                    target == name and isinstance(source, ast.Attribute) and isinstance(source.value, ast.Name)
                ):
                    found = True
                    yield from self._table(source.value.id, node)
        if not found:
            yield self._unknown(node)

    def _table(self, name: str, node: ast.expr) -> Iterator[str | Unknown]:
        """The values of a table of this module, or of the one that it is made of."""
        for statement in self.tree.body:
            match statement:
                case (
                    ast.Assign(targets=[ast.Name(id=target)], value=table)
                    | ast.AnnAssign(target=ast.Name(id=target), value=table)
                ) if target == name:
                    yield from self._values(table, node)
                    return
        yield self._unknown(node)

    def _values(self, table: ast.expr | None, node: ast.expr) -> Iterator[str | Unknown]:
        match table:
            case ast.Dict(values=values):
                for value in values:
                    yield from self._written(value, self.tree)
            case ast.DictComp(
                generators=[ast.comprehension(iter=ast.Call(func=ast.Attribute(value=ast.Name(id=other))))]
            ):
                yield from self._table(other, node)
            case _:
                yield self._unknown(node)

    def _answers(self, name: str, node: ast.expr) -> Iterator[str | Unknown]:
        """What a function of this module may answer."""
        functions = [s for s in self.tree.body if isinstance(s, ast.FunctionDef) and s.name == name]
        for function in functions:
            for inner in _own(function):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from self._written(inner.value, function)
        if not functions:
            yield self._unknown(node)

    def _unknown(self, node: ast.expr) -> Unknown:
        return Unknown(f"{self.path.relative_to(BACKEND)}:{node.lineno}", ast.unparse(node))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _argument(node: ast.Call) -> ast.expr | None:
    position = SAYING.get(called(node))
    if position is None:
        return None
    if len(node.args) > position:
        return node.args[position]
    return next((keyword.value for keyword in node.keywords if keyword.arg in NAMED), None)


def _scopes(tree: ast.Module) -> Iterator[Scope]:
    yield tree
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _own(scope: Scope) -> Iterator[ast.AST]:
    """What stands in a function or module itself, not in the functions within."""
    waiting: list[ast.AST] = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting.extend(ast.iter_child_nodes(node))


def _parameters(scope: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    return {argument.arg for argument in (*scope.args.args, *scope.args.kwonlyargs)}
