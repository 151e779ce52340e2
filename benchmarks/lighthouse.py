"""`make lighthouse`: how fast and accessible the main pages are on a phone, and whether they keep their byte budgets.

Fails if a page scores less than CATEGORIES say or exceeds a budget. Nothing else should run on this machine meanwhile.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, sync_playwright

from tests.bundle import FRONTEND, first_loads
from tests.journeys.serving import ARGUMENTS, serving
from tests.make import chromium
from tests.ports import free_port

CLI = FRONTEND / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 3
PERSON = "lena.vogt@halden.example"
ORDER = "DE-4500131"
CATEGORIES = {"performance": 95, "accessibility": 100, "best-practices": 100}  # with what each must reach


def main() -> int:
    """Measure and print; 0 if everything is within its limits."""
    return 0 if all([*_budgets(), *_scores()]) else 1


def _budgets() -> Iterator[bool]:
    print(f"{'kB, compressed':28} {'scripts':>13} {'styles':>12} {'fonts':>12}")
    for page in first_loads():
        print(f"{page.name:28} {'  '.join(f'{size:6.1f} / {most:3}' for size, most in page.budgets)}")
        yield page.fits


def _scores() -> Iterator[bool]:
    with (
        tempfile.TemporaryDirectory(prefix="lighthouse-") as folder,
        serving(Path(folder), ("seed-demo",)) as site,
        _browser(Path(folder) / "profile") as (browser, port),
    ):
        print(f"\n{f'Lighthouse, median of {RUNS}':28}", *(f"{category:>15}" for category in CATEGORIES))
        yield _page("/sign-in", f"{site.url}/sign-in", port)
        yield _page("/setup", site.link(PERSON, ORDER), port)
        cookies = site.sign_in(PERSON).items()
        browser.add_cookies([{"name": name, "value": value, "url": site.url} for name, value in cookies])
        yield _page("/", f"{site.url}/", port)


@contextmanager
def _browser(profile: Path) -> Iterator[tuple[BrowserContext, int]]:
    """A browser that Lighthouse joins by a port: it resets the storage before each run, but not the cookies."""
    port = free_port()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium(),
            args=[*ARGUMENTS, f"--remote-debugging-port={port}"],
            no_viewport=True,
        )
        yield context, port
        context.close()


def _page(name: str, address: str, port: int) -> bool:
    reports = [_report(address, port) for _run in range(RUNS)]
    scores = {category: _score(category, reports) for category in CATEGORIES}
    print(f"{name:28}", *(f"{score:15.0f}" for score in scores.values()), flush=True)
    _explain(reports[-1])
    return all(score >= CATEGORIES[category] for category, score in scores.items())


def _report(address: str, port: int) -> dict[str, Any]:
    """One run as on a phone, which is what Lighthouse does unless told otherwise."""
    options = ["--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", f"--port={port}"]
    done = subprocess.run(["node", CLI, address, *options], stdout=subprocess.PIPE, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    landed = report["finalDisplayedUrl"].partition("#")[0]
    if landed != address.partition("#")[0]:
        raise RuntimeError(f"{address} led to {landed}")
    return report


def _score(category: str, reports: list[dict[str, Any]]) -> float:
    return float(median(report["categories"][category]["score"] * 100 for report in reports))


def _explain(report: dict[str, Any]) -> None:
    """Name what is to be mended."""
    for category, least in CATEGORIES.items():
        for part in report["categories"][category]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if least and part["weight"] and audit["score"] is not None and audit["score"] < 1:
                print(f"  {category}: {audit['title']}")


if __name__ == "__main__":
    sys.exit(main())
