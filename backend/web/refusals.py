"""What is refused at other addresses than /graphql: said as the API says it, and to people as a page."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from backend import correlation
from backend.accept import read_weights
from backend.graphql_server.problems import RequestRefused, refusal_of, told
from backend.language import LANGUAGES, choose, plural, supported, text
from backend.resolvers.context import Context
from backend.resolvers.cookies import value_of
from backend.settings import settings
from backend.web.prefix import add_prefix
from backend.web.session import open_context

_TEMPLATES = Path(__file__).parent / "templates"
_HEADERS = {"Cache-Control": "private, no-store", "Vary": "Cookie, Accept, Accept-Language"}
# What is refused where no language is known yet; everything else is said in the right one already.
_SENTENCES = {
    "INTERNAL": "Something went wrong on our side.",
    "UNAVAILABLE": "The service is busy. Try again in a moment.",
    "TIMEOUT": "The request took too long. Try again in a moment.",
    "METHOD_NOT_ALLOWED": "This address does not take this method.",
}


def answer(connection: HTTPConnection, error: Exception) -> Response:
    """What somebody is answered whose request ended with this error. Only a bug is logged, with its traceback."""
    refusal, language = refusal_of(error), language_of(connection)
    message = str(refusal)
    if refusal.code == "RATE_LIMITED":
        message = plural(
            language,
            "Too many requests. Try again in {count} second.",
            "Too many requests. Try again in {count} seconds.",
            int(refusal.headers["Retry-After"]),
        )
    elif refusal.code in _SENTENCES:
        message = text(language, _SENTENCES[refusal.code])
    return respond(connection, RequestRefused(refusal.status, refusal.code, message, refusal.headers))


async def on_http_exception(request: Request, error: Exception) -> Response:
    """What the routes refuse: a method that an address does not take."""
    assert isinstance(error, HTTPException)
    return answer(request, RequestRefused(error.status_code, "METHOD_NOT_ALLOWED", error.detail, error.headers))


def respond(connection: HTTPConnection, refusal: RequestRefused) -> Response:
    """The refusal in its own words: `errors` in JSON, or a page for who asks for HTML, as people do who open a link."""
    headers = _HEADERS | refusal.headers
    [error] = told([refusal.error])
    wanted = read_weights(connection.headers.get("accept", ""))
    if wanted.get("text/html", 0.0) > wanted.get("application/json", 0.0):
        return _page(refusal, language_of(connection), headers)
    return JSONResponse({"errors": [error.formatted]}, refusal.status, headers)


async def open_page(request: Request) -> Context:
    """Who asks for a download, in the language of `?language=`, else the chosen one, else the browser's, and as whom
    `?as=` says, like the header View-As. Raises as `open_context` does.
    """
    known = correlation.current() or correlation.begin()
    viewed = request.query_params.get("as")
    return await open_context(request, known, accept_language=language_of(request), view_as=viewed)


def language_of(connection: HTTPConnection) -> str:
    """The language of `?language=`, else the one chosen in the application, else the browser's."""
    asked = QueryParams(connection.scope.get("query_string", b"")).get("language", "")
    if asked in LANGUAGES:
        return asked
    chosen = value_of(connection.headers.get("cookie", ""), "language")
    return supported(chosen) if chosen else choose(connection.headers.get("accept-language"))


def _page(refusal: RequestRefused, language: str, headers: dict[str, str]) -> HTMLResponse:
    template, style, policy = _template()
    signed_out = refusal.status == 401
    content = template.render(
        language=language,
        message=str(refusal),
        href="/sign-in" if signed_out else "/",
        onward=text(language, "Sign in") if signed_out else text(language, "To the start page"),
        reference=text(language, "Reference"),
        id=correlation.current(),
        style=style,
    )
    page = add_prefix(content.encode(), settings().prefix)
    return HTMLResponse(page, refusal.status, headers | {"Content-Security-Policy": policy})


@cache
def _template() -> tuple[Any, str, str]:
    """The page, its style, and the policy that allows nothing else."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    style = (_TEMPLATES / "refusal.css").read_text("utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; img-src 'self'; base-uri 'none'; form-action 'none'"
    return environment.get_template("refusal.html"), style, f"{policy}; frame-ancestors 'none'"
