"""The records of each kind as CSV and as JSON Lines, with what their columns turned out to hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from statements.archiving.package import Member, Package
from statements.exports.fields import Field
from statements.exports.json_lines import json_lines
from statements.exports.kinds import Kind
from statements.exports.selections import BATCH, ids_of
from statements.exports.tables import csv_lines

FOLDER = "data"
#: The type of a column in a table schema, by the type of its values.
IN_CSV = {bool: "boolean", int: "integer", float: "number", Decimal: "number"}
IN_JSON = {
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    tuple: "array",
    dict: "object",
}
ANY = "string"  # of what has several types, or no value at all


@dataclass(frozen=True)
class Column:
    """A column of the data dictionary, with its type in either format."""

    name: str
    help: str
    in_csv: str
    in_json: str


@dataclass(frozen=True)
class Table:
    """The records of one kind, in two files."""

    name: str
    title: str
    columns: list[Column]
    count: int
    csv: Member
    json_lines: Member


class Seen:
    """Columns that remember what they gave."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = [Field(one.name, self._watched(one), one.help) for one in fields]
        self.types: dict[str, set[type]] = {one.name: set() for one in fields}

    def _watched(self, field: Field) -> Any:
        def value(record: Any) -> object:
            found = field.value(record)
            if found is not None:
                self.types[field.name].add(type(found))
            return found

        return value

    def columns(self) -> list[Column]:
        """The columns, by the types of all they gave so far."""
        return [
            Column(
                field.name, str(field.help),
                _named(self.types[field.name], IN_CSV), _named(self.types[field.name], IN_JSON),
            )
            for field in self.fields
        ]  # fmt: skip


def _named(types: set[type], names: dict[Any, str]) -> str:
    found = {names.get(one, ANY) for one in types}
    return found.pop() if len(found) == 1 else ANY


def records(kind: Kind) -> Iterator[Any]:
    """All public records of a kind by number, some at a time."""
    numbers = iter(ids_of(kind.records().order_by("pk")))
    while batch := list(islice(numbers, BATCH)):
        found = kind.load(batch)
        yield from (found[pk] for pk in batch if pk in found)


def add_kind(package: Package, kind: Kind, base: str) -> Table:
    """Write the records of a kind, for a site at `base`."""
    return add_table(package, kind.name, str(kind.label), kind.fields(base), lambda: records(kind))


def add_table(package: Package, name: str, title: str, fields: Sequence[Field], read: Any) -> Table:
    """Write what `read` gives, twice."""
    seen = Seen(fields)
    table = package.add(f"{FOLDER}/{name}.csv", _encoded(csv_lines(seen.fields, read())))
    counted = Counted(json_lines(fields, read()))
    lines = package.add(f"{FOLDER}/{name}.jsonl", _encoded(counted))
    return Table(name, title, seen.columns(), counted.count, table, lines)


class Counted:
    """Lines that are counted as they go by."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines, self.count = lines, 0

    def __iter__(self) -> Iterator[str]:
        for line in self.lines:
            self.count += 1
            yield line


def _encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines in UTF-8, many at a time."""
    remaining = iter(lines)
    while batch := list(islice(remaining, BATCH)):
        yield "".join(batch).encode()
