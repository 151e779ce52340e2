"""Tests of what mails say."""

import ast
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import product
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from backend import language
from backend.mail import organization_notices
from backend.mail.compile_layout import TARGET, compile_layout
from backend.mail.letter import MailData, Message
from backend.mail.letters import LETTERS
from backend.mail.render import render, render_list
from backend.models.outbox import EmailKind, MailTopic
from tests.mail.data import ORDER
from tests.sources import nodes

BACKEND = Path(__file__).parents[2] / "backend"
EVERY = [(kind, topic, tongue) for kind, topic in LETTERS for tongue in language.LANGUAGES]


def rendered(kind: EmailKind, topic: MailTopic | None, tongue: str, **changes: object) -> Message:
    return render(kind, tongue, replace(ORDER, topic=topic, **changes))  # type: ignore[arg-type]


def test_the_committed_layout_is_compiled_from_the_current_mjml() -> None:
    assert TARGET.read_text(encoding="utf-8") == compile_layout()


def test_every_kind_and_every_topic_of_mail_has_its_letter() -> None:
    assert {kind for kind, _ in LETTERS} == set(EmailKind)
    assert {topic for _, topic in LETTERS} - {None} == set(MailTopic)


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_every_mail_is_complete_small_and_loads_nothing(kind: EmailKind, topic: MailTopic | None, tongue: str) -> None:
    mail = rendered(kind, topic, tongue)
    assert mail.subject
    assert len(mail.html.encode()) < 100_000
    assert not re.search(r"[{}]{2}|{%|None", mail.text + mail.subject)
    assert not re.search(r"{{|{%|>None<", mail.html)
    assert set(re.findall(r'src="([^"]*)"', mail.html)) == {"cid:logo"}
    assert "@import" not in mail.html
    assert "url(" not in mail.html


ABOUT_AN_ORGANIZATION = {key for key, letter in LETTERS.items() if letter.__module__ == organization_notices.__name__}
LISTED = [key for key in LETTERS if key not in ABOUT_AN_ORGANIZATION]


@pytest.mark.parametrize("tongue", ["en", "de"])
def test_a_list_of_every_mail_is_complete_and_each_line_leads_on(tongue: str) -> None:
    told = [
        (kind, replace(ORDER, topic=topic, order_number=f"N-{number}", link=f"https://hub.example/setup#{number}"))
        for number, (kind, topic) in enumerate(LISTED)
    ]
    mail = render_list(tongue, told)
    for number in range(len(LISTED)):
        assert re.search(rf"^N-{number}: .+\nhttps://hub\.example/", mail.text, re.MULTILINE)
    for link in re.findall(r'href="([^"]*)"', mail.html):
        assert link in mail.text
    assert not re.search(r"[{}]{2}|{%|None", mail.text + mail.subject)
    asked = [
        number
        for number, (kind, _) in enumerate(LISTED)
        if kind in {EmailKind.SETUP, EmailKind.SUBSCRIPTION_ADDED, EmailKind.HAND_OVER}
    ]
    assert all(f"setup#{number}\n" in mail.text for number in asked)


def test_the_longest_list_is_not_cut_by_mail_programs_and_its_names_are_inert() -> None:
    name = ('<img src="https://evil.example/x.png"> {{7*7}} ' * 5)[:200]
    link = f"https://hub.example/hub/setup#{'x' * 43}"
    mail = render_list(
        "de", [(EmailKind.SETUP, replace(ORDER, company_name=name, order_number="N" * 60, link=link))] * 50
    )
    assert len(mail.html.encode()) < 100_000
    assert '<img src="https' not in mail.html
    assert mail.html.count(link) == 50


def test_one_mail_alone_is_itself() -> None:
    assert render_list("en", [(EmailKind.SETUP, ORDER)]) == render(EmailKind.SETUP, "en", ORDER)


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_the_plain_text_has_everything_that_the_html_has(kind: EmailKind, topic: MailTopic | None, tongue: str) -> None:
    mail = rendered(kind, topic, tongue)
    for link in re.findall(r'href="([^"]*)"', mail.html):
        assert link in mail.text
    body = re.sub(r"<(style|title)\b.*?</\1>|<!--.*?-->", "", mail.html, flags=re.DOTALL)
    words = set(re.findall(r"\w{4,}", re.sub(r"<[^>]+>", " ", body.partition("<body")[2].partition(">")[2])))
    assert words <= set(re.findall(r"\w{4,}", mail.text))


@pytest.mark.parametrize(("kind", "topic"), LETTERS)
def test_german_mails_are_german(kind: EmailKind, topic: MailTopic | None) -> None:
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
@pytest.mark.parametrize("topic", [None, MailTopic.DELEGATED])
def test_subject_and_button_of_the_setup_mail_are_english_in_both_languages(
    topic: MailTopic | None, tongue: str
) -> None:
    mail = rendered(EmailKind.SETUP, topic, tongue)
    assert mail.subject == "Provisioning information required for order DE-4500127"
    assert re.search(r'<a href="https://hub.example/setup#dG9rZW4"[^>]*>Set Up Your Service</a>', mail.html)
    assert "Set Up Your Service:\nhttps://hub.example/setup#dG9rZW4\n" in mail.text


def test_the_reminder_names_the_deadline_as_a_utc_date() -> None:
    assert "19 December 2026 (UTC)" in rendered(EmailKind.REMINDER, None, "en").text.replace("\n", " ")
    assert "19. Dezember 2026 (UTC)" in rendered(EmailKind.REMINDER, None, "de").text.replace("\n", " ")


