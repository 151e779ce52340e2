"""Countries, business verticals, languages and time zones."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.reference.business_verticals import business_verticals, is_business_vertical
from backend.reference.countries import countries, is_country, read_country, search_names
from backend.reference.languages import is_language, languages
from backend.reference.time_zone_names import names_of, prominence
from backend.reference.time_zones import is_time_zone, time_zones

WINTER = datetime(2026, 1, 15, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, tzinfo=UTC)


def shown(language: str, country: str | None, at: datetime) -> list[tuple[str, str, str]]:
    return [(zone.name, zone.label, zone.offset) for zone in time_zones(language, country, at)]


def test_countries_are_those_of_iso_3166_and_kosovo_in_the_order_of_their_names() -> None:
    assert len(countries("en")) == 250
    assert dict(countries("de"))["XK"] == "Kosovo"
    assert [country.name for country in countries("de")][:4] == ["Afghanistan", "Ägypten", "Ålandinseln", "Albanien"]
    assert dict(countries("de"))["DE"] == "Deutschland"
    assert dict(countries("en"))["DE"] == "Germany"


def test_a_country_is_known_by_its_two_capital_letters() -> None:
    assert is_country("CH")
    assert not any(is_country(code) for code in ("ch", "CHE", "XX", "EU", ""))


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("GB", ["UK", "GBR", "England", "Great Britain", "Schottland", "Northern Ireland"]),
        ("US", ["USA", "U.S.", "America", "Vereinigte Staaten von Amerika"]),
        ("AE", ["ARE", "UAE", "VAE", "Emirates"]),
        ("CH", ["CHE", "Schweiz", "Suisse", "Svizzera"]),
        ("CZ", ["CZE", "Czech Republic", "Tschechische Republik"]),
        ("TR", ["Turkey", "Türkiye"]),
        ("NL", ["Holland", "The Netherlands"]),
        ("MO", ["Macau", "Macao"]),
        ("MM", ["Burma"]),
        ("CI", ["Ivory Coast", "Elfenbeinküste"]),
        ("SZ", ["Swaziland"]),
        ("JP", ["日本"]),
        ("XK", ["XKK", "Kosova"]),
    ],
)
def test_a_country_is_found_by_its_codes_and_its_usual_names(code: str, names: list[str]) -> None:
    assert {code, *names} <= set(search_names(code))


def test_a_code_of_a_country_finds_no_other_one() -> None:
    codes = {country.code for country in countries("en")}
    for country in countries("en"):
        others = set(search_names(country.code)) - {country.code}
        assert codes.isdisjoint(others), country
        assert country.name in search_names(country.code)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("de", "DE"),
        (" ＤＥ ", "DE"),
        ("UK", "GB"),
        ("GBR", "GB"),
        ("826", "GB"),
        ("EL", "GR"),
        ("XK", "XK"),
        ("TP", "TL"),
    ]
    + [(code, None) for code in ("ZZ", "XX", "EU", "SU", "AN", "", "Germany", "001")],
)
def test_a_country_is_read_as_people_and_systems_write_it(written: str, read: str | None) -> None:
    assert read_country(written) == read


def test_business_verticals_have_names_in_both_languages_and_other_comes_last() -> None:
    english, german = business_verticals("en"), business_verticals("de")
    assert {vertical.code for vertical in english} == {vertical.code for vertical in german}
    assert english[-1] == ("OTHER", "Other")
    assert german[-1] == ("OTHER", "Sonstige")
    assert dict(german)["GOVERNMENT"] == "Öffentliche Verwaltung"
    assert is_business_vertical("EDUCATION_HIGHER")
    assert not is_business_vertical("education_higher")


def test_languages_are_named_with_their_country() -> None:
    assert dict(languages("en"))["pt_BR"] == "Portuguese (Brazil)"
    assert dict(languages("de"))["de_DE"] == "Deutsch (Deutschland)"
    assert is_language("en_US")
    assert not any(is_language(code) for code in ("en-US", "en", "xx_XX", ""))


def test_a_time_zone_says_its_city_its_country_and_what_it_is_ahead_of_utc() -> None:
    assert shown("en", "DE", WINTER)[0] == ("Europe/Berlin", "Berlin, Germany", "UTC+01:00")
    assert shown("de", "DE", SUMMER)[0] == ("Europe/Berlin", "Berlin, Deutschland", "UTC+02:00")
    assert shown("en", "IN", WINTER) == [("Asia/Kolkata", "Kolkata, India", "UTC+05:30")]
    assert ("Europe/Kyiv", "Kiew, Ukraine", "UTC+02:00") in shown("de", "UA", WINTER)
    assert ("America/St_Johns", "St. John’s, Canada", "UTC-03:30") in shown("en", "CA", WINTER)
    assert shown("en", "SG", WINTER) == [("Asia/Singapore", "Singapore", "UTC+08:00")]


def test_all_time_zones_go_from_west_to_east_and_hold_utc() -> None:
    zones = time_zones("en", None, WINTER)
    assert zones[0].offset == "UTC-11:00"
    assert zones[-1].offset == "UTC+14:00"
    assert ("UTC", "UTC", "UTC+00:00", None) in zones
    assert len({zone.name for zone in zones}) == len(zones)


@pytest.mark.parametrize(
    ("country", "first"),
    [
        ("UA", "Europe/Kyiv"),
        ("US", "America/New_York"),
        ("AU", "Australia/Sydney"),
        ("BR", "America/Sao_Paulo"),
        ("CA", "America/Toronto"),
        ("RU", "Europe/Moscow"),
        ("ES", "Europe/Madrid"),
        ("CL", "America/Santiago"),
        ("XK", "Europe/Belgrade"),
    ],
)
def test_a_country_lists_the_time_zone_of_most_of_its_people_first(country: str, first: str) -> None:
    assert time_zones("en", country, WINTER)[0].name == first


@pytest.mark.parametrize(
    ("zone", "country", "names"),
    [
        ("Europe/Berlin", "DE", ["CET", "CEST", "MEZ", "W. Europe Standard Time", "Mitteleuropäische Zeit", "DEU"]),
        ("Europe/Kyiv", "UA", ["Europe/Kiev", "EET", "FLE Standard Time"]),
        ("Asia/Kolkata", "IN", ["Asia/Calcutta", "IST", "India Standard Time"]),
        ("America/New_York", "US", ["US/Eastern", "ET", "EST", "EDT", "Eastern Time", "USA"]),
        ("America/Los_Angeles", "US", ["PST", "Pacific Time", "Pacific Standard Time"]),
        ("Europe/London", "GB", ["GMT", "BST", "GMT Standard Time", "UK", "England"]),
        ("Asia/Yangon", "MM", ["Asia/Rangoon", "Myanmar Standard Time"]),
        ("Asia/Tokyo", "JP", ["JST", "Tokyo Standard Time"]),
        ("America/Nuuk", "GL", ["America/Godthab", "Greenland Standard Time"]),
        ("UTC", None, ["GMT", "Zulu"]),
    ],
)
def test_a_time_zone_is_found_by_abbreviations_old_names_and_those_of_windows(
    zone: str, country: str | None, names: list[str]
) -> None:
    assert set(names) <= set(names_of(zone, country, "de"))


def test_an_abbreviation_that_several_have_stands_first_for_where_most_people_mean_it() -> None:
    def first(name: str) -> str:
        zones = [zone for zone in time_zones("en", None, WINTER) if name in names_of(zone.name, zone.country, "en")]
        return min(zones, key=lambda zone: prominence().get(zone.name, 1000)).name

    assert [first(name) for name in ("CST", "CET", "EST", "GMT", "IST", "PST", "USA", "AST")] == [
        "America/Chicago",
        "Europe/Berlin",
        "America/New_York",
        "Europe/London",
        "Asia/Kolkata",
        "America/Los_Angeles",
        "America/New_York",
        "America/Halifax",
    ]


def test_an_unknown_country_has_no_time_zones() -> None:
    assert time_zones("en", "XX", WINTER) == []


@given(st.timedeltas(min_value=timedelta(days=-2000), max_value=timedelta(days=3000)))
def test_offsets_are_those_of_the_instant(since: timedelta) -> None:
    at = (WINTER + since).astimezone(ZoneInfo("Asia/Kathmandu"))
    for zone in time_zones("en", "AU", at):
        local = at.astimezone(ZoneInfo(zone.name))
        assert zone.offset == f"UTC{local.isoformat()[-6:]}"


@pytest.mark.parametrize("name", ["Europe/Berlin", "Asia/Kolkata", "Asia/Calcutta", "UTC"])
def test_every_name_that_a_browser_gives_is_a_time_zone(name: str) -> None:
    assert is_time_zone(name)


@pytest.mark.parametrize("name", ["", "Factory", "europe/berlin", "../etc/passwd", "UTC+1", "Mars/Olympus"])
def test_other_names_are_no_time_zones(name: str) -> None:
    assert not is_time_zone(name)


def test_every_listed_time_zone_can_be_chosen() -> None:
    assert all(is_time_zone(zone.name) for zone in time_zones("de", None, SUMMER))


def test_nothing_is_read_before_it_is_asked_for() -> None:
    script = (
        "import sys; from backend.reference import addresses, cities, countries, languages, site_names, time_zones;"
        "print('tzdata' in sys.modules, countries._codes.cache_info().currsize + cities._cities.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0"]
