"""What browsers report of a refused script or style: told in the log, of bounded size and number, and kept nowhere."""

import json
import logging
from typing import Any

import pytest
from starlette.testclient import TestClient

from backend.web import csp_reports, strangers
from backend.web.logs import JsonLines
from tests.web.conftest import Clients

PAGE = "http://testserver/orders/7?mail=ada@acme.example#private"


def old(**said: Any) -> dict[str, Any]:
    """A report as older browsers send it."""
    report = {
        "document-uri": PAGE,
        "violated-directive": "script-src-elem",
        "blocked-uri": "https://evil.example/a?b=c",
    }
    return {"csp-report": report | {name.replace("_", "-"): value for name, value in said.items()}}


def new(**said: Any) -> dict[str, Any]:
    """A report of the Reporting API."""
    report = {
        "documentURL": PAGE,
        "effectiveDirective": "require-trusted-types-for",
        "blockedURL": "trusted-types-sink",
    }
    return {"type": "csp-violation", "age": 10, "url": PAGE, "user_agent": "x", "body": report | said}


def logged_lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records if "csp_reports" in record.name]
    return [line["message"].removeprefix("Content-Security-Policy: ") for line in lines]


def send(client: TestClient, report: Any, media: str = "application/csp-report") -> int:
    content = report if isinstance(report, bytes) else json.dumps(report).encode()
    return client.post("/csp-reports", content=content, headers={"content-type": media}).status_code


def test_a_report_is_one_line_of_the_log_in_either_format_and_without_what_is_private(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    source = {"sourceFile": "http://testserver/assets/app.js?key=1", "lineNumber": 9, "sample": "Ada Lovelace"}
    assert send(client, old()) == 204
    assert send(client, [new(**source)], "application/reports+json") == 204
    assert logged_lines(caplog) == [
        "script-src-elem refused https://evil.example/a on /orders/7",
        "require-trusted-types-for refused trusted-types-sink on /orders/7 (http://testserver/assets/app.js:9)",
    ]


def test_words_in_a_report_are_masked(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    token = "a1" * 20
    send(
        client,
        old(document_uri=f"http://testserver/link/{token}", blocked_uri=f"https://x.example/ada@acme.example/{token}"),
    )
    assert logged_lines(caplog) == ["script-src-elem refused https://x.example/a•••@acme.example/••• on /link/•••"]


@pytest.mark.parametrize(
    "report",
    [
        old(blocked_uri="chrome-extension://abc/inject.js"),
        old(blocked_uri="moz-extension"),
        old(source_file="safari-web-extension://1/a.js"),
        old(source_file="moz-extension://1/a.js", blocked_uri="inline"),
        old(blocked_uri="about"),
        old(blocked_uri="resource://gre/x"),
        old(blocked_uri="webkit-masked-url://hidden/"),
        old(document_uri="https://elsewhere.example/"),
        old(document_uri="about:blank"),
        old(document_uri="http://[::1"),
        old(violated_directive=""),
        old(violated_directive={"a": 1}),
        [new() | {"type": "deprecation"}],
        [{"type": "csp-violation", "body": None}, None, 1, "x", []],
        {"csp-report": []},
        [[]] * 100,
        {},
        None,
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 5_000,
        json.dumps(old(blocked_uri="x" * csp_reports.MAX_BODY)).encode(),
    ],
)
def test_what_is_no_report_of_a_page_of_ours_is_answered_alike_and_not_told(
    client: TestClient, caplog: pytest.LogCaptureFixture, report: Any
) -> None:
    assert send(client, report) == 204
    assert logged_lines(caplog) == []


def test_a_network_writes_few_lines_a_minute_and_a_line_has_a_bounded_length(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    long = {"documentURL": f"http://testserver/{'a/' * 500}", "blockedURL": f"https://x.example/{'y ' * 500}"}
    assert {send(client, [new(**long)] * 6) for _ in range(6)} == {204}
    lines = logged_lines(caplog)
    assert len(lines) == csp_reports.MAX_LINES
    assert all(len(line) < 400 for line in lines)


def test_all_networks_together_write_a_bounded_number_of_lines_until_the_next_minute() -> None:
    lines = strangers.LineLimit(1, csp_reports.MAX_LINES)
    assert sum(lines.allow(f"network {number}") for number in range(2_000)) == strangers.IN_ALL
    assert len(lines.counts) == strangers.IN_ALL
    lines.until = 0.0
    assert lines.allow("network 1999")


def test_the_policy_names_the_endpoint_below_the_path_that_people_reach_us_at(clients: Clients) -> None:
    with clients(PUBLIC_URL="https://hub.example/hub") as client:
        headers = client.get("/", headers={"host": "hub.example"}).headers
        report = old(document_uri="https://hub.example/hub/")
        sent = client.post("/hub/csp-reports", json=report, headers={"host": "hub.example"})
    assert "report-uri /hub/csp-reports; report-to csp" in headers["content-security-policy"]
    assert headers["reporting-endpoints"] == 'csp="https://hub.example/hub/csp-reports"'
    assert sent.status_code == 204
