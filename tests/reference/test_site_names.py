"""The rules of site names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.reference.site_names import LONGEST, candidates, check, suggestions

RULE = re.compile(r"^(?!.*--)[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")


@pytest.mark.parametrize("name", ["ab", "acme", "acme-2", "0a", "a" * LONGEST])
def test_lower_case_letters_digits_and_single_hyphens_make_a_name(name: str) -> None:
    assert check(name) == (name, None)


def test_a_name_is_kept_in_lower_case_without_space_around_it() -> None:
    assert check(" ACME-Berlin ") == ("acme-berlin", None)


@pytest.mark.parametrize(
    "name", ["a", "-acme", "acme-", "ac--me", "ac_me", "ac me", "acme.webex.com", "müller", "acme\u212a"]
)
def test_anything_else_is_invalid(name: str) -> None:
    assert check(name).problem == "INVALID"


def test_an_empty_a_long_and_a_reserved_name_have_their_own_codes() -> None:
    assert check("  ").problem == "REQUIRED"
    assert check("a" * (LONGEST + 1)).problem == "TOO_LONG"
    assert check("WWW") == ("www", "SITE_NAME_RESERVED")


def test_suggestions_are_near_the_name_and_free() -> None:
    assert suggestions("acme", {"acme", "acme-team"}) == ["acme-meetings", "acme-hq", "acme-online"]
    assert suggestions("Brandt & Söhne", set())[0] == "brandt-and-soehne"
    assert suggestions("https://acme.webex.com", set())[0] == "acme"


@given(st.text(max_size=80), st.integers(0, 40))
def test_suggestions_can_be_taken_whatever_was_typed(typed: str, gone: int) -> None:
    taken = set(candidates(typed, gone))
    found = suggestions(typed, taken)
    assert len(set(found)) == 3
    assert taken.isdisjoint(found)
    assert all(check(name) == (name, None) for name in found)


@given(st.text(alphabet="abz09-", max_size=64))
def test_the_check_is_the_published_rule(name: str) -> None:
    assert (check(name).problem in {None, "SITE_NAME_RESERVED"}) == bool(RULE.match(name))
