"""Dates printed in an article, with the year they most likely lie in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?P<{0}>(?:19|20)\d\d)\b)?"
DATE = re.compile(
    r"(?P<iso>\b(?:19|20)\d\d-[01]\d-[0-3]\d\b)"
    r"|(?:\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,?\s+|\s*(?P<paren>\(\s*)))?"
    rf"\b(?:{_MONTH.format('m1')}\s+{_DAY.format('d1')}{_YEAR.format('y1')}"
    rf"|{_DAY.format('d2')}\s+(?:of\s+)?{_MONTH.format('m2')}{_YEAR.format('y2')}"
    rf"|{_MONTH.format('m3')},?\s+(?P<y3>(?:19|20)\d\d)\b)(?(paren)\)?)"
    r"|\b(?P<only>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
YEAR = re.compile(r"(?<![\d,.$€£])(?P<year>(?:19|20)\d\d)(?![\d,]\d|\w|[-–]\d)")
FUTURE = re.compile(
    r"\b(?:by|until|till|before|through|target for|to)\s+(?:\w+\s+)?$", re.IGNORECASE
)
DATELINE = 60  # characters; a date this near the beginning is the dateline


@dataclass(frozen=True, slots=True)
class Day:
    """A printed date with raw offsets.

    `iso` is the proposal ("2024-12-12", "2024-09") or None. `basis` says where its year comes
    from: "printed", "weekday" (the article's year in which the weekday fits), "article" (the
    latest year of the article), "conflict" (the printed weekday fits no year), "weekday only" or
    "unknown".
    """

    text: str
    start: int
    end: int
    weekday: str | None
    iso: str | None
    basis: str
    dateline: bool = False


def dates(text: str, spans: Sequence[tuple[int, int]]) -> list[Day]:
    """Give the dates in the spans, in order."""
    known = years(text, spans)
    days = [_day(found, known) for start, end in spans for found in DATE.finditer(text, start, end)]
    first = spans[0] if spans else (0, 0)
    return [_dateline(day, text, first) for day in days]


def years(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give the years the article speaks of, latest first; targets such as "by 2030" left out."""
    return sorted(set(_years(text, spans)), reverse=True)


def _years(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    for start, end in spans:
        for found in YEAR.finditer(text, start, end):
            if not FUTURE.search(text[max(start, found.start() - 20) : found.start()]):
                yield int(found["year"])


def _day(found: re.Match[str], known: list[int]) -> Day:
    weekday = found["weekday"] or found["only"]
    iso, basis = _proposal(found, known)
    place = (found.start(), found.end())
    return Day(found.group(), *place, weekday and weekday.lower(), iso, basis)


def _proposal(found: re.Match[str], known: list[int]) -> tuple[str | None, str]:
    if found["iso"]:
        return found["iso"], "printed"
    if found["only"]:
        return None, "weekday only"
    month = _month(found["m1"] or found["m2"] or found["m3"])
    if found["m3"]:
        return f"{found['y3']}-{month:02}", "printed"
    day, year = int(found["d1"] or found["d2"]), found["y1"] or found["y2"]
    if year:
        return _checked(int(year), month, day, found["weekday"])
    return _inferred(month, day, found["weekday"], known)


def _month(printed: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(printed[:3].lower()))


def _checked(year: int, month: int, day: int, weekday: str | None) -> tuple[str | None, str]:
    proposal = _date(year, month, day)
    if proposal is None:
        return None, "unknown"
    fits = weekday is None or WEEKDAYS[proposal.weekday()] == weekday.lower()
    return proposal.isoformat(), "printed" if fits else "conflict"


def _inferred(
    month: int, day: int, weekday: str | None, known: list[int]
) -> tuple[str | None, str]:
    possible = [one for year in known if (one := _date(year, month, day))]
    if not possible:
        return None, "unknown"
    if weekday is None:
        return possible[0].isoformat(), "article"
    fitting = [one for one in possible if WEEKDAYS[one.weekday()] == weekday.lower()]
    return (fitting[0].isoformat(), "weekday") if fitting else (None, "conflict")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dateline(day: Day, text: str, first: tuple[int, int]) -> Day:
    near = first[0] <= day.start <= first[0] + DATELINE
    dash = re.match(r"[,\s]*(?:\([^)\n]{1,20}\)\s*)?(?:[–—:]|--?)\s", text[day.end : day.end + 30])
    if not near or not dash:
        return day
    return Day(day.text, day.start, day.end, day.weekday, day.iso, day.basis, dateline=True)
