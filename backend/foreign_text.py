"""Words from outside, made storable where they come in: replies of mail servers, answers of connectors, log input.

Whatever somebody else's program says becomes text that both databases, JSON and a page can hold, as near to what was
meant as can be told. Text that people enter is another matter: it is checked, and refused where it is wrong.
"""

import codecs
import re

MAX_LENGTH = 1000  # characters; what a reply says is said by then
_REPLACEMENT = "�"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]+")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_DIRECTIONS = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPED = re.compile(r"[\udc80-\udcff]")


def storable(words: str | bytes, longest: int = MAX_LENGTH) -> str:
    """The words as text without NUL, lone surrogates, control characters and directions, cut to `longest`.

    Bytes are UTF-8; those that are not are taken for Windows-1252, which includes Latin-1, as old servers write. So are
    the surrogates by which Python passes such bytes on in a str. Every kind of line break becomes one newline.
    """
    piece = words[: 4 * longest + 4]  # of ten megabytes, too, only the beginning is worked on
    text = _decoded(piece, whole=piece == words) if isinstance(piece, bytes) else _whole(piece)
    text = _DIRECTIONS.sub("", _CONTROLS.sub(_REPLACEMENT, _BREAKS.sub("\n", text))).strip()
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _decoded(words: bytes, *, whole: bool) -> str:
    """Bytes as text; a character that was cut off at the end is left out."""
    return codecs.getincrementaldecoder("utf-8")("as-windows-1252").decode(words, final=whole)


def _whole(text: str) -> str:
    """Text without lone surrogates."""
    if _ESCAPED.search(text):
        text = _decoded(_encoded(text), whole=True)
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # surrogates of another kind as well
        return re.sub(r"[\ud800-\udc7f\udd00-\udfff]", _REPLACEMENT, text).encode("utf-8", "surrogateescape")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error("as-windows-1252", _as_windows_1252)
