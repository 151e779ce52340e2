"""What stands ready is read as graphql-core would resolve it, whatever resolvers return and documents ask for."""

import json
from datetime import date
from inspect import isawaitable
from typing import Any

import pytest
import strawberry
from graphql import (
    ArgumentNode,
    DirectiveNode,
    DocumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLObjectType,
    InlineFragmentNode,
    NameNode,
    SelectionSetNode,
    VariableNode,
    Visitor,
    execute,
    parse,
    print_ast,
    subscribe,
    validate,
    visit,
)
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis_graphql import mutations, queries
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from backend.graphql_server.executor import Executor
from backend.graphql_server.pricing import weights
from backend.graphql_server.selections import MAX_PLACES_A_FIELD, Run, Variants
from tests.graphql_server import unusual_schema

CORE = unusual_schema.schema._schema
WEIGHTS = weights(CORE)
CONDITIONS = [{"yes": True, "no": False}, {"yes": False, "no": True}, {"yes": True, "no": True}]


class Reference(ExecutorThrowingOnIncremental):
    """graphql-core in its own way for every field; it counts what our executor has to count."""

    build_resolve_info = StrawberryGraphQLCoreExecutionContext.build_resolve_info

    def __init__(self, *args: Any, run: Run, **options: Any) -> None:
        super().__init__(*args, **options)
        self.operation_extensions = None
        self.run = run

    def complete_object_value(self, return_type: GraphQLObjectType, *rest: Any) -> Any:
        fields, edge = rest[0], return_type.name.endswith("Edge")
        rows = [name for name in self.collect_subfields(return_type, fields)[0].values() if edge and is_node(name[0])]
        self.run.spent += WEIGHTS[return_type.name] - len(rows) * WEIGHTS["Animal"]
        return super().complete_object_value(return_type, *rest)


def is_node(details: Any) -> bool:
    return bool(details.node.name.value == "node")


async def answer(document: DocumentNode, root: object, conditions: dict[str, bool], **options: Any) -> str:
    """The answer as text: data in their order, errors with their places; what it weighs, if nothing cut it short."""
    run = Run(unusual_schema.Context("de"))
    found = execute(CORE, document, root, run.context, conditions, run=run, **options)
    result = await found if isawaitable(found) else found
    assert isinstance(result, ExecutionResult)
    errors = [error.formatted for error in result.errors or ()]
    return json.dumps([result.data, errors or round(run.spent, 6)], default=repr)


async def events(document: DocumentNode, root: object, **options: Any) -> list[str]:
    """The answers of a subscription as text, and what ended it."""
    run = Run(unusual_schema.Context("de"))
    source = subscribe(CORE, document, root, run.context, run=run, **options)
    results = await source if isawaitable(source) else source
    if isinstance(results, ExecutionResult):
        return [json.dumps(results.formatted, default=repr)]
    told = list[str]()
    while True:
        try:
            result = await anext(results)
        except (StopAsyncIteration, ValueError) as end:
            return [*told, repr(end)]
        told.append(json.dumps(result.formatted, default=repr))


class Rewriting(Visitor):
    """Puts fields under other names, skips and includes some, moves some into fragments, and values into variables."""

    def __init__(self, draw: st.DrawFn) -> None:
        super().__init__()
        self.draw = draw
        self.variables = ["$yes: Boolean!", "$no: Boolean!"]

    def chosen(self) -> bool:
        """One in four."""
        return self.draw(st.integers(0, 3)) == 3

    def leave_field(self, node: FieldNode, *_: object) -> FieldNode:
        """Another name, a condition."""
        if self.chosen():
            node = _changed(node, alias=NameNode(value=self.draw(st.sampled_from(["a", "b", "c"]))))
        if self.chosen():
            kind, value = self.draw(st.sampled_from([("skip", "no"), ("skip", "yes"), ("include", "yes")]))
            variable = VariableNode(name=NameNode(value=value))
            argument = ArgumentNode(name=NameNode(value="if"), value=variable)
            node = _changed(node, directives=(DirectiveNode(name=NameNode(value=kind), arguments=(argument,)),))
        return node

    def leave_argument(self, node: ArgumentNode, *_: object) -> ArgumentNode:
        """A variable in place of a value."""
        type_ = {"StringValueNode": "String!", "IntValueNode": "Int"}.get(type(node.value).__name__)
        if type_ is None or not self.chosen():
            return node
        name = f"v{len(self.variables)}"
        self.variables.append(f"${name}: {type_} = {print_ast(node.value)}")
        return ArgumentNode(name=node.name, value=VariableNode(name=NameNode(value=name)))

    def leave_selection_set(self, node: SelectionSetNode, *_: object) -> SelectionSetNode:
        """A fragment around it."""
        if self.chosen():
            return SelectionSetNode(selections=(InlineFragmentNode(directives=(), selection_set=node),))
        return node


