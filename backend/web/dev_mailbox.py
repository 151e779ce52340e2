"""The built-in mailbox of development: every mail, as it would have arrived. For this machine only."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from functools import cache, lru_cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date, format_datetime, format_timedelta
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from backend import clock, database
from backend.language import region, text
from backend.mail.mime import summarise
from backend.provisioning.finder.normalise import InvalidAddress, read_domain
from backend.resolvers.api_errors import not_found
from backend.settings import Settings, settings
from backend.web.prefix import add_prefix
from backend.web.refusals import language_of
from backend.web.security import content_security_policy
from backend.web.static import DIST

SHOWN = 200  # to programs
PAGE = 50
_TEMPLATES = Path(__file__).parent / "templates"
# As in frontend/src/ui/font.css: of two fonts with a character the later one draws it.
_FONTS = {
    "inter-latin-ext": "U+0100-02BA,U+1E00-1E9F,U+2C60-2C7F,U+A720-A7FF",
    "inter-latin": "U+00A1-00FF,U+2000-206F,U+20AC",
    "inter-basic": "U+0020-007E,U+00A0,U+00B7,U+00C4,U+00D6,U+00DC,U+00DF,U+00E4,U+00F6,U+00FC,U+2013-201E,U+2026",
}
_read = lru_cache(maxsize=2 * SHOWN)(summarise)  # a mail never changes, and reading one takes a millisecond
_COLUMNS = "id, kind, recipient, subject, state, mime, queued_at"
# Whether a sign-in code that is queued will be mailed at all, the worker decides; some mails are a line of another.
_WRITTEN = "NOT (kind = 'SIGN_IN_CODE' AND order_id IS NULL AND state = 'QUEUED') AND sent_with IS NULL"
_TO = "(LOWER(recipient) LIKE $1 ESCAPE '!' OR LOWER(recipient) LIKE $2 ESCAPE '!')"
_LIST = f"SELECT {_COLUMNS} FROM email_message WHERE {_WRITTEN} AND {_TO} ORDER BY id DESC LIMIT {SHOWN}"
_PAGE = f"""
SELECT id, recipient, subject, state, queued_at FROM email_message
WHERE {_WRITTEN} AND {_TO} AND id < $3
ORDER BY id DESC LIMIT {PAGE + 1}
"""
_ONE = f"SELECT {_COLUMNS} FROM email_message WHERE id = $1"
_LAST = 2**63 - 1
_MAX_ADDRESS_LENGTH = 254  # characters of an address


def routes(config: Settings) -> list[Route]:
    """The mailbox's pages in development; none in production."""
    if not config.development:
        return []
    framing = {"Content-Security-Policy": content_security_policy(config) + "; frame-src 'self'"}
    return [
        Route("/dev/mailbox", _loopback_only(list_page)),
        Route("/dev/mailbox/messages.json", _loopback_only(messages)),
        Route("/dev/mailbox/style.css", _loopback_only(style)),
        Route("/dev/mailbox/{id:int}", _loopback_only(message(framing))),
        Route("/dev/mailbox/{id:int}/html", _loopback_only(html(config))),
        Route("/dev/mailbox/{id:int}.eml", _loopback_only(source)),
    ]


def _loopback_only(page: Any) -> Any:
    async def guarded(request: Request) -> Response:
        host = request.client.host if request.client else ""
        try:
            local = ip_address(host).is_loopback
        except ValueError:
            local = host in {"testclient", "localhost"}
        if not local:
            raise not_found(language_of(request))
        answer: Response = await page(request)
        return answer

    return guarded


@dataclass(frozen=True, slots=True)
class _MailView:
    """A mail as a page shows it: when it was written stands in words."""

    id: int
    to: str
    subject: str
    state: str
    word: str
    at: datetime
    ago: str
    full: str


async def list_page(request: Request) -> Response:
    """A page of the mails, newest first: all, or those to an address or a part of one."""
    language = language_of(request)
    wanted = _wanted(request)
    before = request.query_params.get("before", "")
    start = min(int(before), _LAST) if before.isascii() and before.isdigit() else _LAST
    rows = await database.rows(_PAGE, [*_patterns(wanted), start])
    address = {"to": wanted} if wanted else {}
    older = f"?{urlencode(address | {'before': rows[PAGE - 1]['id']})}" if len(rows) > PAGE else ""
    return _page(
        language,
        text(language, "Mailbox"),
        mails=[_mail_view(row, language) for row in rows[:PAGE]],
        to=wanted,
        older=older,
        newest=f"{settings().prefix}/dev/mailbox?{urlencode(address)}" if start < _LAST else "",
    )


def _wanted(request: Request) -> str:
    """The address, or the part of one, that mails are asked for; nothing: all mails."""
    return request.query_params.get("to", "").strip()[:_MAX_ADDRESS_LENGTH]


def _patterns(wanted: str) -> list[str]:
    return [f"%{_escaped(form)}%" for form in _forms(wanted)]


