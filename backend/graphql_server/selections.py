"""Selections of an operation, worked out once: which fields each object shows, and how those are read that stand ready.

Most of an answer stands ready in the objects that a few resolvers return: attributes, and methods without arguments.
For such fields of an object there is one function that reads their values, objects and lists below them included, as a
JSON engine would: no path, no resolve information, no calls around a resolver. Its text is written here, field by
field, since a call takes longer than what it is for: most values are of the class that stands in an answer as it is.
It knows the usual case only. Whatever else comes (an error, null where none may be, an object of another type) makes it
fail, and graphql-core resolves the fields again in its own way, with their places in the document. So graphql-core
stays the reference, and a method without arguments must be free of effects.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from graphql import (
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLEnumType,
    GraphQLField,
    GraphQLLeafType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableNode,
    Visitor,
    get_named_type,
    is_interface_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
    is_scalar_type,
    visit,
)
from graphql.execution.collect_fields import FieldDetails, FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues

Details = list[FieldDetails]

MAX_VARIANTS = 2
MAX_PLACES_A_FIELD = 2  # on average, through fragments
_SMALLEST, _LARGEST = -(2**31), 2**31 - 1


class Run:
    """One execution, as readers see it. `spent` is what the objects weigh that were completed so far.

    It stands in for Strawberry's `Info` too: methods that ask it for more than the context are called the usual way.
    """

    __slots__ = ("context", "spent")

    def __init__(self, context: Any, spent: float = 0) -> None:
        self.context = context
        self.spent = spent


Reader = Callable[[Any, Run], Any]
Completer = Callable[[Any, Run], Any]


class UnusualValue(Exception):
    """A value that is not the usual one; graphql-core does the fields again."""


class Selection(dict[str, Details]):
    """The fields that an object of one type shows at one place, by their names in the answer.

    `read` reads those that stand ready, all at once; None: there are none. `rest` are those that graphql-core resolves.
    `counted_ahead` is what the objects below weigh that is counted already: the rows of a connection, by it.
    """

    read: Reader | None = None
    rest: dict[str, Details]
    counted_ahead: float = 0


class BoundOperation(Protocol):
    """An operation with the values of its variables: what decides which fields a selection has."""

    operation: OperationDefinitionNode
    fragments: dict[str, FragmentDetails]
    variable_values: VariableValues
    hide_suggestions: bool


class Variants:
    """The selections of one operation, for each choice of what its directives skip and include."""

    def __init__(self, document: DocumentNode) -> None:
        counter = _Counter()
        visit(document, counter)
        self._most_fields = MAX_PLACES_A_FIELD * counter.fields
        self.names = sorted(counter.conditions)
        self._known: dict[tuple[Any, ...], Selections] = {}

    def of(self, variables: VariableValues, schema: GraphQLSchema, weights: Mapping[str, float]) -> "Selections":
        """The selections for these variables; the first few choices are remembered."""
        choice = tuple(variables.coerced.get(name) for name in self.names)
        found = self._known.get(choice)
        if found is None:
            found = Selections(schema, weights, self._most_fields)
            if len(self._known) < MAX_VARIANTS:
                self._known[choice] = found
        return found


class _Counter(Visitor):
    """Counts the fields of a document and finds the variables on which it depends what is skipped and included."""

    def __init__(self) -> None:
        super().__init__()
        self.fields = 0
        self.conditions: set[str] = set()

    def enter_field(self, *_: object) -> None:
        """Count it."""
        self.fields += 1

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        """Note the variables that decide."""
        values = (argument.value for argument in node.arguments or ())
        self.conditions.update(value.name.value for value in values if isinstance(value, VariableNode))


class Selections:
    """The selections of one operation, for one choice of what its directives skip and include."""

    def __init__(self, schema: GraphQLSchema, weights: Mapping[str, float], most_fields: int) -> None:
        self._schema = schema
        self._weights = weights
        self._root: Selection | None = None
        self._known: dict[tuple[GraphQLObjectType, int], Selection] = {}
        self._left = most_fields  # fragments may stand in many places: memory stays within the document's size

    def root(self, type_: GraphQLObjectType, asked: BoundOperation) -> Selection:
        """The fields of the operation itself."""
        if self._root is None:
            collected = collect_fields(
                self._schema, asked.fragments, asked.variable_values, type_, asked.operation, asked.hide_suggestions
            )
            self._root = self._selection(type_, collected.grouped_field_set, asked)
        return self._root

    def below(self, type_: GraphQLObjectType, details: Details, asked: BoundOperation) -> Selection:
        """The fields of an object that a field returned; `details` are the field's, from a selection kept here."""
        key = (type_, id(details))
        found = self._known.get(key)
        if found is None:
            collected = collect_subfields(
                self._schema,
                asked.fragments,
                asked.variable_values,
                asked.operation,
                type_,
                details,
                asked.hide_suggestions,
            )
            found = self._known[key] = self._selection(type_, collected.grouped_field_set, asked)
        return found

    def _selection(self, type_: GraphQLObjectType, fields: Mapping[str, Details], asked: BoundOperation) -> Selection:
        selection = Selection(fields)
        self._left -= len(fields)
        selection.counted_ahead = self._weight_of_nodes(type_, fields)
        if self._left < 0:
            selection.rest = selection
            return selection
        written = _Written()
        texts = {name: self._value(written, type_, details, asked) for name, details in fields.items()}
        ready = {name: text for name, text in texts.items() if text}
        selection.rest = {name: details for name, details in fields.items() if name not in ready}
        selection.read = written.reader(ready) if ready or not fields else None
        return selection

    def _weight_of_nodes(self, type_: GraphQLObjectType, fields: Mapping[str, Details]) -> float:
        """What the rows weigh that an edge shows."""
        if not type_.name.endswith("Edge"):
            return 0
        shown = sum(details[0].node.name.value == "node" for details in fields.values())
        return shown * self._weights[get_named_type(type_.fields["node"].type).name] if shown else 0

    def _value(
        self, written: "_Written", parent: GraphQLObjectType, details: Details, asked: BoundOperation
    ) -> str | None:
        """The text that reads a field of `source` and completes it; None: it does not stand ready."""
        node = details[0].node
        name = node.name.value
        if name == "__typename":
            return repr(parent.name)
        field = parent.fields.get(name)
        got = field and _got(written, field, node)
        complete = field and got and self._completer(field.type, details, asked)
        if not field or not got or not complete:
            return None
        return _completed(written, field.type, got, complete)

    def _completer(self, type_: GraphQLOutputType, details: Details, asked: BoundOperation) -> Completer | None:
        if is_non_null_type(type_):
            return self._of_value(type_.of_type, details, asked)
        inner = self._of_value(type_, details, asked)
        return inner and (lambda value, run: None if value is None else inner(value, run))

    def _of_value(self, type_: GraphQLOutputType, details: Details, asked: BoundOperation) -> Completer | None:
        """Completes what is not null, and fails for what is."""
        if is_leaf_type(type_):
            return _leaf(type_)
        if is_list_type(type_):
            item = self._completer(type_.of_type, details, asked)
            return item and _list(item)
        if is_object_type(type_):
            return self._object(type_, details, asked)
        return self._one_of(type_, details, asked)

    def _one_of(self, type_: GraphQLOutputType, details: Details, asked: BoundOperation) -> Completer | None:
        """Completes objects of several types, each by what it was made as."""
        if not is_interface_type(type_) or _definition(type_) is None or _definition(type_).resolve_type:
            return None
        by_class: dict[type, Completer] = {}
        for possible in self._schema.get_possible_types(type_):
            complete = self._object(possible, details, asked)
            if complete is None:
                return None
            by_class[_definition(possible).origin] = complete
        return lambda value, run: by_class[value.__class__](value, run)

    def _object(self, type_: GraphQLObjectType, details: Details, asked: BoundOperation) -> Completer | None:
        definition = _definition(type_)
        if definition is None or definition.is_type_of or definition.concrete_of:
            return None
        selection = self.below(type_, details, asked)
        if selection.rest:
            return None
        made_as, read = definition.origin, selection.read
        assert read is not None  # as nothing is left
        weight = self._weights[type_.name] - selection.counted_ahead

        def complete(value: Any, run: Run) -> Any:
            if value.__class__ is not made_as:
                raise UnusualValue
            run.spent += weight
            return read(value, run)

        return complete


