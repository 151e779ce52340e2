"""Tests of what mails say."""

import re
from dataclasses import fields, replace
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from backend import language
from backend.mail.compile import TARGET, compiled
from backend.mail.letter import MailData, Message
from backend.mail.render import kinds, render
from tests.mail.data import ORDER

EVERY = [(kind, topic, tongue) for kind, topic in kinds() for tongue in ("en", "de")]


def rendered(kind: str, topic: str | None, tongue: str, **changes: object) -> Message:
    return render(kind, tongue, replace(ORDER, topic=topic, **changes))  # type: ignore[arg-type]


def test_the_committed_layout_is_compiled_from_the_current_mjml() -> None:
    assert TARGET.read_text(encoding="utf-8") == compiled()


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_every_mail_is_complete_small_and_loads_nothing(kind: str, topic: str | None, tongue: str) -> None:
    mail = rendered(kind, topic, tongue)
    assert mail.subject
    assert len(mail.html.encode()) < 100_000
    assert not re.search(r"[{}]{2}|{%|None", mail.text + mail.subject)
    assert not re.search(r"{{|{%|>None<", mail.html)
    assert set(re.findall(r'src="([^"]*)"', mail.html)) == {"cid:logo"}
    assert "@import" not in mail.html
    assert "url(" not in mail.html


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_the_plain_text_has_everything_that_the_html_has(kind: str, topic: str | None, tongue: str) -> None:
    mail = rendered(kind, topic, tongue)
    for link in re.findall(r'href="([^"]*)"', mail.html):
        assert link in mail.text
    body = re.sub(r"<(style|title)\b.*?</\1>|<!--.*?-->", "", mail.html, flags=re.DOTALL)
    words = set(re.findall(r"\w{4,}", re.sub(r"<[^>]+>", " ", body.partition("<body")[2].partition(">")[2])))
    assert words <= set(re.findall(r"\w{4,}", mail.text))


@pytest.mark.parametrize(("kind", "topic"), kinds())
def test_german_mails_are_german(kind: str, topic: str | None) -> None:
    english, german = rendered(kind, topic, "en"), rendered(kind, topic, "de")
    names = {str(getattr(ORDER, field.name)) for field in fields(ORDER)} | {"Set Up Your Service:"}
    same = set(english.text.splitlines()) & set(german.text.splitlines())
    assert {line.strip() for line in same if line.strip() not in ("", "--")} <= names | {"https://hub.example/guide"}
    assert 'lang="de"' in german.html


def test_translations_keep_the_places_of_their_message() -> None:
    with (language._LOCALES / "de" / "mail.po").open("rb") as file:
        for entry in filter(lambda entry: entry.id, read_po(file)):
            ids = [entry.id] if isinstance(entry.id, str) else entry.id
            strings = [entry.string] if isinstance(entry.string, str) else entry.string or ()
            for message, translation in zip(ids, strings, strict=True):
                assert places(message) == places(translation), message


def places(message: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(message)} - {None}


@pytest.mark.parametrize("tongue", ["en", "de"])
@pytest.mark.parametrize("topic", [None, "DELEGATED"])
def test_subject_and_button_of_the_setup_mail_are_english_in_both_languages(topic: str | None, tongue: str) -> None:
    mail = rendered("SETUP", topic, tongue)
    assert mail.subject == "Provisioning information required for order DE-4500127"
    assert re.search(r'<a href="https://hub.example/setup#dG9rZW4"[^>]*>Set Up Your Service</a>', mail.html)
    assert "Set Up Your Service:\nhttps://hub.example/setup#dG9rZW4\n" in mail.text


def test_the_reminder_names_the_deadline_as_a_utc_date() -> None:
    assert "19 December 2026 (UTC)" in rendered("REMINDER", None, "en").text.replace("\n", " ")
    assert "19. Dezember 2026 (UTC)" in rendered("REMINDER", None, "de").text.replace("\n", " ")


@pytest.mark.parametrize("topic", [None, "LINK"])
def test_the_code_is_the_only_six_digits_of_its_mail(topic: str | None) -> None:
    mail = rendered("SIGN_IN_CODE", topic, "en", order_number="123456")
    assert re.findall(r"(?<!\d)\d{6}(?!\d)", mail.text) == ["402917"]
    assert "402917" not in mail.subject
    assert re.search(r">402917<", mail.html)


def test_answers_go_to_the_seller_but_not_when_he_is_the_reader() -> None:
    assert rendered("SETUP", None, "en").reply_to == "petersen@nordlicht.example"
    assert rendered("DELEGATION_NOTICE", "SELLER", "en").reply_to is None
    assert rendered("SETUP", None, "en", seller_email=None).reply_to is None


def test_a_mail_without_a_link_has_no_button() -> None:
    mail = rendered("NOTICE", "CANCELLED", "en", link=None)
    assert "<a " not in mail.html
    assert "Open order" not in mail.text


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_markup_and_line_breaks_in_names_are_inert(kind: str, topic: str | None, tongue: str) -> None:
    evil = '<img src="https://evil.example/x.png"> {{7*7}} {reason}\nBcc: all@evil.example'
    named = {
        field.name: evil
        for field in fields(MailData)
        if field.type in (str, "str") and isinstance(getattr(ORDER, field.name), str)
    }
    mail = rendered(kind, topic, tongue, **named, reason=evil)
    assert '<img src="https' not in mail.html
    assert "49" not in mail.html.replace("#949BA5", "")
    assert "\n" not in mail.subject
    assert "{reason}" in mail.html


def test_an_unknown_mail_is_an_error() -> None:
    with pytest.raises(KeyError):
        rendered("SETUP", "NOWHERE", "en")
