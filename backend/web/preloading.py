"""What a page needs besides the start of the application, told with it, so that the browser asks for all at once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from backend import language

Manifest = dict[str, dict[str, Any]]

_MODULES: dict[
    str, tuple[tuple[str, ...], list[str]]
] = {  # by the first part of the address, after its parts of the messages
    "": (("frame", "hub"), ["src/app/hub.tsx", "src/pages/start/start.tsx"]),
    "setup": ((), ["src/pages/setup/setup.tsx"]),
    "sign-in": ((), ["src/pages/sign-in/sign-in.tsx"]),
    "lost-mail": (("frame",), ["src/pages/setup/lost-mail.tsx"]),
    "help": (("frame", "help"), ["src/app/hub.tsx", "src/pages/help/help.tsx"]),
}
_RELATIONS = {".js": "modulepreload", ".css": "preload; as=style; crossorigin"}
_OTHERS: tuple[tuple[str, ...], list[str]] = (("frame", "hub"), ["src/app/hub.tsx"])


def link(directory: Path, path: str, headers: Mapping[str, str], chosen: str | None, prefix: str) -> str | None:
    """The Link header for a page of this build; None where nothing is known of it."""
    manifest = directory / ".vite" / "manifest.json"
    if not manifest.is_file():
        return None
    build = _read(manifest, manifest.stat().st_mtime_ns)
    spoken = language.supported(chosen) if chosen else language.choose(headers.get("accept-language"))
    first, *more = path.strip("/").split("/")
    if first == "as" and len(more) > 1:  # a page as support sees it as somebody else
        first, *more = more[1:]
    parts, modules = _MODULES.get(first, _OTHERS)
    if first == "setup" and more:
        parts, modules = ("frame", "steps"), ["src/app/wizard.tsx", f"src/steps/{more[-1]}/{more[-1]}.tsx"]
    sources = [*modules, *(f"src/messages/{part}/{spoken}.ts" for part in ("core", *parts))]
    in_page = build.get("index.html", {}).get("css", [])
    files = dict.fromkeys(file for file in _with_imports(build, sources, set()) if file not in in_page)
    return ", ".join(f"<{prefix}/{file}>; rel={_RELATIONS[Path(file).suffix]}" for file in files) or None


def script(directory: Path, source: str) -> str | None:
    """The file that this build made of a module; None where it did not."""
    manifest = directory / ".vite" / "manifest.json"
    if not manifest.is_file():
        return None
    found = _read(manifest, manifest.stat().st_mtime_ns).get(source)
    return str(found["file"]) if found else None


@lru_cache(maxsize=1)
def _read(manifest: Path, _modified: int) -> Manifest:
    build: Manifest = json.loads(manifest.read_text("utf-8"))
    return build


def _with_imports(build: Manifest, sources: Iterable[str], seen: set[str]) -> Iterator[str]:
    """The files of modules, behind those of all that they import, each once: modules may import each other."""
    for source in sources:
        if source in build and source not in seen:
            seen.add(source)
            yield from _with_imports(build, build[source].get("imports", []), seen)
            # The page of a step asks for its own styles later, and not at all where another step is shown.
            styles = [] if source.startswith("src/steps/") else build[source].get("css", [])
            yield from (str(file) for file in [*styles, build[source]["file"]])
