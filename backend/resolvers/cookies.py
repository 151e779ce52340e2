"""The cookies of a browser: its session, and what tells it from other browsers. No script can read them."""

from collections.abc import Mapping
from datetime import timedelta

from backend.settings import settings

SESSION = "session"
BROWSER = "browser"


def _name(name: str) -> str:
    return f"__Host-{name}" if settings().https else name


def set_cookie(name: str, value: str, lifetime: timedelta) -> str:
    """The value of Set-Cookie that makes the browser keep a secret."""
    secure = "; Secure" if settings().https else ""
    return f"{_name(name)}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={int(lifetime.total_seconds())}{secure}"


def clear_cookie(name: str) -> str:
    """The value of Set-Cookie that makes the browser forget it."""
    return set_cookie(name, "", timedelta())


def read_cookie(cookies: Mapping[str, str], name: str) -> str:
    """What the browser keeps under this name, or ""."""
    return cookies.get(_name(name), "")
