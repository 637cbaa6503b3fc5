"""Figures with all that a page shows of them, made of the columns that it reads."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache, partial
from typing import Any

from django.db import connections

from sources.dates import PartialDate
from sources.models import Country, Outlet, Source
from sources.publication import Status
from statements.models import (
    Figure,
    FigureNote,
    Indicator,
    Organisation,
    Speaker,
    Statement,
)
from statements.positions.records import Shared, record, relate
from statements.prepared import Prepared

FIGURE = (
    "id", "published_at", "value", "value_as_printed", "qualifier", "period_start", "period_end",
    "period_basis", "part_of_id", "compared_with_id", "comparison_as_printed", "unit_disputed",
    "note", "indicator_id", "place_id", "speaker_id", "organisation_id", "source_id",
    "statement_id",
)  # fmt: skip
NAMED = (
    "indicator__code", "indicator__label", "indicator__unit", "place__name", "place__iso2",
    "speaker__name", "speaker__slug", "organisation__name", "organisation__slug",
)  # fmt: skip
SOURCE = (
    "source__title", "source__published_on", "source__outlet_id", "source__outlet__name",
    "source__outlet__slug",
)  # fmt: skip
STATEMENT = (
    "statement__said_on", "statement__speaker_id", "statement__organisation_id",
    "statement__speaker__slug", "statement__organisation__slug",
)  # fmt: skip
READ = (*FIGURE, *NAMED, *SOURCE, *STATEMENT)
ON_SOURCE, ON_STATEMENT = READ.index(SOURCE[0]), READ.index(STATEMENT[0])
NOTE = ("figure_id", "id", "rule", "note")
VALUES = ("published_at", "value", "period_start", "period_end", "unit_disputed")


def figures(numbers: Collection[int]) -> dict[int, Figure]:
    """The published figures with these numbers and what they name, in one query."""
    using = Figure.objects.db
    convert, shared, made = _converted(using), Shared(using), {}
    for row in _figures().of(list(numbers)) if numbers else ():
        columns = dict(zip(FIGURE, row, strict=False))
        columns.update({name: change(columns[name]) for name, change in convert})
        one = made[row[0]] = record(Figure, using, **columns)
        _name(one, row[len(FIGURE) : ON_SOURCE], shared)
        source, said = row[ON_SOURCE:ON_STATEMENT], row[ON_STATEMENT:]
        relate(
            one,
            source=_source(one.source_id, source, shared) if one.source_id else None,
            statement=_statement(one.statement_id, said, using) if one.statement_id else None,
        )
    return made


def parts_of(numbers: Collection[int]) -> list[int]:
    """The numbers of the published figures that are parts of these."""
    return [row[0] for row in _parts().of(list(numbers))] if numbers else []


def claimed_in(statement: int) -> list[int]:
    """The numbers of the published figures of a statement."""
    return [row[0] for row in _claimed().of([statement])]


def add_notes(made: Iterable[Figure]) -> None:
    """Give each figure the `public_notes` of the editors."""
    known, using = {one.pk: one for one in made}, FigureNote.objects.db
    notes = defaultdict(list)
    for row in _notes().of(list(known)) if known else ():
        notes[row[0]].append(record(FigureNote, using, **dict(zip(NOTE, row, strict=True))))
    for pk, one in known.items():
        one.public_notes = notes[pk]  # type: ignore[attr-defined]


def _converted(using: str) -> list[tuple[str, Any]]:
    """What makes values of those columns that a database hands over as something else."""
    connection, found = connections[using], []
    for name in VALUES:
        expression = Figure._meta.get_field(name).get_col(Figure._meta.db_table)  # type: ignore[union-attr]
        converters = connection.ops.get_db_converters(expression)
        if converters:
            found.append((name, partial(_value, converters, expression, connection)))
    return found


def _value(converters: list[Any], expression: Any, connection: Any, value: Any) -> Any:
    for converter in converters:
        value = converter(value, expression, connection)
    return value


def _name(one: Figure, named: Sequence[Any], shared: Shared) -> None:
    """Set the indicator, the place and the claimant."""
    code, label, unit, place, iso2, speaker, slug, body, body_slug = named
    relate(
        one,
        indicator=shared.of(Indicator, one.indicator_id, code=code, label=label, unit=unit),
        place=shared.of(Country, one.place_id, name=place, iso2=iso2),
        speaker=shared.of(Speaker, one.speaker_id, name=speaker, slug=slug),
        organisation=shared.of(Organisation, one.organisation_id, name=body, slug=body_slug),
    )


def _source(pk: int, told: Sequence[Any], shared: Shared) -> Source:
    title, day, outlet_id, name, slug = told
    made = record(
        Source, shared.using, id=pk, title=title, outlet_id=outlet_id,
        published_on=PartialDate.parse(day) if day else None,
    )  # fmt: skip
    relate(made, outlet=shared.of(Outlet, outlet_id, name=name, slug=slug))
    return made


def _statement(pk: int, told: Sequence[Any], using: str) -> Statement:
    """As much as a link to it tells, with its claimant for the address."""
    said_on, speaker_id, body_id, speaker, body = told
    made = record(
        Statement, using, id=pk, said_on=PartialDate.parse(said_on) if said_on else None,
        speaker_id=speaker_id, organisation_id=body_id,
    )  # fmt: skip
    relate(
        made,
        speaker=speaker_id and record(Speaker, using, id=speaker_id, slug=speaker),
        organisation=body_id and record(Organisation, using, id=body_id, slug=body),
    )
    return made


@cache
def _figures() -> Prepared:
    return Prepared(Figure.objects.published().values_list(*READ), "pk")


@cache
def _parts() -> Prepared:
    return Prepared(Figure.objects.published().order_by().values_list("pk"), "part_of_id")


@cache
def _claimed() -> Prepared:
    return Prepared(Figure.objects.published().values_list("pk"), "statement_id")


@cache
def _notes() -> Prepared:
    public = FigureNote.objects.filter(status=Status.PUBLISHED)
    return Prepared(public.values_list(*NOTE), "figure_id")
