"""The command that places the orders of a file: what it reads and reports, and that it goes on where it was killed."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend import clock, commands, database, events
from backend.settings import settings
from tests.live import ROOT
from tests.test_commands import ORDER as SOLD
from tests.test_commands import said

ORDER = SOLD | {"requestedStartDate": clock.today().isoformat()}
HEAD = "Order Number;offer;company_name;TERM MONTHS;provisioningContactEmail;requestedStartDate;sellerName;country"
HEAD += ";licenseName;licenseService;licenseScope;licenseUnits"
LINE = "{};Webex Suite;{};12;pat@partner.example;2026-12-01;Nordlicht;DE;{};MEETINGS;PER_SITE;5"

LONG = '"' + "x" * 200_000


@pytest.fixture
def placing(fresh_sqlite: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Commands find an empty database that is up to date."""
    monkeypatch.setenv("DATABASE_URL", fresh_sqlite)
    settings.cache_clear()
    yield fresh_sqlite
    settings.cache_clear()


def stored(url: str, sql: str) -> list[tuple[Any, ...]]:
    """What the database holds."""

    async def read() -> list[tuple[Any, ...]]:
        await database.connect(url)
        try:
            return [tuple(row.values()) for row in await database.rows(sql)]
        finally:
            await database.disconnect()

    return asyncio.run(read())


NUMBERS = "SELECT order_number FROM orders ORDER BY id"


def lines(count: int) -> str:
    return "".join(json.dumps(ORDER | {"orderNumber": f"DE-{number}"}) + "\n" for number in range(1, count + 1))


def test_each_line_is_placed_or_refused_by_itself_and_placed_once(
    placing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "orders.jsonl"
    wrong = json.dumps(ORDER | {"orderNumber": "DE-9", "termMonths": 0})
    other = json.dumps(ORDER | {"orderNumber": "DE-1", "companyName": "Other"})
    odd = b'{"orderNumber": "\xff"}\n' + b"[" * 2_000_000 + b"\n"
    text = "\ufeff" + lines(2) + f"\n{wrong}\r\n{other}\n{{\n"
    file.write_bytes(text.encode() + odd + json.dumps(ORDER | {"orderNumber": "DE-10"}).encode())
    code, told, failed = said(capsys, "place-orders", str(file), "--seller", "Nordlicht")
    assert (code, failed) == (1, "provisioning: orders refused: 5 of 8\n")
    report = told.splitlines()
    assert [line.split(": ")[:2] for line in report[:3]] == [
        ["line 1", "placed"],
        ["line 2", "placed"],
        ["line 4", "refused"],
    ]
    assert report[2] == "line 4: refused: termMonths: Enter a term between 1 and 120 months."
    assert report[3].startswith("line 5: refused: orderNumber: An order with this number was placed before")
    assert report[4] == "line 6: refused: Input data was truncated"
    assert report[6] == "line 8: refused: longer than 1048576 bytes"
    assert report[7].startswith("line 9: placed: DE-10 ")
    assert report[8] == "3 placed, 5 refused"
    file.write_text(lines(3))
    code, told, failed = said(capsys, "place-orders", str(file), "--seller", "Nordlicht")
    assert (code, failed, told.splitlines()[-1]) == (0, "", "1 placed, 2 placed before")
    assert stored(placing, NUMBERS) == [("DE-1",), ("DE-2",), ("DE-10",), ("DE-3",)]
    assert stored(placing, "SELECT count(*) FROM email_message") == [(4,)]


def test_who_watches_hears_of_each_order_that_a_command_places(
    placing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, int]] = []
    monkeypatch.setattr(database, "notify_after_commit", lambda *signal: told.append(signal))
    many, one = tmp_path / "orders.jsonl", tmp_path / "order.json"
    many.write_text(lines(2))
    one.write_text(json.dumps(ORDER | {"orderNumber": "DE-3"}))
    for command, file in (("place-orders", many), ("place-order", one)):
        assert said(capsys, command, str(file), "--seller", "Nordlicht")[0] == 0
    assert told == [(events.CHANNEL, id) for (id,) in stored(placing, "SELECT id FROM orders ORDER BY id")]