def _changed(node: FieldNode, **changes: Any) -> FieldNode:
    same = {key: getattr(node, key) for key in ("name", "alias", "arguments", "directives", "selection_set")}
    return FieldNode(**same | changes)


GENERATED = st.one_of(queries(CORE, print_ast=lambda node: node), mutations(CORE, print_ast=lambda node: node))


@st.composite
def documents(draw: st.DrawFn) -> DocumentNode:
    """An operation that asks for anything, with conditions, other names and fragments."""
    operation: Any = draw(GENERATED)
    rewriting = Rewriting(draw)
    kind, brace, fields = print_ast(visit(operation, rewriting)).partition("{")
    document = parse(f"{kind.strip() or 'query'} ({', '.join(rewriting.variables)}) {brace}{fields}")
    # Under another name a field may stand for two things.
    return parse(print_ast(operation)) if validate(CORE, document) else document


async def same(document: DocumentNode, root: unusual_schema.Query, kept: Variants | None = None) -> None:
    variants = kept or Variants(document)
    for conditions in CONDITIONS[: 1 if not variants.names else None]:
        theirs = await answer(document, root, conditions, executor_class=Reference)
        for _ in range(2):  # the second time from what was kept
            ours = await answer(document, root, conditions, executor_class=Executor, weights=WEIGHTS, variants=variants)
            assert ours == theirs


@settings(max_examples=100)
@given(documents(), unusual_schema.roots())
async def test_any_operation_is_answered_as_graphql_core_does(
    document: DocumentNode, root: unusual_schema.Query
) -> None:
    await same(document, root)


@pytest.mark.parametrize("whole", unusual_schema.WHOLE)
@settings(max_examples=30)
@given(root=unusual_schema.roots())
async def test_every_field_is_answered_as_graphql_core_does_whatever_stands_there(
    whole: str, root: unusual_schema.Query
) -> None:
    await same(parse(f"{whole} {unusual_schema.EVERYTHING}"), root)


@pytest.mark.parametrize("watched", unusual_schema.WATCHED)
@settings(max_examples=30, deadline=None)
@given(root=unusual_schema.roots())
async def test_every_event_is_answered_as_graphql_core_does(watched: str, root: unusual_schema.Query) -> None:
    document = parse(f"{watched} {unusual_schema.EVERYTHING}")
    theirs = await events(document, root, executor_class=Reference)
    assert await events(document, root, executor_class=Executor, weights=WEIGHTS, variants=Variants(document)) == theirs


@pytest.mark.parametrize("whole", unusual_schema.WHOLE)
async def test_a_strange_value_of_any_field_is_answered_as_graphql_core_does(whole: str) -> None:
    document = parse(f"{whole} {unusual_schema.EVERYTHING}")
    variants = Variants(document)
    for root in unusual_schema.strange():
        await same(document, root, variants)


async def test_what_fragments_repeat_too_often_goes_the_usual_way() -> None:
    twice = "a: keeper {{ animals {{ ...F{0} }} }} keeper {{ animals {{ ...F{0} }} }}"
    levels = [f"fragment F{n} on Animal {{ {twice.format(n + 1)} }}" for n in range(6)]
    document = parse("{ animal { ...F0 } } " + " ".join(levels) + " fragment F6 on Animal { id name legs }")
    keeper = unusual_schema.Keeper(id=strawberry.ID("k"), name=None, since=date(2026, 1, 1), animals=[])
    animal = unusual_schema.animal(keeper)
    keeper.animals.append(animal)
    variants = Variants(document)
    await same(document, unusual_schema.Query(animal=animal, keeper=keeper, animals=[], page=None), variants)
    (selections,) = variants._known.values()
    ready = sum(len(selection) - len(selection.rest) for selection in selections._known.values())
    assert 10 < ready <= MAX_PLACES_A_FIELD * print_ast(document).count("\n")
