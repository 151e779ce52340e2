"""The built-in mailbox of development: every mail, as it would have arrived. For this machine only."""

from base64 import b64encode
from email import message_from_bytes
from functools import lru_cache
from html import escape
from ipaddress import ip_address
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from backend import database
from backend.http.security import content_security_policy
from backend.mail.mime import summarise
from backend.provisioning.links import instant
from backend.settings import Settings

SHOWN = 200
_read = lru_cache(maxsize=2 * SHOWN)(summarise)  # a mail never changes, and reading one takes 10 ms
# Whether a sign-in code that is queued will be mailed at all, the worker decides.
_LIST = f"""
SELECT id, kind, recipient, subject, state, mime, queued_at FROM email_message
WHERE NOT (kind = 'SIGN_IN_CODE' AND order_id IS NULL AND state = 'QUEUED') ORDER BY id DESC LIMIT {SHOWN}
"""
_ONE = "SELECT id, kind, recipient, subject, state, mime, queued_at FROM email_message WHERE id = $1"
_SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
_STYLE = "/dev/mailbox/style.css"
_CSS = """
:root { color-scheme: light dark; font: 15px/1.6 Inter, system-ui, sans-serif; }
body { margin: 0 auto; max-width: 960px; padding: 32px 24px; }
body { color: light-dark(#17181b, #eceef0); background: light-dark(#fff, #16191d); }
h1 { font-size: 28px; line-height: 36px; letter-spacing: -0.022em; }
a { color: light-dark(#0b5bc5, #74aeff); }
ul { list-style: none; padding: 0; }
li { border-top: 1px solid light-dark(#e7e5e1, #2a2f36); padding: 12px 0; }
li small, dt { color: light-dark(#64676e, #949ba5); }
iframe { width: 100%; height: 760px; border-radius: 10px; background: #fff; }
iframe { border: 1px solid light-dark(#e7e5e1, #2a2f36); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
nav a { margin-right: 16px; }
"""


def routes(settings: Settings) -> list[Route]:
    """The mailbox's pages in development; none in production."""
    if not settings.development:
        return []
    return [
        Route("/dev/mailbox", _local(listing)),
        Route("/dev/mailbox/messages.json", _local(messages)),
        Route("/dev/mailbox/style.css", _local(style)),
        Route("/dev/mailbox/{id:int}", _local(message)),
        Route("/dev/mailbox/{id:int}/html", _local(html(settings))),
        Route("/dev/mailbox/{id:int}.eml", _local(source)),
    ]


def _local(page: Any) -> Any:
    async def guarded(request: Request) -> Response:
        host = request.client.host if request.client else ""
        try:
            local = ip_address(host).is_loopback
        except ValueError:
            local = host in {"testclient", "localhost"}
        return await page(request) if local else PlainTextResponse("Not found", 404)

    return guarded


async def listing(_request: Request) -> Response:
    """The mails, newest first."""
    rows = await database.rows(_LIST)
    items = "".join(_item(row) for row in rows) or "<li>No mail yet.</li>"
    lead = "<p>Every mail that Control Hub sends on this machine. Reload to look again.</p>"
    return _page("Mailbox", f"<h1>Mailbox</h1>{lead}<ul>{items}</ul>")


def _item(row: dict[str, Any]) -> str:
    link = f'<a href="/dev/mailbox/{row["id"]}">{escape(row["subject"] or row["kind"])}</a>'
    when = escape(str(instant(row["queued_at"]))[:16])
    return f"<li>{link}<br><small>{escape(row['recipient'])} · {row['state'].lower()} · {when} UTC</small></li>"


async def message(request: Request) -> Response:
    """One mail: as it looks, as text, as source."""
    row = await _row(request)
    if row is None:
        return PlainTextResponse("Not found", 404)
    read = _read(bytes(row["mime"])) if row["mime"] else None
    number = row["id"]
    links = "".join(f'<li><a href="{escape(link)}">{escape(link)}</a></li>' for link in (read["links"] if read else []))
    shown = (
        f'<iframe sandbox="{_SANDBOX}" title="Mail" src="/dev/mailbox/{number}/html"></iframe>'
        f"<h2>Links</h2><ul>{links}</ul><h2>Text</h2><pre>{escape(read['text'])}</pre>"
        if read
        else "<p>The mail was not written yet, or its content was erased after it was accepted.</p>"
    )
    body = (
        f'<nav><a href="/dev/mailbox">All mails</a><a href="/dev/mailbox/{number}.eml">Source</a></nav>'
        f"<h1>{escape(row['subject'] or row['kind'])}</h1><p>To {escape(row['recipient'])}</p>{shown}"
    )
    return _page(row["subject"] or row["kind"], body)


def html(settings: Settings) -> Any:
    """The mail's HTML, for the frame: no scripts, styles inline as mails have them."""
    policy = content_security_policy(settings, inline_styles=True).replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )

    async def page(request: Request) -> Response:
        row = await _row(request)
        if row is None or not row["mime"]:
            return PlainTextResponse("Not found", 404)
        text = _with_pictures(bytes(row["mime"])).replace("<head>", '<head><base target="_blank">', 1)
        return HTMLResponse(text, headers={"Content-Security-Policy": policy, "X-Frame-Options": "SAMEORIGIN"})

    return page


def _with_pictures(mime: bytes) -> str:
    """The mail's HTML with the pictures that it carries, as a mail program shows them."""
    text = _read(mime)["html"]
    for part in message_from_bytes(mime).walk():
        name, content = part.get("Content-ID", "").strip("<>"), part.get_payload(decode=True)
        if name and isinstance(content, bytes):
            picture = f"data:{part.get_content_type()};base64,{b64encode(content).decode()}"
            text = text.replace(f"cid:{name}", picture)
    return text


async def source(request: Request) -> Response:
    """The exact bytes."""
    row = await _row(request)
    if row is None or not row["mime"]:
        return PlainTextResponse("Not found", 404)
    return Response(bytes(row["mime"]), media_type="message/rfc822")


async def messages(_request: Request) -> Response:
    """All mails for programs: id, kind, to, subject, text, html, links, state, queuedAt; newest first."""
    return JSONResponse([_told(row) for row in await database.rows(_LIST)])


async def style(_request: Request) -> Response:
    """The pages' style sheet."""
    return Response(_CSS, media_type="text/css")


def _told(row: dict[str, Any]) -> dict[str, Any]:
    read = _read(bytes(row["mime"])) if row["mime"] else None
    queued = instant(row["queued_at"])
    return {
        "id": row["id"],
        "kind": row["kind"],
        "to": row["recipient"],
        "subject": row["subject"],
        "text": read["text"] if read else "",
        "html": read["html"] if read else "",
        "links": read["links"] if read else [],
        "state": row["state"],
        "queuedAt": queued.isoformat() if queued else None,
    }


async def _row(request: Request) -> dict[str, Any] | None:
    return await database.row(_ONE, [request.path_params["id"]])


def _page(title: str, body: str) -> HTMLResponse:
    style = f'<link rel="stylesheet" href="{_STYLE}">'
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return HTMLResponse(f'<!doctype html><html lang="en"><head>{head}{style}</head><body>{body}</body></html>')
