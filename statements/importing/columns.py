"""The columns of a file of statements: those of the export, of which some can be changed.

What the register holds is read by the export's own columns from the export's own rows, so that a
file that was not touched changes nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from statements.exports.cells import NUL, NUL_SHOWN, SEPARATOR, plain
from statements.exports.statements import STATEMENTS
from statements.importing.table import Given

PLAIN = (
    "date_basis", "date_note", "weekday_as_printed", "role_as_printed", "attributed_as", "kind",
    "text", "language", "original_text", "original_language", "summary", "context", "venue",
    "acknowledges_problem",
)  # fmt: skip
RELATED = ("speaker", "organisation", "role", "event")
MANY = ("topics", "functions")
CITED = ("sources", "locators", "excerpts")  # side by side
LISTS = (*MANY, *CITED)
WRITABLE = ("said_on", *RELATED, *PLAIN, *MANY, *CITED)
ID, VERSION, NOTE = "id", "version", "note"
LINE_END = re.compile("\r\n?")
#: Addresses begin with that of the site that made the file; only what follows is compared.
SITE = re.compile("https?://[^/]*")


@dataclass(frozen=True)
class Column:
    """A column as it is compared with the register."""

    name: str
    read: Callable[[Any], object]

    @property
    def is_writable(self) -> bool:
        return self.name in WRITABLE

    def holds(self, record: Any, given: Given) -> bool:
        """Whether the record has just this in the column, but for the ends of its lines."""
        value = self.read(record)
        if isinstance(given, list):
            return given == texts(value)
        own, other = shown(value), even(given)
        if self.name == "url":
            own, other = SITE.sub("", own), SITE.sub("", other)
        return own == other or (self.name not in LISTS and own.strip() == other.strip())


def shown(value: object) -> str:
    """A value as the text of a cell, without what makes it safe in a spreadsheet."""
    return even(plain(value).replace(NUL, NUL_SHOWN))


def texts(value: object) -> list[str]:
    """A value as the texts of a list; several for a list alone."""
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return [plain(value)] if value not in (None, "") else []


def even(text: str) -> str:
    """The text with line feeds at the ends of its lines, which spreadsheets change."""
    return LINE_END.sub("\n", text)


def parts(given: Given) -> list[str]:
    """The several values of a cell."""
    if isinstance(given, list):
        return given
    return given.split(SEPARATOR) if given else []


COLUMNS = {field.name: Column(field.name, field.value) for field in STATEMENTS.fields("")}
#: Every name that may stand in the head of a file.
KNOWN = [*COLUMNS, NOTE]
