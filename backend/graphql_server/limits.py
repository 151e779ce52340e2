"""The limits on the shape of a document: one pass that visits each fragment once, before any rule of GraphQL runs."""

from collections import Counter
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
)

MAX_TOKENS = 1_000
MAX_COMMENTS = 200
MAX_DOCUMENT_LENGTH = 32_768  # characters; a document of 1,000 tokens needs far fewer
MAX_DEPTH = 10
MAX_ALIASES = 30
MAX_ROOT_FIELDS = 20
MAX_DIRECTIVES = 50
MAX_FRAGMENTS = 50
MAX_SPREADS = 100  # inline fragments included
MAX_REPETITIONS = 150  # pairs of fields under one name, which validation compares with all that is below them
MAX_NESTING = 60  # selection sets inside one another, inline fragments and spreads included


def too_complex(message: str, node: Node | None = None) -> GraphQLError:
    """The error of a request that asks for more than one request may."""
    return GraphQLError(message, node, extensions={"code": "QUERY_TOO_COMPLEX"})


def check_shape(document: DocumentNode) -> GraphQLError | None:
    """The first limit that the document exceeds, or None. Linear in its length, whatever its fragments do."""
    try:
        _Shape(document).check()
    except GraphQLError as error:
        return error
    return None


@dataclass(slots=True)
class _Fields:
    """The fields of one selection set by the name they answer to, and the fragments that add theirs."""

    names: Counter[str]
    spreads: set[str]


@dataclass(slots=True)
class _Size:
    """What a selection set holds: levels of fields below it, and fields at its own level through fragments."""

    depth: int = 0
    fields: int = 0


class _Shape:
    def __init__(self, document: DocumentNode) -> None:
        self.document = document
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.sizes: dict[str, _Size] = {}
        self.fields: dict[str, _Fields] = {}
        self.aliases = self.directives = self.spreads = self.repetitions = 0

    def check(self) -> None:
        if len(self.fragments) > MAX_FRAGMENTS:
            raise too_complex(f"A document may have {MAX_FRAGMENTS} fragments at most.")
        for name in self.fragments:
            self._fragment(name, 0)
        for definition in self.document.definitions:
            if isinstance(definition, OperationDefinitionNode):
                self._count_directives(definition)
                size, _ = self._measure(definition.selection_set, 0)
                if size.depth > MAX_DEPTH:
                    message = f"An operation may be {MAX_DEPTH} levels deep; this one has {size.depth}."
                    raise too_complex(message, definition)
                if size.fields > MAX_ROOT_FIELDS:
                    raise too_complex(f"An operation may have {MAX_ROOT_FIELDS} root fields at most.", definition)

    def _measure(self, selection_set: SelectionSetNode, nesting: int) -> tuple[_Size, _Fields]:
        size, fields = _Size(), _Fields(Counter(), set())
        self._add(selection_set, nesting, size, fields)
        self._count_repetitions(fields, selection_set)
        return size, fields

    def _add(self, selection_set: SelectionSetNode, nesting: int, size: _Size, fields: _Fields) -> None:
        if nesting > MAX_NESTING:
            raise too_complex("The document is nested too deeply.", selection_set)
        for selection in selection_set.selections:
            self._count_directives(selection)
            if isinstance(selection, FieldNode):
                fields.names[self._response_name(selection)] += 1
                size.fields += 1
                size.depth = max(size.depth, self._levels(selection, nesting))
                continue
            self._count_spread(selection)
            if isinstance(selection, InlineFragmentNode):
                self._add(selection.selection_set, nesting + 1, size, fields)
            elif isinstance(selection, FragmentSpreadNode):
                fields.spreads.add(selection.name.value)
                inner = self._fragment(selection.name.value, nesting + 1)
                size.fields += inner.fields
                size.depth = max(size.depth, inner.depth)

    def _levels(self, field: FieldNode, nesting: int) -> int:
        below = self._measure(field.selection_set, nesting + 1)[0].depth if field.selection_set else 0
        return 0 if field.name.value.startswith("__") else 1 + below

    def _fragment(self, name: str, nesting: int) -> _Size:
        if name not in self.sizes:
            self.sizes[name] = _Size()  # a cycle ends here; validation reports it
            if definition := self.fragments.get(name):
                self._count_directives(definition)
                self.sizes[name], self.fields[name] = self._measure(definition.selection_set, nesting)
        return self.sizes[name]

    def _response_name(self, field: FieldNode) -> str:
        if field.alias is None:
            return field.name.value
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise too_complex(f"A document may have {MAX_ALIASES} aliases at most.", field)
        return field.alias.value

    def _count_repetitions(self, fields: _Fields, node: Node) -> None:
        names = Counter(fields.names)
        reached, waiting = set[str](), list(fields.spreads)
        while waiting:
            name = waiting.pop()
            if name not in reached and name in self.fields:
                reached.add(name)
                names.update(self.fields[name].names)
                waiting.extend(self.fields[name].spreads)
        self.repetitions += sum(count * (count - 1) // 2 for count in names.values())
        if self.repetitions > MAX_REPETITIONS:
            raise too_complex("The document asks for the same fields too often.", node)

    def _count_spread(self, node: Node) -> None:
        self.spreads += 1
        if self.spreads > MAX_SPREADS:
            raise too_complex(f"A document may spread {MAX_SPREADS} fragments at most.", node)

    def _count_directives(self, node: Node) -> None:
        self.directives += len(getattr(node, "directives", None) or ())
        if self.directives > MAX_DIRECTIVES:
            raise too_complex(f"A document may have {MAX_DIRECTIVES} directives at most.", node)