@pytest.mark.slow
def test_a_command_that_is_killed_goes_on_where_it_was(placing: str, tmp_path: Path) -> None:
    file = tmp_path / "orders.jsonl"
    file.write_text(lines(200))
    command = [sys.executable, "-m", "backend", "place-orders", str(file), "--seller", "Nordlicht"]
    own = {"DATABASE_URL": placing, "SECRET_KEY": settings().secret_key, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR"}
    with subprocess.Popen(command, cwd=ROOT, env=own, stdout=subprocess.PIPE, text=True) as first:
        assert first.stdout is not None
        seen = [first.stdout.readline() for _ in range(3)]
        first.kill()
    assert [line.split(" ")[:3] for line in seen] == [["line", f"{number}:", "placed:"] for number in (1, 2, 3)]
    begun = len(stored(placing, NUMBERS))
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    again = f"{begun} placed before"
    assert done.stdout.splitlines()[-1] == (f"{200 - begun} placed, {again}" if begun < 200 else again)
    assert stored(placing, NUMBERS) == [(f"DE-{number}",) for number in range(1, 201)]
    assert stored(placing, "SELECT count(*) FROM email_message WHERE kind = 'SETUP'") == [(200,)]


@pytest.mark.parametrize(
    ("encoding", "form"),
    [("utf-8-sig", ";"), ("utf-8", ","), ("utf-16", "\t"), ("utf-8-sig", "sep=;")],
)
def test_a_csv_file_is_read_as_spreadsheets_write_it(
    placing: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    encoding: str,
    form: str,
) -> None:
    separator, before = form[-1], f"{form}\r\n" if len(form) > 1 else ""
    file = tmp_path / "ORDERS.CSV"
    rows = [HEAD, LINE.format("DE-1", '"Weber ""Söhne""\n; Co"', "Webex A"), LINE.format("DE-1", "", "Webex B")]
    rows += [";" * 11, LINE.format("", "", "Webex C").replace("Nordlicht", ""), LINE.format("DE-2", "Acme", "Webex A")]
    text = before + "\r\n".join(rows).replace(";", separator) + "\r\n"
    file.write_bytes(text.replace(f"\n{separator} Co", "\n; Co").encode(encoding))
    code, told, failed = said(capsys, "place-orders", str(file), "--seller", "Nordlicht")
    start = 3 if before else 2
    assert (code, failed) == (0, "")
    assert [line.split(": ")[0] for line in told.splitlines()] == [f"line {start}", f"line {start + 5}", "2 placed"]
    assert stored(placing, "SELECT order_number, company_name, term_months FROM orders ORDER BY id") == [
        ("DE-1", 'Weber "Söhne" ; Co', 12),
        ("DE-2", "Acme", 12),
    ]
    names = "SELECT name FROM license WHERE order_id = (SELECT min(id) FROM orders) ORDER BY position"
    assert stored(placing, names) == [("Webex A",), ("Webex B",), ("Webex C",)]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([LINE.format("DE-1", "A", "L"), LINE.format("DE-1", "B", "M")], "companyName of line 3 differs from that of"),
        ([LINE.format("DE-1", "A", "L") + ";beyond"], "line 2 has more cells than the first line has names"),
        ([LINE.format("DE-1", "A", "L").replace("MEETINGS", "MAIL")], "Invalid enum value 'MAIL' - at `$.licenses[0]"),
        ([LINE.format("DE-1", "A", "L").replace(";12;", ";12,5;")], "Expected `int`, got `str` - at `$.termMonths`"),
        ([LINE.format("DE-1", "A", "L").replace("2026-12-01", "01.12.2026")], "Invalid RFC3339 encoded date"),
        ([LINE.format("", "A", "L")], "Object missing required field `orderNumber`"),
        ([LINE.format("DE-\0", "A", "L")], "orderNumber: Remove control characters"),
    ],
)
def test_a_csv_line_that_is_no_order_is_refused_by_itself(
    placing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], rows: list[str], wrong: str
) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("\n".join([HEAD, *rows, LINE.format("DE-2", "Acme", "L")]))
    code, told, failed = said(capsys, "place-orders", str(file), "--seller", "Nordlicht")
    assert (code, failed) == (1, "provisioning: orders refused: 1 of 2\n")
    assert told.startswith(f"line 2: refused: {wrong}")
    assert stored(placing, NUMBERS) == [("DE-2",)]


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        (("orders.txt", b""), "a file of orders is called .jsonl or .csv"),
        (("orders.csv", b""), "the first line names no column orderNumber, offer"),
        (("orders.csv", b"phone\n"), "there is no column 'phone'; there are orderNumber, offer"),
        (("orders.csv", (HEAD + ";offer\n").encode()), "the first line names offer twice"),
        (
            ("orders.csv", (HEAD + "\n" + LINE.format("DE-1", "Söhne", "L")).encode("cp1252")),
            "this is no text in UTF-8",
        ),
        (("orders.csv", (HEAD + "\n" + LINE.format("DE-1", '"Acme', "L")).encode()), "line 2: unexpected end of data"),
        (
            ("orders.csv", (HEAD + "\n" + LINE.format("DE-1", '"' + "x" * 200_000, "L")).encode()),
            "line 2: field larger",
        ),
        (("orders.csv", (HEAD + "\n" + "x" * 1_100_000).encode()), "line 2 is longer than 1048576 bytes"),
    ],
)
def test_a_file_that_cannot_be_read_on_is_told_in_one_line(
    placing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], file: tuple[str, bytes], wrong: str
) -> None:
    name, content = file
    path = tmp_path / name
    path.write_bytes(content)
    code, told, failed = said(capsys, "place-orders", str(path), "--seller", "Nordlicht")
    assert (code, told) == (1, "")
    assert failed.startswith(f"provisioning: {path}: {wrong}")
    assert failed.count("\n") == 1


def test_a_file_is_only_checked_and_nothing_is_written(
    placing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "orders.jsonl"
    free = ORDER | {"orderNumber": "DE-2", "provisioningContactEmail": "pat@gmail.com", "country": "DE"}
    twice = free | {"termMonths": 24}
    file.write_text(lines(1) + "\n".join(json.dumps(one) for one in (free, twice, ORDER | {"termMonths": 0})))
    assert commands.main(["place-orders", str(file), "--seller", "Nordlicht", "--check"]) == 1
    told = capsys.readouterr().out
    assert "line 2: fine: DE-2\nline 2: WARNING FREE_MAIL provisioningContactEmail: gmail.com is a free email" in told
    assert "line 3: refused: DE-2: an earlier line has this number, with different content\n" in told
    assert "line 4: BLOCKS INVALID termMonths: Enter a term between 1 and 120 months.\n" in told
    assert told.endswith("2 fine, 2 refused\n")
    assert stored(placing, "SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM email_message)") == [(0,)]
