"""The examples of docs/api/README.md, from which its tests, the clients and the collection of requests are made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson
from graphql import OperationDefinitionNode, parse

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "api" / "README.md"
_PART = re.compile(r"^## (?:\d+\. )?(.+)$|^```(graphql|json)(.*)\n([^`]*)^```$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One request: below which heading, whose it is, its operation, its variables as they are written, and how it ends.

    `variables` is JSON with `<order>` and its like, which earlier answers or the day fill in.
    """

    heading: str
    caller: str
    name: str
    operation: str
    variables: str
    ends: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """Those of the variables that the operation declares."""
        given = orjson.loads(self.variables)
        return orjson.dumps({name: given[name] for name in given if f"${name}" in self.operation}).decode()

    @property
    def is_subscription(self) -> bool:
        """Whether it needs a socket."""
        return self.operation.startswith("subscription")


def examples() -> Iterator[Example]:
    """The requests in their order.

    An operation is sent with each JSON below it, and with the variables of the one before if it has none. JSON may name
    an operation from further above. What else stands behind `graphql` or `json`: the caller, and how it ends.
    """
    heading = newest = ""
    variables = "{}"
    known: dict[str, Example] = {}
    last: Example | None = None
    for title, kind, words, text in _PART.findall(GUIDE.read_text()):
        if last and kind != "json":
            yield last
            last = None
        if title:
            heading = title
        elif kind == "graphql":
            caller, *ends = words.split()
            last = Example(heading, caller, _name(text), text, variables, tuple(ends))
            known[last.name] = last
            newest = last.name
        else:
            variables = text
            name, *ends = words.split() or [newest]
            of = known[name]
            yield Example(heading, of.caller, of.name, of.operation, variables, tuple(ends) or of.ends)
            last = None
    if last:
        yield last


def operations() -> str:
    """All operations as one document, each once."""
    found = {example.name: example.operation for example in examples()}
    return "\n".join(found.values())


def _name(operation: str) -> str:
    [definition] = parse(operation).definitions
    assert isinstance(definition, OperationDefinitionNode)
    assert definition.name
    return definition.name.value
