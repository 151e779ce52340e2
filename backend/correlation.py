"""The correlation id of the work in hand: in every log line, answer and timeline entry of one request.

It is the trace id of W3C Trace Context: a caller that sends `traceparent` finds its own trace here, and what we ask of
others on its behalf carries it on. So does what a worker does because of a request, later and in another process: its
row keeps the `traceparent`. https://www.w3.org/TR/trace-context/
"""

import re
import secrets
from contextvars import ContextVar
from typing import NamedTuple

# Version, trace id, id of the caller's span, flags; later versions may say more. All zeros is no id.
_TRACEPARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})-(?P<trace>(?!0{32})[0-9a-f]{32})-(?P<span>(?!0{16})[0-9a-f]{16})"
    r"-(?P<flags>[0-9a-f]{2})(?P<more>-.*)?",
    re.ASCII,
)
_SAMPLED = 1


class Work(NamedTuple):
    """The work in hand: its trace, and the span that what it does next is part of, if there is one.

    `ours`: it is a span that we record, or decided not to; else the caller's. `sampled`: whether it is recorded.
    """

    trace: str
    span: str | None = None
    sampled: bool = False
    ours: bool = False


_work: ContextVar[Work | None] = ContextVar("work", default=None)


def begin(traceparent: str | None = None, *, of_page: bool = False) -> str:
    """Give the work that starts here its id and return it, 32 hexadecimal digits: the caller's, else one of its own.

    `of_page`: a page of ours asks, which names the trace and records nothing: unless somebody between recorded, the
    work in hand is the beginning of the trace.
    """
    given = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if given is None or (given["version"] == "00" and given["more"]):
        work = Work(secrets.token_hex(16))
    else:
        sampled = bool(int(given["flags"], 16) & _SAMPLED)
        work = Work(given["trace"], None if of_page and not sampled else given["span"], sampled)
    _work.set(work)
    return work.trace


def current() -> str | None:
    """The id of the work in hand; None outside of any."""
    work = _work.get()
    return work.trace if work else None


def id_of(traceparent: str | None) -> str | None:
    """The id of the work that a row was kept with; None if it kept none."""
    kept = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    return kept["trace"] if kept else None


def in_hand() -> Work | None:
    """The work in hand; None outside of any."""
    return _work.get()


def take_in_hand(work: Work | None) -> None:
    """Go on with this work: one with a span of its own, or the one before when that span has ended."""
    _work.set(work)


def traceparent() -> str | None:
    """What lets others go on with the trace, wherever and whenever; None outside of any work.

    Whether it is recorded is up to whoever began it.
    """
    work = _work.get()
    if work is None:
        return None
    span = work.span if work.ours and work.span else secrets.token_hex(8)
    return f"00-{work.trace}-{span}-{work.sampled:02x}"


def headers() -> dict[str, str]:
    """What a request to others carries so that they go on with the trace; empty outside of any work."""
    carried = traceparent()
    return {"traceparent": carried} if carried else {}
