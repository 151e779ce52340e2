"""What a client accepts, as its headers weigh it."""

import pytest

from backend.accept import MAX_HEADER, read_weights
from backend.language import choose

READ = [
    ("", {}),
    (" , ;q=1,", {}),
    ("br", {"br": 1.0}),
    ("GZip;q=0.5, br", {"gzip": 0.5, "br": 1.0}),
    ("br ; q=0", {"br": 0.0}),
    ("br;q=0.000", {"br": 0.0}),
    ("de-AT;Q=0.8", {"de-at": 0.8}),
    ("text/html;level=1;q=0.4", {"text/html": 0.4}),
    ("*;q=.5", {"*": 0.5}),
    ("a;q=2", {"a": 0.0}),
    ("a;q=-1", {"a": 0.0}),
    ("a;q=nan", {"a": 0.0}),
    ("a;q=inf", {"a": 0.0}),
    ("a;q=", {"a": 0.0}),
    ("a;q=high", {"a": 0.0}),
]


@pytest.mark.parametrize(("header", "weights"), READ)
def test_each_part_is_weighed_and_what_is_no_weight_is_not_wanted(header: str, weights: dict[str, float]) -> None:
    assert read_weights(header) == weights


def test_a_long_header_is_read_up_to_its_last_whole_part() -> None:
    assert list(read_weights("a," * 400 + "b" * MAX_HEADER)) == ["a"]
    assert list(read_weights("b" * (MAX_HEADER + 1))) == []


LANGUAGES = [
    (None, "en"),
    ("", "en"),
    ("fr, *", "en"),
    ("de-AT, en;q=0.5", "de"),
    ("en;q=0.5, de-CH;q=0.9", "de"),
    ("de;q=0, en", "en"),
    ("de;q=nan, en;q=0.1", "en"),
    ("fr;q=1, de;q=0.2", "de"),
    ("en, de", "en"),
]


@pytest.mark.parametrize(("header", "language"), LANGUAGES)
def test_the_best_of_our_languages_is_chosen(header: str | None, language: str) -> None:
    assert choose(header) == language
