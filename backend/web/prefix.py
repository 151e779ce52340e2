"""Served below a path of its host, such as `/hub`: whether the proxy in front passes the path on or takes it off."""

import re

from starlette.types import Scope

_ADDRESS = re.compile(rb'(?<=[ \n])(href|src|action)="/(?!/)')


def strip_prefix(scope: Scope, prefix: str) -> None:
    """Take the prefix off the path, if the proxy has not done so."""
    path: str = scope["path"]
    if path == prefix or path.startswith(f"{prefix}/"):
        scope["path"] = path.removeprefix(prefix) or "/"
        raw: bytes = scope.get("raw_path") or path.encode()
        scope["raw_path"] = raw.removeprefix(prefix.encode()) or b"/"


def add_prefix(html: bytes, prefix: str) -> bytes:
    """A page whose addresses begin at the root of a host, for a place below a prefix."""
    return _ADDRESS.sub(rb'\1="' + prefix.encode() + b"/", html) if prefix else html
