"""The process that draws summaries: `python -m backend.pdf`, which `process.py` starts and asks over its pipes.

It reads everything that summaries need before it reads the first question, gives way to those who serve requests, and
ends when its input does: with whoever started it, however that ended.
"""

import os
import resource
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import msgspec

from backend.pdf.document import load, render_summary
from backend.pdf.process import Answer, read_frame, write_frame
from backend.pdf.summary import Summary

_NICENESS = 5  # of the processor's time a third of what a web process gets where both want it
_ABANDONED_AFTER = 60  # seconds; whoever asked has ended by then, or would have ended us
_MAX_ADDRESSES = 2 * 2**30  # bytes that may be asked for; what is used is a tenth
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which the kernel counts memory


def main() -> None:
    """Answer until the input ends."""
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for the server, which may finish with our answer
        signal.signal(number, signal.SIG_IGN)
    os.nice(_NICENESS)
    with suppress(ValueError):  # not on every system
        resource.setrlimit(resource.RLIMIT_AS, (_MAX_ADDRESSES, _MAX_ADDRESSES))
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    load()
    while question := read_frame(sys.stdin.buffer):
        signal.alarm(_ABANDONED_AFTER)
        answer = _answer(question)
        write_frame(answers, msgspec.msgpack.encode(answer))
        signal.alarm(0)


def _answer(question: bytes) -> Answer:
    try:
        summary, language = msgspec.msgpack.decode(question, type=tuple[Summary, str])
        pdf, failure = render_summary(summary, language), ""
    except Exception:  # noqa: BLE001 – told to who asked, who logs it
        pdf, failure = b"", traceback.format_exc()
    return Answer(pdf, failure, _used())


def _used() -> int:
    """The most memory in bytes that this process has used; getrusage would tell that of our parent, if more."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT


if __name__ == "__main__":
    main()
