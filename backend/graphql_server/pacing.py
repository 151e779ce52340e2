"""Pacing of callers who are not signed in: who has made us work waits as long as it took, so that nobody else does.

Documents that nobody has sent before take milliseconds to read, more than many answers, and what is refused costs no
points. Strangers of one network have theirs read one by one, with a pause after each.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

from backend.graphql_server.problems import RequestRefused
from backend.settings import settings

MAX_WAITING = 64  # requests of one network


class Pacer:
    """When each network may send the next document."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}
        self._waiting: dict[str, int] = {}

    async def wait_for(self, caller: str) -> None:
        """Wait until the caller may come. Raises RequestRefused (429) if many of them wait already."""
        if self._free_at.get(caller, 0.0) <= time.monotonic():
            return
        if self._waiting.get(caller, 0) >= MAX_WAITING * settings().rate_limit_factor:
            message = "Too many requests of your network wait already."
            raise RequestRefused(429, "RATE_LIMITED", message, {"Retry-After": "1"})
        self._waiting[caller] = self._waiting.get(caller, 0) + 1
        try:
            while (left := self._free_at.get(caller, 0.0) - time.monotonic()) > 0:  # noqa: ASYNC110 – time passes, and others may have come first
                await asyncio.sleep(left)
        finally:
            self._waiting[caller] -= 1
            if not self._waiting[caller]:
                del self._waiting[caller]

    @contextmanager
    def working_for(self, caller: str) -> Iterator[None]:
        """Work for the caller without a pause; they wait as long afterwards."""
        began = time.monotonic()
        try:
            yield
        finally:
            now = time.monotonic()
            self._free_at[caller] = now + (now - began)
            if len(self._free_at) > 1_000:
                self._free_at = {name: at for name, at in self._free_at.items() if at > now}
