"""Health, figures and logs."""

import json
import logging
import re
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from backend import correlation, database
from backend.web import queue_metrics
from backend.web.logs import JsonLines, masked
from tests.product import Product
from tests.web.conftest import Clients


def test_the_process_is_healthy(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_with_all_migrations(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "known_migrations", lambda: {"0001_initial"})
    pending = client.get("/readyz")
    assert (pending.status_code, pending.json()) == (503, {"status": "migrations pending"})

    async def migrate() -> None:
        await database.execute("CREATE TABLE tortoise_migrations (app TEXT, name TEXT)")
        await database.execute("INSERT INTO tortoise_migrations VALUES ($1, '0001_initial')", [database.APP])

    assert client.portal is not None
    client.portal.call(migrate)
    assert client.get("/readyz").json() == {"status": "ok"}


def test_it_is_not_ready_without_its_database(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(database, "rows", away)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.json() == {"status": "database unreachable"}


def test_figures_count_requests_and_operations(client: TestClient) -> None:
    client.post("/graphql", json={"query": "{ hello }"})
    text = client.get("/metrics").text
    assert re.search(r'http_requests_total\{page="graphql",status="200"\} \d', text)
    assert re.search(r'graphql_operations_total\{outcome="ok",type="query"\} \d', text)
    assert 'graphql_operation_seconds_count{type="query"}' in text
    assert 'queue_age_seconds{queue="mail"} 0.0' in text


async def test_figures_tell_how_much_of_each_queue_is_due_and_for_how_long(product: Product) -> None:
    await product.place()
    now = product.now
    worked_off = {queue: now + timedelta(days=1) for queue in ("email_message", "service")}
    for table, at in worked_off.items():
        await database.execute(f"UPDATE {table} SET due_at = $1", [at])
    oldest = now - timedelta(seconds=90)
    await database.execute(
        "UPDATE email_message SET due_at = $1 WHERE id IN (SELECT min(id) FROM email_message)", [oldest]
    )
    told = {
        (figure.name, sample.labels["queue"]): sample.value
        for figure in await queue_metrics.read(now)
        for sample in figure.samples
    }
    assert told["queue_due", "mail"] == 1
    assert told["queue_age_seconds", "mail"] == pytest.approx(90)
    assert told["queue_due", "provisioning"] == told["queue_age_seconds", "provisioning"] == 0


def test_figures_of_a_database_that_is_away_are_left_out(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(*_values: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(database, "rows", away)
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert "http_requests_total" in answer.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mail to jane.doe@acme.com failed", "mail to j•••@acme.com failed"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer •••"),
        ("token=hunter2&x=1", "token=•••&x=1"),
        ("{'code': '123456'}", "{'code': '•••'}"),
        ("hub_4fQ9zL2mN8pR5sT7vX1yB3cD6eG0hJkW used", "••• used"),
        ("postgres://app:hunter2@db/x", "postgres://app:•••@db/x"),
        ("order 0b8f3a52-9d55-4a3e-8d0e-3f2b1c4d5e6f in 12 ms, code: NOT_FOUND", None),
        ("/lib/python3.11/site-packages/a_rather_long_module_name_without_digits.py", None),
    ],
)
def test_what_is_secret_is_not_written_down(text: str, expected: str | None) -> None:
    assert masked(text) == (expected or text)


def test_a_log_line_is_json_with_its_correlation_id() -> None:
    begun = correlation.begin()
    with pytest.raises(ValueError, match="jane") as failure:
        int("jane@acme.com")
    record = logging.LogRecord("backend.web", logging.ERROR, __file__, 1, "failed: %s", ("x",), failure._excinfo)
    line = json.loads(JsonLines().format(record))
    assert line["message"] == "failed: x"
    assert line["level"] == "ERROR"
    assert line["correlationId"] == begun
    assert line["traceback"].endswith("ValueError: invalid literal for int() with base 10: 'j•••@acme.com'")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line["at"])


@pytest.mark.parametrize(
    ("settings", "authorization", "status"),
    [
        ({}, "", 200),
        ({"METRICS_TOKEN": "m" * 32}, "", 401),
        ({"METRICS_TOKEN": "m" * 32}, "Bearer wrong", 401),
        ({"METRICS_TOKEN": "m" * 32}, "Bearer m\xfcnchen", 401),
        ({"METRICS_TOKEN": "m" * 32}, f"Bearer {'m' * 32}", 200),
        ({"ENVIRONMENT": "production", "SMTP_URL": "smtps://mail.example"}, "", 404),
        ({"ENVIRONMENT": "production", "SMTP_URL": "smtps://mail.example"}, "Bearer ", 404),
    ],
)
def test_figures_are_for_who_has_the_token(
    clients: Clients, settings: dict[str, str], authorization: str, status: int
) -> None:
    production = "ENVIRONMENT" in settings
    with clients(**settings, **({"PUBLIC_URL": "https://testserver"} if production else {})) as client:
        headers = {"Authorization": authorization.encode("latin-1")} if authorization else {}
        assert client.get("/metrics", headers=headers).status_code == status  # type: ignore[arg-type]
