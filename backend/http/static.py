"""The application: built files, precompressed where the build did so, and index.html for every other address."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import NotModifiedResponse

from backend.http import preloading

DIST = Path(__file__).parents[2] / "frontend" / "dist"

_ENCODINGS = ((b"br", ".br"), (b"zstd", ".zst"))
_IMMUTABLE = "public, max-age=31536000, immutable"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_NOT_BUILT = "The front end is not built. Run `make setup`, then reload this page.\n"


class Application:
    """Serves the front end's build directory. Files are read when first asked for and again when they change."""

    def __init__(self, directory: Path = DIST) -> None:
        self.directory = directory.resolve()
        self._files: dict[tuple[Path, int], bytes] = {}

    async def respond(self, request: Request) -> Response:
        """The file at this address, or the page that routes by itself."""
        path = request.url.path.lstrip("/")
        file = (self.directory / path).resolve() if "\0" not in path else self.directory
        if path and file.is_relative_to(self.directory) and file.suffix in _TYPES and file.name != "graphiql.html":
            if file.is_file():
                return self.file(request, file, immutable=path.startswith("assets/"))
            return PlainTextResponse("Not found\n", status_code=404)
        if path.startswith("assets/"):
            return PlainTextResponse("Not found\n", status_code=404)
        link = preloading.link(self.directory, path, request.headers, request.cookies.get("language"))
        return self.page(request, "index.html", {"Link": link} if link else None)

    def page(self, request: Request, name: str, headers: dict[str, str] | None = None) -> Response:
        """One of the HTML entries, which name the current build's files and are asked for anew each time."""
        file = self.directory / name
        if not file.is_file():
            return PlainTextResponse(_NOT_BUILT, status_code=503)
        response = self.file(request, file, immutable=False)
        response.headers.update(headers or {})
        return response

    def file(self, request: Request, file: Path, *, immutable: bool) -> Response:
        """The file in the best encoding that the browser accepts and the build has made."""
        encoding, encoded = _best_encoding(file, request.headers.get("accept-encoding", "").encode())
        modified = encoded.stat().st_mtime_ns
        headers = {
            "Cache-Control": _IMMUTABLE if immutable else "no-cache",
            "ETag": f'"{modified:x}-{encoded.suffix.lstrip(".")}"',
            "Vary": "Accept-Encoding",
        }
        if encoding:
            headers["Content-Encoding"] = encoding
        response = Response(self._read(encoded, modified), headers=headers, media_type=None)
        response.headers["Content-Type"] = _TYPES[file.suffix]
        if request.headers.get("if-none-match") == headers["ETag"]:
            return NotModifiedResponse(response.headers)
        return response

    def _read(self, file: Path, modified: int) -> bytes:
        if (file, modified) not in self._files:
            self._files = {key: content for key, content in self._files.items() if key[0] != file}
            self._files[file, modified] = file.read_bytes()
        return self._files[file, modified]


def _best_encoding(file: Path, accepted: bytes) -> tuple[str | None, Path]:
    parts = (part.replace(b" ", b"") for part in accepted.lower().split(b","))
    offered = {part.partition(b";")[0] for part in parts if not part.endswith((b";q=0", b";q=0.0"))}
    for name, suffix in _ENCODINGS:
        encoded = file.with_name(file.name + suffix)
        if name in offered and encoded.is_file():
            return name.decode(), encoded
    return None, file
