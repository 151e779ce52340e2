"""GraphQL over HTTP, requirement by requirement of its specification (the ids are those of its reference audits)."""

import json
from typing import Any

import pytest
from graphql import get_introspection_query
from starlette.testclient import TestClient

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
MEDIA = pytest.mark.parametrize("media", [JSON, RESPONSE])


def post(client: TestClient, body: object, accept: str | None = RESPONSE, **headers: str) -> Any:
    """Send a request; `body` may be text that is no JSON."""
    content = body if isinstance(body, (str, bytes)) else json.dumps(body)
    sent = {"content-type": JSON} | ({"accept": accept} if accept else {}) | headers
    return client.post("/graphql", content=content, headers=sent)


def codes(answer: Any) -> list[str]:
    """The codes of an answer's errors."""
    return [error["extensions"]["code"] for error in answer.json().get("errors", [])]


@MEDIA
def test_the_answer_has_the_media_type_that_was_accepted(client: TestClient, media: str) -> None:
    """22EB, 4655."""
    answer = post(client, {"query": "{ __typename }"}, media)
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"{media}; charset=utf-8")
    assert answer.json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", JSON),  # 47DE
        (None, JSON),  # 80D8
        ("application/*", JSON),
        (f"{RESPONSE}, {JSON}", RESPONSE),
        (f"{JSON}, {RESPONSE}", RESPONSE),
        (f"{RESPONSE};q=0.5, {JSON};q=0.9", JSON),
        (f"{RESPONSE}; charset=utf-8, */*;q=0.1", RESPONSE),
        ("text/html, */*;q=0.8", JSON),
    ],
)
def test_the_best_media_type_is_negotiated(client: TestClient, accept: str | None, expected: str) -> None:
    answer = post(client, {"query": "{ __typename }"}, accept or "")
    assert answer.headers["content-type"] == f"{expected}; charset=utf-8"  # 82A3


def test_a_media_type_that_is_not_ours_is_refused(client: TestClient) -> None:
    assert post(client, {"query": "{ __typename }"}, "text/csv").status_code == 406


@pytest.mark.parametrize("content_type", [JSON, "application/json; charset=utf-8", 'Application/JSON; charset="UTF-8"'])
def test_a_request_in_utf_8_is_read(client: TestClient, content_type: str) -> None:
    """BF61, 78D5, 2C94, 03D4."""
    body = json.dumps({"query": '{ hello(name: "Zoë") }'}, ensure_ascii=False).encode()
    answer = post(client, body, **{"content-type": content_type})
    assert answer.json()["data"] == {"hello": "hello Zoë"}


@MEDIA
def test_a_query_may_be_in_the_address(client: TestClient, media: str) -> None:
    """5A70, D6D5, 6A70."""
    given = {
        "query": "query Q($name: String!) { hello(name: $name) }",
        "operationName": "Q",
        "variables": '{"name":"x"}',
    }
    answer = client.get("/graphql", params=given, headers={"accept": media})
    assert answer.json()["data"] == {"hello": "hello x"}


def test_a_mutation_in_the_address_is_refused(client: TestClient) -> None:
    """9C48."""
    mutation = 'mutation { write(input: {title: "x", shelf: FICTION}) { id } }'
    answer = client.get("/graphql", params={"query": mutation}, headers={"accept": RESPONSE})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    answer = client.request(method, "/graphql")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=latin1"],
)
def test_only_json_is_read(client: TestClient, content_type: str) -> None:
    """9ABE."""
    answer = post(client, {"query": "{ __typename }"}, **{"content-type": content_type})
    assert answer.status_code == 415
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNSUPPORTED_MEDIA_TYPE"


