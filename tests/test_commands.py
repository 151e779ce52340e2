"""Commands of whoever operates the product."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from backend import clock
from backend.migrate import migrate
from backend.provisioning import sign_in
from backend.settings import settings
from tests.api import Caller
from tests.live import ROOT, Live

PAT, KIM = "pat@partner.example", "kim@partner.example"


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


def test_ending_a_persons_sessions_signs_them_out_of_a_running_server_and_nobody_else(tmp_path: Path) -> None:
    url = f"sqlite://{tmp_path}/sessions.db"
    asyncio.run(migrate(url))
    with Live(url) as live:
        sessions = live.prepare(two_people())
        live.start()
        assert asyncio.run(viewers(live, sessions)) == [PAT, PAT, KIM]
        done = end_sessions(url, " Pat@Partner.Example ")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "Pat@partner.example was signed out; sessions ended: 2\n"
        assert asyncio.run(viewers(live, sessions)) == [None, None, KIM]
        assert "sessions ended: 0" in end_sessions(url, PAT).stdout


@pytest.mark.parametrize("email", ["", "pat", "pat@", "@partner.example", "pat@partner@example"])
def test_what_is_no_address_signs_nobody_out_and_is_refused_in_one_line(tmp_path: Path, email: str) -> None:
    url = f"sqlite://{tmp_path}/sessions.db"
    done = end_sessions(url, email)
    assert done.returncode == 1
    assert (done.stdout, done.stderr) == ("", f"provisioning: not an email address: {email}\n")
