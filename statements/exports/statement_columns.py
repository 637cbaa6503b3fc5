"""Statements for CSV, column by column, from the rows that `statement_rows` reads.

To make a record of each, with a tuple for all that it has several of, would take as long again as
everything else. Here several values are one text already, as a cell holds them.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from statements.addresses import around_statement
from statements.exports.cells import SEPARATOR
from statements.exports.statement_rows import (
    CLAIMANT,
    OWN,
    Reading,
    StatementRow,
    public,
    to_the_second,
)

Columns = dict[str, Sequence[Any]]
#: Under which names the values of citations are told.
CITED = ("", *StatementRow._fields[StatementRow._fields.index("sources") :])
NOTHING = ("",) * len(CITED)


def public_columns(numbers: Sequence[int], base: str) -> Columns:
    """Those of these statements that are public, in this order, for a site at `base`."""
    return columns(public(), numbers, base)


def columns(reading: Reading, numbers: Sequence[int], base: str) -> Columns:
    """All columns by their names."""
    found = {values[0]: values for values in reading.own.of(numbers)}
    shown = [pk for pk in numbers if pk in found]
    own = [found[pk] for pk in shown]
    topics = listed((pk, slug) for pk, _id, slug, _name in reading.topics.of(numbers))
    functions = listed(reading.functions.of(numbers))
    citations = together(reading.citations.of(numbers))
    corrected: dict[int, str] = dict(reading.corrected.of(numbers))
    return {
        **by_name(OWN, own),
        **by_name(CITED, [citations.get(pk, NOTHING) for pk in shown]),
        "id": shown,
        "url": urls(own, base),
        "topics": [topics.get(pk, "") for pk in shown],
        "functions": [functions.get(pk, "") for pk in shown],
        "published_at": [to_the_second(values[-2]) for values in own],
        "updated_at": [updated(values, corrected.get(values[0], "")) for values in own],
    }


def by_name(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Columns:
    """Rows as columns; empty ones where there is no row."""
    if not rows:
        return dict.fromkeys(names, ())
    return dict(zip(names, zip(*rows, strict=True), strict=True))


def urls(own: Iterable[tuple[Any, ...]], base: str) -> list[str]:
    start, end = around_statement()
    start = base + start
    return [f"{start}{values[0]}/{values[CLAIMANT]}-{values[1]}{end}" for values in own]


def updated(values: tuple[Any, ...], corrected: str) -> str:
    """When the public record last changed."""
    saved, published = values[-1], values[-2]
    return to_the_second(max(saved, published or saved, corrected))


def listed(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The texts that belong to each number, side by side."""
    found: dict[int, str] = {}
    for number, text in pairs:
        found[number] = f"{found[number]}{SEPARATOR}{text}" if number in found else text
    return found


def together(rows: Iterable[tuple[Any, ...]]) -> dict[int, tuple[Any, ...]]:
    """The same of several columns behind the number; a row that stands alone as it is."""
    found: dict[int, tuple[Any, ...]] = {}
    for values in rows:
        number = values[0]
        before = found.get(number)
        found[number] = values if before is None else joined(before, values)
    return found


def joined(before: tuple[Any, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Two rows as one, in which all but the number are texts."""
    texts = [
        f"{'' if one is None else one}{SEPARATOR}{'' if other is None else other}"
        for one, other in zip(before, values, strict=True)
    ]
    return (values[0], *texts[1:])
