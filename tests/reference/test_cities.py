"""Cities that time zones are found by."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.reference.cities import MAX_CITIES, find_cities, people_by_time_zone
from backend.reference.collation import collated
from backend.reference.time_zones import time_zones


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Hamburg", "Europe/Berlin"),
        ("munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("Mumbai", "Asia/Kolkata"),
        ("Bombay", "Asia/Kolkata"),
        ("Calcutta", "Asia/Kolkata"),
        ("Kalkutta", "Asia/Kolkata"),
        ("Beijing", "Asia/Shanghai"),
        ("Peking", "Asia/Shanghai"),
        ("San Francisco", "America/Los_Angeles"),
        ("  san   fran", "America/Los_Angeles"),
        ("Seattle", "America/Los_Angeles"),
        ("Boston", "America/New_York"),
        ("NYC", "America/New_York"),
        ("Bengaluru", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("Mailand", "Europe/Rome"),
        ("Genf", "Europe/Zurich"),
        ("koln", "Europe/Berlin"),
        ("Saigon", "Asia/Ho_Chi_Minh"),
        ("東京", "Asia/Tokyo"),
        ("Москва", "Europe/Moscow"),
        ("Birmingham", "Europe/London"),
        ("Washington", "America/New_York"),
    ],
)
def test_a_city_is_found_by_its_names_in_any_language(typed: str, zone: str) -> None:
    assert find_cities(typed)[0].time_zone == zone


def test_a_city_is_called_as_it_was_asked_for_and_else_in_english() -> None:
    assert [find_cities(typed)[0].name for typed in ("Mailand", "Milan", "Maila", "Münch")] == [
        "Mailand",
        "Milan",
        "Milan",
        "Munich",
    ]
    assert find_cities("Maila")[0].found_by == "Mailand"


def test_of_several_cities_of_a_name_the_bigger_one_comes_first() -> None:
    assert [city.time_zone for city in find_cities("Birmingham")] == ["Europe/London", "America/Chicago"]


@given(st.text(max_size=20))
def test_whatever_is_typed_what_is_found_begins_with_it(typed: str) -> None:
    found = find_cities(typed)
    assert len(found) <= MAX_CITIES
    assert all(collated(city.found_by).startswith(collated(" ".join(typed.split()))) for city in found)


def test_every_city_is_in_a_time_zone_that_can_be_chosen() -> None:
    listed = {zone.name for zone in time_zones("en", None, datetime(2026, 1, 15, tzinfo=UTC))}
    assert set(people_by_time_zone()) <= listed
