"""CSV after RFC 4180: UTF-8, a head, one line a record, made line by line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.http import StreamingHttpResponse

from statements.exports.cells import cells
from statements.exports.fields import Field
from statements.exports.files import streamed

SPECIAL = re.compile('[",\r\n]')
BOM = "\ufeff"  # by which some spreadsheets know UTF-8


def csv_lines(
    fields: Sequence[Field], records: Iterable[Any], *, bom: bool = False
) -> Iterator[str]:
    """The lines of the file, with CRLF. Raises ValueError where the first column is not `id`."""
    if not fields or fields[0].name != "id":
        raise ValueError("The first column of a CSV file is “id”.")
    return _lines(fields, records, bom)


def _lines(fields: Sequence[Field], records: Iterable[Any], bom: bool) -> Iterator[str]:
    head = line([field.name for field in fields])
    yield f"{BOM}{head}" if bom else head
    values = [field.value for field in fields]
    for record in records:
        yield line(cells([value(record) for value in values]))


def line(texts: Iterable[str]) -> str:
    """Cells as RFC 4180 has them, in quotation marks where they need them.

    `csv.writer` gives the same, but compares every character with those that end a line, and so
    takes three times as long.
    """
    quoted = [
        '"' + text.replace('"', '""') + '"' if SPECIAL.search(text) else text for text in texts
    ]
    return ",".join(quoted) + "\r\n"


def csv_response(
    *, name: str, fields: Sequence[Field], records: Iterable[Any], bom: bool = False
) -> StreamingHttpResponse:
    """The records as a CSV file called `name`.csv, sent while they are read.

    The first of the fields is `id`. Cells that a spreadsheet would take for formulas are made
    harmless (see `cells`); `bom` puts a byte order mark in front.
    """
    lines = csv_lines(fields, records, bom=bom)
    return streamed(lines, name=name, extension="csv", content_type="text/csv")
