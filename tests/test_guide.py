"""The guide calls things what the pages, the mails and the order summary call them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from backend.mail.invitations import BUTTON, SUBJECT
from tests.sources import BACKEND

MESSAGES = BACKEND.parent / "frontend" / "src" / "messages"
GUIDE = MESSAGES / "help" / "de.po"
ENGLISH_LABEL, GERMAN_LABEL = re.compile("“(.+?)”"), re.compile("„(.+?)“")


def translations(path: Path) -> Iterator[tuple[str, str]]:
    """English and German of each message, without words that are only read out."""
    with path.open("rb") as file:
        for message in read_po(file, locale="de"):
            if isinstance(message.id, str) and message.id:
                german = message.string
                assert isinstance(german, str)
                yield seen(message.id), seen(german)


def seen(text: str) -> str:
    return re.sub(r"<(\d)>[^<]*</\1>$", "", text).strip()


def said() -> dict[str, set[str]]:
    """What the product says elsewhere, in English and how in German."""
    words: dict[str, set[str]] = defaultdict(set)
    words[BUTTON] = {BUTTON}
    words[SUBJECT.removesuffix(" {number}")] = {SUBJECT.removesuffix(" {number}")}
    for path in [*MESSAGES.glob("*/de.po"), *(BACKEND / "locales" / "de").glob("*.po")]:
        if path != GUIDE:
            for english, german in translations(path):
                words[english].add(german)
    return words


def test_a_label_that_the_guide_quotes_is_a_label_of_the_product_in_both_languages() -> None:
    words = said()
    quoted = [(ENGLISH_LABEL.findall(english), GERMAN_LABEL.findall(german)) for english, german in translations(GUIDE)]
    assert sum(len(labels) for labels, _ in quoted) > 50
    wrong = [
        (labels, german)
        for labels, german in quoted
        if len(labels) != len(german) or not all(words[label] & set(german) for label in labels)
    ]
    assert wrong == []


def test_what_the_guide_shows_of_a_page_reads_as_on_the_page() -> None:
    words = said()
    shared = [(english, german) for english, german in translations(GUIDE) if english in words]
    assert len(shared) > 50
    assert [(english, german) for english, german in shared if german not in words[english]] == []