MALFORMED: dict[str, str | bytes] = {
    "no body (A5BF)": "",
    "no JSON (B6DC, BCF8)": "{ not json",
    "other parameters (8764, 3E3A)": '{"qeury": "{ __typename }"}',
    "query missing (423L)": '{"notquery": "{ __typename }"}',
    "query is an object (LKJ0)": '{"query": {"obj": "ect"}}',
    "query is a number (LKJ1)": '{"query": 0}',
    "query is a boolean (LKJ2)": '{"query": false}',
    "query is an array (LKJ3)": '{"query": ["array"]}',
    "query is empty": '{"query": ""}',
    "operationName is an object (6C00)": '{"query": "{ __typename }", "operationName": {"obj": "ect"}}',
    "operationName is a number (6C01)": '{"query": "{ __typename }", "operationName": 0}',
    "operationName is a boolean (6C02)": '{"query": "{ __typename }", "operationName": false}',
    "operationName is an array (6C03)": '{"query": "{ __typename }", "operationName": ["array"]}',
    "variables is a string (4760, 58B0)": '{"query": "{ __typename }", "variables": "string"}',
    "variables is a number (4761, 58B1)": '{"query": "{ __typename }", "variables": 0}',
    "variables is a boolean (4762, 58B2)": '{"query": "{ __typename }", "variables": false}',
    "variables is an array (4763, 58B3)": '{"query": "{ __typename }", "variables": ["array"]}',
    "extensions is a string (3680, 1B7A)": '{"query": "{ __typename }", "extensions": "string"}',
    "extensions is a number (3681)": '{"query": "{ __typename }", "extensions": 0}',
    "extensions is a boolean (3682)": '{"query": "{ __typename }", "extensions": false}',
    "extensions is an array (3683)": '{"query": "{ __typename }", "extensions": ["array"]}',
    "a number": "3",
    "a text": '"{ __typename }"',
    "null": "null",
    "a batch": '[{"query": "{ __typename }"}]',
    "an empty batch": " []",
    "deep JSON": '{"query": "{ __typename }", "variables": {"a": ' + "[" * 40_000 + "]" * 40_000 + "}}",
    "deep objects": '{"a":' * 9_000 + "1" + "}" * 9_000,
    "a number of 5,000 digits": '{"query": "{ __typename }", "variables": {"a": ' + "9" * 5_000 + "}}",
    "a float beyond all": '{"query": "{ __typename }", "variables": {"a": 1e999}}',
    "not a number": '{"query": "{ __typename }", "variables": {"a": NaN}}',
    "invalid UTF-8": b'{"query": "{ __typename }", "variables": {"a": "\xff"}}',
    "half a character": '{"query": "{ __typename }", "variables": {"a": "\\ud800"}}',
    "NUL": '{"query": "{ __typename }", "variables": {"a": "\\u0000"}}',
    "a byte order mark": b'\xef\xbb\xbf{"query": "{ __typename }"}',
}


