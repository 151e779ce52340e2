"""Make order summaries beside the event loop: each once, callers in turn, as many waiting as can be made in time."""

import asyncio
import atexit
from collections import OrderedDict, deque
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import msgspec
from anyio.lowlevel import RunVar

from backend import tracing
from backend.pdf import fonts
from backend.pdf.process import SummaryProcess
from backend.pdf.summary import Summary

TIMEOUT = 10.0  # seconds to draw one, then its process is killed and replaced
WAIT_TIMEOUT = 40.0  # seconds until somebody has theirs, behind others; proxies and a turn of the worker wait for 60
MAX_WAITING = 200  # summaries; a tenth of a second each
_MAX_KEPT = 64
_kept: OrderedDict[str, bytes] = OrderedDict()
_process = SummaryProcess()
atexit.register(_process.kill)


class SummaryDelayed(TimeoutError):
    """A summary was not made in time: too many are asked for, or this one takes too long."""


@dataclass(eq=False)
class _Job:
    """A summary to make, and how many wait for it."""

    key: str
    question: bytes
    made: asyncio.Future[bytes]
    wanted_by: int = 0


class Queue:
    """What one event loop waits for. Callers come in turn, whatever each of them asked for."""

    def __init__(self) -> None:
        self.jobs: dict[str, _Job] = {}  # by their keys, with the one that is being made
        self._waiting: dict[str, deque[_Job]] = {}  # by callers, whose turn it is first
        self._making: asyncio.Task[None] | None = None

    async def summary(self, key: str, question: bytes, caller: str) -> bytes:
        """A summary that is made once however many want it. Raises SummaryDelayed, ProcessFailed."""
        job = self.jobs.get(key) or self._add(_Job(key, question, asyncio.Future()), caller)
        job.wanted_by += 1
        try:
            async with asyncio.timeout(WAIT_TIMEOUT):
                return await asyncio.shield(job.made)
        except TimeoutError as error:
            raise SummaryDelayed("The summary was not made in time") from error
        finally:
            job.wanted_by -= 1

    def _add(self, job: _Job, caller: str) -> _Job:
        if len(self.jobs) >= MAX_WAITING:
            raise SummaryDelayed("Too many summaries are asked for")
        self.jobs[job.key] = job
        self._waiting.setdefault(caller, deque()).append(job)
        if self._making is None or self._making.done():
            self._making = asyncio.create_task(self._make_all())
        return job

    async def _make_all(self) -> None:
        while self._waiting:
            job = self._take()
            if job.wanted_by:
                try:
                    job.made.set_result(await _draw(job.question))
                except Exception as error:  # noqa: BLE001 – for those who wait
                    job.made.set_exception(error)
                    job.made.exception()  # also if nobody waits any more
            del self.jobs[job.key]

    def _take(self) -> _Job:
        caller = next(iter(self._waiting))
        jobs = self._waiting.pop(caller)
        job = jobs.popleft()
        if jobs:
            self._waiting[caller] = jobs
        return job


_queue = RunVar[Queue]("order summaries")


async def summary_pdf(summary: Summary, language: str, caller: str) -> bytes:
    """The PDF of an order in `en` or `de`. `caller` is whom it is for: they take turns. Raises SummaryDelayed."""
    question = msgspec.msgpack.encode((summary, language))
    key = _tag(question)
    if key not in _kept:
        with tracing.span("draw summary", values={"hub.language": language}):  # with the time until its turn
            _kept[key] = await queue().summary(key, question, caller)
        while len(_kept) > _MAX_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return _kept[key]


def queue() -> Queue:
    """What this event loop waits for."""
    found = _queue.get(None)
    if found is None:
        _queue.set(found := Queue())
    return found


async def _draw(question: bytes) -> bytes:
    try:
        async with asyncio.timeout(TIMEOUT):
            return await asyncio.to_thread(_process.ask, question)
    except TimeoutError as error:
        _process.kill()
        raise SummaryDelayed("A summary took too long") from error
    except asyncio.CancelledError:  # the thread has to end, too
        _process.kill()
        raise


def etag(summary: Summary, language: str) -> str:
    """The entity tag of a summary: equal for equal content, language and layout. With its quotes."""
    return _tag(msgspec.msgpack.encode((summary, language)))


def _tag(question: bytes) -> str:
    return f'"{sha256(_layout() + question).hexdigest()[:32]}"'


async def warm_up() -> None:
    """Start the process and load what it needs, so that the first summary takes no longer than the next."""
    await asyncio.to_thread(_layout)
    await asyncio.to_thread(_process.start)


def end() -> None:
    """End the process, whatever it does; the next summary starts another one."""
    _process.kill()


@cache
def _layout() -> bytes:
    """What a summary looks like, in short: it changes with our templates and words, the library and the fonts."""
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
    for path in fonts.paths_of_others():
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.digest()
