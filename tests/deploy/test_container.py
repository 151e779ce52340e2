"""The container: its files are linted and say who may do what; it is built and asked where there is an engine."""

import json
import re
import shutil
import subprocess
from contextlib import suppress
from typing import Any

import pytest
import yaml

from backend.settings import Settings
from tests.live import ROOT

FILE, COMPOSE = ROOT / "deploy/container/Containerfile", ROOT / "deploy/container/compose.yaml"
IMAGE = "provisioning-test"
OURS = ("migrate", "web", "worker")


def works(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    with suppress(subprocess.TimeoutExpired):
        return subprocess.run(command, capture_output=True, check=False, timeout=60).returncode == 0
    return False


def engine() -> str | None:
    """A program that builds and runs containers here; Docker's needs its daemon."""
    return next((name for name in ("podman", "docker") if works(name, "info")), None)


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(COMPOSE.read_text())
    return found


@pytest.mark.skipif(not shutil.which("hadolint"), reason="hadolint is not installed")
def test_hadolint_has_nothing_to_say() -> None:
    said = subprocess.run(["hadolint", FILE], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (0, "")


def test_what_runs_is_not_root_and_not_what_built_it() -> None:
    stages = re.split(r"(?m)^FROM ", FILE.read_text())[1:]
    assert len(stages) == 2
    instructions = [line.split(maxsplit=1) for line in stages[-1].splitlines()[1:] if re.match(r"[A-Z]+ ", line)]
    last = dict(instructions)
    assert last["USER"].isdigit()
    assert last["USER"] != "0"
    copied = [said for name, said in instructions if name == "COPY"]
    assert copied
    assert all(said.startswith("--from=build /opt/provisioning/") for said in copied)
    assert not any("make" in said for name, said in instructions if name == "RUN")


def test_only_what_builds_it_reaches_the_engine() -> None:
    """Settings, keys and databases of this machine would else lie in a layer."""
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if not line.startswith("#")]
    assert lines[0] == "*"
    let_in = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert let_in == {"Makefile", "backend", "frontend", "pyproject.toml", "requirements.txt", "schema.graphql"}
    assert all((ROOT / name).exists() for name in let_in)


@pytest.mark.parametrize("service", OURS)
def test_a_service_of_ours_writes_nothing_and_may_do_nothing_else(composed: dict[str, Any], service: str) -> None:
    said = composed["services"][service]
    assert said["read_only"] is True
    assert said["cap_drop"] == ["ALL"]
    assert said["security_opt"] == ["no-new-privileges:true"]
    assert said["user"] not in ("", "0", "root")
    assert "privileged" not in said
    assert "volumes" not in said
    assert {name.lower() for name in said["environment"]} <= set(Settings.__slots__)
    assert int(said["stop_grace_period"].removesuffix("s")) >= int(said["environment"]["DRAIN_SECONDS"]) + 10


def test_only_the_web_process_is_reached_and_only_from_this_machine(composed: dict[str, Any]) -> None:
    services = composed["services"]
    ports = {name: said["ports"] for name, said in services.items() if "ports" in said}
    assert ports == {"web": ["127.0.0.1:8000:8000"]}
    assert all(services[name]["depends_on"] for name in OURS)
    gateway = composed["networks"]["hub"]["ipam"]["config"][0]["gateway"]
    assert services["web"]["environment"]["TRUSTED_PROXIES"] == gateway


def test_compose_understands_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    if not works("docker", "compose", "version"):
        pytest.skip("docker compose is not installed")
    monkeypatch.setenv("POSTGRES_PASSWORD", "p")
    settings = COMPOSE.with_name("settings")
    own = not settings.exists()
    settings.touch()
    command = ["docker", "compose", "-f", str(COMPOSE), "config", "--quiet"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    if own:
        settings.unlink()
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.slow
def test_the_image_is_built_and_serves_without_writing() -> None:
    program = engine()
    if program is None:
        pytest.skip("no engine for containers is here: neither podman nor docker answers")

    def run(*command: str) -> str:
        done = subprocess.run([program, *command], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-2_000:]
        return done.stdout

    run("build", "-f", str(FILE), "-t", IMAGE, ".")
    fences = ("--read-only", "--tmpfs", "/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges")
    settings = ("--env", "DATABASE_URL=sqlite:////tmp/test.db", "--env", f"SECRET_KEY={'s' * 32}")
    inside = "provisioning migrate && provisioning doctor; id -u; exec provisioning export-schema"
    said = run("run", "--rm", *fences, *settings, "--entrypoint", "/bin/sh", IMAGE, "-c", inside)
    assert "ok     migrations" in said
    assert "\n10001\n" in said
    assert "type Query" in said
    assert json.loads(run("image", "inspect", IMAGE))[0]["Config"]["User"] == "10001"
