"""The values of a facet by the id of the statement, to count few statements at once."""

from array import array
from collections import Counter
from collections.abc import Iterator

from pyroaring import BitMap

SPARE = 4_096  # places made at a time
NARROW, WIDE = "H", "I"  # two bytes and four
MOST_NARROW = 65_535  # the largest number of two bytes


class Column:
    """What each statement has of a facet. Counts a set of statements in one pass.

    Better than a set for each value where the selection is small, or there are very many values:
    counting costs what the selection is large, whatever the number of values.
    """

    def __init__(self) -> None:
        self.keys = [""]
        self.numbers: dict[str, int] = {}
        self.slots: list[Slot] = []  # as many as the statement with most values has

    def fill(self, key: str, ids: BitMap) -> None:
        """Give a value to many statements that do not have it."""
        number = self._number(key)
        for slot in self._slots():
            taken = ids & slot.having
            slot.fill(number, ids - taken)
            if not taken:
                return
            ids = taken

    def add(self, pk: int, key: str) -> None:
        """Give a value to a statement."""
        self.discard(pk, key)
        self.fill(key, BitMap([pk]))

    def discard(self, pk: int, key: str) -> None:
        """Take a value away from a statement, if it has it."""
        number = self._number(key)
        for slot in self.slots:
            if slot.of(pk) == number:
                slot.clear(pk)

    def of(self, pk: int) -> list[str]:
        """The values of a statement."""
        return [self.keys[number] for slot in self.slots if (number := slot.of(pk))]

    def pairs(self, ids: BitMap) -> Iterator[tuple[int, str]]:
        """Each of these statements with each of its values, in no order."""
        keys = self.keys
        for slot in self.slots:
            yield from ((pk, keys[slot.values[pk]]) for pk in ids & slot.having)

    def counts(self, ids: BitMap) -> dict[str, int]:
        """How many of these statements have each value; without zeros."""
        found: Counter[int] = Counter()
        for slot in self.slots:
            found.update(map(slot.values.__getitem__, (ids & slot.having).to_array()))
        keys = self.keys
        return {keys[number]: n for number, n in found.items()}

    def _number(self, key: str) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.keys)
            self.keys.append(key)
        return self.numbers[key]

    def _slots(self) -> Iterator["Slot"]:
        """Those that there are, and then new ones."""
        yield from self.slots
        while True:
            self.slots.append(Slot())
            yield self.slots[-1]


class Slot:
    """One value of each statement, by its number; 0 where there is none."""

    def __init__(self) -> None:
        self.values = array(NARROW)
        self.having = BitMap()  # those that have one

    def of(self, pk: int) -> int:
        return self.values[pk] if pk < len(self.values) else 0

    def fill(self, number: int, ids: BitMap) -> None:
        """Set the same value for many."""
        if not ids:
            return
        if number > MOST_NARROW and self.values.typecode == NARROW:
            self.values = array(WIDE, self.values)
        self._reach(ids.max())
        self.having |= ids
        values = self.values
        for pk in ids.to_array():
            values[pk] = number

    def clear(self, pk: int) -> None:
        self.values[pk] = 0
        self.having.discard(pk)

    def _reach(self, pk: int) -> None:
        if pk >= len(self.values):
            self.values.frombytes(bytes((pk + SPARE - len(self.values)) * self.values.itemsize))
