"""Zipf's law: what is n-th most common occurs a n-th as often as what is most common."""

from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter
from random import Random
from typing import TypeVar

SLOTS = 1 << 16
LEFT_OVER = (1 << 16) - 1  # no number: there are fewer
TABLES = 2
One = TypeVar("One")


def _slots(weights: list[float]) -> tuple["array[int]", list[float]]:
    """A table in which every number has as many slots as it deserves; what is left of weights."""
    unit = SLOTS / (sum(weights) or 1)
    slots = [number for number, one in enumerate(weights) for _ in range(int(one * unit))]
    slots += [LEFT_OVER] * (SLOTS - len(slots))
    # As numbers of two bytes they stay in the cache of the processor, which is all that counts.
    return array("H", slots), [weight * unit % 1 for weight in weights]


class Ranks:
    """Numbers from 0 on, the lower the more often."""

    def __init__(self, size: int) -> None:
        weights = [1 / rank for rank in range(1, size + 1)]
        self._numbers = range(size)
        # Whole slots of a table are looked up at once; what they leave over is drawn from another,
        # and what that leaves over, by weight.
        self._tables = []
        for _table in range(TABLES):
            slots, weights = _slots(weights)
            self._tables.append(slots)
        self._rest = list(accumulate(weights))

    def draw(self, rng: Random, count: int) -> list[int]:
        """Draw so many numbers, each by itself."""
        return self._drawn(rng, count, 0)

    def _drawn(self, rng: Random, count: int, table: int) -> list[int]:
        if table == TABLES:
            return rng.choices(self._numbers, cum_weights=self._rest, k=count)
        slots = array("H", rng.randbytes(2 * count))
        found = taken(self._tables[table], slots)
        left = found.count(LEFT_OVER)
        if not left:
            return list(found)
        others = iter(self._drawn(rng, left, table + 1))
        return [number if number != LEFT_OVER else next(others) for number in found]

    def one(self, rng: Random) -> int:
        """Draw a single number."""
        for slots in self._tables:
            number = slots[int(rng.random() * SLOTS)]
            if number != LEFT_OVER:
                return number
        return rng.choices(self._numbers, cum_weights=self._rest)[0]

    def several(self, rng: Random, count: int) -> list[int]:
        """Draw at most so many numbers, all different, in ascending order."""
        return sorted({self.one(rng) for _ in range(count)})


def taken(values: Sequence[One], places: Sequence[int]) -> tuple[One, ...]:
    """Give the values at some places, faster than one by one."""
    if len(places) < 2:  # for which there is another answer
        return tuple([values[place] for place in places])
    found: tuple[One, ...] = itemgetter(*places)(values)
    return found
