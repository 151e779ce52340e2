"""Whoever is told to start or look at a unit finds it; tests/web/test_alerts.py asks for a section for each alert."""

import re

from tests.live import ROOT

UNITS = {path.name for path in (ROOT / "deploy/systemd").iterdir()}


def test_every_unit_that_is_named_is_there() -> None:
    told = "".join((ROOT / "docs" / name).read_text() for name in ("runbook.md", "operations.md"))
    named = set(re.findall(r"provisioning-[a-z]+@?(?:\.timer)?", told))
    assert len(named) > 4
    assert {name for name in named if name not in UNITS and f"{name}.service" not in UNITS} == set()
