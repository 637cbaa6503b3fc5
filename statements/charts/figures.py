"""The chart of a series of figures: every value as a bar over the period that it counts.

Pure geometry, from the same points as the table beside it. Bars of unequal length are never
joined; what is not exact, disputed or contradicted looks different, not by colour alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from statements.charts.scales import NumberScale, TimeScale, YearTick, clean_ticks, year_ticks
from statements.figures.series import Cell, Series
from statements.figures.spans import Span
from statements.models import Figure
from statements.numbers import plain_number
from statements.wording import wording as _

TOP, BOTTOM = 30, 30  # room above for labels, below for years
YEARS_BELOW = 6  # room between the axis and the years below it
LANE = 96  # width of the lane of figures without a period
CHARACTER, LINE = 8, 16  # size of a label's letters
SIGNS = {"exact": "", "about": "≈ ", "at-least": "≥ ", "at-most": "≤ ", "more-than": "> "}
Box = tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True)
class Mark:
    """The bar of a value, its label, and where they lie.

    One bar stands for all `figures` of a cell that give the same value alike. Where its label has
    no room, `label_y` is None: the title and the table tell it.
    """

    figures: Sequence[Figure]
    span: Span
    left: int
    right: int
    y: int
    label: str
    label_x: int = 0
    label_y: int | None = None
    is_part: bool = False
    is_conflict: bool = False

    @property
    def figure(self) -> Figure:
        return self.figures[0]

    @property
    def middle(self) -> int:
        return (self.left + self.right) // 2

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def arrow(self) -> str:
        """The points of the arrow of what is only a bound; "" of what is none."""
        way = {"at-least": -1, "more-than": -1, "at-most": 1}.get(self.figure.qualifier, 0)
        if not way:
            return ""
        base, tip = self.y + 3 * way, self.y + 10 * way
        return f"{self.middle - 5},{base} {self.middle + 5},{base} {self.middle},{tip}"

    @property
    def title(self) -> str:
        """What a pointer resting on it, and a screen reader, is told."""
        told = [f"{self.label}, {self.span.words()}"]
        told += [f"“{one.value_as_printed}”, {one.claimant}" for one in self.figures]
        told += [_("unit disputed")] if self.figure.unit_disputed else []
        told += [_("other values are given for the same")] if self.is_conflict else []
        return "; ".join(told)


@dataclass(frozen=True)
class Line:
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Tick:
    y: int
    label: str


@dataclass(frozen=True)
class FigureChart:
    """A drawing `width` × `height`; `lane` is where the lane without periods begins, or None."""

    series: Series
    width: int
    height: int
    left: int
    right: int
    ticks: Sequence[Tick]
    years: Sequence[YearTick]
    marks: Sequence[Mark]
    joins: Sequence[Line]
    conflicts: Sequence[Line]
    lane: int | None

    @property
    def bottom(self) -> int:
        return self.height - BOTTOM

    @property
    def lane_middle(self) -> int:
        return ((self.lane or 0) + self.width) // 2


def figure_chart(of: Series, width: int = 720, height: int = 300) -> FigureChart:
    """Draw a series that has at least one cell."""
    values = [figure.value for figure in _figures(of)]
    steps = clean_ticks(float(max(values)))
    labels = [plain_number(step) for step in steps]
    up = NumberScale(steps[-1], height - BOTTOM, TOP)
    left = 14 + CHARACTER * max(map(len, labels))
    timed = [cell for cell in of.cells if cell.span.is_whole]
    untimed = len(timed) < len(of.cells)
    right = width - 12 - (LANE if untimed else 0)
    along = _along(timed, left, right) if timed else None
    lane = (right + 12 if timed else left) if untimed else None
    marks = _Marks(of, up, along, (lane or 0, width))
    return FigureChart(
        of, width, height, left, right if timed else left,
        [Tick(up.at(step), label) for step, label in zip(steps, labels, strict=True)],
        year_ticks(along, room=44) if along else [],
        marks.made, list(marks.joins()), list(marks.conflicts()), lane,
    )  # fmt: skip


def label_of(figure: Figure) -> str:
    """The value as the chart writes it: "≈ 1,500"."""
    return SIGNS[figure.qualifier] + plain_number(figure.value)


def _figures(of: Series) -> Iterator[Figure]:
    for point in of.points:
        yield from (point.figure, *point.parts)


def _along(timed: Sequence[Cell], left: int, right: int) -> TimeScale:
    days = [day for cell in timed for day in (cell.span.start, cell.span.end) if day]
    return TimeScale.of_years(min(days).year, max(days).year, left, right)


class _Marks:
    """Places the bars, and then their labels where they hide neither a bar nor each other."""

    def __init__(
        self, of: Series, up: NumberScale, along: TimeScale | None, lane: tuple[int, int]
    ) -> None:
        self.series, self.up, self.along, self.lane = of, up, along, lane
        self.first: dict[int, Mark] = {}  # of each cell
        bars = [bar for number, cell in enumerate(of.cells) for bar in self._bars(number, cell)]
        self.taken: list[Box] = [_box(mark) for mark in bars]
        self.made = [self._labelled(mark) for mark in bars]

    def _bars(self, number: int, cell: Cell) -> Iterator[Mark]:
        left, right = self._place(cell.span)
        inset = (right - left) // 6
        for figures in _alike([point.figure for point in cell.points]):
            mark = self._bar(figures, cell, (left, right))
            self.first.setdefault(number, mark)
            yield mark
        for parts in _alike([part for point in cell.points for part in point.parts]):
            yield self._bar(parts, cell, (left + inset, right - inset), is_part=True)

    def _place(self, span: Span) -> tuple[int, int]:
        if self.along and span.start and span.end:
            left, right = self.along.at(span.start) + 1, self.along.after(span.end) - 1
            return left, max(right, left + 3)
        middle = sum(self.lane) // 2
        return middle - 14, middle + 14

    def _bar(
        self, figures: list[Figure], cell: Cell, place: tuple[int, int], *, is_part: bool = False
    ) -> Mark:
        figure = figures[0]
        y = self.up.at(float(figure.value))
        conflict = cell.is_conflict and not is_part
        label = label_of(figure) + ("?" if figure.unit_disputed else "")
        return Mark(figures, cell.span, *place, y, label, is_part=is_part, is_conflict=conflict)

    def _labelled(self, mark: Mark) -> Mark:
        """Written above its bar, or below, or further off, or not at all, as there is room."""
        half = CHARACTER * len(mark.label) // 2
        left = self.along.start if self.along else self.lane[0]
        x = max(left + half, min(mark.middle, self.lane[1] - half - 2))
        for y in (mark.y - 8, mark.y + 20, mark.y - 24, mark.y + 36, mark.y - 40):
            box = (x - half, y - LINE + 4, x + half, y + 2)
            if self._is_free(box):
                self.taken.append(box)
                return replace(mark, label_x=x, label_y=y)
        return mark

    def _is_free(self, box: Box) -> bool:
        inside = box[1] >= 0 and box[2] <= self.lane[1] and box[3] <= self.up.zero + YEARS_BELOW
        return inside and not any(_overlap(box, other) for other in self.taken)

    def joins(self) -> Iterator[Line]:
        for first, second in self.series.joins:
            one, other = self.first[first], self.first[second]
            yield Line(one.right, one.y, other.left, other.y)

    def conflicts(self) -> Iterator[Line]:
        """An upright line through the values that are given for one cell."""
        for number, cell in enumerate(self.series.cells):
            if cell.is_conflict:
                values = [float(point.figure.value) for point in cell.points]
                x = self.first[number].middle
                yield Line(x, self.up.at(max(values)), x, self.up.at(min(values)))


def _alike(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Those that give the same value in the same way, in the order in which they come."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        groups.setdefault((one.value, one.qualifier, one.unit_disputed), []).append(one)
    return list(groups.values())


def _box(mark: Mark) -> Box:
    return mark.left, mark.y - 4, mark.right, mark.y + 4


def _overlap(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
