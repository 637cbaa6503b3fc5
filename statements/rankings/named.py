"""Placements of a ranking, and the editions, levels, countries and sources that they name.

A ranking has many placements that name the same few, so each of those is made once.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache
from typing import Any, overload

from sources.dates import PartialDate
from sources.models import Country, Outlet, Source
from statements.models import Edition, Level, Placement, Ranking
from statements.positions.records import record, relate
from statements.prepared import Prepared, Rows

EDITION = ("id", "year", "released_on", "confidence", "evidence", "source_id")
LEVEL = ("id", "code", "label", "order", "definition", "ranking_id")
COUNTRY = ("id", "name", "slug", "iso2")
PLACED = ("id", "country_id", "edition_id", "level_id", "confidence", "source_id")
DETAILED = (*PLACED, "note", "evidence")
SOURCE = ("id", "status", "title", "url", "published_on", "outlet_id")
EDITION_OF, LEVEL_OF, SOURCE_OF = map(PLACED.index, ("edition_id", "level_id", "source_id"))


class Placements(Sequence[Placement]):
    """Those of a country in a ranking, each made of what was read when it is asked for."""

    def __init__(self, rows: Rows, make: Callable[[tuple[Any, ...]], Placement]) -> None:
        self.rows, self.make = rows, make
        self.made: dict[int, Placement] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, place: int) -> Placement: ...

    @overload
    def __getitem__(self, place: slice) -> list[Placement]: ...

    def __getitem__(self, place: int | slice) -> Placement | list[Placement]:
        if isinstance(place, slice):
            return [self._of(row) for row in self.rows[place]]
        return self._of(self.rows[place])

    def __iter__(self) -> Any:
        return iter(self[:])

    def _of(self, row: tuple[Any, ...]) -> Placement:
        if row[0] not in self.made:
            self.made[row[0]] = self.make(row)
        return self.made[row[0]]


class Named:
    """What the placements of a ranking name, and the placements made with it."""

    def __init__(self, ranking: Ranking) -> None:
        self.using = Placement.objects.db
        self.levels = {level.pk: level for level in levels_of([ranking.pk])}
        self.editions = {
            row[0]: self._edition(ranking, row) for row in _editions().of([ranking.pk])
        }
        self.sources: dict[int, Source] = {}

    def _edition(self, ranking: Ranking, row: tuple[Any, ...]) -> Edition:
        told = dict(zip(EDITION, row, strict=True))
        told["released_on"] = PartialDate.parse(row[2]) if row[2] else None
        made = record(Edition, self.using, ranking_id=ranking.pk, **told)
        relate(made, ranking=ranking)
        return made

    def placement(self, country: Country, row: tuple[Any, ...]) -> Placement:
        """The placement of a country in a row of the columns `PLACED` or `DETAILED`."""
        made = record(Placement, self.using, **dict(zip(DETAILED, row, strict=False)))
        edition, level = self.editions[row[EDITION_OF]], self.levels[row[LEVEL_OF]]
        relate(made, edition=edition, level=level, country=country)
        return made

    def detailed(self, country: Country) -> list[Placement]:
        """The placements of a country with all that is known of them, the oldest first."""
        rows = [row for row in _detailed().of([country.pk]) if row[EDITION_OF] in self.editions]
        told = [self.editions[row[EDITION_OF]] for row in rows]
        numbers = {row[SOURCE_OF] for row in rows} | {one.source_id for one in told}
        sources = _sources(numbers - {None}, self.using)
        for edition in told:
            relate(edition, source=sources.get(edition.source_id))
        made = [self.placement(country, row) for row in rows]
        for placement in made:
            relate(placement, source=sources.get(placement.source_id))
        return made


def placed(ranking: Ranking) -> Rows:
    """A row of the columns `PLACED` for each placement, by country, the oldest first."""
    return _placed().of([ranking.pk])


def levels_of(rankings: Collection[int]) -> list[Level]:
    """The levels of rankings, by number; of each the best first, those apart last."""
    using = Level.objects.db
    rows = _levels().of(list(rankings))
    return [record(Level, using, **dict(zip(LEVEL, row, strict=True))) for row in rows]


def countries(numbers: Collection[int]) -> dict[int, Country]:
    """The countries with these numbers."""
    using, rows = Country.objects.db, _countries().of(list(numbers)) if numbers else []
    return {row[0]: record(Country, using, **dict(zip(COUNTRY, row, strict=True))) for row in rows}


def _sources(numbers: Collection[int | None], using: str) -> dict[int | None, Source]:
    """Sources with as much as names them, and leads to them where they are public."""
    found: dict[int | None, Source] = {}
    for *told, slug, name in _cited().of([pk for pk in numbers if pk]) if numbers else ():
        columns = dict(zip(SOURCE, told, strict=True))
        day = columns["published_on"]
        columns["published_on"] = PartialDate.parse(day) if day else None
        found[told[0]] = made = record(Source, using, **columns)
        relate(made, outlet=record(Outlet, using, id=columns["outlet_id"], slug=slug, name=name))
    return found


@cache
def _placed() -> Prepared:
    ordered = Placement.objects.published().order_by("country__name", "country_id", "edition__year")
    return Prepared(ordered.values_list(*PLACED), "edition__ranking_id")


@cache
def _detailed() -> Prepared:
    ordered = Placement.objects.published().order_by("edition__year")
    return Prepared(ordered.values_list(*DETAILED), "country_id")


@cache
def _editions() -> Prepared:
    return Prepared(Edition.objects.order_by().values_list(*EDITION), "ranking_id")


@cache
def _levels() -> Prepared:
    return Prepared(Level.objects.all().values_list(*LEVEL), "ranking_id")


@cache
def _countries() -> Prepared:
    return Prepared(Country.objects.order_by().values_list(*COUNTRY), "pk")


@cache
def _cited() -> Prepared:
    named = Source.objects.order_by().values_list(*SOURCE, "outlet__slug", "outlet__name")
    return Prepared(named, "pk")
