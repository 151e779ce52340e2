"""Who is told to stop is gone within five seconds: a worker stops at once, a server's requests come to their end.

Whatever does not end then is left behind, such as a thread that waits for a name server: everything bears being killed
at any point. One of several web processes whose parent was killed goes too: it would keep the port.
"""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

logger = logging.getLogger("backend.http")

SHUTDOWN_TIMEOUT = 5.0  # seconds
CANCEL_AGAIN_AFTER = 0.25  # seconds until a task is interrupted once more
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def told(stop: Callable[[], None], *, alone: bool = False) -> Iterator[None]:
    """Call `stop` as soon as this process is told to end; what the server does then, it still does.

    `alone`: there is no server, and nobody else hears of it.
    """
    if threading.current_thread() is not threading.main_thread():  # a test's server, which gets no signals
        yield
        return
    loop = asyncio.get_running_loop()
    before: dict[int, Any] = {number: signal.getsignal(number) for number in _SIGNALS}

    def handle(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(stop)
        last = threading.Timer(SHUTDOWN_TIMEOUT, _leave_behind)
        last.daemon = True
        last.start()
        if callable(before[number]) and not alone:
            before[number](number, frame)

    for number in _SIGNALS:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number in _SIGNALS:
            signal.signal(number, before[number])


@contextmanager
def with_parent() -> Iterator[None]:
    """Stop when the process that started this one among several is gone, however it ended."""
    parent = multiprocessing.parent_process()
    if parent is None:
        yield
        return
    loop = asyncio.get_running_loop()

    def gone() -> None:
        loop.remove_reader(parent.sentinel)
        os.kill(os.getpid(), signal.SIGTERM)

    loop.add_reader(parent.sentinel, gone)
    try:
        yield
    finally:
        loop.remove_reader(parent.sentinel)


async def ended(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Interrupt tasks until they have ended: libraries may swallow the first interruption."""
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=CANCEL_AGAIN_AFTER)
    await asyncio.gather(*tasks, return_exceptions=True)


def _leave_behind() -> None:
    logger.warning("Not everything came to its end in %g seconds; the rest is left behind", SHUTDOWN_TIMEOUT)
    os._exit(0)
