"""`make lighthouse`: how fast and accessible the main pages are on a phone, and whether they keep their byte budgets.

Fails if accessibility or best practices are below 100 or a budget is exceeded. Performance depends on the machine and
is only printed.
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

from tests.journeys.serving import ARGUMENTS, ROOT, free_port, serving
from tests.make import chromium

FRONTEND = ROOT / "frontend"
DIST = FRONTEND / "dist"
CLI = FRONTEND / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 3
PERSON = "lena.vogt@halden.example"
ORDER = "DE-4500131"
CATEGORIES = {"performance": 0, "accessibility": 100, "best-practices": 100}  # with what each must reach

# Thousands of bytes, compressed by Brotli, on the first load of a page.
CSS, FONTS = 12, 50
ENTRY, STEP = 115, 150
Manifest = dict[str, dict[str, Any]]


def main() -> int:
    """Measure and print; 0 if everything is within its limits."""
    kept = _budgets(json.loads((DIST / ".vite" / "manifest.json").read_text("utf-8")))
    return 0 if all([*kept, *_scores()]) else 1


# ---------------------------------------------------------------- bytes


def _budgets(manifest: Manifest) -> Iterator[bool]:
    print(f"{'kB, compressed':28} {'JS':>13} {'CSS':>12} {'fonts':>12}")
    for name, limit, sources in _pages(manifest):
        files = _first_load(manifest, "index.html", *sources)
        scripts, styles = (sum(_size(file) for file in files if file.endswith(end)) for end in (".js", ".css"))
        fonts = sum(_size(file) for file in _preloaded_fonts())
        used = [(scripts, limit), (styles, CSS), (fonts, FONTS)]
        print(f"{name:28} {'  '.join(f'{size:6.1f} / {most:3}' for size, most in used)}")
        yield all(size <= most for size, most in used)


def _pages(manifest: Manifest) -> Iterator[tuple[str, int, list[str]]]:
    """Each page: its name, its budget of JavaScript, and what it loads besides the start of the application."""
    messages = {part: _larger_messages(manifest, part) for part in ("core", "steps")}
    yield "sign-in", ENTRY, [messages["core"], "src/pages/sign-in/sign-in.tsx"]
    yield "setup", ENTRY, [messages["core"], "src/pages/setup/setup.tsx"]
    for source in sorted(source for source in manifest if source.startswith("src/steps/")):
        slug = source.split("/")[2]
        yield f"setup/{slug}", STEP, [*messages.values(), "src/app/wizard.tsx", source]


def _larger_messages(manifest: Manifest, part: str) -> str:
    languages = [source for source in manifest if source.startswith(f"src/messages/{part}/")]
    return max(languages, key=lambda source: _size(manifest[source]["file"]))


def _first_load(manifest: Manifest, *sources: str) -> set[str]:
    """The scripts and style sheets of these modules and of all that they import."""
    chunks: set[str] = set()
    waiting = list(sources)
    while waiting:
        if (source := waiting.pop()) not in chunks:
            chunks.add(source)
            waiting += manifest[source].get("imports", [])
    return {file for chunk in chunks for file in [manifest[chunk]["file"], *manifest[chunk].get("css", [])]}


def _preloaded_fonts() -> list[str]:
    """The fonts that the page asks for; those of other alphabets come only with such a text."""
    page = (DIST / "index.html").read_text("utf-8")
    return [word.split('"')[0] for word in page.split('href="/')[1:] if word.split('"')[0].endswith(".woff2")]


def _size(file: str) -> float:
    """Thousands of bytes that are sent."""
    compressed = DIST / f"{file}.br"
    return (compressed if compressed.exists() else DIST / file).stat().st_size / 1000


# ---------------------------------------------------------------- scores


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
