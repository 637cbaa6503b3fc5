"""Quotations with marked omissions: their fragments, and where these stand in a text.

`…`, `...`, `[…]` and `(...)` mark an omission; other brackets, like `[the US]`, hold words of the
editor, which replace some of the source's, unless the source prints the brackets itself; `[W]e`
marks a letter whose case was changed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import chain, islice
from typing import Protocol

from sources.matching.folding import DASH, ELLIPSIS, MARK, WORDS, Folded
from sources.matching.haystack import Haystack, count_words
from sources.matching.interruptions import LONGEST, Joined, Run

# How many characters of the source an omission may leave out (about eighty words), and brackets may
# replace. A fragment of fewer than three words is found too easily to be sought as far.
OMITTED, REPLACED, OMITTED_BEFORE_SHORT = 500, 60, 120
#: A quotation is found only if one of its fragments has this many words.
ENOUGH_WORDS = 3
_MOST_FRAGMENTS = 60
_MOST_TRIES = 500
_NEAR = 12  # tokens: where to look first
_LONGEST_INSERTION = 24  # tokens

_EDGES = frozenset({MARK, DASH, ",", "."})
Placement = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """What stands between two omissions; `reach` is how far it may be from the one before."""

    tokens: tuple[str, ...]
    words: int
    reach: int = 0


class Ground(Protocol):
    """Something in which runs of tokens can be found."""

    def places(self, tokens: Sequence[str], low: int, high: int) -> Iterator[Placement]:
        """Yield the places of tokens that begin in low–high, in order."""
        ...


@dataclass(frozen=True)
class Whole:
    """A text as it is; only the case of a fragment's first letter may differ."""

    haystack: Haystack

    def places(self, tokens: Sequence[str], low: int, high: int) -> Iterator[Placement]:
        """Yield the run of tokens that `tokens` are, where it begins in low–high."""
        size = len(tokens)
        spellings = self.haystack.spellings(tokens)
        hits = [self.haystack.hits(spelling, low, high + size - 1) for spelling in spellings]
        for place in merge(*hits) if len(hits) > 1 else chain(*hits):
            yield ((place, place + size),)


def elided(haystack: Haystack, joined: Joined, wanted: Folded) -> list[Placement]:
    """Return where the quotation stands with its omissions, or joined over interruptions."""
    marks = sum(map(wanted.tokens.count, ("[", ELLIPSIS)))
    if marks > _MOST_FRAGMENTS or not (marks or joined.interruptions):
        return []
    fragments = split(wanted, haystack)
    if not fragments:
        return []
    marked = len(fragments) > 1 or fragments[0].reach > 0
    grounds: list[Ground] = [Whole(haystack), joined] if marked else [joined]
    for ground in grounds:
        found = [
            placement
            for placement in _placements(haystack, ground, fragments)
            if any(_is_long(haystack, run) for run in placement)
        ]
        if found:
            return found
    return []


def _is_long(haystack: Haystack, run: Run) -> bool:
    return count_words(haystack.folded.kinds[slice(*run)]) >= ENOUGH_WORDS


# --- Fragments ---


def split(wanted: Folded, source: Haystack) -> list[Fragment]:
    """Cut a quotation at its omissions and brackets. A fragment is never empty.

    Without any, it is one fragment of reach 0; every other fragment has a reach.
    """
    fragments: list[Fragment] = []
    tokens: list[str] = []
    kinds: list[str] = []
    reach = place = 0
    while place < len(wanted.tokens):
        gap, after = _gap(wanted, source, place)
        if gap:
            finished = _fragment(tokens, kinds, reach)
            fragments += finished
            reach = gap if finished else max(gap, reach)
            tokens, kinds, after = _changed_initial(wanted, place, after)
        else:
            tokens.append(wanted.tokens[place])
            kinds.append(wanted.kinds[place])
        place = after
    fragments += _fragment(tokens, kinds, reach)
    if len(fragments) == 1:  # an omission at the end is one, too
        fragments = [replace(fragments[0], reach=reach)]
    return fragments


