"""Logs as JSON lines with the correlation id; without secrets, tokens or whole addresses."""

import logging
import re
import sys
from datetime import UTC, datetime

import orjson

from backend import correlation
from backend.foreign_text import storable

MAX_LINE = 16_384  # characters of a message, and of a traceback

# Each pattern starts where a run of its characters starts and never gives back what it took (`++`): its time grows with
# the text alone, whatever somebody wrote into a path or a header.
_SECRETS = (
    (re.compile(r"(?<![\w.+\-])([\w.+\-])[\w.+\-]*+@([\w\-]++(?:\.[\w\-]++)++)"), r"\1•••@\2"),
    (re.compile(r"(?i)\b(bearer|basic)\s++\S++"), r"\1 •••"),
    (re.compile(r"(?i)\b(token|password|secret|cookie)(['\"]?\s*+[=:]\s*+['\"]?)[^\s'\",;&]++"), r"\1\2•••"),
    (re.compile(r"(?i)\b(code)(['\"]?\s*+[=:]\s*+['\"]?)\d{6}\b"), r"\1\2•••"),
    (re.compile(r"(?<!\w)(\w++://[^:/\s]++:)[^@/\s]++@"), r"\1•••@"),
    (re.compile(r"(/reminders/)[^\s/?#]++"), r"\1•••"),  # who has it chooses for the mailbox
)
_LONG_WORD = re.compile(r"(?<![A-Za-z0-9_\-])[A-Za-z0-9_\-]{32,}+")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


class JsonLines(logging.Formatter):
    """One record, one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line; the traceback is a field of it."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
            "correlationId": correlation.current(),
        }
        if record.exc_info:
            line["traceback"] = masked(self.formatException(record.exc_info))
        return orjson.dumps(line).decode()


def masked(text: str) -> str:
    """The text without what must not be written down: addresses as `j•••@acme.com`, tokens and passwords as `•••`."""
    cut = text if len(text) <= MAX_LINE else f"{text[:MAX_LINE]} … ({len(text)} characters)"
    text = storable(cut, 2 * MAX_LINE)  # others' words may hold what JSON can't
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return _LONG_WORD.sub(_without_token, text)


def _without_token(found: re.Match[str]) -> str:
    """A long word of letters and digits may be a token; the correlation id, a UUID, is none."""
    word = found[0]
    mixed = any(letter.isdigit() for letter in word) and any(letter.isalpha() for letter in word)
    return "•••" if mixed and not _UUID.fullmatch(word) else word


def configure(level: str) -> None:
    """Write the logs of this process to standard error, from `level` on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").disabled = True  # it writes addresses and query strings
    for name in ("uvicorn", "uvicorn.error", "tortoise", "asyncio", "aiosqlite"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    logging.getLogger("watchfiles").setLevel(logging.WARNING)  # uvicorn tells what it starts anew for
    for chatty in ("tortoise", "aiosqlite", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.INFO, logging.getLevelName(level)))
