"""What a page needs besides the start of the application, told with it, so that the browser asks for all at once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from backend import language

Manifest = dict[str, dict[str, Any]]

_MODULES = {  # by the first part of the address, after its part of the messages
    "": ("hub", "src/pages/start/start.tsx"),
    "setup": ("core", "src/pages/setup/setup.tsx"),
    "sign-in": ("core", "src/pages/sign-in/sign-in.tsx"),
}


def link(directory: Path, path: str, headers: Mapping[str, str], chosen: str | None, prefix: str) -> str | None:
    """The Link header for a page of this build; None where nothing is known of it."""
    manifest = directory / ".vite" / "manifest.json"
    if not manifest.is_file():
        return None
    build = _read(manifest, manifest.stat().st_mtime_ns)
    spoken = language.supported(chosen) if chosen else language.choose(headers.get("accept-language"))
    first, *more = path.strip("/").split("/")
    part, *modules = _MODULES.get(first, ("core",))
    if first == "setup" and more:
        part, modules = "steps", ["src/app/wizard.tsx", f"src/steps/{more[-1]}/{more[-1]}.tsx"]
    sources = [*modules, f"src/messages/core/{spoken}.ts", f"src/messages/{part}/{spoken}.ts"]
    files = _with_imports(build, sources, set())
    return ", ".join(f"<{prefix}/{file}>; rel=modulepreload" for file in files) or None


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
            yield str(build[source]["file"])
