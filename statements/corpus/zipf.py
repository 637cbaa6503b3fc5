"""Zipf's law: what is n-th most common occurs a n-th as often as what is most common."""

from array import array
from itertools import accumulate
from random import Random

SLOTS = 1 << 16
LEFT_OVER = -1


class Ranks:
    """Numbers from 0 on, the lower the more often."""

    def __init__(self, size: int) -> None:
        weights = [1 / rank for rank in range(1, size + 1)]
        unit = SLOTS / sum(weights)
        self._numbers = range(size)
        self._weights = list(accumulate(weights))
        # Whole slots of a table are looked up at once; what they leave over is drawn by weight.
        slots = [number for number, one in enumerate(weights) for _ in range(int(one * unit))]
        self._slots = slots + [LEFT_OVER] * (SLOTS - len(slots))
        self._rest = list(accumulate(weight * unit % 1 for weight in weights))

    def draw(self, rng: Random, count: int) -> list[int]:
        """Draw so many numbers, each by itself."""
        slots = self._slots
        found = [slots[slot] for slot in array("H", rng.randbytes(2 * count))]
        left = found.count(LEFT_OVER)
        others = iter(rng.choices(self._numbers, cum_weights=self._rest, k=left))
        return [number if number >= 0 else next(others) for number in found]

    def one(self, rng: Random) -> int:
        """Draw a single number."""
        return rng.choices(self._numbers, cum_weights=self._weights)[0]

    def several(self, rng: Random, count: int) -> list[int]:
        """Draw at most so many numbers, all different, in ascending order."""
        return sorted(set(rng.choices(self._numbers, cum_weights=self._weights, k=count)))
