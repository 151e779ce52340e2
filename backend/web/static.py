"""The application: built files, precompressed where the build did so, and index.html for every other address."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import NotModifiedResponse

from backend.accept import read_weights
from backend.resolvers.api_errors import not_found
from backend.resolvers.cookies import value_of
from backend.web import preloading
from backend.web.prefix import add_prefix
from backend.web.refusals import language_of

DIST = Path(__file__).parents[2] / "frontend" / "dist"

_ENCODINGS = (("br", ".br"), ("zstd", ".zst"))
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
    """Serves the front end's build directory. Files are read when first asked for and again when they change.

    `traced`: pages get the script by which their requests begin a trace.
    """

    def __init__(self, directory: Path = DIST, prefix: str = "", *, traced: bool = False) -> None:
        self.directory = directory.resolve()
        self.prefix = prefix
        self.traced = traced
        self._files: dict[tuple[Path, int], bytes] = {}

    async def respond(self, request: Request) -> Response:
        """The file at this address, or the page that routes by itself."""
        path = request.url.path.lstrip("/")
        file = (self.directory / path).resolve() if "\0" not in path else self.directory
        if path and file.is_relative_to(self.directory) and file.suffix in _TYPES and file.name != "graphiql.html":
            if file.is_file() and not self._is_hidden(file):
                return self.file(request, file, immutable=path.startswith("assets/"))
            raise not_found(language_of(request))
        if path.startswith("assets/"):
            raise not_found(language_of(request))
        chosen = value_of(request.headers.get("cookie", ""), "language")
        link = preloading.link(self.directory, path, request.headers, chosen, self.prefix)
        return self.page(request, "index.html", {"Link": link} if link else None)

    def _is_hidden(self, file: Path) -> bool:
        """Whether the file is the server's own, in a folder that begins with a dot."""
        return any(part.startswith(".") for part in file.relative_to(self.directory).parts)

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
        written = self._is_written_anew(file)
        accepted = "" if written else request.headers.get("accept-encoding", "")
        encoding, encoded = _best_encoding(file, accepted)
        modified = encoded.stat().st_mtime_ns
        headers = {
            "Cache-Control": _IMMUTABLE if immutable else "no-cache",
            "ETag": f'"{modified:x}-{encoded.suffix.lstrip(".")}{"-traced" if written and self.traced else ""}"',
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
            content = file.read_bytes()
            self._files[file, modified] = self._written(content) if self._is_written_anew(file) else content
        return self._files[file, modified]

    def _is_written_anew(self, file: Path) -> bool:
        """Whether the file is a page that the build does not know as it is served: where, and with which script."""
        return file.suffix == ".html" and (bool(self.prefix) or self.traced)

    def _written(self, html: bytes) -> bytes:
        script = preloading.script(self.directory, "src/traces.ts") if self.traced else None
        if script:  # before all others, which then ask by it
            html = html.replace(b"<script", f'<script type="module" src="/{script}"></script>\n    <script'.encode(), 1)
        return add_prefix(html, self.prefix)


def _best_encoding(file: Path, accepted: str) -> tuple[str | None, Path]:
    """The smallest file that the browser takes; its own weights say little, and what it names at all, it takes."""
    weights = read_weights(accepted)
    for name, suffix in _ENCODINGS:
        encoded = file.with_name(file.name + suffix)
        if weights.get(name) and encoded.is_file():
            return name, encoded
    return None, file
