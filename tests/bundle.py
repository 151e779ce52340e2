"""What the browser loads for each page of the built front end, in thousands of compressed bytes, and what it may be.

Of the first pages, where a mail's link and signing in lead, all counts: also the page itself, its icon, and the answer
of the API to its first question, which no build knows.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FRONTEND = Path(__file__).parent.parent / "frontend"
DIST = FRONTEND / "dist"
STYLES, FONTS, SCRIPTS = 12, 16, 150
SCRIPTS_OF_STEPS = 138
STYLES_OF_ENTRIES, SCRIPTS_OF_ENTRIES = 4, 79
FIRST_ANSWER = 0.5
ENTRIES = {"sign-in", "setup"}
WHOLE_ENTRY = 100

Manifest = dict[str, dict[str, Any]]


@dataclass
class Load:
    """The first load of a page, nothing of it in the browser's cache."""

    name: str
    scripts: float
    styles: float
    fonts: float

    @property
    def budgets(self) -> list[tuple[float, int]]:
        """Scripts, styles and fonts, each with its limit; of a first page also all that it loads."""
        if self.name not in ENTRIES:
            most = SCRIPTS_OF_STEPS if self.name.startswith("setup/") else SCRIPTS
            return [(self.scripts, most), (self.styles, STYLES), (self.fonts, FONTS)]
        whole = self.scripts + self.styles + self.fonts + _size("index.html") + _size("favicon.svg") + FIRST_ANSWER
        parts: list[tuple[float, int]] = [(self.scripts, SCRIPTS_OF_ENTRIES), (self.styles, STYLES_OF_ENTRIES)]
        return [*parts, (self.fonts, FONTS), (whole, WHOLE_ENTRY)]

    @property
    def fits(self) -> bool:
        """Whether nothing exceeds its limit."""
        return all(size <= most for size, most in self.budgets)


def first_loads() -> Iterator[Load]:
    """Each page, with the messages of the language that has the longer ones."""
    manifest: Manifest = json.loads((DIST / ".vite" / "manifest.json").read_text("utf-8"))
    fonts = sum(map(_size, _preloaded_fonts()))
    for name, sources in _pages(manifest):
        files = _files(manifest, "index.html", *sources)
        scripts, styles = (sum(_size(file) for file in files if file.endswith(end)) for end in (".js", ".css"))
        yield Load(name, scripts, styles, fonts)


def _pages(manifest: Manifest) -> Iterator[tuple[str, list[str]]]:
    """Name and modules of each page, besides the start of the application."""
    core, frame, hub, steps, guide, access = (
        _longer_messages(manifest, part) for part in ("core", "frame", "hub", "steps", "help", "access")
    )
    of_page = {"help": guide, "access-page": access}
    for source in sorted(source for source in manifest if source.startswith(("src/pages/", "src/steps/"))):
        kind, *_folders, file = source.removeprefix("src/").split("/")
        name = file.removesuffix(".tsx")
        if kind == "steps":
            yield f"setup/{name}", [core, frame, steps, "src/app/wizard.tsx", source]
        elif name in ENTRIES:
            yield name, [core, source]
        else:
            yield name, [core, frame, of_page.get(name, hub), "src/app/hub.tsx", source]


def _longer_messages(manifest: Manifest, part: str) -> str:
    languages = [source for source in manifest if source.startswith(f"src/messages/{part}/")]
    return max(languages, key=lambda source: _size(manifest[source]["file"]))


def _files(manifest: Manifest, *sources: str) -> set[str]:
    """The scripts and style sheets of these modules and of all that they import."""
    modules: set[str] = set()
    waiting = list(sources)
    while waiting:
        if (source := waiting.pop()) not in modules:
            modules.add(source)
            waiting += manifest[source].get("imports", [])
    return {file for module in modules for file in [manifest[module]["file"], *manifest[module].get("css", [])]}


def _preloaded_fonts() -> list[str]:
    """The fonts that the page asks for; those of other alphabets come only with such a text."""
    page = (DIST / "index.html").read_text("utf-8")
    return [word.split('"')[0] for word in page.split('href="/')[1:] if word.split('"')[0].endswith(".woff2")]


def _size(file: str) -> float:
    compressed = DIST / f"{file}.br"
    return (compressed if compressed.exists() else DIST / file).stat().st_size / 1000


def missing(there: str, used: str) -> dict[str, set[str]]:
    """What the files of a page use though none of them has it, where another page's has, by page: names by patterns."""
    manifest: Manifest = json.loads((DIST / ".vite" / "manifest.json").read_text("utf-8"))
    pages = {name: _files(manifest, "index.html", *sources) for name, sources in _pages(manifest)}
    known = _names(there, set().union(*pages.values()))
    lacking = {name: (_names(used, files) & known) - _names(there, files) for name, files in pages.items()}
    return {name: lacks for name, lacks in lacking.items() if lacks}


def _names(pattern: str, files: set[str]) -> set[str]:
    return set().union(*(_names_of(pattern, file) for file in files))


@cache
def _names_of(pattern: str, file: str) -> set[str]:
    return {name for found in re.findall(pattern, (DIST / file).read_text("utf-8")) for name in found.split()}
