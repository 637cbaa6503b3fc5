"""Whether figures agree with one another: those of an article, and any two that are compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.reading.numbers import TIMES_WORDS, Figure

COURT = re.compile(r"\b(?:to court|prosecut\w+|court|tried|trial)\b", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:increase|rise|rose|up|growth|grew|increased|jump|decrease|decreased|drop|fell|fall|down"
    r"|decline|declined)\b",
    re.IGNORECASE,
)
STATED = re.compile(
    r"(?:\b(?P<qualifier>more than|over|nearly|almost|about|less than)\s+)?"
    rf"(?:\b(?P<times>{'|'.join(TIMES_WORDS)})d?\b"
    r"|(?P<percent>\d+(?:\.\d+)?)\s*(?:%|per\s?cent\b))",
    re.IGNORECASE,
)
SAME = {"over": "more than", "almost": "nearly"}
NEAR = 0.6  # percentage points that rounding explains
EXACTLY = 0.02  # percentage points that rounding to two decimals, or cutting them off, explains
AROUND = 80  # characters on either side of a percentage


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that does not add up, for an editor to look at.

    `rule` is "ratio" (the stated ratio is not the computed one), "part" (a part is larger than its
    whole), "court" (more cases in court than cases) or "percentage"; `figures` are indexes.
    """

    rule: str
    figures: tuple[int, ...]
    printed: float
    computed: float


@dataclass(frozen=True, slots=True)
class Stated:
    """A change as words state it: so many times as much, or a rise or fall by so many per cent."""

    qualifier: str
    value: float
    is_percentage: bool


def stated(words: str) -> Stated | None:
    """Read the change that words state: "more than double", "+16.34%". None where there is none."""
    found = STATED.search(words)
    if found is None:
        return None
    qualifier = (found["qualifier"] or "exact").lower()
    value = TIMES_WORDS[found["times"].lower()] if found["times"] else float(found["percent"])
    return Stated(SAME.get(qualifier, qualifier), value, found["times"] is None)


def is_too_large(part: float, whole: float) -> bool:
    """Whether a part cannot be one of this whole."""
    return part > whole


def change_in_percent(new: float, base: float) -> float:
    """By how many per cent `new` is above or below `base`, which is not zero; never negative."""
    return round(abs(new - base) / base * 100, 2)


def change_holds(printed: float, new: float, base: float) -> bool:
    """Whether a printed percentage is the change from `base` to `new`, but for rounding."""
    return abs(change_in_percent(new, base) - printed) <= NEAR


def is_on_wrong_base(printed: float, new: float, base: float) -> bool:
    """Whether a printed percentage is the change as a share of `new` instead of `base`."""
    wrong = abs(new - base) / new * 100 if new else float("inf")
    return not change_holds(printed, new, base) and abs(wrong - printed) <= EXACTLY


def check_figures(text: str, found: Sequence[Figure]) -> list[Doubt]:
    """Give what does not add up among the figures read from `text`."""
    return [*_parts(found), *_ratios(found), *_courts(text, found), *_percentages(text, found)]


def _parts(found: Sequence[Figure]) -> Iterator[Doubt]:
    for number, part in enumerate(found):
        if part.part_of is not None and part.unit != "%":
            whole = found[part.part_of]
            if whole.unit != "%" and is_too_large(part.value, whole.value):
                yield Doubt("part", (number, part.part_of), part.value, whole.value)


def _ratios(found: Sequence[Figure]) -> Iterator[Doubt]:
    for number, figure in enumerate(found):
        compared = figure.compared
        if compared is None or compared.ratio is None or compared.base is None:
            continue
        base = found[compared.base].value
        computed = round(figure.value / base, 3) if base else float("inf")
        if not ratio_holds(compared.qualifier, compared.ratio, computed):
            yield Doubt("ratio", (number, compared.base), compared.ratio, computed)


def ratio_holds(qualifier: str, ratio: float, computed: float) -> bool:
    """Whether so many times as much, as stated, is what was computed: "more than" 2 for 2.32."""
    if qualifier == "more than":
        return ratio < computed < ratio + 1
    if qualifier in {"nearly", "less than"}:
        return 0.85 * ratio <= computed < ratio
    return abs(computed - ratio) <= 0.1 * ratio


def _courts(text: str, found: Sequence[Figure]) -> Iterator[Doubt]:
    """More cases taken to court than there were in the same period."""
    cases = [(n, figure) for n, figure in enumerate(found) if figure.unit.startswith("case")]
    for place, (number, figure) in enumerate(cases):
        if not COURT.search(text[figure.end : figure.end + 30]):
            continue
        same = [(n, one) for n, one in cases[:place] if one.period == figure.period]
        if same and figure.value > same[0][1].value:
            yield Doubt("court", (number, same[0][0]), figure.value, same[0][1].value)


def _percentages(text: str, found: Sequence[Figure]) -> Iterator[Doubt]:
    """A printed rise or fall against the two figures nearest to it that count the same thing."""
    for number, percent in enumerate(found):
        around = text[max(0, percent.start - AROUND) : percent.end + AROUND]
        if percent.unit != "%" or not CHANGE.search(around):
            continue
        pair = _pair(found, number)
        if pair is None or not found[pair[1]].value:
            continue
        new, old = found[pair[0]].value, found[pair[1]].value
        if not change_holds(percent.value, new, old):
            computed = change_in_percent(new, old)
            yield Doubt("percentage", (number, *pair), percent.value, computed)


def _pair(found: Sequence[Figure], number: int) -> tuple[int, int] | None:
    """Give (new, old): two figures close by of which one is compared with the other."""
    own = found[number].compared
    if own and own.base is not None and number and found[number - 1].unit != "%":
        return number - 1, own.base
    for place in range(max(0, number - 3), min(len(found), number + 4)):
        compared = found[place].compared
        if compared and compared.base is not None and found[place].unit != "%":
            return place, compared.base
    return None
