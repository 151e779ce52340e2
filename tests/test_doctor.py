"""What the doctor finds, and what it must not say."""

import os
import re
import socket
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from backend import database, doctor
from backend.doctor import Verdict
from backend.settings import Settings
from tests.backup.test_backup import place
from tests.live import ROOT
from tests.mail.test_transport import Inbox, passwords, serving
from tests.postgres import Postgres

KEY = "Rk9hQmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5"
DATABASE = {"database", "migrations", "clock", "worker", "mails", "services"}


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(doctor, "MIN_FREE", 0)  # the disk of a machine that tests is its own affair
    monkeypatch.setattr(doctor, "MIN_FREE_SHARE", 0)


async def found(url: str, **settings: Any) -> dict[str, doctor.Finding]:
    """All findings by what was looked at."""
    config = Settings(database_url=url, secret_key=KEY, **settings)
    return {one.what: one async for one in doctor.examine(config)}


def wrong(findings: dict[str, doctor.Finding]) -> dict[str, str]:
    """What is to be mended, as it is told."""
    return {what: str(one) for what, one in findings.items() if one.verdict is Verdict.WRONG}


async def run(url: str, *statements: str) -> None:
    await database.connect(url)
    try:
        for statement in statements:
            await database.execute(statement)
    finally:
        await database.disconnect()


async def test_where_all_is_well_nothing_is_to_be_mended(fresh: str) -> None:
    findings = await found(fresh)
    assert wrong(findings) == {}
    assert findings.keys() == DATABASE | {"settings", "files", "disk", "mail server", "address"}
    await database.connect(fresh)
    assert await database.rows("SELECT * FROM rate_counter") == []
    await database.disconnect()


async def test_what_waits_for_too_long_is_told(fresh: str) -> None:
    await database.connect(fresh)
    await place("LATE-1")
    await database.disconnect()
    long_ago = "INSERT INTO activity_sweep (id, day) VALUES (1, '2026-03-01')"
    await run(fresh, "UPDATE service SET state = 'FAILED'", "DELETE FROM activity_sweep", long_ago)
    told = wrong(await found(fresh))
    assert told.keys() == {"worker", "mails", "services"}
    assert "1 mails since 2026-03-15 09:30 UTC" in told["worker"]
    assert "figures of organizations since 2026-03-01 → start a worker" in told["worker"]
    assert "1 not delivered for more than a day" in told["mails"]
    assert "for 1 orders: LATE-1 →" in told["services"]


async def test_a_database_of_another_version_or_half_copied(fresh_sqlite: str) -> None:
    await run(
        fresh_sqlite,
        f"INSERT INTO {database.RECORD} SELECT 99, app, '9999_later', applied_at FROM {database.RECORD} LIMIT 1",
    )
    assert "this node is older" in str((await found(fresh_sqlite))["migrations"])
    await run(fresh_sqlite, f"ALTER TABLE {database.RECORD} RENAME TO {database.UNFINISHED_COPY}")
    findings = await found(fresh_sqlite)
    assert "run the same copy-database again" in wrong(findings)["migrations"]
    assert {findings[what].verdict for what in ("clock", "worker", "mails", "services")} == {Verdict.LEFT_OUT}


async def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    findings = await found(f"sqlite://{tmp_path}/nowhere/none.db")
    assert "→ python -m backend migrate" in wrong(findings)["database"]
    assert os.listdir(tmp_path) == []  # noqa: PTH208


async def test_a_database_that_is_down_hides_its_password_and_nothing_else(fresh_sqlite: str) -> None:
    findings = await found("postgres://hub:pa55word@127.0.0.1:1/hub", smtp_url="smtp://127.0.0.1:1")
    told = wrong(findings)
    assert told.keys() == {"database", "mail server"}
    assert "pa55word" not in "".join(map(str, findings.values()))
    assert findings["address"].verdict is Verdict.OK


