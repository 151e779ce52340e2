"""The public schema: the file is what is served, and every element is described."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    is_introspection_type,
    is_specified_scalar_type,
)
from graphql.utilities import find_breaking_changes, find_dangerous_changes

from backend.provisioning.journey import TRANSITIONS
from backend.resolvers.schema import schema
from backend.schema.ids import MAX_LENGTH, BadId, global_id, read_id
from tests.api_clients import released

FILE = Path(__file__).parent.parent / "schema.graphql"
SERVED = schema._schema


def elements() -> Iterator[tuple[str, str | None]]:
    """Everything that can have a description."""
    for name, type_ in SERVED.type_map.items():
        if is_introspection_type(type_) or is_specified_scalar_type(type_):
            continue
        yield name, type_.description
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for field, definition in type_.fields.items():
                yield f"{name}.{field}", definition.description
                for argument, taken in definition.args.items():
                    yield f"{name}.{field}({argument})", taken.description
        elif isinstance(type_, GraphQLInputObjectType):
            for field, entered in type_.fields.items():
                yield f"{name}.{field}", entered.description
        elif isinstance(type_, GraphQLEnumType):
            for value, listed in type_.values.items():
                yield f"{name}.{value}", listed.description


def test_the_file_is_the_schema_that_is_served() -> None:
    assert FILE.read_text() == schema.as_str() + "\n"


def test_the_file_can_be_built_and_says_the_same() -> None:
    written = build_schema(FILE.read_text())
    assert find_breaking_changes(written, SERVED) == []
    assert find_dangerous_changes(written, SERVED) == []


def test_nothing_breaks_that_was_released() -> None:
    _, last = released()[-1]
    assert [change.description for change in find_breaking_changes(last, SERVED)] == []


def test_every_element_is_described() -> None:
    assert [name for name, description in elements() if not (description or "").strip()] == []


def test_a_mutation_of_an_order_says_who_may_call_it_and_when() -> None:
    mutation = SERVED.mutation_type
    assert mutation is not None
    for called, rule in TRANSITIONS.items():
        said = mutation.fields[called].description or ""
        assert [word for word in (*rule.roles, *rule.states) if word not in said] == [], called


def test_every_transition_is_a_mutation_and_every_list_of_rows_takes_a_page() -> None:
    mutation, query = SERVED.mutation_type, SERVED.query_type
    assert mutation is not None
    assert query is not None
    assert set(TRANSITIONS) <= set(mutation.fields)
    for type_ in SERVED.type_map.values():
        if isinstance(type_, GraphQLObjectType):
            for field in type_.fields.values():
                if str(field.type).rstrip("!").endswith("Connection"):
                    assert {"first", "after"} <= set(field.args)


def test_what_is_longer_than_any_id_is_none_and_is_not_kept() -> None:
    names = [type_.name for type_ in SERVED.get_possible_types(SERVED.type_map["Node"])]  # type: ignore[arg-type]
    assert max(len(global_id(name, 10**18 - 1)) for name in names) <= MAX_LENGTH
    with pytest.raises(BadId):
        read_id(global_id("Order" * 1_000, 7))
