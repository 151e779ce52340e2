"""Every sentence that the rules, the vocabulary and the resolvers say exists in German too."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from backend import language
from backend.language import LANGUAGES, plural, read_catalogue, text, translate, translate_external
from backend.models.order import EventKind
from backend.models.organization import OrganizationEventKind
from backend.models.service import StepKind
from backend.provisioning import history, timeline
from backend.provisioning.act import AUDITED_COLUMNS
from tests.sentences import called, sentences, unknown
from tests.sources import BACKEND, nodes

GERMAN = read_catalogue("de")


def test_it_is_known_which_sentences_can_be_said_at_each_place() -> None:
    assert unknown() == []


def test_each_sentence_has_a_german_translation_with_the_same_places() -> None:
    said = sentences()
    assert len(said) > 300
    assert sorted(sentence for sentence in said if not translated(sentence)) == []  # else missing in backend/locales/de


def translated(sentence: str) -> bool:
    found = GERMAN.get(sentence)
    if not found or found.fuzzy:
        return False
    translations = [found.string] if isinstance(found.string, str) else found.string or ()
    return all(places(translation) == places(sentence) for translation in translations)


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


FILES = [path for language in LANGUAGES[1:] for path in (BACKEND / "locales" / language).glob("*.po")]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_catalogue_names_its_language_and_the_plural_forms_that_unicode_knows(path: Path) -> None:
    unicode = Catalog(locale=path.parent.name)
    with path.open("rb") as file:
        read = read_po(file)
    assert str(read.locale) == path.parent.name
    assert (read.num_plurals, read.plural_expr) == (unicode.num_plurals, unicode.plural_expr)
    assert all(len(message.string or "") == unicode.num_plurals for message in read if message.pluralizable)


def test_a_language_has_as_many_plural_forms_as_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pl").mkdir()
    (tmp_path / "pl" / "mail.po").write_text(
        'msgid "{count} month"\nmsgid_plural "{count} months"\n'
        'msgstr[0] "{count} miesiąc"\nmsgstr[1] "{count} miesiące"\nmsgstr[2] "{count} miesięcy"\n',
        "utf-8",
    )
    monkeypatch.setattr(language, "_LOCALES", tmp_path)
    said = [plural("pl", "{count} month", "{count} months", count) for count in (1, 2, 5, 12, 22, 0)]
    assert said == ["1 miesiąc", "2 miesiące", "5 miesięcy", "12 miesięcy", "22 miesiące", "0 miesięcy"]


def test_what_is_not_translated_is_said_in_english() -> None:
    assert text("de", "Nobody ever said {this}.", this="so") == "Nobody ever said so."
    assert plural("de", "{count} quark", "{count} quarks", 1) == "1 quark"
    assert plural("de", "{count} quark", "{count} quarks", 3) == "3 quarks"
    assert translate("de", "") == translate_external("de", "") == ""


def test_every_kind_of_event_has_its_words() -> None:
    steps = {EventKind.STEP_FINISHED, EventKind.STEP_FAILED}  # told by the kind of the step
    assert set(timeline.WORDS) | steps == set(EventKind)
    assert set(timeline.STEPS) == set(timeline.FINISHED) == set(StepKind)
    assert set(history.WORDS) == set(OrganizationEventKind)


def test_every_field_whose_change_the_timeline_tells_has_its_words_on_the_page() -> None:
    page = BACKEND.parent / "frontend" / "src" / "pages" / "order" / "change-words.ts"
    named = set(re.findall(r"^  (\w+): \{ name: ", page.read_text("utf-8"), re.MULTILINE))
    told = {*AUDITED_COLUMNS.values(), "partnerOrganization", "customerOrganization"}
    for path in (BACKEND / "provisioning").glob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and called(node) == "change" and len(node.args) > 1:
                field = node.args[0]
                if isinstance(field, ast.Constant) and isinstance(field.value, str):
                    told |= {field.value} - {""}
    assert named == told