async def test_a_database_that_does_not_answer_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # which nobody accepts from
        port = silent.getsockname()[1]
        findings = await found(f"postgres://hub@127.0.0.1:{port}/hub", smtp_url=f"smtp://127.0.0.1:{port}")
    assert wrong(findings).keys() == {"database", "mail server"}


@pytest.mark.postgres
async def test_a_postgresql_that_only_reads_and_whose_clock_differs(
    fresh_postgres: str, pg: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "MAX_SKEW", timedelta(seconds=-1))
    assert "let NTP set" in wrong(await found(fresh_postgres))["clock"]
    name = urlsplit(fresh_postgres).path[1:]
    pg.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    assert "cannot be written" in wrong(await found(fresh_postgres))["database"]


class TestMailServer:
    async def test_a_server_that_takes_our_password_is_fine(self, fresh_sqlite: str) -> None:
        options: dict[str, Any] = {"authenticator": passwords("right"), "auth_require_tls": False}
        async with serving(Inbox(), **options) as port:
            findings = await found(fresh_sqlite, smtp_url=f"smtp://hub%40acme.example:right@127.0.0.1:{port}")
            told = wrong(await found(fresh_sqlite, smtp_url=f"smtp://hub%40acme.example:wr0ng@127.0.0.1:{port}"))
        assert str(findings["mail server"]).endswith("takes EHLO, AUTH as h•••@acme.example")
        assert "535" in told["mail server"]
        assert "wr0ng" not in told["mail server"]

    @pytest.mark.parametrize(
        ("url", "why"),
        [
            ("smtp://localhost:{port}?tls=starttls", "STARTTLS extension not supported"),
            ("smtps://localhost:{port}", "(?i)ssl|tls"),
        ],
    )
    async def test_a_server_without_encryption_is_told(self, fresh_sqlite: str, url: str, why: str) -> None:
        async with serving(Inbox()) as port:
            told = wrong(await found(fresh_sqlite, smtp_url=url.format(port=port)))
        assert told.keys() == {"mail server"}
        assert re.search(why, told["mail server"])

    async def test_an_address_that_cannot_be_used_is_told(self, fresh_sqlite: str) -> None:
        told = wrong(await found(fresh_sqlite, smtp_url="smtp://hub:pa55word@mail.example"))
        assert "plain smtp:// is for this machine only" in told["mail server"]
        assert "pa55word" not in told["mail server"]


async def test_settings_files_and_names_that_are_not_fit(fresh_sqlite: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SECRET_KEY=x")
    (tmp_path / ".env").chmod(0o640)
    told = wrong(await found(fresh_sqlite, public_url="https://no-such-host.invalid"))
    assert told["files"].endswith("→ chmod 600 .env")
    assert "no-such-host.invalid, of PUBLIC_URL" in told["address"]
    production: dict[str, Any] = {"environment": "production", "smtp_url": "smtp://127.0.0.1:1"}
    assert "CONNECTOR=webex" in wrong(await found(fresh_sqlite, **production))["settings"]
    config = Settings(secret_key="s" * 40, database_url=fresh_sqlite, connector="webex", **production)
    assert "easily guessed" in str(await anext(doctor.examine(config)))


async def test_a_disk_that_is_nearly_full_is_told(fresh_sqlite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "MIN_FREE", 1 << 60)
    assert "make room" in wrong(await found(fresh_sqlite))["disk"]


def test_the_command_says_each_in_a_line_and_ends_with_what_is_wrong(fresh_sqlite: str) -> None:
    own = {"SECRET_KEY": KEY, "PYTHONPATH": str(ROOT)}

    def told(url: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "backend", "doctor"]
        env = own | {"DATABASE_URL": url, "SMTP_URL": "smtp://127.0.0.1:1"}
        return subprocess.run(command, env=env, capture_output=True, text=True, check=False)

    done = told(fresh_sqlite)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 11
    wrong = [line for line in lines if line.startswith("WRONG")]  # the machine's own disk may be nearly full
    assert [line.split()[1] for line in wrong if " disk " not in line] == ["mail"]
    assert done.stderr == f"provisioning: to be mended: {len(wrong)}\n"
