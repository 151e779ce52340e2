"""What strangers are refused is logged a few lines a minute: a flood of requests must not fill a disk.

Whoever is signed in, or has a token, finds each refusal by its correlation id; they are bounded by what they may ask.
"""

import logging
import time
from collections import OrderedDict
from contextvars import ContextVar

from backend.limits.networks import subscriber_network

OF_EACH = 60  # lines a minute of what a network is refused
IN_ALL = 1_000  # lines a minute
MINUTE = 60.0

_stranger: ContextVar[str | None] = ContextVar("stranger", default=None)

logger = logging.getLogger("backend.web")


def begin(host: str) -> None:
    """A request comes from this address, and nobody knows yet whose it is."""
    _stranger.set(host)


def end() -> None:
    """It is known who asks."""
    _stranger.set(None)


def bound_lines(factor: int) -> None:
    """Bound what this process writes of refused requests, and of bytes that are no request."""
    logging.getLogger("backend.graphql_server").addFilter(FewLines(factor))
    logging.getLogger("uvicorn.error").addFilter(FewLines(factor, anybody=True))


class LineLimit:
    """How many lines a network has written in this minute; it matters to nobody when a process forgets it."""

    def __init__(self, factor: int, of_each: int, in_all: int = IN_ALL) -> None:
        self.of_each, self.in_all = of_each * factor, in_all
        self.counts: OrderedDict[str, int] = OrderedDict()
        self.until = 0.0

    def allow(self, network: str) -> bool:
        """Count one line."""
        now = time.monotonic()
        if now >= self.until:
            self.until = now + MINUTE
            self.counts.clear()
        count = self.counts.get(network, 0)
        if count >= self.of_each or sum(self.counts.values()) >= self.in_all:
            return False
        self.counts[network] = count + 1
        return True


class FewLines(logging.Filter):
    """Lets a bounded number of lines through that strangers cause. How many it left out, it tells once it can again.

    `anybody`: nobody knows who causes the lines of this logger.
    """

    def __init__(self, factor: int, *, anybody: bool = False) -> None:
        super().__init__()
        self.lines = LineLimit(factor, OF_EACH)
        self.anybody = anybody
        self.left_out = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line is written."""
        host = _stranger.get()
        if record.levelno >= logging.ERROR or (host is None and not self.anybody):
            return True
        if not self.lines.allow(subscriber_network(host or "")):
            self.left_out += 1
            return False
        if self.left_out:
            left_out, self.left_out = self.left_out, 0
            logger.warning("%d more lines of what strangers were refused were left out", left_out)
        return True
