"""Tests of what the order summary shows."""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from backend import language
from backend.pdf.document import html, policy, render_summary
from backend.pdf.scripts import marked
from backend.pdf.summary import OrganizationLine, SiteLine, Summary
from tests.pdf.data import CUSTOMER, SUMMARY


@pytest.fixture(autouse=True)
def _nothing_is_missing(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """xhtml2pdf only warns of missing fonts and images: here that fails."""
    caplog.set_level(logging.WARNING)
    yield
    assert [record.getMessage() for record in caplog.records] == []


def pages(summary: Summary, tongue: str = "en") -> list[str]:
    """The text of each page, blanks as one."""
    reader = PdfReader(BytesIO(render_summary(summary, tongue)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def words(summary: Summary, tongue: str = "en") -> str:
    return " ".join(pages(summary, tongue))


def test_the_summary_tells_everything_in_english() -> None:
    told = words(SUMMARY)
    for part in (
        "Order summary",
        "DE-4500127",
        "Sub-1029384",
        "36 months, 1 December 2026 – 30 November 2029",
        "Nordlicht IT-Handel, petersen@nordlicht.example",
        "lena.vogt@halden.example",
        "Halden Systeme AG",
        "Brandt Logistik Holding",
        "Austria",
        "Provisioning administrator",
        "Webex Meetings Meetings Per site 1,250",
        "Calling Professional Calling Whole organization 250",
        "brandt.webex.com Primary site Europe/Berlin Yes 1,000 Webex Meetings 50 Webex Webinars",
        "brandt-us.webex.com America/Chicago No –",
        "Hauptzentrale Köln",
        "Domkloster 4 Etage 2 50667 Köln Germany",
        "German (Germany)",
        "Meetings Provisioning",
        "Calling Cannot provision: The number range is used up",
        "Messaging Provisioned",
        "Generated from the order as of 20 November 2026, 14:05 UTC",
    ):
        assert part in told
    assert "Draft" not in told


def test_the_summary_tells_everything_in_german() -> None:
    told = words(SUMMARY, "de")
    for part in (
        "Bestellübersicht",
        "36 Monate, 1. Dezember 2026 – 30. November 2029",
        "Österreich",
        "Bereitstellungsadministrator",
        "Webex Meetings Meetings Je Site 1.250",
        "Primäre Site Europe/Berlin Ja",
        "Deutschland",
        "Englisch (Vereinigtes Königreich)",
        "Bereitstellung nicht möglich: The number range is used up",
        "Seite 1 von",
    ):
        assert part in told


def test_every_word_of_the_summary_has_a_german_one() -> None:
    template = (Path(language.__file__).parent / "pdf/templates/summary.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'_\("([^"]+)"', template))
    assert len(asked) > 20
    assert asked <= set(language._messages("de"))


@pytest.mark.parametrize(("tongue", "mark"), [("en", "Draft – not submitted"), ("de", "Entwurf – nicht abgeschickt")])
def test_a_draft_says_so_on_every_page(tongue: str, mark: str) -> None:
    many = tuple(replace(SUMMARY.sites[0], url=f"brandt-{number}.webex.com") for number in range(40))
    told = pages(replace(SUMMARY, draft=True, sites=many), tongue)
    assert len(told) > 2
    assert all(mark in page for page in told)


def test_an_order_at_its_beginning_has_a_summary_too() -> None:
    told = words(replace(SUMMARY, partner=None, customer=None, sites=(), locations=(), draft=True))
    assert "not mapped to a customer organization yet" in told
    assert "Meeting sites" not in told


def test_long_tables_repeat_their_head_and_pages_are_numbered() -> None:
    many = tuple(replace(SUMMARY.sites[0], url=f"brandt-{number}.webex.com") for number in range(50))
    told = pages(replace(SUMMARY, sites=many))
    with_sites = [page for page in told if re.search(r"brandt-\d+\.webex", page)]
    assert len(with_sites) > 1
    assert all("Webex URL Time zone Early release Licenses" in page for page in with_sites)
    assert all(f"Page {number} of {len(told)}" in page for number, page in enumerate(told, 1))
    assert all(f"brandt-{number}.webex.com" in " ".join(told) for number in range(50))


def embedded(pdf: bytes) -> set[str]:
    """The names of the fonts whose letters are in the file."""
    found = (item.get_object() for item in map(PdfReader(BytesIO(pdf)).get_object, range(1, 200)) if item)
    descriptors = (item for item in found if isinstance(item, DictionaryObject) and "/FontFile2" in item)
    return {str(item["/FontName"]).partition("+")[2] for item in descriptors}


@pytest.mark.parametrize(
    ("name", "font"),
    [
        ("Брандт Логистика", "Inter-Regular"),
        ("Μπραντ Λογιστική", "Inter-Regular"),
        ("株式会社ブラント物流", "NotoSansSC-Regular"),
        ("勃兰特物流有限公司", "NotoSansSC-Regular"),
        ("브란트 물류", "NotoSansKR-Regular"),
        ("บรันต์", "NotoSansThai-Regular"),
    ],
)
def test_names_in_other_scripts_are_drawn_with_embedded_letters(name: str, font: str) -> None:
    pdf = render_summary(replace(SUMMARY, customer=replace(CUSTOMER, name=name)), "en")
    assert font in embedded(pdf)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "".join(name.split()) in "".join(text.split())


def test_arabic_is_joined_and_runs_from_right_to_left() -> None:
    pdf = render_summary(replace(SUMMARY, customer=replace(CUSTOMER, name="شركة براندت")), "en")
    assert "NotoSansArabic-Regular" in embedded(pdf)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert re.search("[\ufe70-\ufeff]{3}", text), "letters take the form that their place in the word asks for"


def test_only_the_fonts_that_are_needed_are_embedded() -> None:
    assert embedded(render_summary(SUMMARY, "en")) == {"Inter-Regular", "Inter-SemiBold"}


def test_the_same_order_is_the_same_bytes_and_a_changed_one_is_not() -> None:
    first = render_summary(SUMMARY, "en")
    assert render_summary(SUMMARY, "en") == first
    assert render_summary(replace(SUMMARY, changed_at=SUMMARY.changed_at + timedelta(seconds=1)), "en") != first
    assert b"20261120140500" in first


EVIL = (
    '<img src="file:///etc/passwd"><pdf:include src="file:///etc/passwd"/><link rel=stylesheet href="http://127.0.0.1/x">'
    "<style>@font-face{font-family:x;src:url(../document.py)}</style>{{ 7*7 }}&lt;"
)


def test_markup_in_names_is_only_text() -> None:
    told = words(replace(SUMMARY, company_name=EVIL, sites=(replace(SUMMARY.sites[0], url=EVIL),)))
    assert '<img src="file:///etc/passwd">' in told
    assert "{{ 7*7 }}&lt;" in told
    assert "root:" not in told


def test_even_unescaped_markup_could_read_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from xhtml2pdf import pisa

    secret = tmp_path / "secret.svg"
    secret.write_text("<svg/>")
    page = html(SUMMARY, "en").replace("</body>", f'<img src="{secret.as_uri()}"><img src="../document.py"></body>')
    pisa.CreatePDF(page, BytesIO(), path=str(policy().base_dir / "x.html"), resource_policy=policy())
    assert "outside the directories" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("url", ["a" * 50 + ".webex.com", "東" * 40])
def test_long_names_wrap_inside_their_column(url: str) -> None:
    name = "Internationale-Speditions-und-Lagerhaus-Beteiligungsgesellschaft" * 3
    site = SiteLine(url=url, time_zone="America/Argentina/ComodRivadavia", early_release=False)
    pdf = render_summary(replace(SUMMARY, sites=(site,), customer=OrganizationLine(name=name, country="DE")), "en")
    lines = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for long in (name, url, site.time_zone):
        assert long not in lines
        assert long in "".join(lines.split())


def test_runs_of_other_scripts_are_marked_and_escaped() -> None:
    assert marked("A <b> 東京 & Köln") == 'A &lt;b&gt; <span class="Han">東京</span> &amp; Köln'
    assert marked("شركة براندت") == '<span class="Arabic">شركة براندت</span>'
    assert marked("one\ntwo") == "one<br/>two"
