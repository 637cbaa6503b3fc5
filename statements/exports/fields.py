"""A column of the public data: its name, how it is read from a record, and what it means."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

#: The values of some records, column by column.
Table = list[Sequence[Any]]


@dataclass(frozen=True)
class Field:
    """One column, alike in every format.

    `value` takes a record and gives None, text, a number, a truth value, a date, or a list or
    dictionary of these. `help` is the sentence of the data dictionary.
    """

    name: str
    value: Callable[[Any], object]
    help: str | Promise


def row(fields: Sequence[Field], record: Any) -> dict[str, object]:
    """A record by the names of its columns."""
    return {field.name: field.value(record) for field in fields}


def rows(fields: Sequence[Field], records: Iterable[Any]) -> Iterator[dict[str, object]]:
    """The records one after the other, none before it is asked for."""
    return (row(fields, record) for record in records)


def in_columns(fields: Sequence[Field], records: Sequence[Any]) -> Table:
    """The values of the records, column by column."""
    return [list(map(field.value, records)) for field in fields]
