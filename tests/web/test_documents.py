"""What a document may ask for, and what it costs, before anything of it runs."""

import time

import pytest
from graphql import GraphQLError

from backend.graphql_server import documents
from backend.graphql_server.documents import DocumentRefused, Documents
from tests.web.library import schema

core = schema._schema

WRITE = 'write(input: {title: "x", shelf: FACT}) { id }'


def refusal(text: str, **variables: object) -> tuple[str, str] | None:
    """Code and message of the first thing that is wrong with a document."""
    try:
        Documents(core).operation(text, None, introspection=True).price.of(variables)
    except (DocumentRefused, GraphQLError) as refused:
        error = refused.errors[0] if isinstance(refused, DocumentRefused) else refused
        return str((error.extensions or {})["code"]), error.message
    return None


def cost(text: str, **variables: object) -> int:
    return Documents(core).operation(text, None, introspection=True).price.of(variables)


def deep(levels: int) -> str:
    """A query of so many levels."""
    inner = levels - 2
    sequels, rest = divmod(inner, 3)
    text = "tags { name }" if rest == 2 else "id"
    for _ in range(sequels):
        text = f"sequels(first: 1) {{ edges {{ node {{ {text} }} }} }}"
    return f'{{ book(id: "1") {{ {text} }} }}'


