"""Files of orders, JSON lines or CSV as spreadsheets write it, read line by line however large they are."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getreader
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec.structs import fields

from backend.commands.common import CommandFailed
from backend.provisioning.new_order import NewOrder

MAX_LINE = 1 << 20  # bytes: the longest order that the API takes is a tenth of it
_LICENSE = {"name": "licenseName", "service": "licenseService", "scope": "licenseScope", "totalUnits": "licenseUnits"}
_OF_ORDER = [one.encode_name for one in fields(NewOrder) if one.name != "licenses"]
_REQUIRED = [one.encode_name for one in fields(NewOrder) if one.required and one.name != "licenses"]
COLUMNS = [*_OF_ORDER, *_LICENSE.values()]


@dataclass(frozen=True, slots=True)
class FileRow:
    """What stands on a line, or from there on: an order, or what is wrong with it."""

    line: int
    order: NewOrder | None = None
    wrong: str = ""


def read_orders(path: Path, file: BinaryIO) -> Iterator[FileRow]:
    """The orders of a file, by its name JSON lines or CSV. Raises CommandFailed for one that can't be read on."""
    match path.suffix.lower():
        case ".jsonl" | ".ndjson":
            return _json_lines(file)
        case ".csv":
            return _csv(path, file)
        case _:
            raise CommandFailed(f"{path}: a file of orders is called .jsonl or .csv")


def _json_lines(file: BinaryIO) -> Iterator[FileRow]:
    for number, line in enumerate(_lines(file), 1):
        text = line.removeprefix(BOM_UTF8) if number == 1 else line
        if len(line) > MAX_LINE:
            yield FileRow(number, wrong=f"longer than {MAX_LINE} bytes")
        elif text.strip():
            yield _row(number, partial(msgspec.json.decode, text, type=NewOrder))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only the beginning, so that it takes no memory."""
    while line := file.readline(MAX_LINE + 1):
        yield line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = file.readline(MAX_LINE + 1)


def _row(number: int, read: Callable[[], NewOrder]) -> FileRow:
    try:
        return FileRow(number, read())
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        return FileRow(number, wrong=str(error))


@dataclass(slots=True)
class _Lines:
    """An order of a CSV file: the columns of its first line, and a license of each of its lines."""

    line: int
    order: dict[str, str]
    licenses: list[dict[str, str]] = field(default_factory=list)
    wrong: str = ""

    def row(self) -> FileRow:
        """The order."""
        if self.wrong:
            return FileRow(self.line, wrong=self.wrong)
        read = {**self.order, "licenses": self.licenses}
        return _row(self.line, partial(msgspec.convert, read, NewOrder, strict=False))


def _csv(path: Path, file: BinaryIO) -> Iterator[FileRow]:
    """The orders of a CSV file. Lines one after the other that have the same number, or none, are one order."""
    texts, skipped = _texts(path, file), 1
    head = next(texts, "")
    if head.lower().startswith("sep="):  # which spreadsheets write before the names
        delimiter, head, skipped = head.strip()[4:5] or ",", next(texts, ""), 2
    else:
        delimiter = max(",;\t", key=head.count)
    names = _names(path, next(csv.reader([head], delimiter=delimiter), []))
    table = csv.reader(texts, delimiter=delimiter, strict=True)
    begun: _Lines | None = None
    try:
        for cells in table:
            line = table.line_num + skipped - sum(cell.count("\n") for cell in cells)
            if not any(cell.strip() for cell in cells):
                continue
            found = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
            if begun is not None and found.get("orderNumber") not in {None, begun.order.get("orderNumber")}:
                yield begun.row()
                begun = None
            begun = begun or _Lines(line, {name: found[name] for name in _OF_ORDER if name in found})
            _add(begun, line, found, cells[len(names) :])
    except csv.Error as error:
        raise CommandFailed(f"{path}: line {table.line_num + skipped}: {error}") from error
    if begun is not None:
        yield begun.row()


def _add(order: _Lines, line: int, found: Mapping[str, str], beyond: list[str]) -> None:
    """Add what a line says to its order."""
    if any(cell.strip() for cell in beyond):
        order.wrong = order.wrong or f"line {line} has more cells than the first line has names"
    other = next((name for name in _OF_ORDER if name in found and found[name] != order.order.get(name)), None)
    if other is not None:
        order.wrong = order.wrong or f"{other} of line {line} differs from that of line {order.line}"
    license = {name: found[column] for name, column in _LICENSE.items() if column in found}
    if license:
        order.licenses.append(license)


def _names(path: Path, head: list[str]) -> list[str]:
    """The columns, whatever their case and whatever parts their words. Raises CommandFailed."""
    known = {_bare(name): name for name in COLUMNS}
    unknown = [name for name in head if name.strip() and _bare(name) not in known]
    if unknown:
        raise CommandFailed(f"{path}: there is no column {unknown[0]!r}; there are {', '.join(COLUMNS)}")
    names = [known.get(_bare(name), "") for name in head]
    missing = [name for name in [*_REQUIRED, *_LICENSE.values()] if name not in names]
    if missing:
        raise CommandFailed(f"{path}: the first line names no column {', '.join(missing)}")
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise CommandFailed(f"{path}: the first line names {twice} twice")
    return names


def _bare(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def _texts(path: Path, file: BinaryIO) -> Iterator[str]:
    """The lines of a CSV file as text: UTF-8, or UTF-16 if it says so. Raises CommandFailed."""
    start = file.read(3)
    file.seek(0)
    try:
        if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            yield from getreader("utf-16")(file)
            return
        for number, line in enumerate(_lines(file), 1):
            if len(line) > MAX_LINE:
                raise CommandFailed(f"{path}: line {number} is longer than {MAX_LINE} bytes")
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise CommandFailed(f"{path}: this is no text in UTF-8; save it as “CSV UTF-8” ({error})") from error
