"""What an operation costs: objects it may return, known from the schema before it runs.

A scalar costs 0 and an object 1, or what `@cost` says of its type. A connection costs its rows, `first` or `last`,
whatever is asked of them, and multiplies what is below it; a list of ids counts their number, any other list what
`@listSize` says of it, or three. A mutation costs 10 more, for what it writes; one that takes a list does so for each
of its elements. What came is charged afterwards.
"""

from collections.abc import Callable, Iterator, Mapping
from math import ceil
from typing import Any, TypeVar

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from backend.graphql_server.directives import CacheControl, Cost, ListSize
from backend.graphql_server.limits import too_complex

MAX_COST = 1_000
MAX_PAGE_SIZE = 100
DEFAULT_PAGE_SIZE = 20
DEFAULT_LIST_SIZE = 3
MUTATION = 10
INTROSPECTION = 100

Variables = Mapping[str, Any]
D = TypeVar("D", CacheControl, Cost, ListSize)


def weights(schema: GraphQLSchema) -> dict[str, float]:
    """What one object of each type costs; the root types, connections and page information are free."""
    roots = {root.name for root in (schema.query_type, schema.mutation_type, schema.subscription_type) if root}
    return {name: 0 if name in roots else _weight(type_) for name, type_ in schema.type_map.items()}


def _weight(type_: GraphQLNamedType) -> float:
    name = type_.name
    if name == "__Schema":
        return INTROSPECTION
    if name.startswith("__") or name == "PageInfo" or name.endswith("Connection"):
        return 0
    said = _directive(type_, Cost)
    return float(said.weight) if said else 1


def max_age(
    schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> int:
    """For how many seconds clients may keep the answer of a query: the shortest of what its fields say, or 0."""
    root = schema.query_type
    if operation.operation is not OperationType.QUERY or root is None:
        return 0
    return min(_max_age(schema, root, operation.selection_set, fragments), default=0)


def _max_age(
    schema: GraphQLSchema,
    root: GraphQLObjectType,
    selection_set: SelectionSetNode,
    fragments: Mapping[str, FragmentDefinitionNode],
) -> Iterator[int]:
    for selection in selection_set.selections:
        if isinstance(selection, FragmentSpreadNode):
            yield from _max_age(schema, root, fragments[selection.name.value].selection_set, fragments)
        elif isinstance(selection, InlineFragmentNode):
            yield from _max_age(schema, root, selection.selection_set, fragments)
        elif isinstance(selection, FieldNode):
            field = schema.get_field(root, selection.name.value)
            said = _directive(field, CacheControl) if field else None
            yield said.max_age if said else 0


def _directive(element: GraphQLNamedType | GraphQLField, kind: type[D]) -> D | None:
    definition = element.extensions.get("strawberry-definition")
    return next((found for found in getattr(definition, "directives", None) or () if isinstance(found, kind)), None)


class Price:
    """The cost of one validated operation as a function of its variables."""

    def __init__(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]
    ) -> None:
        self._schema = schema
        self._weights = weights(schema)
        self._operation = operation
        self._fragments = fragments
        self._sizes: set[str] = set()
        self._known: dict[tuple[Any, ...], int] = {}
        self._defaults = {
            node.variable.name.value: _literal(node.default_value) for node in operation.variable_definitions or ()
        }
        self._evaluate({})  # finds the variables that are sizes

    def of(self, variables: Variables) -> int:
        """The highest cost with these variables. Raises GraphQLError if a page is too large or the cost too high."""
        key = tuple(_size_of(variables.get(name, self._defaults.get(name))) for name in self._names)
        cost = self._known.get(key)
        if cost is None:
            cost = self._evaluate(dict(zip(self._names, key, strict=True)))
            if cost <= MAX_COST and len(self._known) < 64:
                self._known[key] = cost
        if cost > MAX_COST:
            raise too_complex(f"This request costs {cost}; {MAX_COST} is the most.", self._operation)
        return cost

    def _evaluate(self, sizes: Mapping[str, int | None]) -> int:
        root = self._schema.get_root_type(self._operation.operation)
        assert root is not None  # validated
        walk = _Walk(self._schema, self._weights, self._fragments, sizes, self._sizes.add)
        try:
            read = walk.selections(self._operation.selection_set, root, 1)
            return charged(MUTATION * self._written(walk, root) + read)
        finally:
            self._names = tuple(sorted(self._sizes))

    def flat(self, variables: Variables) -> int:
        """What is charged whatever comes: what mutations write."""
        root = self._schema.get_root_type(self._operation.operation)
        assert root is not None  # validated
        sizes = {name: _size_of(variables.get(name, self._defaults.get(name))) for name in self._names}
        walk = _Walk(self._schema, self._weights, self._fragments, sizes, self._sizes.add)
        return MUTATION * self._written(walk, root)

    def _written(self, walk: "_Walk", root: GraphQLObjectType) -> int:
        """How many things the mutations write."""
        if self._operation.operation is not OperationType.MUTATION:
            return 0
        nodes = _fields(self._operation.selection_set, self._fragments)
        return sum(
            walk.size(node, root.fields[node.name.value]) or 1 for node in nodes if node.name.value in root.fields
        )


