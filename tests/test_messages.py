"""Every sentence that the rules, the vocabulary and the resolvers say exists in German too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from backend.language import _messages
from backend.provisioning.act import _TOLD

BACKEND = Path(__file__).parent.parent / "backend"
# Calls that say something: the position of the sentence among their arguments.
SAYING = {"Refused": 1, "refuse": 1, "text": 1, "plural": 1, "_dead": 1, "Requirement": 3}
SAYING |= {"ConnectorFailed": 0, "ConnectorUnavailable": 0}
TABLES = {"WORDS", "STEPS", "FINISHED", "_LOCATION_FIELDS"}
FOLDERS = ("connectors", "provisioning", "schema", "resolvers")


def sentences(path: Path) -> Iterator[str]:
    """The sentences of a module: said directly, named first as `text`, or kept in a table of words."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            position = SAYING.get(called(node))
            if position is not None and len(node.args) > position:
                yield from constants(node.args[position])
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if node.targets[0].id == "text":
                yield from constants(node.value)
            if node.targets[0].id in TABLES and isinstance(node.value, ast.Dict):
                for value in node.value.values:
                    yield from constants(value)


def called(node: ast.Call) -> str:
    """What is called; the method `text` of Entries reads a field and says nothing."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return "" if name == "text" else name


def constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.JoinedStr):  # the sentence of another system, whose details follow a colon
        yield from (said.partition(": ")[0] for said in constants(node.values[0]))
    if isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


SAID = sorted(
    {sentence for folder in FOLDERS for path in (BACKEND / folder).rglob("*.py") for sentence in sentences(path)}
)


@pytest.mark.parametrize("sentence", SAID)
def test_a_sentence_has_a_german_translation_with_the_same_places(sentence: str) -> None:
    found = _messages("de").get(sentence)
    assert found, "missing in backend/locales/de"
    for translation in [found] if isinstance(found, str) else found:
        assert places(translation) == places(sentence)


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_field_whose_change_the_timeline_tells_has_its_words_on_the_page() -> None:
    page = BACKEND.parent / "frontend" / "src" / "pages" / "order" / "change-words.ts"
    named = set(re.findall(r"^  (\w+): \{ name: ", page.read_text("utf-8"), re.MULTILINE))
    told = {*_TOLD.values(), "partnerOrganization", "customerOrganization"}
    for path in (BACKEND / "provisioning").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and called(node) == "change" and len(node.args) > 1:
                told |= set(constants(node.args[0])) - {""}
    assert named == told
