"""The languages of texts made on the server: refusals, evidence, mails, the order summary.

A message's id is its English sentence with named `{places}`; the German one stands in `locales/de/*.po`, one file a
part of the product. A folder there is a language. Tests extract all messages from the source and fail on a missing one.
"""

from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

_LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", *sorted(folder.name for folder in _LOCALES.iterdir() if folder.is_dir()))


def text(language: str, message: str, /, **values: object) -> str:
    """The message in the given language with its places filled in."""
    return _find(language, message, message).format(**values)


def plural(language: str, one: str, many: str, count: int, /, **values: object) -> str:
    """The form of the message that fits the number, which fills `{count}`."""
    return _find(language, one, one if count == 1 else many, 0 if count == 1 else 1).format(count=count, **values)


def relayed(language: str, said: str) -> str:
    """What another system said: its sentence in our language if we know it; what follows a colon stays as it is."""
    sentence, colon, detail = said.partition(": ")
    return f"{_find(language, sentence, sentence)}{colon}{detail}"


def region(language: str) -> str:
    """The locale of the language's dates, numbers and lists: British English, else the language's own."""
    return "en_GB" if language == "en" else language


def choose(accept_language: str | None) -> str:
    """The best of our languages for an Accept-Language header; English if none fits."""
    wanted = sorted(
        (_weighted(part) for part in (accept_language or "").split(",") if part.strip()), key=lambda pair: -pair[1]
    )
    for tag, weight in wanted:
        if weight > 0 and tag.split("-")[0] in LANGUAGES:
            return tag.split("-")[0]
    return "en"


def known(language: str | None) -> str:
    """The language of an order or account as one of ours: `de-AT` is `de`, an unknown one is English."""
    primary = (language or "en").replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else "en"


def _weighted(part: str) -> tuple[str, float]:
    tag, _, parameters = part.strip().partition(";")
    try:
        weight = float(parameters.strip().removeprefix("q=")) if parameters else 1.0
    except ValueError:
        weight = 0.0
    return tag.strip().lower(), weight


def _find(language: str, message: str, fallback: str, form: int = 0) -> str:
    if language == "en":
        return fallback
    found = _messages(language).get(message)
    if not found:
        return fallback
    return found if isinstance(found, str) else (found[form] or fallback)


@cache
def _messages(language: str) -> dict[str, str | tuple[str, ...]]:
    messages: dict[str, str | tuple[str, ...]] = {}
    for path in sorted((_LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            catalog: Catalog = read_po(file, locale=Locale.parse(language))
        for entry in catalog:
            if entry.id and entry.string:
                key = entry.id if isinstance(entry.id, str) else entry.id[0]
                messages[key] = entry.string if isinstance(entry.string, str) else tuple(entry.string)
    return messages
