"""The cookies of a browser: its session, what tells it from others, and its mailboxes. No script can read them."""

from datetime import timedelta

from backend.settings import settings

SESSION = "session"
BROWSER = "browser"
MAILBOXES = "mailboxes"  # see backend.provisioning.browsers


def _name(name: str) -> str:
    """A browser takes a cookie called `__Host-` only for all of a host; below a path others share the host."""
    if not settings().https:
        return name
    return f"__Secure-{name}" if settings().prefix else f"__Host-{name}"


def set_cookie(name: str, value: str, lifetime: timedelta) -> str:
    """The value of Set-Cookie that makes the browser keep a secret."""
    secure = "; Secure" if settings().https else ""
    path = f"{settings().prefix}/"
    return (
        f"{_name(name)}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={int(lifetime.total_seconds())}{secure}"
    )


def clear_cookie(name: str) -> str:
    """The value of Set-Cookie that makes the browser forget it."""
    return set_cookie(name, "", timedelta())


def read_cookie(header: str, name: str) -> str:
    """What a secret of ours is by the Cookie header, or ""."""
    return value_of(header, _name(name))


def value_of(header: str, name: str) -> str:
    """The value that a Cookie header has last for this name, or "".

    Not by Starlette, which unquotes every value by Python's own function: up to Python 3.11.9 and 3.12.5 that takes
    seconds for a header of 30 KB. None of our values is quoted.
    """
    if name not in header:
        return ""
    for part in reversed(header.split(";")):
        key, _, value = part.partition("=")
        if key.strip() == name:
            return value.strip()
    return ""
