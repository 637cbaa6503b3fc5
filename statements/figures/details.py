"""Figures with all that a page shows of them, made of the columns that it reads."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import cache, partial
from typing import Any

from django.db import connections
from django.db.models import Model

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
from statements.positions.records import record, relate
from statements.prepared import Prepared

FIGURE = (
    "id", "published_at", "value", "value_as_printed", "qualifier", "period_start", "period_end",
    "period_basis", "part_of_id", "compared_with_id", "comparison_as_printed", "unit_disputed",
    "note", "indicator_id", "place_id", "speaker_id", "organisation_id", "source_id",
    "statement_id",
)  # fmt: skip
CLAIMANT = ("id", "name", "slug")
INDICATOR = ("id", "code", "label", "unit")
PLACE = ("id", "name", "iso2")
SOURCE = ("id", "title", "published_on", "outlet_id")
STATEMENT = ("id", "said_on", "speaker_id", "organisation_id")
NOTE = ("figure_id", "id", "rule", "note")
VALUES = ("published_at", "value", "period_start", "period_end", "unit_disputed")


def figures(numbers: Collection[int]) -> dict[int, Figure]:
    """The published figures with these numbers, in as many queries however many there are."""
    using = Figure.objects.db
    convert = _converted(using)
    made = {}
    for row in _figures().of(list(numbers)) if numbers else ():
        columns = dict(zip(FIGURE, row, strict=True))
        columns.update({name: change(columns[name]) for name, change in convert})
        made[row[0]] = record(Figure, using, **columns)
    _relate(made.values(), using)
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


@cache
def _loaders() -> dict[str, Any]:
    """What loads the records that figures name."""
    return {
        "indicator": partial(_told, Indicator, INDICATOR),
        "place": partial(_told, Country, PLACE),
        "speaker": partial(_told, Speaker, CLAIMANT),
        "organisation": partial(_told, Organisation, CLAIMANT),
        "source": _sources,
        "statement": _statements,
    }


def _value(converters: list[Any], expression: Any, connection: Any, value: Any) -> Any:
    for converter in converters:
        value = converter(value, expression, connection)
    return value


def _relate(made: Collection[Figure], using: str) -> None:
    """Have the records that these figures name."""
    columns, found = [one.__dict__ for one in made], {}
    for name, load in _loaders().items():
        numbers = {one[f"{name}_id"] for one in columns} - {None}
        found[name, f"{name}_id"] = load(numbers, using) if numbers else {}
    for one, told in zip(made, columns, strict=True):
        relate(one, **{name: known.get(told[column]) for (name, column), known in found.items()})


def _told(
    model: type[Model], columns: tuple[str, ...], numbers: Collection[int], using: str
) -> dict[int, Any]:
    rows = _columns(model, columns).of(list(numbers))
    return {row[0]: record(model, using, **dict(zip(columns, row, strict=True))) for row in rows}


def _sources(numbers: Collection[int], using: str) -> dict[int, Source]:
    made = {}
    for pk, title, day, outlet_id, name, slug in _cited().of(list(numbers)):
        made[pk] = record(
            Source, using, id=pk, title=title, outlet_id=outlet_id,
            published_on=PartialDate.parse(day) if day else None,
        )  # fmt: skip
        relate(made[pk], outlet=record(Outlet, using, id=outlet_id, name=name, slug=slug))
    return made


def _statements(numbers: Collection[int], using: str) -> dict[int, Statement]:
    """As much as a link to it tells, with its claimant for the address."""
    made = {}
    for pk, said_on, speaker_id, body_id, speaker, body in _said().of(list(numbers)):
        made[pk] = record(
            Statement, using, id=pk, said_on=PartialDate.parse(said_on) if said_on else None,
            speaker_id=speaker_id, organisation_id=body_id,
        )  # fmt: skip
        relate(
            made[pk],
            speaker=speaker_id and record(Speaker, using, id=speaker_id, slug=speaker),
            organisation=body_id and record(Organisation, using, id=body_id, slug=body),
        )
    return made


@cache
def _figures() -> Prepared:
    return Prepared(Figure.objects.published().values_list(*FIGURE), "pk")


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


@cache
def _columns(model: Any, columns: tuple[str, ...]) -> Prepared:
    return Prepared(model._default_manager.order_by().values_list(*columns), "pk")


@cache
def _cited() -> Prepared:
    named = Source.objects.order_by().values_list(*SOURCE, "outlet__name", "outlet__slug")
    return Prepared(named, "pk")


@cache
def _said() -> Prepared:
    named = Statement.objects.order_by().values_list(
        *STATEMENT, "speaker__slug", "organisation__slug"
    )
    return Prepared(named, "pk")
