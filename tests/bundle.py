"""What the browser loads for each page of the built front end, in thousands of compressed bytes, and what it may be."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FRONTEND = Path(__file__).parent.parent / "frontend"
DIST = FRONTEND / "dist"
STYLES, FONTS = 12, 50
SCRIPTS_OF_ENTRIES, SCRIPTS = 115, 150
ENTRIES = {"sign-in", "setup", "lost-mail"}

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
        """Scripts, styles and fonts, each with its limit."""
        most = SCRIPTS_OF_ENTRIES if self.name in ENTRIES else SCRIPTS
        return [(self.scripts, most), (self.styles, STYLES), (self.fonts, FONTS)]

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
    core, hub, steps, guide = (_longer_messages(manifest, part) for part in ("core", "hub", "steps", "help"))
    for source in sorted(source for source in manifest if source.startswith(("src/pages/", "src/steps/"))):
        kind, *_folders, file = source.removeprefix("src/").split("/")
        name = file.removesuffix(".tsx")
        if kind == "steps":
            yield f"setup/{name}", [core, steps, "src/app/wizard.tsx", source]
        elif name in ENTRIES:
            yield name, [core, source]
        else:
            yield name, [core, guide if name == "help" else hub, source]


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
