"""Tests of the words of the order summary."""

import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from backend.pdf import wording
from backend.pdf.document import render_summary
from backend.pdf.summary import LocationLine, Plan, PlanLine, ServiceLine
from backend.reference.business_verticals import business_verticals
from tests.pdf.data import CUSTOMER, HEADQUARTERS, SUMMARY


def place(**parts: str) -> LocationLine:
    empty: dict[str, Any] = {"address2": "", "city": "", "state": "", "postal_code": ""}
    return replace(HEADQUARTERS, **(empty | parts))


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
        (
            place(address1="千代田1-1", city="千代田区", state="Tokyo", postal_code="100-0014", country="JP"),
            ["100-0014", "Tokyo", "千代田区", "千代田1-1", "Japan"],
        ),
        (
            place(address1="1-1 Chiyoda", city="Chiyoda-ku", state="Tokyo", postal_code="100-0014", country="JP"),
            ["1-1 Chiyoda", "Chiyoda-ku, Tokyo", "100-0014", "Japan"],
        ),
        (
            place(address1="152 Teheran-ro", city="Gangnam-gu", state="Seoul", postal_code="06236", country="KR"),
            ["152 Teheran-ro", "Gangnam-gu", "Seoul", "06236", "South Korea"],
        ),
        (
            place(address1="天河路 385 号", city="广州市", state="广东省", postal_code="510620", country="CN"),
            ["510620", "广东省广州市", "天河路 385 号", "China"],
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


CODE = re.compile(r"[A-Z]{2,}_[A-Z]|\b(?:Africa|America|Asia|Europe|Pacific)/|(?i:sandbox)")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_code_stands_in_a_summary(language: str) -> None:
    for vertical in business_verticals(language):
        organization = replace(CUSTOMER, business_vertical=vertical.code)
        assert vertical.name in [value for _, value in wording.organization_rows(language, organization)]
    for name in ("Europe/Berlin", "America/Argentina/ComodRivadavia", "Asia/Calcutta", "America/Port-au-Prince", "UTC"):
        location = replace(HEADQUARTERS, time_zone=name)
        told = [value for _, value in wording.location_rows(language, location)]
        assert all(told)
        assert name == "UTC" or name not in told
    pdf = render_summary(replace(SUMMARY, customer=replace(CUSTOMER, business_vertical="OTHER")), language)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert CODE.findall(text) == []
    assert {"en": "Berlin, Germany", "de": "Berlin, Deutschland"}[language] in " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "What Close does for Meetings In this order Final Create brandt.webex.com. Its name",
        ),
        ("de", "Was beim Schließen von Meetings geschieht In dieser Reihenfolge Endgültig brandt.webex.com anlegen."),
    ],
)
def test_a_draft_tells_what_close_will_do(language: str, words: str) -> None:
    message = "Create {name}.webex.com. Its name and early release schedule can’t be changed afterwards."
    line = PlanLine(message=message, values={"name": "brandt"}, irreversible=True)
    pdf = render_summary(replace(SUMMARY, draft=True, plans=(Plan(service="MEETINGS", lines=(line,)),)), language)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    assert words in text
    assert {"en": "afterwards. Yes", "de": "ändern. Ja"}[language] in text
