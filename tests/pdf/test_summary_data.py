"""The order summary as data, and what leads from paper to it: a checksum and a QR code."""

import json
from dataclasses import fields, replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from backend.pdf.document import render_summary
from backend.pdf.summary import Summary
from backend.pdf.summary_data import checksum, file_name, summary_json
from tests.pdf.data import SUMMARY

LONG = "https://provisioning.control-hub.a-very-long-name-of-a-company.example/some/path/orders/T3JkZXI6MTIzNDU2Nzg5"


def test_the_data_are_canonical_and_whole() -> None:
    told = summary_json(SUMMARY)
    data = json.loads(told)
    assert told == json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert {key.lower() for key in data["order"]} == {one.name.replace("_", "") for one in fields(Summary)} - {
        "changedat"
    }
    assert data["order"]["sites"][0]["units"][0] == {"license": "Webex Meetings", "units": 1000}
    assert (data["order"]["startDate"], data["order"]["placedAt"]) == ("2026-12-01", "2026-11-19T09:40:00+00:00")


def test_odd_characters_stand_as_rfc_8785_writes_them() -> None:
    odd = replace(SUMMARY, company_name='\x00\x1f\x7f\n"\\/é\u2028😀<&')
    assert '"companyName":"\\u0000\\u001f\x7f\\n\\"\\\\/é\u2028😀<&"' in summary_json(odd).decode()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("address", [SUMMARY.address, LONG])
def test_the_pdf_leads_to_the_order_and_tells_the_checksum_of_the_data(language: str, address: str) -> None:
    summary = replace(SUMMARY, address=address, offer="Webex " * 12, company_name="Donaudampfschifffahrt" * 5)
    pdf = render_summary(summary, language)
    page, *others = pypdfium2.PdfDocument(pdf)
    [code] = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert code.text == address
    assert [zxingcpp.read_barcodes(other.render(scale=3).to_pil()) for other in others] == [[]] * len(others)
    told = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
    for words in (sha256(summary_json(summary)).hexdigest(), address, file_name(summary.order_number, "json")):
        assert words in told


def test_the_checksum_is_another_when_a_fact_changes_and_not_when_a_mail_was_tried() -> None:
    assert checksum(SUMMARY) == checksum(replace(SUMMARY, changed_at=SUMMARY.changed_at + timedelta(hours=1)))
    assert checksum(SUMMARY) != checksum(replace(SUMMARY, term_months=37))
