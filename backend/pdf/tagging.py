"""Tag the PDF for screen readers: headings, paragraphs and tables with their heads; all decoration is an artifact.

xhtml2pdf writes no structure. What is drawn is bracketed while ReportLab draws it, and the collected tree is added to
the finished file.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)


@dataclass(eq=False)
class Element:
    """A node of the tree; its kids are elements, and marks on pages as (page index, number)."""

    tag: str
    scope: str | None = None
    spoken: str | None = None
    kids: "list[Element | tuple[int, int]]" = field(default_factory=list)

    def add(self, kid: "Element") -> "Element":
        """Put an element below this one."""
        self.kids.append(kid)
        return kid


class Structure:
    """The tree of a document while it is drawn. A document that is drawn several times has the tree of the last."""

    def __init__(self, said: Callable[[str], str | None]) -> None:
        self._said = said
        self._begin(None)

    def _begin(self, canvas: Any) -> None:
        self._canvas = canvas
        self.root = Element("Document")
        self.open = [self.root]
        # With the head itself: while it lives, no other table's head has its id.
        self.tables: dict[int, tuple[Any, Element]] = {}
        self._numbers: Counter[int] = Counter()
        self._decoration = False

    def begin_page(self, canvas: Any) -> None:
        """Start anew with each drawing of the document."""
        if canvas is not self._canvas:
            self._begin(canvas)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn in here means nothing to a reader."""
        if self._decoration:
            yield
            return
        self._decoration = True
        self._emit("/Artifact BMC")
        yield
        self._emit("EMC")
        self._decoration = False

    def paragraph(self, paragraph: Any) -> AbstractContextManager[None]:
        """A paragraph is an element of its own, or the content of its cell."""
        if self._decoration:
            return _without_bookmark(paragraph)
        heading = getattr(paragraph, "outline", False)
        inside = self.open[-1]
        if heading:
            element = inside.add(Element(f"H{paragraph.outlineLevel + 1}"))
        else:
            element = inside if inside.tag in ("TH", "TD") else inside.add(Element("P"))
        if element.tag in ("P", "TD"):
            element.spoken = self._said(paragraph.getPlainText(identify=True))
        return self._content(element)

    @contextmanager
    def _content(self, element: Element) -> Iterator[None]:
        page = self._canvas.getPageNumber() - 1
        number = self._numbers[page]
        self._numbers[page] += 1
        element.kids.append((page, number))
        self._emit(f"/{element.tag} <</MCID {number}>> BDC")
        yield
        self._emit("EMC")

    def _emit(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001 ReportLab has no call for marked content

    def table(self) -> "_TableTags | None":
        """What ReportLab tells while it draws a table; nothing within an artifact."""
        return None if self._decoration else _TableTags(self)


class _TableTags:
    """Makes rows and cells of a table, which goes on over pages; a repeated head is an artifact."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._stack = ExitStack()
        self._table = Element("Table")
        self._continued = False

    def __call__(self, table: Any, event: str, *details: Any) -> None:
        match event:
            case "startTable" if table.repeatRows:
                head = table._cellvalues[0][0]  # noqa: SLF001 its pieces on later pages share the head
                self._continued = id(head) in self._structure.tables
                _, self._table = self._structure.tables.setdefault(id(head), (head, self._table))
            case "startBG" | "startLines":
                self._stack.enter_context(self._structure.artifact())
            case "endBG" | "endLines":
                self._stack.close()
            case "startRow":
                self._start_row(table, details[0])
            case "startCell" if self._in_row:
                self._structure.open.append(self._row.add(_cell(table, details[0], details[1])))
            case "endCell" if self._in_row:
                self._structure.open.pop()
            case "endRow":
                self._stack.close()

    def _start_row(self, table: Any, number: int) -> None:
        repeated = number < table.repeatRows
        title = repeated and number < table.repeatRows - 1
        self._in_row = not title and not (repeated and self._continued)
        if repeated and self._continued:
            self._stack.enter_context(self._structure.artifact())
        if self._in_row:
            if not self._table.kids:
                self._structure.open[-1].add(self._table)
            self._row = self._table.add(Element("TR"))


def _cell(table: Any, row: int, column: int) -> Element:
    """The last of the repeated rows heads the columns; a table without heads its rows."""
    if row < table.repeatRows:
        return Element("TH", "Column")
    return Element("TH", "Row") if column == 0 and not table.repeatRows else Element("TD")


@contextmanager
def _without_bookmark(paragraph: Any) -> Iterator[None]:
    """A heading that is repeated on a later page is no second bookmark."""
    listed = getattr(paragraph, "outline", False)
    paragraph.outline = False
    yield
    paragraph.outline = listed


@contextmanager
def tagged(said: Callable[[str], str | None]) -> Iterator[Structure]:
    """Documents that xhtml2pdf makes in here are bracketed; one at a time.

    `said` tells the words behind what is drawn, where they are others.
    """
    from xhtml2pdf.xhtml2pdf_reportlab import PmlPageTemplate, PmlParagraph, PmlTable

    structure = Structure(said)
    draw_page, draw_paragraph, draw_table = PmlPageTemplate.beforeDrawPage, PmlParagraph.draw, PmlTable.draw

    def page(template: Any, canvas: Any, document: Any) -> None:
        structure.begin_page(canvas)
        with structure.artifact():
            draw_page(template, canvas, document)

    def paragraph(self: Any) -> None:
        with structure.paragraph(self):
            draw_paragraph(self)

    def table(self: Any) -> None:
        self._renderCB = structure.table()
        draw_table(self)

    PmlPageTemplate.beforeDrawPage, PmlParagraph.draw, PmlTable.draw = page, paragraph, table
    try:
        yield structure
    finally:
        PmlPageTemplate.beforeDrawPage, PmlParagraph.draw, PmlTable.draw = draw_page, draw_paragraph, draw_table


def with_structure(pdf: bytes, structure: Structure, spoken: Mapping[str, str]) -> bytes:
    """The same document with its tree. Title and language are in it already.

    `spoken` is the text that characters for private use stand for, for those who search and copy.
    """
    writer = PdfWriter(clone_from=BytesIO(pdf))
    _name_characters(writer, spoken)
    owners: dict[int, dict[int, IndirectObject]] = defaultdict(dict)
    tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot")})
    root = _add_object(writer, tree)
    tree[NameObject("/K")] = _write_element(writer, structure.root, root, owners)
    numbers = ArrayObject()
    for index, page in enumerate(writer.pages):
        page[NameObject("/StructParents")] = NumberObject(index)
        page[NameObject("/Tabs")] = NameObject("/S")
        numbers += [NumberObject(index), ArrayObject(owners[index][mark] for mark in sorted(owners[index]))]
    tree[NameObject("/ParentTree")] = _add_object(writer, DictionaryObject({NameObject("/Nums"): numbers}))
    writer.root_object.update(
        {
            NameObject("/StructTreeRoot"): root,
            NameObject("/MarkInfo"): DictionaryObject({NameObject("/Marked"): BooleanObject(True)}),
            NameObject("/ViewerPreferences"): DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)}),
        }
    )
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _name_characters(writer: PdfWriter, spoken: Mapping[str, str]) -> None:
    """Let the fonts' tables of characters tell the text behind what they draw."""

    def named(found: re.Match[bytes]) -> bytes:
        text = spoken.get(chr(int(found[2], 16)))
        return found[1] + (text.encode("utf-16-be").hex().upper().encode() if text else found[2]) + b">"

    for item in writer._objects:  # noqa: SLF001 every object of the file
        if isinstance(item, DictionaryObject) and "/ToUnicode" in item:
            table = item["/ToUnicode"].get_object()
            if isinstance(table, StreamObject):
                table.set_data(re.sub(rb"(<[0-9A-F]{2}> <)([0-9A-F]{4})>", named, table.get_data()))


def _write_element(
    writer: PdfWriter, element: Element, parent: IndirectObject, owners: dict[int, dict[int, IndirectObject]]
) -> IndirectObject:
    """Write an element and all below it; note which element owns each mark of a page."""
    node = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject(f"/{element.tag}"),
            NameObject("/P"): parent,
        }
    )
    reference = _add_object(writer, node)
    if element.scope:
        node[NameObject("/A")] = DictionaryObject(
            {NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject(f"/{element.scope}")}
        )
    if element.spoken:
        node[NameObject("/ActualText")] = TextStringObject(element.spoken)
    kids = ArrayObject()
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(_write_element(writer, kid, reference, owners))
        else:
            kids.append(_mark(writer, *kid))
            owners[kid[0]][kid[1]] = reference
    node[NameObject("/K")] = kids
    return reference


def _mark(writer: PdfWriter, page: int, number: int) -> DictionaryObject:
    at = writer.pages[page].indirect_reference
    assert at is not None
    return DictionaryObject(
        {NameObject("/Type"): NameObject("/MCR"), NameObject("/Pg"): at, NameObject("/MCID"): NumberObject(number)}
    )


def _add_object(writer: PdfWriter, item: DictionaryObject) -> IndirectObject:
    return writer._add_object(item)  # noqa: SLF001 the way that pypdf's own documentation shows