def _definition(type_: GraphQLNamedType) -> Any:
    return type_.extensions.get("strawberry-definition")


class _Written:
    """The text of a function, with the names that it knows values of ours by."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def name(self, value: Any) -> str:
        """A name for the value."""
        name = f"known_{len(self._known)}"
        self._known[name] = value
        return name

    def reader(self, texts: Mapping[str, str]) -> Reader:
        """The function that makes an object of what these read."""
        pairs = ", ".join(f"{name!r}: {text}" for name, text in texts.items())
        exec(f"def read(source, run): return {{{pairs}}}", self._known)  # noqa: S102 – names of the schema, no values
        read: Reader = self._known.pop("read")
        return read


def _got(written: _Written, field: GraphQLField, node: FieldNode) -> str | None:
    """The text that gets the value of a field that is an attribute of its source, or a method without arguments."""
    definition = field.extensions.get("strawberry-definition")
    if definition is None or field.args or node.arguments:
        return None
    if getattr(field.resolve, "_is_default", False):
        return f"source.{definition.python_name}"
    resolver = definition.base_resolver
    if resolver is None or definition.is_async or definition.extensions or definition.permission_classes:
        return None
    call, informed = resolver.wrapped_func, resolver.info_parameter
    if isinstance(call, staticmethod) or resolver.parent_parameter:
        return None
    return f"{written.name(call)}(source, {informed.name}=run)" if informed else f"{written.name(call)}(source)"


def _completed(written: _Written, type_: GraphQLOutputType, got: str, complete: Completer) -> str:
    """The text that completes what `got` gets: what stands in an answer as it is, without a call."""
    leaf, usual = type_.of_type if is_non_null_type(type_) else type_, _usual(type_)
    if usual is not None:
        return f"value if (value := {got}).__class__ is {usual.__name__} else {written.name(complete)}(value, run)"
    if isinstance(leaf, GraphQLEnumType):
        names = written.name(_names(leaf))
        return f"{names}[{got}]" if leaf is not type_ else f"None if (value := {got}) is None else {names}[value]"
    return f"{written.name(complete)}({got}, run)"


def _list(item: Completer) -> Completer:
    def complete(values: Any, run: Run) -> Any:
        if values.__class__ is not list:
            raise UnusualValue
        return [item(value, run) for value in values]

    return complete


def _leaf(type_: GraphQLLeafType) -> Completer:
    if isinstance(type_, GraphQLEnumType):
        return _enum(type_)
    usual, coerce = _usual(type_), type_.coerce_output_value
    small = type_.name == "Int"

    def complete(value: Any, _run: Run) -> Any:
        if value.__class__ is usual or (small and value.__class__ is int and _SMALLEST <= value <= _LARGEST):
            return value
        if value is None or isinstance(value, Exception):
            raise UnusualValue
        coerced = coerce(value)
        if coerced is None or coerced is Undefined:
            raise UnusualValue
        return coerced

    return complete


def _usual(type_: GraphQLOutputType) -> type | None:
    """The class of the values that stand in an answer as they are."""
    leaf = type_.of_type if is_non_null_type(type_) else type_
    return {"String": str, "ID": str, "Boolean": bool}.get(leaf.name) if is_scalar_type(leaf) else None


def _enum(type_: GraphQLEnumType) -> Completer:
    names = _names(type_)

    def complete(value: Any, _run: Run) -> Any:
        return names[value]

    return complete


def _names(type_: GraphQLEnumType) -> dict[Any, str]:
    """What the members of an enum are called in an answer."""
    members = getattr(type_, "wrapped_cls", None)
    return {members(value.value): name for name, value in type_.values.items()} if members else {}
