"""The units of systemd are read by systemd itself: nothing is misspelt, and a service may do little."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.live import ROOT

UNITS = sorted((ROOT / "deploy/systemd").iterdir())
SERVICES = [unit.name for unit in UNITS if unit.suffix == ".service"]
MAX_EXPOSURE = 1.5  # of 10; a service without any fence has 9.6

pytestmark = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not installed")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units in a folder, with a program at the place that they name; workers have numbers."""
    folder = tmp_path_factory.mktemp("units")
    program = folder / ".venv/bin/provisioning"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for unit in UNITS:
        text = unit.read_text()
        assert "/opt/provisioning/.venv/bin/provisioning" in text or unit.suffix == ".timer"
        (folder / unit.name).write_text(text.replace("/opt/provisioning", str(folder)))
    return folder


def analyze(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_systemd_understands_every_unit(installed: Path) -> None:
    named = [f"./{unit.name.replace('@', '@1')}" for unit in UNITS]
    verified = analyze(installed, "--man=no", "verify", *named)
    assert (verified.returncode, verified.stderr) == (0, "")


def test_systemd_would_complain_of_what_is_misspelt(installed: Path) -> None:
    bad = installed / "bad.service"
    bad.write_text((installed / "provisioning-web.service").read_text().replace("ProtectHome", "ProtectHomes"))
    verified = analyze(installed, "--man=no", "verify", "./bad.service")
    bad.unlink()
    assert "ProtectHomes" in verified.stderr


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_may_do_little(installed: Path, service: str) -> None:
    threshold = f"--threshold={MAX_EXPOSURE * 10:.0f}"
    judged = analyze(installed, "security", "--offline=yes", "--no-pager", threshold, f"./{service}")
    assert judged.returncode == 0, judged.stdout[-500:]


def test_all_services_have_the_same_fences() -> None:
    def fences(name: str) -> list[str]:
        return (
            (ROOT / "deploy/systemd" / name).read_text().partition("# What it may")[2].partition("[Install]")[0].split()
        )

    assert fences(SERVICES[0])
    assert all(fences(name) == fences(SERVICES[0]) for name in SERVICES)
