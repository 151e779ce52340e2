"""Tests of what the order summary shows."""

import logging
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from backend import language
from backend.pdf.document import html, policy, render_summary
from backend.pdf.summary import OrganizationLine, SiteLine, Summary
from tests.busy import TRIES
from tests.pdf.data import BRIEF, CUSTOMER, SUMMARY

ROOT = Path(__file__).parents[2]


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
        "brandt.webex.com Primary site Berlin, Germany Yes 1,000 Webex Meetings 50 Webex Webinars",
        "brandt-us.webex.com Chicago, United States No –",
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
        "Primäre Site Berlin, Deutschland Ja",
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
    german = language.read_catalogue("de")
    assert [message for message in asked if message not in german] == []


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


def objects(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The dictionaries of a file."""
    found = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    return (item for item in found if isinstance(item, DictionaryObject))


def embedded(pdf: bytes) -> set[str]:
    """The names of the fonts whose letters are in the file."""
    descriptors = (item for item in objects(PdfReader(BytesIO(pdf))) if "/FontFile2" in item)
    return {str(item["/FontName"]).partition("+")[2] for item in descriptors}


NAMES = [
    *("Брандт Логистика", "Μπραντ Λογιστική", "Nguyễn Huệ", "Ґанок Ќирил", "हिंदी विज्ञान संस्थान", "বাংলাদেশ র\u200d্যাংগস"),
    *("ਪੰਜਾਬੀ ਯੂਨੀਵਰਸਿਟੀ", "ગુજરાતી વિદ્યાપીઠ", "ଓଡ଼ିଆ ବିଶ୍ୱବିଦ୍ୟାଳୟ", "தமிழ்நாடு நிறுவனம்"),
    *("తెలుగు విశ్వవిద్యాలయం", "ಕನ್ನಡ ವಿಶ್ವವಿದ್ಯಾಲಯ", "മലയാളം സർവ്വകലാശാല", "ශ්\u200dරී ලංකා"),
    *("Հայաստան", "საქართველო", "ក្រុមហ៊ុនកម្ពុជា", "ບໍລິສັດລາວ", "မြန်မာကုမ္ပဏီ", "ኢትዮጵያ ኩባንያ"),
    *("บริษัท น้ำดื่ม", "བོད་ལྗོངས", "ᠮᠣᠩᠭᠣᠯ", "ᏣᎳᎩ ᎠᏰᎵ", "ᐃᓄᒃᑎᑐᑦ", "ⵜⴰⵎⴰⵣⵉⵖⵜ"),
    *("ꦗꦮ", "ᱥᱟᱱᱛᱟᱲᱤ", "ᬩᬮᬶ", "株式会社髙島屋", "﨑陽軒 栁屋", "㈱ 𠮷野家"),
    *("深水埗堃记", "勃兰特物流有限公司", "주식회사 브란트", "👩\u200d💻 Labs ❤\ufe0f", "★ ☎ → ™"),
]
FROM_RIGHT = ["שלום", "مُحَمَّد", "شركة براندت", "می‌خواهم", "کمپنی لمیٹڈ", "ܣܘܪܝܝܐ", "ދިވެހި", "ߒߞߏ ߞߊ߲", "𞤀𞤣𞤤𞤢𞤥"]


def drawn(name: str) -> tuple[bytes, str]:
    """The file of an order with such a customer, and its text without blanks."""
    return told_by(replace(BRIEF, customer=replace(CUSTOMER, name=name)))


def told_by(summary: Summary) -> tuple[bytes, str]:
    """The file of a summary, and its text without blanks."""
    pdf = render_summary(summary, "en")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return pdf, "".join(text.split())


def test_a_name_in_any_script_is_drawn_and_can_be_searched() -> None:
    named = [replace(SUMMARY.licenses[0], name=name) for name in NAMES]
    pdf, text = told_by(replace(BRIEF, licenses=tuple(named)))
    assert all("other" in font or font.startswith("Inter") for font in embedded(pdf))
    assert [name for name in NAMES if "".join(unicodedata.normalize("NFC", name).split()) not in text] == []
    assert "nofontherecandraw" not in text


@pytest.mark.parametrize("name", FROM_RIGHT)
def test_a_name_from_right_to_left_is_read_in_its_order(name: str) -> None:
    pdf, text = drawn(name)
    assert set("".join(name.split())) <= set(text)
    spoken = {str(item["/ActualText"]) for item in objects(PdfReader(BytesIO(pdf))) if "/ActualText" in item}
    assert name in spoken


def test_what_no_font_has_is_written_in_latin_letters_and_said() -> None:
    _, text = drawn("𐤊𐤍𐤏𐤍 𒀀 & Co")
    assert "kn\u02bfn[U+12000]&Co" in text or "[U+12000]&Co" in text
    assert "Charactersthatnofontherecandraw" in text
    assert "(U+1090A)" in text


def test_a_server_with_nothing_but_the_build_draws_all_scripts(tmp_path: Path) -> None:
    for part in ("backend", "frontend/dist/.pdf-fonts"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    script = (
        "import sys; from pathlib import Path; from backend.pdf import fonts;"
        "print(fonts.__file__); print(*(face.path for face in map(fonts.face_for, sys.argv[1:]) if face), sep='\\n')"
    )
    letters = ["ह", "ب", "ש", "አ", "ក", "བ", "東", "★", "👩"]
    run = subprocess.run(
        [sys.executable, "-c", script, *letters],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    module, *found = run.stdout.split("\n")[:-1]
    assert Path(module).is_relative_to(tmp_path)
    assert len(found) == len(letters)
    assert not [path for path in found if "node_modules" in path]


def test_two_documents_of_one_process_have_glyphs_of_their_own() -> None:
    first = drawn("東京")[0]
    assert "北京שלום" not in drawn("東京")[1]
    assert "北京" in drawn("北京")[1]
    assert drawn("東京")[0] == first


@pytest.mark.slow
def test_two_hundred_locations_take_three_seconds_at_most() -> None:
    address = "شارع الملك فهد، مبنى B12، الطابق 3"
    many = tuple(replace(SUMMARY.locations[0], name=f"{address} {at}", address1=address) for at in range(200))
    render_summary(SUMMARY, "en")
    drawn = []

    def seconds() -> float:
        before = process_time()
        drawn.append(render_summary(replace(SUMMARY, locations=many), "en"))
        return process_time() - before

    assert any(seconds() < 3 for _ in range(TRIES))
    told = "".join(page.extract_text() for page in PdfReader(BytesIO(drawn[0])).pages)
    assert "More locations" in told


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
    site = SiteLine(url=url, time_zone="America/Argentina/Buenos_Aires_Nowhere", early_release=False)
    pdf = render_summary(replace(SUMMARY, sites=(site,), customer=OrganizationLine(name=name, country="DE")), "en")
    lines = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for long in (name, url):
        assert long not in lines
        assert long in "".join(lines.split())


def test_every_table_is_tagged_as_one_of_its_own() -> None:
    three = tuple(replace(SUMMARY.locations[0], name=f"Standort {number}") for number in range(3))
    reader = PdfReader(BytesIO(render_summary(replace(SUMMARY, locations=three), "en")))
    tables = [item for item in objects(reader) if item.get("/S") == "/Table"]
    assert len(tables) == len(("order", "partner", "customer", "services", "licenses", "sites", *three, "copy"))
