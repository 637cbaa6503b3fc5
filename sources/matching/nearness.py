"""Which of several places of a quotation is meant, by what stands around it."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sources.matching.differences import alike
from sources.matching.folding import fold
from sources.matching.haystack import Haystack
from sources.matching.interruptions import Run

# How many places are looked at, and how many are compared in detail, if more would do.
_MOST_PLACES, _MOST_COMPARED = 20_000, 1000

Placement = tuple[Run, ...]


class Nearness:
    """Tells which of several places agrees best with the given prefix and suffix."""

    def __init__(self, source: Haystack, prefix: str, suffix: str) -> None:
        self.string = source.string
        self.before = source.spell(fold(prefix).tokens)
        self.after = source.spell(fold(suffix).tokens)

    def __bool__(self) -> bool:
        return bool(self.before or self.after)

    def agreeing(self, placement: Placement) -> int:
        """Return how many tokens right before and after the place are as given."""
        first, last = placement[0][0], placement[-1][1]
        earlier = self.string[max(0, first - len(self.before)) : first]
        later = self.string[last : last + len(self.after)]
        return alike(self.before[::-1], earlier[::-1]) + alike(self.after, later)

    def agrees(self, placement: Placement) -> bool:
        """Return whether all of them are as given: much quicker to tell."""
        first, last = placement[0][0], placement[-1][1]
        before = self.string.endswith(self.before, 0, first)
        return before and self.string.startswith(self.after, last)


def best_first(found: Iterable[Placement], nearness: Nearness) -> Iterator[Placement]:
    """Yield the nearest place, the first of equals; all in order if nothing says where."""
    if not nearness:
        yield from found
        return
    places = []
    for placement in islice(found, _MOST_PLACES):
        if nearness.agrees(placement):
            yield placement
            return
        places.append(placement)
    if places:
        yield max(places[:_MOST_COMPARED], key=nearness.agreeing)
