"""The address that people reach us at, in one spelling: what links begin with and what browsers name as origin."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

import idna

_DEFAULT_PORTS = {"http": 80, "https": 443}
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")
# Pages of ours: behind them, nobody could tell the prefix from the page.
_OWN = frozenset({"assets", "dev", "graphiql", "graphql", "healthz", "help", "lost-mail", "metrics", "orders"}) | {
    *("organizations", "readyz", "reminders", "settings", "setup", "sign-in")
}


def read_public_url(text: str) -> str:
    """The address without a closing slash: host in small ASCII letters, no port that goes without saying; maybe a path.

    Raises ValueError, which says what is wrong.
    """
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise ValueError(f"is no address: {error}") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise ValueError("must start with http:// or https://")
    if parts.query or parts.fragment or "?" in text or "#" in text:
        raise ValueError("has no query and no fragment: links begin with it")
    if parts.username is not None or parts.password is not None:
        raise ValueError("has no user name and no password: it stands in mails")
    shown_port = "" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}"
    return f"{parts.scheme}://{_host(parts)}{shown_port}{_path(parts.path)}"


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        pass
    else:
        return f"[{address}]" if address.version == 6 else str(address)
    try:
        name = idna.encode(host, uts46=True, std3_rules=True).decode().rstrip(".")
    except (idna.IDNAError, UnicodeError):
        name = ""
    if not name:
        raise ValueError(f"has no host that exists: {host!r}") from None
    return name


def _path(path: str) -> str:
    prefix = path.rstrip("/")
    names = prefix.split("/")[1:]
    if not _PATH.fullmatch(prefix) or {".", ".."} & set(names):
        raise ValueError("has a path of letters, digits and . _ ~ - between single slashes, such as /hub")
    if names and names[0] in _OWN:
        raise ValueError(f"may not begin its path with /{names[0]}, which is a page of Control Hub")
    return prefix
