"""When something was said, as far as the article tells: a proposal for the editor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sources.dates import PartialDate, Precision
from sources.reading.datelines import WEEKDAYS, Day, dates
from sources.vocabulary import DateBasis


@dataclass(frozen=True, slots=True)
class Dating:
    """A proposed date, where it comes from, and the weekday printed beside it ("" without one)."""

    said_on: PartialDate | None = None
    basis: str = DateBasis.STATED.value
    weekday: str = ""


def dating(at: int, days: Sequence[Day], published: PartialDate | None) -> Dating:
    """Propose the date of what stands at an offset.

    First the nearest day before it that is printed with its weekday (an occasion), then the
    dateline, then the first day before it, then a bare weekday counted back from the publication,
    then the day of publication. Nothing is proposed that lies after the publication.
    """
    known = [(day, found) for day in days if (found := _known(day, published))]
    before = [pair for pair in known if pair[0].start < at]
    occasions = [pair for pair in before if pair[0].weekday and not pair[0].dateline]
    whole = [pair for pair in occasions if pair[0].basis != "weekday only"]
    chosen = [
        *reversed(whole),
        *(pair for pair in known if pair[0].dateline),
        *(pair for pair in before if not pair[0].weekday),
        *reversed(occasions),
    ]
    if chosen:
        return _dating(*chosen[0])
    return Dating(published, DateBasis.PUBLICATION.value) if published else Dating()


def _dating(day: Day, found: PartialDate) -> Dating:
    basis = DateBasis.STATED if day.basis == "printed" else DateBasis.INFERRED
    return Dating(found, basis.value, (day.weekday or "").capitalize())


def _known(day: Day, published: PartialDate | None) -> PartialDate | None:
    """The whole day that is meant, if it can be told and is not after the publication."""
    limit = published.latest if published else None
    for text in _readings(day, published):
        found = PartialDate.parse(text)
        if found.precision == Precision.DAY and (limit is None or found.latest <= limit):
            return found
    return None


def _readings(day: Day, published: PartialDate | None) -> Iterator[str]:
    """The days that a printed date can mean, as ISO texts, the likeliest first."""
    if day.iso and day.basis != "conflict":
        yield day.iso
    if published is None or day.basis == "printed":
        return
    if day.basis == "weekday only":
        if published.precision == Precision.DAY and day.weekday:
            yield _last(day.weekday, published.earliest).isoformat()
        return
    for year in (published.latest.year, published.latest.year - 1):
        dated = f"{day.text.replace('(', ' ').rstrip('.) ')} {year}"
        found = dates(dated, [(0, len(dated))])
        yield from (one.iso for one in found if one.iso and one.basis == "printed")


def _last(weekday: str, day: date) -> date:
    """The last such weekday up to a day."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(weekday)) % 7)