def _fields(selection_set: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> Iterator[FieldNode]:
    """The fields that a selection set has at its own level, those of its fragments included."""
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            yield selection
        elif isinstance(selection, FragmentSpreadNode):
            yield from _fields(fragments[selection.name.value].selection_set, fragments)
        elif isinstance(selection, InlineFragmentNode):
            yield from _fields(selection.selection_set, fragments)


def charged(cost: float) -> int:
    """A cost as it is told and charged: a whole number."""
    return ceil(round(cost, 6))


class _Walk:
    """One evaluation; a fragment that is spread often is walked once for each page size around it."""

    def __init__(
        self,
        schema: GraphQLSchema,
        weights: Mapping[str, float],
        fragments: Mapping[str, FragmentDefinitionNode],
        sizes: Mapping[str, int | None],
        note: Callable[[str], None],
    ) -> None:
        self.schema = schema
        self.weights = weights
        self.fragments = fragments
        self.sizes = sizes
        self.note = note
        self.known: dict[tuple[str, int], float] = {}
        self.sized: set[tuple[str, str]] = set()  # lists that are as long as what the field above was given

    def selections(self, selection_set: SelectionSetNode, parent: GraphQLNamedType, page: int) -> float:
        total = 0.0
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                total += self.field(selection, parent, page)
            elif isinstance(selection, FragmentSpreadNode):
                total += self.spread(selection.name.value, page)
            elif isinstance(selection, InlineFragmentNode):
                condition = selection.type_condition
                inner = self.schema.type_map[condition.name.value] if condition else parent
                total += self.selections(selection.selection_set, inner, page)
        return total

    def spread(self, name: str, page: int) -> float:
        key = (name, page)
        if key not in self.known:
            fragment = self.fragments[name]
            parent = self.schema.type_map[fragment.type_condition.name.value]
            self.known[key] = self.selections(fragment.selection_set, parent, page)
        return self.known[key]

    def field(self, node: FieldNode, parent: GraphQLNamedType, page: int) -> float:
        definition = self.schema.get_field(parent, node.name.value)  # type: ignore[arg-type]
        if definition is None or node.selection_set is None:
            return 0
        named = get_named_type(definition.type)
        if not is_composite_type(named):
            return 0
        size = self.size(node, definition)
        rows = size or DEFAULT_PAGE_SIZE
        said = _directive(definition, ListSize)
        if said and said.sized_fields:
            self.sized |= {(named.name, name) for name in said.sized_fields}
        inner = self.selections(node.selection_set, named, rows)
        if named.name.endswith("Connection"):
            return rows + inner
        if parent.name.endswith("Connection") and is_list_type(get_nullable_type(definition.type)):
            return inner * page  # the rows themselves are the connection's
        if parent.name.endswith("Edge"):
            return inner
        each = self.weights[named.name] + inner
        if (parent.name, node.name.value) in self.sized:
            return each * page
        if is_list_type(get_nullable_type(definition.type)):
            return each * (size or (said.assumed_size if said else DEFAULT_LIST_SIZE))
        return each

    def size(self, node: FieldNode, definition: GraphQLField) -> int | None:
        """How many rows are asked for or given, if an argument says so."""
        said = _directive(definition, ListSize)
        given = (said.slicing_arguments if said else None) or ()
        most = said.assumed_size if said and given else MAX_PAGE_SIZE
        for argument in node.arguments or ():
            name = argument.name.value
            if name in ("first", "last", "ids", *given) and name in definition.args:
                found = self.value(argument.value)
                if found is not None:
                    if found > most:
                        raise too_complex(f"`{name}` may be {most} at most; it is {found}.", node)
                    return max(found, 1)
        return 1 if given else None

    def value(self, node: ValueNode) -> int | None:
        if isinstance(node, VariableNode):
            self.note(node.name.value)
            return self.sizes.get(node.name.value)
        return _size_of(_literal(node))


def _literal(node: ValueNode | None) -> object:
    if isinstance(node, IntValueNode):
        return int(node.value) if len(node.value) < 12 else MAX_PAGE_SIZE + 1
    return list(node.values) if isinstance(node, ListValueNode) else None


def _size_of(value: object) -> int | None:
    if isinstance(value, (list, tuple)):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
