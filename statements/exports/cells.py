"""What stands in a cell of a CSV file, so that no spreadsheet takes it for a formula.

A cell that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a line feed (or with one
of the wide forms `＝＋－＠`, which some programs fold) gets an apostrophe in front. So does a cell
that begins with apostrophes before such a character: what stands first is then always ours, and
`original` takes exactly it off again. A plain negative number is a number and stays. NUL, which
no spreadsheet reads, becomes `␀`; only this is lost, and JSON Lines keeps it.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

SEPARATOR = " | "  # between several values in one cell
DANGEROUS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
EDGE = "\x1f"  # stands between cells that are looked at together
HARMFUL = re.compile(rf"{EDGE}['=+\-@\t\r\n＝＋－＠]")
NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
NUL, NUL_SHOWN = "\0", "␀"


def cell(value: object) -> str:
    """The text of a cell for a value: nothing for None, several values parted by ` | `."""
    return neutralised(plain(value))


def column(values: Sequence[object]) -> list[str]:
    """The cells of a column. Nearly all are harmless, so they are looked at together first."""
    texts = _texts(values)
    together = EDGE.join(["", *texts])
    if NUL not in together and not HARMFUL.search(together):
        return texts
    return [neutralised(text) for text in texts]


def _texts(values: Sequence[object]) -> list[str]:
    """The values as text, which are mostly of one type in a column."""
    types = set(map(type, values))
    if types == {str}:
        return list(values)  # type: ignore[arg-type]
    if types <= {str, int}:
        return list(map(str, values))
    if types <= {str, type(None)}:
        return ["" if value is None else value for value in values]  # type: ignore[misc]
    return [value if type(value) is str else plain(value) for value in values]


def plain(value: object) -> str:
    """A value as text, the same in every language: true, 2022-08-12, 16.34."""
    return PLAIN.get(type(value), str)(value)


def _listed(values: Sequence[object]) -> str:
    texts = [value if type(value) is str else plain(value) for value in values]
    return SEPARATOR.join(texts)


#: How a value of each type becomes a text.
PLAIN: dict[type, Callable[[Any], str]] = {
    str: str,
    type(None): lambda _: "",
    bool: lambda value: "true" if value else "false",
    Decimal: lambda value: f"{value.normalize():f}",
    datetime.date: datetime.date.isoformat,
    datetime.datetime: datetime.datetime.isoformat,
    list: _listed,
    tuple: _listed,
}


def neutralised(text: str) -> str:
    """The text as a spreadsheet may open it; `original` reverses this, NUL aside."""
    text = text.replace(NUL, NUL_SHOWN)
    if not DANGEROUS.match(text) or NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def original(text: str) -> str:
    """The text that was neutralised."""
    return text[1:] if text.startswith("'") and DANGEROUS.match(text) else text
