"""The rules of site names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.reference.site_names import MAX_LENGTH, candidates, check, proposals, suggestions

RULE = re.compile(r"^(?!.*--)[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$")


@pytest.mark.parametrize("name", ["ab", "acme", "acme-2", "0a", "a" * MAX_LENGTH])
def test_lower_case_letters_digits_and_single_hyphens_make_a_name(name: str) -> None:
    assert check(name) == (name, None)


def test_a_name_is_kept_in_lower_case_without_space_around_it() -> None:
    assert check(" ACME-Berlin ") == ("acme-berlin", None)


@pytest.mark.parametrize(
    "name", ["a", "-acme", "acme-", "ac--me", "ac_me", "ac me", "acme.webex.com", "müller", "\u0430cme"]
)
def test_anything_else_is_invalid(name: str) -> None:
    assert check(name).problem == "INVALID"


def test_an_empty_a_long_and_a_reserved_name_have_their_own_codes() -> None:
    assert check("  ").problem == "REQUIRED"
    assert check("a" * (MAX_LENGTH + 1)).problem == "TOO_LONG"
    assert check("WWW") == ("www", "SITE_NAME_RESERVED")


def test_suggestions_are_near_the_name_and_free() -> None:
    assert suggestions("acme", {"acme", "acme-team"}) == ["acme-meetings", "acme-hq", "acme-online"]
    assert suggestions("Brandt & Söhne", set())[0] == "brandt-and-soehne"
    assert suggestions("https://acme.webex.com", set())[0] == "acme"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("łódź", "lodz"),
        ("ıstanbul", "istanbul"),
        ("İstanbul", "istanbul"),
        ("Đorđe", "dorde"),
        ("Þór", "thor"),
        ("Œuvre", "oeuvre"),
        ("Øresund", "oresund"),
        ("L’Oréal", "loreal"),
        ("ẞtraße", "sstrasse"),
        ("Ŋanga", "nganga"),
        ("Ромашка", "romashka"),
        ("Ελλάς", "ellas"),
        ("北京", "beijing"),
    ],
)
def test_letters_of_every_script_are_spelled_in_a_suggestion(typed: str, name: str) -> None:
    assert candidates(typed)[0] == name


def test_proposals_begin_with_each_name_of_the_company() -> None:
    assert proposals(["weber & söhne bau", "Weber & Söhne Bau GmbH", "weber"])[:4] == [
        "weber-and-soehne-bau",
        "weber-and-soehne-bau-gmbh",
        "weber",
        "weber-and-soehne-bau-meetings",
    ]
    assert proposals(["admin", "x", "???", ""]) == []
    assert len(set(proposals(["acme", "acme"]))) == 12


def test_names_that_mail_and_networks_look_for_are_reserved() -> None:
    names = "MTA-STS autodiscover autoconfig wpad smtp imap pop ns1 ns2 ftp postmaster abuse security root hostmaster"
    for name in f"{names} webmail localhost isatap lyncdiscover mx".split():
        assert check(name).problem == "SITE_NAME_RESERVED", name


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
