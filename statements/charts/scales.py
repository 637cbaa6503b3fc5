"""From days and numbers to places in a drawing. Pure: knows no model, no language and no colour.

All places are whole units of the drawing (its pixels at natural size): a template would write a
fraction in the reader's language, and no mark here is finer than a unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import ceil, floor, log10

STEPS_OF_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
CLEAN = (1, 2, 2.5, 5, 10)  # times a power of ten: distances between ticks that read easily


@dataclass(frozen=True)
class TimeScale:
    """Lays the days from `first` to `last`, both whole, over the places from `start` to `end`."""

    first: date
    last: date
    start: int
    end: int

    @classmethod
    def of_years(cls, first: int, last: int, start: int, end: int) -> "TimeScale":
        """From the first day of one year to the last day of another."""
        return cls(date(first, 1, 1), date(last, 12, 31), start, end)

    def at(self, day: date) -> int:
        """Where the day begins; a day outside the scale falls on its nearer end."""
        return self._at(day.toordinal())

    def after(self, day: date) -> int:
        """Where the day is over."""
        return self._at(day.toordinal() + 1)

    def middle(self, earliest: date, latest: date) -> int:
        """The middle of a span of days, such as the day, month or year of a partial date."""
        return (self.at(earliest) + self.after(latest)) // 2

    def _at(self, ordinal: int) -> int:
        first, days = self._days
        share = (ordinal - first) / days
        share = 0 if share < 0 else min(share, 1)
        return round(self.start + share * (self.end - self.start))

    @cached_property
    def _days(self) -> tuple[int, int]:
        """The number of the first day, and how many there are."""
        first = self.first.toordinal()
        return first, self.last.toordinal() + 1 - first

    @property
    def years(self) -> range:
        return range(self.first.year, self.last.year + 1)


@dataclass(frozen=True)
class YearTick:
    """A year on the axis: where it begins, where its middle is, and whether it is written."""

    year: int
    start: int
    middle: int
    labelled: bool


def year_ticks(scale: TimeScale, room: int = 36) -> list[YearTick]:
    """The years of the scale; so many of them labelled that each label has `room` for itself.

    The last year is always labelled, the others at even distances from it. Where a year is
    narrower than its label, only labelled years have a tick.
    """
    step = year_step(scale, room)
    width = (scale.end - scale.start) / len(scale.years)
    shown = scale.years if width * 4 >= room else scale.years[::-1][::step][::-1]
    return [
        YearTick(
            year,
            scale.at(date(year, 1, 1)),
            scale.middle(date(year, 1, 1), date(year, 12, 31)),
            (scale.last.year - year) % step == 0,
        )
        for year in shown
    ]


def year_step(scale: TimeScale, room: int) -> int:
    """The least usual distance, in years, at which labels have `room`."""
    width = (scale.end - scale.start) / len(scale.years)
    return next((step for step in STEPS_OF_YEARS if step * width >= room), STEPS_OF_YEARS[-1])


@dataclass(frozen=True)
class NumberScale:
    """Lays the numbers from zero to `top` over the places from `zero` to `end`.

    For an axis that goes up, `end` is the smaller place.
    """

    top: float
    zero: int
    end: int

    def at(self, value: float) -> int:
        """The place of a number; beyond `top` or below zero it falls on that end."""
        share = min(max(float(value) / self.top, 0), 1) if self.top else 0
        return round(self.zero + share * (self.end - self.zero))


def clean_ticks(highest: float, most: int = 5) -> list[float]:
    """Numbers from zero, evenly and easily spaced, of which the last is not below `highest`.

    At most `most` + 1 of them; zero and one where nothing is above zero.
    """
    if highest <= 0:
        return [0, 1]
    size = 10 ** floor(log10(highest / most))
    step = next(size * clean for clean in CLEAN if highest / (size * clean) <= most)
    ticks = [round(step * number, 10) for number in range(ceil(highest / step) + 1)]
    return [int(tick) if tick == int(tick) else tick for tick in ticks]


def lanes(spans: Sequence[tuple[float, float]], gap: float = 0) -> list[int]:
    """The lane of each span (start, end), so that in no lane two come nearer than `gap`.

    Lanes are counted from 0, and as few as can be. The order of the input does not matter but to
    spans that are the same.
    """
    ends: list[float] = []
    found = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda one: (*spans[one], one)):
        start, end = spans[index]
        lane = next((n for n, taken in enumerate(ends) if taken + gap <= start), len(ends))
        ends[lane : lane + 1] = [end]
        found[index] = lane
    return found


def spread(places: Sequence[int], gap: int) -> list[int]:
    """The places, some moved on so that no two are nearer than `gap`; for labels of lines.

    They keep their order; what shares a place keeps the order of the input.
    """
    found = list(places)
    for index, place in _moved_on(places, gap):
        found[index] = place
    return found


def _moved_on(places: Sequence[int], gap: int) -> Iterator[tuple[int, int]]:
    free = min(places, default=0)
    for index in sorted(range(len(places)), key=lambda one: (places[one], one)):
        place = max(places[index], free)
        yield index, place
        free = place + gap
