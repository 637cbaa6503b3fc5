"""Where an article interrupts a quotation to say whose it is, and the text without that.

In `“We agree,” she said, “to come.”` the interruption is `” she said, “`. An editor may record the
quotation joined. Only words outside the quotation marks may be left out that way, so an
interruption is taken for one only where its marks leave no doubt: one that closes, right before or
after a comma or another stop, then one of the same family that opens, in the same paragraph, and
neither of them inside marks of the other family.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise

from sources.matching.folding import DOTS, DOUBLE, HYPHEN, LONG_DASH, OTHER, SINGLE, Folded
from sources.matching.haystack import NOWHERE, Haystack

#: The longest interruption, in characters of raw text.
LONGEST = 250
# A text with more marks is hardly prose, and is not searched for interruptions.
_MOST_MARKS = 10_000

_MARKS = frozenset({SINGLE, DOUBLE})
_EITHER_MARK = f"[{SINGLE}{DOUBLE}]"
_STOPS = frozenset({",", "."})
_DASHES = frozenset({HYPHEN, LONG_DASH})
_ENDS_BEFORE_MARK = _STOPS | _DASHES | {DOTS, OTHER}
_OPENING_SHAPES = frozenset("“‘„‚«‹「『")
_CLOSING_SHAPES = frozenset("”’»›」』")
_OPENS, _CLOSES = "opens", "closes"

Run = tuple[int, int]  # first and last (exclusive) of tokens that follow each other


@dataclass(frozen=True, slots=True)
class _Mark:
    place: int
    family: str
    does: str
    inside_other: bool  # inside marks of the other family


def interruptions(haystack: Haystack) -> list[Run]:
    """Return the tokens of each interruption, its marks included, in order.

    A mark that only reopens the quotation at the start of a paragraph is one, too.
    """
    found = []
    if len(re.findall(_EITHER_MARK, haystack.folded.kinds)) > _MOST_MARKS:
        return []
    marks = list(_marks(haystack))
    for family in sorted(_MARKS):
        for mark, following in pairwise(mark for mark in marks if mark.family == family):
            if _interrupts(haystack, mark, following):
                found.append((mark.place, following.place + 1))
            elif _reopens(haystack, mark, following):
                found.append((following.place, following.place + 1))
    return _apart(sorted(found))


def _apart(runs: list[Run]) -> list[Run]:
    """Leave out runs that overlap one before."""
    kept: list[Run] = []
    for run in runs:
        if not kept or run[0] >= kept[-1][1]:
            kept.append(run)
    return kept


def _interrupts(haystack: Haystack, mark: _Mark, following: _Mark) -> bool:
    if (mark.does, following.does) != (_CLOSES, _OPENS) or mark.inside_other:
        return False
    start, end = haystack.span(mark.place, following.place + 1)
    if following.place == mark.place + 1 or end - start > LONGEST:
        return False
    kinds = haystack.folded.kinds
    stopped = mark.place and kinds[mark.place - 1] in _ENDS_BEFORE_MARK
    stopped = stopped or kinds[mark.place + 1] in _STOPS | _DASHES
    return bool(stopped) and not haystack.parted(mark.place, following.place)


def _reopens(haystack: Haystack, mark: _Mark, following: _Mark) -> bool:
    both_open = mark.does == following.does == _OPENS
    return both_open and haystack.parted(following.place - 1, following.place)


def _marks(haystack: Haystack) -> Iterator[_Mark]:
    """Yield the marks that open or close something; apostrophes at a word's edge are among them."""
    last = {SINGLE: "", DOUBLE: ""}
    folded = haystack.folded
    for match in re.finditer(_EITHER_MARK, folded.kinds):
        place, kind = match.start(), match[0]
        does = _does(haystack, folded, place)
        if does:
            other = DOUBLE if kind == SINGLE else SINGLE
            yield _Mark(place, kind, does, last[other] == _OPENS)
            last[kind] = does


def _does(haystack: Haystack, folded: Folded, place: int) -> str:
    """Whether a mark opens or closes, by what it touches, else by its shape."""
    before, after = haystack.touching(place), haystack.touching(place + 1)
    if before != after:
        return _CLOSES if before else _OPENS
    if before and folded.kinds[place + 1] in _STOPS | _DASHES | _MARKS:
        return _CLOSES
    shape = folded.raw[folded.starts[place]]
    if shape in _CLOSING_SHAPES:
        return _CLOSES
    return _OPENS if shape in _OPENING_SHAPES else ""


@dataclass(frozen=True)
class Joined:
    """A text without its interruptions, to look for what an editor recorded joined.

    The words are found in a string without commas and full stops, then every piece between two
    interruptions is compared token by token; at an interruption a comma or full stop may be
    missing or be the other, and the next piece may begin with another case.
    """

    haystack: Haystack

    @cached_property
    def interruptions(self) -> list[Run]:
        return interruptions(self.haystack)

    @cached_property
    def _index(self) -> list[tuple[int, int]]:
        """For each character of the string: its token, and how many interruptions are before it."""
        kinds, kept = self.haystack.folded.kinds, []
        borders = [(0, 0), *self.interruptions, (len(kinds), len(kinds))]
        for piece, ((_, start), (end, _)) in enumerate(pairwise(borders)):
            kept += [(place, piece) for place in range(start, end) if kinds[place] not in _STOPS]
        return kept

    @cached_property
    def _string(self) -> str:
        string = self.haystack.string
        kept = "".join(string[place] for place, _ in self._index)
        return kept.translate(self.haystack.uncased)

    def places(self, tokens: Sequence[str], low: int, high: int) -> Iterator[tuple[Run, ...]]:
        """Yield the runs of tokens that `tokens` are, where the first begins in low–high."""
        if not self.interruptions:
            return
        kept = [place for place, token in enumerate(tokens) if token not in _STOPS]
        spelled = self.haystack.spell_uncased([tokens[place] for place in kept])
        if NOWHERE in spelled:
            return
        first, last = (bisect_left(self._index, (bound, -1)) for bound in (low, high))
        at = self._string.find(spelled, first, last + len(spelled) - 1)
        while at >= 0:
            runs = self._runs(tokens, kept, at)
            if runs:
                yield runs
            at = self._string.find(spelled, at + 1, last + len(spelled) - 1)

    def _runs(self, tokens: Sequence[str], kept: list[int], at: int) -> tuple[Run, ...]:
        """Return the runs found at a character of the string, unless punctuation or case differ."""
        runs = []
        matched = list(zip(self._index[at : at + len(kept)], kept, strict=True))
        for _, group in groupby(matched, key=lambda pair: pair[0][1]):
            piece = list(group)
            (first, _), sought_first = piece[0]
            (last, _), sought_last = piece[-1]
            printed = self.haystack.folded.tokens[first + 1 : last + 1]
            if printed != list(tokens[sought_first + 1 : sought_last + 1]):
                return ()
            runs.append((first, last + 1))
        edges = (runs[0][0], runs[-1][1])
        return () if any(map(self.haystack.within_word, edges)) else tuple(runs)


@lru_cache(maxsize=4)
def joined(source: Haystack) -> Joined:
    """Prepare a text for that; the last few are kept, like their haystacks."""
    return Joined(source)
