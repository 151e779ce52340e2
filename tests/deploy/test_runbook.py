"""Whoever is woken by an alert finds it by its name, and what they are told to start is there."""

import re
from collections.abc import Iterator

import yaml

from tests.live import ROOT

RUNBOOK = (ROOT / "docs/runbook.md").read_text()
OPERATIONS = (ROOT / "docs/operations.md").read_text()


def alerts() -> Iterator[str]:
    """The names of all alerts in the rules for Prometheus."""
    for file in sorted((ROOT / "deploy/prometheus").rglob("*.y*ml")):
        for group in (yaml.safe_load(file.read_text()) or {}).get("groups", []):
            yield from (rule["alert"] for rule in group["rules"] if "alert" in rule)


def test_each_alert_has_its_section_in_the_runbook() -> None:
    sections = set(re.findall(r"(?m)^## (\w+)$", RUNBOOK))
    assert sections
    assert set(alerts()) - sections == set()


def test_every_unit_that_is_named_is_there() -> None:
    units = {path.name for path in (ROOT / "deploy/systemd").iterdir()}
    named = set(re.findall(r"provisioning-[a-z]+@?(?:\.timer)?", RUNBOOK + OPERATIONS))
    assert len(named) > 4
    for name in named:
        assert name in units or f"{name}.service" in units, name
