"""How long a statement may take, with whatever it takes to reach the database, in one place for both databases.

A network that swallows, a frozen server and a locked file look alike from here: no answer. Whoever waits is told after
a few seconds, whatever the driver still waits for.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")

REQUEST_TIMEOUT = 4.0  # seconds; a request has to be answered within five
HOUSEKEEPING_TIMEOUT = 60.0  # seconds; nobody waits for it

_seconds: ContextVar[float | None] = ContextVar("statement_timeout", default=REQUEST_TIMEOUT)


class DatabaseTimeout(TimeoutError):
    """The database did not answer in time; what was asked may still be carried out."""


@contextmanager
def statement_timeout(seconds: float | None) -> Iterator[None]:
    """Let the statements inside take so long; None: without a limit."""
    token = _seconds.set(seconds)
    try:
        yield
    finally:
        _seconds.reset(token)


class enforced_timeout:  # noqa: N801 – used as a function is
    """End what is inside once its statement timeout has passed. Raises DatabaseTimeout.

    A class, because it stands around every statement, and a generator takes half as long again.
    """

    __slots__ = ("_limit", "_seconds")

    async def __aenter__(self) -> None:
        self._seconds = _seconds.get()
        self._limit = asyncio.timeout(self._seconds)
        await self._limit.__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        try:
            await self._limit.__aexit__(kind, error, at)
        except TimeoutError as passed:
            raise self._timed_out() from passed
        if isinstance(error, TimeoutError) and self._limit.expired():
            raise self._timed_out() from error

    def _timed_out(self) -> DatabaseTimeout:
        return DatabaseTimeout(f"the database did not answer within {self._seconds:g} seconds")


class TimedResource(ABC, Generic[T]):
    """What is acquired for one statement and released after it, all of it within the timeout."""

    __slots__ = ("_limit",)

    def __init__(self) -> None:
        self._limit = enforced_timeout()

    @abstractmethod
    async def acquire(self) -> T:
        """Acquire it."""

    @abstractmethod
    async def release(self, error: BaseException | None) -> None:
        """Release it; `error` is what the statement raised."""

    async def __aenter__(self) -> T:
        await self._limit.__aenter__()
        try:
            return await self.acquire()
        except BaseException as error:
            await self._limit.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        try:
            await self.release(error)
        except BaseException as failed:
            await self._limit.__aexit__(type(failed), failed, failed.__traceback__)
            raise
        await self._limit.__aexit__(kind, error, at)
