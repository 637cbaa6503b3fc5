"""A file of statements as rows of cells: CSV as spreadsheets write it, or JSON Lines."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from django.utils.translation import gettext as _

from statements.exports.cells import original, plain
from statements.exports.tables import BOM

Given = str | list[str]  # a cell; a list only in JSON
DELIMITERS = ",;\t"
MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
NOT_KEPT = re.compile("[\0\ud800-\udfff]")
LONGEST_CELL = 200_000  # characters: more than any column takes


class FileError(Exception):
    """The file as a whole cannot be read; a sentence for whoever sent it."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, in a sentence; in which row, and in which column, if in one."""

    row: int
    column: str
    text: str

    def __str__(self) -> str:
        place = _("row %d") % self.row if self.row else _("file")
        return f"{place}, {self.column}: {self.text}" if self.column else f"{place}: {self.text}"


@dataclass
class Row:
    """The cells of a row by column. The head of a CSV file is row 1, as in a spreadsheet."""

    number: int
    cells: dict[str, Given] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, column: str, text: str) -> None:
        self.faults.append(Fault(self.number, column, text))

    @property
    def is_empty(self) -> bool:
        return not self.faults and not any(self.cells.values())


def decoded(data: bytes) -> str:
    """The text of a file. Raises FileError where it is neither UTF-8 nor marked as UTF-16."""
    encoding = "utf-16" if data.startswith(MARKS_OF_UTF16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise FileError(
            _("Line %d is not UTF-8. Save the file as “CSV UTF-8”, and it will be read.") % row
        ) from None


def is_json(name: str) -> bool:
    """Whether a file of this name holds JSON Lines."""
    return name.lower().endswith((".jsonl", ".ndjson"))


def rows(text: str, *, is_json: bool, known: list[str]) -> Iterator[Row]:
    """The rows of a file, the empty ones left out, if its columns are among the `known` ones.

    Raises FileError for what is no such file, perhaps only when it comes to the row.
    """
    text = text.removeprefix(BOM)
    found = _json_rows(text, known) if is_json else _csv_rows(text, known)
    for row in found:
        _look_for_what_cannot_be_kept(row)
        if not row.is_empty:
            yield row


def unknown(columns: list[str], known: list[str]) -> list[str]:
    """A sentence for each column that is not known, and for each that is there twice."""
    said = []
    for name in dict.fromkeys(columns):
        if name not in known:
            said.append(_not_known(name, known))
        elif columns.count(name) > 1:
            said.append(_("The column “%s” is there twice.") % name)
    return said


def _not_known(name: str, known: list[str]) -> str:
    if not name:
        return _("A column has no name.")
    near = get_close_matches(name, known, 1)
    said = _("There is no column “%s”.") % name
    return f"{said} {_('Did you mean “%s”?') % near[0]}" if near else said


def _csv_rows(text: str, known: list[str]) -> Iterator[Row]:
    if text[:4].lower() == "sep=":  # by which some spreadsheets name the delimiter
        text = text.partition("\n")[2]
    delimiter = _delimiter(text, known)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        if wrong := unknown(head, known):
            raise FileError(" ".join(wrong))
        number = 1
        for number, cells in enumerate(reader, start=2):
            yield _csv_row(number, head, cells)
    except csv.Error:
        said = _("Row %d cannot be read: a quotation mark is missing, or a cell is too long.")
        raise FileError(said % (number + 1)) from None


def _csv_row(number: int, head: list[str], cells: list[str]) -> Row:
    row = Row(number)
    if cells and len(cells) != len(head):
        said = _("It has %(cells)d cells, and the head has %(columns)d.")
        row.fault("", said % {"cells": len(cells), "columns": len(head)})
    elif cells:
        row.cells = {name: original(cell) for name, cell in zip(head, cells, strict=True)}
    return row


def _delimiter(text: str, known: list[str]) -> str:
    """The one that parts the head into the most names of columns."""
    head = text.partition("\n")[0].lower()

    def names(delimiter: str) -> int:
        return sum(cell.strip(' "\r') in known for cell in head.split(delimiter))

    return max(DELIMITERS, key=names)


def _json_rows(text: str, known: list[str]) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _json_row(Row(number), line, known)


def _json_row(row: Row, line: str, known: list[str]) -> Row:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        row.fault("", _("This is no JSON object."))
        return row
    for name, value in record.items():
        if name not in known:
            row.fault(name, _not_known(name, known))
        elif isinstance(value, dict) or _is_nested(value):
            row.fault(name, _("This is neither a text nor a list of texts."))
        else:
            row.cells[name] = _given(value)
    return row


def _is_nested(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict | list) for one in value)


def _given(value: object) -> Given:
    return [plain(one) for one in value] if isinstance(value, list) else plain(value)


def _look_for_what_cannot_be_kept(row: Row) -> None:
    for name, given in row.cells.items():
        if any(NOT_KEPT.search(one) for one in ([given] if isinstance(given, str) else given)):
            row.fault(name, _("It holds a character that cannot be kept."))
