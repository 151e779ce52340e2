"""Documents that were read, checked and priced, remembered by their text."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    OperationType,
    ValidationRule,
    is_introspection_type,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from backend.graphql_server.limits import MAX_COMMENTS, MAX_DOCUMENT_LENGTH, MAX_TOKENS, check_shape, too_complex
from backend.graphql_server.pricing import Price, max_age
from backend.graphql_server.selections import Variants

MAX_DOCUMENTS = 1_000
MAX_CHARACTERS = 256 * 1024  # of all remembered documents: a syntax tree takes up to 130 times its text

_RULES = (*specified_rules, MaybeNullValidationRule, OneOfInputValidationRule)


class ClosedIntrospection(ValidationRule):
    """Closes the schema to introspection, but for the name of a type that the caller names.

    `query ($name: String!) { __type(name: $name) { name } }` is what clients and the audits of GraphQL over HTTP probe
    a server with; it tells nothing.
    """

    def enter_field(self, node: FieldNode, *_: object) -> None:
        """Report a field that describes the schema."""
        parent, name = self.context.get_parent_type(), node.name.value
        described = parent is not None and is_introspection_type(parent) and name not in ("name", "kind", "__typename")
        if described or name == "__schema":
            self.report_error(GraphQLError("Introspection is for who is signed in; see /schema.graphql.", node))


_CLOSED_RULES = (*_RULES, ClosedIntrospection)


class DocumentRefused(Exception):
    """A document that cannot be executed; `errors` say why, each with a code."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__(errors[0].message)
        self.errors = list(errors)


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a valid document, ready to be executed."""

    document: DocumentNode
    name: str | None
    type: OperationType
    price: Price
    max_age: int  # seconds for which clients may keep the answer
    variants: Variants


class Documents:
    """The documents of one schema. Memory is bounded by their number and their length."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self._known: OrderedDict[tuple[str, bool], dict[str | None, Operation]] = OrderedDict()
        self._characters = 0

    def knows(self, text: str, *, introspection: bool) -> bool:
        """Whether it was read before, and is remembered."""
        return (text, introspection) in self._known

    def operation(self, text: str, name: str | None, *, introspection: bool) -> Operation:
        """The operation called `name`, or the only one. Raises DocumentRefused.

        Strangers get neither introspection nor suggestions of names.
        """
        operations = self._known.get((text, introspection))
        if operations is None:
            operations = self._read(text, introspection)
            self._remember((text, introspection), operations)
        else:
            self._known.move_to_end((text, introspection))
        return _choose(operations, name)

    def _remember(self, key: tuple[str, bool], operations: dict[str | None, Operation]) -> None:
        self._known[key] = operations
        self._characters += len(key[0])
        while len(self._known) > MAX_DOCUMENTS or self._characters > MAX_CHARACTERS:
            (text, _), _operations = self._known.popitem(last=False)
            self._characters -= len(text)

    def _read(self, text: str, introspection: bool) -> dict[str | None, Operation]:
        document = _parse(text)
        if error := check_shape(document):
            raise DocumentRefused([error])
        rules = _RULES if introspection else _CLOSED_RULES
        if errors := validate(self._schema, document, rules, max_errors=10, hide_suggestions=not introspection):
            raise DocumentRefused([coded(error, "GRAPHQL_VALIDATION_FAILED") for error in errors])
        fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
        try:
            return {
                node.name.value if node.name else None: Operation(
                    document,
                    node.name.value if node.name else None,
                    node.operation,
                    Price(self._schema, node, fragments),
                    max_age(self._schema, node, fragments),
                    Variants(document),
                )
                for node in document.definitions
                if isinstance(node, OperationDefinitionNode)
            }
        except GraphQLError as error:
            raise DocumentRefused([error]) from None


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """The error with this `extensions.code`, unless it has one."""
    error.extensions = {"code": code} | (error.extensions or {})
    return error


def _parse(text: str) -> DocumentNode:
    if len(text) > MAX_DOCUMENT_LENGTH:
        raise DocumentRefused([too_complex(f"A document may have {MAX_DOCUMENT_LENGTH} characters at most.")])
    try:
        return parse(text, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_COMMENTS)
    except GraphQLSyntaxError as error:
        limited = "Parsing aborted" in error.message
        code = "QUERY_TOO_COMPLEX" if limited else "GRAPHQL_PARSE_FAILED"
        raise DocumentRefused([coded(error, code)]) from None


def _choose(operations: dict[str | None, Operation], name: str | None) -> Operation:
    if name is None and len(operations) == 1:
        return next(iter(operations.values()))
    operation = operations.get(name)
    if operation is None:
        message = (
            f"Unknown operation named '{name}'."
            if name is not None
            else "Must provide operation name if query contains multiple operations."
            if operations
            else "The document has no operation."
        )
        raise DocumentRefused([GraphQLError(message, extensions={"code": "GRAPHQL_VALIDATION_FAILED"})])
    return operation
