"""What the application says, in both languages: the catalogues that it is built from."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

MESSAGES = Path(__file__).parent.parent.parent / "frontend" / "src" / "messages"


def say(language: str, english: str) -> str:
    """The application's words for an English message. Raises KeyError if it never says that."""
    german = _german()[english]
    return english if language == "en" else german


@cache
def _german() -> dict[str, str]:
    catalogues = [read_po(BytesIO(path.read_bytes()), locale="de") for path in sorted(MESSAGES.rglob("de.po"))]
    return {str(message.id): str(message.string) for catalogue in catalogues for message in catalogue}
