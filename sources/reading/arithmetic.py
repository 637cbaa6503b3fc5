"""Whether the figures of an article agree with one another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sources.reading.numbers import Figure

COURT = re.compile(r"\b(?:to court|prosecut\w+|court|tried|trial)\b", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:increase|rise|rose|up|growth|grew|increased|jump|decrease|decreased|drop|fell|fall|down"
    r"|decline|declined)\b",
    re.IGNORECASE,
)
NEAR = 0.6  # percentage points that rounding explains
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


def check_figures(text: str, found: Sequence[Figure]) -> list[Doubt]:
    """Give what does not add up among the figures read from `text`."""
    return [*_parts(found), *_ratios(found), *_courts(text, found), *_percentages(text, found)]


def _parts(found: Sequence[Figure]) -> Iterator[Doubt]:
    for number, part in enumerate(found):
        if part.part_of is not None and part.unit != "%":
            whole = found[part.part_of]
            if part.value > whole.value and whole.unit != "%":
                yield Doubt("part", (number, part.part_of), part.value, whole.value)


def _ratios(found: Sequence[Figure]) -> Iterator[Doubt]:
    for number, figure in enumerate(found):
        compared = figure.compared
        if compared is None or compared.ratio is None or compared.base is None:
            continue
        base = found[compared.base].value
        computed = round(figure.value / base, 3) if base else float("inf")
        if not _holds(compared.qualifier, compared.ratio, computed):
            yield Doubt("ratio", (number, compared.base), compared.ratio, computed)


def _holds(qualifier: str, stated: float, computed: float) -> bool:
    if qualifier == "more than":
        return stated < computed < stated + 1
    if qualifier in {"nearly", "less than"}:
        return 0.85 * stated <= computed < stated
    return abs(computed - stated) <= 0.1 * stated


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
        computed = round(abs(new - old) / old * 100, 2)
        if abs(computed - percent.value) > NEAR:
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
