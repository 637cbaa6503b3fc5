"""What is told of a kind of record, whatever the format."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from statements.exports.fields import Field, Table, in_columns
from statements.prepared import Among


@dataclass(frozen=True)
class Entry:
    """What a feed tells of a record. `html` is escaped already."""

    title: str
    html: str = ""
    author: str = ""
    updated: datetime.datetime | None = None
    categories: Sequence[str] = ()


def own_path(record: Any) -> str:
    """The path of the record's page."""
    return str(record.get_absolute_url())


@dataclass(frozen=True)
class Kind:
    """A kind of public record: its columns, how it is loaded, and what a feed tells of it.

    `name` stands in file names and in the ids of feeds, so it never changes. `records` gives the
    published records with all that the columns read, in a constant number of queries; where that
    is more than the records themselves, `read` makes of them what the columns and `entry` take,
    things with the same `pk` and `published_at`. Where there is a faster way to these, `numbered`
    gives them for the numbers of records, as far as they are public; and `reader` makes what gives
    a file the values of all columns by their names, part after part, for numbers and the address
    of the site. The first of the columns is `id`; behind it comes the address of the record, which
    is at `path`.
    """

    name: str
    label: str | Promise
    columns: Sequence[Field]
    records: Callable[[], QuerySet[Any]]
    entry: Callable[[Any], Entry]
    path: Callable[[Any], str] = field(default=own_path)
    read: Callable[[QuerySet[Any]], Iterable[Any]] = field(default=iter)
    numbered: Callable[[Sequence[int]], Iterable[Any]] | None = None
    reader: Callable[[], Callable[[Sequence[int], str], Mapping[str, Sequence[Any]]]] | None = None

    def in_order(self, ids: Sequence[int]) -> list[Any]:
        """Those of the records with these ids that are public, in this order."""
        found = self.load(ids)
        return [found[pk] for pk in ids if pk in found]

    def tables(self, parts: Iterable[Sequence[int]], base: str) -> Iterator[Table]:
        """The values of all columns of the same, part by part, for a site at `base`."""
        fields, read = self.fields(base), self.reader and self.reader()
        for ids in parts:
            if read:
                found = read(ids, base)
                yield [found[field.name] for field in fields]
            else:
                yield in_columns(fields, self.in_order(ids))

    def load(self, ids: Iterable[int]) -> dict[int, Any]:
        """Those of the records with these ids that are public, by id."""
        numbers = list(ids)
        if self.numbered:
            return {row.pk: row for row in self.numbered(numbers)}
        found = self.read(self.records().filter(Among("pk", numbers)))
        return {record.pk: record for record in found}

    def fields(self, base: str) -> list[Field]:
        """All columns, for a site at `base`, such as `https://example.org`."""
        path = self.path
        address = Field("url", lambda record: base + path(record), _("Its page."))
        return [self.columns[0], address, *self.columns[1:]]


def moment(value: datetime.datetime | None) -> str | None:
    """A moment in UTC, to the second: 2022-08-12T09:30:00+00:00."""
    return value.astimezone(datetime.UTC).isoformat(timespec="seconds") if value else None


def day(value: object) -> str | None:
    """A date as exactly as it is known: 2022-08-12, 2014-06 or 2005."""
    return str(value) if value else None


ID = Field("id", lambda record: record.pk, _("Number of the record; it never changes."))
PUBLISHED_AT = Field(
    "published_at",
    lambda record: moment(record.published_at),
    _("When it was published here, in UTC."),
)
