"""Tests of what a screen reader finds in the order summary."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from backend.pdf.document import render_summary
from tests.pdf.data import CUSTOMER, SUMMARY

PAINTING = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"s", b"S", b"Do", b"sh"}
MANY = replace(
    SUMMARY,
    draft=True,
    sites=tuple(replace(SUMMARY.sites[0], url=f"brandt-{number}.webex.com") for number in range(50)),
)


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return PdfReader(BytesIO(render_summary(MANY, "de")))


def below(node: Any) -> Iterator[Any]:
    """All elements from this one on, in reading order."""
    yield node
    for kid in node["/K"]:
        if "/S" in kid.get_object():
            yield from below(kid.get_object())


def elements(reader: PdfReader) -> list[Any]:
    root: Any = reader.trailer["/Root"]
    return list(below(root["/StructTreeRoot"]["/K"].get_object()))


def marks(element: Any) -> list[tuple[Any, int]]:
    kids = [kid.get_object() for kid in element["/K"]]
    return [(kid.raw_get("/Pg"), int(kid["/MCID"])) for kid in kids if "/MCID" in kid]


def test_the_document_tells_its_title_and_language(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Bestellübersicht DE-4500127"


def test_everything_that_is_painted_is_tagged_or_an_artifact(reader: PdfReader) -> None:
    for page in reader.pages:
        depth = 0
        for _, operator in ContentStream(page["/Contents"], reader).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth in (0, 1)
            assert depth or operator not in PAINTING
        assert depth == 0


def test_each_mark_belongs_to_exactly_one_element(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    tree = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owned = {(page.idnum, number): element for element in elements(reader) for page, number in marks(element)}
    for index, page in enumerate(reader.pages):
        parents_at: Any = page["/StructParents"]
        assert parents_at == index
        assert page.indirect_reference is not None
        parents = [parent.get_object() for parent in tree[2 * index + 1]]
        drawn = [
            int(operands[1]["/MCID"])
            for operands, operator in ContentStream(page["/Contents"], reader).operations
            if operator == b"BDC"
        ]
        assert drawn == list(range(len(parents)))
        assert [owned[page.indirect_reference.idnum, number] for number in drawn] == parents
    assert len(owned) == sum(len(marks(element)) for element in elements(reader))


def test_headings_and_tables_follow_each_other_as_they_are_read(reader: PdfReader) -> None:
    top = [str(kid.get_object()["/S"]) for kid in elements(reader)[0]["/K"]]
    assert top == [
        *("/H1", "/P", "/P"),
        *("/H2", "/Table"),  # order
        *("/H2", "/H3", "/Table", "/H3", "/Table"),  # organizations
        *("/H2", "/Table"),  # services
        *("/H2", "/Table"),  # licenses
        *("/H2", "/Table"),  # sites, over several pages
        *("/H2", "/Table"),  # locations
        *("/H2", "/Table"),  # what leads from paper to the order
    ]


def test_a_table_over_several_pages_is_one_with_one_head(reader: PdfReader) -> None:
    tables = [[row.get_object() for row in item["/K"]] for item in elements(reader) if item["/S"] == "/Table"]
    sites = max(tables, key=len)
    assert len(sites) == 1 + 50
    kinds = [[(str(cell["/S"]), str(cell.get("/A", {}).get("/Scope", ""))) for cell in row["/K"]] for row in sites]
    assert kinds[0] == [("/TH", "/Column")] * 4
    assert all(kind == [("/TD", "")] * 4 for kind in kinds[1:])
    assert len({page.idnum for row in sites for cell in row["/K"] for page, _ in marks(cell)}) > 1


def test_each_heading_is_one_bookmark_to_its_page(reader: PdfReader) -> None:
    (summary, parts) = reader.outline
    titles = [part.title for part in parts if not isinstance(part, list)]
    parts_in_order = ["Bestellung", "Organisationen", "Dienste", "Lizenzen", "Meeting-Sites", "Calling-Standorte"]
    assert titles == [*parts_in_order, "Diese Kopie vergleichen"]
    targets = [reader.get_destination_page_number(part) for part in parts if not isinstance(part, list)]
    assert targets == sorted(target for target in targets if target is not None)
    assert "Meeting-Sites" in reader.pages[targets[4] or 0].extract_text()
    assert "brandt-0.webex.com" in reader.pages[targets[4] or 0].extract_text()
    assert summary.title == "Bestellübersicht"  # type: ignore[union-attr]


def test_rows_of_a_list_are_headed_by_their_label(reader: PdfReader) -> None:
    order = next(item for item in elements(reader) if item["/S"] == "/Table")
    for row in order["/K"]:
        label, value = row["/K"]
        assert (label["/S"], label["/A"]["/Scope"], value["/S"]) == ("/TH", "/Row", "/TD")


def test_names_from_right_to_left_are_read_in_their_order() -> None:
    named = replace(SUMMARY, customer=replace(CUSTOMER, name="شركة براندت GmbH"))
    spoken = [
        item["/ActualText"]
        for item in elements(PdfReader(BytesIO(render_summary(named, "en"))))
        if "/ActualText" in item
    ]
    assert spoken == ["شركة براندت GmbH"]
