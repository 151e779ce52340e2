"""Docstrings as descriptions: what stands in a class's docstring is what GraphiQL shows.

The first paragraph describes the type. After it, each line `name: text` describes a field (or a value of an enum); an
argument is described in the docstring of its resolver in the same way. What is not described there has the description
of its interface, or of `shared_descriptions`. A linter demands a description of every element.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from inspect import cleandoc
from typing import Any, TypeVar, dataclass_transform

import strawberry
from strawberry.types.base import StrawberryObjectDefinition, get_object_definition

from backend.schema.shared_descriptions import INPUTS, OUTPUTS

T = TypeVar("T", bound=type)
_LINE = re.compile(r"^([a-z_][a-z_0-9]*|[A-Z][A-Z_0-9]*): (.+)$")


def read(docstring: str | None) -> tuple[str, dict[str, str]]:
    """The description and the described names of a docstring; a line that is indented continues the one above."""
    paragraphs: list[str] = []
    named: dict[str, str] = {}
    current: str | None = None
    for line in cleandoc(docstring or "").splitlines():
        match = _LINE.match(line)
        if match:
            current = match[1]
            named[current] = match[2]
        elif current and line.startswith(" "):
            named[current] += " " + line.strip()
        elif current is None:
            paragraphs.append(line)
    return " ".join(part for part in paragraphs if part), named


def describe(made: type, also: Mapping[str, str] | None = None) -> None:
    """Give a Strawberry type and its fields and arguments the descriptions of the docstrings.

    `also` is what is said besides of fields, by their names in Python.
    """
    text, named = read(made.__doc__)
    definition = get_object_definition(made, strict=True)
    definition.description = text
    described = (INPUTS if definition.is_input else OUTPUTS) | _inherited(definition) | named
    for field in definition.fields:
        own = described.get(field.python_name)
        if field.base_resolver is not None:
            said, arguments = read(field.base_resolver.wrapped_func.__doc__)
            own = said or own
            for argument in field.arguments:
                name = argument.python_name
                argument.description = argument.description or arguments.get(name) or INPUTS.get(name)
        further = (also or {}).get(field.python_name)
        field.description = field.description or " ".join(filter(None, (own, further))) or None


def _inherited(definition: StrawberryObjectDefinition) -> dict[str, str]:
    """What the interfaces of a type say of their fields; the nearest one wins."""
    return {
        field.python_name: field.description
        for interface in reversed(definition.interfaces)
        for field in interface.fields
        if field.description
    }


def _described(cls: T, definition_of: Callable[[T], T]) -> T:
    made = definition_of(cls)
    describe(made)
    return made


@dataclass_transform(order_default=True, kw_only_default=True, field_specifiers=(strawberry.field,))
def type_(cls: T) -> T:
    """An object type, described by its docstring."""
    return _described(cls, strawberry.type)


@dataclass_transform(order_default=True, kw_only_default=True, field_specifiers=(strawberry.field,))
def interface(cls: T) -> T:
    """An interface, described by its docstring."""
    return _described(cls, strawberry.interface)


@dataclass_transform(order_default=True, kw_only_default=True, field_specifiers=(strawberry.field,))
def input_(cls: T) -> T:
    """An input, described by its docstring."""
    return _described(cls, strawberry.input)


def enum(values: type[Enum], docstring: str, name: str | None = None) -> None:
    """Make an enum of the rules one of the API."""
    text, named = read(docstring)
    strawberry.enum(values, name=name, description=text)
    definition: Any = values.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = named.get(value.name)
