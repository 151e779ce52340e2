"""Shutdown on a signal, within five seconds: a worker stops at once, a server finishes its requests.

Whatever has not ended by then is abandoned, such as a thread that waits for a name server: a process may be killed at
any point. One of several web processes stops as well when its parent was killed: it would keep the port.

Behind a proxy a server drains first: it says that it is not ready, answers as before and lets each answer end its
connection, until the proxy has heard of it and sends nothing more. Then nobody is in the way of the shutdown.
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

logger = logging.getLogger("backend.web")

SHUTDOWN_TIMEOUT = 5.0  # seconds
CANCEL_RETRY_INTERVAL = 0.25  # seconds until a task is cancelled once more
_SIGNALS = (signal.SIGTERM, signal.SIGINT)

_draining = False


def is_draining() -> bool:
    """Whether this process was told to stop and still answers who has not heard of it."""
    return _draining


@contextmanager
def on_signal(stop: Callable[[], None], *, replace_handlers: bool = False, drain: float = 0) -> Iterator[None]:
    """Call `stop` on SIGTERM and SIGINT, then the handler that was set before, which is the server's.

    `replace_handlers`: without a server, the handler that was set before is not called. `drain`: seconds between the
    two; a second signal ends them.
    """
    if threading.current_thread() is not threading.main_thread():  # a test's server, which gets no signals
        yield
        return
    loop = asyncio.get_running_loop()
    before: dict[int, Any] = {number: signal.getsignal(number) for number in _SIGNALS}

    def handle(number: int, frame: FrameType | None) -> None:
        global _draining
        loop.call_soon_threadsafe(stop)
        if drain and not _draining:
            _draining = True
            loop.call_soon_threadsafe(loop.call_later, drain, end, number, frame)
        else:
            end(number, frame)

    def end(number: int, frame: FrameType | None) -> None:
        timer = threading.Timer(SHUTDOWN_TIMEOUT, _exit_now)
        timer.daemon = True
        timer.start()
        if callable(before[number]) and not replace_handlers:
            before[number](number, frame)

    for number in _SIGNALS:
        signal.signal(number, handle)
    try:
        yield
    finally:
        for number in _SIGNALS:
            signal.signal(number, before[number])


@contextmanager
def stop_with_parent() -> Iterator[None]:
    """Stop when the process that started this one among several is gone, however it ended."""
    parent = multiprocessing.parent_process()
    if parent is None:
        yield
        return
    loop = asyncio.get_running_loop()

    def on_parent_exit() -> None:
        loop.remove_reader(parent.sentinel)
        os.kill(os.getpid(), signal.SIGTERM)

    loop.add_reader(parent.sentinel, on_parent_exit)
    try:
        yield
    finally:
        loop.remove_reader(parent.sentinel)


async def cancel_all(tasks: Iterable[asyncio.Task[Any]]) -> None:
    """Cancel tasks until they have ended: libraries may swallow the first cancellation."""
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=CANCEL_RETRY_INTERVAL)
    await asyncio.gather(*tasks, return_exceptions=True)


def _exit_now() -> None:
    logger.warning("Not everything ended within %g seconds; the rest is abandoned", SHUTDOWN_TIMEOUT)
    os._exit(0)
