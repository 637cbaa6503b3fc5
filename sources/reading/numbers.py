"""Figures in an article: how many of what, in which period, part of what, against what."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sources.reading.datelines import Day, years
from sources.reading.periods import Period, periods
from sources.reading.wordlists import listed, numbered

UNITS = numbered(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SPELLED = "|".join([*UNITS, *TENS, *SCALES])
NUMBER = re.compile(
    r"(?<![\w.,/:–’'-])(?P<money>US\$|\$|€|£)?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)(?![\d:/]|[.,]\d|(?:st|nd|rd|th)\b)"
    rf"|(?P<spelled>(?:(?:half\s+)?an?\s+(?=hundred|thousand|million|billion))?(?:{_SPELLED})\b(?:(?:[\s-]+(?:and\s+)?)(?:{_SPELLED})\b){{0,9}}))"
    r"(?:\s+(?P<scale>hundred|thousand|million|billion))?(?:\s*(?P<percent>%|per\s?cent\b|percent\b))?",
    re.IGNORECASE,
)
NOUN = re.compile(
    r"(?P<gap>\s+(?:other\s+|more\s+|new\s+)?)(?P<words>(?:[a-z][\w’'-]*\s+){0,3}?(?:(?!was\b|has\b|is\b|this\b|does\b|less\b|across\b|as\b|us\b|its\b|plus\b|minus\b|versus\b)[a-z][\w-]*[^\Ws]s|people|women|men|children|police|staff"
    r"|hectares|households)\b)(?P<of>\s+of\s+(?!whom|which|them|the\b|these|those|all)[a-z]+(?:\s+(?:and\s+)?(?!in\b|during\b|were\b|was\b|from\b|to\b|that\b|which\b|who\b|last\b|this\b|have\b|had\b)[a-z]+){0,5})?"
)
PART = re.compile(
    r"(?:\s+of\s+(?:whom|which|them|those|these))?\s+(?:were|was|are|is|being)\s+(?P<noun>[a-z][\w-]*)"
)
TIMES = listed(
    """
    years year months month weeks week days day hours hour minutes minute seconds decades
    decade times centuries nights mornings o’clock
    """
)
NO_NOUN = listed(
    """
    of to in on at from by for and or but were was are is have had has with that who than as
    per the a
    """
)
LABELS = re.compile(
    r"(?:tier|article|section|chapter|resolution|road|street|room|no\.|number|phase|level|version|page"
    r"|paragraph|line|route|group|class|grade|type|age of|aged?|age|bill|flight"
    r"|unga|covid-?|goal)\s*$",
    re.IGNORECASE,
)
QUALIFIERS = (
    ("at least", r"at least|no fewer than|no less than|a minimum of|some of the"),
    ("at most", r"at most|no more than|up to|a maximum of"),
    ("more than", r"more than|over|above|in excess of|upwards of|exceeding"),
    ("less than", r"less than|fewer than|under|below"),
    ("nearly", r"nearly|almost|close to"),
    ("about", r"about|around|some|roughly|approximately|an estimated|estimated|nearly"),
)
QUALIFIER = re.compile(
    "|".join(f"(?P<q{n}>{words})" for n, (_name, words) in enumerate(QUALIFIERS)).join(
        (r"\b(?:", r")\s+(?:the\s+)?$")
    ),
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z“\"‘])")
AMONG = re.compile(
    r"\b(?:among|of)\s+(?:the|those|these|all)\s+(?P<noun>[a-z][\w-]*s)\b[^.]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, with raw offsets.

    `words` is what is printed, `unit` what is counted, `period` an ISO year or months;
    `period_printed` is False where the period is that of the sentences before. `part_of` indexes
    the whole among the figures.
    """

    words: str
    start: int
    end: int
    value: float
    unit: str
    qualifier: str = "exact"
    period: str | None = None
    period_printed: bool = False
    part_of: int | None = None
    compared: "Comparison | None" = None
    claimant: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the article says of a figure against another: "more than" 2 times figure `base`."""

    words: str
    qualifier: str
    ratio: float | None
    base: int | None


def figures(text: str, spans: Sequence[tuple[int, int]], days: Sequence[Day]) -> list[Figure]:
    """Give the figures in the spans, in order."""
    taken = [(day.start, day.end) for day in days if day.basis != "weekday only"]
    known = years(text, spans)
    found: list[Figure] = []
    for number, (start, end) in enumerate(spans):
        last = (
            found[-1].period
            if found and number and found[-1].start >= spans[number - 1][0]
            else None
        )
        for at, stop in _sentences(text, start, end):
            named = periods(text, at, stop, known)
            new = [_timed(one, named, last) for one in _figures(text, at, stop, taken)]
            last = next((one.iso for one in named if one.iso), last)
            found.extend(_parts(text, new, found, at))
    return found


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(found.end() for found in SENTENCE.finditer(text, start, end)), end]
    return list(pairwise(cuts))


def _figures(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[Figure]:
    found = []
    for match in NUMBER.finditer(text, start, end):
        place = bisect_left(taken, match.start(), key=lambda span: span[1])
        inside = place < len(taken) and taken[place][0] < match.end()
        figure = None if inside else _figure(text, match, start, end)
        if figure:
            found.append(figure)
    return found


def _figure(text: str, match: re.Match[str], start: int, end: int) -> Figure | None:
    before = text[max(start, match.start() - 40) : match.start()]
    value = value_of(match)
    if value is None:
        return None
    unit, stop = _unit(text, match, end)
    if not unit or _is_year(match, unit) or LABELS.search(before):
        return None
    at = match.start()
    return Figure(text[at:stop], at, stop, value, unit, _qualifier(before))


def value_of(match: re.Match[str]) -> float | None:
    """Give the number that a match of NUMBER prints in digits or words."""
    if match["digits"]:
        value: float | None = float(match["digits"].replace(",", ""))
    else:
        value = spelled(match["spelled"])
    if value is not None and match["scale"]:
        value *= SCALES[match["scale"].lower()]
    return int(value) if value is not None and value == int(value) else value


def spelled(words: str) -> float | None:
    """Give the number that words spell: "two hundred and ninety" is 290."""
    total, part = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in SCALES:
            part = (part or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, part = total + part, 0
        elif word == "half":
            part = 0.5
        elif word not in {"and", "a", "an"}:
            part += UNITS.get(word, 0) or TENS.get(word, 0)
    return total + part


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    """Say what is counted, and where the words for it end."""
    if match["percent"]:
        return "%", match.end()
    part = PART.match(text, match.end(), end)
    if part and part["noun"] not in NO_NOUN | TIMES:
        return part["noun"], part.end()
    noun = NOUN.match(text, match.end(), min(end, match.end() + 120))
    words = noun["words"].split() if noun else []
    if not noun or words[-1] in TIMES or set(words) & NO_NOUN:
        return (match["money"], match.end()) if match["money"] else ("", match.end())
    stop = noun.end() if noun["of"] else noun.end("words")
    return " ".join(text[noun.start("words") : stop].split()), stop


def _is_year(match: re.Match[str], unit: str) -> bool:
    digits = match["digits"] or ""
    return bool(re.fullmatch(r"(?:19|20)\d\d", digits)) and not match["scale"] and unit != "%"


def _qualifier(before: str) -> str:
    found = QUALIFIER.search(before)
    if not found:
        return "exact"
    return next(name for n, (name, _words) in enumerate(QUALIFIERS) if found[f"q{n}"])


def _timed(figure: Figure, named: list[Period], last: str | None) -> Figure:
    """Give the figure its period: the next one named close after it, else the one before."""
    after = next((one for one in named if 0 <= one.start - figure.end < 60), None)
    before = next((one for one in reversed(named) if one.end <= figure.start), None)
    close = after and (before is None or after.start - figure.end < 20)
    chosen = after if close else before or (named[0] if named else None)
    if chosen and chosen.iso:
        return replace(figure, period=chosen.iso, period_printed=True)
    return replace(figure, period=last)


def _parts(text: str, new: list[Figure], found: list[Figure], start: int) -> list[Figure]:
    base = len(found)
    made: list[Figure] = []
    for number, figure in enumerate(new):
        earlier = [*found, *made]
        gap = text[new[number - 1].end : figure.start] if number else text[start : figure.start]
        whole = _whole(gap, figure, earlier, base, inner=number > 0)
        made.append(replace(figure, part_of=whole))
    return [_compared(text, made, n, base) for n in range(len(made))]


def _whole(
    gap: str, figure: Figure, earlier: list[Figure], base: int, *, inner: bool
) -> int | None:
    """Find the figure that this one is part of: "290 victims, 241 of whom", "Among the victims"."""
    among = AMONG.search(gap)
    if among:
        noun = among["noun"].lower()
        return next((n for n in range(len(earlier) - 1, -1, -1) if noun in earlier[n].unit), None)
    of_them = re.search(r"\bof (?:whom|which|them|those|these)\b", figure.words + gap)
    if of_them or re.search(r"\bincluding\s+(?:about |some |at least )?$", gap):
        if not inner and not of_them:
            return None
        number = len(earlier) - 1
        while number >= base and earlier[number].part_of is not None:
            number = earlier[number].part_of or 0
        return number if number >= 0 else None
    return None


COMPARED = re.compile(
    r"(?P<qualifier>more than|over|nearly|almost|about|less than)?\s*"
    r"\b(?P<times>double|twice|triple|three times|quadruple|four times|half|five times)\s+"
    r"(?:the|that of|as many as the)?\s*$"
    r"|(?P<from>\b(?:up|down|rising|falling|increasing|decreasing|dropping|compared|increase|rise"
    r"|drop|decrease)\b[^.\d]{0,30}?(?:from|with|to|on)\s+(?:just |only |the |about |some )?)$",
    re.IGNORECASE,
)
AGAINST = frozenset(
    {"from", "on", "from the", "on the", "compared with", "compared to", "over the"}
)
TIMES_WORDS = {"double": 2, "twice": 2, "triple": 3, "three times": 3, "quadruple": 4,
               "four times": 4, "five times": 5, "half": 0.5}  # fmt: skip


def _compared(text: str, made: list[Figure], number: int, base: int) -> Figure:
    """Note on a figure that the next one of its sentence is what it is compared with."""
    figure = made[number]
    if number + 1 >= len(made):
        return figure
    other = made[number + 1]
    gap = " ".join(text[figure.end : other.start].split()).lower()
    if figure.unit == "%" and gap in AGAINST:
        return replace(figure, compared=Comparison(gap, "exact", None, base + number + 1))
    found = COMPARED.search(text[max(figure.end, other.start - 100) : other.start])
    if not found:
        return figure
    times = (found["times"] or "").lower()
    qualifier = (found["qualifier"] or "exact").lower()
    qualifier = {"over": "more than", "almost": "nearly"}.get(qualifier, qualifier)
    ratio = TIMES_WORDS.get(times)
    words = " ".join(found.group().split())
    return replace(figure, compared=Comparison(words, qualifier, ratio, base + number + 1))
