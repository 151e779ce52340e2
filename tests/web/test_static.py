"""The front end's files."""

import json
import re
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from backend.web.static import Application
from tests.web.conftest import Clients

PRODUCTION = {
    "ENVIRONMENT": "production",
    "PUBLIC_URL": "https://testserver",
    "SMTP_URL": "smtps://mail.example",
}


@pytest.mark.parametrize(
    ("accepted", "encoding", "content"),
    [
        ("gzip, br, zstd", "br", b"brotli"),
        ("zstd", "zstd", b"zstd"),
        ("br;q=0, zstd", "zstd", b"zstd"),
        ("gzip", None, b"plain"),
        ("", None, b"plain"),
    ],
)
def test_an_asset_comes_precompressed_and_for_ever(
    client: TestClient, accepted: str, encoding: str | None, content: bytes
) -> None:
    with client.stream("GET", "/assets/app-1a2b.js", headers={"accept-encoding": accepted}) as answer:
        assert b"".join(answer.iter_raw()) == content
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("path", ["/", "/setup/abc/meetings-sites", "/orders/x.y", "/nowhere"])
def test_every_other_address_is_the_application(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Control Hub" in answer.text


def test_a_page_names_what_it_needs_next_in_the_language_of_its_reader(client: TestClient, build: Path) -> None:
    modules = {
        "_app.js": {"file": "assets/app-1a2b.js", "imports": ["src/app/wizard.tsx"]},  # each imports the other
        "index.html": {"file": "assets/index-1.js", "css": ["assets/first-1.css"]},
        "src/app/wizard.tsx": {
            "file": "assets/wizard-1.js",
            "imports": ["_app.js"],
            "css": ["assets/first-1.css", "assets/style-1.css"],
        },
        "src/steps/audience/audience.tsx": {
            "file": "assets/audience-1.js",
            "imports": ["_app.js"],
            "css": ["assets/style-1.css", "assets/audience-1.css"],
        },
        "src/messages/core/de.ts": {"file": "assets/core-de-1.js"},
        "src/messages/frame/de.ts": {"file": "assets/frame-de-1.js"},
        "src/messages/steps/de.ts": {"file": "assets/steps-de-1.js"},
    }
    assert "link" not in client.get("/setup/abc/audience").headers
    (build / ".vite").mkdir()
    (build / ".vite" / "manifest.json").write_text(json.dumps(modules))
    named = client.get("/setup/abc/audience", headers={"accept-language": "de-AT, en;q=0.5"}).headers["link"]
    style = "</assets/style-1.css>; rel=preload; as=style; crossorigin"
    files = ["app-1a2b", style, "wizard-1", "audience-1", "core-de-1", "frame-de-1", "steps-de-1"]
    assert named == ", ".join(file if file is style else f"</assets/{file}.js>; rel=modulepreload" for file in files)
    assert "link" not in client.get("/nowhere", headers={"accept-language": "en"}).headers
    assert "core-de" in client.get("/nowhere", headers={"cookie": "language=de"}).headers["link"]


def test_a_page_that_did_not_change_is_not_sent_again(client: TestClient, build: Path) -> None:
    tag = client.get("/").headers["etag"]
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304
    (build / "index.html").write_text("new")
    assert client.get("/", headers={"if-none-match": tag}).text == "new"


@pytest.mark.parametrize(
    "path", ["/assets/gone-9z9z.js", "/assets/", "/assets/x/y", "/missing.css", "/graphiql.html", "/%2e%2e/test.db",
             "/assets/..%2f..%2fsecret.txt", "/..%2fsecret.txt", "/%00.js",
             "/.fonts/secret.txt", "/assets/../.fonts/secret.txt"]
)  # fmt: skip
def test_what_is_no_file_of_the_build_is_not_found(client: TestClient, build: Path, path: str) -> None:
    (build / ".fonts").mkdir()
    for folder in (build.parent, build / ".fonts"):
        (folder / "secret.txt").write_text("secret")
    answer = client.get(path)
    assert "secret" not in answer.text
    assert answer.status_code == 404 or "Control Hub" in answer.text


def test_a_missing_asset_is_not_the_page(client: TestClient) -> None:
    assert client.get("/assets/gone-9z9z.js").status_code == 404
    assert client.get("/missing.css").status_code == 404
    assert client.get("/favicon.svg").headers["content-type"] == "image/svg+xml"


def test_files_are_only_read(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.head("/").headers["content-length"] == str(len("<!doctype html><title>Control Hub</title>"))


def test_a_missing_build_says_what_to_do(client: TestClient, build: Path) -> None:
    (build / "index.html").unlink()
    answer = client.get("/")
    assert answer.status_code == 503
    assert "make setup" in answer.text


def test_in_production_the_editor_is_for_who_is_signed_in(clients: Clients) -> None:
    with clients(**PRODUCTION) as client:
        stranger = client.get("/graphiql", follow_redirects=False)
        known = client.get("/graphiql", headers={"authorization": "Bearer good"})
    assert (stranger.status_code, stranger.headers["location"]) == (303, "/")
    assert "GraphiQL" in known.text


def test_pages_get_the_script_of_traces_only_where_they_are_recorded(clients: Clients, build: Path) -> None:
    (build / ".vite").mkdir()
    (build / ".vite" / "manifest.json").write_text(json.dumps({"src/traces.ts": {"file": "assets/traces-1.js"}}))
    whole = '<head>\n    <script type="module" src="/assets/index-1.js"></script>'
    (build / "index.html").write_text(whole)

    def page(prefix: str = "", *, traced: bool) -> Response:
        front_end = Application(build, prefix, traced=traced)
        return TestClient(Starlette(routes=[Route("/{path:path}", front_end.respond)])).get("/")

    without, within = page(traced=False), page("/hub", traced=True)
    assert without.text == whole
    scripts = re.findall('<script type="module" src="([^"]*)"></script>', within.text)
    assert scripts == ["/hub/assets/traces-1.js", "/hub/assets/index-1.js"]
    assert without.headers["etag"] != within.headers["etag"]  # else browsers would keep the page of before
    (build / ".vite" / "manifest.json").unlink()
    assert page(traced=True).text == whole
