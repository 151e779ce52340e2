"""The correlation id of the work in hand: in every log line, answer and timeline entry of one request.

It is the trace id of W3C Trace Context: a caller that sends `traceparent` finds its own trace here, and what we ask of
others on its behalf carries it on. https://www.w3.org/TR/trace-context/
"""

import re
import secrets
from contextvars import ContextVar

# Version, trace id, id of the caller's span, flags; later versions may say more. All zeros is no id.
_TRACEPARENT = re.compile(
    r"(?!ff)(?P<version>[0-9a-f]{2})-(?P<trace>(?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-(?P<flags>[0-9a-f]{2})(?P<more>-.*)?",
    re.ASCII,
)
_SAMPLED = 1

_current: ContextVar[str | None] = ContextVar("correlation_id", default=None)
_sampled: ContextVar[bool] = ContextVar("sampled", default=False)


def begin(traceparent: str | None = None) -> str:
    """Give the work that starts here its id and return it, 32 hexadecimal digits: the caller's, else one of its own."""
    given = _TRACEPARENT.fullmatch(traceparent) if traceparent else None
    if given and given["version"] == "00" and given["more"]:
        given = None
    new = given["trace"] if given else secrets.token_hex(16)
    _current.set(new)
    _sampled.set(given is not None and bool(int(given["flags"], 16) & _SAMPLED))
    return new


def current() -> str | None:
    """The id of the work in hand; None outside of any."""
    return _current.get()


def headers() -> dict[str, str]:
    """What a request to others carries so that they go on with the trace; empty outside of any work.

    Whether it is recorded is up to whoever began it.
    """
    trace = _current.get()
    return {"traceparent": f"00-{trace}-{secrets.token_hex(8)}-{_sampled.get():02x}"} if trace else {}
