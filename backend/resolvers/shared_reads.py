"""Reads that many who watch an order ask for at the same moment, made once for all of them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar, TypeVarTuple

Values = TypeVarTuple("Values")
Found = TypeVar("Found")


class SharedRead(Generic[*Values, Found]):
    """A read that begins after everybody who shares it has asked, so that it is as new for each as one of their own."""

    def __init__(self, read: Callable[[*Values], Awaitable[Found]]) -> None:
        self._read = read
        self._next: dict[tuple[*Values], asyncio.Task[Found]] = {}

    async def __call__(self, *values: *Values) -> Found:
        """What the read finds by these values. Raises what it raises."""
        task = self._next.get(values)
        if task is None:
            task = self._next[values] = asyncio.create_task(self._run(values))
            task.add_done_callback(_forget_failure)
        return await asyncio.shield(task)

    async def _run(self, values: tuple[*Values]) -> Found:
        await asyncio.sleep(0)  # all who are told of one change ask in one round of the loop
        del self._next[values]
        return await self._read(*values)


def _forget_failure(task: asyncio.Task[Found]) -> None:
    """Nobody may be left who takes it."""
    if not task.cancelled():
        task.exception()