def _gap(wanted: Folded, source: Haystack, place: int) -> tuple[int, int]:
    """Return what an omission or bracket here may pass over (0: it is none), and its end."""
    tokens = wanted.tokens
    if tokens[place] == ELLIPSIS:
        return OMITTED, place + 1
    if tokens[place : place + 3] == ["(", ELLIPSIS, ")"]:
        return OMITTED, place + 3
    if tokens[place] != "[":
        return 0, place + 1
    inside = tokens[place + 1 : place + 2 + _LONGEST_INSERTION]
    if "]" not in inside or "[" in inside[: inside.index("]")]:
        return 0, place + 1
    inside = inside[: inside.index("]")]
    after = place + len(inside) + 2
    if set(inside) <= {ELLIPSIS}:
        return OMITTED, after
    printed = source.spell(tokens[place:after]) in source.string
    return (0, place + 1) if printed else (REPLACED, after)


def _changed_initial(wanted: Folded, place: int, after: int) -> tuple[list[str], list[str], int]:
    """Begin the next fragment: with a whole word if the brackets hold but its initial."""
    letter = wanted.tokens[place + 1] if after - place == 3 else ""
    touches = after < len(wanted.tokens) and wanted.starts[after] == wanted.ends[after - 1]
    if len(letter) == 1 and letter.isalpha() and touches and wanted.kinds[after] in WORDS:
        return [letter + wanted.tokens[after]], [wanted.kinds[after]], after + 1
    return [], [], after


def _fragment(tokens: list[str], kinds: list[str], reach: int) -> list[Fragment]:
    """Make a fragment without the commas, full stops, dashes and marks at its edges."""
    inner = [place for place, token in enumerate(tokens) if token not in _EDGES]
    if not inner:
        return []
    kept = slice(inner[0], inner[-1] + 1)
    words = count_words(kinds[kept])
    if words < ENOUGH_WORDS and reach:
        reach = min(reach, OMITTED_BEFORE_SHORT)
    return [Fragment(tuple(tokens[kept]), words, reach)]


# --- Placing them ---


def _placements(
    haystack: Haystack, ground: Ground, fragments: list[Fragment]
) -> Iterator[Placement]:
    """Yield where all fragments stand in order, close to each other.

    Every place of the longest fragment is tried; the others are taken where they are nearest to it.
    """
    longest = max(range(len(fragments)), key=lambda number: fragments[number].words)
    size = len(haystack.folded.tokens)
    anchors = ground.places(fragments[longest].tokens, 0, size)
    for anchor in islice(anchors, max(10, _MOST_TRIES // len(fragments))):
        before = _towards_start(haystack, ground, fragments[: longest + 1], anchor)
        after = _towards_end(haystack, ground, fragments[longest + 1 :], anchor)
        if before is not None and after is not None:
            yield before + anchor + after


def _towards_end(
    haystack: Haystack, ground: Ground, fragments: list[Fragment], anchor: Placement
) -> Placement | None:
    placed: Placement = ()
    last = anchor[-1][1]
    for fragment in fragments:
        limit = haystack.folded.ends[last - 1] + fragment.reach
        high = bisect_right(haystack.folded.starts, limit)
        nearest = next(ground.places(fragment.tokens, last, high), None)
        if nearest is None:
            return None
        placed += nearest
        last = nearest[-1][1]
    return placed


def _towards_start(
    haystack: Haystack, ground: Ground, fragments: list[Fragment], anchor: Placement
) -> Placement | None:
    """The last of `fragments` is the anchor itself; its reach is that to the one before."""
    placed: Placement = ()
    first = anchor[0][0]
    for fragment, following in zip(fragments[-2::-1], fragments[:0:-1], strict=True):
        reach = following.reach
        if fragment.words < ENOUGH_WORDS:
            reach = min(reach, OMITTED_BEFORE_SHORT)
        nearest = _last_before(haystack, ground, fragment, first, reach)
        if nearest is None:
            return None
        placed = nearest + placed
        first = nearest[0][0]
    return placed


def _last_before(
    haystack: Haystack, ground: Ground, fragment: Fragment, first: int, reach: int
) -> Placement | None:
    """Return the last place that ends before a token, at most `reach` characters away."""
    ends = haystack.folded.ends
    limit = haystack.folded.starts[first] - reach
    farthest = max(0, bisect_left(ends, limit) - len(fragment.tokens) - LONGEST)
    for low in (max(farthest, first - len(fragment.tokens) - _NEAR), farthest):
        near = ground.places(fragment.tokens, low, first)
        ended = [runs for runs in near if runs[-1][1] <= first and ends[runs[-1][1] - 1] >= limit]
        if ended:
            return ended[-1]
    return None
