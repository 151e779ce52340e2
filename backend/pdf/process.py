"""The process that draws summaries, as those see it who ask: started ahead, replaced when it fails, hangs or grows.

A program of its own and no pool of a library: it has to be there before it is needed, to be killed alone, and to end
with this process however that ends. Its pipes do the last: it reads until they close.
"""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

MAX_MEMORY = 384 * 2**20  # bytes; a usual process uses 100 MiB, one that has drawn 1,000 sites 130
_ROOT = Path(__file__).parents[2]
_TOLD = ("PATH", "PYTHON", "LD_", "TMPDIR", "VIRTUAL_ENV")  # of our environment: it needs to know no password


class Answer(NamedTuple):
    """A summary, or why there is none; and the most memory in bytes that the process has used."""

    pdf: bytes
    failure: str
    used: int


class ProcessFailed(Exception):
    """The process ended, or could not draw the summary; the message is for the log."""


class SummaryProcess:
    """One process, which answers one question after the other. Its methods may be called by any thread."""

    def __init__(self) -> None:
        self._asking = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it unless it runs. It loads while nobody waits; whoever asks meanwhile waits for that too."""
        with self._asking:
            self._started()

    def ask(self, question: bytes) -> bytes:
        """The summary of a question: `Summary` and language in MessagePack. Blocks. Raises ProcessFailed."""
        with self._asking:
            process = self._started()
            assert process.stdin
            assert process.stdout
            try:
                write_frame(process.stdin, question)
                answer = msgspec.msgpack.decode(read_frame(process.stdout), type=Answer)
            except (OSError, OverflowError, MemoryError, msgspec.DecodeError) as error:  # it ended, or told nonsense
                self._end(process)
                raise ProcessFailed(f"The process of summaries ended with {process.returncode}") from error
            if answer.failure or answer.used > MAX_MEMORY:
                self._end(process)
                self._started()
        if answer.failure:
            raise ProcessFailed(answer.failure)
        return answer.pdf

    def kill(self) -> None:
        """End it now; whoever waits for an answer is told so, and the next question starts another one."""
        if process := self._running:
            process.kill()
            with self._asking:
                if self._running is process:
                    self._end(process)

    @property
    def pid(self) -> int | None:
        """The process that runs, if one does."""
        return self._running.pid if self._running and self._running.poll() is None else None

    def _started(self) -> subprocess.Popen[bytes]:
        if self._running and self._running.poll() is None:
            return self._running
        if self._running:
            self._end(self._running)
        self._running = subprocess.Popen(
            [sys.executable, "-m", "backend.pdf"],
            cwd=_ROOT,
            env={name: value for name, value in os.environ.items() if name.startswith(_TOLD)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._running

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        self._running = None
        process.kill()
        process.communicate()


def read_frame(stream: IO[bytes]) -> bytes:
    """What the other side wrote next; nothing once it has ended."""
    length = int.from_bytes(stream.read(8))
    return stream.read(length)


def write_frame(stream: IO[bytes], content: bytes) -> None:
    """Write something that the other side reads in one piece."""
    stream.write(len(content).to_bytes(8) + content)
    stream.flush()
