"""The period of a figure: a year, a half, ten months, or none. Spans of unequal length are not
alike, whatever the numbers are."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext

from statements.wording import wording as _

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """From the first to the last day, either of which may be unknown."""

    start: datetime.date | None
    end: datetime.date | None

    @property
    def is_whole(self) -> bool:
        return self.start is not None and self.end is not None

    @property
    def length(self) -> tuple[str, int] | None:
        """The class of its length: whole months or else days; None where an end is not known."""
        if self.start is None or self.end is None:
            return None
        if self.start.day == 1 and self._is_end_of_month:
            years = self.end.year - self.start.year
            return "months", 12 * years + self.end.month - self.start.month + 1
        return "days", (self.end - self.start).days + 1

    @property
    def _is_end_of_month(self) -> bool:
        return self.end == datetime.date.max or (self.end is not None and (self.end + DAY).day == 1)

    @property
    def order(self) -> tuple[datetime.date, datetime.date]:
        """For sorting: by the first day, then by the last; what has none comes last."""
        return self.start or self.end or datetime.date.max, self.end or datetime.date.max

    def is_followed_by(self, other: "Span") -> bool:
        """Whether the other, of the same length, comes the day after or in the next year."""
        if self.length is None or self.length != other.length:
            return False
        assert self.end is not None  # noqa: S101  # a span with a length has both its ends
        if self.end < datetime.date.max and self.end + DAY == other.start:
            return True
        return _a_year_later(self.start) == other.start and self.end < other.order[0]

    def length_in_words(self) -> str:
        """Such as "a year", "half a year", "10 months"; "" where it is not known."""
        return _length_in_words(self, get_language())

    def _length_in_words(self) -> str:
        match self.length:
            case None:
                return ""
            case ("months", 12):
                return _("a year")
            case ("months", 6):
                return _("half a year")
            case ("months", n):
                return ngettext("%d month", "%d months", n) % n
            case (_unit, n):
                return ngettext("%d day", "%d days", n) % n

    def words(self) -> str:
        """Such as "2021", "January – June 2024", or the days where they are not whole months."""
        return _words(self, get_language())

    def _words(self) -> str:
        if self.start is None:
            until = _("until %s") % date_format(self.end, "j F Y") if self.end else ""
            return until or _("not stated")
        if self.end is None:
            return _("from %s") % date_format(self.start, "j F Y")
        if self.length and self.length[0] == "months":
            return self._in_months(self.start, self.end)
        return f"{date_format(self.start, 'j F Y')} – {date_format(self.end, 'j F Y')}"

    def _in_months(self, start: datetime.date, end: datetime.date) -> str:
        if start.month == 1 and end.month == 12:
            return str(start.year) if start.year == end.year else f"{start.year} – {end.year}"
        last = date_format(end, "F Y")
        if (start.year, start.month) == (end.year, end.month):
            return last
        return f"{date_format(start, 'F' if start.year == end.year else 'F Y')} – {last}"


@lru_cache(maxsize=5_000)
def _words(span: Span, _language: str | None) -> str:
    return span._words()  # the same, remembered


@lru_cache(maxsize=5_000)
def _length_in_words(span: Span, _language: str | None) -> str:
    return span._length_in_words()  # the same, remembered


def _a_year_later(day: datetime.date | None) -> datetime.date | None:
    if day is None or day.year == datetime.MAXYEAR or (day.month, day.day) == (2, 29):
        return None
    return day.replace(year=day.year + 1)