@MEDIA
@pytest.mark.parametrize("body", MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_request_is_refused(client: TestClient, body: str | bytes, media: str) -> None:
    answer = post(client, body, media)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert "data" not in answer.json()


@pytest.mark.parametrize(
    "address",
    ["", "?query=", "?query={__typename}&variables=3", "?query={__typename}&variables={", "?query=%ff", "?query=%00",
     "?" + "&".join(f"a{n}=1" for n in range(20)), "?query={__typename}&extensions=[]"],
)  # fmt: skip
def test_a_malformed_address_is_refused(client: TestClient, address: str) -> None:
    assert client.get(f"/graphql{address}").status_code == 400


@MEDIA
@pytest.mark.parametrize(
    "parameters",
    [
        {"operationName": "Q"},  # 8161, B8B3
        {"operationName": None},  # 94B2, 0222
        {"variables": {"name": "x"}},  # 2EA1, 28B9
        {"variables": None},  # 94B0, 0220
        {"extensions": {"some": "value"}},  # 428F, 39AA, 1B7A
        {"extensions": None},  # 94B1, 0221
        {},  # 34A2, 13EE
    ],
)
def test_optional_parameters_may_be_null_or_absent(
    client: TestClient, parameters: dict[str, object], media: str
) -> None:
    answer = post(client, {"query": "query Q($name: String) { hello(name: $name) }"} | parameters, media)
    assert answer.status_code == 200


REQUEST_ERRORS = {
    "syntax": ({"query": "{"}, "GRAPHQL_PARSE_FAILED"),
    "validation": ({"query": "{ nobody }"}, "GRAPHQL_VALIDATION_FAILED"),
    "variables": (
        {"query": "query Q($name: String!) { hello(name: $name) }", "variables": {"name": 4}},
        "BAD_USER_INPUT",
    ),
    "missing variable": ({"query": "query Q($name: String!) { hello(name: $name) }"}, "BAD_USER_INPUT"),
    "operation": ({"query": "query A { hello } query B { hello }"}, "GRAPHQL_VALIDATION_FAILED"),
    "no operation": ({"query": "fragment F on Query { hello }"}, "GRAPHQL_VALIDATION_FAILED"),
    "unknown operation": ({"query": "query A { hello }", "operationName": "B"}, "GRAPHQL_VALIDATION_FAILED"),
}


@pytest.mark.parametrize(("body", "code"), REQUEST_ERRORS.values(), ids=REQUEST_ERRORS)
def test_a_request_that_cannot_be_executed_has_its_status(client: TestClient, body: object, code: str) -> None:
    """865D, 556A, D586, 51FE, 74FF, 5E5B, 86EE for the new media type; 572B, FDE2, 7B9B for the old one."""
    modern, plain = post(client, body, RESPONSE), post(client, body, JSON)
    assert (modern.status_code, plain.status_code) == (400, 200)
    for answer in (modern, plain):
        assert "data" not in answer.json()
        assert answer.json()["errors"][0]["extensions"]["code"] == code


@MEDIA
def test_the_variables_of_the_audits_are_accepted(client: TestClient, media: str) -> None:
    """2EA1, 28B9 and, in the address, D6D5, 6A70: they ask for the name of a type."""
    query = "query Type($name: String!) { __type(name: $name) { name } }"
    posted = post(client, {"query": query, "variables": {"name": "sometype"}}, media)
    given = {"query": query, "variables": '{"name": "sometype"}'}
    got = client.get("/graphql", params=given, headers={"accept": media})
    for answer in (posted, got):
        assert answer.status_code == 200
        assert answer.json()["data"] == {"__type": None}
        assert "errors" not in answer.json()


def test_partial_results_are_a_success(client: TestClient) -> None:
    answer = post(client, {"query": "{ hello missing }"})
    assert answer.status_code == 200
    assert answer.json()["data"] == {"hello": "hello you", "missing": None}
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert answer.json()["errors"][0]["path"] == ["missing"]


def test_a_subscription_needs_a_socket(client: TestClient) -> None:
    assert post(client, {"query": "subscription { count(to: 1) }"}).status_code == 400


def test_a_body_may_have_100_kib(client: TestClient) -> None:
    def sized(size: int) -> str:
        start = '{"query": "{ hello }", "extensions": {"a": "'
        return start + "x" * (size - len(start) - 3) + '"}}'

    assert post(client, sized(100 * 1024)).status_code == 200
    assert post(client, sized(100 * 1024 + 1)).status_code == 413


def test_a_mutation_changes_and_sets_cookies(client: TestClient) -> None:
    mutation = "mutation W($input: BookInput!) { write(input: $input) { title } }"
    answer = post(client, {"query": mutation, "variables": {"input": {"title": "x", "shelf": "FACT"}}})
    assert answer.json()["data"] == {"write": {"title": "x"}}
    assert answer.headers["set-cookie"] == "pen=blue; HttpOnly"


WRITE = """query Read { hello }
mutation W { write(input: { title: "x", shelf: FACT }) { title } }"""


@MEDIA
@pytest.mark.parametrize("said", ["1", "true", "?1", " 1 ", "0, 1", "1, 0", "off"])
def test_who_says_read_only_changes_nothing(client: TestClient, media: str, said: str) -> None:
    body = {"query": WRITE, "operationName": "W"}
    answer = post(client, body, media, **{"read-only": said})
    assert (answer.status_code, codes(answer)) == (403, ["READ_ONLY"])
    assert "data" not in answer.json()
    assert "set-cookie" not in answer.headers
    assert post(client, body | {"operationName": "Read"}, media, **{"read-only": said}).status_code == 200


def test_a_second_header_does_not_take_read_only_back(client: TestClient) -> None:
    headers = [("content-type", JSON), ("read-only", "1"), ("Read-Only", "0")]
    answer = client.post("/graphql", content=json.dumps({"query": WRITE, "operationName": "W"}), headers=headers)
    assert codes(answer) == ["READ_ONLY"]


@pytest.mark.parametrize("said", ["0", ""])
def test_who_does_not_say_read_only_changes(client: TestClient, said: str) -> None:
    assert post(client, {"query": WRITE, "operationName": "W"}, **{"read-only": said}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "http://testserver", "sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://testserver.evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://testserver"}, 403),
    ],
)
def test_a_request_of_another_site_is_refused(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert post(client, {"query": "{ hello }"}, **headers).status_code == status


def test_strangers_get_neither_introspection_nor_suggestions(client: TestClient) -> None:
    for query in ("{ __schema { __typename } }", '{ __type(name: "Book") { fields { name } } }'):
        closed = post(client, {"query": query})
        assert closed.json()["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
    assert post(client, {"query": get_introspection_query()}).status_code == 400
    guessed = post(client, {"query": "{ helo }"})
    assert "hello" not in guessed.text
    assert "Did you mean" not in post(client, {"query": "{ hello(nam: 1) }"}).text
    assert "type Query" in client.get("/schema.graphql").text


def test_who_is_signed_in_gets_introspection_and_suggestions(client: TestClient) -> None:
    known = {"authorization": "Bearer good"}
    opened = post(client, {"query": get_introspection_query()}, **known)
    assert opened.json()["data"]["__schema"]["queryType"]["name"] == "Query"
    assert "Did you mean 'hello'?" in post(client, {"query": "{ helo }"}, **known).text


def test_a_wrong_token_is_refused(client: TestClient) -> None:
    answer = post(client, {"query": "{ hello }"}, authorization="Bearer bad")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@MEDIA
def test_a_hash_instead_of_a_query_is_answered_as_clients_of_persisted_queries_expect(
    client: TestClient, media: str
) -> None:
    extensions = {"persistedQuery": {"version": 1, "sha256Hash": "ecf4edb46db40b5132295c0291d62fb6" * 2}}
    asked = [
        post(client, {"operationName": "Hello", "variables": {}, "extensions": extensions}, media),
        post(client, {"query": None, "extensions": extensions}, media),
        post(client, {"query": "", "extensions": extensions}, media),
        # As clients of phones and gateways write it: another version, nothing else, a name beside it.
        post(client, {"extensions": {"persistedQuery": {"version": 2, "sha256Hash": "0"}, "other": 1}}, media),
        post(client, {"extensions": {"persistedQuery": {}}, "operationName": None, "variables": None}, media),
        client.get("/graphql", params={"extensions": json.dumps(extensions)}, headers={"accept": media}),
        client.get(
            "/graphql",
            params={"operationName": "Hello", "variables": "{}", "extensions": json.dumps(extensions)},
            headers={"accept": media},
        ),
    ]
    for answer in asked:
        assert answer.status_code == 200
        [error] = answer.json()["errors"]
        assert error["message"] == "PersistedQueryNotSupported"
        assert error["extensions"]["code"] == "PERSISTED_QUERY_NOT_SUPPORTED"
    for told in (extensions, {"persistedQuery": {"version": 1, "sha256Hash": "not its hash", "miss": True}}):
        whole = post(client, {"query": "{ __typename }", "extensions": told}, media)
        assert whole.json()["data"] == {"__typename": "Query"}
