"""Tests of the words of the order summary."""

from dataclasses import replace

import pytest

from backend.pdf import wording
from backend.pdf.summary import LocationLine, ServiceLine
from tests.pdf.data import HEADQUARTERS


def place(**parts: str) -> LocationLine:
    return replace(HEADQUARTERS, **({"address2": "", "city": "", "state": "", "postal_code": ""} | parts))


@pytest.mark.parametrize(
    ("location", "lines"),
    [
        (HEADQUARTERS, ["Domkloster 4", "Etage 2", "50667 Köln", "Germany"]),
        (
            place(address1="170 W Tasman Dr", city="San Jose", state="CA", postal_code="95134", country="US"),
            ["170 W Tasman Dr", "San Jose, CA 95134", "United States"],
        ),
        (
            place(address1="10 Finsbury Sq", city="London", postal_code="EC2A 1AF", country="GB"),
            ["10 Finsbury Sq", "London", "EC2A 1AF", "United Kingdom"],
        ),
        (place(address1="1 Main St", city="Nowhere", country="ZZ"), ["1 Main St", "Nowhere", "Unknown Region"]),
    ],
)
def test_an_address_has_the_lines_of_its_country(location: LocationLine, lines: list[str]) -> None:
    assert wording.address("en", location).split("\n") == lines


@pytest.mark.parametrize("country", ["AE", "JP", "HK", "SG", "KR", "BR", "FR", "VA", "QQ"])
def test_no_part_of_an_address_is_lost(country: str) -> None:
    location = place(
        address1="Street 1", address2="Floor 2", city="Town", state="State", postal_code="12345", country=country
    )
    written = wording.address("en", location)
    assert all(part in written for part in ("Street 1", "Floor 2", "Town", "State", "12345"))


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("NOT_STARTED", "Awaiting provisioning details"),
        ("DRAFT", "Awaiting provisioning details"),
        ("READY_FOR_REVIEW", "Awaiting provisioning details"),
        ("DEFERRED", "Awaiting provisioning details"),
        ("PROVISIONING", "Provisioning"),
        ("PROVISIONED", "Provisioned"),
        ("FAILED", "Cannot provision"),
    ],
)
def test_a_service_has_one_of_four_status_words(state: str, word: str) -> None:
    assert wording.state("en", ServiceLine(kind="CALLING", state=state)) == word


def test_what_has_no_name_is_shown_as_it_is() -> None:
    assert wording.tongue("en", "xx_YY") == "xx_YY"
    assert wording.tongue("en", "") == ""
    assert wording.country("en", "QQ") == "QQ"
