"""The languages of texts made on the server: refusals, evidence, mails, the order summary.

A message's id is its English sentence with named `{places}`; the German one stands in `locales/de/*.po`, gettext
catalogues, one file a part of the product. A folder there is a language. Tests extract all messages from the source and
fail on a missing one.
Values that run from right to left are isolated, so that they turn nothing around them.
"""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from backend.accept import read_weights, remembered
from backend.bidi_isolation import isolated

_LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("en", *sorted(folder.name for folder in _LOCALES.iterdir() if folder.is_dir()))


def text(language: str, message: str, /, **values: object) -> str:
    """The message in the given language with its places filled in."""
    return translate(language, message).format(**_isolated(values))


def plural(language: str, one: str, many: str, count: int, /, **values: object) -> str:
    """The form of the message that fits the number, which fills `{count}`; a language has as many as it needs."""
    form = (one if count == 1 else many) if language == "en" else _translations(language).ngettext(one, many, count)
    return form.format(count=count, **_isolated(values))


def translate_external(language: str, said: str) -> str:
    """What another system said: its sentence in our language if we know it; what follows a colon stays as it is."""
    sentence, colon, detail = said.partition(": ")
    return f"{translate(language, sentence)}{colon}{isolated(detail)}"


def _isolated(values: dict[str, object]) -> dict[str, object]:
    return {place: isolated(value) if isinstance(value, str) else value for place, value in values.items()}


def region(language: str) -> str:
    """The locale of the language's dates, numbers and lists: British English, else the language's own."""
    return "en_GB" if language == "en" else language


def choose(accept_language: str | None) -> str:
    """The best of our languages for an Accept-Language header; English if none fits."""
    return _choose(accept_language or "")


@remembered
def _choose(accept_language: str) -> str:
    weights = read_weights(accept_language)
    for tag in sorted(weights, key=lambda tag: -weights[tag]):
        if weights[tag] and tag.split("-")[0] in LANGUAGES:
            return tag.split("-")[0]
    return "en"


def supported(language: str | None) -> str:
    """The language of an order or account as one of ours: `de-AT` is `de`, an unknown one is English."""
    found = primary(language)
    return found if found in LANGUAGES else "en"


def primary(tag: str | None) -> str:
    """The language of a tag such as `zh-Hant-TW` or `de_AT`, without script and region; `en` if it is no tag."""
    found = (tag or "").strip().replace("_", "-").partition("-")[0].lower()
    return found if 2 <= len(found) <= 8 and found.isascii() and found.isalpha() else "en"


def translate(language: str, message: str) -> str:
    """The message in the given language, its places as they are; in English if it is not translated."""
    if language == "en" or not message:  # what gettext has for no message is the catalogue's header
        return message
    return _translations(language).gettext(message)


def read_catalogue(language: str) -> Catalog:
    """All messages of a language, with the plural forms that Unicode's data say it has."""
    catalogue = Catalog(locale=language)
    for path in sorted((_LOCALES / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


@cache
def _translations(language: str) -> GNUTranslations:
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(language))
    compiled.seek(0)
    return GNUTranslations(compiled)
