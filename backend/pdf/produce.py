"""Make order summaries beside the event loop, once each: in a process of their own, with a deadline and a cache."""

from collections import OrderedDict
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import anyio
import msgspec
from anyio import CapacityLimiter, to_process
from anyio.lowlevel import RunVar

from backend.pdf.summary import Summary

TIMEOUT = 10.0  # seconds, then the process is killed and replaced
_CONCURRENCY = 2
_MAX_KEPT = 64
_kept: OrderedDict[str, bytes] = OrderedDict()
_limiter = RunVar[CapacityLimiter]("order summaries")


async def summary_pdf(summary: Summary, language: str) -> bytes:
    """The PDF of an order in `en` or `de`. Raises TimeoutError after 10 s of rendering."""
    key = etag(summary, language)
    async with _limiter_of_loop():  # who waited for the same summary finds it made
        if key not in _kept:
            with anyio.fail_after(TIMEOUT):
                from backend.pdf import document

                _kept[key] = await to_process.run_sync(document.render_summary, summary, language, cancellable=True)
        _kept.move_to_end(key)
        while len(_kept) > _MAX_KEPT:
            _kept.popitem(last=False)
        return _kept[key]


def etag(summary: Summary, language: str) -> str:
    """The entity tag of a summary: equal for equal content, language and layout. With its quotes."""
    return f'"{sha256(_layout() + msgspec.msgpack.encode((summary, language))).hexdigest()[:32]}"'


async def warm_up() -> None:
    """Start the process and load what it needs, so that the first summary takes no longer than the next."""
    from backend.pdf import document

    await to_process.run_sync(document.load, cancellable=True)


def _limiter_of_loop() -> CapacityLimiter:
    """Two at once, in each event loop."""
    limiter = _limiter.get(None)
    if limiter is None:
        limiter = CapacityLimiter(_CONCURRENCY)
        _limiter.set(limiter)
    return limiter


@cache
def _layout() -> bytes:
    """What a summary looks like, in short: it changes with our templates and words, the library and the fonts."""
    from backend.pdf import fonts

    folder = Path(__file__).parent
    files = [
        *folder.rglob("*.py"),
        *folder.rglob("*.html"),
        *folder.rglob("*.svg"),
        *folder.parent.glob("locales/*/*.po"),
    ]
    digest = sha256(version("xhtml2pdf").encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    for face in fonts.others():
        digest.update(f"{face.path.name} {face.path.stat().st_size}".encode())
    return digest.digest()
