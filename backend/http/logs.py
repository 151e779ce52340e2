"""Logs as JSON lines with the correlation id; without secrets, tokens or whole addresses."""

import logging
import re
import sys
from datetime import UTC, datetime

import orjson

from backend import correlation

_SECRETS = (
    (re.compile(r"([A-Za-z0-9_.+\-])[A-Za-z0-9_.+\-]*@([A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)"), r"\1•••@\2"),
    (re.compile(r"(?i)\b(bearer|basic)\s+\S+"), r"\1 •••"),
    (re.compile(r"(?i)\b(token|password|secret|cookie)(['\"]?\s*[=:]\s*['\"]?)[^\s'\",;&]+"), r"\1\2•••"),
    (re.compile(r"(?i)\b(code)(['\"]?\s*[=:]\s*['\"]?)\d{6}\b"), r"\1\2•••"),
    (re.compile(r"\b(?![0-9a-f]{8}-(?:[0-9a-f]{4}-){3})(?=[A-Za-z_\-]*\d)(?=\d*[A-Za-z])[A-Za-z0-9_\-]{32,}"), "•••"),
    (re.compile(r"(\w+://[^:/\s]+:)[^@/\s]+@"), r"\1•••@"),
)


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
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


def configure(level: str) -> None:
    """Write the logs of this process to standard error, from `level` on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").disabled = True  # it writes addresses and query strings
    for name in ("uvicorn", "uvicorn.error", "tortoise", "asyncio", "aiosqlite"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    for chatty in ("tortoise", "aiosqlite", "asyncio"):
        logging.getLogger(chatty).setLevel(max(logging.INFO, logging.getLevelName(level)))
