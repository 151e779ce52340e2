"""Text as people enter it: what nobody sees is dropped, what a language needs stays, what does harm is refused."""

import unicodedata
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backend.entered_text import HarmfulText, digits, plain, tidy

NEEDED = [
    "می\u200cخواهم",  # Persian: a joiner that keeps two letters apart
    "کتاب\u200cخانه\u200cهای تهران",
    "نیم\u200cفاصله",
    "ക്\u200d",  # Malayalam: a final consonant
    "കാര്\u200dത്തിക",
    "ශ්\u200dරී ලංකා",  # Sinhala
    "শ্রী র\u200d্যাংগস",  # Bengali: ya-phalaa after ra
    "क्\u200dष",  # Hindi: a half letter
    "क्\u200cष",
    "ನ್\u200cಯೂಸ್",  # Kannada
    "葛\U000e0100飾区",  # the variant of a Chinese character
    "辻\U000e0101本",
    "👩\u200d💻 Labs",
    "👨🏽\u200d🔧",
    "🏳\ufe0f\u200d🌈",
    "❤\ufe0f\u200d🔥",
    "1\ufe0f\u20e3 First",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # Scotland
    "ᠮᠣᠩᠭᠣᠯ\u180b",
    "Дж. О’Нил & Söhne – №1 ™",
    "ជាតិ",
    "שָׁלוֹם",
    "محمد",
    "ᠭᠠᠵᠠᠷ\u180eᠠ",  # Mongolian: the vowel that stands apart
    "फ़ाइल प्\u200dया",
    "فروشگاه\u200cها",
    "👨\u200d👩\u200d👧\u200d👦 Family",
    "🇩🇪 Berlin",
    "Foo\u2011Bar",  # a hyphen that does not break is seen
]
DROPPED = [
    ("Acme\tGmbH", "Acme GmbH"),
    ("  Acme \u00a0 \u3000 GmbH\r\n", "Acme GmbH"),
    ("Acme\u2028GmbH", "Acme GmbH"),
    ("\ufeffAcme", "Acme"),
    ("Ac\u00adme", "Acme"),
    ("Ac\u200bme", "Acme"),
    ("Acme\u2060", "Acme"),
    ("\u200eAcme\u200f", "Acme"),
    ("\u202aAcme\u202c", "Acme"),  # copied from a dialog of Windows
    ("\u2068Acme\u2069", "Acme"),
    ("Ac\u034fme", "Acme"),
    ("A\u200dc\u200cme", "Acme"),
    ("Acme\ufe0f", "Acme"),
    ("Acme\U000e0061\U000e0062", "Acme"),
    ("Acme\ufffc", "Acme"),
    ("e\u034f\u0301", "é"),
    ("به\u200c \u200cتهران", "به تهران"),
    ("Jose\u0301", "José"),
    # From public reports of what forms stumbled over.
    ("xyz@\u200bgmail.\u200bcom", "xyz@gmail.com"),
    ("你好\u200b汽車", "你好汽車"),
    ("शाखा\u200d १२३\u200c", "शाखा १२३"),
    ("ឃុំ\u200bព្រៃ", "ឃុំព្រៃ"),
    ("Title\u2060 – x", "Title – x"),
    ("בע\u200e״מ", "בע״מ"),
    ("شركة\u200f (2000)", "شركة (2000)"),
    ("Müller\u202f&\u202fCo", "Müller & Co"),
    ("AB\u3164CD", "ABCD"),
    ("\u2066Acme\u2069 GmbH", "Acme GmbH"),
    ("ஸ்ரீ\u200c லங்கா", "ஸ்ரீ லங்கா"),
]
EMPTY = [
    "",
    " ",
    "\t",
    "\u3164",
    "\u2800",
    "\U0001d159",
    "\u034f",
    "\ufe0f",
    "\ufe0f\ufe0f",
    "\u200b\u200d",
    "\u115f\u1160",
]
EMPTY += ["\uffa0", "\u00ad", "\u180e", "\U000e0100", "\u0301", "\u202f\u205f", "\u2060\u2063", "\U0001d173"]
HARMFUL = ["Acme\u202eHbmG", "Acme\u202d", "Ac\0me", "Ac\x1bme", "Ac\x7fme", "Ac\x9bme", "Ac\ud800me", "Ac\ufffeme"]


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_language_or_an_emoji_needs_stays(text: str) -> None:
    assert tidy(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("entered", "read"), DROPPED)
def test_what_nobody_sees_is_dropped(entered: str, read: str) -> None:
    assert tidy(entered) == read


@pytest.mark.parametrize("text", EMPTY)
def test_text_that_only_looks_empty_is_empty(text: str) -> None:
    assert tidy(text) == ""


@pytest.mark.parametrize("text", HARMFUL)
def test_controls_and_overrides_of_direction_are_refused(text: str) -> None:
    with pytest.raises(HarmfulText):
        tidy(text)


@given(st.text())
def test_reading_settles_at_once(text: str) -> None:
    try:
        read = tidy(text)
    except HarmfulText:
        return
    assert tidy(read) == read
    assert "\n" not in read


@example("1\u094d\u200c ")  # a joiner that a blank kept from the end
@example("1\u094d\u200c \u00ad")
@example("\u00ad 1\u094d\u200c\u3164 \u200b\n")
@given(
    st.text(alphabet="a1 \u00ad\u3164é\u0301\u200c\u200d\ufe0f\u034f\u094dक❤👩🏽\u180b\U000e0067\U000e007f🏴\u20e31می")
)
def test_joiners_and_selectors_settle_at_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("entered", "read"),
    [
        ("ＤＥ－４５００１２７", "DE-4500127"),
        ("DE\u00a04500127 ", "DE 4500127"),
        ("\ufeff№ 7", "No 7"),
        ("ﬁ-1", "fi-1"),
    ],
)
def test_a_code_is_read_in_plain_characters(entered: str, read: str) -> None:
    assert plain(entered) == read


@pytest.mark.parametrize(
    ("entered", "read"),
    [
        ("１２３ ٤٥٦ ۷۸۹ ०१२ ๓๔๕", "123 456 789 012 345"),
        ("۱۲۳٤٥٦", "123456"),  # keyboards mix the digits of Persian and Arabic
        ("𝟏𝟐𝟑𝟒𝟓𝟔", "123456"),
        ("១២៣ ၁၂၃ ໑໒໓ ߁߂߃ 𞥑𞥒𞥓", "123 123 123 123 123"),
        ("१२३\u200c४५६", "123456"),
        ("\u200e123\u200b456\u200f", "123456"),
        ("１２３－４５６", "123-456"),
    ],
)
def test_digits_of_all_scripts_are_digits(entered: str, read: str) -> None:
    assert digits(entered) == read


@pytest.mark.parametrize(
    "part",
    [
        *("\U000e0067", "🏴\U000e0067", "\u200d", "👩\u200d", "\u200c\u064b", "\ufe0f", "\U0001f3fb", "क्\u200d"),
        *("\u0301", "\u200b", "a\u0301\u200c", "❤\ufe0f\u200d", "\u034f\u0301", "é\t"),
    ],
)
def test_long_texts_of_odd_characters_take_no_longer_than_others(part: str) -> None:
    before = process_time()
    tidy(part * (50_000 // len(part)))
    assert process_time() - before < 2
