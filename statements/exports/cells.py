"""What stands in a cell of a CSV file, so that no spreadsheet takes it for a formula.

A cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a line feed (or with one
of the wide forms `＝＋－＠`, which some programs fold) gets an apostrophe in front. So does a cell
that begins with apostrophes before such a character: what stands first is then always ours, and
`original` takes exactly it off again. A plain negative number is a number and stays. NUL, which
no spreadsheet reads, becomes `␀`; only this is lost, and JSON Lines keeps it.
"""

import datetime
import re
from decimal import Decimal

SEPARATOR = " | "  # between several values in one cell
DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
NUL, NUL_SHOWN = "\0", "␀"


def cell(value: object) -> str:
    """The text of a cell for a value: nothing for None, several values parted by ` | `."""
    return neutralised(plain(value))


def plain(value: object) -> str:
    """A value as text, the same in every language: true, 2022-08-12, 16.34."""
    match value:
        case str() | None:
            return value or ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value.normalize():f}"
        case datetime.date() | datetime.datetime():
            return value.isoformat()
        case list() | tuple():
            return SEPARATOR.join(plain(one) for one in value)
    return str(value)


def neutralised(text: str) -> str:
    """The text as a spreadsheet may open it; `original` reverses this, NUL aside."""
    text = text.replace(NUL, NUL_SHOWN)
    if not DANGEROUS.match(text) or NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def original(text: str) -> str:
    """The text that was neutralised."""
    return text[1:] if text.startswith("'") and DANGEROUS.match(text) else text
