"""Production starts only where it can work: whatever is missing or dangerous is told in one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORKS = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "s" * 32,
    "PUBLIC_URL": "https://hub.example",
    "SMTP_URL": "smtps://mail.example:465",
}


def started(command: str, folder: Path, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """What a command says with these settings, in place of those that work."""
    given = {name: value for name, value in (WORKS | changes).items() if value is not None}
    given["DATABASE_URL"] = f"sqlite://{folder}/test.db"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | given
    return subprocess.run(
        [sys.executable, "-m", "backend", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"SMTP_URL": None}, "SMTP_URL must be set in production"),
        ({"SMTP_URL": ""}, "SMTP_URL must be set in production"),
        ({"SMTP_URL": "smtp://mail.example"}, "SMTP_URL"),
        ({"SMTP_URL": "mail.example:25"}, "SMTP_URL"),
        ({"SMTP_URL": "smtp://mail.example:x?tls=starttls"}, "SMTP_URL"),
        ({"PUBLIC_URL": "http://hub.example"}, "PUBLIC_URL must start with https://"),
        ({"PUBLIC_URL": "http://127.0.0.1.hub.example"}, "PUBLIC_URL must start with https://"),
        ({"SECRET_KEY": None}, "SECRET_KEY must be set in production"),
        ({"METRICS_TOKEN": "short"}, "METRICS_TOKEN must have at least 32 characters"),
        ({"CLOCK_OFFSET": "+1d"}, "CLOCK_OFFSET is for development only"),
    ],
)
def test_the_server_does_not_start_and_says_why_in_one_line(
    tmp_path: Path, changes: dict[str, str | None], said: str
) -> None:
    done = started("serve", tmp_path, **changes)
    assert done.returncode == 1
    assert done.stderr.startswith("provisioning: ")
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_worker_refuses_a_wrong_mail_server_as_the_server_does(tmp_path: Path) -> None:
    done = started("worker", tmp_path, SMTP_URL="smtp://mail.example")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize("url", ["https://hub.example", "http://127.0.0.1:8000", "http://localhost", "http://[::1]:80"])
def test_tls_or_this_machine_alone_will_do(tmp_path: Path, url: str) -> None:
    assert started("export-schema", tmp_path, PUBLIC_URL=url).returncode == 0
