"""A text cut where something found in it begins or ends, to be shown with marks in place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Span:
    """Something found between two offsets; `anchor` is the name by which it can be linked."""

    start: int
    end: int
    kind: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text over which the same spans lie: their kinds, and the anchors beginning here.

    `outside` is what the article proper does not contain.
    """

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    outside: bool


OUTSIDE = "outside"


def segments(text: str, spans: Sequence[Span]) -> Iterator[Segment]:
    """Give the whole text in order. Spans may lie in one another or overlap in any way."""
    opening, closing = defaultdict(list), defaultdict(list)
    for span in spans:
        if span.start < span.end:
            opening[span.start].append(span)
            closing[span.end].append(span)
    cuts = sorted({0, len(text), *opening, *closing})
    over: dict[str, int] = defaultdict(int)
    for start, end in pairwise(cuts):
        for span in closing[start]:
            over[span.kind] -= 1
        for span in opening[start]:
            over[span.kind] += 1
        kinds = tuple(sorted(kind for kind, count in over.items() if count and kind != OUTSIDE))
        anchors = tuple(span.anchor for span in opening[start] if span.anchor)
        yield Segment(text[start:end], kinds, anchors, over[OUTSIDE] > 0)
