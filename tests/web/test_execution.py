"""What happens while an operation runs: masking, deadline, cost, limits."""

import json
import logging
import re
from math import ceil
from typing import Any

import pytest
from starlette.testclient import TestClient

from backend.graphql_server import execution
from backend.settings import settings
from tests.web.conftest import Clients


def ask(client: TestClient, query: str, **headers: str) -> Any:
    return client.post(
        "/graphql", json={"query": query}, headers={"accept": "application/graphql-response+json"} | headers
    )


def test_a_bug_is_masked_and_logged_once_with_its_correlation_id(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = ask(client, "{ hello broken }")
    error = answer.json()["errors"][0]
    assert answer.status_code == 200
    assert answer.json()["data"] == {"hello": "hello you", "broken": None}
    assert error["message"] == "Something went wrong on our side."
    assert error["path"] == ["broken"]
    assert error["extensions"] == {"code": "INTERNAL", "correlationId": answer.headers["x-correlation-id"]}
    assert "secret" not in answer.text
    logged = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(logged) == 1
    assert logged[0].exc_info


def test_a_rate_limit_is_answered_429_with_the_time_to_wait(client: TestClient) -> None:
    answer = ask(client, "{ crowded }")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "42")
    extensions = answer.json()["errors"][0]["extensions"]
    traced = {"correlationId": answer.headers["x-correlation-id"]}
    assert extensions == {"code": "RATE_LIMITED", "retryAfter": 42} | traced
    assert fields(answer) == ('"finder";q=60;w=3600', '"finder";r=0;t=42')


def fields(answer: Any) -> tuple[str, str]:
    return answer.headers["ratelimit-policy"], answer.headers["ratelimit"]


def test_each_answer_says_in_its_head_what_is_left_of_the_points(client: TestClient) -> None:
    for answer in (ask(client, "{ hello }"), ask(client, "{ hello broken }"), client.get("/graphql?query={hello}")):
        bucket = answer.json()["extensions"]["cost"]["bucket"]
        full_in = ceil((bucket["maximum"] - bucket["level"]) / bucket["restoreRate"])
        assert fields(answer) == ('"cost";q=10000;w=10', f'"cost";r={bucket["level"]};t={full_in}')


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer away"}])
def test_a_database_that_is_away_is_answered_503(client: TestClient, headers: dict[str, str]) -> None:
    answer = ask(client, "{ unreachable }", **headers)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    [error] = answer.json()["errors"]
    assert error["message"] == "The service is busy. Try again in 1 second."
    correlation_id = answer.headers["x-correlation-id"]
    assert error["extensions"] == {"code": "UNAVAILABLE", "retryAfter": 1, "correlationId": correlation_id}
    assert "5432" not in answer.text


def test_an_operation_is_stopped_at_its_deadline(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "DEADLINE", 0.05)
    answer = ask(client, "{ slow(seconds: 60) }")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    extensions = answer.json()["errors"][0]["extensions"]
    assert extensions == {"code": "TIMEOUT", "retryAfter": 1, "correlationId": answer.headers["x-correlation-id"]}


def test_an_answer_says_what_it_cost(client: TestClient) -> None:
    bill = ask(client, "{ books(first: 5) { edges { node { tags { name } } } } }").json()["extensions"]["cost"]
    assert (bill["requested"], bill["actual"]) == (5 * 4, 5 * 2)
    assert bill["bucket"]["maximum"] == 10_000
    assert bill["bucket"]["restoreRate"] == 1_000
    assert bill["bucket"]["level"] == 10_000 - 10


def test_a_request_that_costs_too_much_is_refused_before_it_runs(client: TestClient) -> None:
    answer = ask(client, "{ books(first: 100) { edges { node { sequels { edges { node { id } } } } } } }")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "QUERY_TOO_COMPLEX"
    assert "data" not in answer.json()


@pytest.fixture
def small_bucket(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("COST_BUCKET", "250")
    monkeypatch.setenv("COST_RESTORE", "1")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("small_bucket")
def test_an_empty_bucket_is_answered_429_and_only_its_owner_waits(clients: Clients) -> None:
    query = "{ books(first: 100) { edges { node { id } } } }"
    with clients() as client:
        assert [ask(client, query).status_code for _ in range(3)] == [200, 200, 429]
        refused = ask(client, query)
        assert refused.json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
        assert 1 <= int(refused.headers["retry-after"]) <= 51
        policy, state = fields(refused)
        assert policy == '"cost";q=250;w=250'
        assert re.fullmatch(rf'"cost";r=\d+;t={refused.headers["retry-after"]}', state)
        assert ask(client, query, authorization="Bearer good other").status_code == 200


def test_the_argument_that_a_variable_left_out_is_the_callers_fault(client: TestClient) -> None:
    body = {"query": "query($id: ID) { book(id: $id) { id } }"}
    answer = client.post("/graphql", content=json.dumps(body), headers={"content-type": "application/json"})
    assert answer.json()["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
