"""A country's way through a ranking in the height of a line of text."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from statements.charts.words import plain
from statements.models import Level
from statements.rankings.placements import Way
from statements.wording import wording as _

HEIGHT, MARGIN = 28, 5
YEAR, WIDEST = 6, 180


@dataclass(frozen=True)
class Dot:
    x: int
    y: int


@dataclass(frozen=True)
class Sparkline:
    """A step line with a gap where a year has no placement; levels apart are hollow dots below."""

    width: int
    height: int
    path: str
    apart: Sequence[Dot]
    newest: Dot
    title: str


def sparkline(way: Way, levels: Sequence[Level], first: int, last: int) -> Sparkline:
    """The line of a country that has been placed, on the years `first` to `last`.

    In a list the years are the same for all countries.
    """
    step = min(YEAR, (WIDEST - 2 * MARGIN) / (last - first + 1))
    rows, apart = rows_of(levels), {level.pk for level in levels if level.order is None}
    placed = [(one.edition.year, one.level_id) for one in way.placements]
    dots = [(round(MARGIN + (year - first) * step), rows[level]) for year, level in placed]
    newest = Dot(dots[-1][0] + round(step), dots[-1][1])
    return Sparkline(
        width=round((last - first + 1) * step) + 2 * MARGIN,
        height=HEIGHT,
        path=_path(placed, dots, apart, round(step)),
        apart=[Dot(*dot) for dot, one in zip(dots, placed, strict=True) if one[1] in apart],
        newest=newest,
        title=_title(way),
    )


def _path(
    placed: Sequence[tuple[int, int]],
    dots: Sequence[tuple[int, int]],
    apart: Collection[int],
    width: int,
) -> str:
    """The outline, from the year and the level of each placement and its dot."""
    pieces = [f"M{dots[0][0]},{dots[0][1]}h{width}"]
    for ((year, level), (_x, y)), ((after, other), (x, later)) in pairwise(
        zip(placed, dots, strict=True)
    ):
        ranked = level not in apart and other not in apart
        joined = after == year + 1 and (ranked or y == later)
        pieces.append(f"V{later}H{x + width}" if joined else f"M{x},{later}h{width}")
    return "".join(pieces)


def rows_of(levels: Sequence[Level]) -> dict[int, int]:
    """The height of each level by its key: those in order above, those apart at the bottom."""
    ranked = sorted(
        (one for one in levels if one.order is not None), key=lambda one: one.order or 0
    )
    apart = [one for one in levels if one.order is None]
    in_order = [*ranked, *apart]
    step = (HEIGHT - 2 * MARGIN) / max(len(in_order) - 1, 1)
    return {level.pk: round(MARGIN + place * step) for place, level in enumerate(in_order)}


def _title(way: Way) -> str:
    first, last = way.placements[0], way.placements[-1]
    return plain(
        _("%(country)s: %(old)s in %(first)s, %(new)s in %(last)s")
        % {
            "country": way.country,
            "old": first.level,
            "first": first.edition.year,
            "new": last.level,
            "last": last.edition.year,
        }
    )
