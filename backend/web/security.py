"""The headers that every answer carries, and which hosts are ours."""

from urllib.parse import urlsplit

from backend.graphql_server.http_requests import RawHeaders
from backend.settings import LOOPBACK, Settings

CSP_REPORTS = "/csp-reports"
# Who may turn text into markup or the address of a script. Our own pages have a policy that lets nothing through but
# what needs no trust (`lib/trusted-types.ts`); the rest is the editor's, as its libraries name them.
DEFAULT_POLICY = "default"
EDITOR_POLICIES = (
    DEFAULT_POLICY,
    "defaultWorkerFactory",
    "diffEditorWidget",
    "diffReview",
    "domLineBreaksComputer",
    "dompurify",
    "editorGhostText",
    "editorViewLayer",
    "standaloneColorizer",
    "stickyScrollViewLayer",
    "tokenizeToString",
)

_PERMISSIONS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def content_security_policy(
    settings: Settings, *, inline_styles: bool = False, trusted: tuple[str, ...] = (DEFAULT_POLICY,)
) -> str:
    """The policy of a page: only what comes from here. Inline styles are for the editor of /graphiql and for mails."""
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
            "require-trusted-types-for 'script'",
            f"trusted-types {' '.join(trusted)}",
            f"report-uri {settings.prefix}{CSP_REPORTS}",  # for browsers that do not know `report-to`
            # Who knows it needs TLS for it, and would report nothing at all without.
            *(["report-to csp"] if settings.https else []),
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
        headers["reporting-endpoints"] = f'csp="{settings.public_url}{CSP_REPORTS}"'
        headers["strict-transport-security"] = "max-age=63072000; includeSubDomains"
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def is_our_host(host: str, public_url: str) -> bool:
    """Whether a Host header names us: the host of PUBLIC_URL, or this machine by a name that no stranger can take.

    Else a page of a stranger, whose name leads to this machine, could read what is meant for this machine only.
    """
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    return name in LOOPBACK or name == urlsplit(public_url).hostname
