"""What an operation costs: objects it may return, known from the schema before it runs.

A scalar costs 0 and an object 1; the wrappers of Relay (connections, edges, page information) are free. A connection
multiplies what is below it by `first` or `last`, a list of ids by their number, any other list by three: the services
of an order, its licenses, the domains of an organization. A mutation costs 10 more, for what it writes.
"""

from collections.abc import Callable, Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
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

from backend.http.limits import too_complex

HIGHEST_COST = 1_000
LARGEST_PAGE = 100
DEFAULT_PAGE = 20
USUAL_LIST = 3
MUTATION = 10
INTROSPECTION = 100

Variables = Mapping[str, Any]


def weight(type_name: str) -> int:
    """What one object of this type costs."""
    if type_name == "__Schema":
        return INTROSPECTION
    free = type_name.startswith("__") or type_name == "PageInfo" or type_name.endswith(("Connection", "Edge"))
    return 0 if free else 1


def weights(schema: GraphQLSchema) -> dict[str, int]:
    """`weight` of every type of the schema; the root types are free."""
    roots = {root.name for root in (schema.query_type, schema.mutation_type, schema.subscription_type) if root}
    return {name: 0 if name in roots else weight(name) for name in schema.type_map}


class Price:
    """The cost of one validated operation as a function of its variables."""

    def __init__(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]
    ) -> None:
        self._schema = schema
        self._operation = operation
        self._fragments = fragments
        self._sizes: set[str] = set()
        self._known: dict[tuple[Any, ...], int] = {}
        self._defaults = {
            node.variable.name.value: _literal(node.default_value) for node in operation.variable_definitions or ()
        }
        self.flat = MUTATION * self._mutations()
        self._evaluate({})  # finds the variables that are sizes

    def of(self, variables: Variables) -> int:
        """The highest cost with these variables. Raises GraphQLError if a page is too large or the cost too high."""
        key = tuple(_size_of(variables.get(name, self._defaults.get(name))) for name in self._names)
        cost = self._known.get(key)
        if cost is None:
            cost = self._evaluate(dict(zip(self._names, key, strict=True)))
            if cost <= HIGHEST_COST and len(self._known) < 64:
                self._known[key] = cost
        if cost > HIGHEST_COST:
            raise too_complex(f"This request costs {cost}; {HIGHEST_COST} is the most.", self._operation)
        return cost

    def _evaluate(self, sizes: Mapping[str, int | None]) -> int:
        root = self._schema.get_root_type(self._operation.operation)
        assert root is not None  # validated
        walk = _Walk(self._schema, self._fragments, sizes, self._sizes.add)
        try:
            return self.flat + walk.selections(self._operation.selection_set, root, 1)
        finally:
            self._names = tuple(sorted(self._sizes))

    def _mutations(self) -> int:
        if self._operation.operation is not OperationType.MUTATION:
            return 0
        return len(self._operation.selection_set.selections)


class _Walk:
    """One evaluation; a fragment that is spread often is walked once for each page size around it."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        sizes: Mapping[str, int | None],
        note: Callable[[str], None],
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.sizes = sizes
        self.note = note
        self.known: dict[tuple[str, int], int] = {}

    def selections(self, selection_set: SelectionSetNode, parent: GraphQLNamedType, page: int) -> int:
        total = 0
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

    def spread(self, name: str, page: int) -> int:
        key = (name, page)
        if key not in self.known:
            fragment = self.fragments[name]
            parent = self.schema.type_map[fragment.type_condition.name.value]
            self.known[key] = self.selections(fragment.selection_set, parent, page)
        return self.known[key]

    def field(self, node: FieldNode, parent: GraphQLNamedType, page: int) -> int:
        definition = self.schema.get_field(parent, node.name.value)  # type: ignore[arg-type]
        if definition is None or node.selection_set is None:
            return 0
        named = get_named_type(definition.type)
        if not is_composite_type(named):
            return 0
        size = self.size(node, definition)
        inner = self.selections(node.selection_set, named, size or DEFAULT_PAGE)
        each = weight(named.name) + inner
        if is_list_type(get_nullable_type(definition.type)):
            return each * (page if parent.name.endswith("Connection") else size or USUAL_LIST)
        return each

    def size(self, node: FieldNode, definition: GraphQLField) -> int | None:
        """How many rows are asked for, if an argument says so."""
        for argument in node.arguments or ():
            name = argument.name.value
            if name in ("first", "last", "ids") and name in definition.args:
                found = self.value(argument.value)
                if found is not None:
                    if found > LARGEST_PAGE:
                        raise too_complex(f"`{name}` may be {LARGEST_PAGE} at most; it is {found}.", node)
                    return max(found, 1)
        return None

    def value(self, node: ValueNode) -> int | None:
        if isinstance(node, VariableNode):
            self.note(node.name.value)
            return self.sizes.get(node.name.value)
        return _size_of(_literal(node))


def _literal(node: ValueNode | None) -> object:
    if isinstance(node, IntValueNode):
        return int(node.value) if len(node.value) < 12 else LARGEST_PAGE + 1
    return list(node.values) if isinstance(node, ListValueNode) else None


def _size_of(value: object) -> int | None:
    if isinstance(value, (list, tuple)):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
