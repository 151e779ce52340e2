"""Commands of whoever operates the product."""

import asyncio
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend import clock, commands, database
from backend.commands import running
from backend.commands.common import CommandFailed
from backend.models.organization import Organization
from backend.models.person import ApiToken
from backend.provisioning import sign_in, tokens, webhooks
from backend.provisioning.access import SYSTEM
from backend.provisioning.webhooks import Owner
from backend.settings import settings
from tests.api import Caller
from tests.live import ROOT, Live
from tests.provisioning.finder.world import load_rows

PAT, KIM = "pat@partner.example", "kim@partner.example"
URL = "https://hooks.example/key-4711"
ORDER = {
    "orderNumber": "DE-1",
    "offer": "Webex Suite",
    "companyName": "Acme",
    "termMonths": 12,
    "provisioningContactEmail": PAT,
    "requestedStartDate": "2026-12-01",
    "sellerName": "Nordlicht",
    "licenses": [{"name": "Meetings", "service": "MEETINGS", "scope": "PER_SITE", "totalUnits": 5}],
}


async def two_people() -> list[str]:
    """The tokens of two browsers of Pat's and one of Kim's."""
    return [await sign_in.open_session(person, person, None, clock.now()) for person in (PAT, PAT, KIM)]


async def viewers(live: Live, sessions: list[str]) -> list[str | None]:
    """Whom the server takes the browsers for."""
    found = []
    for session in sessions:
        async with live.caller().http as http:
            http.cookies.set("session", session)
            found.append((await Caller(http).ask("{ viewer { email } }"))["viewer"])
    return [who and who["email"] for who in found]


def end_sessions(url: str, email: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "backend", "end-sessions", email]
    own = {"DATABASE_URL": url, "SECRET_KEY": settings().secret_key, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR"}
    return subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.slow
def test_ending_a_persons_sessions_signs_them_out_of_a_running_server_and_nobody_else(fresh_sqlite: str) -> None:
    url = fresh_sqlite
    with Live(url) as live:
        sessions = live.prepare(two_people())
        live.start()
        assert asyncio.run(viewers(live, sessions)) == [PAT, PAT, KIM]
        done = end_sessions(url, " Pat@Partner.Example ")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "Pat@partner.example was signed out; sessions ended: 2\n"
        assert asyncio.run(viewers(live, sessions)) == [None, None, KIM]
        assert "sessions ended: 0" in end_sessions(url, PAT).stdout


@pytest.mark.slow
def test_a_server_that_does_not_reload_says_nothing_about_reloading(fresh_sqlite: str, tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    with Live(fresh_sqlite, log) as live:
        live.start()
    said = log.read_text("utf-8")
    assert "Uvicorn running" in said
    assert "reload" not in said


def test_a_database_that_is_a_folder_is_told_in_one_line(tmp_path: Path) -> None:
    done = end_sessions(f"sqlite://{tmp_path}", PAT)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "provisioning: OperationalError: unable to open database file\n"


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """How a command exits, and what it says on standard output and on standard error."""
    code = commands.main(list(arguments))
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize("name", commands.commands.commands)
def test_help_says_what_a_command_does_and_what_it_takes_whatever_the_settings_are(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "nowhere")
    settings.cache_clear()
    command = commands.commands.commands[name]
    code, told, wrong = said(capsys, name, "--help")
    settings.cache_clear()
    assert (code, wrong) == (0, "")
    assert told.startswith(f"Usage: provisioning {name}")
    assert str(command.help) in told
    assert all(getattr(parameter, "help", None) for parameter in command.params)
    assert f"  {name} " in said(capsys, "-h")[1]


def test_without_a_command_all_are_listed_and_that_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    code, told, wrong = said(capsys)
    assert (code, told) == (2, "")
    assert wrong == said(capsys, "--help")[1]


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["serv"], "No such command 'serv'. Did you mean 'serve'? See provisioning --help."),
        (["serve", "--worker", "2"], "No such option '--worker'. (Did you mean one of: '--no-worker', '--workers'?)"),
        (["serve", "--port", "http"], "Invalid value for '--port': 'http' is not a valid integer range."),
        (["serve", "--port", "65536"], "Invalid value for '--port': 65536 is not in the range 0<=x<=65535."),
        (["restore"], "Missing argument 'FILE'. See provisioning restore --help."),
        (["create-token", "Nordlicht"], "Missing option '--scope'. See provisioning create-token --help."),
        (["mail-domain", "gmx.de", "--kind", "spam"], "Invalid value for '--kind': 'spam' is not one of 'company'"),
        (["list-support", "all"], "Got unexpected extra argument (all)"),
    ],
)
def test_words_that_no_command_knows_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], wrong: str
) -> None:
    code, told, line = said(capsys, *arguments)
    assert (code, told) == (2, "")
    assert line.startswith(f"provisioning: {wrong}")
    assert line.count("\n") == 1


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Commands find a database without tables."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite://{tmp_path}/empty.db")
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize("email", ["", "pat", "pat@", "@partner.example", "pat@partner@example"])
def test_what_is_no_address_signs_nobody_out_and_is_refused_in_one_line(
    empty: None, capsys: pytest.CaptureFixture[str], email: str
) -> None:
    assert said(capsys, "end-sessions", email) == (1, "", f"provisioning: not an email address: {email}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["add-support", PAT],
        ["create-token", "Nordlicht", "--scope", "support"],
        ["list-tokens"],
        ["revoke-token", "chub_"],
        ["list-webhooks"],
        ["remove-webhook", "V2ViaG9va0VuZHBvaW50OjE"],
        ["end-sessions", PAT],
        ["export-organizations"],
        ["list-support"],
        ["mail-domain", "gmx.de"],
        ["seed-demo"],
        ["send-due"],
    ],
)
def test_before_the_first_migration_commands_say_what_to_run(
    empty: None, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert said(capsys, *arguments) == (1, "", "provisioning: the database is not up to date: run migrate first\n")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("", "the name has 1 to 100 characters"),
        (" ", "the name has 1 to 100 characters"),
        ("x" * 101, "the name has 1 to 100 characters"),
        ("Nord\nlicht", "the name has letters, digits and signs only, in one line: 'Nord\\nlicht'"),
    ],
)
def test_an_integrator_has_a_name_whether_it_gets_a_token_or_places_an_order(
    empty: None, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, wrong: str
) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(ORDER))
    line = f"provisioning: {wrong}\n"
    assert said(capsys, "create-token", name, "--scope", "support") == (1, "", line)
    assert said(capsys, "place-order", str(file), "--seller", name) == (1, "", line)


