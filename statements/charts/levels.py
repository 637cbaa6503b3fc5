"""The levels of a ranking as bands, and the way of each country through them as a step line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from sources.dates import PartialDate, Precision
from sources.models import Country
from statements.charts.looks import Look, line_looks
from statements.charts.scales import TimeScale, spread
from statements.charts.words import lines_of, plain, short
from statements.models import Level, Placement
from statements.rankings.placements import Way
from statements.wording import wording as _

TALLEST_BAND, ALL_BANDS = 44, 616  # units: of one band, and of all before bands grow thinner
LOWEST_BAND = 16
APART = 10  # between the levels in order and those apart
BESIDE = 6  # between lines on one level
LABEL = 15  # height of a label at the end of a line


@dataclass(frozen=True)
class Band:
    level: Level
    y: int
    height: int
    label: Sequence[tuple[int, str]]  # lines of text, each with its place
    apart: bool

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


@dataclass(frozen=True)
class Knot:
    """A placement, where its edition came out."""

    placement: Placement
    x: int
    y: int
    known: bool  # the day of the release; else this is the middle of what is known
    title: str


@dataclass(frozen=True)
class Line:
    country: Country
    look: Look
    path: str
    knots: Sequence[Knot]
    name: str
    label_y: int


def bands(levels: Sequence[Level], top: int) -> list[Band]:
    """A band a level from `top` down: those in order, the best first, then those apart."""
    ranked = sorted(
        (one for one in levels if one.order is not None), key=lambda one: one.order or 0
    )
    apart = sorted((one for one in levels if one.order is None), key=lambda one: one.code)
    height = min(TALLEST_BAND, max(LOWEST_BAND, ALL_BANDS // max(len(levels), 1)))
    found, y = [], top
    for level in [*ranked, *apart]:
        y += APART if ranked and level in apart[:1] else 0
        label = lines_of(level.label, y, height)
        found.append(Band(level, y, height, label, apart=level.order is None))
        y += height
    return found


def begins(placement: Placement) -> tuple[date, bool]:
    """The day from which a placement is drawn, and whether that day is known.

    It is the day of the release; the middle of the month or year where only that is known; the
    middle of the edition's year where the release is not known, or is years away from it.
    """
    year = placement.edition.year
    released = placement.edition.released_on
    if released is None or abs(released.earliest.year - year) > 1:
        return date(year, 7, 1), False
    return middle_of(released), released.precision == Precision.DAY


def middle_of(known: PartialDate) -> date:
    return known.earliest + (known.latest - known.earliest) / 2


def lines(ways: Sequence[Way], levels: Sequence[Band], scale: TimeScale) -> list[Line]:
    """A line for each country, side by side where they share a level."""
    rows = {band.level.pk: band for band in levels}
    drawn = []
    placed = [way for way in ways if way.placements]
    for number, (way, look) in enumerate(zip(placed, line_looks(), strict=False)):
        aside = _aside(number, len(placed), levels)
        knots = [_knot(one, rows[one.level_id], aside, scale) for one in way.placements]
        drawn.append((way, look, knots))
    places = spread([knots[-1].y for _way, _look, knots in drawn], LABEL)
    return [
        Line(way.country, look, path(knots, rows, scale), knots, short(str(way.country)), label_y)
        for (way, look, knots), label_y in zip(drawn, places, strict=True)
    ]


def _aside(number: int, of: int, levels: Sequence[Band]) -> int:
    """How far a line lies off the middle of its band; less where bands are thin."""
    room = min(BESIDE, levels[0].height // (of + 1)) if levels else 0
    return (2 * number - of + 1) * room // 2


def _knot(placement: Placement, band: Band, aside: int, scale: TimeScale) -> Knot:
    day, known = begins(placement)
    title = _("%(country)s, %(year)s: %(level)s") % {
        "country": placement.country,
        "year": placement.edition.year,
        "level": placement.level,
    }
    return Knot(placement, scale.at(day), band.middle + aside, known, plain(title))


def path(knots: Sequence[Knot], rows: dict[int, Band], scale: TimeScale) -> str:
    """The outline of a step line: a step where one edition follows the other, else a gap.

    A placement holds until that of the next year's edition; without one it ends a year after it
    began. To and from a level apart there is no step, since it is neither above nor below.
    """
    pieces = [f"M{knots[0].x},{knots[0].y}"]
    for knot, later in zip_longest(knots, knots[1:]):
        follows = later and later.placement.edition.year == knot.placement.edition.year + 1
        if not follows:
            pieces.append(f"H{_end(knot, later, scale)}")
        else:
            pieces.append(f"H{later.x}")
        if later:
            level = (rows[one.placement.level_id] for one in (knot, later))
            step = follows and (later.y == knot.y or not any(band.apart for band in level))
            pieces.append(f"V{later.y}" if step else f"M{later.x},{later.y}")
    return "".join(pieces)


def _end(knot: Knot, later: Knot | None, scale: TimeScale) -> int:
    """Where a placement ends that no edition of the next year follows."""
    day = begins(knot.placement)[0]
    over = min(day, date.max - timedelta(days=365)) + timedelta(days=365)
    return min(scale.at(over), later.x) if later else scale.at(over)
