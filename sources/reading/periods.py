"""The times that figures are about: a year, half a year, a quarter, some months."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sources.reading.datelines import MONTHS
from sources.reading.wordlists import numbered

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
SMALL = numbered("one two three four five six seven eight nine ten eleven twelve", 1)
_MONTH = "|".join(month.capitalize() for month in MONTHS)
_YEAR = r"(?:19|20)\d\d"
_OF = rf"(?:{_YEAR}|this year|last year)"
PERIOD = re.compile(
    r"(?P<part>first|second|third|fourth|last|final)\s+(?P<unit>half|quarter)"
    rf"(?:\s+of\s+(?P<y1>{_OF}))?"
    rf"|first\s+(?P<months>\d\d?|{'|'.join(SMALL)})\s+months(?:\s+of\s+(?P<y2>{_OF}))?"
    rf"|(?P<from>{_MONTH})\s+(?:to|and|through|until|[-–])\s+(?P<to>{_MONTH})"
    rf"(?:,?\s+(?:of\s+)?(?P<y3>{_OF}))?"
    rf"|(?P<month>{_MONTH})\s+(?P<y4>{_YEAR})"
    r"|(?P<before>the\s+(?:previous|preceding|prior)\s+year|the\s+year\s+before"
    r"|a\s+year\s+(?:earlier|before))"
    r"|(?P<same>the\s+same\s+(?:period|months|time)"
    r"(?:\s+(?:of\s+)?(?:the\s+previous|last)\s+year|\s+a\s+year\s+earlier)?)"
    r"|(?P<this>\b(?:this|last)\s+year)"
    rf"|(?<![\d,.$-])(?P<year>{_YEAR})(?![\d,]\d|\w|[-–]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of months as ISO months, "2024-01/2024-06"; a whole year is "2024"."""

    start: int
    end: int
    iso: str | None


def periods(text: str, start: int, end: int, known: Sequence[int]) -> list[Period]:
    """Give the periods named in a sentence; `known` are the article's years, latest first."""
    found: list[Period] = []
    for match in PERIOD.finditer(text, start, end):
        last = next((one.iso for one in reversed(found) if one.iso), None)
        found.append(Period(match.start(), match.end(), _iso(match, known, last)))
    return found


def _iso(match: re.Match[str], known: Sequence[int], last: str | None) -> str | None:
    if match["before"] or match["same"]:
        return _year_before(last) if last else None
    if match["year"]:
        return match["year"]
    printed = match["y1"] or match["y2"] or match["y3"] or match["y4"] or match["this"]
    year = _year(printed, known)
    return None if year is None else _months(match, year)


def _year(printed: str | None, known: Sequence[int]) -> int | None:
    if printed and printed.isdigit():
        return int(printed)
    if not known:
        return None
    return known[0] - (bool(printed) and str(printed).lower().startswith("last"))


def _months(match: re.Match[str], year: int) -> str:
    if match["this"]:
        return str(year)
    if match["part"]:
        size = 6 if match["unit"].lower() == "half" else 3
        part = min(ORDINALS[match["part"].lower()], 12 // size)
        return f"{year}-{(part - 1) * size + 1:02}/{year}-{part * size:02}"
    if match["months"]:
        months = match["months"].lower()
        size = SMALL.get(months) or int(months)
        return f"{year}-01/{year}-{min(size, 12):02}"
    first = (match["from"] or match["month"]).lower()
    last = (match["to"] or match["month"]).lower()
    bounds = [f"{year}-{MONTHS.index(month) + 1:02}" for month in (first, last)]
    return bounds[0] if first == last else "/".join(bounds)


def _year_before(iso: str) -> str:
    return "/".join(f"{int(part[:4]) - 1}{part[4:]}" for part in iso.split("/"))
