"""The files for Prometheus and Grafana: they are read, alerts come when they should, and every figure exists."""

import asyncio
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample
from starlette.testclient import TestClient

from backend import database
from backend.web import queue_metrics
from tests import make
from tests.busy import GIVE_UP
from tests.live import Live
from tests.product import Product, sites
from tests.worker.test_provisioning import submitted

DEPLOY = Path(__file__).parents[2] / "deploy"
RUNBOOK = (DEPLOY.parent / "docs" / "runbook.md").read_text("utf-8")
RULES = (DEPLOY / "prometheus" / "alerts.yml").read_text("utf-8")
ALERTS = re.findall(r"- alert: (\w+)", RULES)
CONDITIONS = re.findall(r"expr: (.*?)\n +for:", RULES, flags=re.DOTALL)
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana" / "control-hub.json").read_text("utf-8"))
SHOWN = [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", ())]
NOT_OURS = {"up"}  # Prometheus makes it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files for Prometheus beside the token that they name."""
    shutil.copytree(DEPLOY / "prometheus", tmp_path / "prometheus")
    (tmp_path / "prometheus" / "metrics-token").write_text("m" * 32)
    return tmp_path / "prometheus"


def promtool(*arguments: str | Path) -> None:
    """Run promtool, which has to be content."""
    program = make.program("promtool")
    assert program, "install Debian's prometheus, as `make test` does"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_prometheus_reads_its_files_and_alerts_come_in_bad_nights_only(folder: Path) -> None:
    promtool("check", "config", folder / "prometheus.yml")
    promtool("test", "rules", folder / "alerts.test.yml")
    _, good, *bad = (folder / "alerts.test.yml").read_text("utf-8").split("- name: ")
    tried = re.compile(r"alertname: (\w+)")
    assert set(tried.findall(good)) == set(tried.findall("".join(bad))) == set(ALERTS)


@pytest.mark.slow
def test_prometheus_reads_what_the_dashboard_asks(tmp_path: Path) -> None:
    rules = [{"record": f"panel:{number}", "expr": expr} for number, expr in enumerate(SHOWN)]
    asked = tmp_path / "rules.yml"
    asked.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
    promtool("check", "rules", asked)


def named(expression: str) -> set[str]:
    """The figures that an expression names."""
    bare = re.sub(r"\{.*?\}|\[.*?\]|\b(by|on) \(.*?\)", " ", expression, flags=re.DOTALL)
    words = re.findall(r"\b[a-z][a-z_]+\b(?! *\()", bare)
    return {re.sub(r"_(bucket|count|sum)$", "", word) for word in words} - {"and", "or", "unless"}


def test_what_alerts_and_dashboard_ask_for_exists_and_all_that_exists_is_shown(client: TestClient) -> None:
    there = set(re.findall(r"^# TYPE (\S+) ", client.get("/metrics").text, flags=re.MULTILINE))
    asked = {name for expression in SHOWN + CONDITIONS for name in named(expression)}
    assert asked - there == NOT_OURS
    ours = {name for name in there if not name.startswith(("process_", "python_")) and not name.endswith("_created")}
    assert ours - asked == set()


SELECTED = re.compile(r"\b([a-z][a-z_]+)\{(.*?)\}")
GROUPED = re.compile(r"\b(?:by|on) \((.*?)\)")
SCRAPED = {"instance", "job"}  # labels that Prometheus gives


async def scraped(live: Live) -> list[Sample]:
    """The figures of a running node that has provisioned something."""
    caller = live.caller()
    async with caller.http, asyncio.timeout(GIVE_UP):
        page = ""
        while 'provisioning_steps_total{kind="ASSIGN_LICENSES"' not in page:
            page = (await caller.get("/metrics")).text
    return [sample for family in text_string_to_metric_families(page) for sample in family.samples]


@pytest.mark.slow
@pytest.mark.parametrize("fresh", ["sqlite"], indirect=True)
async def test_a_node_that_runs_well_has_the_labels_that_are_asked_for_and_no_alert(
    product: Product, live: Live, folder: Path
) -> None:
    await submitted(product, "acme-one")
    live.start()
    samples = await scraped(live)
    labels: dict[str, set[str]] = {}
    for sample in samples:
        labels.setdefault(sample.name, set()).update(sample.labels)
    for expression in SHOWN + CONDITIONS:
        for name, conditions in SELECTED.findall(expression):
            if name in labels:  # of PostgreSQL and of Prometheus there is nothing here
                asked = set(re.findall(r"(\w+)\s*[=!]~?\s*\"", conditions))
                assert asked <= labels[name] | SCRAPED, expression
        there = [labels[name] for name in re.findall(r"[a-z_]+", expression) if name in labels]
        for group in GROUPED.findall(expression):
            assert not there or set(re.findall(r"\w+", group)) <= set.union(SCRAPED, *there), expression

    series = []
    for sample in samples:
        known = sample.labels | {"instance": "a", "job": "control-hub"}
        told = ", ".join(f"{label}={json.dumps(value)}" for label, value in known.items())
        series.append({"series": f"{sample.name}{{{told}}}", "values": f"{sample.value:f}x40"})
    up = {"series": 'up{job="control-hub", instance="a"}', "values": "1x40"}
    quiet = [{"eval_time": "30m", "alertname": alert} for alert in ALERTS]
    night = {"interval": "1m", "input_series": [up, *series], "alert_rule_test": quiet}
    (folder / "node.test.yml").write_text(json.dumps({"rule_files": ["alerts.yml"], "tests": [night]}))
    promtool("test", "rules", folder / "node.test.yml")


def test_every_alert_has_its_section_in_the_runbook() -> None:
    assert re.findall(r"(?m)^## (\w+)$", RUNBOOK) == ALERTS
    assert len(ALERTS) == len(CONDITIONS)


async def test_figures_tell_how_much_of_the_pool_is_in_use(product: Product) -> None:
    await product.place()
    told = {figure.name: [sample.value for sample in figure.samples] for figure in queue_metrics.connections()}
    if database.pool() is None:  # SQLite
        assert set(map(len, told.values())) == {0}
        return
    (used, idle), [limit], [waiting] = told.values()
    assert (used, waiting) == (0, 0)
    assert 1 <= idle <= limit


FIGURES = {
    "mail": ("mail_attempts_total", {"outcome": "sent"}),
    "step": ("provisioning_steps_total", {"kind": "CREATE_SITE", "outcome": "done"}),
    "time": ("provisioning_step_seconds_count", {"kind": "CREATE_SITE"}),
    "done": ("order_changes_total", {"mutation": "saveMeetingSites", "outcome": "done"}),
    "refused": ("order_changes_total", {"mutation": "saveMeetingSites", "outcome": "refused"}),
    "forbidden": ("order_changes_total", {"mutation": "cancelOrder", "outcome": "forbidden"}),
}


def counted() -> dict[str, float]:
    """What stands at each of these figures."""
    return {name: REGISTRY.get_sample_value(*figure) or 0.0 for name, figure in FIGURES.items()}


async def test_figures_count_what_was_done_and_what_came_of_it(product: Product) -> None:
    before = counted()
    contact, id, meetings = await submitted(product, "acme-one")
    assert (await contact.do("saveMeetingSites", serviceId=meetings, sites=sites("acme-two"))).refused
    await product.provision()
    await contact.do("cancelOrder", orderId=id)
    after = {name: value - before[name] for name, value in counted().items()}
    assert after.pop("mail") > 0
    assert after == {"step": 1, "time": 1, "done": 1, "refused": 1, "forbidden": 1}
