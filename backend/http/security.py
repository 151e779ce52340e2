"""The headers that every answer carries, and who really is at the other end."""

from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.types import Scope

from backend.settings import Network, Settings

RawHeaders = list[tuple[bytes, bytes]]

_PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def content_security_policy(settings: Settings, *, inline_styles: bool = False) -> str:
    """The policy of a page: only what comes from here. `inline_styles` is for the editor of /graphiql alone."""
    parts = urlsplit(settings.public_url)
    socket = f"{'wss' if settings.https else 'ws'}://{parts.netloc}"
    data = " data:" if inline_styles else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "worker-src 'self'",
            "style-src 'self' 'unsafe-inline'" if inline_styles else "style-src 'self'",
            f"connect-src 'self' {socket}",
            "img-src 'self' data:",
            f"font-src 'self'{data}",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def security_headers(settings: Settings) -> RawHeaders:
    """What every answer carries unless it says otherwise itself; nothing is stored unless an answer allows it."""
    headers = {
        "content-security-policy": content_security_policy(settings),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": _PERMISSIONS,
        "cache-control": "no-store",
    }
    if settings.https:
        headers["strict-transport-security"] = "max-age=63072000; includeSubDomains"
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def unwrap_proxies(scope: Scope, proxies: tuple[Network, ...]) -> None:
    """Put the address and scheme of the client into the scope, as the trusted proxies tell them.

    The addresses are read from the right; the first one that no trusted proxy has is the client's: what a client
    writes into the header itself is never believed.
    """
    if not proxies or not scope.get("client") or not is_trusted(scope["client"][0], proxies):
        return
    headers = dict(scope["headers"])
    hops = [hop.strip() for hop in headers.get(b"x-forwarded-for", b"").decode("latin-1").split(",") if hop.strip()]
    for hop in reversed(hops):
        scope["client"] = (hop, 0)
        if not is_trusted(hop, proxies):
            break
    scheme = headers.get(b"x-forwarded-proto", b"").decode("latin-1").rpartition(",")[2].strip()
    if scheme in ("http", "https"):
        secure = scheme == "https"
        scope["scheme"] = ("wss" if secure else "ws") if scope["type"] == "websocket" else scheme


@lru_cache(maxsize=4_096)
def is_trusted(address: str, proxies: tuple[Network, ...]) -> bool:
    """Whether the address is one of our proxies."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in proxies)
