"""What the application tells of a page that broke: a line of the log, of bounded size and number, and kept nowhere."""

import json
import logging
from typing import Any

import pytest
from starlette.testclient import TestClient

from backend.web import csp_reports, page_errors
from backend.web.logs import JsonLines

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


class Log(logging.Handler):
    """The lines as operators read them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(json.loads(JsonLines().format(record)))


@pytest.fixture
def log() -> Any:
    """What is logged of pages that broke."""
    log, logger = Log(), logging.getLogger(page_errors.__name__)
    logger.addHandler(log)
    yield log.lines
    logger.removeHandler(log)


def send(client: TestClient, report: Any, **headers: str) -> int:
    content = report if isinstance(report, bytes) else json.dumps(report).encode()
    sent = {"content-type": "application/json", "traceparent": f"00-{TRACE}-{TRACE[16:]}-00"} | headers
    return client.post("/page-errors", content=content, headers=sent).status_code


def test_a_page_that_broke_is_a_line_with_the_id_that_it_shows_and_without_what_is_private(
    client: TestClient, log: list[dict[str, Any]]
) -> None:
    said = "TypeError: ada@acme.example of undefined\n    at http://testserver/assets/app-1a2b.js:1:2"
    assert send(client, {"page": "/reminders/a-link", "said": said}) == 204
    [line] = log
    assert line["correlationId"] == TRACE
    assert line["message"].startswith("A page broke at /reminders/••• with TypeError: a•••@acme.example of undefined\n")


def test_an_address_at_the_end_of_what_is_told_is_masked_too(client: TestClient, log: list[dict[str, Any]]) -> None:
    before = "x " * (page_errors.MAX_TEXT_LENGTH // 2 - len("ada.lovelace@acme") // 2)
    assert send(client, {"page": "/", "said": f"{before}ada.lovelace@acme.example is unknown"}) == 204
    assert "ada." not in log[0]["message"]


@pytest.mark.parametrize(
    "report",
    [{}, [], 7, {"page": "/", "said": None}, b"", b"{", b"\xff\xfe", b"[" * 5_000, {"page": "/", "said": "x" * 20_000}],
)
def test_what_is_no_report_is_answered_alike_and_not_told(
    client: TestClient, log: list[dict[str, Any]], report: Any
) -> None:
    assert (send(client, report), log) == (204, [])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"content-type": "text/plain"}, 415),
    ],
)
def test_other_sites_can_write_nothing_into_the_log(
    client: TestClient, log: list[dict[str, Any]], headers: dict[str, str], status: int
) -> None:
    assert (send(client, {"page": "/", "said": "x"}, **headers), log) == (status, [])


def test_a_network_writes_few_lines_a_minute_and_a_line_has_a_bounded_length(
    client: TestClient, log: list[dict[str, Any]]
) -> None:
    for _ in range(2 * csp_reports.MAX_LINES):
        assert send(client, {"page": "/a" * 1_000, "said": "b " * 5_000}) == 204
    assert len(log) == csp_reports.MAX_LINES
    assert all(len(line["message"]) < 1_300 for line in log)
