"""The chart of a country's way through a ranking: levels, lines and positions on one axis of years.

Geometry only; templates draw it. The labels of bands and lanes have a strip of their own, which
stays in view while the years scroll.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from statements.charts.levels import Band, Line, bands, begins, lines
from statements.charts.looks import stance_looks
from statements.charts.marks import Lane, Mark, stance_lanes, taken_on
from statements.charts.scales import TimeScale, YearTick, year_ticks
from statements.models import Level, Position, Stance
from statements.rankings.placements import Way
from statements.wording import wording as _

STRIP = 138  # units: the labels of bands and lanes
TOP = 10
YEAR = 34
LABEL_OF_YEAR = 33
NARROWEST, WIDEST = 240, 2_400  # of all years together
YEARS_ROW = 26  # the years written below the bands, and again below many lanes
MANY_LANES = 240
LETTER = 7  # the width of a letter of a label, on average
EDGE, HEAD, NOTE = 20, 68, 17  # of a chart that travels alone


@dataclass(frozen=True)
class RankingChart:
    bands: Sequence[Band]
    lines: Sequence[Line]
    lanes: Sequence[Lane]
    ticks: Sequence[YearTick]
    scale: TimeScale
    floor: int  # where the bands end and the years are written
    bottom: int  # where the lanes end
    height: int
    labels: int  # where the labels of the lines begin
    width: int  # without the strip
    strip: int = STRIP

    @property
    def whole_width(self) -> int:
        return self.width + self.strip

    @property
    def year_rows(self) -> list[int]:
        """The base lines on which the years are written."""
        rows = [self.floor + 17]
        return [*rows, self.bottom + 17] if self.bottom - self.floor > MANY_LANES else rows

    @property
    def marks(self) -> list[Mark]:
        return [mark for lane in self.lanes for mark in lane.marks]

    @property
    def notes(self) -> list[str]:
        """What a reader must know to read it, a sentence each."""
        knots = [knot for line in self.lines for knot in line.knots]
        said = [
            (True, _("A line steps where an edition came out. A gap: a year without a placement.")),
            (not all(knot.known for knot in knots), _(
                "Hollow on a line: the day of the release is not known."
            )),
            (bool(self.lanes), _("A mark: a position on its date, in the lane of its stance.")),
            (any(mark.vague for mark in self.marks), _(
                "Hollow mark: only the month or the year is known; a bar shows what it can mean."
            )),
            (any(lane.crowds for lane in self.lanes), _(
                "+ and a number: so many more positions in that year; the table has them all."
            )),
        ]  # fmt: skip
        return [sentence for holds, sentence in said if holds]

    @property
    def sheet(self) -> "Sheet":
        return Sheet(self)


@dataclass(frozen=True)
class Sheet:
    """The chart on a ground of its own, with a heading above and the notes below."""

    chart: RankingChart

    @property
    def width(self) -> int:
        return self.chart.whole_width + 2 * EDGE

    @property
    def height(self) -> int:
        return self.below + NOTE * (len(self.chart.notes) + 1) + EDGE

    @property
    def years_at(self) -> int:
        return EDGE + self.chart.strip

    @property
    def below(self) -> int:
        return HEAD + self.chart.height + NOTE

    @property
    def notes(self) -> list[tuple[int, str]]:
        """Each note with its base line."""
        return [(self.below + NOTE * row, note) for row, note in enumerate(self.chart.notes)]


def ranking_chart(
    ways: Sequence[Way],
    positions: Sequence[Position],
    levels: Sequence[Level],
    stances: Iterable[Stance],
) -> RankingChart | None:
    """The chart of the first way, with the others beside it and the positions on the first.

    `stances` are all there are, in their order. None where nothing is placed.
    """
    if not any(way.placements for way in ways):
        return None
    scale = _scale(ways, positions)
    rows = bands(levels, TOP)
    floor = rows[-1].y + rows[-1].height
    lanes = stance_lanes(positions, stance_looks(stances), scale, floor + YEARS_ROW)
    bottom = lanes[-1].y + lanes[-1].height if lanes else floor + YEARS_ROW
    drawn = lines(ways, rows, scale)
    names = max(len(line.name) for line in drawn) * LETTER
    again = YEARS_ROW if bottom - floor > MANY_LANES else 0
    return RankingChart(
        bands=rows,
        lines=drawn,
        lanes=lanes,
        ticks=year_ticks(scale, room=LABEL_OF_YEAR),
        scale=scale,
        floor=floor,
        bottom=bottom,
        height=max(bottom + again, *(line.label_y for line in drawn)) + TOP,
        labels=scale.end + 8,
        width=scale.end + 42 + names,
    )


def _scale(ways: Sequence[Way], positions: Sequence[Position]) -> TimeScale:
    """Whole years, from the first to the last that has anything, with room for the newest level."""
    days = [begins(placement)[0] for way in ways for placement in way.placements]
    first = min([*days, *(taken_on(one).earliest for one in positions)])
    last = max([*map(_half_a_year_on, days), *(taken_on(one).latest for one in positions)])
    width = (last.year - first.year + 1) * YEAR
    return TimeScale.of_years(first.year, last.year, 0, min(max(width, NARROWEST), WIDEST))


def _half_a_year_on(day: date) -> date:
    following = min(day.year + 1, date.max.year)
    return day if day.month < 7 else date(following, 1, 1)