@pytest.mark.parametrize("topic", [None, MailTopic.LINK])
def test_the_code_is_the_only_six_digits_of_its_mail(topic: MailTopic | None) -> None:
    mail = rendered(EmailKind.SIGN_IN_CODE, topic, "en", order_number="123456")
    assert re.findall(r"(?<!\d)\d{6}(?!\d)", mail.text) == ["402917"]
    assert "402917" not in mail.subject
    assert re.search(r">402917<", mail.html)


def test_answers_go_to_the_seller_but_not_to_themselves() -> None:
    assert rendered(EmailKind.SETUP, None, "en").reply_to == "petersen@nordlicht.example"
    assert rendered(EmailKind.DELEGATION_NOTICE, MailTopic.SELLER, "en").reply_to is None
    assert rendered(EmailKind.SETUP, None, "en", seller_email=None).reply_to is None


TELLS_OF_AN_ORDER = [
    entry for entry in EVERY if entry[0] is not EmailKind.SIGN_IN_CODE and entry[:2] not in ABOUT_AN_ORGANIZATION
]


@pytest.mark.parametrize(("kind", "topic", "tongue"), TELLS_OF_AN_ORDER)
def test_every_mail_about_an_order_leads_to_it_by_a_link_that_also_stands_as_text(
    kind: EmailKind, topic: MailTopic | None, tongue: str
) -> None:
    mail = rendered(kind, topic, tongue)
    assert 'href="https://hub.example/orders/T3JkZXI6Nw"' in mail.html
    assert "https://hub.example/orders/T3JkZXI6Nw" in mail.text
    words = re.sub(r"<[^>]+>", " ", mail.html)
    for button in re.findall(r'<a href="([^"]*)"[^>]*style="[^"]*border-radius', mail.html):
        assert button in words


def test_a_mail_that_was_queued_before_it_knew_its_order_has_no_button() -> None:
    mail = rendered(EmailKind.NOTICE, MailTopic.CANCELLED, "en", link=None, order_link=None)
    assert "<a " not in mail.html
    assert "Open order" not in mail.text


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_no_mail_leaves_a_gap_where_nothing_is_known(kind: EmailKind, topic: MailTopic | None, tongue: str) -> None:
    bare = {"requested_at": None, "offer": "", "term_months": None, "reason": None, "seller_email": None}
    assert "  " not in rendered(kind, topic, tongue, **bare).text.replace("    402917", "402917").replace("-- ", "")


@pytest.mark.parametrize(("kind", "topic", "tongue"), EVERY)
def test_markup_and_line_breaks_in_names_are_inert(kind: EmailKind, topic: MailTopic | None, tongue: str) -> None:
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


def test_a_topic_of_another_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        rendered(EmailKind.SETUP, MailTopic.CLOSED, "en")


def raised() -> set[tuple[str, tuple[EmailKind, MailTopic | None]]]:
    """The mails that calls in the code name: where, and the kind with each topic that may go with it."""
    found = set()
    for path in BACKEND.rglob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Call) and (kinds := members(node.args, "EmailKind")):
                topics = members([word.value for word in node.keywords if word.arg == "topic"], "MailTopic")
                for kind, topic in product(kinds, topics or [""]):
                    found.add((f"{path.name}:{node.lineno}", (EmailKind[kind], MailTopic[topic] if topic else None)))
    return found


def members(nodes: Sequence[ast.expr], enum: str) -> list[str]:
    """The members of an enum that expressions name."""
    return [
        part.attr
        for node in nodes
        if isinstance(node, ast.Attribute | ast.IfExp)
        for part in ast.walk(node)
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == enum
    ]


def test_every_mail_that_the_code_raises_has_its_letter() -> None:
    told = {(place, mail) for place, mail in raised() if mail != (EmailKind.NOTICE, None)}  # its topic is a variable
    assert len(told) > 15
    assert [entry for entry in told if entry[1] not in LETTERS] == []


HEBREW = "חברת דוגמה בע״מ"
ARABIC = "رخصة"


@pytest.mark.parametrize(("kind", "topic"), LETTERS)
@pytest.mark.parametrize("language", ["en", "de"])
def test_words_from_right_to_left_are_isolated_in_text_and_html(
    kind: EmailKind, topic: MailTopic | None, language: str
) -> None:
    data = replace(ORDER, topic=topic, company_name=HEBREW, customer_name=HEBREW, partner_name=ARABIC)
    mail = render(kind, language, replace(data, seller_name=HEBREW, licenses=((100, ARABIC),), reason=HEBREW))
    text = " ".join(mail.text.split())
    for name in (HEBREW, ARABIC):
        assert text.count(name) == text.count(f"\u2068{name}\u2069")
        body = re.sub(r"<(?!/?bdi>)[^>]*>", "", mail.html.partition("<body")[2])
        assert body.count(name) == body.count(f"<bdi>{name}</bdi>")
    assert "\u2068" not in mail.subject + mail.html
    assert "<bdi>" not in mail.html.partition("</title>")[0]


def test_a_number_before_words_from_right_to_left_keeps_its_place() -> None:
    mail = render(EmailKind.SETUP, "en", replace(ORDER, licenses=((100, "רישיון"), (5, "Calling"))))
    assert "100 \u2068רישיון\u2069, 5 Calling" in mail.text
    assert "100 <bdi>רישיון</bdi>, 5 Calling" in mail.html


def test_marks_of_direction_in_a_value_are_not_passed_on() -> None:
    mail = render(EmailKind.SETUP, "en", replace(ORDER, company_name="Acme\u202e\u2069 GmbH"))
    assert "Acme GmbH" in mail.text
    assert not set("\u202e\u2068\u2069") & set(mail.text)
