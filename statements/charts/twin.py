"""The table that tells what a chart of a ranking shows, made of the very same placements."""

from collections.abc import Sequence
from dataclasses import dataclass

from sources.dates import PartialDate
from statements.models import Placement, Position
from statements.rankings.placements import Way, Year


@dataclass(frozen=True)
class Row:
    """An edition: the placement of each country, in the order of the ways; None without one."""

    year: int
    released: PartialDate | None
    placements: Sequence[Placement | None]


def edition_rows(ways: Sequence[Way]) -> list[Row]:
    """A row for each edition that places one of the countries, the oldest first."""
    by_year: dict[int, dict[int, Placement]] = {}
    for way in ways:
        for placement in way.placements:
            by_year.setdefault(placement.edition.year, {})[way.country.pk] = placement
    return [_row(year, placed, ways) for year, placed in sorted(by_year.items())]


def _row(year: int, placed: dict[int, Placement], ways: Sequence[Way]) -> Row:
    released = next(iter(placed.values())).edition.released_on
    return Row(year, released, [placed.get(way.country.pk) for way in ways])


def positions_of(years: Sequence[Year]) -> list[Position]:
    """All positions taken on the placements, the oldest first."""
    positions = [position for year in years for position in year.positions]
    return sorted(positions, key=lambda one: (one.as_of, one.pk))
