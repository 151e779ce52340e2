"""The threat model and the standard are walked through with what is really there."""

import re
from collections import Counter

from backend.graphql_server import http_requests, websocket
from backend.web import connections, csp_reports
from tests.test_documentation import ROOT

MODEL = (ROOT / "docs" / "security.md").read_text("utf-8")
STANDARD = (ROOT / "docs" / "asvs.md").read_text("utf-8")
REQUIREMENTS = 253  # of levels 1 and 2 in version 5.0.0
CHAPTERS = 17


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", MODEL)
    assert len(named) > 30
    missing = [name for file, name in named if not re.search(rf"def {name}\(", (ROOT / file).read_text("utf-8"))]
    assert missing == []
    assert [row for row in MODEL.split("\n## ")[0].splitlines() if row.startswith("| **") and "::" not in row] == []


def test_the_limits_that_a_proxy_should_have_are_those_of_the_service() -> None:
    kib = 1024
    for figure in (
        f"{connections.MAX_HEAD // kib} KiB, {connections.MAX_HEADERS} headers (431)",
        f"| {connections.MAX_PIECES}, and one more for each {connections.PIECE} bytes (400)",
        f"{connections.HEAD_TIMEOUT:.0f} s (408)",
        f"{http_requests.MAX_BODY // kib} KiB for strangers",
        f"{http_requests.MAX_BODY_SIGNED_IN // kib} KiB signed in (413)",
        f"`/csp-reports` {csp_reports.MAX_BODY // kib} KiB",
        f"| {connections.MAX_WASTE // kib} KiB a request",
        f"| {connections.MAX_PIPELINED} |",
        f"{connections.READ_TIMEOUT:.0f} s for the next",
        f"{connections.MAX_CONNECTIONS:,}, fewer",
        f"{connections.FRAMES_PER_SECOND} frames a second after {connections.FRAME_BURST}",
        f"messages of {websocket.MAX_MESSAGE // kib} KiB, {websocket.MAX_ANONYMOUS} sockets a network",
        f"{websocket.MAX_SOCKETS:,} in all, idle for {websocket.IDLE_TIMEOUT:.0f} s",
    ):
        assert figure in MODEL, figure


def test_every_requirement_of_the_standard_has_one_line_and_the_counts_are_right() -> None:
    rows = re.findall(
        r"^\| (V\d+\.\d+\.\d+) \| ([12]) \| (met|n\.a\.|\*\*not met\*\*) \| (\S.+) \|$", STANDARD, re.MULTILINE
    )
    assert len({row[0] for row in rows}) == len(rows) == REQUIREMENTS
    assert len(re.findall(r"^## V\d+ ", STANDARD, re.MULTILINE)) == CHAPTERS
    counts = Counter(row[2] for row in rows)
    told = f"{counts['met']} met, {counts['n.a.']} not applicable, {counts['**not met**']} not met"
    assert told in STANDARD
    files = re.findall(r"`(tests/[\w/]+(?:\.py)?|docs/\w+\.md|\w+/\w+\.ts)`", STANDARD)
    places = (ROOT, ROOT / "frontend" / "src")
    assert [file for file in files if not any((place / file).exists() for place in places)] == []
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name in re.findall(r"`(test_\w+)`", STANDARD) if f"def {name}(" not in tests] == []
