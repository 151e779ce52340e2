"""Throttling of deliveries: how many at once, and which destinations have to wait.

A destination is the domain of a recipient. A server that is slow or away delays its own mail and no other: deliveries
that take long don't count any more among those that go at once, and never take the last place.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

CONCURRENCY = 4  # deliveries that go as they should
CONCURRENCY_PER_DESTINATION = CONCURRENCY - 1  # of them
SLOW_AFTER = 2.0  # seconds; a delivery that takes longer
SLOW_CONCURRENCY = 16
SLOW_CONCURRENCY_PER_DESTINATION = 8
SLOW_REMEMBERED_FOR = 300.0  # seconds for which a destination is known as slow
FIRST_PAUSE, MAX_PAUSE = 1.0, 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Capacity:
    """What may be sent next: not to `excluded` destinations; only what is most urgent if `urgent_only`."""

    excluded: tuple[str, ...] = ()
    urgent_only: bool = False


@dataclass(slots=True)
class _Backoff:
    """Failures in a row, and until when nothing is tried."""

    failures: int = 0
    until: float = 0.0

    def grow(self, now: float, tolerated: int = 0) -> bool:
        """One more failure; whether there is a pause now."""
        if now < self.until:
            return True
        self.failures += 1
        counted = self.failures - tolerated
        if counted > 0:
            self.until = now + min(FIRST_PAUSE * 2.0 ** (counted - 1), MAX_PAUSE)
        return counted > 0


@dataclass(slots=True)
class Throttle:
    """The deliveries of one worker that are under way, and the pauses."""

    _under_way: dict[int, tuple[str, float]] = field(default_factory=dict)
    _known_slow: dict[str, float] = field(default_factory=dict)
    _relay: _Backoff = field(default_factory=_Backoff)
    _backoffs: defaultdict[str, _Backoff] = field(default_factory=lambda: defaultdict(_Backoff))

    def capacity(self) -> Capacity | None:
        """What may be sent next; None: nothing now."""
        now = _now()
        if now < self._relay.until or (self._relay.failures and self._under_way):
            return None  # while the server is away, one mail tries whether it is back
        slow = Counter(domain for domain, since in self._under_way.values() if now - since >= SLOW_AFTER)
        fast = Counter(domain for domain, since in self._under_way.values() if now - since < SLOW_AFTER)
        if fast.total() > CONCURRENCY or slow.total() >= SLOW_CONCURRENCY:
            return None
        excluded = {domain for domain, trouble in self._backoffs.items() if now < trouble.until}
        excluded |= {domain for domain, number in fast.items() if number >= CONCURRENCY_PER_DESTINATION}
        excluded |= {domain for domain, number in slow.items() if number >= SLOW_CONCURRENCY_PER_DESTINATION}
        if fast.total() >= CONCURRENCY - 1 or slow.total() >= SLOW_CONCURRENCY - CONCURRENCY:
            excluded |= {domain for domain, until in self._known_slow.items() if now < until} | set(slow)
        return Capacity(tuple(sorted(excluded)), urgent_only=fast.total() == CONCURRENCY)

    @contextmanager
    def delivering(self, row_id: int, destination: str) -> Iterator[None]:
        """Count a delivery for as long as it is under way."""
        since = _now()
        self._under_way[row_id] = (destination, since)
        try:
            yield
        finally:
            del self._under_way[row_id]
            if _now() - since >= SLOW_AFTER:
                self._known_slow[destination] = _now() + SLOW_REMEMBERED_FOR
            else:
                self._known_slow.pop(destination, None)

    @property
    def busy(self) -> bool:
        """Whether a delivery is under way."""
        return bool(self._under_way)

    def is_delivering(self, row_id: int) -> bool:
        """Whether this worker is delivering this mail."""
        return row_id in self._under_way

    def server_unavailable(self) -> float:
        """Nothing can be sent at all; how many seconds nothing is tried."""
        self._relay.grow(_now())
        return max(self._relay.until - _now(), 0.0)

    def destination_busy(self, destination: str) -> bool:
        """A destination asked to wait. Once may be a mailbox's own trouble; whether the whole destination waits now."""
        return self._backoffs[destination].grow(_now(), tolerated=1)

    def destination_answered(self, destination: str) -> None:
        """The destination answered as it should."""
        self._relay = _Backoff()
        self._backoffs.pop(destination, None)

    def server_answered(self) -> None:
        """Our server is there."""
        self._relay = _Backoff()


def _now() -> float:
    return asyncio.get_running_loop().time()