WITHIN = {
    "1,000 tokens": "{" + " hello" * 1 + "}" + "#\n" * 190,
    "10 levels": deep(8),
    "30 aliases": "{ book(id: 1) {" + " ".join(f"a{n}: title" for n in range(30)) + "} }",
    "20 root fields": "{" + " ".join(f"a{n}: hello" for n in range(20)) + "}",
    "50 directives": "{ hello @include(if: true) book(id: 1) {"
    + " ".join(f"a{n}: title @skip(if: false) @include(if: true)" for n in range(24))
    + "} }",
    "100 a page": "{ books(first: 100) { edges { node { id } } } }",
    "1,000 of cost": "{ books(first: 100) { edges { node { sequels(first: 9) { edges { node { id } } } } } } }",
    "the same field of three kinds": "{ nodes(ids: [1]) {" + "... on Book { id title tags { name } }" * 3 + "} }",
}
BEYOND = {
    "1,001 tokens": "{ book(id: 1) {" + " title" * 995 + "} }",
    "201 comments": "#\n" * 201 + "{ hello }",
    "too long": "{ hello }" + " " * 33_000,
    "11 levels": deep(11),
    "11 levels through fragments": "{ book(id: 1) { ...A } }"
    "fragment A on Book { sequels { edges { node { ...B } } } }"
    "fragment B on Book { sequels { edges { node { ...C } } } }"
    "fragment C on Book { sequels { edges { node { id } } } }",
    "31 aliases": "{ book(id: 1) {" + " ".join(f"a{n}: title" for n in range(31)) + "} }",
    "21 root fields": "{" + " ".join(f"a{n}: hello" for n in range(21)) + "}",
    "21 root fields through a fragment": "{ ...A ...A ...A } fragment A on Query {"
    + " ".join(f"a{n}: hello" for n in range(7))
    + "}",
    "51 directives": "{ book(id: 1) { title " + "@include(if: true) " * 51 + "} }",
    "101 a page": "{ books(first: 101) { edges { node { id } } } }",
    "101 at the end": "{ books(last: 101) { edges { node { id } } } }",
    "a page beyond counting": f"{{ books(first: {'9' * 9}) {{ edges {{ node {{ id }} }} }} }}",
    "101 ids": "{ nodes(ids: [" + "1 " * 101 + "]) { id } }",
    "1,100 of cost": "{ books(first: 100) { edges { node { sequels(first: 10) { edges { node { id } } } } } } }",
    "introspection, doubled": "{ __schema { types { ...A } } }"
    "fragment A on __Type { fields { type { fields { type { fields { type { name } } } } } } }",
    "fragments": "{ ...F0 }" + "".join(f"fragment F{n} on Query {{ hello }}" for n in range(51)),
    "spreads": "{ book(id: 1) {" + "...F " * 101 + "} } fragment F on Book { id }",
    "the same field again and again": "{ book(id: 1) {" + " title" * 100 + "} }",
    "nesting": "{ book(id: 1) {" + "... {" * 61 + "id" + "}" * 61 + "} }",
}


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN)
def test_a_document_may_be_as_large_as_the_limits(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_a_document_beyond_a_limit_is_refused(text: str) -> None:
    found = refusal(text)
    assert found is not None
    assert found[0] in {"QUERY_TOO_COMPLEX", "GRAPHQL_VALIDATION_FAILED"}
    assert (found[0] == "GRAPHQL_VALIDATION_FAILED") == ("introspection depth" in found[1])


@pytest.mark.parametrize(
    ("text", "variables", "expected"),
    [
        ("{ hello }", {}, 0),
        ('{ book(id: "1") { id title } }', {}, 1),
        ('{ book(id: "1") { tags { name } } }', {}, 1 + 3),
        ("{ books { edges { cursor node { id } } pageInfo { hasNextPage } } }", {}, 20),
        ("{ books(first: 7) { edges { node { id } } } }", {}, 7),
        ("{ books(first: 7) { edges { cursor } } }", {}, 7),
        ("{ books(first: 7) { pageInfo { hasNextPage } } }", {}, 7),
        ("{ books(first: 7) { edges { node { id } } again: edges { node { title } } } }", {}, 7),
        ("{ books(first: 7) { edges { node { tags { name } } } } }", {}, 7 * 4),
        ("{ books(first: 7) { ...P } } fragment P on BookConnection { edges { node { id } } }", {}, 7),
        ("query($n: Int) { books(first: $n) { edges { node { id } } } }", {"n": 5}, 5),
        ("query($n: Int) { books(first: $n) { edges { node { id } } } }", {}, 20),
        ("query($n: Int = 3) { books(first: $n) { edges { node { id } } } }", {}, 3),
        ("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["1", "2", "3", "4"]}, 4),
        ("{ nodes(ids: [1, 2]) { ... on Book { tags { name } } } }", {}, 2 * 4),
        ("{ __schema { types { name fields { name } } } }", {}, 100),
        ('mutation { write(input: {title: "x", shelf: FACT}) { id } }', {}, 11),
        (f"mutation {{ ...F ... {{ c: {WRITE} }} }} fragment F on Mutation {{ a: {WRITE} b: {WRITE} }}", {}, 33),
        ("subscription { count(to: 1) }", {}, 0),
    ],
)
def test_the_cost_is_the_number_of_objects_that_may_come(
    text: str, variables: dict[str, object], expected: int
) -> None:
    assert cost(text, **variables) == expected


def test_a_page_size_in_a_variable_is_limited_as_well() -> None:
    text = "query($n: Int) { books(first: $n) { edges { node { id } } } }"
    assert refusal(text, n=100) is None
    assert refusal(text, n=101) == ("QUERY_TOO_COMPLEX", "`first` may be 100 at most; it is 101.")


def doubled(levels: int) -> str:
    """Fragments that spread one another twice: a few lines that unfold to 2^levels fields."""
    chain = "".join(f"fragment F{n} on Book {{ ...F{n + 1} ...F{n + 1} }}" for n in range(levels))
    return f"{{ book(id: 1) {{ ...F0 }} }}{chain}fragment F{levels} on Book {{ id }}"


def deeply_doubled() -> str:
    """Fragments that double at each level of fields."""
    below = "sequels {{ edges {{ node {{ ...F{1} }} }} }}"
    each = f"fragment F{{0}} on Book {{{{ a: {below} b: {below} }}}} "
    chain = "".join(each.format(n, n + 1) for n in range(14))
    return "{ book(id: 1) { ...F0 } }" + chain + "fragment F14 on Book { id }"


HOSTILE = {
    "doubled fragments": doubled(48),
    "doubled fragments beyond the tokens": doubled(2_000),
    "doubled at each level": deeply_doubled(),
    "repeated fields": "{ book(id: 1) {" + " title" * 14_000 + "} }",
    "repeated objects": "{ book(id: 1) {" + "... { tags { name } }" * 90 + "} }",
    "fragments in a circle": "{ book(id: 1) { ...A } }"
    "fragment A on Book { ...B ...B } fragment B on Book { ...A ...A }",
    "many fragments": "{ book(id: 1) {" + " ".join(f"...F{n}" for n in range(50)) + "} }"
    + "".join(f"fragment F{n} on Book {{ id title tags {{ name }} }}" for n in range(50)),
    "braces": "{" * 100_000,
    "brackets": "{ hello(name: " + "[" * 100_000,
    "a long text": '{ hello(name: "' + "\\n" * 50_000 + '") }',
    "a long block text": '{ hello(name: """' + "\n" * 100_000 + '""") }',
    "commas": "," * 100_000 + "{ hello }",
    "comments": "#\n" * 50_000 + "{ hello }",
    "unknown fields": "{ book(id: 1) {" + " ".join(f"x{n}" for n in range(900)) + "} }",
    "variables": "query(" + " ".join(f"$v{n}: Int" for n in range(240)) + ") { hello }",
    "values": "{ nodes(ids: [" + "1 " * 900 + "]) { id } }",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_document_is_checked_in_no_time(text: str) -> None:
    started = time.process_time()
    refusal(text)
    assert time.process_time() - started < 0.5  # far above the 20 ms it takes, far below what unfolding takes


def test_documents_are_read_once() -> None:
    known = Documents(core)
    first = known.operation("{ hello }", None, introspection=True)
    assert known.operation("{ hello }", None, introspection=True) is first
    assert known.operation("{ hello }", None, introspection=False) is not first


def test_what_is_remembered_is_bounded() -> None:
    known = Documents(core)
    for number in range(documents.MAX_DOCUMENTS + 10):
        known.operation(f"{{ a{number}: hello }}", None, introspection=True)
    assert len(known._known) == documents.MAX_DOCUMENTS
    for number in range(40):
        known.operation(f'{{ hello(name: "{number}{"x" * 30_000}") }}', None, introspection=True)
    assert known._characters <= documents.MAX_CHARACTERS
    assert known._characters == sum(len(text) for text, _ in known._known)


def test_an_operation_is_chosen_by_its_name() -> None:
    known = Documents(core)
    assert known.operation("query A { hello } query B { hello }", "B", introspection=True).name == "B"
    with pytest.raises(DocumentRefused, match="Unknown operation named 'C'"):
        known.operation("query A { hello } query B { hello }", "C", introspection=True)
