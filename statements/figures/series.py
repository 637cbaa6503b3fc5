"""What was claimed in numbers, in series: one for each indicator and place, oldest period first.

Pure: works on figures that are loaded with all that they show, by `statements.figures.details`, and
asks the database nothing. Values for the same cell are set side by side, never averaged or summed.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from django.db import models
from django.utils.translation import gettext_lazy as _

from sources.models import Country
from statements.figures.spans import Span
from statements.models import Figure, Indicator

Known = Mapping[int, Figure]  # the public figures that others refer to, by primary key


class Agreement(models.TextChoices):
    """How the values that were given for one cell agree."""

    SINGLE = "single", _("Given once")
    REPEATED = "repeated", _("Given more than once by the same claimant")
    CORROBORATED = "corroborated", _("The same by several claimants")
    CONFLICT = "conflict", _("Different values are given")


@dataclass(frozen=True)
class Point:
    """A figure, with what it refers to as far as that is public."""

    figure: Figure
    whole: Figure | None = None
    base: Figure | None = None
    parts: Sequence[Figure] = ()

    @property
    def pk(self) -> int:
        return self.figure.pk

    @property
    def published_at(self) -> datetime.datetime | None:
        return self.figure.published_at

    @property
    def span(self) -> Span:
        return Span(self.figure.period_start, self.figure.period_end)

    @property
    def claimant(self) -> tuple[int | None, int | None]:
        return self.figure.speaker_id, self.figure.organisation_id

    @property
    def evidence(self) -> tuple[int | None, int | None]:
        return self.figure.statement_id, self.figure.source_id


@dataclass(frozen=True)
class Cell:
    """All that was claimed of one indicator, place, period and part."""

    span: Span
    points: Sequence[Point]

    @property
    def agreement(self) -> Agreement:
        """Unequal values conflict unless one claimant gives them in one and the same place."""
        if len(self.points) == 1:
            return Agreement.SINGLE
        if any(_contradict(one, other) for one, other in combinations(self.points, 2)):
            return Agreement.CONFLICT
        several = len({point.claimant for point in self.points}) > 1
        return Agreement.CORROBORATED if several else Agreement.REPEATED

    @property
    def is_conflict(self) -> bool:
        return self.agreement == Agreement.CONFLICT


@dataclass(frozen=True)
class Series:
    """The cells of an indicator in a place, and which of them a line may join, by their numbers."""

    indicator: Indicator
    place: Country | None
    cells: Sequence[Cell]

    @property
    def joins(self) -> list[tuple[int, int]]:
        """Neighbours of one length of which the second follows on the first.

        It begins on the day after, or is the same stretch of the next year, and counts the same
        part. Where values conflict there is none to join, and where no period is stated neither.
        """
        by_length: dict[object, list[int]] = defaultdict(list)
        for number, cell in enumerate(self.cells):
            by_length[cell.span.length, _part(cell.points[0])].append(number)
        return sorted(
            (first, second)
            for numbers in by_length.values()
            for first, second in pairwise(numbers)
            if _may_be_joined(self.cells[first], self.cells[second])
        )

    @property
    def points(self) -> list[Point]:
        return [point for cell in self.cells for point in cell.points]

    @property
    def conflicts(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.is_conflict]


def points(figures: Iterable[Figure], known: Known) -> list[Point]:
    """The figures with their wholes, parts and bases, in the order given."""
    parts: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in sorted(known.values(), key=lambda one: -one.value):
        parts[figure.part_of_id].append(figure)
    return [
        Point(
            figure,
            known.get(figure.part_of_id or 0),
            known.get(figure.compared_with_id or 0),
            tuple(parts[figure.pk]),
        )
        for figure in figures
    ]


def series(found: Iterable[Point]) -> list[Series]:
    """One series for each indicator and place, by their names."""
    grouped: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in found:
        grouped[point.figure.indicator_id, point.figure.place_id or 0].append(point)
    made = [_series(group) for group in grouped.values()]
    return sorted(made, key=lambda one: (one.indicator.label, str(one.place or "")))


def _series(group: Sequence[Point]) -> Series:
    own = {point.pk for point in group}
    within = {point.pk for point in group if point.whole and point.whole.pk in own}
    cells: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    for point in group:
        if point.pk in within and point.whole and point.whole.pk not in within:
            continue  # it stands under its whole
        cells[point.figure.period_start, point.figure.period_end, _part(point)].append(point)
    made = [Cell(of[0].span, tuple(_sorted(of))) for of in cells.values()]
    first = group[0].figure
    return Series(first.indicator, first.place, tuple(sorted(made, key=_order)))


def _part(point: Point) -> tuple[int, int]:
    """Which part a figure counts; the same for figures that give values for the same.

    The indicator of a part says which part it is. Where that is the indicator of the whole, or the
    whole is not public, only the printed words tell the parts apart, so each stands alone.
    """
    figure, whole = point.figure, point.whole
    if figure.part_of_id and (whole is None or whole.indicator_id == figure.indicator_id):
        return 0, figure.pk
    return whole.indicator_id if whole else 0, 0


def _sorted(of: Iterable[Point]) -> Iterator[Point]:
    yield from sorted(of, key=lambda point: (-point.figure.value, point.figure.pk))


def _order(cell: Cell) -> tuple[object, ...]:
    return (*cell.span.order, min(point.figure.pk for point in cell.points))


def _contradict(one: Point, other: Point) -> bool:
    same_place = one.claimant == other.claimant and one.evidence == other.evidence
    return one.figure.value != other.figure.value and not same_place


def _may_be_joined(first: Cell, second: Cell) -> bool:
    if first.is_conflict or second.is_conflict:
        return False
    return first.span.is_followed_by(second.span)