def _forms(wanted: str) -> tuple[str, str]:
    """What was searched for, in small letters and with its domain as mails carry it: bücher.de is xn--bcher-kva.de."""
    typed = wanted.lower()
    local, at, domain = typed.rpartition("@")
    try:
        return typed, f"{local}{at}{read_domain(domain)}"
    except InvalidAddress:
        return typed, typed


def _escaped(part: str) -> str:
    return part.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def message(headers: dict[str, str]) -> Any:
    """One mail: as it looks in a frame, as text, as source."""

    async def page(request: Request) -> Response:
        row = await _row(request)
        if row is None:
            raise not_found(language_of(request))
        language = language_of(request)
        mail = _mail_view(row, language)
        read = _read(bytes(row["mime"])) if row["mime"] else None
        return _page(language, mail.subject, headers, mail=mail, read=read)

    return page


def html(config: Settings) -> Any:
    """The mail's HTML, for the frame: no scripts, styles inline as mails have them."""
    policy = content_security_policy(config, inline_styles=True).replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )

    async def page(request: Request) -> Response:
        row = await _row(request)
        if row is None or not row["mime"]:
            raise not_found(language_of(request))
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
        raise not_found(language_of(request))
    return Response(bytes(row["mime"]), media_type="message/rfc822")


async def messages(request: Request) -> Response:
    """The newest 200 mails for programs: id, kind, to, subject, text, html, links, state, queuedAt; newest first.

    `to` asks for those to an address or a part of one.
    """
    return JSONResponse([_as_json(row) for row in await database.rows(_LIST, _patterns(_wanted(request)))])


async def style(_request: Request) -> Response:
    """The pages' style sheet, with the application's fonts where it is built."""
    assets = f"{settings().prefix}/assets"
    faces = "".join(
        f'@font-face {{ font-family: "Inter Variable"; font-weight: 400 620; font-display: swap;'
        f' src: url("{assets}/{file.name}") format("woff2"); unicode-range: {range_}; }}\n'
        for name, range_ in _FONTS.items()
        for file in (DIST / "assets").glob(f"{name}-????????.woff2")
    )
    return Response(faces + (_TEMPLATES / "mailbox.css").read_text("utf-8"), media_type="text/css")


def _as_json(row: dict[str, Any]) -> dict[str, Any]:
    read = _read(bytes(row["mime"])) if row["mime"] else None
    return {
        "id": row["id"],
        "kind": row["kind"],
        "to": row["recipient"],
        "subject": row["subject"],
        "text": read["text"] if read else "",
        "html": read["html"] if read else "",
        "links": read["links"] if read else [],
        "state": row["state"],
        "queuedAt": database.instant(row["queued_at"]).isoformat(),
    }


async def _row(request: Request) -> dict[str, Any] | None:
    return await database.row(_ONE, [min(request.path_params["id"], _LAST)])


def _mail_view(row: dict[str, Any], language: str) -> _MailView:
    words = {
        "QUEUED": text(language, "queued"),
        "SENT": text(language, "accepted"),
        "DEFERRED": text(language, "deferred"),
        "FAILED": text(language, "failed"),
        "KEPT": text(language, "kept, of a test order"),
    }
    at = database.instant(row["queued_at"])
    return _MailView(
        id=row["id"],
        to=row["recipient"],
        subject=row["subject"] or text(language, "Not written yet"),
        state=row["state"],
        word=words[row["state"]],
        at=at,
        ago=_ago(at, language),
        full=f"{format_datetime(at.astimezone(UTC), 'medium', locale=region(language))} UTC",
    )


def _ago(at: datetime, language: str) -> str:
    """How long ago, in words; after a week the day in UTC."""
    passed = clock.now() - at
    if passed >= timedelta(days=7):
        return f"{format_date(at.astimezone(UTC), 'medium', locale=region(language))} (UTC)"
    if passed < timedelta(minutes=1):
        return text(language, "just now")
    return format_timedelta(-passed, add_direction=True, threshold=1, locale=region(language))


@cache
def _template() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("mailbox.html")


def _page(language: str, title: str, headers: dict[str, str] | None = None, **places: Any) -> HTMLResponse:
    words = {
        "all": text(language, "All emails"),
        "to": text(language, "To"),
        "written": text(language, "Written"),
        "delivery": text(language, "Delivery"),
        "shown": text(language, "The email"),
        "plain": text(language, "As plain text"),
        "source": text(language, "Download the source"),
        "unread": text(
            language,
            "There is nothing to show: the email is not written yet, or was erased after it was accepted.",
        ),
        "lead": text(language, "Every email that Control Hub sends on this machine, newest first."),
        "address": text(language, "Email address or part of it"),
        "search": text(language, "Search"),
        "none": text(language, "No emails to this address.") if places.get("to") else text(language, "No emails yet."),
        "newest": text(language, "Newest"),
        "older": text(language, "Older"),
    }
    shown = {"mail": None, "read": None, "mails": [], "to": "", "older": "", "newest": ""} | places
    content = _template().render(language=language, title=title, words=words, **shown)
    return HTMLResponse(add_prefix(content.encode(), settings().prefix), headers=headers)
