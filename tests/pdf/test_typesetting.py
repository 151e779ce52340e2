"""How words of all scripts are set: their order, their clusters, their width."""

import re

import pytest

from backend.bidi_isolation import isolated
from backend.pdf import fonts, visual_order
from backend.pdf.typesetting import Typesetter


def shown(text: str, millimetres: float = 118) -> list[str]:
    """Each line as it is drawn, from left to right: for every glyph the text it stands for."""
    setter = Typesetter()
    lines = re.sub("</?span[^>]*>", "", str(setter.mark(text, millimetres))).split("<br/>")
    return ["|".join(setter.glyphs[x].text if x in setter.glyphs else x for x in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("שלום", "ם|ו|ל|ש"),
        ("רחוב 5, דירה 3", "3| |ה|ר|י|ד| |,|5| |ב|ו|ח|ר"),
        ("(תל) א", "א| |)|ל|ת|("),
        ("Acme (מחשבים) 5", "A|c|m|e| |(|ם|י|ב|ש|ח|מ|)| |5"),
        ("مبنى B12، دور", "ر|و|د| |،|B|1|2| |ى|ن|ب|م"),
    ],
)
def test_lines_from_right_to_left_are_drawn_in_the_order_of_unicode(text: str, drawn: str) -> None:
    assert shown(text) == [drawn]


def test_the_mixed_line_of_an_address_keeps_its_parts_in_order() -> None:
    text = "شارع الملك فهد، مبنى B12، الطابق 3"
    parts = [part.strip(" ،") for part, _ in visual_order.pieces(text, visual_order.base_of(text)) if part.strip(" ،")]
    assert parts == ["3", "الطابق", "B12", "مبنى", "فهد", "الملك", "شارع"]


def test_a_name_from_right_to_left_that_no_font_has_leaves_no_marks_of_direction_behind() -> None:
    yezidi = "\U00010e80\U00010e81"
    assert fonts.face_for(yezidi[0]) is None
    (line,) = shown(f"{isolated(yezidi)}, 12")
    assert line.replace("|", "") == "ab, 12"


def test_brackets_turn_round_where_the_text_runs_from_right_to_left() -> None:
    turned = Typesetter()
    turned.mark("(א)")
    brackets = {glyph.text: glyph.parts for glyph in turned.glyphs.values() if glyph.text in "()"}
    straight = Typesetter()
    left, right = ("".join(straight._shape(bracket, fonts.inter(), from_right=False)) for bracket in "()")
    assert brackets["("] == straight.glyphs[right].parts
    assert brackets[")"] == straight.glyphs[left].parts


def test_a_part_from_right_to_left_leaves_the_line_around_it_as_it_is() -> None:
    assert shown(f"100 {isolated('רב')}, a@b.example")[0].replace("|", "") == "100 בר, a@b.example"
    assert shown(f"60 {isolated('רב (2)')}")[0].replace("|", "") == "60 )2( בר"
    assert shown("רב 60")[0].replace("|", "") == "60 בר"
    assert shown(f"{isolated('رب')}, 5 x")[0].replace("|", "") == "بر, 5 x"


def test_vowel_signs_stand_with_their_letters() -> None:
    [line] = shown("مُحَمَّد")
    assert line == "د|مَّ|حَ|مُ"


def test_long_lines_from_right_to_left_are_broken_before_they_are_turned() -> None:
    lines = shown("אחת שתיים שלוש ארבע חמש שש שבע", 20)
    assert len(lines) > 1
    assert lines[0].endswith("ת|ח|א")
    assert lines[-1].startswith("ע|ב|ש")


@pytest.mark.parametrize(
    ("text", "clusters"),
    [("क्षत्रिय", 3), ("👩\u200d💻", 1), ("❤\ufe0f\u200d🔥", 1), ("🇩🇪", 1), ("1\ufe0f\u20e3", 1), ("ശ്രീ", 1)],
)
def test_what_is_drawn_as_one_is_one_glyph(text: str, clusters: int) -> None:
    [line] = shown(text)
    assert len(line.split("|")) == clusters


def test_what_inter_has_stays_as_it_is() -> None:
    setter = Typesetter()
    assert setter.mark("A <b> & Köln\nŁódź") == "A &lt;b&gt; &amp; Köln<br/>Łódź"
    assert setter.glyphs == {}


def test_chinese_characters_have_the_form_of_their_country() -> None:
    def parts(country: str, text: str) -> object:
        setter = Typesetter(country=country)
        setter.mark(text)
        return [glyph.parts for glyph in setter.glyphs.values()]

    assert parts("JP", "直") != parts("CN", "直")
    assert parts("", "直かな")[0] == parts("JP", "直")[0]  # type: ignore[index]
