"""Lines of the log: one a record, JSON that every reader takes, whatever others' words hold."""

import json
import logging
import sys
from io import BytesIO, TextIOWrapper

import pytest

from backend.web.logs import JsonLines

HOSTILE = {
    "lone surrogate": ("a \ud800 name", "a � name"),
    "low surrogate": ("a \udfff name", "a � name"),
    "a byte of Latin-1 that Python passed on": ("Nachricht f\udcfcr Sie", "Nachricht für Sie"),
    "bytes of UTF-8 that Python passed on": ("f\udcc3\udcbcr Sie", "für Sie"),
    "both kinds at once": ("\ud800 f\udcfcr", "� für"),
    "a pair that was split": ("\ud83d\ude00", "😀"),
    "NUL and controls": ("a\x00\x1b[31mb", "a�[31mb"),
    "other line breaks": ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
    "an override of the direction": ("moc.\u202eexample", "moc.example"),
}


def failing(message: str) -> None:
    """Fail with these words."""
    raise ValueError(message)


def written(message: str, *, fails: bool = False) -> tuple[dict[str, str], bytes]:
    """The line of a record as a handler writes it; and its bytes."""
    stream = BytesIO()
    handler = logging.StreamHandler(TextIOWrapper(stream, encoding="utf-8", write_through=True))
    handler.setFormatter(JsonLines())
    error = None
    try:
        if fails:
            failing(message)
    except ValueError:
        error = sys.exc_info()
    # Straight to the handler: pytest can't send a log line with a lone surrogate from one process to the other.
    handler.handle(logging.LogRecord("others", logging.WARNING, __file__, 1, "%s", (message,), error))
    line: dict[str, str] = json.loads(stream.getvalue())
    return line, stream.getvalue()


@pytest.mark.parametrize(("message", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_others_words_are_one_line_of_json_that_says_what_was_meant(message: str, kept: str) -> None:
    line, raw = written(message)
    assert line["message"] == kept
    assert raw.count(b"\n") == 1


@pytest.mark.parametrize(("message", "kept"), HOSTILE.values(), ids=HOSTILE)
def test_a_failure_with_others_words_is_written_with_its_traceback(
    message: str, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints = TextIOWrapper(BytesIO(), encoding="utf-8", errors="backslashreplace", write_through=True)
    monkeypatch.setattr(sys, "stderr", complaints)  # where logging tells of lines that it could not write
    line, raw = written(message, fails=True)
    assert kept in line["traceback"]
    assert "ValueError" in line["traceback"]
    assert raw.count(b"\n") == 1
    complaints.seek(0)
    assert complaints.read() == ""


def test_a_path_that_gives_a_right_is_not_written_down() -> None:
    """The link of a reminder is shorter than what is taken for a token."""
    line, raw = written(f"POST /reminders/17-{'k3jx' * 6} answered 500 in 3 ms")
    assert line["message"] == "POST /reminders/••• answered 500 in 3 ms"
    assert b"k3jx" not in raw