@pytest.mark.parametrize(
    "words",
    [
        ["--scope", "orders:read,orders:write"],
        ["--scope", "orders:read orders:write"],
        ["--scope", " orders:write, orders:read ,"],
        ["--scope", "orders:read", "--scope", "orders:write"],
    ],
)
def test_several_scopes_are_taken_with_commas_spaces_or_by_repeating(
    fresh_sqlite: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", fresh_sqlite)
    settings.cache_clear()
    assert said(capsys, "create-token", "Nordlicht", *words)[0] == 0
    assert "  orders:read,orders:write  " in said(capsys, "list-tokens")[1]
    settings.cache_clear()


def test_a_port_that_is_in_use_is_told_before_anything_else(empty: None, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, told, line = said(capsys, "serve", "--port", str(port))
    assert (code, told) == (1, "")
    assert line.startswith(f"provisioning: port {port} of 127.0.0.1 is in use, maybe by another `make run`")
    assert line.count("\n") == 1


def test_a_name_is_served_whose_other_address_the_machine_has_not_and_none_that_is_in_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
        nowhere = (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2001:db8::1", port, 0, 0))
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [nowhere, here])
        with pytest.raises(CommandFailed, match="is in use"):
            running._check_port("localhost", port)
    running._check_port("localhost", port)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [nowhere])
    with pytest.raises(CommandFailed, match="nobody can listen"):
        running._check_port("localhost", port)


@pytest.mark.parametrize(
    ("scopes", "wrong"),
    [
        ("", "no scope was given; there are orders:read, orders:write, organizations:read, support"),
        (
            "orders:read,orders",
            "unknown scope orders; there are orders:read, orders:write, organizations:read, support",
        ),
    ],
)
def test_a_token_has_scopes_that_there_are(
    empty: None, capsys: pytest.CaptureFixture[str], scopes: str, wrong: str
) -> None:
    assert said(capsys, "create-token", "Nordlicht", "--scope", scopes) == (1, "", f"provisioning: {wrong}\n")


async def make_a_token_of_a_company() -> None:
    north = {"type": "org", "id": "North", "name": "North", "country": "DE", "roles": ["partner"], "status": "active"}
    await load_rows([north | {"merged_into": None, "consumer_pool": False, "created_day": 20_000}], clock.now())
    owner = await Organization.get(external_id="North")
    await tokens.create("ERP", ["orders:read"], clock.now(), organization_id=owner.id)
    await ApiToken.filter(name="ERP").update(prefix="chub_")  # as it was before prefixes were kept


def test_tokens_are_made_listed_and_revoked(
    fresh_sqlite: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", fresh_sqlite)
    settings.cache_clear()
    with Live(fresh_sqlite) as live:
        live.prepare(make_a_token_of_a_company())
    year = clock.today().year + 1
    made = said(capsys, "create-token", "Nordlicht", "--scope", "orders:read", "--expires", f"{year}-06-30")[1].strip()
    late = said(capsys, "create-token", "Nordlicht", "--scope", "orders:read", "--expires", "2020-01-01")
    assert late == (1, "", "provisioning: 2020-01-01 is over\n")
    code, listed, _ = said(capsys, "list-tokens")
    assert code == 0
    assert f"{made[:13]}  Nordlicht  orders:read  until {year}-07-01 00:00, never used\n" in listed
    number = re.search(r"^(#\d+)  ERP of North  orders:read  until ", listed, re.MULTILINE)
    assert number
    assert made not in listed
    assert said(capsys, "revoke-token", "chub_")[2].startswith("provisioning: 2 tokens begin so; give one of ")
    unknown = said(capsys, "revoke-token", f"{made[:-1]}!")
    assert unknown == (1, "", f"provisioning: no token that holds begins with {made[:13]}\n")
    assert said(capsys, "revoke-token", made[:10]) == (0, f"Nordlicht ({made[:13]}…) was revoked\n", "")
    assert said(capsys, "revoke-token", number[1]) == (0, "ERP (chub_…) was revoked\n", "")
    assert said(capsys, "list-tokens") == (0, "", "")
    assert said(capsys, "list-tokens", "--all")[1].count("revoked") == 2
    settings.cache_clear()


async def make_two_webhooks() -> None:
    await make_a_token_of_a_company()
    owner = await Organization.get(external_id="North")
    async with database.transaction():
        for whose in (Owner(seller="Nordlicht"), Owner(organization_id=owner.id)):
            given = {"url": URL, "events": ["ORDER_PLACED"], "query": None, "description": None}
            await webhooks.create(whose, webhooks.read_fields(given), SYSTEM, clock.now())


async def removed_webhooks() -> list[str]:
    found = await database.rows("SELECT kind FROM organization_event ORDER BY id")
    return [row["kind"] for row in found if row["kind"] == "webhook_removed"]


def test_webhooks_are_listed_without_their_paths_and_removed(
    fresh_sqlite: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", fresh_sqlite)
    settings.cache_clear()
    with Live(fresh_sqlite) as live:
        live.prepare(make_two_webhooks())
        code, listed, _ = said(capsys, "list-webhooks")
        assert code == 0
        lines = [line.split("  ") for line in listed.splitlines()]
        shown = ["hooks.example", "ORDER_PLACED", "on, never took any"]
        assert sorted(line[1:] for line in lines) == [["Nordlicht", *shown], ["North", *shown]]
        wrong = (1, "", "provisioning: there is no webhook with this id; list-webhooks prints them\n")
        for id in ("#1", "V2ViaG9va0VuZHBvaW50OjQ3MTE", ""):
            assert said(capsys, "remove-webhook", id) == wrong
        for line in lines:
            assert said(capsys, "remove-webhook", line[0]) == (0, "the webhook at hooks.example was removed\n", "")
        assert said(capsys, "list-webhooks") == (0, "", "")
        assert live.prepare(removed_webhooks()) == ["webhook_removed"]
    settings.cache_clear()


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (None, ": No such file or directory"),
        (b"{", ": Input data was truncated"),
        (b"[]", ": Expected `object`, got `array`"),
        (json.dumps(ORDER | {"phone": "1"}).encode(), ": Object contains unknown field `phone`"),
        (
            json.dumps(ORDER | {"requestedStartDate": "soon"}).encode(),
            ": Invalid RFC3339 encoded date - at `$.requested",
        ),
    ],
)
def test_a_file_that_holds_no_order_is_told_with_its_name(
    empty: None, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, wrong: str
) -> None:
    file = tmp_path / "order.json"
    if content is not None:
        file.write_bytes(content)
    code, told, line = said(capsys, "place-order", str(file), "--seller", "Nordlicht")
    assert (code, told, line.count("\n")) == (1, "", 1)
    assert line.startswith(f"provisioning: {file}{wrong}")


def test_a_folder_holds_no_order(empty: None, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    line = f"provisioning: {tmp_path}: Is a directory\n"
    assert said(capsys, "place-order", str(tmp_path), "--seller", "Nordlicht") == (1, "", line)


@pytest.mark.parametrize(
    ("end", "code", "wrong"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (RuntimeError("one\ntwo"), 1, "provisioning: RuntimeError: one\n"),
        (FileNotFoundError(2, "No such file or directory", "orders.json"), 1, "provisioning: orders.json: No such"),
    ],
)
def test_however_a_command_ends_it_says_one_line_at_most(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    end: BaseException,
    code: int,
    wrong: str,
) -> None:
    def ends(_url: str) -> None:
        raise end

    monkeypatch.setattr("backend.migrate.migrate", ends)
    left, told, line = said(capsys, "migrate")
    assert (left, told) == (code, "")
    assert line.startswith(wrong)
    assert line.count("\n") == (1 if wrong else 0)


def test_a_shell_completes_commands_options_and_their_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def completed(line: str) -> list[str]:
        monkeypatch.setenv(commands.COMPLETE, "bash_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        return [found.split(",")[1] for found in said(capsys)[1].splitlines()]

    assert completed("provisioning m") == ["mail-domain", "migrate"]
    assert completed("provisioning mail-domain --r") == ["--reason"]
    assert completed("provisioning mail-domain --kind f") == ["free-mail"]
