"""Reads that many ask for at the same moment."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from backend.resolvers.shared_reads import SharedRead


def counting(gate: asyncio.Event) -> tuple[asyncio.Queue[str], Callable[[str], Awaitable[str]]]:
    """A read that waits for the gate, and what it is asked for."""
    begun: asyncio.Queue[str] = asyncio.Queue()
    count = 0

    async def read(key: str) -> str:
        nonlocal count
        count += 1
        begun.put_nowait(key)
        own = count
        await gate.wait()
        if key == "broken":
            raise LookupError(key)
        return f"{key} {own}"

    return begun, read


async def test_all_who_ask_at_once_share_a_read_and_who_asks_after_its_beginning_gets_a_newer_one() -> None:
    gate = asyncio.Event()
    begun, read = counting(gate)
    shared = SharedRead(read)
    first = [asyncio.create_task(shared(key)) for key in ("a", "a", "b", "a")]
    assert [await begun.get(), await begun.get()] == ["a", "b"]
    later = asyncio.create_task(shared("a"))
    assert await begun.get() == "a"
    gate.set()
    assert await asyncio.gather(*first) == ["a 1", "a 1", "b 2", "a 1"]
    assert await later == "a 3"
    assert begun.empty()


async def test_a_failure_reaches_all_and_who_goes_away_disturbs_nobody() -> None:
    gate = asyncio.Event()
    begun, read = counting(gate)
    shared = SharedRead(read)
    gone, left = asyncio.create_task(shared("broken")), asyncio.create_task(shared("broken"))
    assert await begun.get() == "broken"
    gone.cancel()
    gate.set()
    with pytest.raises(LookupError):
        await left
    assert gone.cancelled()
    assert begun.empty()
    with pytest.raises(LookupError):
        await shared("broken")
