"""A country's way through a ranking in the height of a line of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from statements.charts.words import plain
from statements.models import Level
from statements.rankings.placements import Way

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
    rows = rows_of(levels)
    dots = [
        Dot(round(MARGIN + (one.edition.year - first) * step), rows[one.level_id])
        for one in way.placements
    ]
    width = round(step)
    pieces = [f"M{dots[0].x},{dots[0].y}h{width}"]
    for (dot, placement), (later, after) in pairwise(zip(dots, way.placements, strict=True)):
        ranked = None not in (placement.level.order, after.level.order)
        follows = after.edition.year == placement.edition.year + 1
        joined = follows and (ranked or dot.y == later.y)
        pieces.append(
            f"V{later.y}H{later.x + width}" if joined else f"M{later.x},{later.y}h{width}"
        )
    apart = [dot for dot, one in zip(dots, way.placements, strict=True) if one.level.order is None]
    newest = Dot(dots[-1].x + width, dots[-1].y)
    full = round((last - first + 1) * step) + 2 * MARGIN
    return Sparkline(full, HEIGHT, "".join(pieces), apart, newest, _title(way))


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
