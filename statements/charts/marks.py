"""Positions as marks on their dates, in a lane for each stance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from django.utils.translation import ngettext

from sources.dates import PartialDate, Precision
from statements.charts.looks import REACH, Look
from statements.charts.scales import TimeScale, lanes
from statements.charts.words import cut, lines_of, plain
from statements.models import Position, Stance, Statement
from statements.wording import day_in_words
from statements.wording import wording as _

PITCH = 24  # units from mark to mark, so that each can be hit with a finger
WORDS = 90  # characters of a statement that a mark tells; the page it leads to has them all
MOST_STACKED = 12  # marks above one another; the rest of a crowd is told by number


@dataclass(frozen=True)
class Mark:
    """A position. Where its day is not known, `span` is what its date can mean."""

    position: Position
    x: int
    y: int
    span: tuple[int, int] | None
    address: str
    title: str

    @property
    def vague(self) -> bool:
        return taken_on(self.position).precision != Precision.DAY


@dataclass(frozen=True)
class Crowd:
    """Positions of one year for which there is no room, as one mark with their number."""

    positions: Sequence[Position]
    x: int
    y: int
    year: int
    title: str


@dataclass(frozen=True)
class Lane:
    stance: Stance
    look: Look
    y: int
    height: int
    label: Sequence[tuple[int, str]]
    marks: Sequence[Mark]
    crowds: Sequence[Crowd]

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


def stance_lanes(
    positions: Iterable[Position], looks: dict[int, Look], scale: TimeScale, top: int
) -> list[Lane]:
    """Lanes from `top` down, in the order of `looks`, for the stances that were taken."""
    places = {stance: place for place, stance in enumerate(looks)}
    in_order = sorted(positions, key=lambda one: (places[one.stance_id], one.as_of, one.pk))
    found, y = [], top
    for stance, taken in groupby(in_order, key=lambda one: one.stance):
        lane = _lane(stance, list(taken), looks[stance.pk], scale, y)
        found.append(lane)
        y += lane.height
    return found


def _lane(
    stance: Stance, positions: Sequence[Position], look: Look, scale: TimeScale, top: int
) -> Lane:
    rows = lanes([_reach(one, scale) for one in positions])
    depth = min(max(rows) + 1, MOST_STACKED + 1)
    placed = list(zip(positions, rows, strict=True))
    marks = [_mark(one, row, scale, top) for one, row in placed if row < MOST_STACKED]
    rest = [one for one, row in placed if row >= MOST_STACKED]
    height = depth * PITCH + 4
    crowds = _crowds(rest, scale, top + MOST_STACKED * PITCH + PITCH // 2 + 2)
    label = lines_of(stance.label, top, height)
    return Lane(stance, look, top, height, label, marks, crowds)


def _reach(position: Position, scale: TimeScale) -> tuple[float, float]:
    """What a mark takes up: room for a finger, and all of its span."""
    start, end = _span(position, scale)
    middle = (start + end) // 2
    return min(start, middle - PITCH // 2), max(end, middle + PITCH // 2)


def _span(position: Position, scale: TimeScale) -> tuple[int, int]:
    as_of = taken_on(position)
    return scale.at(as_of.earliest), scale.after(as_of.latest)


def _mark(position: Position, row: int, scale: TimeScale, top: int) -> Mark:
    start, end = _span(position, scale)
    vague = taken_on(position).precision != Precision.DAY
    return Mark(
        position,
        x=(start + end) // 2,
        y=top + row * PITCH + PITCH // 2 + 2,
        span=(start, end) if vague and end - start > 2 * REACH else None,
        address=leads_to(position).get_absolute_url(),
        title=title_of(position),
    )


def taken_on(position: Position) -> PartialDate:
    """The date of a position; every one has it."""
    return cast("PartialDate", position.as_of)


def leads_to(position: Position) -> Statement:
    """The statement that a mark leads to: of the evidence the explicit, and of that the first."""
    rows = sorted(position.evidence_rows.all(), key=lambda row: (row.weight, row.pk))
    return rows[0].statement


def title_of(position: Position) -> str:
    """What a mark says: who, when, which stance, on which edition, and in which words."""
    statement = leads_to(position)
    words = f"“{cut(statement.quoted, WORDS)}”" if statement.text else cut(statement.summary, WORDS)
    said = _("%(date)s, %(claimant)s: %(stance)s (%(edition)s, %(level)s). %(words)s") % {
        "date": day_in_words(str(position.as_of)),
        "claimant": position.speaker or position.organisation,
        "stance": position.stance,
        "edition": position.placement.edition.year,
        "level": position.placement.level,
        "words": words,
    }
    return plain(said)


def _crowds(positions: Sequence[Position], scale: TimeScale, y: int) -> list[Crowd]:
    in_order = sorted(positions, key=taken_on)
    by_year = groupby(in_order, key=lambda one: taken_on(one).earliest.year)
    return [_crowd(year, list(group), scale, y) for year, group in by_year]


def _crowd(year: int, positions: Sequence[Position], scale: TimeScale, y: int) -> Crowd:
    x = sum(sum(_span(one, scale)) // 2 for one in positions) // len(positions)
    number = len(positions)
    title = ngettext(
        "%(number)s more position in %(year)s", "%(number)s more positions in %(year)s", number
    )
    return Crowd(positions, x, y, year, title % {"number": number, "year": year})
