"""A start is quick: what is not needed to serve is imported when it is used."""

import json
import subprocess
import sys

import psutil
import pytest

from tests.busy import TRIES
from tests.live import ROOT, Live

# For mails, letters that came back, proofs of domains, summaries, commands and tests: none of them waits for a start.
LATER = {
    "flufl", "dns", "tqdm", "xhtml2pdf", "reportlab", "bidi", "PIL", "pytest", "hypothesis",
    "backend.worker.loop", "aiosmtplib", "jinja2",  # unless there is a worker in it
    "opentelemetry", "google", "requests", "backend.tracing.recording",  # unless spans are recorded
    "backend.backup", "backend.demo", "backend.migrate", "backend.pdf.document", "backend.txt_records",
}  # fmt: skip
# Until it is ready: so long it takes alone, and three seconds where it gets half a core. It is half of that here; the
# processor's time tells, because that of the clock depends on what else runs.
CPU_SECONDS = 1.5
SERVE = "import json, sys; import backend.commands, uvicorn, backend.web.serving; print(json.dumps(list(sys.modules)))"


@pytest.mark.slow
def test_a_start_imports_nothing_that_is_needed_later() -> None:
    done = subprocess.run([sys.executable, "-c", SERVE], cwd=ROOT, capture_output=True, check=True)
    imported = set(json.loads(done.stdout))
    assert "backend.resolvers.schema" in imported
    assert not imported & LATER


@pytest.mark.slow
@pytest.mark.parametrize("command", ["serve", "worker"])
def test_a_start_takes_little_of_the_processor(fresh: str, command: str) -> None:
    def seconds() -> float:
        with Live(fresh) as live:
            live.start(command=[command])
            times = psutil.Process(live.pid).cpu_times()
        return float(times.user + times.system)

    assert any(seconds() < CPU_SECONDS for _ in range(TRIES))
